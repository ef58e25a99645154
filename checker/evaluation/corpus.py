"""A folder -> ClauseCorpus: which documents, in which half, with their notes; all faults at once.

A corpus is a folder with a folder for each document, in it `bron.*` (the text) and `notities.yaml` (the answers).
`verdeling.yaml` says which half a document is in; `tweede_lezing/` holds what a second reader noted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from checker.errors import BeleidstoetsError, MissingFileError, NothingToCheckError, RulebookError, UsageError
from checker.evaluation.gold import ClauseCorpus, GoldClause, GoldDocument
from checker.evaluation.locating import Locator
from checker.evaluation.notes import LAWS, ClauseNotes
from checker.model import Document
from checker.parsing import SUPPORTED_SUFFIXES, read_document
from checker.rulebook.explaining import explain_validation, suggest
from checker.rulebook.yaml_reading import YamlFile, read_yaml

HALVES = ("train", "test")
ALL = "all"
SPLIT_FILE = "verdeling.yaml"
NOTES_FILE = "notities.yaml"
SECOND_READING = "tweede_lezing"

_MANUAL = "Zie LEESMIJ.md in de map van het corpus."
_POLICY_KEYS = frozenset({"regels", "uitkomst", "beleid"})


@dataclass(slots=True)
class _Reader:
    """Reads one corpus; `problems` gathers what must be mended."""

    folder: Path
    shown: str
    laws: Collection[str]
    problems: list[BeleidstoetsError] = field(default_factory=list)
    policies: int = 0
    """How many documents are annotated as a policy: with verdicts, not with clauses."""

    def place(self, *parts: str) -> str:
        return "/".join((self.shown.rstrip("/"), *parts))

    def problem(self, what: str, where: str, fix: str) -> None:
        self.problems.append(BeleidstoetsError(what, where=where, fix=fix))


def read_corpus(folder: Path, shown: str, split: str | None = None, laws: Collection[str] = ()) -> ClauseCorpus:
    """The documents of one half (train, test) or of both (all), parsed and with their gold clauses.

    Without `split` it is train, or all in a corpus without halves. `shown` is how the user named the folder; `laws`
    are the ids of the registry, beside those that the agreement for annotators names.

    Raises: MissingFileError, UsageError or NothingToCheckError; RulebookError with every fault in the notes.
    """
    if not folder.is_dir():
        raise MissingFileError("Deze map bestaat niet.", where=shown, fix="Noem de map van een corpus: corpora/clauses")
    reader = _Reader(folder, shown, LAWS | frozenset(laws))
    halves = _halves(reader)
    if halves is None and split in HALVES:
        fix = f"Maak {SPLIT_FILE} met de lijsten train en test, of kies --split all."
        raise UsageError(f"Dit corpus heeft geen {SPLIT_FILE}.", where=shown, fix=fix)
    names = _names(reader)
    chosen = split or (ALL if halves is None else HALVES[0])
    wanted = dict.fromkeys(names, "") if halves is None else _wanted(reader, halves, names, chosen)
    documents = [_read_document(reader, name, half) for name, half in wanted.items()]
    _check_second_readings(reader, names)
    if reader.policies and reader.policies == len(documents):
        what = "Dit is een corpus met uitkomsten per regel; evaluate meet dat nog niet."
        fix = f"Noem een corpus waarvan {NOTES_FILE} bepalingen heeft, zoals corpora/clauses."
        raise UsageError(what, where=shown, fix=fix)
    if reader.problems:
        raise RulebookError(tuple(reader.problems))
    if not documents:
        what = "In dit corpus staat geen stuk om te meten."
        raise NothingToCheckError(what, where=shown, fix=f"Geef elk stuk een map met bron.md en {NOTES_FILE}.")
    return ClauseCorpus(shown, chosen, tuple(document for document in documents if document is not None))


def _names(reader: _Reader) -> tuple[str, ...]:
    """Names of the folders that look like a document, sorted."""
    return tuple(
        sorted(
            item.name
            for item in reader.folder.iterdir()
            if item.is_dir() and item.name != SECOND_READING and not item.name.startswith(".")
            if (item / NOTES_FILE).exists() or any(item.glob("bron.*"))
        )
    )


def _halves(reader: _Reader) -> Mapping[str, list[str]] | None:
    """Half -> names of documents; None when no file says so."""
    if not (reader.folder / SPLIT_FILE).exists():
        return None
    file = _read_file(reader, SPLIT_FILE)
    values = file.values if file else {}
    sound = isinstance(values, dict) and all(
        isinstance(names, list) and all(isinstance(name, str) for name in names) for names in values.values()
    )
    if not sound or not set(values) <= set(HALVES) or (file and not values):
        reader.problem(
            "De verdeling heeft niet de goede vorm.",
            reader.place(SPLIT_FILE),
            "Schrijf onder train en onder test een lijst met namen van mappen.",
        )
        return {}
    return {half: values.get(half, []) for half in HALVES}


def _wanted(reader: _Reader, halves: Mapping[str, list[str]], names: tuple[str, ...], split: str) -> dict[str, str]:
    """Name -> half, of the documents asked for."""
    where = reader.place(SPLIT_FILE)
    told: dict[str, str] = {}
    for half, listed in halves.items():
        for name in listed:
            if name in told:
                reader.problem(f'"{name}" staat er twee keer.', where, "Haal er een weg.")
            elif name not in names:
                reader.problem(f'De map "{name}" bestaat niet, of is leeg.', where, suggest(name, list(names)))
            else:
                told[name] = half
    if halves:
        for name in names:
            if name not in told:
                what = f"Dit stuk staat niet in {SPLIT_FILE}."
                reader.problem(what, reader.place(name), "Zet de naam onder train of onder test.")
    return {name: half for name, half in told.items() if split in (ALL, half)}


def _read_document(reader: _Reader, name: str, half: str) -> GoldDocument | None:
    """One document with its clauses; None when something is wrong with it."""
    file = _read_file(reader, name, NOTES_FILE)
    document = _parse(reader, name)
    if file is not None and _is_policy(file.values):
        reader.policies += 1
        what = "Dit stuk heeft uitkomsten per regel in plaats van bepalingen; evaluate meet dat nog niet."
        reader.problem(what, file.source, "Zet stukken met bepalingen in een corpus van zichzelf.")
        return None
    if file is None or document is None:
        return None
    first = _clauses(reader, file, document)
    second = None
    if (reader.folder / SECOND_READING / f"{name}.yaml").exists():
        other = _read_file(reader, SECOND_READING, f"{name}.yaml")
        second = _clauses(reader, other, document) if other else None
    return GoldDocument(name, half, document, first, second)


def _clauses(reader: _Reader, file: YamlFile, document: Document) -> tuple[GoldClause, ...]:
    try:
        notes = ClauseNotes.model_validate(file.values if file.values is not None else {})
    except ValidationError as error:
        reader.problems.extend(explain_validation(error, file, (), ClauseNotes, manual=_MANUAL))
        return ()
    locator = Locator(document.text, file, reader.laws)
    clauses = locator.locate(notes)
    reader.problems.extend(locator.problems)
    return clauses


def _parse(reader: _Reader, name: str) -> Document | None:
    """The parsed text; of one that is there in several formats the Markdown, else the first by name."""
    sources = sorted(
        (path for path in (reader.folder / name).glob("bron.*") if path.suffix.lower() in SUPPORTED_SUFFIXES),
        key=lambda path: (path.suffix.lower() != ".md", path.name),
    )
    if not sources:
        what = "Bij dit stuk staat geen tekst die kan worden gelezen."
        reader.problem(what, reader.place(name), f"Noem de tekst bron{' of bron'.join(SUPPORTED_SUFFIXES[:2])}.")
        return None
    try:
        return read_document(sources[0], shown_path=reader.place(name, sources[0].name))
    except BeleidstoetsError as error:
        reader.problems.append(error)
        return None


def _read_file(reader: _Reader, *parts: str) -> YamlFile | None:
    """The YAML of a file in the corpus; None, and a problem, when it cannot be read."""
    shown = reader.place(*parts)
    try:
        return read_yaml(reader.folder.joinpath(*parts).read_text(encoding="utf-8-sig"), shown)
    except FileNotFoundError:
        what = "Bij dit stuk ontbreken de aantekeningen."
        reader.problem(what, shown, "Maak het bestand; LEESMIJ.md in de map van het corpus zegt hoe.")
    except (OSError, UnicodeDecodeError):
        reader.problem("Dit bestand kan niet worden gelezen.", shown, "Bewaar het als UTF-8-tekst.")
    except RulebookError as error:
        reader.problems.extend(error.problems)
    return None


def _is_policy(values: Any) -> bool:
    return isinstance(values, dict) and "bepalingen" not in values and not _POLICY_KEYS.isdisjoint(values)


def _check_second_readings(reader: _Reader, names: tuple[str, ...]) -> None:
    for name in _second_names(reader.folder):
        if name not in names:
            fix = suggest(name, list(names))
            reader.problem("Bij deze tweede lezing hoort geen stuk.", reader.place(SECOND_READING, f"{name}.yaml"), fix)


def _second_names(folder: Path) -> Iterator[str]:
    yield from sorted(path.stem for path in (folder / SECOND_READING).glob("*.yaml"))
