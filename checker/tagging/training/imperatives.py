"""Makes imperatives out of statements: "De medewerker meldt het verlies direct." gives "Meld het verlies direct".

Newspapers and encyclopaedias, which the treebanks hold, hardly give orders; policies do on every page. A
pipeline trained on the treebanks alone takes four out of five imperatives at the start of a sentence for
names or nouns. The trees say which statements can be turned: the subject first, the verb next.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from checker.tagging.training.trees import Sentence, Word

IMPERATIVE = "Mood=Imp|Number=Sing|Tense=Pres|VerbForm=Fin"
_STEM_TAG = "WW|pv|tgw|ev"
_LONGEST = 22
_LATEST_VERB = 8
_STATES = frozenset(
    "bestaan blijken dienen duren gebeuren hebben heten hoeven kunnen liggen lijken moeten mogen schijnen staan "
    "willen wonen worden zijn zitten zullen".split()
)
"""Nobody is told to do these."""
_FIRST_AND_SECOND = frozenset({"ik", "je", "jij", "u"})
_BLOCKING = frozenset({"expl", "expl:pv", "csubj", "ccomp", "parataxis", "conj"})
_COMPLEMENTS = frozenset({"obj", "obl", "obl:arg", "advmod", "xcomp"})

POLICY_VERBS = """
 aanvaard:aanvaarden accepteer:accepteren antwoord:antwoorden archiveer:archiveren beantwoord:beantwoorden
bedenk:bedenken beheer:beheren behandel:behandelen bekijk:bekijken bel:bellen benader:benaderen beoordeel:beoordelen
bepaal:bepalen beperk:beperken beschrijf:beschrijven bescherm:beschermen bespreek:bespreken betrek:betrekken
beveilig:beveiligen bevestig:bevestigen bewaar:bewaren bezoek:bezoeken blijf:blijven blokkeer:blokkeren check:checken
controleer:controleren deel:delen documenteer:documenteren download:downloaden draag:dragen evalueer:evalueren
formuleer:formuleren gebruik:gebruiken hanteer:hanteren informeer:informeren installeer:installeren kies:kiezen
klik:klikken kopieer:kopiëren laat:laten lees:lezen maak:maken mail:mailen meld:melden neem:nemen noteer:noteren
onderteken:ondertekenen onthoud:onthouden ontvang:ontvangen open:openen overleg:overleggen plaats:plaatsen
print:printen publiceer:publiceren raadpleeg:raadplegen reageer:reageren registreer:registreren respecteer:respecteren
scan:scannen scherm:schermen schrijf:schrijven stop:stoppen stuur:sturen test:testen toon:tonen verlaat:verlaten
vergrendel:vergrendelen vermeld:vermelden vermijd:vermijden vernietig:vernietigen verspreid:verspreiden
verstrek:verstrekken verstuur:versturen verwerk:verwerken verwijder:verwijderen volg:volgen voorkom:voorkomen
vraag:vragen waarschuw:waarschuwen weiger:weigeren wijzig:wijzigen wis:wissen zoek:zoeken berg:bergen+op
bied:bieden+aan deel:delen+mee dien:dienen+in druk:drukken+af geef:geven+door geef:geven+aan houd:houden+bij
kijk:kijken+na koppel:koppelen+los leg:leggen+vast leg:leggen+voor leg:leggen+uit lees:lezen+door lever:leveren+in
log:loggen+uit meld:melden+aan neem:nemen+op neem:nemen+mee pas:passen+aan pas:passen+toe ruim:ruimen+op
schakel:schakelen+in schakel:schakelen+uit sla:slaan+op sluit:sluiten+af spreek:spreken+aan spreek:spreken+af
stel:stellen+op stuur:sturen+door voer:voeren+uit volg:volgen+op vraag:vragen+aan vraag:vragen+na vul:vullen+in
werk:werken+bij wijs:wijzen+af zet:zetten+uit zet:zetten+aan
"""
"""Verbs of policies and instructions as stem:infinitive, with "+" before a particle. Our own list."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that can be put in the place of another: "meld", "melden", and perhaps a particle."""

    stem: str
    lemma: str
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement cut in three: who, the finite verb, and the rest without its full stop."""

    subject: tuple[Word, ...]
    verb: Word
    rest: tuple[Word, ...]
    object_follows: bool
    """Whether another verb with an object can take the place: there is one, and no particle or clause."""

    @property
    def is_of_one(self) -> bool:
        """Whether one other person or thing is spoken of, so that a verb in -t fits."""
        return "Number=Sing" in self.verb.features and self.subject[0].text.lower() not in _FIRST_AND_SECOND


@dataclass(frozen=True, slots=True)
class Imperative:
    """An imperative clause, first word first, without a full stop. Words are as inside a sentence."""

    words: tuple[Word, ...]

    def starting(self) -> tuple[Word, ...]:
        return (self.words[0].starting(), *self.words[1:])


def policy_verbs() -> tuple[Verb, ...]:
    def verb(entry: str) -> Verb:
        stem, rest = entry.split(":")
        lemma, _, particle = rest.partition("+")
        return Verb(stem, lemma, particle)

    return tuple(verb(entry) for entry in POLICY_VERBS.split())


def stems(sentences: Iterable[Sentence]) -> Mapping[str, str]:
    """Infinitive -> the stem most often seen with it; the fine tags tell stems from forms in -t."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.tag == _STEM_TAG and word.pos == "VERB" and word.text.isalpha():
                seen[word.lemma][word.text.lower()] += 1
    return {lemma: forms.most_common(1)[0][0] for lemma, forms in seen.items()}


def statement(sentence: Sentence) -> Statement | None:
    """The sentence cut in three, where it is a plain statement: subject, finite verb, rest."""
    words = sentence.words
    root = sentence.root
    if root is None or not 3 < len(words) <= _LONGEST or not 0 < root <= _LATEST_VERB or words[-1].text == "?":
        return None
    verb = words[root]
    if verb.pos != "VERB" or not verb.tag.startswith("WW|pv|") or verb.lemma in _STATES:
        return None
    children = list(sentence.children(root))
    before = [index for index in children if index < root]
    after = [words[index].relation for index in children if index > root]
    if len(before) != 1 or words[before[0]].relation != "nsubj" or sentence.subtree(before[0]) != list(range(root)):
        return None
    if _BLOCKING & set(after) or not _COMPLEMENTS & set(after) or any("Reflex=Yes" in word.features for word in words):
        return None
    end = len(words) - (words[-1].pos == "PUNCT")
    movable = "obj" in after and not {"compound:prt", "iobj", "xcomp"} & set(after)
    return Statement(words[:root], verb, words[root + 1 : end], movable)


def turned(said: Statement, known_stems: Mapping[str, str]) -> Imperative | None:
    """The statement as an order, where the stem of its verb is known or can be told from its form."""
    lemma = said.verb.lemma
    stem = known_stems.get(lemma) or _stem_of(said.verb)
    return ordered(Verb(stem, lemma), said.rest) if stem else None


def _stem_of(verb: Word) -> str:
    if "Tense=Pres" not in verb.features or "Number=Sing" not in verb.features:
        return ""
    form = verb.text.lower()
    keeps_t = verb.lemma.removesuffix("en").endswith("t") or not form.endswith("t")
    stem = form if keeps_t else form[:-1]
    return stem if stem.isalpha() else ""


def replaced(said: Statement, verb: Verb) -> Imperative:
    """Another order about the same things: "Bewaar het verlies direct" is odd, but an order all the same."""
    return ordered(verb, said.rest)


def ordered(verb: Verb, rest: tuple[Word, ...]) -> Imperative:
    first = Word(verb.stem, verb.lemma, "VERB", IMPERATIVE, _STEM_TAG)
    if not verb.particle:
        return Imperative((first, *rest))
    particle = Word(verb.particle, verb.particle, "ADP", tag="VZ|fin")
    open_end = (*rest[:-1], replace(rest[-1], space=True)) if rest else rest
    return Imperative((first, *open_end, particle))


def be_imperatives(sentences: Iterable[Sentence]) -> Iterator[Imperative]:
    """Statements of a quality turned: "Hij is voorzichtig met X." gives "Wees voorzichtig met X"."""
    for sentence in sentences:
        words, root = sentence.words, sentence.root
        if root is None or words[root].pos != "ADJ" or len(words) > _LONGEST or words[-1].text == "?":
            continue
        children = list(sentence.children(root))
        copulas = [index for index in children if words[index].relation == "cop" and "Fin" in words[index].features]
        subjects = [index for index in children if words[index].relation == "nsubj"]
        if len(copulas) != 1 or len(subjects) != 1 or _BLOCKING & {words[index].relation for index in children}:
            continue
        if sentence.subtree(subjects[0]) == list(range(copulas[0])):
            end = len(words) - (words[-1].pos == "PUNCT")
            first = Word("wees", "zijn", words[copulas[0]].pos, IMPERATIVE, _STEM_TAG)
            yield Imperative((first, *words[copulas[0] + 1 : end]))
