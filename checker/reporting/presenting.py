"""Orders and words a report once, so that every readable format shows the same thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.model import POLICY_TYPE_NAMES, Audit, Finding, Kind, Location, Outcome, Report, Severity, Verdict
from checker.reporting.places import (
    Outline,
    ShownCitation,
    heading_text,
    judgement_text,
    one_line,
    outline_of,
    place_text,
    printable,
    shown_citation,
)
from checker.reporting.starting_points import as_sentence, document_names, type_sentence
from checker.reporting.wording import Wording

QUOTES_SHOWN = 3
"""So many quotes of one finding; of the others only the place."""


@dataclass(frozen=True, slots=True)
class ShownPlace:
    quote: str
    where: str
    anchor: str
    """Id of the mark in the text of the document."""
    lead_in: str = ""
    """The sentence that introduces the list; empty outside lists."""
    is_cut: bool = False
    """The clause goes on after the quote: " …" follows, outside the quotation marks."""


@dataclass(frozen=True, slots=True)
class ShownFinding:
    finding: Finding
    number: int
    """From 1, in the order of the report."""
    anchor: str
    judgement: str
    places: tuple[ShownPlace, ...]
    more_places: tuple[ShownPlace, ...]
    more: str
    """ "en nog 2 plaatsen"; empty when every quote is shown."""
    absence: str
    """Where the provision belongs; empty when there is a quote."""
    citations: tuple[ShownCitation, ...]
    falls_away: tuple[str, ...]
    """Subordinate clauses without a full stop."""

    @property
    def more_groups(self) -> tuple[tuple[str, tuple[ShownPlace, ...]], ...]:
        """The places without a quote, equal ones together: "p. 3, Slotwoord (12×)"."""
        groups: dict[str, list[ShownPlace]] = {}
        for place in self.more_places:
            groups.setdefault(place.where, []).append(place)
        return tuple(
            (f"{where} ({len(places)}×)" if len(places) > 1 else where, tuple(places))
            for where, places in groups.items()
        )


@dataclass(frozen=True, slots=True)
class ShownTheme:
    prefix: str
    name: str
    findings: tuple[ShownFinding, ...]


@dataclass(frozen=True, slots=True)
class ShownRule:
    """The outcome of one rule."""

    rule: str
    title: str
    verdict: Verdict
    reason: str
    evidence: tuple[ShownPlace, ...]
    anchor: str
    """Id of the finding; empty when there is none."""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownFact:
    name: str
    value: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """One report, in the words and the order in which it is read."""

    report: Report
    number: int
    anchor: str
    name: str
    """Of the file; its path when another document in the run has the same name."""
    policy_type: str
    type_sentence: str
    """As what kind of policy it was treated, and how that was known."""
    counts: tuple[tuple[Severity, int], ...]
    """Every severity, highest first."""
    verdict: tuple[str, ...]
    """Sentences; the first is the heart of it."""
    facts: tuple[ShownFact, ...]
    assumed: tuple[str, ...]
    """Names of the facts that nobody gave."""
    themes: tuple[ShownTheme, ...]
    coverage: tuple[tuple[str, tuple[ShownRule, ...]], ...]
    """Name of a theme and its rules, for each theme with outcomes."""

    @property
    def findings(self) -> tuple[ShownFinding, ...]:
        """Every finding, in the order of the report."""
        return tuple(finding for theme in self.themes for finding in theme.findings)

    def rules(self, verdict: str) -> tuple[ShownRule, ...]:
        """The rules with this outcome, in the order of the report."""
        return tuple(rule for _, rules in self.coverage for rule in rules if rule.verdict == verdict)

    @property
    def provisions(self) -> tuple[ShownRule, ...]:
        """The rules without a finding for which a provision was found or an exception held, with the quote."""
        return tuple(rule for rule in self.rules(Verdict.SATISFIED) if rule.evidence)

    @property
    def silent(self) -> tuple[ShownRule, ...]:
        """The rules without a finding for which nothing was found."""
        return tuple(rule for rule in self.rules(Verdict.SATISFIED) if not rule.evidence)


def by_reason(rules: Iterable[ShownRule]) -> tuple[tuple[str, tuple[ShownRule, ...]], ...]:
    """Return each reason once, with its rules."""
    groups: dict[str, list[ShownRule]] = {}
    for rule in rules:
        groups.setdefault(rule.reason, []).append(rule)
    return tuple((reason, tuple(group)) for reason, group in groups.items())


def present(audit: Audit, wording: Wording, themes: Mapping[str, str]) -> tuple[ShownDocument, ...]:
    """Return each report of the audit, ready to show; `themes` names the rule prefixes and gives their order."""
    names = document_names([report.document for report in audit.reports])
    return tuple(
        _shown_document(report, number, name, wording, themes)
        for number, (report, name) in enumerate(zip(audit.reports, names, strict=True), 1)
    )


def severity_counts(findings: Iterable[Finding]) -> tuple[tuple[Severity, int], ...]:
    """Return how many findings each severity has, highest first."""
    counts = Counter(finding.severity for finding in findings)
    return tuple((severity, counts[severity]) for severity in Severity)


def severity_words(counts: Iterable[tuple[Severity, int]], wording: Wording) -> str:
    """Return "2 hoog en 1 laag"; severities without findings are left out."""
    return wording.listing(
        [
            wording.say("ernst_deel", aantal=number, ernst=wording.label("ernst", severity))
            for severity, number in counts
            if number
        ]
    )


def severity_order(finding: Finding) -> tuple[int, int, str, str]:
    """Return a sort key: gravest first, then in the order of the text, absence last, then by rule."""
    start = finding.locations[0].start if finding.locations else 1 << 60
    return (list(Severity).index(finding.severity), start, finding.rule, finding.fingerprint)


def _shown_document(
    report: Report, number: int, name: str, wording: Wording, themes: Mapping[str, str]
) -> ShownDocument:
    anchor = f"d{number}"
    shown_themes = _themes(report, anchor, wording, themes)
    kind = report.context.policy_type
    return ShownDocument(
        report=report,
        number=number,
        anchor=anchor,
        name=one_line(name),
        policy_type=POLICY_TYPE_NAMES[kind] if kind else wording.say("soort_onbekend"),
        type_sentence=type_sentence(report.context, wording),
        counts=severity_counts(report.findings),
        verdict=_verdict(report, wording),
        facts=tuple(
            ShownFact(wording.fact_name(key), one_line(wording.fact_value(value)), key in report.context.assumed)
            for key, value in report.context.facts.items()
        ),
        assumed=tuple(wording.fact_name(key) for key in report.context.assumed),
        themes=shown_themes,
        coverage=_coverage(report, anchor, wording, themes, shown_themes),
    )


def _grouped(rules: Iterable[str], themes: Mapping[str, str], wording: Wording) -> list[tuple[str, str]]:
    """Prefix and name of each theme that has one of the rules, in order; unknown prefixes last."""
    prefixes = {_prefix(rule) for rule in rules}
    known = [(prefix, name) for prefix, name in themes.items() if prefix in prefixes]
    rest = [
        (prefix, f"{wording.label('naam', 'overig_thema')} ({prefix})") for prefix in sorted(prefixes - themes.keys())
    ]
    return known + rest


def _prefix(rule: str) -> str:
    return rule.partition("-")[0]


def _themes(report: Report, anchor: str, wording: Wording, themes: Mapping[str, str]) -> tuple[ShownTheme, ...]:
    shown: list[ShownTheme] = []
    outline = outline_of(report.document)
    taken: Counter[str] = Counter()
    number = 0
    for prefix, name in _grouped((finding.rule for finding in report.findings), themes, wording):
        group: list[ShownFinding] = []
        for finding in sorted((f for f in report.findings if _prefix(f.rule) == prefix), key=severity_order):
            number += 1
            taken[finding.fingerprint] += 1
            again = f"-n{taken[finding.fingerprint]}" if taken[finding.fingerprint] > 1 else ""
            group.append(
                _shown_finding(finding, number, f"{anchor}-{_slug(finding.fingerprint)}{again}", outline, wording)
            )
        shown.append(ShownTheme(prefix, name, tuple(group)))
    return tuple(shown)


def _slug(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "-", text)


def _shown_finding(finding: Finding, number: int, anchor: str, outline: Outline, wording: Wording) -> ShownFinding:
    places = _places(finding.locations, anchor, outline, wording)
    hidden = len(places) - QUOTES_SHOWN
    return ShownFinding(
        finding=finding,
        number=number,
        anchor=anchor,
        judgement=judgement_text(finding, wording),
        places=places[:QUOTES_SHOWN],
        more_places=places[QUOTES_SHOWN:],
        more=wording.say("nog_plaatsen", plaatsen=wording.count(hidden, "plaats")) if hidden > 0 else "",
        absence="" if places else _absence(finding, outline, wording),
        citations=tuple(shown_citation(citation, wording) for citation in finding.legal_basis),
        falls_away=tuple(one_line(reason).rstrip(".;") for reason in finding.falls_away),
    )


def _absence(finding: Finding, outline: Outline, wording: Wording) -> str:
    if finding.belongs_under:
        return wording.say("hoort_thuis", kop=heading_text(finding.belongs_under, outline.title))
    return wording.say("zonder_plaats")


def _places(locations: Sequence[Location], anchor: str, outline: Outline, wording: Wording) -> tuple[ShownPlace, ...]:
    return tuple(
        ShownPlace(
            printable(location.quote),
            place_text(location, outline, wording),
            f"{anchor}-c{part}",
            printable(location.lead_in),
            location.is_cut,
        )
        for part, location in enumerate(locations, 1)
    )


def _coverage(
    report: Report, anchor: str, wording: Wording, themes: Mapping[str, str], shown: Sequence[ShownTheme]
) -> tuple[tuple[str, tuple[ShownRule, ...]], ...]:
    outline = outline_of(report.document)
    depends = wording.say("hangt_af_van")
    anchors: dict[str, str] = {}
    for theme in shown:
        for item in theme.findings:
            anchors.setdefault(item.finding.rule, item.anchor)

    def rule_of(outcome: Outcome) -> ShownRule:
        return ShownRule(
            rule=outcome.rule,
            title=one_line(report.titles.get(outcome.rule, "")) or outcome.rule,
            verdict=outcome.verdict,
            reason=as_sentence(one_line(outcome.reason).removeprefix(depends)),
            evidence=_places(outcome.evidence, f"{anchor}-{_slug(outcome.rule)}-b", outline, wording),
            anchor=anchors.get(outcome.rule, ""),
            questions=tuple(map(one_line, outcome.questions)),
        )

    outcomes = sorted(report.outcomes, key=lambda outcome: outcome.rule)
    return tuple(
        (name, tuple(rule_of(outcome) for outcome in outcomes if _prefix(outcome.rule) == prefix))
        for prefix, name in _grouped((outcome.rule for outcome in outcomes), themes, wording)
    )


def _verdict(report: Report, wording: Wording) -> tuple[str, ...]:
    if report.unreadable:
        return (one_line(report.unreadable), wording.say("onleesbaar_gevolg"))
    sentences = list(_finding_sentences(report, wording))
    verdicts = Counter(outcome.verdict for outcome in report.outcomes)
    if report.outcomes:
        rules = wording.count(len(report.outcomes), "regel")
        sentences.append(wording.say("regels_bekeken", regels=rules, zonder_bevinding=verdicts[Verdict.SATISFIED]))
    if number := verdicts[Verdict.DEPENDS]:
        sentences.append(wording.say("open_vragen", regels=wording.count(number, "regel")))
    for verdict in (Verdict.NOT_ASSESSABLE, Verdict.NOT_APPLICABLE):
        if number := verdicts[verdict]:
            key = f"{verdict}_een" if number == 1 else verdict
            sentences.append(wording.say(key, regels=wording.count(number, "regel")))
    return tuple(sentences)


def _finding_sentences(report: Report, wording: Wording) -> Iterable[str]:
    if not report.findings:
        yield wording.say("vonden_niets")
        return
    yield wording.say(
        "vonden",
        bevindingen=wording.count(len(report.findings), "bevinding"),
        ernst=severity_words(severity_counts(report.findings), wording),
    )
    kinds = Counter(finding.kind for finding in report.findings)
    words = [
        wording.say("ernst_deel", aantal=kinds[kind], ernst=wording.label("soort", kind))
        for kind in Kind
        if kinds[kind]
    ]
    yield wording.say("soorten", soorten=wording.listing(words))
