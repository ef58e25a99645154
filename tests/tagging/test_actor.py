"""Who does a sentence bind or empower?"""

from __future__ import annotations

import pytest

from checker.model import Actor

from .reading import last

pytestmark = pytest.mark.pipeline

SENTENCES: dict[Actor, tuple[str, ...]] = {
    Actor.EMPLOYEE: (
        "De medewerker meldt incidenten.",
        "De ambtenaar is terughoudend met privégebruik.",
        "Werknemers mogen hun mening geven.",
        "De zorgmedewerker deelt geen foto's.",
        "Je overlegt met je leidinggevende.",
        "U dient uw apparaat te vergrendelen.",
        "Bij twijfel overleg je met de directie.",
        "Iedereen houdt zich aan deze regels.",
        "Niemand deelt zijn wachtwoord.",
        "Wie zich niet aan de regels houdt, krijgt een waarschuwing.",
        "Deel geen wachtwoorden.",
        "Namens de organisatie spreekt de medewerker alleen met opdracht.",
    ),
    Actor.EMPLOYER: (
        "De werkgever kan het gebruik controleren.",
        "Wij controleren het netwerk.",
        "De directie hoort de medewerker.",
        "Het college van bestuur stelt dit beleid vast.",
        "De gemeente bewaart de beelden vier weken.",
        "In overleg met de medewerker bepaalt de werkgever het rooster.",
    ),
    Actor.MANAGER: (
        "De leidinggevende spreekt de medewerker aan.",
        "Het afdelingshoofd beslist over het verzoek.",
    ),
    Actor.HR: ("HR bewaart het dossier.", "De HR-afdeling beantwoordt vragen."),
    Actor.WORKS_COUNCIL: (
        "De ondernemingsraad stemt in met dit beleid.",
        "De OR krijgt de evaluatie.",
    ),
    Actor.UNION: ("De vakbond krijgt een afschrift.",),
    Actor.EXTERNAL: ("Uitzendkrachten krijgen een eigen account.",),
    Actor.DATA_SUBJECT: ("De cliënt geeft vooraf toestemming.",),
    Actor.AUTHORITY: ("De Autoriteit Persoonsgegevens kan een boete opleggen.", "De rechter weegt de belangen."),
    Actor.UNKNOWN: (
        "Het beleid is vastgesteld op 1 maart.",
        "Berichten over de organisatie blijven zichtbaar.",
        "Er zijn regels voor medewerkers.",
    ),
}
KNOWN_WRONG: dict[str, str] = {
    "De vakbond krijgt een afschrift.": "the employer is read, who must send it (so says the agreement of the corpus)",
    "Berichten over de organisatie blijven zichtbaar.": "the weights take the messages for those of the employee",
}
"""Sentence -> why the tagger reads its actor wrongly; an exact set."""

CASES = [(sentence, actor) for actor, sentences in SENTENCES.items() for sentence in sentences]


@pytest.mark.parametrize(("sentence", "actor"), [case for case in CASES if case[0] not in KNOWN_WRONG])
def test_a_sentence_has_the_actor_that_a_reader_gives_it(tagger, sentence, actor):
    assert last(tagger, sentence).actor is actor


def test_exactly_the_known_sentences_have_a_wrong_actor(tagger):
    wrong = {sentence for sentence, actor in CASES if last(tagger, sentence).actor is not actor}
    assert wrong == set(KNOWN_WRONG)


def test_an_item_has_the_actor_of_its_lead_in(tagger):
    assert last(tagger, "De werkgever mag:\n\n- het gebruik controleren.").actor is Actor.EMPLOYER


def test_an_actor_of_its_own_goes_before_that_of_the_lead_in(tagger):
    assert last(tagger, "Voordat wij besluiten:\n\n- krijgt de medewerker inzage.").actor is Actor.EMPLOYEE
