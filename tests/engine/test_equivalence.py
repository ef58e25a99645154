"""Does the compiled rule equal a plain reading of the same rule, on random documents?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.engine import Engine
from checker.engine.facts import EXPLAINING
from checker.model import (
    Actor,
    Amount,
    Clause,
    Flag,
    Force,
    Kind,
    Law,
    Mention,
    OwnReference,
    Parameter,
    Pattern,
    Pointer,
    PolicyType,
    Reference,
    RuleException,
    TaggedDocument,
    Variant,
)
from tests.builders import LAW, context, rule, rulebook, tagged
from tests.engine.plain import evaluate

CONCEPTS = ("a", "b", "c", "d", EXPLAINING)
LIMIT = Parameter("wet.termijn", "termijn", "dagen", ((dt.date(2000, 1, 1), 10),))


def one(*concepts: str, **fields: object) -> Pattern:
    return Pattern("bepaling", concepts, **fields)  # type: ignore[arg-type]


IN_DOCUMENT = (RuleException(Pattern("document", ("d",)), "reden"),)
IN_SECTION = (RuleException(Pattern("paragraaf", ("b",)), "reden"),)
TWO_OF_EMPLOYEE = Pattern("alinea", any_of=("b", "c", "d"), at_least=2, actors=(Actor.EMPLOYEE,))
WITHIN = {"limit": "9 dagen", "limit_kind": "minder_dan"}
RULES = (
    rule("CMB-001", Kind.RISKY, [one("a")], conditions=(one("b", limit="wet.termijn", limit_kind="hoogstens"),)),
    rule("CMB-002", Kind.RISKY, [one("a")], exceptions=(RuleException(one("a", **WITHIN), "termijn"),)),
    rule("CMB-003", Kind.RISKY, [one("a")], variants=(Variant("omdat", pattern=one("b", **WITHIN)),)),
    rule("CMB-004", Kind.RISKY, [one(any_of=("a", "b", "c"), at_least=2, forces=(Force.PROHIBITION,))]),
    rule(
        "CMB-005",
        Kind.RISKY,
        [one("a")],
        exceptions=(
            RuleException(Pattern("alinea", any_of=("b", "c", "d"), at_least=2, actors=(Actor.EMPLOYEE,)), "x"),
        ),
    ),
    rule("CMB-006", Kind.RISKY, [one("b", flags=(Flag.WRAPPER, Flag.HEADING), forces=(Force.SANCTION,))]),
    rule("CMB-007", Kind.RISKY, [Pattern("alinea", ("d",), rules=("RIS-001",), forces=(Force.SANCTION,))]),
    rule("CMB-008", Kind.MISSING, [Pattern("opsomming", rules=("RIS-001", "RIS-002"))]),
    rule("MIS-001", Kind.MISSING, [one("a", "b"), one("c", forces=(Force.RIGHT,))]),
    rule("MIS-002", Kind.MISSING, [one("a")], conditions=(one("b"), one("c"))),
    rule("MIS-003", Kind.MISSING, [one("a", limit="wet.termijn", limit_kind="hoogstens")]),
    rule("MIS-004", Kind.MISSING, [one("d")], exceptions=(RuleException(Pattern("document", ("a",)), "reden"),)),
    rule("MIS-005", Kind.MISSING, [Pattern("paragraaf", (), any_of=("a", "b", "c"), at_least=2)]),
    rule(
        "RIS-001",
        Kind.RISKY,
        [one("a", forces=(Force.PROHIBITION, Force.SANCTION)), Pattern("alinea", ("a", "d"))],
        exceptions=(
            RuleException(one("b"), "zelfde bepaling"),
            RuleException(Pattern("alinea", ("c",)), "zelfde alinea"),
            RuleException(Pattern("opsomming", ("d",), forces=(Force.RIGHT,)), "zelfde opsomming"),
            RuleException(Pattern("paragraaf", ("c", "d")), "zelfde paragraaf"),
        ),
        variants=(Variant("omdat", pattern=one("b")), Variant("omdat", pattern=one("c"), absent=True)),
    ),
    rule("RIS-002", Kind.RISKY, [one("a", "b", actors=(Actor.EMPLOYEE,))], conditions=(one("c"),)),
    rule("RIS-003", Kind.RISKY, [Pattern("bepaling", (), flags=(Flag.WRAPPER, Flag.PLACEHOLDER))]),
    rule(
        "RIS-004",
        Kind.RISKY,
        [Pattern("paragraaf", ("a", "b"))],
        exceptions=(RuleException(Pattern("document", ("d",)), "reden"),),
    ),
    rule("RIS-005", Kind.RISKY, [one("a", limit="9 dagen", limit_kind="meer_dan")]),
    rule("CMB-009", Kind.RISKY, [one(unexplained=("a", "b"), forces=(Force.PROHIBITION, Force.SANCTION))]),
    rule("CMB-010", Kind.RISKY, [Pattern("alinea", ("c",), pointers=(Pointer.REPEALED_LAW, Pointer.MISSING_ANNEX))]),
    rule("CMB-012", Kind.MISSING, [Pattern("document", ("a",), any_of=("b", "c", "d"), at_least=2)]),
    rule("CMB-014", Kind.RISKY, [one("a")], conditions=(one("b", for_types=(PolicyType.ICT,)), one("c"))),
    rule("CMB-015", Kind.MISSING, [one("a")], conditions=(one("b", for_types=(PolicyType.SOCIAL_MEDIA,)),)),
    rule("CMB-013", Kind.RISKY, [one("a")], conditions=(Pattern("document", ("b", "c")),)),
    rule("CMB-011", Kind.MISSING, [one(pointers=(Pointer.MISSING_DOCUMENT,))], exceptions=IN_DOCUMENT),
    rule(
        "INC-000",
        Kind.INCONSISTENT,
        [one(pointers=(Pointer.MISSING_ANNEX,)), one(unexplained=("c",))],
        stands_alone=True,
        exceptions=IN_SECTION,
    ),
    rule("INC-001", Kind.INCONSISTENT, [one("a", forces=(Force.RIGHT,)), one("b")]),
    rule("INC-002", Kind.INCONSISTENT, [one("a"), Pattern("bepaling", (), rules=("RIS-001", "RIS-002"))]),
    rule(
        "INC-003",
        Kind.INCONSISTENT,
        [one("a", "b")],
        differing="termijn",
        exceptions=(RuleException(one("c"), "reden"),),
    ),
    rule(
        "INC-004",
        Kind.INCONSISTENT,
        [one("c"), one("d")],
        exceptions=(RuleException(Pattern("paragraaf", ("b",)), "reden"),),
    ),
)
OLD_LAW = Law("OUD", "Oude wet", "BWBR0000002", dt.date(1990, 1, 1), dt.date(2018, 5, 24))
BOOK = replace(rulebook(RULES, CONCEPTS, [LIMIT]), laws={"WET": LAW, "OUD": OLD_LAW})
ENGINE = Engine(BOOK)

FORCES = (Force.PROHIBITION, Force.RIGHT, Force.SANCTION, Force.FACT)
TARGETS = (("bijlage", False), ("bijlage", True), ("stuk", False), ("artikel", False))
FLAGS = (Flag.HEADING, Flag.DEFINITION, Flag.WRAPPER, Flag.PLACEHOLDER)


@st.composite
def documents(draw: st.DrawFn) -> TaggedDocument:
    """One to seven clauses in up to three sections, with mentions, flags, forces, actors and amounts."""
    count = draw(st.integers(1, 7))
    clauses, mentions, amounts = [], [], []
    references, own = [], []
    section = block = list_id = 0
    for index in range(count):
        section += draw(st.integers(0, 1))
        block += draw(st.integers(0, 1))
        list_id = draw(st.sampled_from([-1, list_id, list_id + 1]))
        clauses.append(
            Clause(
                index=index,
                start=0,
                end=1,
                block=block,
                list_id=list_id,
                section=section,
                forces=tuple(draw(st.lists(st.sampled_from(FORCES), min_size=1, max_size=2, unique=True))),
                actor=draw(st.sampled_from([Actor.EMPLOYEE, Actor.EMPLOYER])),
                flags=tuple(draw(st.lists(st.sampled_from(FLAGS), max_size=1))),
            )
        )
        for concept in draw(st.lists(st.sampled_from(CONCEPTS), max_size=3, unique=True)):
            negated, excepted = draw(st.sampled_from([(False, False)] * 4 + [(True, False), (False, True)]))
            mentions.append(Mention(concept, index, 0, 1, concept, negated, excepted))
        for _ in range(draw(st.integers(0, 1))):
            value, unit = draw(st.sampled_from([(5, "dag"), (10, "dag"), (30, "dag"), (1, "maand")]))
            amounts.append(Amount("termijn", value, unit, f"{value} {unit}", index, 0, 1))
        for law in draw(st.lists(st.sampled_from(["WET", "OUD", ""]), max_size=1)):
            references.append(Reference(law, "1", "", "", law, index, 0, 1))
        for sort, is_found in draw(st.lists(st.sampled_from(TARGETS), max_size=1)):
            own.append(OwnReference(sort, "1", is_found, sort, index, 0, 1))
    made = tagged(clauses, mentions, amounts)
    return replace(made, references=tuple(references), own_references=tuple(own))


@given(documents())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_engine_sees_what_a_plain_reading_sees(document: TaggedDocument) -> None:
    here = context()
    found = set(ENGINE.run(document, RULES, here))
    assert found == evaluate(document, RULES, here, BOOK)


@given(documents())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_engine_keeps_nothing_of_an_earlier_document(document: TaggedDocument) -> None:
    first = ENGINE.run(document, RULES, context())
    assert ENGINE.run(document, RULES, context()) == first


def test_only_the_rules_that_were_asked_may_speak() -> None:
    document = tagged([Clause(0, 0, 1, 0)])
    asked = [item for item in RULES if item.id == "MIS-001"]
    assert {match.rule for match in ENGINE.run(document, asked, context())} == {"MIS-001"}
