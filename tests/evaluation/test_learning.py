"""Are the weights learned from the practice files and the train half, and from nothing else?"""

from __future__ import annotations

import zlib

import numpy as np
import pytest

from checker.errors import BeleidstoetsError, UsageError
from checker.evaluation import read_corpus
from checker.evaluation.learning import Lesson, corpus_lessons, learn, main, practice_lessons, read_practice
from checker.model import Actor, BlockKind, Force
from checker.tagging.weighing import SIZE, Feature, ForceModel, load_force_model
from tests.evaluation.small_corpus import duty, write_document

GOOD = (
    "plicht\twerknemer\t\tDe medewerker meldt dit.\n"
    "verbod\twerknemer\tJe mag niet:\troken;\n"
    "belofte\twerkgever\tWie leest mee?\tDat doet ICT.\n"
    "feit\tonbekend\tReikwijdte\tDit geldt overal.\n"
)


@pytest.fixture
def practice(tmp_path):
    """Lines of a practice file -> the folder with it."""

    def write(text, name="zinnen.tsv"):
        folder = tmp_path / "oefenzinnen"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write


# Practice files.


def test_a_line_gives_its_sentence_and_both_answers(practice):
    read = [held[1:] for held in read_practice(practice(GOOD) / "zinnen.tsv")]
    assert read == [
        ("De medewerker meldt dit.", Force.DUTY, Actor.EMPLOYEE),
        ("roken;", Force.PROHIBITION, Actor.EMPLOYEE),
        ("Dat doet ICT.", Force.PROMISE, Actor.EMPLOYER),
        ("Dit geldt overal.", Force.FACT, Actor.UNKNOWN),
    ]


@pytest.mark.parametrize(
    ("before", "kinds"),
    [
        ("", [BlockKind.BODY]),
        ("Je moet:", [BlockKind.BODY, BlockKind.ITEM]),
        ("Moet dit?", [BlockKind.BODY, BlockKind.BODY]),
        ("Melden", [BlockKind.HEADING, BlockKind.ITEM]),
    ],
)
def test_what_introduces_a_sentence_becomes_a_list_a_question_or_a_heading(practice, before, kinds):
    ((document, *_),) = read_practice(practice(f"plicht\twerknemer\t{before}\tmeld dit;\n") / "zinnen.tsv")
    assert [block.kind for block in document.blocks] == kinds


@pytest.mark.parametrize(
    ("before", "name"), [("Je moet:", "led moet"), ("Moet dit?", "asked moet"), ("Moet altijd", "under moet")]
)
def test_what_introduces_a_sentence_is_looked_at(tagger, practice, before, name):
    (lesson,) = practice_lessons(tagger, practice(f"plicht\twerknemer\t{before}\tMeld dit.\n"))
    assert zlib.crc32(name.encode()) % SIZE in {feature.number for feature in lesson.features}


@pytest.mark.parametrize(
    "line",
    [
        "plicht\twerknemer\tMeld dit.",
        "plicht\twerknemer\t\tMeld\tdit.",
        "plicht werknemer Meld dit.",
        "gebod\twerknemer\t\tMeld dit.",
        "Plicht\twerknemer\t\tMeld dit.",
        "plicht\tbaas\t\tMeld dit.",
        "werknemer\tplicht\t\tMeld dit.",
        "\twerknemer\t\tMeld dit.",
        "",
    ],
    ids=[
        "three fields", "five fields", "no tabs", "unknown force", "capital", "unknown actor", "swapped", "no force",
        "empty",
    ],
)  # fmt: skip
def test_a_broken_line_is_told_in_dutch_with_its_file_and_number(practice, line):
    path = practice(f"{GOOD}{line}\n") / "zinnen.tsv"
    with pytest.raises(UsageError) as caught:
        list(read_practice(path))
    assert (caught.value.what, caught.value.where, caught.value.fix) == (
        "Deze regel heeft geen vier velden met een bekende strekking en actor.",
        "zinnen.tsv, regel 5",
        "Schrijf: strekking, actor, aanhef (mag leeg zijn) en zin, met een tab ertussen.",
    )


def test_an_error_does_not_hold_the_sentence(practice):
    with pytest.raises(UsageError) as caught:
        list(read_practice(practice("gebod\twerknemer\t\tGeheim zinnetje.\n") / "zinnen.tsv"))
    assert "Geheim" not in str(caught.value)


def test_every_practice_file_of_the_folder_is_read(tagger, practice):
    practice("plicht\twerknemer\t\tMeld dit.\n", "een.tsv")
    folder = practice("plicht\twerknemer\t\tMeld dat.\n", "twee.tsv")
    assert len(list(practice_lessons(tagger, folder))) == 2


def test_another_file_in_the_folder_is_not_read(tagger, practice):
    assert list(practice_lessons(tagger, practice("Geen tabs hier.\n", "LEESMIJ.md"))) == []


def test_a_practice_sentence_that_is_silent_gives_no_lesson(tagger, practice):
    assert list(practice_lessons(tagger, practice("feit\tonbekend\t\tMag dit?\n"))) == []


def test_a_lesson_has_the_answers_of_its_line(tagger, practice):
    lessons = practice_lessons(tagger, practice(GOOD))
    assert [(lesson.force, lesson.actor) for lesson in lessons] == [
        (Force.DUTY, Actor.EMPLOYEE),
        (Force.PROHIBITION, Actor.EMPLOYEE),
        (Force.PROMISE, Actor.EMPLOYER),
        (Force.FACT, Actor.UNKNOWN),
    ]


# The corpus.


@pytest.fixture
def corpus(tmp_path):
    """A corpus with one sound document to train on, and one to test with that breaks who reads it."""
    folder = tmp_path / "corpus"
    text = "De medewerker meldt dit.\n\nDe medewerker bewaart dat.\n"
    write_document(folder / "een", text, [duty("De medewerker meldt dit."), duty("De medewerker bewaart dat.")])
    (folder / "twee").mkdir()
    (folder / "twee" / "notities.yaml").write_text("bepalingen: [", encoding="utf-8")
    (folder / "twee" / "bron.md").write_bytes(b"\xff\xfe\x00")
    (folder / "verdeling.yaml").write_text("train: [een]\ntest: [twee]\n", encoding="utf-8")
    return folder


def test_the_test_half_of_this_corpus_breaks_who_reads_it(corpus):
    with pytest.raises(BeleidstoetsError):
        read_corpus(corpus, "corpus", "test")


def test_the_train_half_gives_its_clauses_as_lessons(tagger, corpus):
    lessons = list(corpus_lessons(tagger, corpus))
    assert [(lesson.force, lesson.actor) for lesson in lessons] == [(Force.DUTY, Actor.EMPLOYEE)] * 2


def test_a_clause_that_is_cut_otherwise_gives_no_lesson(tagger, corpus):
    text = "De medewerker meldt dit. Hij bewaart dat.\n"
    write_document(corpus / "een", text, [duty("De medewerker meldt dit. Hij bewaart dat.")])
    assert list(corpus_lessons(tagger, corpus)) == []


# Learning.

ANSWERS = (
    (Force.PROHIBITION, Actor.EMPLOYEE),
    (Force.PROMISE, Actor.EMPLOYER),
    (Force.FACT, Actor.UNKNOWN),
)
TOY = [
    Lesson((Feature(number, 0, 0), Feature(100 + turn, 1, 1)), *answers)
    for number, answers in enumerate(ANSWERS)
    for turn in range(10)
]
"""Three kinds of clauses, each known by one feature; the other feature tells nothing."""


@pytest.fixture(scope="module")
def learned():
    return learn(TOY)


def test_learning_gives_a_weight_for_each_feature_and_answer(learned):
    assert learned["weights"].shape == (SIZE, 6)


def test_learning_gives_a_bias_for_each_answer(learned):
    assert learned["biases"].shape == (6,)


def test_learning_names_the_answers_that_it_saw(learned):
    assert (learned["forces"].tolist(), learned["actors"].tolist()) == (
        ["belofte", "feit", "verbod"],
        ["onbekend", "werkgever", "werknemer"],
    )


def test_weights_are_kept_in_half_precision(learned):
    assert learned["weights"].dtype == np.float16


def test_what_no_lesson_held_weighs_nothing(learned):
    assert not learned["weights"][200:].any()


def test_learning_separates_what_it_was_taught(learned):
    model = ForceModel(
        learned["weights"], learned["biases"], [*map(Force, learned["forces"])], [*map(Actor, learned["actors"])]
    )
    judged = [model.judge((Feature(number),)) for number in range(3)]
    assert [(held.force, held.actor) for held in judged] == list(ANSWERS)


def test_learning_twice_gives_the_same_weights(learned):
    again = learn(TOY)
    assert all((again[name] == learned[name]).all() for name in learned)


def test_the_program_writes_a_file_that_the_tagger_reads_and_leaves_the_test_half_unread(corpus, practice, tmp_path):
    target = tmp_path / "gewichten.npz"
    main(corpus, practice(GOOD), target, "embedded")
    assert isinstance(load_force_model(target), ForceModel)


def test_the_program_says_from_how_many_lessons_it_learned(corpus, practice, tmp_path, capsys):
    main(corpus, practice(GOOD), tmp_path / "gewichten.npz", "embedded")
    assert capsys.readouterr().out.startswith("6 lessons -> gewichten.npz")
