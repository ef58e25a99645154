"""What parsing gives: a document and its blocks."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.closed_lists import BlockKind


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table cell; its marker ("3.2", "a.", "•") is not in the text."""

    kind: BlockKind
    start: int
    end: int
    page: int | None = None
    """None where the format has no pages."""
    level: int = 0
    """Heading: 1 and up. Item: nesting depth, 0 is outermost."""
    number: str = ""
    """As written: "3.2", "a)", "Artikel 4"; empty for a bullet."""
    heading_path: tuple[str, ...] = ()
    """Headings above this block, outermost first, each with its number ("2. Gedrag")."""
    source: str = ""
    """Where in the file: "paragraph 12", "page 2 line 8"."""


@dataclass(frozen=True, slots=True)
class ExtractionWarning:
    """Something that could not be read, or was read with loss."""

    code: str
    message: str
    """Dutch, for the reader of the report; holds no text of the document."""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    path: str
    """As the user gave it, with forward slashes; never made absolute."""
    sha256: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    """In reading order, not overlapping; text outside blocks is white space only."""
    pages: int | None = None
    warnings: tuple[ExtractionWarning, ...] = ()
