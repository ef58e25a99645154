"""Writes an explanation as one self-contained HTML page; text of a policy is always escaped."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker.model import Verdict
from checker.reporting.explanation.gathering import Explanation
from checker.reporting.explanation.shown import SIGNALS, show
from checker.reporting.places import printable
from checker.reporting.wording import Wording
from checker.resources import reports_folder

_TEMPLATE = "uitleg.html.jinja"
_STYLESHEET = "uitleg.css"


def render_page(explanation: Explanation, wording: Wording) -> str:
    """Return one HTML page with the whole document in its order; it needs no network, no script and no other file."""
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
    page = environment.get_template(_TEMPLATE).render(
        uitleg=show(explanation, wording),
        document=explanation.document,
        versies=explanation.report.versions,
        wording=wording,
        zin=wording.say,
        woord=wording.label,
        tekens=wording.tables["teken_uitleg"],
        signalen=SIGNALS,
        zonder_bevinding=Verdict.SATISFIED,
        stylesheet=Markup((folder / _STYLESHEET).read_text(encoding="utf-8")),  # noqa: S704  our own file
    )
    return page.lstrip()  # macros leave empty lines before the doctype


def _finalized(value: object) -> object:
    """What a template prints: text loses characters that a browser may not show; markup of our own stays."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
