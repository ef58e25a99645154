"""The force of a clause: ban, duty, right, sanction and the rest, with the words that give it.

Cues are concepts in `rules/begrippen/strekking.yaml`. Where no cue stands, the form of the sentence tells: an order,
the plain present tense, the passive, a bare infinitive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from checker.model import Actor, Flag, Force
from checker.tagging.acting import find_actor, persons_of
from checker.tagging.excepting import NEGATING
from checker.tagging.forms import Form, read_form
from checker.tagging.matching import Hit, Token
from checker.tagging.negating import Outline, outline
from checker.tagging.stretches import Sort

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

_FORCE_OF = dict(_CUES)
_CANCELLABLE = ("strekking_sanctie", "strekking_plicht", "strekking_verbod")
_CONDITIONS = frozenset("als indien wanneer voordat nadat zodra zolang tenzij mits wie die terwijl omdat".split())
"""A subordinate clause with one of these gives no force: "als je een vraag moet stellen, …"."""
_ORGANISATION = (Actor.EMPLOYER, Actor.HR, Actor.MANAGER, Actor.CONFIDANT)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause does: its forces (main first), the words that say so, who acts, and where negation reaches."""

    forces: tuple[Force, ...]
    actor: Actor
    outline: Outline
    cue: tuple[int, int] | None = None
    """Positions of the first and last word of the cue of the main force."""

    @property
    def negated(self) -> frozenset[int]:
        """Positions of tokens in reach of a negation."""
        return self.outline.negated

    @property
    def excepted(self) -> frozenset[int]:
        """Positions of tokens in reach of an exception."""
        return self.outline.excepted


def read_force(tokens: Sequence[Token], own: int, hits: Iterable[Hit]) -> Reading:
    """The reading of a clause; `own` is the position of its first own token, after those of its lead-in."""
    hits = list(hits)
    shape = outline(tokens, hits, persons_of(hits), own)
    actor = find_actor(tokens, own, hits, shape)
    form = read_form(tokens, own, hits, shape, actor)
    cues = [hit for hit in hits if hit.concept in _FORCE_OF and _counts(tokens, hit, shape, form)]
    cues = [hit for hit in cues if hit.concept != "strekking_mag" or _empowers(tokens, hit, shape, actor)]
    forces = _forces({hit.concept for hit in cues}, form, actor, hits)
    if form.is_addressed and actor is Actor.UNKNOWN and forces[0] in (Force.PROHIBITION, Force.DUTY, Force.ADVICE):
        actor = Actor.EMPLOYEE
    if actor is Actor.UNKNOWN and forces[0] is Force.PROMISE:
        actor = Actor.EMPLOYER
    return Reading(forces, actor, shape, _cue_of(forces[0], cues))


def _forces(cues: Set[str], form: Form, actor: Actor, hits: Sequence[Hit]) -> tuple[Force, ...]:
    forces = [force for concept, force in _CUES if concept in cues]
    if form.forbids and Force.PROHIBITION not in forces and not (form.is_weak and forces):
        forces = _insert(forces, Force.PROHIBITION)
    if not {Force.PROHIBITION, Force.DUTY, Force.ADVICE} & set(forces):
        if "strekking_vermijding" in {hit.concept for hit in hits}:
            forces = _insert(forces, Force.ADVICE)
        elif form.orders or (form.obliges and not forces):
            forces = _insert(forces, Force.DUTY)
    if Force.PROHIBITION in forces and Force.POWER in forces:
        forces.remove(Force.POWER)
    if not forces:
        promising = form.promises or (actor in _ORGANISATION and form.acts)
        forces = [Force.PROMISE if promising else Force.FACT]
    return tuple(forces)


def _counts(tokens: Sequence[Token], hit: Hit, shape: Outline, form: Form) -> bool:
    """Whether a cue stands where it gives the clause its force, in one piece and not denied."""
    if _holds_negation(hit.term) and _crosses_a_border(tokens, hit, shape):
        return False
    stretch = shape.stretch_of(hit.first)
    if stretch.sort is Sort.SUBORDINATE and tokens[stretch.first].folded in _CONDITIONS and form.has_main_clause:
        return False
    return not (hit.concept in _CANCELLABLE and _is_denied(hit, shape))


def _crosses_a_border(tokens: Sequence[Token], hit: Hit, shape: Outline) -> bool:
    """A ban whose negation belongs to another clause: "je mag een mening hebben, ook als die ons niet bevalt"."""
    if shape.are_together(hit.first, hit.last):
        return False
    return tokens[shape.stretch_of(hit.last).first].folded not in ("dat", "om", "of")


def _holds_negation(term: str) -> bool:
    return not NEGATING.isdisjoint(re.findall(r"\w+", term))


def _is_denied(hit: Hit, shape: Outline) -> bool:
    """A cue that is itself denied: "is niet verplicht", "niet verboden", "leidt niet tot ontslag", "geen maatregel"."""
    if _holds_negation(hit.term):
        # The term has its own negation: denied only when that is none ("je mag niet alleen vragen stellen").
        return not any(position in range(hit.first, hit.last + 1) for position in shape.negations)
    width = {"strekking_verbod": 1, "strekking_plicht": 2}.get(hit.concept, 8)
    before = range(max(hit.first - width, 0), hit.last + 1)
    return any(
        position in before and shape.are_together(position, hit.last) and position + 1 not in shape.excepted
        for position in shape.negations
    )


def _empowers(tokens: Sequence[Token], hit: Hit, shape: Outline, actor: Actor) -> bool:
    """ "kan" gives a power to somebody, or in the passive; "Een bericht kan schade veroorzaken" gives none."""
    if tokens[hit.first].folded not in ("kan", "kunnen", "kunt") or hit.first != hit.last:
        return True
    parts = shape.clause_of(shape.stretch_of(hit.first))
    words = {tokens[place].folded for part in parts for place in range(part.first, part.last + 1)}
    if words & {"leiden", "ontstaan", "betekenen", "blijken", "voorkomen", "gebeuren", "schaden", "gevolgen"}:
        return False
    return actor is not Actor.UNKNOWN or "worden" in words


def _cue_of(force: Force, cues: Sequence[Hit]) -> tuple[int, int] | None:
    giving = [hit for hit in cues if _FORCE_OF[hit.concept] is force]
    return (giving[0].first, giving[0].last) if giving else None


def _insert(forces: Sequence[Force], force: Force) -> list[Force]:
    order = [entry for _, entry in _CUES]
    return sorted({*forces, force}, key=order.index)


def harden_advice(forces: tuple[Force, ...]) -> tuple[Force, ...]:
    """The forces of a clause that advises to avoid something, when a sanction stands on the whole policy."""
    return tuple(_insert([force for force in forces if force is not Force.ADVICE], Force.PROHIBITION))


def is_policy_wide_sanction(forces: Sequence[Force], flags: Iterable[Flag], concepts: Iterable[str]) -> bool:
    """Whether the clause threatens a sanction on breach of the policy as a whole."""
    return Force.SANCTION in forces and not any(flags) and "overtreding_van_het_beleid" in concepts
