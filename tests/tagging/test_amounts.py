"""Which amounts stand in a clause, and how do they compare?"""

from __future__ import annotations

import pytest

from checker.tagging.amounts import find_amounts

from .reading import read


def found(text: str) -> list[tuple[str, int, str]]:
    return [(amount.quantity, amount.value, amount.unit) for amount in find_amounts(text, 0)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("binnen 6 weken", 42, "dag"),
        ("binnen zes weken", 42, "dag"),
        ("binnen zes (6) weken", 42, "dag"),
        ("binnen Zes weken", 42, "dag"),
        ("hoogstens 28 dagen", 28, "dag"),
        ("30 kalenderdagen", 30, "dag"),
        ("één dag", 1, "dag"),
        ("een week", 7, "dag"),
        ("drie werkdagen", 3, "werkdag"),
        ("24 uur", 24, "uur"),
        ("twee etmalen", 48, "uur"),
        ("1 maand", 1, "maand"),
        ("zes maanden", 6, "maand"),
        ("een kwartaal", 3, "maand"),
        ("twee jaar", 24, "maand"),
        ("zestig dagen", 60, "dag"),
        ("negentien dagen", 19, "dag"),
    ],
)
def test_a_duration_has_a_value_in_its_own_calendar_unit(text, value, unit):
    assert found(text) == [("termijn", value, unit)]


def test_months_and_days_are_kept_apart():
    assert found("30 dagen of 1 maand") == [("termijn", 30, "dag"), ("termijn", 1, "maand")]


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("€ 1.250,50", 125_050),
        ("€1.250,50", 125_050),
        ("€ 250", 25_000),
        ("€ 2.500,-", 250_000),
        ("€ 22", 2_200),
        ("EUR 2.500 per overtreding", 250_000),
        ("€ 1.000.000", 100_000_000),
        ("500 euro", 50_000),
        ("1.250,50 euro", 125_050),
        ("€ 50 euro", 5_000),
    ],
)
def test_money_is_counted_in_cents(text, cents):
    assert found(text) == [("bedrag", cents, "cent")]


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [("ten hoogste 10%", 1000), ("10 %", 1000), ("2,5 procent", 250), ("0,25%", 25), ("100%", 10_000)],
)
def test_a_percentage_is_counted_in_hundredths(text, hundredths):
    assert found(text) == [("percentage", hundredths, "honderdste")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("50 of meer werknemers", 50),
        ("tien medewerkers", 10),
        ("drie keer", 3),
        ("2 maal", 2),
        ("vijftig personen", 50),
    ],
)
def test_a_count_is_counted_in_pieces(text, count):
    assert found(text) == [("aantal", count, "stuks")]


@pytest.mark.parametrize(
    "text",
    [
        "artikel 7:613",
        "art. 27 lid 1 onder k",
        "iedere dag",
        "een halve dag",
        "versie 2.1",
        "op 1 maart 2026",
        "de jaren",
        "2026",
    ],
)
def test_a_number_that_is_no_amount_is_left_out(text):
    assert found(text) == []


def test_an_amount_says_how_it_was_written_and_where(tagger):
    text = "Eerste zin. Dit duurt zes (6) weken."
    (amount,) = read(tagger, text).amounts
    assert (amount.written, amount.clause, text[amount.start : amount.end]) == ("zes (6) weken", 1, "zes (6) weken")


def test_amounts_of_a_document_stand_in_text_order(tagger):
    amounts = read(tagger, "Tien medewerkers krijgen € 50 binnen twee weken, dat is 5%.").amounts
    assert [amount.quantity for amount in amounts] == ["aantal", "bedrag", "termijn", "percentage"]
