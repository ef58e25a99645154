"""How many small damages of rules their own examples notice; prints figures, asserts nothing.

Run: python -m tests.bench.mutations [--size 60] [--seed 4] [--verbose]. The aim is 80 % of a random sample of changes:
a term, an exception, a force or an actor less, of each as many.
"""

from __future__ import annotations

import argparse
from collections import Counter

from checker.proving import Prover
from checker.resources import rules_folder
from checker.rulebook import load_rulebook
from checker.tagging import load_pipeline
from tests.builders import TODAY
from tests.mutations import KINDS, sample


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=60)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    rulebook = load_rulebook(rules_folder())
    prover = Prover(rulebook, load_pipeline(), TODAY)
    tried: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    for change in sample(rulebook, asked.size, asked.seed):
        seen = change.notice(prover)
        tried[change.kind] += 1
        noticed[change.kind] += seen
        if asked.verbose and not seen:
            print(f"{change.rule} zonder {change.kind}: {change.what}")
    for kind in KINDS:
        print(f"{kind:13} {noticed[kind]} van {tried[kind]}")
    print(f"{'samen':13} {sum(noticed.values())} van {sum(tried.values())}")


if __name__ == "__main__":
    main()
