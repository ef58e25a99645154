"""The notation of terms: what a lawyer may write in a concept.

A word matches its inflections; `=woord` only that form; `(a|b)` either; `meld*` and `*gegevens` the
ends of a compound; `...` up to eight words in between. Nothing else; no regular expressions.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

GAP_WORDS = 8
"""The most words that `...` may skip."""

_WORD = re.compile(r"[^\s()|=*?]+")
_GROUP = re.compile(r"\(([^()]*)\)")
_PIECE = re.compile(r"\([^()]*\)|\S+")


@dataclass(frozen=True, slots=True)
class WordTest:
    """What one word of the text must be."""

    kind: Literal["lemma", "form", "prefix", "suffix", "infix"]
    text: str
    """Folded: lower case, without accents."""


@dataclass(frozen=True, slots=True)
class Step:
    """One position of a term: any of the tests fits, after at most `gap` other words."""

    tests: tuple[WordTest, ...]
    gap: int = 0


def fold(word: str) -> str:
    """`word` in lower case, without accents and with straight apostrophes: "Privé" -> "prive"."""
    plain = word.lower().replace("’", "'").replace("‘", "'")
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))


def is_same_document(name: object, other: str) -> bool:
    """Whether a name from a profile is of the document `other`: "Privacy-reglement 2025" is "privacyreglement"."""
    return re.sub(r"[^a-z]", "", fold(other)) in re.sub(r"[^a-z]", "", fold(str(name)))


def parse_term(term: str) -> tuple[tuple[Step, ...], ...]:
    """The readings of a term, each its steps in order; more than one when a choice has several words.

    Handles: "hoor en wederhoor", "=gehoord", "(sociale|social) media", "leiden tot ... ontslag",
    "(raad van bestuur|directie) besluit".
    Raises: ValueError with a Dutch reason for a term that cannot be read.
    """
    return tuple(_steps(reading) for reading in _readings(term))


def _readings(term: str) -> list[str]:
    """`term` with each choice of several words written out: "(a b|c|d) e" -> "a b e", "(c|d) e"."""
    for match in _GROUP.finditer(term):
        choices = [choice.strip() for choice in match[1].split("|")]
        wide = [choice for choice in choices if " " in choice]
        if not wide:
            continue
        narrow = [choice for choice in choices if " " not in choice]
        parts = [*wide, f"({'|'.join(narrow)})"] if narrow else wide
        written_out = [term[: match.start()] + part + term[match.end() :] for part in parts]
        return [reading for part in written_out for reading in _readings(part)]
    return [term]


def _steps(term: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    gap = 0
    pieces = _PIECE.findall(term)
    if not pieces:
        raise ValueError("een lege term")
    for position, piece in enumerate(pieces):
        if piece == "...":
            if gap or position in (0, len(pieces) - 1):
                raise ValueError("'...' staat tussen twee woorden, niet aan het begin of het eind")
            gap = GAP_WORDS
            continue
        steps.append(Step(_tests(piece), gap))
        gap = 0
    return tuple(steps)


def _tests(piece: str) -> tuple[WordTest, ...]:
    if piece.startswith("("):
        if not piece.endswith(")"):
            raise ValueError(f'een haakje dat niet sluit in "{piece}"')
        choices = piece[1:-1].split("|")
    else:
        choices = [piece]
    return tuple(_test(choice.strip()) for choice in choices)


def _test(choice: str) -> WordTest:
    exact = choice.startswith("=")
    bare = choice.removeprefix("=") if exact else choice.strip("*")
    if not bare or not _WORD.fullmatch(bare):
        raise ValueError(f'"{choice}" is geen woord; toegestaan zijn =woord, woord*, *woord en (a|b)')
    if exact:
        return WordTest("form", fold(bare))
    if choice.startswith("*") and choice.endswith("*"):
        return WordTest("infix", fold(bare))
    if choice.endswith("*"):
        return WordTest("prefix", fold(bare))
    if choice.startswith("*"):
        return WordTest("suffix", fold(bare))
    return WordTest("lemma", fold(bare))


def literal_words(steps: tuple[Step, ...]) -> frozenset[str]:
    """The words that match by inflection, for which a table of forms is made."""
    return frozenset(test.text for step in steps for test in step.tests if test.kind == "lemma")
