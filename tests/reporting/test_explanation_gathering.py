"""What the explanation knows of each clause, before it is put into words."""

import dataclasses
import datetime as dt

import pytest

from checker.model import Mention, Reference, Rulebook
from checker.reporting.explanation import gather
from checker.reporting.explanation.gathering import Part, Standing, is_signal, look_up
from checker.reporting.explanation.pieces import Layer, cut, quoted

from . import explained


def clause(index: int):
    return explained.explanation().clauses[index]


def test_every_clause_is_explained_in_text_order():
    assert [item.number for item in explained.explanation().clauses] == [1, 2, 3, 4, 5, 6, 7]


def test_only_the_clauses_asked_for_are_explained():
    assert [item.number for item in explained.explanation(2, 4).clauses] == [3, 5]


def test_a_clause_knows_what_introduces_it():
    assert [above.index for above in clause(explained.BAN).lead_ins] == [explained.LEAD_IN]


def test_a_cue_in_the_lead_in_is_found_there():
    assert clause(explained.BAN).cue_in == explained.LEAD_IN


def test_without_cue_there_is_no_place_for_it():
    assert clause(explained.TERM).cue_in is None


def test_what_only_the_tagger_reads_stands_apart():
    item = clause(explained.BAN)
    assert [mention.concept for mention in item.signals] == ["strekking_verbod", "voorzetsel"]


@pytest.mark.parametrize("name", ["strekking_x", "actor_x", "kenmerk_x", "soort_SMB", "voorzetsel"])
def test_a_signal_is_known_by_its_name_or_its_file(name: str):
    assert is_signal(name, explained.CONCEPTS)


def test_a_concept_of_the_rules_is_no_signal():
    assert not is_signal("kritiek_uiten", explained.CONCEPTS)


@pytest.mark.parametrize(
    ("law", "standing"),
    [
        ("WOR", Standing.IN_FORCE),
        ("Wbp", Standing.REPEALED),
        ("AI", Standing.NOT_YET),
        ("ECLI", Standing.JUDGMENT),
        ("", Standing.UNKNOWN),
    ],
)
def test_a_law_is_looked_up_on_the_reference_date(law: str, standing: Standing):
    reference = Reference(law, "", "", "", "x", 0, 0, 1)
    assert look_up(reference, explained.LAWS, explained.DAY).standing is standing


def test_a_law_holds_on_its_last_day():
    reference = Reference("Wbp", "", "", "", "x", 0, 0, 1)
    assert look_up(reference, explained.LAWS, dt.date(2018, 5, 24)).standing is Standing.IN_FORCE


@pytest.mark.parametrize(
    ("index", "rule", "part"),
    [
        (explained.BAN, "VMU-001", Part.REPORTS),
        (explained.SHARE, "VMU-004", Part.SILENT),
        (explained.TERM, "MED-001", Part.DEPENDS),
    ],
)
def test_a_clause_tells_which_rule_did_what_with_it(index: int, rule: str, part: Part):
    assert [(heard.rule, heard.part) for heard in clause(index).rules] == [(rule, part)]


def test_a_finding_of_absence_stands_at_no_clause():
    heard = [rule.rule for item in explained.explanation().clauses for rule in item.rules]
    assert "GOV-001" not in heard


def test_every_rule_has_an_outcome_with_its_clauses():
    outcomes = {item.rule: item.clauses for item in explained.explanation().outcomes}
    assert outcomes == {"GOV-001": (), "MED-001": (4,), "VMU-001": (2,), "VMU-004": (3,)}


def test_a_quote_that_was_cut_still_finds_its_clause():
    document = explained.tagged()
    whole = explained.report(document)
    location = whole.findings[0].locations[0]
    short = dataclasses.replace(location, end=location.start + 5, quote=location.quote[:5], is_cut=True)
    finding = dataclasses.replace(whole.findings[0], locations=(short,))
    report = dataclasses.replace(whole, findings=(finding,))
    found = gather(document, report, Rulebook("test", {}, {}, {}, {}))
    assert found.clauses[explained.BAN].rules[0].rule == "VMU-001"


def test_a_lead_in_that_leads_to_itself_ends():
    document = explained.tagged()
    looped = dataclasses.replace(document.clauses[explained.LEAD_IN], lead_in=explained.LEAD_IN)
    clauses = (document.clauses[0], looped, *document.clauses[2:])
    document = dataclasses.replace(document, clauses=clauses)
    found = gather(document, explained.report(document), Rulebook("test", {}, {}, {}, {}))
    assert found.clauses[explained.BAN].lead_ins == (looped,)


def test_a_mention_without_clauses_of_its_own_is_left_out():
    document = dataclasses.replace(explained.tagged(), mentions=(Mention("x", 99, 0, 1, "x"),))
    found = gather(document, explained.report(document), Rulebook("test", {}, {}, {}, {}))
    assert not any(item.mentions for item in found.clauses)


def test_pieces_together_are_the_text():
    layers = [Layer(0, 4, "concept", "a"), Layer(2, 7, "negated", "b"), Layer(20, 30, "amount", "c")]
    assert "".join(piece.text for piece in cut("0123456789", 1, 9, layers)) == "12345678"


def test_where_layers_overlap_a_piece_has_both():
    layers = [Layer(0, 4, "concept", "a"), Layer(2, 7, "negated", "b")]
    pieces = {piece.text: piece.kinds for piece in cut("0123456789", 0, 10, layers)}
    assert pieces == {"01": ("concept",), "23": ("concept", "negated"), "456": ("negated",), "789": ()}


def test_words_that_skip_from_lead_in_to_item_are_told_with_dots():
    assert quoted("niet doen: a; b; klagen", 0, 23, [(17, 23), (0, 10)]) == "niet doen: … klagen"
