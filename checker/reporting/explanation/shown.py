"""An explanation -> what is shown of it, in words and in order; HTML and text show the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import POLICY_TYPE_NAMES, Actor, BlockKind, Clause, Force, Location, Verdict
from checker.reporting.explanation.gathering import ExplainedClause, Explanation, HeardRule, Part
from checker.reporting.explanation.pieces import Layer, Piece, cut
from checker.reporting.explanation.telling import (
    amount_text,
    concept_name,
    concept_texts,
    force_text,
    reference_text,
    remarks,
    silence_reasons,
)
from checker.reporting.places import Outline, one_line, outline_of, place_text, printable
from checker.reporting.starting_points import type_sentence
from checker.reporting.wording import Wording

SIGNALS = "signalen"
"""Key of the fact that only readers of the page see: what the tagger read for itself."""
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class ShownFact:
    key: str
    label: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownLeadIn:
    number: int
    is_shown: bool
    """Whether the page has this clause itself, so that it can be linked to."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ShownClause:
    number: int
    force: Force
    label: str
    """The force in a word; "stil" for a silent clause."""
    is_silent: bool
    place: str
    kind: BlockKind
    level: int
    heading: int
    """Level of the heading on the page, 3 to 6; 0 when it is none."""
    marker: str
    """Number or bullet of the block, at its first clause only."""
    opens_block: bool
    new_page: int | None
    """The page that begins with this clause; None inside a page or without pages."""
    lead_ins: tuple[ShownLeadIn, ...]
    pieces: tuple[Piece, ...]
    facts: tuple[ShownFact, ...]
    rules: tuple[HeardRule, ...]
    summary: str
    """ "de werknemer · 2 begrippen · 1 verwijzing"."""

    @property
    def text(self) -> str:
        """The text of the clause, fit to show."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def reporting(self) -> tuple[HeardRule, ...]:
        """The rules that report on the clause."""
        return tuple(rule for rule in self.rules if rule.part is Part.REPORTS)


@dataclass(frozen=True, slots=True)
class ShownVerdict:
    """The rules with one verdict; `clauses` are numbers as people count."""

    verdict: Verdict
    label: str
    rules: tuple[tuple[str, str, str, tuple[int, ...]], ...]
    """Rule, title, reason (empty when it only repeats the title) and the numbers of its clauses."""


@dataclass(frozen=True, slots=True)
class ShownExplanation:
    name: str
    policy_type: str
    basis: str
    """The day of the law, and as what kind of policy the document was read."""
    totals: str
    selection: str
    """What part is shown; empty when that is everything."""
    counts: tuple[tuple[Force, str, int], ...]
    """Every force that occurs, its name and how many of the clauses shown have it, silent ones left out."""
    silent: int
    """How many of the clauses shown are silent."""
    clauses: tuple[ShownClause, ...]
    verdicts: tuple[ShownVerdict, ...]
    """Empty for a selection: then only what the rules did with its clauses is told."""


def show(explanation: Explanation, wording: Wording) -> ShownExplanation:
    """Put an explanation into words."""
    report = explanation.report
    kind = report.context.policy_type
    day = wording.date(report.context.reference_date)
    everything = explanation.tagged.clauses
    counts = Counter(item.clause.force for item in explanation.clauses if not item.clause.is_silent)
    silent = sum(clause.is_silent for clause in everything)
    total = wording.count(len(everything), "bepaling")
    shown = len(explanation.clauses)
    selection = "" if explanation.is_whole else wording.say("deel", getoond=shown, bepalingen=total)
    if not everything:
        selection = wording.say("geen_bepalingen")
    elif not shown:
        selection = wording.say("geen_gekozen")
    return ShownExplanation(
        name=one_line(explanation.document.name),
        policy_type=POLICY_TYPE_NAMES[kind] if kind else wording.say("soort_onbekend"),
        basis=wording.say("peildatum", datum=day, soort=type_sentence(report.context, wording)),
        totals=wording.say("telling", bepalingen=total, stil=silent),
        selection=selection,
        counts=tuple((force, wording.label("strekking", force), counts[force]) for force in Force if counts[force]),
        silent=sum(item.clause.is_silent for item in explanation.clauses),
        clauses=tuple(_clauses(explanation, wording)),
        verdicts=tuple(_verdicts(explanation, wording)) if explanation.is_whole else (),
    )


def _clauses(explanation: Explanation, wording: Wording) -> Iterator[ShownClause]:
    outline = outline_of(explanation.document)
    block = page = None
    heading = 2
    for item in explanation.clauses:
        clause = item.clause
        here = explanation.document.blocks[clause.block]
        opens = clause.block != block
        if here.kind is BlockKind.HEADING:
            heading = min(heading + 1, here.level + 2, _DEEPEST)
        bullet = "•" if here.kind is BlockKind.ITEM else ""
        yield ShownClause(
            number=item.number,
            force=clause.force,
            label=wording.label("naam", "stil").lower()
            if clause.is_silent
            else wording.label("strekking", clause.force),
            is_silent=clause.is_silent,
            place=_place(clause, here.page, outline, wording),
            kind=here.kind,
            level=here.level,
            heading=heading if here.kind is BlockKind.HEADING else 0,
            marker=(printable(here.number) or bullet) if opens else "",
            opens_block=opens,
            new_page=here.page if here.page != page else None,
            lead_ins=tuple(_lead_ins(item, explanation, wording)),
            pieces=cut(explanation.document.text, clause.start, clause.end, _layers(item, explanation, wording)),
            facts=tuple(_facts(item, explanation, wording)),
            rules=item.rules,
            summary=_summary(item, wording),
        )
        block, page = clause.block, here.page


def _place(clause: Clause, page: int | None, outline: Outline, wording: Wording) -> str:
    return place_text(Location("", clause.start, clause.end, page, clause.heading_path), outline, wording)


def _lead_ins(item: ExplainedClause, explanation: Explanation, wording: Wording) -> Iterator[ShownLeadIn]:
    layers = _layers(item, explanation, wording)
    for clause in item.lead_ins:
        pieces = cut(explanation.document.text, clause.start, clause.end, layers)
        yield ShownLeadIn(clause.index + 1, clause.index in explanation.indices, pieces)


def _layers(item: ExplainedClause, explanation: Explanation, wording: Wording) -> list[Layer]:
    clause = item.clause
    layers = []
    if clause.cue is not None:
        label = f"{wording.label('naam', 'strekking')}: {wording.label('strekking', clause.force)}"
        layers.append(Layer(*clause.cue, "cue", label))
    layers += [Layer(*span, "negated", wording.label("naam", "ontkend")) for span in clause.negated]
    layers += [Layer(*span, "excepted", wording.label("naam", "uitgezonderd")) for span in clause.excepted]
    for mention in item.mentions:
        meaning = explanation.concepts[mention.concept].meaning if mention.concept in explanation.concepts else ""
        label = ": ".join(filter(None, (concept_name(mention), one_line(meaning))))
        layers.append(Layer(mention.start, mention.end, "concept", label))
    layers += [
        Layer(amount.start, amount.end, "amount", amount_text(amount, explanation, wording)) for amount in item.amounts
    ]
    day = explanation.report.context.reference_date
    layers += [
        Layer(found.reference.start, found.reference.end, "reference", reference_text(found, day, wording))
        for found in item.references
    ]
    return layers


def _facts(item: ExplainedClause, explanation: Explanation, wording: Wording) -> Iterator[ShownFact]:
    clause = item.clause
    day = explanation.report.context.reference_date
    speaks = not clause.is_silent
    acts = speaks or clause.actor is not Actor.UNKNOWN
    signals = concept_texts(item.signals, item, explanation, wording)
    entries = {
        "stil": silence_reasons(clause.flags, wording),
        "strekking": (force_text(item, explanation, wording),) if speaks or clause.force is not Force.FACT else (),
        "handelende": (wording.label("handelende", clause.actor),) if acts else (),
        "begrippen": concept_texts(item.mentions, item, explanation, wording),
        "bedragen": tuple(amount_text(amount, explanation, wording) for amount in item.amounts),
        "verwijzingen": tuple(reference_text(found, day, wording) for found in item.references),
        "ontkend": tuple(f"„{one_line(explanation.text(*span))}”" for span in clause.negated),
        "uitgezonderd": tuple(f"„{one_line(explanation.text(*span))}”" for span in clause.excepted),
        "opmerkingen": remarks(clause.flags, wording),
        SIGNALS: ("; ".join(signals),) if signals else (),
    }
    for key, told in entries.items():
        if told:
            yield ShownFact(key, wording.label("naam", key), tuple(dict.fromkeys(told)))


def _summary(item: ExplainedClause, wording: Wording) -> str:
    counted = (("begrip", item.mentions), ("bedrag", item.amounts), ("verwijzing", item.references))
    parts = [wording.label("handelende", item.clause.actor)] if item.clause.actor is not Actor.UNKNOWN else []
    parts += [wording.count(len(tags), noun) for noun, tags in counted if tags]
    return " · ".join(parts)


def _verdicts(explanation: Explanation, wording: Wording) -> Iterator[ShownVerdict]:
    for verdict in (*(item for item in Verdict if item is not Verdict.SATISFIED), Verdict.SATISFIED):
        rules = tuple(
            (item.rule, item.title, "" if item.reason.rstrip(".") == item.title.rstrip(".") else item.reason, numbers)
            for item in explanation.outcomes
            if item.verdict is verdict
            for numbers in (tuple(index + 1 for index in item.clauses),)
        )
        if rules:
            yield ShownVerdict(verdict, wording.label("uitkomst", verdict), rules)
