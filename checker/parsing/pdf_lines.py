"""The characters of one PDF page -> lines of text with their place and type face."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

_SPACE_GAP = 0.17
"""Part of the type size that makes a gap a space; kerning stays under 0.1, justified spaces are 0.2 and up."""
_LINE_TOLERANCE = 0.35
_SUPERSCRIPT = 0.75
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd\b", re.IGNORECASE)
_MIN_GUTTER = 14.0
_GUTTER_STEP = 2.0
_MIDDLE = (0.35, 0.65)
_MIN_COLUMN_LINES = 6
_MAX_CROSSING_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one column; places in points from the top left of the page."""

    text: str
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    is_bold: bool
    text_x0: float
    """Where the text starts after its first word, when that is a list marker: the hanging indent."""
    first_word_width: float
    right_edge: float = 0.0
    """Where the longest line of the same column ends."""
    number: int = 0
    """Which line of the page, from 1."""


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    is_bold: bool


def find_lines(chars: Iterable[Mapping[str, Any]], page: int, page_width: float) -> list[Line]:
    """Return the lines of a page in reading order; of two columns the left one comes first.

    Left out: turned text (watermarks) and small raised digits (note marks).
    """
    letters = [_as_letter(char) for char in chars if char.get("upright", True) and char["size"] > 0.5]
    rows = _find_rows(letters)
    gutter = _find_gutter(rows, page_width)
    lines: list[Line] = []
    for column in _in_reading_order(rows, gutter):
        made = [line for row in column if (line := _make_line(row, page))]
        edge = max((line.x1 for line in made), default=0.0)
        first = len(lines) + 1
        lines += [replace(line, right_edge=edge, number=number) for number, line in enumerate(made, start=first)]
    return lines


def _as_letter(char: Mapping[str, Any]) -> _Letter:
    return _Letter(
        text=str(char["text"]),
        x0=float(char["x0"]),
        x1=float(char["x1"]),
        top=float(char["top"]),
        bottom=float(char["bottom"]),
        size=float(char["size"]),
        is_bold=bool(_BOLD.search(str(char.get("fontname", "")))),
    )


def _find_rows(letters: list[_Letter]) -> list[list[_Letter]]:
    """Group letters that share a base line, from the top of the page down, each from left to right."""
    rows: list[list[_Letter]] = []
    base = 0.0
    for letter in sorted(letters, key=lambda letter: (letter.bottom, letter.x0)):
        if rows and letter.bottom - base <= _LINE_TOLERANCE * letter.size:
            rows[-1].append(letter)
        else:
            rows.append([letter])
            base = letter.bottom
    return [sorted(row, key=lambda letter: letter.x0) for row in rows]


def _find_gutter(rows: Sequence[Sequence[_Letter]], page_width: float) -> float | None:
    """Return the middle of the white strip between two columns, or None for a page with one column.

    The strip lies in the middle part of the page; titles over the full width may cross it.
    """
    left, right = _MIDDLE[0] * page_width, _MIDDLE[1] * page_width
    gapped = sum(1 for row in rows if _has_gap(row, left, right))
    if gapped < _MIN_COLUMN_LINES:
        return None
    candidates = [left + _GUTTER_STEP * place for place in range(int((right - left) / _GUTTER_STEP))]
    crossings = {x: sum(1 for row in rows if _crosses(row, x)) for x in candidates}
    fewest = min(crossings.values())
    best = [x for x in candidates if crossings[x] == fewest]
    gutter = best[len(best) // 2]
    both = sum(1 for row in rows if _has_ink(row, gutter, left=True) and _has_ink(row, gutter, left=False))
    uncrossed_both = both - fewest
    if uncrossed_both < _MIN_COLUMN_LINES or fewest > _MAX_CROSSING_SHARE * len(rows):
        return None
    return gutter


def _has_gap(row: Sequence[_Letter], left: float, right: float) -> bool:
    """Whether a row has a wide gap in the middle part of the page; quick, and false for most rows."""
    inked = [letter for letter in row if letter.text.strip()]
    return any(
        after.x0 - before.x1 >= _MIN_GUTTER and after.x0 > left and before.x1 < right
        for before, after in pairwise(inked)
    )


def _crosses(row: Sequence[_Letter], x: float) -> bool:
    """Whether a row has text on both sides of x without a wide gap at x."""
    left = max((letter.x1 for letter in row if letter.x0 < x and letter.text.strip()), default=None)
    right = min((letter.x0 for letter in row if letter.x0 >= x and letter.text.strip()), default=None)
    if left is not None and left > x:
        return True
    return left is not None and right is not None and right - left < _MIN_GUTTER


def _has_ink(row: Sequence[_Letter], x: float, *, left: bool) -> bool:
    return any((letter.x0 < x) is left and letter.text.strip() for letter in row)


def _in_reading_order(rows: list[list[_Letter]], gutter: float | None) -> list[list[list[_Letter]]]:
    """Return columns of rows; a row over the full width closes the two columns above it."""
    if gutter is None:
        return [rows]
    columns: list[list[list[_Letter]]] = []
    left: list[list[_Letter]] = []
    right: list[list[_Letter]] = []
    for row in rows:
        if _crosses(row, gutter):
            columns += [left, right, [row]]
            left, right = [], []
        else:
            left.append([letter for letter in row if letter.x0 < gutter])
            right.append([letter for letter in row if letter.x0 >= gutter])
    columns += [left, right]
    return [[row for row in column if row] for column in columns]


def _make_line(row: Sequence[_Letter], page: int) -> Line | None:
    sizes = Counter(round(letter.size * 2) / 2 for letter in row if letter.text.strip())
    if not sizes:
        return None
    size = max(sorted(sizes), key=lambda value: sizes[value])
    kept = [
        letter
        for letter in row
        if not (letter.text.isdigit() and letter.size < _SUPERSCRIPT * size and letter.top < row[0].top + size)
        or all(other.size < _SUPERSCRIPT * size or not other.text.strip() for other in row)
    ]
    words = _find_words(kept, size)
    if not words:
        return None
    inked = [letter for word in words for letter in word]
    alphabetic = [letter for letter in inked if letter.text.isalnum()]
    return Line(
        text=" ".join("".join(letter.text for letter in word) for word in words),
        page=page,
        x0=inked[0].x0,
        x1=inked[-1].x1,
        top=min(letter.top for letter in inked),
        bottom=max(letter.bottom for letter in inked),
        size=size,
        is_bold=bool(alphabetic) and all(letter.is_bold for letter in alphabetic),
        text_x0=words[1][0].x0 if len(words) > 1 else inked[0].x0,
        first_word_width=words[0][-1].x1 - words[0][0].x0,
    )


def _find_words(row: Sequence[_Letter], size: float) -> list[list[_Letter]]:
    words: list[list[_Letter]] = []
    before: _Letter | None = None
    for letter in row:
        if not letter.text.strip():
            before = None
            continue
        if before is not None and letter.text == before.text and abs(letter.x0 - before.x0) < 0.1 * size:
            continue  # bold made by printing the same letter twice
        if before is None or letter.x0 - before.x1 > _SPACE_GAP * size:
            words.append([])
        words[-1].append(letter)
        before = letter
    return words
