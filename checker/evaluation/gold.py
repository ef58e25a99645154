"""What annotators say about a clause corpus, with every text found back in the parsed document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model import SILENT_FLAGS, Actor, Document, Flag, Force

Span = tuple[int, int]


class Standing(StrEnum):
    """What an annotator says of a probe word: it is denied, excepted, or simply holds."""

    NEGATED = "ontkend"
    EXCEPTED = "uitgezonderd"
    HOLDS = "geldt"


@dataclass(frozen=True, slots=True)
class Probe:
    """A word that stands once in its clause, and what is said of it."""

    start: int
    end: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class GoldReference:
    """A reference to a law as read by a person; `law` is empty for one that the registry does not know."""

    start: int
    end: int
    law: str
    article: str
    member: str
    part: str


@dataclass(frozen=True, slots=True)
class GoldClause:
    """One clause as read by a person. Force and actor are None where the clause is silent."""

    start: int
    end: int
    force: Force | None
    actor: Actor | None
    flags: frozenset[Flag]
    probes: tuple[Probe, ...] = ()
    references: tuple[GoldReference, ...] = ()

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def is_silent(self) -> bool:
        return not self.flags.isdisjoint(SILENT_FLAGS)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A parsed document with its gold clauses in text order; `second` are those of a second reader."""

    name: str
    half: str
    """train or test; empty in a corpus without halves."""
    document: Document
    clauses: tuple[GoldClause, ...]
    second: tuple[GoldClause, ...] | None = None


@dataclass(frozen=True, slots=True)
class ClauseCorpus:
    """The documents of the half that was asked for, in the order of the file that fixes the halves."""

    name: str
    """As the user named the folder."""
    split: str
    documents: tuple[GoldDocument, ...]
