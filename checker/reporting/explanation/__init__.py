"""Explains one document: per clause what was read in it, and which rules report on it or keep silent because of it.

`gather` collects, `render_explanation` writes. Nothing here decides anything; the same input gives the same characters.
"""

from __future__ import annotations

from checker.errors import UsageError
from checker.reporting.explanation.gathering import Explanation, gather
from checker.reporting.explanation.html_page import render_page
from checker.reporting.explanation.json_output import explanation_schema, render_json
from checker.reporting.explanation.text_output import render_text
from checker.reporting.explanation.wording import explanation_wording

EXPLANATION_FORMATS = ("text", "html", "json")

__all__ = ["EXPLANATION_FORMATS", "Explanation", "explanation_schema", "gather", "render_explanation"]


def render_explanation(explanation: Explanation, chosen: str, *, width: int = 80, color: bool = False) -> str:
    """Return the explanation in one of `EXPLANATION_FORMATS`; `width` (columns) and `color` matter to text only.

    Raises: UsageError, for another format.
    """
    if chosen == "json":
        return render_json(explanation)
    wording = explanation_wording()
    if chosen == "html":
        return render_page(explanation, wording)
    if chosen == "text":
        return render_text(explanation, wording, width=width, color=color)
    raise UsageError(f'De vorm "{chosen}" bestaat niet.', fix=f"Kies uit: {', '.join(EXPLANATION_FORMATS)}.")
