"""The options that more than one command has."""

from __future__ import annotations

from typing import Annotated

import typer

ORGANISATION = "Over de organisatie en het beleid"
REPORT = "Over het rapport"
RULES = "Over de regels"

RuleFolders = Annotated[
    list[str] | None,
    typer.Option(
        "--rules",
        metavar="MAP",
        show_default=False,
        rich_help_panel=RULES,
        help="Map met eigen regels: vult de regels aan, of vervangt die met dezelfde naam. Mag vaker.",
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict",
        rich_help_panel=RULES,
        help="Stop bij een fout in een regelbestand. Anders wordt die gemeld en doen de andere regels hun werk.",
    ),
]
Model = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="NAAM",
        show_default=False,
        rich_help_panel=RULES,
        help="Taalpijplijn: auto (standaard), embedded (die van Beleidstoets) of de naam van een pijplijn.",
    ),
]
ReferenceDate = Annotated[
    str | None,
    typer.Option(
        "--reference-date",
        metavar="DATUM",
        show_default=False,
        rich_help_panel=ORGANISATION,
        help="Toets aan het recht op deze dag, als 2026-11-24. Standaard: vandaag.",
    ),
]
PolicyTypeOption = Annotated[
    str | None,
    typer.Option(
        "--policy-type",
        metavar="SOORT",
        rich_help_panel=ORGANISATION,
        help="Soort beleid: SMB, ICT, MON, GED, AI, BYOD, CAM of THW. Standaard: uit de tekst.",
    ),
]
Color = Annotated[str, typer.Option("--color", metavar="WANNEER", help="Kleur: auto (standaard), always of never.")]
