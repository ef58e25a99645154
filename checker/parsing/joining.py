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
_FIRST_PART = re.compile(r"[^\W\d_]+")
_COORDINATORS = frozenset(("en", "of", "tot", "als", "dan"))


def join_lines(lines: Sequence[str], vocabulary: frozenset[str] = frozenset()) -> str:
    """Return the lines as one running text.

    "gege-" + "vens" gives "gegevens", "HR-" + "afdeling" gives "HR-afdeling", "in-" + "en uitloggen" keeps hyphen
    and space. `vocabulary` holds words of the same document in lower case, which settle a doubt.
    """
    joined = ""
    for line in lines:
        joined = _join(joined, line.strip(), vocabulary) if joined else line.strip()
    return joined


def _join(left: str, right: str, vocabulary: frozenset[str]) -> str:
    if not right:
        return left
    if left.endswith("\u00ad"):
        return left[:-1] + right
    ending = _LAST_PART.search(left)
    if not ending:
        return f"{left} {right}"
    start = _FIRST_PART.match(right)
    first = start.group() if start else ""
    if not first or first.lower() in _COORDINATORS:
        return f"{left} {right}"
    if _keeps_hyphen(ending.group(1), first, vocabulary):
        return left + right
    return left[:-1] + right


def _keeps_hyphen(left: str, right: str, vocabulary: frozenset[str]) -> bool:
    solid, hyphenated = (left + right).lower(), f"{left}-{right}".lower()
    if hyphenated in vocabulary or solid in vocabulary:
        return hyphenated in vocabulary
    part = left.rsplit("-", 1)[-1]
    if right[0].isupper() or part[-1].isupper() or part[-1].isdigit() or part.lower() in _KEPT_PREFIXES:
        return True
    pair = unicodedata.normalize("NFD", part[-1])[0] + right[0]
    return pair.lower() in _COLLISIONS
