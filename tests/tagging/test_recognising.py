"""Is the kind of policy recognised from its words, and left open when they do not tell?"""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import PolicyType
from checker.parsing import read_document
from checker.tagging import recognise_policy_type
from tests.builders import context

from .reading import read


def recognised(tagger, text: str):
    return recognise_policy_type(read(tagger, text), context(None))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Sociaal-mediabeleid", PolicyType.SOCIAL_MEDIA),
        ("Protocol sociale media", PolicyType.SOCIAL_MEDIA),
        ("Reglement internet- en e-mailgebruik", PolicyType.ICT),
        ("Controleprotocol personeel", PolicyType.MONITORING),
        ("Gedragscode voor ambtenaren", PolicyType.CONDUCT),
        ("Gebruik van ChatGPT en andere AI", PolicyType.AI),
        ("Bring your own device", PolicyType.OWN_DEVICE),
        ("Reglement cameratoezicht", PolicyType.CAMERA),
        ("Regeling thuiswerken", PolicyType.HOME_WORK),
    ],
)
def test_a_title_tells_the_kind(tagger, title, kind):
    assert recognised(tagger, f"# {title}\n\nDit stuk geldt voor iedereen.").policy_type is kind


def test_the_reason_quotes_the_title(tagger):
    found = recognised(tagger, "# Reglement cameratoezicht\n\nDit stuk geldt voor iedereen.")
    assert found.policy_type_reason == 'herkend als cameratoezicht: de titel noemt "cameratoezicht"'


def test_the_title_outweighs_a_subject_in_the_text(tagger):
    text = "# Gedragscode\n\n" + "Wees voorzichtig met sociale media.\n\n" * 5
    assert recognised(tagger, text).policy_type is PolicyType.CONDUCT


def test_without_a_telling_title_the_most_named_subject_counts(tagger):
    text = "# Afspraken\n\n" + "Wees voorzichtig met sociale media.\n\n" * 3 + "Er hangt een camera."
    found = recognised(tagger, text)
    assert found.policy_type is PolicyType.SOCIAL_MEDIA
    assert found.policy_type_reason == "herkend als sociaal-mediabeleid: het onderwerp komt het vaakst voor"


@pytest.mark.parametrize(
    "text",
    [
        "# Afspraken\n\nWij gaan goed met elkaar om.",
        "# Afspraken\n\nWees voorzichtig met sociale media.\n\nNog een keer: sociale media.",
        "",
    ],
)
def test_a_text_that_does_not_tell_is_not_recognised(tagger, text):
    found = recognised(tagger, text)
    assert found.policy_type is None
    assert found.policy_type_reason == "niet herkend: de tekst noemt geen onderwerp vaak genoeg"


def test_a_kind_that_was_given_is_kept(tagger):
    found = recognise_policy_type(read(tagger, "# Gedragscode\n\nIets."), context(PolicyType.CAMERA))
    assert (found.policy_type, found.policy_type_reason) == (PolicyType.CAMERA, "opgegeven door de gebruiker")


def test_the_two_seeds_are_social_media_policies(tagger):
    seeds = Path(__file__).resolve().parents[2] / "corpora" / "zaden"
    for name in ("policy-a", "policy-b"):
        tagged = tagger.tag(read_document(seeds / name / "bron.md"))
        assert recognise_policy_type(tagged, context(None)).policy_type is PolicyType.SOCIAL_MEDIA
