"""Dutch number words up to nine hundred and ninety-nine, and "duizend"."""

from __future__ import annotations

import re

_UNITS = "nul een twee drie vier vijf zes zeven acht negen".split()
_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
_TENS = {20: "twintig", 30: "dertig", 40: "veertig", 50: "vijftig", 60: "zestig", 70: "zeventig", 80: "tachtig",
         90: "negentig"}  # fmt: skip
_DIAERESIS = str.maketrans("ëé", "ee")


def _below_hundred() -> dict[str, int]:
    words = {word: value for value, word in enumerate([*_UNITS, *_TEENS])}
    for value, tens in _TENS.items():
        words[tens] = value
        words |= {f"{_UNITS[unit]}en{tens}": value + unit for unit in range(1, 10)}
    return words


def _words() -> dict[str, int]:
    low = _below_hundred()
    words = dict(low)
    for hundred in range(1, 10):
        start = "honderd" if hundred == 1 else f"{_UNITS[hundred]}honderd"
        words |= {start + (word if value else ""): hundred * 100 + value for word, value in low.items()}
    return words | {"duizend": 1000, "tweeduizend": 2000, "vijfduizend": 5000, "tienduizend": 10000}


_VALUES = _words()
WORD = (
    r"(?:(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|der|veer|twin|tach|tig|ën|en|"
    r"honderd|duizend){1,8})"
)
"""What may be a number word: `value_of` says whether it is one. Bounded, so that no text makes it slow."""


def value_of(written: str) -> int | None:
    """ "6" and "zes" -> 6, "tweeëndertig" -> 32, "honderdtwintig" -> 120, "1.500" -> 1500; None for other words."""
    if re.fullmatch(r"\d{1,9}|\d{1,3}(?:\.\d{3}){1,2}", written):
        return int(written.replace(".", ""))
    return _VALUES.get(written.lower().translate(_DIAERESIS))
