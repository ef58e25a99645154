"""Word (.docx) -> raw blocks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from checker.model import BlockKind, ExtractionWarning
from checker.parsing.docx_numbering import Numbering
from checker.parsing.docx_package import check_package
from checker.parsing.docx_styles import ParagraphStyle, Styles, read_numbering, read_outline_level
from checker.parsing.docx_text import ParagraphText, read_paragraph
from checker.parsing.lines import split_at_breaks
from checker.parsing.raw import RawBlock, RawDocument, refuse_too_long

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_POINTS_PER_LEVEL = 20.0
_TWIPS_PER_POINT = 20.0
_CONTAINERS = frozenset(_W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_NOTES = (
    (RELATIONSHIP_TYPE.FOOTNOTES, "footnote"),
    (RELATIONSHIP_TYPE.ENDNOTES, "endnote"),
)


def read_docx(data: bytes, where: str) -> RawDocument:
    """Return headers, body in its own order, notes and footers of a Word document."""
    check_package(data, where)
    document = docx.Document(io.BytesIO(data))
    walk = _Walk(document)
    headers, footers = walk.margins(document)
    body = tuple(walk.blocks(document.element.body))
    notes = tuple(walk.notes())
    blocks = headers + body + notes + footers
    refuse_too_long(sum(len(block.text) for block in blocks), where)
    return RawDocument(blocks, warnings=walk.warnings())


class _Walk:
    """One pass through the document, with the counts of its lists."""

    def __init__(self, document: Any) -> None:
        self._part = document.part
        self._styles = Styles(_related_root(self._part, RELATIONSHIP_TYPE.STYLES))
        self._numbering = Numbering(_related_root(self._part, RELATIONSHIP_TYPE.NUMBERING))
        self._paragraphs = 0
        self._tables = 0
        self._has_changes = False

    def warnings(self) -> tuple[ExtractionWarning, ...]:
        if not self._has_changes:
            return ()
        message = (
            "Dit document bevat bijgehouden wijzigingen. De tekst is gelezen alsof alle wijzigingen zijn "
            "geaccepteerd; accepteer of verwerp ze in Word om zeker te zijn."
        )
        return (ExtractionWarning("tracked_changes", message),)

    def blocks(self, container: Any) -> Iterator[RawBlock]:
        for child in container:
            if child.tag == _W + "p":
                self._paragraphs += 1
                yield from self._paragraph(child, f"paragraph {self._paragraphs}")
            elif child.tag == _W + "tbl":
                yield from self._table(child)
            elif child.tag in _CONTAINERS:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Any, source: str) -> Iterator[RawBlock]:
        properties = paragraph.find(f"{_W}pPr")
        style = self._styles.look_up(_style_id(properties))
        read = read_paragraph(paragraph, self._styles, style_is_bold=style.is_bold)
        self._has_changes |= read.has_changes or _has_changed_mark(properties)
        if read.text.strip():
            yield from self._prose(read, properties, style, source)
        for box in read.text_boxes:
            yield from self.blocks(box)

    def _prose(
        self, read: ParagraphText, properties: Any | None, style: ParagraphStyle, source: str
    ) -> Iterator[RawBlock]:
        text, is_bold = read.text, read.is_bold
        level = read_outline_level(properties) or style.heading_level
        num_id, num_level = read_numbering(properties) or (style.num_id, style.num_level)
        number = self._numbering.next_number(num_id, num_level) if num_id not in ("", "0") else ""
        indent = _left_indent(properties)
        if style.is_contents:
            # Word draws dots where the file has a tab; without them the line would read as a heading.
            yield RawBlock(BlockKind.BODY, text.replace("\t", " ........ "), source=source)
        elif level is not None and level < 10:
            heading = text.replace("\n", " ")
            yield RawBlock(BlockKind.HEADING, heading, level=level, number=number, emphasised=is_bold, source=source)
        elif num_id not in ("", "0") or (style.list_depth is not None and num_id != "0"):
            depth = max(num_level, style.list_depth or 0)
            item = text.replace("\n", " ")
            indent = depth * _POINTS_PER_LEVEL
            yield RawBlock(BlockKind.ITEM, item, number=number, indent=indent, emphasised=is_bold, source=source)
        else:
            for part in split_at_breaks(text):
                yield RawBlock(BlockKind.BODY, part, indent=indent, emphasised=is_bold, source=source)

    def _table(self, table: Any) -> Iterator[RawBlock]:
        self._tables += 1
        name = f"table {self._tables}"
        for row_index, row in enumerate(_inside(table, "tr"), start=1):
            for column_index, cell in enumerate(_inside(row, "tc"), start=1):
                if _is_merged_repeat(cell):
                    continue
                yield from self._cell(cell, f"{name} row {row_index} column {column_index}")

    def _cell(self, cell: Any, source: str) -> Iterator[RawBlock]:
        """One block per cell, its paragraphs joined; a table inside it follows with its own cells."""
        texts: list[str] = []
        nested: list[RawBlock] = []
        for child in _flatten(cell):
            if child.tag == _W + "tbl":
                nested.extend(self._table(child))
                continue
            texts.extend(f"{block.number} {block.text}".strip() for block in self._paragraph(child, source))
        if any(text.strip() for text in texts):
            yield RawBlock(BlockKind.CELL, " ".join(texts), source=source)
        yield from nested

    def margins(self, document: Any) -> tuple[tuple[RawBlock, ...], tuple[RawBlock, ...]]:
        """Return the headers and the footers of all sections, each text once."""
        found: dict[BlockKind, dict[str, None]] = {BlockKind.HEADER: {}, BlockKind.FOOTER: {}}
        for section in document.sections:
            for kind, parts in (
                (BlockKind.HEADER, (section.header, section.first_page_header, section.even_page_header)),
                (BlockKind.FOOTER, (section.footer, section.first_page_footer, section.even_page_footer)),
            ):
                for part in parts:
                    if not part.is_linked_to_previous:
                        texts = [block.text for block in self.blocks(part._element)]
                        found[kind].update(dict.fromkeys(text.replace("\n", " ").strip() for text in texts))
        headers, footers = (
            tuple(RawBlock(kind, text, source=kind.value) for text in found[kind] if text) for kind in found
        )
        self._paragraphs = self._tables = 0
        return headers, footers

    def notes(self) -> Iterator[RawBlock]:
        for relationship, name in _NOTES:
            root = _related_root(self._part, relationship)
            for note in root if root is not None else ():
                if note.get(f"{_W}type", "normal") != "normal":
                    continue
                texts = [block.text for block in self.blocks(note)]
                yield RawBlock(BlockKind.NOTE, " ".join(texts), source=f"{name} {note.get(f'{_W}id', '')}")


def _related_root(part: Any, relationship: str) -> Any | None:
    for related in part.rels.values():
        if related.reltype == relationship and not related.is_external:
            target = related.target_part
            return target.element if hasattr(target, "element") else parse_xml(target.blob)
    return None


def _inside(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those inside a content control."""
    for child in parent:
        if child.tag == _W + name:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _inside(child, name)


def _flatten(container: Any) -> Iterator[Any]:
    for child in container:
        if child.tag in (_W + "p", _W + "tbl"):
            yield child
        elif child.tag in _CONTAINERS:
            yield from _flatten(child)


def _is_merged_repeat(cell: Any) -> bool:
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _style_id(properties: Any | None) -> str:
    style = properties.find(f"{_W}pStyle") if properties is not None else None
    return str(style.get(f"{_W}val") or "") if style is not None else ""


def _has_changed_mark(properties: Any | None) -> bool:
    return properties is not None and any(
        properties.find(f"{_W}rPr/{_W}{change}") is not None for change in ("ins", "del")
    )


def _left_indent(properties: Any | None) -> float:
    indent = properties.find(f"{_W}ind") if properties is not None else None
    if indent is None:
        return 0.0
    left = indent.get(f"{_W}left") or indent.get(f"{_W}start") or "0"
    return int(left) / _TWIPS_PER_POINT if left.lstrip("-").isdigit() else 0.0
