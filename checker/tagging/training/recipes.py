"""Recipes: how pieces of treebank sentences are joined to the sentences of a policy.

Beside every recipe for an order stands one that looks like it and is none ("Bij twijfel neem je contact
op"): a pipeline that learns orders only sees them everywhere.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from checker.tagging.training import telling
from checker.tagging.training.imperatives import Imperative, Statement, Verb
from checker.tagging.training.phrases import Phrase
from checker.tagging.training.trees import Word

Words = tuple[Word, ...]

COMMA = Word(",", ",", "PUNCT", tag="LET")
COLON = Word(":", ":", "PUNCT", tag="LET")
SEMICOLON = Word(";", ";", "PUNCT", tag="LET")
FULL_STOP = Word(".", ".", "PUNCT", tag="LET")
QUESTION_MARK = Word("?", "?", "PUNCT", tag="LET")
BULLET = Word("-", "-", "PUNCT", tag="LET")
AND = Word("en", "en", "CCONJ", tag="VG|neven")
BUT = Word("maar", "maar", "CCONJ", tag="VG|neven")
OR = Word("of", "of", "CCONJ", tag="VG|neven")
THEN = Word("dan", "dan", "ADV", tag="BW")
_ADVERBS = (
    *(Word(text, text, "ADV", tag="BW") for text in ("nooit", "altijd", "niet", "dan", "ook", "eerst", "steeds")),
    Word("direct", "direct", "ADJ", "Degree=Pos"),
    Word("onmiddellijk", "onmiddellijk", "ADJ", "Degree=Pos"),
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """What the recipes join."""

    orders: Sequence[Imperative]
    statements: Sequence[Statement]
    prepositional: Sequence[Phrase]
    conditions: Sequence[Phrase]
    headings: Sequence[Phrase]
    stems: dict[str, str]
    verbs: Sequence[Verb]
    """Verbs of policies, for statements with an object."""

    @property
    def movable(self) -> list[Statement]:
        """Statements of one person in which another verb with an object can stand."""
        found = [said for said in self.statements if said.object_follows and said.is_of_one]
        return found or list(self.statements)


def with_adverb(order: Imperative, chance: random.Random) -> Imperative:
    """The order with a word such as "nooit" after its verb, in some of the cases."""
    following = order.words[1] if len(order.words) > 1 else None
    if following is None or following.pos in {"PRON", "ADV"} or following.text == "geen" or chance.random() > 0.35:
        return order
    return Imperative((order.words[0], chance.choice(_ADVERBS), *order.words[1:]))


def _joined(*parts: Words) -> Words:
    """Parts one after another; a mark stands against the word before it."""
    words: list[Word] = []
    for part in parts:
        for index, word in enumerate(part):
            if index == 0 and words:
                words[-1] = replace(words[-1], space=word.pos != "PUNCT" or word is BULLET)
            words.append(word)
    return tuple(words)


def _order(pieces: Pieces, chance: random.Random) -> Imperative:
    return with_adverb(chance.choice(pieces.orders), chance)


def _then(order: Imperative, chance: random.Random) -> Words:
    """An order after a condition, sometimes with "dan" behind its verb."""
    first, *rest = order.words
    if rest and rest[0].text != "dan" and chance.random() < 0.3:
        place = 1 if rest[0].pos == "PRON" and len(rest[0].text) < 4 else 0
        return (first, *rest[:place], THEN, *rest[place:])
    return order.words


def _after_preposition(pieces: Pieces, chance: random.Random) -> Words:
    """ "Bij twijfel: neem contact op", "Bij twijfel, neem contact op"."""
    order = _order(pieces, chance)
    mark = COLON if chance.random() < 0.6 else COMMA
    words = order.starting() if mark is COLON and chance.random() < 0.2 else order.words
    return _joined(chance.choice(pieces.prepositional).starting(), (mark,), words)


def _after_condition(pieces: Pieces, chance: random.Random) -> Words:
    """ "Als u twijfelt, neem dan contact op"; now and then without its comma."""
    condition = chance.choice(pieces.conditions).starting()
    order = _then(_order(pieces, chance), chance)
    return _joined(condition, (COLON if chance.random() < 0.1 else COMMA,), order)


def _after_question(pieces: Pieces, chance: random.Random) -> Words:
    """ "Ziet u een fout, meld dit dan", "Zie je een fout? Meld dit"."""
    question = _asked(chance.choice(pieces.statements), pieces.stems, chance)
    order = _order(pieces, chance)
    if chance.random() < 0.3:
        return _joined(question, (QUESTION_MARK,), order.starting())
    return _joined(question, (COMMA,), _then(order, chance))


def _asked(said: Statement, known: dict[str, str], chance: random.Random) -> Words:
    """The statement with its verb first, about "u" or "je" where its verb has that form."""
    stem = known.get(said.verb.lemma)
    singular = "Number=Sing" in said.verb.features and "Tense=Pres" in said.verb.features
    if stem and singular and chance.random() < 0.7:
        polite = chance.random() < 0.6
        form = said.verb.text.lower() if polite else stem
        verb = replace(said.verb, text=form, features=telling.FINITE, space=True)
        return (verb.starting(), telling.YOU_POLITE if polite else telling.YOU, *said.rest)
    subject = (said.subject[0].inside(), *said.subject[1:-1], replace(said.subject[-1], space=True))
    if len(said.subject) == 1:
        subject = (replace(said.subject[0].inside(), space=True),)
    return (replace(said.verb.starting(), space=True), *subject, *said.rest)


def _two_orders(pieces: Pieces, chance: random.Random) -> Words:
    """ "Stop en overleg met uw leidinggevende", "Houd rekening met X; vermijd Y"."""
    first, second = _order(pieces, chance), _order(pieces, chance)
    if chance.random() < 0.4:
        first = Imperative(first.words[: 1 + chance.randint(0, 3)])
    link: Words = chance.choice(((AND,), (AND,), (AND,), (OR,), (SEMICOLON,), (COMMA,), (COMMA, AND)))
    return _joined(first.starting(), link, second.words)


def _after_statement(pieces: Pieces, chance: random.Random) -> Words:
    """ "Een account is persoonlijk: deel het nooit"."""
    words = _said(chance.choice(pieces.statements))
    return _joined(words, (chance.choice((COLON, SEMICOLON)),), _order(pieces, chance).words)


def _after_heading(pieces: Pieces, chance: random.Random) -> Words:
    """ "Wachtwoorden: deel ze nooit"."""
    order = _order(pieces, chance)
    words = order.starting() if chance.random() < 0.4 else order.words
    return _joined(chance.choice(pieces.headings).starting(), (COLON,), words)


def _after_bullet(pieces: Pieces, chance: random.Random) -> Words:
    order = _order(pieces, chance)
    return _joined((BULLET,), order.starting() if chance.random() < 0.5 else order.words)


def _told(pieces: Pieces, chance: random.Random) -> Words:
    """ "Bij twijfel neemt de medewerker contact op": the same start, and no order."""
    said = chance.choice(pieces.statements)
    verb, *rest = _asked(said, pieces.stems, chance)
    return _after_opening(pieces, (verb.inside(), *rest), chance)


def _said(said: Statement) -> Words:
    return (said.subject[0].starting(), *said.subject[1:], said.verb, *said.rest)


def _two_statements(pieces: Pieces, chance: random.Random) -> Words:
    """ "De medewerker meldt het verlies en draagt de gevolgen": a second verb without subject, and no order."""
    first, second = chance.choice(pieces.statements), chance.choice(pieces.statements)
    link: Words = chance.choice(((AND,), (AND,), (COMMA, AND), (COMMA, BUT), (OR,)))
    words = _said(first) if chance.random() < 0.7 else _told(replace(pieces, statements=(first,)), chance)
    return _joined(words, link, (second.verb, *second.rest))


def _question(pieces: Pieces, chance: random.Random) -> Words:
    return _joined(_asked(chance.choice(pieces.statements), pieces.stems, chance), (QUESTION_MARK,))


def _noun_after_mark(pieces: Pieces, chance: random.Random) -> Words:
    """ "Bij twijfel: melding aan de directie": a noun in the place of an order."""
    start = chance.choice(pieces.prepositional if chance.random() < 0.5 else pieces.headings)
    link = chance.choice((COLON, COMMA, SEMICOLON, AND))
    return _joined(start.starting(), (link,), chance.choice(pieces.headings).words)


def _after_opening(pieces: Pieces, words: Words, chance: random.Random) -> Words:
    """Words after a phrase or a clause that opens the sentence."""
    start = chance.choice(pieces.prepositional if chance.random() < 0.6 else pieces.conditions)
    link: Words = (COMMA,) if start.words[0].pos == "SCONJ" or chance.random() < 0.2 else ()
    return _joined(start.starting(), link, words)


def _told_to_you(pieces: Pieces, chance: random.Random) -> Words:
    """ "Bij twijfel vraag je een gesprek aan"."""
    told = telling.before_you(chance.choice(pieces.movable), chance.choice(pieces.verbs), chance)
    return _after_opening(pieces, told, chance)


def _told_with_modal(pieces: Pieces, chance: random.Random) -> Words:
    return telling.with_modal(chance.choice(pieces.movable), chance.choice(pieces.verbs), chance)


def _told_of_a_third(pieces: Pieces, chance: random.Random) -> Words:
    return telling.with_third_person(chance.choice(pieces.movable), chance.choice(pieces.verbs))


def _told_in_clause(pieces: Pieces, chance: random.Random) -> Words:
    """ "Als u een fout meldt, neem dan contact op" or ", neemt de directie contact op"."""
    first, *rest = telling.in_clause(chance.choice(pieces.movable), chance.choice(pieces.verbs), chance)
    main = _then(_order(pieces, chance), chance) if chance.random() < 0.5 else None
    verb, *others = _asked(chance.choice(pieces.statements), pieces.stems, chance)
    return _joined((first.starting(), *rest), (COMMA,), main or (verb.inside(), *others))


def _told_as_duty(pieces: Pieces, chance: random.Random) -> Words:
    """ "Het is verboden een gesprek op te nemen"."""
    said, verb = chance.choice(pieces.movable), chance.choice(pieces.verbs)
    return _joined(chance.choice(telling.DUTIES), telling.to_do(said, verb))


Recipe = Callable[[Pieces, random.Random], Words]
INNER: tuple[tuple[Recipe, int], ...] = (
    (_after_preposition, 4),
    (_after_condition, 6),
    (_after_question, 3),
    (_two_orders, 6),
    (_after_statement, 2),
    (_after_heading, 2),
    (_after_bullet, 1),
)
CONTRASTS: tuple[tuple[Recipe, int], ...] = ((_told, 4), (_two_statements, 4), (_question, 1), (_noun_after_mark, 3))
TELLING: tuple[tuple[Recipe, int], ...] = (
    (_told_to_you, 3),
    (_told_with_modal, 4),
    (_told_of_a_third, 3),
    (_told_in_clause, 3),
    (_told_as_duty, 1),
)
"""Verbs of policies where they are no orders."""
