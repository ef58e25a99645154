"""Rules -> one durable_rules ruleset (JSON). Depends on the rulebook only: date and context arrive as facts.

Order inside a rule is what the engine needs (design §6): positive patterns first, then the `end` fact,
then every `$not`. Exceptions, met conditions and satisfied provisions are facts too, asserted by helper
rules before `end`. A rule that looks at other rules' reports waits for a second end.

Inside a pattern, what a fact says of itself comes before what joins it to other facts: the other way round the
engine's search overflows its stack of 64 nodes (error 303). No pattern holds an `$or`: beside a join the engine
reads memory that it has not set (valgrind shows it in `reduceExpressionSequence`), answers wrongly or crashes. A
fact says of itself to which groups it belongs.

Each function below is one sentence form of the rule language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from checker.engine.facts import group_key, held, is_counted, limit_key, shelf_of, unexplained
from checker.model import Kind, Pattern, Rule

Ruleset = dict[str, dict[str, Any]]
Test = dict[str, Any]
RULESET = "beleid"
_UNHEARD = "unheard"


def compile_rules(rules: Iterable[Rule]) -> Ruleset:
    """The ruleset of all rules, with a catch-all (an unmatched fact would raise)."""
    ruleset: Ruleset = {"rest": {"all": [{"q": {"$ex": {"kind": 1}}}], "run": "ignore"}}
    for rule in rules:
        for part, pattern in enumerate(rule.conditions):
            _add(
                ruleset,
                f"{rule.id}.voorwaarde.{part}",
                [_active(rule), *_found(pattern)],
                f"condition|{rule.id}|{part}",
            )
        for part, exception in enumerate(rule.exceptions):
            run = f"exempt|{rule.id}|{part}|{exception.pattern.window}"
            found = _found(_in_one_clause(exception.pattern), silence=_UNHEARD)
            _add(ruleset, f"{rule.id}.behalve.{part}", [_active(rule), *found], run)
        for part, variant in enumerate(rule.variants):
            if variant.pattern:
                run = f"variant|{rule.id}|{part}"
                _add(ruleset, f"{rule.id}.afwijkend.{part}", [_active(rule), *_found(variant.pattern)], run)
        paired = _risky if rule.stands_alone else _inconsistent
        {Kind.MISSING: _missing, Kind.RISKY: _risky, Kind.INCONSISTENT: paired}[rule.kind](ruleset, rule)
    return ruleset


def _missing(ruleset: Ruleset, rule: Rule) -> None:
    """`nergens_staat`: a helper asserts `satisfied`; the rule reports when there is none at the end."""
    for part, pattern in enumerate(rule.patterns):
        positive = [_active(rule), *_found(pattern)]
        _add(ruleset, f"{rule.id}.voldaan.{part}", positive, f"satisfied|{rule.id}|{part}")
    absent = {"v$not": _all({"kind": "satisfied"}, {"rule": rule.id})}
    unless = [_unless(rule, part, None) for part in range(len(rule.exceptions))]
    _add(ruleset, rule.id, [_active(rule), *_conditions(rule), _end(rule), absent, *unless], f"report|{rule.id}|0")


def _risky(ruleset: Ruleset, rule: Rule) -> None:
    """`ergens_staat`: each pattern is a trigger, unless an exception holds in its window."""
    for part, pattern in enumerate(rule.patterns):
        positive = [_active(rule), *_conditions(rule), *_found(pattern, strict=True)]
        unless = [_unless(rule, number, "k0") for number in range(len(rule.exceptions))]
        _add(ruleset, f"{rule.id}.{part}", [*positive, _end(rule), *unless], f"report|{rule.id}|{part}")
        for number in range(len(rule.exceptions)):
            exempted = [*positive, _exempted(rule, number, "k0"), _end(rule)]
            _add(ruleset, f"{rule.id}.{part}.gezwegen.{number}", exempted, f"silenced|{rule.id}|{number}")


def _inconsistent(ruleset: Ruleset, rule: Rule) -> None:
    """Two clauses: `de_ene_bepaling` and `de_andere_bepaling`, or two that differ in an amount."""
    if rule.differing:
        concepts = rule.patterns[0]
        first = {"a": _all({"kind": "amount"}, {"quantity": rule.differing}, {"silent": 0})}
        more = {"$gt": {"value": {"a": "value"}}}
        same_sort = ({"quantity": rule.differing}, {"unit": {"a": "unit"}})
        second = {"b": _all({"kind": "amount"}, *same_sort, {"silent": 0}, more, _other_clause("a"))}
        pair = [first, *_joined(concepts, "p", "a"), second, *_joined(concepts, "q", "b")]
    else:
        one, other = rule.patterns
        pair = [*_found(one, alias="a"), *_found(other, alias="b", apart_from="a0")]
    positive = [_active(rule), *_conditions(rule), *pair]
    unless = []
    for number, exception in enumerate(rule.exceptions):
        either = ("a", "b") if rule.differing else ("a0", "b0")
        for anchor in either[:1] if exception.pattern.window == "document" else either:
            unless.append(_unless(rule, number, anchor))
            silent = [*positive, _exempted(rule, number, anchor), _end(rule)]
            _add(ruleset, f"{rule.id}.gezwegen.{number}.{anchor}", silent, f"silenced|{rule.id}|{number}")
    _add(ruleset, rule.id, [*positive, _end(rule), *unless], f"report|{rule.id}|0")


def _found(
    pattern: Pattern, *, alias: str = "k", strict: bool = False, apart_from: str = "", silence: str = "silent"
) -> list[Test]:
    """The positive patterns of one sentence form; all in the window of the first.

    `strict`: a mention inside an exception ("behalve …") does not count. `silence`: the key of a fact that
    says whether its clause is silent here; definitions speak in exceptions only, and a form that asks for a
    flag hears silent text too.
    """
    if is_counted(pattern):
        return _counted(pattern, alias)
    silence = "" if pattern.flags else silence
    kinds: list[list[Test]] = []
    if pattern.flags:
        kinds.append([{"kind": "flag"}, {group_key(pattern.flags): 1}])
    heard = [{silence: 0}] if silence else []
    if pattern.pointers:
        kinds.append([{"kind": "pointer"}, {group_key(pattern.pointers): 1}, *heard])
    if pattern.unexplained:
        group = [unexplained(name) for name in pattern.unexplained]
        kinds.append([{"kind": "unexplained"}, {group_key(group): 1}, *heard])
    if pattern.rules:
        kinds.append([{"kind": "reported"}, {group_key(pattern.rules): 1}])
    kinds += [_mention(_named(concept), strict=strict, silence=silence) for concept in pattern.concepts]
    first_chosen = len(kinds)
    kinds += [_mention([{group_key(pattern.any_of): 1}], strict=strict, silence=silence)] * pattern.at_least
    found = []
    for number, tests in enumerate(kinds):
        joins: list[Test] = [{pattern.window: {f"{alias}0": pattern.window}}] if number else []
        if apart_from and not number:
            joins.append(_other_clause(apart_from))
        joins += [{"$neq": {"concept": {f"{alias}{before}": "concept"}}} for before in range(first_chosen, number)]
        found.append({f"{alias}{number}": _all(*tests, *([] if number else _about(pattern)), *joins)})
    if pattern.limit:
        found.append({f"{alias}_limit": _amount_within(pattern, alias)})
    return found


def _counted(pattern: Pattern, alias: str) -> list[Test]:
    """`het_document_noemt` with more concepts than one: each anywhere in the document."""
    chosen = {group_key(map(held, pattern.any_of)): 1}
    kinds: list[list[Test]] = [[{"kind": "held"}, {"concept": concept}] for concept in pattern.concepts]
    kinds += [[{"kind": "held"}, chosen]] * pattern.at_least
    found = []
    for number, tests in enumerate(kinds):
        before = range(len(pattern.concepts), number)
        joins: list[Test] = [{"$neq": {"concept": {f"{alias}{earlier}": "concept"}}} for earlier in before]
        found.append({f"{alias}{number}": _all(*tests, *joins)})
    return found


def _about(pattern: Pattern) -> list[Test]:
    """The force and the actor, asked of the clause of the first fact."""
    return [{group_key(group): 1} for group in (pattern.forces, pattern.actors) if group]


def _named(concept: str) -> list[Test]:
    """By shelf first: under one node the engine has room for 512 different values."""
    return [{"shelf": shelf_of(concept)}, {"concept": concept}]


def _mention(what: list[Test], *, strict: bool, silence: str = "silent") -> list[Test]:
    heard = [{silence: 0}] if silence else []
    return [{"kind": "mention"}, *what, *heard, {"negated": 0}, *([{"excepted": 0}] if strict else [])]


def _joined(pattern: Pattern, alias: str, anchor: str) -> list[Test]:
    """Mentions of all concepts in the clause of `anchor`."""
    place = {"bepaling": {anchor: "bepaling"}}
    return [
        {f"{alias}{number}": _all(*_mention(_named(concept), strict=False), place)}
        for number, concept in enumerate(pattern.concepts)
    ]


def _amount_within(pattern: Pattern, alias: str) -> Test:
    """`met_een_termijn_van_hoogstens` and its kin: an amount in the clause, compared with the limit of the day."""
    compare = {"hoogstens": "$lte", "meer_dan": "$gt", "minder_dan": "$lt"}[pattern.limit_kind]
    return _all(
        {"kind": "amount"},
        {"bepaling": {f"{alias}0": "bepaling"}},
        {"unit": {"on": f"unit_{limit_key(pattern.limit)}"}},
        {compare: {"value": {"on": limit_key(pattern.limit)}}},
    )


def _in_one_clause(pattern: Pattern) -> Pattern:
    """An exception's concepts stand together in one clause, somewhere in the window."""
    return replace(pattern, window="bepaling")


def _active(rule: Rule) -> Test:
    return {"on": _all({"kind": "active"}, {"rule": rule.id})}


def _conditions(rule: Rule) -> list[Test]:
    return [
        {f"c{part}": _all({"kind": "condition"}, {"rule": rule.id}, {"part": part})}
        for part in range(len(rule.conditions))
    ]


def _end(rule: Rule) -> Test:
    """Each rule has an end of its own: one node leads to 256 rules at most."""
    kind = "end2" if builds_on_reports(rule) else "end"
    return {"slot": _all({"kind": kind}, {"rule": rule.id})}


def builds_on_reports(rule: Rule) -> bool:
    """Whether the rule looks at what other rules report (`waarover_meldt`)."""
    return any(pattern.rules for pattern in rule.patterns)


def _exempt_test(rule: Rule, number: int, anchor: str | None) -> Test:
    window = rule.exceptions[number].pattern.window
    place = [] if anchor is None or window == "document" else [{"place": {anchor: window}}]
    return _all({"kind": "exempt"}, {"rule": rule.id}, {"exception": number}, *place)


def _unless(rule: Rule, number: int, anchor: str | None) -> Test:
    return {f"{anchor or 'd'}_x{number}$not": _exempt_test(rule, number, anchor)}


def _exempted(rule: Rule, number: int, anchor: str) -> Test:
    return {f"{anchor}_x{number}": _exempt_test(rule, number, anchor)}


def _other_clause(anchor: str) -> Test:
    return {"$neq": {"bepaling": {anchor: "bepaling"}}}


def _all(*tests: Test) -> Test:
    return {"$and": list(tests)}


def _add(ruleset: Ruleset, name: str, tests: list[Test], run: str) -> None:
    ruleset[name] = {"all": tests, "run": run}


def patterns_of(rules: Iterable[Rule]) -> list[Pattern]:
    """Every sentence form in the rules."""
    return [pattern for rule in rules for pattern in rule.all_patterns]
