"""Who a clause binds, empowers or protects: subject, agent behind "door", or the one whom an order addresses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.model import Actor
from checker.tagging.matching import Hit, Token
from checker.tagging.negating import Outline
from checker.tagging.stretches import Sort, is_finite

ACTOR_CONCEPTS = {
    "actor_werknemer": Actor.EMPLOYEE,
    "actor_werkgever": Actor.EMPLOYER,
    "actor_leidinggevende": Actor.MANAGER,
    "actor_hr": Actor.HR,
    "actor_ondernemingsraad": Actor.WORKS_COUNCIL,
    "actor_vertrouwenspersoon": Actor.CONFIDANT,
    "actor_vakbond": Actor.UNION,
    "actor_externe": Actor.EXTERNAL,
    "actor_betrokkene": Actor.DATA_SUBJECT,
    "actor_overheid": Actor.AUTHORITY,
}
_POSSESSIVE = frozenset(["je", "jouw", "uw", "jullie", "onze", "ons", "mijn"])
_PASSIVE = frozenset(["wordt", "worden", "werd", "werden"])
_PASSES = ("VERB", "AUX", "PUNCT", "SCONJ")


def persons_of(hits: Iterable[Hit]) -> frozenset[int]:
    """Positions of words that name somebody."""
    return frozenset(
        position for hit in hits if hit.concept in ACTOR_CONCEPTS for position in range(hit.first, hit.last + 1)
    )


def find_actor(tokens: Sequence[Token], own: int, hits: Sequence[Hit], shape: Outline) -> Actor:
    """The one who acts; `Actor.UNKNOWN` when nobody is named as such.

    Handles: "Beelden worden door HR bewaard" (HR), "Van medewerkers wordt verwacht" (employee), "Op het werk gebruik
    je je telefoon niet" (employee), "De medewerker wordt geïnformeerd" (employer), "Het is de ambtenaar verboden".
    """
    named = _named(tokens, hits)
    if agent := _agent(tokens, named):
        return agent
    if expected := _expected_of(hits, named):
        return expected
    subjects = [hit for hit in named if not _follows_preposition(tokens, hit.first, hits)]
    subjects.sort(key=lambda hit: (_rank(hit, shape), hit.first < own, hit.first))
    if not subjects:
        return Actor.UNKNOWN
    actor = ACTOR_CONCEPTS[subjects[0].concept]
    if actor in (Actor.EMPLOYEE, Actor.DATA_SUBJECT, Actor.EXTERNAL) and _undergoes(tokens, hits):
        return Actor.EMPLOYER
    return actor


def _named(tokens: Sequence[Token], hits: Sequence[Hit]) -> list[Hit]:
    """Mentions of people that are no possessives: not the "je" of "je leidinggevende"."""
    return [hit for hit in hits if hit.concept in ACTOR_CONCEPTS and not _is_possessive(tokens, hit.first)]


def _is_possessive(tokens: Sequence[Token], position: int) -> bool:
    if tokens[position].folded not in _POSSESSIVE or position + 1 >= len(tokens):
        return False
    following = tokens[position + 1]
    if tokens[position].folded in ("onze", "uw", "jouw", "mijn"):
        return True
    before = tokens[position - 1] if position else None
    return following.pos in ("NOUN", "ADJ", "PROPN") and not (before is not None and is_finite(before))


def _agent(tokens: Sequence[Token], named: Sequence[Hit]) -> Actor | None:
    """The one behind "door" in the passive."""
    passive = any(token.folded in _PASSIVE or token.verb_form == "Part" for token in tokens)
    for hit in named:
        before = [token.folded for token in tokens[max(hit.first - 4, 0) : hit.first]]
        if passive and "door" in before and not any(token.after_break for token in tokens[hit.first : hit.first + 1]):
            return ACTOR_CONCEPTS[hit.concept]
    return None


def _expected_of(hits: Sequence[Hit], named: Sequence[Hit]) -> Actor | None:
    """ "Van medewerkers wordt verwacht dat …", "Wij vragen u …": the one who is asked is bound."""
    asking = [hit for hit in hits if hit.concept == "verwachting"]
    if not asking:
        return None
    asked = [hit for hit in named if ACTOR_CONCEPTS[hit.concept] is not Actor.EMPLOYER]
    return ACTOR_CONCEPTS[asked[0].concept] if asked else Actor.EMPLOYEE


def _rank(hit: Hit, shape: Outline) -> int:
    """People in the main clause first; then in complements; then in subordinate clauses."""
    sort = shape.stretch_of(hit.first).sort
    return {Sort.MAIN: 0, Sort.COMPLEMENT: 1, Sort.SUBORDINATE: 2}[sort]


def _follows_preposition(tokens: Sequence[Token], position: int, hits: Sequence[Hit]) -> bool:
    """Whether a preposition stands up to three words before, with only articles and adjectives between."""
    prepositions = {hit.first for hit in hits if hit.concept == "voorzetsel"}
    for back in range(position - 1, max(position - 4, -1), -1):
        if back in prepositions:
            return True
        if tokens[back].pos in _PASSES or tokens[back + 1].after_break or is_finite(tokens[back]):
            return False
    return False


def _undergoes(tokens: Sequence[Token], hits: Sequence[Hit]) -> bool:
    """ "De medewerker wordt geïnformeerd": the deed binds whoever does it, so the employer."""
    passive = any(token.folded in _PASSIVE for token in tokens)
    return passive and any(hit.concept == "handeling_jegens_medewerker" for hit in hits)
