"""Open questions are asked once."""

import dataclasses

from checker.model import Outcome, Verdict
from checker.reporting import render
from checker.reporting.presenting import present
from checker.reporting.questions import questions_of
from checker.reporting.wording import load_wording

from . import builders


def asked(*waiting: tuple[str, tuple[str, ...]], reason: str = "Hangt af van: cao.") -> list[tuple[str, list[str]]]:
    outcomes = tuple(Outcome(rule, Verdict.DEPENDS, reason, questions=questions) for rule, questions in waiting)
    report = dataclasses.replace(builders.clean_report(), outcomes=outcomes)
    wording = load_wording()
    (shown,) = present(builders.audit(report), wording, wording.themes)
    return [(question.text, [rule.rule for rule in question.rules]) for question in questions_of(shown)]


def test_rules_with_the_same_question_stand_together():
    assert asked(
        ("MED-001", ("Is er een ondernemingsraad?",)),
        ("MED-002", ("Is er een ondernemingsraad?",)),
        ("MED-003", ("Hoeveel personen werken er?",)),
    ) == [("Is er een ondernemingsraad?", ["MED-001", "MED-002"]), ("Hoeveel personen werken er?", ["MED-003"])]


def test_a_rule_with_two_unknown_facts_asks_both():
    assert asked(("MED-001", ("Hoeveel personen werken er?", "Is er een ondernemingsraad?"))) == [
        ("Hoeveel personen werken er?", ["MED-001"]),
        ("Is er een ondernemingsraad?", ["MED-001"]),
    ]


def test_a_reason_without_a_question_is_shown_without_its_first_words():
    assert asked(("MED-001", ()), reason="Hangt af van: de cao. Kijk die na.")[0][0] == "De cao. Kijk die na."


def test_the_terminal_names_the_rules_behind_a_question():
    assert "    Is er een ondernemingsraad? (MED-001)" in render(builders.audit(), "text")
