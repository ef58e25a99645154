"""Every test here runs the program in-process, with a small rulebook, one loaded pipeline and its own folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

import checker.tagging
from checker import resources
from checker.cli.main import app
from checker.tagging import Pipeline, load_pipeline
from tests.cli.small_rulebook import BAD_POLICY, GOOD_POLICY, UNEVALUATED_POLICY, write_rulebook

Run = Callable[..., "object"]


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load_pipeline("embedded")


@pytest.fixture(scope="session")
def rules_folder(tmp_path_factory) -> Path:
    return write_rulebook(tmp_path_factory.mktemp("regels") / "rules")


@pytest.fixture
def folder(tmp_path, monkeypatch, rules_folder, pipeline) -> Path:
    """The current folder of the test, with three policies: good.md, bad.md and unevaluated.md."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(resources, "rules_folder", lambda: rules_folder)
    monkeypatch.setattr(checker.tagging, "load_pipeline", lambda model="auto": pipeline)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name, text in (("good", GOOD_POLICY), ("bad", BAD_POLICY), ("unevaluated", UNEVALUATED_POLICY)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder):
    """Runs the program with the words of a line, or with arguments as they are."""
    runner = CliRunner()

    def invoke(line: str = "", *more: str):
        return runner.invoke(app, [*line.split(), *more], prog_name="beleidstoets")

    return invoke
