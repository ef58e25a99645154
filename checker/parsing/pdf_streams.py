"""Refusing a PDF that would grow without bound when it is unpacked; pdfminer itself has no limit."""

from __future__ import annotations

import re
import zlib

from checker.errors import DocumentError

MAX_STREAM_BYTES = 100_000_000
MAX_TOTAL_BYTES = 500_000_000
_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78])")
_MAX_NESTING = 3
_PIECE_BYTES = 1_000_000


def check_streams(data: bytes, where: str) -> None:
    """Raise `DocumentError` when the packed streams of a PDF are together too big to unpack.

    A stream packed twice is unpacked twice. Streams of a PDF that is locked are not seen.
    """
    total = 0
    view = memoryview(data)
    for match in _STREAM.finditer(data):
        total += _unpacked_size(view[match.end() :], _MAX_NESTING)
        if total > MAX_TOTAL_BYTES:
            break
    else:
        return
    raise DocumentError(
        "Deze pdf wordt bij het uitpakken verdacht groot en is niet geopend.",
        where=where,
        fix="Maak de pdf opnieuw, zonder grote afbeeldingen, of lever een .docx aan.",
    )


def _unpacked_size(packed: memoryview | bytes, nesting: int) -> int:
    """Return the size of a stream; more than `MAX_TOTAL_BYTES` stands for too big, 0 for not packed this way."""
    unpacker = zlib.decompressobj()
    rest: memoryview | bytes = packed
    pieces: list[bytes] = []
    size = 0
    try:
        while not unpacker.eof and rest:
            taken, rest = rest[:_PIECE_BYTES], rest[_PIECE_BYTES:]
            while taken:
                piece = unpacker.decompress(taken, _PIECE_BYTES)
                taken = unpacker.unconsumed_tail
                size += len(piece)
                pieces.append(piece)
                if size > MAX_STREAM_BYTES:
                    return MAX_TOTAL_BYTES + 1
    except zlib.error:
        pass
    if nesting and pieces and pieces[0][:1] == b"\x78":
        size += _unpacked_size(b"".join(pieces), nesting - 1)
    return size
