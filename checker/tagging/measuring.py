"""How an amount limits ("ten hoogste", "of meer") and which word it measures ("bewaard", "boete")."""

from __future__ import annotations

import re

from checker.model import Bound
from checker.tagging.inflection import forms_of

_NEAR = 48
"""How many characters before an amount may hold the word that bounds it."""
_FILLER = (
    r"(?:\s(?:een|de|op|het|van|tot|gedurende|voor|met|in|totaal|in\stotaal|periode|termijn|duur|tijdvak|bedrag|waarde|ter|"
    r"circa|ongeveer|nog|elke|maximale|een\sperk|boete|te\srekenen|respectievelijk)){0,5}\s?\(?$"
)
_BEFORE: tuple[tuple[Bound, str], ...] = (
    (
        Bound.AT_MOST,
        r"ten\shoogste|hoogstens|hooguit|maximaal|maximum|max\.?|ten\slangste|uiterlijk|op\szijn\s(?:hoogst|langst)|"
        r"(?:niet|nooit|geen)\s(?:langer|later|meer|hoger|groter)\sdan|minder\sdan|korter\sdan|lager\sdan|onder\sde|tot|"
        r"tot\sen\smet|t/m|niet\sboven",
    ),
    (
        Bound.AT_LEAST,
        r"ten\sminste|tenminste|minimaal|minimum|minstens|min\.|op\szijn\sminst|(?:niet|nooit)\s(?:korter|minder|lager)\sdan|"
        r"(?<!niet\s)(?<!nooit\s)(?<!geen\s)(?:meer|langer|hoger)\sdan|boven\sde",
    ),
    (Bound.WITHIN, r"binnen"),
    (Bound.AFTER, r"na|vanaf|sinds|nadat|niet\s(?:eerder|vroeger)\sdan|met\singang\svan"),
)
_DATE_BEFORE: tuple[tuple[Bound, str], ...] = ((Bound.AFTER, r"per"), (Bound.AT_MOST, r"voor|vóór"))
_AFTERWARDS = (
    (Bound.AT_LEAST, re.compile(r"\s(?:of|en)\s(?:meer|langer|hoger|later)\b|\sof\smeer\b", re.IGNORECASE)),
    (Bound.AT_MOST, re.compile(r"\s(?:of\s(?:minder|korter|eerder|lager)|maximaal|als\smaximum)\b", re.IGNORECASE)),
)
_INSIDE = re.compile(r"\sof\smeer\s", re.IGNORECASE)


def _compiled(cues: tuple[tuple[Bound, str], ...]) -> tuple[tuple[Bound, re.Pattern[str]], ...]:
    return tuple((bound, re.compile(rf"\b(?P<cue>{words}){_FILLER}", re.IGNORECASE)) for bound, words in cues)


_CUES = _compiled(_BEFORE)
_DATE_CUES = _compiled((*_BEFORE, *_DATE_BEFORE))


def bound_of(quantity: str, text: str, start: int, end: int) -> Bound:
    """How the amount at `start` to `end` limits; the cue nearest to it decides, a cue behind it first.

    Handles: "ten hoogste vier weken" and "niet langer dan" (at most), "50 of meer" and "minimaal" (at least), "binnen
    een termijn van twee weken" (within), "na uiterlijk 4 weken" (at most), "met ingang van 1 maart 2026" (after).
    """
    if _INSIDE.search(text[start:end]):
        return Bound.AT_LEAST
    for bound, pattern in _AFTERWARDS:
        if pattern.match(text, end):
            return bound
    before = text[max(start - _NEAR, 0) : start]
    nearest, best = -1, Bound.EXACT
    for bound, pattern in _DATE_CUES if quantity == "datum" else _CUES:
        for match in pattern.finditer(before):
            if match.end("cue") > nearest:
                nearest, best = match.end("cue"), bound
    return best


_VERBS = """bewaren opslaan melden gelden wissen verwijderen vernietigen beslissen reageren duren bedragen indienen
    informeren antwoorden beantwoorden schorsen inleveren betalen vergoeden aanvragen verlengen intrekken inhouden
    blokkeren evalueren verstrekken toezenden raadplegen ontvangen aannemen accepteren bevestigen behandelen afhandelen
    ingaan eindigen vervallen vaststellen wijzigen bekendmaken publiceren treden opzeggen aanbieden teruggeven starten
    werken bellen gebruiken besteden verhalen kosten verbeuren overschrijden verdienen opleggen waarschuwen aanhouden
    onderzoeken herzien herstellen beperken toepassen retourneren blijven""".split()
_VERB_FORMS = frozenset(form for verb in _VERBS for form in forms_of(verb)) - {
    "verb",
    "kost",
    "werk",
    "gebruik",
    "week",
}
_MEASURED_NOUNS = {
    "termijn": re.compile(r"\w{2,}(?:termijn|duur|tijd|periode)|schorsing|proeftijd|verlof|overeenkomst|\w*wachttijd"),
    "bedrag": re.compile(
        r"\w*(?:boetes?|geschenk(?:en)?|vergoeding(?:en)?|waarde|kosten|schade|bijdrage|budget|dwangsom|salaris|loon|"
        r"cadeaus?|attenties?|giften|gift|uitgaven|declaraties?)"
    ),
    "percentage": re.compile(
        r"\w*(?:loon|salaris|korting|toeslag|opslag|inhouding|vergoeding|omzet|arbeidstijd|werktijd)"
    ),
}
_VERB_QUANTITIES = frozenset({"termijn", "datum", "bedrag"})
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[;.!?](?=\s)")
_REACH = 90
"""How far the measured word may stand, in characters on either side."""


def applies_to(quantity: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the word stands that the amount measures; None where none is near, which is often.

    A rule on word forms: a noun of the quantity's own kind wins ("een bewaartermijn van vier weken", "een boete van €
    50"), then the nearest form of a verb that takes a duration, date or sum ("bewaard", "gemeld", "treedt"), both
    within ninety characters and the same sentence; of two as near, the one behind, where Dutch puts its verb. A count
    measures what it counts ("50 werknemers"); "drie keer" measures nothing here.
    """
    if quantity == "aantal":
        counted = list(_WORD.finditer(text, start, end))[-1]
        return None if counted.group().lower() in ("keer", "maal") else counted.span()
    low = max(start - _REACH, 0)
    low = max((match.end() + low for match in _STOP.finditer(text[low:start])), default=low)
    stop = _STOP.search(text, end, end + _REACH)
    high = stop.start() if stop else min(end + _REACH, len(text))
    words = [*_WORD.finditer(text, low, start), *_WORD.finditer(text, end, high)]
    noun = _MEASURED_NOUNS.get(quantity)
    nouns = [word for word in words if noun and noun.fullmatch(word.group().lower())]
    verbs = [word for word in words if quantity in _VERB_QUANTITIES and word.group().lower() in _VERB_FORMS]
    for candidates in (nouns, verbs):
        if candidates:
            return min(candidates, key=lambda word: _distance(word, start, end)).span()
    return None


def _distance(word: re.Match[str], start: int, end: int) -> tuple[int, int]:
    behind = word.start() >= end
    return (word.start() - end, 0) if behind else (start - word.end(), 1)
