"""The numbers that Word computes and does not store: "1.", "2.3", "a)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MAX_LEVELS = 9


class Numbering:
    """Counts the numbered paragraphs of one document, in order."""

    def __init__(self, numbering_part: Any | None) -> None:
        """`numbering_part` is the root element of numbering.xml, or None when the document has none."""
        self._abstract_of: dict[str, str] = {}
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[str] = set()
        if numbering_part is not None:
            self._read(numbering_part)

    def _read(self, root: Any) -> None:
        for abstract in root.iterfind(f"{_W}abstractNum"):
            levels = {_int(level.get(f"{_W}ilvl")): _read_level(level) for level in abstract.iterfind(f"{_W}lvl")}
            self._levels[abstract.get(f"{_W}abstractNumId", "")] = levels
        for num in root.iterfind(f"{_W}num"):
            num_id = num.get(f"{_W}numId", "")
            self._abstract_of[num_id] = _value(num, "abstractNumId")
            for override in num.iterfind(f"{_W}lvlOverride"):
                start = _value(override, "startOverride")
                if start:
                    self._starts[num_id, _int(override.get(f"{_W}ilvl"))] = _int(start)

    def next_number(self, num_id: str, level: int) -> str:
        """Return the number of the next paragraph in a list as Word shows it; empty for a bullet."""
        abstract = self._abstract_of.get(num_id, "")
        levels = self._levels.get(abstract, {})
        if level not in levels or not 0 <= level < _MAX_LEVELS:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _MAX_LEVELS)
        if num_id not in self._started:
            self._started.add(num_id)
            for (owner, overridden), start in self._starts.items():
                if owner == num_id:
                    counts[overridden] = start - 1
        before = counts[level]
        counts[level] = levels[level][2] if before is None else before + 1
        counts[level + 1 :] = [None] * (_MAX_LEVELS - level - 1)
        return _write(levels, counts, level)


def _write(levels: Mapping[int, tuple[str, str, int]], counts: list[int | None], level: int) -> str:
    form, template, _ = levels[level]
    if form in {"bullet", "none"}:
        return ""

    def fill(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        place_form, _, start = levels.get(place, ("decimal", "", 1))
        count = counts[place]
        return _format(start if count is None else count, place_form)

    return " ".join(_PLACEHOLDER.sub(fill, template).split())


def _format(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 40:
        roman = ""
        for value, sign in _ROMAN:
            while count >= value:
                roman, count = roman + sign, count - value
        return roman.upper() if form == "upperRoman" else roman
    return str(count)


def _read_level(level: Any) -> tuple[str, str, int]:
    start = _value(level, "start")
    return _value(level, "numFmt") or "decimal", _value(level, "lvlText"), _int(start) if start else 1


def _value(parent: Any, name: str) -> str:
    child = parent.find(f"{_W}{name}")
    return str(child.get(f"{_W}val") or "") if child is not None else ""


def _int(text: str | None) -> int:
    return int(text) if text and text.lstrip("-").isdigit() else 0
