"""Corpora of a few sentences, so that every figure can be worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.evaluation.gold import ClauseCorpus, GoldDocument
from checker.evaluation.locating import Locator
from checker.evaluation.notes import LAWS, ClauseNotes
from checker.model import Clause, Document, Reference, TaggedDocument
from checker.parsing import parse_text
from checker.rulebook.yaml_reading import read_yaml

Note = Mapping[str, Any]


def duty(text: str, **more: Any) -> dict[str, Any]:
    """A note on a clause that is a duty of an employee, unless `more` says otherwise."""
    return {"tekst": text, "strekking": "plicht", "actor": "werknemer", **more}


def heading(text: str) -> dict[str, Any]:
    return {"tekst": text, "kenmerken": ["kop"]}


def notes_text(notes: Sequence[Note]) -> str:
    """The notes as a YAML file (JSON is YAML), a clause on a line from line 2 on."""
    lines = ",\n".join(json.dumps(note, ensure_ascii=False) for note in notes)
    return f'{{"bepalingen": [\n{lines}\n]}}\n'


def write_document(folder: Path, text: str, notes: Sequence[Note]) -> Path:
    """A folder with bron.md and notities.yaml."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bron.md").write_text(text, encoding="utf-8")
    (folder / "notities.yaml").write_text(notes_text(notes), encoding="utf-8")
    return folder


def locate(text: str, notes: Sequence[Note]) -> Locator:
    """A locator that has placed the notes in the text: its clauses are in `gold`, see there, its problems in it."""
    locator = Locator(text, read_yaml(notes_text(notes), "notities.yaml"), LAWS)
    locator.locate(ClauseNotes.model_validate({"bepalingen": list(notes)}))
    return locator


def gold(text: str, notes: Sequence[Note], *, name: str = "stuk", second: Sequence[Note] | None = None) -> GoldDocument:
    """A document with sound notes."""
    document = parse_text(text, name=name)

    def clauses(typed: Sequence[Note]) -> Any:
        locator = Locator(document.text, read_yaml(notes_text(typed), "notities.yaml"), LAWS)
        found = locator.locate(ClauseNotes.model_validate({"bepalingen": list(typed)}))
        assert locator.problems == []
        return found

    return GoldDocument(name, "train", document, clauses(notes), None if second is None else clauses(second))


def corpus(*documents: GoldDocument, split: str = "train") -> ClauseCorpus:
    return ClauseCorpus("corpus", split, documents)


def span(document: Document, words: str) -> tuple[int, int]:
    start = document.text.index(words)
    return start, start + len(words)


def tagged(
    document: Document, clauses: Sequence[tuple[str, Mapping[str, Any]]], references: Sequence[Reference] = ()
) -> TaggedDocument:
    """What a program made of a document: the words of each clause with the fields that differ from the default."""
    made = []
    for index, (words, fields) in enumerate(clauses):
        start, end = span(document, words)
        made.append(Clause(index=index, start=start, end=end, block=0, **fields))
    return TaggedDocument(document, tuple(made), (), (), "proef 0", tuple(references))
