"""Gold clauses and a tagged document -> answers to the questions that are scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.evaluation.answers import Answer, Task
from checker.evaluation.gold import GoldClause, GoldDocument, Span, Standing
from checker.model import Actor, Clause, Flag, Force, TaggedDocument

SEGMENTATION = "segmentation"
FORCE = "force"
ACTOR = "actor"
SCOPE = "scope"
FLAGS = "flags"
SILENT = "silent"
REFERENCES = "references"
REFERENCE_SPANS = "reference_spans"

LABELS: dict[str, tuple[str, ...]] = {
    SEGMENTATION: ("bepaling",),
    FORCE: tuple(Force),
    ACTOR: tuple(Actor),
    SCOPE: (Standing.NEGATED, Standing.EXCEPTED),
    FLAGS: tuple(Flag),
    SILENT: ("stil",),
    REFERENCES: ("verwijzing",),
    REFERENCE_SPANS: ("plaats",),
}
"""Question -> its labels, in the order in which both are shown."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One document: question -> answers."""

    name: str
    half: str
    answers: dict[str, tuple[Answer, ...]]


def compare(gold: GoldDocument, tagged: TaggedDocument) -> Compared:
    """The answers for one document. `tagged` is the same document, read by the program."""
    pairs = list(align(gold.clauses, tagged))
    found = {
        SEGMENTATION: _segmentation(gold, tagged),
        FORCE: _forces(gold, pairs),
        ACTOR: _actors(gold, pairs),
        SCOPE: _scope(gold, tagged),
        FLAGS: _flags(gold, pairs),
        SILENT: _silence(gold, pairs),
        REFERENCES: _references(gold, tagged),
        REFERENCE_SPANS: _reference_spans(gold, tagged),
    }
    return Compared(gold.name, gold.half, {key: tuple(answers) for key, answers in found.items()})


def tasks(documents: Iterable[Compared]) -> tuple[Task, ...]:
    """Every question with the answers of all documents, in their order."""
    documents = tuple(documents)
    return tuple(
        Task(key, tuple(str(label) for label in labels), tuple(a for one in documents for a in one.answers[key]))
        for key, labels in LABELS.items()
    )


def align(gold: Sequence[GoldClause], tagged: TaggedDocument) -> Iterator[tuple[GoldClause, Clause | None]]:
    """Each gold clause with the predicted one of the same span, else the one that overlaps it most (the first of two).

    None when no predicted clause overlaps it.
    """
    text = tagged.document.text
    trimmed = [(trim(text, clause.start, clause.end), clause) for clause in tagged.clauses]
    exact = dict(reversed(trimmed))
    for item in gold:
        span = trim(text, *item.span)
        best = exact.get(span)
        if best is None:
            overlaps = [(min(span[1], other[1]) - max(span[0], other[0]), clause) for other, clause in trimmed]
            most, nearest = max(overlaps, key=lambda pair: pair[0], default=(0, None))
            best = nearest if most > 0 else None
        yield item, best


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _quote(gold: GoldDocument, start: int, end: int) -> str:
    return gold.document.text[start:end]


def _one(yes: object, label: str) -> frozenset[str]:
    return frozenset({label}) if yes else frozenset()


def _segmentation(gold: GoldDocument, tagged: TaggedDocument) -> Iterator[Answer]:
    text = gold.document.text
    wanted = {trim(text, *clause.span) for clause in gold.clauses}
    given = {trim(text, clause.start, clause.end) for clause in tagged.clauses}
    for span in sorted(wanted | given):
        label = LABELS[SEGMENTATION][0]
        yield Answer(gold.name, _one(span in wanted, label), _one(span in given, label), _quote(gold, *span))


_Pairs = Iterable[tuple[GoldClause, Clause | None]]


def _forces(gold: GoldDocument, pairs: _Pairs) -> Iterator[Answer]:
    for item, clause in pairs:
        if not item.is_silent and item.force is not None:
            predicted = frozenset({str(clause.force)}) if clause else frozenset()
            yield Answer(gold.name, frozenset({str(item.force)}), predicted, _quote(gold, *item.span))


def _actors(gold: GoldDocument, pairs: _Pairs) -> Iterator[Answer]:
    for item, clause in pairs:
        if not item.is_silent and item.actor is not None:
            predicted = frozenset({str(clause.actor)}) if clause else frozenset()
            yield Answer(gold.name, frozenset({str(item.actor)}), predicted, _quote(gold, *item.span))


def _scope(gold: GoldDocument, tagged: TaggedDocument) -> Iterator[Answer]:
    """Of each probe word, whether a negation reaches it and whether an exception does."""
    negated = [stretch for clause in tagged.clauses for stretch in clause.negated]
    excepted = [stretch for clause in tagged.clauses for stretch in clause.excepted]
    for item in gold.clauses:
        for probe in item.probes:
            word = (probe.start, probe.end)
            wanted = _one(probe.standing is not Standing.HOLDS, str(probe.standing))
            given = _one(_lies_in(word, negated), Standing.NEGATED) | _one(_lies_in(word, excepted), Standing.EXCEPTED)
            yield Answer(
                gold.name, wanted, frozenset(map(str, given)), _quote(gold, *item.span), detail=_quote(gold, *word)
            )


def _lies_in(word: Span, stretches: Iterable[Span]) -> bool:
    return any(start <= word[0] and word[1] <= end for start, end in stretches)


def _flags(gold: GoldDocument, pairs: _Pairs) -> Iterator[Answer]:
    for item, clause in pairs:
        predicted = frozenset(str(flag) for flag in clause.flags) if clause else frozenset()
        yield Answer(gold.name, frozenset(map(str, item.flags)), predicted, _quote(gold, *item.span))


def _silence(gold: GoldDocument, pairs: _Pairs) -> Iterator[Answer]:
    label = LABELS[SILENT][0]
    for item, clause in pairs:
        predicted = _one(clause is not None and clause.is_silent, label)
        yield Answer(gold.name, _one(item.is_silent, label), predicted, _quote(gold, *item.span))


_Read = tuple[int, int, str, str, str, str]


def _references(gold: GoldDocument, tagged: TaggedDocument) -> Iterator[Answer]:
    """Right when the place, law, article, member and part are all the same."""
    wanted: dict[_Read, GoldClause] = {
        (item.start, item.end, item.law, item.article, item.member, item.part): clause
        for clause in gold.clauses
        for item in clause.references
    }
    given: dict[_Read, Clause] = {
        (item.start, item.end, item.law, item.article, item.member, item.part): tagged.clauses[item.clause]
        for item in tagged.references
    }
    label = LABELS[REFERENCES][0]
    for read in sorted(wanted.keys() | given.keys()):
        clause = wanted.get(read) or given[read]
        yield Answer(
            gold.name,
            _one(read in wanted, label),
            _one(read in given, label),
            _quote(gold, clause.start, clause.end),
            detail=_in_words(gold, read),
        )


def _reference_spans(gold: GoldDocument, tagged: TaggedDocument) -> Iterator[Answer]:
    wanted = {(item.start, item.end) for clause in gold.clauses for item in clause.references}
    given = {(item.start, item.end) for item in tagged.references}
    label = LABELS[REFERENCE_SPANS][0]
    for span in sorted(wanted | given):
        yield Answer(gold.name, _one(span in wanted, label), _one(span in given, label), _quote(gold, *span))


def _in_words(gold: GoldDocument, read: _Read) -> str:
    """ "artikel 27 lid 1 WOR → WOR art. 27 lid 1"."""
    start, end, law, article, member, part = read
    named = (("art.", article), ("lid", member), ("onder", part))
    said = " ".join([law or "?", *(f"{word} {value}" for word, value in named if value)])
    return f"{_quote(gold, start, end)} → {said}"
