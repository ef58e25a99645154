"""What the styles of a Word document say of a paragraph: heading, list, bold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING_NAME = re.compile(r"(?:heading|kop|header|überschrift|titre)\s*([1-9])\b", re.IGNORECASE)
_TITLE_NAME = re.compile(r"(?:title|titel)$", re.IGNORECASE)
_LIST_NAME = re.compile(r"(?:list (?:bullet|number)|lijst(?:opsom|nummer)|opsomming)\D*(\d?)", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"(?:toc|inhopg|inhoud)\s*\d", re.IGNORECASE)
_FALSE = {"0", "false", "off", "none"}
_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One style with what it takes over from the styles it is based on."""

    heading_level: int | None = None
    """1 and up, 0 for the title; None when it is no heading."""
    list_depth: int | None = None
    is_contents: bool = False
    is_bold: bool = False
    num_id: str = ""
    num_level: int = 0


class Styles:
    """The styles of one document by their id."""

    def __init__(self, root: Any | None) -> None:
        """`root` is the root element of styles.xml, or None."""
        self._elements: dict[str, Any] = {}
        self._default = ""
        self._known: dict[str, ParagraphStyle] = {}
        for style in root.iterfind(f"{_W}style") if root is not None else ():
            style_id = style.get(f"{_W}styleId", "")
            self._elements[style_id] = style
            if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in {"1", "true"}:
                self._default = style_id

    def look_up(self, style_id: str) -> ParagraphStyle:
        """Return what a style means; an unknown id means the default style."""
        key = style_id if style_id in self._elements else self._default
        if key not in self._known:
            self._known[key] = self._describe(key)
        return self._known[key]

    def _describe(self, style_id: str) -> ParagraphStyle:
        chain = self._chain(style_id)
        names = [_val(style, "name") for style in chain]
        bold = next((flag for style in chain if (flag := read_flag(style.find(f"{_W}rPr"), "b")) is not None), False)
        numbering = next((found for style in chain if (found := read_numbering(style.find(f"{_W}pPr")))), ("", 0))
        list_match = next((match for name in names[:1] if (match := _LIST_NAME.match(name))), None)
        return ParagraphStyle(
            heading_level=_heading_level(chain, names),
            list_depth=max(0, int(list_match.group(1) or 1) - 1) if list_match else None,
            is_contents=any(_CONTENTS_NAME.match(name) for name in names),
            is_bold=bold,
            num_id=numbering[0],
            num_level=numbering[1],
        )

    def _chain(self, style_id: str) -> list[Any]:
        chain: list[Any] = []
        while style_id in self._elements and len(chain) < _MAX_CHAIN:
            chain.append(self._elements[style_id])
            style_id = _val(chain[-1], "basedOn")
        return chain


def _heading_level(chain: list[Any], names: list[str]) -> int | None:
    for style, name in zip(chain, names, strict=True):
        if _CONTENTS_NAME.match(name):
            return None
        outline = read_outline_level(style.find(f"{_W}pPr"))
        if outline is not None:
            return outline if outline < 10 else None
        match = _HEADING_NAME.match(name)
        if match:
            return int(match.group(1))
        if _TITLE_NAME.match(name):
            return 0
    return None


def read_outline_level(properties: Any | None) -> int | None:
    """Return the outline level of paragraph properties, 1 and up; 10 is body text, None is not stated."""
    if properties is None:
        return None
    text = _val(properties, "outlineLvl")
    return int(text) + 1 if text.isdigit() else None


def read_numbering(properties: Any | None) -> tuple[str, int] | None:
    """Return the list id and level of paragraph properties; id "0" means: taken out of the list."""
    numbering = properties.find(f"{_W}numPr") if properties is not None else None
    if numbering is None:
        return None
    level = _val(numbering, "ilvl")
    return _val(numbering, "numId"), int(level) if level.isdigit() else 0


def read_flag(properties: Any | None, name: str) -> bool | None:
    """Return an on/off property such as bold; None when it is not stated."""
    flag = properties.find(f"{_W}{name}") if properties is not None else None
    return None if flag is None else flag.get(f"{_W}val", "1").lower() not in _FALSE


def _val(parent: Any, name: str) -> str:
    child = parent.find(f"{_W}{name}")
    return str(child.get(f"{_W}val") or "") if child is not None else ""
