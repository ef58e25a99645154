"""Writes an audit as Markdown (CommonMark with tables); text of a policy never becomes markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from markupsafe import Markup

from checker.model import Audit, Severity, Verdict
from checker.reporting.html_templates import template_environment
from checker.reporting.places import one_line
from checker.reporting.presenting import by_reason, present
from checker.reporting.questions import questions_of
from checker.reporting.wording import Wording

_TEMPLATE = "rapport.md.jinja"

_SPECIAL = re.compile(r"[\\`*_\[\]~^$]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "#": "&#35;", "@": "&#64;"})
"""Characters that a backslash does not tame everywhere (tables, raw HTML, mentions on a code host)."""
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
_LEADING = re.compile(r"^(?:([-+=])|(\d+)([.)]))")


def render_markdown(audit: Audit, wording: Wording, themes: Mapping[str, str]) -> str:
    """Return the audit as Markdown, compact, with a table of counts and every finding."""
    environment = template_environment(_finalized)
    environment.filters["adres"] = markdown_address
    text = environment.get_template(_TEMPLATE).render(
        audit=audit,
        documents=present(audit, wording, themes),
        wording=wording,
        zin=wording.say,
        woord=wording.label,
        severities=tuple(Severity),
        verdicts=tuple(Verdict),
        vragen_van=questions_of,
        per_reden=by_reason,
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def escape_markdown(text: str) -> str:
    """Return text on one line that reads as plain text in Markdown, also in a table and at the start of a line."""
    line = _AUTOLINK.sub(_broken_link, _SPECIAL.sub(r"\\\g<0>", one_line(text).translate(_ENTITIES)))
    return _LEADING.sub(lambda found: f"{found[2] or ''}\\{found[1] or found[3]}", line)


def markdown_address(url: str) -> Markup:
    """A web address between angle brackets; characters that would end it or a table cell are percent-encoded."""
    return Markup(quote(url, safe="/:?#&=%+,;@!~-._()*'"))  # noqa: S704  encoded here


def _broken_link(found: re.Match[str]) -> str:
    return f"{found[1]}&#58;" if found[1] else f"{found[3]}&#46;"


def _finalized(value: object) -> object:
    """What a template prints: markup of our own stays, everything else is escaped."""
    return value if isinstance(value, Markup) else Markup(escape_markdown(str(value)))  # noqa: S704  escaped here
