"""Rules -> one durable_rules ruleset (JSON). Depends on the rulebook only: date and context arrive as facts.

Order inside a rule is what the engine needs (design §6): positive patterns first, then the `end` fact,
then every `$not`. Exceptions, met conditions and satisfied provisions are facts too, asserted by helper
rules before `end`. A rule that looks at other rules' reports waits for a second end.

No pattern holds an `$or`: beside a join the engine reads memory that it has not set (valgrind shows it in
`reduceExpressionSequence`), answers wrongly or crashes. A fact says of itself to which groups it belongs.

Each function below is one sentence form of the rule language.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.engine.facts import group_key
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
        {Kind.MISSING: _missing, Kind.RISKY: _risky, Kind.INCONSISTENT: _inconsistent}[rule.kind](ruleset, rule)
    return ruleset


def _missing(ruleset: Ruleset, rule: Rule) -> None:
    """`nergens_staat`: a helper asserts `satisfied`; the rule reports when there is none at the end."""
    for part, pattern in enumerate(rule.patterns):
        positive = [_active(rule), *_found(pattern, part=part)]
        _add(ruleset, f"{rule.id}.voldaan.{part}", positive, f"satisfied|{rule.id}|{part}")
    absent = {"v$not": _all({"kind": "satisfied"}, {"rule": rule.id})}
    unless = [_unless(rule, part, None) for part in range(len(rule.exceptions))]
    _add(ruleset, rule.id, [_active(rule), *_conditions(rule), _end(rule), absent, *unless], f"report|{rule.id}|0")


def _risky(ruleset: Ruleset, rule: Rule) -> None:
    """`ergens_staat`: each pattern is a trigger, unless an exception holds in its window."""
    for part, pattern in enumerate(rule.patterns):
        positive = [_active(rule), *_conditions(rule), *_found(pattern, part=part, strict=True)]
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
    anchors = ("a", "b") if rule.differing else ("a0", "b0")
    unless = []
    for number, exception in enumerate(rule.exceptions):
        places = (None,) if exception.pattern.window == "document" else anchors
        unless += [_unless(rule, number, place) for place in places]
    positive = [_active(rule), *_conditions(rule), *pair]
    _add(ruleset, rule.id, [*positive, _end(rule), *unless], f"report|{rule.id}|0")


# --- the parts of a rule ------------------------------------------------------------------------


def _found(
    pattern: Pattern,
    *,
    alias: str = "k",
    part: int = 0,
    strict: bool = False,
    apart_from: str = "",
    silence: str = "silent",
) -> list[Test]:
    """The positive patterns of one sentence form; all in the window of the first.

    `strict`: a mention inside an exception ("behalve …") does not count. `silence`: the key of a fact that
    says whether its clause is silent here; definitions speak in exceptions only.
    """
    tests = [test for test in (_first_test(pattern, strict=strict, silence=silence),) if test]
    if apart_from and tests:
        tests[0]["$and"].insert(1, _other_clause(apart_from))
    same_window = {pattern.window: {f"{alias}0": pattern.window}}
    named = pattern.concepts[1:] if not (pattern.flags or pattern.rules) else pattern.concepts
    tests += [_all(*_mention(concept, strict=strict, silence=silence), same_window) for concept in named]
    chosen = range(len(tests), len(tests) + pattern.at_least)
    for number in chosen if pattern.at_least else ():
        different = [{"$neq": {"concept": {f"{alias}{before}": "concept"}}} for before in chosen if before < number]
        one_of = {group_key(pattern.any_of): 1}
        join = [same_window] if number else []
        tests.append(_all({"kind": "mention"}, {silence: 0}, {"negated": 0}, *join, *different, one_of))
    found = [{f"{alias}{number}": test} for number, test in enumerate(tests)]
    if pattern.limit:
        found.append({f"{alias}_limit": _amount_within(pattern, alias, part)})
    return found


def _first_test(pattern: Pattern, *, strict: bool, silence: str) -> Test:
    """What the first fact must be; the clause's force and actor are asked of it."""
    about = [{group_key(group): 1} for group in (pattern.forces, pattern.actors) if group]
    if pattern.flags:
        return _all({"kind": "flag"}, {group_key(pattern.flags): 1}, *about)
    if pattern.rules:
        return _all({"kind": "reported"}, {group_key(pattern.rules): 1})
    if pattern.concepts:
        return _all(*_mention(pattern.concepts[0], strict=strict, silence=silence), *about)
    return {}


def _mention(concept: str, *, strict: bool, silence: str = "silent") -> list[Test]:
    tests: list[Test] = [{"kind": "mention"}, {"concept": concept}, {silence: 0}, {"negated": 0}]
    return [*tests, {"excepted": 0}] if strict else tests


def _joined(pattern: Pattern, alias: str, anchor: str) -> list[Test]:
    """Mentions of all concepts in the clause of `anchor`."""
    place = {"bepaling": {anchor: "bepaling"}}
    return [
        {f"{alias}{number}": _all(*_mention(concept, strict=False), place)}
        for number, concept in enumerate(pattern.concepts)
    ]


def _amount_within(pattern: Pattern, alias: str, part: int) -> Test:
    """`met_een_termijn_van_hoogstens` and its kin: an amount in the clause, compared with the limit of the day."""
    compare = {"hoogstens": "$lte", "meer_dan": "$gt", "minder_dan": "$lt"}[pattern.limit_kind]
    return _all(
        {"kind": "amount"},
        {"bepaling": {f"{alias}0": "bepaling"}},
        {"unit": {"on": f"limit_unit_{part}"}},
        {compare: {"value": {"on": f"limit_{part}"}}},
    )


def _in_one_clause(pattern: Pattern) -> Pattern:
    """An exception's concepts stand together in one clause, somewhere in the window."""
    return Pattern(
        "bepaling",
        pattern.concepts,
        pattern.forces,
        pattern.actors,
        pattern.flags,
        pattern.rules,
        pattern.any_of,
        pattern.at_least,
    )


def _active(rule: Rule) -> Test:
    return {"on": _all({"kind": "active"}, {"rule": rule.id})}


def _conditions(rule: Rule) -> list[Test]:
    return [
        {f"c{part}": _all({"kind": "condition"}, {"rule": rule.id}, {"part": part})}
        for part in range(len(rule.conditions))
    ]


def _end(rule: Rule) -> Test:
    return {"slot": {"kind": "end2" if builds_on_reports(rule) else "end"}}


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
    patterns: list[Pattern] = []
    for rule in rules:
        patterns += [*rule.patterns, *rule.conditions, *(exception.pattern for exception in rule.exceptions)]
        patterns += [variant.pattern for variant in rule.variants if variant.pattern]
    return patterns
