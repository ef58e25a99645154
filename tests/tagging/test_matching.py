"""Is a term found where the notation says, and only there?"""

from __future__ import annotations

import pytest

from checker.parsing import parse_text

from .reading import read, tagger_for, words


def hits(pipeline, term: str, text: str) -> list[str]:
    """What a single term covers in the text, one entry for each clause that has it."""
    tagged = tagger_for(pipeline, proef=term).tag(parse_text(text))
    return [tagged.document.text[item.start : item.end] for item in tagged.mentions]


@pytest.mark.parametrize(
    ("term", "text", "covered"),
    [
        ("melden", "De medewerker meldt dit.", "meldt"),
        ("melden", "Dit is GEMELD.", "GEMELD"),
        ("=gehoord", "Hij wordt gehoord.", "gehoord"),
        ("privé", "Dit is prive.", "prive"),
        ("prive", "Dit is Privé.", "Privé"),
        ("zzp'er", "De zzp’ers komen.", "zzp’ers"),
        ("foto", "Geen foto’s.", "foto’s"),
        ("meld*", "Bel het meldpunt.", "meldpunt"),
        ("meld*", "Wij melden dit.", "melden"),
        ("*gegevens", "Deel geen persoonsgegevens.", "persoonsgegevens"),
        ("*gegevens", "Deel geen gegevens.", "gegevens"),
        ("*media*", "Ons socialmediabeleid.", "socialmediabeleid"),
        ("(sociale|social) media", "Op Social Media staat veel.", "Social Media"),
        ("(raad van bestuur|directie) beslist", "De raad van bestuur beslist.", "raad van bestuur beslist"),
        ("(raad van bestuur|directie) beslist", "De directie beslist.", "directie beslist"),
        ("p&o", "Vraag het P&O.", "P&O"),
        ("e-mail", "Stuur een e-mail.", "e-mail"),
        ("hoor en wederhoor", "Er is hoor\nen wederhoor.", "hoor en wederhoor"),
    ],
)
def test_a_term_is_found(pipeline, term, text, covered):
    assert hits(pipeline, term, text) == [covered]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("=gehoord", "Hij wordt gehoorde."),
        ("=gehoord", "Wij horen hem."),
        ("meld*", "Dit is gemeld."),
        ("*gegevens", "Dit is een gegevensbank."),
        ("sociale media", "Sociale nieuwe media."),
        ("media sociale", "Sociale media."),
        ("uitsluit", "Dit geldt uitsluitend hier."),
        ("melden", "De meldkamer."),
        ("schade verhalen", "Schade. Verhalen doen wij niet."),
    ],
)
def test_a_term_is_not_found(pipeline, term, text):
    assert hits(pipeline, term, text) == []


def gap(count: int) -> str:
    return " ".join(["schade", *["woord"] * count, "verhalen"])


@pytest.mark.parametrize(("count", "found"), [(0, True), (1, True), (8, True), (9, False)])
def test_a_gap_holds_up_to_eight_words(pipeline, count, found):
    assert bool(hits(pipeline, "schade ... verhalen", gap(count))) is found


def test_without_a_gap_no_word_may_stand_between(pipeline):
    assert hits(pipeline, "schade verhalen", gap(1)) == []


def test_two_gaps_may_each_hold_eight_words(pipeline):
    between = " ".join(["woord"] * 8)
    text = f"een {between} twee {between} drie"
    assert hits(pipeline, "een ... twee ... drie", text) == [text]


def test_the_shortest_reading_counts(pipeline):
    assert hits(pipeline, "schade ... verhalen", "Schade verhalen of later verhalen.") == ["Schade verhalen"]


def test_a_first_candidate_that_leads_nowhere_does_not_hide_a_second(pipeline):
    assert hits(pipeline, "een ... twee drie", "een twee vier twee drie") == ["een twee vier twee drie"]


def test_of_two_terms_from_one_word_the_shortest_counts(pipeline):
    assert hits(pipeline, "recht ... klacht; recht op", "recht op een klacht") == ["recht op"]


@pytest.mark.parametrize(
    "text",
    [
        "De leidinggevende spreekt de medewerker aan.",
        "De leidinggevende sprak de medewerker daar direct op aan.",
        "De medewerker wordt aangesproken.",
        "Het is goed om hem aan te spreken.",
        "Hij wil, aan tafel, hem daarop te spreken krijgen en spreekt hem aan.",
        "Ik wil hem aanspreken.",
    ],
)
def test_a_separable_verb_is_found_as_a_whole_and_apart(pipeline, text):
    assert len(hits(pipeline, "aanspreken", text)) == 1


@pytest.mark.parametrize("text", ["De leidinggevende spreekt de medewerker toe.", "Aan tafel spreekt hij."])
def test_another_first_part_is_another_verb(pipeline, text):
    assert hits(pipeline, "aanspreken", text) == []


def test_an_item_is_read_with_the_sentence_that_introduces_it(pipeline):
    text = "Schade door onzorgvuldigheid:\n\n- verhalen wij op de medewerker."
    tagged = tagger_for(pipeline, proef="schade ... verhalen").tag(parse_text(text))
    (found,) = tagged.mentions
    assert (found.clause, words(tagged, tagged.clauses[found.clause])) == (1, "verhalen wij op de medewerker.")
    assert tagged.document.text[found.start : found.end] == "Schade door onzorgvuldigheid:\n\nverhalen"


def test_a_concept_has_the_terms_of_the_concepts_that_it_names(shipped_rulebook, tagger):
    names = {item.concept for item in read(tagger, "Er volgt ontslag op staande voet.").mentions}
    assert {"sanctie", "strekking_sanctie", "ontslag"} <= names


def test_a_clause_has_one_mention_of_a_concept(pipeline):
    assert hits(pipeline, "foto", "Een foto, nog een foto en weer een foto.") == ["foto"]
