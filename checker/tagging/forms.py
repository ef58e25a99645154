"""What the form of a sentence says where no word of norm stands in it.

Orders ("Plaats geen …"), the plain present tense ("De medewerker meldt …"), the passive ("worden ingeleverd") and bare
infinitives ("Geen wachtwoorden noteren"): 44 of 116 real policies hold their rules in these forms.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from checker.model import Actor
from checker.tagging.matching import Hit, Token
from checker.tagging.negating import Outline, is_narrow
from checker.tagging.stretches import AUXILIARIES, Sort

_QUANTIFIERS = frozenset(["elk", "elke", "ieder", "iedere", "iedereen", "alle", "alles"])
_PRONOUNS = frozenset(["jij", "u", "wij", "we", "ik", "hij", "zij", "ze", "men", "er"])
_STEMS_IN_T = (
    "plaats",
    "zet",
    "let",
    "post",
    "wacht",
    "richt",
    "licht",
    "sluit",
    "laat",
    "uit",
    "vergeet",
    "tweet",
    "vat",
)
_BARE_BANS = frozenset(["geen", "niet", "nooit", "nimmer"])
_ORDERING = frozenset(["wees", "zorg", "houd", "laat", "ga", "doe", "ben"])
_PASSIVE = frozenset(["wordt", "worden", "werd", "werden"])
_SHALL = frozenset(["zal", "zullen", "zult"])
_BOUND = (Actor.EMPLOYEE, Actor.EXTERNAL, Actor.DATA_SUBJECT)


@dataclass(frozen=True, slots=True)
class Form:
    """What the form alone says of a clause."""

    orders: bool = False
    """An imperative."""
    forbids: bool = False
    obliges: bool = False
    promises: bool = False
    acts: bool = False
    """The main verb is a deed, not a state."""
    is_addressed: bool = False
    """Imperative, bare infinitive or passive: meant for whoever reads it, so for the employee."""
    is_weak: bool = False
    """The form says so only when no cue says otherwise."""
    has_main_clause: bool = True


def read_form(tokens: Sequence[Token], own: int, hits: Sequence[Hit], shape: Outline, actor: Actor) -> Form:
    """The form of a clause whose own words begin at `own`."""
    verbs = {hit.first for hit in hits if hit.concept == "gebiedende_wijs"}
    main = [stretch for stretch in shape.stretches if stretch.sort is Sort.MAIN and stretch.last >= own]
    finite = [stretch.finite for stretch in main if stretch.finite is not None]
    verb = finite[0] if finite else None
    has_main = bool(main) and (verb is not None or any(stretch.first == own for stretch in main))
    if is_imperative(tokens, own, verbs):
        return Form(orders=True, forbids=bool(_own_negations(tokens, own, shape)), is_addressed=True)
    if _opens_with_ban(tokens, own, finite):
        return Form(forbids=True, is_addressed=True)
    if verb is None:
        infinitive = _is_bare_infinitive(tokens, own, shape)
        return Form(
            obliges=infinitive,
            forbids=infinitive and bool(shape.negations),
            is_addressed=infinitive,
            has_main_clause=has_main,
        )
    negated = bool(_own_negations(tokens, own, shape))
    if tokens[verb].folded in _PASSIVE:
        return _passive(tokens, hits, actor, negated=negated)
    states = any(hit.concept == "toestand" and hit.first == verb for hit in hits)
    acts = not states and (tokens[verb].folded not in AUXILIARIES or tokens[verb].folded in _SHALL)
    if actor in _BOUND and acts:
        return Form(forbids=negated, obliges=not negated, acts=True, is_weak=states)
    return Form(acts=acts or (negated and tokens[verb].folded in ("heeft", "hebben", "hebt")))


def _passive(tokens: Sequence[Token], hits: Sequence[Hit], actor: Actor, *, negated: bool) -> Form:
    """ "Klachten worden niet openbaar geuit": conduct of the employee; "Beelden worden gewist": of the employer."""
    conduct = {hit.first for hit in hits if hit.concept in ("uitend_gedrag", "handeling_medewerker")}
    administering = {hit.first for hit in hits if hit.concept == "handeling_werkgever"}
    participles = {place for place in range(len(tokens)) if _is_participle(tokens, place)}
    if actor in (Actor.EMPLOYER, Actor.HR, Actor.MANAGER, Actor.CONFIDANT):
        return Form(promises=True, acts=True)
    if actor is Actor.EMPLOYEE and any(token.folded == "door" for token in tokens):
        return Form(forbids=negated, obliges=not negated, acts=True)
    if actor in (Actor.UNKNOWN, Actor.DATA_SUBJECT) and conduct & participles:
        return Form(forbids=negated, obliges=not negated, is_addressed=True)
    if administering & participles:
        return Form(promises=True)
    return Form()


def _is_participle(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    return token.verb_form == "Part" or token.folded.endswith(("t", "d", "en"))


def _own_negations(tokens: Sequence[Token], own: int, shape: Outline) -> list[int]:
    """Negations in the clause's own words that stand in a main clause."""
    return [
        position
        for position in shape.negations
        if position >= own
        and not is_narrow(tokens, position)
        and shape.stretch_of(position).sort is not Sort.SUBORDINATE
        and position not in shape.excepted
    ]


def _opens_with_ban(tokens: Sequence[Token], own: int, finite: Sequence[int]) -> bool:
    """ "Geen informatie delen met derden", "Niet bellen achter het stuur", "Nooit deel je …"; not "Niet iedereen …"."""
    if own >= len(tokens) or tokens[own].folded not in _BARE_BANS:
        return False
    following = tokens[own + 1].folded if own + 1 < len(tokens) else ""
    return following not in _QUANTIFIERS and not any(tokens[place].folded in AUXILIARIES for place in finite)


def _is_bare_infinitive(tokens: Sequence[Token], own: int, shape: Outline) -> bool:
    """ "Incidenten direct melden bij ICT": an infinitive without "te", article or finite verb."""
    for place in range(own + 1, len(tokens)):
        token = tokens[place]
        if token.verb_form == "Inf" and token.pos == "VERB" and shape.stretch_of(place).sort is Sort.MAIN:
            return tokens[place - 1].folded not in ("te", "het", "van", "voor", "tot", "bij", "door")
    return False


def is_imperative(tokens: Sequence[Token], own: int, verbs: Set[int] = frozenset()) -> bool:
    """Whether the clause opens with an order, or has one after a comma: "Bij twijfel, raadpleeg HR".

    `verbs` are the positions of words of the concept `gebiedende_wijs`; the pipeline's own reading of a
    first word as a finite verb counts as well.
    """
    if own >= len(tokens):
        return False
    first = tokens[own]
    if first.folded in _ORDERING:
        return not _has_subject_behind(tokens, own)
    if _is_bare_stem(tokens, own) and (own in verbs or (first.pos == "VERB" and first.verb_form == "Fin")):
        return True
    return any(
        token.after_break and position in verbs and _is_bare_stem(tokens, position)
        for position, token in enumerate(tokens)
        if position > own
    )


def _has_subject_behind(tokens: Sequence[Token], position: int) -> bool:
    return (
        position + 1 < len(tokens)
        and tokens[position + 1].folded in ("je", *_PRONOUNS)
        and (tokens[position].folded in ("ben", "ga", "doe", "laat", "houd") and tokens[position + 1].folded != "u")
    )


def _is_bare_stem(tokens: Sequence[Token], position: int) -> bool:
    """A verb form without ending and without a subject behind it: "meld", not "meldt", "melden" or "meld jij"."""
    word = tokens[position].folded
    following = tokens[position + 1].folded if position + 1 < len(tokens) else ""
    has_ending = word.endswith(("en", "de", "te", "den", "ten")) or (
        word.endswith("t") and not word.endswith(_STEMS_IN_T)
    )
    return not has_ending and word not in AUXILIARIES and following not in _PRONOUNS
