"""Finds the terms of concepts in a stretch of words: by form, by inflection and by the pipeline's lemma."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model import Rulebook
from checker.rulebook.checking import concept_words
from checker.rulebook.terms import Step, fold, literal_words, parse_term
from checker.tagging.inflection import forms_of, split_separable
from checker.tagging.pipeline import Word

_WORD = re.compile(r"[^\W_]+(?:['’.\-:&][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """One word for matching; `keys` are all the spellings under which it may be asked for."""

    start: int
    end: int
    folded: str
    keys: frozenset[str]
    pos: str = ""
    verb_form: str = ""
    after_break: bool = False
    """A comma, bracket or dash stands before it."""
    lemma: str = ""
    """Folded, of the pipeline alone: the terms of a rulebook do not change it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found: the concept, the term as written in the rulebook, and its first and last token."""

    concept: str
    term: str
    first: int
    last: int


class Lexicon:
    """The terms of a rulebook, ready for matching. Made once for a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._terms: list[tuple[str, tuple[Step, ...], tuple[str, ...]]] = []
        owners: dict[str, list[str]] = defaultdict(list)
        for name in rulebook.concepts:
            for term in concept_words(name, dict(rulebook.concepts)):
                owners[term].append(name)
        words: set[str] = set()
        for term, concepts in owners.items():
            for steps in parse_term(term):
                words |= literal_words(steps)
                self._terms.append((term, steps, tuple(concepts)))
        self._places = [tuple(map(_place, steps)) for _, steps, _ in self._terms]
        self._needed = [_needed(steps) for _, steps, _ in self._terms]
        self._lemmas: dict[str, set[str]] = defaultdict(set)
        self._separable: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for word in sorted(words):
            self._add_forms(word)
        self._starts: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, (_, steps, _) in enumerate(self._terms):
            for test in steps[0].tests:
                self._starts[test.kind, test.text].append(index)
        self._affixes = [key for key in self._starts if key[0] in ("prefix", "suffix", "infix")]
        self._cached_starts: dict[tuple[str, frozenset[str]], tuple[int, ...]] = {}

    def _add_forms(self, word: str) -> None:
        for form in forms_of(word):
            self._lemmas[form].add(word)
        if parts := split_separable(word):
            particle, verb = parts
            for form in forms_of(verb):
                self._separable[form].add((particle, word))

    def tokens(self, text: str, words: Sequence[Word], offset: int = 0) -> list[Token]:
        """The words of `text` with their keys; `words` are the pipeline's, offsets shift by `offset`.

        A separable verb counts as a whole where its first part stands further on, or before "te":
        "spreekt ... aan" has the key "aanspreken" at "spreekt", "aan te spreken" at "spreken".
        """
        by_start = {word.start: word for word in words}
        found = list(_WORD.finditer(text))
        folded = [fold(match.group()) for match in found]
        tokens = []
        previous_end = 0
        for position, match in enumerate(found):
            form = folded[position]
            word = by_start.get(match.start())
            keys = {form, *self._lemmas.get(form, ())}
            if word is not None and word.start + len(word.text) == match.end():
                keys.add(fold(word.lemma))
            for particle, verb in self._separable.get(form, ()):
                before = folded[max(position - 2, 0) : position]
                if particle in folded[position + 1 : position + 15] or before == [particle, "te"]:
                    keys.add(verb)
            between = text[previous_end : match.start()]
            tokens.append(
                Token(
                    match.start() + offset,
                    match.end() + offset,
                    form,
                    frozenset(keys),
                    word.pos if word else "",
                    word.verb_form if word else "",
                    any(mark in between for mark in ",;:()–—"),
                    fold(word.lemma) if word else form,
                )
            )
            previous_end = match.end()
        return tokens

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """All terms in `tokens`, by place; of one concept with one first word the shortest reading."""
        hits: dict[tuple[str, int], Hit] = {}
        present = {key for token in tokens for key in token.keys}
        for position, token in enumerate(tokens):
            for index in self._starting_at(token):
                if self._needed[index].isdisjoint(present) and self._needed[index]:
                    continue
                last = _match(self._places[index], tokens, position)
                if last is None:
                    continue
                term, _, concepts = self._terms[index]
                for concept in concepts:
                    held = hits.get((concept, position))
                    if held is None or last < held.last:
                        hits[concept, position] = Hit(concept, term, position, last)
        return sorted(hits.values(), key=lambda hit: (hit.first, hit.last, hit.concept))

    def _starting_at(self, token: Token) -> tuple[int, ...]:
        known = self._cached_starts.get((token.folded, token.keys))
        if known is None:
            known = tuple(sorted(set(self._look_up(token))))
            self._cached_starts[token.folded, token.keys] = known
            if len(self._cached_starts) > 100_000:
                self._cached_starts.clear()
        return known

    def _look_up(self, token: Token) -> Iterator[int]:
        yield from self._starts.get(("form", token.folded), ())
        for key in token.keys:
            yield from self._starts.get(("lemma", key), ())
        for kind, part in self._affixes:
            if _has_affix(kind, part, token.folded):
                yield from self._starts[kind, part]


def _needed(steps: Sequence[Step]) -> frozenset[str]:
    """Words of which one must be there for the term to be: those of its last plain step but the first; often none."""
    plain = (step for step in reversed(steps[1:]) if all(test.kind in ("lemma", "form") for test in step.tests))
    return frozenset(test.text for step in [*plain][:1] for test in step.tests)


@dataclass(frozen=True, slots=True)
class _Place:
    """A step of a term with its tests by kind, so that a word is tried in two look-ups."""

    gap: int
    lemmas: frozenset[str]
    forms: frozenset[str]
    affixes: tuple[tuple[str, str], ...]


def _place(step: Step) -> _Place:
    by_kind = {kind: frozenset(test.text for test in step.tests if test.kind == kind) for kind in ("lemma", "form")}
    affixes = tuple((test.kind, test.text) for test in step.tests if test.kind not in by_kind)
    return _Place(step.gap, by_kind["lemma"], by_kind["form"], affixes)


def _match(places: Sequence[_Place], tokens: Sequence[Token], first: int) -> int | None:
    """Position of the last word of the shortest reading that starts at `first`; None when there is none."""
    reached = [first]
    count = len(tokens)
    for place in places[1:]:
        lemmas, forms, affixes = place.lemmas, place.forms, place.affixes
        following: set[int] = set()
        for position in reached:
            for candidate in range(position + 1, min(position + 2 + place.gap, count)):
                token = tokens[candidate]
                if (
                    token.folded in forms
                    or not lemmas.isdisjoint(token.keys)
                    or (affixes and any(_has_affix(kind, part, token.folded) for kind, part in affixes))
                ):
                    following.add(candidate)
        if not following:
            return None
        reached = sorted(following)
    return reached[0]


def _has_affix(kind: str, part: str, word: str) -> bool:
    if kind == "prefix":
        return word.startswith(part)
    if kind == "suffix":
        return word.endswith(part)
    return part in word
