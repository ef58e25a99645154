"""Lines of a PDF -> paragraphs, across pages, as raw blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from checker.model import BlockKind
from checker.parsing.joining import join_lines
from checker.parsing.lines import REFERENCE_ENDING
from checker.parsing.markers import is_marker_alone, split_marker, starts_with_keyword, title_part
from checker.parsing.pdf_lines import Line
from checker.parsing.raw import RawBlock
from checker.parsing.shapes import is_leader, is_title_like

_GAP_FACTOR = 1.2
_MAX_PITCH = 2.0
"""A base line distance of more than twice the type size is never the pitch inside a paragraph."""
_USUAL_PITCH = 1.2
_INDENT_TOLERANCE = 4.0
_FIRST_LINE_INDENT = 8.0
_SPACE_WIDTH = 0.3
_HEADING_FACTOR = 1.08
_MAX_HEADING_WORDS = 25
_FINAL = ".!?:;"
_CLOSERS = "\"”’')]»"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def build_paragraphs(pages: Sequence[Sequence[Line]]) -> list[RawBlock]:
    """Return the paragraphs of a document whose margins are already gone, in reading order."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    pitch = _find_pitch(lines)
    body_size = _find_body_size(lines)
    heading_sizes = sorted({line.size for line in lines if line.size > _HEADING_FACTOR * body_size}, reverse=True)
    vocabulary = _find_vocabulary(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _starts_paragraph(line, groups[-1], pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_as_block(group, heading_sizes, vocabulary) for group in groups]


def _find_pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance between base lines inside a paragraph, as a multiple of the type size."""
    ratios = sorted(
        (line.bottom - before.bottom) / line.size
        for before, line in pairwise(lines)
        if before.page == line.page and before.size == line.size and 0 < line.bottom - before.bottom < 5 * line.size
    )
    if not ratios:
        return _USUAL_PITCH
    return min(ratios[len(ratios) // 4], _MAX_PITCH)


def _find_body_size(lines: Sequence[Line]) -> float:
    characters: Counter[float] = Counter()
    for line in lines:
        characters[line.size] += len(line.text)
    return max(sorted(characters), key=lambda size: characters[size])


def _find_vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words that stand whole inside a line, to decide on the hyphens at line ends."""
    words: set[str] = set()
    for line in lines:
        words.update(word.lower() for word in _WORD.findall(line.text)[:-1])
    return frozenset(words)


def _starts_paragraph(line: Line, group: Sequence[Line], pitch: float) -> bool:
    before = group[-1]
    if is_leader(line.text) or is_leader(before.text):
        return True
    if _is_item_start(line, before, group):
        return True
    if abs(line.size - before.size) > 0.4:
        return True
    runs_on = _runs_on(line, before)
    if line.is_bold != before.is_bold and not (runs_on and _is_full(before, line)):
        return True
    if line.page != before.page or line.top < before.top - 1:
        return not runs_on or not (line.text[0].islower() or _is_full(before, line))
    if line.bottom - before.bottom > _GAP_FACTOR * pitch * line.size:
        return True
    if _is_indented_anew(line, group):
        return True
    return not _is_full(before, line) and (not runs_on or _is_title(group, line))


def _is_item_start(line: Line, before: Line, group: Sequence[Line]) -> bool:
    text = line.text
    if is_marker_alone(text):
        return True
    marker = split_marker(text)
    if marker is None:
        return starts_with_keyword(text) and is_title_like(title_part(text)) and not _runs_on(line, before)
    if marker.style == "bullet":
        # A dash at the start of a line may be one that belongs to the sentence.
        return not (text[0] in "–—-" and _is_full(before, line) and before.text[-1] not in _FINAL and _same_left(group))
    if REFERENCE_ENDING.search(before.text):
        return False
    return not (_is_full(before, line) and before.text[-1].islower() and line.x0 > before.x0 + _INDENT_TOLERANCE)


def _same_left(group: Sequence[Line]) -> bool:
    return split_marker(group[0].text) is None


def _runs_on(line: Line, before: Line) -> bool:
    """Whether the sentence of the line above is not finished."""
    ending = before.text.rstrip(_CLOSERS)
    return not ending or ending[-1] not in _FINAL or (line.text[0].islower() and ending[-1] != ":")


def _is_full(before: Line, line: Line) -> bool:
    """Whether the first word of this line would not have fitted on the line above."""
    return before.x1 + _SPACE_WIDTH * before.size + line.first_word_width > before.right_edge


def _is_indented_anew(line: Line, group: Sequence[Line]) -> bool:
    first, before = group[0], group[-1]
    is_item = split_marker(first.text) is not None
    if line.x0 > before.x0 + _FIRST_LINE_INDENT and not (is_item and len(group) == 1):
        # Centred titles shift with their length; a paragraph that starts inward follows a finished sentence.
        return not _runs_on(line, before)
    if is_item and line.x0 < first.text_x0 - _INDENT_TOLERANCE:
        hangs = len(group) > 1 and group[1].x0 > first.x0 + _INDENT_TOLERANCE
        return hangs or not _is_full(before, line)
    return False


def _is_title(group: Sequence[Line], line: Line) -> bool:
    """A short line above a paragraph: it ended early, although the sentence does not seem finished."""
    if not (line.text[0].isupper() or line.text[0] in "[\"“‘'"):
        return False
    text = " ".join(member.text for member in group)
    return is_title_like(title_part(text))


def _as_block(group: Sequence[Line], heading_sizes: Sequence[float], vocabulary: frozenset[str]) -> RawBlock:
    first = group[0]
    text = join_lines([line.text for line in group], vocabulary)
    is_heading = (
        first.size in heading_sizes
        and len(text.split()) <= _MAX_HEADING_WORDS
        and not text.endswith((".", ";", ","))
        and any(sign.isalpha() for sign in text)
    )
    return RawBlock(
        kind=BlockKind.HEADING if is_heading else BlockKind.BODY,
        text=text,
        page=first.page,
        level=heading_sizes.index(first.size) + 1 if is_heading else None,
        indent=first.x0,
        emphasised=all(line.is_bold for line in group),
        source=f"page {first.page} line {first.number}",
    )
