"""Gathers the treebanks of a folder and deals their sentences over training, development and test.

The folder holds `UD_*/*-ud-{dev,test}.conllu` (and `-train` where there is one), more gold trees in
`*-train/*.conllu`, and `imperatives*.json` (address of a tree -> indices of its imperatives). Development
and test sentences never come back in training, also not from the extra files.
"""

from __future__ import annotations

import json
import random
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from checker.errors import MissingFileError
from checker.tagging.lemmatizing import AUXILIARIES
from checker.tagging.training.converting import convert
from checker.tagging.training.reading import read_file
from checker.tagging.training.trees import UNLABELLED, Sentence, Word

_DEVELOPMENT = {"lassysmall": 350, "alpino": 250}
"""Sentences held back from each treebank's dev file; the rest of it is trained on."""
_STABLE = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "PUNCT", "VERB"})
"""Classes that older releases label as the newest does."""
_MODERN_TIMES = 2
"""How often a sentence of the newest UD release is trained on: it has the labels of the tests, and is scarce."""
_TEST_GROUP = 10
_ALONE = 0.35
_LONGEST_GROUP = 10


@dataclass(frozen=True, slots=True)
class Treebanks:
    """Sentences by use. `test` is by name of the treebank."""

    train: tuple[Sentence, ...]
    development: tuple[Sentence, ...]
    test: Mapping[str, tuple[Sentence, ...]]


def gather(folder: Path, *, more: Sequence[Path] = (), seed: int = 0) -> Treebanks:
    """All sentences of the folder, and of extra DocBin files, without duplicates.

    Raises: MissingFileError when the folder has no UD dev or test file.
    """
    chance = random.Random(seed)  # noqa: S311 (no secret)
    test = {_name(path): tuple(_sentences(path)) for path in sorted(folder.glob("UD_*/*-ud-test.conllu"))}
    development: list[Sentence] = []
    train: list[Sentence] = []
    for path in sorted(folder.glob("UD_*/*-ud-dev.conllu")):
        sentences = list(_sentences(path))
        chance.shuffle(sentences)
        held = _DEVELOPMENT.get(_name(path), len(sentences) // 3)
        development.extend(sentences[:held])
        train.extend(sentences[held:])
    if not test or not development:
        raise MissingFileError("No UD dev and test files stand in this folder.", where=str(folder))
    known = read_imperatives(folder)
    for path in [*sorted(folder.glob("UD_*/*-ud-train.conllu")), *sorted(folder.glob("*-train/*.conllu"))]:
        train.extend(_sentences(path, known))
    labels = {(word.pos, word.features) for sentence in train for word in sentence.words}
    for path in more:
        train.extend(_from_bin(path, labels))
    held_back = [*development, *(sentence for sentences in test.values() for sentence in sentences)]
    return Treebanks(tuple(_fresh(train, held_back)), tuple(development), test)


def _name(path: Path) -> str:
    """ "lassysmall" for nl_lassysmall-ud-test.conllu."""
    return path.name.split("-ud-")[0].removeprefix("nl_")


def read_imperatives(folder: Path, pattern: str = "imperatives.json") -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for path in sorted(folder.glob(pattern)):
        found |= {source: frozenset(indices) for source, indices in json.loads(path.read_text("utf-8")).items()}
    return found


def _sentences(path: Path, imperatives: Mapping[str, frozenset[int]] | None = None) -> Iterator[Sentence]:
    for block in read_file(path):
        marked = (imperatives or {}).get(block.source, frozenset())
        if (sentence := convert(block, imperatives=marked, document=path.stem)) is not None:
            yield sentence


def _fresh(sentences: Iterable[Sentence], held_back: Iterable[Sentence]) -> Iterator[Sentence]:
    """Sentences that were not seen before and are not held back."""
    seen = {sentence.key for sentence in held_back}
    for sentence in sentences:
        if sentence.key not in seen:
            seen.add(sentence.key)
            yield sentence


def _from_bin(path: Path, labels: Container[tuple[str, str]]) -> Iterator[Sentence]:
    """Sentences of an older release, without trees; a text of unknown sentences stays whole.

    Older releases tell determiners from pronouns, numerals from adjectives and auxiliaries from verbs in
    other ways: 2.6 % of their labels differ from what a pipeline trained on the newest release says, and
    most of these in so few classes. Words of those classes go unlabelled, as do words with features that
    the newest release (`labels`) never gives, and teach as context only.
    """
    for doc in DocBin().from_disk(path).get_docs(Vocab()):
        for span in doc.sents if doc.has_annotation("SENT_START") else [doc[:]]:
            words = tuple(
                Word(token.text, token.lemma_, token.pos_, str(token.morph), space=bool(token.whitespace_))
                if token.pos_ in _STABLE
                and token.lemma_ not in AUXILIARIES
                and (token.pos_, str(token.morph)) in labels
                else Word(token.text, token.lemma_, UNLABELLED, space=bool(token.whitespace_))
                for token in span
            )
            yield Sentence(words, source=path.name, document=path.stem)


def as_doc(sentences: Iterable[Sentence], vocab: Vocab) -> Doc:
    """Sentences in a row, with their labels."""
    words = [word for sentence in sentences for word in sentence.words]
    spaces = [word.space for word in words]
    last = -1
    for sentence in sentences:
        last += len(sentence.words)
        spaces[last] = True
    doc = Doc(
        vocab,
        words=[word.text for word in words],
        spaces=[*spaces[:-1], False],
        lemmas=[word.lemma for word in words],
        pos=[word.pos for word in words],
    )
    tokens: Iterable[Any] = doc
    for token, word in zip(tokens, words, strict=True):
        # Features that are never set are unknown to spaCy; set and empty, they are "none".
        if word.pos != UNLABELLED:
            token.set_morph(word.features)
    return doc


def in_groups(sentences: Sequence[Sentence], size: int = _TEST_GROUP) -> list[tuple[Sentence, ...]]:
    """Groups of a fixed size, as `spacy convert -n` makes; groups never mix treebanks."""
    groups: list[tuple[Sentence, ...]] = []
    for document in dict.fromkeys(sentence.document for sentence in sentences):
        own = [sentence for sentence in sentences if sentence.document == document]
        groups.extend(tuple(own[start : start + size]) for start in range(0, len(own), size))
    return groups


def dealt(train: Sequence[Sentence], derived: Sequence[Sentence], *, seed: int) -> list[tuple[Sentence, ...]]:
    """Training documents of one to ten sentences in a random order.

    One in three sentences stands alone, half of those without its full stop: the program reads a policy
    per paragraph and bullet. Derived fragments stand alone, and some again in a row, as bullets do.
    """
    chance = random.Random(seed)  # noqa: S311 (no secret)
    groups: list[tuple[Sentence, ...]] = [(fragment,) for fragment in derived]
    modern = [sentence for sentence in train if "-ud-" in sentence.document]
    again = [list(modern) for _ in range(_MODERN_TIMES - 1)]
    for pool in (_by_document(train), again, [list(derived[::3])]):
        for sentences in pool:
            chance.shuffle(sentences)
            while sentences:
                size = 1 if chance.random() < _ALONE else chance.randint(2, _LONGEST_GROUP)
                group, sentences = tuple(sentences[:size]), sentences[size:]
                groups.append((_without_stop(group[0]),) if size == 1 and chance.random() < 0.5 else group)
    groups.extend((sentence,) for sentence in train if any(word.is_imperative for word in sentence.words))
    chance.shuffle(groups)
    return groups


def _by_document(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    found: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        found.setdefault(sentence.document, []).append(sentence)
    return list(found.values())


def _without_stop(sentence: Sentence) -> Sentence:
    if len(sentence.words) > 4 and sentence.words[-1].text in {".", ";"}:
        return Sentence(sentence.words[:-1], sentence.source, sentence.document)
    return sentence


def write(groups: Iterable[tuple[Sentence, ...]], path: Path, vocab: Vocab) -> None:
    docs = DocBin(attrs=["ORTH", "SPACY", "POS", "MORPH", "LEMMA"])
    for group in groups:
        docs.add(as_doc(group, vocab))
    path.parent.mkdir(parents=True, exist_ok=True)
    docs.to_disk(path)
