"""Writes an audit as JSON: a contract with a version, described by `report.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from checker.model import Audit, Citation, Context, Document, Finding, Location, Outcome, Report

FORMAT_VERSION = "1.0"
"""First number: keys went away or changed meaning. Second: keys or values were added."""

RECOGNITION_CODE = "soort_beleid"
UNREADABLE_CODE = "niet_leesbaar"


def render_json(audit: Audit) -> str:
    """Return the audit as JSON: fixed key order, two spaces, null for unknown, a line end at the end."""
    return json.dumps(_audit(audit), ensure_ascii=False, indent=2) + "\n"


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) to which every JSON report answers."""
    schema: dict[str, Any] = json.loads(Path(__file__).with_name("report.schema.json").read_text(encoding="utf-8"))
    return schema


def _audit(audit: Audit) -> dict[str, object]:
    return {
        "format_version": FORMAT_VERSION,
        "tool": {
            "name": "beleidstoets",
            "version": audit.versions.program,
            "rulebook": audit.versions.rulebook,
            "pipeline": audit.versions.pipeline,
        },
        "context": _context(audit.context),
        "documents": [_document(report) for report in audit.reports],
    }


def _context(context: Context) -> dict[str, object]:
    return {
        "reference_date": context.reference_date.isoformat(),
        **{key: _plain(context.facts[key]) for key in sorted(context.facts)},
        "assumed": sorted(context.assumed),
    }


def _plain(value: object) -> object:
    """A fact as JSON; a set is sorted and anything unforeseen becomes text."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, set | frozenset):
        return sorted(str(item) for item in value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    return str(value)


def _document(report: Report) -> dict[str, object]:
    document = report.document
    return {
        "path": _relative(document.path) or document.name,
        "name": document.name,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "policy_type": report.context.policy_type,
        "pages": document.pages,
        "warnings": _warnings(report, document),
        "findings": [_finding(finding) for finding in report.findings],
        "outcomes": [_outcome(outcome) for outcome in report.outcomes],
    }


def _relative(path: str) -> str:
    """The path as given; of an absolute path only the last part, for it tells about the computer."""
    absolute = PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute()
    return PureWindowsPath(path).name if absolute else path


def _warnings(report: Report, document: Document) -> list[dict[str, object]]:
    rows: list[tuple[str, str, int | None]] = []
    if report.unreadable:
        rows.append((UNREADABLE_CODE, report.unreadable, None))
    if report.context.policy_type_reason:
        rows.append((RECOGNITION_CODE, report.context.policy_type_reason, None))
    rows += [(warning.code, warning.message, warning.page) for warning in document.warnings]
    return [{"code": code, "message": message, "page": page} for code, message, page in rows]


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "kind": finding.kind,
        "severity": finding.severity,
        "certainty": finding.certainty,
        "judgement": finding.judgement,
        "title": finding.title,
        "message": finding.message,
        "why": finding.why,
        "advice": finding.advice,
        "suggestion": finding.suggestion,
        "legal_basis": [_citation(citation) for citation in finding.legal_basis],
        "locations": [_location(location) for location in finding.locations],
        "fingerprint": finding.fingerprint,
        "decision": finding.decision,
    }


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "law": citation.law,
        "article": citation.article,
        "member": citation.member,
        "says": citation.says,
        "source": citation.source,
        "valid_from": citation.valid_from.isoformat(),
        "valid_through": citation.valid_through.isoformat() if citation.valid_through else None,
    }


def _location(location: Location) -> dict[str, object]:
    return {
        "quote": location.quote,
        "start": location.start,
        "end": location.end,
        "page": location.page,
        "heading_path": list(location.heading_path),
    }


def _outcome(outcome: Outcome) -> dict[str, object]:
    return {
        "rule": outcome.rule,
        "verdict": outcome.verdict,
        "reason": outcome.reason,
        "evidence": [_location(location) for location in outcome.evidence],
    }
