"""Marks in the text of a document."""

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Block, BlockKind, Document, Severity
from checker.reporting.marking import Mark, mark_blocks


def document(*lengths: int) -> Document:
    blocks, text = [], ""
    for length in lengths:
        start = len(text)
        text += "abcdefghij"[:length]
        blocks.append(Block(BlockKind.BODY, start, len(text)))
        text += "\n"
    return Document("a.md", "a.md", "0" * 64, "text/markdown", text, tuple(blocks))


def mark(start: int, end: int, number: int = 1, severity: Severity = Severity.LOW) -> Mark:
    return Mark(start, end, severity, f"m{number}", f"f{number}", number)


def test_a_mark_cuts_the_text_in_three():
    (block,) = mark_blocks(document(10), [mark(2, 5)])
    assert [(piece.text, piece.severity) for piece in block.pieces] == [("ab", ""), ("cde", "laag"), ("fghij", "")]


def test_where_marks_overlap_the_gravest_colours():
    (block,) = mark_blocks(document(10), [mark(0, 6), mark(3, 9, 2, Severity.HIGH)])
    assert [(piece.text, piece.severity) for piece in block.pieces] == [
        ("abc", "laag"),
        ("def", "hoog"),
        ("ghi", "hoog"),
        ("j", ""),
    ]


def test_marks_that_begin_together_each_get_their_anchor():
    (block,) = mark_blocks(document(10), [mark(0, 6), mark(0, 3, 2)])
    assert block.pieces[0].anchors == ("m1", "m2")


def test_a_mark_over_two_blocks_begins_once_and_ends_once():
    first, second = mark_blocks(document(5, 5), [mark(3, 8)])
    assert [piece.anchors for piece in first.pieces] == [(), ("m1",)]
    assert [len(piece.ending) for piece in first.pieces] == [0, 0]
    assert [piece.anchors for piece in second.pieces] == [(), ()]
    assert [len(piece.ending) for piece in second.pieces] == [1, 0]


def test_a_document_without_blocks_is_one_block():
    bare = Document("a.md", "a.md", "0" * 64, "text/markdown", "losse tekst", ())
    (block,) = mark_blocks(bare, [mark(0, 5)])
    assert [piece.text for piece in block.pieces] == ["losse", " tekst"]


@given(st.lists(st.tuples(st.integers(0, 22), st.integers(0, 22)), max_size=6))
def test_marking_loses_and_adds_no_text(spans: list[tuple[int, int]]):
    doc = document(10, 4, 6)
    marks = [mark(min(span), max(span) + 1, number) for number, span in enumerate(spans, 1)]
    blocks = mark_blocks(doc, marks)
    assert ["".join(piece.text for piece in block.pieces) for block in blocks] == [
        doc.text[block.start : block.end] for block in doc.blocks
    ]
    anchors = [anchor for block in blocks for piece in block.pieces for anchor in piece.anchors]
    assert len(anchors) == len(set(anchors))
    assert sorted(anchors) == sorted(m.anchor for block in blocks for piece in block.pieces for m in piece.ending)
