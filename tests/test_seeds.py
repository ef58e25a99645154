"""Does the program say of the two seed policies what a lawyer said of them, in all three formats?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.audit import Auditor
from checker.model import Kind, Report
from checker.parsing import parse_text
from checker.proving import DEFAULT_FACTS
from checker.rulebook.organisation import make_context
from checker.rulebook.yaml_reading import read_yaml
from tests.builders import TODAY

pytestmark = pytest.mark.pipeline

SEEDS = Path(__file__).resolve().parents[1] / "corpora" / "zaden"
CONTEXT = make_context(DEFAULT_FACTS, reference_date=TODAY)
NOTES: Mapping[str, Mapping[str, Any]] = {
    name: read_yaml((SEEDS / name / "notities.yaml").read_text("utf-8"), "notities.yaml").values["regels"]
    for name in ("policy-a", "policy-b")
}
CASES = [
    pytest.param(name, suffix, rule, id=f"{name}.{suffix} {rule}")
    for name, rules in NOTES.items()
    for suffix in ("md", "docx", "pdf")
    for rule in rules
]
_reports: dict[tuple[str, str], Report] = {}


def report_on(auditor: Auditor, name: str, suffix: str) -> Report:
    if (name, suffix) not in _reports:
        _reports[name, suffix] = auditor.audit_file(
            SEEDS / name / f"bron.{suffix}", CONTEXT, shown_path=f"bron.{suffix}"
        )
    return _reports[name, suffix]


@cache
def plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def read_as(verdict: str, kind: Kind) -> str:
    """A risky rule whose subject does not occur is silent: whether that is called "voldoet" is a matter of taste."""
    is_silent = kind is not Kind.MISSING and verdict == "niet_van_toepassing"
    return "voldoet" if is_silent else str(verdict)


@pytest.mark.parametrize(("name", "suffix", "rule"), CASES)
def test_a_rule_has_the_outcome_that_the_lawyer_noted(auditor: Auditor, name: str, suffix: str, rule: str) -> None:
    report = report_on(auditor, name, suffix)
    outcome = next(item for item in report.outcomes if item.rule == rule)
    kind = auditor.rulebook.rules[rule].kind
    assert read_as(outcome.verdict, kind) == read_as(NOTES[name][rule]["uitkomst"], kind)


@pytest.mark.parametrize(("name", "suffix", "rule"), CASES)
def test_a_rule_points_at_the_clauses_that_the_lawyer_noted(
    auditor: Auditor, name: str, suffix: str, rule: str
) -> None:
    noted = NOTES[name][rule]
    wanted = [plain(place) for place in noted.get("plaatsen", ())]
    outcome = next(item for item in report_on(auditor, name, suffix).outcomes if item.rule == rule)
    quotes = [plain(place.quote) for place in outcome.evidence]
    assert [place for place in wanted if not any(place in quote for quote in quotes)] == []
    if noted["uitkomst"] in ("risico", "tegenstrijdig") and noted.get("precies") != "nee":
        assert [quote for quote in quotes if not any(place in quote for place in wanted)] == []


@pytest.mark.parametrize(("name", "suffix", "rule"), CASES)
def test_a_finding_has_the_judgement_and_severity_that_the_lawyer_noted(
    auditor: Auditor, name: str, suffix: str, rule: str
) -> None:
    noted = NOTES[name][rule]
    finding = next((item for item in report_on(auditor, name, suffix).findings if item.rule == rule), None)
    said = {"oordeel": finding.judgement, "ernst": finding.severity} if finding else {}
    assert {key: said.get(key) for key in ("oordeel", "ernst") if key in noted} == {
        key: noted[key] for key in ("oordeel", "ernst") if key in noted
    }


@pytest.mark.parametrize("name", list(NOTES))
def test_every_shipped_rule_is_noted(auditor: Auditor, name: str) -> None:
    assert set(NOTES[name]) == set(auditor.rulebook.rules)


@pytest.mark.parametrize("name", list(NOTES))
def test_the_three_formats_give_the_same_findings(auditor: Auditor, name: str) -> None:
    said = [
        [
            (item.rule, [plain(place.quote) for place in item.locations])
            for item in report_on(auditor, name, suffix).findings
        ]
        for suffix in ("md", "docx", "pdf")
    ]
    assert said[0] == said[1] == said[2]


def test_an_opening_line_of_an_assistant_gives_only_the_finding_about_wrapper_text(auditor: Auditor) -> None:
    opening = (
        "Hier is een voorstel voor een sociaal-mediabeleid, afgestemd op uw organisatie en volledig conform het "
        "Nederlands recht."
    )
    policy = (SEEDS / "policy-b" / "bron.md").read_text("utf-8").replace("*", "").replace("#", "")
    report = auditor.audit_document(parse_text(f"{opening}\n\n{policy}"), CONTEXT)
    naming = {item.rule for item in report.outcomes for place in item.evidence if "volledig conform" in place.quote}
    assert naming == {"GOV-004"}


@pytest.mark.parametrize("name", list(NOTES))
@pytest.mark.parametrize("suffix", ["md", "docx", "pdf"])
def test_every_quote_is_in_the_text_at_its_place(auditor: Auditor, name: str, suffix: str) -> None:
    report = report_on(auditor, name, suffix)
    places = [place for item in report.findings for place in item.locations]
    places += [place for item in report.outcomes for place in item.evidence]
    assert places
    assert all(report.document.text[place.start : place.end] == place.quote for place in places)
