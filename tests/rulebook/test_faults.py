"""Does each fault in a rule folder say in Dutch what is wrong, where, and how to mend it?"""

from __future__ import annotations

import pytest

from checker.rulebook import load_rulebook
from checker.rulebook.vocabulary import DURATION_UNITS
from checker.tagging.amounts import find_amounts

from .folders import RULE, RULE_PATH, SOUND, problems_of, spoil, write_folder

SAME = ("dezelfde_bepaling_noemt", "dezelfde_alinea_noemt", "dezelfde_opsomming_noemt", "dezelfde_paragraaf_noemt")
PLACES = ("een_bepaling_noemt", "een_alinea_noemt", "een_opsomming_noemt", "een_paragraaf_noemt")
LIMIT_HELP = (
    'Schrijf een getal met uur, dag, werkdag, week, maand of jaar, zoals "30 dagen", '
    "of de naam van een getal uit parameters/."
)


def _limit(written):
    """An edit that gives the sentence form a limit."""
    limited = f"{{een_bepaling_noemt: boete, met_een_termijn_van_meer_dan: {written}}}"
    return ("een_bepaling_noemt: [boete, loon]", limited)


RULE_FAULTS = [
    ("an unknown key gets a suggestion", ("titel: ", "titell: "), [
        '1 — De sleutel "titel" ontbreekt. Voeg hem toe.',
        '2 — De sleutel "titell" bestaat niet. Bedoelde u "titel"?',
    ]),
    ("an unknown deep key gets a suggestion", ("een_bepaling_noemt", "een_bepalin_noemt"), [
        '15 — De sleutel "een_bepalin_noemt" bestaat niet. Bedoelde u "een_bepaling_noemt"?',
    ]),
    ("a missing key is named at its owner", ("  advies: Meld de boete altijd.\n", ""), [
        '27 — De sleutel "advies" ontbreekt. Voeg hem toe.',
    ]),
    ("an unknown concept gets a suggestion", ("[boete, loon]", "[boetes, loon]"), [
        '13 — Het begrip "boetes" bestaat niet. Bedoelde u "boete"?',
    ]),
    ("an unknown concept in an exception gets a suggestion", ("[melding]", "[meldingen]"), [
        '13 — Het begrip "meldingen" bestaat niet. Bedoelde u "melding"?',
    ]),
    ("an unknown law gets a suggestion", ("wet: WET", "wet: WETT"), [
        '20 — De wet "WETT" bestaat niet. Bedoelde u "WET"?',
    ]),
    ("an unknown fact gets a suggestion", ("feit: medezeggenschap", "feit: medezegenschap"), [
        '12 — Het feit "medezegenschap" bestaat niet. Bedoelde u "medezeggenschap"?',
    ]),
    ("a fact without a question is named", ("feit: medezeggenschap", "feit: cao"), [
        '12 — Bij het feit "cao" hoort geen vraag. Voeg de vraag toe aan vragen.yaml.',
    ]),
    ("an unknown rule gets a suggestion", ("een_bepaling_noemt: [boete, loon]", "waarover_meldt: TST-002"), [
        '13 — De regel "TST-002" bestaat niet. Bedoelde u "TST-001"?',
    ]),
    ("an unknown parameter gets a suggestion",
     ("een_bepaling_noemt: [boete, loon]", "{een_bepaling_noemt: boete, met_een_termijn_van_meer_dan: wet.grenz}"),
     ['13 — Het getal "wet.grenz" bestaat niet. Bedoelde u "wet.grens"?']),
    ("an id differs from the file name", ("regel: TST-001", "regel: TST-009"), [
        '1 — De regel heet "TST-009", maar het bestand heet anders. '
        "Noem het bestand TST-009.yaml, of de regel TST-001.",
    ]),
    ("an id has the wrong form", ("regel: TST-001", "regel: Tst1"), [
        '1 — De waarde "Tst1" van "regel" heeft niet de goede vorm. Verwacht: ^[A-Z]{2,4}-\\d{3}$',
    ]),
    ("a bad date", ("geldig_vanaf: 2010-01-01", "geldig_vanaf: 1-1-2010"), [
        '25 — "1-1-2010" is geen datum. Schrijf een datum als 2026-11-24.',
    ]),
    ("a date that does not exist", ("geldig_vanaf: 2010-01-01", "geldig_vanaf: 2010-02-30"), [
        '25 — "2010-02-30" is geen datum. Schrijf een datum als 2026-11-24.',
    ]),
    ("a bad value of a closed list gets a suggestion", ("ernst: hoog", "ernst: hog"), [
        '4 — De waarde "hog" van "ernst" bestaat niet. Bedoelde u "hoog"?',
    ]),
    ("a bad value far from all lists them", ("ernst: hoog", "ernst: enorm"), [
        '4 — De waarde "enorm" van "ernst" bestaat niet. Kies uit: hoog, midden, laag.',
    ]),
    ("a bad policy type in a list", ("beleid: alle", "beleid: [SMB, XXX]"), [
        '10 — De waarde "XXX" van "beleid" bestaat niet. Kies uit: SMB, ICT, MON, GED, AI, BYOD, CAM, THW.',
    ]),
    ("a legal basis before the days of its law", ("geldig_vanaf: 2010-01-01", "geldig_vanaf: 1999-12-31"), [
        "20 — De grondslag geldt op dagen waarop WET niet geldt. Pas de data aan, hier of in wetten.yaml.",
    ]),
    ("a legal basis that ends before it starts",
     ("geldig_vanaf: 2010-01-01", "geldig_vanaf: 2010-01-01\n    geldig_tot_en_met: 2009-01-01"),
     ["20 — De einddatum ligt voor de begindatum. Wissel ze om."]),
    ("no legal basis at all", (RULE[RULE.index("  - wet"):RULE.index("bevinding")], "  []\n"), [
        '19 — "grondslag" is leeg of te kort. Noem er ten minste 1.',
    ]),
    ("one example where two are needed", ("    - Er is geen boete.\n", ""), [
        '35 — "mag_niet_melden" is leeg of te kort. Noem er ten minste 2.',
    ]),
    ("a title that is too long", ("titel: Boete", f"titel: {'a' * 110}"), [
        '2 — "titel" is te lang. Gebruik hoogstens 110 tekens.',
    ]),
    ("a count that is no number",
     ("een_bepaling_noemt: [boete, loon]", "noemt_ten_minste: {aantal: twee, van: [boete, loon]}"),
     ['15 — "twee" is geen geheel getal. Schrijf alleen cijfers.']),
    ("the wrong shape for the kind", ("soort: riskant", "soort: ontbreekt"), [
        "1 — Bij \"dit onderdeel\" klopt de vorm niet: een regel met soort 'ontbreekt' heeft onder wanneer: "
        "nergens_staat. Zie rules/LEESMIJ.md.",
    ]),
    ("two places in one sentence form",
     ("een_bepaling_noemt: [boete, loon]", "{een_bepaling_noemt: boete, een_alinea_noemt: loon}"),
     ['15 — Bij "ergens_staat" klopt de vorm niet: noem één plaats: een bepaling, alinea, opsomming, paragraaf of '
      "het document. Zie rules/LEESMIJ.md."]),
    ("a sentence form that asks nothing", ("een_bepaling_noemt: [boete, loon]", "met_strekking: verbod"), [
        '15 — Bij "ergens_staat" klopt de vorm niet: zeg wat er moet staan, bijvoorbeeld met een_bepaling_noemt. '
        "Zie rules/LEESMIJ.md.",
    ]),
    ("a concept twice in one sentence form", ("[boete, loon]", "[boete, boete]"), [
        "13 — Een zin noemt hetzelfde begrip twee keer; dat kan nooit waar zijn. Noem elk begrip één keer.",
    ]),
    ("a heading to belong under, of a rule that finds no absence",
     ("wanneer:\n", "wanneer:\n  hoort_thuis_bij: boete\n"),
     ["14 — hoort_thuis_bij past niet bij soort riskant. Haal de sleutel weg, of verander de soort."]),
    ("a list where a text is needed", ("melding: Er staat een boete.", "melding: [Er staat een boete.]"), [
        '28 — De waarde van "melding" past hier niet. Schrijf één tekst, geen lijst en geen sleutels.',
    ]),
    ("a text that is too short", ("advies: Meld de boete altijd.", "advies: Kort."), [
        '30 — "advies" is te kort. Schrijf ten minste 10 tekens.',
    ]),
    ("a text where keys are needed", (RULE[RULE.index("geldt_voor"):RULE.index("wanneer")],
                                      "geldt_voor: alle\n"), [
        '9 — De waarde van "geldt_voor" past hier niet. Zie rules/LEESMIJ.md.',
    ]),
    ("keys where a list is needed", ("beleid: alle", "beleid: {soort: SMB}"), [
        '10 — De waarde van "beleid" is geen lijst. Schrijf een lijst, bijvoorbeeld: [a, b].',
    ]),
    ("no kind of policy at all", ("beleid: alle", "beleid: []"), [
        '10 — "beleid" is leeg of te kort. Noem er ten minste 1.',
    ]),
    ("a range on a fact that is no number", ("is: OR", "ten_minste: '50'"), [
        '12 — Het feit "medezeggenschap" is geen getal; ten_minste en ten_hoogste passen er niet bij. '
        "Schrijf is of is_niet.",
    ]),
    ("a value that the profile does not know", ("is: OR", "is: [OR, PTV]"), [
        '12 — De waarde "PTV" van "medezeggenschap" bestaat niet. Bedoelde u "PVT"?',
    ]),
    ("an excluded value that the profile does not know", ("is: OR", "is_niet: ondernemingsraad"), [
        '12 — De waarde "ondernemingsraad" van "medezeggenschap" bestaat niet. '
        "Kies uit: OR, PVT, personeelsvergadering, geen.",
    ]),
    ("a rule that asks for the unknown", ("is: OR", "is: onbekend"), [
        '12 — Een regel kan niet vragen of "medezeggenschap" onbekend is. '
        "Is het onbekend, dan stelt het rapport vanzelf de vraag.",
    ]),
    ("a word for a number of people", ("feit: medezeggenschap, is: OR", "feit: aantal_werkzame_personen, is: veel"), [
        '12 — "veel" van "aantal_werkzame_personen" is geen geheel getal. Schrijf alleen cijfers.',
    ]),
    ("an unknown value in a variant",
     ("grondslag:\n", "afwijkend:\n  - als_de_organisatie:\n      - {feit: sector, is: zorgg}\n"
      "    ernst: laag\n    omdat: het mag\ngrondslag:\n"),
     ['21 — De waarde "zorgg" van "sector" bestaat niet. Bedoelde u "zorg"?']),
    ("a variant without a condition",
     ("grondslag:\n", "afwijkend:\n  - ernst: laag\n    omdat: het mag\ngrondslag:\n"),
     ['20 — Bij "afwijkend" klopt de vorm niet: zeg wanneer dit geldt, met als_de_organisatie, als_het_document_noemt '
      "of als_het_document_niet_noemt. Zie rules/LEESMIJ.md."]),
    ("a variant with two conditions on the document",
     ("grondslag:\n", "afwijkend:\n  - als_het_document_noemt: {een_bepaling_noemt: loon}\n"
      "    als_het_document_niet_noemt: {een_bepaling_noemt: boete}\n    omdat: het mag\ngrondslag:\n"),
     ['20 — Bij "afwijkend" klopt de vorm niet: kies als_het_document_noemt of als_het_document_niet_noemt, '
      "niet beide. Zie rules/LEESMIJ.md."]),
    ("a key of another kind",
     ("wanneer:\n", "wanneer:\n  nergens_staat:\n    - een_bepaling_noemt: loon\n"),
     ["14 — nergens_staat past niet bij soort riskant. Haal de sleutel weg, of verander de soort."]),
    ("a limit in words", _limit("dertig dagen"), [
        f'13 — "dertig dagen" is geen termijn. {LIMIT_HELP}',
    ]),
    ("a limit without a unit", _limit("'30'"), [f'13 — "30" is geen termijn. {LIMIT_HELP}']),
    ("a limit in something else", _limit("30 euro"), [f'13 — "30 euro" is geen termijn. {LIMIT_HELP}']),
    ("a fraction as a limit", _limit("1.5 dagen"), [f'13 — "1.5 dagen" is geen termijn. {LIMIT_HELP}']),
    *((f"{key} under ergens_staat", ("een_bepaling_noemt: [boete, loon]", f"{key}: [boete, loon]"), [
        f'15 — Bij "ergens_staat" klopt de vorm niet: {key} past hier niet; schrijf een_bepaling_noemt, '
        "een_alinea_noemt, een_opsomming_noemt of een_paragraaf_noemt. Zie rules/LEESMIJ.md.",
    ]) for key in (*SAME, "het_document_noemt")),
    *((f"{key} under behalve", ("dezelfde_alinea_noemt: [melding]", f"{key}: [melding]"), [
        f'17 — Bij "behalve" klopt de vorm niet: {key} past hier niet; schrijf dezelfde_bepaling_noemt en zo meer, '
        "of het_document_noemt. Zie rules/LEESMIJ.md.",
    ]) for key in (*PLACES, "waarover_meldt")),
    *((f"{key} under terwijl_het_document_noemt",
       ("behalve:\n", f"  terwijl_het_document_noemt:\n    - {key}: [melding]\nbehalve:\n"), [
        f'17 — Bij "terwijl_het_document_noemt" klopt de vorm niet: {key} past hier niet; schrijf het_document_noemt, '
        "of een_bepaling_noemt en zo meer. Zie rules/LEESMIJ.md.",
    ]) for key in (*SAME, "waarover_meldt")),
    *((f"{key} under {side}",
       ("grondslag:\n", f"afwijkend:\n  - {side}:\n      {key}: [melding]\n"
        "    ernst: laag\n    omdat: het mag\ngrondslag:\n"), [
        f'20 — Bij "{side}" klopt de vorm niet: {key} past hier niet; schrijf het_document_noemt, '
        "of een_bepaling_noemt en zo meer. Zie rules/LEESMIJ.md.",
    ]) for key in (*SAME, "waarover_meldt") for side in ("als_het_document_noemt", "als_het_document_niet_noemt")),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "complaints"), [c[1:] for c in RULE_FAULTS], ids=[c[0] for c in RULE_FAULTS])
def test_a_fault_in_a_rule_is_explained(tmp_path, edit, complaints):
    found = problems_of(spoil(tmp_path, RULE_PATH, edit))
    assert found == [f"rules/{RULE_PATH}:{complaint}" for complaint in complaints]


@pytest.mark.parametrize("key", [*PLACES, "het_document_noemt"])
def test_a_condition_or_a_variant_may_look_at_a_place_or_at_the_whole_document(tmp_path, key):
    more = (
        f"  terwijl_het_document_noemt:\n    - {key}: [melding]\n"
        f"afwijkend:\n  - als_het_document_noemt: {{{key}: melding}}\n    ernst: laag\n    omdat: het mag\nbehalve:\n"
    )
    rule = load_rulebook(spoil(tmp_path, RULE_PATH, ("behalve:\n", more))).rules["TST-001"]
    assert rule.conditions == (rule.variants[0].pattern,)


PAIR = "  de_ene_bepaling: {een_bepaling_noemt: boete}\n  de_andere_bepaling: {een_bepaling_noemt: loon}\n"
DIFFERENCE = "  twee_bepalingen_noemen: [boete]\n  met_een_verschillende: bedrag\n"
TRIGGER = "  ergens_staat:\n    - een_bepaling_noemt: [boete, loon]\n"


@pytest.mark.parametrize(
    ("when", "complaints"),
    [
        (PAIR, []),
        (DIFFERENCE, []),
        (TRIGGER, []),
        (PAIR + TRIGGER, [
            "16 — ergens_staat gaat niet samen met de_ene_bepaling en de_andere_bepaling. Kies een van de twee vormen.",
        ]),
        (PAIR + DIFFERENCE, [
            "16 — twee_bepalingen_noemen gaat niet samen met de_ene_bepaling en de_andere_bepaling. "
            "Kies een van de twee vormen.",
            "17 — met_een_verschillende gaat niet samen met de_ene_bepaling en de_andere_bepaling. "
            "Kies een van de twee vormen.",
        ]),
    ],
)  # fmt: skip
def test_a_contradiction_has_one_of_three_shapes(tmp_path, when, complaints):
    folder = spoil(tmp_path, RULE_PATH, ("soort: riskant", "soort: tegenstrijdig"), (TRIGGER, when))
    found = problems_of(folder) if complaints else load_rulebook(folder) and []
    assert found == [f"rules/{RULE_PATH}:{complaint}" for complaint in complaints]


@pytest.mark.parametrize("unit", sorted(DURATION_UNITS))
def test_a_limit_may_have_each_unit_that_the_tagger_reads(tmp_path, unit):
    load_rulebook(spoil(tmp_path, RULE_PATH, _limit(f"30 {unit}")))
    assert [amount.quantity for amount in find_amounts(f"30 {unit}", 0)] == ["termijn"]


def test_a_number_that_is_no_duration_cannot_be_a_limit(tmp_path):
    folder = spoil(tmp_path, RULE_PATH, _limit("wet.grens"))
    people = SOUND["parameters/wet.yaml"].replace("eenheid: dagen", "eenheid: personen")
    assert problems_of(write_folder(folder, {"parameters/wet.yaml": people})) == [
        f'rules/{RULE_PATH}:13 — Het getal "wet.grens" is geen termijn; zijn eenheid is personen. '
        "Noem een getal in uur, dag, werkdag, week, maand of jaar."
    ]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("medezegenschap: Is er een OR?", 'Het feit "medezegenschap" bestaat niet. Bedoelde u "medezeggenschap"?'),
        ("fase: ''", 'Bij het feit "fase" staat geen vraag. Schrijf de vraag achter de dubbele punt.'),
        ("fase: [a]", 'Bij het feit "fase" staat geen vraag. Schrijf de vraag achter de dubbele punt.'),
    ],
)
def test_a_question_belongs_to_a_fact(tmp_path, line, complaint):
    questions = {**SOUND, "vragen.yaml": f"{SOUND['vragen.yaml']}{line}\n"}
    last = len(SOUND["vragen.yaml"].splitlines()) + 1
    assert problems_of(write_folder(tmp_path, questions)) == [f"rules/vragen.yaml:{last} — {complaint}"]


@pytest.mark.parametrize("name", ["eigen", "rules2"])
def test_a_fault_in_a_later_folder_names_that_folder(tmp_path, name):
    base = write_folder(tmp_path / "a", SOUND)
    own = write_folder(tmp_path / name, {"thema/TST-001.yaml": RULE.replace("wet: WET", "wet: WETT")})
    assert problems_of(base, own) == [f'{name}/thema/TST-001.yaml:20 — De wet "WETT" bestaat niet. Bedoelde u "WET"?']
