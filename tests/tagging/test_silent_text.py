"""Which clauses are silent for what they say: definitions, quotations, bad examples, wrapper text, history?"""

from __future__ import annotations

import pytest

from checker.model import Flag

from .reading import flags_by_clause, flags_of

pytestmark = pytest.mark.pipeline

BELOW = "# Begrippen\n\nSoort: een zin.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Onder leerling wordt mede begrepen wie op proef meeloopt.",
        "Onder nevenwerk wordt ook gerekend het werk dat onbetaald is.",
        "Onder gasten scharen wij iedereen zonder sleutel.",
        "Met huisnetwerk wordt bedoeld het netwerk achter de voordeur.",
        "Met toestel bedoelen we een telefoon, tablet of laptop.",
        "Van nevenwerk is sprake zodra iemand anders u betaalt.",
        "Als beheerder wordt aangemerkt degene die de sleutels uitgeeft.",
        "In dit protocol wordt verstaan onder:",
        "Onder vertrouwelijk verstaan wij wat niet openbaar is.",
        BELOW + "eigen toestel: een telefoon die niet door de werkgever is betaald;",
        BELOW + "Huisgenoot: wie op hetzelfde adres woont, dus ook een kind.",
        BELOW + "beheerder: degene aan wie de medewerker verantwoording moet afleggen",
        BELOW + "datalek: de ongeoorloofde toegang tot persoonsgegevens",
        BELOW + "onbevoegde: ieder die geen toegang heeft gekregen",
        BELOW + "Een bericht is alles wat u verstuurt.",
        BELOW + "bijlage: een blad dat bij het contract hoort, en die bijlage zelf",
        BELOW + "toestel: een apparaat dat u van de zaak hebt gekregen",
        BELOW + "eigen werk: alles wat u niet van een ander hebt overgenomen",
        BELOW + "gast: wie geen pas heeft. Daaronder valt ook een leverancier.",
        "# Begrippen en toepassing\n\nbericht: alles wat u verstuurt",
        "# Wat bedoelen we?\n\ngast: wie geen pas heeft",
    ],
)
def test_an_explanation_of_a_term_is_a_definition(tagger, text):
    assert Flag.DEFINITION in flags_of(tagger, text)


@pytest.mark.parametrize(
    "text",
    [
        "Onder ongewenst gebruik wordt verstaan het kijken van films.",
        "Onder een verboden toestel verstaan wij alles zonder keurmerk.",
        "In deze regeling wordt onder misbruik verstaan het gebruik voor een ander.",
        "Met ontoelaatbaar gedrag bedoelen we schelden en dreigen.",
        "Van oneigenlijk gebruik is sprake als een huisgenoot meekijkt.",
        "Onder bijverdienste verstaan we elke klus waarvan je dus afziet en die je nalaat.",
        BELOW + "ongepaste opname: een filmpje van een patiënt",
        BELOW + "Ongeoorloofde app: Een programma zonder keurmerk.",
        BELOW + "lekken: het doorvertellen van een bod",
        BELOW + "misbruik: elk gebruik door een ander",
        BELOW + "sluiproute: een omweg langs de firewall, hetgeen de medewerker nalaat;",
        BELOW + "schaduwkopie: een afschrift buiten het archief, dat steeds achterwege blijft",
        BELOW + "dubbelrol: een klus voor een klant, waarvan de adviseur zich onthoudt",
        BELOW + "stroomman: wie een ander laat tekenen, iets wat hier niet gebeurt",
        BELOW + "meelifter: een ander die met uw pas meeloopt, en dat mag niet",
        BELOW + "nevenwerk: betaald werk voor een ander, dat u altijd vooraf meldt",
        BELOW + "doorverkoop: het aanbieden van personeelsbonnen, wat wij niet tolereren.",
        BELOW + "meelezen: het openen van andermans mail, en dat laten we.",
        BELOW + "geheim: wat de klant u vertelt en wat u dus voor u houdt",
        BELOW + "leesbericht: het bericht dat u nooit uitzet",
        BELOW + "samenloop: twee klanten op één uur, hetgeen u voorkomt",
        BELOW + "reclame: een bericht over een sponsor; dat plaatsen wij niet.",
        BELOW + "lijst: een blad met namen van klanten, die niemand bijhoudt",
        BELOW + "geschenk: alles boven € 50,-; zo'n geschenk gaat terug naar de afzender.",
        BELOW + "De regels van de beroepsgroep worden in acht genomen.",
        "Vrijwilligers worden behandeld als werknemers.",
        "Daaronder begrepen zijn ook de stagiairs.",
        "De in deze regeling bedoelde gegevens worden gewist.",
        "# Begrippen en toepassing\n\nDeze code geldt ook thuis.",
    ],
)
def test_a_ban_or_duty_in_the_form_of_a_definition_is_none(tagger, text):
    assert Flag.DEFINITION not in flags_of(tagger, text)


# --- quotations ---


@pytest.mark.parametrize(
    "text",
    [
        'Artikel 10 EVRM: "Een ieder heeft recht op vrijheid van meningsuiting."',
        'Uit de Grondwet (art. 10): "Ieder heeft recht op eerbiediging van zijn levenssfeer."',
        'In artikel 7:611 BW staat: "De werkgever en de werknemer gedragen zich goed."',
        'Het oude artikel 125a luidde destijds: "De ambtenaar onthoudt zich."',
        "Artikel 7:660 BW bepaalt: “De werknemer volgt de voorschriften op. Hij klaagt niet.”",
        '"De werknemer is verplicht de arbeid zelf te verrichten", aldus artikel 7:659 BW.',
        'De kantonrechter overwoog: "Een waarschuwing had hier volstaan."',
        "Artikel 7:611 BW luidt als volgt: de werkgever en de werknemer gedragen zich goed.",
    ],
)
def test_a_quotation_with_its_source_is_one(tagger, text):
    assert Flag.QUOTATION in flags_of(tagger, text)


@pytest.mark.parametrize(
    "text",
    [
        'Zet in je profiel: "Dit is mijn eigen mening en niet die van de zaak."',
        'Zo wel: "Wij bellen u morgen over de uitslag."',
        'Fout: "Wat een druktemakers zaten er weer."',
        "Schade wordt volgens artikel 7:661 BW verhaald.",
        "Volgens artikel 3 van deze regeling meldt u dat vooraf.",
        "De rechter oordeelde eerder over zulke camera's in ECLI:NL:HR:2019:1839.",
        "Hierop is artikel 7:613 BW van toepassing.",
        'Artikel 4 spreekt van "zorgvuldig en behoorlijk gebruik" van de pas.',
    ],
)
def test_a_rule_with_a_source_or_a_quoted_word_is_no_quotation(tagger, text):
    assert Flag.QUOTATION not in flags_of(tagger, text)


# --- bad examples ---


@pytest.mark.parametrize(
    "text",
    [
        "Fout: een klant bij naam noemen in de groepsapp.",
        'Zo niet: "die van kamer 4 belde weer" in de app.',
        "Dus niet: met een collega in de lift over een dossier praten.",
        "Zo moet het niet: een foto van het scherm sturen.",
        "Slecht voorbeeld: “Wat een zeur aan de lijn.”",
        "Verkeerd: de deur open laten staan voor een onbekende.",
        "- Niet goed: je wachtwoord op een briefje plakken.",
    ],
)
def test_a_label_marks_a_bad_example(tagger, text):
    assert Flag.BAD_EXAMPLE in flags_of(tagger, text)


@pytest.mark.parametrize(
    "text",
    [
        "Zo wel: een foto van het lege lokaal.",
        "Goed: eerst bellen en dan pas mailen.",
        'Beter: "Wij bellen u morgen terug."',
        "Niet: foto's van gasten plaatsen.",
        "Let op: een fout in het systeem meld je meteen.",
        "Zo niet, dan volgt een gesprek.",
        "Niet toegestaan: eten achter de kassa.",
    ],
)
def test_a_good_example_or_a_ban_is_no_bad_example(tagger, text):
    assert Flag.BAD_EXAMPLE not in flags_of(tagger, text)


# --- wrapper text ---


@pytest.mark.parametrize(
    "text",
    [
        "Aldus vastgesteld te Zandermeer op 3 mei.",
        "Aldus overeengekomen en in drievoud getekend.",
        "Opgemaakt te Gent in twee exemplaren.",
        "Vastgesteld in de vergadering van het bestuur, was getekend de voorzitter.",
        "Was getekend, de secretaris",
        "Namens het bestuur, w.g. A. Smit",
        "Gedaan te Brugge, op 4 juni.",
        "Zal ik er ook een flyer voor de balie van maken?",
        "Zal ik de tekst nog in eenvoudig Nederlands omzetten?",
        "Wil je ook een kortere versie voor op de muur?",
        "Goed dat je dit wilt vastleggen!",
        "Wat fijn dat u dit nu al wilt regelen!",
        "Hieronder vind je een opzet die je zo kunt gebruiken.",
        "Hier is een conceptprotocol voor de praktijk.",
        "Zo, dat was het!",
        "Tip voor de invoering: hang de kaart naast de kluisjes.",
        "Nog een advies voor de uitrol: begin klein.",
        "Laat dit stuk wel even door een advocaat nakijken.",
        "Laat een jurist meekijken voordat je tekent.",
        "Leg de regeling eerst voor aan de ondernemingsraad.",
        "Bespreek deze regels met je team voordat je ze invoert.",
        "Ik ken jullie cao niet, dus check dat even.",
        "Als u wilt, maak ik er een poster van.",
        "Laat het maar weten als de toon losser moet.",
        "Vergeet niet de tekst tussen haakjes in te vullen.",
    ],
)
def test_a_signature_and_the_words_of_an_assistant_are_wrapper_text(tagger, text):
    assert Flag.WRAPPER in flags_of(tagger, text)


@pytest.mark.parametrize(
    "text",
    [
        "Het proces-verbaal wordt opgemaakt te Utrecht.",
        "De overeenkomst wordt in tweevoud getekend.",
        "De directie heeft deze regels vastgesteld.",
        "Laat een contract altijd door de afdeling Inkoop nakijken.",
        "Leg een nieuwe app eerst voor aan de systeembeheerder.",
        "Zal ik zelf een melding doen?",
        "Wat fijn dat je bij ons komt werken!",
        "Hieronder staat een lijst van apps die je mag gebruiken.",
        "Tip: vraag een collega om hulp.",
        "Laat het weten als je ziek bent.",
        "Bespreek een fout met je leidinggevende.",
        "Heb je vragen, bel dan de jurist van de bond.",
    ],
)
def test_a_rule_about_signing_asking_or_advising_is_no_wrapper_text(tagger, text):
    assert Flag.WRAPPER not in flags_of(tagger, text)


def test_what_an_assistant_says_between_its_offers_is_wrapper_text_whatever_its_words(tagger):
    text = (
        "# Regels\n\nDeel niets.\n\nTip voor de invoering: begin klein. Neem de tijd. Zal ik er een poster van maken?"
    )
    assert flags_by_clause(tagger, text, Flag.WRAPPER) == [False, False, True, True, True]


HEAD = "Leuk dat je hiermee aan de slag gaat! Hierbij de huisregels voor je salon.\n\n"


def test_an_assistant_is_heard_above_the_first_heading_by_weaker_words(tagger):
    said = flags_by_clause(tagger, f"{HEAD}# Regels\n\nFijn dat je er bent.\n\nBel niet.", Flag.WRAPPER)
    assert said == [True, True, False, False, False]


def test_an_assistant_that_speaks_above_is_heard_at_the_end_by_weaker_words(tagger):
    text = HEAD + "# Regels\n\nBel niet.\n\nDat was het! Laat maar horen of dit is wat je zocht."
    assert flags_by_clause(tagger, text, Flag.WRAPPER) == [True, True, False, False, True, True]


def test_the_weaker_words_say_nothing_where_no_assistant_speaks(tagger):
    text = "# Regels\n\nBel niet.\n\nDat is het. Moet ik een nieuwe pas vragen? Ik heb er geen."
    assert not any(flags_by_clause(tagger, text, Flag.WRAPPER))


def test_a_rule_in_the_last_section_of_what_an_assistant_wrote_stays_one(tagger):
    text = HEAD + "# Straf\n\nBij het gesprek mag een advocaat mee. Let op: deel niets.\n\nDat was het!"
    assert flags_by_clause(tagger, text, Flag.WRAPPER) == [True, True, False, False, False, True]


def test_the_rules_between_a_tip_and_a_signature_are_no_wrapper_text(tagger):
    rules = "Deel niets.\n\nMeld alles.\n\nVraag hulp.\n\n"
    text = f"# Slot\n\nLaat dit door een jurist nalezen.\n\n{rules}Aldus vastgesteld te Breda."
    assert flags_by_clause(tagger, text, Flag.WRAPPER) == [False, True, False, False, False, True]


# --- history ---


@pytest.mark.parametrize(
    "text",
    [
        "Versie 2: artikel over drones ingevoegd.",
        "Versie 1.4, mei 2022.",
        "Versie 3.0 d.d. 2 juni 2019 vervangt de druk van 2015.",
        "Revisie d.d. 3 april: bijlage verwijderd.",
        "Herziening juni 2021: adres gewijzigd.",
        "v2.1 – typefouten hersteld",
        "2019-11: alinea over laptops geschrapt.",
        "12-03-2020: eerste versie.",
        "Mei 2023: stuk over drones toegevoegd; telefoonnummer hersteld.",
        "Bijgewerkt door Henk in april.",
        "Laatst gewijzigd op 4 mei 2022.",
        "Laatste wijziging: december 2023",
        "De paragraaf over drones is in 2021 toegevoegd.",
        "In maart is de zin over faxen geschrapt.",
        "Voorgaande versie: 2019.",
        "Deze regels zijn voor het laatst herzien in 2023.",
        "Deze versie vervangt die van januari 2020.",
        "# Versiebeheer\n\nHet logo is vernieuwd.",
    ],
)
def test_a_log_of_versions_is_history(tagger, text):
    assert Flag.HISTORY in flags_of(tagger, text)


@pytest.mark.parametrize(
    "text",
    [
        "Versie 3 van de app is verplicht.",
        "De straf stond destijds in het ARAR.",
        "Wie voorheen een sleutel had, levert die in.",
        "De werkgever kan deze regeling wijzigen.",
        "Gewijzigde wachtwoorden meld je bij de helpdesk.",
        "1 mei 2026: start van het nieuwe rooster.",
        "Op 12-03-2020 is het systeem gestart.",
        "Een versie voor thuis is er niet.",
        "De directie voegt een paragraaf over drones toe.",
        "Het formulier is als bijlage toegevoegd.",
        "# Wijziging van deze regeling\n\nDe directie kan de regeling wijzigen.",
    ],
)
def test_a_rule_with_a_version_or_the_past_is_no_history(tagger, text):
    assert Flag.HISTORY not in flags_of(tagger, text)


@pytest.mark.parametrize(
    ("header", "is_log"),
    [
        ("| Versie | Datum | Wijziging |", True),
        ("| Datum | Wat er veranderde | Door |", True),
        ("| Nr. | Datum | Auteur |", False),
        ("| App | Versie | Mag |", False),
    ],
)
def test_a_table_is_a_log_by_all_of_its_header(read_markdown, header, is_log):
    tagged = read_markdown(f"{header}\n|---|---|---|\n| 1.0 | 2 mei | Ans |\n")
    assert [Flag.HISTORY in clause.flags for clause in tagged.clauses] == [False] * 3 + [is_log] * 3


def test_a_log_line_goes_on_after_its_semicolon(tagger):
    text = "2024-09: paragraaf erbij; logo gehandhaafd.\n\nDeel niets."
    assert flags_by_clause(tagger, text, Flag.HISTORY) == [True, True, False]


# --- to be filled in ---


@pytest.mark.parametrize(
    "text",
    [
        "De sleutel (nr. XX) blijft op kantoor.",
        "Na XX maanden vervalt de toegang.",
        "Dit geldt vanaf 1 januari 20XX.",
        "De boete is € XX per keer.",
        "De bewaartermijn is X weken.",
        "Meld dit binnen … dagen.",
        "Ingangsdatum: dd-mm-jjjj",
        "De contactpersoon is <functie>.",
        "De boete gaat naar een goed doel (n.t.b.).",
        "De vertrouwenspersoon is (naam invullen).",
    ],
)
def test_a_gap_is_a_placeholder(tagger, text):
    assert Flag.PLACEHOLDER in flags_of(tagger, text)


@pytest.mark.parametrize(
    "text",
    [
        "Zie hoofdstuk XX van het wetboek.",
        "Draag een hesje in maat XXL.",
        "Plaats op X niets over klanten.",
        "N.B. Dit geldt ook thuis.",
        "Hij schreef dat de directeur [sic] liegt.",
        "De pauze duurt € noch dagen.",
    ],
)
def test_a_roman_number_or_a_size_is_no_placeholder(tagger, text):
    assert Flag.PLACEHOLDER not in flags_of(tagger, text)


# --- policy-b: a policy as a chat assistant gave it ---
