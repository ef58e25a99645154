"""Bytes of a text file -> its characters."""

from __future__ import annotations

import codecs

from checker.errors import DocumentError
from checker.model import ExtractionWarning

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_ENCODINGS = (("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp850", "MS-DOS 850"))
"""What Dutch offices used before UTF-8, most used first; with how a reader knows it."""
_DUTCH_SIGNS = frozenset("éëèêïíöóüúáàäçñÉËÈÏÖÜÁÀÄÇ‘’“”„–—…€•§°´·½\u00a0")
_MAX_DAMAGE = 0.2


def decode_text(data: bytes, where: str) -> tuple[str, tuple[ExtractionWarning, ...]]:
    """Return the characters of a text file, with a warning when its encoding had to be guessed.

    Order: byte order mark, UTF-8, UTF-8 with some damage, then the old encoding that gives the most signs which
    Dutch uses. Three candidates and a count decide the same way every time, which a general detector does not.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), ()
            except UnicodeDecodeError:
                raise DocumentError(
                    "De tekens van dit bestand zijn beschadigd.", where=where, fix="Sla het opnieuw op als UTF-8."
                ) from None
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _decode_damaged(data)


def _decode_damaged(data: bytes) -> tuple[str, tuple[ExtractionWarning, ...]]:
    repaired = data.decode("utf-8", errors="replace")
    lost = repaired.count("\ufffd")
    kept = sum(1 for sign in repaired if sign > "\x7f") - lost
    if lost <= _MAX_DAMAGE * kept:
        message = "Een deel van de tekens is beschadigd en kon niet worden gelezen."
        return repaired, (ExtractionWarning("damaged_characters", message),)
    best, name = max(
        ((data.decode(encoding, errors="replace"), name) for encoding, name in _OLD_ENCODINGS),
        key=lambda candidate: sum(1 if sign in _DUTCH_SIGNS else -1 for sign in candidate[0] if sign > "\x7f"),
    )
    message = (
        f"De tekens zijn gelezen als {name}; controleer letters met accenten. Sla het bestand liever op als UTF-8."
    )
    return best, (ExtractionWarning("guessed_encoding", message),)
