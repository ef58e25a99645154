"""Standard output and standard error: what is a terminal, which colours, and writing that survives a closed pipe."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from typing import TextIO, TypeVar

PLAIN_WIDTH = 80
COLOR_CHOICES = ("auto", "always", "never")

Item = TypeVar("Item")

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at the stream; False for a stream that is closed or absent."""
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False


def wants_color(choice: str, stream: TextIO, environment: Mapping[str, str] | None = None) -> bool:
    """Whether to colour: the flag decides, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    variables = os.environ if environment is None else environment
    if choice != "auto":
        return choice == "always"
    if variables.get("NO_COLOR"):
        return False
    if variables.get("FORCE_COLOR", "") not in ("", "0"):
        return True
    return is_terminal(stream) and variables.get("TERM") != "dumb"


def text_width(stream: TextIO | None) -> int:
    """The columns of the terminal; 80 where there is none, so that a file always has the same lines."""
    if stream is None or not is_terminal(stream):
        return PLAIN_WIDTH
    return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns


def write_output(text: str) -> None:
    """Write to standard output: as UTF-8 into a pipe or file; a terminal gets what it can show."""
    _write(sys.stdout, text)


def write_error(line: str) -> None:
    """Write a message to standard error, without characters that steer a terminal."""
    _write(sys.stderr, printable(line) + "\n")


def counted(number: int, one: str, more: str) -> str:
    """ "1 regel" or "3 regels"."""
    return f"{number} {one if number == 1 else more}"


def printable(text: str) -> str:
    """The text without control characters and lone surrogates; line ends stay."""
    return "".join(
        "\ufffd" if character != "\n" and unicodedata.category(character) in _UNSAFE else character
        for character in text
    )


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:
        return
    try:
        buffer = getattr(stream, "buffer", None)
        if buffer is not None and not is_terminal(stream):
            stream.flush()
            buffer.write(text.encode("utf-8", errors="replace"))
            buffer.flush()
        else:
            encoding = getattr(stream, "encoding", None) or "utf-8"
            stream.write(text.encode(encoding, errors="replace").decode(encoding))
            stream.flush()
    except BrokenPipeError:
        _discard(stream)


def _discard(stream: TextIO) -> None:
    """Nobody reads any more (`| head`): let the rest, and Python's flush at the end, go nowhere."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def with_progress(
    items: Iterable[Item], name_of: Callable[[Item], str], *, shown: bool, total: int | None = None
) -> Iterator[Item]:
    """The items one by one, with a bar on standard error that names the one at work when `shown`."""
    if not shown:
        yield from items
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (MofNCompleteColumn(), BarColumn(bar_width=20), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("", total=len(items) if isinstance(items, Sized) else total)
        for item in items:
            progress.update(task, description=escape(printable(name_of(item))))
            yield item
            progress.advance(task)
