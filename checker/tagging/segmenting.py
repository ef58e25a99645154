"""Document -> clauses: sentences, list items with their lead-in, run-in labels. Structure first, no model.

"Het is niet toegestaan om:" introduces the items under it; a nested list hangs on its item. A heading, a
header cell and a run-in label ("Collega's: Respecteer elkaar.") are one clause whatever their points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Block, BlockKind, Document
from checker.tagging.sentences import sentences
from checker.tagging.tables import header_cells

__all__ = ["Segment", "segment", "sentences"]

_LABEL = re.compile(r"([^.:;!?\"“]{2,60}):\s+(?=\S)")
_LABEL_WORDS = 6
_MOST_WORDS = 400
"""No sentence of a policy is longer; a longer one is a text that lost its full stops."""
_WORD = re.compile(r"[^\W_]+(?:['’.\-:&][^\W_]+)*")
_SENTENCE_WORDS = frozenset(
    (
        "wordt worden verstaan verstaat bedoelen geldt gelden moet moeten mag mogen dient dienen dat betekent luidt "
        "luidde zegt zei bepaalt stelt schrijft staat heeft hebben kunt kunnen krijgt"
    ).split()
)
"""A label with one of these is the head of a sentence: "Onder sociale media wordt verstaan: Facebook"."""

_NAMES = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’&.-]*|\[[^\]]*\]|van|de|den|der|het|ten|ter|en|of|\d[\w.:-]*)"
    r"(?:[ ,/+]+(?:[A-ZÀ-Þ][\w'’&.-]*|\[[^\]]*\]|van|de|den|der|het|ten|ter|en|of|\d[\w.:-]*))*[.;]?"
)
"""Nothing but names, numbers and gaps: "Facebook, Instagram en X", "Marijke de Wit, 4410", "[naam]"."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A clause before it is tagged. `is_label`: a run-in heading such as "Collega's:" at the head of a block."""

    start: int
    end: int
    block: int
    lead_in: int | None
    list_id: int
    section: int
    is_label: bool = False


def segment(document: Document) -> list[Segment]:
    """The clauses of a document in text order; headings and labels are segments too."""
    return list(_Segmenter(document).run())


class _Segmenter:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._count = 0
        self._section = -1
        self._lists = 0
        self._open: list[tuple[int, int | None, int]] = []
        """Open lists, outermost first: level, lead-in, list id."""
        self._last: tuple[Block, int] | None = None
        """The block before this one and the index of its last segment."""

    def run(self) -> Iterator[Segment]:
        headers = header_cells(self._document)
        for index, block in enumerate(self._document.blocks):
            if block.kind is BlockKind.HEADING:
                self._section = index
            lead_in, list_id = self._list_place(block)
            is_whole = index in headers or block.kind in (BlockKind.HEADING, BlockKind.HEADER, BlockKind.FOOTER)
            for start, end, is_label in _pieces(self._document.text, block, is_whole=is_whole):
                yield Segment(start, end, index, lead_in, list_id, self._section, is_label)
                self._count += 1
            self._last = (block, self._count - 1)

    def _list_place(self, block: Block) -> tuple[int | None, int]:
        if block.kind is not BlockKind.ITEM:
            self._open.clear()
            return None, -1
        while self._open and self._open[-1][0] > block.level:
            self._open.pop()
        if not self._open or self._open[-1][0] < block.level:
            self._lists += 1
            self._open.append((block.level, self._lead_in(), self._lists - 1))
        _, lead_in, list_id = self._open[-1]
        return lead_in, list_id

    def _lead_in(self) -> int | None:
        """The segment that introduces a list that starts here: a line with a colon, or the heading itself."""
        if self._last is None:
            return None
        before, index = self._last
        ends_open = self._document.text[before.start : before.end].rstrip().endswith((":", "…", "..."))
        inherited = self._open[-2][1] if len(self._open) > 1 else (self._open[-1][1] if self._open else None)
        if ends_open or before.kind is BlockKind.HEADING:
            return index
        return inherited


def _pieces(text: str, block: Block, *, is_whole: bool) -> Iterator[tuple[int, int, bool]]:
    """(start, end, is_label) of each clause in a block; `is_whole`: the block is one clause."""
    start = block.start
    if is_whole:
        for begin, end in _cut(text, block.start, block.end):
            yield begin, end, False
        return
    if label := _label(text, block):
        yield block.start, label, True
        start = label + len(text[label : block.end]) - len(text[label : block.end].lstrip())
    for sentence in sentences(text, start, block.end):
        for begin, end in _cut(text, *sentence):
            yield begin, end, False


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span in pieces of at most _MOST_WORDS words: a text without stops must not cost the square of its length."""
    if end - start > 2 * _MOST_WORDS:
        for number, word in enumerate(_WORD.finditer(text, start, end)):
            if number and number % _MOST_WORDS == 0:
                yield start, start + len(text[start : word.start()].rstrip())
                start = word.start()
    yield start, end


def _label(text: str, block: Block) -> int | None:
    """End of a run-in label with its colon: "Collega's: Plaats nooit …"; None without one.

    What follows is a new sentence. After "Fout:" a quotation belongs to it, and after "Vertrouwenspersoon:" a name.
    """
    match = _LABEL.match(text, block.start, block.end)
    if match is None or len(match[1].split()) > _LABEL_WORDS:
        return None
    if not _SENTENCE_WORDS.isdisjoint(match[1].lower().split()):
        return None
    following = text[match.end() : block.end]
    if not (following[0].isupper() or following[0] == "[") or _NAMES.fullmatch(following):
        return None
    return match.end(1) + 1
