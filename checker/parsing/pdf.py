"""PDF -> raw blocks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pdfplumber

from checker.errors import DocumentError
from checker.model import BlockKind, ExtractionWarning
from checker.parsing.pdf_lines import Line, find_lines
from checker.parsing.pdf_margins import split_margins
from checker.parsing.pdf_paragraphs import build_paragraphs
from checker.parsing.pdf_streams import check_streams
from checker.parsing.raw import MAX_PAGES, RawBlock, RawDocument, clean_text, refuse_too_long

_UNMAPPED = re.compile(r"\(cid:\d+\)")
_MAX_UNMAPPED_SHARE = 0.2
_MIN_TABLE_CELLS = 4


def read_pdf(data: bytes, where: str) -> RawDocument:
    """Return the paragraphs, table cells and running headers of a PDF.

    Raises: `DocumentError` for a PDF that is damaged, locked, only pictures, or too long.
    """
    check_streams(data, where)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            return _read_pages(pdf, where)
    except DocumentError:
        raise
    except Exception as error:  # noqa: BLE001 - pdfminer raises anything on a broken file
        if _is_password_error(error):
            raise DocumentError(
                "Deze pdf is beveiligd met een wachtwoord.", where=where, fix="Sla de pdf op zonder wachtwoord."
            ) from None
        raise _damaged(where) from None


def _damaged(where: str) -> DocumentError:
    return DocumentError(
        "Deze pdf is beschadigd en kan niet worden gelezen.",
        where=where,
        fix="Maak de pdf opnieuw of lever een .docx aan.",
    )


def _is_password_error(error: BaseException | None) -> bool:
    """pdfplumber wraps the errors of pdfminer; the wrapped one is an argument or the cause."""
    seen = 0
    while error is not None and seen < 5:
        names = [type(error).__name__, *(type(argument).__name__ for argument in error.args)]
        if any("Password" in name or "Encryption" in name for name in names):
            return True
        error, seen = error.__cause__ or error.__context__, seen + 1
    return False


def _read_pages(pdf: Any, where: str) -> RawDocument:
    if not pdf.pages:
        raise _damaged(where)
    if len(pdf.pages) > MAX_PAGES:
        raise DocumentError(
            f"Deze pdf heeft te veel pagina's (meer dan {MAX_PAGES}).", where=where, fix="Splits het document."
        )
    pages: list[list[Line]] = []
    heights: list[float] = []
    tables: list[list[tuple[float, list[RawBlock]]]] = []
    pictures: list[int] = []
    characters = 0
    for page in pdf.pages:
        cells, boxes = _find_tables(page)
        lines = find_lines(_chars_outside(page, boxes), page.page_number, float(page.width))
        characters += sum(len(line.text) for line in lines)
        refuse_too_long(characters, where)
        if not lines and not cells and page.images:
            pictures.append(page.page_number)
        pages.append(lines)
        heights.append(float(page.height))
        tables.append(cells)
        page.close()
    if not any(pages) and not any(tables):
        raise _scanned(where, has_pictures=bool(pictures))
    return _build(pages, heights, tables, pictures, where)


def _scanned(where: str, *, has_pictures: bool) -> DocumentError:
    what = "Deze pdf is gescand: er staan alleen afbeeldingen in." if has_pictures else "Deze pdf bevat geen tekst."
    return DocumentError(
        what, where=where, fix="Maak met tekstherkenning (OCR) een doorzoekbare pdf, of lever een .docx aan."
    )


def _build(
    pages: list[list[Line]],
    heights: list[float],
    tables: list[list[tuple[float, list[RawBlock]]]],
    pictures: list[int],
    where: str,
) -> RawDocument:
    bodies, headers, footers = split_margins(pages, heights)
    blocks = _place_tables(build_paragraphs(bodies), bodies, tables)
    top = [RawBlock(BlockKind.HEADER, line.text, page=line.page, source="header") for line in headers]
    bottom = [RawBlock(BlockKind.FOOTER, line.text, page=line.page, source="footer") for line in footers]
    mapped, lost = _drop_unmapped([*top, *blocks, *bottom], where)
    warnings = [_picture_warning(page) for page in pictures]
    if lost:
        message = "Een deel van de letters in deze pdf kan niet worden gelezen; controleer de tekst."
        warnings.append(ExtractionWarning("unmapped_characters", message))
    return RawDocument(tuple(mapped), pages=len(pages), warnings=tuple(warnings))


def _picture_warning(page: int) -> ExtractionWarning:
    message = f"Pagina {page} bevat alleen een afbeelding; tekst daarin is niet beoordeeld."
    return ExtractionWarning("picture_page", message, page=page)


def _drop_unmapped(blocks: list[RawBlock], where: str) -> tuple[list[RawBlock], int]:
    """Take out "(cid:12)", which stands for a sign whose letter the PDF does not tell."""
    lost = sum(len(_UNMAPPED.findall(block.text)) for block in blocks)
    kept = [replace(block, text=_UNMAPPED.sub(" ", block.text)) for block in blocks]
    if lost > _MAX_UNMAPPED_SHARE * (lost + sum(len(block.text) for block in kept)):
        raise DocumentError(
            "De letters in deze pdf kunnen niet worden gelezen.",
            where=where,
            fix="Lever het document aan als .docx, of maak de pdf opnieuw vanuit Word.",
        )
    return kept, lost


def _find_tables(page: Any) -> tuple[list[tuple[float, list[RawBlock]]], list[tuple[float, float, float, float]]]:
    """Return the ruled tables of a page as (top, cells), and their boxes.

    A frame around one text is no table: two rows and two columns at least.
    """
    found: list[tuple[float, list[RawBlock]]] = []
    boxes: list[tuple[float, float, float, float]] = []
    if len(page.rects) + len(page.lines) < _MIN_TABLE_CELLS:
        return found, boxes
    for number, table in enumerate(page.find_tables(), start=1):
        rows = table.extract()
        if len(rows) < 2 or max(len(row) for row in rows) < 2:
            continue
        place = f"page {page.page_number} table {number}"
        cells = [
            RawBlock(BlockKind.CELL, text, page=page.page_number, source=f"{place} row {row_index} column {column}")
            for row_index, row in enumerate(rows, start=1)
            for column, text in enumerate(row, start=1)
            if text and clean_text(text)
        ]
        if cells:
            found.append((float(table.bbox[1]), cells))
            boxes.append(table.bbox)
    return found, boxes


def _chars_outside(page: Any, boxes: list[tuple[float, float, float, float]]) -> Iterator[Any]:
    for char in page.chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        if not any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in boxes):
            yield char


def _place_tables(
    paragraphs: list[RawBlock], bodies: list[list[Line]], tables: list[list[tuple[float, list[RawBlock]]]]
) -> list[RawBlock]:
    """Put each table behind the paragraph that starts above it."""
    tops = {f"page {line.page} line {line.number}": line.top for lines in bodies for line in lines}
    placed: list[RawBlock] = []
    waiting = [(page, top, cells) for page, found in enumerate(tables, start=1) for top, cells in found]
    for block in paragraphs:
        while waiting and waiting[0][:2] < (block.page or 0, tops[block.source]):
            placed.extend(waiting.pop(0)[2])
        placed.append(block)
    for _, _, cells in waiting:
        placed.extend(cells)
    return placed
