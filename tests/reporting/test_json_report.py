"""The JSON report is a contract: shape, order and bytes."""

import json

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from checker.model import Certainty, Context, Document, Judgement, Kind, PolicyType, Report, Severity, Verdict
from checker.reporting import render, report_schema

from . import builders


def read(*reports: Report) -> dict:
    return json.loads(render(builders.audit(*reports), "json"))


def test_the_schema_is_a_valid_schema():
    Draft202012Validator.check_schema(report_schema())


def test_a_report_of_every_sort_answers_to_the_schema():
    Draft202012Validator(report_schema()).validate(read())


@pytest.mark.parametrize("place", ["top", "document", "finding", "outcome", "location"])
def test_the_schema_refuses_a_key_that_is_not_in_the_contract(place: str):
    report = read()
    document = report["documents"][0]
    finding = document["findings"][0]
    places = {
        "top": report,
        "document": document,
        "finding": finding,
        "outcome": document["outcomes"][0],
        "location": finding["locations"][0],
    }
    places[place]["erbij"] = "iets"
    with pytest.raises(ValidationError):
        Draft202012Validator(report_schema()).validate(report)


@pytest.mark.parametrize(
    ("definition", "key", "values"),
    [
        ("finding", "kind", list(Kind)),
        ("finding", "severity", list(Severity)),
        ("finding", "certainty", list(Certainty)),
        ("finding", "judgement", list(Judgement)),
        ("outcome", "verdict", list(Verdict)),
        ("document", "policy_type", [*PolicyType, None]),
    ],
)
def test_the_closed_lists_of_the_schema_are_those_of_the_model(definition: str, key: str, values: list):
    assert report_schema()["$defs"][definition]["properties"][key]["enum"] == values


def test_keys_come_in_the_order_of_the_contract():
    schema = report_schema()
    report = read()
    document = report["documents"][0]
    assert list(report) == schema["required"]
    assert list(document) == schema["$defs"]["document"]["required"]
    assert list(document["findings"][0]) == schema["$defs"]["finding"]["required"]
    assert list(document["outcomes"][0]) == schema["$defs"]["outcome"]["required"]


def test_every_outcome_is_in_the_report():
    report = builders.full_report()
    assert [row["rule"] for row in read(report)["documents"][0]["outcomes"]] == [row.rule for row in report.outcomes]


def test_quotes_are_kept_to_the_letter():
    text = builders.full_report().document.text
    for finding in read()["documents"][0]["findings"]:
        for location in finding["locations"]:
            assert text[location["start"] : location["end"]] == location["quote"]


def test_recognition_and_an_unreadable_file_are_told_as_warnings():
    documents = read()["documents"]
    assert documents[0]["warnings"][0]["code"] == "soort_beleid"
    assert [warning["code"] for warning in documents[1]["warnings"]] == ["niet_leesbaar"]


def test_an_unknown_fact_is_null_and_assumed_facts_are_named():
    context = read()["context"]
    assert context["medezeggenschap"] is None
    assert context["assumed"] == ["sector", "werkgever"]


def test_the_order_in_which_facts_were_given_does_not_matter():
    facts = builders.facts()
    turned = dict(reversed(facts.items()))
    first, second = (
        builders.Audit(Context(builders.TODAY, given), builders.VERSIONS, (builders.clean_report(),))
        for given in (facts, turned)
    )
    assert render(first, "json") == render(second, "json")


@pytest.mark.parametrize("path", ["/home/jan/beleid.docx", "C:/Users/jan/beleid.docx", "C:\\Users\\jan\\beleid.docx"])
def test_no_absolute_path_gets_out(path: str):
    document = Document("beleid.docx", path, "a" * 64, "text/plain", "", ())
    report = Report(document, Context(builders.TODAY), (), (), builders.VERSIONS)
    assert read(report)["documents"][0]["path"] == "beleid.docx"


def test_the_file_is_indented_utf_8_with_one_line_end():
    text = render(builders.audit(), "json")
    assert text.startswith('{\n  "format_version"')
    assert text.endswith("}\n")
    assert "“" in text
