"""List and heading markers: "1.", "3.2", "a)", "•", "Artikel 4"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULLET_GLYPHS = "•◦▪▫■□●○◆◇‣⁃∙·►▶➢➤➔→✓✔☐☑☒❑❖«»–—−‐‑*+-"
_BULLET = re.compile(rf"(?:[{re.escape(_BULLET_GLYPHS)}\uf000-\uf0ff]|o)\s+(?=\S)|[•▪●\uf0b7](?=\w)")
_NUMBERED = re.compile(
    r"""(
      \d{1,3}(?:\.\d{1,3}){1,4}\.?\)?(?=\s)     # 3.2  5.3.7.1.
    | \(?\d{1,3}[.)](?=\s)                      # 1.  1)  (1)
    | \d{1,3}°(?=\s)                            # 1°
    | \(?[a-zA-Z][.)](?=\s)                     # a.  b)  (c)  A.
    | \(?[ivxIVX]{2,5}[.)](?=\s)                # ii.  iv)
    | \d{1,2}[a-z][.)](?=\s)                    # 2a.
    )\s+(?=\S)""",
    re.VERBOSE,
)
_GLUED = re.compile(r"([a-z]\.|\(?[a-z]\))(?=[a-z]{2,}\s)")
"""In regulations "a.van de opdrachtgever" has lost its space; "b.v." and "e.g." keep theirs."""
_MARKER_ALONE = re.compile(rf"(?:\(?(?:\d{{1,3}}|[a-z])[.)]|[{re.escape(_BULLET_GLYPHS)}\uf000-\uf0ff])$")
_KEYWORD = re.compile(
    r"""((?:artikel|art\.|hoofdstuk|paragraaf|afdeling|titel|bijlage|deel|§)\s*
      (?:\d+(?:[.:]\d+)*[a-z]{0,2}|[IVX]+[a-z]?|[A-H]))(?=[\s.:–—-]|$)
      [.:]?(?:\s*[–—-](?=\s))?\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\s+(?=[^\W\d_])")
_BARE_ALONE = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}\.?$")
_KEYWORD_DEPTH = {"deel": 0, "hoofdstuk": 1, "bijlage": 1, "titel": 1, "afdeling": 2, "paragraaf": 2, "§": 2}
_ARTICLE_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before the text of an item or a heading."""

    number: str
    """As written; empty for a bullet."""
    style: str
    """bullet, decimal, dotted2 and on, letter, capital, roman or keyword."""
    rest: str


def split_marker(text: str) -> Marker | None:
    """Return the list marker at the start of a cleaned text, with the text after it.

    Handles: "- x", "• x", "1. x", "1) x", "3.2 x", "a. x", "(b) x", "1° x", "a.van x". Not: "2024 x", "J.J.M. x".
    """
    bullet = _BULLET.match(text)
    if bullet:
        return Marker("", "bullet", text[bullet.end() :])
    numbered = _NUMBERED.match(text) or _GLUED.match(text)
    if numbered:
        number = numbered.group(1)
        return Marker(number, marker_style(number), text[numbered.end() :])
    return None


def split_heading_marker(text: str) -> Marker | None:
    """Return the marker of a text known to be a heading; "Artikel 3" and "2 Doel" count here as well.

    A heading that is only a number keeps it as its text, so that no block is empty.
    """
    if _BARE_ALONE.match(text):
        return Marker(text, marker_style(text), text)
    keyword = _KEYWORD.match(text)
    if keyword:
        return Marker(keyword.group(1), "keyword", text[keyword.end() :] or text)
    marker = split_marker(text)
    if marker:
        return marker
    bare = _BARE_NUMBER.match(text)
    if bare:
        return Marker(bare.group(1), marker_style(bare.group(1)), text[bare.end() :])
    return None


def title_part(text: str) -> str:
    """Return a text without the marker that it would have as a heading, to judge its shape."""
    marker = split_heading_marker(text)
    return marker.rest if marker else text


def is_marker_alone(text: str) -> bool:
    """Whether a cleaned text is a list marker with nothing after it."""
    return bool(_MARKER_ALONE.match(text))


def starts_with_keyword(text: str) -> bool:
    """Whether the text starts as a heading of a regulation: "Artikel 3", "Hoofdstuk II", "§ 2"."""
    return bool(_KEYWORD.match(text))


def marker_style(number: str) -> str:
    """Return the style of a number as written; a single i, v or x counts as roman, see `settle_style`."""
    core = number.strip("().°")
    if not core:
        return "bullet"
    if core[0].isdigit():
        depth = len([part for part in re.split(r"\D", core) if part])
        return "decimal" if depth == 1 else f"dotted{depth}"
    if re.fullmatch(r"[ivx]+|[IVX]{2,}", core):
        return "roman"
    return "capital" if core.isupper() else "letter"


def settle_style(marker: Marker, last_numbers: dict[str, str]) -> str:
    """Return letter for an "i)" that follows "h)", and roman for a "v)" that follows "iv)".

    `last_numbers` holds the number last seen per style in the list at hand.
    """
    core = marker.number.strip("().")
    if marker.style != "roman" or len(core) > 1:
        return marker.style
    before = last_numbers.get("letter", "").strip("().")
    if len(before) == 1 and ord(core) - ord(before) == 1:
        return "letter"
    return "roman" if core == "i" or "roman" in last_numbers else "letter"


def ordinal(number: str) -> int:
    """Return the place in its list that a number states: 3 for "2.3", 2 for "B."; 0 when it states none."""
    core = re.split(r"[^\w]", number.strip("().°"))[-1]
    if core.isdigit():
        return int(core)
    return ord(core.lower()) - ord("a") + 1 if len(core) == 1 else 0


def heading_depth(number: str) -> int | None:
    """Return how deep a numbered heading lies, from its number alone; None when the number does not tell.

    "2." is 1, "2.3" is 2; "Hoofdstuk 2" is 1, "§ 3" is 2, "Artikel 4" is 3.
    """
    word = re.match(r"[^\W\d_]{3,}|§", number)
    if word:
        return _KEYWORD_DEPTH.get(word.group().lower(), _ARTICLE_DEPTH)
    style = marker_style(number)
    if style == "decimal":
        return 1
    return int(style.removeprefix("dotted")) if style.startswith("dotted") else None
