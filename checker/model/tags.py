"""What tagging gives: clauses, mentions and amounts; and what the engine saw in them."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.closed_lists import SILENT_FLAGS, Actor, Bound, Flag, Force
from checker.model.documents import Document


@dataclass(frozen=True, slots=True)
class Clause:
    """The smallest normative unit: a sentence, a part of one after a semicolon, or a list item."""

    index: int
    start: int
    end: int
    block: int
    lead_in: int | None = None
    """Index of the clause that introduces the list in which this one stands."""
    list_id: int = -1
    """Items of one list share it; -1 outside lists."""
    section: int = -1
    """Index of the heading block above; -1 before the first heading."""
    heading_path: tuple[str, ...] = ()
    forces: tuple[Force, ...] = (Force.FACT,)
    """Main force first. A ban with its sanction in one sentence has both."""
    actor: Actor = Actor.UNKNOWN
    flags: tuple[Flag, ...] = ()
    cue: tuple[int, int] | None = None
    """Where the words stand that give the main force; may lie in the lead-in. None where only the form gives it."""
    negated: tuple[tuple[int, int], ...] = ()
    """Stretches of the clause's own text that a negation reaches: what is said not to be, happen or be allowed."""
    excepted: tuple[tuple[int, int], ...] = ()
    """Stretches of the clause's own text that an exception reaches ("tenzij de directie toestemming geeft")."""

    @property
    def force(self) -> Force:
        return self.forces[0]

    @property
    def is_silent(self) -> bool:
        return any(flag in SILENT_FLAGS for flag in self.flags)


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept found in a clause; start and end may lie in the clause's lead-in."""

    concept: str
    clause: int
    start: int
    end: int
    term: str
    negated: bool = False
    excepted: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A duration, sum of money, percentage or count, as written and comparable within its unit."""

    quantity: str
    """termijn, bedrag, percentage, aantal or datum."""
    value: int
    """Whole units; money in cents, percentages in hundredths, a date as yyyymmdd."""
    unit: str
    """Calendar units are kept apart.

    Dag (weeks are seven), maand (years are twelve), uur, cent, honderdste, stuks, kalenderdag.
    """
    written: str
    clause: int
    start: int
    end: int
    bound: Bound = Bound.EXACT
    """Whether it is the most, the least, a deadline or what must have passed."""
    applies_to: tuple[int, int] | None = None
    """The word that the amount measures ("bewaard", "boete"); None where no word is near."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A law, treaty, regulation or judgment that a clause names, normalised to the registry of laws."""

    law: str
    """Id in `rules/wetten.yaml`; "ECLI" for a judgment; empty for a law that the registry does not know."""
    article: str
    """Without the book: "613" for 7:613 BW; the code of a judgment; empty when only the law is named."""
    member: str
    """Lid: "1"; empty when none is named."""
    part: str
    """Onderdeel: "k"; empty when none is named."""
    written: str
    clause: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OwnReference:
    """A part of the document itself, or another document of the organisation, that a clause refers to."""

    sort: str
    """artikel, hoofdstuk, paragraaf, bijlage or stuk."""
    target: str
    """The number without its word ("3.2"; empty for "de bijlage"), or the name of the document ("privacyreglement")."""
    is_found: bool
    """Whether the document itself holds it; always False for another document."""
    written: str
    clause: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TaggedDocument:
    document: Document
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]
    amounts: tuple[Amount, ...]
    pipeline: str
    """Name and version of the spaCy pipeline that made the tags."""
    references: tuple[Reference, ...] = ()
    own_references: tuple[OwnReference, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """One thing the engine saw: a report, a satisfied provision, a met condition, an exception, a variant."""

    rule: str
    role: str
    """report, satisfied, condition, exempt or variant."""
    clauses: tuple[int, ...]
    """Primary clause first; empty for a report of absence."""
    part: int = 0
    """Which pattern, condition, exception or variant of the rule."""
    values: tuple[int, ...] = ()
    """Indices into `TaggedDocument.amounts`, for rules that compare amounts."""
