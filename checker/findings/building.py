"""Matches -> one finding per rule that speaks, and one outcome for every rule.

Repeated triggers of a rule are one finding with several places: one finding per legal point, not per
sentence. What is unknown about the organisation makes "hangt af van", never a finding.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.findings.locating import best_section, locate
from checker.model import (
    Citation,
    Context,
    Finding,
    Judgement,
    Kind,
    Location,
    Match,
    Outcome,
    Rule,
    Rulebook,
    Severity,
    TaggedDocument,
    Variant,
    Verdict,
)
from checker.rulebook import Applicability, Applies, fact_holds
from checker.rulebook.terms import is_same_document

_VERDICTS = {Kind.MISSING: Verdict.MISSING, Kind.RISKY: Verdict.RISK, Kind.INCONSISTENT: Verdict.INCONSISTENT}
_ORDER = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the engine saw of one rule, by role."""

    report: tuple[Match, ...] = ()
    satisfied: tuple[Match, ...] = ()
    condition: tuple[Match, ...] = ()
    exempt: tuple[Match, ...] = ()
    silenced: tuple[Match, ...] = ()
    variant: tuple[Match, ...] = ()


def build_findings(
    tagged: TaggedDocument,
    matches: Iterable[Match],
    rulebook: Rulebook,
    context: Context,
    applies: Mapping[str, Applicability],
) -> tuple[tuple[Finding, ...], tuple[Outcome, ...]]:
    """The findings, gravest first, and an outcome for every rule of the rulebook in order of id."""
    by_rule: dict[str, dict[str, list[Match]]] = defaultdict(lambda: defaultdict(list))
    for match in matches:
        by_rule[match.rule][match.role].append(match)
    findings, outcomes = [], []
    for rule in rulebook.rules.values():
        seen = _firm(rule, _Seen(**{role: tuple(found) for role, found in by_rule[rule.id].items()}), context)
        outcome = _outcome(rule, seen, tagged, applies[rule.id], rulebook, context)
        outcomes.append(outcome)
        if outcome.verdict in _VERDICTS.values():
            findings.append(_finding(rule, seen, tagged, rulebook, context))
    reason = "Het bestand van deze regel bevat een fout."
    outcomes += [Outcome(name, Verdict.NOT_ASSESSABLE, reason) for name in rulebook.broken]
    outcomes.sort(key=lambda outcome: outcome.rule)
    findings.sort(key=lambda finding: (_ORDER[finding.severity], finding.rule))
    return tuple(findings), tuple(outcomes)


def unreadable_outcomes(rulebook: Rulebook, reason: str) -> tuple[Outcome, ...]:
    """`niet_te_beoordelen` for every rule, with the same reason."""
    return tuple(Outcome(rule, Verdict.NOT_ASSESSABLE, reason) for rule in rulebook.rules)


def _outcome(
    rule: Rule, seen: _Seen, tagged: TaggedDocument, applies: Applicability, rulebook: Rulebook, context: Context
) -> Outcome:
    if applies.applies is Applies.NO:
        return Outcome(rule.id, Verdict.NOT_APPLICABLE, applies.reason)
    if rule.elsewhere and seen.report and (sister := _sister(rule, context)):
        return Outcome(rule.id, Verdict.SATISFIED, f"Dit kan in een ander stuk staan dat het profiel noemt: {sister}.")
    if asking := _asking(rule, seen, context):
        questions = tuple(rulebook.questions[fact] for fact in asking if fact in rulebook.questions)
        reason = f"Hangt af van: {', '.join(asking)}. {' '.join(questions)}".rstrip()
        return Outcome(rule.id, Verdict.DEPENDS, reason, locate(tagged, _clauses(seen.report)), questions)
    if seen.report:
        evidence = locate(tagged, _clauses(seen.report))
        if applies.applies is Applies.DEPENDS:
            return Outcome(rule.id, Verdict.DEPENDS, applies.reason, evidence, applies.questions)
        return Outcome(rule.id, _VERDICTS[rule.kind], rule.title + ".", evidence)
    waived = {n for n, form in enumerate(rule.conditions) if not form.counts_for(context.policy_type)}
    met = waived | {match.part for match in seen.condition}
    if len(met) < len(rule.conditions):
        reason = "Het document regelt niets waarvoor deze regel geldt."
        return Outcome(rule.id, Verdict.NOT_APPLICABLE, reason)
    if seen.satisfied:
        return Outcome(
            rule.id, Verdict.SATISFIED, "Deze bepaling staat erin.", locate(tagged, _clauses(seen.satisfied))
        )
    silenced = seen.silenced or (seen.exempt if rule.kind is Kind.MISSING else ())
    if silenced:
        because = rule.exceptions[silenced[0].part].because
        return Outcome(rule.id, Verdict.SATISFIED, f"Niet gemeld, omdat {because}.", locate(tagged, _clauses(silenced)))
    return Outcome(rule.id, Verdict.SATISFIED, "Er is geen bepaling gevonden waarop deze regel aanslaat.")


def _sister(rule: Rule, context: Context) -> str:
    """The document of the profile in which the provision may stand; empty when none is named."""
    named = context.facts.get("zusterdocumenten")
    if not isinstance(named, list | tuple):
        return ""
    return next((str(name) for name in named if any(is_same_document(name, other) for other in rule.elsewhere)), "")


def _open_fact(rule: Rule, match: Match, context: Context) -> str:
    """The unknown fact on which a report depends (`hangt_af_van`); empty when it stands by itself."""
    fact = rule.patterns[match.part].depends_on if rule.kind is not Kind.MISSING else ""
    return fact if fact and context.facts.get(fact) is None else ""


def _firm(rule: Rule, seen: _Seen, context: Context) -> _Seen:
    """Without the reports that depend on an unknown fact, where others do not."""
    firm = tuple(match for match in seen.report if not _open_fact(rule, match, context))
    return replace(seen, report=firm) if firm else seen


def _asking(rule: Rule, seen: _Seen, context: Context) -> tuple[str, ...]:
    """The unknown facts on which every report of the rule depends; none when a report stands without them."""
    facts = [_open_fact(rule, match, context) for match in seen.report]
    return tuple(dict.fromkeys(facts)) if all(facts) else ()


def _clauses(matches: Sequence[Match]) -> list[int]:
    """Clauses of all matches: the primary ones first, each group in text order."""
    primary = sorted({match.clauses[0] for match in matches if match.clauses})
    others = sorted({clause for match in matches for clause in match.clauses[1:]} - set(primary))
    return [*primary, *others]


def _finding(rule: Rule, seen: _Seen, tagged: TaggedDocument, rulebook: Rulebook, context: Context) -> Finding:
    severity, judgement, message, severity_reason = _varied(rule, seen, rulebook, context)
    locations = locate(tagged, _clauses(seen.report))
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=severity,
        certainty=rule.certainty,
        judgement=judgement,
        title=rule.title,
        message=_filled_in(message, seen, tagged),
        why=rule.texts.why,
        advice=rule.texts.advice,
        suggestion=rule.texts.suggestion,
        legal_basis=_citations(rule, rulebook, context),
        locations=locations,
        fingerprint=_fingerprint(rule, locations),
        belongs_under=best_section(tagged, rule.belongs_under) if rule.kind is Kind.MISSING else (),
        disputed=rule.disputed if judgement is Judgement.ASSESSMENT else "",
        severity_reason=severity_reason,
        readers=rule.readers,
        falls_away=tuple(exception.because for exception in rule.exceptions),
    )


def _varied(rule: Rule, seen: _Seen, rulebook: Rulebook, context: Context) -> tuple[Severity, Judgement, str, str]:
    """Severity, judgement, message and reason of the severity after the variants that hold; a later variant wins."""
    reason = rule.severity_reason
    severity, judgement, message = rule.severity, rule.judgement, rule.texts.message
    fired = {match.part for match in seen.variant}
    for part, variant in enumerate(rule.variants):
        if _holds(variant, context, rulebook, fired=part in fired):
            if variant.severity and variant.severity is not severity:
                severity, reason = variant.severity, f"{variant.because[:1].upper()}{variant.because[1:]}."
            judgement = variant.judgement or judgement
            message = variant.message or message
    return severity, judgement, message, reason


def _holds(variant: Variant, context: Context, rulebook: Rulebook, *, fired: bool) -> bool:
    if not all(fact_holds(test, context, rulebook) for test in variant.facts):
        return False
    return variant.pattern is None or fired is not variant.absent


def _filled_in(message: str, seen: _Seen, tagged: TaggedDocument) -> str:
    """`{termijn_1}` and `{termijn_2}` become the amounts that differ, as written."""
    values = next((match.values for match in seen.report if match.values), ())
    for number, index in enumerate(values, start=1):
        amount = tagged.amounts[index]
        for name in ("termijn", "bedrag", "percentage", "aantal"):
            message = message.replace(f"{{{name}_{number}}}", amount.written)
    return message


def _citations(rule: Rule, rulebook: Rulebook, context: Context) -> tuple[Citation, ...]:
    """The bases in force on the reference date, with what the registry says of their law."""
    citations = []
    for basis in rule.basis_on(context.reference_date):
        law = rulebook.laws[basis.law]
        citations.append(
            Citation(
                law=law.id,
                law_name=law.name,
                article=basis.article,
                member=basis.member,
                says=basis.says,
                source=law.source,
                valid_from=basis.valid_from,
                valid_through=basis.valid_through,
                url=law.url,
                reviewed=basis.reviewed,
            )
        )
    return tuple(citations)


def _fingerprint(rule: Rule, locations: Sequence[Location]) -> str:
    """Sixteen hexadecimal digits from the rule and its normalised quotes: the same after a move or a new layout."""
    quotes = sorted(" ".join(location.quote.lower().split()) for location in locations)
    return hashlib.sha256("\0".join((rule.id, *quotes)).encode()).hexdigest()[:16]
