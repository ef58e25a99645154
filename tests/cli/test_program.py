"""The program as a whole: help, wrong use, and what only a process of its own can show."""

import subprocess
import sys

import pytest

from checker import __version__

HEAVY = ("spacy", "durable", "pdfplumber", "docx", "jinja2", "yaml")


def test_the_version_is_told(run):
    assert run("--version").stdout == f"beleidstoets {__version__}\n"


@pytest.mark.parametrize("line", ["--help", "check --help", "rules --help", "rules test --help", "schema --help"])
def test_help_is_in_dutch(run, line):
    result = run(line)
    english = [word for word in ("Usage", "Options", "Commands", "Show this", "default") if word in result.stdout]
    assert (result.exit_code, english, "Gebruik: beleidstoets" in result.stdout) == (0, [], True)


@pytest.mark.parametrize("line", ["", "rules", "schema"])
def test_without_arguments_there_is_help(run, line):
    assert "Gebruik: beleidstoets" in run(line).output


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("chek good.md", 'De opdracht "chek" bestaat niet. Bedoelde u check'),
        ("check good.md --formt html", "De optie --formt bestaat niet. Bedoelde u --format?"),
        ("check", "Er ontbreekt een argument: PADEN."),
        ("check good.md -f", "Bij de optie -f hoort een waarde."),
        ("check good.md --quiet=3", "Bij de optie --quiet hoort geen waarde."),
        ("schema report more", "Dit argument is te veel: more."),
        ("rules shw", 'De opdracht "shw" bestaat niet. Bedoelde u show?'),
    ],
)
def test_wrong_use_gives_2_and_a_dutch_message(run, line, words):
    result = run(line)
    assert (result.exit_code, words in result.stderr) == (2, True)


def test_help_loads_nothing_heavy():
    code = (
        "import sys\nfrom checker.cli.main import run\nsys.argv[1:] = ['check', '--help']\n"
        "try:\n    run()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stderr.strip() == "[]"


def test_a_closed_pipe_is_no_fault(folder, rules_folder):
    process = subprocess.Popen(
        [sys.executable, "-c", _program(rules_folder), "check", "bad.md"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    stderr = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), stderr) == (1, b"")


def test_a_process_writes_utf8_whatever_the_locale(folder, rules_folder):
    command = [sys.executable, "-c", _program(rules_folder), "check", "bad.md"]
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": ":".join(sys.path)}
    result = subprocess.run(command, capture_output=True, env=environment)
    assert "„" in result.stdout.decode("utf-8")


def _program(rules_folder):
    return (
        "from pathlib import Path\nfrom checker import resources\n"
        f"resources.rules_folder = lambda: Path({str(rules_folder)!r})\n"
        "from checker.cli.main import run\nrun()"
    )
