"""Which clauses are silent, and why: headings, contents, quotations, bad examples, wrapper text, history, questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checker.model import BlockKind, Document, Flag
from checker.tagging.segmenting import Segment

_DOT_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$|\t\d+$")
_FORM_FIELD = re.compile(r"_{3,}|(?:\.\s?){8,}$|…{3,}")
_PLACEHOLDER = re.compile(
    r"\[(?![\d\s.,…]*\])[^\]\[]{2,80}\]|\{\{[^}]{1,60}\}\}|<(?:naam|datum|organisatie|bedrijf|functie)[^>]{0,40}>"
    r"|\bX{3,}\b|\b(?:nog|nader|hier) (?:in te vullen|invullen)\b|\bn\.?t\.?b\.(?:\s|$)",
    re.IGNORECASE,
)
_RESIDUE = re.compile(r"\*\*|^#{1,6}\s|```|^\s*\|.*\|\s*$")
_QUOTED = re.compile(r"^[\"“„«].{12,}[\"”»][.!]?$")
_LABEL_FLAGS = (Flag.WRAPPER, Flag.BAD_EXAMPLE, Flag.HISTORY)
CONCEPT_FLAGS: Mapping[str, Flag] = {
    "kenmerk_omlijsting": Flag.WRAPPER,
    "kenmerk_fout_voorbeeld": Flag.BAD_EXAMPLE,
    "kenmerk_historie": Flag.HISTORY,
    "kenmerk_citaat": Flag.QUOTATION,
}
"""A mention of the concept gives the clause the flag."""


def flag_segments(
    document: Document, segments: Sequence[Segment], mentioned: Sequence[frozenset[str]]
) -> list[set[Flag]]:
    """The flags of each segment; `mentioned` holds the concepts that each segment itself mentions."""
    flags = [_own_flags(document, segment, concepts) for segment, concepts in zip(segments, mentioned, strict=True)]
    _inherit_from_labels(segments, flags)
    _inherit_from_headings(document, segments, mentioned, flags)
    _inherit_from_lead_ins(segments, flags)
    return flags


def _own_flags(document: Document, segment: Segment, concepts: frozenset[str]) -> set[Flag]:
    text = document.text[segment.start : segment.end]
    block = document.blocks[segment.block]
    flags = {flag for concept, flag in CONCEPT_FLAGS.items() if concept in concepts}
    if block.kind in (BlockKind.HEADING, BlockKind.HEADER, BlockKind.FOOTER) or segment.is_label:
        flags.add(Flag.HEADING)
    if _FORM_FIELD.search(text):
        flags.add(Flag.FORM_FIELD)
    elif _DOT_LEADERS.search(text):
        flags.add(Flag.CONTENTS)
    if text.rstrip("\"'”’) ").endswith("?"):
        flags.add(Flag.QUESTION)
    if _QUOTED.match(text):
        flags.add(Flag.QUOTATION)
    if "strekking_definitie" in concepts:
        flags.add(Flag.DEFINITION)
    if "kenmerk_omlijstingskop" in concepts and text.endswith(":"):
        flags.add(Flag.WRAPPER)
    if "kenmerk_fout_voorbeeldlabel" in concepts and segment.is_label:
        flags.add(Flag.BAD_EXAMPLE)
    if _PLACEHOLDER.search(text) and Flag.QUOTATION not in flags:
        flags.add(Flag.PLACEHOLDER)
    if _RESIDUE.search(text):
        flags.add(Flag.MARKUP_RESIDUE)
    return flags


def _inherit_from_labels(segments: Sequence[Segment], flags: list[set[Flag]]) -> None:
    """ "Fout voorbeeld: …": what follows a label in its block is of the same sort."""
    for index, segment in enumerate(segments):
        if segment.is_label:
            inherited = flags[index] & set(_LABEL_FLAGS)
            for later in range(index + 1, len(segments)):
                if segments[later].block != segment.block:
                    break
                flags[later] |= inherited


def _inherit_from_headings(
    document: Document, segments: Sequence[Segment], mentioned: Sequence[frozenset[str]], flags: list[set[Flag]]
) -> None:
    """What stands under a heading such as "Inhoudsopgave" or "Begrippen", to the next heading of its level."""
    effects = {
        "kenmerk_inhoudsopgave": Flag.CONTENTS,
        "kenmerk_begrippenkop": Flag.DEFINITION,
        "kenmerk_omlijstingskop": Flag.WRAPPER,
        "kenmerk_historie": Flag.HISTORY,
    }
    reigning: list[tuple[int, Flag]] = []
    for index, segment in enumerate(segments):
        block = document.blocks[segment.block]
        if block.kind is BlockKind.HEADING:
            reigning = [(level, flag) for level, flag in reigning if level < block.level]
            reigning += [(block.level, flag) for concept, flag in effects.items() if concept in mentioned[index]]
        flags[index] |= {flag for _, flag in reigning}


def _inherit_from_lead_ins(segments: Sequence[Segment], flags: list[set[Flag]]) -> None:
    for index, segment in enumerate(segments):
        if segment.lead_in is not None:
            flags[index] |= flags[segment.lead_in] & {Flag.WRAPPER, Flag.BAD_EXAMPLE, Flag.HISTORY, Flag.DEFINITION}
