"""Is each form of the notation of terms read as the guide for lawyers says?"""

from __future__ import annotations

import pytest

from checker.rulebook.terms import GAP_WORDS, Step, WordTest, fold, literal_words, parse_term


def shown(term: str) -> list[str]:
    """The readings of a term: "lemma:hoor lemma:en", a gap as "~", choices with "/"."""

    def one(step: Step) -> str:
        gap = "~ " if step.gap else ""
        return gap + "/".join(f"{test.kind}:{test.text}" for test in step.tests)

    return [" ".join(map(one, steps)) for steps in parse_term(term)]


@pytest.mark.parametrize(
    ("term", "reading"),
    [
        ("melden", "lemma:melden"),
        ("=gehoord", "form:gehoord"),
        ("meld*", "prefix:meld"),
        ("*gegevens", "suffix:gegevens"),
        ("*media*", "infix:media"),
        ("hoor en wederhoor", "lemma:hoor lemma:en lemma:wederhoor"),
        ("(sociale|social) media", "lemma:sociale/lemma:social lemma:media"),
        ("(=or|*raad|lid*)", "form:or/suffix:raad/prefix:lid"),
        ("schade ... verhalen", "lemma:schade ~ lemma:verhalen"),
        ("(a|b) ... (c|d) e", "lemma:a/lemma:b ~ lemma:c/lemma:d lemma:e"),
        ("( a | b )", "lemma:a/lemma:b"),
        ("Privé-gebruik", "lemma:prive-gebruik"),
        ("zzp’er", "lemma:zzp'er"),
        ("p&o", "lemma:p&o"),
        ("20*", "prefix:20"),
    ],
)
def test_a_term_has_one_reading(term, reading):
    assert shown(term) == [reading]


@pytest.mark.parametrize(
    ("term", "readings"),
    [
        ("(raad van bestuur|directie) besluit",
         ["lemma:raad lemma:van lemma:bestuur lemma:besluit", "lemma:directie lemma:besluit"]),
        ("(a b|c d)", ["lemma:a lemma:b", "lemma:c lemma:d"]),
        ("(a b|c) (d e|f)", [
            "lemma:a lemma:b lemma:d lemma:e", "lemma:a lemma:b lemma:f",
            "lemma:c lemma:d lemma:e", "lemma:c lemma:f",
        ]),
        ("x ... (=a b|c)", ["lemma:x ~ form:a lemma:b", "lemma:x ~ lemma:c"]),
    ],
)  # fmt: skip
def test_a_choice_of_several_words_gives_a_reading_for_each(term, readings):
    assert shown(term) == readings


def test_a_gap_is_eight_words():
    assert parse_term("schade ... verhalen")[0][1] == Step((WordTest("lemma", "verhalen"),), GAP_WORDS)
    assert GAP_WORDS == 8


@pytest.mark.parametrize("term", ["... a", "a ...", "a ... ... b", "..."])
def test_a_gap_stands_between_two_words(term):
    with pytest.raises(ValueError, match=r"'\.\.\.' staat tussen twee woorden, niet aan het begin of het eind"):
        parse_term(term)


@pytest.mark.parametrize("term", ["", "   "])
def test_an_empty_term_is_refused(term):
    with pytest.raises(ValueError, match="een lege term"):
        parse_term(term)


@pytest.mark.parametrize("term", ["(a|b", "a|b", "a)", "=", "*", "a=b", "a*b", "()", "(a|)", "(a|(b|c))", "=a*"])
def test_what_is_no_word_is_refused_with_the_notation(term):
    with pytest.raises(ValueError, match=r"geen woord; toegestaan zijn|haakje dat niet sluit"):
        parse_term(term)


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Privé", "prive"), ("COÖRDINATOR", "coordinator"), ("zzp’er", "zzp'er"), ("foto‘s", "foto's"), ("Eén", "een")],
)
def test_folding_takes_away_capitals_accents_and_curls(word, folded):
    assert fold(word) == folded


def test_only_words_that_bend_are_literal_words():
    (steps,) = parse_term("(melden|=or|*raad) ... gegeven")
    assert literal_words(steps) == {"melden", "gegeven"}
