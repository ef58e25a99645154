"""What of its own parts, and of other documents of the organisation, does a text refer to?"""

from __future__ import annotations

import pytest

from checker.parsing import parse_text
from checker.tagging import Tagger

NUMBERED = "# Artikel 1 Doel\n\n{}\n\n# Artikel 2 Regels\n\nWees netjes.\n\n# Bijlage 1. Apps\n\nSignal."


def found(tagger: Tagger, text: str) -> list[tuple[str, str, bool]]:
    tagged = tagger.tag(parse_text(text))
    for own in tagged.own_references:
        assert tagged.document.text[own.start : own.end] == own.written
    return [(own.sort, own.target, own.is_found) for own in tagged.own_references]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Zie artikel 2.", [("artikel", "2", True)]),
        ("Zie de artikelen 2 en 7.", [("artikel", "2", True), ("artikel", "7", False)]),
        ("Zoals in artikel 1, tweede lid, is bepaald.", [("artikel", "1", True)]),
        ("De apps staan in bijlage 1.", [("bijlage", "1", True)]),
        ("De apps staan in bijlage I.", [("bijlage", "I", True)]),
        ("Vul bijlage B in.", [("bijlage", "B", False)]),
        ("De lijst is opgenomen in de bijlage.", [("bijlage", "", True)]),
        ("Zie hoofdstuk 9 van dit reglement.", [("hoofdstuk", "9", False)]),
        ("Zie artikel 7 van de Grondwet.", []),
        ("Dat volgt uit artikel 7:611 BW.", []),
        ("In artikel 12 van de cao staat hoe schorsing verloopt.", []),
        ("Open geen bijlagen van onbekenden.", []),
        ("Artikel 9 van onze eigen kerkorde blijft gelden.", []),
        ("Controle gebeurt volgens het monitoringprotocol.", [("stuk", "monitoringprotocol", False)]),
        ("Wij volgen het beleid.", []),
    ],
)
def test_a_reference_is_read_with_whether_its_target_is_there(
    tagger: Tagger, sentence: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert found(tagger, NUMBERED.format(sentence)) == expected


def test_without_numbers_only_an_article_of_this_policy_is_missed(tagger: Tagger) -> None:
    assert found(tagger, "Zie artikel 4. Zie artikel 5 van dit beleid.") == [("artikel", "5", False)]


def test_a_document_that_bears_the_name_is_not_another_one(tagger: Tagger) -> None:
    assert found(tagger, "# Monitoringprotocol\n\nHet monitoringprotocol geldt voor iedereen.") == []


def test_a_heading_refers_to_nothing(tagger: Tagger) -> None:
    assert found(tagger, "# Toelichting bij bijlage 7\n\nTekst.") == []


def test_a_long_row_of_references_takes_linear_time(tagger: Tagger) -> None:
    assert len(found(tagger, "Zie bijlage 3. " * 3000)) == 3000
