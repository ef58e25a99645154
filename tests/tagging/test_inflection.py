"""Are real Dutch forms recognised as forms of their word, and others not?"""

from __future__ import annotations

import pytest

from checker.rulebook.terms import fold
from checker.tagging.inflection import forms_of, split_separable

FORMS = {
    # weak verbs
    "melden": "meld meldt meldde meldden gemeld gemelde",
    "werken": "werk werkt werkte gewerkt",
    "maken": "maak maakt maakte gemaakt gemaakte",
    "delen": "deel deelt deelde gedeeld gedeelde",
    "stellen": "stel stelt stelde gesteld",
    "plaatsen": "plaats plaatst plaatste geplaatst geplaatste",
    "posten": "post postte gepost",
    "controleren": "controleer controleert controleerde gecontroleerd",
    "bewaren": "bewaar bewaart bewaarde bewaard bewaarde",
    "verhalen": "verhaal verhaalt verhaalde verhaald",
    "beoordelen": "beoordeel beoordeelt beoordeeld beoordeelde",
    "onthullen": "onthul onthult onthulde onthuld",
    "leven": "leef leeft leefde geleefd",
    "reizen": "reis reist reisde gereisd",
    "regelen": "regel regelt regelde geregeld",
    "informeren": "informeer informeert geïnformeerd",
    "antwoorden": "antwoord antwoordt antwoordde geantwoord",
    "loggen": "log logt logde gelogd",
    "liken": "like liket",
    "bloggen": "blog blogt blogde geblogd",
    # strong verbs
    "geven": "geef geeft gaf gaven gegeven",
    "schrijven": "schrijf schrijft schreef schreven geschreven",
    "nemen": "neem neemt nam genomen",
    "spreken": "spreek spreekt sprak gesproken",
    "houden": "houd houdt hield gehouden",
    "doen": "doe doet deed gedaan",
    "staan": "sta staat stond gestaan",
    "zien": "zie ziet zag gezien",
    "krijgen": "krijg krijgt kreeg gekregen",
    "dienen": "dien dient diende gediend",
    "verdienen": "verdien verdient verdiend",
    "kopiëren": "kopieer kopieert gekopieerd",
    "financieren": "financieer financieert",
    "verbieden": "verbied verbiedt verbood verboden",
    "begrijpen": "begrijp begrijpt begreep begrepen",
    "besluiten": "besluit besloot besloten",
    "ontslaan": "ontsla ontslaat ontsloeg ontslagen",
    "overtreden": "overtreed overtreedt overtrad overtreden",
    "schenden": "schend schendt schond geschonden",
    "hebben": "heb hebt heeft had gehad",
    "zijn": "ben bent is was waren geweest",
    "mogen": "mag mocht",
    "kunnen": "kan kunt kon konden",
    "weten": "weet wist geweten",
    # separable verbs, written as one word
    "aanspreken": "aanspreekt aansprak aangesproken aantespreken",
    "inleveren": "inlever inlevert ingeleverd",
    "uitsluiten": "uitsluit uitgesloten",
    "vastleggen": "vastlegt vastgelegd vastlegde",
    "meenemen": "meeneemt meegenomen",
    "doorsturen": "doorstuurt doorgestuurd",
    "aanbieden": "aanbiedt aangeboden",
    # nouns and adjectives
    "maatregel": "maatregel maatregelen",
    "werknemer": "werknemer werknemers",
    "foto": "foto's",
    "vrijheid": "vrijheden",
    "bedrijf": "bedrijven",
    "huis": "huizen",
    "taak": "taken",
    "recht": "rechten",
    "gesprek": "gesprekken",
    "bericht": "berichten",
    "boete": "boetes boeten",
    "categorie": "categorieën",
    "evenredig": "evenredige",
    "negatief": "negatieve",
    "vals": "valse",
    "boos": "boze",
    "dossier": "dossiers",
    "medium": "media",
    "sanctie": "sancties",
}
KNOWN_WRONG: dict[str, str] = {
    "hebben: had": "a function word is never a form of something else",
    "zijn: is": "a function word is never a form of something else",
    "zijn: was": "a function word is never a form of something else",
}
"""word: form -> why the table lacks it; an exact set."""

PAIRS = [(word, form) for word, forms in FORMS.items() for form in forms.split()]


def shown(word: str, form: str) -> str:
    return f"{word}: {form}"


@pytest.mark.parametrize(("word", "form"), [pair for pair in PAIRS if shown(*pair) not in KNOWN_WRONG])
def test_a_form_belongs_to_its_word(word, form):
    assert fold(form) in forms_of(fold(word))


def test_exactly_the_known_forms_are_missing():
    missing = {shown(word, form) for word, form in PAIRS if fold(form) not in forms_of(fold(word))}
    assert missing == set(KNOWN_WRONG)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("uiten", "uit"),
        ("inden", "in"),
        ("melden", "meldpunt"),
        ("loon", "lonend"),
        ("horen", "hoorzitting"),
        ("regel", "regeling"),
        ("mens", "mengen"),
        ("delen", "dealen"),
        ("lid", "leed"),
        ("bewaren", "waren"),
        ("verhalen", "halen"),
        ("ontslag", "slag"),
    ],
)
def test_another_word_is_no_form(word, other):
    assert other not in forms_of(word)


@pytest.mark.parametrize(
    ("verb", "parts"),
    [
        ("aanspreken", ("aan", "spreken")),
        ("kennisnemen", ("kennis", "nemen")),
        ("voorbijgaan", ("voorbij", "gaan")),
        ("achterwegelaten", ("achterwege", "laten")),
        ("terugzien", ("terug", "zien")),
        ("melden", None),
        ("open", None),
        ("aanpak", None),
    ],
)
def test_a_separable_verb_is_split_at_its_first_part(verb, parts):
    assert split_separable(verb) == parts
