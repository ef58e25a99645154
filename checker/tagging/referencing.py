"""References to laws, treaties and judgments in a clause, normalised to the registry in `rules/wetten.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from checker.model import Law, Reference
from checker.tagging.articles import (
    ORDINAL,
    WORD_ARTICLE,
    Place,
    article_phrase,
    bare_number,
    book_phrase,
    caseless,
    tail_behind_law,
)
from checker.tagging.law_names import UNKNOWN_LAW, LawName, LawNames, name_beside_article

JUDGMENT = "ECLI"
_BOOKS = {"6": "BW6", "7": "BW7"}
_CIVIL_CODE = ("BW", "BW6", "BW7")
_FIRST_ARTICLE = {"AW1929": 100, "AUW": 18}
"""Laws that share a short name with another are told apart by the number: "art. 125a AW" is the old one."""

_ECLI = re.compile(r"\bECLI:[A-Z]{2}:[A-Z]{1,12}:\d{4}:[A-Z0-9.]{0,40}[A-Z0-9]")
_START = caseless(
    rf"(?<![\w-])(?:(?P<article>{WORD_ARTICLE}(?=[\s\d]))"
    rf"|(?P<member>{ORDINAL}(?=\s(?:lid\b|en\s))|(?:lid|sub|onder|onderdeel|letter)(?=\s(?:\d|[a-z]\b)))"
    rf"|(?P<book>boek(?=\s(?:\d|zes|zeven)))|(?P<bare>\d(?=[\w:.]{{0,20}}[\s,(])))"
)
_ADJECTIVE = caseless(
    r"(?:(?:inmiddels|toen)\s)?(?:oude|voormalige|vroegere|vervallen|ingetrokken|toenmalige|nieuwe|Nederlandse|huidige|"
    r"geldende|Europese|Belgische|Vlaamse|Duitse|Franse|Britse|Amerikaanse|Zwitserse|Luxemburgse|Ierse)\s"
)
_ABROAD = caseless(r"\b(?:Belgische|Vlaamse|Duitse|Franse|Britse|Amerikaanse|Zwitserse|Luxemburgse|Ierse)\s$")
"""Before a law's name: the law of another country, which the registry does not hold."""
_TO_LAW = caseless(
    r"(?:\s\([^()]{1,60}\)(?!,))?(?:\s{0,2},)?\s{0,2}(?:(?:van|uit|in|der|v\.)\s{1,2})?(?:(?:de|het|onze)\s{1,2})?"
)
_BRACKET = caseless(
    r"\s{0,2}\(\s?(?:(?:hierna|verder|ook|afgekort|kortweg|oftewel|ofwel|in\shet\svervolg)(?:\s(?:ook|te\snoemen|wel|"
    r"genoemd|als|verder))?\s?:?\s?)?[“\"'‘„]?(?:(?:de|het)\s)?[“\"'‘„]?"
)
_CLOSE = re.compile(r"[”\"'’]?\s?\)|[,;]\s(?:EU|GDPR|Stb|PB|[Vv]erordening)[^()]{0,60}(?:\([^()]{1,9}\)[^()]{0,30})?\)")
_INITIALS = re.compile(r"[A-Z][\w.&/-]{1,11}|oud(?=\))")
_TO_ARTICLE = caseless(
    rf"\s{{0,2}},?\s{{0,2}}(?={WORD_ARTICLE}[\s\d]|\d{{1,2}}:\d|\d{{1,3}}[a-z]?(?:\(\d|\s(?:lid|sub|onder)\s))"
)
_OWN = caseless(
    r"\s{0,2},?\s?(?:van|uit|in)\s(?:dit|deze|onze|ons|onderhavige?|het\s(?:reglement|protocol|beleid)|"
    r"de\s(?:regeling|code|gedragscode))\b"
)
_SHARED_LAW = re.compile(r"\s?/\s?|,?\softewel\s(?:de\s)?")
_LETTER_AND_STOP = re.compile(r"\s[a-z]\.")
_BARE_BEFORE = caseless(r"(?:^|[(;,/]\s?|\b(?:en|of|jo\.?|juncto|zie|conform|ex|volgens|cf\.)\s)$")


class ReferenceReader:
    """Reads references with the names of one registry. Made once; holds no state of a text."""

    def __init__(self, laws: Mapping[str, Law]) -> None:
        self._laws = frozenset(laws)
        self._names = LawNames(laws)

    def find(self, text: str, clause: int, offset: int = 0) -> Iterator[Reference]:
        """The references in one clause in the order of the text; a list of articles of one law is one reference.

        Handles: "artikel 27, eerste lid, onder k, van de WOR", "art. 6(1)(f) AVG", "artikelen 10 en 11 EVRM" (article
        10), "7:613 BW" (BW7), "lid 2 van artikel 8 Wbp", "WOR, art. 27", "de Algemene verordening gegevensbescherming
        (AVG)" (one), "ECLI:NL:HR:2019:1839", "artikel 5 Pensioenwet" (law ""). Not: "artikel 3 van dit reglement",
        "AVG-proof". Each place is read a bounded number of times, so any text takes linear time.
        """
        reading = _Reading(text, {name.start: _unless_abroad(text, name) for name in self._names.find(text)})
        for place, name, start in reading.references():
            article, law = (place.article, JUDGMENT) if name is None else _normalised(place, name)
            known = law if law == JUDGMENT or law in self._laws else ""
            written = text[start : place.end]
            yield Reference(
                known, article, place.member, place.part, written, clause, start + offset, place.end + offset
            )


@dataclass(frozen=True, slots=True)
class _Reading:
    """One text with the names of laws in it, by where they start."""

    text: str
    names: Mapping[int, LawName]

    def references(self) -> Iterator[tuple[Place, LawName | None, int]]:
        """What was read of the article, the law's name (None: a judgment) and where the reference starts.

        A list of articles without a law is read once: what starts inside it would find no law either.
        """
        starts: list[tuple[int, re.Match[str] | None]] = [(start, None) for start in self.names]
        for pattern in (_START, _ECLI):
            starts.extend((match.start(), match) for match in pattern.finditer(self.text))
        done = 0
        lawless = {"article": 0, "bare": 0}
        for start, match in sorted(starts, key=lambda item: (item[0], item[1] is not None)):
            if start < done or (match is not None and start < lawless.get(match.lastgroup or "", 0)):
                continue
            if match is not None and match.re is _ECLI:
                done = match.end()
                yield Place(done, article=match.group()), None, start
                continue
            place = Place(start) if match is None else self._article(match)
            if place is None:
                continue
            if found := self._from(place, start, match, is_next=done > 0 and start - done <= 8):
                done = found[0].end
                yield *found, start
            elif match is not None and self._law_at(place) is None:
                lawless["bare"] = place.end
                if not match["bare"]:
                    lawless["article"] = place.end

    def _article(self, match: re.Match[str]) -> Place | None:
        """What stands before a law: an article, a number that can be one, or a book of the civil code."""
        read = book_phrase if match["book"] else bare_number if match["bare"] else article_phrase
        return read(self.text, match.start())

    def _from(
        self, place: Place, start: int, match: re.Match[str] | None, *, is_next: bool
    ) -> tuple[Place, LawName] | None:
        """From a law's name, or from an article up to its law. `is_next`: another reference ends just before."""
        if match is None:
            return self._named(self.names[start], place)
        if name := self._law_after(place, start, match, is_next=is_next):
            return self._named(name, place)
        if match["article"] and place.book in _BOOKS and re.match(r"\d{3}", place.article):
            return self._trimmed(place), LawName(place.end, place.end, _CIVIL_CODE[:1])
        return None

    def _law_at(self, place: Place) -> LawName | None:
        """The law's name that stands where the article ends: "van de", "van de oude" or nothing may be between."""
        to = _TO_LAW.match(self.text, place.end)
        if to is None:
            return None
        adjective = _ADJECTIVE.match(self.text, to.end())
        return self.names.get(to.end()) or (self.names.get(adjective.end()) if adjective else None)

    def _trimmed(self, place: Place) -> Place:
        """Without the full stop of the sentence behind a last letter ("onder k.")."""
        last = self.text[max(place.end - 3, 0) : place.end]
        return replace(place, end=place.end - 1) if _LETTER_AND_STOP.fullmatch(last) else place

    def _law_after(self, place: Place, start: int, match: re.Match[str], *, is_next: bool) -> LawName | None:
        """The law that "artikel 27" or "27" is of. A bare number must stand where only an article can."""
        name, to = self._law_at(place), _TO_LAW.match(self.text, place.end)
        if to is None or (to.end() == place.end and name is None):
            return None
        if match["bare"] and not place.book:
            joined = not self.text[place.end : to.end()].strip()
            before = self.text[max(start - 12, 0) : start]
            return name if _BARE_BEFORE.search(before) and (joined or is_next) else None
        if name is None and (match["article"] or match["member"]) and not self.text[start].isupper():
            beside = name_beside_article(self.text, to.end())
            return None if beside and "," in to.group() and self.text[beside.start : beside.end].isupper() else beside
        return name

    def _named(self, name: LawName, place: Place) -> tuple[Place, LawName] | None:
        """The reference with what stands behind its law: the same law in brackets, or the article."""
        place = replace(place, end=name.end)
        for _ in range(4):
            further = self._behind(place, name)
            if further is None:
                break
            place = further
        return None if name.beside_article and not place.article else (self._trimmed(place), name)

    def _behind(self, place: Place, name: LawName) -> Place | None:
        """One step further: "/GDPR", "(AVG)", "(hierna: Wbp)", ", art. 27", "(artikel 27 lid 1)", " Boek 7"."""
        if shared := _SHARED_LAW.match(self.text, place.end):
            other = self.names.get(shared.end())
            if other and other.laws != UNKNOWN_LAW and not set(other.laws).isdisjoint(name.laws):
                return replace(place, end=other.end)
        if bracket := _BRACKET.match(self.text, place.end):
            return self._bracketed(bracket.end(), place, name)
        if place.article:
            return None if place.member or place.part else tail_behind_law(self.text, place)
        if "BW" in name.laws and not place.book and (book := book_phrase(self.text, place.end)):
            return book
        if to := _TO_ARTICLE.match(self.text, place.end):
            return self._article_behind(to.end(), place)
        return None

    def _bracketed(self, start: int, place: Place, name: LawName) -> Place | None:
        """Up to the closing bracket, when it holds nothing but this law, its initials or its article."""
        inner = self.names.get(start)
        further: Place | None = None
        if inner is not None and not set(inner.laws).isdisjoint(name.laws):
            further = replace(place, end=inner.end)
        elif inner is None and not place.article and (to := _TO_ARTICLE.match(self.text, start)):
            further = self._article_behind(to.end(), place)
        elif inner is None and (initials := _INITIALS.match(self.text, start)):
            fits = name.laws == UNKNOWN_LAW or initials.group() == "oud"
            further = replace(place, end=initials.end()) if fits else None
        close = _CLOSE.match(self.text, further.end) if further else None
        return replace(further, end=close.end()) if further and close else None

    def _article_behind(self, start: int, place: Place) -> Place | None:
        """The article behind its law, unless it belongs to another law or to the text itself."""
        further = article_phrase(self.text, start)
        if further is None or _OWN.match(self.text, further.end):
            return None
        to = _TO_LAW.match(self.text, further.end)
        if to and to.end() > further.end and (to.end() in self.names or name_beside_article(self.text, to.end())):
            return None
        return replace(further, book=further.book or place.book)


def _normalised(place: Place, name: LawName) -> tuple[str, str]:
    """Article and id: 7:613 BW is article 613 of BW7; elsewhere the number keeps its chapter (2:5 Awb)."""
    law, book, article = _chosen(name.laws, place), place.book, place.article
    if law in _CIVIL_CODE:
        if not book and (dotted := re.fullmatch(r"(\d{1,2})\.(\d{2,}.*)", article)):
            book, article = dotted.groups()
        return article, _BOOKS.get(book, law)
    return (f"{book}:{article}" if book and article else article), law


def _unless_abroad(text: str, name: LawName) -> LawName:
    """The name without its ids where it names a foreign law: "de Belgische Grondwet"."""
    return replace(name, laws=()) if _ABROAD.search(text, max(name.start - 16, 0), name.start) else name


def _chosen(laws: tuple[str, ...], place: Place) -> str:
    """The law of a shared name: the one whose articles begin nearest below this number; else the first."""
    if not laws:
        return ""
    number = re.match(r"\d+", place.article)
    if len(laws) == 1 or number is None or place.book:
        return laws[0]
    fitting = [law for law in laws if _FIRST_ARTICLE.get(law, 0) <= int(number.group())]
    return max(fitting, key=lambda law: _FIRST_ARTICLE.get(law, 0)) if fitting else laws[0]
