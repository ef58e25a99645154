"""Cuts phrases out of treebank sentences: what stands in headings, in bullets and before an order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.tagging.training.trees import Sentence, Word, is_contiguous

_NOMINAL = frozenset(
    {"nsubj", "obj", "obl", "obl:arg", "obl:agent", "nmod", "nsubj:pass", "conj", "root", "ROOT", "appos"}
)
_LONGEST_HEADING = 8
_LONGEST_BULLET = 9
_LONGEST_PREPOSITION = 7
_LONGEST_CONDITION = 12
_BEFORE_ORDERS = frozenset(
    "bij na voor tijdens in op met zonder binnen buiten via vanaf tot tegen ondanks naast namens rond sinds".split()
)
_CONDITIONAL = frozenset("als indien wanneer zodra voordat nadat tenzij mits zolang totdat terwijl om".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """Adjacent words; the first is as inside a sentence."""

    words: tuple[Word, ...]

    def starting(self) -> tuple[Word, ...]:
        return (self.words[0].starting(), *self.words[1:])


def _phrase(sentence: Sentence, indices: list[int]) -> Phrase:
    words = [sentence.words[index] for index in indices]
    first = words[0].inside() if indices[0] == 0 else words[0]
    return Phrase((first, *words[1:-1], replace(words[-1], space=True)) if len(words) > 1 else (first,))


def _without(sentence: Sentence, index: int, relations: frozenset[str]) -> list[int]:
    """The subtree of a word, less what stands before it in one of these relations."""
    kept = set(sentence.subtree(index))
    for child in sentence.children(index):
        if child < index and sentence.words[child].relation in relations:
            kept -= set(sentence.subtree(child))
    return sorted(kept)


def headings(sentence: Sentence) -> Iterator[Phrase]:
    """Noun phrases without article or preposition: "Gebruik van sociale media"."""
    words = sentence.words
    for index, word in enumerate(words):
        if word.pos != "NOUN" or word.relation not in _NOMINAL:
            continue
        span = _without(sentence, index, frozenset({"case", "det", "cc", "punct", "nmod:poss"}))
        if not is_contiguous(span) or len(span) > _LONGEST_HEADING:
            continue
        kinds = {words[number].pos for number in span}
        # A participle before its noun ("verboden gedragingen") is a VERB in UD, and welcome.
        finite = any("VerbForm=Fin" in words[number].features for number in span)
        if finite or kinds & {"PUNCT", "AUX", "PRON", "SYM"} or words[span[0]].pos in {"NUM", "ADV", "ADP"}:
            continue
        yield _phrase(sentence, span)


def names(sentence: Sentence) -> Iterator[Phrase]:
    """Proper names on their own: "Bernini". As headings they teach that a capital alone makes no order."""
    for index, word in enumerate(sentence.words):
        if word.pos == "PROPN" and word.relation not in {"flat", "flat:name", "fixed"}:
            span = [number for number in sentence.subtree(index) if sentence.words[number].pos == "PROPN"]
            if index in span and is_contiguous(span):
                yield _phrase(sentence, span)


def infinitives(sentence: Sentence, chance: random.Random) -> Iterator[Phrase]:
    """What bullets tell to do or not to do: "Geen informatie delen met derden"."""
    words = sentence.words
    for index, word in enumerate(words):
        clause = word.relation in {"xcomp", "advcl", "acl", "csubj"} and word.pos == "VERB"
        if not clause or "VerbForm=Inf" not in word.features:
            continue
        if not any(words[child].text == "te" and words[child].relation == "mark" for child in sentence.children(index)):
            continue
        span = _without(sentence, index, frozenset({"mark"}))
        if not 2 <= len(span) <= _LONGEST_BULLET or any(words[number].pos in {"PUNCT", "AUX"} for number in span):
            continue
        if any(words[number].relation in {"compound:prt", "nsubj", "aux"} for number in span) or span[-1] - index > 3:
            continue
        phrase = Phrase(tuple(words[number] for number in span))
        yield _denied(phrase) if phrase.words[0].text.lower() == "een" and chance.random() < 0.6 else phrase


def _denied(phrase: Phrase) -> Phrase:
    """ "Een foto plaatsen" -> "Geen foto plaatsen"."""
    first = replace(phrase.words[0], text="geen", lemma="geen", features="PronType=Ind")
    return Phrase((first, *phrase.words[1:]))


def prepositional(sentence: Sentence) -> Iterator[Phrase]:
    """Phrases that can stand before an order: "Bij twijfel", "Na afloop van de vergadering"."""
    words = sentence.words
    for index, word in enumerate(words):
        if word.relation not in {"obl", "obl:arg", "nmod"} or word.pos not in {"NOUN", "PROPN"}:
            continue
        span = sentence.subtree(index)
        if not 2 <= len(span) <= _LONGEST_PREPOSITION or not is_contiguous(span):
            continue
        first = words[span[0]]
        plain = not any(words[number].pos in {"PUNCT", "AUX", "SYM"} for number in span)
        if plain and first.pos == "ADP" and first.text.lower() in _BEFORE_ORDERS:
            yield _phrase(sentence, span)


def conditions(sentence: Sentence) -> Iterator[Phrase]:
    """Clauses that can stand before an order: "Indien u een fout vindt", "Om te beginnen"."""
    words = sentence.words
    for index, word in enumerate(words):
        if word.relation != "advcl":
            continue
        span = [
            number for number in sentence.subtree(index) if words[number].text != "," or words[number].head != index
        ]
        if not 3 <= len(span) <= _LONGEST_CONDITION or not is_contiguous(span):
            continue
        if words[span[0]].text.lower() in _CONDITIONAL and words[span[-1]].pos != "PUNCT":
            yield _phrase(sentence, span)
