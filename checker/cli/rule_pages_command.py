"""`beleidstoets rules docs`: a page for each rule."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.cli.choosing import choose
from checker.cli.console import counted, write_output
from checker.cli.options import RuleFolders
from checker.cli.preparing import load_rules
from checker.errors import UsageError

_STALE = 1


def write_rule_pages(
    *,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="MAP", help="Map waarin de bladzijden komen.")
    ] = "rules/uitleg",
    page_format: Annotated[
        str, typer.Option("--format", "-f", metavar="VORM", help="Vorm: markdown (standaard) of html.")
    ] = "markdown",
    check: Annotated[
        bool, typer.Option("--check", help="Schrijf niets; eindig met 1 als een bladzijde niet bij de regels past.")
    ] = False,
    rules: RuleFolders = None,
) -> None:
    """Maak per regel een bladzijde met uitleg, grondslag en voorbeelden, en een lijst van alle regels."""
    from checker.reporting.rule_pages import PAGE_FORMATS, rule_pages

    chosen = choose("--format", page_format, PAGE_FORMATS)
    folder = Path(output)
    pages = dict(rule_pages(load_rules(rules), chosen))
    suffix = {Path(name).suffix for name in pages}
    held = {path.name for path in folder.glob("*") if path.suffix in suffix} if folder.is_dir() else set()
    stale = [name for name, text in pages.items() if name not in held or _read(folder / name) != text]
    left_over = sorted(held - set(pages))
    if check:
        for name in (*stale, *left_over):
            write_output(f"Verouderd: {(folder / name).as_posix()}\n")
        write_output(f"{counted(len(pages), 'bladzijde', 'bladzijden')} bekeken.\n")
        raise typer.Exit(_STALE if stale or left_over else 0)
    _write(folder, {name: pages[name] for name in stale}, left_over)
    write_output(f"{counted(len(pages), 'bladzijde', 'bladzijden')} in {folder.as_posix()}; {len(stale)} gewijzigd.\n")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(folder: Path, pages: dict[str, str], left_over: list[str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        for name in left_over:
            (folder / name).unlink()
    except OSError as error:
        fix = "Kies met --output een map waarin u mag schrijven."
        raise UsageError(
            "De bladzijden kunnen hier niet worden geschreven.", where=folder.as_posix(), fix=fix
        ) from error
