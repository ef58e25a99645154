"""Puts the steps of tagging together for one document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.model import Amount, BlockKind, Clause, Document, Flag, Force, Mention, Rulebook, TaggedDocument
from checker.tagging.amounts import find_amounts
from checker.tagging.flagging import flag_segments
from checker.tagging.forcing import Reading, harden_advice, is_policy_wide_sanction, read_force
from checker.tagging.matching import Hit, Lexicon, Token
from checker.tagging.pipeline import Pipeline
from checker.tagging.segmenting import Segment, segment

_NEGATING = frozenset({"niet", "geen", "zonder", "nooit", "niets"})


@dataclass(frozen=True, slots=True)
class _Read:
    """One clause while it is tagged: its tokens (lead-in first), where its own begin, and what was found."""

    tokens: Sequence[Token]
    own: int
    hits: Sequence[Hit]
    reading: Reading


class Tagger:
    """Tags documents with the concepts of one rulebook. Made once; holds no state of a document."""

    def __init__(self, rulebook: Rulebook, pipeline: Pipeline) -> None:
        self._lexicon = Lexicon(rulebook)
        self._pipeline = pipeline

    def tag(self, document: Document) -> TaggedDocument:
        """The clauses, mentions and amounts of `document`, in text order."""
        segments = segment(document)
        tokens = self._tokens(document, segments)
        own_hits = [self._lexicon.find(part) for part in tokens]
        segments = _without_idle_headings(document, segments, own_hits)
        flags = flag_segments(document, segments, [frozenset(hit.concept for hit in hits) for hits in own_hits])
        reads = [self._read(index, segments, tokens, own_hits) for index in range(len(segments))]
        clauses = self._clauses(document, segments, flags, reads)
        mentions = [mention for index, read in enumerate(reads) for mention in _mentions(index, clauses[index], read)]
        amounts: list[Amount] = []
        for clause in clauses:
            amounts.extend(find_amounts(document.text[clause.start : clause.end], clause.index, clause.start))
        amounts.sort(key=lambda amount: (amount.start, amount.end, amount.quantity))
        return TaggedDocument(document, tuple(clauses), tuple(mentions), tuple(amounts), self._pipeline.name)

    def _tokens(self, document: Document, segments: Sequence[Segment]) -> list[list[Token]]:
        """The tokens of each segment; the pipeline reads one segment at a time."""
        texts = [document.text[part.start : part.end] for part in segments]
        words = self._pipeline.read(texts)
        return [
            self._lexicon.tokens(text, read, part.start)
            for text, read, part in zip(texts, words, segments, strict=True)
        ]

    def _read(
        self, index: int, segments: Sequence[Segment], tokens: Sequence[list[Token]], own_hits: Sequence[list[Hit]]
    ) -> _Read:
        """The clause together with the sentence that introduces its list, read as one."""
        before: list[Token] = []
        lead_in = segments[index].lead_in
        while lead_in is not None:
            before = [*tokens[lead_in], *before]
            lead_in = segments[lead_in].lead_in
        together = [*before, *tokens[index]]
        hits = self._lexicon.find(together) if before else own_hits[index]
        return _Read(together, len(before), hits, read_force(together, len(before), hits))

    def _clauses(
        self, document: Document, segments: Sequence[Segment], flags: Sequence[set[Flag]], reads: Sequence[_Read]
    ) -> list[Clause]:
        hardened = any(
            is_policy_wide_sanction(read.reading.forces, marks, {hit.concept for hit in read.hits})
            for read, marks in zip(reads, flags, strict=True)
        )
        clauses = []
        for index, (part, read) in enumerate(zip(segments, reads, strict=True)):
            block = document.blocks[part.block]
            clause = Clause(
                index=index,
                start=part.start,
                end=part.end,
                block=part.block,
                lead_in=part.lead_in,
                list_id=part.list_id,
                section=part.section,
                heading_path=block.heading_path,
                forces=read.reading.forces,
                actor=read.reading.actor,
                flags=tuple(flag for flag in Flag if flag in flags[index]),
            )
            if (
                hardened
                and any(hit.concept == "strekking_vermijding" for hit in read.hits)
                and Force.ADVICE in clause.forces
            ):
                clause = replace(clause, forces=harden_advice(clause.forces))
            clauses.append(clause)
        return clauses


def _without_idle_headings(
    document: Document, segments: Sequence[Segment], own_hits: Sequence[Sequence[Hit]]
) -> list[Segment]:
    """A heading introduces the list under it only when it orders or forbids ("Niet toegestaan")."""

    def introduces(lead_in: int) -> bool:
        part = segments[lead_in]
        if document.blocks[part.block].kind is not BlockKind.HEADING:
            return True
        ends_open = document.text[part.start : part.end].endswith(":")
        return ends_open or any(hit.concept == "kop_als_inleiding" for hit in own_hits[lead_in])

    return [
        part if part.lead_in is None or introduces(part.lead_in) else replace(part, lead_in=None) for part in segments
    ]


def _mentions(index: int, clause: Clause, read: _Read) -> list[Mention]:
    """One mention per concept: the plainest one, first in the text. A ban's own negation does not negate."""
    is_ban = Force.PROHIBITION in clause.forces
    best: dict[str, Mention] = {}
    for hit in read.hits:
        negated = not is_ban and hit.last in read.reading.negated and not _holds_negation(hit.term)
        mention = Mention(
            concept=hit.concept,
            clause=index,
            start=read.tokens[hit.first].start,
            end=read.tokens[hit.last].end,
            term=hit.term,
            negated=negated,
            excepted=hit.first in read.reading.excepted,
        )
        held = best.get(hit.concept)
        if held is None or ((held.negated or held.excepted) and not (mention.negated or mention.excepted)):
            best[hit.concept] = mention
    return [best[name] for name in sorted(best)]


def _holds_negation(term: str) -> bool:
    """Whether the term has its own negation: "zonder toestemming", "hoeft niet"."""
    return not _NEGATING.isdisjoint(re.findall(r"\w+", term))
