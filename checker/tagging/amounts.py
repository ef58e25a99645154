"""Durations, dates, sums of money, percentages and counts in a clause."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from checker.model import Amount, Bound
from checker.tagging.measuring import applies_to, bound_of
from checker.tagging.numbers import WORD, value_of

_UNITS = {
    "uur": ("uur", 1), "uren": ("uur", 1), "dag": ("dag", 1), "dagen": ("dag", 1), "werkdag": ("werkdag", 1),
    "werkdagen": ("werkdag", 1), "etmaal": ("uur", 24), "etmalen": ("uur", 24), "week": ("dag", 7), "weken": ("dag", 7),
    "maand": ("maand", 1), "maanden": ("maand", 1), "kwartaal": ("maand", 3), "kwartalen": ("maand", 3),
    "jaar": ("maand", 12), "jaren": ("maand", 12),
}  # fmt: skip
_HALF_UNITS = {"jaar": 6, "jaren": 6, "etmaal": 12}
"""Half of a unit where that is whole: half a day or week is not counted."""
_UNIT = rf"(?:kalender)?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b"
_NUMBER = rf"(?P<number>\d{{1,6}}|{WORD})"
_NO_NUMBER_BEFORE = r"(?<![\w€-])(?<!\d[.,:/])(?<!\d\s[-–])"
_DURATION = re.compile(
    rf"{_NO_NUMBER_BEFORE}(?:(?P<low>\d{{1,3}}|{WORD})(?:\s(?P<range>à|a|tot|en)\s|\s?[-–]\s?))?"
    rf"{_NUMBER}(?P<fraction>,5|½|\sen\seen\shalf|[eë]nhalf)?(?:\s?\(\s?[\w,]{{1,20}}\s?\))?\s{{1,3}}"
    rf"(?:aaneengesloten\s|volle\s|hele\s|volledige\s)?{_UNIT}",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(?<![\w-])(?:(?P<more>ander)|een\s|1\s)?(?:half|½)\s?(?P<unit>jaar|etmaal)\b",
    re.IGNORECASE,
)
_SURE_CLOCK = re.compile(r"\b(?:om|rond|omstreeks|klokslag|vanaf)\s(?:\w+\s)?$", re.IGNORECASE)
_LIKELY_CLOCK = re.compile(
    r"\b(?:na|tot|voor|vóór|tussen|van|en|uiterlijk)\s(?:\d{1,2}(?:[.:]\d\d)?\s(?:en|tot)\s)?$", re.IGNORECASE
)
_BEFORE_HOUR = re.compile(r"\b(?:voor|vóór)\s$", re.IGNORECASE)
_PART_OF_DAY = re.compile(r"(?:,)?\s(?:'|’|‘)?s\s(?:ochtends|morgens|middags|avonds|nachts)", re.IGNORECASE)
_RATE = re.compile(r"\s(?:per|in\sde|na|nadat|van\stevoren|vooraf|voorafgaand|eerder|durende)\b", re.IGNORECASE)
_SUM = r"(?P<whole>\d{1,3}(?:\.\d{3}){1,2}|\d{1,9})(?:,(?P<cents>\d{2}|-{1,2}|–|=))?(?!,\d|\d)"
_MONEY_AFTER_SIGN = re.compile(rf"(?:€|\bEUR|\beuro)\s?{_SUM}(?P<many>\s(?:miljoen|duizend)\b)?", re.IGNORECASE)
_MONEY_BEFORE_WORD = re.compile(
    rf"(?<![\d.,€])(?<!€\s)(?<!EUR\s)(?:{_SUM}|\b(?P<word>{WORD}))(?P<many>\s(?:miljoen|duizend))?\s?(?P<coin>euro|eurocent|EUR)\b",
    re.IGNORECASE,
)
_MANY = {"duizend": 1_000, "miljoen": 1_000_000}
_PERCENT = re.compile(
    rf"(?<![\d.,])(?:(?P<whole>\d{{1,3}})(?:[,.](?P<part>\d{{1,2}}))?|\b(?P<word>{WORD}))\s?(?:%|procent\b)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"{_NO_NUMBER_BEFORE}(?P<number>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}}|{WORD})\s{{1,3}}(?:of\smeer\s)?"
    r"(?P<counted>medewerkers|werknemers|personen|keer|maal|leden)\b",
    re.IGNORECASE,
)
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_DATE = re.compile(
    rf"(?<![\d.-])(?<!versie\s)(?P<day>\d{{1,2}})(?:e|ste)?(?:\s(?P<name>{'|'.join(_MONTHS)})\s|(?P<mark>[-./])(?P<month>\d{{1,2}})(?P=mark))"
    r"(?P<year>(?:19|20)\d\d)(?!\d|[-./]\d)",
    re.IGNORECASE,
)


def find_amounts(text: str, clause: int, offset: int = 0) -> Iterator[Amount]:
    """The amounts in one clause, in no fixed order between kinds.

    Weeks are seven days and years twelve months; months are never turned into days. A range ("2 tot 4 weken") is its
    upper end, at most. What has no whole value in its unit ("2,5 dagen") is left out, and so is a time of day.
    Handles: "binnen 6 weken", "zes (6) weken", "anderhalf jaar", "€ 1.250,50", "500 euro", "ten hoogste 10%",
    "50 of meer werknemers", "1 maart 2026" (20260301). Not: "een halve dag", "9.00 uur", "om 9 uur", "artikel 7:613".
    """
    for quantity, value, unit, match, start in _found(text):
        span = (start, match.end())
        bound = Bound.AT_MOST if match.groupdict().get("low") and start == match.start() else None
        target = applies_to(quantity, text, *span)
        yield Amount(
            quantity,
            value,
            unit,
            text[start : match.end()],
            clause,
            start + offset,
            match.end() + offset,
            bound or bound_of(quantity, text, *span),
            (target[0] + offset, target[1] + offset) if target else None,
        )


_Found = tuple[str, int, str, re.Match[str], int]
"""Quantity, value, unit, the match and where the amount itself starts in it."""


def _found(text: str) -> Iterator[_Found]:
    yield from _durations(text)
    yield from _money(text)
    for match in _PERCENT.finditer(text):
        if (whole := value_of(match["whole"] or match["word"])) is not None:
            value = whole * 100 + int((match["part"] or "0").ljust(2, "0"))
            yield "percentage", value, "honderdste", match, match.start()
    for match in _COUNT.finditer(text):
        if (count := value_of(match["number"])) is not None:
            yield "aantal", count, "stuks", match, match.start()
    for match in _DATE.finditer(text):
        if (day := _day(match)) is not None:
            yield "datum", int(day.strftime("%Y%m%d")), "kalenderdag", match, match.start()


def _day(match: re.Match[str]) -> dt.date | None:
    month = int(match["month"]) if match["month"] else _MONTHS.index(match["name"].lower()) + 1
    try:
        return dt.date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def _durations(text: str) -> Iterator[_Found]:
    """Whole durations, and halves that no longer one holds ("een half jaar", not that of "twee en een half jaar")."""
    ends = set()
    for match in _DURATION.finditer(text):
        ends.add(match.end())
        yield from _whole(text, match)
    for match in _HALF.finditer(text):
        if match.end() not in ends:
            unit = match["unit"].lower()
            yield "termijn", (3 if match["more"] else 1) * _HALF_UNITS[unit], _UNITS[unit][0], match, match.start()


def _whole(text: str, match: re.Match[str]) -> Iterator[_Found]:
    value, unit_word = value_of(match["number"]), match["unit"].lower()
    unit, size = _UNITS[unit_word]
    start = match.start() if _is_range(match, text) else match.start("number")
    if value is None or (unit_word == "uur" and _is_clock(text, start, match, value)):
        return
    if match["fraction"] and unit_word not in _HALF_UNITS:
        return
    yield "termijn", value * size + (_HALF_UNITS[unit_word] if match["fraction"] else 0), unit, match, start


def _is_range(match: re.Match[str], text: str) -> bool:
    """ "2 tot 4 weken", "3 à 4 dagen"; "2 en 4 weken" only after "tussen"."""
    low = value_of(match["low"] or "")
    if low is None or low >= (value_of(match["number"]) or 0):
        return False
    return (match["range"] or "").lower() != "en" or text[
        max(match.start() - 7, 0) : match.start()
    ].lower() == "tussen "


def _is_clock(text: str, start: int, match: re.Match[str], value: int) -> bool:
    """Whether "9 uur" is a time of day: after "om", before "'s avonds", or "tot 17 uur" without "per week"."""
    before, after = text[max(start - 24, 0) : start], text[match.end() : match.end() + 16]
    if value > 24 or _RATE.match(after):
        return False
    if _SURE_CLOCK.search(before) or _PART_OF_DAY.match(after):
        return True
    likely = _LIKELY_CLOCK.search(before) is not None or start < match.start("number")
    return likely and (12 < value < 24 or (value > 5 and _BEFORE_HOUR.search(before) is not None))


def _money(text: str) -> Iterator[_Found]:
    for match in (*_MONEY_AFTER_SIGN.finditer(text), *_MONEY_BEFORE_WORD.finditer(text)):
        groups = match.groupdict()
        whole = value_of(groups["whole"] or groups.get("word") or "")
        if whole is None:
            continue
        cents = int(groups["cents"]) if (groups["cents"] or "").isdigit() else 0
        value = (whole * 100 + cents) * _MANY.get((groups["many"] or "").strip().lower(), 1)
        if (groups.get("coin") or "").lower() == "eurocent":
            value //= 100
        yield "bedrag", value, "cent", match, match.start()
