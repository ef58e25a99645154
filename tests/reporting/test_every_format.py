"""What holds for every format."""

import dataclasses
import re
from html import unescape

import pytest

from checker.errors import UsageError
from checker.model import Report
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


def plain(report_format: str, *reports: Report) -> str:
    """The words of a report, without tags and line ends."""
    text = render(builders.audit(*reports), report_format, width=1000)
    if report_format == "html":
        text = unescape(re.sub(r"(?s)<style>.*?</style>|<[^>]+>", "", text))
    return " ".join(text.replace("\\", "").split())


@pytest.mark.parametrize("report_format", READABLE)
def test_a_quote_that_was_cut_shows_so_outside_the_quotation_marks(report_format: str):
    report = builders.full_report()
    first = report.findings[0]
    cut = dataclasses.replace(first.locations[1], is_cut=True)
    assert f"„{cut.quote}” …" not in plain(report_format, report)
    changed = dataclasses.replace(report, findings=(dataclasses.replace(first, locations=(cut,)),))
    assert f"„{cut.quote}” …" in plain(report_format, changed)


@pytest.mark.parametrize("report_format", ["html", "markdown"])
def test_a_provision_without_a_finding_shows_its_lead_in_and_its_cut(report_format: str):
    report = builders.clean_report()
    (outcome,) = report.outcomes
    place = dataclasses.replace(outcome.evidence[0], lead_in="Voor een maatregel:", is_cut=True)
    report = dataclasses.replace(report, outcomes=(dataclasses.replace(outcome, evidence=(place,)),))
    assert "Voor een maatregel: … „Wij horen u altijd” …" in plain(report_format, report)


@pytest.mark.parametrize("report_format", READABLE)
def test_documents_with_one_name_are_told_apart_by_their_path(report_format: str):
    reports = []
    for folder in ("een", "twee"):
        report = builders.clean_report()
        document = dataclasses.replace(report.document, path=f"beleid/{folder}/kort.md")
        reports.append(dataclasses.replace(report, document=document))
    text = plain(report_format, *reports)
    assert "beleid/een/kort.md" in text
    assert "beleid/twee/kort.md" in text
    assert " kort.md" not in text


@pytest.mark.parametrize("report_format", READABLE)
def test_a_name_that_stands_alone_is_shown_without_its_path(report_format: str):
    assert "beleid/kort.md" not in plain(report_format)


@pytest.mark.parametrize("report_format", READABLE)
def test_equal_places_without_a_quote_are_counted(report_format: str):
    report = builders.full_report()
    place = report.findings[0].locations[1]
    many = dataclasses.replace(report.findings[0], locations=(place,) * 15)
    text = plain(report_format, dataclasses.replace(report, findings=(many,)))
    assert "en nog 12 plaatsen" in text
    assert "p. 2, § 4. Reputatie en merkbescherming (12×)" in text


@pytest.mark.parametrize("report_format", ["html", "markdown"])
def test_what_makes_a_finding_fall_away_completes_the_sentence(report_format: str):
    report = builders.full_report()
    found = dataclasses.replace(report.findings[0], falls_away=("het beleid dit toelaat",))
    text = plain(report_format, dataclasses.replace(report, findings=(found,)))
    assert re.search("De bevinding vervalt als blijkt dat:(?: -)? ?het beleid dit toelaat", text)


@pytest.mark.parametrize("report_format", ["html", "markdown"])
def test_rules_without_a_finding_are_split_by_whether_something_was_found(report_format: str):
    _, _, section = plain(report_format, builders.full_report()).rpartition("Bepaling of uitzondering gevonden")
    found, _, nothing = section.partition("Niets gevonden")
    assert "TOE-001" in found
    assert "AVG-001" not in found
    assert "AVG-001" in nothing


@pytest.mark.parametrize("report_format", READABLE)
def test_a_rule_without_a_finding_is_not_called_right(report_format: str):
    text = plain(report_format)
    assert "in orde" not in text.lower()
    assert "bij 2 daarvan deden wij geen bevinding." in text
