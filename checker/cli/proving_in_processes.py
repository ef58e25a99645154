"""Proves rules in several processes, each with a rulebook and a pipeline of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from checker.cli.preparing import load_rules
from checker.proving import Proof, Prover
from checker.tagging import load_pipeline

_provers: list[Prover] = []
"""The one prover of a worker."""


def prove_in_processes(
    folders: Sequence[str] | None, model: str, day: dt.date, rule_ids: Sequence[str], workers: int
) -> Iterator[Proof]:
    """A proof of each rule, in the order asked, made by so many processes."""
    start = get_context("spawn")
    with ProcessPoolExecutor(workers, start, _make_prover, (folders, model, day)) as pool:
        yield from pool.map(_prove, rule_ids)


def _make_prover(folders: Sequence[str] | None, model: str, day: dt.date) -> None:
    _provers.append(Prover(load_rules(folders), load_pipeline(model), day))


def _prove(rule_id: str) -> Proof:
    return next(_provers[0].prove([rule_id]))
