"""Turns UD sentences into sentences with the labels of nl_core_news_sm.

The merges follow the label list that Explosion publishes for nl_core_news_sm 3.8 (spacy-models,
meta/nl_core_news_sm-3.8.0.json): newer UD releases make distinctions that the older ones, and
most of our training data, do not.
"""

from __future__ import annotations

from collections.abc import Collection

from checker.tagging.training.reading import Block, Row
from checker.tagging.training.trees import Sentence, Word

_NOT_LEARNT = frozenset({"Mood=Ind", "PronType=Art", "Foreign=Yes"})
_MERGED = {"PronType=Neg": "PronType=Ind", "PronType=Tot": "PronType=Ind"}
_SHORTEST_SHARED = 3
"""A part of a compound is found in the form by at least this many letters."""


def merged_features(features: str) -> str:
    """UD features without the distinctions that older releases lack, sorted."""
    if features == "_":
        return ""
    kept = {_MERGED.get(value, value) for value in features.split("|")} - _NOT_LEARNT
    return "|".join(sorted(value for value in kept if not value.startswith("ExtPos=")))


def joined_lemma(form: str, lemma: str, pos: str) -> str:
    """The lemma as a dictionary writes it: UD's Dutch treebanks put underscores between the parts.

    A verb whose particle stands elsewhere ("rukte ... op", op_rukken) gets the lemma without it
    (rukken); one that holds its particle (opgerukt) keeps it (oprukken).
    """
    if lemma == "_" or "_" not in lemma:
        return lemma
    *first, last = lemma.split("_")
    before = "".join(first)
    if pos in {"VERB", "AUX"}:
        holds_particle = form.lower().startswith(before.lower()) and len(form) > len(before) + 1
        return before + last if holds_particle else last
    shared, place = _longest_shared_start(form.lower(), last.lower())
    if shared and shared >= min(_SHORTEST_SHARED, len(last)):
        # The form keeps linking letters ("bestuursvoorzitter") that the parts of the lemma lack.
        return (form[:place] if pos == "PROPN" else form[:place].lower()) + last
    return before + last


def _longest_shared_start(form: str, part: str) -> tuple[int, int]:
    """How many first letters of `part` stand in `form`, and where; the last place wins a draw."""
    best = (0, 0)
    for place in range(len(form) - 1, -1, -1):
        shared = 0
        while shared < len(part) and form[place + shared : place + shared + 1] == part[shared]:
            shared += 1
        if shared > best[0]:
            best = (shared, place)
    return best


def convert(block: Block, *, imperatives: Collection[int] = (), document: str = "") -> Sentence | None:
    """The sentence with our labels, or nothing where words and tokens differ.

    `imperatives` are indices of words that the treebank's own trees show to be imperatives.
    """
    if any("-" in row.number for row in block.rows):
        return None
    rows = [row for row in block.rows if row.is_word]
    if not rows or any(" " in row.form for row in rows):
        return None
    words = tuple(_word(row, index, imperative=index in imperatives) for index, row in enumerate(rows))
    return Sentence(words, source=block.source, document=document)


def _word(row: Row, index: int, *, imperative: bool) -> Word:
    features = merged_features(row.features)
    if imperative and row.tag.startswith("WW|pv"):
        features = "|".join(sorted({*features.split("|"), "Mood=Imp"} - {""}))
    head = int(row.head) if row.head.isdigit() else 0
    return Word(
        text=row.form,
        lemma=joined_lemma(row.form, row.lemma, row.pos),
        pos=row.pos,
        features=features,
        tag=row.tag,
        head=head - 1 if head else index,
        relation=row.relation.split(" ")[0],
        space="SpaceAfter=No" not in row.misc,
    )
