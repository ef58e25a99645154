"""The file of a new rule, from the answers of who writes it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import yaml

from checker.model import Kind

_SENTENCES = {Kind.MISSING: "nergens_staat", Kind.RISKY: "ergens_staat", Kind.INCONSISTENT: "ergens_staat"}


@dataclass(frozen=True, slots=True)
class RuleAnswers:
    """What a person said of a new rule; Dutch values, as in the file."""

    theme: str
    """Two to four capitals: the start of the id."""
    kind: Kind
    title: str
    severity: str
    severity_reason: str
    judgement: str
    law: str
    article: str
    says: str
    valid_from: dt.date
    message: str
    why: str
    advice: str
    suggestion: str
    terms: Sequence[str]
    must_report: Sequence[str]
    must_not_report: Sequence[str]
    author: str
    today: dt.date


def next_id(theme: str, ids: Iterable[str]) -> str:
    """The first free id of a theme behind the highest that is used: "SAN-013"."""
    used = [int(name.removeprefix(f"{theme}-")) for name in ids if name.startswith(f"{theme}-")]
    return f"{theme}-{max(used, default=0) + 1:03d}"


def concept_name(rule_id: str, title: str) -> str:
    """A name for the concept of a new rule: "san_013_boete_zonder_grens"."""
    words = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")
    return f"{rule_id.lower().replace('-', '_')}_{words}"[:60].rstrip("_")


def draft_files(rule_id: str, answers: RuleAnswers) -> dict[str, str]:
    """Relative path -> YAML of the rule and of its concept; together they load and can be proven."""
    concept = concept_name(rule_id, answers.title)
    rule = {
        "regel": rule_id,
        "titel": answers.title,
        "soort": str(answers.kind),
        "ernst": answers.severity,
        "ernst_reden": answers.severity_reason,
        "zekerheid": "laag",
        "oordeel": answers.judgement,
        "status": "concept",
        "geldt_voor": {"beleid": "alle"},
        "wanneer": {_SENTENCES[answers.kind]: [{"een_bepaling_noemt": [concept]}]},
        "grondslag": [
            {
                "wet": answers.law,
                "artikel": answers.article,
                "zegt": answers.says,
                "geldig_vanaf": answers.valid_from,
                "nagezien": "nog niet nagekeken",
            }
        ],
        "bevinding": {
            "melding": answers.message,
            "waarom": answers.why,
            "advies": answers.advice,
            **({"tekstvoorstel": answers.suggestion} if answers.suggestion else {}),
        },
        "voorbeelden": {"moet_melden": list(answers.must_report), "mag_niet_melden": list(answers.must_not_report)},
        "gewijzigd": [{"op": answers.today, "door": answers.author, "wat": "Eerste versie"}],
    }
    concepts = {concept: {"betekenis": f"Waaraan regel {rule_id} te herkennen is.", "termen": list(answers.terms)}}
    theme = answers.theme.lower()
    return {f"{theme}/{rule_id}.yaml": _yaml(rule), f"begrippen/{theme}_{rule_id[-3:]}.yaml": _yaml(concepts)}


def _yaml(values: object) -> str:
    return str(yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=120))
