"""A rule as a lawyer reads it aloud: Dutch sentences in the order of the rule file."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.model import (
    POLICY_TYPE_NAMES,
    Example,
    FactTest,
    Kind,
    LegalBasis,
    Pattern,
    PolicyType,
    Rule,
    Rulebook,
    RuleException,
    Variant,
)

_PLACES = {
    "bepaling": "een bepaling",
    "alinea": "een alinea",
    "opsomming": "een opsomming",
    "paragraaf": "een paragraaf",
    "document": "het document",
}
_WHOLE = "geheel"
"""What stands for the article when a whole ruling is meant."""

_LIMITS = {
    "hoogstens": "met een termijn van hoogstens",
    "meer_dan": "met een termijn van meer dan",
    "minder_dan": "met een termijn van minder dan",
}


def read_aloud(rule: Rule, rulebook: Rulebook, *, width: int = 80) -> str:
    """The whole rule as text, with what its concepts mean; no line is longer than `width` where words allow it."""
    return "\n".join(_wrapped(_lines(rule, rulebook), max(width, 40))) + "\n"


@dataclass(frozen=True, slots=True)
class ToldRule:
    """A rule in Dutch sentences, part by part."""

    facts: str
    """Soort, ernst, zekerheid, oordeel and status on one line."""
    applies_to: str
    conditions: tuple[str, ...]
    exceptions: tuple[str, ...]
    variants: tuple[str, ...]
    concepts: tuple[tuple[str, str], ...]
    """Name and meaning."""
    bases: tuple[tuple[str, str], ...]
    """The sentence about a legal basis, and the address of its law (may be empty)."""
    reported: tuple[str, ...]
    silent: tuple[str, ...]


def tell(rule: Rule, rulebook: Rulebook) -> ToldRule:
    """The parts of a rule as sentences; examples on one line each, with their remarks."""
    return ToldRule(
        facts=_facts(rule),
        applies_to=_applies_to(rule),
        conditions=tuple(line for _, line in _conditions(rule)),
        exceptions=tuple(map(_exception, rule.exceptions)),
        variants=tuple(map(_variant, rule.variants)),
        concepts=tuple(tuple(line.split(": ", 1)) for line in _concepts(rule, rulebook)),  # type: ignore[misc]
        bases=tuple((_basis(basis, rulebook), _link(basis, rulebook)) for basis in rule.legal_basis),
        reported=tuple(_examples(rule, must_report=True)),
        silent=tuple(_examples(rule, must_report=False)),
    )


def words(value: str) -> str:
    """A name as one reads it: "waarschijnlijk strijd"."""
    return value.replace("_", " ")


def _wrapped(lines: Iterable[tuple[int, str]], width: int) -> Iterator[str]:
    for indent, line in lines:
        if not line:
            yield ""
            continue
        hanging = " " * (indent + 2 if indent else 0)
        yield from textwrap.wrap(
            line, width, initial_indent=" " * indent, subsequent_indent=hanging, break_on_hyphens=False
        )


def _lines(rule: Rule, rulebook: Rulebook) -> Iterator[tuple[int, str]]:
    yield 0, f"{rule.id}  {rule.title}"
    yield 0, _facts(rule)
    yield 0, f"Waarom deze ernst: {_sentence(rule.severity_reason)}"
    yield 0, f"Bestand: {rule.source}"
    yield 0, ""
    yield 0, _applies_to(rule)
    yield 0, ""
    yield from _conditions(rule)
    for exception in rule.exceptions:
        yield 0, _exception(exception)
    for variant in rule.variants:
        yield 0, _variant(variant)
    yield from _section("Begrippen", _concepts(rule, rulebook))
    yield from _section(
        "Grondslag", (f"{_basis(basis, rulebook)} {_link(basis, rulebook)}".strip() for basis in rule.legal_basis)
    )
    yield from _section("Wat er aan deze wetten is veranderd", _changes(rule, rulebook))
    yield from _section("Bevinding", _texts(rule))
    reported, silent = _examples(rule, must_report=True), _examples(rule, must_report=False)
    yield from _section("Dit moet worden gemeld", (f"- {line}" for line in reported))
    yield from _section("Dit mag niet worden gemeld", (f"- {line}" for line in silent))


def _facts(rule: Rule) -> str:
    return (
        f"Soort: {rule.kind}. Ernst: {rule.severity}. Zekerheid: {rule.certainty}. "
        f"Oordeel: {words(rule.judgement)}. Status: {rule.status}."
    )


def _exception(exception: RuleException) -> str:
    subject = _pattern(exception.pattern, _same(exception.pattern))
    return f"Behalve als {subject}, omdat {_sentence(exception.because)}"


def _section(title: str, lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    listed = tuple(lines)
    if listed:
        yield 0, ""
        yield 0, title
        yield from ((2, line) for line in listed)


def _applies_to(rule: Rule) -> str:
    if len(rule.policy_types) == len(PolicyType):
        kinds = "alle soorten beleid"
    else:
        kinds = _listing([f"{POLICY_TYPE_NAMES[kind]} ({kind})" for kind in rule.policy_types], "en")
    tests = _listing([_fact(test) for test in rule.facts], "en")
    return f"Geldt voor {kinds}" + (f", als {tests}." if tests else ".")


def _conditions(rule: Rule) -> Iterator[tuple[int, str]]:
    if rule.kind is Kind.MISSING:
        sentences = [f"Wanneer nergens {_pattern(pattern)}" for pattern in rule.patterns]
    elif rule.kind is Kind.INCONSISTENT and rule.differing:
        named = _listing([words(name) for name in rule.patterns[0].concepts], "en")
        sentences = [f"Wanneer twee bepalingen noemen: {named}, met een verschillende {rule.differing}"]
    elif rule.kind is Kind.INCONSISTENT and not rule.stands_alone:
        one, other = rule.patterns
        sentences = [f"Wanneer {_pattern(one, 'de ene bepaling')}, en {_pattern(other, 'de andere bepaling')}"]
    else:
        sentences = [f"Wanneer {_pattern(pattern)}" for pattern in rule.patterns]
    for number, sentence in enumerate(sentences):
        joined = sentence if number == 0 else _joined(sentence, rule.kind)
        yield 0, joined + ("." if number == len(sentences) - 1 and not rule.conditions else ",")
    for number, pattern in enumerate(rule.conditions):
        end = "." if number == len(rule.conditions) - 1 else ","
        yield 0, f"{'en ' if number else ''}terwijl {_pattern(pattern)}{end}"
    if rule.belongs_under:
        yield 0, f"De bepaling hoort thuis bij: {words(rule.belongs_under)}."
    if rule.elsewhere:
        yield 0, f"De bepaling mag ook staan in: {_listing([words(name) for name in rule.elsewhere], 'of')}."


def _joined(sentence: str, kind: Kind) -> str:
    word = "en" if kind is Kind.MISSING else "of"
    return f"{word} {sentence[0].lower()}{sentence[1:]}"


def _pattern(pattern: Pattern, place: str = "") -> str:
    """ "een bepaling noemt: ontslag en sanctie, met strekking plicht of mag"."""
    place = place or _PLACES.get(pattern.window, pattern.window)
    named = [_listing([words(name) for name in pattern.concepts], "en")] if pattern.concepts else []
    if pattern.at_least:
        wanted = _listing([words(name) for name in pattern.any_of], "of")
        named.append(f"ten minste {pattern.at_least} van {wanted}")
    reporters = _listing(pattern.rules, "of")
    flags = _listing([words(flag) for flag in pattern.flags], "of")
    pointers = _listing([words(pointer) for pointer in pattern.pointers], "of")
    if pattern.unexplained:
        named.append(f"{_listing([words(name) for name in pattern.unexplained], 'of')}, zonder uitleg in het document")
    if named:
        parts = [f"{place} noemt: {'; en '.join(named)}"]
    elif pointers:
        parts = [f"{place} verwijst naar: {pointers}"]
    elif reporters:
        parts = [f"over {place} wordt gemeld door {reporters}"]
    else:
        parts = [f"{place} dit kenmerk heeft: {flags}"]
    details = (
        ("met strekking", _listing([words(force) for force in pattern.forces], "of")),
        ("met als handelende", _listing([words(actor) for actor in pattern.actors], "of")),
        ("met kenmerk", flags if named or pointers or reporters else ""),
        ("met een verwijzing naar", pointers if named else ""),
        ("waarover wordt gemeld door", reporters if named or pointers else ""),
        (_LIMITS.get(pattern.limit_kind, pattern.limit_kind), words(pattern.limit)),
        ("wat afhangt van", words(pattern.depends_on)),
        ("alleen bij", _listing(list(pattern.for_types), "of")),
    )
    return ", ".join([*parts, *(f"{lead} {text}" for lead, text in details if text)])


def _same(pattern: Pattern) -> str:
    return "het document" if pattern.window == "document" else f"dezelfde {pattern.window}"


def _variant(variant: Variant) -> str:
    causes = [_fact(test) for test in variant.facts]
    if variant.pattern is not None:
        stated = _pattern(variant.pattern)
        causes.append(f"niet waar is dat {stated}" if variant.absent else stated)
    changes = []
    if variant.severity is not None:
        changes.append(f"is de ernst {variant.severity}")
    if variant.judgement is not None:
        changes.append(f"is het oordeel {words(variant.judgement)}")
    if variant.message:
        changes.append(f'luidt de melding "{variant.message}"')
    return f"Afwijkend: als {_listing(causes, 'en')}, dan {_listing(changes, 'en')}, omdat {_sentence(variant.because)}"


def _fact(test: FactTest) -> str:
    parts = []
    if test.values:
        parts.append(f"{_listing([words(value) for value in test.values], 'of')} is")
    if test.excluded:
        parts.append(f"niet {_listing([words(value) for value in test.excluded], 'of')} is")
    if test.minimum:
        parts.append(f"ten minste {words(test.minimum)} is")
    if test.maximum:
        parts.append(f"ten hoogste {words(test.maximum)} is")
    return f"{words(test.fact)} {' en '.join(parts)}"


def _concepts(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    names = [name for pattern in rule.all_patterns for name in pattern.named_concepts]
    for name in dict.fromkeys(names):
        if concept := rulebook.concepts.get(name):
            yield f"{words(name)}: {_sentence(concept.meaning)}"


def _basis(basis: LegalBasis, rulebook: Rulebook) -> str:
    law = rulebook.laws.get(basis.law)
    name = law.name if law else basis.law
    article = "" if basis.article == _WHOLE else f", art. {basis.article}"
    member = f" {_member(basis.member)}" if basis.member else ""
    until = f" tot en met {basis.valid_through.isoformat()}" if basis.valid_through else ""
    period = f"geldt vanaf {basis.valid_from.isoformat()}{until}"
    reviewed = f" Nagezien: {_sentence(basis.reviewed)}" if basis.reviewed else ""
    return f"{name}{article}{member} ({period}): {_sentence(basis.says)}{reviewed}"


def _changes(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    """Changes of the articles on which the rule stands."""
    articles: dict[str, set[str]] = {}
    for basis in rule.legal_basis:
        articles.setdefault(basis.law, set()).add(basis.article)
    for law_id, named in articles.items():
        law = rulebook.laws.get(law_id)
        for change in law.changes if law else ():
            if change.article == _WHOLE or any(_names_article(change.article, one) for one in named):
                article = "" if change.article == _WHOLE else f" art. {change.article}"
                reviewed = f"Nagezien: {_sentence(change.reviewed)}"
                yield f"{change.on.isoformat()}, {law_id}{article}: {_sentence(change.what)} {reviewed}"


def _names_article(listed: str, article: str) -> bool:
    """Whether "7:628, 7:669 en 7:671b" names 7:669."""
    return re.search(rf"(?<![\w:]){re.escape(article)}(?!\w)", listed) is not None


def _link(basis: LegalBasis, rulebook: Rulebook) -> str:
    """Where the law can be read; empty when the registry does not say."""
    return rulebook.laws[basis.law].url if basis.law in rulebook.laws else ""


def _member(member: str) -> str:
    return member if member.startswith("onder ") else f"lid {member}"


def _texts(rule: Rule) -> Iterator[str]:
    texts = rule.texts
    yield f"Melding: {_sentence(texts.message)}"
    yield f"Waarom: {_sentence(texts.why)}"
    yield f"Advies: {_sentence(texts.advice)}"
    if texts.suggestion:
        yield f"Tekstvoorstel: {_sentence(texts.suggestion)}"
    if rule.disputed:
        yield f"Betwist: {_sentence(rule.disputed)}"
    if rule.readers:
        yield f"Vooral voor: {_listing([words(reader) for reader in rule.readers], 'en')}."


def _examples(rule: Rule, *, must_report: bool) -> Iterator[str]:
    for example in rule.examples:
        if example.must_report == must_report:
            yield f"{_on_one_line(example.text)}{_remark(example)}"


def _on_one_line(text: str) -> str:
    """The text with a slash between its paragraphs."""
    return " / ".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip())


def _remark(example: Example) -> str:
    parts = [f"omdat {example.because}" if example.because else ""]
    parts.append(f"peildatum {example.reference_date.isoformat()}" if example.reference_date else "")
    parts += [f"{words(fact)}: {value}" for fact, value in example.facts.items()]
    parts.append(f"bekende fout: {example.known_miss}" if example.known_miss else "")
    return f" ({'; '.join(part for part in parts if part)})" if any(parts) else ""


def _sentence(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if one_line.endswith((".", "?", "!", ":")) else f"{one_line}."


def _listing(parts: Sequence[str], word: str) -> str:
    return f" {word} ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
