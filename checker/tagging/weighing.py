"""Weighs all words of a clause together, where no single word of norm settles its force or its actor.

A linear model over the words of the clause, of what introduces it, and over what the readers of cues and forms made
of it. Its weights were learned from the train half of `corpora/clauses` and from its practice sentences by
`python -m checker.evaluation.learning`; every decision can be taken apart into the words that carried it.
Multinomial logistic regression as in Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 4.4.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.model import Actor, Force
from checker.resources import force_model_file
from checker.tagging.forcing import Reading
from checker.tagging.matching import Token

if TYPE_CHECKING:
    import numpy as np

SIZE = 1 << 16
"""Number of weights per answer; features share one when their hashes are equal."""
_EMPTY_WORDS = frozenset(
    (
        "de het een dit deze die dat er op in van voor met aan bij door uit naar om te en of als dan ook wel zo "
        "hier daar wie wat hij zij hun zijn is < >"
    ).split()
)
"""They may weigh, but say nothing to who asks which words gave the force."""
_MOST_WORDS = 40
_MOST_CONTEXT = 14


@dataclass(frozen=True, slots=True)
class Feature:
    """Something about a clause that has a weight, and the words where it stands (None: not in its own words)."""

    number: int
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a clause: the question it answers and the heading above it, as words."""

    question: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgment:
    """What the weights make of a clause, how sure (0 to 1), and the words that carried the force most."""

    force: Force
    sureness: float
    actor: Actor
    actor_sureness: float
    cue: tuple[int, int] | None


@lru_cache(maxsize=200_000)
def _number(name: str) -> int:
    return zlib.crc32(name.encode("utf-8", "surrogatepass")) % SIZE


def features_of(tokens: Sequence[Token], own: int, reading: Reading, setting: Setting) -> tuple[Feature, ...]:
    """The features of a clause whose own words begin at `own`; each number at most once."""
    found: dict[int, Feature] = {}
    for feature in _all_features(tokens, own, reading, setting):
        found.setdefault(feature.number, feature)
    return tuple(found.values())


def _all_features(tokens: Sequence[Token], own: int, reading: Reading, setting: Setting) -> Iterator[Feature]:
    words = [token.folded for token in tokens[own : own + _MOST_WORDS]]
    if not words:
        return
    yield Feature(_number(f"length {min(len(words) // 6, 4)}"))
    yield Feature(_number("opens " + " ".join(words[:3])), own, own + min(len(words), 3) - 1)
    padded = ["<", *words, ">"]
    for place, word in enumerate(padded):
        first = min(max(own + place - 1, own), own + len(words) - 1)
        placed = None if word in _EMPTY_WORDS else first
        yield Feature(_number(f"word {word}"), placed, placed)
        for distance, name in ((1, "pair"), (2, "gap")):
            if place + distance < len(padded):
                last = min(max(own + place - 1 + distance, first), own + len(words) - 1)
                yield Feature(_number(f"{name} {word} {padded[place + distance]}"), first, last)
        if len(word) > 5:
            yield Feature(_number(f"end {word[-4:]}"), first, first)
            yield Feature(_number(f"start {word[:5]}"), first, first)
    for token in tokens[own : own + _MOST_WORDS]:
        yield Feature(_number(f"lemma {token.lemma}"))
        yield Feature(_number(f"lemma {token.folded}"))
    yield from _context(tokens, own, reading, setting)


def _context(tokens: Sequence[Token], own: int, reading: Reading, setting: Setting) -> Iterator[Feature]:
    for force in reading.forces:
        yield Feature(_number(f"read {force}"))
    yield Feature(_number(f"acts {reading.actor}"))
    yield Feature(_number(f"read {reading.forces[0]} acts {reading.actor}"))
    yield Feature(_number(f"cued {reading.forces[0]} {reading.cue is not None}"))
    if reading.outline.negations:
        yield Feature(_number("negated"))
    lead_in = [token.folded for token in tokens[max(own - _MOST_CONTEXT, 0) : own]]
    for name, words in (("led", lead_in), ("asked", setting.question), ("under", setting.heading)):
        for word in words[-_MOST_CONTEXT:]:
            yield Feature(_number(f"{name} {word}"))
        if words:
            yield Feature(_number(f"{name} by {tokens[own].folded if own < len(tokens) else ''}"))


class ForceModel:
    """The learned weights, read from their file. Made once; holds no state of a document."""

    def __init__(self, weights: Any, biases: Any, forces: Sequence[Force], actors: Sequence[Actor]) -> None:
        self._weights: np.ndarray[Any, Any] = weights
        self._biases: np.ndarray[Any, Any] = biases
        self._forces = tuple(forces)
        self._actors = tuple(actors)

    def judge(self, features: Sequence[Feature]) -> Judgment:
        """The likeliest force and actor of a clause with these features."""
        import numpy as np

        rows = self._weights[[feature.number for feature in features]].astype(np.float32)
        scores = rows.sum(axis=0) + self._biases
        count = len(self._forces)
        force, sureness = _likeliest(scores[:count])
        actor, actor_sureness = _likeliest(scores[count:])
        cue = _carrier(features, rows[:, force])
        return Judgment(self._forces[force], sureness, self._actors[actor], actor_sureness, cue)


def _likeliest(scores: Any) -> tuple[int, float]:
    """Place and chance (0 to 1) of the highest score."""
    import numpy as np

    chances = np.exp(scores - scores.max())
    best = int(chances.argmax())
    return best, float(chances[best] / chances.sum())


def _carrier(features: Sequence[Feature], weights: Any) -> tuple[int, int] | None:
    """The own words whose feature speaks most for the force."""
    best: tuple[float, int, int] | None = None
    for weight, feature in zip(weights, features, strict=True):
        if feature.first is None or feature.last is None or weight <= 0:
            continue
        if best is None or weight > best[0]:
            best = (float(weight), feature.first, feature.last)
    return (best[1], best[2]) if best else None


def load_force_model(path: Path | None = None) -> ForceModel:
    """The weights that ship with the program, or those in `path` (made by `checker.evaluation.learning`)."""
    import numpy as np

    with np.load(path or force_model_file(), allow_pickle=False) as held:
        return ForceModel(
            held["weights"],
            held["biases"].astype(np.float32),
            [Force(str(name)) for name in held["forces"]],
            [Actor(str(name)) for name in held["actors"]],
        )
