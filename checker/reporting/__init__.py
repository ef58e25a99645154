"""Writes what an audit found: for people (text, HTML, Markdown) and for machines (JSON).

Nothing here decides anything; the same audit gives the same characters.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.errors import UsageError
from checker.model import Audit
from checker.reporting.html_report import render_html
from checker.reporting.json_report import render_json, report_schema
from checker.reporting.markdown_report import render_markdown
from checker.reporting.text_report import render_text
from checker.reporting.wording import load_wording

FORMATS = ("text", "html", "markdown", "json")

__all__ = ["FORMATS", "render", "report_schema"]


def render(
    audit: Audit,
    report_format: str,
    *,
    width: int = 80,
    color: bool = False,
    themes: Mapping[str, str] | None = None,
) -> str:
    """Return the audit in one of `FORMATS`.

    `width` (columns) and `color` matter to text only. `themes` gives a name to each rule prefix ("SAN" ->
    "Sancties"); these come first in the report, the prefixes of the fixed sentences follow.

    Raises: UsageError, for another format.
    """
    if report_format == "json":
        return render_json(audit)
    wording = load_wording()
    names = {**(themes or {}), **{key: name for key, name in wording.themes.items() if key not in (themes or {})}}
    if report_format == "text":
        return render_text(audit, wording, names, width=width, color=color)
    if report_format == "html":
        return render_html(audit, wording, names)
    if report_format == "markdown":
        return render_markdown(audit, wording, names)
    raise UsageError(f'De vorm "{report_format}" bestaat niet.', fix=f"Kies uit: {', '.join(FORMATS)}.")
