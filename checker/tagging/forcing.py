"""The force of a clause (ban, duty, right, sanction, …), the reach of its negations, and its actor.

clinlp's words for what steers reach are used: a cue, a pseudo-cue that only looks like one, and a
termination where reach ends. Cues are concepts in `rules/begrippen/strekking.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from checker.model import Actor, Flag, Force
from checker.tagging.matching import Hit, Token

_CUES = (
    ("strekking_sanctie", Force.SANCTION),
    ("strekking_verbod", Force.PROHIBITION),
    ("strekking_plicht", Force.DUTY),
    ("strekking_advies", Force.ADVICE),
    ("strekking_recht", Force.RIGHT),
    ("strekking_mag", Force.POWER),
    ("strekking_definitie", Force.DEFINITION),
    ("strekking_doel", Force.PURPOSE),
)
"""Order decides the main force: a sanction wins over a ban, a ban over a duty, and so on."""

_ACTORS = (
    ("actor_werknemer", Actor.EMPLOYEE),
    ("actor_werkgever", Actor.EMPLOYER),
    ("actor_leidinggevende", Actor.MANAGER),
    ("actor_hr", Actor.HR),
    ("actor_ondernemingsraad", Actor.WORKS_COUNCIL),
    ("actor_vertrouwenspersoon", Actor.CONFIDANT),
    ("actor_vakbond", Actor.UNION),
    ("actor_externe", Actor.EXTERNAL),
    ("actor_betrokkene", Actor.DATA_SUBJECT),
    ("actor_overheid", Actor.AUTHORITY),
)
_NOT_ACTING = frozenset(
    (
        "ben bent is zijn was waren heb hebt heeft hebben word wordt worden kan kunt kunnen mag mogen wil "
        "wilt willen hoef hoeft hoeven zal zult zullen weet weten"
    ).split()
)
"""Finite verbs that by themselves neither order nor forbid: "je hoeft niet", "hij is niet"."""

_NEGATING = frozenset(["niet", "geen", "nooit", "nimmer", "niets", "niemand", "nergens"])
_QUANTIFIERS = frozenset(["elk", "elke", "ieder", "iedere", "iedereen", "alle", "alles"])
_SUBORDINATORS = frozenset(
    "als indien wanneer omdat zodat voordat nadat zolang terwijl hoewel tenzij die waarbij waarin mits".split()
)
_PRONOUNS = frozenset(["jij", "u", "wij", "we", "ik", "hij", "zij", "ze", "men", "er"])
_STEMS_IN_T = ("plaats", "zet", "let", "post", "wacht", "richt", "licht", "sluit", "laat", "uit", "vergeet", "tweet")
_BARE_BANS = frozenset(["geen", "niet", "nooit", "nimmer"])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause does: its forces (main first), who acts, and where negation and exception reach."""

    forces: tuple[Force, ...]
    actor: Actor
    negated: frozenset[int]
    """Positions of tokens in reach of a negation."""
    excepted: frozenset[int]


def read_force(tokens: Sequence[Token], own: int, hits: Iterable[Hit]) -> Reading:
    """The reading of a clause; `own` is the position of its first own token, after those of its lead-in."""
    hits = [hit for hit in hits if not _crosses_a_border(tokens, hit)]
    negations = _negations(hits)
    cues = {hit.concept for hit in hits if not _is_cancelled(hit, negations)}
    actor = _actor(tokens, own, hits)
    verbs = {hit.first for hit in hits if hit.concept == "gebiedende_wijs"}
    conduct = {hit.first for hit in hits if hit.concept == "uitend_gedrag"}
    imperative = is_imperative(tokens, own, verbs)
    forces = [force for concept, force in _CUES if concept in cues]
    if Force.PROHIBITION not in forces and _is_plain_ban(
        tokens, own, negations, actor, imperative=imperative, conduct=conduct
    ):
        forces = _insert(forces, Force.PROHIBITION)
    if not {Force.PROHIBITION, Force.DUTY, Force.ADVICE} & set(forces):
        if "strekking_vermijding" in cues:
            forces = _insert(forces, Force.ADVICE)
        elif imperative or _is_plain_duty(tokens, own, forces, actor, negations):
            forces = _insert(forces, Force.DUTY)
    if Force.PROHIBITION in forces and Force.POWER in forces:
        forces.remove(Force.POWER)
    if not forces:
        promising = actor in (Actor.EMPLOYER, Actor.HR, Actor.MANAGER)
        forces = [Force.PROMISE if promising else Force.FACT]
    if imperative and actor is Actor.UNKNOWN:
        actor = Actor.EMPLOYEE
    return Reading(tuple(forces), actor, _reach(tokens, hits, negations), _exception_reach(tokens, hits))


def is_imperative(tokens: Sequence[Token], own: int, verbs: Set[int] = frozenset()) -> bool:
    """Whether the clause opens with an order: "Plaats geen …", or has one after a comma: "Bij twijfel, raadpleeg HR".

    `verbs` are the positions of words of the concept `gebiedende_wijs`; the pipeline's own reading of a
    first word as a finite verb counts as well.
    """
    if own >= len(tokens):
        return False
    first = tokens[own]
    if first.folded in ("wees", "zorg", "houd", "laat", "ga", "doe", "ben"):
        return True
    if _is_bare_stem(tokens, own) and (own in verbs or (first.pos == "VERB" and first.verb_form == "Fin")):
        return True
    return any(
        token.after_break and position in verbs and _is_bare_stem(tokens, position)
        for position, token in enumerate(tokens)
        if position > own
    )


def _is_bare_stem(tokens: Sequence[Token], position: int) -> bool:
    """A verb form without ending and without a subject behind it: "meld", not "meldt", "melden" or "meld jij"."""
    word = tokens[position].folded
    following = tokens[position + 1].folded if position + 1 < len(tokens) else ""
    has_ending = word.endswith(("en", "de", "te", "den", "ten")) or (
        word.endswith("t") and not word.endswith(_STEMS_IN_T)
    )
    return not has_ending and word not in _NOT_ACTING and following not in _PRONOUNS


def _negations(hits: Sequence[Hit]) -> list[int]:
    """Positions of negating words that really negate."""
    pseudo = {
        position for hit in hits if hit.concept == "schijnontkenning" for position in range(hit.first, hit.last + 1)
    }
    return sorted({hit.first for hit in hits if hit.concept == "ontkenning"} - pseudo)


def _is_cancelled(hit: Hit, negations: Sequence[int]) -> bool:
    """A cue that is itself denied: "is niet verplicht", "niet verboden", "leidt niet tot ontslag", "geen maatregel"."""
    if hit.concept not in ("strekking_sanctie", "strekking_plicht", "strekking_verbod"):
        return False
    if not _NEGATING.isdisjoint(re.findall(r"\w+", hit.term)):
        # The term has its own negation: denied only when that is none ("je mag niet alleen vragen stellen").
        return not any(position in range(hit.first, hit.last + 1) for position in negations)
    before = range(max(hit.first - (1 if hit.concept == "strekking_verbod" else 2), 0), hit.last + 1)
    return any(position in before for position in negations)


def _crosses_a_border(tokens: Sequence[Token], hit: Hit) -> bool:
    """A ban whose negation belongs to another clause: "je mag een mening hebben, ook als die ons niet bevalt"."""
    if hit.concept != "strekking_verbod" or tokens[hit.last].folded not in _NEGATING:
        return False
    return any(tokens[position].folded in _SUBORDINATORS for position in range(hit.first + 1, hit.last))


def _is_subordinate(tokens: Sequence[Token], position: int) -> bool:
    """Whether a negation stands in a subordinate clause: "ook als je niet aan het werk bent, …"."""
    for back in range(position - 1, -1, -1):
        if tokens[back].folded in _SUBORDINATORS:
            return True
        if tokens[back + 1].after_break:
            return False
    return False


def _is_plain_ban(
    tokens: Sequence[Token],
    own: int,
    negations: Sequence[int],
    actor: Actor,
    *,
    imperative: bool,
    conduct: Set[int],
) -> bool:
    """A ban without a word that forbids: "Je plaatst geen …", "Deel nooit …", "Geen informatie delen …"."""
    own_negations = [position for position in negations if position >= own and not _is_subordinate(tokens, position)]
    if not own_negations:
        return False
    finite = [token for token in tokens[own:] if token.verb_form == "Fin" or token.folded in _NOT_ACTING]
    if own_negations[0] == own and tokens[own].folded in _BARE_BANS:
        following = tokens[own + 1].folded if own + 1 < len(tokens) else ""
        return following not in _QUANTIFIERS and not any(token.folded in _NOT_ACTING for token in finite)
    if imperative:
        return True
    if _is_passive_ban(tokens, own_negations[0], conduct, actor):
        return True
    if actor is not Actor.EMPLOYEE:
        return False
    before = [token for token in finite if token.start < tokens[own_negations[0]].start] or finite
    return not before or before[-1].folded not in _NOT_ACTING


def _is_passive_ban(tokens: Sequence[Token], negation: int, conduct: Set[int], actor: Actor) -> bool:
    """ "Klachten worden niet in het openbaar geuit": conduct of nobody named, so of the employee."""
    if actor not in (Actor.UNKNOWN, Actor.DATA_SUBJECT):
        return False
    passive = any(token.folded in ("wordt", "worden") for token in tokens[:negation])
    return passive and any(
        tokens[position].folded.endswith(("t", "d", "en")) for position in conduct if position >= negation
    )


def _is_plain_duty(
    tokens: Sequence[Token], own: int, forces: Sequence[Force], actor: Actor, negations: Sequence[int]
) -> bool:
    """A duty in the plain present tense: "De medewerker meldt …", "Je overlegt eerst met …"."""
    if forces or actor is not Actor.EMPLOYEE or negations:
        return False
    finite = [token for token in tokens[own:] if token.verb_form == "Fin"]
    return bool(finite) and finite[0].folded not in _NOT_ACTING


def _actor(tokens: Sequence[Token], own: int, hits: Sequence[Hit]) -> Actor:
    """The first person named that can be the subject; one after a preposition only when there is no other."""
    names = dict(_ACTORS)
    prepositions = {hit.first for hit in hits if hit.concept == "voorzetsel"}
    found = sorted((hit for hit in hits if hit.concept in names), key=lambda hit: (hit.first < own, hit.first))
    subjects = [hit for hit in found if not _follows(hit.first, prepositions, tokens)]
    return names[subjects[0].concept] if subjects else Actor.UNKNOWN


def _follows(position: int, prepositions: set[int], tokens: Sequence[Token]) -> bool:
    """Whether a preposition stands up to three words before, with only articles and adjectives between."""
    for back in range(position - 1, max(position - 4, -1), -1):
        if back in prepositions:
            return True
        if tokens[back].pos in ("VERB", "AUX", "PUNCT", "SCONJ") or tokens[back + 1].after_break:
            return False
    return False


def _reach(tokens: Sequence[Token], hits: Sequence[Hit], negations: Sequence[int]) -> frozenset[int]:
    """A negation reaches over its stretch: from the termination before it to the one after it."""
    ends = {hit.first for hit in hits if hit.concept == "einde_bereik"}
    reached: set[int] = set()
    for cue in negations:
        first = cue
        while first > 0 and not tokens[first].after_break and first - 1 not in ends:
            first -= 1
        last = cue
        if _is_nominalised(tokens, cue):
            reached.update((cue, cue + 1))
            continue
        while last + 1 < len(tokens) and last + 1 not in ends and not tokens[last + 1].after_break:
            last += 1
        reached.update(range(first, last + 1))
    for position, token in enumerate(tokens):
        if token.folded == "zonder":
            reached.update(range(position, min(position + 4, len(tokens))))
    return frozenset(reached)


def _is_nominalised(tokens: Sequence[Token], cue: int) -> bool:
    """ "Het niet melden van nevenwerk is …": the negation reaches its infinitive only."""
    if cue == 0 or cue + 1 >= len(tokens):
        return False
    return tokens[cue - 1].folded == "het" and tokens[cue + 1].folded.endswith("en")


def _exception_reach(tokens: Sequence[Token], hits: Sequence[Hit]) -> frozenset[int]:
    reached: set[int] = set()
    for hit in hits:
        if hit.concept == "uitzondering":
            opens = hit.first == 0  # "Tenzij X, geldt Y": the main clause follows after the comma
            last = hit.last
            while last + 1 < len(tokens) and not (opens and tokens[last + 1].after_break):
                last += 1
            reached.update(range(hit.first, last + 1))
    return frozenset(reached)


def _insert(forces: Sequence[Force], force: Force) -> list[Force]:
    order = [entry for _, entry in _CUES]
    return sorted({*forces, force}, key=order.index)


def harden_advice(forces: tuple[Force, ...]) -> tuple[Force, ...]:
    """The forces of a clause that advises to avoid something, when a sanction stands on the whole policy."""
    return tuple(_insert([force for force in forces if force is not Force.ADVICE], Force.PROHIBITION))


def is_policy_wide_sanction(forces: Sequence[Force], flags: Iterable[Flag], concepts: Iterable[str]) -> bool:
    """Whether the clause threatens a sanction on breach of the policy as a whole."""
    return Force.SANCTION in forces and not any(flags) and "overtreding_van_het_beleid" in concepts
