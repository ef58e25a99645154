"""Which amounts stand in a clause, and how do they compare?"""

from __future__ import annotations

import pytest

from checker.model import Bound
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
        ("veertien dagen", 14, "dag"),
        ("tweeëndertig dagen", 32, "dag"),
        ("vijfenveertig dagen", 45, "dag"),
        ("honderdtwintig dagen", 120, "dag"),
        ("max.4 weken", 28, "dag"),
        ("anderhalf jaar", 18, "maand"),
        ("een half jaar", 6, "maand"),
        ("halfjaar", 6, "maand"),
        ("1,5 jaar", 18, "maand"),
        ("twee en een half jaar", 30, "maand"),
        ("tweeënhalf jaar", 30, "maand"),
        ("tien volle dagen", 10, "dag"),
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
        ("€ 50,-", 5_000),
        ("€ 50,--", 5_000),
        ("50 eurocent", 50),
        ("vijftig euro", 5_000),
        ("20 duizend euro", 2_000_000),
        ("€ 2 miljoen", 200_000_000),
    ],
)
def test_money_is_counted_in_cents(text, cents):
    assert found(text) == [("bedrag", cents, "cent")]


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [
        ("ten hoogste 10%", 1000),
        ("10 %", 1000),
        ("2,5 procent", 250),
        ("0,25%", 25),
        ("100%", 10_000),
        ("tien procent", 1000),
    ],
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
        ("1.500 medewerkers", 1500),
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
        "31-02-2026",
        "versie 2.1.2026",
        "2,5 dagen",
        "2,5 weken",
        "anderhalve dag",
        "€ 1,5",
        "gratis euro",
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


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("tussen 2 en 4 weken", 28, "2 en 4 weken"),
        ("3 à 4 dagen", 4, "3 à 4 dagen"),
        ("twee tot vier weken", 28, "twee tot vier weken"),
        ("2-4 weken", 28, "2-4 weken"),
        ("na 2 en 4 weken", 28, "4 weken"),
    ],
)
def test_a_range_counts_as_its_upper_end(text, value, written):
    assert [(amount.value, amount.written) for amount in find_amounts(text, 0)] == [(value, written)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("op 1 maart 2026", 20260301),
        ("01-03-2026", 20260301),
        ("1-3-2026", 20260301),
        ("1/3/2026", 20260301),
        ("31.12.2025", 20251231),
        ("per 24 November 2026", 20261124),
    ],
)
def test_a_date_is_a_day_that_sorts(text, day):
    assert found(text) == [("datum", day, "kalenderdag")]


@pytest.mark.parametrize(
    "text",
    [
        "9.00 uur",
        "17:30 uur",
        "om 9 uur",
        "om 09.00 uur",
        "rond 12 uur",
        "vanaf 18 uur",
        "tussen 9 en 17 uur",
        "van 9 tot 17 uur",
        "van 9.00 tot 17.00 uur",
        "na 18 uur",
        "tot 17 uur",
        "voor 9 uur",
        "10 uur 's avonds",
        "7 uur ’s ochtends",
    ],
)
def test_a_time_of_day_is_no_duration(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("binnen 24 uur", 24),
        ("8 uur per week", 8),
        ("tot 8 uur per week", 8),
        ("na 24 uur", 24),
        ("na 2 uur", 2),
        ("uiterlijk 48 uur na ontdekking", 48),
        ("niet meer dan 20 uur per week", 20),
    ],
)
def test_hours_that_pass_are_a_duration(text, hours):
    assert found(text) == [("termijn", hours, "uur")]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("ten hoogste vier weken", Bound.AT_MOST),
        ("na ten hoogste vier weken", Bound.AT_MOST),
        ("hoogstens 4 weken", Bound.AT_MOST),
        ("maximaal 6 maanden", Bound.AT_MOST),
        ("6 maanden maximaal", Bound.AT_MOST),
        ("niet langer dan 4 weken", Bound.AT_MOST),
        ("niet meer dan 5 uur", Bound.AT_MOST),
        ("uiterlijk 1 maart 2026", Bound.AT_MOST),
        ("uiterlijk op 1 maart 2026", Bound.AT_MOST),
        ("vóór 1 maart 2026", Bound.AT_MOST),
        ("een maximum van € 50", Bound.AT_MOST),
        ("tot € 50", Bound.AT_MOST),
        ("2 tot 4 weken", Bound.AT_MOST),
        ("ten minste twee weken", Bound.AT_LEAST),
        ("minimaal 10 medewerkers", Bound.AT_LEAST),
        ("minstens 10%", Bound.AT_LEAST),
        ("50 of meer werknemers", Bound.AT_LEAST),
        ("50 werknemers of meer", Bound.AT_LEAST),
        ("4 weken of langer", Bound.AT_LEAST),
        ("meer dan 50 euro", Bound.AT_LEAST),
        ("binnen 24 uur", Bound.WITHIN),
        ("binnen een termijn van twee weken", Bound.WITHIN),
        ("uiterlijk binnen twee weken", Bound.WITHIN),
        ("na vier weken", Bound.AFTER),
        ("vanaf 1 maart 2026", Bound.AFTER),
        ("met ingang van 1 maart 2026", Bound.AFTER),
        ("per 1 maart 2026", Bound.AFTER),
        ("vier weken", Bound.EXACT),
        ("een boete van € 50 per keer", Bound.EXACT),
        ("binnen de organisatie geldt een boete van € 50", Bound.EXACT),
    ],
)
def test_the_words_around_an_amount_say_how_it_limits(text, bound):
    assert [amount.bound for amount in find_amounts(text, 0)] == [bound]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Beelden worden na ten hoogste vier weken gewist.", "gewist"),
        ("De gegevens worden maximaal 6 maanden bewaard.", "bewaard"),
        ("Meld dit binnen 24 uur bij de leidinggevende.", "Meld"),
        ("Binnen een termijn van twee weken beslist de directie.", "beslist"),
        ("De bewaartermijn is 4 weken.", "bewaartermijn"),
        ("Een schorsing van twee weken.", "schorsing"),
        ("Dit beleid geldt vanaf 1 maart 2026.", "geldt"),
        ("Het treedt in werking op 01-03-2026.", "treedt"),
        ("Een boete van € 500 per overtreding.", "boete"),
        ("Geschenken van meer dan 50 euro worden gemeld.", "Geschenken"),
        ("Ten hoogste 10% van het loon.", "loon"),
        ("Bij 50 of meer werknemers.", "werknemers"),
        ("Na drie keer.", None),
        ("Wie dit twee weken doet.", None),
        ("Alles wordt gemeld. Dat duurde lang. Nu vier weken.", None),
    ],
)
def test_an_amount_points_at_the_word_that_it_measures(text, word):
    (amount,) = find_amounts(text, 0, offset=100)
    pointed = amount.applies_to and text[amount.applies_to[0] - 100 : amount.applies_to[1] - 100]
    assert pointed == word


def test_a_long_text_without_a_stop_is_read_to_its_end():
    text = "binnen " + "zes zeven acht tot en 1 " * 20_000 + "zes weken"
    assert found(text) == [("termijn", 42, "dag")]


def test_a_number_of_ten_thousand_digits_is_no_amount():
    assert found("€ " + "1" * 10_000 + " euro en " + "2" * 10_000 + " dagen") == []
