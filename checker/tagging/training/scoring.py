"""Scores a pipeline: parts of speech, morphology and lemmas on the UD tests, and imperatives on a test of their own.

Parts of speech and morphology are scored on the pipeline's own tokens, as spaCy does. Lemmas are scored
on the treebank's tokens, with the predicted parts of speech, words only (no marks, symbols, numbers),
without regard to capitals, against lemmas without underscores. The imperative test is
`imperative-test-*.conllu`: instructions in which the treebank's trees show the imperatives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from checker.tagging.training.converting import convert
from checker.tagging.training.gathering import as_doc, in_groups, read_imperatives
from checker.tagging.training.reading import read_file
from checker.tagging.training.trees import Sentence

_NO_WORDS = frozenset({"PUNCT", "SYM", "NUM", "X"})
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class TreebankScores:
    """Shares of tokens that are right."""

    pos: float
    morphology: float
    lemma: float
    tokens: int
    words: int


@dataclass(frozen=True, slots=True)
class ImperativeScores:
    """Shares of the test's imperatives; `first` open their sentence, `inner` stand later."""

    first: int
    first_verb: float
    first_mood: float
    inner: int
    inner_verb: float
    inner_mood: float
    lemma: float
    precision: float
    """Share of the predicted imperatives that the treebank has too."""


@dataclass(frozen=True, slots=True)
class Scores:
    treebanks: Mapping[str, TreebankScores]
    imperatives: ImperativeScores | None
    predicted_in_tests: Mapping[str, int]
    """UD test sentences, read one by one, in which an imperative is predicted. Those treebanks do not mark
    mood: whether it is one, a person must read."""

    def plain(self) -> dict[str, Any]:
        """For meta.json, rounded."""
        return {name: _rounded(value) for name, value in asdict(self).items()}


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    return round(value, _DIGITS) if isinstance(value, float) else value


def score(nlp: Language, tests: Mapping[str, Sequence[Sentence]], folder: Path) -> Scores:
    """All scores; `folder` holds the imperative test."""
    return Scores(
        treebanks={name: score_treebank(nlp, sentences) for name, sentences in tests.items()},
        imperatives=score_imperatives(nlp, list(imperative_test(folder))),
        predicted_in_tests={name: len(list(with_imperative(nlp, found))) for name, found in tests.items()},
    )


def score_treebank(nlp: Language, sentences: Sequence[Sentence]) -> TreebankScores:
    gold = [as_doc(group, nlp.vocab) for group in in_groups(sentences)]
    predicted = nlp.pipe([doc.text for doc in gold])
    examples = [Example(doc, wanted) for doc, wanted in zip(predicted, gold, strict=True)]
    right = words = 0
    for expected, doc in zip(gold, _read_tokens(nlp, gold), strict=True):
        for wanted, token in zip(expected, doc, strict=True):
            if wanted.pos_ not in _NO_WORDS:
                words += 1
                right += wanted.lemma_.lower() == token.lemma_.lower()
    return TreebankScores(
        pos=_accuracy(examples, "pos"),
        morphology=_accuracy(examples, "morph"),
        lemma=right / words if words else 0.0,
        tokens=sum(len(doc) for doc in gold),
        words=words,
    )


def _accuracy(examples: Sequence[Example], attribute: str) -> float:
    """spaCy's own score; features are compared by their key, so that "none" counts as an answer."""

    def value(token: Any, name: str) -> Any:
        found = getattr(token, name)
        return found.key if name == "morph" else found

    return float(Scorer.score_token_attr(examples, attribute, getter=value)[f"{attribute}_acc"] or 0.0)


def _read_tokens(nlp: Language, gold: Iterable[Doc]) -> Iterator[Doc]:
    """Predictions for given tokens."""
    bare = (
        Doc(nlp.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
        for doc in gold
    )
    yield from nlp.pipe(bare)


def _one_by_one(nlp: Language, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Doc]]:
    kept = list(sentences)
    docs = _read_tokens(nlp, (as_doc((sentence,), nlp.vocab) for sentence in kept))
    yield from zip(kept, docs, strict=True)


def with_imperative(nlp: Language, sentences: Iterable[Sentence]) -> Iterator[Doc]:
    """Sentences, each read alone, in which an imperative is predicted."""
    for _, doc in _one_by_one(nlp, sentences):
        if any(is_imperative(token) for token in doc):
            yield doc


def imperative_test(folder: Path) -> Iterator[Sentence]:
    known = read_imperatives(folder, "imperatives*.json")
    for path in sorted(folder.glob("imperative-test-*.conllu")):
        for block in read_file(path):
            if (sentence := convert(block, imperatives=known.get(block.source, ()))) is not None:
                yield sentence


def score_imperatives(nlp: Language, sentences: Sequence[Sentence]) -> ImperativeScores | None:
    """Nothing where no sentence has an imperative."""
    counts = dict.fromkeys(("first", "first_verb", "first_mood", "inner", "inner_verb", "inner_mood"), 0)
    lemmas = predicted = right = 0
    for sentence, doc in _one_by_one(nlp, sentences):
        predicted += sum(is_imperative(token) for token in doc)
        for index, (word, token) in enumerate(zip(sentence.words, doc, strict=True)):
            if not word.is_imperative:
                continue
            place = "inner" if index else "first"
            counts[place] += 1
            counts[f"{place}_verb"] += token.pos_ == "VERB"
            counts[f"{place}_mood"] += is_imperative(token)
            right += is_imperative(token)
            lemmas += token.lemma_.lower() == word.lemma.lower()
    total = counts["first"] + counts["inner"]
    if not total:
        return None
    shares = {name: counts[name] / max(counts[name.split("_")[0]], 1) for name in counts if "_" in name}
    return ImperativeScores(
        first=counts["first"],
        inner=counts["inner"],
        lemma=lemmas / total,
        precision=right / max(predicted, 1),
        **shares,
    )


def is_imperative(token: Any) -> bool:
    return "Imp" in token.morph.get("Mood")
