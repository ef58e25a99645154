"""Running headers, footers and page numbers: what repeats at the top or bottom of the pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from checker.parsing.pdf_lines import Line

_ZONE = 0.12
_ZONE_LINES = 4
_PLACE_TOLERANCE = 6.0
_MIN_SHARE = 0.3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–|\s]*(?:(?:pagina|pag\.?|blz\.?|p\.|page)\s*)?(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:van|/|of|-)\s*\d{1,4})?[-–|\s]*",
    re.IGNORECASE,
)


def split_margins(
    pages: Sequence[Sequence[Line]], heights: Sequence[float]
) -> tuple[list[list[Line]], list[Line], list[Line]]:
    """Return the lines of each page without its margins, and the running headers and footers, each text once.

    A line runs when the same text, apart from its digits, stands at the same height of two pages or more, and on
    a good part of all pages. A page number on its own counts on any page and is returned nowhere.
    """
    running = _find_running(pages, heights)
    kept: list[list[Line]] = []
    headers: dict[str, Line] = {}
    footers: dict[str, Line] = {}
    for lines, height in zip(pages, heights, strict=True):
        rest: list[Line] = []
        for line in lines:
            zone = _zone_of(line, lines, height)
            if zone and _PAGE_NUMBER.fullmatch(line.text):
                continue
            if zone and _is_running(line, running.get((zone, _key(line)), ())):
                (headers if zone == "top" else footers).setdefault(_key(line), line)
            else:
                rest.append(line)
        kept.append(rest)
    return kept, list(headers.values()), list(footers.values())


def _find_running(
    pages: Sequence[Sequence[Line]], heights: Sequence[float]
) -> Mapping[tuple[str, str], Sequence[float]]:
    """Return the heights at which each repeated text stands, by zone and text."""
    seen: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    for lines, height in zip(pages, heights, strict=True):
        for line in lines:
            zone = _zone_of(line, lines, height)
            if zone:
                seen[zone, _key(line)].setdefault(line.page, line.top)
    enough = max(2.0, _MIN_SHARE * sum(1 for lines in pages if lines))
    return {key: sorted(places.values()) for key, places in seen.items() if len(places) >= enough}


def _is_running(line: Line, places: Sequence[float]) -> bool:
    return sum(1 for place in places if abs(place - line.top) <= _PLACE_TOLERANCE) >= 2


def _zone_of(line: Line, lines: Sequence[Line], height: float) -> str:
    """top, bottom, or empty for a line in the body of the page."""
    above = sum(1 for other in lines if other.top < line.top - 1)
    below = sum(1 for other in lines if other.top > line.top + 1)
    if line.bottom <= _ZONE * height and above < _ZONE_LINES:
        return "top"
    if line.top >= (1 - _ZONE) * height and below < _ZONE_LINES:
        return "bottom"
    return ""


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())
