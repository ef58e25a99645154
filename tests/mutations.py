"""Small changes of a rule, each of which its own examples should notice."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from checker.model import Pattern, Rule, Rulebook
from checker.proving import Prover

KINDS = ("term", "uitzondering", "strekking", "actor")


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change of one rule: without a term, an exception, a force or an actor."""

    kind: str
    rule: str
    what: str
    notice: Callable[[Prover], bool]


def mutations(rule: Rule, rulebook: Rulebook) -> Iterator[Mutation]:
    """Every change of a rule: each exception, each force and actor that a form lists, each term of its concepts."""
    for position, exception in enumerate(rule.exceptions):
        without = replace(rule, exceptions=rule.exceptions[:position] + rule.exceptions[position + 1 :])
        yield Mutation("uitzondering", rule.id, exception.because, lambda prover, made=without: prover.notices(made))
    for position, pattern in enumerate(rule.patterns):
        for kind, changed, what in _narrowed(pattern):
            patterns = (*rule.patterns[:position], changed, *rule.patterns[position + 1 :])
            made = replace(rule, patterns=patterns)
            yield Mutation(kind, rule.id, what, lambda prover, made=made: prover.notices(made))
    for name in dict.fromkeys(name for pattern in rule.patterns for name in pattern.named_concepts):
        for term in rulebook.concepts[name].terms:
            yield Mutation(
                "term",
                rule.id,
                f"{name}: {term}",
                lambda prover, name=name, term=term: prover.misses_term(rule, name, term),
            )


def _narrowed(pattern: Pattern) -> Iterator[tuple[str, Pattern, str]]:
    for force in pattern.forces if len(pattern.forces) > 1 else ():
        yield "strekking", replace(pattern, forces=tuple(f for f in pattern.forces if f is not force)), force.value
    for actor in pattern.actors if len(pattern.actors) > 1 else ():
        yield "actor", replace(pattern, actors=tuple(a for a in pattern.actors if a is not actor)), actor.value


def sample(rulebook: Rulebook, size: int, seed: int) -> list[Mutation]:
    """So many changes, of each kind as many as of another, no rule twice for one kind while there are others."""
    chance = random.Random(seed)  # noqa: S311  not for secrets
    found: list[Mutation] = []
    by_kind: dict[str, list[list[Mutation]]] = {kind: [] for kind in KINDS}
    for rule in rulebook.rules.values():
        made = list(mutations(rule, rulebook))
        for kind in KINDS:
            of_kind = [mutation for mutation in made if mutation.kind == kind]
            if of_kind:
                by_kind[kind].append(of_kind)
    for number in range(size):
        kind = KINDS[number % len(KINDS)]
        of_rule = by_kind[kind].pop(chance.randrange(len(by_kind[kind])))
        found.append(chance.choice(of_rule))
    return found
