"""`beleidstoets check`: audits files and folders, and writes the reports."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checker.cli.choosing import choose, split_words
from checker.cli.collecting import Collection, PolicyFile, collect_files
from checker.cli.complaining import complain, complain_of_rules
from checker.cli.console import COLOR_CHOICES, counted, is_terminal, text_width, wants_color, with_progress, write_error
from checker.cli.console import write_output as write_stdout
from checker.cli.delivering import Delivery, plan_deliveries, targets, write_report
from checker.cli.options import (
    ORGANISATION,
    REPORT,
    RULES,
    Color,
    Model,
    PolicyTypeOption,
    ReferenceDate,
    RuleFolders,
    Strict,
)
from checker.cli.preparing import OrganisationFlags, Selection, load_rules, prepare_context, select_rules
from checker.errors import UsageError
from checker.model import Audit, Context, Report, Severity

if TYPE_CHECKING:
    from checker.audit import Auditor

NEVER = "nooit"
_ORDER = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)

_WRONG_USE, _NOTHING, _UNREADABLE, _FINDINGS = 2, 3, 4, 1


@dataclass(frozen=True, slots=True)
class Voice:
    """How much to tell on standard error."""

    quiet: bool
    verbose: bool
    debug: bool

    def tell(self, line: str) -> None:
        if not self.quiet:
            write_error(line)

    def explain(self, line: str) -> None:
        if self.verbose:
            write_error(line)


def check(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PADEN...", help="Bestanden of mappen met beleid.")],
    *,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="VORM",
            rich_help_panel=REPORT,
            help="Vorm van het rapport: text (standaard), html, markdown of json. Mag vaker.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PLAATS",
            rich_help_panel=REPORT,
            help="Bestand voor het rapport, of een map (eindigt op /); daarin komt rapport.html en zo meer.",
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="ERNST",
            rich_help_panel=REPORT,
            help="Eindig met code 1 bij een bevinding vanaf deze ernst: hoog, midden, laag (standaard) of nooit.",
        ),
    ] = "laag",
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="REGELS", rich_help_panel=RULES, help="Alleen deze regels: SAN-004,AVG"),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="REGELS", rich_help_panel=RULES, help="Zonder deze regels: GOV,INT-001"),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile",
            metavar="BESTAND",
            rich_help_panel=ORGANISATION,
            help="Profiel van de organisatie, YAML of TOML. De opties hieronder gaan voor.",
        ),
    ] = None,
    employees: Annotated[
        str | None,
        typer.Option("--employees", metavar="AANTAL", rich_help_panel=ORGANISATION, help="Aantal werkzame personen."),
    ] = None,
    employer: Annotated[
        str | None,
        typer.Option(
            "--employer",
            metavar="SOORT",
            rich_help_panel=ORGANISATION,
            help="Werkgever: privaat, overheid_AW2017, overheid_uitgezonderd, onderwijs_bijzonder of onbekend.",
        ),
    ] = None,
    sector: Annotated[
        str | None,
        typer.Option(
            "--sector",
            metavar="SECTOR",
            rich_help_panel=ORGANISATION,
            help="Sector: algemeen, zorg, onderwijs, hoger_onderwijs, financieel, media, "
            "politiek_of_levensbeschouwelijk, beursgenoteerd, uitzend, kritieke_infrastructuur of onbekend.",
        ),
    ] = None,
    representation: Annotated[
        str | None,
        typer.Option(
            "--representation",
            metavar="ORGAAN",
            rich_help_panel=ORGANISATION,
            help="Medezeggenschap: OR, PVT, personeelsvergadering, geen of onbekend.",
        ),
    ] = None,
    phase: Annotated[
        str | None,
        typer.Option(
            "--phase",
            metavar="FASE",
            rich_help_panel=ORGANISATION,
            help="Fase van het beleid: ontwerp, vastgesteld of onbekend.",
        ),
    ] = None,
    policy_type: PolicyTypeOption = None,
    reference_date: ReferenceDate = None,
    rules: RuleFolders = None,
    strict: Strict = False,
    model: Model = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Geen voortgang en geen mededelingen.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Vertel wat er gebeurt.")] = False,
    color: Color = "auto",
) -> None:
    """Toets beleid: wat ontbreekt, wat is riskant, wat spreekt zich tegen, en op welke grond.

    Eindigt met 0 (niets vanaf --fail-on), 1 (bevindingen), 2 (verkeerd gebruik, of een bestand dat er niet is),
    3 (niets om te toetsen) of 4 (een document kon niet worden beoordeeld).
    """
    voice = _voice(context, quiet=quiet, verbose=verbose)
    threshold = choose("--fail-on", fail_on, (*_ORDER, NEVER))
    colored = wants_color(choose("--color", color, COLOR_CHOICES), sys.stdout)
    deliveries = plan_deliveries(split_words(formats), output)
    flags = OrganisationFlags(profile, employees, employer, sector, representation, phase)
    asked = prepare_context(flags, policy_type, reference_date)
    collection = _collect(paths, deliveries, voice)
    selection = select_rules(
        load_rules(rules, tell=None if strict else complain_of_rules), split_words(select), split_words(ignore)
    )
    audit = _audit(collection.files, selection, asked, model, voice)
    _deliver(audit, deliveries, voice, colored=colored)
    raise typer.Exit(_exit_code(audit.reports, collection, threshold))


def _voice(context: typer.Context, *, quiet: bool, verbose: bool) -> Voice:
    if quiet and verbose:
        raise UsageError("Deze twee gaan niet samen.", where="--quiet en --verbose", fix="Kies een van beide.")
    state: Any = context.obj
    return Voice(quiet, verbose, isinstance(state, dict) and bool(state.get("debug")))


def _collect(paths: Sequence[str], deliveries: Sequence[Delivery], voice: Voice) -> Collection:
    """The files to audit. Ends the command when there are none."""
    from checker.parsing import SUPPORTED_SUFFIXES

    written = targets(deliveries)
    collection = collect_files(paths, suffixes=SUPPORTED_SUFFIXES, skip=written)
    for file in collection.files:
        if targets((Delivery("", file.path),)) & written:
            fix = "Kies met --output een andere naam."
            raise UsageError("Het rapport zou dit document overschrijven.", where=file.shown, fix=fix)
    for problem in collection.missing:
        complain(problem)
    for notice in collection.empty:
        if collection.files:
            voice.tell(f"Let op: {notice}")
        else:
            complain(notice)
    if not collection.files:
        raise typer.Exit(_WRONG_USE if collection.missing else _NOTHING)
    return collection


def _audit(files: Sequence[PolicyFile], selection: Selection, asked: Context, model: str, voice: Voice) -> Audit:
    from checker.audit import Auditor
    from checker.tagging import load_pipeline

    auditor = Auditor(selection.rulebook, load_pipeline(model))
    versions = auditor.versions
    voice.explain(f"Regels: {len(selection.chosen)} (versie {versions.rulebook}); taalpijplijn: {versions.pipeline}")
    if len(selection.chosen) < selection.available:
        verb = "is" if len(selection.chosen) == 1 else "zijn"
        voice.tell(f"Let op: {len(selection.chosen)} van de {selection.available} regels {verb} getoetst.")
    slow = len(files) > 1 or any(file.path.suffix.lower() == ".pdf" for file in files)
    shown = slow and not voice.quiet and is_terminal(sys.stderr)
    reports = []
    for file in with_progress(files, lambda item: item.shown, shown=shown):
        report = selection.narrow(_audit_one(auditor, file, asked, voice))
        found = counted(len(report.findings), "bevinding", "bevindingen")
        voice.explain(f"Getoetst: {file.shown} ({found})")
        reports.append(report)
    return Audit(asked, versions, tuple(reports))


def _audit_one(auditor: Auditor, file: PolicyFile, asked: Context, voice: Voice) -> Report:
    """The report on one file. A fault of ours makes it unreadable; the other files go on."""
    try:
        return auditor.audit_file(file.path, asked, shown_path=file.shown)
    except Exception as error:  # noqa: BLE001 - whatever one document brings about, the others are still audited
        if voice.debug:
            write_error(traceback.format_exc())
        reason = (
            f"Er ging iets mis in Beleidstoets zelf ({type(error).__name__}). "
            "Herhaal de opdracht met --debug en meld wat u dan ziet bij de makers."
        )
        return auditor.unreadable_report(file.path, file.shown, asked, reason)


def _deliver(audit: Audit, deliveries: Sequence[Delivery], voice: Voice, *, colored: bool) -> None:
    """Render everything first, then write: a fault in one format leaves no report behind."""
    from checker.reporting import render

    texts = [
        render(
            audit,
            delivery.report_format,
            width=text_width(sys.stdout) if delivery.target is None else text_width(None),
            color=colored and delivery.target is None,
        )
        for delivery in deliveries
    ]
    for delivery, text in zip(deliveries, texts, strict=True):
        if delivery.target is None:
            write_stdout(text)
        else:
            write_report(text, delivery.target)
            voice.tell(f"Geschreven: {delivery.target.as_posix()}")
    if not any(delivery == Delivery("text", None) for delivery in deliveries):
        for report in audit.reports:
            if report.unreadable:
                voice.tell(f"Niet beoordeeld: {report.document.path} — {report.unreadable}")


def _exit_code(reports: Sequence[Report], collection: Collection, threshold: str) -> int:
    if collection.missing:
        return _WRONG_USE
    if any(report.unreadable for report in reports):
        return _UNREADABLE
    if threshold != NEVER:
        counted = _ORDER[: _ORDER.index(Severity(threshold)) + 1]
        if any(finding.severity in counted for report in reports for finding in report.findings):
            return _FINDINGS
    return 0
