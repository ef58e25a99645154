"""Refusing a dangerous or wrong .docx from its ZIP directory, before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from checker.errors import DocumentError

MAX_TOTAL_BYTES = 300_000_000
MAX_PART_BYTES = 100_000_000
MAX_RATIO = 200
MAX_ENTRIES = 10_000
_RATIO_FROM_BYTES = 20_000_000
MAIN_PART = "word/document.xml"
_XML_SUFFIXES = (".xml", ".rels")
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_ENCRYPTED_FLAG = 0x1


def check_package(data: bytes, where: str) -> None:
    """Raise `DocumentError` unless the bytes are a Word document that is safe to unpack.

    Nested archives need no limit of their own: they count here by their packed size and are never opened.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _check_sizes(entries, len(data), where)
            if MAIN_PART not in package.namelist():
                raise DocumentError(
                    "Dit is geen Word-document: de hoofdtekst ontbreekt.",
                    where=where,
                    fix="Open het bestand in het programma waarmee het is gemaakt en sla het op als .docx.",
                )
            for entry in entries:
                if entry.filename.lower().endswith(_XML_SUFFIXES):
                    _refuse_doctype(package.read(entry), where)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        raise DocumentError(
            "Dit Word-document is beschadigd.", where=where, fix="Open het in Word en sla het opnieuw op als .docx."
        ) from None


def _check_sizes(entries: list[zipfile.ZipInfo], packed_bytes: int, where: str) -> None:
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise DocumentError(
            "Dit bestand is beveiligd met een wachtwoord.", where=where, fix="Sla het op zonder wachtwoord."
        )
    total = sum(entry.file_size for entry in entries)
    # Against the size of the file itself: entries that share their packed bytes would each look modest.
    ratio = total / max(1, packed_bytes)
    if (
        len(entries) > MAX_ENTRIES
        or total > MAX_TOTAL_BYTES
        or (total > _RATIO_FROM_BYTES and ratio > MAX_RATIO)
        or any(entry.file_size > MAX_PART_BYTES and entry.filename.endswith(_XML_SUFFIXES) for entry in entries)
    ):
        raise DocumentError(
            "Dit bestand wordt bij het uitpakken verdacht groot en is niet geopend.",
            where=where,
            fix="Sla het document opnieuw op in Word, zonder grote afbeeldingen en ingesloten bestanden.",
        )


def _refuse_doctype(part: bytes, where: str) -> None:
    if any(mark in part for mark in _DOCTYPES):
        raise DocumentError(
            "Dit Word-document bevat een verboden onderdeel (DOCTYPE) en is niet geopend.",
            where=where,
            fix="Maak het document opnieuw aan in Word.",
        )
