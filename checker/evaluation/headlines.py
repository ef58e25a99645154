"""The one figure for each question that is quoted: which it is, and its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.evaluation import comparing
from checker.evaluation.scoring import Measure, Score, TaskScore


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure to quote; `measure` says how it was made: "micro F1" or "macro F1"."""

    key: str
    measure: str
    score: Score

    @property
    def figure(self) -> Measure:
        return self.score.f1


_MACRO = frozenset({comparing.FORCE})
"""Questions where each label weighs the same: rare forces (a sanction, a right) matter most to rules."""


def headlines(scores: Mapping[str, TaskScore]) -> Iterator[Headline]:
    """The headline of every question of the corpus, in their order."""
    for key in comparing.LABELS:
        macro = key in _MACRO
        yield Headline(key, "macro F1" if macro else "micro F1", scores[key].macro if macro else scores[key].micro)
