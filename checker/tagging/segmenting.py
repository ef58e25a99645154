"""Document -> clauses: sentences, list items with their lead-in, run-in labels. Structure first, no model.

A sentence ends at a full stop before a capital, not after an abbreviation; a semicolon ends a clause
too. "Het is niet toegestaan om:" introduces the items under it; a nested list hangs on its item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model import Block, BlockKind, Document

_ABBREVIATIONS = frozenset(
    (
        "aanh afd art artt bijv blz bv ca cf cq ca. d.d dd dhr div dr drs e.d ed e.v ev enz etc excl fig ft "
        "hfdst i.c i.o i.p.v i.s.m i.v.m ing incl inz ir jhr jl kol lid m.a.w m.b.t m.i m.i.v m.n m.u.v max "
        "mevr mgr min mr mrs mw n.a.v nl nr nrs o.a o.b.v o.g.v o.l.v o.m par pag p.p prof red resp s.v.p st "
        "t.a.v t.b.v t.g.v t.m t.o.v t.z.t tel vb vgl vlg vnl volgnr vs z.g zgn zo.n d.m.v d.w.z a.u.b b.v jo"
    ).split()
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-ZÀ-ÖØ-Þ0-9])|;\s+")
_LAST_WORD = re.compile(r"([A-Za-zÀ-ÿ.]+)[.!?…]+[\"'”’»)\]]*\s+$")
_DOT_LEADERS = re.compile(r"(?:\.\s?){4,}$")
_LABEL = re.compile(r"([^.:;!?\"“]{2,60}):\s+(?=\S)")
_LABEL_WORDS = 6
_SENTENCE_WORDS = frozenset(
    "wordt worden verstaan verstaat geldt gelden moet moeten mag mogen dient dienen dat".split()
)
"""A label with one of these is the head of a sentence: "Onder sociale media wordt verstaan: Facebook"."""


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
        for index, block in enumerate(self._document.blocks):
            if block.kind is BlockKind.HEADING:
                self._section = index
            lead_in, list_id = self._list_place(block)
            for start, end, is_label in _pieces(self._document.text, block):
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


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int, bool]]:
    """(start, end, is_label) of each clause in a block."""
    start = block.start
    if block.kind in (BlockKind.HEADING, BlockKind.HEADER, BlockKind.FOOTER):
        yield block.start, block.end, False
        return
    if label := _label(text, block):
        yield block.start, label, True
        start = label + len(text[label : block.end]) - len(text[label : block.end].lstrip())
    for begin, end in sentences(text, start, block.end):
        yield begin, end, False


def _label(text: str, block: Block) -> int | None:
    """End of a run-in label with its colon: "Collega's: Plaats nooit …"; None without one."""
    match = _LABEL.match(text, block.start, block.end)
    if match is None or len(match[1].split()) > _LABEL_WORDS:
        return None
    following = text[match.end()]
    if not _SENTENCE_WORDS.isdisjoint(match[1].lower().split()):
        return None
    if following.isupper() or following in "\"'“‘[":
        return match.end(1) + 1
    return None


def sentences(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Half-open spans of the sentences in `text[start:end]`, without white space around them.

    Handles: "o.a. foto's", "art. 7 Grondwet", 'een zin." Dit', "regel een; regel twee".
    """
    spans = []
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if _goes_on(text[begin : match.end()]):
            continue
        spans.append((begin, match.end()))
        begin = match.end()
    spans.append((begin, end))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _goes_on(piece: str) -> bool:
    """Whether the full stop at the end of `piece` ends no sentence: an abbreviation, an initial or dot leaders."""
    if _DOT_LEADERS.search(piece):
        return True
    match = _LAST_WORD.search(piece)
    if match is None or piece.rstrip().endswith((";", "!", "?")):
        return False
    word = match[1].rstrip(".").lower()
    return word in _ABBREVIATIONS or (len(word) == 1 and match[1][0].isupper())


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
