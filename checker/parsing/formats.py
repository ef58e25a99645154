"""Which format a file has, decided by its bytes; the name only separates Markdown from plain text."""

from __future__ import annotations

from enum import StrEnum

from checker.errors import DocumentError

SUPPORTED_SUFFIXES = (".docx", ".pdf", ".md", ".markdown", ".txt")
"""In lower case; the files that are picked up from a folder."""

_MARKDOWN_SUFFIXES = (".md", ".markdown")
_PROGRAM_MAGIC = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
)
_IMAGE_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ARCHIVE_MAGIC = (b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ")
_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD_BYTES = 1024
_MAX_CONTROL_SHARE = 0.05


class Format(StrEnum):
    """A format that can be read; the value is its media type."""

    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PDF = "application/pdf"
    MARKDOWN = "text/markdown"
    PLAIN = "text/plain"


def recognise_format(data: bytes, suffix: str, where: str) -> Format:
    """Return the format of a file.

    Raises: `DocumentError` for an empty file and for everything that is not one of the four formats.
    """
    suffix = suffix.lower()
    if not data or not data.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe\x00"):
        raise DocumentError("Dit bestand is leeg.", where=where, fix="Controleer of dit het juiste bestand is.")
    head = data[:_HEAD_BYTES]
    if head.startswith(_OLE_MAGIC):
        raise _ole_error(data, where)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Format.DOCX
    if head.lstrip().startswith(b"%PDF-") or (b"%PDF-" in head and (suffix == ".pdf" or b"\x00" in data)):
        return Format.PDF
    _refuse_other_kinds(data, where)
    if suffix == ".docx":
        raise DocumentError(
            "Dit is geen Word-document, al heet het bestand zo.",
            where=where,
            fix="Open het bestand in Word en sla het op als .docx.",
        )
    if suffix == ".pdf":
        raise DocumentError(
            "Dit is geen pdf, al heet het bestand zo.", where=where, fix="Maak de pdf opnieuw of lever een .docx aan."
        )
    return Format.MARKDOWN if suffix in _MARKDOWN_SUFFIXES else Format.PLAIN


def _ole_error(data: bytes, where: str) -> DocumentError:
    if _OLE_ENCRYPTED in data:
        return DocumentError(
            "Dit Word-document is beveiligd met een wachtwoord.",
            where=where,
            fix="Sla het op zonder wachtwoord en probeer het opnieuw.",
        )
    return DocumentError(
        "Dit is een bestand in een oud Office-formaat (zoals .doc).",
        where=where,
        fix="Open het in Word en sla het op als .docx.",
    )


def _refuse_other_kinds(data: bytes, where: str) -> None:
    fix = "Lever een .docx, .pdf, .md of .txt aan."
    if data.startswith(_PROGRAM_MAGIC):
        # "MZ" could start a text as well; a program has NUL bytes right after it.
        if not data.startswith(b"MZ") or b"\x00" in data[:_HEAD_BYTES]:
            raise DocumentError("Dit bestand is een programma, geen document.", where=where, fix=fix)
    elif data.startswith(_IMAGE_MAGIC[:-1]) or (data.startswith(b"BM") and b"\x00" in data[:_HEAD_BYTES]):
        raise DocumentError(
            "Dit bestand is een afbeelding; er is geen tekst te lezen.",
            where=where,
            fix="Maak met tekstherkenning (OCR) een doorzoekbare pdf, of lever een .docx aan.",
        )
    elif data.startswith(_ARCHIVE_MAGIC):
        raise DocumentError("Dit bestand is een archief, geen document.", where=where, fix="Pak het eerst uit.")
    elif data.startswith(b"{\\rtf"):
        raise DocumentError("RTF kan niet worden gelezen.", where=where, fix="Sla het document op als .docx.")
    elif data[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        raise DocumentError(
            "Een webpagina (HTML) kan niet worden gelezen.", where=where, fix="Sla de tekst op als .docx of .txt."
        )
    if not data.startswith(_UNICODE_MARKS) and _is_binary(data):
        raise DocumentError("Dit bestand bevat geen leesbare tekst.", where=where, fix=fix)


def _is_binary(data: bytes) -> bool:
    if b"\x00" in data:
        return True
    sample = data[:100_000]
    control = sum(sample.count(bytes([code])) for code in (*range(1, 9), *range(14, 32)) if code != 27)
    return control > _MAX_CONTROL_SHARE * len(sample)
