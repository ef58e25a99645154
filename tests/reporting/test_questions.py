"""Open questions are asked once."""

import dataclasses

from checker.model import Outcome, Verdict
from checker.reporting import render
from checker.reporting.presenting import present
from checker.reporting.questions import questions_of
from checker.reporting.wording import load_wording

from . import builders


def asked(*reasons: tuple[str, str]) -> list[tuple[str, list[str]]]:
    outcomes = tuple(Outcome(rule, Verdict.DEPENDS, reason) for rule, reason in reasons)
    report = dataclasses.replace(builders.clean_report(), outcomes=outcomes)
    wording = load_wording()
    (shown,) = present(builders.audit(report), wording, wording.themes)
    return [(question.text, [rule.rule for rule in question.rules]) for question in questions_of(shown)]


def test_rules_with_the_same_question_stand_together():
    assert asked(
        ("MED-001", "De medezeggenschap is onbekend. Is er een ondernemingsraad?"),
        ("MED-002", "Dit geldt vanaf vijftig personen. Is er een ondernemingsraad?"),
        ("MED-003", "Hoeveel personen werken er?"),
    ) == [("Is er een ondernemingsraad?", ["MED-001", "MED-002"]), ("Hoeveel personen werken er?", ["MED-003"])]


def test_a_dot_inside_a_sentence_does_not_cut_the_question():
    assert asked(("MED-001", "Onbekend. Is bijv. art. 27 WOR gevolgd?"))[0][0] == "Is bijv. art. 27 WOR gevolgd?"


def test_a_reason_without_a_question_is_shown_whole():
    assert asked(("MED-001", "De cao beslist. Kijk die na."))[0][0] == "De cao beslist. Kijk die na."


def test_the_terminal_names_the_rules_behind_a_question():
    assert "  Is er een ondernemingsraad? (MED-001)" in render(builders.audit(), "text")
