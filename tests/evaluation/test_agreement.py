import pytest

from checker.evaluation.agreement import compare_readers
from tests.evaluation.small_corpus import corpus, duty, gold, heading

SENTENCES = ("Meld dit.", "Deel niets.", "Bel HR.", "Lees dit.")
TEXT = " ".join(SENTENCES)


def readers(first, second, text=TEXT):
    return compare_readers(corpus(gold(text, first, second=second)))


def notes(key, *values):
    return [duty(text, **{key: value}) for text, value in zip(SENTENCES, values, strict=True)]


def agreement(found, key):
    return next(item for item in found.agreements if item.key == key)


@pytest.mark.parametrize("key", ["strekking", "actor"])
def test_kappa_takes_chance_off(key):
    """Equal in 3 of 4; by chance .5 x .25 + .5 x .75 = .5; so kappa is (.75 - .5) / (1 - .5)."""
    one, other = {"strekking": ("verbod", "plicht"), "actor": ("hr", "vakbond")}[key]
    found = readers(notes(key, one, other, one, other), notes(key, one, other, other, other))
    item = agreement(found, {"strekking": "force"}.get(key, key))
    assert (item.same, item.compared, item.kappa) == (3, 4, pytest.approx(0.5))


def test_one_label_throughout_has_no_kappa():
    assert agreement(readers(notes("actor", *["hr"] * 4), notes("actor", *["hr"] * 4)), "actor").kappa is None


def test_silence_is_compared_on_every_clause():
    """Equal in 3 of 4; by chance .25 x .5 + .75 x .5 = .5."""
    first = [heading(SENTENCES[0]), *map(duty, SENTENCES[1:])]
    second = [heading(SENTENCES[0]), heading(SENTENCES[1]), *map(duty, SENTENCES[2:])]
    item = agreement(readers(first, second), "silent")
    assert (item.same, item.compared, item.kappa) == (3, 4, pytest.approx(0.5))


def test_force_is_compared_where_both_say_that_the_clause_binds():
    first = [heading(SENTENCES[0]), *map(duty, SENTENCES[1:])]
    second = [*map(duty, SENTENCES[:3]), heading(SENTENCES[3])]
    assert agreement(readers(first, second), "force").compared == 2


def test_words_that_both_readers_chose_are_compared():
    text = "Deel geen foto's of namen zonder reden."
    first = [duty(text, ontkend=["Deel", "namen"], geldt=["reden"])]
    second = [duty(text, ontkend=["Deel", "reden", "foto's"])]
    item = agreement(readers(first, second, text), "scope")
    assert (item.same, item.compared) == (1, 2)


def test_where_clauses_end_is_compared_as_f1():
    """Two of four and of three clauses are the same: 2 x 2 / 7."""
    second = [duty(f"{SENTENCES[0]} {SENTENCES[1]}"), duty(SENTENCES[2]), duty(SENTENCES[3])]
    found = readers(list(map(duty, SENTENCES)), second)
    assert (found.shared, found.segmentation_f1) == (2, pytest.approx(4 / 7))


def test_only_documents_with_a_second_reading_count():
    with_second = gold(TEXT, list(map(duty, SENTENCES)), second=list(map(duty, SENTENCES)))
    found = compare_readers(corpus(with_second, gold("Meld dit.", [duty("Meld dit.")], name="ander")))
    assert (found.documents, found.first) == (1, 4)


def test_without_a_second_reading_there_is_no_agreement():
    assert compare_readers(corpus(gold("Meld dit.", [duty("Meld dit.")]))) is None
