"""The fixed sentences of the explanation, beside those of the report (`reports/teksten/uitleg.<language>.toml`)."""

from __future__ import annotations

from functools import cache

from checker.reporting.wording import Wording, load_wording


@cache
def explanation_wording(language: str = "nl") -> Wording:
    """Return the sentences of both; where both have a key, that of the explanation. Read once."""
    shared = load_wording(language).tables
    own = load_wording(f"uitleg.{language}").tables
    return Wording({**shared, **{name: {**shared.get(name, {}), **table} for name, table in own.items()}})
