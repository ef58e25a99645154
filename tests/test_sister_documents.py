"""Does a document of the organisation that the profile names take away what the policy itself lacks?"""

from __future__ import annotations

import pytest

from checker.audit import Auditor
from checker.model import Kind, Verdict
from checker.parsing import parse_text
from checker.proving import DEFAULT_FACTS
from checker.resources import rules_folder
from checker.rulebook import load_rulebook
from checker.rulebook.organisation import make_context
from tests.builders import TODAY

WITH_SISTERS = [
    rule.id for rule in load_rulebook(rules_folder()).rules.values() if rule.elsewhere and rule.kind is Kind.MISSING
]


@pytest.mark.pipeline
@pytest.mark.parametrize("name", WITH_SISTERS)
def test_a_provision_in_a_named_sister_document_is_not_missed(auditor: Auditor, name: str) -> None:
    rule = auditor.rulebook.rules[name]
    lacking = next(example for example in rule.examples if example.must_report and not example.known_miss)
    facts = {**DEFAULT_FACTS, **lacking.facts, "zusterdocumenten": [f"{rule.elsewhere[0]} 2025"]}
    context = make_context(
        facts, reference_date=lacking.reference_date or TODAY, policy_type=lacking.policy_type or rule.policy_types[0]
    )
    report = auditor.audit_document(parse_text(lacking.text), context)
    (outcome,) = [item for item in report.outcomes if item.rule == name]
    assert (outcome.verdict, rule.elsewhere[0] in outcome.reason) == (Verdict.SATISFIED, True)
