"""The report for a terminal."""

import dataclasses
import re

import pytest

from checker.model import Severity
from checker.reporting import render

from . import builders


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_longer_than_the_width(width: int):
    assert max(map(len, render(builders.audit(), "text", width=width).splitlines())) <= width


def test_no_line_is_longer_than_eighty_by_default():
    assert max(map(len, render(builders.audit(), "text").splitlines())) <= 80


def test_without_color_there_is_no_escape_code(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in render(builders.audit(), "text", color=False)


def test_with_color_the_words_are_the_same(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NO_COLOR", "1")
    coloured = render(builders.audit(), "text", color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(builders.audit(), "text")


def test_an_escape_code_in_a_policy_does_not_reach_the_terminal():
    assert "\x1b[31mrood" not in render(builders.audit(), "text", color=True)


def test_the_gravest_findings_come_first():
    lines = render(builders.audit(), "text").splitlines()
    order = [line.split()[0] for line in lines if line.startswith(("HOOG", "MIDDEN", "LAAG"))]
    assert order == ["HOOG"] * 3 + ["MIDDEN"] * 3 + ["LAAG"] * 2


def test_the_last_lines_count_over_all_documents():
    text = render(builders.audit(), "text")
    assert "Samen: 3 documenten, 8 bevindingen (3 hoog, 3 midden en 2 laag)." in text
    assert "Niet beoordeeld: 1 document." in text


def test_a_law_stands_on_one_line_with_its_article():
    assert "    Wet: art. 7:678 lid 3 Burgerlijk Wetboek Boek 7\n" in render(builders.audit(), "text")


def test_one_finding_is_counted_in_the_singular():
    report = builders.full_report()
    report = dataclasses.replace(report, findings=(builders.finding(severity=Severity.LOW),))
    assert "Dit document geeft 1 bevinding: 1 laag." in render(builders.audit(report), "text")


def test_a_finding_tells_what_is_wrong_and_why():
    text = " ".join(render(builders.audit(), "text").split())
    assert "Bevinding: Het beleid laat de directie beslissen of er een dringende reden is." in text
    assert "Waarom: Wie elke negatieve uiting verbiedt, verbiedt ook terechte kritiek." in text


def test_a_document_ends_with_what_the_assessment_started_from():
    text = " ".join(render(builders.audit(builders.full_report()), "text").split())
    assert (
        "Getoetst naar het recht van 22 november 2026. Dit document is behandeld als sociaal-mediabeleid "
        '(herkend: de titel noemt "Sociaal-mediabeleid"). Aangenomen: Soort werkgever (privaat) en Sector (algemeen). '
        "Beleidstoets 1.0.0, regelboek 3f9a1c07be42, taalmodel nl_beleid_sm 1.0.0." in text
    )


def test_an_unreadable_document_is_not_said_to_be_treated_as_a_policy():
    text = render(builders.audit(builders.unreadable_report()), "text")
    assert "behandeld" not in text
    assert "regelboek 3f9a1c07be42" in text


def test_rules_that_do_not_apply_are_counted_with_their_reasons():
    report = builders.full_report()
    other = dataclasses.replace(report.outcomes[-2], rule="AI-003")
    report = dataclasses.replace(report, outcomes=(*report.outcomes, other))
    lines = render(builders.audit(report), "text").splitlines()
    start = lines.index("Niet van toepassing (3 regels):")
    assert lines[start + 1 : start + 3] == [
        "    Deze regel geldt alleen voor de overheid. (VMU-012)",
        "    Het beleid gaat niet over AI. (AI-002, AI-003)",
    ]
