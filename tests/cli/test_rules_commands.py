import json
from importlib import metadata

import pytest

from tests.cli.small_rulebook import write_rulebook


def test_list_shows_a_line_for_each_rule(run):
    lines = run("rules list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["REGEL", "GOV-001", "INT-001", "MED-001", "VMU-001", "4"]


def test_list_as_json_holds_every_rule(run):
    rules = json.loads(run("rules list --format json").stdout)["rules"]
    assert [rule["id"] for rule in rules] == ["GOV-001", "INT-001", "MED-001", "VMU-001"]


@pytest.mark.parametrize(
    "words",
    [
        "Wanneer een bepaling noemt: kritiek uiten, met strekking verbod.",
        "Behalve als dezelfde bepaling noemt: namens werkgever, omdat de werkgever mag bepalen",
        "Testwet, art. 7 lid 1 (geldt vanaf 2000-01-01): Dit artikel zegt iets",
        "Advies: Schrijf iets dat wel klopt.",
        "- Kritiek op de organisatie is verboden.",
    ],
)
def test_show_reads_a_rule_aloud(run, words):
    assert words in " ".join(run("rules show vmu-001").stdout.split())


def test_show_reads_a_missing_provision_aloud(run):
    text = " ".join(run("rules show MED-001").stdout.split())
    assert "als aantal werkzame personen ten minste 50 is. Wanneer nergens een bepaling noemt: instemming." in text


def test_show_reads_a_contradiction_aloud(run):
    text = " ".join(run("rules show INT-001").stdout.split())
    wanted = "Wanneer de ene bepaling noemt: vrijheid, en over de andere bepaling wordt gemeld door VMU-001."
    assert wanted in text


def test_show_of_an_unknown_rule_gives_a_suggestion(run):
    result = run("rules show VMU-002")
    assert (result.exit_code, 'Bedoelde u "VMU-001"?' in result.stderr) == (2, True)


def test_a_proven_rule_is_one_line(run):
    result = run("rules test VMU-001")
    assert (result.exit_code, result.stdout) == (
        0,
        "VMU-001 akkoord (4 voorbeelden, 1 uitzondering)\n1 regel akkoord, 0 niet.\n",
    )


def test_a_failed_proof_gives_2_and_the_problem(run, folder, monkeypatch):
    other = write_rulebook(folder / "other" / "rules")
    rule = other / "GOV-001.yaml"
    text = rule.read_text(encoding="utf-8")
    broken = text.replace("- Wij evalueren dit beleid elk jaar.", "- Dit beleid is van iedereen.", 1)
    rule.write_text(broken, encoding="utf-8")
    monkeypatch.setattr("checker.resources.rules_folder", lambda: other)
    result = run("rules test")
    assert (
        result.exit_code,
        "GOV-001 niet akkoord" in result.stdout,
        "3 regels akkoord, 1 niet." in result.stdout,
    ) == (
        2,
        True,
        True,
    )


def test_terms_that_no_example_needs_are_told_on_request(run):
    assert "kritiek_uiten: negatief" in run("rules test VMU-001 --terms").stdout


def test_the_rule_schema_has_the_dutch_keys(run):
    assert "geldt_voor" in json.loads(run("rules schema").stdout)["properties"]


def test_the_report_schema_is_a_json_schema(run):
    assert "$schema" in json.loads(run("schema report").stdout)


def test_doctor_tells_which_pipeline_is_used_and_why(run):
    assert "die van Beleidstoets zelf" in run("doctor --model embedded").stdout


def test_doctor_counts_the_rules(run):
    assert "4 regels (2 ontbreekt, 1 riskant, 1 tegenstrijdig)" in run("doctor").stdout


def test_doctor_tells_how_to_install_the_other_pipeline(run, monkeypatch):
    def absent(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr("checker.tagging.pipeline.PREFERRED", "nl_core_news_sm")
    monkeypatch.setattr(metadata, "version", lambda name: absent(name) if name == "nl_core_news_sm" else "1")
    assert "in een checkout van het project met: pip install '.[nl-core-news-sm]'" in run("doctor").stdout


@pytest.mark.parametrize("given", ["eigen", "./eigen/", "../{here}/eigen"])
def test_show_names_the_folder_that_the_user_gave(run, folder, rules_folder, given):
    text = (rules_folder / "GOV-001.yaml").read_text(encoding="utf-8")
    (folder / "eigen").mkdir()
    (folder / "eigen" / "GOV-001.yaml").write_text(text, encoding="utf-8")
    shown = run(f"rules show GOV-001 --rules {given.format(here=folder.name)}").stdout
    assert "Bestand: eigen/GOV-001.yaml\n" in shown


def test_the_current_folder_as_rules_is_named_too(run, folder, rules_folder, monkeypatch):
    (folder / "eigen").mkdir()
    text = (rules_folder / "GOV-001.yaml").read_text(encoding="utf-8")
    (folder / "eigen" / "GOV-001.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder / "eigen")
    assert "Bestand: eigen/GOV-001.yaml\n" in run("rules show GOV-001 --rules .").stdout


def test_doctor_gives_2_when_a_rule_is_broken(run, folder):
    (folder / "eigen").mkdir()
    (folder / "eigen" / "GOV-901.yaml").write_text("regel: [\n", encoding="utf-8")
    result = run("doctor --rules eigen")
    assert (result.exit_code, "eigen/GOV-901.yaml" in result.stderr) == (2, True)
