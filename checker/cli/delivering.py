"""Where reports go: decided before the audit, written after it, each file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.cli.choosing import choose
from checker.errors import UsageError

SUFFIXES: Mapping[str, str] = {"text": "txt", "html": "html", "markdown": "md", "json": "json"}
"""Format -> suffix of its file in a folder: rapport.html."""

_SHORT_NAMES: Mapping[str, str] = {"txt": "text", "md": "markdown"}
"""What people type for a format as well."""

_FORMAT_OF_SUFFIX: Mapping[str, str] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
}
_OFFICE_SUFFIXES = (".docx", ".doc", ".pdf", ".xlsx", ".odt")
_OPTION = "--output"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One report to make. `target` is None for standard output."""

    report_format: str
    target: Path | None


def plan_deliveries(formats: Sequence[str], output: str | None) -> tuple[Delivery, ...]:
    """What to write where. Touches nothing; a folder that does not exist is made when writing.

    Without a format the name of the file decides, and else it is text.

    Raises: UsageError for a combination that cannot be, and for a place that cannot be written.
    """
    named = (_SHORT_NAMES.get(word.casefold(), word) for word in formats)
    wanted = tuple(dict.fromkeys(choose("--format", word, SUFFIXES) for word in named))
    if output is None or output == "-":
        if len(wanted) > 1:
            fix = "Noem met --output een map, bijvoorbeeld: --output rapport/"
            raise UsageError("Meer dan één vorm past niet op het scherm.", where="--format", fix=fix)
        return (Delivery(wanted[0] if wanted else "text", None),)
    path = Path(output)
    is_folder = path.is_dir() or output.endswith(("/", os.sep))
    if len(wanted) > 1:
        if not is_folder and (path.is_file() or path.suffix.lower() in (*_FORMAT_OF_SUFFIX, *_OFFICE_SUFFIXES)):
            fix = "Noem een map, bijvoorbeeld: --output rapport/"
            raise UsageError("Meer dan één vorm past niet in één bestand.", where=f"{_OPTION} {output}", fix=fix)
        is_folder = True
    wanted = wanted or (_format_for(path, is_folder=is_folder),)
    deliveries = tuple(Delivery(name, path / f"rapport.{SUFFIXES[name]}" if is_folder else path) for name in wanted)
    for delivery in deliveries:
        if delivery.target is not None:
            _check_place(delivery.target)
    return deliveries


def targets(deliveries: Sequence[Delivery]) -> frozenset[str]:
    """The real paths that will be written."""
    return frozenset(os.path.realpath(delivery.target) for delivery in deliveries if delivery.target is not None)


def write_report(text: str, target: Path) -> None:
    """Write a report whole: into a file beside the target, which then takes its place.

    Raises: UsageError when the place cannot be written.
    """
    data = text.encode("utf-8", errors="replace")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a device such as /dev/null is written to, never replaced
        else:
            _replace(Path(os.path.realpath(target)), data)
    except OSError as error:
        raise _unwritable(target) from error


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".rapport-", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(_mode_for(target))
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _mode_for(target: Path) -> int:
    """The rights of the file that is replaced, or those of any new file."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _format_for(path: Path, *, is_folder: bool) -> str:
    suffix = path.suffix.lower()
    if not is_folder and suffix in _OFFICE_SUFFIXES:
        fix = f"Kies met --format uit: {', '.join(SUFFIXES)}."
        raise UsageError(f"Een rapport kan niet worden geschreven als {suffix}.", where=_OPTION, fix=fix)
    return "text" if is_folder else _FORMAT_OF_SUFFIX.get(suffix, "text")


def _check_place(target: Path) -> None:
    """The target is no folder, and the nearest folder above it that exists can be written in."""
    try:
        if target.is_dir():
            raise UsageError("Hier staat al een map met deze naam.", where=str(target), fix="Kies een andere naam.")
        above = next(place for place in (Path.cwd() / target).parents if place.exists() or place.is_symlink())
        if not above.is_dir() or not os.access(above, os.W_OK | os.X_OK):
            raise _unwritable(target)
    except (OSError, ValueError) as error:
        raise _unwritable(target) from error


def _unwritable(target: Path) -> UsageError:
    fix = "Kies met --output een map waarin u mag schrijven."
    return UsageError("Hier kan geen rapport worden geschreven.", where=str(target), fix=fix)
