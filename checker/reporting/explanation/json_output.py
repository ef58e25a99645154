"""Writes an explanation as JSON: a contract with a version, described by `explanation.schema.json`."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from checker.model import Amount, Mention
from checker.reporting.explanation.gathering import ExplainedClause, Explanation, HeardRule, LookedUp

FORMAT_VERSION = "1.0"
"""First number: keys went away or changed meaning. Second: keys or values were added."""


def render_json(explanation: Explanation) -> str:
    """Return the explanation as JSON: fixed key order, two spaces, null for unknown, a line end at the end."""
    versions = explanation.report.versions
    root = {
        "format_version": FORMAT_VERSION,
        "tool": {
            "name": "beleidstoets",
            "version": versions.program,
            "rulebook": versions.rulebook,
            "pipeline": versions.pipeline,
        },
        "reference_date": explanation.report.context.reference_date.isoformat(),
        "document": _document(explanation),
        "clauses": [_clause(item, explanation) for item in explanation.clauses],
        "outcomes": [
            {
                "rule": item.rule,
                "title": item.title,
                "verdict": item.verdict,
                "reason": item.reason,
                "clauses": [index + 1 for index in item.clauses],
            }
            for item in explanation.outcomes
        ],
    }
    return json.dumps(root, ensure_ascii=False, indent=2) + "\n"


def explanation_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) to which every explanation in JSON answers."""
    path = Path(__file__).with_name("explanation.schema.json")
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def _document(explanation: Explanation) -> dict[str, object]:
    document = explanation.document
    absolute = PurePosixPath(document.path).is_absolute() or PureWindowsPath(document.path).is_absolute()
    return {
        "path": document.name if absolute else document.path,
        "name": document.name,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "policy_type": explanation.report.context.policy_type,
        "pages": document.pages,
        "clauses": len(explanation.tagged.clauses),
        "text": document.text,
    }


def _clause(item: ExplainedClause, explanation: Explanation) -> dict[str, object]:
    clause = item.clause
    block = explanation.document.blocks[clause.block]
    return {
        "number": item.number,
        "start": clause.start,
        "end": clause.end,
        "page": block.page,
        "heading_path": list(clause.heading_path),
        "block": {"kind": block.kind, "level": block.level, "number": block.number},
        "lead_ins": [above.index + 1 for above in item.lead_ins],
        "forces": list(clause.forces),
        "cue": None if clause.cue is None or item.cue_in is None else {**_span(clause.cue), "clause": item.cue_in + 1},
        "actor": clause.actor,
        "flags": list(clause.flags),
        "silent": clause.is_silent,
        "negated": [_span(span) for span in clause.negated],
        "excepted": [_span(span) for span in clause.excepted],
        "concepts": [_mention(mention, explanation) for mention in item.mentions],
        "signals": [_mention(mention, explanation) for mention in item.signals],
        "amounts": [_amount(amount) for amount in item.amounts],
        "references": [_reference(found) for found in item.references],
        "rules": [_rule(rule) for rule in item.rules],
    }


def _span(span: tuple[int, int]) -> dict[str, object]:
    return {"start": span[0], "end": span[1]}


def _mention(mention: Mention, explanation: Explanation) -> dict[str, object]:
    known = explanation.concepts.get(mention.concept)
    return {
        "concept": mention.concept,
        "meaning": known.meaning if known else None,
        "term": mention.term,
        "start": mention.start,
        "end": mention.end,
        "negated": mention.negated,
        "excepted": mention.excepted,
    }


def _amount(amount: Amount) -> dict[str, object]:
    return {
        "quantity": amount.quantity,
        "value": amount.value,
        "unit": amount.unit,
        "bound": amount.bound,
        "written": amount.written,
        "start": amount.start,
        "end": amount.end,
        "applies_to": None if amount.applies_to is None else _span(amount.applies_to),
    }


def _reference(found: LookedUp) -> dict[str, object]:
    reference, law = found.reference, found.law
    through = law.valid_through if law else None
    return {
        "law": reference.law or None,
        "law_name": law.name if law else None,
        "article": reference.article or None,
        "member": reference.member or None,
        "part": reference.part or None,
        "written": reference.written,
        "start": reference.start,
        "end": reference.end,
        "standing": found.standing,
        "valid_from": law.valid_from.isoformat() if law else None,
        "valid_through": through.isoformat() if through else None,
    }


def _rule(rule: HeardRule) -> dict[str, object]:
    return {
        "rule": rule.rule,
        "title": rule.title,
        "part": rule.part,
        "severity": rule.severity,
        "reason": rule.reason,
    }
