"""Can a lawyer look up, write and publish rules without Python?"""

from __future__ import annotations

import json

import pytest

ANSWERS = [
    "ktr", "riskant", "Fluiten op kantoor", "laag", "Het stoort.", "redactie", "TW", "7", "Het artikel zegt iets.",
    "2000-01-01", "Hier staat iets over fluiten.", "Fluiten stoort anderen.", "Laat het fluiten weg.", "",
    "fluiten", "", "Niet fluiten op kantoor.", "Wie fluit, stoort.", "", "Zingen mag altijd.", "Er klinkt muziek.", "",
    "kantoor",
]  # fmt: skip


@pytest.fixture
def answer(folder):
    from typer.testing import CliRunner

    from checker.cli.main import app

    def invoke(answers: list[str]):
        given = "".join(f"{line}\n" for line in answers)
        return CliRunner().invoke(app, ["rules", "new", "-o", "eigen"], input=given, prog_name="beleidstoets")

    return invoke


def test_where_names_the_concepts_of_a_sentence_with_their_rules(run):
    shown = run("rules where", "Medewerkers uiten geen kritiek.").stdout
    assert 'kritiek_uiten: "kritiek"' in shown
    assert "VMU-001" in shown.split("kritiek_uiten")[1]


def test_where_gives_the_same_as_json(run):
    (clause,) = json.loads(run("rules where -f json", "Medewerkers uiten geen kritiek.").stdout)["clauses"]
    assert [concept["concept"] for concept in clause["concepts"]] == ["kritiek_uiten"]


def test_where_says_that_nothing_fits(run):
    assert "Geen begrip van een regel past" in run("rules where", "De koffie is op.").stdout


def test_where_without_a_sentence_is_wrong_use(run):
    assert run("rules where", " ").exit_code == 2


def test_a_new_rule_loads_and_is_proven_at_once(answer, run):
    written = answer(ANSWERS)
    assert (written.exit_code, "eigen/ktr/KTR-001.yaml" in written.stdout) == (0, True)
    assert run("rules test KTR-001 --rules eigen").exit_code == 0


def test_the_next_new_rule_has_the_next_number(answer):
    answer(ANSWERS)
    second = [*ANSWERS[:2], "Neuriën op kantoor", *ANSWERS[3:]]
    assert "eigen/ktr/KTR-002.yaml" in answer(second).stdout


def test_a_wrong_answer_is_explained_and_asked_again(answer):
    written = answer(["x1", *ANSWERS[:1], "riskantt", *ANSWERS[1:]])
    assert (written.exit_code, "riskantt" in written.stdout) == (0, True)


@pytest.mark.parametrize("page_format", ["markdown", "html"])
def test_each_rule_has_a_page_and_a_stale_one_is_found(run, folder, page_format):
    assert run(f"rules docs -o uitleg -f {page_format}").exit_code == 0
    assert run(f"rules docs -o uitleg -f {page_format} --check").exit_code == 0
    page = next((folder / "uitleg").glob("VMU-001.*"))
    page.write_text(page.read_text(encoding="utf-8") + "x", encoding="utf-8")
    checked = run(f"rules docs -o uitleg -f {page_format} --check")
    assert (checked.exit_code, page.name in checked.stdout) == (1, True)


def test_the_page_of_a_rule_that_is_gone_is_taken_away(run, folder):
    (folder / "uitleg").mkdir()
    (folder / "uitleg" / "OUD-001.md").write_text("weg\n", encoding="utf-8")
    run("rules docs -o uitleg")
    assert not (folder / "uitleg" / "OUD-001.md").exists()


def test_a_page_shows_what_is_reported_and_what_is_not(run, folder):
    run("rules docs -o uitleg")
    page = (folder / "uitleg" / "VMU-001.md").read_text(encoding="utf-8")
    assert page.index("## Niet goed") < page.index("## Goed") < page.index("## Begrippen")


def test_coverage_names_what_no_example_exercises(run):
    shown = run("rules test --coverage").stdout
    assert "in geen enkel voorbeeld." in shown.splitlines()[-2]
