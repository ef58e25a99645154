"""Proves a rulebook by the examples in its own files.

For every rule: each example behaves; without any one exception an example fails; the suggested text, put into a policy
that lacks it, clears the finding and raises no other; the laws that its texts name are in the registry and in force.
For the whole: the suggested texts of all rules together pass the whole rulebook. Terms whose removal no example
notices are reported, not failed. Known misses are an exact set: one that works is a fault too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.audit import Auditor
from checker.model import Context, Example, Kind, PolicyType, Rule, Rulebook, TaggedDocument, Verdict
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

_FINDINGS = frozenset({Verdict.MISSING, Verdict.RISK, Verdict.INCONSISTENT})
_REPORTED = _FINDINGS | {Verdict.DEPENDS}


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
            alone = self._auditor.with_rules(self._needed_by(rule))
            problems = [
                *self._examples(rule, alone),
                *self._exceptions(rule),
                *self._suggestion(rule),
                *self._citations(rule),
            ]
            misses = sum(1 for example in rule.examples if example.known_miss)
            yield Proof(rule.id, len(rule.examples), misses, len(rule.exceptions), tuple(problems))

    def prove_together(self, rule_ids: Iterable[str]) -> Iterator[str]:
        """What the suggested texts of these rules, put together in one policy of each type, still raise."""
        raised: dict[str, list[str]] = {}
        rules = [self._rulebook.rules[name] for name in rule_ids]
        for kind in PolicyType:
            texts = [rule.texts.suggestion for rule in rules if rule.texts.suggestion and kind in rule.policy_types]
            context = make_context(DEFAULT_FACTS, reference_date=self._date, policy_type=kind)
            # Each under a heading of its own, as in a policy: in one endless section all stands beside all.
            policy = "\n\n".join(f"# Onderdeel {number}\n\n{text}" for number, text in enumerate(texts, 1))
            report = self._auditor.audit_tagged(self._tag(policy), context)
            for outcome in report.outcomes:
                if outcome.verdict in _FINDINGS and outcome.rule != PLACEHOLDER_RULE:
                    quotes = [place.quote for place in outcome.evidence][:2]
                    raised.setdefault(" ".join([outcome.rule, *(f'"{quote}"' for quote in quotes)]), []).append(kind)
        for what, kinds in raised.items():
            yield f"Alle tekstvoorstellen samen ({', '.join(kinds)}) leveren een bevinding op: {what}"

    def _examples(self, rule: Rule, alone: Auditor) -> Iterator[str]:
        for example in rule.examples:
            reports = self._reports(alone, rule, example)
            if reports == example.must_report:
                if example.known_miss:
                    where = _place(rule, example.line)
                    yield f'{where}De bekende fout is hersteld; haal bekend_fout weg: "{_short(example)}"'
            elif not example.known_miss:
                wanted = "moet melden maar zwijgt" if example.must_report else "mag niet melden maar meldt"
                yield f'{_place(rule, example.line)}Een voorbeeld {wanted}: "{_short(example)}"'

    def _exceptions(self, rule: Rule) -> Iterator[str]:
        """Each exception must be needed by some example."""
        for position, exception in enumerate(rule.exceptions):
            rest = rule.exceptions[:position] + rule.exceptions[position + 1 :]
            if not self.notices(replace(rule, exceptions=rest)):
                where = _place(rule, exception.line)
                yield f"{where}Geen voorbeeld merkt het als deze uitzondering wegvalt: omdat {exception.because}"

    def notices(self, changed: Rule) -> bool:
        """Whether an example of the rule behaves otherwise when the rule is changed to this."""
        auditor = self._auditor.with_rules({**self._needed_by(changed), changed.id: changed})
        return any(
            self._reports(auditor, changed, example) != example.must_report
            for example in changed.examples
            if not example.known_miss
        )

    def _suggestion(self, rule: Rule) -> Iterator[str]:
        """The suggested text clears an absence; put into a policy that lacks it, it raises no finding of any rule."""
        if not rule.texts.suggestion:
            return
        lacking = next((e for e in rule.examples if e.must_report and not e.known_miss), None)
        context = self._context(rule, lacking)
        before = self._findings(lacking.text, context) if lacking and rule.kind is Kind.MISSING else {}
        text = f"{lacking.text}\n\n{rule.texts.suggestion}" if before and lacking else rule.texts.suggestion
        after = self._findings(text, context)
        raised = [
            name
            for name, verdict in after.items()
            if name not in before and name != PLACEHOLDER_RULE and (before or verdict is not Verdict.MISSING)
        ]
        if raised:
            yield f"{rule.source} — Het tekstvoorstel levert zelf een bevinding op: {', '.join(raised)}"
        if rule.id in before and rule.id in after:
            yield f"{rule.source} — Het tekstvoorstel neemt de bevinding niet weg."

    def _findings(self, text: str, context: Context) -> dict[str, Verdict]:
        report = self._auditor.audit_tagged(self._tag(text), context)
        return {outcome.rule: outcome.verdict for outcome in report.outcomes if outcome.verdict in _FINDINGS}

    def _citations(self, rule: Rule) -> Iterator[str]:
        """Every law that the texts of a finding name is in the registry, and in force."""
        texts = (rule.texts.message, rule.texts.why, rule.texts.advice, rule.texts.suggestion, rule.disputed)
        for reference in self._tag("\n\n".join(text for text in texts if text)).references:
            law = self._rulebook.laws.get(reference.law)
            if law is None and reference.law != "ECLI":
                yield f'{rule.source} — Deze wet staat niet in wetten.yaml: "{reference.written}"'
            elif law and law.valid_through and law.valid_through < self._date and rule.id != "GOV-005":
                yield f'{rule.source} — Deze wet geldt niet meer: "{reference.written}"'

    def idle_terms(self, rule_id: str) -> tuple[str, ...]:
        """Terms of concepts that only this rule names, whose removal no example of it notices. Slow: retags."""
        rule = self._rulebook.rules[rule_id]
        own = _own_concepts(rule, self._rulebook)
        terms = [(name, term) for name in own for term in self._rulebook.concepts[name].terms]
        return tuple(f"{name}: {term}" for name, term in terms if not self.misses_term(rule, name, term))

    def misses_term(self, rule: Rule, concept_id: str, term: str) -> bool:
        """Whether an example of the rule behaves otherwise without this term of a concept. Tags every example anew."""
        concept = self._rulebook.concepts[concept_id]
        rest = tuple(other for other in concept.terms if other != term)
        concepts = {**self._rulebook.concepts, concept_id: replace(concept, terms=rest or ("=\u200b",))}
        auditor = Auditor(replace(self._rulebook, concepts=concepts, rules=self._needed_by(rule)), self._pipeline)
        return not all(
            self._outcome(auditor, rule, example, auditor.tag(parse_text(example.text))) == example.must_report
            for example in rule.examples
            if not example.known_miss
        )

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


def _own_concepts(rule: Rule, rulebook: Rulebook) -> Sequence[str]:
    def named(one: Rule) -> set[str]:
        return {name for pattern in one.all_patterns for name in pattern.named_concepts}

    others = {name for other in rulebook.rules.values() if other.id != rule.id for name in named(other)}
    return sorted(named(rule) - others)


def _place(rule: Rule, line: int) -> str:
    return f"{rule.source}:{line} — " if line else f"{rule.source} — "


def _short(example: Example) -> str:
    first = " ".join(example.text.split())
    return first if len(first) <= 120 else first[:117] + "…"
