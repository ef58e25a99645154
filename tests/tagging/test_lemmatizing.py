"""Do the lemma tables give the lemma of known words, compounds and odd tokens?"""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from checker.tagging.lemmatizing import FACTORY, DutchTableLemmatizer, LemmaTables, lemma_of

TABLES = LemmaTables(
    known={
        "noun": frozenset({"gegeven", "bericht", "melding", "huis"}),
        "verb": frozenset({"melden", "delen", "stoppen", "geven", "lezen", "sturen", "maken", "gaan"}),
        "adj": frozenset({"gerelateerd", "duidelijk"}),
    },
    exceptions={"verb": {"gaf": "geven", "ga": "gaan"}, "adv": {"meer": "veel"}},
    forms={"gegevens": "gegeven", "gestuurd": "sturen", "meldingen": "melding", "gerelateerde": "gerelateerd"},
    rules={"noun": (("en", ""), ("s", "")), "adj": (("e", ""),), "verb": (("de", "en"),)},
)


@pytest.mark.parametrize(
    ("text", "pos", "lemma"),
    [
        ("Meldingen", "NOUN", "melding"),
        ("berichten", "NOUN", "bericht"),
        ("gegeven", "NOUN", "gegeven"),
        ("gaf", "VERB", "geven"),
        ("duidelijke", "ADJ", "duidelijk"),
        ("meer", "ADV", "veel"),
    ],
)
def test_a_known_word_has_the_lemma_of_the_tables(text: str, pos: str, lemma: str) -> None:
    assert lemma_of(text, pos, TABLES) == lemma


@pytest.mark.parametrize(
    ("text", "pos", "lemma"),
    [
        ("klantgegevens", "NOUN", "klantgegeven"),
        ("privéberichten", "NOUN", "privébericht"),
        ("HR-meldingen", "NOUN", "hr-melding"),
        ("bedrijfsgerelateerde", "ADJ", "bedrijfsgerelateerd"),
        ("doorgestuurd", "VERB", "doorsturen"),
    ],
)
def test_an_unknown_compound_has_the_lemma_of_its_head(text: str, pos: str, lemma: str) -> None:
    assert lemma_of(text, pos, TABLES) == lemma


@pytest.mark.parametrize(("text", "pos"), [("wachtwoorden", "VERB"), ("wachtwoorden", "ADJ")])
def test_a_word_of_another_class_has_its_lemma_there(text: str, pos: str) -> None:
    tables = LemmaTables(
        {"noun": frozenset({"wachtwoord"})}, {}, {"wachtwoorden": "wachtwoord"}, {"verb": (("en", ""),)}
    )
    assert lemma_of(text, pos, tables) == "wachtwoord"


def test_only_a_particle_makes_a_verb_longer() -> None:
    assert lemma_of("integriteitsdelen", "VERB", TABLES) == "integriteitsdelen"


@pytest.mark.parametrize(
    ("text", "lemma"),
    [("Meld", "melden"), ("Deel", "delen"), ("Stop", "stoppen"), ("Geef", "geven"), ("leest", "lezen")],
)
def test_a_verb_stem_leads_to_its_infinitive(text: str, lemma: str) -> None:
    assert lemma_of(text, "VERB", TABLES) == lemma


@pytest.mark.parametrize(("text", "lemma"), [("Wees", "zijn"), ("zou", "zullen"), ("hebt", "hebben"), ("mag", "mogen")])
def test_an_auxiliary_has_the_lemma_of_the_map(text: str, lemma: str) -> None:
    assert lemma_of(text, "AUX", TABLES) == lemma


def test_a_name_keeps_its_capitals() -> None:
    assert lemma_of("LinkedIn", "PROPN", TABLES) == "LinkedIn"


def test_a_name_in_small_letters_is_read_as_a_noun() -> None:
    assert lemma_of("meldingen", "PROPN", TABLES) == "melding"


def test_an_unknown_word_is_its_own_lemma() -> None:
    assert lemma_of("Xyzzy", "NOUN", LemmaTables({}, {}, {}, {})) == "xyzzy"


@given(st.text(max_size=70), st.sampled_from(["NOUN", "VERB", "ADJ", "AUX", "PROPN", "X", "", "PUNCT"]))
def test_no_text_makes_it_fail(text: str, pos: str) -> None:
    assert isinstance(lemma_of(text, pos, TABLES), str)


@given(st.text(min_size=1, max_size=70), st.sampled_from(["NOUN", "VERB", "ADJ", "AUX", "PROPN"]))
def test_no_word_loses_its_lemma_altogether(text: str, pos: str) -> None:
    assert lemma_of(text, pos, TABLES)


def test_tables_are_the_same_after_writing_and_reading() -> None:
    assert LemmaTables.from_bytes(TABLES.to_bytes()) == TABLES


def test_the_same_tables_give_the_same_bytes() -> None:
    again = LemmaTables(
        known={pos: frozenset(sorted(words, reverse=True)) for pos, words in reversed(TABLES.known.items())},
        exceptions=TABLES.exceptions,
        forms=dict(reversed(TABLES.forms.items())),
        rules=TABLES.rules,
    )
    assert again.to_bytes() == TABLES.to_bytes()


def lemmatizer() -> DutchTableLemmatizer:
    component = spacy.blank("nl").add_pipe(FACTORY)
    assert isinstance(component, DutchTableLemmatizer)
    component.initialize(tables=TABLES)
    return component


def read(component: DutchTableLemmatizer, words: list[str], pos: list[str]) -> list[str]:
    return [token.lemma_ for token in component(Doc(component.vocab, words=words, pos=pos))]


def test_the_component_sets_lemmas() -> None:
    assert read(lemmatizer(), ["Meld", "klantgegevens"], ["VERB", "NOUN"]) == ["melden", "klantgegeven"]


def test_the_same_form_has_a_lemma_for_each_part_of_speech() -> None:
    assert read(lemmatizer(), ["gegevens", "gegevens"], ["NOUN", "X"]) == ["gegeven", "gegevens"]


def test_a_token_without_part_of_speech_keeps_its_form() -> None:
    assert read(lemmatizer(), ["Gegevens", " "], ["", ""]) == ["gegevens", " "]


def test_a_lemma_that_is_there_stays() -> None:
    component = lemmatizer()
    doc = Doc(component.vocab, words=["gegevens"], pos=["NOUN"], lemmas=["iets"])
    assert component(doc)[0].lemma_ == "iets"


def test_a_pipeline_folder_holds_its_tables(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe(FACTORY, name="lemmatizer")
    component = nlp.get_pipe("lemmatizer")
    assert isinstance(component, DutchTableLemmatizer)
    component.initialize(tables=TABLES)
    nlp.to_disk(tmp_path)
    loaded = spacy.load(tmp_path).get_pipe("lemmatizer")
    assert isinstance(loaded, DutchTableLemmatizer)
    assert loaded.tables == TABLES


def order_in(words: list[str], place: int) -> tuple[str, str]:
    """Part of speech and features of a word that was taken for an imperative, after the component."""
    component = lemmatizer()
    doc = Doc(
        component.vocab,
        words=words,
        pos=["VERB" if number == place else "ADV" for number in range(len(words))],
        morphs=["Mood=Imp|VerbForm=Fin" if number == place else "" for number in range(len(words))],
    )
    token = component(doc)[place]
    return token.pos_, str(token.morph)


def test_a_verb_form_stays_an_imperative() -> None:
    assert order_in(["Meld", "dat"], 0) == ("VERB", "Mood=Imp|VerbForm=Fin")


def test_a_word_that_is_no_verb_is_no_imperative() -> None:
    assert order_in(["Hommelnest", "daar"], 0) == ("NOUN", "")


def test_a_capital_inside_a_sentence_that_is_no_verb_is_a_name() -> None:
    assert order_in(["daar", "Baldinucci"], 1) == ("PROPN", "")
