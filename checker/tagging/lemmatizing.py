"""Lemmas from tables: a spaCy component that looks a word up by its part of speech, and takes compounds apart.

The tables are the Dutch ones of spacy-lookups-data (MIT, Explosion), which `checker.tagging.training` puts
into the pipeline folder. The order of looking (known lemma, exception, form, rule) is that of spaCy's own
Dutch lemmatizer. New are a map of auxiliary verbs, verb stems ("upload"), and unknown compounds, which
take the lemma of their longest known last part: klant|gegevens -> klantgegeven.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example
from spacy.vocab import Vocab

from checker.tagging.inflection import PARTICLES

FACTORY = "dutch_table_lemmatizer"
_FILE = "tables.bin"
_CACHE_SIZE = 50_000
_IMPERATIVE = "Mood=Imp"
_SHORTEST_HEAD = 4
_SHORTEST_BEFORE_HEAD = 3
_LONGEST_WORD = 60
"""Longer tokens are addresses or glued text: no compounds."""
_LOOKED_UP = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV", "PRON", "DET", "ADP", "NUM"})
_OTHER_CLASSES = {"NOUN": ("verb", "adj"), "VERB": ("noun", "adj"), "ADJ": ("noun", "verb")}
"""Open classes, and those that a pipeline takes for them; the first is tried for compounds too."""
_VOWELS = "aeiou"

_AUXILIARIES = {
    "zijn": "ben bent is was waart waren geweest wees weest zijt zijnde",
    "hebben": "heb hebt heeft hebben had hadden gehad",
    "worden": "word wordt worden werd werden geworden",
    "kunnen": "kan kun kunt kunnen kon konden gekund",
    "mogen": "mag moogt mogen mocht mochten gemogen",
    "moeten": "moet moeten moest moesten gemoeten",
    "zullen": "zal zul zult zullen zou zouden zoudt",
    "willen": "wil wilt willen wilde wilden wou wouden gewild",
    "hoeven": "hoef hoeft hoeven hoefde hoefden gehoeven",
    "dienen": "dien dient dienen diende dienden gediend",
    "laten": "laat laten liet lieten gelaten",
    "blijven": "blijf blijft blijven bleef bleven gebleven",
    "doen": "doe doet doen deed deden gedaan",
    "gaan": "ga gaat gaan ging gingen gegaan",
    "komen": "kom komt komen kwam kwamen gekomen",
    "blijken": "blijk blijkt blijken bleek bleken gebleken",
    "lijken": "lijk lijkt lijken leek leken geleken",
    "krijgen": "krijg krijgt krijgen kreeg kregen gekregen",
}
"""The treebanks' auxiliaries with their forms; the tables know no AUX."""
AUXILIARIES = {form: lemma for lemma, forms in _AUXILIARIES.items() for form in (lemma, *forms.split())}


@dataclass(frozen=True, slots=True)
class LemmaTables:
    """What the tables say, by universal part of speech in lower case."""

    known: Mapping[str, frozenset[str]]
    """Lemmas."""
    exceptions: Mapping[str, Mapping[str, str]]
    forms: Mapping[str, str]
    """Form -> lemma, whatever the part of speech."""
    rules: Mapping[str, tuple[tuple[str, str], ...]]
    """Endings and what comes in their place."""

    def to_bytes(self) -> bytes:
        """Compact and always the same bytes: words in order, compressed."""
        plain = {
            "known": {pos: "\n".join(sorted(words)) for pos, words in sorted(self.known.items())},
            "exceptions": {pos: dict(sorted(table.items())) for pos, table in sorted(self.exceptions.items())},
            "forms": dict(sorted(self.forms.items())),
            "rules": {pos: [list(rule) for rule in rules] for pos, rules in sorted(self.rules.items())},
        }
        return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), 9)

    @classmethod
    def from_bytes(cls, data: bytes) -> LemmaTables:
        plain = json.loads(zlib.decompress(data))
        return cls(
            known={pos: frozenset(words.split("\n")) for pos, words in plain["known"].items()},
            exceptions=plain["exceptions"],
            forms=plain["forms"],
            rules={pos: tuple((old, new) for old, new in rules) for pos, rules in plain["rules"].items()},
        )


NO_TABLES = LemmaTables({}, {}, {}, {})


def lemma_of(text: str, pos: str, tables: LemmaTables) -> str:
    """The lemma of a form with this part of speech; the form itself where nothing is known."""
    if not text or (pos == "PROPN" and not text.islower()):
        return text
    form = text.lower()
    if pos == "PROPN":
        # A name without a capital is a rare noun that the pipeline does not know: "accounts".
        return _listed(form, "noun", tables) or _through_head(form, "noun", tables) or form
    if pos not in _LOOKED_UP:
        return form
    if pos == "AUX" or (pos == "VERB" and form in AUXILIARIES):
        if (auxiliary := AUXILIARIES.get(form)) is not None:
            return auxiliary
        pos = "VERB"
    found = _looked_up(form, pos.lower(), tables)
    if found is not None:
        return found
    return _guessed(form, pos, tables) or tables.forms.get(form) or _ruled(form, pos.lower(), tables) or form


def _guessed(form: str, pos: str, tables: LemmaTables) -> str | None:
    """The lemma of an open-class word that the tables do not know as such.

    Such a word may well have been given the wrong part of speech: what is certain in another class goes
    before a guess in its own, "wachtwoorden" is no verb.
    """
    if pos not in _OTHER_CLASSES:
        return None
    if pos == "VERB" and (infinitive := _regular(form, tables)) is not None:
        return infinitive
    others = _OTHER_CLASSES[pos]
    certain = (_listed(form, other, tables) for other in others)
    compounds = (_through_head(form, kind, tables) for kind in (pos.lower(), *others[:1]))
    return next((lemma for lemma in (*certain, *compounds) if lemma is not None), None)


def _looked_up(form: str, pos: str, tables: LemmaTables) -> str | None:
    """What the tables say for certain, or a rule that leads to a known lemma."""
    certain = _listed(form, pos, tables)
    if certain is not None:
        return certain
    known = tables.known.get(pos, frozenset())
    return next((lemma for lemma in _by_rule(form, pos, tables) if lemma in known), None)


def _listed(form: str, pos: str, tables: LemmaTables) -> str | None:
    """What the tables say for certain: an exception, a known lemma, a form of a known lemma."""
    known = tables.known.get(pos, frozenset())
    if (exception := tables.exceptions.get(pos, {}).get(form)) is not None:
        return exception
    if form in known:
        return form
    lemma = tables.forms.get(form)
    return lemma if lemma in known else None


def _by_rule(form: str, pos: str, tables: LemmaTables) -> Iterator[str]:
    for old, new in tables.rules.get(pos, ()):
        if form.endswith(old) and len(form) > len(old):
            yield form[: len(form) - len(old)] + new


def _ruled(form: str, pos: str, tables: LemmaTables) -> str | None:
    return next(_by_rule(form, pos, tables), None)


def _through_head(form: str, pos: str, tables: LemmaTables) -> str | None:
    """The lemma through the longest known last part: privé|berichten -> privébericht."""
    if len(form) > _LONGEST_WORD:
        return None
    for cut in range(_SHORTEST_BEFORE_HEAD if pos != "verb" else 2, len(form) - _SHORTEST_HEAD + 1):
        head = form[cut:]
        if pos == "verb" and form[:cut] not in PARTICLES:
            # Verbs are compounded with particles only: door|gestuurd.
            continue
        if head.isalpha() and (lemma := _looked_up(head, pos, tables)) is not None:
            return form[:cut] + lemma
    return None


def can_be_imperative(text: str, tables: LemmaTables) -> bool:
    """Whether the tables know the form as one of a verb, whole or behind a particle."""
    form = text.lower()
    return (
        form in AUXILIARIES
        or _listed(form, "verb", tables) is not None
        or _regular(form, tables) is not None
        or _through_head(form, "verb", tables) is not None
    )


def _regular(form: str, tables: LemmaTables) -> str | None:
    """The known infinitive of a stem or a form in -t that the tables lack: "upload", "uploadt"."""
    known = tables.known.get("verb", frozenset())
    stems = (form, form[:-1]) if form.endswith("t") else (form,)
    return next((infinitive for stem in stems for infinitive in _infinitives(stem) if infinitive in known), None)


def _infinitives(stem: str) -> Iterator[str]:
    """Dutch spelling of a stem before -en: "maak" -> maken, "stop" -> stoppen, "geef" -> geven, "lees" -> lezen."""
    if len(stem) < 2:
        return
    voiced = stem[:-1] + {"f": "v", "s": "z"}.get(stem[-1], stem[-1])
    for base in dict.fromkeys((stem, voiced)):
        yield base + "en"
        if len(base) > 2 and base[-2] == base[-3] and base[-2] in _VOWELS:
            yield base[:-2] + base[-1] + "en"
    if stem[-2] in _VOWELS:
        yield stem + stem[-1] + "en"
    yield stem + "n"


def score_lemmas(examples: Iterable[Example], **_: Any) -> dict[str, Any]:
    """Lemma accuracy, as spaCy's own lemmatizers score it."""
    scores: dict[str, Any] = Scorer.score_token_attr(examples, "lemma")
    return scores


class DutchTableLemmatizer(Pipe):
    """Sets `token.lemma` from the tables, and takes back imperatives of words that are no verb.

    Answers are kept, so that a text costs little more than its tokenising.
    """

    def __init__(self, vocab: Vocab, name: str = "lemmatizer", *, overwrite: bool = False) -> None:
        self.vocab = vocab
        self.name = name
        self.overwrite = overwrite
        self.scorer = score_lemmas
        self._use(NO_TABLES)

    def _use(self, tables: LemmaTables) -> None:
        self.tables = tables
        self._answers: dict[tuple[int, int], int] = {}
        self._verb_forms: dict[int, bool] = {}

    def __call__(self, doc: Doc) -> Doc:
        tokens: Iterable[Any] = doc
        for token in tokens:
            if _IMPERATIVE in token.morph and not self._can_be_imperative(token):
                # Half of the false imperatives are names and rare nouns; no tables hold them as verbs.
                token.pos_ = "PROPN" if token.i and token.is_title else "NOUN"
                token.set_morph("")
            if self.overwrite or token.lemma == 0:
                token.lemma = self._lemma(token)
        return doc

    def _can_be_imperative(self, token: Any) -> bool:
        if len(self._verb_forms) >= _CACHE_SIZE:
            self._verb_forms.clear()
        if token.orth not in self._verb_forms:
            self._verb_forms[token.orth] = can_be_imperative(token.text, self.tables)
        return self._verb_forms[token.orth]

    def _lemma(self, token: Token) -> int:
        """The lemma's number in the string store, remembered by form and part of speech."""
        asked = (token.orth, token.pos)
        answer = self._answers.get(asked)
        if answer is None:
            if len(self._answers) >= _CACHE_SIZE:
                self._answers.clear()
            answer = self.vocab.strings.add(lemma_of(token.text, token.pos_, self.tables))
            self._answers[asked] = answer
        return answer

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]] | None = None,  # noqa: ARG002 (spaCy passes it)
        *,
        nlp: Language | None = None,  # noqa: ARG002 (spaCy passes it)
        tables: LemmaTables | None = None,
    ) -> None:
        self._use(tables or NO_TABLES)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002 (spaCy passes it)
        return self.tables.to_bytes()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> DutchTableLemmatizer:  # noqa: ARG002
        self._use(LemmaTables.from_bytes(data))
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _FILE).write_bytes(self.tables.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> DutchTableLemmatizer:  # noqa: ARG002
        self._use(LemmaTables.from_bytes((Path(path) / _FILE).read_bytes()))
        return self


@Language.factory(
    FACTORY,
    assigns=["token.lemma", "token.pos", "token.morph"],
    requires=["token.pos"],
    default_config={"overwrite": False},
)
def make_dutch_table_lemmatizer(nlp: Language, name: str, *, overwrite: bool) -> DutchTableLemmatizer:
    return DutchTableLemmatizer(nlp.vocab, name, overwrite=overwrite)
