"""`beleidstoets doctor`: what is installed, what is used, and what will not work."""

from __future__ import annotations

import json
import platform
from collections import Counter
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import typer

from checker import __version__, resources
from checker.cli.console import counted, write_error, write_output
from checker.cli.options import Model, RuleFolders
from checker.cli.preparing import load_rules, today
from checker.errors import BeleidstoetsError, RulebookError
from checker.model import Kind, Rulebook

_LABEL_WIDTH = 16
_BROKEN = 2
_INSTALL = "in een checkout van het project met: pip install '.[nl-core-news-sm]'"


def doctor(*, rules: RuleFolders = None, model: Model = "auto") -> None:
    """Toon wat er is geïnstalleerd, wat er wordt gebruikt en wat niet zal werken."""
    faults: list[str] = []
    rows = [
        ("Beleidstoets", __version__),
        ("Python", platform.python_version()),
        ("spaCy", _installed("spacy", faults)),
        ("durable_rules", _installed("durable_rules", faults)),
        *_pipeline_rows(model, faults),
        *_rule_rows(rules, faults),
        _template_row(faults),
    ]
    for label, text in rows:
        write_output(f"{label.ljust(_LABEL_WIDTH)}{text}\n")
    for fault in faults:
        write_error(f"Fout: {fault}")
    if faults:
        raise typer.Exit(_BROKEN)
    write_output("Alles werkt.\n")


def _installed(distribution: str, faults: list[str]) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        faults.append(f"{distribution} is niet geïnstalleerd. Installeer Beleidstoets opnieuw.")
        return "niet geïnstalleerd"


def _pipeline_rows(model: str, faults: list[str]) -> Iterator[tuple[str, str]]:
    from checker.tagging import choose_pipeline, load_pipeline
    from checker.tagging.pipeline import PREFERRED

    try:
        preferred = metadata.version(PREFERRED)
    except metadata.PackageNotFoundError:
        preferred = ""
    chosen = choose_pipeline(model)
    if model not in ("auto", "embedded"):
        reason = "gekozen met --model"
    elif model == "embedded":
        reason = "die van Beleidstoets zelf, gekozen met --model embedded"
    elif isinstance(chosen, Path):
        reason = f"die van Beleidstoets zelf, omdat {PREFERRED} niet is geïnstalleerd"
    else:
        reason = f"omdat {PREFERRED} is geïnstalleerd"
    try:
        yield "Taalpijplijn", f"{load_pipeline(model).name} ({reason})"
    except BeleidstoetsError as error:
        faults.append(str(error))
        yield "Taalpijplijn", f"{_pipeline_name(chosen)} ({reason}): werkt niet"
    if preferred:
        yield PREFERRED, f"{preferred}, geïnstalleerd"
    else:
        yield PREFERRED, f"niet geïnstalleerd, en niet verplicht; installeren kan {_INSTALL}"


def _pipeline_name(chosen: str | Path) -> str:
    if isinstance(chosen, str):
        return chosen
    try:
        meta = json.loads((chosen / "meta.json").read_text(encoding="utf-8"))
        return f"{meta['lang']}_{meta['name']} {meta['version']}"
    except (OSError, ValueError, KeyError):
        return chosen.name


def _rule_rows(folders: list[str] | None, faults: list[str]) -> Iterator[tuple[str, str]]:
    yield "Map met regels", str(resources.rules_folder())
    try:
        rulebook = load_rules(folders)
    except BeleidstoetsError as error:
        problems = error.problems if isinstance(error, RulebookError) else (error,)
        faults.extend(str(problem) for problem in problems)
        yield "Regels", "kunnen niet worden gelezen"
        return
    yield "Regels", f"versie {rulebook.version}: {_counts(rulebook)}"
    lapsed = [rule.id for rule in rulebook.rules.values() if not rule.basis_on(today())]
    if lapsed:
        yield "Zwijgen vandaag", f"{', '.join(lapsed)} (geen grondslag van kracht)"


def _counts(rulebook: Rulebook) -> str:
    kinds = Counter(rule.kind for rule in rulebook.rules.values())
    by_kind = ", ".join(f"{kinds[kind]} {kind}" for kind in Kind)
    return (
        f"{counted(len(rulebook.rules), 'regel', 'regels')} ({by_kind}), "
        f"{counted(len(rulebook.concepts), 'begrip', 'begrippen')}, "
        f"{counted(len(rulebook.parameters), 'getal', 'getallen')}, {counted(len(rulebook.laws), 'wet', 'wetten')}"
    )


def _template_row(faults: list[str]) -> tuple[str, str]:
    folder = resources.reports_folder()
    if not folder.is_dir():
        faults.append("De map met sjablonen voor rapporten ontbreekt. Installeer Beleidstoets opnieuw.")
    return "Sjablonen", str(folder)
