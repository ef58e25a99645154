import pytest

from checker.errors import MissingFileError, NothingToCheckError, RulebookError, UsageError
from checker.evaluation import read_corpus
from tests.evaluation.small_corpus import duty, heading, write_document

TEXT, NOTES = "# Melden\n\nDe medewerker meldt dit.\n", [heading("Melden"), duty("De medewerker meldt dit.")]


@pytest.fixture
def folder(tmp_path):
    """Two documents to train on and one to test with."""
    place = tmp_path / "corpus"
    for name in ("een", "twee", "drie"):
        write_document(place / name, TEXT, NOTES)
    (place / "verdeling.yaml").write_text("train: [twee, een]\ntest: [drie]\n", encoding="utf-8")
    return place


def names(folder, split=None):
    return [document.name for document in read_corpus(folder, "corpus", split).documents]


def faults(folder, split=None):
    with pytest.raises(RulebookError) as caught:
        read_corpus(folder, "corpus", split)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("split", "wanted"),
    [(None, ["twee", "een"]), ("train", ["twee", "een"]), ("test", ["drie"]), ("all", ["twee", "een", "drie"])],
)
def test_a_half_holds_its_documents_in_the_order_of_the_file(folder, split, wanted):
    assert names(folder, split) == wanted


def test_a_document_knows_its_half(folder):
    assert [document.half for document in read_corpus(folder, "corpus", "all").documents] == ["train", "train", "test"]


def test_without_halves_all_documents_are_read(folder):
    (folder / "verdeling.yaml").unlink()
    assert names(folder) == ["drie", "een", "twee"]


def test_without_halves_a_half_cannot_be_asked(folder):
    (folder / "verdeling.yaml").unlink()
    with pytest.raises(UsageError, match=r"heeft geen verdeling\.yaml.*--split all"):
        read_corpus(folder, "corpus", "test")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(MissingFileError, match="Deze map bestaat niet"):
        read_corpus(tmp_path / "weg", "weg")


def test_a_folder_without_documents_has_nothing_to_measure(tmp_path):
    with pytest.raises(NothingToCheckError, match="geen stuk om te meten"):
        read_corpus(tmp_path, "leeg")


def test_the_other_half_is_not_looked_at(folder):
    (folder / "drie" / "notities.yaml").unlink()
    assert names(folder, "train") == ["twee", "een"]


def test_a_document_without_notes_is_a_fault(folder):
    (folder / "een" / "notities.yaml").unlink()
    assert "corpus/een/notities.yaml — Bij dit stuk ontbreken de aantekeningen." in faults(folder)[0]


def test_a_document_without_text_is_a_fault(folder):
    (folder / "een" / "bron.md").unlink()
    assert "corpus/een — Bij dit stuk staat geen tekst die kan worden gelezen." in faults(folder)[0]


def test_a_text_in_another_format_is_read(folder):
    (folder / "een" / "bron.md").unlink()
    (folder / "een" / "bron.txt").write_text("Melden\n\nDe medewerker meldt dit.\n", encoding="utf-8")
    assert names(folder) == ["twee", "een"]


def test_of_several_formats_the_markdown_is_read(folder):
    (folder / "een" / "bron.docx").write_bytes(b"PK stuk")
    assert names(folder) == ["twee", "een"]


def test_a_text_that_cannot_be_read_is_a_fault(folder):
    (folder / "een" / "bron.md").write_text("", encoding="utf-8")
    assert "corpus/een/bron.md — Dit bestand" in faults(folder)[0]


def test_all_faults_are_told_at_once(folder):
    (folder / "een" / "notities.yaml").unlink()
    write_document(folder / "twee", TEXT, [heading("Meldden"), duty("De medewerker meldt dit.", ontkend=["niets"])])
    assert [line.partition(" — ")[0] for line in faults(folder)] == [
        "corpus/twee/notities.yaml:2",
        "corpus/twee/notities.yaml:3",
        "corpus/een/notities.yaml",
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"strekking": "verbot"}, 'De waarde "verbot" van "strekking" bestaat niet. Bedoelde u "verbod"?'),
        ({"actor": "werkneemer"}, 'De waarde "werkneemer" van "actor" bestaat niet. Bedoelde u "werknemer"?'),
        ({"kenmerken": ["kopje"]}, 'De waarde "kopje" van "kenmerken" bestaat niet. Bedoelde u "kop"?'),
        ({"strekkin": "verbod"}, 'De sleutel "strekkin" bestaat niet. Bedoelde u "strekking"?'),
        ({"verwijzingen": [{"tekst": "dit"}]}, 'De sleutel "wet" ontbreekt.'),
    ],
)
def test_an_unknown_word_gets_a_suggestion_and_its_line(folder, change, words):
    write_document(folder / "een", TEXT, [heading("Melden"), duty("De medewerker meldt dit.", **change)])
    assert [f"corpus/een/notities.yaml:3 — {words}" in line for line in faults(folder)] == [True]


def test_notes_that_are_no_yaml_are_a_fault_with_its_line(folder):
    (folder / "een" / "notities.yaml").write_text("bepalingen: [\n", encoding="utf-8")
    assert "Dit is geen geldige YAML." in faults(folder)[0]


def test_empty_notes_are_a_fault(folder):
    (folder / "een" / "notities.yaml").write_text("", encoding="utf-8")
    assert 'De sleutel "bepalingen" ontbreekt.' in faults(folder)[0]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("train: [een, twee, vier]\ntest: [drie]", 'De map "vier" bestaat niet, of is leeg.'),
        ("train: [een, twee]\ntest: [drie, een]", '"een" staat er twee keer.'),
        ("train: [een, twee]\ntest: []", "corpus/drie — Dit stuk staat niet in verdeling.yaml."),
        ("train: een", "De verdeling heeft niet de goede vorm."),
        ("oefenen: [een]", "De verdeling heeft niet de goede vorm."),
        ("", "De verdeling heeft niet de goede vorm."),
    ],
)
def test_the_halves_name_each_document_once(folder, typed, words):
    (folder / "verdeling.yaml").write_text(typed, encoding="utf-8")
    assert [words in line for line in faults(folder)] == [True]


def test_a_second_reading_is_read_beside_the_first(folder):
    (folder / "tweede_lezing").mkdir()
    text = (folder / "een" / "notities.yaml").read_text("utf-8").replace("werknemer", "hr")
    (folder / "tweede_lezing" / "een.yaml").write_text(text, encoding="utf-8")
    second = {document.name: document.second for document in read_corpus(folder, "corpus").documents}
    assert (second["twee"], [clause.actor for clause in second["een"]]) == (None, [None, "hr"])


def test_a_second_reading_is_checked_too(folder):
    (folder / "tweede_lezing").mkdir()
    (folder / "tweede_lezing" / "een.yaml").write_text("bepalingen: [{tekst: Weg}]", encoding="utf-8")
    assert {line.partition(":")[0] for line in faults(folder)} == {"corpus/tweede_lezing/een.yaml"}


def test_a_second_reading_of_nothing_is_a_fault(folder):
    (folder / "tweede_lezing").mkdir()
    (folder / "tweede_lezing" / "eem.yaml").write_text("", encoding="utf-8")
    assert 'hoort geen stuk. Bedoelde u "een"?' in faults(folder)[0]


def test_a_corpus_of_policies_is_not_measured_yet(folder):
    for name in ("een", "twee"):
        (folder / name / "notities.yaml").write_text("beleid: SMB\nregels: {}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="uitkomsten per regel; evaluate meet dat nog niet"):
        read_corpus(folder, "corpus")


def test_a_policy_among_documents_with_clauses_is_a_fault(folder):
    (folder / "een" / "notities.yaml").write_text("beleid: SMB\nregels: {}\n", encoding="utf-8")
    assert "Dit stuk heeft uitkomsten per regel in plaats van bepalingen" in faults(folder)[0]
