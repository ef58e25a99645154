"""Clauses -> places with a quote, and the best section for a provision that is missing."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model import BlockKind, Clause, Location, TaggedDocument

MAX_QUOTE = 600
"""A longer clause is quoted up to here, at a word border; the quote stays a substring of the document."""


def locate(tagged: TaggedDocument, clauses: Iterable[int]) -> tuple[Location, ...]:
    """A place for each clause, in the order given, without doubles."""
    return tuple(_location(tagged, index) for index in dict.fromkeys(clauses))


def _location(tagged: TaggedDocument, index: int) -> Location:
    clause = tagged.clauses[index]
    block = tagged.document.blocks[clause.block]
    end = clause.end
    if end - clause.start > MAX_QUOTE:
        cut = tagged.document.text.rfind(" ", clause.start, clause.start + MAX_QUOTE)
        end = cut if cut > clause.start else clause.start + MAX_QUOTE
    quote = tagged.document.text[clause.start : end]
    return Location(
        quote, clause.start, end, block.page, clause.heading_path, _lead_in(tagged, clause), end < clause.end
    )


def _lead_in(tagged: TaggedDocument, clause: Clause) -> str:
    if clause.lead_in is None:
        return ""
    introducing = tagged.clauses[clause.lead_in]
    return tagged.document.text[introducing.start : introducing.end]


def best_section(tagged: TaggedDocument, concept: str) -> tuple[str, ...]:
    """Heading path of the first heading that mentions `concept`, else of the first clause that does; or nothing."""
    if not concept:
        return ()
    mentioned = sorted(mention.clause for mention in tagged.mentions if mention.concept == concept)
    document = tagged.document
    for index in mentioned:
        clause = tagged.clauses[index]
        block = document.blocks[clause.block]
        if block.kind is BlockKind.HEADING:
            number = f"{block.number} " if block.number else ""
            return (*clause.heading_path, f"{number}{document.text[block.start : block.end]}")
    for index in mentioned:
        clause = tagged.clauses[index]
        if not clause.is_silent and clause.heading_path:
            return clause.heading_path
    return ()
