"""Where a text names a law: the names of the registry, named collective agreements, and laws that it does not know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.model import Law

COLLECTIVE_AGREEMENT = "CAO"
UNKNOWN_LAW = ("",)

_ONLY_BESIDE_ARTICLE = "art. "
_BEFORE = r"(?<![\w@-])(?<!\w\.)"
_AFTER = r"(?![\w@])(?!['’-]\w|-(?:$|[\s,;/]))"
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@\S+|\b[\w-]{1,60}\.(?:nl|com|eu|org)(?:/\S*)?\b"
)

_OTHER_NAMES = (
    "Wet arbeid en zorg", "Wet werk en zekerheid", "Wet arbeidsmarkt in balans", "Wet langdurige zorg",
    "Wet kwaliteit, klachten en geschillen zorg", "Wet op het primair onderwijs", "Wet op het voortgezet onderwijs",
    "Wet voortgezet onderwijs 2020", "Wet educatie en beroepsonderwijs", "Wet op de expertisecentra",
    "Wet op het hoger onderwijs en wetenschappelijk onderzoek", "Wet op de beroepen in de individuele gezondheidszorg",
    "Wet gelijke behandeling op grond van handicap of chronische ziekte",
    "Wet gelijke behandeling van mannen en vrouwen",
    "Wet gelijke behandeling op grond van leeftijd bij de arbeid", "Wet op de collectieve arbeidsovereenkomst",
    "Wet ter voorkoming van witwassen en financieren van terrorisme", "Wet op het financieel toezicht",
    "Wet allocatie arbeidskrachten door intermediairs", "Wet arbeid vreemdelingen", "Wet zorg en dwang",
    "Wet minimumloon en minimumvakantiebijslag", "Wet werk en inkomen naar arbeidsvermogen", "Wet op de loonbelasting",
    "Wet maatschappelijke ondersteuning", "Wet politiegegevens", "Wet justitiële en strafvorderlijke gegevens",
    "Wet particuliere beveiligingsorganisaties en recherchebureaus",
    "Wet bevordering integriteitsbeoordelingen door het openbaar bestuur",
    "Wet op de identificatieplicht", "Wet BIG", "Wet Bibob", "Wet DBA", "Wet kinderopvang",
    "Wet transparante en voorspelbare arbeidsvoorwaarden", "Wet aanpassing arbeidsduur",
    "Universele Verklaring van de Rechten van de Mens", "Drank- en Horecawet",
    "Militaire Ambtenarenwet 1931", "Militaire ambtenarenwet",
)  # fmt: skip
_OTHER_SHORT = (
    "Wlz|Wkkgz|Wmo|Wpo|WPO|Wvo|WVO|WHW|Wft|WFT|Wwft|Waadi|WAADI|Wtta|Wab|WAB|Wwz|WWZ|Wazo|WAZO|Wml|WML|Wpg|Wjsg|"
    "Wpbr|BBRA|WvK|Wet BIG|IVRK|IVBPR|ePrivacyrichtlijn|ePrivacy-richtlijn|e-Privacyrichtlijn|NIS2|NIS2-richtlijn|"
    "NIS-2-richtlijn|Wbni|Cbw|Wnt|WNT|Wgbh/cz|WGB|ARNW|AMAR|BARD|WIA|AWR|DSA"
)
_BESIDE_ARTICLE = re.compile(
    r"(?!(?:EN|OF|VAN|DE|HET|IS|LID|OR|MR|HR|PVT|COR|DOR|GMR|FG|AP|DPO|IT|ICT|HRM|CEO|BV|NV|EU|NL|Wij|We|Wat|Wie|Waar|"
    r"Werk|Wordt|Wel)\b)(?:[A-Z]{2,6}[a-z]?|W[a-z]{2,5}|Rv|Fw|(?:[A-Z]\w{0,40}|[a-z]\w{2,40})wet(?: (?:19|20)\d\d)?)"
    + _AFTER
)
_COMPOUND = r"[A-Z][a-z]{2,40}(?:wet|wetboek)(?:\s(?:19|20)\d\d)?"
_NUMBERED = (
    r"(?:EU-?\s?)?(?:[Rr]ichtlijn|[Vv]erordening|[Kk]aderbesluit)\s(?:\(?(?:EU|EG|EEG)\)?\s)?(?:nr\.?\s)?"
    r"\d{2,4}/\d{1,4}(?:/(?:EU|EG|EEG))?"
)
_OPENING = (
    r"(?P<tail>(?:Tijdelijke|Algemene|Kader|Uitvoerings|Invoerings|Aanpassings)\s?[Ww]et(?![\w-])|Wet(?![\w-])|"
    r"Internationaal\s[Vv]erdrag(?![\w-])|Verdrag(?=\s(?:van|inzake|tot|tegen|betreffende)\s)|"
    r"(?P<decree>(?P<scheme>(?:Raamr|R)egeling(?![\w-]))|(?:Uitvoerings|Ministeriële\s)[Rr]egeling(?![\w-])|Besluit(?![\w-])|"
    r"(?P<compound>[A-Z][a-z]{3,40}besluit)(?:\s(?:19|20)\d\d)?(?![\w-])))"
)
_CODE = r"Wetboek\svan\s[A-Z]\w{2,30}(?:\s[A-Z]\w{2,30})?"
_NO_LAW = re.compile(
    r"(?:Privacy|Raam|Grond|Internet|Cookie|Moeder|Zorg|Natuur|Nood|Eind|Collega|Raads|Directie|Bestuurs|College|"
    r"Mandaat|Instellings)(?:wet|besluit)"
)
_DETERMINED = re.compile(r"(?:\b(?:de|het|van|artikel|in)\s|\d[a-z]?\s)$", re.IGNORECASE)
_AFTER_ARTICLE = re.compile(r"(?:\d[a-z]*|lid|zin|\b[a-z]\.?),?\s(?:van\s(?:de|het)\s)?$", re.IGNORECASE)
_CHAPTER = re.compile(r"hoofdstuk|paragraaf|bijlage|onderdeel", re.IGNORECASE)
_WORD = re.compile(r"\s{1,3}([\w’'-]+)")
_ABBREVIATION = re.compile(r"\s\(([A-Z][\w.-]{1,11})\)")
_LINKS = frozenset("op de het van voor in inzake tot tegen bij door en der betreffende houdende over aan".split())
_ENDS = frozenset(
    """is zijn was waren wordt worden werd geldt gelden stelt stellen bepaalt bepalen regelt regelen verplicht
    verplichten biedt bieden heeft hebben kan kunnen mag mogen moet moeten zal zullen dat die dit deze waarin waarop
    waarvan om te als niet tenzij wanneer indien of zoals met dient dienen eist eisen vraagt verbiedt verbieden
    beschermt beschermen geeft geven schrijft vereist verlangt valt vallen ook wel nog al dan ten ter ingevolge
    krachtens volgens onder na per vanaf sinds zegt staat noemt kent maakt gaat treedt trad blijft blijven vormt
    genoemd genoemde bedoeld bedoelde opgenomen neergelegd vastgelegd geregeld gegeven gesteld gestelde voorgeschreven
    toegestaan vereiste artikel art moeten naleven verstrekken verstrekt bevat bevatten
    wij we je u ik hij zij men er hier daar hierna""".split()
)
_STARTS_A_PHRASE = frozenset(
    """basis grond toepassing kracht werking acht strijd plaats gevolge beginsel onze een alle taak werkgevers
    werknemers medewerkers ambtenaren""".split()
)
"""After these, "op", "van" or "in" begins something else than the rest of a name."""
_NO_SECTOR = (
    r"(?!(?:Artikel|Art|Hoofdstuk|Partijen|De|Het|Een|Wet|Op|In|En|EN|OF|IS|BW|AVG|WOR|Bijlage|Ook|Als|Dit|Cao|CAO|CAR|"
    r"CAR-UWO|UWO|Wbp|Besluit|Regeling|Voor|Bij)\b)"
)
_AGREEMENT = re.compile(
    _BEFORE + r"(?:cao|Cao|CAO|c\.a\.o\.|[Cc]ollectieve\s[Aa]rbeidsovereenkomst)(?:\s(?:voor|van)(?:\s(?:de|het))?"
    r"(?=\s[A-Z]|\s(?:primair|voortgezet|middelbaar|hoger|gemeente|ziekenhuis|bouw)))?"
    rf"(?:\s{_NO_SECTOR}[A-Z][\w&/-]{{0,30}}"
    rf"(?:,?\s(?:(?:en|&|over|van|voor|de|het|in)\s){{0,3}}{_NO_SECTOR}[A-Z][\w&/-]{{1,30}}"
    r"|\s(?:Weg|weg|20\d\d(?:\s?[-–/]\s?20\d\d)?)|\s(?:en|over)\s(?:de\s)?(?:weg|techniek|welzijn)){0,5}"
    r"|\s(?:(?:primair|voortgezet|hoger|middelbaar)\s(?:beroeps)?onderwijs|gemeenten|ziekenhuizen|bouwnijverheid)"
    r"|\s(?:nr\.?|nummer)\s\d{1,4}(?:\s?(?:bis|ter|quater))?)" + _AFTER
)
_AGREEMENT_COMPOUND = re.compile(
    _BEFORE + r"(?!(?:bedrijfs|raam|basis|sector|branche|ondernemings|mini|standaard|minimum|concept|model|AVV|niet)-)"
    r"[A-Za-z]{3,30}-(?:cao|CAO)" + _AFTER
)


def _spaced(name: str) -> str:
    return r"\s{1,3}".join(map(re.escape, name.split()))


_OTHER = re.compile(
    rf"{_BEFORE}(?:(?i:{'|'.join(map(_spaced, sorted(_OTHER_NAMES, key=len, reverse=True)))})(?:\s(?:19|20)\d\d)?"
    f"|{_OTHER_SHORT}|{_CODE}|{_NUMBERED}|{_OPENING}|{_COMPOUND}){_AFTER}"
)


@dataclass(frozen=True, slots=True)
class LawName:
    """A stretch that names a law; `laws` has more ids where the same short name serves several."""

    start: int
    end: int
    laws: tuple[str, ...]
    beside_article: bool = False
    """Counts only with an article: "Sr" alone may be anything."""


class LawNames:
    """The designations of a registry, compiled once."""

    def __init__(self, laws: Mapping[str, Law]) -> None:
        self._ids: dict[str, tuple[str, ...]] = {}
        self._only: set[str] = set()
        self._has_agreements = COLLECTIVE_AGREEMENT in laws
        owners: dict[str, list[str]] = defaultdict(list)
        patterns: dict[str, str] = {}
        for law in laws.values():
            for written in (law.name, *law.designations) if law.designations else ():
                name = " ".join(written.removeprefix(_ONLY_BESIDE_ARTICLE).split())
                if not name:
                    continue
                key = name if _is_short(name) else name.lower()
                if law.id not in owners[key]:
                    owners[key].append(law.id)
                if written.startswith(_ONLY_BESIDE_ARTICLE):
                    self._only.add(key)
                patterns[key] = _spaced(name) if _is_short(name) else f"(?i:{_spaced(name)})"
        self._ids = {key: tuple(ids) for key, ids in owners.items()}
        longest_first = "|".join(patterns[key] for key in sorted(patterns, key=lambda key: (-len(key), key)))
        self._known = re.compile(f"{_BEFORE}(?:{longest_first or '(?!)'}){_AFTER}")

    def find(self, text: str) -> list[LawName]:
        """The names in `text` in its order, none overlapping.

        Handles: "de Wbp", "Uitvoeringswet AVG" (not AVG), "cao Gemeenten", "Wet toekomst pensioenen" (not in the
        registry). Not: "AVG-proof", "de wet", "avg@voorbeeld.nl".
        """
        addresses = [match.span() for match in _ADDRESS.finditer(text)]
        known = [self._read(match) for match in self._known.finditer(text)]
        agreements = list(_agreements(text)) if self._has_agreements else []
        unknown = list(_unknown(text, {name.start for name in known}))
        ranked = [(name.start, rank, name) for rank, names in enumerate((agreements, known, unknown)) for name in names]
        ranked.sort(key=lambda item: item[:2])
        kept: list[LawName] = []
        end = 0
        place = 0
        for start, _, name in ranked:
            while place < len(addresses) and addresses[place][1] <= start:
                place += 1
            inside = place < len(addresses) and addresses[place][0] <= start
            if start >= end and not inside:
                kept.append(name)
                end = name.end
        return kept

    def _read(self, match: re.Match[str]) -> LawName:
        written = " ".join(match.group().split())
        key = written if written in self._ids else written.lower()
        return LawName(match.start(), match.end(), self._ids[key], key in self._only)


def name_beside_article(text: str, place: int) -> LawName | None:
    """A word right after an article that can only be a law's ("artikel 8 BBRA", "artikel 5 Pensioenwet")."""
    match = _BESIDE_ARTICLE.match(text, place)
    return LawName(match.start(), match.end(), UNKNOWN_LAW) if match else None


def _is_short(name: str) -> bool:
    """Abbreviations are compared with their capitals, written-out names without."""
    return " " not in name and not re.search("[a-z]{4}", name)


def _agreements(text: str) -> Iterator[LawName]:
    for pattern in (_AGREEMENT, _AGREEMENT_COMPOUND):
        for match in pattern.finditer(text):
            yield LawName(match.start(), match.end(), (COLLECTIVE_AGREEMENT,))


def _unknown(text: str, known: set[int]) -> Iterator[LawName]:
    for match in _OTHER.finditer(text):
        if _NO_LAW.fullmatch(match.group()):
            continue
        end = match.end()
        if match["tail"]:
            before = text[max(match.start() - 32, 0) : match.start()]
            beside_article = _AFTER_ARTICLE.search(before) is not None and not _CHAPTER.search(before)
            if match["decree"] and not beside_article and (match["scheme"] or not _DETERMINED.search(before)):
                continue
            end, words = _tail(text, end, known, complete=bool(match["compound"]))
            fewest = 0 if match["compound"] else 1 if beside_article or not match["decree"] else 2
            if words < fewest:
                continue
        yield LawName(match.start(), end, UNKNOWN_LAW)


def _tail(text: str, place: int, known: set[int], *, complete: bool) -> tuple[int, int]:
    """Where the words after "Wet" stop being its name, and how many of them have content.

    A name ends before a verb, a mark, another law or "en de"; an abbreviation in brackets is its surest end.
    `complete`: the opening ("Reisbesluit") is a name already.
    """
    end, words, links = place, 0, 0
    for _ in range(14):
        match = _WORD.match(text, place)
        if not match or match.start(1) in known:
            break
        word = match[1]
        if (
            len(word) < 2
            or word.lower() in _ENDS
            or (word in _LINKS and (words or complete) and _stops_at(word, text, match.end()))
        ):
            break
        place = match.end()
        if word in _LINKS:
            links += 1
            if links > 3:
                break
            continue
        links = 0
        words += 1
        end = place
        if _ABBREVIATION.match(text, end):
            break
    return end, words


def _stops_at(link: str, text: str, place: int) -> bool:
    """Whether the sentence goes on after this linking word: "en zorg" and "van mannen" belong, "en de" does not."""
    following = _WORD.match(text, place)
    if not following:
        return True
    word = following[1].lower()
    if link == "door":
        return False
    new_name = (
        link == "en"
        and following[1][0].isupper()
        and not text[max(place - 44, 0) : place - 3].rpartition(" ")[2][:1].isupper()
    )
    return new_name or word in _LINKS or word in _ENDS or word in _STARTS_A_PHRASE
