"""Reads the fixed sentences of a report (`reports/teksten/<language>.toml`) and fills them in."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from checker.resources import reports_folder


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language: tables of labels and sentences, as in the file."""

    tables: Mapping[str, Mapping[str, str]]

    @property
    def themes(self) -> Mapping[str, str]:
        """Rule prefix -> name of the theme, in the order of the report."""
        return self.tables["thema"]

    def label(self, table: str, key: str) -> str:
        """Return the fixed label for a key.

        Raises: KeyError, when the file lacks it.
        """
        return self.tables[table][key]

    def say(self, key: str, **values: object) -> str:
        """Return a fixed sentence with its gaps filled in."""
        return self.tables["zin"][key].format(**values)

    def count(self, number: int, noun: str) -> str:
        """Return "1 regel" or "3 regels"."""
        return f"{number} {self.noun(number, noun)}"

    def noun(self, number: int, noun: str) -> str:
        """Return the noun in the number that fits."""
        return self.label("enkelvoud" if number == 1 else "meervoud", noun)

    def date(self, day: dt.date) -> str:
        """Return "22 november 2026"."""
        return f"{day.day} {self.label('maand', str(day.month))} {day.year}"

    def listing(self, parts: Sequence[str]) -> str:
        """Return "a, b en c"."""
        return " en ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))

    def fact_name(self, key: str) -> str:
        """Return the name of a fact of the organisation; an unknown key is spelled out."""
        return self.tables["feit"].get(key, key.replace("_", " ").capitalize())

    def fact_value(self, value: object) -> str:
        """Return a fact as one reads it: None is "onbekend", an empty list "niets opgegeven"."""
        if value is None:
            return self.label("feitwaarde", "onbekend")
        if isinstance(value, bool):
            return self.label("feitwaarde", "ja" if value else "nee")
        if isinstance(value, str | int | float):
            return self.tables["feitwaarde"].get(str(value), str(value))
        if isinstance(value, Sequence | set | frozenset):
            items = sorted(value, key=str) if isinstance(value, set | frozenset) else list(value)
            return self.listing([self.fact_value(item) for item in items]) or self.label("feitwaarde", "leeg")
        return str(value)


@cache
def load_wording(language: str = "nl") -> Wording:
    """Return the fixed sentences of a language; read once."""
    path = reports_folder() / "teksten" / f"{language}.toml"
    return Wording(tomllib.loads(path.read_text(encoding="utf-8")))
