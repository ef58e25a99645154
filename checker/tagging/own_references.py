"""References to the document's own articles and annexes, and to other documents of the organisation.

"artikel 3 van dit reglement", "zie bijlage 2", "volgens het privacyreglement". Laws are read by `referencing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checker.model import BlockKind, Clause, Document, Flag, OwnReference, Reference
from checker.tagging.articles import caseless

_NUMBER = r"\d{1,3}(?:[.]\d{1,3}){0,3}(?:[a-z]\b)?|[IVX]{1,5}\b|[A-Z]\b"
_AND = r"(?:\s?,\s?|\s(?:en|of|t/m|tot\sen\smet)\s|\s?[-–]\s?)"
_PART = caseless(
    rf"\b(?P<sort>artikel(?:en)?|art\.|hoofdstuk(?:ken)?|paragra(?:af|fen)|§)\s(?P<numbers>\d{{1,3}}(?:[.]\d{{1,3}}){{0,3}}"
    rf"[a-z]?(?:{_AND}\d{{1,3}}(?:[.]\d{{1,3}}){{0,3}}[a-z]?(?!\w)){{0,8}})(?![\w:])"
)
_TAIL = caseless(
    r"(?:,?\s(?:(?:eerste|tweede|derde|vierde|vijfde|zesde)\slid|lid\s\d{1,2}|onder(?:deel)?\s[a-z]\b|sub\s[a-z]\b|"
    r"aanhef|\(\d\)))*"
)
_OF_THIS = caseless(
    r",?\s(?:van|uit|in)\s(?:(?:dit|deze|het\sonderhavige|de\sonderhavige)\s(?!(?:wet|verordening|cao)\b)|"
    r"(?:ons|onze)\s\w{0,20}(?:beleid|reglement|regeling|protocol|code|statuut|boekje|handboek|gids)\b)"
)
_OF_ANOTHER = caseless(
    r",?\s{0,2}(?:(?:van|uit|in|bij|der)\s(?:de|het|een|ons|onze|uw|je|jouw|zijn|haar|hun|die|dat|boek|titel)\b|(?-i:[A-Z][A-Za-z]*[A-Z])"
    r"|\(?(?:cao|statuten|arbeidsovereenkomst)\b|\w*(?:wet|wetboek|verordening|besluit|verdrag|richtlijn|cao)\b)"
)
_ELSEWHERE = caseless(r"\b\w*(?:wet|wetboek|verordening|verdrag|cao|statuten|grondwet|avg|uavg|wor|bw)\b")
_ANNEX = caseless(rf"\b(?P<this>deze\s)?bijlagen?\s(?:nr\.?\s|nummer\s)?(?P<number>{_NUMBER})(?!\w)")
_THE_ANNEX = caseless(
    r"\b(?:zie|(?:opgenomen|genoemd|vermeld|beschreven|omschreven|uitgewerkt|vastgelegd|toegevoegd|te\svinden|staat|staan)"
    r"\s(?:in|als)|conform|volgens|overeenkomstig)\s(?:ook\s)?(?:de\s|een\s|onze\s)?(?P<annex>bijlagen?)\b(?!\s(?:bij|van|"
    r"in|uit)\s(?:de|het|een|uw|je|jouw)\b)"
)
_ANNEX_TO_THIS = caseless(r"\b(?P<annex>bijlagen?)\s(?:bij|van)\s(?:dit|deze|ons|onze)\b")
_NOT_OWN_ANNEX = caseless(r"\s(?:bij|van|uit)\s(?:de|het|een|uw|je|jouw)\s")
_DOCUMENT = caseless(
    r"\b(?:het|de|ons|onze|een|ook)\s(?:geldende\s|interne\s|eigen\s|aparte\s|afzonderlijke\s)?"
    r"(?P<name>[a-zé&-]{2,30}(?:protocol|reglement|regeling|statuut|beleid|gedragscode|procedure|richtlijn|handboek|"
    r"convenant|beleidsplan))\b"
)
_POINTING = caseless(
    r"\b(?:zie|volgens|conform|overeenkomstig|van\stoepassing|vastgelegd|opgenomen|beschreven|omschreven|uitgewerkt|geregeld|"
    r"bedoeld|geldt|gelden|naast|in\shet\skader|op\sgrond|te\svinden|staat|staan|raadpleeg|lees|verwijzen|verwezen|nader)\b"
)
_ANNEX_TITLE = caseless(rf"^\W{{0,3}}(?:bijlage|annex|appendix)(?:\s(?:nr\.?\s)?(?P<number>{_NUMBER}))?(?!\w)")
_NUMBERED_TITLE = caseless(
    r"^\W{0,3}(?:artikel|art\.|hoofdstuk|paragraaf|§)?\s?(?P<number>\d{1,3}(?:[.]\d{1,3}){0,3}[a-z]?)\b"
)
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_LONGEST_TITLE = 100
_MOST_NUMBERS = 40
"""A list of this many articles, or "1 t/m 300", is looked up no further."""


class OwnParts:
    """The numbered parts and annexes of one document, and its own name."""

    def __init__(self, document: Document) -> None:
        self.numbers: set[str] = set()
        self.annexes: set[str] = set()
        self.has_annex = False
        self._titles: list[str] = [re.sub(r"[\W_]", "", document.name.rsplit(".", 1)[0]).lower()]
        for block in document.blocks:
            text = document.text[block.start : min(block.end, block.start + 160)]
            self._read(text, block.number, is_title=block.kind is BlockKind.HEADING)
            is_title = block.start == 0 and len(text) < _LONGEST_TITLE and not text.rstrip().endswith((".", ";", "?"))
            if block.kind is BlockKind.HEADING or is_title:
                self._titles.append(re.sub(r"[\W_]", "", text).lower())

    def _read(self, text: str, number: str, *, is_title: bool) -> None:
        annex = _ANNEX_TITLE.match(f"{number} {text}" if number.lower().startswith("bijlage") else text)
        if annex and (is_title or len(text) < _LONGEST_TITLE):
            self.has_annex = True
            self.annexes.add(_annex_number(annex["number"] or ""))
        if numbered := _NUMBERED_TITLE.match(number):
            self.numbers.add(numbered["number"].lower())
        if is_title and (titled := _NUMBERED_TITLE.match(text)):
            self.numbers.add(titled["number"].lower())

    @property
    def is_numbered(self) -> bool:
        """Whether the document numbers its parts, so that a missing number means something."""
        return len(self.numbers) > 1

    def holds(self, number: str) -> bool:
        """Whether a part has this number: "3.2" is held by a part 3.2 or by an article 3 with members."""
        first = number.lower().split(".")[0]
        return number.lower() in self.numbers or first in {held.split(".")[0] for held in self.numbers}

    def is_named(self, name: str) -> bool:
        """Whether the document, or a part of it, bears this name."""
        bare = re.sub(r"[\W_]", "", name).lower()
        return any(bare in title for title in self._titles)


def find_own_references(
    document: Document, clauses: Sequence[Clause], laws: Iterable[Reference]
) -> Iterator[OwnReference]:
    """The references of a document to itself and to sister documents, in text order.

    `laws` are the references to laws: what stands in one of them is not the document's own. Headings, contents lines
    and quotations refer to nothing. A number is missing only where the clause says "van dit beleid", or where the
    document numbers its parts.
    """
    parts = OwnParts(document)
    taken: dict[int, list[tuple[int, int]]] = {}
    for law in laws:
        taken.setdefault(law.clause, []).append((law.start, law.end))
    for clause in clauses:
        if {Flag.HEADING, Flag.CONTENTS, Flag.QUOTATION, Flag.HISTORY} & set(clause.flags):
            continue
        text = document.text[clause.start : clause.end]
        found = [*_parts(text, parts), *_annexes(text, parts), *_documents(text, parts)]
        for sort, target, is_found, start, end in sorted(found, key=lambda item: item[3]):
            spans = taken.get(clause.index, ())
            if not any(first < clause.start + end and clause.start + start < last for first, last in spans):
                written = text[start:end]
                yield OwnReference(
                    sort, target, is_found, written, clause.index, clause.start + start, clause.start + end
                )


_Found = tuple[str, str, bool, int, int]


def _parts(text: str, parts: OwnParts) -> Iterator[_Found]:
    for match in _PART.finditer(text):
        tail = _TAIL.match(text, match.end())
        end = tail.end() if tail else match.end()
        is_own = _OF_THIS.match(text, end) is not None
        if not is_own and (_OF_ANOTHER.match(text, end) or _ELSEWHERE.search(text) or not parts.is_numbered):
            continue
        word = match["sort"].lower()
        sort = "hoofdstuk" if word.startswith("hoofdstuk") else "paragraaf" if word[0] in "p§" else "artikel"
        for number in re.findall(r"\d{1,3}(?:[.]\d{1,3})*[a-z]?", match["numbers"])[:_MOST_NUMBERS]:
            yield sort, number, parts.holds(number), match.start(), match.end()


def _annexes(text: str, parts: OwnParts) -> Iterator[_Found]:
    for match in _ANNEX.finditer(text):
        if (
            not match["this"]
            and not _NOT_OWN_ANNEX.match(text, match.end())
            and not _ELSEWHERE.search(text, match.end())
        ):
            number = _annex_number(match["number"])
            yield "bijlage", match["number"], number in parts.annexes, match.start(), match.end()
    for pattern in (_THE_ANNEX, _ANNEX_TO_THIS):
        for match in pattern.finditer(text):
            if not _ANNEX.match(text, match.start("annex")):
                yield "bijlage", "", parts.has_annex, match.start("annex"), match.end("annex")


def _documents(text: str, parts: OwnParts) -> Iterator[_Found]:
    if not _POINTING.search(text):
        return
    for match in _DOCUMENT.finditer(text):
        name = match["name"].lower()
        if not re.match(r"(?:dit|deze|ons|onze|het|de)\b", name) and not parts.is_named(name):
            yield "stuk", name, False, match.start("name"), match.end("name")


def _annex_number(written: str) -> str:
    lowered = written.lower()
    return _ROMAN.get(lowered, lowered)
