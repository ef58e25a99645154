"""What the rulebook holds, and the context in which it speaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.model.closed_lists import Actor, Certainty, Flag, Force, Judgement, Kind, Pointer, PolicyType, Severity


@dataclass(frozen=True, slots=True)
class LawChange:
    """A change of a law (`wijzigingen`)."""

    on: dt.date
    article: str
    what: str
    """In our own words, Dutch."""
    reviewed: str
    """How the date was checked."""


@dataclass(frozen=True, slots=True)
class Law:
    id: str
    name: str
    source: str
    """BWB id, CELEX number, ECLI or application number."""
    valid_from: dt.date
    valid_through: dt.date | None = None
    url: str = ""
    designations: tuple[str, ...] = ()
    """How texts name it: abbreviations, full, old and English names (`aanduidingen`).

    A law without one is not looked for.
    """
    changes: tuple[LawChange, ...] = ()
    """What changed in it since 2016 that matters to policies, by day."""


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
    pointers: tuple[Pointer, ...] = ()
    """The clause refers to one of these (`met_verwijzing`)."""
    unexplained: tuple[str, ...] = ()
    """The clause mentions one of these concepts, which the document nowhere explains (`noemt_zonder_uitleg`)."""
    depends_on: str = ""
    """A fact of the organisation; while it is unknown the rule asks instead of reporting (`hangt_af_van`)."""
    for_types: tuple[PolicyType, ...] = ()
    """A condition that counts for these policies only (`alleen_bij_beleid`); empty: for all."""

    def counts_for(self, policy_type: PolicyType | None) -> bool:
        """Whether the condition is asked of such a policy; of an unknown kind it is."""
        return not self.for_types or policy_type is None or policy_type in self.for_types

    @property
    def named_concepts(self) -> tuple[str, ...]:
        """Every concept that the form asks for, in whatever way."""
        return (*self.concepts, *self.any_of, *self.unexplained)


@dataclass(frozen=True, slots=True)
class RuleException:
    """What takes a finding away (`behalve`), with its reason (`omdat`)."""

    pattern: Pattern
    because: str
    line: int = field(default=0, compare=False)
    """Where it stands in the rule file, from 1; 0 when unknown."""


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
    line: int = field(default=0, compare=False)
    """Where it stands in the rule file, from 1; 0 when unknown."""


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
    stands_alone: bool = False
    """Inconsistent: each pattern is a trigger by itself (`ergens_staat`), at odds with what the document lacks."""
    elsewhere: tuple[str, ...] = ()
    """Missing: documents of the organisation in which the provision may stand as well (`mag_ook_staan_in`)."""

    @property
    def all_patterns(self) -> tuple[Pattern, ...]:
        """Every sentence form of the rule: triggers, conditions, exceptions and variants."""
        return (
            *self.patterns,
            *self.conditions,
            *(exception.pattern for exception in self.exceptions),
            *(variant.pattern for variant in self.variants if variant.pattern),
        )

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
    broken: tuple[str, ...] = ()
    """Ids of rules whose file could not be used; they were left out."""


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
