"""Do the examples of a rule notice when the rule is damaged?"""

from __future__ import annotations

from collections import Counter

import pytest

from checker.model import Rulebook
from checker.proving import Prover
from checker.tagging import Pipeline
from tests.builders import TODAY
from tests.mutations import sample

NOTICED_AT_LEAST = {"uitzondering": 0.95, "term": 0.25}
"""Measured: every exception, about 40 % of terms, about 20 % of single forces and actors (15 changes of each). The aim
is 80 % of all. Terms are alternatives of one another, and most lists of forces are wide on purpose, because the force
of an unseen sentence is often read wrongly: an example for each would prove the list, not the rule."""


@pytest.mark.pipeline
def test_a_damaged_rule_is_noticed_by_its_own_examples(shipped_rulebook: Rulebook, pipeline: Pipeline) -> None:
    prover = Prover(shipped_rulebook, pipeline, TODAY)
    tried: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    for mutation in sample(shipped_rulebook, 50, seed=4):
        tried[mutation.kind] += 1
        noticed[mutation.kind] += mutation.notice(prover)
    shares = {kind: noticed[kind] / tried[kind] for kind in NOTICED_AT_LEAST}
    assert all(shares[kind] >= least for kind, least in NOTICED_AT_LEAST.items()), shares
