"""`beleidstoets rules`: list, read, prove and describe the rules."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.choosing import choose, choose_rules, split_words
from checker.cli.console import counted, is_terminal, text_width, with_progress, write_output
from checker.cli.helping import DutchCommand, DutchGroup
from checker.cli.options import Model, ReferenceDate, RuleFolders
from checker.cli.preparing import load_rules, read_day
from checker.errors import UsageError
from checker.model import Rule, Rulebook

if TYPE_CHECKING:
    from checker.proving import Proof, Prover
    from checker.tagging import Pipeline

rules_app = typer.Typer(cls=DutchGroup, no_args_is_help=True, help="Lees, bewijs en beschrijf de regels.")

_NOT_PROVEN = 2
_RULES_FOR_A_WORKER = 12
"""Fewer rules are proven sooner here than by a process that loads the pipeline first."""


@rules_app.command("list", cls=DutchCommand)
def list_rules(
    *,
    rules: RuleFolders = None,
    list_format: Annotated[
        str, typer.Option("--format", "-f", metavar="VORM", help="Vorm: text (standaard) of json.")
    ] = "text",
) -> None:
    """Toon alle regels: id, soort, ernst, oordeel en titel."""
    chosen = choose("--format", list_format, ("text", "json"))
    listed = tuple(load_rules(rules).rules.values())
    write_output(_as_json(listed) if chosen == "json" else _as_table(listed))


@rules_app.command("show", cls=DutchCommand)
def show_rule(
    rule_id: Annotated[str, typer.Argument(metavar="REGEL", help="Id van een regel, zoals SAN-004.")],
    *,
    rules: RuleFolders = None,
) -> None:
    """Lees een regel voor: wanneer hij meldt, waarom, op welke grond, met welke voorbeelden."""
    from checker.reporting.reading_aloud import read_aloud

    rulebook = load_rules(rules)
    found = [rulebook.rules[name] for name in sorted(choose_rules("REGEL", [rule_id], tuple(rulebook.rules)))]
    if len(found) > 1:
        what = f'Met "{rule_id}" beginnen {len(found)} regels.'
        raise UsageError(what, where="REGEL", fix=f"Noem er een: {', '.join(rule.id for rule in found)}.")
    write_output(read_aloud(found[0], rulebook, width=min(text_width(sys.stdout), 100)))


@rules_app.command("test", cls=DutchCommand)
def prove_rules(
    rule_ids: Annotated[
        list[str] | None, typer.Argument(metavar="[REGELS]...", help="Ids, of het begin ervan. Standaard: alle regels.")
    ] = None,
    *,
    terms: Annotated[
        bool, typer.Option("--terms", help="Noem ook termen die geen voorbeeld nodig heeft. Dit duurt lang.")
    ] = False,
    coverage: Annotated[
        bool,
        typer.Option("--coverage", help="Noem de termen, zinsvormen en afwijkingen die in geen voorbeeld voorkomen."),
    ] = False,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", metavar="AANTAL", min=0, help="Aantal processen; 0 (standaard): elke kern een."),
    ] = 0,
    rules: RuleFolders = None,
    model: Model = "auto",
    reference_date: ReferenceDate = None,
) -> None:
    """Bewijs de regels met hun voorbeelden, en alle tekstvoorstellen samen. Eindigt met 2 als een bewijs faalt."""
    day = read_day(reference_date)
    rulebook = load_rules(rules)
    words = split_words(rule_ids)
    wanted = sorted(choose_rules("REGELS", words, tuple(rulebook.rules)) if words else rulebook.rules)
    from checker.cli.proving_in_processes import prove_in_processes
    from checker.proving import Prover
    from checker.tagging import load_pipeline

    pipeline = load_pipeline(model)
    prover = Prover(rulebook, pipeline, day)
    workers = min(jobs or os.cpu_count() or 1, len(wanted) // _RULES_FOR_A_WORKER)
    proofs = (
        prove_in_processes(rules, model, day, wanted, workers) if workers > 1 and not terms else prover.prove(wanted)
    )
    failed = 0
    for proof in with_progress(proofs, lambda item: item.rule, shown=is_terminal(sys.stderr), total=len(wanted)):
        failed += bool(proof.problems)
        write_output("".join(f"{line}\n" for line in _proof_lines(proof, prover, with_terms=terms)))
    faults = list(prover.prove_together(wanted)) if not words else []
    write_output("".join(f"{line}\n" for line in faults))
    if coverage:
        _write_coverage(rulebook, pipeline, day)
    write_output(f"{counted(len(wanted) - failed, 'regel', 'regels')} akkoord, {failed} niet.\n")
    raise typer.Exit(_NOT_PROVEN if failed or faults else 0)


def _write_coverage(rulebook: Rulebook, pipeline: Pipeline, day: dt.date) -> None:
    from checker.exercising import unexercised

    lines = list(unexercised(rulebook, pipeline, day))
    write_output("".join(f"{line}\n" for line in lines))
    write_output(f"{counted(len(lines), 'onderdeel zit', 'onderdelen zitten')} in geen enkel voorbeeld.\n")


@rules_app.command("schema", cls=DutchCommand)
def print_rule_schema() -> None:
    """Toon het JSON Schema van een regelbestand."""
    from checker.rulebook.schema import RuleFile

    write_output(json.dumps(RuleFile.model_json_schema(by_alias=True), ensure_ascii=False, indent=2) + "\n")


def _proof_lines(proof: Proof, prover: Prover, *, with_terms: bool) -> list[str]:
    counts = [
        counted(proof.examples, "voorbeeld", "voorbeelden"),
        counted(proof.exceptions, "uitzondering", "uitzonderingen"),
    ]
    if proof.known_misses:
        counts.append(counted(proof.known_misses, "bekende fout", "bekende fouten"))
    verdict = "niet akkoord" if proof.problems else "akkoord"
    lines = [f"{proof.rule} {verdict} ({', '.join(counts)})", *(f"  {problem}" for problem in proof.problems)]
    if with_terms:
        lines += [f"  Geen voorbeeld heeft deze term nodig: {term}" for term in prover.idle_terms(proof.rule)]
    return lines


def _as_table(rules: Sequence[Rule]) -> str:
    header = ("REGEL", "SOORT", "ERNST", "OORDEEL", "TITEL")
    rows = [header, *((rule.id, rule.kind, rule.severity, rule.judgement, rule.title) for rule in rules)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header) - 1)]
    lines = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) for row in rows
    )
    return "".join(f"{line}\n" for line in lines) + f"{counted(len(rules), 'regel', 'regels')}\n"


def _as_json(rules: Sequence[Rule]) -> str:
    rows = [
        {
            "id": rule.id,
            "kind": rule.kind,
            "severity": rule.severity,
            "certainty": rule.certainty,
            "judgement": rule.judgement,
            "status": rule.status,
            "title": rule.title,
            "policy_types": list(rule.policy_types),
            "source": rule.source,
        }
        for rule in rules
    ]
    return json.dumps({"rules": rows}, ensure_ascii=False, indent=2) + "\n"
