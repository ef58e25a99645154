"""What the schema cannot see: names that must exist, titles that must differ, rules that can never speak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from checker.errors import BeleidstoetsError
from checker.model import Concept, FactTest, Kind, Law, Parameter, Rule
from checker.rulebook.explaining import suggest
from checker.rulebook.organisation import NUMBER_FACTS, UNKNOWN, fact_values
from checker.rulebook.schema import RuleFile, WhenEntry
from checker.rulebook.vocabulary import DURATION_UNITS, FACT_NAMES, dutch
from checker.rulebook.yaml_reading import YamlFile

Path = tuple[str | int, ...]

QUANTITIES = ("termijn", "bedrag", "percentage", "aantal")

_WRITTEN_DURATION = re.compile(r"[0-9]{1,6} +(\w+)")
_UNITS_IN_WORDS = "uur, dag, werkdag, week, maand of jaar"
_PAIR = frozenset({"one_clause", "other_clause"})
_DIFFERENCE = frozenset({"two_clauses_mention", "differing"})
_ALONE = frozenset({"somewhere"})


class Gathered(Protocol):
    """What loading has read so far."""

    rules: dict[str, Rule]
    concepts: dict[str, Concept]
    parameters: dict[str, Parameter]
    laws: dict[str, Law]
    questions: dict[str, str]
    files: dict[str, YamlFile]
    problems: list[BeleidstoetsError]
    faulty: set[str]


def check_references(gathered: Gathered) -> None:
    """Add a problem for every name that leads nowhere and for every rule that contradicts itself."""
    for concept in gathered.concepts.values():
        for name in concept.concepts:
            if name not in gathered.concepts:
                _unknown(
                    gathered, f"begrip {concept.id}", (concept.id, "begrippen"), "begrip", name, list(gathered.concepts)
                )
    for concept in gathered.concepts.values():
        if _reaches_itself(concept.id, gathered.concepts):
            place = gathered.files[f"begrip {concept.id}"].place((concept.id,))
            what = f'Het begrip "{concept.id}" noemt zichzelf, rechtstreeks of via een ander begrip.'
            gathered.faulty.add(f"begrip {concept.id}")
            gathered.problems.append(BeleidstoetsError(what, where=place, fix="Haal de kring weg."))
    titles: dict[str, str] = {}
    for rule in gathered.rules.values():
        _check_rule(rule, gathered)
        if (other := titles.setdefault(rule.title, rule.id)) != rule.id:
            place = gathered.files[rule.id].place(("titel",))
            what = f"De titel is dezelfde als die van {other}."
            gathered.faulty.add(rule.id)
            gathered.problems.append(BeleidstoetsError(what, where=place, fix="Geef elke regel een eigen titel."))


def _check_rule(rule: Rule, gathered: Gathered) -> None:
    for pattern in rule.all_patterns:
        for name in pattern.named_concepts:
            if name not in gathered.concepts:
                _unknown(gathered, rule.id, ("wanneer",), "begrip", name, list(gathered.concepts))
        for name in pattern.rules:
            if name not in gathered.rules:
                _unknown(gathered, rule.id, ("wanneer",), "regel", name, list(gathered.rules))
        if len(set(pattern.concepts)) < len(pattern.concepts):
            what = "Een zin noemt hetzelfde begrip twee keer; dat kan nooit waar zijn."
            _problem(gathered, rule.id, ("wanneer",), what, "Noem elk begrip één keer.")
        if pattern.limit:
            _check_limit(rule.id, pattern.limit, gathered)
        if pattern.depends_on and rule.kind is Kind.MISSING:
            what = "hangt_af_van past niet bij nergens_staat."
            _problem(gathered, rule.id, ("wanneer",), what, "Schrijf het feit onder geldt_voor.")
        elif pattern.depends_on:
            _check_fact(rule.id, FactTest(pattern.depends_on), ("wanneer",), gathered)
    if rule.belongs_under and rule.belongs_under not in gathered.concepts:
        _unknown(
            gathered, rule.id, ("wanneer", "hoort_thuis_bij"), "begrip", rule.belongs_under, list(gathered.concepts)
        )
    for position, basis in enumerate(rule.legal_basis):
        _check_basis(rule, position, gathered)
        if basis.valid_through and basis.valid_through < basis.valid_from:
            _problem(
                gathered, rule.id, ("grondslag", position), "De einddatum ligt voor de begindatum.", "Wissel ze om."
            )
    for position, test in enumerate(rule.facts):
        _check_fact(rule.id, test, ("geldt_voor", "organisatie", position), gathered)
    for number, variant in enumerate(rule.variants):
        for position, test in enumerate(variant.facts):
            _check_fact(rule.id, test, ("afwijkend", number, "als_de_organisatie", position), gathered)
    if rule.differing and rule.differing not in QUANTITIES:
        _unknown(
            gathered, rule.id, ("wanneer", "met_een_verschillende"), "soort getal", rule.differing, list(QUANTITIES)
        )


def _check_fact(rule_id: str, test: FactTest, path: Path, gathered: Gathered) -> None:
    if test.fact not in FACT_NAMES:
        _unknown(gathered, rule_id, path, "feit", test.fact, list(FACT_NAMES))
        return
    if test.fact not in gathered.questions:
        what = f'Bij het feit "{test.fact}" hoort geen vraag.'
        _problem(gathered, rule_id, path, what, "Voeg de vraag toe aan vragen.yaml.")
    limits = [limit for limit in (test.minimum, test.maximum) if limit]
    if limits and test.fact not in NUMBER_FACTS:
        what = f'Het feit "{test.fact}" is geen getal; ten_minste en ten_hoogste passen er niet bij.'
        _problem(gathered, rule_id, path, what, "Schrijf is of is_niet.")
        return
    for limit in limits:
        if not _is_number(limit) and limit not in gathered.parameters:
            _unknown(gathered, rule_id, path, "getal", limit, list(gathered.parameters))
    for value in (*test.values, *test.excluded):
        _check_value(rule_id, test.fact, value, path, gathered)


def _check_value(rule_id: str, fact: str, value: str, path: Path, gathered: Gathered) -> None:
    """A rule may ask only for what a profile can say."""
    known = [choice for choice in fact_values(fact) if choice != UNKNOWN]
    if value.strip().lower() == UNKNOWN:
        what = f'Een regel kan niet vragen of "{fact}" onbekend is.'
        _problem(gathered, rule_id, path, what, "Is het onbekend, dan stelt het rapport vanzelf de vraag.")
    elif fact in NUMBER_FACTS and not _is_number(value):
        _problem(gathered, rule_id, path, f'"{value}" van "{fact}" is geen geheel getal.', "Schrijf alleen cijfers.")
    elif known and value not in known:
        _problem(gathered, rule_id, path, f'De waarde "{value}" van "{fact}" bestaat niet.', suggest(value, known))


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdigit()


def _check_limit(rule_id: str, limit: str, gathered: Gathered) -> None:
    """A limit is a duration as written, or a number of the law whose unit is one."""
    parameter = gathered.parameters.get(limit)
    if parameter is not None:
        if parameter.unit not in DURATION_UNITS:
            what = f'Het getal "{limit}" is geen termijn; zijn eenheid is {parameter.unit}.'
            _problem(gathered, rule_id, ("wanneer",), what, f"Noem een getal in {_UNITS_IN_WORDS}.")
    elif "." in limit and " " not in limit:
        _unknown(gathered, rule_id, ("wanneer",), "getal", limit, list(gathered.parameters))
    elif not (written := _WRITTEN_DURATION.fullmatch(limit)) or written[1] not in DURATION_UNITS:
        fix = f'Schrijf een getal met {_UNITS_IN_WORDS}, zoals "30 dagen", of de naam van een getal uit parameters/.'
        _problem(gathered, rule_id, ("wanneer",), f'"{limit}" is geen termijn.', fix)


def keys_of_another_kind(entry: RuleFile) -> Iterator[tuple[Path, str, str]]:
    """Where, what and how to mend it, for each key under `wanneer` that the rule's kind would leave unread."""
    when = entry.when
    own = {
        Kind.MISSING: frozenset({"nowhere", "belongs_under", "elsewhere"}),
        Kind.RISKY: _ALONE,
        Kind.INCONSISTENT: next(
            (form for form in (_PAIR, _DIFFERENCE) if all(getattr(when, name) for name in form)), _ALONE
        ),
    }[entry.kind]
    for name in WhenEntry.model_fields:
        if name in when.model_fields_set - own - {"while_document_mentions"}:
            key = dutch(name)
            if entry.kind is Kind.INCONSISTENT and name in _PAIR | _DIFFERENCE | _ALONE:
                beside = " en ".join(dutch(other) for other in WhenEntry.model_fields if other in own)
                yield ("wanneer", key), f"{key} gaat niet samen met {beside}.", "Kies een van de twee vormen."
            else:
                what = f"{key} past niet bij soort {entry.kind}."
                yield ("wanneer", key), what, "Haal de sleutel weg, of verander de soort."


def _check_basis(rule: Rule, position: int, gathered: Gathered) -> None:
    basis = rule.legal_basis[position]
    law = gathered.laws.get(basis.law)
    place: Path = ("grondslag", position)
    if law is None:
        _unknown(gathered, rule.id, (*place, "wet"), "wet", basis.law, list(gathered.laws))
        return
    if basis.valid_from < law.valid_from or (
        law.valid_through and (basis.valid_through is None or basis.valid_through > law.valid_through)
    ):
        what = f"De grondslag geldt op dagen waarop {basis.law} niet geldt."
        _problem(gathered, rule.id, place, what, "Pas de data aan, hier of in wetten.yaml.")


def _reaches_itself(start: str, concepts: dict[str, Concept]) -> bool:
    seen: set[str] = set()
    todo = list(concepts[start].concepts)
    while todo:
        name = todo.pop()
        if name == start:
            return True
        if name in concepts and name not in seen:
            seen.add(name)
            todo.extend(concepts[name].concepts)
    return False


def _unknown(gathered: Gathered, key: str, path: Path, sort: str, name: str, known: list[str]) -> None:
    article = "Het" if sort in ("begrip", "getal", "feit") else "De"
    _problem(gathered, key, path, f'{article} {sort} "{name}" bestaat niet.', suggest(name, known))


def _problem(gathered: Gathered, key: str, path: Path, what: str, fix: str) -> None:
    gathered.faulty.add(key)
    gathered.problems.append(BeleidstoetsError(what, where=gathered.files[key].place(path), fix=fix))


def concept_words(name: str, concepts: dict[str, Concept]) -> tuple[str, ...]:
    """All terms of a concept, with those of the concepts that it names, in order, without doubles."""
    concept = concepts[name]
    terms = list(concept.terms)
    for part in concept.concepts:
        terms.extend(concept_words(part, concepts))
    return tuple(dict.fromkeys(terms))
