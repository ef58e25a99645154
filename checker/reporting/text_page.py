"""The page on which everything for a terminal is written: an audit, an explanation, an evaluation."""

from __future__ import annotations

import re
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from checker.reporting.places import printable


class TextPage:
    """Collects lines of at most `width` columns; rich measures, wraps and colours them."""

    def __init__(self, width: int, *, color: bool) -> None:
        self._file = StringIO()
        self.width = width
        self._console = Console(
            file=self._file,
            width=width,
            height=25,
            force_terminal=color,
            no_color=not color,
            color_system="standard" if color else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            _environ={},
        )

    @property
    def text(self) -> str:
        """What was written, without spaces at line ends."""
        return "".join(f"{line.rstrip()}\n" for line in self._file.getvalue().splitlines())

    def write(self, *parts: tuple[str, str], indent: int = 0, label: str = "", at: int = 0) -> None:
        """Add a paragraph of (text, style) parts, wrapped; a label stands in its indent, before the first line."""
        paragraph = Text.assemble(*((re.sub(r"\s+", " ", printable(text)), style) for text, style in parts))
        column = max(indent, at + len(label) + 1) if label else indent
        before = Text(" " * at) + Text(label.ljust(column - at), "dim") if label else Text(" " * column)
        for line in paragraph.wrap(self._console, self.width - column):
            line.rstrip()
            self._console.print(before + line, no_wrap=True, overflow="ignore", crop=False)
            before = Text(" " * column)

    def draw(self, renderable: RenderableType) -> None:
        """Add what rich draws by itself: a table."""
        self._console.print(renderable)

    def rule(self) -> None:
        self.write(("─" * self.width, "dim"))

    def gap(self) -> None:
        self._console.print()
