"""Which rules speak, and for which organisation, day and kind of policy."""

import json

import pytest

from checker.rulebook.organisation import fact_values


def report(result):
    return json.loads(result.stdout)


def verdicts(result):
    return {outcome["rule"]: outcome["verdict"] for outcome in report(result)["documents"][0]["outcomes"]}


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("--select GOV-001", {"GOV-001"}),
        ("--select gov", {"GOV-001"}),
        ("--select GOV,MED-001", {"GOV-001", "MED-001"}),
        ("--select GOV --select MED", {"GOV-001", "MED-001"}),
        ("--ignore VMU,INT", {"GOV-001", "MED-001"}),
        ("--select GOV,MED --ignore MED-001", {"GOV-001"}),
    ],
)
def test_only_the_chosen_rules_are_assessed(run, words, rules):
    assert set(verdicts(run(f"check bad.md -f json {words}"))) == rules


def test_a_chosen_rule_still_sees_what_the_rule_below_it_reports(run, folder):
    text = "# Sociale media\n\nWij erkennen de vrijheid van meningsuiting.\n\nKritiek op de organisatie is verboden.\n"
    (folder / "both.md").write_text(text, encoding="utf-8")
    assert verdicts(run("check both.md -f json --select INT-001")) == {"INT-001": "tegenstrijdig"}


def test_choosing_rules_is_told(run):
    assert "Let op: 1 van de 4 regels is getoetst." in run("check good.md --select GOV").stderr


def test_choosing_more_rules_is_told_in_the_plural(run):
    assert "Let op: 3 van de 4 regels zijn getoetst." in run("check good.md --ignore GOV").stderr


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_gets_a_suggestion(run, option):
    result = run(f"check good.md {option} GVO-001")
    assert (result.exit_code, 'Bedoelde u "GOV-001"?' in result.stderr) == (2, True)


def test_choosing_no_rule_at_all_is_wrong_use(run):
    assert run("check good.md --ignore VMU,GOV,MED,INT").exit_code == 2


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("", "hangt_af_van"), ("--employees 10", "niet_van_toepassing"), ("--employees 60", "ontbreekt")],
)
def test_what_is_known_of_the_organisation_decides_whether_a_rule_speaks(run, folder, words, verdict):
    (folder / "bare.md").write_text("Wij gebruiken sociale media met zorg.\n", encoding="utf-8")
    assert verdicts(run(f"check bare.md -f json {words}"))["MED-001"] == verdict


def test_the_profile_tells_about_the_organisation(run, folder):
    (folder / "profiel.yaml").write_text("aantal_werkzame_personen: 12\nsector: zorg\n", encoding="utf-8")
    context = report(run("check good.md -f json --profile profiel.yaml"))["context"]
    assert (context["aantal_werkzame_personen"], context["sector"]) == (12, "zorg")


def test_a_flag_goes_before_the_profile(run, folder):
    (folder / "profiel.toml").write_text('aantal_werkzame_personen = 12\nsector = "zorg"\n', encoding="utf-8")
    context = report(run("check good.md -f json --profile profiel.toml --employees 1.200"))["context"]
    assert (context["aantal_werkzame_personen"], context["sector"]) == (1200, "zorg")


def test_every_flag_about_the_organisation_arrives(run):
    flags = "--employer overheid_aw2017 --sector Zorg --representation or --phase vastgesteld"
    context = report(run(f"check good.md -f json {flags}"))["context"]
    arrived = [context[fact] for fact in ("werkgever", "sector", "medezeggenschap", "fase")]
    assert arrived == ["overheid_AW2017", "zorg", "OR", "vastgesteld"]


@pytest.mark.parametrize(
    ("flag", "fact"),
    [("--representation", "medezeggenschap"), ("--employer", "werkgever"), ("--sector", "sector"), ("--phase", "fase")],
)
def test_a_flag_may_say_that_a_fact_of_the_profile_is_unknown(run, folder, flag, fact):
    text = "medezeggenschap: OR\nwerkgever: privaat\nsector: zorg\nfase: ontwerp\n"
    (folder / "profiel.yaml").write_text(text, encoding="utf-8")
    context = report(run(f"check good.md -f json --profile profiel.yaml {flag} onbekend"))["context"]
    assert (context[fact], context["assumed"]) == (None, [])


def test_what_a_flag_says_is_not_assumed(run):
    assert report(run("check good.md -f json --sector zorg"))["context"]["assumed"] == ["fase", "werkgever"]


def test_a_missing_profile_is_named(run):
    assert "nergens.yaml — Dit profiel bestaat niet." in run("check good.md --profile nergens.yaml").stderr


def test_all_faults_of_a_profile_are_told(run, folder):
    (folder / "profiel.yaml").write_text("sectr: zorg\naantal_werkzame_personen: veel\n", encoding="utf-8")
    stderr = run("check good.md --profile profiel.yaml").stderr
    assert all(f"profiel.yaml:{line}" in stderr for line in (1, 2))


def test_the_policy_type_is_as_given(run):
    assert report(run("check good.md -f json --policy-type byod"))["documents"][0]["policy_type"] == "BYOD"


def test_the_reference_date_is_as_given(run):
    assert report(run("check good.md -f json --reference-date 2025-02-03"))["context"]["reference_date"] == "2025-02-03"


def test_before_its_law_a_rule_does_not_apply(run):
    assert verdicts(run("check bad.md -f json --reference-date 1999-12-31"))["VMU-001"] == "niet_van_toepassing"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("--sector zrog", "hoger_onderwijs"),
        ("--representation ondernemingsraad", "PVT"),
        ("--policy-type SM", "BYOD"),
        ("--phase klaar", "vastgesteld"),
        ("--employer bv", "overheid_AW2017"),
        ("--fail-on alles", "nooit"),
        ("--color soms", "never"),
        ("--format docx", "markdown"),
        ("--employees veel", "geheel getal"),
        ("--employees -3", "geheel getal"),
        ("--employees 1.5", "geheel getal"),
        ("--employees 1.20", "geheel getal"),
        ("--employees 12.00.000", "geheel getal"),
        ("--employees 3.000.000", "geheel getal"),
        ("--reference-date morgen", "2026-11-24"),
        ("--reference-date 31-12-2026", "2026-11-24"),
    ],
)
def test_a_wrong_value_gives_2_and_the_choices(run, words, wanted):
    result = run(f"check good.md {words}")
    assert (result.exit_code, wanted in result.stderr) == (2, True)


@pytest.mark.parametrize("fact", ["werkgever", "sector", "medezeggenschap", "fase"])
def test_the_help_names_every_value_of_a_closed_list(run, fact):
    text = " ".join(run("check --help").stdout.split())
    assert [value for value in fact_values(fact) if value not in text] == []


def test_an_extra_folder_adds_a_rule(run, folder, rules_folder):
    text = (rules_folder / "GOV-001.yaml").read_text(encoding="utf-8")
    (folder / "eigen").mkdir()
    own = text.replace("GOV-001", "GOV-900").replace("Evaluatie ontbreekt", "Eigen titel")
    (folder / "eigen" / "GOV-900.yaml").write_text(own, encoding="utf-8")
    assert "GOV-900" in verdicts(run("check good.md -f json --rules eigen"))


def test_an_extra_folder_overrides_a_rule(run, folder, rules_folder):
    text = (rules_folder / "GOV-001.yaml").read_text(encoding="utf-8")
    (folder / "eigen").mkdir()
    (folder / "eigen" / "GOV-001.yaml").write_text(text.replace("ernst: laag", "ernst: hoog"), encoding="utf-8")
    findings = report(run("check unevaluated.md -f json --rules eigen"))["documents"][0]["findings"]
    assert [finding["severity"] for finding in findings] == ["hoog"]


def test_an_extra_folder_that_does_not_exist_is_wrong_use(run):
    assert run("check good.md --rules nergens").exit_code == 2


def test_a_broken_rulebook_is_strictly_2_with_every_problem_on_its_own_line(run, folder):
    (folder / "eigen").mkdir()
    (folder / "eigen" / "GOV-901.yaml").write_text("regel: GOV-901\ntitle: fout\n", encoding="utf-8")
    (folder / "eigen" / "GOV-902.yaml").write_text("regel: [\n", encoding="utf-8")
    result = run("check good.md --rules eigen --strict")
    lines = [line for line in result.stderr.splitlines() if line.startswith("  eigen/GOV-90")]
    assert (result.exit_code, len(lines) > 5, any("GOV-902" in line for line in lines)) == (2, True, True)


def test_a_broken_rule_is_told_and_the_others_speak(run, folder):
    (folder / "eigen").mkdir()
    (folder / "eigen" / "GOV-901.yaml").write_text("regel: GOV-901\ntitle: fout\n", encoding="utf-8")
    result = run("check unevaluated.md -f json --rules eigen --fail-on nooit")
    told = "  Deze regels doen niet mee: GOV-901. De andere regels wel."
    outcomes = {item["rule"]: item["verdict"] for item in report(result)["documents"][0]["outcomes"]}
    assert (result.exit_code, told in result.stderr.splitlines()) == (0, True)
    assert (outcomes["GOV-901"], outcomes["GOV-001"]) == ("niet_te_beoordelen", "ontbreekt")


def test_a_broken_rule_of_an_office_does_not_let_ours_speak_in_its_place(run, folder):
    (folder / "eigen").mkdir()
    (folder / "eigen" / "GOV-001.yaml").write_text("regel: GOV-001\n", encoding="utf-8")
    document = report(run("check unevaluated.md -f json --rules eigen"))["documents"][0]
    assert {item["rule"]: item["verdict"] for item in document["outcomes"]}["GOV-001"] == "niet_te_beoordelen"


def test_an_office_changes_the_severity_and_the_words_of_our_rule_without_copying_it(run, folder):
    (folder / "eigen").mkdir()
    words = "breidt_uit: GOV-001\nernst: hoog\nbevinding: {advies: Zet het op de agenda van maart.}\n"
    history = "gewijzigd:\n  - {op: 2026-11-24, door: kantoor, wat: Strenger}\n"
    (folder / "eigen" / "strenger.yaml").write_text(words + history, encoding="utf-8")
    (finding,) = report(run("check unevaluated.md -f json --rules eigen"))["documents"][0]["findings"]
    assert (finding["severity"], finding["advice"]) == ("hoog", "Zet het op de agenda van maart.")
