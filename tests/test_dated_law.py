"""Is a policy held against the law of its reference date, and of no other day?"""

from __future__ import annotations

import datetime as dt

import pytest

from checker.model import PolicyType, Rulebook, Verdict
from checker.parsing import parse_text
from checker.proving import DEFAULT_FACTS
from checker.rulebook import Applies, applicability
from checker.rulebook.organisation import make_context


def laws_on(rulebook: Rulebook, rule: str, day: dt.date) -> set[str]:
    return {basis.law for basis in rulebook.rules[rule].basis_on(day)}


@pytest.mark.parametrize(
    ("rule", "law", "first_day"),
    [
        ("GOV-005", "AVG", dt.date(2018, 5, 25)),
        ("GOV-005", "WBK", dt.date(2023, 2, 18)),
        ("VMU-013", "AW17", dt.date(2020, 1, 1)),
        ("AI-002", "AIV", dt.date(2025, 2, 2)),
        ("VMU-008", "LTR", dt.date(2026, 6, 7)),
        ("KLK-003", "WBK", dt.date(2023, 2, 18)),
    ],
)
def test_a_legal_basis_counts_from_its_first_day(
    shipped_rulebook: Rulebook, rule: str, law: str, first_day: dt.date
) -> None:
    assert law in laws_on(shipped_rulebook, rule, first_day)
    assert law not in laws_on(shipped_rulebook, rule, first_day - dt.timedelta(days=1))


def test_a_ban_on_side_work_stood_under_other_law_before_august_2022(shipped_rulebook: Rulebook) -> None:
    def articles(day: dt.date) -> set[str]:
        return {basis.article for basis in shipped_rulebook.rules["ARB-003"].basis_on(day)}

    assert "7:653a" in articles(dt.date(2022, 8, 1))
    assert "7:653a" not in articles(dt.date(2022, 7, 31))


@pytest.mark.parametrize("rule", ["VMU-013", "AI-002"])
def test_a_rule_without_law_on_the_day_says_so(shipped_rulebook: Rulebook, rule: str) -> None:
    facts = {**DEFAULT_FACTS, "werkgever": "overheid_AW2017"}
    made = shipped_rulebook.rules[rule]
    context = make_context(facts, reference_date=dt.date(2019, 6, 1), policy_type=made.policy_types[0])
    found = applicability(made, context, shipped_rulebook)
    assert (found.applies, "2019-06-01" in found.reason) == (Applies.NO, True)


@pytest.mark.pipeline
@pytest.mark.parametrize(
    ("day", "verdict"), [(dt.date(2018, 5, 24), Verdict.NOT_APPLICABLE), (dt.date(2019, 6, 1), Verdict.RISK)]
)
def test_the_old_privacy_law_is_out_of_date_from_the_day_it_was_repealed(auditor, day, verdict) -> None:
    context = make_context(DEFAULT_FACTS, reference_date=day, policy_type=PolicyType.SOCIAL_MEDIA)
    report = auditor.audit_document(parse_text("Wij verwerken gegevens volgens de Wbp."), context)
    assert next(item.verdict for item in report.outcomes if item.rule == "GOV-005") is verdict


def test_every_change_of_law_says_how_its_date_was_checked(shipped_rulebook: Rulebook) -> None:
    changes = [change for law in shipped_rulebook.laws.values() for change in law.changes]
    assert len(changes) > 20
    assert all(change.reviewed for change in changes)


@pytest.mark.parametrize(
    ("day", "expected"), [(dt.date(2023, 2, 17), 50), (dt.date(2023, 2, 18), 250), (dt.date(2023, 12, 17), 50)]
)
def test_the_threshold_of_a_reporting_procedure_followed_the_law(
    shipped_rulebook: Rulebook, day: dt.date, expected: int
) -> None:
    (threshold,) = [item for name, item in shipped_rulebook.parameters.items() if name.startswith("klokkenluiders.")]
    assert threshold.value_on(day) == expected
