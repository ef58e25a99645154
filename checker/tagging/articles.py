"""The grammar of an article with its members and parts: "artikel 27, eerste lid, onder k", "art. 6(1)(f)", "7:613"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_AT_MOST = 6
"""How many groups of members and parts one article may have; "lid 1, 2 en 3" is one group."""

_ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende "
        "vijftiende zestiende".split(),
        start=1,
    )
}
ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}(?:e|de|ste))"
_AND = r"(?:,\s?(?:en|of)|,|en|of|jo\.?|juncto|j°|t/m|tot\sen\smet|tot|-|–|&|alsmede|dan\swel|respectievelijk|/|;)"
_NUMBER = (
    r"(?P<book>\d{1,2}[A-Z]?:)?(?P<number>\d{1,4}(?:[.:]\d{1,4}){0,3}"
    r"(?:\s?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies)\b|[a-z]{1,2})?)(?!\w)"
)
WORD_ARTICLE = r"(?:artikel(?:en|s|nummer)?|artt?\b\.?|articles?)"


def caseless(pattern: str) -> re.Pattern[str]:
    """The pattern, blind to capitals."""
    return re.compile(pattern, re.IGNORECASE)


_ARTICLE = caseless(rf"{WORD_ARTICLE}\s{{0,2}}(?:nr\.?\s)?")
_DOTTED = re.compile(r"(?P<number>\d{1,4}[a-z]?)[.](?P<member>\d{1,2})[.](?P<part>[a-z])(?!\w)")
_ONE = re.compile(_NUMBER)
_NEXT = caseless(rf"\s{{0,2}}{_AND}\s{{0,2}}(?:(?:de\s|het\s)?{WORD_ARTICLE}\s{{0,2}})?(?=\d)")
_GAP = caseless(r"(?:\s{0,2},\s{0,2}|\s{1,2}|(?=\())(?:(?:en|of|jo\.?|juncto|dan\swel|alsmede|&|in)\s)?(?:het\s|de\s)?")
_MORE_MEMBERS = rf"(?:\s?{_AND}\s?(?:lid\s)?\d{{1,2}}[a-z]?(?![\w:.]\w|\w)){{0,6}}"
_MEMBER = caseless(
    rf"(?:(?:lid|leden|par\.|paragraaf|§)\s{{0,2}}(?P<a>\d{{1,2}}[a-z]{{0,2}})(?!\w){_MORE_MEMBERS}"
    rf"|(?P<b>{ORDINAL})(?:\s?{_AND}\s?(?:het\s)?{ORDINAL}){{0,6}}\s(?:lid|leden)\b|\((?P<c>\d{{1,2}})\))"
)
_LETTER = r"(?:[a-z]|aa|bb|cc|dd|ee|ff)(?:\.?°|\.(?=[\s,;)]|$))?(?![\w’'])"
_PART_WORD = r"(?:onderdelen|onderdeel|onder|sub|letters?|lit(?:t?era)?\.?|punt|nummer)"
_PART = caseless(
    rf"(?:(?:de\s)?aanhef\s?(?:,|en|,\sen)?\s(?={_PART_WORD}))?{_PART_WORD}\s{{1,2}}[“\"'‘]?"
    rf"(?P<a>{_LETTER}|\d{{1,2}}(?:°|º|o\b)?)[”\"'’]?"
    rf"(?:\s?{_AND}\s?(?:{_PART_WORD}\s)?(?:{_LETTER}|\d{{1,2}}°)){{0,8}}|\((?P<b>[a-z])\)"
)
_AND_ON = caseless(r"\s(?:e\.v\.|en\sverder\b|ev\b\.?|e\.a\.|en\svolgende\b)")
_BEHIND_LAW = re.compile(r",?\s")
_BARE_LETTER = caseless(rf"(?P<a>{_LETTER})(?:\s?{_AND}\s?{_LETTER}){{0,8}}")
_SENTENCE = caseless(
    r"(?:(?:eerste|tweede|derde|vierde|laatste)\s(?:vol)?(?:zin|alinea|gedachtestreepje)|aanhef|slot)\b"
)
_OF_ARTICLE = caseless(
    rf"\s{{0,2}},?\s?(?:van|in|uit)\s(?=(?:het\s|de\s)?(?:{WORD_ARTICLE}|lid|{ORDINAL}\slid)\b)(?:het\s|de\s)?"
)
BOOK = caseless(
    r"\s{0,2},?\s?(?:(?:van|uit|in)\s)?(?:het\s)?(?:,?\s?(?:afdeling|titel)\s[\d.]{1,6},?\s(?:van\s)?){0,2}"
    r"boek\s{1,2}(?P<book>\d{1,2}|zes|zeven)\b(?:,?\s(?:afdeling|titel)\s[\d.]{1,6}(?<!\.)){0,2}"
)


@dataclass(frozen=True, slots=True)
class Place:
    """What has been read of an article: numbers as written, and where the reading stands."""

    end: int
    article: str = ""
    """Without its book."""
    book: str = ""
    member: str = ""
    part: str = ""


def article_phrase(text: str, start: int) -> Place | None:
    """From "artikel", a number with a book, or "lid 2 van artikel", up to the last part before the law's name."""
    place = Place(start)
    if not _ARTICLE.match(text, start) and not _ONE.match(text, start):
        ahead = read_tail(text, Place(start), gap=False)
        of = _OF_ARTICLE.match(text, ahead.end) if ahead.end > start else None
        for _ in range(2):
            if of and not _ARTICLE.match(text, of.end()):
                ahead = read_tail(text, replace(ahead, end=of.end()), gap=False)
                of = _OF_ARTICLE.match(text, ahead.end)
        if of is None:
            return None
        place = replace(ahead, end=of.end())
    opening = _ARTICLE.match(text, place.end)
    read = _numbered(text, replace(place, end=opening.end() if opening else place.end))
    if read is None:
        return None
    while (following := _NEXT.match(text, read.end)) and (item := _numbered(text, Place(following.end()))):
        read = replace(read, end=item.end)
    if onward := _AND_ON.match(text, read.end):
        read = replace(read, end=onward.end())
    if book := BOOK.match(text, read.end):
        read = replace(read, end=book.end(), book=read.book or _book_of(book))
    return read


def book_phrase(text: str, start: int) -> Place | None:
    """ "Boek 7, titel 10": a place without an article, whose book is "7"."""
    book = BOOK.match(text, start)
    return Place(book.end(), book=_book_of(book)) if book else None


def bare_number(text: str, start: int) -> Place | None:
    """A number without "artikel", to stand before a law: "7:613 BW", "61 ARAR"; years are none."""
    one = _ONE.match(text, start)
    if one is None or (not one["book"] and re.match(r"\d{4}", one["number"])):
        return None
    return article_phrase(text, start)


def tail_behind_law(text: str, place: Place) -> Place | None:
    """Members behind the law's name ("artikel 27 WOR, lid 1"), unless they are of a next article."""
    gap = _BEHIND_LAW.match(text, place.end)
    read = read_tail(text, replace(place, end=gap.end()), gap=False) if gap else None
    if read is None or gap is None or read.end == gap.end() or _OF_ARTICLE.match(text, read.end):
        return None
    return read


def _book_of(match: re.Match[str]) -> str:
    return {"zes": "6", "zeven": "7"}.get(match["book"].lower(), match["book"])


def _numbered(text: str, place: Place) -> Place | None:
    """One article with its members and parts."""
    if dotted := _DOTTED.match(text, place.end):
        article, member, part = dotted["number"], dotted["member"], dotted["part"]
        return read_tail(text, replace(place, end=dotted.end(), article=article, member=member, part=part))
    one = _ONE.match(text, place.end)
    if one is None:
        return None
    return read_tail(
        text,
        replace(place, end=one.end(), article=one["number"].replace(" ", ""), book=(one["book"] or "").rstrip(":")),
    )


def read_tail(text: str, place: Place, *, gap: bool = True) -> Place:
    """Members and parts in any order, the first of each kept; "lid 1 k" and "lid 1k" give part k."""
    for turn in range(_AT_MOST):
        between = _GAP.match(text, place.end) if gap or turn else None
        if between is None and (gap or turn):
            break
        at = between.end() if between else place.end
        if member := _MEMBER.match(text, at):
            number, letter = _member_of(member)
            place = replace(place, end=member.end(), member=place.member or number, part=place.part or letter)
            bare = _GAP.match(text, place.end)
            if not letter and bare and (lone := _BARE_LETTER.match(text, bare.end())):
                place = replace(place, end=lone.end(), part=place.part or _letter(lone["a"]))
        elif part := _PART.match(text, at):
            place = replace(place, end=part.end(), part=place.part or _letter(part["a"] or part["b"]))
        elif sentence := _SENTENCE.match(text, at):
            place = replace(place, end=sentence.end())
        else:
            break
    return place


def _member_of(match: re.Match[str]) -> tuple[str, str]:
    """ "1" of "lid 1", "eerste lid" and "(1)"; "lid 1k" is member 1, part k, but 1a and 1b are members."""
    if match["b"]:
        return _ORDINALS.get(match["b"].lower(), re.sub(r"\D", "", match["b"])), ""
    written = match["a"] or match["c"]
    digits = re.sub(r"\D", "", written)
    letters = written[len(digits) :]
    return (digits, letters.lower()) if letters > "b" else (written.lower(), "")


def _letter(written: str) -> str:
    return written.lower().rstrip(".)°º") if not written[0].isdigit() else re.sub(r"\D", "", written)
