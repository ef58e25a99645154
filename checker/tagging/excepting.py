"""How far an exception reaches: "tenzij" over its clause, "behalve" over its noun phrase, "uitgezonderd" backwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.tagging.matching import Hit, Token
from checker.tagging.stretches import Sort, Stretch, is_finite

NEGATING = frozenset(["niet", "geen", "nooit", "nimmer", "niets", "niemand", "nergens", "niks"])


def excepted_words(tokens: Sequence[Token], hits: Sequence[Hit], stretches: Sequence[Stretch]) -> Iterator[int]:
    """Positions of the words that an exception reaches, its cue among them."""
    for hit in hits:
        if hit.concept == "uitzondering_achteraan" and _ends_clause(tokens, hit.last):
            first = hit.first
            while first and not tokens[first].after_break:
                first -= 1
            yield from range(first, hit.last + 1)
        elif hit.concept == "uitzondering" and not _is_lifted(tokens, hit):
            yield from range(hit.first, _last_excepted(tokens, hit, stretches) + 1)


def _is_lifted(tokens: Sequence[Token], hit: Hit) -> bool:
    """ "niet anders dan", "niets anders dan": only that, so no exception."""
    return hit.first > 0 and tokens[hit.first].folded == "anders" and tokens[hit.first - 1].folded in NEGATING


def _ends_clause(tokens: Sequence[Token], position: int) -> bool:
    return position + 1 == len(tokens) or tokens[position + 1].after_break


def _last_excepted(tokens: Sequence[Token], hit: Hit, stretches: Sequence[Stretch]) -> int:
    """ "tenzij" reaches over its clause and those that hang on it; "behalve" over its noun phrase."""
    at = next(index for index, stretch in enumerate(stretches) if hit.first in stretch)
    stretch = stretches[at]
    if stretch.sort is Sort.SUBORDINATE and hit.first == stretch.first:
        last = stretch.last
        for later in stretches[at + 1 :]:
            if later.sort is Sort.MAIN and tokens[later.first].folded not in ("en", "of"):
                break
            last = later.last
        return last
    last = hit.last
    following = tokens[last + 1].folded if last + 1 < len(tokens) else ""
    if following in ("wat", "wie", "waar", "als", "wanneer", "indien"):
        return stretches[at + 1].last if at + 1 < len(stretches) else stretch.last
    opens = hit.first == stretch.first and not any(is_finite(token) for token in tokens[: hit.first])
    while last + 1 < len(tokens):
        token = tokens[last + 1]
        ends = (
            is_finite(token)
            or (opens and token.pos in ("VERB", "AUX"))
            or (token.after_break and (opens or _resumes(tokens, last + 1)))
        )
        if ends and not _in_subordinate(stretches, last + 1):
            break
        last += 1
    return last


def _resumes(tokens: Sequence[Token], position: int) -> bool:
    """Whether the main clause goes on after the comma: "mag, behalve in noodgevallen, niet …"."""
    return tokens[position].pos in ("VERB", "AUX", "ADV") or tokens[position].folded in NEGATING | {
        "maar",
        "toegestaan",
    }


def _in_subordinate(stretches: Sequence[Stretch], position: int) -> bool:
    return any(position in stretch and stretch.sort is not Sort.MAIN for stretch in stretches)
