"""`beleidstoets explain`: what may be asked, where it goes, and what it says when it cannot be."""

import json
import subprocess
import sys

import pytest

HEAVY = ("spacy", "durable", "pdfplumber", "docx", "jinja2", "yaml", "rich")
POLICY = (
    "# Sociale media\n\n"
    "Het is verboden om:\n\n- kritiek te uiten op de organisatie;\n- foto's te delen.\n\n"
    "Wij evalueren dit beleid elk jaar.\n\nHebt u nog vragen?\n"
)
"""Six clauses: a heading, a lead-in with two items, a promise and a question."""


@pytest.fixture
def policy(folder):
    (folder / "policy.md").write_text(POLICY, encoding="utf-8")
    return folder / "policy.md"


@pytest.fixture
def clauses(run, policy):
    """The numbers of the clauses that a command explains."""

    def explained(more: str) -> list[int]:
        result = run(f"explain policy.md -f json {more}")
        return [clause["number"] for clause in json.loads(result.stdout)["clauses"]]

    return explained


def test_every_clause_is_explained(clauses):
    assert clauses("") == [1, 2, 3, 4, 5, 6]


def test_findings_do_not_change_the_exit_code(run):
    assert run("explain bad.md").exit_code == 0


def test_the_rule_that_reports_is_named_at_its_clause(run):
    result = json.loads(run("explain bad.md -f json").stdout)
    parts = {rule["rule"]: rule["part"] for clause in result["clauses"] for rule in clause["rules"]}
    assert parts["VMU-001"] == "meldt"


def test_a_rule_that_keeps_silent_is_named_with_its_reason(run):
    result = json.loads(run("explain bad.md -f json").stdout)
    reasons = {rule["rule"]: rule["reason"] for clause in result["clauses"] for rule in clause["rules"]}
    assert reasons["GOV-001"] == "Deze bepaling staat erin."


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("--clause 3", [3]),
        ("--clause 2-4", [2, 3, 4]),
        ("--clause 1,3 --clause 5-6", [1, 3, 5, 6]),
        ("--only verbod", [2, 3, 4]),
        ("--only VERBOD --clause 3-6", [3, 4]),
        ("--only stil", [1, 6]),
        ("--only sanctie", []),
    ],
)
def test_a_part_can_be_asked_for(clauses, asked, expected):
    assert clauses(asked) == expected


def test_a_choice_that_nothing_meets_is_told(run, policy):
    result = run("explain policy.md --only sanctie")
    assert (result.exit_code, "Geen bepaling voldoet aan uw keuze." in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("explain absent.md", "absent.md — Dit bestand bestaat niet."),
        ("explain .", ". — Dit is een map."),
        ("explain policy.md --clause 9", "--clause — Bepaling 9 bestaat niet. Kies een nummer van 1 tot en met 6."),
        ("explain policy.md --clause 3-99", "--clause — Bepaling 99 bestaat niet."),
        ("explain policy.md --clause 5-2", '"5-2" is geen nummer van een bepaling.'),
        ("explain policy.md --clause 0", '"0" is geen nummer van een bepaling.'),
        ("explain policy.md --clause twee", "Schrijf een nummer of een reeks, zoals 12 of 3-9."),
        ("explain policy.md --only boete", "Kies uit: sanctie, verbod, plicht"),
        ("explain policy.md -f markdown", "Kies uit: text, html, json."),
        ("explain policy.md -o uitleg.docx", "Kies met --format uit:"),
        ("explain policy.md -o uitleg.md", "Een uitleg kan niet in deze vorm worden geschreven."),
        ("explain policy.md -f text -o policy.md", "De uitleg zou dit document overschrijven."),
        ("explain policy.md --reference-date gisteren", '"gisteren" is geen datum.'),
        ("explain policy.md --rules absent", "Deze map bestaat niet."),
        ("explain", "Er ontbreekt een argument: BESTAND."),
    ],
)
def test_wrong_use_gives_2_and_a_dutch_message(run, policy, line, words):
    result = run(line)
    assert (result.exit_code, words in result.stderr, result.stdout) == (2, True, "")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 broken", b"\x00\x01\x02\xff"])
def test_what_cannot_be_read_gives_4(run, folder, content):
    (folder / "broken.pdf").write_bytes(content)
    result = run("explain broken.pdf")
    assert (result.exit_code, result.stderr.startswith("Fout: broken.pdf — ")) == (4, True)


def test_a_document_without_text_gives_4(run, folder):
    (folder / "empty.md").write_text("\n\n", encoding="utf-8")
    assert run("explain empty.md").exit_code == 4


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("-o page.html", "page.html"),
        ("-f html -o out/", "out/uitleg.html"),
        ("-f json -o out/", "out/uitleg.json"),
        ("-o out/", "out/uitleg.txt"),
    ],
)
def test_the_explanation_goes_where_it_was_asked(run, policy, line, name):
    result = run(f"explain policy.md {line}")
    assert ((policy.parent / name).is_file(), result.stderr, result.stdout) == (True, f"Geschreven: {name}\n", "")


def test_quiet_says_nothing(run, policy):
    assert run("explain policy.md -o page.html -q").output == ""


def test_what_a_document_says_is_never_on_standard_error(run, policy):
    assert "kritiek" not in run("explain policy.md -o page.html").stderr


@pytest.mark.parametrize(
    ("variables", "flag", "colored"),
    [({}, "", False), ({}, "--color always", True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "", False)],
)
def test_colour_is_as_asked(run, policy, monkeypatch, variables, flag, colored):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run(f"explain policy.md {flag}").stdout) is colored


def test_a_file_is_never_coloured(run, policy):
    run("explain policy.md -o out.txt --color always")
    assert "\x1b" not in (policy.parent / "out.txt").read_text(encoding="utf-8")


def test_the_schema_is_told(run):
    assert json.loads(run("schema explanation").stdout)["title"] == "Beleidstoets explanation"


def test_help_is_in_dutch(run):
    assert "Gebruik: beleidstoets explain [OPTIES] BESTAND" in run("explain --help").stdout


def test_help_loads_nothing_heavy():
    code = (
        "import sys\nfrom checker.cli.main import run\nsys.argv[1:] = ['explain', '--help']\n"
        "try:\n    run()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stderr.strip() == "[]"
