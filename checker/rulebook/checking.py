"""What the schema cannot see: names that must exist, titles that must differ, rules that can never speak."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from checker.errors import BeleidstoetsError
from checker.model import Concept, Kind, Law, Parameter, Pattern, Rule
from checker.rulebook.explaining import suggest
from checker.rulebook.vocabulary import FACT_NAMES
from checker.rulebook.yaml_reading import YamlFile

QUANTITIES = ("termijn", "bedrag", "percentage", "aantal")


class Gathered(Protocol):
    """What loading has read so far."""

    rules: dict[str, Rule]
    concepts: dict[str, Concept]
    parameters: dict[str, Parameter]
    laws: dict[str, Law]
    questions: dict[str, str]
    files: dict[str, YamlFile]
    problems: list[BeleidstoetsError]


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
            gathered.problems.append(BeleidstoetsError(what, where=place, fix="Haal de kring weg."))
    titles: dict[str, str] = {}
    for rule in gathered.rules.values():
        _check_rule(rule, gathered)
        if (other := titles.setdefault(rule.title, rule.id)) != rule.id:
            place = gathered.files[rule.id].place(("titel",))
            what = f"De titel is dezelfde als die van {other}."
            gathered.problems.append(BeleidstoetsError(what, where=place, fix="Geef elke regel een eigen titel."))


def _check_rule(rule: Rule, gathered: Gathered) -> None:
    for pattern in _patterns(rule):
        for name in (*pattern.concepts, *pattern.any_of):
            if name not in gathered.concepts:
                _unknown(gathered, rule.id, ("wanneer",), "begrip", name, list(gathered.concepts))
        for name in pattern.rules:
            if name not in gathered.rules:
                _unknown(gathered, rule.id, ("wanneer",), "regel", name, list(gathered.rules))
        if len(set(pattern.concepts)) < len(pattern.concepts):
            what = "Een zin noemt hetzelfde begrip twee keer; dat kan nooit waar zijn."
            _problem(gathered, rule.id, ("wanneer",), what, "Noem elk begrip één keer.")
        if pattern.limit and not pattern.limit[0].isdigit() and pattern.limit not in gathered.parameters:
            _unknown(gathered, rule.id, ("wanneer",), "getal", pattern.limit, list(gathered.parameters))
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
    for test in (*rule.facts, *(test for variant in rule.variants for test in variant.facts)):
        for number in (test.minimum, test.maximum):
            if number and not number.isdigit() and number not in gathered.parameters:
                _unknown(gathered, rule.id, ("geldt_voor",), "getal", number, list(gathered.parameters))
        if test.fact not in FACT_NAMES:
            _unknown(gathered, rule.id, ("geldt_voor",), "feit", test.fact, list(FACT_NAMES))
        elif test.fact not in gathered.questions:
            what = f'Bij het feit "{test.fact}" hoort geen vraag.'
            _problem(gathered, rule.id, ("geldt_voor",), what, "Voeg de vraag toe aan rules/vragen.yaml.")
    if rule.differing and rule.differing not in QUANTITIES:
        _unknown(
            gathered, rule.id, ("wanneer", "met_een_verschillende"), "soort getal", rule.differing, list(QUANTITIES)
        )
    if rule.kind is not Kind.MISSING and rule.belongs_under:
        _problem(
            gathered, rule.id, ("wanneer",), "hoort_thuis_bij past alleen bij soort ontbreekt.", "Haal de sleutel weg."
        )


def _check_basis(rule: Rule, position: int, gathered: Gathered) -> None:
    basis = rule.legal_basis[position]
    law = gathered.laws.get(basis.law)
    place: tuple[str | int, ...] = ("grondslag", position)
    if law is None:
        _unknown(gathered, rule.id, (*place, "wet"), "wet", basis.law, list(gathered.laws))
        return
    if basis.valid_from < law.valid_from or (
        law.valid_through and (basis.valid_through is None or basis.valid_through > law.valid_through)
    ):
        what = f"De grondslag geldt op dagen waarop {basis.law} niet geldt."
        _problem(gathered, rule.id, place, what, "Pas de data aan, hier of in rules/wetten.yaml.")


def _patterns(rule: Rule) -> Iterator[Pattern]:
    yield from rule.patterns
    yield from rule.conditions
    yield from (exception.pattern for exception in rule.exceptions)
    yield from (variant.pattern for variant in rule.variants if variant.pattern)


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


def _unknown(gathered: Gathered, key: str, path: tuple[str | int, ...], sort: str, name: str, known: list[str]) -> None:
    article = "Het" if sort in ("begrip", "getal", "feit") else "De"
    _problem(gathered, key, path, f'{article} {sort} "{name}" bestaat niet.', suggest(name, known))


def _problem(gathered: Gathered, key: str, path: tuple[str | int, ...], what: str, fix: str) -> None:
    gathered.problems.append(BeleidstoetsError(what, where=gathered.files[key].place(path), fix=fix))


def concept_words(name: str, concepts: dict[str, Concept]) -> tuple[str, ...]:
    """All terms of a concept, with those of the concepts that it names, in order, without doubles."""
    concept = concepts[name]
    terms = list(concept.terms)
    for part in concept.concepts:
        terms.extend(concept_words(part, concepts))
    return tuple(dict.fromkeys(terms))
