"""Makes the pipeline folder: gathers, derives, trains, adds the lemma tables, scores and writes."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run_training
from spacy.util import load_model_from_config
from thinc.api import Config

from checker.tagging.lemmatizing import FACTORY, DutchTableLemmatizer
from checker.tagging.training.configuring import Shape, configuration
from checker.tagging.training.deriving import derive
from checker.tagging.training.gathering import Treebanks, dealt, gather, in_groups, write
from checker.tagging.training.lookups import load_tables, with_seen
from checker.tagging.training.scoring import Scores, score

NAME = "beleid_sm"
VERSION = "0.1.0"
_META = {
    "name": NAME,
    "version": VERSION,
    "description": "Dutch pipeline for policies: tok2vec, morphologizer and lemma tables, trained on UD Dutch "
    "LassySmall and Alpino, the Alpino Treebank and fragments derived from them",
    "author": "Beleidstoets; treebanks by Bouma, van Noord and others, lemma tables by Explosion (see README.md)",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.0,<3.9.0",
}
_KEPT = ("README.md", "LICENSE")
"""Files of the folder that people write: they survive a new training."""


def make(treebanks: Path, output: Path, *, more: Sequence[Path], shape: Shape) -> Scores:
    """Trains a pipeline, scores it and puts it in the place of `output`."""
    gathered = gather(treebanks, more=more, seed=shape.seed)
    with tempfile.TemporaryDirectory() as scratch:
        best = _train(gathered, Path(scratch), shape)
        nlp = finish(spacy.load(best), gathered)
        scores = score(nlp, gathered.test, treebanks)
        nlp.meta["performance"] = scores.plain()
        replace_folder(nlp, output, Path(scratch) / NAME)
    return scores


def _train(gathered: Treebanks, scratch: Path, shape: Shape) -> Path:
    """The folder of the pipeline with the best development score."""
    vocab = spacy.blank("nl").vocab
    derived = derive(gathered.train, seed=shape.seed)
    train, development = scratch / "train.spacy", scratch / "dev.spacy"
    write(dealt(gathered.train, derived, seed=shape.seed), train, vocab)
    write(in_groups(gathered.development), development, vocab)
    config = Config(configuration(train, development, shape))
    filled = load_model_from_config(config, auto_fill=True).config
    trained = scratch / "trained"
    trained.mkdir()
    run_training(init_nlp(filled), trained, stdout=sys.stdout, stderr=sys.stderr)
    return trained / "model-best"


def finish(nlp: Language, gathered: Treebanks) -> Language:
    """The trained pipeline with its lemma tables and its own name, without places on this machine."""
    lemmatizer = cast(DutchTableLemmatizer, nlp.add_pipe(FACTORY, name="lemmatizer"))
    own = [sentence for sentence in gathered.train if not sentence.source.endswith(".spacy")]
    # Earlier conversions write some lemmas in another way.
    lemmatizer.initialize(tables=with_seen(load_tables(), own))
    nlp.config["paths"] = {"train": None, "dev": None, "vectors": None, "init_tok2vec": None}
    for corpus in nlp.config["corpora"].values():
        corpus["path"] = None
    nlp.meta.update(_META)
    return nlp


def replace_folder(nlp: Language, output: Path, scratch: Path) -> None:
    """Writes beside the folder first, so that a failure leaves the old pipeline as it was."""
    # The strings of the training texts are no use: what a text needs is added when it is read.
    nlp.to_disk(scratch, exclude=["vocab"])
    for name in _KEPT:
        if (output / name).exists():
            shutil.copyfile(output / name, scratch / name)
    meta = json.loads((scratch / "meta.json").read_text("utf-8"))
    (scratch / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=2) + "\n", "utf-8")
    if output.exists():
        shutil.rmtree(output)
    shutil.copytree(scratch, output)
