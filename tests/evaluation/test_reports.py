import json
from dataclasses import replace

import pytest

from checker.evaluation import compare, evaluate_corpus, render_json, render_text
from checker.model import Actor, Force
from tests.evaluation.small_corpus import corpus, duty, gold, tagged

MELD, DEEL = "Meld dit bij HR.", "Deel geen foto's van klanten."
TEXT = f"{MELD} {DEEL}"
NOTES = [duty(MELD), duty(DEEL, strekking="verbod", ontkend=["foto's"])]
READ = {"forces": (Force.DUTY,), "actor": Actor.EMPLOYEE}


def evaluation(*halves, split="train", most=0, second=None):
    """A program that takes both clauses for duties of an employee, measured on the same text in each half."""
    documents = [
        replace(gold(TEXT, NOTES, name=f"{half}-{number}", second=second), half=half)
        for number, half in enumerate(halves)
    ]
    compared = [compare(item, tagged(item.document, [(MELD, READ), (DEEL, READ)])) for item in documents]
    measured = corpus(*documents, split=split)
    return evaluate_corpus(measured, compared, rulebook="r1", pipeline="proef 0", most_misses=most)


def as_json(*halves, **more):
    return json.loads(render_json(evaluation(*halves, **more)))


def as_text(*halves, width=100, color=False, **more):
    return render_text(evaluation(*halves, **more), width=width, color=color)


def row(text, name):
    """The figures on the first line that begins with `name`."""
    return next(line for line in text.splitlines() if line.strip().startswith(name)).split(name, 1)[1].split()


def test_json_begins_with_what_was_measured():
    found = as_json("train", "train")
    wanted = {"name": "beleidstoets", "version": found["tool"]["version"], "rulebook": "r1", "pipeline": "proef 0"}
    assert (found["tool"], found["split"], found["documents"], found["clauses"]) == (
        wanted,
        "train",
        ["train-0", "train-1"],
        4,
    )


def test_json_has_the_documented_keys_in_their_order():
    assert list(as_json("train")) == [
        "format_version", "tool", "corpus", "split", "documents", "clauses", "method", "headlines", "tasks", "readers",
        "misses",
    ]  # fmt: skip


def test_json_has_every_question_in_its_order():
    assert list(as_json("train")["tasks"]) == [
        "segmentation", "force", "actor", "actor_named", "scope", "flags", "silent", "references", "reference_spans",
    ]  # fmt: skip


def test_the_headline_of_force_is_the_mean_over_the_forces():
    """Duty: P .5, R 1, F1 2/3. Ban: never found, F1 0."""
    assert as_json("train")["headlines"]["force"] == {"measure": "macro F1", "value": 0.333333, "interval": None}


def test_the_headline_of_actor_counts_every_clause():
    assert as_json("train")["headlines"]["actor"] == {"measure": "micro F1", "value": 1.0, "interval": None}


def test_a_figure_that_nothing_defines_is_null():
    assert as_json("train")["headlines"]["references"]["value"] is None


def test_two_documents_give_intervals():
    assert as_json("train", "train")["headlines"]["segmentation"]["interval"] == [1.0, 1.0]


def test_the_same_measurement_gives_the_same_bytes():
    assert render_json(evaluation("train", "train", most=3)) == render_json(evaluation("train", "train", most=3))


def test_nobody_asked_for_misses_so_there_are_none():
    assert as_json("train")["misses"] is None


def test_a_miss_has_its_clause_and_what_both_said():
    assert as_json("train", most=5)["misses"]["tasks"]["force"] == {
        "total": 1,
        "shown": [{"document": "train-0", "quote": DEEL, "detail": "", "gold": ["verbod"], "predicted": ["plicht"]}],
    }


def test_a_miss_on_a_word_names_the_word():
    (miss,) = as_json("train", most=5)["misses"]["tasks"]["scope"]["shown"]
    assert (miss["detail"], miss["gold"], miss["predicted"]) == ("foto's", ["ontkend"], [])


def test_no_more_misses_are_shown_than_asked():
    found = as_json("train", "train", "train", most=2)["misses"]["tasks"]["force"]
    assert (found["total"], len(found["shown"])) == (3, 2)


def documents_of_misses(**more):
    found = as_json("train", "test", most=9, **more)["misses"]
    return found["of"], {miss["document"] for task in found["tasks"].values() for miss in task["shown"]}


def test_misses_of_both_halves_are_those_of_train():
    assert documents_of_misses(split="all") == ("train", {"train-0"})


def test_misses_of_the_test_half_are_given_when_only_it_is_asked():
    found = as_json("test", split="test", most=9)["misses"]
    assert (found["of"], found["tasks"]["force"]["total"]) == ("test", 1)


def test_a_corpus_without_halves_gives_all_its_misses():
    assert as_json("", "", split="all", most=9)["misses"]["of"] == "all"


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("strekking (macro)", ["0,250", "0,500", "0,333", "0,33–0,33", "4", "4"]),
        ("strekking (micro)", ["0,500", "0,500", "0,500", "0,50–0,50", "4", "4"]),
        ("actor (micro)", ["1,000", "1,000", "1,000", "1,00–1,00", "4", "4"]),
        ("ontkenning en uitzondering", ["–", "0,000", "0,000", "0,00–0,00", "2", "0"]),
        ("verwijzingen", ["–", "–", "–", "–", "0", "0"]),
        ("plicht", ["0,500", "1,000", "0,667", "0,67–0,67", "2", "4"]),
    ],
)
def test_text_has_a_row_for_each_question_and_label(name, figures):
    assert row(as_text("train", "train"), name) == figures


def test_text_leaves_out_labels_that_do_not_occur():
    assert "sanctie" not in as_text("train")


@pytest.mark.parametrize("width", [30, 47, 48, 67, 68, 80, 140])
def test_no_line_is_wider_than_asked(width):
    text = as_text("train", "train", width=width, most=9, second=NOTES)
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize(("width", "columns"), [(40, 2), (60, 4), (100, 6)])
def test_a_narrow_text_has_fewer_columns(width, columns):
    assert len(row(as_text("train", "train", width=width), "segmentatie")) == columns


def test_text_without_colour_has_no_escape_code():
    assert "\x1b" not in as_text("train", most=9)


def test_text_with_colour_has_escape_codes():
    assert "\x1b[" in as_text("train", color=True)


def test_text_shows_the_agreement_of_two_readers():
    text = as_text("train", second=[duty(MELD), duty(DEEL)])
    table = text[text.index("TWEE LEZERS") :]
    assert (row(table, "strekking"), row(table, "actor")) == (["0,000", "1", "2"], ["–", "2", "2"])


def test_text_without_a_second_reading_has_no_such_table():
    assert "TWEE LEZERS" not in as_text("train")


def test_text_tells_that_misses_of_the_other_half_are_held_back():
    assert "Fouten staan er alleen van de helft train." in " ".join(
        as_text("train", "test", split="all", most=1).split()
    )
