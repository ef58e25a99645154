"""Small files of each format, made in memory, and short ways to look at a document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import docx

from checker.model import Document
from checker.parsing import read_document

SHARED = Path(__file__).resolve().parents[3] / "shared"
PAGE_WIDTH, PAGE_HEIGHT = 595, 842
WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Printed:
    """One line on a PDF page; `y` counts from the top."""

    y: float
    text: str
    x: float = 70
    size: float = 11
    bold: bool = False


def pdf_bytes(
    pages: Sequence[Sequence[Printed]],
    *,
    pictures: Sequence[int] = (),
    locked: bool = False,
    grid: tuple[Sequence[float], Sequence[float]] = ((), ()),
) -> bytes:
    """Return a PDF with the lines as given.

    `pictures` are the indices of pages that also hold an image; `grid` holds the x and the y (from the top) of the
    rules of a table that is drawn on every page.
    """
    bodies: list[bytes] = [b"", b""]
    bodies += [_font("Helvetica"), _font("Helvetica-Bold"), _image()]
    kids = []
    for index, page in enumerate(pages):
        content = b"".join(_show(line) for line in page)
        content += _draw(*grid)
        if index in pictures:
            content += b"q 100 0 0 100 100 400 cm /P Do Q\n"
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources "
            b"<< /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /P 5 0 R >> >> >>" % (PAGE_WIDTH, PAGE_HEIGHT, len(bodies))
        )
        kids.append(b"%d 0 R" % len(bodies))
    bodies[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    bodies[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), b" ".join(kids))
    encrypt = b""
    if locked:
        secret = b"<" + b"41" * 32 + b">"
        bodies.append(b"<< /Filter /Standard /V 1 /R 2 /O %s /U %s /P -44 >>" % (secret, secret))
        encrypt = b"/Encrypt %d 0 R /ID [<00> <00>] " % len(bodies)
    return _write_pdf(bodies, encrypt)


def _write_pdf(bodies: Sequence[bytes], encrypt: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, encrypt, start)
    return bytes(out)


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _image() -> bytes:
    return (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Length 1 >>\nstream\n\x80\nendstream"
    )


def _show(line: Printed) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    face = b"F2" if line.bold else b"F1"
    return b"BT /%s %.1f Tf %.1f %.1f Td (%s) Tj ET\n" % (face, line.size, line.x, PAGE_HEIGHT - line.y, text)


def _draw(xs: Sequence[float], ys: Sequence[float]) -> bytes:
    lines = [(x, min(ys), x, max(ys)) for x in xs] + [(min(xs), y, max(xs), y) for y in ys]
    return b"".join(b"%d %d m %d %d l S\n" % (x0, PAGE_HEIGHT - y0, x1, PAGE_HEIGHT - y1) for x0, y0, x1, y1 in lines)


def paragraph_lines(y: float, *texts: str, x: float = 70, size: float = 11, bold: bool = False) -> list[Printed]:
    """Return lines under one another at the usual distance inside a paragraph."""
    return [Printed(y + place * size * 1.3, text, x, size, bold) for place, text in enumerate(texts)]


def docx_bytes(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def docx_of(body_xml: str, **parts: str) -> bytes:
    """Return a minimal .docx whose body is the given WordprocessingML; a part is named `styles` or `numbering`."""
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{name}+xml"/>'
        for name in parts
    )
    links = "".join(
        f'<Relationship Id="r{name}" Target="{name}.xml" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"/>'
        for name in parts
    )
    packaged = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{packaged}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        f'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.document.main+xml"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{packaged}/relationships"><Relationship Id="r1" '
        f'Target="word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'officeDocument"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{packaged}/relationships">{links}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WML}"><w:body>{body_xml}</w:body></w:document>',
        **{f"word/{name}.xml": xml for name, xml in parts.items()},
    }
    return zip_bytes({name: text.encode() for name, text in files.items()})


def zip_bytes(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()


def read_bytes(folder: Path, name: str, data: bytes | str) -> Document:
    """Write a file and read it as a user would."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_document(path, shown_path=name)


def outline(document: Document) -> list[tuple[str, str]]:
    """Return (kind, text) of each block."""
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def numbers(document: Document) -> list[tuple[str, str]]:
    """Return (number, text) of each block."""
    return [(block.number, document.text[block.start : block.end]) for block in document.blocks]
