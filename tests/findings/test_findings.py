"""Does a finding say what the rule says of this organisation and this document, and where?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from checker.findings import build_findings
from checker.findings.locating import MAX_QUOTE
from checker.model import (
    Amount,
    FactTest,
    Judgement,
    Kind,
    Law,
    LegalBasis,
    Match,
    Mention,
    Pattern,
    RuleTexts,
    Severity,
    Variant,
)
from checker.parsing import parse_text
from checker.rulebook import applicability
from tests.builders import context, rule, rulebook

from .making import build, document, report

ONE = Pattern("bepaling", ("a",))
TEXT = document("# Gedrag", "Eerste zin.", "Tweede zin.", "Derde zin.")


def made(kind: Kind = Kind.RISKY, **fields):
    return rule("TST-001", kind, [ONE], **fields)


def finding_of(rule, tagged, *matches, **others):
    finding, _ = build(rule, tagged, *matches, **others)
    assert finding is not None
    return finding


# --- places ---


def test_repeated_triggers_are_one_finding_with_several_places():
    found = finding_of(made(), TEXT, report(3), report(1), report(3))
    assert [place.quote for place in found.locations] == ["Eerste zin.", "Derde zin."]


def test_primary_places_come_before_the_others():
    found = finding_of(made(), TEXT, report(3, 1), report(2, 3))
    assert [place.quote for place in found.locations] == ["Tweede zin.", "Derde zin.", "Eerste zin."]


def test_a_place_has_its_offsets_page_and_headings():
    (place,) = finding_of(made(), TEXT, report(2)).locations
    assert TEXT.document.text[place.start : place.end] == place.quote == "Tweede zin."
    assert (place.page, place.heading_path) == (3, ("Gedrag",))


@pytest.mark.parametrize("length", [MAX_QUOTE - 1, MAX_QUOTE])
def test_a_clause_up_to_six_hundred_characters_is_quoted_whole(length):
    (place,) = finding_of(made(), document("a" * length), report(0)).locations
    assert len(place.quote) == length


def test_a_longer_clause_is_quoted_up_to_a_word_border_as_a_substring():
    tagged = document("woord " * 200)
    (place,) = finding_of(made(), tagged, report(0)).locations
    assert tagged.document.text[place.start : place.end] == place.quote
    assert MAX_QUOTE - 6 <= len(place.quote) <= MAX_QUOTE
    assert place.quote.endswith("woord")


def test_a_long_clause_without_spaces_is_cut_at_six_hundred():
    (place,) = finding_of(made(), document("a" * 900), report(0)).locations
    assert (len(place.quote), MAX_QUOTE) == (600, 600)


# --- absence ---

SANCTION_HEADING = Mention("kop", 2, 0, 1, "sancties")


def absence(tagged):
    found = finding_of(made(Kind.MISSING, belongs_under="kop"), tagged, report())
    return found.locations, found.belongs_under


def test_absence_has_no_place_but_a_section_where_it_belongs():
    tagged = document("# Doel", "Een zin.", "# Sancties", "Nog een.", mentions=[SANCTION_HEADING])
    assert absence(tagged) == ((), ("Sancties",))


def test_absence_belongs_under_the_section_of_a_clause_when_no_heading_fits():
    tagged = document("# Doel", "Een zin.", "Er zijn sancties.", mentions=[SANCTION_HEADING])
    assert absence(tagged) == ((), ("Doel",))


def test_a_heading_goes_before_an_earlier_clause():
    earlier = Mention("kop", 1, 0, 1, "sancties")
    tagged = document("# Doel", "Over sancties.", "# Sancties", "Een.", mentions=[earlier, SANCTION_HEADING])
    assert absence(tagged) == ((), ("Sancties",))


def test_absence_belongs_nowhere_when_nothing_fits():
    assert absence(document("# Doel", "Een zin.")) == ((), ())


def test_a_risk_belongs_nowhere():
    assert finding_of(made(), TEXT, report(1)).belongs_under == ()


# --- variants ---

LOWER = Variant("omdat", facts=(FactTest("medezeggenschap", ("OR",)),), severity=Severity.LOW)
SAYS_MORE = Variant("omdat", pattern=ONE, severity=Severity.MEDIUM, message="Andere melding.")
SAYS_LESS = Variant("omdat", pattern=ONE, absent=True, judgement=Judgement.CONFLICT)
FIRED = Match("TST-001", "variant", (1,), 0)


@pytest.mark.parametrize(
    ("facts", "severity"),
    [({"medezeggenschap": "OR"}, Severity.LOW), ({"medezeggenschap": "PVT"}, Severity.HIGH), ({}, Severity.HIGH)],
)
def test_a_variant_on_the_organisation_holds_only_when_the_fact_is_known(facts, severity):
    assert finding_of(made(variants=(LOWER,)), TEXT, report(1), here=context(**facts)).severity is severity


@pytest.mark.parametrize(
    ("matches", "said"),
    [((FIRED,), (Severity.MEDIUM, "Andere melding.")), ((), (Severity.HIGH, "Melding."))],
)
def test_a_variant_on_the_document_holds_when_the_document_says_more(matches, said):
    found = finding_of(made(variants=(SAYS_MORE,)), TEXT, report(1), *matches)
    assert (found.severity, found.message) == said


@pytest.mark.parametrize(("matches", "judgement"), [((FIRED,), Judgement.RISK), ((), Judgement.CONFLICT)])
def test_a_variant_on_absence_holds_when_the_document_says_nothing(matches, judgement):
    assert finding_of(made(variants=(SAYS_LESS,)), TEXT, report(1), *matches).judgement is judgement


def test_a_variant_with_two_demands_needs_both():
    both = (replace(SAYS_MORE, facts=LOWER.facts),)
    assert finding_of(made(variants=both), TEXT, report(1), FIRED).severity is Severity.HIGH
    known = context(medezeggenschap="OR")
    assert finding_of(made(variants=both), TEXT, report(1), FIRED, here=known).severity is Severity.MEDIUM


def test_a_later_variant_wins_and_what_it_leaves_out_stays():
    variants = (SAYS_MORE, replace(LOWER, facts=()))
    found = finding_of(made(variants=variants), TEXT, report(1), FIRED)
    assert (found.severity, found.message, found.judgement) == (Severity.LOW, "Andere melding.", Judgement.RISK)


# --- what it says ---


@pytest.mark.parametrize("judgement", list(Judgement))
def test_only_an_assessment_gives_the_disputed_readings(judgement):
    found = finding_of(made(judgement=judgement, disputed="De een. De ander."), TEXT, report(1))
    assert found.disputed == ("De een. De ander." if judgement is Judgement.ASSESSMENT else "")


def test_a_variant_that_makes_it_an_assessment_gives_the_disputed_readings():
    variants = (Variant("omdat", judgement=Judgement.ASSESSMENT),)
    assert finding_of(made(variants=variants, disputed="Twee."), TEXT, report(1)).disputed == "Twee."


OLD = LegalBasis("OUD", "8", "", "Zei iets over het onderwerp.", dt.date(2001, 1, 1), dt.date(2018, 5, 24))
NEW = LegalBasis("NIEUW", "6", "1 onder f", "Zegt iets over het onderwerp.", dt.date(2018, 5, 25))
LAWS = {
    "OUD": Law("OUD", "Oude wet", "BWBR1", dt.date(2001, 1, 1), dt.date(2018, 5, 24)),
    "NIEUW": Law("NIEUW", "Nieuwe wet", "CELEX", dt.date(2018, 5, 25), None, "https://voorbeeld.nl"),
}


@pytest.mark.parametrize(
    ("day", "cited"),
    [
        (dt.date(2018, 5, 24), [("Oude wet", "8")]),
        (dt.date(2018, 5, 25), [("Nieuwe wet", "6")]),
        (dt.date(2026, 11, 24), [("Nieuwe wet", "6")]),
    ],
)
def test_only_what_is_in_force_on_the_day_is_cited(day, cited):
    one = made(legal_basis=(OLD, NEW))
    book = replace(rulebook([one]), laws=LAWS)
    found = finding_of(one, TEXT, report(1), here=context(day=day), book=book)
    assert [(basis.law_name, basis.article) for basis in found.legal_basis] == cited


def test_a_citation_has_what_the_registry_says_of_its_law():
    one = made(legal_basis=(NEW,))
    (basis,) = finding_of(one, TEXT, report(1), book=replace(rulebook([one]), laws=LAWS)).legal_basis
    assert (basis.source, basis.url, basis.member) == ("CELEX", "https://voorbeeld.nl", "1 onder f")


def weeks(value: int, written: str) -> Amount:
    return Amount("termijn", value, "dag", written, 0, 0, 1)


def test_the_amounts_that_differ_are_filled_in_as_written():
    texts = RuleTexts("Eerst {termijn_1}, dan {termijn_2}.", "Waarom.", "Advies.")
    tagged = document("Een.", "Twee.", amounts=[weeks(7, "een week"), weeks(14, "2 weken"), weeks(28, "4 weken")])
    assert finding_of(made(texts=texts), tagged, report(0, 1, values=(2, 1))).message == "Eerst 4 weken, dan 2 weken."


def test_the_amounts_of_the_first_report_are_filled_in():
    texts = RuleTexts("{termijn_1}", "Waarom.", "Advies.")
    tagged = document("Een.", "Twee.", amounts=[weeks(7, "een week"), weeks(14, "2 weken")])
    found = finding_of(made(texts=texts), tagged, report(0), report(0, values=(0,)), report(1, values=(1,)))
    assert found.message == "een week"


# --- order and identity ---


def test_findings_stand_gravest_first_and_then_by_rule():
    grades = {"CCC-001": Severity.LOW, "BBB-001": Severity.HIGH, "AAA-001": Severity.MEDIUM, "AAA-002": Severity.HIGH}
    rules = [rule(name, Kind.RISKY, [ONE], severity=grade) for name, grade in grades.items()]
    book, here = rulebook(rules), context()
    applies = {one.id: applicability(one, here, book) for one in rules}
    matches = [report(1, rule=name) for name in grades]
    findings, _ = build_findings(TEXT, matches, book, here, applies)
    assert [found.rule for found in findings] == ["AAA-002", "BBB-001", "AAA-001", "CCC-001"]


def fingerprint(*sentences: str, clauses: tuple[int, ...] = (0,), one=None) -> str:
    return finding_of(one or made(), document(*sentences), *(report(index) for index in clauses)).fingerprint


def test_a_fingerprint_is_sixteen_hexadecimal_digits():
    assert len(fingerprint("Een zin.")) == 16
    assert int(fingerprint("Een zin."), 16) >= 0


def test_a_fingerprint_stays_when_a_clause_moves():
    assert fingerprint("Een zin.", "Iets anders.") == fingerprint("Vooraf.", "# Kop", "Een zin.", clauses=(2,))


def test_a_fingerprint_stays_when_clauses_change_places():
    assert fingerprint("Een.", "Twee.", clauses=(0, 1)) == fingerprint("Twee.", "Een.", clauses=(0, 1))


@pytest.mark.parametrize("other", ["EEN ZIN.", "Een  zin.", "Een\nzin."])
def test_a_fingerprint_stays_with_another_layout(other):
    assert fingerprint(other) == fingerprint("Een zin.")


@pytest.mark.parametrize("other", ["Een andere zin.", "Een zin", "Geen zin."])
def test_a_fingerprint_differs_for_other_words(other):
    assert fingerprint(other) != fingerprint("Een zin.")


def test_a_fingerprint_differs_for_another_rule_and_for_one_place_more():
    found = build(rule("TST-002", Kind.RISKY, [ONE]), document("Een zin."), report(0, rule="TST-002"))[0]
    assert found is not None
    assert found.fingerprint != fingerprint("Een zin.")
    assert fingerprint("Een zin.", "Twee.", clauses=(0, 1)) != fingerprint("Een zin.", "Twee.")


def test_the_concept_to_belong_under_is_that_of_the_rule(auditor):
    text = (
        "# Doel\n\nDit beleid geldt voor iedereen.\n\n# Sancties\n\nOvertreding van dit beleid kan leiden tot ontslag."
    )
    report_ = auditor.audit_document(parse_text(text), context(medezeggenschap="OR", aantal_werkzame_personen=60))
    found = next(item for item in report_.findings if item.rule == "SAN-004")
    assert (found.locations, found.belongs_under[-1].lstrip("# ")) == ((), "Sancties")
