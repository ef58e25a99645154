"""How far a negation and an exception reach in a clause.

clinlp's words for what steers reach are used: a cue, a pseudo-cue that only looks like one, and a termination where
reach ends. Cues are concepts in `rules/begrippen/strekking.yaml`; terminations are the borders of stretches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from checker.tagging.excepting import NEGATING, excepted_words
from checker.tagging.matching import Hit, Token
from checker.tagging.stretches import Sort, Stretch, is_finite, split_stretches

_MODIFIED = ("ADJ", "VERB")
_LINKS = frozenset(["de", "het", "een", "van", "met", "voor", "door", "en", "of", "bij", "in", "op", "aan", "als"])
_CONTRASTING = frozenset(["en", "maar", "doch", "dus"])
_DETERMINERS = frozenset(["een", "de", "het", "dit", "deze", "die", "geen"])
_PERMISSION = frozenset(
    (
        "toegestaan toegelaten geoorloofd toelaatbaar acceptabel aanvaardbaar gewenst wenselijk bedoeling nodig "
        "verplicht noodzakelijk mogelijk vereist verboden"
    ).split()
)
"""What may, must or can be: denied of the deed, which stands as subject or complement."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of a clause: its stretches, the negations that really negate, and what they and exceptions reach."""

    stretches: tuple[Stretch, ...]
    negations: tuple[int, ...]
    negated: frozenset[int]
    excepted: frozenset[int]

    def stretch_of(self, position: int) -> Stretch:
        """The stretch in which the word at `position` stands."""
        return next(stretch for stretch in self.stretches if position in stretch)

    def are_together(self, first: int, last: int) -> bool:
        """Whether two words stand in one clause: one stretch, a main clause around another, or its complement."""
        one, other = self.stretch_of(first), self.stretch_of(last)
        return (
            one == other or other in self.clause_of(one) or (other.sort is Sort.COMPLEMENT and one.first <= other.first)
        )

    def clause_of(self, stretch: Stretch) -> tuple[Stretch, ...]:
        """The stretch with the other parts of its main clause: "De werkgever kan, indien …, dit controleren"."""
        if stretch.sort is not Sort.MAIN:
            return (stretch,)
        mains = [other for other in self.stretches if other.sort is Sort.MAIN]
        at = mains.index(stretch)
        parts = [stretch]
        seen = stretch.finite is not None
        for other in mains[at + 1 :]:
            if other.finite is not None and seen:
                break
            seen = seen or other.finite is not None
            parts.append(other)
        if stretch.finite is None or at == 0 or mains[at - 1].finite is None:
            seen = any(part.finite is not None for part in parts)
            for other in reversed(mains[:at]):
                if other.finite is not None and seen:
                    break
                seen = seen or other.finite is not None
                parts.insert(0, other)
        return tuple(parts)


def outline(tokens: Sequence[Token], hits: Iterable[Hit], persons: Set[int] = frozenset(), own: int = 0) -> Outline:
    """The outline of a clause; `persons` are positions of words for people, which a negated verb does not deny;
    `own` is the position of the first own word after those of the lead-in.

    Handles: "De medewerker deelt geen klantgegevens" (not: medewerker), "Foto's worden niet geplaatst" (not: the
    foto's), "Het is niet toegestaan om te filmen" (also the filming), "niet zonder toestemming" (not: toestemming),
    "niet alleen … maar ook" (nothing), "Tenzij de wet anders bepaalt, …" (to the comma).
    """
    hits = list(hits)
    stretches = split_stretches(tokens)
    negations = _negations(hits)
    excepted = frozenset(excepted_words(tokens, hits, stretches))
    shape = Outline(stretches, tuple(negations), frozenset(), excepted)
    negated: set[int] = set()
    for cue in negations:
        if cue < own and any(token.folded == "wel" for token in tokens[own:]):
            continue
        negated.update(_reached(tokens, cue, shape, persons))
    without = set(_without(tokens, shape))
    denied_twice = {position for position in without if _is_denied_twice(tokens, shape, position, negated)}
    negated = (negated - without - excepted) | (without - denied_twice)
    return Outline(stretches, tuple(negations), frozenset(negated), excepted)


def spans_of(tokens: Sequence[Token], positions: Set[int], own: int) -> tuple[tuple[int, int], ...]:
    """The character spans of neighbouring `positions` from `own` on."""
    spans: list[tuple[int, int]] = []
    previous = None
    for position in sorted(position for position in positions if position >= own):
        token = tokens[position]
        if previous is not None and position == previous + 1:
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
        previous = position
    return tuple(spans)


def _negations(hits: Sequence[Hit]) -> list[int]:
    """Positions of negating words that really negate."""
    pseudo = {
        position for hit in hits if hit.concept == "schijnontkenning" for position in range(hit.first, hit.last + 1)
    }
    return sorted({hit.first for hit in hits if hit.concept == "ontkenning"} - pseudo)


def _is_denied_twice(tokens: Sequence[Token], shape: Outline, position: int, negated: Set[int]) -> bool:
    """ "niet zonder toestemming", "niet zonder dat zij het weten": the second negation lifts the first."""
    cue = position
    while tokens[cue].folded != "zonder":
        cue -= 1
    return bool(_clause_positions(shape, cue) & negated) or cue - 1 in shape.negations


def _clause_positions(shape: Outline, position: int) -> set[int]:
    return {place for part in shape.clause_of(shape.stretch_of(position)) for place in range(part.first, part.last + 1)}


def _reached(tokens: Sequence[Token], cue: int, shape: Outline, persons: Set[int]) -> Iterator[int]:
    if tokens[cue].folded == "noch" and any(tokens[other].folded == "noch" for other in shape.negations if other < cue):
        return  # "noch X noch Y": the first reaches over both
    narrow = _narrow(tokens, cue)
    if narrow is None and _answers_shortly(tokens, cue):
        narrow = range(len(tokens))
    if narrow is None and _contrasts(tokens, cue):
        narrow = range(cue, len(tokens))
    if narrow is not None:
        yield from narrow
        return
    stretch = shape.stretch_of(cue)
    parts = shape.clause_of(stretch)
    finite = next((part.finite for part in parts if part.finite is not None), None)
    first = min(part.first for part in parts)
    start = _first_reached(tokens, cue, first, finite, persons)
    for part in parts:
        for position in range(max(part.first, start), part.last + 1):
            if position > cue and _ends_reach(tokens, position):
                return
            if position not in persons or position > cue or tokens[position].folded in NEGATING:
                yield position
    if finite is not None and start > first and finite < start:
        yield finite
    later = next((other for other in shape.stretches if other.first > cue), None)
    if later is not None and later.sort is Sort.COMPLEMENT and _denies_its_complement(tokens, cue, later):
        yield from range(later.first, later.last + 1)


def _ends_reach(tokens: Sequence[Token], position: int) -> bool:
    """ "niet X maar Y", "niet dan na Z"; "wie dan ook" goes on."""
    if tokens[position].folded == "dan":
        return position + 1 == len(tokens) or tokens[position + 1].folded != "ook"
    return tokens[position].folded == "maar"


def _answers_shortly(tokens: Sequence[Token], cue: int) -> bool:
    """ "Eten in de zaal, liever niet", "Jailbreaken: niet doen": what stands before the break is denied."""
    start = cue
    while start and not tokens[start].after_break:
        start -= 1
    return start > 0 and cue - start <= 1 and len(tokens) - cue <= 2 and not any(map(is_finite, tokens))


def _denies_its_complement(tokens: Sequence[Token], cue: int, complement: Stretch) -> bool:
    """ "is niet toegestaan om te filmen", "worden niet gebruikt om te beoordelen"; not "maakt geen foto's om …"."""
    permitted = any(token.folded in _PERMISSION for token in tokens[cue : cue + 4])
    return permitted or (tokens[cue].folded == "niet" and complement.first == cue + 2)


def _first_reached(tokens: Sequence[Token], cue: int, first: int, finite: int | None, persons: Set[int]) -> int:
    """Where reach begins: at the verb when somebody or something acts; before it when what is done stands there."""
    if finite is None or cue < finite:
        return first
    permitted = any(token.folded in _PERMISSION for token in tokens[cue : cue + 4])
    led = any(position in persons for position in range(first, min(first + 2, finite)))
    inverted = not led and any(position in persons for position in range(finite + 1, min(finite + 4, cue)))
    fronted = inverted and tokens[first].pos not in ("ADP", "ADV", "SCONJ")
    existing = cue == finite + 2 and tokens[finite + 1].folded == "er"  # "De foto is er niet"
    return first if permitted or fronted or existing else finite


def _contrasts(tokens: Sequence[Token], cue: int) -> bool:
    """ "…, niet om jou af te rekenen", "maar niet op zaal": what comes before holds, what follows is denied."""
    start = cue
    while start and not tokens[start].after_break and tokens[start].folded not in _CONTRASTING:
        start -= 1
    if start == 0 or cue - start > 2:
        return False
    last = cue
    while last + 1 < len(tokens) and not tokens[last + 1].after_break:
        last += 1
    own = [place for place in range(start, min(last, cue + 6) + 1) if is_finite(tokens[place])]
    following = tokens[cue + 1].folded if cue + 1 < len(tokens) else ""
    return not own or following in ("om", "wie", "wat", "hoe", "waar")


def is_narrow(tokens: Sequence[Token], cue: int) -> bool:
    """Whether a negation stands inside a phrase and so denies nothing of the clause: "door niet te reageren"."""
    return _narrow(tokens, cue) is not None and tokens[min(cue + 1, len(tokens) - 1)].folded != "verboden"


def _narrow(tokens: Sequence[Token], cue: int) -> range | None:
    """The reach of a negation inside a noun phrase: "het niet melden van nevenwerk", "van niet openbare stukken"."""
    if cue == 0 or cue + 1 >= len(tokens) or tokens[cue].folded != "niet":
        return None
    before, following = tokens[cue - 1], tokens[cue + 1]
    if following.folded == "te":  # "Door niet te reageren, geeft u toestemming"
        first = cue
        while first and not tokens[first].after_break and tokens[first].folded not in ("door", "om", "zonder", "van"):
            first -= 1
        return range(first, min(cue + 3, len(tokens)))
    if before.folded in ("het", "bij", "wegens", "na", "door") and following.folded.endswith("en"):
        last = cue + 1
        while last + 1 < len(tokens) and not (tokens[last + 1].after_break or is_finite(tokens[last + 1])):
            last += 1
        return range(cue, last + 1)
    behind = tokens[cue + 2] if cue + 2 < len(tokens) else None
    inside = before.pos in ("DET", "ADP", "ADJ") and following.pos in _MODIFIED
    if inside and behind is not None and behind.pos == "NOUN" and not behind.after_break:
        return range(cue, cue + 2)
    return range(cue, cue + 2) if following.folded in ("verboden", "uitgezonderd") else None


def _without(tokens: Sequence[Token], shape: Outline) -> Iterator[int]:
    """What "zonder" denies: its noun phrase, the infinitive behind its "te", or its clause with "dat"."""
    for position, token in enumerate(tokens):
        if token.folded != "zonder":
            continue
        following = tokens[position + 1].folded if position + 1 < len(tokens) else ""
        last = shape.stretch_of(min(position + 1, len(tokens) - 1)).last if following == "dat" else position
        place = position + 1
        to_infinitive = any(other.folded == "te" for other in tokens[place : place + 8])
        while following != "dat" and place < len(tokens) and not tokens[place].after_break:
            if is_finite(tokens[place]) or (not to_infinitive and _ends_phrase(tokens, place, position)):
                break
            last = place
            if to_infinitive and tokens[place - 1].folded == "te":
                break
            place += 1
        yield from range(position, last + 1)


def _ends_phrase(tokens: Sequence[Token], place: int, start: int) -> bool:
    """Whether the noun phrase behind "zonder" ends before `place`."""
    token = tokens[place]
    if token.folded in NEGATING or (token.pos in ("VERB", "AUX") and tokens[place - 1].pos == "NOUN"):
        return True
    opens = token.folded in _DETERMINERS and tokens[place - 1].pos not in ("ADP", "DET", "ADJ", "CCONJ")
    if opens and place > start + 1 and tokens[place - 1].folded not in _LINKS:
        return True  # "zonder toestemming van de chef | een bericht plaatsen"
    return token.pos == "ADP" and token.folded not in _LINKS and place > start + 1
