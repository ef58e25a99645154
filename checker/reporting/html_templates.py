"""Fills the HTML templates in `reports/templates`; text of a policy is always escaped."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker.reporting.places import printable
from checker.resources import reports_folder


def template_environment(finalize: Callable[[object], object]) -> Environment:
    """Where the templates of `reports/templates` are filled; `finalize` makes text safe for the kind of page."""
    return Environment(
        loader=FileSystemLoader(reports_folder() / "templates"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def fill_template(template: str, stylesheet: str, **values: object) -> str:
    """One page from a template, its stylesheet inside; `values` are what the template asks for, `stylesheet` aside.

    Raises: jinja2.UndefinedError when the template asks for what is not there.
    """
    folder = reports_folder() / "templates"
    environment = template_environment(_finalized)
    styles = Markup((folder / stylesheet).read_text(encoding="utf-8"))  # noqa: S704  our own file
    page = environment.get_template(template).render(**values, stylesheet=styles)
    return page.lstrip()  # macros leave empty lines before the doctype


def _finalized(value: object) -> object:
    """What a template prints: text loses characters that a browser may not show; markup of our own stays."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
