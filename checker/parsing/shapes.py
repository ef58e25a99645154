"""The shape of a line: does it look like a title, a sentence, a form field or an entry of a table of contents."""

from __future__ import annotations

import re

MAX_TITLE_WORDS = 10
_MAX_TITLE_CHARACTERS = 110
_FINAL = ".!?;:,"

_LEADER = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}|_{3,}|(?:\s|^)…+\s*\d+$")
_RULE = re.compile(r"([-=_*~–—.])(?:\s?\1){2,}$")
_MARKS = re.compile(r"^[#>\s]+|[*_`]{1,3}")
_NO_TITLE = re.compile(r"@|https?:|www\.|\||^(?:[A-Z]\.)+\s?[A-Za-z]|^\[?_+")
"""Addresses, rows of a table, and names under a signature ("J.F. de Leeuw")."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

_FINITE_FORMS = """
    is zijn was waren wordt worden werd werden mag mogen moet moeten moest moesten kan kunnen kon konden zal zullen
    zou zouden dient dienen heeft hebben hebt had hadden geldt gelden gaat gaan ging hoeft hoeven behoort behoren ben
    bent wil wilt willen doet houdt neemt maakt geeft krijgt krijgen valt vallen staat stelt stellen blijft blijven
    betreft omvat bevat bepaalt bepalen vormt vormen meldt gebruikt draagt dragen zorgt ontvangt ontvangen leidt leiden
    verwacht verwachten streeft streven respecteert plaatst verbiedt wijst bewaart bewaren controleert deelt
"""
_FINITE = frozenset(_FINITE_FORMS.split())
"""Verbs that a title hardly ever holds; "gebruiken" or "melden" are titles as well and are not here."""
_SUBJECTS = frozenset(("wij", "we", "men", "er", "ik", "hij", "u", "jullie", "ze"))
_QUESTION_WORDS = frozenset(("wat", "wie", "waar", "waarom", "wanneer", "hoe", "welke", "waarvoor", "waarover"))
_UNFINISHED_ENDINGS = """
    de het een en of van voor in op met te om aan bij door naar uit dat die als tot over onder tegen
    tussen zonder tijdens
"""
_UNFINISHED = frozenset(_UNFINISHED_ENDINGS.split())


def strip_marks(text: str) -> str:
    """Return a text without Markdown marks, only to judge its shape or to name it."""
    return _MARKS.sub("", text).strip()


def is_all_bold_marks(text: str) -> bool:
    """Whether a line is one piece of bold Markdown that was left as typed: "**Inleiding**"."""
    return len(text) > 4 and text.startswith(("**", "__")) and text.endswith(text[:2]) and text.count(text[:2]) == 2


def is_leader(text: str) -> bool:
    """Whether a line is filled up with dots or underscores: an entry of a contents list or a form field."""
    return bool(_LEADER.search(text))


def is_rule_line(text: str) -> bool:
    """Whether a line is only a ruler: "---", "=====", "* * *"."""
    return bool(_RULE.match(text))


def has_sentence_shape(text: str) -> bool:
    """Whether a short line without final punctuation reads as a sentence rather than as a title.

    Sentence: "Wij respecteren elkaar", "Gebruik geen privé-accounts", "Medewerkers mogen internet gebruiken".
    Title: "Wat mag niet", "Geen negatieve publiciteit", "Consequenties bij niet naleving".
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if not words or words[0] in _QUESTION_WORDS:
        return False
    return (
        words[0] in _SUBJECTS
        or any(word in _FINITE for word in words)
        or any(word in {"geen", "nooit"} for word in words[1:])
    )


def is_title_like(text: str, *, emphasised: bool = False) -> bool:
    """Whether a line without its marker could be a heading, by its own looks alone."""
    if len(text) > 2 * _MAX_TITLE_CHARACTERS:
        return False
    bare = strip_marks(text)
    letters = re.sub(r"^[\W_]+", "", bare)
    if not letters or not letters[0].isupper() or len(bare) > _MAX_TITLE_CHARACTERS:
        return False
    words = bare.split()
    if len(words) > MAX_TITLE_WORDS or bare[-1] in _FINAL or is_leader(bare) or _NO_TITLE.search(bare):
        return False
    if words[-1].lower() in _UNFINISHED or (": " in bare and not emphasised):
        return False
    return not has_sentence_shape(bare)
