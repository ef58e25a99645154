"""The same rules read in plain Python, without an engine: what `engine/` must agree with."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from checker.engine.facts import NO_LIST, Wanted, document_facts, held, is_counted, resolve_limit, unexplained
from checker.engine.pointing import pointers_of
from checker.model import Context, Kind, Match, Pattern, Rule, Rulebook, TaggedDocument

Fact = dict[str, Any]


def evaluate(document: TaggedDocument, rules: Sequence[Rule], context: Context, rulebook: Rulebook) -> set[Match]:
    """Every match of every rule, in every role."""
    asked = [make(name) for name in rulebook.concepts for make in (unexplained, held)]
    wanted = Wanted(frozenset(rulebook.concepts), dict.fromkeys(asked, frozenset()))
    pointers = pointers_of(document, rulebook.laws, context)
    reader = _Reader(list(document_facts(document, wanted, pointers)), document, context, rulebook)
    first = [rule for rule in rules if not any(pattern.rules for pattern in rule.patterns)]
    second = [rule for rule in rules if rule not in first]
    found: set[Match] = set()
    for rule in [*first, *second]:
        matches = list(reader.matches(rule))
        found.update(matches)
        for match in matches:
            if match.role == "report":
                reader.reported |= {(rule.id, clause) for clause in match.clauses}
    return found


class _Reader:
    def __init__(self, facts: list[Fact], document: TaggedDocument, context: Context, rulebook: Rulebook) -> None:
        self.facts = facts
        self.document = document
        self.context = context
        self.rulebook = rulebook
        self.reported: set[tuple[str, int]] = set()

    def matches(self, rule: Rule) -> Iterator[Match]:
        met = []
        for part, pattern in enumerate(rule.conditions):
            found = list(self.fillings(pattern))
            yield from (Match(rule.id, "condition", clauses(filling), part, amounts(filling)) for filling in found)
            met.append(bool(found) or not pattern.counts_for(self.context.policy_type))
        exempt: list[set[int]] = []
        for part, exception in enumerate(rule.exceptions):
            window = exception.pattern.window
            places = set()
            for filling in self.fillings(exception.pattern, window="bepaling", silence="unheard"):
                yield Match(rule.id, "exempt", clauses(filling), part, amounts(filling))
                places.add(filling[0][window])
            exempt.append(places)
        for part, variant in enumerate(rule.variants):
            if variant.pattern:
                for filling in self.fillings(variant.pattern):
                    yield Match(rule.id, "variant", clauses(filling), part, amounts(filling))
        paired = self.risky if rule.stands_alone else self.inconsistent
        yield from {Kind.MISSING: self.missing, Kind.RISKY: self.risky, Kind.INCONSISTENT: paired}[rule.kind](
            rule, all(met), exempt
        )

    def missing(self, rule: Rule, met: bool, exempt: list[set[int]]) -> Iterator[Match]:
        satisfied = False
        for part, pattern in enumerate(rule.patterns):
            for filling in self.fillings(pattern):
                satisfied = True
                yield Match(rule.id, "satisfied", clauses(filling), part, amounts(filling))
        if met and not satisfied and not any(exempt):
            yield Match(rule.id, "report", (), 0)

    def risky(self, rule: Rule, met: bool, exempt: list[set[int]]) -> Iterator[Match]:
        if not met:
            return
        for part, pattern in enumerate(rule.patterns):
            for filling in self.fillings(pattern, strict=True):
                anchor = filling[0]
                holding = [
                    number
                    for number, exception in enumerate(rule.exceptions)
                    if anchor[exception.pattern.window] in exempt[number]
                    or (exception.pattern.window == "document" and exempt[number])
                ]
                for number in holding:
                    yield Match(rule.id, "silenced", clauses(filling), number, amounts(filling))
                if not holding:
                    yield Match(rule.id, "report", clauses(filling), part, amounts(filling))

    def inconsistent(self, rule: Rule, met: bool, exempt: list[set[int]]) -> Iterator[Match]:
        if not met:
            return
        for one, other in self.pairs(rule):
            silent = False
            for number, exception in enumerate(rule.exceptions):
                window = exception.pattern.window
                if one[0][window] in exempt[number] or other[0][window] in exempt[number]:
                    silent = True
                    yield Match(rule.id, "silenced", clauses([*one, *other]), number, amounts([*one, *other]))
            filling = [*one, *other]
            if not silent:
                yield Match(rule.id, "report", clauses(filling), 0, amounts(filling))

    def pairs(self, rule: Rule) -> Iterator[tuple[list[Fact], list[Fact]]]:
        if not rule.differing:
            for one in self.fillings(rule.patterns[0]):
                for other in self.fillings(rule.patterns[1]):
                    if one[0]["bepaling"] != other[0]["bepaling"]:
                        yield one, other
            return
        quantities = [
            fact
            for fact in self.facts
            if fact["kind"] == "amount" and fact["quantity"] == rule.differing and not fact["silent"]
        ]
        for small, large in itertools.permutations(quantities, 2):
            fits = small["unit"] == large["unit"] and large["value"] > small["value"]
            if fits and small["bepaling"] != large["bepaling"]:
                named = [
                    [
                        fact
                        for fact in self.facts
                        if is_mention(fact, name) and not fact["silent"] and fact["bepaling"] == amount["bepaling"]
                    ]
                    for amount in (small, large)
                    for name in rule.patterns[0].concepts
                ]
                if all(named):
                    yield [small], [large]

    def fillings(
        self,
        pattern: Pattern,
        *,
        window: str = "",
        strict: bool = False,
        silence: str = "silent",
    ) -> Iterator[list[Fact]]:
        """All ways to fill the places of a sentence form."""
        place = window or pattern.window
        if not window and is_counted(pattern):
            yield from self.counted(pattern)
            return
        heard = [
            fact
            for fact in self.facts
            if fact["kind"] == "mention" and not (strict and fact["excepted"]) and (pattern.flags or not fact[silence])
        ]
        slots = [[fact for fact in heard if is_mention(fact, name)] for name in pattern.concepts]
        if pattern.rules:
            slots.insert(
                0, [self.reported_fact(clause) for rule, clause in sorted(self.reported) if rule in pattern.rules]
            )
        if pattern.unexplained:
            slots.insert(
                0, [f for f in self.other("unexplained", pattern, silence) if f["concept"] in pattern.unexplained]
            )
        if pattern.pointers:
            slots.insert(0, [f for f in self.other("pointer", pattern, silence) if f["pointer"] in pattern.pointers])
        if pattern.flags:
            slots.insert(0, [f for f in self.facts if f["kind"] == "flag" and f["flag"] in pattern.flags])
        slots += [[fact for fact in heard if any(is_mention(fact, n) for n in pattern.any_of)]] * pattern.at_least
        for filling in itertools.product(*slots):
            if not self.about(filling[0], pattern) or len({fact[place] for fact in filling}) > 1:
                continue
            chosen = filling[-pattern.at_least :] if pattern.at_least else ()
            if len({fact["concept"] for fact in chosen}) < len(chosen):
                continue
            if pattern.limit:
                for amount in self.within(pattern, filling[0]):
                    yield [*filling, amount]
            else:
                yield list(filling)

    def counted(self, pattern: Pattern) -> Iterator[list[Fact]]:
        """All ways in which the document as a whole holds the concepts."""
        facts = [fact for fact in self.facts if fact["kind"] == "held"]
        slots = [[fact for fact in facts if fact["concept"] == name] for name in pattern.concepts]
        slots += [[fact for fact in facts if fact["concept"] in pattern.any_of]] * pattern.at_least
        for filling in itertools.product(*slots):
            chosen = filling[len(pattern.concepts) :]
            if len({fact["concept"] for fact in chosen}) == len(chosen):
                yield list(filling)

    def other(self, kind: str, pattern: Pattern, silence: str) -> list[Fact]:
        """Facts of another kind than mentions that may be heard."""
        return [fact for fact in self.facts if fact["kind"] == kind and (pattern.flags or not fact[silence])]

    def reported_fact(self, clause: int) -> Fact:
        """A clause on which another rule reported, with the windows in which it stands."""
        here = self.document.clauses[clause]
        list_id = here.list_id if here.list_id >= 0 else NO_LIST + clause
        windows = {"bepaling": clause, "alinea": here.block, "opsomming": list_id, "paragraaf": here.section}
        return {"kind": "reported", "document": 0, **windows}

    def about(self, anchor: Fact, pattern: Pattern) -> bool:
        clause = self.document.clauses[anchor["bepaling"]]
        forces = not pattern.forces or any(force in clause.forces for force in pattern.forces)
        return forces and (not pattern.actors or clause.actor in pattern.actors)

    def within(self, pattern: Pattern, anchor: Fact) -> Iterator[Fact]:
        value, unit = resolve_limit(pattern.limit, self.context, self.rulebook.parameters)
        compare = {"hoogstens": int.__le__, "meer_dan": int.__gt__, "minder_dan": int.__lt__}[pattern.limit_kind]
        for fact in self.facts:
            here = fact["kind"] == "amount" and fact["bepaling"] == anchor["bepaling"] and fact["unit"] == unit
            if here and compare(fact["value"], value):
                yield fact


def is_mention(fact: Fact, concept: str) -> bool:
    return fact["kind"] == "mention" and not fact["negated"] and fact["concept"] == concept


def clauses(filling: Iterable[Fact]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(fact["bepaling"] for fact in filling))


def amounts(filling: Iterable[Fact]) -> tuple[int, ...]:
    return tuple(fact["amount"] for fact in filling if fact["kind"] == "amount")
