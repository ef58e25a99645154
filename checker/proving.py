"""Proves a rulebook by the examples in its own files.

For every rule: each example behaves; without any one exception an example fails; the suggested text,
put into a policy that lacks it, clears the finding and raises no other. Terms whose removal no example
notices are reported, not failed. Known misses are an exact set: one that works is a fault too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from checker.audit import Auditor
from checker.model import Context, Example, Kind, Rule, Rulebook, TaggedDocument, Verdict
from checker.parsing import parse_text
from checker.rulebook.organisation import check_facts, make_context
from checker.tagging import Pipeline

DEFAULT_FACTS: Mapping[str, object] = {
    "aantal_werkzame_personen": 120,
    "werkgever": "privaat",
    "sector": "algemeen",
    "medezeggenschap": "OR",
    "fase": "ontwerp",
}
"""The organisation of an example that names none: private, works council, more than fifty people."""

PLACEHOLDER_RULE = "GOV-004"
"""Suggested texts hold fields to fill in, which this rule is there to find."""

_REPORTED = frozenset({Verdict.MISSING, Verdict.RISK, Verdict.INCONSISTENT, Verdict.DEPENDS})


@dataclass(frozen=True, slots=True)
class Proof:
    """What proving one rule gave; a rule is proven when `problems` is empty. Dutch, for the author of the rule."""

    rule: str
    examples: int
    known_misses: int
    exceptions: int
    problems: tuple[str, ...]


class Prover:
    """Proves rules of one rulebook; tags each example once."""

    def __init__(self, rulebook: Rulebook, pipeline: Pipeline, reference_date: dt.date) -> None:
        self._rulebook = rulebook
        self._date = reference_date
        self._pipeline = pipeline
        self._auditor = Auditor(rulebook, pipeline)
        self._tagged: dict[str, TaggedDocument] = {}

    def prove(self, rule_ids: Iterable[str]) -> Iterator[Proof]:
        """A proof of each rule, in the order asked."""
        for rule_id in rule_ids:
            rule = self._rulebook.rules[rule_id]
            problems = [*self._examples(rule), *self._exceptions(rule), *self._suggestion(rule)]
            misses = sum(1 for example in rule.examples if example.known_miss)
            yield Proof(rule.id, len(rule.examples), misses, len(rule.exceptions), tuple(problems))

    def _examples(self, rule: Rule) -> Iterator[str]:
        for example in rule.examples:
            reports = self._reports(self._auditor, rule, example)
            if reports == example.must_report:
                if example.known_miss:
                    yield f'De bekende fout is hersteld; haal bekend_fout weg: "{_short(example)}"'
            elif not example.known_miss:
                wanted = "moet melden maar zwijgt" if example.must_report else "mag niet melden maar meldt"
                yield f'Een voorbeeld {wanted}: "{_short(example)}"'

    def _exceptions(self, rule: Rule) -> Iterator[str]:
        """Each exception must be needed by some example."""
        for position, exception in enumerate(rule.exceptions):
            rest = rule.exceptions[:position] + rule.exceptions[position + 1 :]
            without = replace(rule, exceptions=rest)
            auditor = self._auditor.with_rules({**self._needed_by(rule), rule.id: without})
            if not any(
                self._reports(auditor, without, example) != example.must_report
                for example in rule.examples
                if not example.known_miss
            ):
                yield f"Geen voorbeeld merkt het als deze uitzondering wegvalt: omdat {exception.because}"

    def _suggestion(self, rule: Rule) -> Iterator[str]:
        """The suggested text clears an absence and is itself free of findings."""
        if not rule.texts.suggestion:
            return
        context = self._context(rule, None)
        report = self._auditor.audit_tagged(self._tag(rule.texts.suggestion), context)
        raised = [
            outcome.rule
            for outcome in report.outcomes
            if outcome.verdict in (Verdict.RISK, Verdict.INCONSISTENT) and outcome.rule != PLACEHOLDER_RULE
        ]
        if raised:
            yield f"Het tekstvoorstel levert zelf een bevinding op: {', '.join(raised)}"
        lacking = next((e for e in rule.examples if e.must_report and not e.known_miss), None)
        if rule.kind is Kind.MISSING and lacking is not None:
            mended = replace(lacking, text=f"{lacking.text}\n\n{rule.texts.suggestion}")
            if self._reports(self._auditor, rule, mended):
                yield "Het tekstvoorstel neemt de bevinding niet weg."

    def idle_terms(self, rule_id: str) -> tuple[str, ...]:
        """Terms of concepts that only this rule names, whose removal no example of it notices. Slow: retags."""
        rule = self._rulebook.rules[rule_id]
        own = _own_concepts(rule, self._rulebook)
        idle = []
        for name in own:
            concept = self._rulebook.concepts[name]
            for term in concept.terms:
                rest = tuple(other for other in concept.terms if other != term)
                concepts = {**self._rulebook.concepts, name: replace(concept, terms=rest or ("=\u200b",))}
                auditor = Auditor(
                    replace(self._rulebook, concepts=concepts, rules=self._needed_by(rule)), self._pipeline
                )
                if all(
                    self._behaves_fresh(auditor, rule, example) for example in rule.examples if not example.known_miss
                ):
                    idle.append(f"{name}: {term}")
        return tuple(idle)

    def _behaves_fresh(self, auditor: Auditor, rule: Rule, example: Example) -> bool:
        tagged = auditor.tag(parse_text(example.text))
        return self._outcome(auditor, rule, example, tagged) == example.must_report

    def _needed_by(self, rule: Rule) -> dict[str, Rule]:
        """The rule and those whose reports it builds on."""
        names = {rule.id, *(name for pattern in rule.all_patterns for name in pattern.rules)}
        return {name: self._rulebook.rules[name] for name in sorted(names)}

    def _reports(self, auditor: Auditor, rule: Rule, example: Example) -> bool:
        return self._outcome(auditor, rule, example, self._tag(example.text))

    def _outcome(self, auditor: Auditor, rule: Rule, example: Example, tagged: TaggedDocument) -> bool:
        report = auditor.audit_tagged(tagged, self._context(rule, example))
        return any(outcome.rule == rule.id and outcome.verdict in _REPORTED for outcome in report.outcomes)

    def _tag(self, text: str) -> TaggedDocument:
        if text not in self._tagged:
            self._tagged[text] = self._auditor.tag(parse_text(text))
        return self._tagged[text]

    def _context(self, rule: Rule, example: Example | None) -> Context:
        given = check_facts(example.facts) if example else {}
        kind = (example.policy_type if example else None) or rule.policy_types[0]
        day = (example.reference_date if example else None) or self._date
        return make_context({**DEFAULT_FACTS, **given}, reference_date=day, policy_type=kind)


def _own_concepts(rule: Rule, rulebook: Rulebook) -> list[str]:
    def named(one: Rule) -> set[str]:
        return {name for pattern in one.all_patterns for name in pattern.named_concepts}

    others = {name for other in rulebook.rules.values() if other.id != rule.id for name in named(other)}
    return sorted(named(rule) - others)


def _short(example: Example) -> str:
    first = " ".join(example.text.split())
    return first if len(first) <= 120 else first[:117] + "…"
