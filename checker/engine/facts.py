"""TaggedDocument -> facts for the engine: our own ids, tags and integers, never text of the document."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.errors import EngineError
from checker.model import (
    SILENT_FLAGS,
    Amount,
    Clause,
    Context,
    Flag,
    Force,
    Mention,
    Pattern,
    Pointer,
    Rule,
    Rulebook,
    TaggedDocument,
)
from checker.tagging.amounts import find_amounts

Fact = dict[str, Any]
EXPLAINING = "uitleg_bij_een_begrip"
"""The concept of words that explain another."""
NO_LIST = 1_000_000
"""Added to the index of a clause outside lists: such a clause is a list of its own."""


MAX_KEYS = 32
"""So many keys may a fact have; the engine refuses one with more (error 303)."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What rules ask of facts: which concepts, and of each sort of fact to which groups it belongs.

    A group is a set of forces, actors, flags, concepts or rules, any of which fits. A fact carries only the groups
    that some rule asks of it, because its keys are limited.
    """

    concepts: frozenset[str]
    groups: Mapping[str, frozenset[tuple[str, ...]]]
    """Concept, flag or rule -> the groups asked of a fact about it."""

    @classmethod
    def of(cls, patterns: Iterable[Pattern]) -> Wanted:
        """What these sentence forms ask.

        Raises: EngineError when a fact would need more keys than the engine takes.
        """
        concepts: set[str] = set()
        groups: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for pattern in patterns:
            concepts.update(pattern.concepts, pattern.any_of)
            if is_counted(pattern):
                chosen = tuple(sorted(map(held, pattern.any_of)))
                for name in (*pattern.concepts, *pattern.any_of):
                    groups[held(name)] |= {chosen} if name in pattern.any_of else set()
                continue
            first = first_of(pattern)
            asked: set[tuple[str, ...]] = {tuple(sorted(group)) for group in (pattern.forces, pattern.actors) if group}
            if pattern.flags or pattern.pointers or pattern.unexplained or pattern.rules:
                asked.add(tuple(sorted(first)))
            for name in first:
                groups[name] |= asked
            for name in pattern.any_of:
                groups[name].add(tuple(sorted(pattern.any_of)))
        for name, asked_groups in groups.items():
            if len(asked_groups) + _PLAIN_KEYS > MAX_KEYS:
                raise EngineError(
                    "Te veel regels vragen iets anders van hetzelfde.", where=name, fix="Deel het begrip op."
                )
        return cls(frozenset(concepts), {name: frozenset(asked) for name, asked in groups.items()})

    def memberships(self, about: str, *values: str) -> Fact:
        """The groups asked of a fact about `about` to which it or any of `values` belongs, as keys of the fact."""
        mine = {about, *values}
        return {group_key(group): 1 for group in sorted(self.groups.get(about, ())) if not mine.isdisjoint(group)}


def is_counted(pattern: Pattern) -> bool:
    """Whether a form asks which concepts the document holds anywhere, each at a place of its own.

    Such a form is filled from one fact for each concept; from mentions it would be filled in as many ways as the
    concepts have combinations of places.
    """
    other = (pattern.forces, pattern.actors, pattern.flags, pattern.rules, pattern.pointers, pattern.unexplained)
    many = pattern.at_least or len(pattern.concepts) > 1
    return pattern.window == "document" and bool(many) and not any(other) and not pattern.limit


def held(concept: str) -> str:
    """What a fact about a concept anywhere in the document is about; never the name of a concept."""
    return f"{concept} in het document"


def first_of(pattern: Pattern) -> tuple[str, ...]:
    """What the first fact of a sentence form is about: one of these flags, pointers, unexplained concepts or rules,
    or its first concept."""
    return (
        pattern.flags
        or pattern.pointers
        or tuple(unexplained(name) for name in pattern.unexplained)
        or pattern.rules
        or pattern.concepts[:1]
        or pattern.any_of
    )


def unexplained(concept: str) -> str:
    """What a fact about a concept that the document does not explain is about; never the name of a concept."""
    return f"{concept} zonder uitleg"


_PLAIN_KEYS = 16
"""Keys of a fact besides its groups, with the two that the engine adds."""


def group_key(group: Iterable[str]) -> str:
    """The key of a fact that belongs to a group: "any_sanctie_verbod"."""
    return "any_" + "_".join(sorted(group)).replace(" ", "_")


def shelf_of(concept: str) -> int:
    """One of sixteen shelves for a concept, the same in every run."""
    return zlib.crc32(concept.encode()) % 16


def limit_key(limit: str) -> str:
    """The key under which a rule's fact holds a limit: "30 dagen" -> "limit_30_dagen"."""
    return "limit_" + re.sub(r"\W+", "_", limit)


def clause_values(clause: Clause) -> tuple[str, ...]:
    """The force and actor values of a clause, which groups may ask for."""
    return (clause.actor.value, *(force.value for force in clause.forces))


def document_facts(
    tagged: TaggedDocument, wanted: Wanted, pointers: Iterable[tuple[int, Pointer]] = ()
) -> Iterator[Fact]:
    """Facts in document order: for each clause its flags and pointers, its mentions of wanted concepts and its amounts.

    `pointers`: index of a clause and what it refers to (`engine.pointing`).
    """
    by_clause: dict[int, list[Fact]] = {clause.index: [] for clause in tagged.clauses}
    places = {clause.index: clause_place(clause) for clause in tagged.clauses}
    for clause in tagged.clauses:
        for flag in clause.flags:
            groups = wanted.memberships(flag.value, *clause_values(clause))
            fact = {"kind": "flag", "flag": flag.value, **groups, **places[clause.index]}
            by_clause[clause.index].append(fact)
    for index, pointer in pointers:
        groups = wanted.memberships(pointer.value, *clause_values(tagged.clauses[index]))
        by_clause[index].append({"kind": "pointer", "pointer": pointer.value, **groups, **places[index]})
    for mention in _first_mentions(tagged, wanted):
        fact = {"kind": "held", "concept": mention.concept, **wanted.memberships(held(mention.concept))}
        by_clause[mention.clause].append({**fact, **places[mention.clause]})
    for mention in _unexplained_mentions(tagged, wanted):
        about = unexplained(mention.concept)
        groups = wanted.memberships(about, *clause_values(tagged.clauses[mention.clause]))
        fact = {"kind": "unexplained", "concept": mention.concept, **groups, **places[mention.clause]}
        by_clause[mention.clause].append(fact)
    for mention in tagged.mentions:
        if mention.concept in wanted.concepts:
            polarity = {"negated": int(mention.negated), "excepted": int(mention.excepted)}
            groups = wanted.memberships(mention.concept, *clause_values(tagged.clauses[mention.clause]))
            what = {"concept": mention.concept, "shelf": shelf_of(mention.concept)}
            fact = {"kind": "mention", **what, **polarity, **groups, **places[mention.clause]}
            by_clause[mention.clause].append(fact)
    for index, amount in enumerate(tagged.amounts):
        by_clause[amount.clause].append(_amount_fact(index, amount, places[amount.clause]))
    number = 0
    for clause in tagged.clauses:
        for fact in by_clause[clause.index]:
            yield {**fact, "id": f"f{number}"}
            number += 1


def _first_mentions(tagged: TaggedDocument, wanted: Wanted) -> list[Mention]:
    """The first mention that counts of each concept that a rule asks of the whole document."""
    first: dict[str, Mention] = {}
    for mention in tagged.mentions:
        asked = held(mention.concept) in wanted.groups
        if asked and not mention.negated and not tagged.clauses[mention.clause].is_silent:
            first.setdefault(mention.concept, mention)
    return list(first.values())


def _unexplained_mentions(tagged: TaggedDocument, wanted: Wanted) -> list[Mention]:
    """Mentions of concepts that a rule wants explained and that no clause of the document explains."""
    asked = [mention for mention in tagged.mentions if unexplained(mention.concept) in wanted.groups]
    explained = {mention.concept for mention in asked if is_explanation(tagged, mention)}
    return [mention for mention in asked if mention.concept not in explained and not mention.negated]


def is_explanation(tagged: TaggedDocument, mention: Mention) -> bool:
    """Whether a mention stands where its concept is explained: in a definition, or beside words as "zoals" and
    "daaronder vallen" in its own paragraph or in the clause behind it."""
    clause = tagged.clauses[mention.clause]
    if Flag.DEFINITION in clause.flags or Force.DEFINITION in clause.forces:
        return True
    near = {
        other.index
        for other in tagged.clauses[clause.index : clause.index + 3]
        if other.block == clause.block or other.index == clause.index + 1 or other.lead_in == clause.index
    }
    return any(
        other.concept == EXPLAINING
        and other.clause in near
        and (other.clause != clause.index or other.start > mention.start)
        for other in tagged.mentions
    )


def clause_place(clause: Clause) -> Fact:
    """The windows in which a clause stands, as ids to join on, and whether it is silent."""
    return {
        "bepaling": clause.index,
        "alinea": clause.block,
        "opsomming": clause.list_id if clause.list_id >= 0 else NO_LIST + clause.index,
        "paragraaf": clause.section,
        "document": 0,
        "silent": int(clause.is_silent),
        "unheard": int(any(flag in SILENT_FLAGS and flag is not Flag.DEFINITION for flag in clause.flags)),
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
        for limit in {pattern.limit for pattern in rule.all_patterns if pattern.limit}:
            value, unit = resolve_limit(limit, context, rulebook.parameters)
            fact |= {limit_key(limit): value, f"unit_{limit_key(limit)}": unit}
        yield fact
        for part, condition in enumerate(rule.conditions):
            if not condition.counts_for(context.policy_type):
                yield {"kind": "condition", "rule": rule.id, "part": part, "id": f"c{rule.id}.{part}"}


def resolve_limit(limit: str, context: Context, parameters: Mapping[str, Any]) -> tuple[int, str]:
    """Value and unit of a limit: "30 dagen" as written, or a parameter on the reference date."""
    written = limit
    if limit in parameters:
        parameter = parameters[limit]
        value = parameter.value_on(context.reference_date)
        written = f"{value if value is not None else 0} {parameter.unit}"
    found = next(find_amounts(written, 0), None)
    return (found.value, found.unit) if found else (0, "")


def end_facts(rules: Iterable[Rule], kind: str) -> Iterator[Fact]:
    """The ends of rules, asserted after everything that they may see: "end", or "end2" for rules on reports."""
    for rule in rules:
        yield {"kind": kind, "rule": rule.id, "id": f"{kind}{rule.id}"}
