"""What a text looks like from its signs and its first words alone: a form, a gap to fill in, a quotation, a log line.

Only shapes stand here: where in the clause something stands, and with which signs. Which words make a text silent
stands in `rules/begrippen/kenmerken.yaml`.
"""

from __future__ import annotations

import re

_MONTH = (
    "jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_DATE = (
    rf"(?:\d{{4}}(?:[-/]\d{{1,2}}){{0,2}}|\d{{1,2}}[-/.]\d{{1,2}}(?:[-/.]\d{{2,4}})?"
    rf"|(?:\d{{1,2}}\.?\s+)?(?:{_MONTH}|voorjaar|najaar|zomer|winter|herfst|lente)(?:\s+\d{{4}})?)"
)
_UNITS = "uur|uren|minuten|dag(?:en)?|werkdag(?:en)?|week|weken|maand(?:en)?|jaar|jaren|euro|procent|%|keer|personen"

_DOT_LEADERS = re.compile(r"(?<!\.)(?<!\.\s)(?:\.\s?){4,}\s*\d*\s*$|\t\d+$|…{2,}\s*\d+\s*$")
_FORM_FIELD = re.compile(r"_{3,}|(?<!\.)(?<!\.\s)(?:\.\s?){8,}$|…{3,}|[☐☑□❑]|\[\s\]")
_PLACEHOLDER = re.compile(
    r"\[(?![\d\s.,…]*\]|sic\]|red\.)[^\]\[]{2,80}\]|\{\{[^}]{1,60}\}\}"
    r"|<(?:naam|datum|organisatie|bedrijf|functie|plaats|afdeling|adres|telefoon|e-?mail|invullen)[^>]{0,40}>"
    r"|\b(?:nog|nader|hier) (?:in te vullen|invullen)\b|\bn\.?[tn]\.?b\.(?!\w)|\b(?:NTB|NNB|TBD|TBA)\b"
    r"|\((?:\w+ )?(?:invullen|in te vullen)\)",
    re.IGNORECASE,
)
_BLANK = re.compile(
    # Two or more capitals X stand for what is not known yet; after "hoofdstuk" or "titel" they are a number.
    r"(?<![Hh]oofdstuk )(?<![Tt]itel )(?<![Bb]oek )(?<![Dd]eel )(?<![Aa]fdeling )(?<![Bb]ijlage )"
    r"\b(?:\d{0,2}X{2,}|XX[-.]XX(?:[-.]X{2,4})?|x{3,})\b"
    rf"|\b[XY] (?:{_UNITS})\b|€ ?(?:X\b|[….]{{1,}}(?=[\s,])|,-)|\bnrs?\. ?X\b"
    rf"|(?:…|(?<!\.)\.{{3,}}|(?<!_)__(?!_)|\.\.) ?(?:{_UNITS})\b|\b(?:dd|DD)[-/](?:mm|MM)[-/](?:jj|JJ|yy|YY)+\b"
    r"|: ?(?:PM|P\.M\.)$"
)
_RESIDUE = re.compile(
    r"\*\*|^#{1,6}\s|```|^\s*\|.*\|\s*$|:?-{3,}:?\||</?(?:br|b|i|p|div|span|strong|em)\b[^>]*>|&nbsp;"
)

_QUOTE = r"(?:\"[^\"]{12,}\"|“[^”]{12,}”|„[^”“]{12,}[”“]|«[^»]{12,}»)[.!,]?"
_QUOTED = re.compile(rf"^{_QUOTE}$")
_QUOTED_AFTER = re.compile(rf"^(?P<head>.{{2,160}}?):\s+{_QUOTE}\s*(?:\([^()]*\)\.?)?$", re.DOTALL)
_QUOTED_BEFORE = re.compile(rf"^{_QUOTE}\s*(?P<tail>.{{2,120}})$", re.DOTALL)
_SOURCE = re.compile(
    r"\b(?:artikel(?:en)?|artt?\.|wet|\w+wet|wetboek|grondwet|verdrag|handvest|verordening|richtlijn \d|besluit|cao"
    r"|memorie|ecli|rechtbank|kantonrechter|rechter|hof|hoge raad|raad van state|jurisprudentie|vonnis|arrest|uitspraak"
    r"|wetgever|aanhef|overweging|u?avg|wor|bw|evrm|awb|toezichthouder|autoriteit)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:luidt|luidde|luiden|zegt|zei|bepaalt|bepaalde|stelt|stelde|schrijft|schreef|overwoog|oordeelde|aldus"
    r"|verklaarde|antwoordde|citaat|citeren|formuleert)\b(?: \w+){0,3}$",
    re.IGNORECASE,
)
_OWN_ARTICLE = re.compile(r"^volgens\s[^,:;]{0,50}\bvan\s(?:dit|deze|ons|onze|dat)\b", re.IGNORECASE)
_UNQUOTED_LAW = re.compile(r"^(?:artikel|art\.)\s.{0,100}?\bluid(?:t|de|den)\b[^:]{0,30}:\s", re.IGNORECASE)

_BAD_LABEL = re.compile(
    r"^(?:(?:en|maar|of)\s)?(?:(?:zo|dit|dat|dus|zo dus|dit dus)\s)?(?:is\s)?"
    r"(?:(?:dus |echt |beslist )?niet(?: zo| goed| oké| oke| slim)?|fout|verkeerd|mis|slecht|foutief|onjuist)"
    r"(?:\s(?:voorbeeld|bericht|antwoord|reactie|post|tekst|zin|aanpak))?(?:\s?\d)?$"
    r"|^(?:een )?(?:fout|slecht|verkeerd)e? (?:voorbeeld|bericht|antwoord|reactie|post|tekst|zin|aanpak)\w*$"
    r"|^(?:zo|dit) (?:moet|kan|hoort|mag|doe|doen|gaat|werkt) (?:je |we |wij |u )?(?:het |dit )?(?:dus )?niet$"
    r"|^(?:een )?voorbeeld(?:en)? van (?:een fout|een slecht|een verkeerd|hoe het niet|wat niet)\b.*$"
    r"|^hoe het niet moet$",
    re.IGNORECASE,
)
_BARE_NOT = re.compile(r"^(?:(?:en|maar|of|dit|dat)\s)?(?:dit dus |dit |dat )?niet$", re.IGNORECASE)
_GOOD_LABEL = re.compile(
    r"^(?:(?:en|maar|of)\s)?(?:(?:zo|dit|dat|dus)\s)?(?:is\s)?(?:wel|goed|beter|juist|correct|prima|oké)"
    r"(?:\s(?:goed|zo|voorbeeld|bericht|antwoord|oké|juist))?$|^zo (?:moet|kan|mag|hoort) het(?: wel)?$"
    r"|^(?:een )?(?:goed|beter)e? (?:voorbeeld|bericht|antwoord|reactie|tekst|zin)$|^hoe het wel moet$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[\"“]?([^:;.!?\"“]{2,60}):(?:\s|$)")

_VERSION = re.compile(
    r"^(?:(?:versie|revisie|herziening|uitgave|editie|druk|rev\.)\s?(?:nr\.?\s?)?|v\.?\s?)\d+(?:[.,]\d+)*[a-z]?"
    rf"\s*(?:$|\.$|[:–—,(/-]|d\.?d\.?\s|van {_DATE}|per {_DATE}|{_DATE}|vervangt\b|vastgesteld\b)"
    r"|^(?:versie|revisie|herziening|wijziging|bijwerking|aanpassing|actualisatie|uitgave|editie|update)\s"
    rf"(?:d\.?d\.?|van|per|op|in|uit)?\s?(?:het )?{_DATE}\s*(?:$|\.$|[:–—,(-])",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"^(?:tekst |document |stuk )?(?:(?:voor het )?laatst(?:elijk)?\s)?"
    r"(?:bijgewerkt|herzien|gewijzigd|aangepast|geactualiseerd|gereviseerd|aangevuld|hernummerd|herschreven)"
    rf"(?:$|:|\s(?:op|door|in|na|naar aanleiding|d\.?d\.?|per|vanwege|wegens|n\.a\.v\.|{_DATE})(?:\s|$))"
    r"|^(?:toegevoegd|geschrapt|vervallen|gewijzigd|nieuw)\s(?:in|sinds|per) (?:versie|revisie|druk|uitgave) ?\d"
    r"|^(?:datum )?(?:laatste|vorige|voorgaande|eerste|tweede|derde|huidige|eerdere)\s"
    r"(?:wijziging|versie|herziening|update|aanpassing|actualisatie|druk)"
    rf"\s*(?:$|[:(,–-]|d\.?d\.?\s|(?:van|per|op|uit|in) {_DATE}|{_DATE})",
    re.IGNORECASE,
)
_DATED = re.compile(rf"^{_DATE}(?:\s?\([^()]{{1,30}}\))?\s*[:–—-]\s*\S", re.IGNORECASE)

_SIGNED = re.compile(
    r"^(?:aldus|dus)\b[^.]{0,90}\b(?:vastgesteld|opgemaakt|overeengekomen|besloten|gedaan|getekend|ondertekend|goedgekeurd"
    r"|afgesproken|verklaard|aangegaan)\b"
    r"|^(?:opgemaakt|gedaan|getekend|ondertekend)(?:\sen (?:ge|onder)tekend)?\s"
    r"(?:te|in|op|door|namens|voor|d\.?d\.?|,)\s"
    r"|^(?:vastgesteld|goedgekeurd)\s(?!en\b)(?!(?:[^.]*\s)?(?:wordt|worden|is|zijn|heeft|hebben|kan|moet|mag)\s)"
    r"|(?:^|[,;(]\s?)(?:was|waren) getekend(?:[,:;)]|\s|$)|(?:^|[\s(])w\.?g\.(?:[\s,)]|$)"
    r"|^(?:namens|voor) (?:de|het) (?:directie|bestuur|werkgever|college|organisatie|werknemer|raad)[^.:]{0,40},?$"
    r"|^getekend[,:]",
    re.IGNORECASE,
)


def is_form_field(text: str) -> bool:
    """ "Handtekening: ______", "Naam: ............", "☐ ja"."""
    return bool(_FORM_FIELD.search(text))


def is_contents_line(text: str) -> bool:
    """ "Reikwijdte ........ 3"."""
    return bool(_DOT_LEADERS.search(text))


def has_placeholder(text: str) -> bool:
    """ "[naam]", "{{datum}}", "XX maanden", "€ …, n.t.b."; not "[2]", "[...]" or "hoofdstuk XX"."""
    return bool(_PLACEHOLDER.search(text) or _BLANK.search(text))


def has_markup(text: str) -> bool:
    """Signs of a markup language that no reader took away: "**", "## ", "|---|", "<br>"."""
    return bool(_RESIDUE.search(text))


def is_quotation(text: str) -> bool:
    """A quotation as a whole, alone or with the words that say whose it is; a quoted word in a sentence is not.

    Handles: '"Een ieder ..."', 'Artikel 7:611 BW luidt: "..."', 'Uit de wet (art. 7:613 BW): "..."', '"...", aldus
    de rechter.' An own rule that prescribes a text ('Zet erbij: "op persoonlijke titel"') is none.
    """
    if label_of(text) and (is_bad_label(label_of(text)) or is_good_label(label_of(text))):
        return False
    if _QUOTED.match(text) or _UNQUOTED_LAW.match(text):
        return True
    if after := _QUOTED_AFTER.match(text):
        return bool(_SOURCE.search(after["head"]) or _SAYS.search(after["head"]))
    before = _QUOTED_BEFORE.match(text)
    return before is not None and bool(_SOURCE.search(before["tail"]) or _SAYS.search(before["tail"].split(" ")[0]))


def opens_with_a_source(text: str) -> bool:
    """ "Volgens artikel 10 EVRM ..."; not "volgens artikel 3 van dit reglement", nor later in the sentence."""
    return text.lower().startswith("volgens ") and not _OWN_ARTICLE.match(text)


def label_of(text: str) -> str:
    """What stands before the first colon; empty when that is no short label."""
    match = _LABEL.match(text)
    return match[1].strip() if match else ""


def is_bad_label(label: str) -> bool:
    """ "Fout", "Zo niet", "Zo moet het niet"; a bare "Niet" heads a ban, not an example."""
    return bool(_BAD_LABEL.match(label)) and not _BARE_NOT.match(label)


def is_good_label(label: str) -> bool:
    """ "Zo wel", "Goed", "Beter"."""
    return bool(_GOOD_LABEL.match(label))


def is_version_line(text: str) -> bool:
    """ "Versie 3: ...", "Revisie d.d. 12 februari", "Bijgewerkt door Gerda in maart"; not "Versie 3 van de app"."""
    return bool(_VERSION.match(text) or _CHANGED.match(text))


def starts_with_date(text: str) -> bool:
    """ "2022-04: ...", "Mei 2021 – ...": a line of a log, if it tells of a change."""
    return bool(_DATED.match(text))


def is_signature(text: str) -> bool:
    """ "Aldus vastgesteld te ...", "Was getekend, ...", "w.g. ..."; not "De verklaring wordt getekend door ..."."""
    return bool(_SIGNED.search(text))
