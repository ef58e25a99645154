"""What many tests share and is slow to make: the shipped rulebook and a loaded pipeline."""

from __future__ import annotations

import pytest

from checker.audit import Auditor
from checker.model import Rulebook
from checker.resources import rules_folder
from checker.rulebook import load_rulebook
from checker.tagging import Pipeline, Tagger, load_pipeline


@pytest.fixture(scope="session")
def shipped_rulebook() -> Rulebook:
    return load_rulebook(rules_folder())


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.fixture(scope="session")
def auditor(shipped_rulebook: Rulebook, pipeline: Pipeline) -> Auditor:
    return Auditor(shipped_rulebook, pipeline)


@pytest.fixture(scope="session")
def tagger(shipped_rulebook: Rulebook, pipeline: Pipeline) -> Tagger:
    return Tagger.with_weights(shipped_rulebook, pipeline)
