"""Writes an audit as one self-contained HTML page; text of a policy is always escaped."""

from __future__ import annotations

from collections.abc import Mapping

from checker.model import Audit, Severity, Verdict
from checker.reporting.html_templates import fill_template
from checker.reporting.marking import MarkedBlock, mark_blocks, marks_of
from checker.reporting.presenting import ShownDocument, by_reason, present
from checker.reporting.questions import questions_of
from checker.reporting.wording import Wording

_TEMPLATE = "rapport.html.jinja"
_STYLESHEET = "rapport.css"


def render_html(audit: Audit, wording: Wording, themes: Mapping[str, str]) -> str:
    """Return one HTML page with every document; it needs no network, no script and no other file."""
    documents = present(audit, wording, themes)
    return fill_template(
        _TEMPLATE,
        _STYLESHEET,
        audit=audit,
        documents=documents,
        texts={shown.anchor: _text_of(shown) for shown in documents if not shown.report.unreadable},
        wording=wording,
        zin=wording.say,
        woord=wording.label,
        severities=tuple(Severity),
        verdicts=tuple(Verdict),
        vragen_van=questions_of,
        per_reden=by_reason,
    )


def _text_of(shown: ShownDocument) -> tuple[tuple[MarkedBlock, ...], frozenset[str]]:
    """The marked text, and the ids that really are in it: only to those may be linked."""
    blocks = mark_blocks(shown.report.document, marks_of(shown))
    anchors = frozenset(anchor for block in blocks for piece in block.pieces for anchor in piece.anchors)
    return blocks, anchors
