"""Values that a person typed after an option -> the value meant, or a message that lists the choices."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Sequence

from checker.errors import UsageError


def choose(option: str, written: str, choices: Iterable[str]) -> str:
    """The choice that was written, whatever its capitals.

    Raises: UsageError that lists the choices.
    """
    known = {choice.casefold(): choice for choice in choices}
    chosen = known.get(written.strip().casefold())
    if chosen is None:
        what = f'De waarde "{written}" bestaat niet.'
        raise UsageError(what, where=option, fix=f"Kies uit: {', '.join(known.values())}.")
    return chosen


def choose_optional(option: str, written: str | None, choices: Iterable[str]) -> str | None:
    """As `choose`; None when the option was not given."""
    return None if written is None else choose(option, written, choices)


def split_words(written: Sequence[str] | None) -> tuple[str, ...]:
    """The words of a repeatable option that may hold commas, in order, without doubles."""
    words = (word.strip() for item in written or () for word in item.split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def read_date(option: str, written: str) -> dt.date:
    """The day that was written as 2026-11-24.

    Raises: UsageError.
    """
    try:
        return dt.date.fromisoformat(written.strip())
    except ValueError as error:
        raise UsageError(
            f'"{written}" is geen datum.', where=option, fix="Schrijf een datum als 2026-11-24."
        ) from error


def read_count(option: str, written: str) -> int:
    """The whole number that was written: "120" or "1.200".

    Raises: UsageError.
    """
    from checker.rulebook.organisation import MOST_PEOPLE, parse_count

    number = parse_count(written.strip())
    if number is None or number > MOST_PEOPLE:
        fix = "Schrijf een geheel getal, zoals 120 of 1.200."
        raise UsageError(f'"{written}" is geen aantal.', where=option, fix=fix)
    return number


def choose_rules(option: str, words: Sequence[str], rule_ids: Sequence[str]) -> frozenset[str]:
    """The rules whose id is, or begins with, one of the words.

    Raises: UsageError for a word that fits no rule.
    """
    chosen: set[str] = set()
    for word in words:
        fitting = {rule_id for rule_id in rule_ids if rule_id.startswith(word.upper())}
        if not fitting:
            raise UsageError(f'Er is geen regel "{word}".', where=option, fix=_nearest(word.upper(), rule_ids))
        chosen |= {word.upper()} if word.upper() in fitting else fitting
    return frozenset(chosen)


def _nearest(word: str, rule_ids: Sequence[str]) -> str:
    prefixes = sorted({rule_id.partition("-")[0] for rule_id in rule_ids})
    near = difflib.get_close_matches(word, [*rule_ids, *prefixes], n=1, cutoff=0.6)
    if near:
        return f'Bedoelde u "{near[0]}"?'
    return f"Noem een regel, of een begin: {', '.join(prefixes)}." if prefixes else "Er zijn geen regels."
