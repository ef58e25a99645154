"""What many tests share and is slow to make: the shipped rulebook and a loaded pipeline."""

from __future__ import annotations

import os

import pytest

from checker.audit import Auditor
from checker.model import Rulebook
from checker.resources import rules_folder
from checker.rulebook import load_rulebook
from checker.tagging import Pipeline, Tagger, load_pipeline

ASKED = os.environ.get("BELEIDSTOETS_TEST_PIPELINE", "auto")
"""As for --model: "auto", "embedded", the name of a package or a folder."""
_LOADED = pytest.StashKey[str]()


@pytest.fixture(scope="session")
def shipped_rulebook() -> Rulebook:
    return load_rulebook(rules_folder())


@pytest.fixture(scope="session")
def pipeline(request: pytest.FixtureRequest) -> Pipeline:
    loaded = load_pipeline(ASKED)
    request.config.stash[_LOADED] = loaded.name
    return loaded


@pytest.fixture(scope="session")
def auditor(shipped_rulebook: Rulebook, pipeline: Pipeline) -> Auditor:
    return Auditor(shipped_rulebook, pipeline)


@pytest.fixture(scope="session")
def tagger(shipped_rulebook: Rulebook, pipeline: Pipeline) -> Tagger:
    return Tagger.with_weights(shipped_rulebook, pipeline)


def pytest_report_header() -> str:
    return f"pipeline asked for: {ASKED}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The header is not shown with -q, this is: which pipeline the tests ran on."""
    if name := config.stash.get(_LOADED, None):
        terminalreporter.write_line(f"pipeline: {name} (asked for: {ASKED})")
