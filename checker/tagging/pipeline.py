"""The Dutch spaCy pipeline: loads it, and gives words with lemma and part of speech. Of what an audit runs, only this
file and the lemmatizer beside it import spaCy.

nl_core_news_sm is used when it is installed; otherwise the pipeline that ships with the program. Only
the components that give lemmas and morphology run: rules stand on those, on word forms and on structure.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import UsageError
from checker.resources import pipeline_folder

if TYPE_CHECKING:
    from spacy.language import Language

PREFERRED = "nl_core_news_sm"
_NEEDED = ("tok2vec", "morphologizer", "tagger", "attribute_ruler", "lemmatizer")
BATCH_SIZE = 64
_GLUED = re.compile(r"\S{200,}")
_SIGN = re.compile(r"[\W_]")
_MOST_CHARACTERS = 1 << 30
"""spaCy stops at a million, for the sake of components that do not run here."""


@dataclass(frozen=True, slots=True)
class Word:
    """One token of a text: where it starts, its lemma, universal part of speech and verb form."""

    start: int
    text: str
    lemma: str
    pos: str
    verb_form: str
    """Fin, Inf, Part or empty."""


class Pipeline:
    """A loaded spaCy pipeline. `name` is what the report says: "nl_beleid_sm 0.0.1"."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        nlp.max_length = _MOST_CHARACTERS
        unneeded = [name for name in nlp.pipe_names if name not in _NEEDED]
        if unneeded:
            nlp.select_pipes(disable=unneeded)
        self.name = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"

    def read(self, texts: Iterable[str]) -> Iterator[tuple[Word, ...]]:
        """The words of each text, in order; white space is left out."""
        for doc in self._nlp.pipe(map(_without_glued_signs, texts), batch_size=BATCH_SIZE):
            yield tuple(
                Word(token.idx, token.text, token.lemma_, token.pos_, _verb_form(token))
                for token in doc
                if not token.is_space
            )


def _without_glued_signs(text: str) -> str:
    """Spaces for the signs in what is too long for a word: spaCy's time grows as the square of such a run."""
    return _GLUED.sub(lambda run: _SIGN.sub(" ", run.group()), text)


def _verb_form(token: Any) -> str:
    values = token.morph.get("VerbForm")
    return str(values[0]) if values else ""


def load_pipeline(model: str = "auto") -> Pipeline:
    """The pipeline named `model`: "auto", "embedded", an installed package or a folder.

    Raises: UsageError when it cannot be loaded.
    """
    import spacy

    import checker.tagging.lemmatizing  # noqa: F401 - registers the lemmatizer of the pipeline that ships

    chosen = choose_pipeline(model)
    try:
        return Pipeline(spacy.load(chosen))
    except (OSError, ValueError, ImportError) as error:
        raise UsageError(
            "Deze taalpijplijn kan niet worden geladen.",
            where=str(model),
            fix="Gebruik --model auto, of installeer de pijplijn in dezelfde omgeving.",
        ) from error


def choose_pipeline(model: str = "auto") -> str | Path:
    """What `model` stands for on this machine: a package name or a folder."""
    if model == "auto":
        return PREFERRED if importlib.util.find_spec(PREFERRED) else pipeline_folder()
    return pipeline_folder() if model == "embedded" else model
