"""Text for where something stands, and for which provision it rests on; the same in every format."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Citation, Document, Finding, Location
from checker.reporting.wording import Wording

_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_JOINERS = {"\u00ad", "\u200c", "\u200d", "\ufeff"}


@dataclass(frozen=True, slots=True)
class Outline:
    """What of the headings of a document is needed to tell a place."""

    title: str
    """The heading above all other headings; empty when there is no such one."""
    first_section: int
    """Where the text under the first heading begins; 0 in a document without headings."""


@dataclass(frozen=True, slots=True)
class ShownCitation:
    """A legal basis, ready to show."""

    name: str
    """ "art. 7:660 lid 1 Burgerlijk Wetboek Boek 7"."""
    says: str
    period: str
    source: str
    url: str
    """Empty unless it is a web address."""
    reviewed: str


def printable(text: str) -> str:
    """Return text without characters that steer a terminal, a browser or the direction of writing.

    Tabs and line ends stay; other control characters become a visible replacement mark.
    """
    return "".join(_printable_character(character) for character in text)


def _printable_character(character: str) -> str:
    if character in "\n\t" or unicodedata.category(character) not in _UNSAFE:
        return character
    return "" if character in _JOINERS or character == "\r" else "\ufffd"


def one_line(text: str) -> str:
    """Return text on one line, with single spaces."""
    return " ".join(printable(text).split())


def outline_of(document: Document) -> Outline:
    """Return the outline of a document."""
    tops = {block.heading_path[0] for block in document.blocks if block.heading_path}
    deeper = any(len(block.heading_path) > 1 for block in document.blocks)
    starts = [block.start for block in document.blocks if block.heading_path]
    return Outline(tops.pop() if len(tops) == 1 and deeper else "", min(starts, default=0))


def place_text(location: Location, outline: Outline, wording: Wording) -> str:
    """Return "p. 2, § 4. Reputatie"; without a page or headings what is known of it."""
    parts = [f"p. {location.page}"] if location.page is not None else []
    if location.heading_path:
        parts.append(heading_text(location.heading_path, outline.title))
    unknown = "aan_het_begin" if location.start < outline.first_section else "plaats_onbekend"
    return ", ".join(parts) or wording.say(unknown)


def heading_text(path: Sequence[str], title: str) -> str:
    """Return a heading path as "§ 4. Reputatie › § 4.1 Merk", without the title of the document above it.

    A numbered heading gets the sign.
    """
    if len(path) > 1 and path[0] == title:
        path = path[1:]
    return " › ".join(f"§ {line}" if line[:1].isdigit() else line for line in map(one_line, path) if line)


def article_text(citation: Citation) -> str:
    """Return "art. 27 lid 1 onder k Wet op de ondernemingsraden"; other forms than a number stay as written."""
    article = one_line(citation.article)
    if article == "geheel":
        article = ""  # a judgment is cited as a whole
    member = one_line(citation.member)
    if re.match(r"\d|[IVXL]+\b", article):
        article = f"art. {article}"
    if member[:1].isdigit():
        member = f"lid {member}"
    return " ".join(filter(None, (article, member, one_line(citation.law_name))))


def judgement_text(finding: Finding, wording: Wording) -> str:
    """Return the obligatory wording of the judgement; a conflict, also a probable one, names its first provision."""
    provision = article_text(finding.legal_basis[0]) if finding.legal_basis else wording.say("de_wet")
    return wording.label("oordeel", finding.judgement).format(bepaling=provision)


def shown_citation(citation: Citation, wording: Wording) -> ShownCitation:
    begin = wording.date(citation.valid_from)
    if citation.valid_through is None:
        period = wording.say("geldt_sinds", begin=begin)
    else:
        period = wording.say("geldt_van_tot", begin=begin, eind=wording.date(citation.valid_through))
    return ShownCitation(
        name=article_text(citation),
        says=one_line(citation.says),
        period=period,
        source=one_line(citation.source),
        url=citation.url if re.match(r"https?://[^\s\"'<>]+$", citation.url) else "",
        reviewed=one_line(citation.reviewed) or wording.say("niet_nagezien"),
    )
