"""What an assessment started from, in whole sentences."""

import dataclasses

import pytest

from checker.model import PolicyType
from checker.reporting.starting_points import as_sentence, document_names, type_sentence
from checker.reporting.wording import load_wording

from . import builders


@pytest.mark.parametrize(
    ("kind", "reason", "expected"),
    [
        (
            PolicyType.SOCIAL_MEDIA,
            'herkend als sociaal-mediabeleid: de titel noemt "Sociale media"',
            'Dit document is behandeld als sociaal-mediabeleid (herkend: de titel noemt "Sociale media").',
        ),
        (
            PolicyType.AI,
            "opgegeven door de gebruiker",
            "Dit document is behandeld als gebruik van AI (opgegeven door de gebruiker).",
        ),
        (
            PolicyType.AI,
            "het reglement zegt dit zelf",
            "Dit document is behandeld als gebruik van AI. Het reglement zegt dit zelf.",
        ),
        (
            PolicyType.AI,
            "",
            "Dit document is behandeld als gebruik van AI. Hoe de soort is bepaald, is niet vastgelegd.",
        ),
        (
            None,
            "niet herkend: de tekst noemt geen onderwerp vaak genoeg",
            "Wij herkenden niet wat voor beleid dit is: de tekst noemt geen onderwerp vaak genoeg.",
        ),
        (None, "te kort", "Wij herkenden niet wat voor beleid dit is. Te kort."),
        (None, "", "Wij herkenden niet wat voor beleid dit is."),
    ],
)
def test_the_kind_of_policy_is_named_once_with_how_it_is_known(kind: PolicyType | None, reason: str, expected: str):
    context = dataclasses.replace(builders.clean_report().context, policy_type=kind, policy_type_reason=reason)
    assert type_sentence(context, load_wording()) == expected


@pytest.mark.parametrize(("text", "expected"), [("", ""), ("een zin", "Een zin."), ("Klopt dit?", "Klopt dit?")])
def test_a_sentence_has_a_capital_and_an_end(text: str, expected: str):
    assert as_sentence(text) == expected


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("a/x.md", "b/y.md"), ("x.md", "y.md")),
        (("a/x.md", "b/x.md"), ("a/x.md", "b/x.md")),
        (("/home/ik/a/x.md", "/home/ik/b/x.md"), ("a/x.md", "b/x.md")),
        (("C:\\Users\\ik\\a\\c\\x.md", "C:\\Users\\ik\\b\\c\\x.md"), ("a/c/x.md", "b/c/x.md")),
        (("x.md", "sub/x.md"), ("x.md", "sub/x.md")),
        (("/a/x.md", "/a/x.md"), ("x.md", "x.md")),
    ],
)
def test_a_name_that_repeats_becomes_a_path(paths: tuple[str, ...], expected: tuple[str, ...]):
    document = builders.clean_report().document
    documents = [
        dataclasses.replace(document, path=path, name=path.replace("\\", "/").rpartition("/")[2]) for path in paths
    ]
    assert document_names(documents) == expected
