"""Short ways to make a tagged document with real places, and to build the findings on it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.findings import build_findings
from checker.model import (
    Amount,
    Block,
    BlockKind,
    Clause,
    Context,
    Document,
    Finding,
    Match,
    Mention,
    Outcome,
    Rule,
    Rulebook,
    TaggedDocument,
)
from checker.rulebook import applicability
from tests.builders import context, rulebook


def document(*sentences: str, mentions: Sequence[Mention] = (), amounts: Sequence[Amount] = ()) -> TaggedDocument:
    """Each sentence is a clause and a block of its own; one that starts with "# " is a heading, without the mark."""
    text, blocks, clauses = "", [], []
    path: tuple[str, ...] = ()
    for index, sentence in enumerate(sentences):
        is_heading = sentence.startswith("# ")
        words = sentence.removeprefix("# ")
        start = len(text)
        kind = BlockKind.HEADING if is_heading else BlockKind.BODY
        above = () if is_heading else path
        blocks.append(Block(kind, start, start + len(words), page=index + 1, heading_path=above))
        clauses.append(Clause(index, start, start + len(words), index, heading_path=above))
        path = (words,) if is_heading else path
        text += words + "\n\n"
    made = Document("proef.md", "proef.md", "0" * 64, "text/markdown", text, tuple(blocks))
    return TaggedDocument(made, tuple(clauses), tuple(mentions), tuple(amounts), "test 0")


def report(*clauses: int, rule: str = "TST-001", values: tuple[int, ...] = ()) -> Match:
    return Match(rule, "report", clauses, values=values)


def build(
    rule: Rule,
    tagged: TaggedDocument,
    *matches: Match,
    here: Context | None = None,
    book: Rulebook | None = None,
) -> tuple[Finding | None, Outcome]:
    """The finding, if any, and the outcome of one rule."""
    held = book or rulebook([rule])
    asked = here or context()
    applies = {rule.id: applicability(rule, asked, held)}
    findings, (outcome,) = build_findings(tagged, matches, held, asked, applies)
    return (findings[0] if findings else None), outcome
