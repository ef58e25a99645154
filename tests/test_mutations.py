"""Do the examples of a rule notice when the rule is damaged?"""

from __future__ import annotations

import pytest

from checker.model import Rulebook
from checker.proving import Prover
from checker.tagging import Pipeline
from tests.builders import TODAY
from tests.mutations import sample


@pytest.mark.pipeline
def test_a_rule_without_one_of_its_exceptions_is_noticed_by_its_own_examples(
    shipped_rulebook: Rulebook, pipeline: Pipeline
) -> None:
    """What of terms, forces and actors is noticed, `python -m tests.bench.mutations` measures."""
    prover = Prover(shipped_rulebook, pipeline, TODAY)
    exceptions = [change for change in sample(shipped_rulebook, 50, seed=4) if change.kind == "uitzondering"]
    assert [(change.rule, change.what) for change in exceptions if not change.notice(prover)] == []
