"""Is every file that cannot be read refused, in Dutch, without its text or its absolute path?"""

import os
import zipfile
import zlib

import pytest

from checker.errors import DocumentError
from checker.parsing import read_document

from .builders import WML, Printed, docx_bytes, docx_of, pdf_bytes, read_bytes, zip_bytes

QUOTE = "Geheimtekst"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BOMB_ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
    f'<w:document xmlns:w="{WML}"><w:body><w:p><w:r><w:t>&d;</w:t></w:r></w:p></w:body></w:document>'
)
WHOLE_PDF = pdf_bytes([[Printed(100, QUOTE)]])
WHOLE_DOCX = docx_of(f"<w:p><w:r><w:t>{QUOTE}</w:t></w:r></w:p>")

CASES = {
    "an empty file": ("a.txt", b"", "leeg"),
    "an empty pdf": ("a.pdf", b"", "leeg"),
    "only white space": ("a.txt", b" \n\t\r\n", "leeg"),
    "only a byte order mark": ("a.txt", b"\xef\xbb\xbf\n", "leeg"),
    "a locked docx": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
    "an old doc": ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "oud Office-formaat"),
    "a docx that is text": ("a.docx", QUOTE.encode(), "geen Word-document"),
    "a pdf that is text": ("a.pdf", QUOTE.encode(), "geen pdf"),
    "a zip without document": ("a.docx", zip_bytes({"x.txt": QUOTE.encode()}), "hoofdtekst ontbreekt"),
    "a truncated zip": ("a.docx", WHOLE_DOCX[: len(WHOLE_DOCX) // 2], "beschadigd"),
    "a docx with broken xml": ("a.docx", docx_of(f"<w:p>{QUOTE}"), "beschadigd"),
    "a docx without text": ("a.docx", docx_of("<w:p/>"), "geen tekst"),
    "a windows program": ("a.txt", b"MZ\x90\x00" + bytes(100), "programma"),
    "a linux program": ("a.docx", b"\x7fELF\x02" + bytes(100), "programma"),
    "a mac program": ("a.pdf", b"\xcf\xfa\xed\xfe" + bytes(100), "programma"),
    "binary data": ("a.md", QUOTE.encode() + b"\x00\x01\x02", "geen leesbare tekst"),
    "a picture": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(20), "afbeelding"),
    "an archive": ("a.txt", b"\x1f\x8b\x08" + bytes(20), "archief"),
    "rtf": ("a.txt", b"{\\rtf1 " + QUOTE.encode(), "RTF"),
    "a web page": ("a.txt", b"<!DOCTYPE html><p>" + QUOTE.encode(), "HTML"),
    "a truncated pdf": ("a.pdf", WHOLE_PDF[: len(WHOLE_PDF) // 3], "beschadigd"),
    "garbage after the pdf header": ("a.pdf", b"%PDF-1.7\n" + QUOTE.encode() + bytes(range(256)) * 20, "beschadigd"),
    "a pdf without text": ("a.pdf", pdf_bytes([[]]), "geen tekst"),
    "entities in the document part": ("a.docx", zip_bytes({"word/document.xml": BOMB_ENTITY.encode()}), "DOCTYPE"),
    "entities in utf-16": ("a.docx", zip_bytes({"word/document.xml": BOMB_ENTITY.encode("utf-16")}), "DOCTYPE"),
    "many entries": (
        "a.docx",
        zip_bytes({"word/document.xml": b"<x/>", **{f"{number}.bin": b"" for number in range(10_001)}}),
        "verdacht groot",
    ),
    "broken utf-16": ("a.txt", b"\xff\xfe\x00\xd8\x00", "beschadigd"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_is_refused_with_what_where_and_fix(tmp_path, case, capfd):
    name, data, expected = CASES[case]
    with pytest.raises(DocumentError, match=expected) as caught:
        read_bytes(tmp_path, name, data)
    error = caught.value
    assert error.where == name
    assert error.what
    assert error.fix
    assert QUOTE not in str(error)
    assert str(tmp_path) not in str(error)
    assert capfd.readouterr() == ("", "")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    bomb = zip_bytes({"word/document.xml": b"<x/>", "word/media/a.bin": bytes(30_000_000)})
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))
    with pytest.raises(DocumentError, match="verdacht groot"):
        read_bytes(tmp_path, "a.docx", bomb)


def test_a_bomb_nested_in_a_document_is_not_unpacked(tmp_path):
    inner = zip_bytes({"a.bin": bytes(30_000_000)})
    files = {"word/embeddings/a.zip": inner}
    with zipfile.ZipFile(_file(tmp_path, "w.docx", WHOLE_DOCX)) as package:
        files.update({name: package.read(name) for name in package.namelist()})
    assert read_bytes(tmp_path, "a.docx", zip_bytes(files)).text == QUOTE


@pytest.mark.parametrize("times_packed", [1, 2])
def test_a_pdf_that_grows_without_bound_is_refused(tmp_path, times_packed):
    packed = bytes(120_000_000)
    for _ in range(times_packed):
        packed = zlib.compress(packed)
    with pytest.raises(DocumentError, match="verdacht groot"):
        read_bytes(tmp_path, "a.pdf", WHOLE_PDF + b"9 0 obj << >> stream\n" + packed + b"\nendstream endobj")


def test_a_file_above_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("checker.parsing.reading.MAX_FILE_BYTES", 10)
    with pytest.raises(DocumentError, match="te groot"):
        read_bytes(tmp_path, "a.txt", b"Dit is langer dan tien bytes.")


def test_a_text_above_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("checker.parsing.raw.MAX_CHARACTERS", 10)
    with pytest.raises(DocumentError, match="te veel tekst"):
        read_bytes(tmp_path, "a.txt", b"Dit is langer dan tien tekens.")


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="map"):
        read_document(tmp_path, shown_path="beleid")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="bestaat niet"):
        read_document(tmp_path / "weg.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pijp.txt")
    with pytest.raises(DocumentError, match="geen gewoon bestand"):
        read_document(tmp_path / "pijp.txt")


def test_a_file_without_permission_is_refused(tmp_path, monkeypatch):
    path = _file(tmp_path, "dicht.txt", b"Tekst.")

    def refuse(*_args, **_options):
        raise PermissionError(str(path))

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(DocumentError, match="toestemming") as caught:
        read_document(path)
    assert str(tmp_path) not in str(caught.value)


def test_an_unexpected_error_of_a_library_is_a_document_error(tmp_path, monkeypatch):
    def explode(*_args):
        raise RuntimeError(QUOTE)

    monkeypatch.setattr("checker.parsing.reading.read_plain", explode)
    with pytest.raises(DocumentError, match="kan niet worden gelezen") as caught:
        read_bytes(tmp_path, "a.txt", b"Dit is tekst.")
    assert QUOTE not in str(caught.value)


def test_an_absolute_path_is_shown_as_its_name(tmp_path):
    assert read_document(_file(tmp_path, "a.txt", b"Dit is tekst.")).path == "a.txt"


def test_the_shown_path_has_forward_slashes(tmp_path):
    assert read_document(_file(tmp_path, "a.txt", b"Dit is tekst."), shown_path="map\\a.txt").path == "map/a.txt"


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.txt", WHOLE_PDF, "application/pdf"),
        ("a.pdf", WHOLE_DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.MD", QUOTE.encode(), "text/markdown"),
        ("a.txt", QUOTE.encode(), "text/plain"),
    ],
)
def test_the_content_decides_the_format(tmp_path, name, data, media_type):
    document = read_bytes(tmp_path, name, data)
    assert (document.media_type, document.text) == (media_type, QUOTE)


def test_a_word_document_made_by_python_docx_is_read(tmp_path):
    import docx

    document = docx.Document()
    document.add_paragraph("Dit geldt.")
    assert read_bytes(tmp_path, "a.docx", docx_bytes(document)).text == "Dit geldt."


def _file(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path
