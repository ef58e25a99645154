"""A rulebook of four rules in a folder, so that these tests do not change when a lawyer changes a rule."""

from __future__ import annotations

import shutil
from pathlib import Path

from checker import resources

LAWS = """
TW:
  naam: Testwet
  bron: BWBR0000001
  geldig_vanaf: 2000-01-01
"""
QUESTIONS = """
aantal_werkzame_personen: Hoeveel personen werken er?
"""
CONCEPTS = """
kritiek_uiten:
  betekenis: Iemand uit kritiek.
  termen: [kritiek, negatief]
namens_werkgever:
  betekenis: De uiting is namens de werkgever.
  termen: [namens]
evaluatie:
  betekenis: Het beleid wordt geëvalueerd.
  termen: [evalueren, evaluatie]
instemming:
  betekenis: De ondernemingsraad stemt in.
  termen: [instemming]
vrijheid:
  betekenis: Het beleid erkent vrijheid.
  termen: [vrijheid]
"""
HEAD = """
regel: {id}
titel: {title}
soort: {kind}
ernst: {severity}
ernst_reden: Dit is een reden.
zekerheid: hoog
oordeel: {judgement}
status: concept
"""
TAIL = """
grondslag:
  - wet: TW
    artikel: '7'
    lid: '1'
    zegt: Dit artikel zegt iets over het onderwerp.
    geldig_vanaf: 2000-01-01
    nagezien: nog niet
bevinding:
  melding: Hier staat iets dat niet klopt.
  waarom: Omdat de wet dit niet toelaat.
  advies: Schrijf iets dat wel klopt.
voorbeelden:
  moet_melden:
{reported}
  mag_niet_melden:
{silent}
gewijzigd:
  - {{op: 2026-11-24, door: redactie, wat: Eerste versie}}
"""

RISKY = """
geldt_voor:
  beleid: alle
wanneer:
  ergens_staat:
    - een_bepaling_noemt: [kritiek_uiten]
      met_strekking: verbod
behalve:
  - dezelfde_bepaling_noemt: [namens_werkgever]
    omdat: de werkgever mag bepalen wat namens hem wordt gezegd
"""
EVALUATION = """
geldt_voor:
  beleid: alle
wanneer:
  nergens_staat:
    - een_bepaling_noemt: [evaluatie]
"""
CONSENT = """
geldt_voor:
  beleid: alle
  organisatie:
    - feit: aantal_werkzame_personen
      ten_minste: '50'
wanneer:
  nergens_staat:
    - een_bepaling_noemt: [instemming]
"""
CONTRADICTION = """
geldt_voor:
  beleid: alle
wanneer:
  de_ene_bepaling:
    een_bepaling_noemt: [vrijheid]
  de_andere_bepaling:
    waarover_meldt: [VMU-001]
"""

BAN = "Kritiek op de organisatie is verboden."
FREEDOM = "Wij erkennen de vrijheid van meningsuiting."
EVALUATED = "Wij evalueren dit beleid elk jaar."
AGREED = "De ondernemingsraad heeft zijn instemming gegeven."

GOOD_POLICY = f"# Sociale media\n\n{EVALUATED}\n\n{AGREED}\n"
"""No rule finds anything here."""
BAD_POLICY = f"# Sociale media\n\n{BAN}\n\n{EVALUATED}\n\n{AGREED}\n"
"""VMU-001 (hoog) finds the ban."""
UNEVALUATED_POLICY = f"# Sociale media\n\nWij gebruiken sociale media met zorg.\n\n{AGREED}\n"
"""GOV-001 (laag) misses the evaluation."""


def write_rulebook(folder: Path) -> Path:
    """The folder, filled with rules and with the concepts that the tagger itself reads."""
    (folder / "begrippen").mkdir(parents=True)
    for name in ("strekking", "actoren", "kenmerken"):
        shutil.copy(resources.rules_folder() / "begrippen" / f"{name}.yaml", folder / "begrippen")
    (folder / "wetten.yaml").write_text(LAWS, encoding="utf-8")
    (folder / "vragen.yaml").write_text(QUESTIONS, encoding="utf-8")
    (folder / "begrippen" / "test.yaml").write_text(CONCEPTS, encoding="utf-8")
    ban_for_others = "Kritiek uiten namens de organisatie is verboden."
    rules = (
        ("VMU-001", "Kritiek is verboden", "riskant", "hoog", "risico", RISKY, [BAN], [FREEDOM, ban_for_others]),
        ("GOV-001", "Evaluatie ontbreekt", "ontbreekt", "laag", "aanbevolen", EVALUATION, [BAN], [EVALUATED]),
        ("MED-001", "Instemming ontbreekt", "ontbreekt", "midden", "ontbreekt", CONSENT, [BAN], [AGREED]),
        ("INT-001", "Vrij en verboden", "tegenstrijdig", "hoog", "risico", CONTRADICTION, [f"{FREEDOM} {BAN}"], [BAN]),
    )
    for rule_id, title, kind, severity, judgement, middle, reported, silent in rules:
        head = HEAD.format(id=rule_id, title=title, kind=kind, severity=severity, judgement=judgement)
        tail = TAIL.format(reported=_items(reported), silent=_items(silent))
        (folder / f"{rule_id}.yaml").write_text(head + middle + tail, encoding="utf-8")
    return folder


def _items(texts: list[str]) -> str:
    """At least two examples are asked for; a repeated one proves nothing and harms nothing."""
    return "\n".join(f"    - {text}" for text in (*texts, *texts)[: max(2, len(texts))])
