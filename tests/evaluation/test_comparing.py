import pytest

from checker.evaluation.comparing import align, compare
from checker.model import Actor, Flag, Force, Reference
from tests.evaluation.small_corpus import duty, gold, heading, span, tagged

TEXT = "De medewerker meldt dit. Hij deelt geen gegevens, tenzij de klant instemt."
FIRST, SECOND = "De medewerker meldt dit.", "Hij deelt geen gegevens, tenzij de klant instemt."


def answers(key, notes, clauses, references=(), text=TEXT):
    """(gold, predicted) of every answer to one question."""
    document = gold(text, notes)
    found = compare(document, tagged(document.document, clauses, references)).answers[key]
    return [(set(answer.gold), set(answer.predicted)) for answer in found]


def test_a_clause_counts_when_its_span_is_the_same():
    found = answers("segmentation", [duty(FIRST), duty(SECOND)], [(FIRST, {}), (SECOND, {})])
    assert found == [({"bepaling"}, {"bepaling"})] * 2


def test_white_space_at_the_ends_does_not_matter():
    found = answers("segmentation", [duty(FIRST), duty(SECOND)], [(FIRST + " ", {}), (SECOND, {})])
    assert found == [({"bepaling"}, {"bepaling"})] * 2


def test_a_clause_cut_in_two_is_one_miss_and_two_too_many():
    found = answers("segmentation", [duty(TEXT)], [(FIRST, {}), (SECOND, {})])
    assert sorted(map(str, found)) == sorted(
        map(str, [({"bepaling"}, set()), (set(), {"bepaling"}), (set(), {"bepaling"})])
    )


def test_the_clause_of_the_same_span_is_preferred():
    document = gold(TEXT, [duty(FIRST), duty(SECOND)])
    read = tagged(document.document, [(TEXT, {"actor": Actor.HR}), (FIRST, {"actor": Actor.UNION}), (SECOND, {})])
    assert [clause.actor for _, clause in align(document.clauses, read)] == [Actor.UNION, Actor.UNKNOWN]


def test_else_the_clause_that_overlaps_most_is_taken():
    document = gold(TEXT, [duty(TEXT)])
    read = tagged(document.document, [(FIRST, {"actor": Actor.HR}), (SECOND, {"actor": Actor.UNION})])
    assert [clause.actor for _, clause in align(document.clauses, read)] == [Actor.UNION]


def test_a_clause_that_nothing_overlaps_has_no_counterpart():
    document = gold(TEXT, [duty(FIRST), duty(SECOND)])
    assert next(clause for _, clause in align(document.clauses, tagged(document.document, [(SECOND, {})]))) is None


def test_the_main_force_is_compared():
    fields = {"forces": (Force.PROHIBITION, Force.DUTY)}
    assert answers("force", [duty(TEXT)], [(TEXT, fields)]) == [({"plicht"}, {"verbod"})]


def test_the_force_of_a_silent_clause_is_not_asked():
    notes = [heading(FIRST), duty(SECOND)]
    assert answers("force", notes, [(FIRST, {}), (SECOND, {})]) == [({"plicht"}, {"feit"})]


def test_the_actor_is_compared():
    assert answers("actor", [duty(TEXT)], [(TEXT, {"actor": Actor.EMPLOYER})]) == [({"werknemer"}, {"werkgever"})]


PROBES = duty(SECOND, ontkend=["deelt"], uitgezonderd=["instemt"], geldt=["Hij"])
"""In the order of the text: Hij holds, deelt is negated, instemt is excepted."""


@pytest.mark.parametrize(
    ("negated", "excepted", "wanted"),
    [
        ("", "", [set(), set(), set()]),
        ("deelt geen gegevens", "de klant instemt", [set(), {"ontkend"}, {"uitgezonderd"}]),
        ("Hij deelt", "", [{"ontkend"}, {"ontkend"}, set()]),
        ("deel", "instem", [set(), set(), set()]),
        ("instemt", "instemt", [set(), set(), {"ontkend", "uitgezonderd"}]),
    ],
)
def test_a_probe_word_is_reached_when_it_lies_in_a_stretch(negated, excepted, wanted):
    document = gold(TEXT, [duty(FIRST), PROBES])
    fields = {
        name: (span(document.document, words),)
        for name, words in (("negated", negated), ("excepted", excepted))
        if words
    }
    found = answers("scope", [duty(FIRST), PROBES], [(FIRST, {}), (SECOND, fields)])
    assert [predicted for _, predicted in found] == wanted


def test_a_word_that_holds_has_no_label_in_gold():
    found = answers("scope", [duty(FIRST), PROBES], [(SECOND, {})])
    assert [wanted for wanted, _ in found] == [set(), {"ontkend"}, {"uitgezonderd"}]


def test_flags_of_every_clause_are_compared():
    notes = [{"tekst": FIRST, "kenmerken": ["kop", "vraag"]}, duty(SECOND)]
    clauses = [(FIRST, {"flags": (Flag.HEADING,)}), (SECOND, {"flags": (Flag.PLACEHOLDER,)})]
    assert answers("flags", notes, clauses) == [({"kop", "vraag"}, {"kop"}), (set(), {"invulveld"})]


def test_silence_follows_from_the_flags():
    notes = [heading(FIRST), duty(SECOND, kenmerken=["invulveld"])]
    clauses = [(FIRST, {"flags": (Flag.QUESTION,)}), (SECOND, {"flags": (Flag.PLACEHOLDER,)})]
    assert answers("silent", notes, clauses) == [({"stil"}, {"stil"}), (set(), set())]


LAW_TEXT = "Zie artikel 27 lid 1 onder k van de WOR."
READ = {"wet": "WOR", "artikel": "27", "lid": "1", "onderdeel": "k"}
WORDS = "artikel 27 lid 1 onder k van de WOR"


def reference(words=WORDS, law="WOR", article="27", member="1", part="k"):
    start = LAW_TEXT.index(words)
    return Reference(law, article, member, part, words, 0, start, start + len(words))


def reference_answers(key, read, **noted):
    notes = [duty(LAW_TEXT, verwijzingen=[{"tekst": WORDS, **READ, **noted}])]
    return answers(key, notes, [(LAW_TEXT, {})], [read], text=LAW_TEXT)


def test_a_reference_is_right_when_all_of_it_is():
    assert reference_answers("references", reference()) == [({"verwijzing"}, {"verwijzing"})]


@pytest.mark.parametrize("wrong", [{"law": "AVG"}, {"article": "28"}, {"member": ""}, {"part": "l"}])
def test_a_reference_with_one_part_wrong_is_a_miss_and_one_too_many(wrong):
    found = reference_answers("references", reference(**wrong))
    assert sorted(map(str, found)) == sorted(map(str, [({"verwijzing"}, set()), (set(), {"verwijzing"})]))


def test_the_place_of_a_reference_is_compared_apart():
    assert reference_answers("reference_spans", reference(law="AVG")) == [({"plaats"}, {"plaats"})]


def test_a_reference_with_another_end_is_elsewhere():
    assert len(reference_answers("reference_spans", reference(words="artikel 27"))) == 2


def test_an_unknown_law_is_empty_in_what_the_program_says():
    assert reference_answers("references", reference(law=""), wet="?") == [({"verwijzing"}, {"verwijzing"})]
