"""What holds for every format."""

import dataclasses

import pytest

from checker.errors import UsageError
from checker.reporting import FORMATS, render

from . import builders

READABLE = [name for name in FORMATS if name != "json"]


@pytest.mark.parametrize("report_format", FORMATS)
def test_the_same_audit_gives_the_same_bytes(report_format: str):
    assert render(builders.audit(), report_format) == render(builders.audit(), report_format)


@pytest.mark.parametrize("report_format", READABLE)
def test_every_rule_that_speaks_is_named(report_format: str):
    text = render(builders.audit(), report_format)
    assert all(finding.rule in text for finding in builders.full_report().findings)


@pytest.mark.parametrize("report_format", READABLE)
def test_an_unreadable_document_is_told_with_its_reason(report_format: str):
    text = render(builders.audit(builders.unreadable_report()), report_format)
    assert "Dit document is niet beoordeeld" in text
    assert "Dit bestand bevat alleen afbeeldingen" in text


@pytest.mark.parametrize("report_format", READABLE)
def test_an_open_question_is_asked(report_format: str):
    assert "Is er een ondernemingsraad?" in " ".join(render(builders.audit(), report_format).split())


@pytest.mark.parametrize("report_format", READABLE)
def test_zero_findings_is_not_a_quality_mark(report_format: str):
    text = " ".join(render(builders.audit(builders.clean_report()), report_format).split())
    assert "Dat is geen bewijs dat het beleid aan de wet voldoet." in text
    assert "AVG-proof" not in text


@pytest.mark.parametrize("report_format", READABLE)
def test_the_reader_is_told_that_this_is_no_legal_advice(report_format: str):
    assert "geen juridisch advies" in " ".join(render(builders.audit(), report_format).split())


@pytest.mark.parametrize("report_format", READABLE)
def test_a_provision_that_is_missing_says_where_it_belongs(report_format: str):
    assert "Hoort thuis in: § 5. Handhaving" in render(builders.audit(), report_format)


@pytest.mark.parametrize("report_format", READABLE)
def test_more_than_three_quotes_are_counted(report_format: str):
    assert "en nog 2 plaatsen" in render(builders.audit(), report_format)


@pytest.mark.parametrize("report_format", FORMATS)
def test_an_audit_without_documents_gives_a_report(report_format: str):
    empty = dataclasses.replace(builders.audit(), reports=())
    assert render(empty, report_format).endswith("\n")


@pytest.mark.parametrize("report_format", ["text", "html", "markdown"])
def test_only_a_conflict_says_in_conflict_with_without_reserve(report_format: str):
    found = tuple(item for item in builders.full_report().findings if item.rule not in ("SAN-002", "TOE-003"))
    report = dataclasses.replace(builders.full_report(), findings=found)
    assert "in strijd met" not in render(builders.audit(report), report_format)


@pytest.mark.parametrize("report_format", ["html", "markdown"])
def test_other_names_for_themes_are_used_and_come_first(report_format: str):
    text = render(builders.audit(builders.full_report()), report_format, themes={"SAN": "Straffen en maatregelen"})
    _, _, shown = text.rpartition("Welke regels zijn bekeken")
    assert shown.index("Straffen en maatregelen") < shown.index("Medezeggenschap") < shown.index("Klokkenluiders")
    assert "Sancties" not in text


def test_a_format_that_does_not_exist_names_those_that_do():
    with pytest.raises(UsageError, match="text, html, markdown, json"):
        render(builders.audit(), "pdf")
