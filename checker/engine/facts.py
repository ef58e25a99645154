"""TaggedDocument -> facts for the engine: our own ids, tags and integers, never text of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.model import SILENT_FLAGS, Amount, Clause, Context, Flag, Pattern, Rule, Rulebook, TaggedDocument
from checker.tagging.amounts import find_amounts

Fact = dict[str, Any]
NO_LIST = 1_000_000
"""Added to the index of a clause outside lists: such a clause is a list of its own."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What rules ask of facts: concepts, and groups of forces, actors, flags, concepts or rules, any of which fits."""

    concepts: frozenset[str]
    groups: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, patterns: Iterable[Pattern]) -> Wanted:
        """What these sentence forms ask."""
        patterns = list(patterns)
        concepts = frozenset(name for pattern in patterns for name in (*pattern.concepts, *pattern.any_of))
        groups = frozenset(
            tuple(group)
            for pattern in patterns
            for group in (pattern.forces, pattern.actors, pattern.flags, pattern.rules, pattern.any_of)
            if group
        )
        return cls(concepts, groups)

    def memberships(self, *values: str) -> Fact:
        """The groups to which any of `values` belongs, as keys of a fact."""
        return {group_key(group): 1 for group in self.groups if not set(values).isdisjoint(group)}


def group_key(group: Iterable[str]) -> str:
    """The key of a fact that belongs to a group: "any_sanctie_verbod"."""
    return "any_" + "_".join(sorted(group))


def document_facts(tagged: TaggedDocument, wanted: Wanted) -> Iterator[Fact]:
    """Facts in document order: for each clause its flags, its mentions of wanted concepts and its amounts."""
    by_clause: dict[int, list[Fact]] = {clause.index: [] for clause in tagged.clauses}
    places = {clause.index: _place(clause, wanted) for clause in tagged.clauses}
    for clause in tagged.clauses:
        for flag in clause.flags:
            fact = {"kind": "flag", "flag": flag.value, **wanted.memberships(flag), **places[clause.index]}
            by_clause[clause.index].append(fact)
    for mention in tagged.mentions:
        if mention.concept in wanted.concepts:
            polarity = {"negated": int(mention.negated), "excepted": int(mention.excepted)}
            groups = wanted.memberships(mention.concept)
            fact = {"kind": "mention", "concept": mention.concept, **polarity, **groups, **places[mention.clause]}
            by_clause[mention.clause].append(fact)
    for index, amount in enumerate(tagged.amounts):
        by_clause[amount.clause].append(_amount_fact(index, amount, places[amount.clause]))
    number = 0
    for clause in tagged.clauses:
        for fact in by_clause[clause.index]:
            yield {**fact, "id": f"f{number}"}
            number += 1


def _place(clause: Clause, wanted: Wanted) -> Fact:
    """Where a clause stands, and what it is; windows are ids to join on."""
    return {
        "bepaling": clause.index,
        "alinea": clause.block,
        "opsomming": clause.list_id if clause.list_id >= 0 else NO_LIST + clause.index,
        "paragraaf": clause.section,
        "document": 0,
        "silent": int(clause.is_silent),
        "unheard": int(any(flag in SILENT_FLAGS and flag is not Flag.DEFINITION for flag in clause.flags)),
        **wanted.memberships(clause.actor, *clause.forces),
    }


def _amount_fact(index: int, amount: Amount, place: Fact) -> Fact:
    return {
        "kind": "amount",
        "quantity": amount.quantity,
        "unit": amount.unit,
        "value": amount.value,
        "amount": index,
        **place,
    }


def active_facts(rules: Iterable[Rule], context: Context, rulebook: Rulebook) -> Iterator[Fact]:
    """One fact per rule that may speak, with the limits that hold on the reference date."""
    for rule in rules:
        fact: Fact = {"kind": "active", "rule": rule.id, "id": f"a{rule.id}"}
        for part, pattern in enumerate(rule.patterns):
            if pattern.limit:
                value, unit = resolve_limit(pattern.limit, context, rulebook.parameters)
                fact |= {f"limit_{part}": value, f"limit_unit_{part}": unit}
        yield fact


def resolve_limit(limit: str, context: Context, parameters: Mapping[str, Any]) -> tuple[int, str]:
    """Value and unit of a limit: "30 dagen" as written, or a parameter on the reference date."""
    written = limit
    if limit in parameters:
        parameter = parameters[limit]
        value = parameter.value_on(context.reference_date)
        written = f"{value if value is not None else 0} {parameter.unit}"
    found = next(find_amounts(written, 0), None)
    return (found.value, found.unit) if found else (0, "")


END: Fact = {"kind": "end", "id": "end1"}
SECOND_END: Fact = {"kind": "end2", "id": "end2"}
"""After this, rules that build on other rules' reports decide."""
