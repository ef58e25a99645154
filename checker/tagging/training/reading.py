"""Reads CoNLL-U, the file format of Universal Dependencies (https://universaldependencies.org/format.html)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checker.errors import UsageError

_COMMENT = re.compile(r"#\s*(\w+)\s*=\s*(.*)")
_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a sentence; columns keep the text of the file."""

    number: str
    form: str
    lemma: str
    pos: str
    tag: str
    features: str
    head: str
    relation: str
    misc: str

    @property
    def is_word(self) -> bool:
        """Ranges ("3-4") and empty words ("3.1") are no words."""
        return self.number.isdigit()


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one sentence with the comments above it ("source", "sent_id", "text")."""

    rows: tuple[Row, ...]
    comments: Mapping[str, str] = field(default_factory=dict)

    @property
    def source(self) -> str:
        return self.comments.get("source", "")


def read_file(path: Path) -> Iterator[Block]:
    with path.open(encoding="utf-8") as lines:
        yield from read_lines(lines, name=path.name)


def read_lines(lines: Iterable[str], *, name: str = "") -> Iterator[Block]:
    """The sentences of a CoNLL-U text.

    Raises: UsageError at a line without ten columns.
    """
    rows: list[Row] = []
    comments: dict[str, str] = {}
    for number, raw in enumerate(lines, start=1):
        line = raw.rstrip("\r\n")
        if not line.strip():
            if rows:
                yield Block(tuple(rows), comments)
            rows, comments = [], {}
        elif line.startswith("#"):
            if match := _COMMENT.match(line):
                comments[match[1]] = match[2].strip()
        else:
            rows.append(_row(line, f"{name}:{number}"))
    if rows:
        yield Block(tuple(rows), comments)


def _row(line: str, where: str) -> Row:
    columns = line.split("\t")
    if len(columns) != _COLUMNS:
        raise UsageError(f"A CoNLL-U line has {_COLUMNS} columns, this one {len(columns)}.", where=where)
    number, form, lemma, pos, tag, features, head, relation, _, misc = columns
    return Row(number, form, lemma, pos, tag, features, head, relation, misc)
