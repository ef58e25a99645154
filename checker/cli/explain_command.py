"""`beleidstoets explain`: what was read in each clause of one document, and which rules look at it."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.choosing import choose, split_words
from checker.cli.collecting import show_path
from checker.cli.complaining import complain_of_rules
from checker.cli.console import COLOR_CHOICES, text_width, wants_color, write_error
from checker.cli.console import write_output as write_stdout
from checker.cli.delivering import SUFFIXES, Delivery, plan_deliveries, targets, write_report
from checker.cli.options import ORGANISATION, REPORT, Color, Model, PolicyTypeOption, ReferenceDate, RuleFolders, Strict
from checker.cli.preparing import OrganisationFlags, load_rules, prepare_context
from checker.errors import MissingFileError, UsageError
from checker.model import Clause, Context, Force, Rulebook

if TYPE_CHECKING:
    from checker.reporting.explanation import Explanation

FORMATS = ("text", "html", "json")
SILENT = "stil"
"""May stand among the forces after `--only`."""

_RANGE = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")
_STEM = "uitleg"
"""Name of the file in a folder: uitleg.html."""


def explain(
    file: Annotated[str, typer.Argument(metavar="BESTAND", help="Het beleid: Word, PDF, Markdown of gewone tekst.")],
    *,
    chosen_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="VORM",
            rich_help_panel=REPORT,
            help="Vorm van de uitleg: text (standaard), html of json.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PLAATS",
            rich_help_panel=REPORT,
            help="Bestand voor de uitleg, of een map (eindigt op /); daarin komt uitleg.html en zo meer.",
        ),
    ] = None,
    clauses: Annotated[
        list[str] | None,
        typer.Option(
            "--clause", metavar="NUMMERS", rich_help_panel=REPORT, help="Alleen deze bepalingen: 12 of 3-9,14"
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="STREKKING",
            rich_help_panel=REPORT,
            help=f"Alleen bepalingen met deze strekking: {', '.join(Force)}; of {SILENT}. Mag vaker.",
        ),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option("--profile", metavar="BESTAND", rich_help_panel=ORGANISATION, help="Profiel van de organisatie."),
    ] = None,
    policy_type: PolicyTypeOption = None,
    reference_date: ReferenceDate = None,
    rules: RuleFolders = None,
    strict: Strict = False,
    model: Model = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Geen mededelingen.")] = False,
    color: Color = "auto",
) -> None:
    """Leg een document uit: per bepaling wat er is gelezen, en welke regels daarop letten.

    Eindigt met 0 (ook als regels iets melden), 2 (verkeerd gebruik, of een bestand dat er niet is) of 4 (het
    document kon niet worden gelezen).
    """
    colored = wants_color(choose("--color", color, COLOR_CHOICES), sys.stdout)
    numbers = _read_ranges(clauses)
    kinds = frozenset(choose("--only", word, (*Force, SILENT)) for word in split_words(only))
    delivery = _plan(chosen_format, output)
    asked = prepare_context(OrganisationFlags(profile), policy_type, reference_date)
    path = _find(file, delivery)
    rulebook = load_rules(rules, tell=None if strict else complain_of_rules)
    explanation = _explain(path, asked, rulebook, model, numbers, kinds)
    _deliver(explanation, delivery, colored=colored, quiet=quiet)


def _plan(chosen_format: str | None, output: str | None) -> Delivery:
    """Where the one explanation goes, and in what form.

    Raises: UsageError for a form that there is not, and for a place that cannot be written.
    """
    chosen = None if chosen_format is None else choose("--format", _long_name(chosen_format), FORMATS)
    if output not in (None, "-") and (Path(output).is_dir() or output.endswith("/")):
        output = str(Path(output) / f"{_STEM}.{SUFFIXES[chosen or FORMATS[0]]}")
    delivery = plan_deliveries(() if chosen is None else (chosen,), output)[0]
    if delivery.report_format not in FORMATS:
        fix = f"Kies met --format uit: {', '.join(FORMATS)}."
        raise UsageError("Een uitleg kan niet in deze vorm worden geschreven.", where=f"--output {output}", fix=fix)
    return delivery


def _long_name(written: str) -> str:
    return "text" if written.strip().casefold() == "txt" else written


def _find(written: str, delivery: Delivery) -> Path:
    """The file that was named.

    Raises: MissingFileError, or UsageError for a folder and for a file that the explanation would overwrite.
    """
    path = Path(written)
    try:
        is_there, is_folder = path.exists(), path.is_dir()
    except (OSError, ValueError):
        is_there = is_folder = False
    if not is_there:
        raise MissingFileError("Dit bestand bestaat niet.", where=written, fix="Controleer de naam en de map.")
    if is_folder:
        raise UsageError("Dit is een map.", where=written, fix="Noem één bestand uit deze map.")
    if targets((Delivery("", path),)) & targets((delivery,)):
        what = "De uitleg zou dit document overschrijven."
        raise UsageError(what, where=written, fix="Kies met --output een andere naam.")
    return path


def _explain(
    path: Path,
    asked: Context,
    rulebook: Rulebook,
    model: str,
    numbers: Sequence[tuple[int, int]],
    kinds: frozenset[str],
) -> Explanation:
    """Read, tag and audit the document once.

    Raises: DocumentError when it cannot be read.
    """
    from checker.audit import Auditor
    from checker.parsing import read_document
    from checker.reporting.explanation import gather
    from checker.tagging import load_pipeline, recognise_policy_type

    document = read_document(path, shown_path=show_path(path))
    auditor = Auditor(rulebook, load_pipeline(model))
    tagged = auditor.tag(document)
    report = auditor.audit_tagged(tagged, recognise_policy_type(tagged, asked))
    return gather(tagged, report, rulebook, _choose_clauses(tagged.clauses, numbers, kinds))


def _deliver(explanation: Explanation, delivery: Delivery, *, colored: bool, quiet: bool) -> None:
    from checker.reporting.explanation import render_explanation

    target = delivery.target
    width = text_width(sys.stdout if target is None else None)
    text = render_explanation(explanation, delivery.report_format, width=width, color=colored and target is None)
    if target is None:
        write_stdout(text)
        return
    write_report(text, target)
    if not quiet:
        write_error(f"Geschreven: {target.as_posix()}")


def _read_ranges(written: Sequence[str] | None) -> tuple[tuple[int, int], ...]:
    """First and last number of each range that was written after `--clause`.

    Raises: UsageError.
    """
    ranges = []
    for word in split_words(written):
        found = _RANGE.fullmatch(word)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 0 < first <= last:
            fix = "Schrijf een nummer of een reeks, zoals 12 of 3-9."
            raise UsageError(f'"{word}" is geen nummer van een bepaling.', where="--clause", fix=fix)
        ranges.append((first, last))
    return tuple(ranges)


def _choose_clauses(
    clauses: Sequence[Clause], ranges: Sequence[tuple[int, int]], kinds: frozenset[str]
) -> tuple[int, ...] | None:
    """Indices of the clauses in one of the ranges and with one of the forces; None when all are asked for.

    Raises: UsageError for a number that there is not.
    """
    if not ranges and not kinds:
        return None
    for first, last in ranges:
        if last > len(clauses):
            what = f"Bepaling {last if first <= len(clauses) else first} bestaat niet."
            raise UsageError(what, where="--clause", fix=f"Kies een nummer van 1 tot en met {len(clauses)}.")
    return tuple(
        clause.index
        for clause in clauses
        if (not ranges or any(first <= clause.index + 1 <= last for first, last in ranges))
        and (not kinds or not kinds.isdisjoint(_kinds_of(clause)))
    )


def _kinds_of(clause: Clause) -> tuple[str, ...]:
    """A silent clause is only silent: its force tells nothing."""
    return (SILENT,) if clause.is_silent else tuple(clause.forces)
