"""Does a folder of rules become the rulebook that was written?"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from checker.errors import RulebookError
from checker.model import Kind, LegalBasis, Pattern, PolicyType, RuleException
from checker.resources import rules_folder
from checker.rulebook import load_rulebook, load_sound_part

from .folders import RULE, RULE_PATH, SOUND, problems_of, spoil, write_folder


def test_a_sound_folder_gives_its_rule(tmp_path):
    rule = load_rulebook(write_folder(tmp_path, SOUND)).rules["TST-001"]
    assert (rule.title, rule.kind, rule.source) == ("Boete zonder melding", Kind.RISKY, "rules/thema/TST-001.yaml")
    assert rule.patterns == (Pattern("bepaling", ("boete", "loon")),)
    assert rule.exceptions == (RuleException(Pattern("alinea", ("melding",)), "er wordt gemeld"),)
    assert rule.policy_types == tuple(PolicyType)


def test_a_legal_basis_keeps_its_article_as_written(tmp_path):
    (basis,) = load_rulebook(write_folder(tmp_path, SOUND)).rules["TST-001"].legal_basis
    since, read = dt.date(2010, 1, 1), "2026-11-24: gelezen"
    assert basis == LegalBasis("WET", "7:10", "1 onder k", "Een boete wordt gemeld.", since, None, read)


@pytest.mark.parametrize(
    ("written", "member"),
    [("lid: '1'\n    onderdeel: k", "1 onder k"), ("lid: '2'", "2"), ("onderdeel: k", "onder k"), ("lid: ''", "")],
)
def test_member_and_part_read_as_one(tmp_path, written, member):
    folder = spoil(tmp_path, RULE_PATH, ("lid: '1'\n    onderdeel: k", written))
    assert load_rulebook(folder).rules["TST-001"].legal_basis[0].member == member


@pytest.mark.parametrize(
    ("form", "pattern"),
    [
        ("een_bepaling_noemt: boete", Pattern("bepaling", ("boete",))),
        ("een_alinea_noemt: [boete, loon]", Pattern("alinea", ("boete", "loon"))),
        ("een_opsomming_noemt: [boete]", Pattern("opsomming", ("boete",))),
        ("een_paragraaf_noemt: [boete]", Pattern("paragraaf", ("boete",))),
        ("{een_bepaling_noemt: boete, met_een_termijn_van_hoogstens: 30 dagen}",
         Pattern("bepaling", ("boete",), limit="30 dagen", limit_kind="hoogstens")),
        ("{een_bepaling_noemt: boete, met_een_termijn_van_meer_dan: wet.grens}",
         Pattern("bepaling", ("boete",), limit="wet.grens", limit_kind="meer_dan")),
        ("{een_paragraaf_noemt: boete, noemt_ten_minste: {aantal: 2, van: [loon, geld]}}",
         Pattern("paragraaf", ("boete",), any_of=("loon", "geld"), at_least=2)),
        ("{waarover_meldt: TST-001}", Pattern("bepaling", rules=("TST-001",))),
    ],
)  # fmt: skip
def test_each_sentence_form_becomes_a_pattern(tmp_path, form, pattern):
    folder = spoil(tmp_path, RULE_PATH, ("een_bepaling_noemt: [boete, loon]", form))
    assert load_rulebook(folder).rules["TST-001"].patterns == (pattern,)


def test_text_beside_each_example_is_added_to_each(tmp_path):
    folder = spoil(tmp_path, RULE_PATH, ("voorbeelden:\n", "voorbeelden:\n  bij_elk_voorbeeld: Er is een OR.\n"))
    first = load_rulebook(folder).rules["TST-001"].examples[0]
    assert first.text == "De boete gaat van het loon af.\n\nEr is een OR."


@pytest.mark.parametrize(
    ("written", "designations"),
    [("", ()), ("  aanduidingen: Tw\n", ("Tw",)), ("  aanduidingen: [Tw, art. TW]\n", ("Tw", "art. TW"))],
)
def test_a_law_keeps_the_names_by_which_texts_call_it(tmp_path, written, designations):
    laws = SOUND["wetten.yaml"] + written
    held = load_rulebook(write_folder(tmp_path, {**SOUND, "wetten.yaml": laws})).laws["WET"]
    assert (held.name, held.designations) == ("Testwet", designations)


def test_a_parameter_is_named_by_its_file_and_sorted_by_day(tmp_path):
    parameter = load_rulebook(write_folder(tmp_path, SOUND)).parameters["wet.grens"]
    assert parameter.values == ((dt.date(2010, 1, 1), 30), (dt.date(2020, 1, 1), 14))


@pytest.mark.parametrize(
    ("day", "value"),
    [(dt.date(2009, 12, 31), None), (dt.date(2010, 1, 1), 30), (dt.date(2019, 12, 31), 30), (dt.date(2020, 1, 1), 14)],
)
def test_a_parameter_has_the_value_of_its_day(tmp_path, day, value):
    assert load_rulebook(write_folder(tmp_path, SOUND)).parameters["wet.grens"].value_on(day) == value


def test_a_parameter_without_a_value_has_ended(tmp_path):
    folder = spoil(tmp_path, "parameters/wet.yaml", ("{waarde: 14}", "{waarde: }"))
    assert load_rulebook(folder).parameters["wet.grens"].value_on(dt.date(2021, 1, 1)) is None


def test_a_byte_order_mark_does_no_harm(tmp_path):
    files = {name: b"\xef\xbb\xbf" + text.encode() for name, text in SOUND.items()}
    assert list(load_rulebook(write_folder(tmp_path, files)).rules) == ["TST-001"]


def test_rules_stand_in_order_of_id_whatever_their_folder(tmp_path):
    other = RULE.replace("TST-001", "AAA-002").replace("Boete zonder melding", "Andere titel")
    assert list(load_rulebook(write_folder(tmp_path, {**SOUND, "z/AAA-002.yaml": other})).rules) == [
        "AAA-002",
        "TST-001",
    ]


# --- a second folder ---


def test_a_rule_of_a_later_folder_replaces_one_with_the_same_id(tmp_path):
    base = write_folder(tmp_path / "a", SOUND)
    own = write_folder(tmp_path / "b", {"eigen/TST-001.yaml": RULE.replace("ernst: hoog", "ernst: laag")})
    assert load_rulebook(base, [own]).rules["TST-001"].severity == "laag"


def test_a_rule_of_a_later_folder_may_use_concepts_of_the_first(tmp_path):
    base = write_folder(tmp_path / "a", SOUND)
    own = RULE.replace("TST-001", "EIG-001").replace("Boete zonder melding", "Eigen titel")
    assert list(load_rulebook(base, [write_folder(tmp_path / "b", {"EIG-001.yaml": own})]).rules) == [
        "EIG-001",
        "TST-001",
    ]


def test_a_concept_of_a_later_folder_replaces_one_with_the_same_name(tmp_path):
    base = write_folder(tmp_path / "a", SOUND)
    own = {"begrippen/geld.yaml": "boete:\n  betekenis: Alleen een bon.\n  termen: [bon]\n"}
    assert load_rulebook(base, [write_folder(tmp_path / "b", own)]).concepts["boete"].terms == ("bon",)


def test_a_fault_in_a_later_folder_is_found_beside_one_in_the_first(tmp_path):
    base = spoil(tmp_path / "a", RULE_PATH, ("ernst: hoog", "ernst: enorm"))
    own = write_folder(tmp_path / "b", {"EIG-001.yaml": "regel: EIG-001\n"})
    assert {line.split(":")[0] for line in problems_of(base, own)} == {
        "rules/thema/TST-001.yaml",
        "b/EIG-001.yaml",
    }


# --- version ---


def test_the_version_is_the_same_for_the_same_rules(tmp_path):
    one = load_rulebook(write_folder(tmp_path / "a", SOUND)).version
    assert load_rulebook(write_folder(tmp_path / "elders" / "b", SOUND)).version == one


def test_the_version_is_twelve_hexadecimal_digits(tmp_path):
    version = load_rulebook(write_folder(tmp_path, SOUND)).version
    assert len(version) == 12
    assert int(version, 16) >= 0


@pytest.mark.parametrize("name", list(SOUND))
def test_the_version_changes_with_the_content_of_any_file(tmp_path, name):
    one = load_rulebook(write_folder(tmp_path / "a", SOUND)).version
    other = {**SOUND, name: SOUND[name] + "# opmerking\n"}
    assert load_rulebook(write_folder(tmp_path / "b", other)).version != one


def test_the_version_changes_with_a_second_folder(tmp_path):
    base = write_folder(tmp_path / "a", SOUND)
    own = write_folder(tmp_path / "b", {RULE_PATH: RULE})
    assert load_rulebook(base, [own]).version != load_rulebook(base).version


def test_files_of_another_kind_do_not_count(tmp_path):
    one = load_rulebook(write_folder(tmp_path / "a", SOUND)).version
    beside: dict[str, str | bytes] = {**SOUND, "LEESMIJ.md": "# De regels\n"}
    assert load_rulebook(write_folder(tmp_path / "b", beside)).version == one


def test_the_shipped_folder_loads(shipped_rulebook):
    assert set(shipped_rulebook.rules) == {path.stem for path in Path(rules_folder()).glob("*/[A-Z]*-???.yaml")}


# --- an office's own pack over ours ---

EXTENSION = """\
breidt_uit: TST-001
ernst: laag
behalve:
  - het_document_noemt: [geld]
    omdat: dit kantoor dat goedvindt
voorbeelden:
  mag_niet_melden: [De boete gaat van het loon af; dat is veel geld.]
gewijzigd:
  - {op: 2026-11-24, door: kantoor, wat: Soepeler}
"""


def pack(tmp_path, text, name="soepel.yaml"):
    ours = write_folder(tmp_path / "rules", SOUND)
    return ours, write_folder(tmp_path / "kantoor", {name: text})


def test_an_extension_replaces_values_and_adds_exceptions_and_examples(tmp_path):
    ours, theirs = pack(tmp_path, EXTENSION)
    plain, made = load_rulebook(ours).rules["TST-001"], load_rulebook(ours, [theirs]).rules["TST-001"]
    assert (made.severity, made.title) == ("laag", plain.title)
    assert [exception.because for exception in made.exceptions] == ["er wordt gemeld", "dit kantoor dat goedvindt"]
    assert len(made.examples) == len(plain.examples) + 1


@pytest.mark.parametrize(
    ("edit", "complaint"),
    [
        (("TST-001", "TST-002"), 'kantoor/soepel.yaml:1 — De regel "TST-002" bestaat niet. Bedoelde u "TST-001"?'),
        (("[geld]", "[gelden]"), 'Het begrip "gelden" bestaat niet. Bedoelde u "geld"?'),
        (("ernst: laag", "ernst: klein"), "kantoor/soepel.yaml:2 — "),
        (("ernst: laag", "titel: Anders"), "kantoor/soepel.yaml:2 — "),
        (("gewijzigd:", "gewijzigdd:"), "kantoor/soepel.yaml:8 — "),
    ],
)
def test_a_fault_in_an_extension_is_explained(tmp_path, edit, complaint):
    ours, theirs = pack(tmp_path, EXTENSION.replace(*edit))
    with pytest.raises(RulebookError) as caught:
        load_rulebook(ours, [theirs])
    assert any(complaint in str(problem) for problem in caught.value.problems)


def test_a_faulty_extension_leaves_our_rule_as_it_was(tmp_path):
    ours, theirs = pack(tmp_path, EXTENSION.replace("ernst: laag", "ernst: klein"))
    rulebook, problems = load_sound_part(ours, [theirs])
    assert (rulebook.rules["TST-001"].severity, rulebook.broken, len(problems)) == ("hoog", (), 1)


# --- what is sound of a folder with faults ---


@pytest.mark.parametrize(
    ("path", "edit"),
    [
        (RULE_PATH, ("ernst: hoog", "ernst: groot")),
        (RULE_PATH, ("regel: TST-001", "regel: TST-009")),
        (RULE_PATH, ("[boete, loon]", "[boete, loom]")),
        (RULE_PATH, ("regel: TST-001", "regel: [")),
        ("begrippen/geld.yaml", ("[boete, korting*]", "['(boete']")),
    ],
)
def test_a_faulty_rule_is_left_out_and_the_rest_is_used(tmp_path, path, edit):
    other = (
        RULE.replace("TST-001", "TST-002").replace("Boete zonder melding", "Loon").replace("[boete, loon]", "[loon]")
    )
    files = {**SOUND, "thema/TST-002.yaml": other}
    files[path] = files[path].replace(*edit)
    rulebook, problems = load_sound_part(write_folder(tmp_path / "rules", files))
    assert (list(rulebook.rules), rulebook.broken) == (["TST-002"], ("TST-001",))
    assert problems


def test_a_folder_without_one_sound_rule_is_refused(tmp_path):
    with pytest.raises(RulebookError):
        load_sound_part(write_folder(tmp_path / "rules", {**SOUND, RULE_PATH: "regel: TST-001\n"}))
