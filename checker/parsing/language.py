"""Whether a text is Dutch, from the share of its function words."""

from __future__ import annotations

import re
from collections import Counter

from checker.errors import DocumentError
from checker.model import ExtractionWarning

_MIN_WORDS = 25
_SURE_WORDS = 60
_MIN_DUTCH_SHARE = 0.04
_MAX_OTHER_RATIO = 2.5
_MIXED_RATIO = 0.6
_MIN_OTHER_SHARE = 0.08

_LISTS = {
    "Nederlands": """de het een en van te dat die voor met zijn niet aan er om ook als bij of uit naar door hij maar
        wordt worden kan kunnen mag mogen moet moeten je jij u uw wij deze dit geen tot dan nog wel onze ons hun tussen
        zonder tijdens indien alle op heeft hebben dient nooit altijd medewerker medewerkers gegevens zoals wie waar
        hoe binnen welke""",
    "Engels": """the and of to for with not at this that by from or be are was were will shall must may can should
        which their they your you our any all has have other than such these those it its who when employees if must
        do does""",
    "Duits": """der die das und den dem des ein eine einer nicht mit von zu für auf ist sind werden wird oder bei auch
        nach aus durch als wenn muss müssen darf dürfen kann können sie wir ihr im zum zur dass keine sich über""",
    "Frans": """le la les et des du un une dans pour par sur avec ne pas est sont qui que ce cette ces au aux ou il elle
        nous vous leur leurs doit doivent peut peuvent sans être être tout tous à d l""",
}
_WORDS = {name: frozenset(words.split()) for name, words in _LISTS.items()}
_SHARED = frozenset(
    word for word, count in Counter(word for words in _WORDS.values() for word in words).items() if count > 1
)
_STOP_WORDS = {name: words - _SHARED for name, words in _WORDS.items()}
"""Words of two lists ("die", "of") say nothing and are in neither."""
_WORD = re.compile(r"[^\W\d_]+")


def check_language(text: str, where: str) -> tuple[ExtractionWarning, ...]:
    """Return a warning when a good part of a Dutch text is in another language.

    Fewer than 25 words always pass: there is too little to judge.

    Raises: `DocumentError` when the text as a whole is not Dutch.
    """
    words = _WORD.findall(text.lower())
    if len(words) < _MIN_WORDS:
        return ()
    counts = Counter(words)
    hits = {name: sum(counts[word] for word in sorted(stop)) for name, stop in _STOP_WORDS.items()}
    dutch = hits.pop("Nederlands")
    other, other_hits = max(sorted(hits.items()), key=lambda pair: pair[1])
    is_other = other_hits >= _MIN_OTHER_SHARE * len(words)
    fix = "Lever de Nederlandse tekst van het beleid aan."
    if is_other and other_hits > _MAX_OTHER_RATIO * dutch:
        raise DocumentError(f"De tekst lijkt niet in het Nederlands geschreven ({other}).", where=where, fix=fix)
    if dutch < _MIN_DUTCH_SHARE * len(words) and len(words) >= _SURE_WORDS:
        raise DocumentError("De tekst lijkt niet in het Nederlands geschreven.", where=where, fix=fix)
    if is_other and other_hits > _MIXED_RATIO * dutch:
        message = f"Een deel van de tekst is in een andere taal ({other}); dat deel is niet beoordeeld."
        return (ExtractionWarning("mixed_language", message),)
    return ()
