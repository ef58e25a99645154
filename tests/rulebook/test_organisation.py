"""Does the profile of the organisation say what was typed, and nothing that was not?"""

from __future__ import annotations

import pytest

from checker.errors import MissingFileError, RulebookError, UsageError
from checker.rulebook.organisation import check_facts, make_context, read_profile
from checker.rulebook.vocabulary import FACT_NAMES
from tests.builders import TODAY

YAML = """\
aantal_werkzame_personen: 120
werkgever: privaat
cao_regelt: [privacy, sociale_media]
or_instemming_gevraagd: nee
meldregeling_aanwezig: ja
"""
TOML = """\
aantal_werkzame_personen = 120
werkgever = "privaat"
cao_regelt = ["privacy", "sociale_media"]
or_instemming_gevraagd = false
meldregeling_aanwezig = true
"""
FACTS = {
    "aantal_werkzame_personen": 120,
    "werkgever": "privaat",
    "cao_regelt": ("privacy", "sociale_media"),
    "or_instemming_gevraagd": "nee",
    "meldregeling_aanwezig": "ja",
}


def profile(folder, text, name="profiel.yaml"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def problems_of(path) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        read_profile(path)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(("name", "text"), [("p.yaml", YAML), ("p.yml", YAML), ("p.toml", TOML), ("P.TOML", TOML)])
def test_a_profile_reads_the_same_in_yaml_and_toml(tmp_path, name, text):
    assert read_profile(profile(tmp_path, text, name)) == FACTS


@pytest.mark.parametrize("text", ["", "# niets\n", "\ufeff"])
@pytest.mark.parametrize("name", ["p.yaml", "p.toml"])
def test_an_empty_profile_says_nothing(tmp_path, text, name):
    assert read_profile(profile(tmp_path, text, name)) == {}


@pytest.mark.parametrize("written", ["", "null", "~"])
def test_an_unknown_number_is_left_out(tmp_path, written):
    assert read_profile(profile(tmp_path, f"aantal_werkzame_personen: {written}\n")) == {}


@pytest.mark.parametrize(
    "key", ["werkgever", "sector", "medezeggenschap", "or_instemming_gevraagd", "fase", "monitoring"]
)
def test_a_key_left_empty_is_left_out(tmp_path, key):
    assert read_profile(profile(tmp_path, f"{key}:\n")) == {}


@pytest.mark.parametrize("name", ["p.yaml", "p.toml"])
@pytest.mark.parametrize("fact", FACT_NAMES)
def test_every_fact_may_be_said_to_be_unknown(tmp_path, fact, name):
    text = f'{fact} = "onbekend"\n' if name.endswith("toml") else f"{fact}: onbekend\n"
    assert read_profile(profile(tmp_path, text, name)) == {fact: None}


@pytest.mark.parametrize("fact", ["werkgever", "sector", "fase"])
def test_a_fact_said_to_be_unknown_gets_no_default(tmp_path, fact):
    context = make_context(read_profile(profile(tmp_path, f"{fact}: onbekend\n")), reference_date=TODAY)
    assert (context.facts[fact], fact in context.assumed) == (None, False)


@pytest.mark.parametrize(("written", "answer"), [("true", "ja"), ("false", "nee"), ("True", "ja"), ("ja", "ja")])
def test_yes_and_no_may_be_true_and_false_in_yaml(tmp_path, written, answer):
    text = f"or_instemming_gevraagd: {written}\n"
    assert read_profile(profile(tmp_path, text)) == {"or_instemming_gevraagd": answer}


@pytest.mark.parametrize(("written", "number"), [("1200", 1200), ("1.200", 1200), ("1.200.000", 1200000), ("0", 0)])
def test_dots_separate_thousands(tmp_path, written, number):
    text = f"aantal_werkzame_personen: {written}\n"
    assert read_profile(profile(tmp_path, text)) == {"aantal_werkzame_personen": number}


@pytest.mark.parametrize(
    "text",
    ["aantal_werkzame_personen: [a]\n", "cao: [a]\n", "cao_regelt: privacy\n", "werkgever: {a: b}\n", "fase: [a]\n"],
)
def test_a_fault_in_a_profile_never_points_to_the_manual_of_rules(tmp_path, text):
    assert all("LEESMIJ" not in problem for problem in problems_of(profile(tmp_path, text)))


def test_an_unknown_key_gets_a_suggestion_and_its_line(tmp_path):
    assert problems_of(profile(tmp_path, "werkgever: privaat\nmedezegenschap: OR\n")) == [
        'profiel.yaml:2 — De sleutel "medezegenschap" bestaat niet. Bedoelde u "medezeggenschap"?'
    ]


def test_an_unknown_key_in_toml_gets_a_suggestion(tmp_path):
    assert problems_of(profile(tmp_path, 'medezegenschap = "OR"\n', "p.toml")) == [
        'p.toml — De sleutel "medezegenschap" bestaat niet. Bedoelde u "medezeggenschap"?'
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("medezeggenschap: ORR\n", 'De waarde "ORR" van "medezeggenschap" bestaat niet. Bedoelde u "OR"?'),
        ("or_instemming_gevraagd: misschien\n",
         'De waarde "misschien" van "or_instemming_gevraagd" bestaat niet. Kies uit: ja, nee, onbekend.'),
        ("fase: concept\n", 'De waarde "concept" van "fase" bestaat niet. Kies uit: ontwerp, vastgesteld, onbekend.'),
        ("externen: [zzp, payroll]\n",
         'De waarde "payroll" van "externen" bestaat niet. Kies uit: uitzend, zzp, stage, vrijwilliger, detachering.'),
        ("aantal_werkzame_personen: veel\n", '"veel" is geen geheel getal. Schrijf alleen cijfers.'),
        ("aantal_werkzame_personen: 1.5\n", '"1.5" is geen geheel getal. Schrijf alleen cijfers.'),
        ("aantal_werkzame_personen: 12.0\n", '"12.0" is geen geheel getal. Schrijf alleen cijfers.'),
        ("aantal_werkzame_personen: true\n", '"true" is geen geheel getal. Schrijf alleen cijfers.'),
        ("monitoring: dlp\n",
         'De waarde van "monitoring" is geen lijst. Schrijf een lijst, bijvoorbeeld: [a, b].'),
        ("zusterdocumenten: klokkenluidersregeling\n",
         'De waarde van "zusterdocumenten" is geen lijst. Schrijf een lijst, bijvoorbeeld: [a, b].'),
        ("aantal_werkzame_personen: 12,5\n", '"12,5" is geen geheel getal. Schrijf alleen cijfers.'),
    ],
)  # fmt: skip
def test_a_wrong_value_is_explained(tmp_path, text, complaint):
    assert problems_of(profile(tmp_path, text)) == [f"profiel.yaml:1 — {complaint}"]


def test_a_negative_number_is_refused(tmp_path):
    assert problems_of(profile(tmp_path, "aantal_werkzame_personen: -1\n")) == [
        'profiel.yaml:1 — "-1" van "aantal_werkzame_personen" valt buiten de grenzen. Schrijf ten minste 0.'
    ]


def test_all_faults_of_a_profile_come_at_once(tmp_path):
    found = problems_of(profile(tmp_path, "fase: concept\nsector: bakkerij\nkleur: blauw\n"))
    assert sorted(line.split(" — ")[0] for line in found) == ["profiel.yaml:1", "profiel.yaml:2", "profiel.yaml:3"]


@pytest.mark.parametrize("text", ["- a\n- b\n", "los woord\n"])
def test_a_profile_without_keys_is_refused(tmp_path, text):
    with pytest.raises(UsageError, match=r"Dit profiel heeft geen sleutels."):
        read_profile(profile(tmp_path, text))


def test_a_profile_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(MissingFileError, match=r"weg.yaml — Dit profiel bestaat niet."):
        read_profile(tmp_path / "weg.yaml")


def test_a_folder_is_no_profile(tmp_path):
    with pytest.raises(UsageError, match=r"Dit profiel kan niet worden gelezen."):
        read_profile(tmp_path)


def test_a_profile_that_is_not_utf8_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"Bewaar het als UTF-8-tekst."):
        read_profile(profile(tmp_path, b"cao: priv\xe9\n"))


def test_bad_toml_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"Dit is geen geldige TOML."):
        read_profile(profile(tmp_path, "fase: ontwerp\n", "p.toml"))


def test_bad_yaml_is_refused_with_its_line(tmp_path):
    assert problems_of(profile(tmp_path, "fase: ontwerp\n\tcao: x\n"))[0].startswith("profiel.yaml:2 — ")


def test_facts_that_nobody_gave_are_assumed_or_unknown():
    context = make_context({"medezeggenschap": "OR"}, reference_date=TODAY)
    assert context.assumed == ("werkgever", "sector", "fase")
    assert context.facts == {
        **dict.fromkeys(FACT_NAMES),
        "medezeggenschap": "OR",
        "werkgever": "privaat",
        "sector": "algemeen",
        "fase": "ontwerp",
    }


def test_a_fact_that_was_given_is_not_assumed():
    context = make_context({"werkgever": "privaat", "fase": "vastgesteld"}, reference_date=TODAY)
    assert (context.assumed, context.facts["fase"]) == (("sector",), "vastgesteld")


def test_facts_given_as_values_are_checked_as_those_of_a_file():
    with pytest.raises(RulebookError, match=r'profiel — De sleutel "kleur" bestaat niet.'):
        check_facts({"kleur": "blauw"})
