"""The paths that a user names -> the files to audit, in the order given, each once, with the name to show."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from checker.errors import BeleidstoetsError, MissingFileError, NothingToCheckError, UsageError


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """A file to audit. `shown` is how the user named it, with forward slashes and never absolute."""

    path: Path
    shown: str


@dataclass(frozen=True, slots=True)
class Collection:
    """The files found; `missing` are faults of the user, `empty` are folders without a readable file."""

    files: tuple[PolicyFile, ...]
    missing: tuple[BeleidstoetsError, ...] = ()
    empty: tuple[NothingToCheckError, ...] = ()


@dataclass(slots=True)
class _Found:
    files: list[PolicyFile] = field(default_factory=list)
    missing: list[BeleidstoetsError] = field(default_factory=list)
    empty: list[NothingToCheckError] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def add(self, path: Path, shown: str) -> None:
        real = os.path.realpath(path)
        if real not in self.seen:
            self.seen.add(real)
            self.files.append(PolicyFile(path, shown))


def collect_files(given: Iterable[str], *, suffixes: tuple[str, ...], skip: frozenset[str] = frozenset()) -> Collection:
    """The files behind the paths given.

    A file that is named is taken whatever its suffix. A folder is searched to the bottom, in order of name, for
    files with one of the `suffixes`, hidden ones left out; so are `skip`, the real paths of reports to be written.
    """
    found = _Found()
    for written in given:
        path = Path(written)
        try:
            if path.is_dir():
                _add_folder(path, suffixes, skip, found)
            elif path.exists():
                found.add(path, show_path(path))
            else:
                found.missing.append(_missing(written))
        except (OSError, ValueError):
            found.missing.append(_missing(written))
    return Collection(tuple(found.files), tuple(found.missing), tuple(found.empty))


def show_path(path: Path) -> str:
    """A path as given; of an absolute one the part below the current folder, or else only the file name."""
    if not path.is_absolute():
        return path.as_posix()
    for here, there in ((Path.cwd(), path), (Path.cwd().resolve(), path.resolve())):
        if there.is_relative_to(here):
            return there.relative_to(here).as_posix()
    return path.name


def _add_folder(folder: Path, suffixes: tuple[str, ...], skip: frozenset[str], found: _Found) -> None:
    shown = show_path(folder)
    unreadable: list[OSError] = []
    paths = [path for path in _walk(folder, suffixes, unreadable) if os.path.realpath(path) not in skip]
    for path in paths:
        found.add(path, (Path(shown) / path.relative_to(folder)).as_posix())
    for error in unreadable:
        what = "Deze map kan niet worden gelezen."
        place = str(error.filename or folder)
        found.missing.append(UsageError(what, where=place, fix="Pas de rechten van de map aan."))
    if not paths and not unreadable:
        what = "In deze map staat geen bestand dat kan worden gelezen."
        fix = f"Zet er een bestand in dat eindigt op {', '.join(suffixes)}."
        found.empty.append(NothingToCheckError(what, where=shown, fix=fix))


def _walk(folder: Path, suffixes: tuple[str, ...], unreadable: list[OSError]) -> Iterator[Path]:
    """Files before folders, each in order of name; links to folders are not followed."""
    for place, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        for name in sorted(names):
            if not _is_hidden(name) and Path(name).suffix.lower() in suffixes:
                yield Path(place) / name


def _is_hidden(name: str) -> bool:
    """Dot files, and the lock files that Word leaves beside an open document."""
    return name.startswith((".", "~$"))


def _missing(written: str) -> MissingFileError:
    what = "Dit bestand of deze map bestaat niet."
    return MissingFileError(what, where=written, fix="Controleer de naam en de map.")
