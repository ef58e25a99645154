"""Takes the Dutch lemma tables out of spacy-lookups-data, which only training needs (extra "train")."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.errors import UsageError
from checker.tagging.lemmatizing import LemmaTables, lemma_of
from checker.tagging.training.trees import Sentence

_TABLES = ("lemma_index", "lemma_exc", "lemma_lookup", "lemma_rules")
_USED = frozenset({"noun", "verb", "adj", "adv", "pron", "det", "adp", "num"})
_NEW_VERBS = frozenset(
    "appen bcc'en bloggen chatten checken cc'en downloaden e-mailen facetimen faxen forwarden googelen hacken liken "
    "linken livestreamen loggen mailen phishen posten printen retweeten scannen screenshotten sharen skypen sms'en "
    "streamen taggen tweeten twitteren updaten uploaden vloggen whatsappen wissen".split()
)
"""Verbs of policies that are younger than the tables, or that these lack."""
_SEEN_OFTEN = 2
_SEEN_SHARE = 0.9


def load_tables() -> LemmaTables:
    """The tables, cut down to the parts of speech that are looked up.

    Raises: UsageError when spacy-lookups-data is not installed.
    """
    from spacy.util import load_language_data, registry

    if "nl" not in registry.lookups:
        raise UsageError("The Dutch lemma tables are missing.", fix="Install them with: pip install '.[train]'")
    # Read from the files: the tables that spaCy makes of them keep hashes for keys.
    files: Mapping[str, str] = registry.lookups.get("nl")
    tables: list[Any] = [load_language_data(files[name]) for name in _TABLES]
    return build_tables(*tables)


def build_tables(
    index: Mapping[str, Iterable[str]],
    exceptions: Mapping[str, Mapping[str, Sequence[str]]],
    forms: Mapping[str, str],
    rules: Mapping[str, Iterable[Sequence[str]]],
) -> LemmaTables:
    """Tables in our shape. Of several lemmas of an exception the first counts, as in spaCy."""
    return LemmaTables(
        known={pos: frozenset(words) for pos, words in index.items() if pos in _USED},
        exceptions={
            pos: {form: lemmas[0] for form, lemmas in table.items() if lemmas}
            for pos, table in exceptions.items()
            if pos in _USED
        },
        forms={form: lemma for form, lemma in forms.items() if form != lemma},
        rules={pos: tuple((old, new) for old, new in pairs) for pos, pairs in rules.items() if pos in _USED},
    )


def with_seen(tables: LemmaTables, sentences: Iterable[Sentence]) -> LemmaTables:
    """The tables, corrected where the treebank's own lemmas differ from what they give.

    A form of one part of speech counts when it was seen at least twice and nine times out of ten with
    the same lemma: "meer" (veel), "bestonden" (bestaan).
    """
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.pos.lower() in _USED and word.text.replace("-", "").isalpha():
                seen[word.pos, word.text.lower()][word.lemma.lower()] += 1
    exceptions = {pos: dict(table) for pos, table in tables.exceptions.items()}
    infinitives = {lemma for (pos, form), lemmas in seen.items() if pos == "VERB" for lemma in lemmas if lemma == form}
    for (pos, form), lemmas in sorted(seen.items()):
        lemma, times = lemmas.most_common(1)[0]
        if times < max(_SEEN_OFTEN, _SEEN_SHARE * lemmas.total()) or lemma_of(form, pos, tables) == lemma:
            continue
        # Adjectives that look like participles have made-up verbs ("ongekend", onkennen).
        if pos not in {"VERB", "AUX"} or lemma in tables.known.get("verb", ()):
            exceptions.setdefault(pos.lower(), {})[form] = lemma
    # The tables lack infinitives as common as "ontvangen".
    known = {**tables.known, "verb": tables.known.get("verb", frozenset()) | infinitives | _NEW_VERBS}
    return LemmaTables(known, exceptions, tables.forms, tables.rules)
