"""Dutch inflection of the words that carry legal weight, independent of any pipeline's lemmas.

Forms are made generously (a form that no Dutch text holds does no harm) and are compared exactly.
Spelling rules: open and closed syllables ("maken", "maakt"), v/f and z/s ("geven", "geeft"), 't
kofschip ("gewerkt", "gemeld"). Strong verbs stand in a table. Source: Algemene Nederlandse
Spraakkunst, chapters 2 (verb) and 3 (noun), in our own words.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = "aeiou"
_UNSTRESSED = ("be", "ge", "er", "her", "ont", "ver", "mis", "over", "onder", "voor")
PARTICLES = (
    "aan", "achter", "achterwege", "af", "bij", "binnen", "door", "goed", "in", "kennis", "langs", "mede", "mee",
    "na", "neer", "om", "onder", "op", "over", "plaats", "samen", "tegen", "terug", "toe", "uit", "vast", "voor",
    "voorbij", "vrij", "weg", "weer",
)  # fmt: skip
"""First parts of separable verbs: "aanspreken" stands as "spreekt ... aan"."""

_STRONG = {
    "bieden": ("bood", "boden", "geboden"), "brengen": ("bracht", "brachten", "gebracht"),
    "bezitten": ("bezat", "bezaten", "bezeten"), "blijken": ("bleek", "bleken", "gebleken"),
    "blijven": ("bleef", "bleven", "gebleven"), "breken": ("brak", "braken", "gebroken"),
    "denken": ("dacht", "dachten", "gedacht"), "doen": ("deed", "deden", "gedaan", "doet", "doe"),
    "dragen": ("droeg", "droegen", "gedragen"), "dringen": ("drong", "drongen", "gedrongen"),
    "gaan": ("ging", "gingen", "gegaan", "gaat", "ga"), "geven": ("gaf", "gaven", "gegeven"),
    "gelden": ("gold", "golden", "gegolden", "geldt"), "grijpen": ("greep", "grepen", "gegrepen"),
    "hebben": ("had", "hadden", "gehad", "heeft", "hebt", "heb"), "helpen": ("hielp", "hielpen", "geholpen"),
    "houden": ("hield", "hielden", "gehouden", "houdt", "hou"), "kiezen": ("koos", "kozen", "gekozen"),
    "kijken": ("keek", "keken", "gekeken"), "komen": ("kwam", "kwamen", "gekomen", "komt", "kom"),
    "krijgen": ("kreeg", "kregen", "gekregen"), "kunnen": ("kan", "kunt", "kon", "konden", "gekund"),
    "laten": ("liet", "lieten", "gelaten"), "lezen": ("las", "lazen", "gelezen"),
    "liggen": ("lag", "lagen", "gelegen"), "liken": ("like", "liket", "likete", "geliket"),
    "lopen": ("liep", "liepen", "gelopen"),
    "mogen": ("mag", "mocht", "mochten", "gemogen"), "moeten": ("moet", "moest", "moesten", "gemoeten"),
    "nemen": ("nam", "namen", "genomen", "neemt", "neem"), "raden": ("raadde", "ried", "geraden"),
    "roepen": ("riep", "riepen", "geroepen"), "schenden": ("schond", "schonden", "geschonden"),
    "schieten": ("schoot", "schoten", "geschoten"), "schrijven": ("schreef", "schreven", "geschreven"),
    "slaan": ("sloeg", "sloegen", "geslagen", "slaat", "sla"), "sluiten": ("sloot", "sloten", "gesloten"),
    "spreken": ("sprak", "spraken", "gesproken"), "staan": ("stond", "stonden", "gestaan", "staat", "sta"),
    "steken": ("stak", "staken", "gestoken"), "stelen": ("stal", "stalen", "gestolen"),
    "treden": ("trad", "traden", "getreden"), "treffen": ("trof", "troffen", "getroffen"),
    "trekken": ("trok", "trokken", "getrokken"), "vallen": ("viel", "vielen", "gevallen"),
    "vinden": ("vond", "vonden", "gevonden"), "vliegen": ("vloog", "vlogen", "gevlogen"),
    "vragen": ("vroeg", "vroegen", "gevraagd"), "wegen": ("woog", "wogen", "gewogen"),
    "weten": ("wist", "wisten", "geweten"), "werpen": ("wierp", "wierpen", "geworpen"),
    "wijken": ("week", "weken", "geweken"), "wijzen": ("wees", "wezen", "gewezen"),
    "winnen": ("won", "wonnen", "gewonnen"), "worden": ("werd", "werden", "geworden", "wordt", "word"),
    "zeggen": ("zei", "zeiden", "gezegd"), "zenden": ("zond", "zonden", "gezonden"),
    "zien": ("zag", "zagen", "gezien", "ziet", "zie"), "zijn": ("ben", "bent", "is", "was", "waren", "geweest", "wees"),
    "zitten": ("zat", "zaten", "gezeten"), "zoeken": ("zocht", "zochten", "gezocht"),
    "zullen": ("zal", "zult", "zou", "zouden"), "horen": ("hoorde", "gehoord"),
}  # fmt: skip
"""Infinitive -> forms that the rules below do not make."""


_FUNCTION_WORDS = frozenset(
    (
        "aan af als bij dan dat de die door een er geen had in is me mee men met na niet of om op over te toe "
        "tot uit van voor was we weer weg zo"
    ).split()
)
"""Never a form of something else: "uit" is not "uiten"."""


@lru_cache(maxsize=20_000)
def forms_of(word: str) -> frozenset[str]:
    """All forms in which `word` (folded) may stand in a text: verb, noun and adjective forms together.

    Handles: "verhalen" (verhaal, verhaalt, verhaalde, verhaald), "maatregel" (maatregelen),
    "evenredig" (evenredige), "aanspreken" (aangesproken, aan te spreken as one word: aanspreekt).
    """
    forms = {word}
    if word.endswith(("en", "aan", "oen", "ien", "ijn")) and len(word) > 3:
        forms |= _verb_forms(word)
    forms |= _noun_and_adjective_forms(word)
    return frozenset(forms - (_FUNCTION_WORDS - {word}))


def split_separable(verb: str) -> tuple[str, str] | None:
    """ "aanspreken" -> ("aan", "spreken"); None for a verb that does not split."""
    for particle in sorted(PARTICLES, key=len, reverse=True):
        rest = verb.removeprefix(particle)
        if rest != verb and len(rest) >= 4 and rest.endswith(("en", "aan", "oen", "ien")):
            return particle, rest
    return None


def _verb_forms(verb: str) -> set[str]:
    forms = _simple_verb_forms(verb)
    if parts := split_separable(verb):
        particle, rest = parts
        for form in _simple_verb_forms(rest):
            forms.add(particle + form)
        forms.add(f"{particle}te{rest}")
    inflected = {f"{form}e" for form in forms if form.endswith(("d", "t")) and not form.endswith("en")}
    return forms | inflected | {f"{verb}d", f"{verb}de"}


def _simple_verb_forms(verb: str) -> set[str]:
    forms = {verb}
    prefix, core = next(
        ((p, verb[len(p) :]) for p in _UNSTRESSED if verb.startswith(p) and verb[len(p) :] in _STRONG), ("", verb)
    )
    if core in _STRONG:
        for form in _STRONG[core]:
            forms.add(prefix + form)
            if (prefix and form.startswith("ge") and core not in ("gelden", "geven")) or (
                prefix and form in ("gegeven", "gegolden")
            ):
                forms.add(prefix + form[2:])
    for stem in _stems(verb):
        forms |= _weak_forms(verb, stem)
    return forms


def _weak_forms(verb: str, stem: str) -> set[str]:
    weak = "te" if stem[-1:] in set("tkfschp") and not verb[:-2].endswith(("v", "z")) else "de"
    participle = stem if stem.endswith(("t", "d")) else stem + weak[0]
    forms = {stem, stem if stem.endswith("t") else f"{stem}t", stem + weak, f"{stem}{weak}n", participle}
    if not any(verb.startswith(prefix) for prefix in ("be", "ge", "er", "her", "ont", "ver")):
        forms.add(f"ge{participle}")
    return forms


def _stems(verb: str) -> tuple[str, ...]:
    """First person singular: "maken" -> "maak", "geven" -> "geef", "stellen" -> "stel".

    Before a final l, r or n both spellings are given: "regelen" -> "regel" but "delen" -> "deel". So too after
    ie, which is one vowel or two: "verbieden" -> "verbied" but "kopiëren" -> "kopieer".
    """
    if verb.endswith(("aan", "oen", "ien")):
        return (verb[:-1] if verb.endswith(("oen", "ien")) else verb[:-2],)
    stem = verb[:-2]
    if len(stem) >= 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        return (stem[:-1],)
    voiceless = stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1:], stem[-1:])
    if not re.search(r"(^|[^aeo])[aeou][^aeiouwj]$", stem):
        return (voiceless,)
    doubled = voiceless[:-1] + voiceless[-2] + voiceless[-1]
    return (doubled, voiceless) if stem.endswith(("el", "er", "en", "em")) or stem[-3:-1] == "ie" else (doubled,)


def _noun_and_adjective_forms(word: str) -> set[str]:
    forms = {f"{word}s", f"{word}'s", f"{word}en", f"{word}e", f"{word}n"}
    if word.endswith("heid"):
        forms.add(f"{word[:-4]}heden")
    if re.search(r"[aeiou]{2}[^aeiou]$", word) and word[-2] == word[-3]:
        open_syllable = word[:-2] + word[-1]
        forms |= {f"{open_syllable}en", f"{open_syllable}e"}
        if word[-1] in "fs":
            voiced = open_syllable[:-1] + {"f": "v", "s": "z"}[word[-1]]
            forms |= {f"{voiced}en", f"{voiced}e"}
    elif word[-1:] in ("f", "s"):
        voiced = word[:-1] + {"f": "v", "s": "z"}[word[-1]]
        forms |= {f"{voiced}en", f"{voiced}e"}
    if re.search(r"[^aeiou][aeiou][^aeiouwxj]$", word):
        forms |= {f"{word}{word[-1]}en", f"{word}{word[-1]}e"}
    if word.endswith("ie"):
        forms |= {f"{word}s", f"{word}en", f"{word}eën"}
    if word.endswith("um"):
        forms.add(f"{word[:-2]}a")
    return forms
