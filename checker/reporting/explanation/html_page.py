"""Writes an explanation as one self-contained HTML page; text of a policy is always escaped."""

from __future__ import annotations

from checker.model import Verdict
from checker.reporting.explanation.gathering import Explanation
from checker.reporting.explanation.shown import SIGNALS, show
from checker.reporting.html_templates import fill_template
from checker.reporting.wording import Wording

_TEMPLATE = "uitleg.html.jinja"
_STYLESHEET = "uitleg.css"


def render_page(explanation: Explanation, wording: Wording) -> str:
    """Return one HTML page with the whole document in its order; it needs no network, no script and no other file."""
    return fill_template(
        _TEMPLATE,
        _STYLESHEET,
        uitleg=show(explanation, wording),
        document=explanation.document,
        versies=explanation.report.versions,
        wording=wording,
        zin=wording.say,
        woord=wording.label,
        tekens=wording.tables["teken_uitleg"],
        signalen=SIGNALS,
        zonder_bevinding=Verdict.SATISFIED,
    )
