"""Does each fault in a concept, a shared file or a whole folder say what is wrong, where, and how to mend it?"""

from __future__ import annotations

import pytest

from .folders import RULE, RULE_PATH, SOUND, problems_of, spoil, write_folder

CONCEPT_FAULTS = [
    ("a concept that names itself", ("begrippen: [loon, boete]", "begrippen: [geld]"), [
        '7 — Het begrip "geld" noemt zichzelf, rechtstreeks of via een ander begrip. Haal de kring weg.',
    ]),
    ("two concepts that name each other", ("  termen: [loon]", "  begrippen: [geld]"), [
        '4 — Het begrip "loon" noemt zichzelf, rechtstreeks of via een ander begrip. Haal de kring weg.',
        '7 — Het begrip "geld" noemt zichzelf, rechtstreeks of via een ander begrip. Haal de kring weg.',
    ]),
    ("a concept that names an unknown one", ("begrippen: [loon, boete]", "begrippen: [lonen]"), [
        '9 — Het begrip "lonen" bestaat niet. Bedoelde u "loon"?',
    ]),
    ("a term that cannot be read", ("termen: [loon]", "termen: [loon, '... loon']"), [
        "6 — De term \"... loon\" is niet te lezen: '...' staat tussen twee woorden, niet aan het begin of het eind. "
        "Zie de notatie van termen in rules/LEESMIJ.md.",
    ]),
    ("a bracket that does not close", ("termen: [loon]", "termen: ['(loon|salaris']"), [
        '6 — De term "(loon|salaris" is niet te lezen: een haakje dat niet sluit in "(loon|salaris". '
        "Zie de notatie van termen in rules/LEESMIJ.md.",
    ]),
    ("a concept without terms", ("  termen: [melding]\n", ""), [
        '10 — Bij "melding" klopt de vorm niet: een begrip heeft termen, of noemt andere begrippen. '
        "Zie rules/LEESMIJ.md.",
    ]),
    ("a concept twice in a file", ("geld:\n", "loon:\n"), [
        '7 — De sleutel "loon" staat er twee keer. Voeg de twee samen, of haal er een weg.',
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "complaints"), [c[1:] for c in CONCEPT_FAULTS], ids=[c[0] for c in CONCEPT_FAULTS])
def test_a_fault_in_a_concept_is_explained(tmp_path, edit, complaints):
    found = problems_of(spoil(tmp_path, "begrippen/geld.yaml", edit))
    own = [line for line in found if line.startswith("rules/begrippen/")]
    assert own == [f"rules/begrippen/geld.yaml:{complaint}" for complaint in complaints]


def test_a_concept_in_two_files_of_one_folder_is_refused(tmp_path):
    twice = {**SOUND, "begrippen/ander.yaml": "loon:\n  betekenis: Nog eens loon.\n  termen: [salaris]\n"}
    assert problems_of(write_folder(tmp_path, twice)) == [
        'rules/begrippen/geld.yaml:4 — Het begrip "loon" staat ook in rules/begrippen/ander.yaml. '
        "Voeg de twee samen, of haal er een weg."
    ]


def test_a_rule_in_two_places_of_one_folder_is_refused(tmp_path):
    twice = {**SOUND, "zz/TST-001.yaml": RULE}
    assert problems_of(write_folder(tmp_path, twice)) == [
        "rules/zz/TST-001.yaml:1 — De regel TST-001 staat ook in rules/thema/TST-001.yaml. "
        "Voeg de twee samen, of haal er een weg."
    ]


def test_a_title_that_another_rule_has_is_refused(tmp_path):
    twin = {**SOUND, "thema/TST-002.yaml": RULE.replace("TST-001", "TST-002")}
    assert problems_of(write_folder(tmp_path, twin)) == [
        "rules/thema/TST-002.yaml:2 — De titel is dezelfde als die van TST-001. Geef elke regel een eigen titel."
    ]


def test_an_open_legal_basis_on_a_law_that_ended_is_refused(tmp_path):
    ended = SOUND["wetten.yaml"] + "  geldig_tot_en_met: 2018-05-24\n"
    assert problems_of(write_folder(tmp_path, {**SOUND, "wetten.yaml": ended})) == [
        "rules/thema/TST-001.yaml:20 — De grondslag geldt op dagen waarop WET niet geldt. "
        "Pas de data aan, hier of in wetten.yaml."
    ]


def test_a_bad_day_of_a_parameter_is_refused(tmp_path):
    found = problems_of(spoil(tmp_path, "parameters/wet.yaml", ("2020-01-01", "januari")))
    assert found == ['rules/parameters/wet.yaml:6 — "januari" is geen datum. Schrijf een datum als 2026-11-24.']


@pytest.mark.parametrize("name", [RULE_PATH, "begrippen/geld.yaml", "wetten.yaml", "vragen.yaml"])
def test_a_file_that_is_not_utf8_is_refused(tmp_path, name):
    files: dict[str, str | bytes] = {**SOUND, name: "# privé\n".encode("latin-1") + SOUND[name].encode()}
    expected = f"rules/{name} — Dit bestand is geen UTF-8. Bewaar het bestand als UTF-8."
    assert expected in problems_of(write_folder(tmp_path, files))


def test_an_empty_folder_is_refused(tmp_path):
    leeg = tmp_path / "leeg"
    leeg.mkdir()
    said = "leeg — In deze map staan geen regels. Noem een map met regels, zoals de map rules van Beleidstoets."
    assert problems_of(leeg) == [said]


def test_a_folder_that_does_not_exist_is_refused(tmp_path):
    assert problems_of(tmp_path / "weg")[0].startswith("weg — In deze map staan geen regels.")


@pytest.mark.parametrize("name", ["notities.yaml", "thema/san-004.yaml", "thema/SAN-4.yaml"])
def test_a_stray_file_is_refused(tmp_path, name):
    assert problems_of(write_folder(tmp_path, {**SOUND, name: "a: b\n"})) == [
        f"rules/{name} — Dit bestand hoort hier niet. "
        "Regels heten zoals SAN-004.yaml; de rest staat in begrippen/, parameters/ of wetten.yaml."
    ]


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "los woord\n"])
def test_a_shared_file_without_keys_is_refused(tmp_path, text):
    assert problems_of(write_folder(tmp_path, {**SOUND, "begrippen/leeg.yaml": text})) == [
        "rules/begrippen/leeg.yaml — Dit bestand heeft geen sleutels. "
        "Een gedeeld bestand bevat namen met daaronder hun inhoud."
    ]


@pytest.mark.parametrize("text", ["", "- a\n", "los woord\n"])
def test_a_rule_file_without_keys_is_refused_without_a_crash(tmp_path, text):
    assert all(
        line.startswith("rules/thema/TST-002.yaml")
        for line in problems_of(write_folder(tmp_path, {**SOUND, "thema/TST-002.yaml": text}))
    )


def test_all_faults_of_a_folder_come_at_once(tmp_path):
    files: dict[str, str | bytes] = {
        **SOUND,
        RULE_PATH: RULE.replace("[boete, loon]", "[boetes, loon]").replace("wet: WET", "wet: WETT"),
        "thema/TST-002.yaml": "regel: TST-002\n  titel: x\n",
        "thema/TST-003.yaml": RULE.replace("TST-001", "TST-003").replace("ernst: hoog", "ernst: enorm"),
        "begrippen/ander.yaml": "leeg:\n  betekenis: Niets.\n",
        "los.yaml": "a: b\n",
        "parameters/stuk.yaml": b"\xff\xfe",
    }
    assert {line.split(" — ")[0] for line in problems_of(write_folder(tmp_path, files))} == {
        "rules/thema/TST-001.yaml:13",
        "rules/thema/TST-001.yaml:20",
        "rules/thema/TST-002.yaml:2",
        "rules/thema/TST-003.yaml:4",
        "rules/begrippen/ander.yaml:1",
        "rules/los.yaml",
        "rules/parameters/stuk.yaml",
    }


def test_a_broken_file_does_not_make_its_names_unknown_elsewhere(tmp_path):
    found = problems_of(spoil(tmp_path, "begrippen/geld.yaml", ("termen: [loon]", "termen: [loon, '=']")))
    assert len(found) == 1
