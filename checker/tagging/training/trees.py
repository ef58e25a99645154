"""Words and sentences of a treebank, as data that flows from reading to training."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

NO_HEAD = -1
UNLABELLED = ""
"""Part of speech of a word that is read but not learnt from."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word with the labels that the pipeline learns, and its place in the tree."""

    text: str
    lemma: str
    pos: str
    features: str = ""
    tag: str = ""
    """The treebank's own fine tag (CGN): it tells stems ("meld") from forms in -t, which features do not."""
    head: int = NO_HEAD
    """Index of the word it depends on; its own index for the root."""
    relation: str = ""
    space: bool = True
    """Whether white space follows."""

    @property
    def is_imperative(self) -> bool:
        return "Mood=Imp" in self.features

    def starting(self) -> Word:
        """The word as it stands first in a sentence."""
        return replace(self, text=self.text[:1].upper() + self.text[1:])

    def inside(self) -> Word:
        """The word as it stands later in a sentence; names keep their capital."""
        if self.pos == "PROPN" or self.text[1:2].isupper():
            return self
        return replace(self, text=self.text[:1].lower() + self.text[1:])


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words in order. `document` is the text they stand in, `source` their address in the treebank."""

    words: tuple[Word, ...]
    source: str = ""
    document: str = ""

    @property
    def key(self) -> str:
        """What stays of the text when spelling of spaces and the last full stop are left out: finds duplicates."""
        joined = "".join(word.text for word in self.words)
        return joined.replace(" ", "").replace("_", "").lower().rstrip(".;")

    @property
    def root(self) -> int | None:
        """Index of the only root, or nothing when there are none or several."""
        roots = [index for index, word in enumerate(self.words) if word.head == index]
        return roots[0] if len(roots) == 1 else None

    def children(self, index: int) -> Iterator[int]:
        for number, word in enumerate(self.words):
            if word.head == index and number != index:
                yield number

    def subtree(self, index: int) -> list[int]:
        """The word and everything below it, in order."""
        found = [index]
        for number in found:
            found.extend(self.children(number))
        return sorted(found)


def is_contiguous(indices: list[int]) -> bool:
    return bool(indices) and indices[-1] - indices[0] + 1 == len(indices)


def spaced(words: tuple[Word, ...] | list[Word]) -> tuple[Word, ...]:
    """The words with white space between all of them, except before a punctuation mark."""
    closing = {",", ".", ":", ";", "?", "!", ")"}
    following = [word.text for word in words[1:]]
    return tuple(
        replace(word, space=after not in closing and word.text != "(")
        for word, after in zip(words, [*following, ""], strict=True)
    )
