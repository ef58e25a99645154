"""The shape in which every comparison of gold with prediction flows: an answer is two sets of labels for one thing.

One label out of many is a set of one, a yes-or-no question a set of one or none, and flags are a set of any size. So
one way of scoring serves every tag, and a corpus of policies can use it later.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What gold and program say of one clause, word, stretch or reference."""

    document: str
    gold: frozenset[str]
    predicted: frozenset[str]
    quote: str
    """The clause, as it stands in the document."""
    detail: str = ""
    """What in the clause it is about: a word, a reference as it was read."""

    @property
    def is_right(self) -> bool:
        return self.gold == self.predicted


@dataclass(frozen=True, slots=True)
class Task:
    """One question put to every clause (or word, or reference) of a corpus."""

    key: str
    labels: tuple[str, ...]
    """All labels that there are, in the order to show them."""
    answers: tuple[Answer, ...]
