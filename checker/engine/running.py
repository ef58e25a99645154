"""Runs compiled rules over facts. The only file that imports durable.

Used as design §6 measured it: one host per rulebook (a host is never freed), its timer threads off; one
`sid` per document, a unique `id` per fact, `end` last, `delete_state` always; the state's `exception` is
looked at after every assert, because the engine swallows what an action raises.
"""

from __future__ import annotations

import contextlib
import copy
import itertools
import threading
from collections.abc import Callable, Iterable
from typing import Any

from durable import engine as durable_engine

from checker.engine.compiling import RULESET, builds_on_reports, compile_rules, patterns_of
from checker.engine.facts import Fact, Wanted, active_facts, clause_place, clause_values, document_facts, end_facts
from checker.engine.pointing import pointers_of
from checker.errors import EngineError
from checker.model import Clause, Context, Match, Rule, Rulebook, TaggedDocument


class _QuietHost(durable_engine.Host):  # type: ignore[misc]
    """A host without timer threads, whose actions come from `lookup`."""

    def __init__(self, rulesets: dict[str, Any], lookup: Callable[[str], Callable[[Any], None]]) -> None:
        self._lookup = lookup
        super().__init__(rulesets)

    def get_action(self, action_name: str) -> Callable[[Any], None]:
        return self._lookup(action_name)

    def _run(self) -> None:
        """Would start the timers; nothing here needs them."""


class Engine:
    """The rules of one rulebook, compiled once. Thread-safe: one document at a time."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        rules = tuple(rulebook.rules.values())
        self._wanted = Wanted.of(patterns_of(rules))
        self._matches: dict[str, dict[Match, None]] = {}
        self._clauses: tuple[Clause, ...] = ()
        """Of the document that runs now."""
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        # The engine deletes "run" from what it is given, so it gets its own copy.
        self._host = _QuietHost({RULESET: copy.deepcopy(compile_rules(rules))}, self._action)

    def run(self, tagged: TaggedDocument, rules: Iterable[Rule], context: Context) -> tuple[Match, ...]:
        """Everything the engine saw in one document, in a fixed order. Only `rules` may speak.

        Raises: EngineError when the engine fails inside.
        """
        rules = list(rules)
        first = [rule for rule in rules if not builds_on_reports(rule)]
        second = [rule for rule in rules if builds_on_reports(rule)]
        facts = [
            *active_facts(rules, context, self._rulebook),
            *document_facts(tagged, self._wanted, pointers_of(tagged, self._rulebook.laws, context)),
            *end_facts(first, "end"),
            *end_facts(second, "end2"),
        ]
        if not facts:
            return ()  # the engine refuses to delete a state that no fact made (error 309)
        with self._lock:
            self._clauses = tagged.clauses
            return self._run_facts(facts)

    def _run_facts(self, facts: Iterable[Fact]) -> tuple[Match, ...]:
        sid = f"d{next(self._numbers)}"
        self._matches[sid] = {}
        try:
            for fact in facts:
                state = self._host.assert_fact(RULESET, {**fact, "sid": sid})
                if state and state.get("exception"):
                    raise EngineError(
                        "De regelmotor is vastgelopen.", where=str(fact.get("rule", "")), fix=str(state["exception"])
                    )
        finally:
            self._host.delete_state(RULESET, sid)
            found = self._matches.pop(sid)
        return tuple(sorted(found, key=lambda match: (match.rule, match.role, match.part, match.clauses, match.values)))

    def _action(self, name: str) -> Callable[[Any], None]:
        """The action of a compiled rule; durable wants a function with exactly one parameter."""
        role, *rest = name.split("|")
        if role == "ignore":
            return lambda _context: None
        rule, part = rest[0], int(rest[1])
        window = rest[2] if len(rest) > 2 else ""

        def act(context: Any) -> None:
            self._act(context, role, rule, part, window)

        return act

    def _act(self, context: Any, role: str, rule: str, part: int, window: str) -> None:
        clauses, amounts = _filled(context)
        sid = context.s.sid
        self._matches[sid][Match(rule, role, clauses, part, amounts)] = None
        if role == "satisfied":
            self._tell(context, {"kind": "satisfied", "rule": rule, "id": f"s{rule}"})
        elif role == "condition":
            self._tell(context, {"kind": "condition", "rule": rule, "part": part, "id": f"c{rule}.{part}"})
        elif role == "exempt":
            place = context.k0[window]
            identity = f"x{rule}.{part}.{place}"
            self._tell(context, {"kind": "exempt", "rule": rule, "exception": part, "place": place, "id": identity})
        elif role == "report" and clauses:
            for clause in clauses:
                here = self._clauses[clause]
                about = {**clause_place(here), **self._wanted.memberships(rule, *clause_values(here))}
                self._tell(context, {**about, "kind": "reported", "rule": rule, "id": f"r{rule}.{clause}"})

    @staticmethod
    def _tell(context: Any, fact: dict[str, Any]) -> None:
        # Observed already: the same thing was seen through another clause.
        with contextlib.suppress(durable_engine.MessageObservedException):
            context.assert_fact({**fact, "sid": context.s.sid})


def _filled(context: Any) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Clauses of the facts that filled the rule, in the order of their places in it, and the amounts among them."""
    clauses: dict[int, None] = {}
    amounts: list[int] = []
    for alias, fact in sorted(context._m.items()):
        if not isinstance(fact, dict) or alias in ("on", "slot"):
            continue
        if fact.get("kind") in ("mention", "held", "flag", "pointer", "unexplained", "amount", "reported"):
            clauses[fact["bepaling"]] = None
        if fact.get("kind") == "amount":
            amounts.append(fact["amount"])
    return tuple(clauses), tuple(amounts)
