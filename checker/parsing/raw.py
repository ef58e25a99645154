"""What a reader of one format hands to `assembling`: a guess per block, before the shared decisions."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from checker.errors import DocumentError
from checker.model import BlockKind, ExtractionWarning

MAX_CHARACTERS = 5_000_000
MAX_PAGES = 2_000

_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A paragraph as one format shows it, its typed marker ("1.", "•") still in the text."""

    kind: BlockKind
    text: str
    page: int | None = None
    level: int | None = None
    """Headings only: the level the format states, 0 for a title; None when it is not known."""
    number: str = ""
    """Marker that the format keeps outside the text (Word numbering, Markdown lists), as a reader sees it."""
    indent: float = 0.0
    """Points from the left; only compared with that of other items of the same document."""
    emphasised: bool = False
    """The whole paragraph is bold."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class RawDocument:
    """All blocks of one file, in reading order, with what could not be read."""

    blocks: tuple[RawBlock, ...]
    pages: int | None = None
    warnings: tuple[ExtractionWarning, ...] = ()


def clean_text(text: str) -> str:
    """Return the text of one block with single spaces, composed accents and nothing invisible.

    Apostrophes and quotation marks stay as they are; ligatures ("ﬁ") become letters.
    """
    visible = text.translate(_INVISIBLE).translate(_LIGATURES)
    return " ".join(_CONTROL.sub(" ", unicodedata.normalize("NFC", visible)).split())


def refuse_too_long(characters: int, where: str) -> None:
    """Raise `DocumentError` when a document holds more text than can be checked."""
    if characters > MAX_CHARACTERS:
        raise DocumentError(
            "Dit bestand bevat te veel tekst (meer dan 5 miljoen tekens).",
            where=where,
            fix="Splits het document en lever de delen apart aan.",
        )
