"""Cuts the text of a document into pieces, so that quoted clauses can be marked where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.model import Block, BlockKind, Document, Severity
from checker.reporting.places import printable
from checker.reporting.presenting import ShownDocument


@dataclass(frozen=True, slots=True)
class Mark:
    """One quote in the text: where, how grave, and which finding it belongs to."""

    start: int
    end: int
    severity: Severity
    anchor: str
    finding: str
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks; `severity` is empty when no mark covers it."""

    text: str
    severity: str
    anchors: tuple[str, ...]
    """Ids of the marks that begin here."""
    ending: tuple[Mark, ...]
    """Marks that end here; their way back is shown after the text."""


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    kind: BlockKind
    level: int
    number: str
    pieces: tuple[Piece, ...]
    new_page: int | None
    """The page that begins with this block; None inside a page or without pages."""


def marks_of(shown: ShownDocument) -> tuple[Mark, ...]:
    """Return a mark for every quote of every finding that lies in the text, in text order."""
    length = len(shown.report.document.text)
    marks = [
        Mark(location.start, location.end, item.finding.severity, place.anchor, item.anchor, item.number)
        for item in shown.findings
        for location, place in zip(item.finding.locations, item.places + item.more_places, strict=True)
        if 0 <= location.start < location.end <= length
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.number)))


def mark_blocks(document: Document, marks: Sequence[Mark]) -> tuple[MarkedBlock, ...]:
    """Return the blocks of the document in reading order, with the marks in them; marks may overlap.

    A document without blocks gives one block with all text. A mark that no block touches is in none.
    """
    blocks = document.blocks or (Block(kind=BlockKind.BODY, start=0, end=len(document.text)),)
    touched = [[mark for mark in marks if mark.start < block.end and block.start < mark.end] for block in blocks]
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for index, inside in enumerate(touched):
        for mark in inside:
            first.setdefault(mark.anchor, index)
            last[mark.anchor] = index
    page: int | None = None
    marked: list[MarkedBlock] = []
    for index, (block, inside) in enumerate(zip(blocks, touched, strict=True)):
        opening = {mark.anchor for mark in inside if first[mark.anchor] == index}
        closing = {mark.anchor for mark in inside if last[mark.anchor] == index}
        new_page = block.page if block.page != page else None
        page = block.page
        pieces = _pieces(document.text, block, inside, opening, closing)
        marked.append(MarkedBlock(block.kind, block.level, printable(block.number), pieces, new_page))
    return tuple(marked)


def _pieces(text: str, block: Block, marks: Sequence[Mark], opening: set[str], closing: set[str]) -> tuple[Piece, ...]:
    spans = [(max(mark.start, block.start), min(mark.end, block.end), mark) for mark in marks]
    cuts = sorted({block.start, block.end} | {start for start, _, _ in spans} | {end for _, end, _ in spans})
    pieces: list[Piece] = []
    for begin, end in pairwise(cuts):
        covering = [span for span in spans if span[0] <= begin and end <= span[1]]
        severities = [severity for severity in Severity if any(mark.severity is severity for _, _, mark in covering)]
        pieces.append(
            Piece(
                text=printable(text[begin:end]),
                severity=severities[0] if severities else "",
                anchors=tuple(mark.anchor for start, _, mark in covering if start == begin and mark.anchor in opening),
                ending=tuple(mark for _, stop, mark in covering if stop == end and mark.anchor in closing),
            )
        )
    return tuple(pieces)
