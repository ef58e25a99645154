"""Does a clause point at something that is not there on that day or in that organisation?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from checker.engine.pointing import pointers_of
from checker.model import Clause, Law, OwnReference, Pointer, Reference
from tests.builders import LAW, context, tagged

OLD = Law("OUD", "Oude wet", "BWBR0000002", dt.date(1990, 1, 1), dt.date(2018, 5, 24))
LAWS = {"WET": LAW, "OUD": OLD}


@pytest.mark.parametrize(
    ("law", "day", "expected"),
    [
        ("OUD", dt.date(2018, 5, 24), []),
        ("OUD", dt.date(2018, 5, 25), [(0, Pointer.REPEALED_LAW)]),
        ("WET", dt.date(2026, 1, 1), []),
        ("", dt.date(2026, 1, 1), []),
    ],
)
def test_a_law_is_repealed_from_the_day_after_its_last(law: str, day: dt.date, expected: list[object]) -> None:
    made = replace(tagged([Clause(0, 0, 1, 0)]), references=(Reference(law, "1", "", "", law, 0, 0, 1),))
    assert list(pointers_of(made, LAWS, context(day=day))) == expected


@pytest.mark.parametrize(
    ("sisters", "expected"),
    [
        (None, [(0, Pointer.MISSING_DOCUMENT)]),
        ([], [(0, Pointer.MISSING_DOCUMENT)]),
        (["Privacy-reglement 2025"], []),
        (["gedragscode"], [(0, Pointer.MISSING_DOCUMENT)]),
    ],
)
def test_a_document_that_the_profile_names_is_there(sisters: object, expected: list[object]) -> None:
    own = OwnReference("stuk", "privacyreglement", False, "privacyreglement", 0, 0, 1)
    made = replace(tagged([Clause(0, 0, 1, 0)]), own_references=(own,))
    assert list(pointers_of(made, LAWS, context(zusterdocumenten=sisters))) == expected
