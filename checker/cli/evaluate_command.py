"""`beleidstoets evaluate`: measures the program against a corpus that people annotated."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.choosing import choose, choose_optional
from checker.cli.collecting import show_path
from checker.cli.console import COLOR_CHOICES, is_terminal, text_width, wants_color, with_progress, write_error
from checker.cli.console import write_output as write_stdout
from checker.cli.delivering import Delivery, plan_deliveries, write_report
from checker.cli.options import REPORT, Color, Model, RuleFolders
from checker.cli.preparing import load_rules
from checker.errors import UsageError

SPLITS = ("train", "test", "all")
_FORMATS = ("text", "json")
_MOST = 100_000
_WARNING = "Let op: u vraagt fouten in de helft test. Stel daar niets op bij, want dan meet die helft niet meer."


def evaluate(
    corpus: Annotated[str, typer.Argument(metavar="CORPUS", help="Map van een corpus, zoals corpora/clauses.")],
    *,
    split: Annotated[
        str | None,
        typer.Option(
            "--split",
            metavar="HELFT",
            help="Welke helft: train (standaard), test of all. Zonder verdeling.yaml is het all.",
        ),
    ] = None,
    errors: Annotated[
        str,
        typer.Option(
            "--errors",
            metavar="AANTAL",
            rich_help_panel=REPORT,
            help="Noem van elk onderdeel hoogstens zoveel fouten. Van de helft test alleen met --split test.",
        ),
    ] = "0",
    report_format: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="VORM", rich_help_panel=REPORT, help="Vorm: text (standaard) of json."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="BESTAND", rich_help_panel=REPORT, help="Bestand voor de uitslag."),
    ] = None,
    rules: RuleFolders = None,
    model: Model = "auto",
    color: Color = "auto",
) -> None:
    """Meet hoe goed het programma een corpus leest: bepalingen, strekking, actor, ontkenning, verwijzingen.

    Een corpus is een map met voor elk stuk een map met bron.md en notities.yaml. Nodig is scikit-learn.
    """
    half = choose_optional("--split", split, SPLITS)
    most = _read_most(errors)
    delivery = _plan(report_format, output)
    colored = wants_color(choose("--color", color, COLOR_CHOICES), sys.stdout) and delivery.target is None
    if half == "test" and most:
        write_error(_WARNING)
    text = _measure(corpus, half, most, delivery, rules, model, colored=colored)
    if delivery.target is None:
        write_stdout(text)
    else:
        write_report(text, delivery.target)
        write_error(f"Geschreven: {delivery.target.as_posix()}")


def _measure(
    corpus: str,
    half: str | None,
    most: int,
    delivery: Delivery,
    rules: list[str] | None,
    model: str,
    *,
    colored: bool,
) -> str:
    """The rendered evaluation."""
    from checker.evaluation import compare, evaluate_corpus, read_corpus, render_json, render_text, require_library
    from checker.tagging import Tagger, load_pipeline

    require_library()
    rulebook = load_rules(rules)
    gold = read_corpus(Path(corpus), show_path(Path(corpus)), half, rulebook.laws)
    pipeline = load_pipeline(model)
    tagger = Tagger.with_weights(rulebook, pipeline)
    documents = with_progress(gold.documents, lambda item: item.name, shown=is_terminal(sys.stderr))
    compared = [compare(document, tagger.tag(document.document)) for document in documents]
    evaluation = evaluate_corpus(gold, compared, rulebook=rulebook.version, pipeline=pipeline.name, most_misses=most)
    if delivery.report_format == "json":
        return render_json(evaluation)
    return render_text(evaluation, width=text_width(None if delivery.target else sys.stdout), color=colored)


def _plan(report_format: str | None, output: str | None) -> Delivery:
    """Where the result goes, as text or JSON.

    Raises: UsageError for another format and for a place that cannot be written.
    """
    formats = () if report_format is None else (choose("--format", report_format, _FORMATS),)
    delivery = plan_deliveries(formats, output)[0]
    if delivery.report_format not in _FORMATS:
        what = f"Een meting kan niet worden geschreven als {delivery.report_format}."
        raise UsageError(what, where=f"--output {output}", fix="Kies met --format text of json.")
    return delivery


def _read_most(written: str) -> int:
    if written.strip().isdecimal() and int(written) <= _MOST:
        return int(written)
    raise UsageError(f'"{written}" is geen aantal.', where="--errors", fix="Schrijf een geheel getal, zoals 20.")
