"""Every figure here is worked out by hand."""

import math
import sys

import pytest

from checker.errors import UsageError
from checker.evaluation.answers import Answer, Task
from checker.evaluation.scoring import Measure, require_library, score


def task(*answers, labels=("a", "b", "c")):
    """Answers written as "document gold predicted", with labels joined by + and - for none."""

    def labels_of(written):
        return frozenset() if written == "-" else frozenset(written.split("+"))

    made = [Answer(name, labels_of(g), labels_of(p), "") for name, g, p in (line.split() for line in answers)]
    return Task("proef", labels, tuple(made))


MIXED = task("d1 a a", "d1 a a", "d1 b a", "d1 b b", "d1 b -", "d1 c b")
"""a: right 2, predicted 3, gold 2. b: right 1, predicted 2, gold 3. c: right 0, predicted 0, gold 1."""


def values(found):
    return tuple(round(item.value, 6) for item in (found.precision, found.recall, found.f1))


@pytest.mark.parametrize(
    ("label", "wanted"),
    [("a", (0.666667, 1.0, 0.8)), ("b", (0.5, 0.333333, 0.4))],
)
def test_a_label_has_precision_recall_and_f1(label, wanted):
    assert values(score(MIXED, ["d1"]).labels[label]) == wanted


def test_a_label_that_is_never_predicted_has_no_precision():
    assert math.isnan(score(MIXED, ["d1"]).labels["c"].precision.value)


def test_micro_counts_all_answers_together():
    assert values(score(MIXED, ["d1"]).micro) == (0.6, 0.5, 0.545455)


def test_macro_is_the_mean_of_the_labels_in_gold():
    assert values(score(MIXED, ["d1"]).macro) == (0.388889, 0.444444, 0.4)


def test_macro_passes_over_a_label_that_gold_does_not_have():
    assert values(score(task("d1 a a", "d1 a b"), ["d1"]).macro) == (1.0, 0.5, 0.666667)


def test_accuracy_is_the_share_that_is_wholly_right():
    assert score(task("d1 a+b a+b", "d1 a+b a", "d1 - -", "d1 c c"), ["d1"]).accuracy.value == 0.75


def test_several_labels_are_scored_one_by_one():
    assert values(score(task("d1 a+b a", "d1 - c"), ["d1"]).micro) == (0.5, 0.5, 0.5)


def test_a_label_left_out_does_not_count_in_micro():
    """Without c: right 1 (a), predicted 2 (a twice), gold 3 (a, b twice)."""
    found = score(task("d1 a a", "d1 c a", "d1 c c", "d1 b c", "d1 b c"), ["d1"], leave_out=frozenset("c"))
    assert values(found.micro) == (0.5, 0.333333, 0.4)


def test_macro_of_a_draw_passes_over_labels_that_its_documents_lack():
    assert score(task("d1 a a", "d2 b b"), ["d1", "d2"]).macro.f1 == Measure(1.0, (1.0, 1.0))


def test_counts_of_gold_and_predicted_are_told():
    found = score(MIXED, ["d1"]).labels["b"]
    assert (found.gold, found.predicted) == (3, 2)


def test_no_answers_give_no_figure():
    found = score(task(), ["d1", "d2"])
    assert [math.isnan(item.value) for item in (found.micro.f1, found.macro.f1, found.accuracy)] == [True] * 3


def test_one_document_gives_no_interval():
    assert score(MIXED, ["d1"]).micro.f1.interval is None


def test_documents_that_are_alike_give_an_interval_of_one_point():
    lines = [f"{name} {labels}" for name in ("d1", "d2", "d3") for labels in ("a a", "b a", "b b", "c -")]
    found = score(task(*lines), ["d1", "d2", "d3"])
    measures = (found.micro.f1, found.micro.precision, found.macro.recall, found.macro.f1, found.accuracy)
    assert [item.interval for item in measures] == [pytest.approx((item.value, item.value)) for item in measures]


def test_whole_documents_are_drawn():
    """Drawing answers instead would give about 0,2 to 0,8."""
    lines = ["d1 a a"] * 10 + ["d2 a b"] * 10
    assert score(task(*lines), ["d1", "d2"]).micro.recall == Measure(0.5, (0.0, 1.0))


UNEVEN = tuple(
    f"d{number} a {'a' if answer % (number + 2) else 'b'}"
    for number in range(12)
    for answer in range(number * number + 1)
)
"""Twelve documents of very different length and quality: hardly two draws give the same figure."""


def test_the_same_answers_give_the_same_interval():
    names = [f"d{number}" for number in range(12)]
    assert [score(task(*UNEVEN), names).micro.f1.interval for _ in range(2)] == [
        score(task(*UNEVEN), names).micro.f1.interval
    ] * 2


def test_the_figure_lies_inside_its_interval():
    measure = score(task(*UNEVEN), [f"d{number}" for number in range(12)]).micro.f1
    assert measure.interval[0] < measure.value < measure.interval[1]


def test_a_document_without_an_answer_widens_nothing():
    found = score(task("d1 a a", "d2 a a"), ["d1", "d2", "d3"])
    assert found.labels["a"].f1 == Measure(1.0, (1.0, 1.0))


def test_without_scikit_learn_there_is_a_message_that_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn.metrics", None)
    with pytest.raises(UsageError, match=r"pip install '\.\[evaluate\]'"):
        require_library()
