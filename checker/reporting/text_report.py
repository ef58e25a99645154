"""Writes an audit for a terminal or a plain file; no line is longer than the width asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.model import Audit, Severity, Verdict
from checker.reporting.places import one_line
from checker.reporting.presenting import (
    ShownDocument,
    ShownFinding,
    by_reason,
    present,
    severity_counts,
    severity_order,
    severity_words,
)
from checker.reporting.questions import questions_of
from checker.reporting.text_page import TextPage
from checker.reporting.wording import Wording

NARROWEST = 30
"""Below this width the lines are made for this width."""

_INDENT = 4
_STYLES: Mapping[str, str] = {Severity.HIGH: "bold red", Severity.MEDIUM: "yellow", Severity.LOW: "blue"}


def render_text(audit: Audit, wording: Wording, themes: Mapping[str, str], *, width: int, color: bool) -> str:
    """Return the audit as lines of at most `width` columns; without colour there is no escape code in it."""
    page = TextPage(max(width, NARROWEST), color=color)
    for shown in present(audit, wording, themes):
        _write_document(page, shown, wording)
    _write_summary(page, audit, wording)
    return page.text


def _write_document(page: TextPage, shown: ShownDocument, wording: Wording) -> None:
    report = shown.report
    page.write((shown.name, "bold"), (" — ", ""), (shown.policy_type, ""))
    if report.unreadable:
        page.write((wording.label("kop", "onleesbaar") + ".", "bold red"))
    for sentence in shown.verdict:
        page.write((sentence, ""))
    for warning in report.document.warnings:
        page.write((f"p. {warning.page}: " if warning.page is not None else "", ""), (warning.message, ""))
    page.rule()
    for item in sorted(shown.findings, key=lambda item: severity_order(item.finding)):
        _write_finding(page, item, wording)
    questions = questions_of(shown)
    if questions:
        page.write((wording.say("hangt_af_van"), "bold"))
        for question in questions:
            rules = ", ".join(rule.rule for rule in question.rules)
            page.write((question.text, ""), (" (", "dim"), (rules, "dim"), (")", "dim"), indent=_INDENT)
        page.gap()
    for verdict in (Verdict.NOT_ASSESSABLE, Verdict.NOT_APPLICABLE):
        _write_reasons(page, shown, verdict, wording)
    _write_foot(page, shown, wording)


def _write_reasons(page: TextPage, shown: ShownDocument, verdict: Verdict, wording: Wording) -> None:
    rules = shown.rules(verdict)
    if not rules:
        return
    page.write((f"{wording.label('kop', verdict)} ({wording.count(len(rules), 'regel')}):", "bold"))
    for reason, group in by_reason(rules):
        names = ", ".join(rule.rule for rule in group)
        page.write((reason, ""), (" (", "dim"), (names, "dim"), (")", "dim"), indent=_INDENT)
    page.gap()


def _write_foot(page: TextPage, shown: ShownDocument, wording: Wording) -> None:
    """What the assessment started from and with what it was made, so that it can be done again."""
    context, versions = shown.report.context, shown.report.versions
    page.write((wording.say("peildatum", datum=wording.date(context.reference_date)), "dim"))
    if not shown.report.unreadable:
        page.write((shown.type_sentence, "dim"))
        assumed = [f"{fact.name} ({fact.value})" for fact in shown.facts if fact.assumed]
        if assumed:
            page.write((wording.say("aangenomen_kort", feiten=wording.listing(assumed)), "dim"))
    page.write(
        (
            wording.say(
                "versies_kort",
                programma=versions.program,
                regelboek=versions.rulebook,
                taalmodel=versions.pipeline,
            ),
            "dim",
        )
    )
    page.gap()


def _write_finding(page: TextPage, item: ShownFinding, wording: Wording) -> None:
    finding = item.finding
    severity = wording.label("ernst", finding.severity).upper()
    page.write(
        (severity, _STYLES[finding.severity]), ("  ", ""), (finding.rule, "bold"), ("  ", ""), (finding.title, "bold")
    )
    certainty = f"{wording.label('naam', 'zekerheid').lower()}: {wording.label('zekerheid', finding.certainty)}"
    page.write((item.judgement, ""), (" ", ""), (f"({certainty})", ""), indent=_INDENT)
    _write_remark(page, wording.label("naam", "bevinding"), finding.message)
    for place in item.places:
        lead_in = f"{one_line(place.lead_in)} … " if place.lead_in else ""
        quote = (f"„{one_line(place.quote)}”", "italic")
        page.write((lead_in, "dim"), quote, (" …" if place.is_cut else "", "dim"), indent=_INDENT)
        page.write((place.where, "dim"), indent=_INDENT)
    if item.more:
        page.write((f"{item.more}: {'; '.join(where for where, _ in item.more_groups)}", "dim"), indent=_INDENT)
    if item.absence:
        page.write((item.absence, "dim"), indent=_INDENT)
    for label, text in _remarks(item, wording):
        _write_remark(page, label, text)
    page.gap()


def _write_remark(page: TextPage, label: str, text: str) -> None:
    if text:
        page.write((f"{label}:", "bold"), (" ", ""), (text, ""), indent=_INDENT)


def _remarks(item: ShownFinding, wording: Wording) -> Iterable[tuple[str, str]]:
    yield wording.label("naam", "waarom"), item.finding.why
    yield wording.label("kop", "advies"), item.finding.advice
    yield wording.label("naam", "wet"), "; ".join(citation.name for citation in item.citations)
    yield wording.label("naam", "besluit"), item.finding.decision or ""


def _write_summary(page: TextPage, audit: Audit, wording: Wording) -> None:
    findings = [finding for report in audit.reports for finding in report.findings]
    documents = wording.count(len(audit.reports), "document")
    counted = wording.count(len(findings), "bevinding")
    words = severity_words(severity_counts(findings), wording)
    key = "samenvatting" if findings else "samenvatting_zonder"
    page.write((wording.say(key, documenten=documents, bevindingen=counted, ernst=words), "bold"))
    unreadable = sum(1 for report in audit.reports if report.unreadable)
    if unreadable:
        page.write((wording.say("samenvatting_onleesbaar", documenten=wording.count(unreadable, "document")), "bold"))
    page.write((wording.say("geen_advies"), "dim"))
