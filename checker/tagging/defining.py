"""Whether a clause that explains a term only does that, or hides a ban or a duty in the explanation.

"Onder opname wordt verstaan elk geluidsbestand" binds nobody. "Onder ongeoorloofd kanaal wordt verstaan ..." does: the
term condemns. So does "dubbelrol: een klus waarvan je de uitkomst verslaat, en die je dus weigert": its tail orders.
"""

from __future__ import annotations

import re
from collections.abc import Collection

HIDDEN_NORM = "kenmerk_verborgen_norm"
"""The concept with the words of a ban or duty in the tail of a definition."""

_VERB = r"(?:wordt|worden|verstaan|verstaat|versta|begrijp\w*|vallen|valt|reken\w*|schaar\w*|scharen)"
_TERMS = (
    re.compile(rf"^[^:]{{0,70}}?\bonder\s+(?P<term>[^:]{{2,80}}?)(?:\s*:|,?\s+{_VERB}\b)", re.IGNORECASE),
    re.compile(r"^met\s+(?P<term>.{2,80}?)\s+(?:bedoel\w*|wordt|worden)\b", re.IGNORECASE),
    re.compile(r"^van\s+(?P<term>.{2,80}?)\s+is\s+sprake\b", re.IGNORECASE),
    re.compile(r"\bsprake\s+van\s+(?P<term>.{2,60}?)\s+(?:als|zodra|wanneer|indien)\b", re.IGNORECASE),
    re.compile(r"^als\s+(?P<term>.{2,80}?)\s+(?:wordt|worden|geldt|gelden)\b", re.IGNORECASE),
    re.compile(r"^(?P<term>[^:;.!?]{2,80}):", re.IGNORECASE),
    re.compile(r"\b(?:noemen|heet|heten)\s+(?:wij|we|dat|dit|hier)?\s*(?P<term>.{2,60})$", re.IGNORECASE),
    re.compile(r"^(?P<term>(?:\S+\s+){1,5}?)(?:is|zijn|betekent|omvat|omvatten|heet)\b", re.IGNORECASE),
)
"""The ways to name the term that is explained."""

_CONDEMNS = re.compile(
    r"\b(?:verboden|niet[- ](?:toegestane?|toelaatbare?|geoorloofde?|gewenste?)|ontoegestane?|illegale?|clandestiene?"
    r"|on(?:geoorloof|gepas|behoorlijk|toelaatba|eigenlijk|gewens|betamelijk|oirba|rechtmatig|wettig|aanvaardba|acceptabe"
    r"|wenselijk|fatsoenlijk|verantwoord|eerlijk|ethisch|zorgvuldig|toegestaan|heus|professione)\w*"
    r"|onbevoegde?\s+\w+|\w*misbruik\w*|misdraging\w*|wangedrag|plichtsverzuim|overtreding\w*|lekken|schending\w*)\b",
    re.IGNORECASE,
)
"""Words that condemn what they name; not "onbevoegde" alone, who is a person, nor "datalek", which is an event."""

_STAFF = (
    r"(?:u|je|jij|we|wij|men|hij|zij|niemand|(?:de|een|iedere|elke)\s\w*(?:medewerker|werknemer|ambtenaar|collega))"
)
_REMARKS = (
    # ", iets wat een collega niet doet"; not "alles wat u niet zelf hebt gemaakt", which has no comma.
    re.compile(r",\s*(?:en\s+)?(?:iets\s+)?(?:wat|hetgeen)\s[^:]{0,60}\b(?:niet|nooit|niemand|geen)\b", re.IGNORECASE),
    re.compile(rf",\s*(?:en\s+)?(?:iets\s+wat|hetgeen)\s+{_STAFF}\b", re.IGNORECASE),
    re.compile(r",\s*(?:en\s+)?(?:die|dat|waar\w*)\s+(?:\w+\s+){0,3}?niemand\b", re.IGNORECASE),
    # ", en dat laten we", "en zo'n lijst houdt niemand bij": the verb before its subject makes it a new sentence.
    re.compile(rf"\ben\s+(?:dat|die|zoiets|zo'n\s\w+)\s+\w+\s+{_STAFF}\b", re.IGNORECASE),
    # "en wat u dus voor u houdt": a conclusion for whoever reads it; "dus ook een huisnummer" only adds.
    re.compile(r"\b(?:die|dat|wat|hetgeen|waar\w*)\s+(?:\w+\s+){0,5}?dus\b(?!\sook)", re.IGNORECASE),
    re.compile(rf"\b(?:die|dat|wat|waar\w*)\s+{_STAFF}\s+(?:\w+\s+){{0,4}}?(?:nooit|nimmer)\b", re.IGNORECASE),
)
"""Remarks after the definition that say what to do or leave with what it defines."""

_GOES_ON = re.compile(r"(?:hier|daar)(?:onder|toe|bij)\b|(?:ook|niet|evenmin)\b", re.IGNORECASE)
_SHAPE = re.compile(
    r"^(?:[^:;.!?]{2,60}:\s|(?:(?:de|het|een)\s)?(?:\S+\s){1,4}?(?:is|zijn|betekent|omvat|omvatten|heet|heten)\s)",
    re.IGNORECASE,
)
_MIXED_HEADING = re.compile(r"\b(?:en|&)\s+(?!begrip|definit|afkort|term|omschrijv)", re.IGNORECASE)


def hides_a_norm(text: str, concepts: Collection[str], *, label: str = "") -> bool:
    """Whether the term or the tail of the definition `text` forbids or orders; `label` is the label before it."""
    if HIDDEN_NORM in concepts or any(remark.search(text) for remark in _REMARKS):
        return True
    return bool(_CONDEMNS.search(label or defined_term(text)))


def defined_term(text: str) -> str:
    """The term that `text` explains; empty when it has not the form of a definition."""
    found = (pattern.search(text) for pattern in _TERMS)
    return next((match["term"] for match in found if match), "")


def is_shaped(text: str) -> bool:
    """Whether `text` has the form of an entry in a list of definitions: "inlener: het bedrijf ...", "Een X is ..."."""
    return bool(_SHAPE.match(text))


def goes_on(text: str) -> bool:
    """Whether `text` adds to the definition before it: "Daaronder vallen ook tablets."; not "Zo'n ding gaat terug."."""
    return bool(_GOES_ON.match(text))


def is_mixed_heading(heading: str) -> bool:
    """ "Begrippen en reikwijdte": not all that stands below explains a term."""
    return bool(_MIXED_HEADING.search(heading))
