"""Does the same policy give the same blocks as .docx, .pdf and .md?"""

from pathlib import Path

import pytest

from checker.parsing import parse_text, read_document

from .builders import SHARED, outline

SEEDS = Path(__file__).resolve().parents[2] / "corpora" / "zaden"
REAL = SHARED / "real"


@pytest.mark.parametrize("suffix", ["pdf", "md"])
@pytest.mark.parametrize("policy", ["policy-a", "policy-b"])
def test_a_format_gives_the_same_blocks_as_word(policy, suffix):
    word = read_document(SEEDS / policy / "bron.docx")
    other = read_document(SEEDS / policy / f"bron.{suffix}")
    assert outline(other) == outline(word)
    assert other.text == word.text
    assert [block.number for block in other.blocks] == [block.number for block in word.blocks]
    assert [block.heading_path for block in other.blocks] == [block.heading_path for block in word.blocks]
    assert [block.level for block in other.blocks] == [block.level for block in word.blocks]


def test_the_seeds_have_the_headings_and_items_that_a_reader_sees():
    document = read_document(SEEDS / "policy-b" / "bron.docx")
    headings = [text for kind, text in outline(document) if kind == "heading"]
    assert headings[:3] == [
        "Sociaal Mediabeleid voor [Naam Organisatie]",
        "Inleiding",
        "Algemene Uitgangspunten voor Alle Sociale Media",
    ]
    assert ("body", "Advies voor Implementatie:") in outline(document)
    assert sum(1 for kind, _ in outline(document) if kind == "item") == 20


@pytest.mark.shared
@pytest.mark.parametrize("path", sorted(REAL.glob("*.txt")), ids=lambda path: path.stem)
def test_a_real_regulation_is_read_with_its_articles(path):
    document = read_document(path)
    assert document.blocks
    assert document.text == "\n\n".join(document.text[block.start : block.end] for block in document.blocks)


@pytest.mark.shared
@pytest.mark.skipif(not REAL.is_dir(), reason="the shared working material is absent")
def test_a_real_regulation_is_read_the_same_from_a_string():
    path = REAL / "004.txt"
    assert parse_text(path.read_text(encoding="utf-8")).blocks == read_document(path).blocks
