"""What findings give: findings, outcomes and the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.model.closed_lists import Certainty, Judgement, Kind, Severity, Verdict
from checker.model.documents import Document
from checker.model.rules import Context


@dataclass(frozen=True, slots=True)
class Location:
    quote: str
    start: int
    end: int
    page: int | None
    heading_path: tuple[str, ...]
    lead_in: str = ""
    """The sentence that introduces the list in which the quote stands, a substring of the document too."""
    is_cut: bool = False
    """The clause goes on after the quote, which was too long to show whole."""


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
    falls_away: tuple[str, ...] = ()
    """What would have kept the rule silent: the reasons of its exceptions, to reject a false alarm quickly."""
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    rule: str
    verdict: Verdict
    reason: str
    """Dutch, one or more sentences."""
    evidence: tuple[Location, ...] = ()
    questions: tuple[str, ...] = ()
    """For `hangt_af_van`: what to ask, in Dutch, one for each unknown fact."""


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
