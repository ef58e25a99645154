"""Does YAML stay text, and does every fault name its line?"""

from __future__ import annotations

import pytest

from checker.errors import RulebookError
from checker.rulebook.yaml_reading import read_yaml


def problems_of(text: str) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        read_yaml(text, "rules/a.yaml")
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "written",
    ["7:10", "08", "0x1F", "1_000", "1e3", "nee", "no", "ja", "yes", "on", "off", "null", "~", "true", "2026-11-24"],
)
def test_a_value_stays_the_text_that_was_written(written):
    assert read_yaml(f"a: {written}", "a.yaml").values == {"a": written}


@pytest.mark.parametrize("written", ["7:10", "nee", "08", "null"])
def test_a_key_stays_the_text_that_was_written(written):
    assert read_yaml(f"{written}: a", "a.yaml").values == {written: "a"}


def test_an_empty_value_is_empty_text():
    assert read_yaml("a:\nb: ''", "a.yaml").values == {"a": "", "b": ""}


@pytest.mark.parametrize("text", ["", "\n\n", "# alleen een opmerking\n"])
def test_an_empty_file_has_no_values(text):
    assert read_yaml(text, "a.yaml").values is None


def test_lists_and_mappings_nest():
    assert read_yaml("a:\n  - b: [c, d]\n  - {e: f}", "a.yaml").values == {"a": [{"b": ["c", "d"]}, {"e": "f"}]}


def test_a_block_text_keeps_its_lines():
    assert read_yaml("a: |\n  een\n\n  twee\n", "a.yaml").values == {"a": "een\n\ntwee\n"}


def test_a_place_is_the_line_of_the_key():
    assert read_yaml("a: b\nc:\n  - d\n  - e: f\n", "a.yaml").place(("c", 1, "e")) == "a.yaml:4"


def test_a_place_that_does_not_exist_is_that_of_its_deepest_known_part():
    assert read_yaml("a: b\nc:\n  d: e\n", "a.yaml").place(("c", "weg", 3)) == "a.yaml:2"


def test_a_duplicate_key_is_refused_with_its_line():
    assert problems_of("a: b\nc: d\na: e\n") == [
        'rules/a.yaml:3 — De sleutel "a" staat er twee keer. Voeg de twee samen, of haal er een weg.'
    ]


def test_all_duplicate_keys_are_named_also_deep_ones():
    places = [line.split(" ")[0] for line in problems_of("a:\n  b: c\n  b: d\na: e\n")]
    assert places == ["rules/a.yaml:3", "rules/a.yaml:4"]


def test_a_key_that_is_a_list_is_refused_with_its_line():
    assert problems_of("a: b\n? [c, d]\n: e\n") == [
        "rules/a.yaml:2 — Een sleutel moet één woord zijn. Zet de sleutel op één regel, zonder haken."
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: b\n\tc: d\n", 2), ("a:\n\tb: c\n", 2), ("a: [b\nc: d\n", 2), ('a: "b\n', 2), ("a: b: c\n", 1)],
)
def test_a_syntax_error_is_named_with_its_line(text, line):
    assert problems_of(text) == [
        f"rules/a.yaml:{line} — Dit is geen geldige YAML. Controleer het inspringen, de aanhalingstekens en de "
        "dubbele punten op en boven deze plaats."
    ]


def test_a_character_that_yaml_forbids_is_a_fault_and_no_crash():
    assert problems_of("a: b\x00")[0].startswith("rules/a.yaml:1 — Dit is geen geldige YAML.")


def test_an_alias_gives_the_value_of_its_anchor():
    assert read_yaml("a: &x [b]\nc: *x\n", "a.yaml").values == {"a": ["b"], "c": ["b"]}


def test_an_alias_of_itself_is_refused():
    what = "rules/a.yaml:2 — Een stuk YAML bevat zichzelf. Haal de verwijzing met * weg."
    assert problems_of("a: b\nc: &x [*x]\n") == [what]
