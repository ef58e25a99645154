"""`beleidstoets rules where`: which concepts a sentence holds, and which rules use them."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

import typer

from checker.cli.choosing import choose
from checker.cli.console import text_width, write_output
from checker.cli.options import Model, PolicyTypeOption, ReferenceDate, RuleFolders
from checker.cli.preparing import OrganisationFlags, load_rules, prepare_context
from checker.errors import UsageError
from checker.model import Clause, Context, Mention, Report, Rulebook, TaggedDocument, Verdict

_WIDEST = 100
_LONGEST_TERM = 60
_REPORTED = (Verdict.RISK, Verdict.INCONSISTENT)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One concept in the sentence: where, by which term, and the rules that ask for it."""

    concept: str
    source: str
    term: str
    words: str
    is_denied: bool
    rules: tuple[str, ...]


def show_where(
    sentences: Annotated[
        list[str], typer.Argument(metavar="ZIN...", help="Een of meer zinnen, elk tussen aanhalingstekens.")
    ],
    *,
    all_concepts: Annotated[
        bool, typer.Option("--all", help="Noem ook begrippen die geen regel gebruikt, maar het programma zelf.")
    ] = False,
    where_format: Annotated[
        str, typer.Option("--format", "-f", metavar="VORM", help="Vorm: text (standaard) of json.")
    ] = "text",
    policy_type: PolicyTypeOption = "SMB",
    reference_date: ReferenceDate = None,
    rules: RuleFolders = None,
    model: Model = "auto",
) -> None:
    """Zoek in een zin: welke begrippen erin staan, met welke term, en welke regels die begrippen gebruiken."""
    chosen = choose("--format", where_format, ("text", "json"))
    text = "\n\n".join(sentence.strip() for sentence in sentences)
    if not text.strip():
        raise UsageError(
            "Er staat geen zin.", where="ZIN", fix='Schrijf: beleidstoets rules where "Plaats geen foto\'s."'
        )
    rulebook = load_rules(rules)
    context = prepare_context(OrganisationFlags(), policy_type, reference_date)
    tagged, report = _audit(text, rulebook, model, context)
    used = rules_by_concept(rulebook)
    found = [(clause, _seen(tagged, clause, rulebook, used, all_concepts=all_concepts)) for clause in tagged.clauses]
    write_output(_as_json(tagged, found, report) if chosen == "json" else _as_text(tagged, found, report))


def _audit(text: str, rulebook: Rulebook, model: str, context: Context) -> tuple[TaggedDocument, Report]:
    from checker.audit import Auditor
    from checker.parsing import parse_text
    from checker.tagging import load_pipeline

    auditor = Auditor(rulebook, load_pipeline(model))
    tagged = auditor.tag(parse_text(text))
    return tagged, auditor.audit_tagged(tagged, context)


def rules_by_concept(rulebook: Rulebook) -> Mapping[str, tuple[str, ...]]:
    """Concept -> ids of the rules that ask for it, themselves or through a concept that names it."""
    users: dict[str, set[str]] = {name: set() for name in rulebook.concepts}
    for rule in rulebook.rules.values():
        names = [name for pattern in rule.all_patterns for name in pattern.named_concepts]
        todo = [*names, *([rule.belongs_under] if rule.belongs_under else [])]
        while todo:
            name = todo.pop()
            if name in users and rule.id not in users[name]:
                users[name].add(rule.id)
                todo.extend(rulebook.concepts[name].concepts)
    return {name: tuple(sorted(found)) for name, found in users.items()}


def _seen(
    tagged: TaggedDocument,
    clause: Clause,
    rulebook: Rulebook,
    used: Mapping[str, tuple[str, ...]],
    *,
    all_concepts: bool,
) -> list[_Seen]:
    def one(mention: Mention) -> _Seen:
        words = " ".join(tagged.document.text[mention.start : mention.end].split())
        source = rulebook.concepts[mention.concept].source
        denied = mention.negated or mention.excepted
        return _Seen(mention.concept, source, mention.term, words, denied, used[mention.concept])

    here = (mention for mention in tagged.mentions if mention.clause == clause.index)
    return [one(mention) for mention in here if all_concepts or used[mention.concept]]


def _reporting(report: Report, clause: Clause) -> list[str]:
    """Rules that would report on this clause."""
    places = (
        (outcome.rule, place)
        for outcome in report.outcomes
        if outcome.verdict in _REPORTED
        for place in outcome.evidence
    )
    return sorted({rule for rule, place in places if place.start < clause.end and clause.start < place.end})


def _as_text(tagged: TaggedDocument, found: Iterable[tuple[Clause, list[_Seen]]], report: Report) -> str:
    width = min(text_width(sys.stdout), _WIDEST)
    lines = (line for clause, seen in found for line in _lines(tagged, clause, seen, report))
    return "".join(f"{_wrapped(line, width)}\n" for line in lines)


def _short_term(term: str) -> str:
    """The term, cut where it holds more alternatives than a line shows; JSON has the whole."""
    return term if len(term) <= _LONGEST_TERM else f"{term[: _LONGEST_TERM - 1]}…"


def _wrapped(line: str, width: int) -> str:
    """The line on as many lines as the width asks, the later ones further in."""
    inside = " " * (len(line) - len(line.lstrip()) + 4)
    return textwrap.fill(line, width, subsequent_indent=inside, break_on_hyphens=False, break_long_words=False)


def _lines(tagged: TaggedDocument, clause: Clause, seen: list[_Seen], report: Report) -> Iterator[str]:
    yield f'"{" ".join(tagged.document.text[clause.start : clause.end].split())}"'
    flags = f"; kenmerken: {', '.join(clause.flags)}" if clause.flags else ""
    yield f"  strekking: {', '.join(clause.forces)}; actor: {clause.actor}{flags}"
    for one in seen:
        denied = ", ontkend of uitgezonderd: telt niet mee" if one.is_denied else ""
        yield f'  {one.concept}: "{one.words}" (term: {_short_term(one.term)}; {one.source}{denied})'
        yield f"    gebruikt door: {', '.join(one.rules) or 'het programma zelf'}"
    if not seen:
        yield "  Geen begrip van een regel past op deze bepaling."
    reporting = _reporting(report, clause)
    yield f"  hierover meldt: {', '.join(reporting)}" if reporting else "  Geen regel meldt hierover iets."


def _as_json(tagged: TaggedDocument, found: Iterable[tuple[Clause, list[_Seen]]], report: Report) -> str:
    rows = [
        {
            "text": tagged.document.text[clause.start : clause.end],
            "forces": list(clause.forces),
            "actor": clause.actor,
            "flags": list(clause.flags),
            "concepts": [
                {
                    "concept": one.concept,
                    "source": one.source,
                    "term": one.term,
                    "words": one.words,
                    "denied": one.is_denied,
                    "rules": list(one.rules),
                }
                for one in seen
            ],
            "reported_by": _reporting(report, clause),
        }
        for clause, seen in found
    ]
    return json.dumps({"clauses": rows}, ensure_ascii=False, indent=2) + "\n"
