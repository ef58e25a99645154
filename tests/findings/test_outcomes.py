"""Does every rule get the verdict that what was seen deserves, with its reason?"""

from __future__ import annotations

import datetime as dt

import pytest

from checker.findings import unreadable_outcomes
from checker.model import FactTest, Kind, Match, Outcome, Pattern, PolicyType, RuleException, Verdict
from checker.parsing import parse_text
from tests.builders import context, rule, rulebook

from .making import build, document, report

ONE = Pattern("bepaling", ("a",))
PAIR = [ONE, Pattern("bepaling", ("b",))]
TEXT = document("Eerste zin.", "Tweede zin.", "Derde zin.")
EXCEPTION = (RuleException(Pattern("bepaling", ("b",)), "er een afweging staat"),)


def made(kind: Kind = Kind.RISKY, **fields):
    return rule("TST-001", kind, PAIR if kind is Kind.INCONSISTENT else [ONE], **fields)


def quotes(outcome: Outcome) -> list[str]:
    return [place.quote for place in outcome.evidence]


@pytest.mark.parametrize(
    ("kind", "match", "verdict", "evidence"),
    [
        (Kind.RISKY, report(1), Verdict.RISK, ["Tweede zin."]),
        (Kind.MISSING, report(), Verdict.MISSING, []),
        (Kind.INCONSISTENT, report(2, 0), Verdict.INCONSISTENT, ["Derde zin.", "Eerste zin."]),
    ],
)
def test_a_report_gives_the_verdict_of_its_kind(kind, match, verdict, evidence):
    finding, outcome = build(made(kind), TEXT, match)
    assert (outcome.verdict, quotes(outcome), outcome.reason) == (verdict, evidence, "Titel van TST-001.")
    assert finding is not None


def test_no_report_is_satisfied():
    finding, outcome = build(made(), TEXT)
    assert (finding, outcome.verdict) == (None, Verdict.SATISFIED)
    assert outcome.reason == "Er is geen bepaling gevonden waarop deze regel aanslaat."


def test_a_provision_that_is_there_is_satisfied_with_its_place():
    _, outcome = build(made(Kind.MISSING), TEXT, Match("TST-001", "satisfied", (1,)))
    said = (outcome.verdict, outcome.reason, quotes(outcome))
    assert said == (Verdict.SATISFIED, "Deze bepaling staat erin.", ["Tweede zin."])


def test_a_silenced_report_says_why_and_where():
    _, outcome = build(made(exceptions=EXCEPTION), TEXT, Match("TST-001", "silenced", (0,)))
    said = (outcome.verdict, outcome.reason, quotes(outcome))
    assert said == (Verdict.SATISFIED, "Niet gemeld, omdat er een afweging staat.", ["Eerste zin."])


def test_an_absence_that_is_exempt_says_why():
    _, outcome = build(made(Kind.MISSING, exceptions=EXCEPTION), TEXT, Match("TST-001", "exempt", (1,)))
    assert outcome.reason == "Niet gemeld, omdat er een afweging staat."


def test_an_exception_that_silenced_nothing_is_not_named():
    _, outcome = build(made(exceptions=EXCEPTION), TEXT, Match("TST-001", "exempt", (1,)))
    assert outcome.reason == "Er is geen bepaling gevonden waarop deze regel aanslaat."


def test_a_report_beside_a_silenced_one_stays_a_risk():
    _, outcome = build(made(exceptions=EXCEPTION), TEXT, Match("TST-001", "silenced", (0,)), report(2))
    assert (outcome.verdict, quotes(outcome)) == (Verdict.RISK, ["Derde zin."])


def test_a_condition_that_is_not_met_makes_not_applicable():
    conditions = (Pattern("bepaling", ("a",)), Pattern("bepaling", ("b",)))
    _, outcome = build(made(conditions=conditions), TEXT, Match("TST-001", "condition", (0,), 1))
    assert outcome.verdict is Verdict.NOT_APPLICABLE
    assert outcome.reason == "Het document regelt niets waarvoor deze regel geldt."


def test_a_rule_whose_bases_are_all_out_of_force_is_not_applicable_with_the_reason():
    finding, outcome = build(made(since=dt.date(2027, 1, 1)), TEXT, report(1))
    assert (finding, outcome.verdict) == (None, Verdict.NOT_APPLICABLE)
    assert outcome.reason == "Op 2026-11-24 was geen van de grondslagen van deze regel van kracht."


def test_a_rule_for_another_kind_of_policy_is_not_applicable():
    _, outcome = build(made(policy_types=(PolicyType.CAMERA,)), TEXT, report(1))
    assert (outcome.verdict, outcome.reason) == (Verdict.NOT_APPLICABLE, "Deze regel geldt niet voor SMB.")


def test_a_report_that_hangs_on_an_unknown_fact_is_no_finding_but_a_question():
    finding, outcome = build(made(facts=(FactTest("medezeggenschap", ("OR",)),)), TEXT, report(1))
    assert (finding, outcome.verdict, quotes(outcome)) == (None, Verdict.DEPENDS, ["Tweede zin."])
    assert outcome.reason == "Hangt af van: medezeggenschap. Is er een OR?"


def test_an_unknown_fact_asks_nothing_when_there_is_nothing_to_report():
    _, outcome = build(made(facts=(FactTest("medezeggenschap", ("OR",)),)), TEXT)
    assert outcome.verdict is Verdict.SATISFIED


def test_every_rule_of_an_unreadable_document_is_not_assessable():
    book = rulebook([rule("AAA-001", Kind.RISKY, [ONE]), rule("BBB-002", Kind.MISSING, [ONE])])
    assert unreadable_outcomes(book, "Alleen beeld.") == (
        Outcome("AAA-001", Verdict.NOT_ASSESSABLE, "Alleen beeld."),
        Outcome("BBB-002", Verdict.NOT_ASSESSABLE, "Alleen beeld."),
    )


def test_an_audit_has_an_outcome_for_every_rule(auditor):
    outcomes = auditor.audit_document(parse_text("De medewerker meldt dit."), context()).outcomes
    assert [outcome.rule for outcome in outcomes] == list(auditor.rulebook.rules)


# --- sister documents and open facts ---


SISTER = rule("TST-001", Kind.MISSING, [Pattern("bepaling", ("a",))], elsewhere=("klokkenluidersregeling",))
ASKING = rule(
    "TST-001",
    Kind.INCONSISTENT,
    [Pattern("bepaling", ("a",)), Pattern("bepaling", ("b",), depends_on="zusterdocumenten")],
    stands_alone=True,
)
TWO = document("# Gedrag", "Eerste zin.", "Tweede zin.")


@pytest.mark.parametrize(
    ("sisters", "verdict"),
    [
        (["Klokkenluidersregeling 2024"], Verdict.SATISFIED),
        (["privacyreglement"], Verdict.MISSING),
        ([], Verdict.MISSING),
        (None, Verdict.MISSING),
    ],
)
def test_a_provision_may_stand_in_a_sister_document_that_the_profile_names(sisters, verdict):
    _, outcome = build(SISTER, TWO, report(), here=context(zusterdocumenten=sisters))
    assert outcome.verdict is verdict


def test_a_report_that_depends_on_an_unknown_fact_asks():
    finding, outcome = build(ASKING, TWO, Match("TST-001", "report", (1,), 1))
    assert (finding, outcome.verdict) == (None, Verdict.DEPENDS)


def test_a_report_that_depends_on_a_known_fact_is_a_finding():
    here = context(zusterdocumenten=["privacyreglement"])
    finding, _ = build(ASKING, TWO, Match("TST-001", "report", (1,), 1), here=here)
    assert [place.quote for place in finding.locations] == ["Eerste zin."]


def test_a_firm_report_leaves_out_the_places_that_depend_on_an_unknown_fact():
    matches = (Match("TST-001", "report", (1,), 1), Match("TST-001", "report", (2,), 0))
    finding, _ = build(ASKING, TWO, *matches)
    assert [place.quote for place in finding.locations] == ["Tweede zin."]
