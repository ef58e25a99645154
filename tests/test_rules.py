"""Is every shipped rule proven by its own file, and is the rulebook tidy?"""

from __future__ import annotations

import re

import pytest

from checker.model import Judgement, Kind, Rulebook
from checker.proving import Prover
from checker.resources import rules_folder
from checker.tagging import Pipeline
from tests.builders import TODAY

pytestmark = pytest.mark.pipeline

RULES = sorted(path.stem for path in rules_folder().glob("*/*.yaml") if re.fullmatch(r"[A-Z]+-\d{3}", path.stem))


@pytest.fixture(scope="module")
def prover(shipped_rulebook: Rulebook, pipeline: Pipeline) -> Prover:
    return Prover(shipped_rulebook, pipeline, TODAY)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_proven_by_its_own_examples_and_exceptions(prover: Prover, rule: str) -> None:
    (proof,) = prover.prove([rule])
    assert proof.problems == ()


def test_the_first_rulebook_is_complete() -> None:
    wanted = (
        "VMU-001 VMU-002 VMU-003 VMU-004 VMU-010 VMU-011 SAN-001 SAN-002 SAN-003 SAN-004 SAN-008 SAN-010 SAN-012 "
        "AVG-001 AVG-002 AVG-003 AVG-012 AVG-014 MED-001 KLK-001 KLK-005 TOE-003 TOE-006 GOV-002 GOV-004 GOV-006 "
        "INT-001 INT-002"
    )
    assert set(wanted.split()) <= set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_only_a_rule_that_judges_strijd_says_in_strijd_met(shipped_rulebook: Rulebook, rule: str) -> None:
    made = shipped_rulebook.rules[rule]
    judgements = {made.judgement, *(variant.judgement for variant in made.variants)}
    if Judgement.CONFLICT not in judgements:
        own_words = (made.texts.message, *(variant.message for variant in made.variants))
        assert not any(re.search(r"\b(is|zijn) in strijd met|nietig", words) for words in own_words)


@pytest.mark.parametrize("rule", RULES)
def test_an_absence_is_never_called_unlawful(shipped_rulebook: Rulebook, rule: str) -> None:
    made = shipped_rulebook.rules[rule]
    unlawful = {Judgement.CONFLICT, Judgement.PROBABLE_CONFLICT, Judgement.RISK}
    assert made.kind is not Kind.MISSING or made.judgement not in unlawful


@pytest.mark.parametrize("rule", RULES)
def test_a_disputed_rule_gives_both_readings(shipped_rulebook: Rulebook, rule: str) -> None:
    made = shipped_rulebook.rules[rule]
    judgements = {made.judgement, *(variant.judgement for variant in made.variants)}
    assert Judgement.ASSESSMENT not in judgements or len(re.findall(r"\.(?:\s|$)", made.disputed)) >= 2


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_what_was_read_of_each_legal_basis(shipped_rulebook: Rulebook, rule: str) -> None:
    assert all(basis.reviewed for basis in shipped_rulebook.rules[rule].legal_basis)


def test_every_concept_is_used(shipped_rulebook: Rulebook) -> None:
    from checker.engine.compiling import patterns_of

    rules = shipped_rulebook.rules.values()
    used = {name for pattern in patterns_of(rules) for name in pattern.named_concepts}
    used |= {rule.belongs_under for rule in rules}
    todo = list(used)
    while todo:
        concept = shipped_rulebook.concepts.get(todo.pop())
        for part in concept.concepts if concept else ():
            if part not in used:
                used.add(part)
                todo.append(part)
    of_the_tagger = ("strekking_", "actor_", "kenmerk_", "soort_")
    its_own = {
        "ontkenning", "schijnontkenning", "uitzondering", "uitzondering_achteraan", "verwachting",
        "handeling_medewerker", "handeling_werkgever", "handeling_jegens_medewerker", "toestand",
        "kop_als_inleiding", "gebiedende_wijs",
        "voorzetsel", "overtreding_van_het_beleid", "uitend_gedrag", "uitleg_bij_een_begrip",
    }  # fmt: skip
    idle = {name for name in shipped_rulebook.concepts if name not in used and not name.startswith(of_the_tagger)}
    assert idle - its_own == set()
