"""Measures speed: words a second of the pipeline, beside a bare Dutch tokenizer in the same run."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language

from checker.tagging.training.trees import Sentence

_NEEDED = ("tok2vec", "morphologizer", "tagger", "attribute_ruler", "lemmatizer")
"""What the program runs; see `checker.tagging.pipeline`."""
_BATCH = 64
_SENTENCES = 2000


@dataclass(frozen=True, slots=True)
class Speed:
    """Words a second, on sentences that neither has read before."""

    pipeline: float
    tokenizer: float

    def __str__(self) -> str:
        return (
            f"{self.pipeline:,.0f} words/s; a bare tokenizer {self.tokenizer:,.0f} words/s "
            f"({self.tokenizer / self.pipeline:.1f} times as fast)"
        )


def measure(nlp: Language, tests: Mapping[str, Sequence[Sentence]]) -> Speed:
    """One pass over test sentences that `nlp` must not have read before: its tokenizer remembers words."""
    sentences = [sentence for found in tests.values() for sentence in found][:_SENTENCES]
    texts = ["".join(word.text + " " * word.space for word in sentence.words).strip() for sentence in sentences]
    words = sum(any(letter.isalpha() for letter in text) for sentence in texts for text in sentence.split())
    with nlp.select_pipes(enable=[name for name in nlp.pipe_names if name in _NEEDED]):
        taken = _seconds(nlp, texts)
    return Speed(words / taken, words / _seconds(spacy.blank("nl"), texts))


def _seconds(nlp: Language, texts: Sequence[str]) -> float:
    list(nlp.pipe(["Dit is een zin om mee te beginnen."]))
    start = time.perf_counter()
    for _ in nlp.pipe(texts, batch_size=_BATCH):
        pass
    return time.perf_counter() - start
