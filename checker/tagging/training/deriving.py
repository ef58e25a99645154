"""Derives what policies are full of and treebanks lack: orders, headings and infinitive bullets.

Every label is the treebank's own, apart from those of the verbs of policies that are put in.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checker.tagging.training import phrases
from checker.tagging.training.imperatives import (
    Imperative,
    Statement,
    Verb,
    be_imperatives,
    policy_verbs,
    replaced,
    statement,
    stems,
    turned,
)
from checker.tagging.training.phrases import Phrase
from checker.tagging.training.recipes import (
    CONTRASTS,
    FULL_STOP,
    INNER,
    TELLING,
    Pieces,
    Recipe,
    Words,
    with_adverb,
)
from checker.tagging.training.trees import Sentence, spaced


@dataclass(frozen=True, slots=True)
class Amounts:
    """How many fragments of each kind are made, where the treebank has enough."""

    substituted: int = 1500
    inner: int = 3000
    contrasts: int = 2400
    telling: int = 1600
    headings: int = 1500
    names: int = 1000
    infinitives: int = 800


def derive(sentences: Sequence[Sentence], *, seed: int, amounts: Amounts | None = None) -> list[Sentence]:
    """The fragments, in a fixed order for a seed."""
    wanted = amounts or Amounts()
    chance = random.Random(seed)  # noqa: S311 (no secret)
    known = dict(stems(sentences))
    statements = [said for said in map(statement, sentences) if said is not None]
    plain = [order for said in statements if (order := turned(said, known)) is not None]
    plain.extend(be_imperatives(sentences))
    orders = [*plain, *_substituted(statements, known, wanted.substituted, chance)]
    pieces = Pieces(
        orders=orders,
        statements=statements,
        prepositional=[found for sentence in sentences for found in phrases.prepositional(sentence)],
        conditions=[found for sentence in sentences for found in phrases.conditions(sentence)],
        headings=_rare_first(sentences, wanted.headings, chance),
        stems=known,
        verbs=policy_verbs(),
    )
    made = [_closed(with_adverb(order, chance).starting(), chance) for order in orders]
    made += _cooked(INNER, pieces, wanted.inner, chance)
    made += _cooked(CONTRASTS, pieces, wanted.contrasts, chance)
    made += _cooked(TELLING, pieces, wanted.telling, chance)
    made += [_closed(found.starting(), chance, likely=0.1) for found in pieces.headings]
    proper = [found for sentence in sentences for found in phrases.names(sentence)]
    made += [found.starting() for found in _sample(proper, wanted.names, chance)]
    bullets = [found for sentence in sentences for found in phrases.infinitives(sentence, chance)]
    made += [_closed(spaced(found.starting()), chance) for found in _sample(bullets, wanted.infinitives, chance)]
    return [Sentence(_without_tree(words), source="derived") for words in made]


def _sample(found: Sequence[Phrase], amount: int, chance: random.Random) -> list[Phrase]:
    return chance.sample(found, min(amount, len(found)))


def _rare_first(sentences: Iterable[Sentence], amount: int, chance: random.Random) -> list[Phrase]:
    """Headings, those with a word that starts no other heading first: rare nouns are taken for verbs."""
    every = [heading for sentence in sentences for heading in phrases.headings(sentence)]
    # Most noun phrases are one noun; longer ones look like policies.
    found = [heading for heading in every if len(heading.words) > 1 or chance.random() < 0.25]
    chance.shuffle(found)
    seen: set[str] = set()
    fresh: list[Phrase] = []
    known: list[Phrase] = []
    for heading in found:
        first = heading.words[0].text.lower()
        (known if first in seen else fresh).append(heading)
        seen.add(first)
    most = fresh[: amount // 2]
    return [*most, *known[: amount - len(most)]]


def _substituted(
    statements: Sequence[Statement], known: dict[str, str], amount: int, chance: random.Random
) -> list[Imperative]:
    """Orders with another verb: two in three from policies, one in three any verb of the treebank."""
    movable = [said for said in statements if said.object_follows]
    policy = policy_verbs()
    any_verb = [Verb(stem, lemma) for lemma, stem in sorted(known.items())]
    verbs = [chance.choice(policy if chance.random() < 0.67 else any_verb) for _ in range(amount if movable else 0)]
    return [replaced(chance.choice(movable), verb) for verb in verbs]


def _closed(words: Words, chance: random.Random, *, likely: float = 0.7) -> Words:
    """The words with a full stop, often; bullets and headings have none."""
    if words[-1].pos == "PUNCT" or chance.random() > likely:
        return words
    return (*words[:-1], replace(words[-1], space=False), FULL_STOP)


def _without_tree(words: Words) -> Words:
    return tuple(replace(word, head=-1, relation="") for word in words)


def _cooked(recipes: tuple[tuple[Recipe, int], ...], pieces: Pieces, amount: int, chance: random.Random) -> list[Words]:
    """So many results of these recipes, by weight; none where a piece is missing altogether."""
    if not (pieces.orders and pieces.statements and pieces.prepositional and pieces.conditions and pieces.headings):
        return []
    weights = [weight for _, weight in recipes]
    chosen = chance.choices([recipe for recipe, _ in recipes], weights, k=amount)
    return [_closed(recipe(pieces, chance), chance) for recipe in chosen]
