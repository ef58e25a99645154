"""Makes plain sentences with the verbs of policies: "De medewerker kan een gesprek aanvragen".

Treebanks hold few of these verbs, and orders alone would teach that they are always orders. Here the same
verbs stand where somebody tells: as infinitive, after their subject, before "je", and at the end of a clause.
"""

from __future__ import annotations

import random
from dataclasses import replace

from checker.tagging.training.imperatives import Statement, Verb
from checker.tagging.training.trees import Word

Words = tuple[Word, ...]

FINITE = "Number=Sing|Tense=Pres|VerbForm=Fin"
YOU_POLITE = Word("u", "u", "PRON", "Case=Nom|Person=2|PronType=Prs")
YOU = Word("je", "je", "PRON", "Case=Nom|Person=2|PronType=Prs")
_TO = Word("te", "te", "ADP", tag="VZ|init")
_ONE_WILL = (
    Word("kan", "kunnen", "AUX", FINITE),
    Word("mag", "mogen", "AUX", FINITE),
    Word("moet", "moeten", "AUX", FINITE),
    Word("zal", "zullen", "AUX", FINITE),
    Word("wil", "willen", "AUX", FINITE),
)
_IT = Word("Het", "het", "PRON", "Person=3|PronType=Prs")
_IS = Word("is", "zijn", "AUX", FINITE)
_NOT = Word("niet", "niet", "ADV")
DUTIES: tuple[Words, ...] = (
    (_IT, _IS, Word("verboden", "verbieden", "VERB", "VerbForm=Part")),
    (_IT, _IS, _NOT, Word("toegestaan", "toestaan", "VERB", "VerbForm=Part")),
    (_IT, _IS, Word("belangrijk", "belangrijk", "ADJ", "Degree=Pos")),
    (_IT, _IS, Word("mogelijk", "mogelijk", "ADJ", "Degree=Pos")),
)
_CONJUNCTIONS = tuple(
    Word(text, text, "SCONJ", tag="VG|onder") for text in ("als", "indien", "wanneer", "dat", "zodra")
)


def finite(verb: Verb, *, with_t: bool, whole: bool = False) -> Word:
    """ "meld" or "meldt"; `whole` puts the particle before it, as at the end of a clause: "aanvraagt"."""
    ending = "t" if with_t and not verb.stem.endswith("t") else ""
    # A stem that ends in a vowel doubles it: sla, slaat.
    stem = verb.stem + verb.stem[-1] if ending and verb.stem[-1] == "a" else verb.stem
    before = verb.particle if whole else ""
    return Word(before + stem + ending, before + verb.lemma, "VERB", FINITE)


def _particle(verb: Verb) -> Words:
    return (Word(verb.particle, verb.particle, "ADP", tag="VZ|fin"),) if verb.particle else ()


def _open(words: Words) -> Words:
    """White space behind the last word: something follows."""
    return (*words[:-1], replace(words[-1], space=True)) if words else ()


def _subject(said: Statement, *, starts: bool) -> Words:
    first, *rest = said.subject
    return _open((first.starting() if starts else first.inside(), *rest))


def with_modal(said: Statement, verb: Verb, chance: random.Random) -> Words:
    """ "De medewerker kan een gesprek met de directie aanvragen"."""
    infinitive = Word(verb.particle + verb.lemma, verb.particle + verb.lemma, "VERB", "VerbForm=Inf")
    return (*_subject(said, starts=True), chance.choice(_ONE_WILL), *_open(said.rest), infinitive)


def with_third_person(said: Statement, verb: Verb) -> Words:
    """ "De medewerker vraagt een gesprek aan"."""
    return (*_subject(said, starts=True), finite(verb, with_t=True), *_open(said.rest), *_particle(verb))


def before_you(said: Statement, verb: Verb, chance: random.Random) -> Words:
    """ "vraag je een gesprek aan", "vraagt u een gesprek aan": what follows a phrase that opens the sentence."""
    polite = chance.random() < 0.4
    you = YOU_POLITE if polite else YOU
    return (finite(verb, with_t=polite), you, *_open(said.rest), *_particle(verb))


def in_clause(said: Statement, verb: Verb, chance: random.Random) -> Words:
    """ "als je een gesprek aanvraagt"."""
    subject = (chance.choice((YOU, YOU_POLITE)),) if chance.random() < 0.5 else _subject(said, starts=False)
    return (chance.choice(_CONJUNCTIONS), *subject, *_open(said.rest), finite(verb, with_t=True, whole=True))


def to_do(said: Statement, verb: Verb) -> Words:
    """ "een gesprek aan te vragen"."""
    infinitive = Word(verb.lemma, verb.lemma, "VERB", "VerbForm=Inf")
    return (*_open(said.rest), *_particle(verb), _TO, infinitive)
