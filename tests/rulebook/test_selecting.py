"""Which rules speak for this organisation, this kind of policy and this day?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from checker.model import FactTest, Kind, LegalBasis, Parameter, Pattern, PolicyType
from checker.rulebook import Applicability, Applies, applicability, fact_holds
from tests.builders import context, rule, rulebook

OR = FactTest("medezeggenschap", ("OR",))
GRENS = Parameter("wet.grens", "grens", "personen", ((dt.date(2020, 1, 1), 50), (dt.date(2023, 1, 1), 250)))
BOOK = replace(
    rulebook([], parameters=[GRENS]),
    questions={"medezeggenschap": "Is er een OR?", "aantal_werkzame_personen": "Hoeveel mensen?"},
)


def made(**fields):
    return rule("TST-001", Kind.RISKY, [Pattern("bepaling", ("a",))], **fields)


def answer(one, here) -> Applies:
    return applicability(one, here, BOOK).applies


# --- the day ---


@pytest.mark.parametrize(
    ("day", "applies"),
    [
        (dt.date(2019, 12, 31), Applies.NO),
        (dt.date(2020, 1, 1), Applies.YES),
        (dt.date(2025, 6, 30), Applies.YES),
        (dt.date(2025, 7, 1), Applies.NO),
    ],
)
def test_a_rule_speaks_from_its_first_day_up_to_and_including_its_last(day, applies):
    assert answer(made(since=dt.date(2020, 1, 1), through=dt.date(2025, 6, 30)), context(day=day)) is applies


def test_a_rule_that_does_not_hold_yet_says_so():
    found = applicability(made(since=dt.date(2027, 1, 1)), context(), BOOK)
    assert found.reason == "Op 2026-11-24 was geen van de grondslagen van deze regel van kracht."


def test_one_basis_in_force_is_enough():
    ended = LegalBasis("WET", "1", "", "Zegt iets.", dt.date(2000, 1, 1), dt.date(2018, 5, 24))
    running = LegalBasis("WET", "2", "", "Zegt iets.", dt.date(2018, 5, 25))
    assert answer(made(legal_basis=(ended, running)), context()) is Applies.YES


def test_a_withdrawn_rule_never_speaks():
    assert applicability(made(status="vervallen"), context(), BOOK) == Applicability(
        Applies.NO, "Deze regel is vervallen."
    )


# --- the kind of policy ---


def test_a_rule_is_silent_on_a_kind_of_policy_that_it_does_not_name():
    found = applicability(made(policy_types=(PolicyType.CAMERA,)), context(PolicyType.SOCIAL_MEDIA), BOOK)
    assert found == Applicability(Applies.NO, "Deze regel geldt niet voor SMB.")


def test_a_rule_for_some_kinds_depends_when_the_kind_is_unknown():
    found = applicability(made(policy_types=(PolicyType.CAMERA,)), context(None), BOOK)
    question = "Welke soort beleid is dit (--policy-type)?"
    assert found == Applicability(Applies.DEPENDS, f"Hangt af van: de soort beleid. {question}", (question,))


def test_a_rule_for_all_kinds_speaks_when_the_kind_is_unknown():
    assert answer(made(), context(None)) is Applies.YES


# --- facts of the organisation ---


def test_a_fact_that_holds_lets_the_rule_speak():
    assert answer(made(facts=(OR,)), context(medezeggenschap="OR")) is Applies.YES


def test_a_fact_that_does_not_hold_silences_the_rule_with_its_value():
    found = applicability(made(facts=(OR,)), context(medezeggenschap="PVT"), BOOK)
    assert found == Applicability(Applies.NO, "Deze regel geldt hier niet: medezeggenschap is PVT.")


@pytest.mark.parametrize("known", [{}, {"medezeggenschap": "onbekend"}, {"medezeggenschap": None}])
def test_an_unknown_fact_makes_the_rule_depend_and_asks_the_question(known):
    found = applicability(made(facts=(OR,)), context(**known), BOOK)
    reason = "Hangt af van: medezeggenschap. Is er een OR?"
    assert found == Applicability(Applies.DEPENDS, reason, ("Is er een OR?",))


def test_two_unknown_facts_ask_two_questions():
    size = FactTest("aantal_werkzame_personen", minimum="50")
    found = applicability(made(facts=(OR, size)), context(), BOOK)
    assert found.reason == "Hangt af van: medezeggenschap, aantal_werkzame_personen. Is er een OR? Hoeveel mensen?"


@pytest.mark.parametrize("order", [1, -1])
def test_a_certain_no_goes_before_an_unknown(order):
    size = FactTest("aantal_werkzame_personen", minimum="50")
    one = made(facts=(OR, size)[::order])
    assert answer(one, context(aantal_werkzame_personen=10)) is Applies.NO


def test_the_wrong_kind_of_policy_goes_before_an_unknown_fact():
    one = made(policy_types=(PolicyType.CAMERA,), facts=(OR,))
    assert answer(one, context(PolicyType.AI)) is Applies.NO


@pytest.mark.parametrize(
    ("test", "known", "holds"),
    [
        (FactTest("sector", ("zorg", "onderwijs")), "zorg", True),
        (FactTest("sector", ("zorg", "onderwijs")), "media", False),
        (FactTest("sector", excluded=("media",)), "zorg", True),
        (FactTest("sector", excluded=("media",)), "media", False),
        (FactTest("monitoring", ("dlp", "gps")), ("logging", "gps"), True),
        (FactTest("monitoring", ("dlp", "gps")), ("logging",), False),
        (FactTest("monitoring", excluded=("gps",)), ("logging", "gps"), False),
        (FactTest("monitoring", ("gps",)), (), False),
        (FactTest("monitoring", ("gps",)), None, None),
    ],
)
def test_a_fact_is_compared_with_values(test, known, holds):
    assert fact_holds(test, context(**{test.fact: known}), BOOK) is holds


@pytest.mark.parametrize(
    ("limits", "number", "holds"),
    [
        ({"minimum": "50"}, 49, False),
        ({"minimum": "50"}, 50, True),
        ({"maximum": "50"}, 50, True),
        ({"maximum": "50"}, 51, False),
        ({"minimum": "10", "maximum": "49"}, 30, True),
        ({"minimum": "10", "maximum": "49"}, 9, False),
        ({"minimum": "1"}, 0, False),
    ],
)
def test_a_number_is_compared_with_its_limits(limits, number, holds):
    size = FactTest("aantal_werkzame_personen", **limits)
    assert fact_holds(size, context(aantal_werkzame_personen=number), BOOK) is holds


@pytest.mark.parametrize(
    ("day", "number", "holds"),
    [
        (dt.date(2022, 12, 31), 50, True),
        (dt.date(2022, 12, 31), 49, False),
        (dt.date(2023, 1, 1), 249, False),
        (dt.date(2023, 1, 1), 250, True),
    ],
)
def test_a_limit_may_be_a_number_of_the_law_on_the_day(day, number, holds):
    size = FactTest("aantal_werkzame_personen", minimum="wet.grens")
    assert fact_holds(size, context(day=day, aantal_werkzame_personen=number), BOOK) is holds


EARLY = dt.date(2019, 12, 31)
ENDED = Parameter("wet.oud", "oud", "personen", ((dt.date(2001, 1, 1), 50), (dt.date(2010, 1, 1), None)))


@pytest.mark.parametrize("number", [10, 500, None])
@pytest.mark.parametrize("side", ["minimum", "maximum"])
def test_a_number_of_the_law_without_a_value_on_the_day_does_not_hold(number, side):
    size = FactTest("aantal_werkzame_personen", **{side: "wet.grens"})
    assert fact_holds(size, context(day=EARLY, aantal_werkzame_personen=number), BOOK) is False


def test_a_rule_on_a_number_that_does_not_hold_yet_says_so():
    one = made(facts=(FactTest("aantal_werkzame_personen", minimum="wet.grens"),))
    assert applicability(one, context(day=EARLY), BOOK) == Applicability(
        Applies.NO, "Deze regel vergelijkt met het getal wet.grens; dat gold op 2019-12-31 nog niet."
    )


def test_a_rule_on_a_number_that_ended_says_so():
    one = made(facts=(FactTest("aantal_werkzame_personen", minimum="wet.oud"),))
    assert applicability(one, context(), rulebook([], parameters=[ENDED])).reason == (
        "Deze regel vergelijkt met het getal wet.oud; dat gold op 2026-11-24 niet meer."
    )


@pytest.mark.parametrize(
    ("day", "applies"), [(EARLY, Applies.NO), (dt.date(2020, 1, 1), Applies.YES)], ids=["before", "from the first day"]
)
@pytest.mark.parametrize("limit", ["wet.grens", "30 dagen"])
def test_a_rule_with_a_limit_in_its_text_waits_for_its_number(day, applies, limit):
    late = rule("TST-001", Kind.RISKY, [Pattern("bepaling", ("a",), limit=limit, limit_kind="hoogstens")])
    assert answer(late, context(day=day)) is (Applies.YES if limit == "30 dagen" else applies)


def test_the_works_council_is_obligatory_from_fifty_people(shipped_rulebook):
    size = FactTest("aantal_werkzame_personen", minimum="medezeggenschap.or_verplicht_vanaf")
    held = [fact_holds(size, context(aantal_werkzame_personen=count), shipped_rulebook) for count in (49, 50)]
    assert held == [False, True]
