"""Does tagging stand on words and structure, whatever pipeline reads them?

The crudest stand-in for another pipeline is `spacy.blank("nl")`: words only, no lemmas, no parts of speech. What stays
right with it does not hang on the habits of one pipeline.
"""

from __future__ import annotations

import pytest
import spacy

from checker.tagging import Pipeline, Tagger

from . import test_actor, test_force
from .reading import last

pytestmark = pytest.mark.pipeline

MARGIN = 0.03
"""About three sentences: those that a new sentence in the lists, or new weights, may cost."""


@pytest.fixture(scope="module")
def blank() -> Pipeline:
    return Pipeline(spacy.blank("nl"))


@pytest.fixture(scope="module")
def blank_tagger(shipped_rulebook, blank) -> Tagger:
    return Tagger.with_weights(shipped_rulebook, blank)


def test_most_forces_stay_right_without_any_tags(blank_tagger):
    right = sum(last(blank_tagger, sentence).force is force for sentence, force in test_force.CASES)
    # Measured: 105 of 111; with the embedded pipeline 109.
    assert right / len(test_force.CASES) >= 105 / 111 - MARGIN


def test_most_actors_stay_right_without_any_tags(blank_tagger):
    right = sum(last(blank_tagger, sentence).actor is actor for sentence, actor in test_actor.CASES)
    # Measured: 29 of 32; with the embedded pipeline 30.
    assert right / len(test_actor.CASES) >= 29 / 32 - MARGIN


TEXTS = (
    "De medewerker deelt geen foto's.",
    " Meld\tdit \n direct!",
    "",
    "e\u0301e\u0301n 👩‍👩‍👧 deelt",
    "(" * 500 + "niet" + ")" * 500,
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_stands_where_it_says(pipeline, text):
    (words,) = pipeline.read([text])
    assert all(text[word.start :].startswith(word.text) for word in words)


def test_a_long_run_of_signs_hides_no_word(pipeline):
    (words,) = pipeline.read(["(" * 500 + "niet" + ")" * 500])
    assert [(word.start, word.text) for word in words] == [(500, "niet")]


def test_the_words_of_a_text_do_not_hang_on_the_texts_beside_it(pipeline):
    sentences = [sentence for sentence, _ in test_actor.CASES]
    together = list(pipeline.read(sentences))
    assert together == [next(iter(pipeline.read([sentence]))) for sentence in sentences]
