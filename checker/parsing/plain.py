"""Plain text -> raw blocks."""

from __future__ import annotations

import re

from checker.model import BlockKind
from checker.parsing.joining import join_lines
from checker.parsing.lines import find_wrap_width, starts_paragraph
from checker.parsing.raw import RawBlock, RawDocument

_POINTS_PER_COLUMN = 5.0
_TAB_COLUMNS = 4
_LINE_END = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def read_plain(text: str) -> RawDocument:
    """Return the paragraphs of a plain text; a single line break inside a paragraph is white space.

    Markdown marks stay in the text: in a plain file they are what the reader sees.
    """
    lines = [line.expandtabs(_TAB_COLUMNS).rstrip() for line in _LINE_END.split(text)]
    width = find_wrap_width(lines)
    paragraphs: list[list[int]] = []
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        above = lines[index - 1] if index else ""
        is_first = bool(paragraphs) and len(paragraphs[-1]) == 1
        if above.strip() and not starts_paragraph(line, above, width=width, is_first=is_first):
            paragraphs[-1].append(index)
        else:
            paragraphs.append([index])
    return RawDocument(tuple(_as_block(lines, paragraph) for paragraph in paragraphs))


def _as_block(lines: list[str], paragraph: list[int]) -> RawBlock:
    first = lines[paragraph[0]]
    return RawBlock(
        kind=BlockKind.BODY,
        text=join_lines([lines[index] for index in paragraph]),
        indent=(len(first) - len(first.lstrip())) * _POINTS_PER_COLUMN,
        source=f"line {paragraph[0] + 1}",
    )
