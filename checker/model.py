"""Every type that crosses a folder border.

Frozen and slotted; standard library only. Offsets are characters into `Document.text`, half-open;
pages count from 1, everything else from 0. English member names, Dutch values as in the YAML.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    HEADING = "heading"
    BODY = "body"
    ITEM = "item"
    CELL = "cell"
    NOTE = "note"
    HEADER = "header"
    FOOTER = "footer"


class Kind(StrEnum):
    """What sort of gap a rule looks for (`soort`)."""

    MISSING = "ontbreekt"
    RISKY = "riskant"
    INCONSISTENT = "tegenstrijdig"


class Severity(StrEnum):
    """How bad it is if it is true (`ernst`); the lawyer's field."""

    HIGH = "hoog"
    MEDIUM = "midden"
    LOW = "laag"


class Certainty(StrEnum):
    """How often the rule is right when it speaks (`zekerheid`); the tester's field."""

    HIGH = "hoog"
    MEDIUM = "midden"
    LOW = "laag"


class Judgement(StrEnum):
    """The obligatory wording of a finding (`oordeel`); only `CONFLICT` may say "in strijd met"."""

    CONFLICT = "strijd"
    PROBABLE_CONFLICT = "waarschijnlijk_strijd"
    RISK = "risico"
    ASSESSMENT = "beoordeling"
    MISSING = "ontbreekt"
    RECOMMENDED = "aanbevolen"
    EDITORIAL = "redactie"


class Verdict(StrEnum):
    SATISFIED = "voldoet"
    MISSING = "ontbreekt"
    RISK = "risico"
    INCONSISTENT = "tegenstrijdig"
    NOT_APPLICABLE = "niet_van_toepassing"
    DEPENDS = "hangt_af_van"
    NOT_ASSESSABLE = "niet_te_beoordelen"


class Force(StrEnum):
    """The one main modality of a clause (`strekking`)."""

    SANCTION = "sanctie"
    PROHIBITION = "verbod"
    DUTY = "plicht"
    ADVICE = "advies"
    RIGHT = "recht"
    POWER = "mag"
    PROMISE = "belofte"
    DEFINITION = "definitie"
    PURPOSE = "doel"
    FACT = "feit"


class Actor(StrEnum):
    """Who a clause binds or empowers."""

    EMPLOYEE = "werknemer"
    EMPLOYER = "werkgever"
    MANAGER = "leidinggevende"
    HR = "hr"
    WORKS_COUNCIL = "ondernemingsraad"
    UNION = "vakbond"
    EXTERNAL = "externe"
    DATA_SUBJECT = "betrokkene"
    AUTHORITY = "overheid"
    UNKNOWN = "onbekend"


class Flag(StrEnum):
    """Why a clause is silent, or what GOV rules look for in it (`kenmerk`)."""

    HEADING = "kop"
    CONTENTS = "inhoudsopgave"
    DEFINITION = "begripsbepaling"
    QUOTATION = "citaat"
    BAD_EXAMPLE = "fout_voorbeeld"
    WRAPPER = "omlijsting"
    HISTORY = "historie"
    QUESTION = "vraag"
    FORM_FIELD = "formulierveld"
    PLACEHOLDER = "invulveld"
    MARKUP_RESIDUE = "opmaakrest"


SILENT_FLAGS = frozenset(Flag) - {Flag.PLACEHOLDER, Flag.MARKUP_RESIDUE}
"""A clause with one of these never triggers a risky rule and never satisfies a missing one."""


class PolicyType(StrEnum):
    SOCIAL_MEDIA = "SMB"
    ICT = "ICT"
    MONITORING = "MON"
    CONDUCT = "GED"
    AI = "AI"
    OWN_DEVICE = "BYOD"
    CAMERA = "CAM"
    HOME_WORK = "THW"


POLICY_TYPE_NAMES: Mapping[PolicyType, str] = {
    PolicyType.SOCIAL_MEDIA: "sociaal-mediabeleid",
    PolicyType.ICT: "internet-, e-mail- en ICT-gebruik",
    PolicyType.MONITORING: "monitoring, personeelscontrole en onderzoek",
    PolicyType.CONDUCT: "gedragscode en integriteit",
    PolicyType.AI: "gebruik van AI",
    PolicyType.OWN_DEVICE: "eigen apparaten",
    PolicyType.CAMERA: "cameratoezicht",
    PolicyType.HOME_WORK: "thuis- en hybride werken",
}


# --- what parsing gives ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table cell; its marker ("3.2", "a.", "•") is not in the text."""

    kind: BlockKind
    start: int
    end: int
    page: int | None = None
    """None where the format has no pages."""
    level: int = 0
    """Heading: 1 and up. Item: nesting depth, 0 is outermost."""
    number: str = ""
    """As written: "3.2", "a)", "Artikel 4"; empty for a bullet."""
    heading_path: tuple[str, ...] = ()
    """Headings above this block, outermost first, each with its number ("2. Gedrag")."""
    source: str = ""
    """Where in the file: "paragraph 12", "page 2 line 8"."""


@dataclass(frozen=True, slots=True)
class ExtractionWarning:
    """Something that could not be read, or was read with loss."""

    code: str
    message: str
    """Dutch, for the reader of the report; holds no text of the document."""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    path: str
    """As the user gave it, with forward slashes; never made absolute."""
    sha256: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    """In reading order, not overlapping; text outside blocks is white space only."""
    pages: int | None = None
    warnings: tuple[ExtractionWarning, ...] = ()


# --- what the rulebook holds -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Law:
    id: str
    name: str
    source: str
    """BWB id, CELEX number, ECLI or application number."""
    valid_from: dt.date
    valid_through: dt.date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    law: str
    article: str
    member: str
    """Lid and onderdeel as one reads them: "1 onder k"; empty when the whole article is meant."""
    says: str
    """What the article says, in our own words."""
    valid_from: dt.date
    valid_through: dt.date | None = None
    reviewed: str = ""
    """How and when it was checked (`nagezien`)."""

    def in_force(self, day: dt.date) -> bool:
        """Whether the provision holds on `day`; the last day counts."""
        return self.valid_from <= day and (self.valid_through is None or day <= self.valid_through)


@dataclass(frozen=True, slots=True)
class Concept:
    id: str
    meaning: str
    terms: tuple[str, ...]
    concepts: tuple[str, ...] = ()
    """Other concepts whose terms count as terms of this one."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the law, by the day from which it holds."""

    id: str
    meaning: str
    unit: str
    values: tuple[tuple[dt.date, int | None], ...]

    def value_on(self, day: dt.date) -> int | None:
        """The value in force on `day`; None before the first date or after an ending."""
        held = [value for start, value in self.values if start <= day]
        return held[-1] if held else None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One sentence form: concepts that stand together in one window, with what else the clause must be.

    `concepts` must all be there (AND). `at_least` of `any_of` must be there as well, when set.
    """

    window: str
    """bepaling, alinea, opsomming, paragraaf or document."""
    concepts: tuple[str, ...] = ()
    forces: tuple[Force, ...] = ()
    actors: tuple[Actor, ...] = ()
    flags: tuple[Flag, ...] = ()
    """The clause carries one of these (`met_kenmerk`); then silent clauses count as well."""
    rules: tuple[str, ...] = ()
    """One of these rules reports on the clause (`waarover_meldt`)."""
    any_of: tuple[str, ...] = ()
    at_least: int = 0
    limit: str = ""
    """Parameter id, or a number with its unit; empty when the clause needs no amount."""
    limit_kind: str = ""
    """hoogstens, ten_minste, meer_dan or minder_dan."""


@dataclass(frozen=True, slots=True)
class RuleException:
    """What takes a finding away (`behalve`), with its reason (`omdat`)."""

    pattern: Pattern
    because: str


@dataclass(frozen=True, slots=True)
class FactTest:
    """A precondition on the organisation: the fact has (or has not) one of the values, or is in the range."""

    fact: str
    values: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    minimum: str = ""
    """A number or a parameter id; the fact must be at least this."""
    maximum: str = ""
    """Likewise; the fact must be at most this."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Another severity, judgement or message in a context or when the document says something more (`afwijkend`)."""

    because: str
    facts: tuple[FactTest, ...] = ()
    pattern: Pattern | None = None
    absent: bool = False
    """True: holds when the document does *not* match the pattern."""
    severity: Severity | None = None
    judgement: Judgement | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    must_report: bool
    because: str = ""
    known_miss: str = ""
    """Why the program gets this one wrong today (`bekend_fout`); empty when it must be right."""
    reference_date: dt.date | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    policy_type: PolicyType | None = None


@dataclass(frozen=True, slots=True)
class RuleTexts:
    message: str
    why: str
    advice: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    title: str
    kind: Kind
    severity: Severity
    severity_reason: str
    certainty: Certainty
    judgement: Judgement
    status: str
    policy_types: tuple[PolicyType, ...]
    facts: tuple[FactTest, ...]
    """All must hold; an unknown fact makes the rule answer "hangt af van"."""
    patterns: tuple[Pattern, ...]
    """Risky: alternatives, each is a trigger. Missing: each would satisfy; none is found. Inconsistent: two."""
    conditions: tuple[Pattern, ...]
    """The rule speaks only when the document matches each of these (`terwijl_het_document_noemt`)."""
    exceptions: tuple[RuleException, ...]
    variants: tuple[Variant, ...]
    legal_basis: tuple[LegalBasis, ...]
    texts: RuleTexts
    examples: tuple[Example, ...]
    differing: str = ""
    """Inconsistent: the quantity that must differ (termijn, bedrag, aantal, percentage); empty otherwise."""
    readers: tuple[str, ...] = ()
    disputed: str = ""
    """Both readings of a disputed point, one sentence each (`betwist`)."""
    belongs_under: str = ""
    """Missing: the theme of heading under which the provision would stand (a concept id)."""
    source: str = ""
    """rules/<thema>/<ID>.yaml"""

    def basis_on(self, day: dt.date) -> tuple[LegalBasis, ...]:
        return tuple(basis for basis in self.legal_basis if basis.in_force(day))


@dataclass(frozen=True, slots=True)
class Rulebook:
    version: str
    """Hash of the rule files, twelve hexadecimal digits: the same rules give the same version."""
    rules: Mapping[str, Rule]
    concepts: Mapping[str, Concept]
    parameters: Mapping[str, Parameter]
    laws: Mapping[str, Law]
    questions: Mapping[str, str] = field(default_factory=dict)
    """Fact of the organisation -> the Dutch question to ask when it is unknown."""


@dataclass(frozen=True, slots=True)
class Context:
    """The organisation, the kind of policy and the day; what is not known is None."""

    reference_date: dt.date
    facts: Mapping[str, object] = field(default_factory=dict)
    """Keys and values as in `context` of the profile; every key is present, unknown is None."""
    assumed: tuple[str, ...] = ()
    """Facts that nobody gave and that hold a default."""
    policy_type: PolicyType | None = None
    policy_type_reason: str = ""
    """How the type came to be known, in Dutch."""


# --- what tagging gives ------------------------------------------------------------------------


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
    """termijn, bedrag, percentage or aantal."""
    value: int
    """Whole units; money in cents, percentages in hundredths."""
    unit: str
    """Calendar units are kept apart: dag (weeks are seven), maand (years are twelve), uur, cent, honderdste, stuks."""
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


# --- what the engine gives ---------------------------------------------------------------------


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


# --- what findings give ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Location:
    quote: str
    start: int
    end: int
    page: int | None
    heading_path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal basis with what the registry says of its law."""

    law: str
    law_name: str
    article: str
    member: str
    says: str
    source: str
    valid_from: dt.date
    valid_through: dt.date | None
    url: str = ""
    reviewed: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    rule: str
    kind: Kind
    severity: Severity
    certainty: Certainty
    judgement: Judgement
    title: str
    message: str
    why: str
    advice: str
    suggestion: str
    legal_basis: tuple[Citation, ...]
    locations: tuple[Location, ...]
    """Primary first. Empty for absence: that has no place of its own."""
    fingerprint: str
    belongs_under: tuple[str, ...] = ()
    """Absence: heading path of the best section for the provision; empty when there is none."""
    disputed: str = ""
    severity_reason: str = ""
    readers: tuple[str, ...] = ()
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    rule: str
    verdict: Verdict
    reason: str
    """Dutch, one sentence; for `hangt_af_van` it ends with the question to ask."""
    evidence: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Versions:
    program: str
    rulebook: str
    pipeline: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything known about one document after an audit."""

    document: Document
    context: Context
    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]
    versions: Versions
    titles: Mapping[str, str] = field(default_factory=dict)
    """Rule id -> title, for every rule that has an outcome."""
    unreadable: str = ""
    """Why the document could not be assessed, in Dutch; empty when it was."""


@dataclass(frozen=True, slots=True)
class Audit:
    """One run: what was asked, with what, and a report for each document in the order given."""

    context: Context
    """As given; each report's own context adds the policy type."""
    versions: Versions
    reports: tuple[Report, ...]
