"""Is the main force of a sentence read as a Dutch reader reads it?

The answers were decided by reading, not by running. KNOWN_WRONG holds the sentences that the tagger reads
wrongly today, as an exact set: a repaired one must leave it.
"""

from __future__ import annotations

import pytest

from checker.model import Force

from .reading import last, read

pytestmark = pytest.mark.pipeline

SENTENCES: dict[Force, tuple[str, ...]] = {
    Force.PROHIBITION: (
        "Je mag geen klantgegevens op sociale media delen.",
        "Bedrijfsinformatie mag niet worden gedeeld met derden.",
        "Het is niet toegestaan om foto's van collega's te plaatsen.",
        "Het delen van beelden van leerlingen is niet toelaatbaar.",
        "Het is de ambtenaar verboden geschenken aan te nemen.",
        "De medewerker plaatst geen berichten over lopende zaken.",
        "De leden vervullen geen nevenfuncties die ongewenst zijn.",
        "Op het werk gebruik je je privételefoon niet.",
        "U verstrekt uw inloggegevens aan niemand.",
        "Onder geen beding deel je beelden van cliënten.",
        "Deel nooit je wachtwoord met anderen.",
        "Plaats geen foto's van patiënten online.",
        "Draag geen sieraden tijdens de dienst.",
        "Bemoei u niet met de training.",
        "Pest, discrimineer of intimideer niemand.",
        "Bij twijfel, plaats het bericht niet.",
        "Laat discussies over het werk achterwege.",
        "Niet delen van wachtwoorden of toegangsgegevens.",
        "Geen vertrouwelijke gegevens op de mobiele telefoon opslaan.",
        "Medewerkers onthouden zich van uitlatingen over politieke kwesties.",
        "Het lid onthoudt zich van elke vorm van discriminatie.",
        "De gebruiker dient zich te onthouden van privégebruik onder werktijd.",
        "Wij tolereren geen pestgedrag.",
        "Pesten wordt niet getolereerd.",
        "Privégebruik van de bedrijfswagen is uitgesloten.",
        "Medewerkers wordt verzocht geen eigen commentaar te geven.",
        "Het is niet de bedoeling dat je onder werktijd privéberichten leest.",
        "Zonder toestemming van de leidinggevende worden geen opnamen gemaakt.",
        "Niemand mag namens de organisatie spreken zonder opdracht.",
        "Bedrijfsmiddelen zijn uitsluitend bestemd voor zakelijk gebruik.",
        "Het is niet toegestaan om:\n\n- wachtwoorden te noteren;\n- beelden van klanten te delen.",
        "De medewerker mag niet:\n\n- roddelen over collega's.",
        "# Niet toegestaan\n\n- Roddelen over collega's",
        "Het is verboden om:\n\n- gegevens te delen via:\n  - privémail;\n  - een eigen telefoon.",
    ),
    Force.DUTY: (
        "De medewerker meldt een datalek direct bij de helpdesk.",
        "De gebruiker verwittigt onmiddellijk de dienst ICT.",
        "De leden gaan verantwoord om met de internetfaciliteiten.",
        "Wie een datalek ontdekt, meldt dat dezelfde dag.",
        "Je overlegt eerst met je leidinggevende.",
        "Meld een verdacht bericht bij ICT.",
        "Handel zo transparant mogelijk.",
        "Ben open over je functie.",
        "Wees je bewust van je voorbeeldfunctie.",
        "Bij twijfel, raadpleeg de afdeling communicatie.",
        "Zorg dat je apparaat altijd is bijgewerkt.",
        "U dient uw apparaat te vergrendelen.",
        "De werkgever moet de medewerker vooraf informeren.",
        "De ambtenaar is gehouden de opgedragen taken naar behoren te verrichten.",
        "Het is verplicht een sterk wachtwoord te gebruiken.",
        "Melden van incidenten is verplicht.",
        "Van medewerkers wordt verwacht dat zij zorgvuldig omgaan met gegevens.",
        "Wij verwachten van je dat je respectvol bent.",
        "Alleen na toestemming van de directie spreek je met journalisten.",
        "Incidenten worden binnen een dag gemeld bij de leidinggevende.",
        "Apparaten worden bij uitdiensttreding ingeleverd.",
        "De medewerker moet:\n\n- incidenten melden;\n- zijn wachtwoord wijzigen.",
    ),
    Force.ADVICE: (
        "Wij raden je aan een disclaimer te gebruiken.",
        "Het verdient aanbeveling je profiel af te schermen.",
        "Denk na voordat je iets plaatst.",
        "Gebruik bij voorkeur een zakelijk account.",
        "Vermijd discussies met boze klanten.",
        "Wees terughoudend met privégebruik.",
        "De ambtenaar is terughoudend met het privégebruik van de telefoon.",
        "Tip: vraag een collega om mee te lezen.",
        "Besef dat berichten lang zichtbaar blijven.",
    ),
    Force.RIGHT: (
        "De medewerker heeft recht op inzage in zijn dossier.",
        "Je hebt het recht om bezwaar te maken.",
        "Het staat je vrij om je mening te geven.",
        "Je mag bezwaar maken bij de directie.",
        "De medewerker kan zich laten bijstaan door een vertrouwenspersoon.",
    ),
    Force.POWER: (
        "De werkgever kan het internetgebruik controleren.",
        "De directeur is bevoegd om het account te blokkeren.",
        "De organisatie behoudt zich het recht voor om e-mail in te zien.",
        "Beperkt privégebruik is toegestaan.",
        "Medewerkers mogen in hun pauze sociale media gebruiken.",
        "Het is niet verboden om kritisch te zijn.",
        "Je mag niet alleen vragen stellen, maar ook meedenken.",
        "Je mag thuis werken, ook als het niet druk is.",
    ),
    Force.PROMISE: (
        "Wij bewaren camerabeelden hoogstens vier weken.",
        "De werkgever informeert de ondernemingsraad jaarlijks.",
        "HR bewaart de gegevens niet langer dan nodig.",
        "De organisatie deelt je gegevens niet met derden.",
        "Er wordt geen disciplinaire maatregel genomen tegen wie te goeder trouw meldt.",
    ),
    Force.SANCTION: (
        "Overtreding van dit beleid kan leiden tot disciplinaire maatregelen.",
        "Bij herhaling volgt een schriftelijke waarschuwing.",
        "Wie deze regels niet naleeft, kan worden geschorst.",
        "Misbruik wordt aangemerkt als plichtsverzuim.",
        "De ambtenaar kan deswege disciplinair worden gestraft.",
        "In ernstige gevallen kan de arbeidsovereenkomst worden beëindigd.",
        "De kosten worden verhaald op de medewerker.",
        "Het is verboden geheimen te delen, op straffe van ontslag op staande voet.",
        "De toegang tot het netwerk kan je worden ontzegd.",
        "Dan kan het toestel worden ingenomen.",
        "Bij overtreding volgen:\n\n- een schriftelijke waarschuwing;\n- ontslag.",
    ),
    Force.DEFINITION: (
        "Onder sociale media wordt verstaan: alle openbare netwerken.",
        "Onder sociale media wordt verstaan: Facebook, X en LinkedIn.",
        "Met monitoren bedoelen wij het stelselmatig volgen van gebruik.",
    ),
    Force.PURPOSE: (
        "Dit beleid heeft tot doel medewerkers te beschermen.",
        "Met dit beleid willen wij bijdragen aan een veilige werkomgeving.",
        "Dit protocol beoogt misbruik te voorkomen.",
    ),
    Force.FACT: (
        "Sociale media zijn niet meer weg te denken.",
        "Dit beleid geldt voor alle medewerkers.",
        "Dit geldt niet alleen voor medewerkers, maar ook voor inhuurkrachten.",
        "De opdracht tot monitoren geldt voor ten hoogste één maand.",
        "Je bent persoonlijk verantwoordelijk voor wat je plaatst.",
        "Het beleid is vastgesteld op 1 maart 2026.",
        "Je hoeft je privéaccounts niet te laten zien.",
        "Je hoeft geen toestemming te vragen voor privégebruik.",
        "Ook als je niet aan het werk bent, ben je herkenbaar.",
        "U bent niet verplicht om thuis te werken.",
        "Onzorgvuldig gedrag kan leiden tot reputatieschade.",
    ),
}  # fmt: skip

KNOWN_WRONG: dict[str, str] = {
    "Wees je bewust van je voorbeeldfunctie.": "the weights take it for advice",
    "Je mag niet alleen vragen stellen, maar ook meedenken.": "the weights take it for a right",
}
"""Sentence -> why the tagger reads it wrongly."""

CASES = [(sentence, force) for force, sentences in SENTENCES.items() for sentence in sentences]


@pytest.mark.parametrize(("sentence", "force"), [case for case in CASES if case[0] not in KNOWN_WRONG])
def test_a_sentence_has_the_force_that_a_reader_gives_it(tagger, sentence, force):
    assert last(tagger, sentence).force is force


def test_exactly_the_known_sentences_are_read_wrongly(tagger):
    wrong = {sentence for sentence, force in CASES if last(tagger, sentence).force is not force}
    assert wrong == set(KNOWN_WRONG)


def test_a_ban_with_its_sanction_has_both_forces(tagger):
    clause = last(tagger, "Het is verboden geheimen te delen, op straffe van ontslag op staande voet.")
    assert clause.forces == (Force.SANCTION, Force.PROHIBITION)


def test_a_ban_with_may_not_gives_no_power(tagger):
    assert Force.POWER not in last(tagger, "De medewerker mag geen foto's plaatsen.").forces


AVOID = "Vermijd discussies met boze klanten."


@pytest.mark.parametrize(
    "sanction",
    [
        "Overtreding van dit beleid kan leiden tot disciplinaire maatregelen.",
        "Wie zich niet aan deze regels houdt, krijgt een schriftelijke waarschuwing.",
    ],
)
def test_advice_to_avoid_becomes_a_ban_when_a_sanction_stands_on_the_whole_policy(tagger, sanction):
    for text in (f"{AVOID}\n\n{sanction}", f"{sanction}\n\n{AVOID}"):
        clauses = {clause.index: clause.force for clause in read(tagger, text).clauses}
        assert sorted(clauses.values()) == [Force.SANCTION, Force.PROHIBITION]


@pytest.mark.parametrize(
    "other",
    [
        "Bij diefstal volgt een schriftelijke waarschuwing.",
        '"Overtreding van dit beleid kan leiden tot disciplinaire maatregelen."',
        "Kan overtreding van dit beleid leiden tot disciplinaire maatregelen?",
        "Overtreding van dit beleid wordt besproken.",
    ],
)
def test_advice_to_avoid_stays_advice_without_such_a_sanction(tagger, other):
    assert read(tagger, f"{AVOID}\n\n{other}").clauses[0].force is Force.ADVICE


def test_other_advice_stays_advice_beside_a_sanction(tagger):
    text = "Wij raden je aan een disclaimer te gebruiken.\n\nOvertreding van dit beleid leidt tot ontslag."
    assert read(tagger, text).clauses[0].force is Force.ADVICE
