"""Which clauses are silent, and why: headings, contents, quotations, bad examples, wrapper text, history, questions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from checker.model import BlockKind, Document, Flag
from checker.tagging import defining, shapes
from checker.tagging.segmenting import Segment
from checker.tagging.tables import header_cells, tables

CONCEPT_FLAGS: Mapping[str, Flag] = {
    "kenmerk_omlijsting": Flag.WRAPPER,
    "kenmerk_fout_voorbeeld": Flag.BAD_EXAMPLE,
    "kenmerk_historie": Flag.HISTORY,
    "kenmerk_citaat": Flag.QUOTATION,
}
"""A mention of the concept gives the clause the flag."""

HEADING_FLAGS: Mapping[str, Flag] = {
    "kenmerk_inhoudsopgave": Flag.CONTENTS,
    "kenmerk_begrippenkop": Flag.DEFINITION,
    "kenmerk_omlijstingskop": Flag.WRAPPER,
    "kenmerk_historiekop": Flag.HISTORY,
}
"""A mention in a heading gives the flag to what stands below it."""

_OF_A_HEADING = frozenset(
    {Flag.HEADING, Flag.WRAPPER, Flag.QUOTATION, Flag.FORM_FIELD, Flag.PLACEHOLDER, Flag.MARKUP_RESIDUE}
)
"""What a heading can be itself; the rest it only says of what stands below it."""

_WRAPPED_AT_ONCE = 2
"""The most clauses between two of the assistant's that become wrapper text without words of their own to show it."""


def flag_segments(
    document: Document, segments: Sequence[Segment], mentioned: Sequence[frozenset[str]]
) -> list[set[Flag]]:
    """The flags of each segment; `mentioned` holds the concepts that each segment itself mentions."""
    return _Flagger(document, segments, mentioned).run()


class _Flagger:
    def __init__(self, document: Document, segments: Sequence[Segment], mentioned: Sequence[frozenset[str]]) -> None:
        self._document = document
        self._segments = segments
        self._mentioned = mentioned
        self._headers = header_cells(document)
        self._texts = [document.text[segment.start : segment.end] for segment in segments]
        self._flags: list[set[Flag]] = []

    def run(self) -> list[set[Flag]]:
        self._flags = [self._own_flags(index) for index in range(len(self._segments))]
        self._inherit_from_labels()
        self._inherit_within_blocks()
        self._inherit_from_headings()
        self._inherit_from_lead_ins()
        self._inherit_from_version_tables()
        self._fill_the_wrapping()
        for index, flags in enumerate(self._flags):
            if self._is_heading(index):
                flags &= _OF_A_HEADING
        return self._flags

    def _is_heading(self, index: int) -> bool:
        segment = self._segments[index]
        kind = self._document.blocks[segment.block].kind
        if kind is BlockKind.HEADING:
            # A short line without a full stop may be read as a heading where it is one of a log or a signature.
            return not (shapes.is_version_line(self._texts[index]) or shapes.is_signature(self._texts[index]))
        return kind in (BlockKind.HEADER, BlockKind.FOOTER) or segment.is_label or segment.block in self._headers

    def _own_flags(self, index: int) -> set[Flag]:
        text, concepts = self._texts[index], self._mentioned[index]
        flags = {flag for concept, flag in CONCEPT_FLAGS.items() if concept in concepts}
        flags |= _flags_of_shape(text, concepts)
        if self._is_heading(index):
            flags.add(Flag.HEADING)
        if shapes.is_form_field(text):
            flags.add(Flag.FORM_FIELD)
            flags.discard(Flag.WRAPPER)
        elif shapes.is_contents_line(text):
            flags.add(Flag.CONTENTS)
        if "strekking_definitie" in concepts and not self._hides_a_norm(index):
            flags.add(Flag.DEFINITION)
        if shapes.has_placeholder(text) and Flag.QUOTATION not in flags:
            flags.add(Flag.PLACEHOLDER)
        return flags

    def _hides_a_norm(self, index: int) -> bool:
        above = self._segments[index - 1] if index else None
        follows_label = above is not None and above.is_label and above.block == self._segments[index].block
        label = self._texts[index - 1] if follows_label else ""
        return defining.hides_a_norm(self._texts[index], self._mentioned[index], label=label)

    def _give(self, index: int, flags: Collection[Flag]) -> None:
        """Flags from elsewhere; a definition that hides a norm does not become silent by the heading above it."""
        held = set(flags)
        if Flag.DEFINITION in held and self._hides_a_norm(index):
            held.discard(Flag.DEFINITION)
        self._flags[index] |= held

    def _inherit_from_labels(self) -> None:
        """ "Fout: Wat een dag. Die klant weer.": what follows a label is of the same sort, to the next good example."""
        for index, segment in enumerate(self._segments):
            inherited = self._flags[index] & {Flag.WRAPPER, Flag.BAD_EXAMPLE, Flag.HISTORY}
            if not segment.is_label or not inherited:
                continue
            for later in self._rest_of_block(index):
                if shapes.is_good_label(shapes.label_of(self._texts[later])):
                    break
                self._give(later, inherited)

    def _inherit_within_blocks(self) -> None:
        """A line of a log, or a signature, is so to its end: "2024-09: paragraaf erbij; datum hersteld."."""
        for index, segment in enumerate(self._segments):
            if segment.start != self._document.blocks[segment.block].start or self._is_heading(index):
                continue
            inherited = self._flags[index] & {Flag.HISTORY}
            if shapes.is_signature(self._texts[index]):
                inherited |= self._flags[index] & {Flag.WRAPPER}
            for later in self._rest_of_block(index) if inherited else ():
                self._give(later, inherited)

    def _rest_of_block(self, index: int) -> Sequence[int]:
        end = index + 1
        while end < len(self._segments) and self._segments[end].block == self._segments[index].block:
            end += 1
        return range(index + 1, end)

    def _inherit_from_headings(self) -> None:
        """What stands under a heading such as "Inhoudsopgave" or "Begrippen", to the next heading of its level."""
        reigning: list[tuple[int, Flag, bool]] = []
        for index, segment in enumerate(self._segments):
            block = self._document.blocks[segment.block]
            if block.kind is BlockKind.HEADING:
                reigning = [held for held in reigning if held[0] < block.level]
                is_mixed = defining.is_mixed_heading(self._texts[index])
                reigning += [
                    (block.level, flag, is_mixed and flag is Flag.DEFINITION)
                    for concept, flag in HEADING_FLAGS.items()
                    if concept in self._mentioned[index]
                ]
            is_entry = self._is_entry(index)
            self._give(
                index,
                {
                    flag
                    for _, flag, is_mixed in reigning
                    if flag is not Flag.DEFINITION or (defining.is_shaped(self._texts[index]) if is_mixed else is_entry)
                },
            )

    def _is_entry(self, index: int) -> bool:
        """Whether a clause can be an entry in a list of definitions: it opens a block, has the form, or goes on."""
        segment, text = self._segments[index], self._texts[index]
        opens = segment.start == self._document.blocks[segment.block].start
        follows_label = index > 0 and self._segments[index - 1].is_label
        return opens or follows_label or defining.is_shaped(text) or defining.goes_on(text)

    def _inherit_from_lead_ins(self) -> None:
        passed_on = {Flag.WRAPPER, Flag.BAD_EXAMPLE, Flag.HISTORY, Flag.DEFINITION}
        for index, segment in enumerate(self._segments):
            if segment.lead_in is not None:
                self._give(index, self._flags[segment.lead_in] & passed_on)

    def _inherit_from_version_tables(self) -> None:
        """The rows of a table whose header is "Versie | Datum | Wijziging", and nothing but such words."""
        by_block = {segment.block: self._mentioned[index] for index, segment in enumerate(self._segments)}
        logs: set[int] = set()
        for table in tables(self._document):
            header = [by_block.get(block, frozenset()) for block in table.header]
            names_versions = any("kenmerk_versiekolom" in concepts for concepts in header)
            if names_versions and all({"kenmerk_versiekolom", "kenmerk_logkolom"} & concepts for concepts in header):
                logs.update(table.body)
        for index, segment in enumerate(self._segments):
            if segment.block in logs:
                self._flags[index].add(Flag.HISTORY)

    def _fill_the_wrapping(self) -> None:
        """A chat assistant speaks before the first heading and after the last section, in one go.

        "Zo, dat is het!" between two offers is wrapper text too, whatever its words.
        """
        headings = [
            index
            for index, segment in enumerate(self._segments)
            if self._document.blocks[segment.block].kind is BlockKind.HEADING
        ]
        if not headings:
            return
        last = len(self._segments)
        self._hear_the_assistant(headings[0], headings[-1])
        wrapped = [index for index in range(last) if Flag.WRAPPER in self._flags[index]]
        head = [-1, *(index for index in wrapped if index < headings[0])]
        tail = [index for index in wrapped if index > headings[-1]]
        if tail and self._segments[tail[-1]].block == self._segments[-1].block:
            tail.append(last)
        for places in (head, tail):
            for before, after in pairwise(places):
                for index in range(before + 1, after if after - before <= _WRAPPED_AT_ONCE + 1 else before + 1):
                    if Flag.FORM_FIELD not in self._flags[index]:
                        self._flags[index].add(Flag.WRAPPER)

    def _hear_the_assistant(self, first_heading: int, last_heading: int) -> None:
        """Words that are an assistant's only because of their place: at either end of a text in which it speaks."""
        for index in range(first_heading):
            if "kenmerk_opening_van_de_assistent" in self._mentioned[index]:
                self._flags[index].add(Flag.WRAPPER)
        ends = [*range(first_heading), *range(last_heading + 1, len(self._segments))]
        speaks = [index for index in ends if Flag.WRAPPER in self._flags[index] and not self._is_signed(index)]
        if not speaks:
            return
        own = 0
        for index in reversed(range(last_heading + 1, len(self._segments))):
            if "kenmerk_slot_van_de_assistent" in self._mentioned[index]:
                self._flags[index].add(Flag.WRAPPER)
            own = 0 if Flag.WRAPPER in self._flags[index] else own + 1
            if own > _WRAPPED_AT_ONCE or Flag.FORM_FIELD in self._flags[index]:
                break

    def _is_signed(self, index: int) -> bool:
        return shapes.is_signature(self._texts[index])


def _flags_of_shape(text: str, concepts: Collection[str]) -> set[Flag]:
    """The flags that follow from the signs and first words of a clause."""
    label = shapes.label_of(text)
    is_log_line = shapes.is_version_line(text) or (
        shapes.starts_with_date(text) and "kenmerk_wijziging_van_het_stuk" in concepts
    )
    found = {
        Flag.QUESTION: text.rstrip("\"'”’) ").endswith("?"),
        Flag.QUOTATION: shapes.is_quotation(text)
        or ("kenmerk_weergave_van_een_artikel" in concepts and shapes.opens_with_a_source(text)),
        Flag.BAD_EXAMPLE: shapes.is_bad_label(label),
        Flag.HISTORY: is_log_line,
        Flag.WRAPPER: shapes.is_signature(text) or (text.endswith(":") and "kenmerk_omlijstingskop" in concepts),
        Flag.MARKUP_RESIDUE: shapes.has_markup(text),
    }
    return {flag for flag, holds in found.items() if holds}
