"""A file, or a string, -> Document: the whole story of parsing."""

from __future__ import annotations

import hashlib
import logging
import warnings
from pathlib import Path

from checker.errors import DocumentError
from checker.model import Document
from checker.parsing.assembling import assemble_blocks
from checker.parsing.docx import read_docx
from checker.parsing.encodings import decode_text
from checker.parsing.formats import Format, recognise_format
from checker.parsing.language import check_language
from checker.parsing.markdown import is_markdown, read_markdown
from checker.parsing.pdf import read_pdf
from checker.parsing.plain import read_plain
from checker.parsing.raw import RawDocument, refuse_too_long

MAX_FILE_BYTES = 50_000_000
_NOISY_LIBRARIES = ("pdfminer", "pdfplumber", "docx", "markdown_it")


def read_document(path: Path, *, shown_path: str | None = None) -> Document:
    """Return the text of a policy with its blocks, whatever its format.

    `shown_path` is how the user named the file; messages and `Document.path` use it. Without it a relative path
    is shown as it is, and of an absolute path only the name.

    Raises: `DocumentError` for every file that cannot be read, never an error of a library.
    """
    where = _show(path, shown_path)
    data = _read_bytes(path, where)
    format_ = recognise_format(data, path.suffix, where)
    try:
        raw = _read_raw(data, format_, where)
        text, blocks = assemble_blocks(raw.blocks)
    except DocumentError:
        raise
    except Exception:  # noqa: BLE001 - libraries raise anything on a broken file; their messages may hold its text
        raise DocumentError(
            "Dit bestand kan niet worden gelezen; het is waarschijnlijk beschadigd.",
            where=where,
            fix="Open het in het programma waarmee het is gemaakt en sla het opnieuw op.",
        ) from None
    if not text:
        raise DocumentError(
            "Dit bestand bevat geen tekst.", where=where, fix="Controleer of dit het juiste bestand is."
        )
    refuse_too_long(len(text), where)
    return Document(
        name=path.name,
        path=where,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=format_.value,
        text=text,
        blocks=blocks,
        pages=raw.pages,
        warnings=raw.warnings + check_language(text, where),
    )


def parse_text(text: str, *, name: str = "voorbeeld") -> Document:
    """Return a plain text as a document, without reading or checking anything.

    A full sentence is one body block; a bare title ("Evaluatie") is a heading. An empty text has no blocks.
    """
    joined, blocks = assemble_blocks((read_markdown(text) if is_markdown(text) else read_plain(text)).blocks)
    return Document(
        name=name,
        path=name,
        sha256=hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest(),
        media_type=Format.PLAIN.value,
        text=joined,
        blocks=blocks,
    )


def _show(path: Path, shown_path: str | None) -> str:
    if shown_path is not None:
        return shown_path.replace("\\", "/")
    return path.name if path.is_absolute() else path.as_posix()


def _read_bytes(path: Path, where: str) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError("Dit is een map, geen bestand.", where=where, fix="Geef een bestand uit deze map op.")
        if not path.exists():
            raise DocumentError("Dit bestand bestaat niet.", where=where, fix="Controleer de naam.")
        if not path.is_file():
            raise DocumentError("Dit is geen gewoon bestand.", where=where, fix="Kopieer de inhoud naar een bestand.")
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except PermissionError:
        raise DocumentError(
            "Er is geen toestemming om dit bestand te lezen.", where=where, fix="Pas de rechten van het bestand aan."
        ) from None
    except (OSError, ValueError):
        raise DocumentError(
            "Dit bestand kan niet worden geopend.", where=where, fix="Kopieer het naar uw eigen computer."
        ) from None
    if len(data) > MAX_FILE_BYTES:
        raise DocumentError(
            "Dit bestand is te groot (meer dan 50 MB).",
            where=where,
            fix="Verwijder de afbeeldingen of splits het document.",
        )
    return data


def _read_raw(data: bytes, format_: Format, where: str) -> RawDocument:
    """Read with one format's reader; libraries may not write a word, since they quote the document."""
    for library in _NOISY_LIBRARIES:
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if format_ is Format.DOCX:
            return read_docx(data, where)
        if format_ is Format.PDF:
            return read_pdf(data, where)
        text, messages = decode_text(data, where)
        refuse_too_long(len(text), where)
        raw = read_markdown(text) if format_ is Format.MARKDOWN or is_markdown(text) else read_plain(text)
        return RawDocument(raw.blocks, warnings=messages)
