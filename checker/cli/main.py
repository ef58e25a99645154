"""The program `beleidstoets`. Heavy parts are imported inside the commands: `--help` loads no spaCy."""

from __future__ import annotations

import json
import logging
import warnings
from typing import Annotated

import typer

from checker import __version__
from checker.cli.check_command import check
from checker.cli.console import write_output
from checker.cli.doctor_command import doctor
from checker.cli.evaluate_command import evaluate
from checker.cli.explain_command import explain
from checker.cli.helping import DutchCommand, DutchGroup
from checker.cli.new_rule_command import new_rule
from checker.cli.rule_pages_command import write_rule_pages
from checker.cli.rules_commands import rules_app
from checker.cli.where_command import show_where

app = typer.Typer(
    name="beleidstoets",
    cls=DutchGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Toets bestaand beleid aan het Nederlandse arbeidsrecht en privacyrecht.",
)
schema_app = typer.Typer(
    cls=DutchGroup, no_args_is_help=True, help="Toon de beschrijving van wat Beleidstoets schrijft."
)

app.command("check", cls=DutchCommand)(check)
app.command("explain", cls=DutchCommand)(explain)
rules_app.command("new", cls=DutchCommand)(new_rule)
rules_app.command("docs", cls=DutchCommand)(write_rule_pages)
rules_app.command("where", cls=DutchCommand)(show_where)
app.add_typer(rules_app, name="rules")
app.add_typer(schema_app, name="schema")
app.command("evaluate", cls=DutchCommand)(evaluate)
app.command("doctor", cls=DutchCommand)(doctor)


def _print_version(*, asked: bool) -> None:
    if asked:
        write_output(f"beleidstoets {__version__}\n")
        raise typer.Exit


@app.callback()
def _program(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=lambda asked: _print_version(asked=asked), help="Toon de versie."
        ),
    ] = False,
) -> None:
    """Toets bestaand beleid aan het Nederlandse arbeidsrecht en privacyrecht."""


@schema_app.command("report", cls=DutchCommand)
def print_report_schema() -> None:
    """Toon het JSON Schema van het JSON-rapport."""
    from checker.reporting import report_schema

    write_output(json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n")


@schema_app.command("explanation", cls=DutchCommand)
def print_explanation_schema() -> None:
    """Toon het JSON Schema van de uitleg in JSON."""
    from checker.reporting.explanation import explanation_schema

    write_output(json.dumps(explanation_schema(), ensure_ascii=False, indent=2) + "\n")


@schema_app.callback()
def _schema() -> None:
    """Toon de beschrijving van wat Beleidstoets schrijft."""


def run() -> None:
    """The entry point. What libraries log or warn about stays inside: it may quote a policy."""
    logging.getLogger().addHandler(logging.NullHandler())
    warnings.simplefilter("ignore")
    app(prog_name="beleidstoets")
