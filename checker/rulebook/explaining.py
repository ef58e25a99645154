"""Pydantic's complaints in Dutch: what, where (file and line), how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from checker.errors import BeleidstoetsError
from checker.rulebook.yaml_reading import YamlFile


def explain_validation(
    error: ValidationError,
    file: YamlFile,
    path: tuple[str, ...],
    model: type[BaseModel],
    *,
    manual: str = "Zie rules/LEESMIJ.md.",
) -> list[BeleidstoetsError]:
    """One error per complaint, in the order of the schema.

    A list whose items are wrong is not called too short as well: pydantic counts only the sound items.
    `manual` is what to do when no complaint of pydantic says it better.
    """
    known = sorted(set(_keys(model)))
    problems = []
    complaints = error.errors(include_url=False)
    for complaint in complaints:
        own = complaint["loc"]
        if complaint["type"] == "too_short" and any(
            len(other["loc"]) > len(own) and other["loc"][: len(own)] == own for other in complaints
        ):
            continue
        location = (*path, *(part for part in complaint["loc"] if isinstance(part, str | int)))
        what, fix = _words(complaint, location, known, manual)
        problems.append(BeleidstoetsError(what, where=file.place(location), fix=fix))
    return problems


def _words(complaint: Any, location: tuple[str | int, ...], known: list[str], manual: str) -> tuple[str, str]:
    key = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
    kind = complaint["type"]
    if kind == "extra_forbidden":
        return f'De sleutel "{key}" bestaat niet.', suggest(key, known)
    if kind == "missing":
        return f'De sleutel "{key}" ontbreekt.', "Voeg hem toe."
    if kind in ("enum", "literal_error"):
        wanted = complaint["ctx"]["expected"].replace(" or ", ", ").replace("'", "")
        return f'De waarde "{complaint["input"]}" van "{key}" bestaat niet.', suggest(
            str(complaint["input"]), wanted.split(", ")
        )
    if kind == "string_pattern_mismatch":
        return (
            f'De waarde "{complaint["input"]}" van "{key}" heeft niet de goede vorm.',
            f"Verwacht: {complaint['ctx']['pattern']}",
        )
    if kind.startswith("date"):
        return f'"{complaint["input"]}" is geen datum.', "Schrijf een datum als 2026-11-24."
    if kind.startswith("int"):
        return f'"{complaint["input"]}" is geen geheel getal.', "Schrijf alleen cijfers."
    if kind in ("greater_than_equal", "less_than_equal"):
        least, most = complaint["ctx"].get("ge"), complaint["ctx"].get("le")
        fix = f"Schrijf ten minste {least}." if most is None else f"Schrijf ten hoogste {most}."
        return f'"{complaint["input"]}" van "{key}" valt buiten de grenzen.', fix
    if kind == "too_short":
        return f'"{key}" is leeg of te kort.', f"Noem er ten minste {complaint['ctx']['min_length']}."
    if kind == "string_too_short":
        return f'"{key}" is te kort.', f"Schrijf ten minste {complaint['ctx']['min_length']} tekens."
    if kind == "string_too_long":
        return f'"{key}" is te lang.', f"Gebruik hoogstens {complaint['ctx']['max_length']} tekens."
    if kind == "value_error":
        return (
            f'Bij "{key or "dit onderdeel"}" klopt de vorm niet: {complaint["ctx"]["error"]}.',
            manual,
        )
    if kind == "tuple_type":
        return f'De waarde van "{key}" is geen lijst.', "Schrijf een lijst, bijvoorbeeld: [a, b]."
    if kind == "string_type":
        return f'De waarde van "{key}" past hier niet.', "Schrijf één tekst, geen lijst en geen sleutels."
    return f'De waarde van "{key}" past hier niet.', manual


def suggest(word: str, known: list[str]) -> str:
    """ "Bedoelde u …?" for a near name, else the known names."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f'Bedoelde u "{near[0]}"?'
    return "Kies uit: " + ", ".join(known[:30]) + "." if known else ""


def _keys(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name
        for part in _models(field.annotation):
            yield from _keys(part)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
