"""What the place of a cell says: which cells are the header of a table, and which stand below it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.model import BlockKind, Document

_PLACE = re.compile(r"(?:page (?P<page>\d+) )?table (?P<table>\d+) row (?P<row>\d+) column \d+")
_HEADER_WORDS = 12

Rows = Mapping[int, Sequence[int]]
"""Row number, from 1, to the blocks of its cells; a row without text is not there."""


@dataclass(frozen=True, slots=True)
class Table:
    """Indices of blocks. No header where the top row is empty, stands alone or holds sentences."""

    header: tuple[int, ...]
    body: tuple[int, ...]


def tables(document: Document) -> Sequence[Table]:
    """The tables of a document; where one goes on over a page, its second part repeats the header or has none."""
    found: list[Table] = []
    above: tuple[tuple[str, ...], int, int] | None = None
    for (page, _), rows in _rows(document).items():
        top = tuple(_text(document, block) for block in rows.get(1, ()))
        first, last = min(rows[min(rows)]), max(rows[max(rows)])
        width = max(map(len, rows.values()))
        goes_on = bool(page) and above is not None and above[1:] == (first - 1, width)
        if goes_on and above is not None:
            is_header = top == above[0]
            top = above[0]
        else:
            is_header = len(rows) > 1 and all(map(_is_header_like, top))
        header = tuple(rows.get(1, ())) if is_header else ()
        body = tuple(block for row in rows.values() for block in row if block not in header)
        found.append(Table(header, body))
        above = (top, last, width)
    return found


def header_cells(document: Document) -> frozenset[int]:
    """Indices of the blocks that are cells of a header row."""
    return frozenset(block for table in tables(document) for block in table.header)


def _rows(document: Document) -> Mapping[tuple[str, str], Rows]:
    """Page and number of each table to its rows, in text order."""
    places: dict[tuple[str, str], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.CELL and (match := _PLACE.fullmatch(block.source)):
            places[match["page"] or "", match["table"]][int(match["row"])].append(index)
    return places


def _is_header_like(text: str) -> bool:
    """A header names what stands below it; a whole sentence does not."""
    return len(text.split()) <= _HEADER_WORDS and not text.endswith((".", ";"))


def _text(document: Document, block: int) -> str:
    return document.text[document.blocks[block].start : document.blocks[block].end].strip()
