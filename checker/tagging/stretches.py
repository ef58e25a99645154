"""Cuts the words of a clause into stretches: main clause, subordinate clause, complement with "om … te".

A shallow reading, for what hangs on it: which verb a "niet" denies, who can be the subject, where an exception ends.
It stands on commas, on subordinating words and on finite verbs; the pipeline's reading of a word counts where it
has one, the closed lists below always. The terms are those of the Algemene Nederlandse Spraakkunst, chapters 20-22.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from checker.tagging.matching import Token

AUXILIARIES = frozenset(
    (
        "ben bent is zijn was waren heb hebt heeft hebben had hadden word wordt worden werd werden kan kunt kunnen kon "
        "mag mogen mocht wil wilt willen hoef hoeft hoeven zal zult zullen zou zouden moet moeten moest dient dienen"
    ).split()
)
"""Finite forms of verbs that by themselves say nothing of what is done."""
_CONJUNCTIONS = frozenset(
    (
        "als indien wanneer omdat zodat voordat nadat zodra zolang terwijl hoewel tenzij mits opdat totdat doordat "
        "aangezien waarbij waarin waarop waarvan waarmee waaruit waardoor waarover waarvoor waaraan waarnaar waartoe "
        "wie waar ofschoon zover zoverre alvorens"
    ).split()
)
_COMPLEMENTISERS = frozenset(["dat", "of", "die", "wat", "hoe", "welke", "wiens", "wier"])
_COORDINATORS = frozenset(["en", "maar", "want", "of", "dan", "doch"])
_ANTECEDENTS = ("NOUN", "PROPN", "PRON")
_VERBS = ("VERB", "AUX")
_SUBJECTS = frozenset(["je", "jij", "u", "wij", "we", "ik", "jullie"])


class Sort(Enum):
    MAIN = "main"
    SUBORDINATE = "subordinate"
    COMPLEMENT = "complement"
    """ "om wachtwoorden te delen": denied when the word on which it hangs is denied."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Positions `first` to `last` (both counted) of one stretch, and its finite verb where it has one."""

    first: int
    last: int
    sort: Sort
    finite: int | None = None

    def __contains__(self, position: int) -> bool:
        return self.first <= position <= self.last


def split_stretches(tokens: Sequence[Token]) -> tuple[Stretch, ...]:
    """The stretches of a clause in order, covering all its tokens; empty for no tokens.

    Handles: "Als je twijfelt, vraag je leidinggevende" (subordinate, main), "De medewerker die dit ontdekt, meldt
    het" (main, subordinate, main), "Het is verboden om foto's te delen" (main, complement), "Je meldt het en deelt
    niets" (main, main), "geen foto's, video's en berichten" (one: no verb of its own between the commas).
    """
    found: list[Stretch] = []
    for first, last in _parts(tokens):
        found.append(_sorted_out(tokens, first, last, found))
    if len(found) > 1 and _is_condition_with_verb_first(tokens, found):
        found[0] = replace(found[0], sort=Sort.SUBORDINATE)
    return tuple(_joined(found))


def _is_condition_with_verb_first(tokens: Sequence[Token], found: Sequence[Stretch]) -> bool:
    """ "Ziet u iets vreemds, meld dit dan": a condition without "als"; the verb stands first in both parts."""
    first, second = found[0], found[1]
    if first.sort is not Sort.MAIN or first.last == 0:
        return False
    opens = _is_verb(tokens, 0) or tokens[0].pos in _VERBS or tokens[1].folded in (*_SUBJECTS, "dat", "het")
    answers = [token.folded for token in tokens[second.first : second.first + 4]]
    return opens and second.sort is Sort.MAIN and tokens[second.first].after_break and "dan" in answers


def is_finite(token: Token) -> bool:
    """Whether the word is a finite verb, by the pipeline or by the closed list of auxiliaries."""
    if token.folded.endswith("ende"):
        return False  # "bij dreigende uitval": a participle, whatever a pipeline says
    return token.verb_form == "Fin" or (token.folded in AUXILIARIES and token.verb_form in ("", "Fin"))


def _is_verb(tokens: Sequence[Token], position: int) -> bool:
    """A finite verb in its place: not the noun "was" behind an adjective, but the "uit" of "je uit je onvrede"."""
    token = tokens[position]
    before = tokens[position - 1] if position else None
    if before is not None and position == 1 and before.folded in _SUBJECTS and token.pos in ("ADP", "NOUN"):
        return position + 1 < len(tokens) and not any(is_finite(other) for other in tokens[2:8])
    noun_like = (
        token.folded == "was" and before is not None and (before.pos in ("ADJ", "DET") or before.folded.endswith("e"))
    )
    return is_finite(token) and not noun_like


def _parts(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Half-baked stretches: a new one at a break, at a subordinating word, and where a second finite verb needs one."""
    if not tokens:
        return []
    borders = [0]
    finite: int | None = None
    for position in range(1, len(tokens)):
        token = tokens[position]
        starts = token.after_break or _subordinates(tokens, position) or _opens_complement(tokens, position)
        if not starts and finite is not None:
            starts = _starts_a_second_clause(tokens, position, borders[-1], finite)
        if starts:
            borders.append(position)
            finite = None
        if finite is None and (_is_verb(tokens, position) or _ends_a_subordinate(tokens, borders[-1], position)):
            finite = position
    return [(first, following - 1) for first, following in zip(borders, [*borders[1:], len(tokens)], strict=True)]


def _subordinates(tokens: Sequence[Token], position: int) -> bool:
    word = tokens[position].folded
    before = tokens[position - 1]
    if [token.folded for token in tokens[position + 1 : position + 3]] == ["dan", "ook"]:
        return False  # "aan wie dan ook" opens nothing
    if word == "als":
        return _has_verb_behind(tokens, position) and before.folded not in ("zowel", "zoals", "net", "even")
    if word in _CONJUNCTIONS:
        return not (word == "waar" and before.folded in ("zowel", "zoals"))
    if word == "dat":
        return _has_verb_behind(tokens, position) and (tokens[position].pos == "SCONJ" or before.pos in _ANTECEDENTS)
    if word == "die":
        antecedent = before.pos in _ANTECEDENTS or before.folded in ("degene", "hij", "zij", "allen", "iemand")
        return antecedent and _has_verb_behind(tokens, position)
    return word in ("of", "hoe", "wat") and tokens[position].pos in ("SCONJ", "ADV", "PRON") and is_finite(before)


def _has_verb_behind(tokens: Sequence[Token], position: int) -> bool:
    """Whether a verb follows before the next break: "dat" in "meldt dat direct" opens nothing."""
    for token in tokens[position + 1 :]:
        if token.after_break:
            return False
        if token.pos in _VERBS or is_finite(token):
            return True
    return False


def _opens_complement(tokens: Sequence[Token], position: int) -> bool:
    return tokens[position].folded == "om" and any(
        token.folded == "te" or token.keys & {"aan te", "te"} for token in tokens[position + 1 : position + 25]
    )


def _starts_a_second_clause(tokens: Sequence[Token], position: int, first: int, finite: int) -> bool:
    """ "… en deelt niets" after a clause with a verb; or the main verb behind that of a subordinate clause."""
    token = tokens[position]
    if token.folded in _COORDINATORS:
        return _has_own_verb(tokens, position)
    if tokens[first].folded not in _CONJUNCTIONS | _COMPLEMENTISERS or not is_finite(token):
        return False
    if position == finite + 1:
        return tokens[finite].folded not in AUXILIARIES
    return token.folded in AUXILIARIES or not token.folded.endswith("en")


def _ends_a_subordinate(tokens: Sequence[Token], first: int, position: int) -> bool:
    """The last verb of "die een datalek ontdekt", which a pipeline may take for a participle."""
    opens = first < position and tokens[first].folded in _CONJUNCTIONS | _COMPLEMENTISERS
    if opens and tokens[position].folded in AUXILIARIES and tokens[position - 1].folded != "te":
        return True
    if not opens or tokens[position].pos not in _VERBS or tokens[position].verb_form == "Inf":
        return False
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    return following is None or following.after_break or (is_finite(following) and following.folded not in AUXILIARIES)


def _has_own_verb(tokens: Sequence[Token], coordinator: int) -> bool:
    """Whether a finite verb comes before the next break, not behind a subordinating word."""
    for position in range(coordinator + 1, min(coordinator + 12, len(tokens))):
        if tokens[position].after_break or _subordinates(tokens, position):
            return False
        if is_finite(tokens[position]):
            return True
    return False


def _sorted_out(tokens: Sequence[Token], first: int, last: int, found: Sequence[Stretch]) -> Stretch:
    finite = next(
        (
            position
            for position in range(first, last + 1)
            if _is_verb(tokens, position) or _ends_a_subordinate(tokens, first, position)
        ),
        None,
    )
    if first and _opens_complement(tokens, first):
        return Stretch(first, last, Sort.COMPLEMENT, None)
    if _is_subordinate_opening(tokens, first, finite):
        return Stretch(first, last, Sort.SUBORDINATE, finite)
    if finite is None and found and found[-1].sort is not Sort.MAIN and not _closed(found[-1]):
        return Stretch(first, last, found[-1].sort, None)
    return Stretch(first, last, Sort.MAIN, finite)


def _is_subordinate_opening(tokens: Sequence[Token], first: int, finite: int | None) -> bool:
    word = tokens[first].folded
    if word in _CONJUNCTIONS:
        return not (word == "wie" and finite == first + 1)
    if word in _COMPLEMENTISERS and first:
        return word != "of" or tokens[first].pos == "SCONJ"
    following = tokens[first + 1] if first + 1 < len(tokens) else None
    if word in _COORDINATORS and following is not None:
        return following.folded in _CONJUNCTIONS
    return False


def _closed(stretch: Stretch) -> bool:
    """A subordinate clause with its verb is complete: what follows the comma belongs to the main clause again."""
    return stretch.sort is Sort.SUBORDINATE and stretch.finite is not None


def _joined(found: Sequence[Stretch]) -> list[Stretch]:
    """Neighbours of one sort, of which the second has no verb, are one stretch: a list of nouns with commas."""
    joined: list[Stretch] = []
    for stretch in found:
        held = joined[-1] if joined else None
        if held is not None and held.sort is stretch.sort and (stretch.finite is None or held.finite is None):
            joined[-1] = replace(
                held, last=stretch.last, finite=held.finite if held.finite is not None else stretch.finite
            )
        else:
            joined.append(stretch)
    return joined
