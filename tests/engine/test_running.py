"""Is durable_rules used as design §6 measured it?"""

from __future__ import annotations

import threading
from typing import Any

import pytest

from checker.engine import Engine
from checker.engine.compiling import compile_rules
from checker.engine.facts import Wanted, document_facts
from checker.errors import EngineError
from checker.model import Clause, Force, Kind, Mention, Pattern, Rule, RuleException
from tests.builders import context, rule, rulebook, tagged

BAN = rule("RIS-001", Kind.RISKY, [Pattern("bepaling", ("a",), forces=(Force.PROHIBITION,))])
BOOK = rulebook([BAN], ["a"])


def ban_document(count: int = 1) -> Any:
    clauses = [Clause(i, 0, 1, i, forces=(Force.PROHIBITION,)) for i in range(count)]
    return tagged(clauses, [Mention("a", i, 0, 1, "a") for i in range(count)])


def test_a_host_starts_no_threads() -> None:
    before = threading.active_count()
    Engine(BOOK)
    assert threading.active_count() == before


def test_equal_clauses_in_one_document_are_both_seen() -> None:
    found = Engine(BOOK).run(ban_document(3), [BAN], context())
    assert [match.clauses for match in found if match.role == "report"] == [(0,), (1,), (2,)]


def test_a_fact_that_no_rule_looks_at_raises_nothing() -> None:
    document = tagged([Clause(0, 0, 1, 0)], [Mention("a", 0, 0, 1, "a")])
    assert Engine(BOOK).run(document, [], context()) == ()


def test_what_an_action_raises_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Engine(BOOK)

    def fail(*_: object) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr(engine, "_act", fail)
    with pytest.raises(EngineError):
        engine.run(ban_document(), [BAN], context())


def test_a_document_after_a_failed_one_is_read_normally(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Engine(BOOK)
    with monkeypatch.context() as patch:
        patch.setattr(engine, "_act", lambda *_: 1 / 0)
        with pytest.raises(EngineError):
            engine.run(ban_document(), [BAN], context())
    assert len(engine.run(ban_document(), [BAN], context())) == 1


@pytest.mark.parametrize("kind", list(Kind))
def test_every_not_stands_after_the_end_and_every_positive_pattern_before_it(kind: Kind) -> None:
    patterns = [Pattern("bepaling", ("a",)), Pattern("bepaling", ("b",))]
    exceptions = (RuleException(Pattern("bepaling", ("c",)), "reden"),)
    made: Rule = rule("TST-001", kind, patterns, exceptions=exceptions, conditions=(Pattern("bepaling", ("d",)),))
    for name, compiled in compile_rules([made]).items():
        aliases = [next(iter(test)) for test in compiled["all"]]
        if "slot" not in aliases:
            assert not any(alias.endswith("$not") for alias in aliases), name
            continue
        end = aliases.index("slot")
        assert all(alias.endswith("$not") for alias in aliases[end + 1 :]), name
        assert not any(alias.endswith("$not") for alias in aliases[:end]), name


def test_no_pattern_holds_an_or() -> None:
    forces = (Force.PROHIBITION, Force.SANCTION)
    pattern = Pattern("bepaling", ("a",), forces=forces, any_of=("b", "c"), at_least=2)
    assert "$or" not in str(compile_rules([rule("TST-001", Kind.RISKY, [pattern])]))


def test_facts_hold_no_text_of_the_document() -> None:
    for fact in document_facts(ban_document(2), Wanted(frozenset("a"), {})):
        assert not any("Zin" in str(value) for value in fact.values())
