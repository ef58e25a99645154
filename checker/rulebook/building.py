"""Validated entries -> the frozen types of `model`."""

from __future__ import annotations

from collections.abc import Mapping

from checker.model import (
    Example,
    FactTest,
    Kind,
    LegalBasis,
    Pattern,
    Rule,
    RuleException,
    RuleTexts,
    Variant,
)
from checker.rulebook.schema import (
    ExampleEntry,
    FactTestEntry,
    LegalBasisEntry,
    PatternEntry,
    ReviewEntry,
    RuleFile,
    VariantEntry,
    WhenEntry,
)
from checker.rulebook.vocabulary import LIMITS, WINDOW_OF, dutch

Lines = Mapping[tuple[str | int, ...], int]
"""Path of Dutch keys and positions -> line of the rule file."""


def build_rule(entry: RuleFile, source: str, lines: Lines | None = None) -> Rule:
    """The rule of one file; references to concepts, laws and parameters are not followed here."""
    lines = lines or {}
    when = entry.when
    return Rule(
        id=entry.id,
        title=entry.title,
        kind=entry.kind,
        severity=entry.severity,
        severity_reason=entry.severity_reason,
        certainty=entry.certainty,
        judgement=entry.judgement,
        status=entry.status,
        policy_types=entry.applies_to.policy_types,
        facts=tuple(map(_fact_test, entry.applies_to.organisation)),
        patterns=_patterns(when),
        conditions=tuple(map(build_pattern, when.while_document_mentions)),
        exceptions=tuple(
            RuleException(build_pattern(item), item.because, lines.get((dutch("exceptions"), position), 0))
            for position, item in enumerate(entry.exceptions)
        ),
        variants=tuple(map(_variant, entry.variants)),
        legal_basis=tuple(map(_legal_basis, entry.legal_basis)),
        texts=RuleTexts(entry.texts.message, entry.texts.why, entry.texts.advice, entry.texts.suggestion),
        examples=_examples(entry, lines),
        differing=when.differing,
        readers=entry.readers,
        disputed=entry.disputed,
        belongs_under=when.belongs_under,
        source=source,
        stands_alone=entry.kind is Kind.INCONSISTENT and bool(when.somewhere),
        elsewhere=when.elsewhere,
    )


def build_pattern(entry: PatternEntry) -> Pattern:
    """The sentence form that was written; without a named place it looks at one clause."""
    form = next((name for name in WINDOW_OF if getattr(entry, name)), "clause_mentions")
    limit_form = next((name for name in LIMITS if getattr(entry, name)), "")
    return Pattern(
        window=WINDOW_OF[form],
        concepts=getattr(entry, form),
        forces=entry.forces,
        actors=entry.actors,
        flags=entry.flags,
        rules=entry.reported_by,
        any_of=entry.at_least.any_of if entry.at_least else (),
        at_least=entry.at_least.count if entry.at_least else 0,
        limit=getattr(entry, limit_form) if limit_form else "",
        limit_kind=LIMITS[limit_form] if limit_form else "",
        pointers=entry.pointers,
        unexplained=entry.unexplained,
        depends_on=entry.depends_on,
        for_types=entry.for_types,
    )


def _patterns(when: WhenEntry) -> tuple[Pattern, ...]:
    if when.one_clause and when.other_clause:
        return build_pattern(when.one_clause), build_pattern(when.other_clause)
    if when.two_clauses_mention:
        return (Pattern("bepaling", when.two_clauses_mention),)
    return tuple(map(build_pattern, when.nowhere or when.somewhere))


def _fact_test(entry: FactTestEntry) -> FactTest:
    return FactTest(entry.fact, entry.values, entry.excluded, entry.minimum, entry.maximum)


def _variant(entry: VariantEntry) -> Variant:
    written = entry.if_document_mentions or entry.if_document_lacks
    return Variant(
        because=entry.because,
        facts=tuple(map(_fact_test, entry.if_organisation)),
        pattern=build_pattern(written) if written else None,
        absent=entry.if_document_lacks is not None,
        severity=entry.severity,
        judgement=entry.judgement,
        message=entry.message,
    )


def _legal_basis(entry: LegalBasisEntry) -> LegalBasis:
    review = entry.reviewed
    return LegalBasis(
        law=entry.law,
        article=entry.article,
        member=" onder ".join(filter(None, (entry.member, entry.part)))
        if entry.member
        else entry.part and f"onder {entry.part}",
        says=entry.says,
        valid_from=entry.valid_from,
        valid_through=entry.valid_through,
        reviewed=f"{review.on.isoformat()}: {review.how}" if isinstance(review, ReviewEntry) else review,
    )


def _examples(entry: RuleFile, lines: Lines) -> tuple[Example, ...]:
    beside = entry.examples.beside_each.strip()

    def build(position: int, item: ExampleEntry, *, must_report: bool) -> Example:
        text = item.text.strip("\n")
        side = dutch("must_report" if must_report else "must_not_report")
        return Example(
            text=f"{text}\n\n{beside}" if beside else text,
            must_report=must_report,
            because=item.because,
            known_miss=item.known_miss,
            reference_date=item.reference_date,
            facts={**entry.examples.organisation, **item.organisation},
            policy_type=item.policy_type,
            line=lines.get((dutch("examples"), side, position), 0),
        )

    return (
        *(build(number, item, must_report=True) for number, item in enumerate(entry.examples.must_report)),
        *(build(number, item, must_report=False) for number, item in enumerate(entry.examples.must_not_report)),
    )
