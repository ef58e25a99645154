"""Are all words of a clause weighed as computed by hand, and do plain words and doubt win where they must?"""

from __future__ import annotations

import math
import zlib

import numpy as np
import pytest

from checker.model import Actor, Force
from checker.parsing import parse_text
from checker.resources import force_model_file
from checker.tagging import Tagger
from checker.tagging.forcing import Reading
from checker.tagging.matching import Token
from checker.tagging.negating import Outline
from checker.tagging.weighing import SIZE, Feature, ForceModel, Setting, features_of, load_force_model

from .reading import last

SENTENCES = (
    "Je plaatst geen foto's van klanten op het intranet.",
    "Helm op.",
    "De medewerker meldt een datalek, als het even kan, dezelfde dag bij de helpdesk van de afdeling ICT.",
    "Je moet:\n\n- incidenten melden;",
    "Ja, ja, ja en nog eens ja.",
)
READING = Reading((Force.FACT,), Actor.UNKNOWN, Outline((), (), frozenset(), frozenset()))


def features(tagger: Tagger, text: str) -> tuple[Feature, ...]:
    """Those of the last clause."""
    return list(tagger.features(parse_text(text)))[-1][2]


def number(name: str) -> int:
    return zlib.crc32(name.encode()) % SIZE


def tokens(text: str) -> list[Token]:
    made, start = [], 0
    for word in text.split():
        made.append(Token(start, start + len(word), word.lower(), frozenset()))
        start += len(word) + 1
    return made


def model(
    forces: tuple[Force, ...], actors: tuple[Actor, ...], weights: dict[int, tuple[float, ...]], biases: object = 0.0
) -> ForceModel:
    """A model in which only these features have a weight."""
    held = np.zeros((SIZE, len(forces) + len(actors)), dtype=np.float16)
    for row, values in weights.items():
        held[row] = values
    return ForceModel(held, np.zeros(held.shape[1], dtype=np.float32) + np.float32(biases), forces, actors)


def leaning(force: Force, by: float, actor: Actor = Actor.UNKNOWN, actor_by: float = 0.0) -> ForceModel:
    """A model that looks at no word and leans to one force and one actor."""
    forces, actors = tuple(Force), tuple(Actor)
    biases = [by * (held is force) for held in forces] + [actor_by * (held is actor) for held in actors]
    return model(forces, actors, {}, biases)


@pytest.fixture(scope="module")
def weighing(shipped_rulebook, pipeline):
    """A tagger with the shipped words and the weights given."""
    return lambda weights: Tagger(shipped_rulebook, pipeline, weights)


# What is looked at.


@pytest.mark.parametrize("text", SENTENCES)
def test_the_same_clause_has_the_same_features(tagger, text):
    assert features(tagger, text) == features(tagger, text)


def test_a_feature_has_the_number_of_its_name_in_any_run(tagger):
    assert number("word intranet") in {feature.number for feature in features(tagger, SENTENCES[0])}


@pytest.mark.parametrize("text", SENTENCES)
def test_each_number_stands_once(tagger, text):
    numbers = [feature.number for feature in features(tagger, text)]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("text", SENTENCES)
def test_each_number_has_a_weight(tagger, text):
    assert all(0 <= feature.number < SIZE for feature in features(tagger, text))


def test_an_empty_clause_has_no_features():
    assert features_of([], 0, READING, Setting(("mag", "dit"), ("kop",))) == ()


def test_a_clause_with_nothing_behind_its_lead_in_has_no_features():
    assert features_of(tokens("Je moet"), 2, READING, Setting()) == ()


@pytest.mark.parametrize("text", ["# Melden van incidenten", "Mag ik foto's delen?"])
def test_a_silent_clause_has_no_features(tagger, text):
    assert features(tagger, text) == ()


def test_words_of_the_lead_in_have_no_place_in_the_clause():
    found = features_of(tokens("Je moet incidenten melden"), 2, READING, Setting())
    assert {feature.first for feature in found} == {None, 2, 3}


@pytest.mark.parametrize(
    ("name", "setting"),
    [("asked mag", Setting(question=("mag", "dit"))), ("under verboden", Setting(heading=("verboden",)))],
)
def test_the_question_and_the_heading_count_without_a_place(name, setting):
    found = features_of(tokens("Niet doen"), 0, READING, setting)
    assert [feature.first for feature in found if feature.number == number(name)] == [None]


def test_words_far_behind_do_not_count():
    found = features_of(tokens("woord " * 45 + "einde"), 0, READING, Setting())
    assert number("word einde") not in {feature.number for feature in found}


# What the weights make of it.

TWO = model(
    (Force.PROHIBITION, Force.DUTY),
    (Actor.EMPLOYEE, Actor.EMPLOYER),
    {10: (1, 0, 0, 2), 20: (0, 3, 0, 0), 30: (0, 0.5, 0, 0)},
)
HELD = (Feature(10, 0, 0), Feature(20, 1, 2), Feature(30, 3, 3), Feature(40, 4, 4))


def test_the_force_is_that_of_the_greatest_sum():
    assert TWO.judge(HELD).force is Force.DUTY


def test_the_chance_of_the_force_is_as_worked_out_by_hand():
    assert TWO.judge(HELD).sureness == pytest.approx(1 / (1 + math.exp(1 - 3.5)))


def test_the_actor_is_that_of_the_greatest_sum():
    assert TWO.judge(HELD).actor is Actor.EMPLOYER


def test_the_chance_of_the_actor_is_as_worked_out_by_hand():
    assert TWO.judge(HELD).actor_sureness == pytest.approx(1 / (1 + math.exp(-2)))


def test_the_bias_counts_as_well():
    biased = model((Force.PROHIBITION, Force.DUTY), (Actor.EMPLOYEE,), {10: (1, 0, 0)}, [0, 1.5, 0])
    assert biased.judge(HELD).force is Force.DUTY


def test_the_carrier_is_the_word_with_the_greatest_weight_for_the_force():
    assert TWO.judge(HELD).cue == (1, 2)


def test_a_feature_without_a_place_carries_nothing():
    assert TWO.judge((Feature(20), Feature(30, 3, 3))).cue == (3, 3)


def test_a_word_that_speaks_against_the_force_carries_nothing():
    against = model((Force.PROHIBITION, Force.DUTY), (Actor.EMPLOYEE,), {10: (-1, -2, 0)})
    assert against.judge((Feature(10, 0, 0),)).cue is None


def test_without_features_the_biases_decide():
    judged = model((Force.PROHIBITION, Force.DUTY), (Actor.EMPLOYEE,), {}, [1, 0, 0]).judge(())
    assert (judged.force, judged.cue) == (Force.PROHIBITION, None)


@pytest.mark.parametrize("weight", [0, 1, -1, 1000, -1000, 60000])
def test_a_chance_lies_between_0_and_1(weight):
    judged = model((Force.PROHIBITION, Force.DUTY), (Actor.EMPLOYEE, Actor.HR), {10: (weight,) * 4}).judge(HELD)
    assert 0 <= judged.sureness <= 1
    assert 0 <= judged.actor_sureness <= 1


@pytest.mark.parametrize("text", SENTENCES)
def test_a_chance_of_the_shipped_weights_lies_between_0_and_1(tagger, text):
    judged = load_force_model().judge(features(tagger, text))
    assert 0 < judged.sureness <= 1
    assert 0 < judged.actor_sureness <= 1


# Who wins.


@pytest.mark.parametrize(
    ("sentence", "force"),
    [
        ("Je mag geen klantgegevens delen.", Force.PROHIBITION),
        ("Overtreding van dit beleid kan leiden tot disciplinaire maatregelen.", Force.SANCTION),
        ("De medewerker heeft recht op inzage in zijn dossier.", Force.RIGHT),
        ("Onder sociale media wordt verstaan: alle openbare netwerken.", Force.DEFINITION),
        ("Dit beleid heeft tot doel medewerkers te beschermen.", Force.PURPOSE),
    ],
)
def test_plain_words_win_over_the_weights(weighing, sentence, force):
    assert last(weighing(leaning(Force.FACT, 30)), sentence).force is force


def test_a_word_of_duty_does_not_win_over_the_weights(weighing):
    assert last(weighing(leaning(Force.FACT, 30)), "De werkgever moet de medewerker informeren.").force is Force.FACT


def test_a_clause_without_a_word_of_norm_gets_the_force_of_the_weights(weighing):
    assert last(weighing(leaning(Force.ADVICE, 0.1)), "De kantine is open.").force is Force.ADVICE


@pytest.mark.parametrize("force", [Force.PROHIBITION, Force.SANCTION])
def test_a_ban_or_sanction_that_only_unsure_weights_see_does_not_stand(weighing, force):
    assert last(weighing(leaning(force, 0.5)), "De kantine is open.").force is Force.FACT


@pytest.mark.parametrize("force", [Force.PROHIBITION, Force.SANCTION])
def test_a_ban_or_sanction_that_the_weights_see_surely_stands(weighing, force):
    assert last(weighing(leaning(force, 5)), "De kantine is open.").force is force


def test_a_named_rare_actor_wins_over_unsure_weights(weighing):
    unsure = leaning(Force.FACT, 0, Actor.EMPLOYEE, 1)
    assert last(weighing(unsure), "HR bewaart het dossier.").actor is Actor.HR


def test_sure_weights_win_over_a_named_rare_actor(weighing):
    sure = leaning(Force.FACT, 0, Actor.EMPLOYEE, 9)
    assert last(weighing(sure), "HR bewaart het dossier.").actor is Actor.EMPLOYEE


def test_a_silent_clause_is_not_weighed(weighing):
    assert last(weighing(leaning(Force.SANCTION, 30)), "# De kantine").force is Force.FACT


def test_the_carrier_becomes_the_cue_of_a_clause_that_the_weights_decide(weighing):
    forces, actors = tuple(Force), tuple(Actor)
    row = tuple(5.0 * (held is Force.ADVICE) for held in forces) + (0.0,) * len(actors)
    text = "De kantine is open."
    start, end = last(weighing(model(forces, actors, {number("word kantine"): row})), text).cue
    assert text[start:end] == "kantine"


# The file that ships.


@pytest.fixture(scope="module")
def shipped():
    with np.load(force_model_file(), allow_pickle=False) as held:
        return {name: held[name] for name in held.files}


def test_the_shipped_weights_load():
    assert isinstance(load_force_model(), ForceModel)


def test_the_shipped_file_is_at_most_three_megabytes():
    assert force_model_file().stat().st_size <= 3_000_000


def test_the_shipped_file_holds_numbers_and_names_and_no_pickle(shipped):
    assert {array.dtype.kind for array in shipped.values()} <= {"f", "U"}


def test_the_shipped_file_names_only_known_forces_and_actors(shipped):
    assert set(shipped["forces"].tolist()) <= {str(force) for force in Force}
    assert set(shipped["actors"].tolist()) <= {str(actor) for actor in Actor}


def test_each_answer_has_its_column_of_weights_and_its_bias(shipped):
    answers = len(shipped["forces"]) + len(shipped["actors"])
    assert shipped["weights"].shape == (SIZE, answers)
    assert shipped["biases"].shape == (answers,)


def test_every_shipped_weight_is_a_finite_number(shipped):
    assert np.isfinite(shipped["weights"]).all()
    assert np.isfinite(shipped["biases"]).all()
