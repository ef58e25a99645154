"""Writes an evaluation as JSON. Keys, in this order:

`format_version`; `tool` (name, version, rulebook, pipeline); `corpus` (path as given); `split`; `documents` (names);
`clauses` (how many in gold); `method` (confidence, resamples and seed of the intervals);
`headlines`: question -> the one figure to quote, with `measure` (which figure it is), `value` and `interval`;
`tasks`: question -> `answers`, `micro`, `macro`, `accuracy` and `labels` (label -> score). A score has `precision`,
`recall` and `f1`, each with `value` and `interval` ([low, high]), and `gold` and `predicted` (counts). The questions:
`segmentation`, `force`, `actor`, `actor_named` (without "onbekend"), `scope` (negation and exception), `flags`,
`silent`, `references`, `reference_spans`;
`readers`: null, or the agreement of two readers: `documents`, `first_clauses`, `second_clauses`, `shared_clauses`,
`segmentation_f1`, and `agreements`: question -> `compared`, `same`, `kappa`;
`misses`: null, or `of` (which half) and `tasks`: question -> `total` and `shown`, a list of `document`, `quote`,
`detail`, `gold` and `predicted`.

null stands for a figure that nothing defines, and for an interval over fewer than two documents.
"""

from __future__ import annotations

import json
import math

from checker import __version__
from checker.evaluation.answers import Answer
from checker.evaluation.evaluating import Evaluation
from checker.evaluation.headlines import headlines
from checker.evaluation.scoring import CONFIDENCE, RESAMPLES, SEED, Measure, Score, TaskScore

FORMAT_VERSION = "1.0"
"""First number: keys went away or changed meaning. Second: keys or values were added."""


def render_json(evaluation: Evaluation) -> str:
    """The evaluation as JSON: fixed key order, two spaces, a line end at the end."""
    return json.dumps(_evaluation(evaluation), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _evaluation(evaluation: Evaluation) -> dict[str, object]:
    return {
        "format_version": FORMAT_VERSION,
        "tool": {
            "name": "beleidstoets",
            "version": __version__,
            "rulebook": evaluation.rulebook,
            "pipeline": evaluation.pipeline,
        },
        "corpus": evaluation.corpus,
        "split": evaluation.split,
        "documents": list(evaluation.documents),
        "clauses": evaluation.clauses,
        "method": {"confidence": CONFIDENCE, "resamples": RESAMPLES, "seed": SEED},
        "headlines": {
            item.key: {"measure": item.measure, **_measure(item.figure)} for item in headlines(evaluation.scores)
        },
        "tasks": {key: _task(score) for key, score in evaluation.scores.items()},
        "readers": _readers(evaluation),
        "misses": _misses(evaluation),
    }


def _task(task: TaskScore) -> dict[str, object]:
    return {
        "answers": task.answers,
        "micro": _score(task.micro),
        "macro": _score(task.macro),
        "accuracy": _measure(task.accuracy),
        "labels": {label: _score(score) for label, score in task.labels.items()},
    }


def _score(score: Score) -> dict[str, object]:
    return {
        "precision": _measure(score.precision),
        "recall": _measure(score.recall),
        "f1": _measure(score.f1),
        "gold": score.gold,
        "predicted": score.predicted,
    }


def _measure(measure: Measure) -> dict[str, object]:
    interval = None if measure.interval is None else [_figure(edge) for edge in measure.interval]
    return {"value": _figure(measure.value), "interval": interval}


def _figure(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else round(value, 6)


def _readers(evaluation: Evaluation) -> dict[str, object] | None:
    readers = evaluation.readers
    if readers is None:
        return None
    return {
        "documents": readers.documents,
        "first_clauses": readers.first,
        "second_clauses": readers.second,
        "shared_clauses": readers.shared,
        "segmentation_f1": _figure(readers.segmentation_f1),
        "agreements": {
            item.key: {"compared": item.compared, "same": item.same, "kappa": _figure(item.kappa)}
            for item in readers.agreements
        },
    }


def _misses(evaluation: Evaluation) -> dict[str, object] | None:
    if not evaluation.misses_of:
        return None
    return {
        "of": evaluation.misses_of,
        "tasks": {
            item.key: {"total": item.total, "shown": [_miss(answer) for answer in item.shown]}
            for item in evaluation.misses
        },
    }


def _miss(answer: Answer) -> dict[str, object]:
    return {
        "document": answer.document,
        "quote": answer.quote,
        "detail": answer.detail,
        "gold": sorted(answer.gold),
        "predicted": sorted(answer.predicted),
    }
