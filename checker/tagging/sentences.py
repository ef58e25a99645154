"""Where a sentence ends: at a full stop before a capital, not after an abbreviation or inside a quotation.

A semicolon ends a clause too. "Het is niet toegestaan om:" does not end at its colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_ABBREVIATIONS = frozenset(
    (
        "aanh afb afd alg art artt bc besch bijv bl blz bp burg bv ca cf cie cq d.d dd dep dhr ds div dr drs d.i "
        "etc event evt ev fa fam fig ft gebr get hfdst hfst i.c i.g.v i.h.a i.h.b i.i.g i.o i.o.v i.p.v i.r.t "
        "i.s.m i.t.t i.v.m inl ing inz ir jhr jkvr kol m.a.w m.b.t m.b.v m.i m.i.v m.m.v m.n mej mevr mgr mln "
        "mr mrs ms mw n.a.v nl nr nrs o.a o.b.v o.g.v o.l.v o.m o.v.v ong ond p p.a p.p pag par penn "
        "plv plm prof resp secr sr st stb stcrt str t.a.v t.b.v t.g.v t.h.v t.n.v t.o t.o.v t.t.v trb tst "
        "toest vgl vlg vnl volgnr v.a v.w.b vz w.g w.o wnd z.g zgn zo.n z.n d.m.v d.w.z jo onderd vb vs"
    ).split()
)
"""Something always follows these: a name, a number, a word they shorten."""

_CLOSING_ABBREVIATIONS = frozenset(
    (
        "a.i a.s a.u.b b.v bvba c.a c.q c.s e.a e.d e.e.a e.v enz excl gem incl inc jl jr k.k ltd max min n.n.b "
        "n.t.b n.v n.v.t nvt o.i.d p.m p.w p.j red s.v.p t.m t.z.t tel u.a uitz v.o.f vof v.v w.v.t.t.k "
        "z.o.z z.s.m zn dir"
    ).split()
)
"""These may well be the last word of a sentence: "Meld het z.s.m. De leidinggevende belt terug." """

_SENTENCE_STARTS = frozenset(
    (
        "aan alle alleen als bij daar daarna daarom dan dat de deze die dit door een elk elke er geen gebruik "
        "het hier hij hun ieder iedere iedereen ik in indien is je jij jullie laat maar meer men met na naar "
        "neem niemand niet nooit of om onder ons onze ook op over pas plaats sinds te ten tenzij tijdens tot u uw "
        "uit van vanaf via volgens voor vraag waar wanneer wat we wees werknemers medewerkers wie wij "
        "zij ze zo zie zodra zonder zorg"
    ).split()
)
"""Words that a name seldom starts with, so that a capital there is that of a sentence."""

_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-ZÀ-ÖØ-Þ0-9])|;\s+")
_LAST_WORD = re.compile(r"([A-Za-zÀ-ÿ.]+)[.!?…]+[\"'”’»)\]]*\s+$")
_NEXT_WORDS = re.compile(r"[\"'“‘«(\[]*([\wÀ-ÿ'’]+)\s*([\wÀ-ÿ]*)")
_DOT_LEADERS = re.compile(r"(?<!\.)(?<!\.\s)(?:\.\s?){4,}$")
_COUNTER = re.compile(r"(?:^|[:;]\s+)\(?(?:\d{1,2}|[a-z])[.)]\s+$")
"""The number of a thing that is counted in the running text: "Er gelden twee regels: 1. Deel niets. 2. ..." """

_LOOSE_CONJUNCTION = re.compile(r"(?:en|of|en/of|dan wel|alsmede)[,;]?\s*", re.IGNORECASE)
"""At the end of an item, behind its semicolon: "een voorzitter; en"."""

_NEAR = 120
"""Characters before and after a full stop that tell whether a sentence ends there."""

_ENCLOSED = re.compile(r"\"[^\"]{1,1200}\"|“[^“”]{1,1200}”|„[^„”“]{1,1200}[”“]|«[^«»]{1,1200}»|\([^()]{1,300}\)")


def sentences(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Half-open spans of the sentences in `text[start:end]`, without white space around them.

    Handles: "o.a. foto's", "art. 7 Grondwet", 'een zin." Dit', "regel een; regel twee", "Jansen B.V. De heer".
    """
    enclosed = list(_enclosed(text, start, end))
    spans = []
    begin = start
    for match in _END.finditer(text, start, end):
        at_end = match.start() + len(match.group().rstrip())
        if any(first < match.start() and at_end < last for first, last in enclosed):
            continue
        before, after = max(begin, match.start() - _NEAR), min(end, match.end() + _NEAR)
        if _goes_on(text[before : match.end()], text[match.end() : after]):
            continue
        spans.append((begin, match.end()))
        begin = match.end()
    if spans and _LOOSE_CONJUNCTION.fullmatch(text, begin, end):
        begin = spans.pop()[0]
    spans.append((begin, end))
    return [trimmed for span in spans if (trimmed := trim(text, *span))]


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without white space around it; None when nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _enclosed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between quotation marks or brackets: no clause ends there, except at the closing mark."""
    for match in _ENCLOSED.finditer(text, start, end):
        opened_by = text[match.start() - 1] if match.start() > start else " "
        if opened_by.isspace() or opened_by in '(["“„«':
            yield match.span()


def _goes_on(piece: str, following: str) -> bool:
    """Whether the full stop at the end of `piece` ends no sentence: an abbreviation, an initial or dot leaders."""
    if _DOT_LEADERS.search(piece) or _COUNTER.search(piece):
        return True
    match = _LAST_WORD.search(piece)
    if match is None or piece.rstrip().endswith((";", "!", "?")):
        return False
    word = match[1].rstrip(".").lower()
    if word in _ABBREVIATIONS:
        return True
    is_initial = len(word) == 1 and match[1][0].isupper()
    return (is_initial or word in _CLOSING_ABBREVIATIONS) and not _starts_a_sentence(following)


def _starts_a_sentence(following: str) -> bool:
    """ "De leidinggevende ..." does; "De Vries ..." is a name."""
    match = _NEXT_WORDS.match(following)
    if match is None or match[1].lower() not in _SENTENCE_STARTS:
        return False
    return not match[2][:1].isupper()
