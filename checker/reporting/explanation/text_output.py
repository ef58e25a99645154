"""Writes an explanation for a terminal or a plain file; no line is longer than the width asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Force, Verdict
from checker.reporting.explanation.gathering import Explanation, HeardRule, Part
from checker.reporting.explanation.pieces import Piece
from checker.reporting.explanation.shown import SIGNALS, ShownClause, ShownExplanation, show
from checker.reporting.text_page import TextPage
from checker.reporting.wording import Wording

NARROWEST = 40
"""Below this width the lines are made for this width."""

_INDENT = 4
_FINDINGS = frozenset({Verdict.MISSING, Verdict.RISK, Verdict.INCONSISTENT})
_LABELS = 14
"""Columns for the name of a fact."""
_FORCE_STYLES: Mapping[str, str] = {
    Force.SANCTION: "bold magenta",
    Force.PROHIBITION: "bold red",
    Force.DUTY: "bold yellow",
    Force.ADVICE: "yellow",
    Force.RIGHT: "bold green",
    Force.POWER: "bold cyan",
    Force.PROMISE: "bold blue",
}
_PIECE_STYLES: Mapping[str, str] = {
    "cue": "bold",
    "negated": "underline",
    "excepted": "underline",
    "amount": "italic",
    "reference": "italic",
}


def render_text(explanation: Explanation, wording: Wording, *, width: int, color: bool) -> str:
    """Return the explanation as lines of at most `width` columns; without colour there is no escape code in it."""
    page = TextPage(max(width, NARROWEST), color=color)
    shown = show(explanation, wording)
    _write_head(page, shown, wording)
    for clause in shown.clauses:
        _write_clause(page, clause, wording)
    _write_verdicts(page, shown, wording)
    return page.text


def _write_head(page: TextPage, shown: ShownExplanation, wording: Wording) -> None:
    page.write((shown.name, "bold"), (" — ", ""), (shown.policy_type, ""))
    counts = ", ".join(f"{number} {label}" for _, label, number in shown.counts)
    page.write((shown.totals + ("." if shown.selection or not counts else f": {counts}."), ""))
    page.write((shown.basis, "dim"))
    if shown.silent:
        page.write((wording.say("stil_gevolg"), "dim"))
    if shown.selection:
        page.write((shown.selection, "bold"), (f" {counts[:1].upper()}{counts[1:]}." if counts else "", ""))
    page.rule()


def _write_clause(page: TextPage, clause: ShownClause, wording: Wording) -> None:
    style = "dim" if clause.is_silent else _FORCE_STYLES.get(clause.force, "bold")
    place = f" · {clause.place}{f' · {clause.marker}' if clause.marker not in ('', '•') else ''}"
    page.write((clause.label.upper(), style), (place, "dim"), indent=_INDENT, label=str(clause.number))
    for above in clause.lead_ins:
        lead = wording.say("aanhef_van", nummer=above.number)
        page.write((f"{lead} ", "dim"), *_styled(above.pieces), indent=_INDENT)
    page.write(*_styled(clause.pieces), indent=_INDENT)
    for fact in clause.facts:
        if fact.key != SIGNALS and (not clause.is_silent or fact.key == "stil"):
            _write_column(page, fact.label, [[(entry, "")] for entry in fact.entries])
    _write_column(page, wording.label("naam", "regels"), [_rule_parts(rule, wording) for rule in clause.rules])
    page.gap()


def _write_column(page: TextPage, label: str, entries: Sequence[Sequence[tuple[str, str]]]) -> None:
    """The entries below one another, the label beside the first."""
    for number, parts in enumerate(entries):
        page.write(*parts, indent=_INDENT + _LABELS, label="" if number else label, at=_INDENT)


def _styled(pieces: tuple[Piece, ...]) -> list[tuple[str, str]]:
    return [
        (piece.text, " ".join(dict.fromkeys(_PIECE_STYLES[kind] for kind in piece.kinds if kind in _PIECE_STYLES)))
        for piece in pieces
    ]


def _rule_parts(rule: HeardRule, wording: Wording) -> list[tuple[str, str]]:
    part = wording.label("rol", rule.part)
    severity = f" ({wording.label('ernst', rule.severity)})" if rule.severity else ""
    style = "bold red" if rule.part is Part.REPORTS else ""
    return [(rule.rule, "bold"), (" ", ""), (f"{part}{severity}", style), (f" — {rule.title}: {rule.reason}", "")]


def _write_verdicts(page: TextPage, shown: ShownExplanation, wording: Wording) -> None:
    """What became of each rule; those that found nothing to look at are named together."""
    if not shown.verdicts:
        return
    page.rule()
    page.write((wording.label("kop", "regels"), "bold"))
    page.write((wording.say("regels_uitleg"), "dim"))
    for verdict in shown.verdicts:
        page.gap()
        page.write((f"{verdict.label} ({wording.count(len(verdict.rules), 'regel')})", "bold"))
        groups: dict[str, list[str]] = {}
        for rule, title, reason, clauses in verdict.rules:
            if clauses or verdict.verdict in _FINDINGS:
                numbers = f" [{', '.join(map(str, clauses))}]" if clauses else ""
                said = f": {reason}" if reason else ""
                page.write((rule, "bold"), (f" {title}{said}{numbers}", ""), indent=_INDENT)
            else:
                groups.setdefault(reason, []).append(rule)
        for reason, rules in groups.items():
            page.write((f"{reason} ", ""), (f"({', '.join(rules)})", "dim"), indent=_INDENT)
