"""The spaCy configuration: a tok2vec and a morphologizer, in the shape of nl_core_news_sm."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ATTRIBUTES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE")


@dataclass(frozen=True, slots=True)
class Shape:
    """Size of the network and length of the training."""

    width: int = 96
    depth: int = 4
    rows: tuple[int, ...] = (8000, 1000, 3000, 1500, 50, 50)
    """Rows of the hash table of each attribute: words, first letters, endings, shapes, spaces."""
    steps: int = 9000
    patience: int = 1000
    """Training stops after so many steps without a better development score."""
    warmup: int = 250
    learn_rate: float = 0.002
    dropout: float = 0.1
    batch_words: int = 1000
    seed: int = 0


def configuration(train: Path, development: Path, shape: Shape) -> dict[str, Any]:
    """The whole configuration, as `spacy train` wants it."""
    return {
        "paths": {"train": str(train), "dev": str(development)},
        "system": {"seed": shape.seed, "gpu_allocator": None},
        "nlp": {
            "lang": "nl",
            "pipeline": ["tok2vec", "morphologizer"],
            "tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"},
        },
        "components": {"tok2vec": _tok2vec(shape), "morphologizer": _morphologizer(shape)},
        "corpora": {
            "train": {
                "@readers": "spacy.Corpus.v1",
                "path": str(train),
                "augmenter": {"@augmenters": "spacy.lower_case.v1", "level": 0.05},
            },
            "dev": {"@readers": "spacy.Corpus.v1", "path": str(development)},
        },
        "training": _training(shape),
        "initialize": {"components": {}},
    }


def _tok2vec(shape: Shape) -> dict[str, Any]:
    return {
        "factory": "tok2vec",
        "model": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": shape.width,
                "attrs": list(_ATTRIBUTES),
                "rows": list(shape.rows),
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": shape.width,
                "depth": shape.depth,
                "window_size": 1,
                "maxout_pieces": 3,
            },
        },
    }


def _morphologizer(shape: Shape) -> dict[str, Any]:
    return {
        "factory": "morphologizer",
        "label_smoothing": 0.05,
        "model": {
            "@architectures": "spacy.Tagger.v2",
            "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": shape.width, "upstream": "tok2vec"},
        },
    }


def _training(shape: Shape) -> dict[str, Any]:
    return {
        "seed": shape.seed,
        "dropout": shape.dropout,
        "patience": shape.patience,
        "max_epochs": 0,
        "max_steps": shape.steps,
        "eval_frequency": 500,
        "train_corpus": "corpora.train",
        "dev_corpus": "corpora.dev",
        "batcher": {
            "@batchers": "spacy.batch_by_words.v1",
            "size": {"@schedules": "compounding.v1", "start": 300, "stop": shape.batch_words, "compound": 1.001},
            "tolerance": 0.2,
            "discard_oversize": False,
        },
        "optimizer": {
            "@optimizers": "Adam.v1",
            "L2": 0.01,
            "L2_is_weight_decay": True,
            "grad_clip": 1.0,
            "use_averages": True,
            "learn_rate": {
                "@schedules": "warmup_linear.v1",
                "warmup_steps": shape.warmup,
                "total_steps": shape.steps,
                "initial_rate": shape.learn_rate,
            },
        },
        "score_weights": {"pos_acc": 0.6, "morph_acc": 0.4, "morph_per_feat": None},
    }
