"""From the raw blocks of any format to blocks with offsets: the decisions that must not differ per format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.model import Block, BlockKind
from checker.parsing.levels import HeadingTrail, ListNesting
from checker.parsing.markers import (
    Marker,
    is_marker_alone,
    marker_style,
    ordinal,
    split_heading_marker,
    split_marker,
    title_part,
)
from checker.parsing.raw import RawBlock, clean_text
from checker.parsing.shapes import (
    has_sentence_shape,
    is_all_bold_marks,
    is_leader,
    is_rule_line,
    is_title_like,
    strip_marks,
)

SEPARATOR = "\n\n"
_HASHES = re.compile(r"(#{1,6})\s*(?=[^\s#])")
_MAX_HEADING_WORDS = 25
_MAX_TITLE_RUN = 3
_PROSE = (BlockKind.BODY, BlockKind.ITEM)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A block under decision: its text without marker, and whether the file itself calls it a heading."""

    raw: RawBlock
    kind: BlockKind
    text: str
    number: str = ""
    style: str = ""
    is_stated: bool = False
    label: str = ""
    """How a heading is named in the path of the blocks below it."""


def assemble_blocks(raw_blocks: Sequence[RawBlock]) -> tuple[str, tuple[Block, ...]]:
    """Return the text of a document and its blocks, which lie in it in order with two newlines between them."""
    drafts = [draft for raw in raw_blocks if (draft := _draft(raw))]
    drafts = _promote_headings(_demote_lead_ins(drafts))
    return _place(drafts)


def _draft(raw: RawBlock) -> _Draft | None:
    text = clean_text(raw.text)
    if not text:
        return None
    if raw.kind in _PROSE and is_marker_alone(text):
        # No block, but what follows lies inside this item: "1." above "a. ..." in regulations.
        return _Draft(raw, BlockKind.ITEM, "", text, marker_style(text))
    emphasised = raw.emphasised or is_all_bold_marks(text)
    raw = replace(raw, emphasised=emphasised)
    hashes = _HASHES.match(text) if raw.kind in _PROSE and not raw.number else None
    if hashes:
        return _draft_hash_heading(raw, text, level=len(hashes.group(1)))
    if raw.kind is BlockKind.HEADING:
        return _draft_heading(raw, text)
    if raw.kind not in _PROSE or is_leader(text) or is_rule_line(text):
        return _Draft(raw, BlockKind.BODY if raw.kind is BlockKind.ITEM else raw.kind, text)
    marker = split_marker(text)
    if raw.kind is BlockKind.ITEM and (raw.number or not marker):
        return _Draft(raw, BlockKind.ITEM, text, raw.number, marker_style(raw.number))
    if marker:
        return _Draft(raw, BlockKind.ITEM, marker.rest, marker.number, marker.style)
    return _Draft(raw, BlockKind.BODY, text)


def _draft_heading(raw: RawBlock, text: str) -> _Draft:
    if len(text.split()) > _MAX_HEADING_WORDS or is_leader(text):
        return _Draft(raw, BlockKind.BODY, text)
    marker = Marker(raw.number, marker_style(raw.number), text) if raw.number else split_heading_marker(text)
    return _as_heading(_Draft(raw, BlockKind.HEADING, text, is_stated=True), marker)


def _draft_hash_heading(raw: RawBlock, text: str, *, level: int) -> _Draft:
    """Hashes that no reader took away are residue: they stay in the text, not in the path."""
    title = strip_marks(text)
    heading = _as_heading(_Draft(raw, BlockKind.HEADING, title, is_stated=True), split_heading_marker(title))
    return replace(heading, raw=replace(raw, level=level), text=text)


def _as_heading(draft: _Draft, marker: Marker | None) -> _Draft:
    text = marker.rest if marker else draft.text
    number = marker.number if marker else draft.number
    label = strip_marks(text if not number or text.startswith(number) else f"{number} {text}")
    style = marker.style if marker else draft.style
    return replace(draft, kind=BlockKind.HEADING, text=text, number=number, style=style, label=label)


def _demote_lead_ins(drafts: list[_Draft]) -> list[_Draft]:
    """A heading that is the first half of a sentence ("Het is verboden om:") carries the items below it."""
    return [
        replace(draft, kind=BlockKind.BODY, is_stated=False)
        if draft.kind is BlockKind.HEADING
        and draft.text.endswith(":")
        and _kind_at(drafts, index + 1) is BlockKind.ITEM
        and has_sentence_shape(draft.text)
        else draft
        for index, draft in enumerate(drafts)
    ]


def _promote_headings(drafts: list[_Draft]) -> list[_Draft]:
    titles = [_is_title(draft) for draft in drafts]
    runs = _measure_runs(drafts, titles)
    led = _find_led(drafts, titles)
    promoted = list(drafts)
    for index, draft in enumerate(drafts):
        if not titles[index] or (led[index] and not (draft.kind is BlockKind.BODY and _looks_like_heading(draft))):
            continue
        if draft.kind is BlockKind.BODY and runs[index] <= _MAX_TITLE_RUN:
            promoted[index] = _as_heading(draft, split_heading_marker(draft.text))
        elif draft.kind is BlockKind.ITEM and not _has_sibling(drafts, index):
            promoted[index] = _as_heading(draft, Marker(draft.number, draft.style, draft.text))
    return promoted


def _is_title(draft: _Draft) -> bool:
    """Whether a paragraph, or a numbered line, could be a heading; a bullet or "a." item never is one."""
    if draft.kind is BlockKind.ITEM and (draft.style == "bullet" or draft.style in {"letter", "roman"}):
        return draft.style != "bullet" and draft.raw.emphasised and is_title_like(draft.text, emphasised=True)
    if draft.kind not in _PROSE or is_rule_line(draft.text):
        return False
    text = title_part(draft.text) if draft.kind is BlockKind.BODY else draft.text
    return is_title_like(text, emphasised=draft.raw.emphasised)


def _measure_runs(drafts: list[_Draft], titles: list[bool]) -> list[int]:
    """Per block the length of the row of bare titles it stands in; 0 for a title that looks like one.

    Four short lines in a row are a list without marks, an address or a form, not four headings; the last may still
    be the heading of what follows.
    """
    runs = [0] * len(drafts)
    start = 0
    for index in range(len(drafts) + 1):
        if index < len(drafts) and titles[index] and drafts[index].kind is BlockKind.BODY:
            continue
        length = index - start
        followed = index < len(drafts) and drafts[index].kind in _PROSE
        for place in range(start, index):
            bare = not _looks_like_heading(drafts[place])
            runs[place] = length if bare and place > 0 and not (followed and place == index - 1) else 0
        start = index + 1
    return runs


def _find_led(drafts: list[_Draft], titles: list[bool]) -> list[bool]:
    """Per block whether it stands in the row of short lines under a line that ends with a colon."""
    led = [False] * len(drafts)
    for index in range(1, len(drafts)):
        above = drafts[index - 1]
        if titles[index - 1] and above.kind is drafts[index].kind:
            led[index] = led[index - 1]
        else:
            led[index] = above.kind in _PROSE and above.text.endswith(":")
    return led


def _looks_like_heading(draft: _Draft) -> bool:
    """Whether a bare title is more than a short line: it is bold or has a number."""
    return draft.raw.emphasised or split_heading_marker(draft.text) is not None


def _has_sibling(drafts: list[_Draft], index: int) -> bool:
    """Whether the item directly above or below counts on in the same way: then it is a list, not a heading."""
    own = drafts[index]
    for place, direction in ((index - 1, -1), (index + 1, 1)):
        other = drafts[place] if 0 <= place < len(drafts) else None
        if other is None or other.kind is not BlockKind.ITEM or other.style != own.style:
            continue
        if (ordinal(other.number) - ordinal(own.number)) * direction >= 0:
            return True
    return False


def _kind_at(drafts: list[_Draft], index: int) -> BlockKind | None:
    return drafts[index].kind if index < len(drafts) else None


def _place(drafts: list[_Draft]) -> tuple[str, tuple[Block, ...]]:
    trail = HeadingTrail([draft.raw.level or 0 for draft in drafts if draft.is_stated])
    nesting = ListNesting()
    blocks: list[Block] = []
    position = 0
    for draft in drafts:
        level = 0
        if draft.kind is BlockKind.ITEM:
            level = nesting.level_of(Marker(draft.number, draft.style, draft.text), draft.raw.indent)
        elif draft.kind in (BlockKind.HEADING, BlockKind.BODY, BlockKind.CELL):
            nesting.reset()
        if not draft.text:
            continue
        path = trail.path
        if draft.kind is BlockKind.HEADING:
            stated = (draft.raw.level or 0) if draft.is_stated else None
            path, level = trail.enter(draft.label, draft.number, stated)
        if draft.kind in (BlockKind.HEADER, BlockKind.FOOTER):
            path = ()
        blocks.append(
            Block(
                kind=draft.kind,
                start=position,
                end=position + len(draft.text),
                page=draft.raw.page,
                level=level,
                number=draft.number,
                heading_path=path,
                source=draft.raw.source,
            )
        )
        position += len(draft.text) + len(SEPARATOR)
    return SEPARATOR.join(draft.text for draft in drafts if draft.text), tuple(blocks)
