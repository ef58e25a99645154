"""Puts the steps of tagging together for one document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.model import (
    SILENT_FLAGS,
    Actor,
    Amount,
    BlockKind,
    Clause,
    Document,
    Flag,
    Force,
    Mention,
    Rulebook,
    TaggedDocument,
)
from checker.tagging.amounts import find_amounts
from checker.tagging.excepting import NEGATING
from checker.tagging.flagging import flag_segments
from checker.tagging.forcing import Reading, harden_advice, is_policy_wide_sanction, read_force
from checker.tagging.matching import Hit, Lexicon, Token
from checker.tagging.negating import spans_of
from checker.tagging.own_references import find_own_references
from checker.tagging.pipeline import Pipeline
from checker.tagging.referencing import ReferenceReader
from checker.tagging.segmenting import Segment, segment
from checker.tagging.weighing import Feature, ForceModel, Judgment, Setting, features_of, load_force_model

_RARE_ACTORS = frozenset(Actor) - {Actor.EMPLOYEE, Actor.EMPLOYER, Actor.UNKNOWN}
_PLAIN_FORCES = frozenset([Force.PROHIBITION, Force.SANCTION, Force.RIGHT, Force.PURPOSE, Force.DEFINITION])
"""Their cues are nearly always right, also where the weights disagree."""
_SURE_OF_ACCUSATION = {Force.PROHIBITION: 0.4, Force.SANCTION: 0.6}
"""Chance that a ban or sanction needs when only the weights see it. In 24 real regulations the sanctions that they saw
with less were false nearly always."""
_SURE_OF_PROMISE = 0.8
"""Chance that a promise needs where an employee is named who does not do something."""
_BINDING = frozenset([Force.PROHIBITION, Force.DUTY, Force.ADVICE, Force.RIGHT])
_SURE_OF_ACTOR = 0.6
"""Below this chance a rare actor who is named as subject wins: the weights have seen few of them."""
_DEEPEST = 12
"""Lists within lists that are read with all that introduces them."""
_THEN_WITHIN = 3
"""Among so many first words "dan" says that the question before was a condition."""
_MOST_LEAD_IN = 400
"""The last words of a lead-in that are read with each of its items."""


@dataclass(frozen=True, slots=True)
class _Read:
    """One clause while it is tagged: its tokens (lead-in first), where its own begin, and what was found."""

    tokens: Sequence[Token]
    own: int
    hits: Sequence[Hit]
    reading: Reading
    features: tuple[Feature, ...] = ()
    """What the learned weights look at; empty for a silent clause."""


class Tagger:
    """Tags documents with the concepts of one rulebook. Made once; holds no state of a document."""

    def __init__(self, rulebook: Rulebook, pipeline: Pipeline, model: ForceModel | None = None) -> None:
        """`model` holds the learned weights; without it words of norm and the form of the sentence decide alone."""
        self._lexicon = Lexicon(rulebook)
        self._references = ReferenceReader(rulebook.laws)
        self._pipeline = pipeline
        self._model = model

    @classmethod
    def with_weights(cls, rulebook: Rulebook, pipeline: Pipeline) -> Tagger:
        """A tagger with the learned weights that ship: the one that audits use."""
        return cls(rulebook, pipeline, load_force_model())

    def tag(self, document: Document) -> TaggedDocument:
        """The clauses, mentions, amounts and references of `document`, in text order."""
        segments, flags, reads = self._reads(document)
        hardened = _threatens_the_whole_policy(reads, flags)
        if self._model is not None:
            reads = [_weighed(read, self._model) if read.features else read for read in reads]
        clauses = self._clauses(document, segments, flags, reads, hardened=hardened)
        mentions = [
            mention
            for index, read in enumerate(reads)
            for mention in _with_condition(
                _mentions(index, clauses[index], read), _condition_of(index, segments, flags, reads), index
            )
        ]
        amounts: list[Amount] = []
        for clause in clauses:
            amounts.extend(find_amounts(document.text[clause.start : clause.end], clause.index, clause.start))
        amounts.sort(key=lambda amount: (amount.start, amount.end, amount.quantity))
        references = [
            reference
            for clause in clauses
            for reference in self._references.find(document.text[clause.start : clause.end], clause.index, clause.start)
        ]
        return TaggedDocument(
            document,
            tuple(clauses),
            tuple(mentions),
            tuple(amounts),
            self._pipeline.name,
            tuple(references),
            tuple(find_own_references(document, clauses, references)),
        )

    def terms_in(self, document: Document) -> frozenset[tuple[str, str]]:
        """Each concept with each of its terms that matches somewhere in `document`, silent text included."""
        _, _, reads = self._reads(document)
        return frozenset((hit.concept, hit.term) for read in reads for hit in read.hits)

    def features(self, document: Document) -> Iterator[tuple[int, int, tuple[Feature, ...]]]:
        """Start, end and features of each clause that is not silent: what the weights are learned from."""
        segments, _, reads = self._reads(document)
        for part, read in zip(segments, reads, strict=True):
            yield part.start, part.end, read.features

    def _reads(self, document: Document) -> tuple[list[Segment], list[set[Flag]], list[_Read]]:
        segments = segment(document)
        tokens = self._tokens(document, segments)
        own_hits = [self._lexicon.find(part) for part in tokens]
        segments = _without_idle_headings(document, segments, own_hits)
        flags = flag_segments(document, segments, [frozenset(hit.concept for hit in hits) for hits in own_hits])
        reads = [self._read(index, segments, tokens, own_hits) for index in range(len(segments))]
        settings = _settings(document, segments, tokens, flags)
        reads = [
            replace(read, features=features_of(read.tokens, read.own, read.reading, settings[index]))
            if SILENT_FLAGS.isdisjoint(flags[index])
            else read
            for index, read in enumerate(reads)
        ]
        return segments, flags, reads

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
        for _ in range(_DEEPEST):
            if lead_in is None:
                break
            before = [*tokens[lead_in], *before][-_MOST_LEAD_IN:]
            lead_in = segments[lead_in].lead_in
        together = [*before, *tokens[index]]
        hits = self._lexicon.find(together) if before else own_hits[index]
        return _Read(together, len(before), hits, read_force(together, len(before), hits))

    def _clauses(
        self,
        document: Document,
        segments: Sequence[Segment],
        flags: Sequence[set[Flag]],
        reads: Sequence[_Read],
        *,
        hardened: bool,
    ) -> list[Clause]:
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
                cue=_cue(read),
                negated=spans_of(read.tokens, read.reading.negated, read.own),
                excepted=spans_of(read.tokens, read.reading.excepted, read.own),
            )
            if (
                hardened
                and any(hit.concept == "strekking_vermijding" for hit in read.hits)
                and Force.ADVICE in clause.forces
            ):
                clause = replace(clause, forces=harden_advice(clause.forces))
            clauses.append(clause)
        return clauses


def _threatens_the_whole_policy(reads: Sequence[_Read], flags: Sequence[set[Flag]]) -> bool:
    """Whether words of norm (weights alone do not count) put a sanction on breach of the whole policy."""
    return any(
        is_policy_wide_sanction(read.reading.forces, marks, {hit.concept for hit in read.hits})
        for read, marks in zip(reads, flags, strict=True)
    )


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


def _condition_of(
    index: int, segments: Sequence[Segment], flags: Sequence[set[Flag]], reads: Sequence[_Read]
) -> _Read | None:
    """The question before a clause that is its condition: "Word je lastiggevallen? Bel dan de vertrouwenspersoon."

    Such a question asks nothing: it says "als". It stands in the same block, and "dan" opens what follows.
    """
    if not index or Flag.QUESTION not in flags[index - 1] or segments[index - 1].block != segments[index].block:
        return None
    own = reads[index].tokens[reads[index].own :]
    return reads[index - 1] if "dan" in {token.folded for token in own[:_THEN_WITHIN]} else None


def _with_condition(mentions: list[Mention], condition: _Read | None, index: int) -> list[Mention]:
    """The mentions of a clause with those of the question that is its condition, one per concept."""
    if condition is None:
        return mentions
    own = {mention.concept for mention in mentions if not (mention.negated or mention.excepted)}
    added: dict[str, Mention] = {}
    for hit in condition.hits:
        if hit.first >= condition.own and hit.last not in condition.reading.negated and hit.concept not in own:
            start, end = condition.tokens[hit.first].start, condition.tokens[hit.last].end
            added.setdefault(hit.concept, Mention(hit.concept, index, start, end, hit.term))
    kept = [mention for mention in mentions if mention.concept not in added]
    return sorted([*kept, *added.values()], key=lambda mention: mention.concept)


def _holds_negation(term: str) -> bool:
    """Whether the term has its own negation: "zonder toestemming", "hoeft niet"."""
    return not (NEGATING | {"zonder"}).isdisjoint(re.findall(r"\w+", term))


def _cue(read: _Read) -> tuple[int, int] | None:
    """The characters of the words that give the main force."""
    if read.reading.cue is None:
        return None
    first, last = read.reading.cue
    return read.tokens[first].start, read.tokens[last].end


def _weighed(read: _Read, model: ForceModel) -> _Read:
    """The reading after all words were weighed; further forces stay when the cues gave the same main force or more."""
    judged = model.judge(read.features)
    forces = read.reading.forces
    main = forces[0] if _stands(read.reading, judged) else judged.force
    further = [force for force in forces if force is not main] if main in forces else []
    actor = read.reading.actor if _is_named(read.reading, main, judged) else judged.actor
    cue = read.reading.cue if main is forces[0] and read.reading.cue else judged.cue
    if main is Force.FACT:
        cue = None  # what asks, forbids or gives nothing has no words that do so
    return replace(read, reading=replace(read.reading, forces=(main, *further), actor=actor, cue=cue))


def _is_named(reading: Reading, main: Force, judged: Judgment) -> bool:
    """Whether the one who is named stands against the weights: a rare actor, or when they know nobody to bind."""
    if judged.actor is Actor.UNKNOWN and main in _BINDING:
        return reading.actor is not Actor.UNKNOWN
    return reading.actor in _RARE_ACTORS and judged.actor_sureness < _SURE_OF_ACTOR


def _stands(reading: Reading, judged: Judgment) -> bool:
    """Whether the reading of cues and form stands against the weights.

    Words that forbid, punish or give a right are plain; and a ban or a sanction that only the weights see, and not
    surely, would accuse falsely.
    """
    if reading.cue is not None and reading.forces[0] in _PLAIN_FORCES:
        return True
    if judged.force is Force.PROMISE and reading.actor is Actor.EMPLOYEE and reading.forces[0] is Force.PROHIBITION:
        return judged.sureness < _SURE_OF_PROMISE  # "De leden vervullen geen nevenfuncties"
    return judged.sureness < _SURE_OF_ACCUSATION.get(judged.force, 0.0)


def _settings(
    document: Document, segments: Sequence[Segment], tokens: Sequence[Sequence[Token]], flags: Sequence[set[Flag]]
) -> list[Setting]:
    """What stands around each clause: a question just before it, and the words of the nearest heading or label."""
    settings: list[Setting] = []
    question: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    for index, part in enumerate(segments):
        settings.append(Setting(question, heading))
        words = tuple(token.folded for token in tokens[index])
        if Flag.HEADING in flags[index] and document.blocks[part.block].kind is not BlockKind.CELL:
            heading = words
        question = words if Flag.QUESTION in flags[index] else ()
    return settings
