"""What no example of a rulebook exercises: terms that match nowhere, sentence forms and variants that never hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from checker.engine import Engine
from checker.model import Context, Kind, Rule, Rulebook
from checker.parsing import parse_text
from checker.rulebook.organisation import check_facts, make_context
from checker.tagging import Pipeline, Tagger

_OF_THE_TAGGER = ("strekking_", "actor_", "kenmerk_", "soort_")
"""Concepts that the tagger reads itself; the tests of tagging and the corpora exercise them."""


def unexercised(rulebook: Rulebook, pipeline: Pipeline, reference_date: dt.date) -> Iterator[str]:
    """One Dutch line, with its file, for each term, sentence form and variant that no example of any rule exercises.

    An example exercises a term when the term matches in its text, whether or not the finding hangs on it.
    """
    tagger = Tagger.with_weights(rulebook, pipeline)
    documents = {
        example.text: parse_text(example.text) for rule in rulebook.rules.values() for example in rule.examples
    }
    matched = {found for document in documents.values() for found in tagger.terms_in(document)}
    for concept in rulebook.concepts.values():
        if not concept.id.startswith(_OF_THE_TAGGER):
            for term in concept.terms:
                if (concept.id, term) not in matched:
                    yield f"{concept.source} — Geen voorbeeld heeft deze term van {concept.id}: {term}"
    engine = Engine(rulebook)
    tagged = {text: tagger.tag(document) for text, document in documents.items()}
    for rule in rulebook.rules.values():
        seen: set[tuple[str, int]] = set()
        for example in rule.examples:
            context = _context(rule, example.facts, example.reference_date or reference_date)
            for match in engine.run(tagged[example.text], rulebook.rules.values(), context):
                if match.rule == rule.id:
                    seen.add((match.role, match.part))
        yield from _idle_forms(rule, seen)


def _idle_forms(rule: Rule, seen: set[tuple[str, int]]) -> Iterator[str]:
    roles = ("satisfied",) if rule.kind is Kind.MISSING else ("report", "silenced")
    whole = rule.kind is Kind.INCONSISTENT and not rule.stands_alone
    for part in range(1 if whole else len(rule.patterns)):
        if not any((role, part) in seen for role in roles):
            yield f"{rule.source} — Geen voorbeeld past op zin {part + 1} van wanneer."
    for part, variant in enumerate(rule.variants):
        if variant.pattern and ("variant", part) not in seen:
            yield f"{rule.source} — Geen voorbeeld past op afwijkend {part + 1}: omdat {variant.because}"


def _context(rule: Rule, facts: object, day: dt.date) -> Context:
    given = check_facts(facts) if isinstance(facts, dict) else {}
    return make_context(given, reference_date=day, policy_type=rule.policy_types[0])
