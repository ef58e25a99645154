"""The whole of one measurement: a corpus and a tagger -> an evaluation to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.evaluation.agreement import Readers, compare_readers
from checker.evaluation.answers import Answer
from checker.evaluation.comparing import ACTOR, Compared, tasks
from checker.evaluation.corpus import HALVES
from checker.evaluation.gold import ClauseCorpus
from checker.evaluation.scoring import TaskScore, score
from checker.model import Actor

NAMED_ACTOR = "actor_named"
"""The question on actors once more, without those that gold or program calls unknown."""

_HELD_BACK = HALVES[1]


@dataclass(frozen=True, slots=True)
class Misses:
    """Answers of one question that are not right."""

    key: str
    total: int
    """Among the documents whose misses may be shown."""
    shown: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What one measurement gave."""

    corpus: str
    split: str
    rulebook: str
    """Version of the rules whose concepts the tagger used."""
    pipeline: str
    documents: tuple[str, ...]
    clauses: int
    scores: Mapping[str, TaskScore]
    readers: Readers | None = None
    misses: tuple[Misses, ...] = ()
    misses_of: str = ""
    """Which documents the misses are from: "train", "test" or "all"; empty when nobody asked for misses."""


def evaluate_corpus(
    corpus: ClauseCorpus, compared: Sequence[Compared], *, rulebook: str, pipeline: str, most_misses: int = 0
) -> Evaluation:
    """The scores over all documents of a corpus, and at most so many misses for each question.

    Misses of the half "test" are given only when the corpus was read as that half alone.
    """
    names = tuple(document.name for document in corpus.documents)
    scores: dict[str, TaskScore] = {}
    for task in tasks(compared):
        scores[task.key] = score(task, names)
        if task.key == ACTOR:
            scores[NAMED_ACTOR] = score(task, names, leave_out=frozenset({str(Actor.UNKNOWN)}))
    return Evaluation(
        corpus=corpus.name,
        split=corpus.split,
        rulebook=rulebook,
        pipeline=pipeline,
        documents=names,
        clauses=sum(len(document.clauses) for document in corpus.documents),
        scores=scores,
        readers=compare_readers(corpus),
        misses=tuple(_misses(corpus.split, compared, most_misses)) if most_misses else (),
        misses_of=_misses_of(corpus.split, compared) if most_misses else "",
    )


def _may_show(split: str, half: str) -> bool:
    return half != _HELD_BACK or split == _HELD_BACK


def _misses_of(split: str, compared: Sequence[Compared]) -> str:
    hidden = any(not _may_show(split, document.half) for document in compared)
    return HALVES[0] if hidden else split


def _misses(split: str, compared: Sequence[Compared], most: int) -> list[Misses]:
    shown = [document for document in compared if _may_show(split, document.half)]
    found = []
    for task in tasks(shown):
        wrong = [answer for answer in task.answers if not answer.is_right]
        found.append(Misses(task.key, len(wrong), tuple(wrong[:most])))
    return found
