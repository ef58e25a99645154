"""How far two readers agree on the same documents: Cohen's kappa of scikit-learn, and F1 on where clauses end.

Labels are compared on the clauses that both readers gave the same span; where they cut differently is what the
agreement on segmentation says.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.evaluation.comparing import trim
from checker.evaluation.gold import ClauseCorpus, GoldClause, GoldDocument

_Pair = tuple[GoldClause, GoldClause]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two readers on one question."""

    key: str
    compared: int
    """So many clauses (or words) both readers answered for."""
    same: int
    kappa: float | None
    """None where chance explains all: nothing was compared, or both gave one and the same label throughout."""


@dataclass(frozen=True, slots=True)
class Readers:
    """The agreement of a first and a second reader."""

    documents: int
    first: int
    """Clauses of the first reader."""
    second: int
    shared: int
    """Clauses with the same span."""
    segmentation_f1: float
    agreements: tuple[Agreement, ...]


def compare_readers(corpus: ClauseCorpus) -> Readers | None:
    """The agreement over all documents with a second reading; None when there are none."""
    documents = [document for document in corpus.documents if document.second is not None]
    if not documents:
        return None
    pairs = [pair for document in documents for pair in _same_clauses(document)]
    first = sum(len(document.clauses) for document in documents)
    second = sum(len(document.second or ()) for document in documents)
    binding = [pair for pair in pairs if not any(clause.is_silent for clause in pair)]
    return Readers(
        len(documents),
        first,
        second,
        len(pairs),
        2 * len(pairs) / (first + second),
        (
            _agreement("force", _labels(binding, lambda clause: str(clause.force))),
            _agreement("actor", _labels(binding, lambda clause: str(clause.actor))),
            _agreement("silent", _labels(pairs, lambda clause: str(clause.is_silent))),
            _agreement("scope", list(_probes(binding))),
        ),
    )


def _same_clauses(document: GoldDocument) -> Iterator[_Pair]:
    """Clauses that both readers cut in the same way."""
    text = document.document.text
    others = {trim(text, *clause.span): clause for clause in document.second or ()}
    for clause in document.clauses:
        other = others.get(trim(text, *clause.span))
        if other is not None:
            yield clause, other


def _labels(pairs: Iterable[_Pair], label: Callable[[GoldClause], str]) -> list[tuple[str, str]]:
    return [(label(first), label(second)) for first, second in pairs]


def _probes(pairs: Iterable[_Pair]) -> Iterator[tuple[str, str]]:
    """What both readers say of a word that both chose."""
    for first, second in pairs:
        others = {(probe.start, probe.end): probe.standing for probe in second.probes}
        for probe in first.probes:
            standing = others.get((probe.start, probe.end))
            if standing is not None:
                yield str(probe.standing), str(standing)


def _agreement(key: str, labels: Sequence[tuple[str, str]]) -> Agreement:
    from sklearn.metrics import cohen_kappa_score

    same = sum(1 for first, second in labels if first == second)
    if len({label for pair in labels for label in pair}) < 2:
        return Agreement(key, len(labels), same, None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        kappa = float(cohen_kappa_score([first for first, _ in labels], [second for _, second in labels]))
    return Agreement(key, len(labels), same, kappa)
