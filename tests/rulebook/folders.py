"""A small sound folder of rules, and a way to spoil it at one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RulebookError
from checker.rulebook import load_rulebook

RULE = """\
regel: TST-001
titel: Boete zonder melding
soort: riskant
ernst: hoog
ernst_reden: Een reden.
zekerheid: hoog
oordeel: risico
status: concept
geldt_voor:
  beleid: alle
  organisatie:
    - {feit: medezeggenschap, is: OR}
wanneer:
  ergens_staat:
    - een_bepaling_noemt: [boete, loon]
behalve:
  - dezelfde_alinea_noemt: [melding]
    omdat: er wordt gemeld
grondslag:
  - wet: WET
    artikel: '7:10'
    lid: '1'
    onderdeel: k
    zegt: Een boete wordt gemeld.
    geldig_vanaf: 2010-01-01
    nagezien: {op: 2026-11-24, hoe: gelezen}
bevinding:
  melding: Er staat een boete.
  waarom: Dat is niet zonder meer goed.
  advies: Meld de boete altijd.
voorbeelden:
  moet_melden:
    - De boete gaat van het loon af.
    - Boetes gaan van je loon af.
  mag_niet_melden:
    - Er is geen boete.
    - Het loon is hoog.
gewijzigd:
  - {op: 2026-11-24, door: redactie, wat: Eerste versie}
"""
CONCEPTS = """\
boete:
  betekenis: Een boete of korting.
  termen: [boete, korting*]
loon:
  betekenis: Loon of salaris.
  termen: [loon]
geld:
  betekenis: Loon, of een boete.
  begrippen: [loon, boete]
melding:
  betekenis: Een melding.
  termen: [melding]
"""
SOUND = {
    "thema/TST-001.yaml": RULE,
    "begrippen/geld.yaml": CONCEPTS,
    "parameters/wet.yaml": "grens:\n  betekenis: De grens.\n  eenheid: dagen\n  waarden:\n"
    "    2010-01-01: {waarde: 30}\n    2020-01-01: {waarde: 14}\n",
    "vragen.yaml": "medezeggenschap: Is er een OR?\nsector: Welke sector?\naantal_werkzame_personen: Hoeveel?\n",
    "wetten.yaml": "WET:\n  naam: Testwet\n  bron: BWBR0000001\n  geldig_vanaf: 2000-01-01\n",
}
"""Relative path -> text."""

RULE_PATH = "thema/TST-001.yaml"


def write_folder(folder: Path, files: dict[str, str | bytes]) -> Path:
    """The folder, with these files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def spoil(folder: Path, name: str, *edits: tuple[str, str]) -> Path:
    """The sound folder with each `old` in one file replaced by its `new`; an `old` that is not there is an error."""
    text = SOUND[name]
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return write_folder(folder, {**SOUND, name: text})


def problems_of(folder: Path, *extra: Path) -> list[str]:
    """What loading the folder complains of."""
    with pytest.raises(RulebookError) as caught:
        load_rulebook(folder, extra)
    return [str(problem) for problem in caught.value.problems]
