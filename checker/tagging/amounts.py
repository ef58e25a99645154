"""Durations, sums of money, percentages and counts in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Amount

_NUMBERS = {
    word: value
    for value, words in enumerate(
        (
            "nul|een één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|"
            "zestien|zeventien|achttien|negentien|twintig"
        ).split("|")
    )
    for word in words.split()
} | {"dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "negentig": 90, "honderd": 100}
_UNITS = {
    "uur": ("uur", 1), "uren": ("uur", 1), "dag": ("dag", 1), "dagen": ("dag", 1), "werkdag": ("werkdag", 1),
    "werkdagen": ("werkdag", 1), "etmaal": ("uur", 24), "etmalen": ("uur", 24), "week": ("dag", 7), "weken": ("dag", 7),
    "maand": ("maand", 1), "maanden": ("maand", 1), "kwartaal": ("maand", 3), "kwartalen": ("maand", 3),
    "jaar": ("maand", 12), "jaren": ("maand", 12),
}  # fmt: skip
_NUMBER = r"(?P<number>\d{1,6}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_DURATION = re.compile(
    rf"\b{_NUMBER}(?:\s*\(\s*\d+\s*\))?\s+(?:kalender)?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_SUM = r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<cents>\d{2}|-))?"
_MONEY_AFTER_SIGN = re.compile(rf"(?:€|EUR|euro)\s?{_SUM}", re.IGNORECASE)
_MONEY_BEFORE_WORD = re.compile(rf"(?<![\d.,€])(?<!€\s){_SUM}\s?euro\b", re.IGNORECASE)
_PERCENT = re.compile(r"(?P<whole>\d{1,3})(?:,(?P<part>\d{1,2}))?\s?(?:%|procent)", re.IGNORECASE)
_COUNT = re.compile(
    rf"\b{_NUMBER}\s+(?:of meer\s+)?(?:medewerkers|werknemers|personen|keer|maal|leden)\b", re.IGNORECASE
)


def find_amounts(text: str, clause: int, offset: int = 0) -> Iterator[Amount]:
    """The amounts in one clause, in no fixed order between kinds.

    Weeks are seven days and years twelve months; months are never turned into days. Handles: "binnen 6
    weken", "zes (6) weken", "€ 1.250,50", "500 euro", "ten hoogste 10%", "50 of meer werknemers". Not: "een halve dag".
    """
    for match in _DURATION.finditer(text):
        unit, size = _UNITS[match["unit"].lower()]
        yield _amount("termijn", _value(match["number"]) * size, unit, match, clause, offset)
    for match in (*_MONEY_AFTER_SIGN.finditer(text), *_MONEY_BEFORE_WORD.finditer(text)):
        cents = match["cents"] or "0"
        value = int(match["whole"].replace(".", "")) * 100 + (int(cents) if cents.isdigit() else 0)
        yield _amount("bedrag", value, "cent", match, clause, offset)
    for match in _PERCENT.finditer(text):
        value = int(match["whole"]) * 100 + int((match["part"] or "0").ljust(2, "0"))
        yield _amount("percentage", value, "honderdste", match, clause, offset)
    for match in _COUNT.finditer(text):
        yield _amount("aantal", _value(match["number"]), "stuks", match, clause, offset)


def _value(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS[written.lower()]


def _amount(quantity: str, value: int, unit: str, match: re.Match[str], clause: int, offset: int) -> Amount:
    start, end = match.start() + offset, match.end() + offset
    return Amount(quantity, value, unit, match.group(), clause, start, end)
