"""Answers -> precision, recall and F1 with 95 % intervals.

scikit-learn gives the scores. The intervals are percentile bootstraps of scipy that draw whole documents: clauses of
one document resemble each other, so drawing clauses would promise too much. The seed is fixed: the same corpus gives
the same figures.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np

from checker.errors import UsageError
from checker.evaluation.answers import Answer, Task

CONFIDENCE = 0.95
RESAMPLES = 2000
SEED = 20261124

_Array = Any
"""A numpy array."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure between 0 and 1; NaN where nothing defines it. The interval is None with fewer than two documents."""

    value: float
    interval: tuple[float, float] | None = None


_Three = tuple[Measure, Measure, Measure]
"""Precision, recall and F1."""

_UNDEFINED: _Three = (Measure(math.nan), Measure(math.nan), Measure(math.nan))


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one label, or of several taken together."""

    precision: Measure
    recall: Measure
    f1: Measure
    gold: int
    """How often the label (or any of the labels) stands in gold."""
    predicted: int


@dataclass(frozen=True, slots=True)
class TaskScore:
    """The scores of one question."""

    key: str
    answers: int
    micro: Score
    """All labels counted together."""
    macro: Score
    """The mean over the labels that occur in gold; a label that is never predicted has precision 0 there."""
    accuracy: Measure
    """The share of answers that is wholly right."""
    labels: dict[str, Score]


def require_library() -> None:
    """Raises: UsageError when scikit-learn (which brings scipy) is not installed."""
    try:
        import_module("sklearn.metrics")
        import_module("scipy.stats")
    except ImportError as error:
        raise UsageError(
            "Voor het meten is scikit-learn nodig, en dat is niet geïnstalleerd.",
            where="evaluate",
            fix="Installeer het in een checkout van het project met: pip install '.[evaluate]'",
        ) from error


def score(task: Task, documents: Sequence[str], leave_out: frozenset[str] = frozenset()) -> TaskScore:
    """The scores of a task over `documents`, which also lists those without an answer.

    Micro and macro skip the labels in `leave_out`: with "onbekend" left out, an actor wrongly named where gold has
    none still costs precision, and a named one that was missed costs recall.
    """
    gold, predicted = _table(task, "gold"), _table(task, "predicted")
    counts = _counts(task, documents, gold, predicted)
    columns = [number for number, label in enumerate(task.labels) if label not in leave_out]
    labels = {
        label: Score(
            *_pooled(gold, predicted, counts, [number]), int(gold[:, number].sum()), int(predicted[:, number].sum())
        )
        for number, label in enumerate(task.labels)
    }
    kept = [number for number in columns if gold[:, number].any()]
    totals = int(gold[:, columns].sum()), int(predicted[:, columns].sum())
    return TaskScore(
        task.key,
        len(task.answers),
        Score(*_pooled(gold, predicted, counts, columns), *totals),
        Score(*_macro(labels, task.labels, counts, kept), *totals),
        _accuracy(task, documents),
        labels,
    )


def _table(task: Task, side: str) -> _Array:
    """Answers x labels: 1 where the label is given."""
    rows = [[label in getattr(answer, side) for label in task.labels] for answer in task.answers]
    return np.array(rows, dtype=int).reshape(len(rows), len(task.labels))


def _counts(task: Task, documents: Sequence[str], gold: _Array, predicted: _Array) -> _Array:
    """Documents x labels x (right, predicted, gold)."""
    counts = np.zeros((len(documents), len(task.labels), 3))
    rows = [documents.index(answer.document) for answer in task.answers]
    if rows:
        np.add.at(counts, rows, np.stack([gold & predicted, predicted, gold], axis=-1))
    return counts


def _pooled(gold: _Array, predicted: _Array, counts: _Array, columns: list[int]) -> _Three:
    """Precision, recall and F1 over some labels taken together."""
    from sklearn.metrics import precision_recall_fscore_support

    if not gold[:, columns].any() and not predicted[:, columns].any():
        return _UNDEFINED
    points = precision_recall_fscore_support(
        gold[:, columns].ravel(), predicted[:, columns].ravel(), labels=[1], average=None, zero_division=math.nan
    )
    pooled = counts[:, columns].sum(axis=1)
    values = [float(point[0]) for point in points[:3]]
    precision, recall, f1 = _measures(values, lambda drawn: _prf(pooled[drawn].sum(axis=-2)), pooled)
    return precision, recall, f1


def _macro(labels: dict[str, Score], names: Sequence[str], counts: _Array, kept: list[int]) -> _Three:
    """The means over the labels that occur in gold."""
    if not kept:
        return _UNDEFINED
    scores = [labels[names[number]] for number in kept]
    points = [
        float(np.mean([np.nan_to_num(getattr(one, name).value) for one in scores]))
        for name in ("precision", "recall", "f1")
    ]

    def mean(drawn: _Array) -> _Array:
        sums = counts[:, kept][drawn].sum(axis=-3)
        each = np.nan_to_num(_prf(sums))
        present = sums[..., 2] > 0
        with np.errstate(invalid="ignore"):
            return (each * present).sum(axis=-1) / present.sum(axis=-1)

    precision, recall, f1 = _measures(points, mean, counts)
    return precision, recall, f1


def _accuracy(task: Task, documents: Sequence[str]) -> Measure:
    if not task.answers:
        return Measure(math.nan)
    counts = np.zeros((len(documents), 2))
    for answer in task.answers:
        counts[documents.index(answer.document)] += (answer.is_right, 1)

    def share(drawn: _Array) -> _Array:
        sums = counts[drawn].sum(axis=-2)
        with np.errstate(invalid="ignore"):
            return (sums[..., 0] / sums[..., 1])[np.newaxis]

    return next(_measures([_share(task.answers)], share, counts))


def _share(answers: Sequence[Answer]) -> float:
    return sum(1 for answer in answers if answer.is_right) / len(answers)


def _prf(sums: _Array) -> _Array:
    """(right, predicted, gold) in the last axis -> precision, recall and F1 in a first axis; NaN where undefined."""
    right, predicted, gold = sums[..., 0], sums[..., 1], sums[..., 2]
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.stack([right / predicted, right / gold, 2 * right / (predicted + gold)])


def _measures(points: Sequence[float], statistic: Callable[[_Array], _Array], counts: _Array) -> Iterator[Measure]:
    """The points with the interval that drawing documents (rows of `counts`) again and again gives."""
    if len(counts) < 2:
        yield from (Measure(point) for point in points)
        return
    from scipy.stats import bootstrap

    def drawn(numbers: _Array, axis: int = -1) -> _Array:
        return statistic(np.moveaxis(numbers, axis, -1))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        result = bootstrap(
            (np.arange(len(counts)),),
            drawn,
            vectorized=True,
            method="percentile",
            n_resamples=RESAMPLES,
            confidence_level=CONFIDENCE,
            rng=np.random.default_rng(SEED),
        )
        tail = (1 - CONFIDENCE) / 2
        edges = np.nanquantile(result.bootstrap_distribution, [tail, 1 - tail], axis=-1)
    for point, (low, high) in zip(points, edges.T, strict=True):
        known = not (math.isnan(point) or math.isnan(low))
        yield Measure(point, (float(low), float(high)) if known else None)
