"""Joining the lines of one paragraph, with the hyphens at line ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_PREFIXES_WITH_HYPHEN = "e niet non ex oud co pro anti semi pseudo quasi vice adjunct privé intra"
_KEPT_PREFIXES = frozenset(_PREFIXES_WITH_HYPHEN.split())
_VOWEL_PAIRS = "aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu"
_COLLISIONS = frozenset(_VOWEL_PAIRS.split())
"""Vowels that would read as one sound; Dutch keeps the hyphen between them ("privé-instellingen", "auto-ongeluk")."""
_LAST_PART = re.compile(r"([\w’'-]*\w)[-‐]$")
_LONGEST_WORD = 80
_FIRST_PART = re.compile(r"[^\W\d_]+")
_COORDINATORS = frozenset(("en", "of", "tot", "als", "dan"))


def join_lines(lines: Sequence[str], vocabulary: frozenset[str] = frozenset()) -> str:
    """Return the lines as one running text.

    "gege-" + "vens" gives "gegevens", "HR-" + "afdeling" gives "HR-afdeling", "in-" + "en uitloggen" keeps hyphen
    and space. `vocabulary` holds words of the same document in lower case, which settle a doubt.
    """
    pieces: list[str] = []
    for line in lines:
        stripped = line.strip()
        if stripped and pieces:
            pieces[-1], glue = _end_line(pieces[-1], stripped, vocabulary)
            pieces.append(glue)
        if stripped:
            pieces.append(stripped)
    return "".join(pieces)


def _end_line(left: str, right: str, vocabulary: frozenset[str]) -> tuple[str, str]:
    """Return the upper line, perhaps without its hyphen, and what stands between it and the lower one."""
    if left.endswith("\u00ad"):
        return left[:-1], ""
    ending = _LAST_PART.search(left[-_LONGEST_WORD:])
    if not ending:
        return left, " "
    start = _FIRST_PART.match(right)
    first = start.group() if start else ""
    if not first or first.lower() in _COORDINATORS:
        return left, " "
    return (left if _keeps_hyphen(ending.group(1), first, vocabulary) else left[:-1]), ""


def _keeps_hyphen(left: str, right: str, vocabulary: frozenset[str]) -> bool:
    solid, hyphenated = (left + right).lower(), f"{left}-{right}".lower()
    if hyphenated in vocabulary or solid in vocabulary:
        return hyphenated in vocabulary
    part = left.rsplit("-", 1)[-1]
    if right[0].isupper() or part[-1].isupper() or part[-1].isdigit() or part.lower() in _KEPT_PREFIXES:
        return True
    pair = unicodedata.normalize("NFD", part[-1])[0] + right[0]
    return pair.lower() in _COLLISIONS
