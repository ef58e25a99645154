"""A page for each rule, in Markdown or HTML, made from the rule files: what they mean with good and bad examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment
from markdown_it import MarkdownIt
from markupsafe import Markup

from checker.model import Rulebook
from checker.reporting.html_templates import fill_template, template_environment
from checker.reporting.markdown_report import escape_markdown, markdown_address
from checker.reporting.reading_aloud import tell

PAGE_FORMATS = ("markdown", "html")
INDEX = "LEESMIJ"
"""Name of the page that lists all rules."""


def rule_pages(rulebook: Rulebook, page_format: str) -> Iterator[tuple[str, str]]:
    """File name and content of each page, the list of rules first; the same rules give the same bytes."""
    pages = {INDEX: ("De regels van Beleidstoets", _list_page(rulebook))}
    pages |= {rule.id: (f"{rule.id}: {rule.title}", _rule_page(rulebook, rule.id)) for rule in rulebook.rules.values()}
    for name, (title, text) in pages.items():
        yield (f"{name}.md", text) if page_format == "markdown" else (f"{name}.html", _as_html(title, text))


def _environment() -> Environment:
    made = template_environment(_escaped)
    made.filters["adres"] = markdown_address
    return made


def _escaped(value: object) -> object:
    return Markup(escape_markdown(value)) if isinstance(value, str) else value  # noqa: S704  escaped for Markdown


def _rule_page(rulebook: Rulebook, rule_id: str) -> str:
    rule = rulebook.rules[rule_id]
    text = _environment().get_template("regel.md.jinja").render(rule=rule, told=tell(rule, rulebook))
    return re.sub(r"\n{3,}", "\n\n", text)


def _list_page(rulebook: Rulebook) -> str:
    return _environment().get_template("regels.md.jinja").render(rules=tuple(rulebook.rules.values()))


def _as_html(title: str, text: str) -> str:
    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    body = re.sub(r'(<a href="[A-Z0-9-]+)\.md"', r'\1.html"', body)
    return fill_template("regel.html.jinja", "regel.css", title=title, body=Markup(body))  # noqa: S704  our own Markdown
