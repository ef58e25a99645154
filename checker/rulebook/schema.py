"""What a person may type in a rule file: pydantic, with the Dutch keys of `vocabulary`.

Some keys are checked and then left where they are, for people who read the file: `gewijzigd`, `door`, the law of a
parameter and `nagezien` of a law.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from checker.model import Actor, Certainty, Flag, Force, Judgement, Kind, Pointer, PolicyType, Severity
from checker.rulebook.vocabulary import LIMITS, WINDOW_OF, dutch

STATUSES = ("concept", "nagekeken", "vervallen")


class FileModel(BaseModel):
    """Refuses unknown keys; reads and writes the Dutch keys."""

    model_config = ConfigDict(extra="forbid", alias_generator=dutch, frozen=True)


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _policy_types(value: Any) -> Any:
    return [item.value for item in PolicyType] if value == "alle" else _as_list(value)


def _none_if_empty(value: Any) -> Any:
    return None if value == "" else value


Words = Annotated[tuple[str, ...], BeforeValidator(_as_list)]
Forces = Annotated[tuple[Force, ...], BeforeValidator(_as_list)]
Actors = Annotated[tuple[Actor, ...], BeforeValidator(_as_list)]
Flags = Annotated[tuple[Flag, ...], BeforeValidator(_as_list)]
Pointers = Annotated[tuple[Pointer, ...], BeforeValidator(_as_list)]
PolicyTypes = Annotated[tuple[PolicyType, ...], BeforeValidator(_policy_types), Field(min_length=1)]

_A_PLACE = frozenset({"clause_mentions", "paragraph_mentions", "list_mentions", "section_mentions"})
_THE_SAME_PLACE = frozenset(name for name in WINDOW_OF if name.startswith("same_"))


class FactTestEntry(FileModel):
    fact: str
    values: Words = ()
    excluded: Words = ()
    minimum: str = ""
    maximum: str = ""


class AtLeastEntry(FileModel):
    count: int = Field(ge=2)
    any_of: Words


class PatternEntry(FileModel):
    """One sentence form: exactly one window, or a flag or rule that the clause must have."""

    elsewhere: ClassVar[frozenset[str]] = frozenset()
    """Keys that have no meaning where this form stands."""
    instead: ClassVar[str] = ""
    """What to write there, in Dutch."""

    clause_mentions: Words = ()
    paragraph_mentions: Words = ()
    list_mentions: Words = ()
    section_mentions: Words = ()
    same_clause_mentions: Words = ()
    same_paragraph_mentions: Words = ()
    same_list_mentions: Words = ()
    same_section_mentions: Words = ()
    document_mentions: Words = ()
    at_least: AtLeastEntry | None = None
    forces: Forces = ()
    actors: Actors = ()
    flags: Flags = ()
    reported_by: Words = ()
    pointers: Pointers = ()
    unexplained: Words = ()
    depends_on: str = ""
    for_types: Annotated[tuple[PolicyType, ...], BeforeValidator(_as_list)] = ()
    limit_at_most: str = ""
    limit_more_than: str = ""
    limit_less_than: str = ""

    @model_validator(mode="after")
    def _one_window(self) -> PatternEntry:
        stray = [dutch(name) for name in PatternEntry.model_fields if name in self.elsewhere & self.model_fields_set]
        if stray:
            raise ValueError(f"{stray[0]} past hier niet; {self.instead}")
        windows = [name for name in WINDOW_OF if getattr(self, name)]
        if len(windows) > 1:
            raise ValueError("noem één plaats: een bepaling, alinea, opsomming, paragraaf of het document")
        if not windows and not (self.at_least or self.flags or self.reported_by or self.pointers or self.unexplained):
            raise ValueError("zeg wat er moet staan, bijvoorbeeld met een_bepaling_noemt")
        if sum(1 for name in LIMITS if getattr(self, name)) > 1:
            raise ValueError("noem één grens voor de termijn")
        return self


class TriggerEntry(PatternEntry):
    """Under `ergens_staat`, `de_ene_bepaling` and `de_andere_bepaling`."""

    elsewhere = _THE_SAME_PLACE | {"document_mentions", "for_types"}
    instead = "schrijf een_bepaling_noemt, een_alinea_noemt, een_opsomming_noemt of een_paragraaf_noemt"


class ProvisionEntry(PatternEntry):
    """Under `nergens_staat`; concepts may stand at different places of the document."""

    elsewhere = _THE_SAME_PLACE | {"depends_on", "for_types"}
    instead = "schrijf een_bepaling_noemt, een_alinea_noemt, een_paragraaf_noemt of het_document_noemt"


class DocumentEntry(PatternEntry):
    """Under `terwijl_het_document_noemt`, `als_het_document_noemt` and `als_het_document_niet_noemt`."""

    elsewhere = _THE_SAME_PLACE | {"reported_by", "depends_on"}
    instead = "schrijf het_document_noemt, of een_bepaling_noemt en zo meer"


class ExceptionEntry(PatternEntry):
    elsewhere = _A_PLACE | {"reported_by", "depends_on", "for_types"}
    instead = "schrijf dezelfde_bepaling_noemt en zo meer, of het_document_noemt"

    because: str = Field(min_length=3)


class WhenEntry(FileModel):
    somewhere: tuple[TriggerEntry, ...] = ()
    nowhere: tuple[ProvisionEntry, ...] = ()
    while_document_mentions: tuple[DocumentEntry, ...] = ()
    belongs_under: str = ""
    elsewhere: Words = ()
    two_clauses_mention: Words = ()
    differing: str = ""
    one_clause: TriggerEntry | None = None
    other_clause: TriggerEntry | None = None


class VariantEntry(FileModel):
    because: str = Field(min_length=3)
    if_organisation: tuple[FactTestEntry, ...] = ()
    if_document_mentions: DocumentEntry | None = None
    if_document_lacks: DocumentEntry | None = None
    severity: Severity | None = None
    judgement: Judgement | None = None
    message: str = ""

    @model_validator(mode="after")
    def _says_when(self) -> VariantEntry:
        about_document = [form for form in (self.if_document_mentions, self.if_document_lacks) if form]
        if not (self.if_organisation or about_document):
            raise ValueError(
                "zeg wanneer dit geldt, met als_de_organisatie, als_het_document_noemt of als_het_document_niet_noemt"
            )
        if len(about_document) > 1:
            raise ValueError("kies als_het_document_noemt of als_het_document_niet_noemt, niet beide")
        return self


class ReviewEntry(FileModel):
    on: dt.date
    how: str
    by: str = ""


class LegalBasisEntry(FileModel):
    law: str
    article: str
    member: str = ""
    part: str = ""
    says: str = Field(min_length=10)
    valid_from: dt.date
    valid_through: dt.date | None = None
    reviewed: ReviewEntry | str


class TextsEntry(FileModel):
    message: str = Field(min_length=10)
    why: str = Field(min_length=10)
    advice: str = Field(min_length=10)
    suggestion: str = ""


class AppliesToEntry(FileModel):
    policy_types: PolicyTypes
    organisation: tuple[FactTestEntry, ...] = ()


class ExampleEntry(FileModel):
    text: str = Field(min_length=2)
    because: str = ""
    known_miss: str = ""
    reference_date: dt.date | None = None
    organisation: dict[str, Any] = Field(default_factory=dict)
    policy_type: PolicyType | None = None

    @model_validator(mode="before")
    @classmethod
    def _text_alone(cls, value: Any) -> Any:
        return {"tekst": value} if isinstance(value, str) else value


class ExamplesEntry(FileModel):
    beside_each: str = ""
    organisation: dict[str, Any] = Field(default_factory=dict)
    must_report: tuple[ExampleEntry, ...] = Field(min_length=2)
    must_not_report: tuple[ExampleEntry, ...] = Field(min_length=2)


class ChangeEntry(FileModel):
    on: dt.date
    by: str
    what: str


class RuleFile(FileModel):
    id: str = Field(pattern=r"^[A-Z]{2,4}-\d{3}$")
    title: str = Field(max_length=110)
    kind: Kind
    severity: Severity
    severity_reason: str
    certainty: Certainty
    judgement: Judgement
    status: str = Field(pattern="^(" + "|".join(STATUSES) + ")$")
    applies_to: AppliesToEntry
    when: WhenEntry
    exceptions: tuple[ExceptionEntry, ...] = ()
    variants: tuple[VariantEntry, ...] = ()
    legal_basis: tuple[LegalBasisEntry, ...] = Field(min_length=1)
    texts: TextsEntry
    readers: Words = ()
    disputed: str = ""
    examples: ExamplesEntry
    history: tuple[ChangeEntry, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _shape_fits_kind(self) -> RuleFile:
        when = self.when
        shapes = {
            Kind.MISSING: (bool(when.nowhere), "nergens_staat"),
            Kind.RISKY: (bool(when.somewhere), "ergens_staat"),
            Kind.INCONSISTENT: (
                bool(when.one_clause and when.other_clause)
                or bool(when.two_clauses_mention and when.differing)
                or bool(when.somewhere),
                "de_ene_bepaling en de_andere_bepaling, twee_bepalingen_noemen met met_een_verschillende, of "
                "ergens_staat",
            ),
        }
        fits, wanted = shapes[self.kind]
        if not fits:
            raise ValueError(f"een regel met soort '{self.kind}' heeft onder wanneer: {wanted}")
        return self


class ConceptEntry(FileModel):
    meaning: str = Field(min_length=5)
    terms: Words = ()
    concepts: Words = ()

    @model_validator(mode="after")
    def _says_something(self) -> ConceptEntry:
        if not self.terms and not self.concepts:
            raise ValueError("een begrip heeft termen, of noemt andere begrippen")
        return self


class DatedValue(FileModel):
    value: Annotated[int | None, BeforeValidator(_none_if_empty)]
    """Empty: from this day there is no such number any more."""
    law: str = ""
    article: str = ""
    member: str = ""


class ParameterEntry(FileModel):
    meaning: str
    unit: str
    dated_values: dict[dt.date, DatedValue]


class LawChangeEntry(FileModel):
    on: dt.date
    article: str
    what: str = Field(min_length=5)
    reviewed: str


class LawEntry(FileModel):
    name: str
    source: str
    valid_from: dt.date
    valid_through: dt.date | None = None
    url: str = ""
    designations: Words = ()
    changes: tuple[LawChangeEntry, ...] = ()
    reviewed: str = ""
