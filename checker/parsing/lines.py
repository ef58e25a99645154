"""Where, in text that comes as lines, a new paragraph starts although there is no blank line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.parsing.markers import is_marker_alone, split_marker, starts_with_keyword, title_part
from checker.parsing.shapes import is_all_bold_marks, is_leader, is_rule_line, is_title_like

_LONG_LINE = 120
_LONG_SHARE = 0.2
REFERENCE_ENDING = re.compile(
    r"(?:artikel(?:en)?|art\.|lid|leden|paragraaf|hoofdstuk|bijlage|nr\.|nummer)$", re.IGNORECASE
)
"""What a line ends with when the number at the start of the next one belongs to the sentence."""


def find_wrap_width(lines: Sequence[str]) -> int | None:
    """Return the column at which the text was wrapped, or None when every line is a paragraph of its own.

    Editors that wrap do so before column 120; where a fifth of the text lies in longer lines, nothing was wrapped.
    """
    lengths = [len(line.strip()) for line in lines]
    if sum(length for length in lengths if length > _LONG_LINE) > _LONG_SHARE * sum(lengths):
        return None
    return max(lengths, default=0)


def starts_paragraph(line: str, before: str, *, width: int | None, is_first: bool) -> bool:
    """Whether `line` starts a new paragraph after `before`, the line directly above it.

    `is_first` says that `before` is itself the first line of its paragraph: only then can it be a heading.
    """
    line, before = line.strip(), before.strip()
    if width is None or is_leader(line) or is_leader(before) or is_rule_line(line) or is_rule_line(before):
        return True
    if line.startswith("#") or before.startswith("#") or is_all_bold_marks(line) or is_all_bold_marks(before):
        return True
    if split_marker(line) or is_marker_alone(line):
        return not REFERENCE_ENDING.search(before)
    if starts_with_keyword(line) and is_title_like(title_part(line)):
        return before[-1] in ".!?:;" or is_title_like(title_part(before))
    return is_first and _is_heading_line(before, line, width)


def _is_heading_line(before: str, line: str, width: int) -> bool:
    """A title above a paragraph: the first word below it would have fitted, so the break was meant."""
    if not is_title_like(title_part(before)):
        return False
    first_word = line.split(maxsplit=1)[0]
    return first_word[0].isupper() and len(before) + 1 + len(first_word) <= width


def split_at_breaks(text: str) -> list[str]:
    """Split at the line breaks that a writer used for a new paragraph: a title, a form field, a list."""
    parts: list[str] = []
    for line in text.split("\n"):
        before = parts[-1].strip() if parts else ""
        is_new = (
            not before
            or is_leader(before)
            or is_leader(line)
            or split_marker(line.strip()) is not None
            or (is_title_like(before) and line.strip()[:1].isupper())
            or before[-1] in ".!?:;"
        )
        if is_new:
            parts.append(line)
        else:
            parts[-1] = f"{parts[-1]} {line}"
    return parts
