"""The text of one Word paragraph as a reader sees it: insertions in, deletions and field codes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from checker.parsing.docx_styles import Styles, read_flag

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = frozenset(
    [*(_W + name for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")), _MC + "Fallback"]
)
_CHANGES = frozenset(_W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_HYPHENS = {_W + "noBreakHyphen": "-", _W + "softHyphen": "\u00ad"}
_TEXT_BOX = _W + "txbxContent"


@dataclass(slots=True)
class ParagraphText:
    """What one paragraph holds; a newline stands for a line break that the writer typed."""

    text: str = ""
    is_bold: bool = False
    has_changes: bool = False
    text_boxes: list[Any] = field(default_factory=list)


def read_paragraph(paragraph: Any, styles: Styles, *, style_is_bold: bool) -> ParagraphText:
    """Return the visible text of a `w:p` element."""
    result = ParagraphText()
    parts: list[str] = []
    all_bold = True
    for piece, run_properties in _pieces(paragraph, None, result):
        parts.append(piece)
        if piece.strip() and all_bold:
            all_bold = _is_bold(run_properties, styles, style_is_bold=style_is_bold)
    result.text = "".join(parts)
    result.is_bold = all_bold and bool(result.text.strip())
    return result


def _pieces(element: Any, run_properties: Any | None, result: ParagraphText) -> Iterator[tuple[str, Any | None]]:
    for child in element:
        tag = child.tag
        if tag in _CHANGES:
            result.has_changes = True
        if tag in _SKIPPED:
            continue
        if tag == _TEXT_BOX:
            result.text_boxes.append(child)
        elif tag == _W + "t":
            yield child.text or "", run_properties
        elif tag in _HYPHENS:
            yield _HYPHENS[tag], run_properties
        elif tag in (_W + "tab", _W + "ptab"):
            yield "\t", run_properties
        elif tag in (_W + "br", _W + "cr"):
            yield "\n" if child.get(f"{_W}type", "textWrapping") == "textWrapping" else " ", run_properties
        elif tag == _W + "sym":
            # A symbol font has no letters; at the start of a paragraph it is a bullet.
            yield "• ", run_properties
        elif tag == _W + "r":
            properties = child.find(f"{_W}rPr")
            if not read_flag(properties, "vanish"):
                yield from _pieces(child, properties, result)
        elif isinstance(tag, str):
            yield from _pieces(child, run_properties, result)


def _is_bold(properties: Any | None, styles: Styles, *, style_is_bold: bool) -> bool:
    stated = read_flag(properties, "b")
    if stated is not None:
        return stated
    run_style = properties.find(f"{_W}rStyle") if properties is not None else None
    if run_style is not None and styles.look_up(str(run_style.get(f"{_W}val") or "")).is_bold:
        return True
    return style_is_bold
