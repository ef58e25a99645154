"""Cuts the text of a clause where its tags begin and end, so that each stretch can be marked where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.reporting.places import printable

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch with one kind of mark; it may reach outside the text that is cut."""

    start: int
    end: int
    kind: str
    """cue, negated, excepted, concept, amount or reference."""
    label: str
    """What it is, in Dutch."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks."""

    text: str
    kinds: tuple[str, ...]
    """Without doubles, in the order of the layers."""
    label: str
    """What the marks say, joined; empty without marks."""


def cut(text: str, start: int, end: int, layers: Sequence[Layer]) -> tuple[Piece, ...]:
    """The pieces of `text[start:end]`, in order; layers may overlap, and what lies outside is left out."""
    inside = [(max(layer.start, start), min(layer.end, end), layer) for layer in layers]
    inside = [item for item in inside if item[0] < item[1]]
    borders = sorted({start, end, *(item[0] for item in inside), *(item[1] for item in inside)})
    pieces = []
    for begin, stop in pairwise(borders):
        covering = [layer for first, last, layer in inside if first <= begin and stop <= last]
        kinds = tuple(dict.fromkeys(layer.kind for layer in covering))
        label = "; ".join(dict.fromkeys(layer.label for layer in covering))
        pieces.append(Piece(printable(text[begin:stop]), kinds, label))
    return tuple(pieces)


def quoted(text: str, start: int, end: int, homes: Iterable[Span]) -> str:
    """The words from `start` up to `end` that lie in one of the stretches, " … " where they skip from one to another.

    A concept may begin in the sentence that introduces a list and end in an item far below it.
    """
    parts = [text[max(start, first) : min(end, last)] for first, last in sorted(homes) if start < last and first < end]
    return " … ".join(" ".join(part.split()) for part in parts) or " ".join(text[start:end].split())
