"""Markdown -> raw blocks, with the marks taken out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from checker.model import BlockKind
from checker.parsing.lines import find_wrap_width, split_at_breaks, starts_paragraph
from checker.parsing.raw import RawBlock, RawDocument
from checker.parsing.shapes import is_title_like

_POINTS_PER_LEVEL = 20.0
_HTML_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HTML_TAG = re.compile(
    r"</?(?:a|b|i|u|p|em|ol|ul|li|td|th|tr|hr|sup|sub|div|span|font|strong|small|center|table|tbody|thead|img)\b[^<>]*>",
    re.IGNORECASE,
)
"""Only tags of HTML: "<naam organisatie>" is a place to fill in and stays."""
_MARKED_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]*(?=[^\W_]|§)", re.MULTILINE)
_FEWEST_HEADINGS = 3
"""So many marked headings make a text Markdown; one or two may be left over from a paste."""
_FENCE = re.compile(r"\s*(```|~~~)")
_UNDERLINE = re.compile(r"\s{0,3}(-{2,}|=+)\s*$")
_RULER = re.compile(r"\s{0,3}([-*_])(?:\s*\1){2,}\s*$")
_LIST_LINE = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")


def is_markdown(text: str) -> bool:
    """Whether a text that is not called Markdown is written in it: its headings carry its marks throughout."""
    return len(_MARKED_HEADING.findall(text)) >= _FEWEST_HEADINGS


def read_markdown(text: str) -> RawDocument:
    """Return the blocks of a Markdown text (CommonMark with tables); rulers ("---") are left out."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    spaced = _MARKED_HEADING.sub(lambda mark: mark.group().strip() + " ", _drop_comments(text))
    lines, origins = _separate_paragraphs(spaced)
    return RawDocument(tuple(_Walk(parser.parse("\n".join(lines)), origins).blocks()))


def _drop_comments(text: str) -> str:
    """Return the text without `<!-- -->`, on as many lines; a comment that never ends is text."""
    kept: list[str] = []
    place = 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept += [text[place:start], "\n" * text.count("\n", start, end)]
        place = end + len("-->")
    return "".join([*kept, text[place:]])


def _separate_paragraphs(text: str) -> tuple[list[str], list[int]]:
    """Return the lines with a blank one where a paragraph starts without, and per line its number in the file.

    Text pasted from a chat or a web page has one line per paragraph and no blank lines; CommonMark would glue these
    together, and would make a heading of the last line above a ruler.
    """
    lines = text.expandtabs(4).splitlines()
    width = find_wrap_width([line for line in lines if not line.lstrip().startswith("|")])
    separated: list[str] = []
    origins: list[int] = []
    in_fence = False
    paragraph_length = 0
    for number, line in enumerate(lines, start=1):
        before = separated[-1] if separated else ""
        is_fence = bool(_FENCE.match(line))
        paragraph_length = paragraph_length + 1 if before.strip() else 0
        is_joined = not in_fence and not is_fence and line.strip() and before.strip()
        if is_joined and _needs_blank_line(line, before, width=width, is_first=paragraph_length == 1):
            separated.append("")
            origins.append(number)
            paragraph_length = 0
        in_fence ^= is_fence
        separated.append(line)
        origins.append(number)
    return separated, origins


def _needs_blank_line(line: str, before: str, *, width: int | None, is_first: bool) -> bool:
    if "|" in line and "|" in before:
        return False
    if _UNDERLINE.match(line) and is_title_like(before):
        return False
    if _RULER.match(line) or _UNDERLINE.match(before):
        return True
    if len(line) - len(line.lstrip()) >= 4 and not _LIST_LINE.match(line):
        return False
    return starts_paragraph(line, before, width=width, is_first=is_first)


class _Walk:
    """One pass over the tokens, keeping the open lists."""

    def __init__(self, tokens: Sequence[Token], origins: Sequence[int]) -> None:
        self._tokens = tokens
        self._origins = origins
        self._depth = 0
        self._number: str | None = None
        """Marker of the item whose first paragraph is still to come; None outside."""
        self._cell = [0, 0, 0]

    def blocks(self) -> Iterator[RawBlock]:
        for index, token in enumerate(self._tokens):
            if token.type in ("bullet_list_open", "ordered_list_open"):
                self._depth += 1
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                self._depth -= 1
            elif token.type == "list_item_open":
                self._number = token.info + token.markup if token.info else ""
            elif token.type == "list_item_close":
                self._number = None
            elif token.type in ("table_open", "tr_open", "td_open", "th_open"):
                self._count_cell(token.type)
            elif token.type in ("fence", "code_block"):
                yield from self._code(token)
            elif token.type == "inline":
                yield from self._inline(token, self._tokens[index - 1])

    def _count_cell(self, opened: str) -> None:
        depth = ("table_open", "tr_open").index(opened) if opened in ("table_open", "tr_open") else 2
        self._cell[depth] += 1
        for deeper in range(depth + 1, 3):
            self._cell[deeper] = 0

    def _code(self, token: Token) -> Iterator[RawBlock]:
        for line in token.content.splitlines():
            yield RawBlock(BlockKind.BODY, line, source=self._source(token))

    def _inline(self, token: Token, opened: Token) -> Iterator[RawBlock]:
        text = _plain_text(token.children or [])
        emphasised = _is_all_strong(token.children or [])
        if opened.type == "heading_open":
            level = int(opened.tag.removeprefix("h"))
            yield RawBlock(BlockKind.HEADING, text.replace("\n", " "), level=level, source=self._source(token))
        elif opened.type in ("td_open", "th_open"):
            table, row, column = self._cell
            place = f"table {table} row {row} column {column}"
            yield RawBlock(BlockKind.CELL, text.replace("\n", " "), source=place)
        elif self._number is not None:
            number, self._number = self._number, None
            indent = self._depth * _POINTS_PER_LEVEL
            yield RawBlock(
                BlockKind.ITEM,
                text.replace("\n", " "),
                number=number,
                indent=indent,
                emphasised=emphasised,
                source=self._source(token),
            )
        else:
            for part in split_at_breaks(text):
                yield RawBlock(BlockKind.BODY, part, emphasised=emphasised, source=self._source(token))

    def _source(self, token: Token) -> str:
        return f"line {self._origins[token.map[0]]}" if token.map else ""


def _plain_text(children: Sequence[Token]) -> str:
    """Return the text of one paragraph; a newline only where the writer forced one."""
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "image":
            parts.append(_plain_text(child.children or []))
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
    return _HTML_TAG.sub("", _HTML_BREAK.sub("\n", "".join(parts)))


def _is_all_strong(children: Sequence[Token]) -> bool:
    depth = 0
    seen = False
    for child in children:
        depth += child.nesting if child.type.startswith("strong") else 0
        if child.content.strip() and child.type in ("text", "code_inline"):
            if not depth:
                return False
            seen = True
    return seen
