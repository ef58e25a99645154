import json
import subprocess
import sys

import pytest

from tests.evaluation.small_corpus import duty, heading, write_document

TEXT = "# Berichten\n\nNegatieve berichten zijn verboden. De directie geeft toestemming.\n"
NOTES = [
    heading("Berichten"),
    duty("Negatieve berichten zijn verboden.", strekking="verbod"),
    duty("De directie geeft toestemming.", strekking="recht", actor="vakbond"),
]
"""The force and actor of the last clause are wrong, so that there are misses."""


@pytest.fixture
def corpus(folder):
    """Two documents to train on and one to test with, in the folder corpus."""
    place = folder / "corpus"
    for name in ("een", "twee", "drie"):
        write_document(place / name, TEXT, NOTES)
    (place / "verdeling.yaml").write_text("train: [een, twee]\ntest: [drie]\n", encoding="utf-8")
    return place


def test_text_is_the_default(run, corpus):
    result = run("evaluate corpus")
    assert (result.exit_code, result.stdout.startswith("corpus — de helft train\n2 stukken, 6 bepalingen;")) == (
        0,
        True,
    )


def test_clauses_are_really_tagged(run, corpus):
    assert json.loads(run("evaluate corpus -f json").stdout)["headlines"]["segmentation"]["value"] == 1.0


@pytest.mark.parametrize(("split", "documents"), [("test", ["drie"]), ("ALL", ["een", "twee", "drie"])])
def test_a_half_can_be_asked(run, corpus, split, documents):
    assert json.loads(run(f"evaluate corpus --split {split} -f json").stdout)["documents"] == documents


def test_misses_are_told_on_request(run, corpus):
    assert "een: „De directie geeft toestemming.”" in run("evaluate corpus --errors 5").stdout


def test_without_request_no_sentence_is_told(run, corpus):
    assert "directie" not in run("evaluate corpus").stdout


def test_misses_of_the_test_half_come_with_a_warning(run, corpus):
    result = run("evaluate corpus --split test --errors 5")
    assert (result.stderr.startswith("Let op: u vraagt fouten in de helft test."), "drie: „" in result.stdout) == (
        True,
        True,
    )


def test_misses_of_both_halves_leave_out_the_test_half(run, corpus):
    result = run("evaluate corpus --split all --errors 99")
    assert (result.stderr, "drie: „" in result.stdout, "een: „" in result.stdout) == ("", False, True)


def test_a_file_gets_the_result_in_the_form_of_its_name(run, corpus, folder):
    result = run("evaluate corpus --output uitslag.json")
    assert (result.stdout, result.stderr) == ("", "Geschreven: uitslag.json\n")
    assert json.loads((folder / "uitslag.json").read_text("utf-8"))["split"] == "train"


def test_colour_is_off_by_itself_and_on_when_asked(run, corpus):
    assert ["\x1b[" in run(f"evaluate corpus --color {when}").stdout for when in ("auto", "always")] == [False, True]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--split half", "Fout: --split — De waarde"),
        ("--format html", "Fout: --format — De waarde"),
        ("--output uitslag.html", "Een meting kan niet worden geschreven als html."),
        ("--errors veel", 'Fout: --errors — "veel" is geen aantal.'),
        ("--errors -1", "Fout: "),
    ],
)
def test_wrong_use_gives_2_and_a_dutch_message(run, corpus, words, message):
    result = run(f"evaluate corpus {words}")
    assert (result.exit_code, message in result.stderr) == (2, True)


def test_a_fault_in_the_notes_gives_2_and_its_line(run, corpus):
    write_document(corpus / "een", TEXT, [*NOTES[:2], duty("De directie geeft niets.")])
    result = run("evaluate corpus")
    assert (result.exit_code, result.stderr.startswith("Fout: corpus/een/notities.yaml:4 — De tekst van")) == (2, True)


def test_a_corpus_that_is_not_there_gives_2(run, folder):
    result = run("evaluate weg")
    assert (result.exit_code, result.stderr.startswith("Fout: weg — Deze map bestaat niet.")) == (2, True)


def test_an_empty_corpus_gives_3(run, folder):
    (folder / "leeg").mkdir()
    assert run("evaluate leeg").exit_code == 3


def test_without_scikit_learn_the_message_says_what_to_install(run, corpus, monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn.metrics", None)
    result = run("evaluate corpus")
    assert (result.exit_code, "pip install '.[evaluate]'" in result.stderr) == (2, True)


def test_help_is_in_dutch_and_loads_nothing_heavy():
    code = (
        "import sys\nfrom checker.cli.main import run\nsys.argv[1:] = ['evaluate', '--help']\n"
        "try:\n    run()\nexcept SystemExit:\n    pass\n"
        "heavy = ('spacy', 'sklearn', 'scipy', 'numpy', 'yaml', 'checker.evaluation')\n"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (result.stderr.strip(), "Gebruik: beleidstoets evaluate" in result.stdout) == ("[]", True)
