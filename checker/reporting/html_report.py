"""Writes an audit as one self-contained HTML page; text of a policy is always escaped."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker.model import Audit, Severity, Verdict
from checker.reporting.marking import MarkedBlock, mark_blocks, marks_of
from checker.reporting.places import printable
from checker.reporting.presenting import ShownDocument, by_reason, present
from checker.reporting.questions import questions_of
from checker.reporting.wording import Wording
from checker.resources import reports_folder

_TEMPLATE = "rapport.html.jinja"
_STYLESHEET = "rapport.css"


def render_html(audit: Audit, wording: Wording, themes: Mapping[str, str]) -> str:
    """Return one HTML page with every document; it needs no network, no script and no other file."""
    folder = reports_folder() / "templates"
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        finalize=_finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    documents = present(audit, wording, themes)
    page = environment.get_template(_TEMPLATE).render(
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
        stylesheet=Markup((folder / _STYLESHEET).read_text(encoding="utf-8")),  # noqa: S704  our own file
    )
    return page.lstrip()  # macros leave empty lines before the doctype


def _text_of(shown: ShownDocument) -> tuple[tuple[MarkedBlock, ...], frozenset[str]]:
    """The marked text, and the ids that really are in it: only to those may be linked."""
    blocks = mark_blocks(shown.report.document, marks_of(shown))
    anchors = frozenset(anchor for block in blocks for piece in block.pieces for anchor in piece.anchors)
    return blocks, anchors


def _finalized(value: object) -> object:
    """What a template prints: text loses characters that a browser may not show; markup of our own stays."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
