"""How far do a negation and an exception reach, and how is a concept then mentioned?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model import Concept, Mention
from checker.parsing import parse_text
from checker.tagging import Tagger

from .reading import read

pytestmark = pytest.mark.pipeline

TERMS = {"foto": "foto", "sleutel": "sleutel", "horen": "=gehoord", "zonder_sleutel": "zonder sleutel"}
STEERING = ("ontkenning", "schijnontkenning", "uitzondering", "actor_werknemer", "voorzetsel",
            "gebiedende_wijs")  # fmt: skip


@pytest.fixture(scope="module")
def marked(shipped_rulebook, pipeline) -> Tagger:
    """The shipped words that steer reach, and our own test words."""
    own = {name: Concept(name, "betekenis", (term,)) for name, term in TERMS.items()}
    kept = {
        name: held
        for name, held in shipped_rulebook.concepts.items()
        if name in STEERING or name.startswith("strekking_")
    }
    return Tagger(replace(shipped_rulebook, rules={}, concepts={**kept, **own}), pipeline)


def mention(tagger: Tagger, text: str, concept: str) -> Mention:
    return next(item for item in tagger.tag(parse_text(text)).mentions if item.concept == concept)


@pytest.mark.parametrize(
    ("text", "concept", "negated"),
    [
        ("De werknemer wordt niet gehoord.", "horen", True),
        ("De werknemer wordt eerst gehoord.", "horen", False),
        ("De werknemer wordt nooit gehoord.", "horen", True),
        ("Er is geen sleutel.", "sleutel", True),
        ("De foto is er niet, maar de sleutel ligt klaar.", "foto", True),
        ("De foto is er niet, maar de sleutel ligt klaar.", "sleutel", False),
        ("De foto is er, maar de sleutel is er niet.", "foto", False),
        ("De sleutel is er niet omdat de foto ontbreekt.", "foto", False),
        ("Als de sleutel er niet is, is er een foto.", "foto", False),
        ("Niet alleen de sleutel maar ook de foto is er.", "sleutel", False),
        ("Niet alleen de sleutel maar ook de foto is er.", "foto", False),
        ("De sleutel is al dan niet aanwezig.", "sleutel", False),
        ("De sleutel blijft niet langer dan een week bewaard.", "sleutel", False),
        ("Dit gebeurt zonder een foto.", "foto", True),
        ("Dit gebeurt zonder sleutel.", "sleutel", True),
        ("Dit gebeurt zonder sleutel.", "zonder_sleutel", False),
        ("Dit gebeurt zonder enige vorm van overleg over de foto.", "foto", False),
    ],
)
def test_a_mention_is_negated_only_within_reach(marked, text, concept, negated):
    assert mention(marked, text, concept).negated is negated


@pytest.mark.parametrize(
    "text",
    ["Plaats geen foto.", "Het is niet toegestaan een foto te delen.", "De medewerker deelt nooit een foto."],
)
def test_the_negation_of_a_ban_belongs_to_the_ban(marked, text):
    assert mention(marked, text, "foto").negated is False


@pytest.mark.parametrize(
    ("text", "concept", "excepted"),
    [
        ("Delen is verboden, tenzij er een foto is.", "foto", True),
        ("Een sleutel is verplicht, behalve bij een foto.", "foto", True),
        ("Een sleutel is verplicht, behalve bij een foto.", "sleutel", False),
        ("Met uitzondering van de foto is alles openbaar.", "foto", True),
        ("Behoudens een sleutel krijgt niemand iets.", "sleutel", True),
        ("Tenzij er een foto is, blijft de sleutel hier.", "foto", True),
        ("Tenzij er een foto is, blijft de sleutel hier.", "sleutel", False),
        ("Een sleutel is verplicht.", "sleutel", False),
    ],
)
def test_a_mention_is_excepted_from_the_excepting_word_on(marked, text, concept, excepted):
    assert mention(marked, text, concept).excepted is excepted


def test_of_two_mentions_the_plain_one_is_kept(marked):
    text = "Er is geen sleutel, maar wel een andere sleutel."
    found = mention(marked, text, "sleutel")
    assert (found.negated, found.start) == (False, text.rindex("sleutel"))


def test_of_two_plain_mentions_the_first_is_kept(marked):
    assert mention(marked, "Een foto of nog een foto.", "foto").start == 4


def test_a_ban_in_the_lead_in_does_not_negate_its_items(marked):
    found = read(marked, "Het is niet toegestaan om:\n\n- een foto te delen;\n- de sleutel te lenen.").mentions
    assert {item.concept: item.negated for item in found if item.concept in TERMS} == {"foto": False, "sleutel": False}
