"""Short ways to tag a text and to look at what came of it."""

from __future__ import annotations

from checker.model import Clause, Concept, Flag, Rulebook, TaggedDocument
from checker.parsing import parse_text
from checker.tagging import Pipeline, Tagger


def read(tagger: Tagger, text: str) -> TaggedDocument:
    return tagger.tag(parse_text(text))


def last(tagger: Tagger, text: str) -> Clause:
    """The last clause of a text."""
    return read(tagger, text).clauses[-1]


def flags_of(tagger: Tagger, text: str) -> set[Flag]:
    """The flags of the last clause of a text."""
    return set(last(tagger, text).flags)


def flags_by_clause(tagger: Tagger, text: str, flag: Flag) -> list[bool]:
    """For each clause of a text, whether it has the flag."""
    return [flag in clause.flags for clause in read(tagger, text).clauses]


def words(tagged: TaggedDocument, clause: Clause) -> str:
    return tagged.document.text[clause.start : clause.end]


def tagger_for(pipeline: Pipeline, **terms: str) -> Tagger:
    """A tagger with only these concepts: name -> terms with a semicolon between."""
    concepts = {name: Concept(name, "betekenis", tuple(held.split("; "))) for name, held in terms.items()}
    return Tagger(Rulebook("test", {}, concepts, {}, {}), pipeline)
