"""Tags, an audit and the registry of laws -> what is known of each clause, without a word of wording."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TypeVar

from checker.model import (
    Amount,
    Clause,
    Concept,
    Document,
    Law,
    Location,
    Mention,
    Reference,
    Report,
    Rulebook,
    Severity,
    TaggedDocument,
    Verdict,
)

_OF_THE_TAGGER = ("strekking_", "actor_", "kenmerk_", "soort_", "kop_als_")
_FILES_OF_THE_TAGGER = frozenset({"strekking", "actoren", "kenmerken", "documenten"})
_JUDGMENT = "ECLI"

Tag = TypeVar("Tag", Mention, Amount, Reference)


class Part(StrEnum):
    """What a rule did with a clause."""

    REPORTS = "meldt"
    DEPENDS = "hangt_af"
    SILENT = "zwijgt"


class Standing(StrEnum):
    """Whether a law that a clause names holds on the reference date."""

    IN_FORCE = "geldt"
    REPEALED = "vervallen"
    NOT_YET = "nog_niet"
    JUDGMENT = "uitspraak"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class HeardRule:
    """A rule that looked at a clause and reports on it, or would, or keeps silent because of it."""

    rule: str
    title: str
    part: Part
    reason: str
    """Dutch: the message of the finding, or the reason of the outcome."""
    severity: Severity | None = None
    """Of the finding; None when nothing is reported."""


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A reference with its law from the registry (None: not in it) and the standing of that law."""

    reference: Reference
    law: Law | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class ExplainedClause:
    """One clause with all that hangs on it."""

    clause: Clause
    lead_ins: tuple[Clause, ...]
    """The clauses that introduce it, outermost first."""
    cue_in: int | None
    """Index of the clause in which the words that give the force stand; None without such words."""
    mentions: tuple[Mention, ...]
    signals: tuple[Mention, ...]
    """Mentions that only the tagger itself reads: of force, actor, flag and kind of policy."""
    amounts: tuple[Amount, ...]
    references: tuple[LookedUp, ...]
    rules: tuple[HeardRule, ...]

    @property
    def number(self) -> int:
        """As people count: from 1."""
        return self.clause.index + 1


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """What became of one rule for the whole document, and on which clauses that rests."""

    rule: str
    title: str
    verdict: Verdict
    reason: str
    clauses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that the program saw in one document."""

    tagged: TaggedDocument
    report: Report
    clauses: tuple[ExplainedClause, ...]
    """Those asked for, in text order."""
    outcomes: tuple[RuleOutcome, ...]
    concepts: Mapping[str, Concept]
    indices: frozenset[int]
    """Of the clauses asked for."""

    @property
    def document(self) -> Document:
        """The document that is explained."""
        return self.tagged.document

    @property
    def is_whole(self) -> bool:
        """Whether no clause was left out."""
        return len(self.clauses) == len(self.tagged.clauses)

    def text(self, start: int, end: int) -> str:
        """The characters of the document from `start` up to `end`."""
        return self.tagged.document.text[start:end]


def gather(
    tagged: TaggedDocument, report: Report, rulebook: Rulebook, clauses: Iterable[int] | None = None
) -> Explanation:
    """What is known of the clauses with these indices; without them, of every clause.

    `report` is the audit of the same tagged document with the same rulebook.
    """
    wanted = None if clauses is None else frozenset(clauses)
    outcomes = _outcomes(tagged, report)
    heard = _heard_rules(tagged, report)
    mentions = _by_clause(tagged.mentions)
    amounts = _by_clause(tagged.amounts)
    references = _by_clause(tagged.references)
    explained = []
    for clause in tagged.clauses:
        if wanted is not None and clause.index not in wanted:
            continue
        lead_ins = _lead_ins(tagged, clause)
        seen = mentions.get(clause.index, ())
        explained.append(
            ExplainedClause(
                clause=clause,
                lead_ins=lead_ins,
                cue_in=_cue_in(clause, lead_ins),
                mentions=tuple(item for item in seen if not is_signal(item.concept, rulebook.concepts)),
                signals=tuple(item for item in seen if is_signal(item.concept, rulebook.concepts)),
                amounts=tuple(amounts.get(clause.index, ())),
                references=tuple(
                    look_up(item, rulebook.laws, report.context.reference_date)
                    for item in references.get(clause.index, ())
                ),
                rules=tuple(heard.get(clause.index, ())),
            )
        )
    indices = frozenset(item.clause.index for item in explained)
    return Explanation(tagged, report, tuple(explained), outcomes, rulebook.concepts, indices)


def is_signal(concept: str, concepts: Mapping[str, Concept]) -> bool:
    """Whether only the tagger reads the concept: by its name, or by the file in which it stands."""
    known = concepts.get(concept)
    home = PurePosixPath(known.source).stem if known else ""
    return concept.startswith(_OF_THE_TAGGER) or home in _FILES_OF_THE_TAGGER


def look_up(reference: Reference, laws: Mapping[str, Law], day: dt.date) -> LookedUp:
    """The law that a reference names, and whether it holds on `day`; the last day counts."""
    law = laws.get(reference.law)
    if reference.law == _JUDGMENT:
        standing = Standing.JUDGMENT
    elif law is None:
        standing = Standing.UNKNOWN
    elif day < law.valid_from:
        standing = Standing.NOT_YET
    elif law.valid_through is not None and law.valid_through < day:
        standing = Standing.REPEALED
    else:
        standing = Standing.IN_FORCE
    return LookedUp(reference, law, standing)


def _by_clause(tags: Iterable[Tag]) -> dict[int, list[Tag]]:
    found: dict[int, list[Tag]] = defaultdict(list)
    for tag in tags:
        found[tag.clause].append(tag)
    return {clause: sorted(group, key=lambda tag: (tag.start, tag.end)) for clause, group in found.items()}


def _lead_ins(tagged: TaggedDocument, clause: Clause) -> tuple[Clause, ...]:
    chain: list[Clause] = []
    above = clause.lead_in
    while above is not None and above < (chain[-1].index if chain else clause.index):
        chain.append(tagged.clauses[above])
        above = tagged.clauses[above].lead_in
    return tuple(reversed(chain))


def _cue_in(clause: Clause, lead_ins: Iterable[Clause]) -> int | None:
    if clause.cue is None:
        return None
    start = clause.cue[0]
    holding = (item.index for item in (clause, *lead_ins) if item.start <= start < item.end)
    return next(holding, clause.index)


def _heard_rules(tagged: TaggedDocument, report: Report) -> dict[int, list[HeardRule]]:
    """Clause -> what the rules did with it, those that report first."""
    titles = report.titles
    heard: dict[int, list[HeardRule]] = defaultdict(list)
    for finding in report.findings:
        for clause in _clauses_at(tagged, finding.locations):
            heard[clause].append(
                HeardRule(finding.rule, finding.title, Part.REPORTS, finding.message, finding.severity)
            )
    for part, verdict in ((Part.DEPENDS, Verdict.DEPENDS), (Part.SILENT, Verdict.SATISFIED)):
        for outcome in report.outcomes:
            if outcome.verdict is verdict:
                for clause in _clauses_at(tagged, outcome.evidence):
                    heard[clause].append(HeardRule(outcome.rule, titles.get(outcome.rule, ""), part, outcome.reason))
    return heard


def _outcomes(tagged: TaggedDocument, report: Report) -> tuple[RuleOutcome, ...]:
    return tuple(
        RuleOutcome(
            outcome.rule,
            report.titles.get(outcome.rule, ""),
            outcome.verdict,
            outcome.reason,
            _clauses_at(tagged, outcome.evidence),
        )
        for outcome in report.outcomes
    )


def _clauses_at(tagged: TaggedDocument, locations: Iterable[Location]) -> tuple[int, ...]:
    """The clauses that begin where the locations begin, each once; a long quote is cut at its end only."""
    starts = {location.start for location in locations}
    return tuple(clause.index for clause in tagged.clauses if clause.start in starts) if starts else ()
