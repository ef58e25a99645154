"""How deep a heading or a list item lies, from what stands above it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.parsing.markers import Marker, heading_depth, settle_style

_INDENT_TOLERANCE = 4.0


class HeadingTrail:
    """The headings above the place reached so far.

    Levels that the file states are counted by rank, so that a file with only "###" starts at 1, as does the same
    text with "Kop 1". A heading known by its looks lies one below the last stated or numbered one.
    """

    def __init__(self, stated_levels: Sequence[int]) -> None:
        self._ranks = {level: rank for rank, level in enumerate(sorted(set(stated_levels)), start=1)}
        self._open: list[tuple[int, str]] = []
        self._anchor_level = 0
        self._offsets: dict[bool, int] = {}
        """Level minus depth, apart for "Artikel 3" (True) and "3.1" (False): the two count in their own way."""

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(label for _, label in self._open)

    def enter(self, label: str, number: str, stated_level: int | None) -> tuple[tuple[str, ...], int]:
        """Return the path above a heading and its level, 1 and up; from here on it is itself in the path."""
        depth = heading_depth(number) if number else None
        is_keyword = depth is not None and not number[0].isdigit()
        level = self._find_level(depth, stated_level, is_keyword=is_keyword)
        if stated_level is not None or depth is not None:
            self._anchor_level = level
            if depth is None or is_keyword:
                self._offsets.pop(False, None)
            if depth is not None:
                self._offsets[is_keyword] = level - depth
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        above = self.path
        self._open.append((level, label))
        return above, level

    def _find_level(self, depth: int | None, stated_level: int | None, *, is_keyword: bool) -> int:
        if stated_level is not None:
            return self._ranks[stated_level]
        if depth is None or is_keyword not in self._offsets:
            return self._anchor_level + 1
        return max(1, self._offsets[is_keyword] + depth)


class ListNesting:
    """The lists that are open at the place reached so far, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[float, str]] = []
        self._last_numbers: dict[str, str] = {}

    def reset(self) -> None:
        """Close every list: a heading or a paragraph stands in between."""
        self._open.clear()
        self._last_numbers.clear()

    def level_of(self, marker: Marker, indent: float) -> int:
        """Return the depth of an item, 0 for the outermost.

        An item lies in the open list with its indent and its style of marker; otherwise it starts a list inside the
        last one that is not further to the right. So "a." below "1." nests, also without indent, as in regulations.
        """
        style = settle_style(marker, self._last_numbers)
        self._last_numbers[style] = marker.number
        while self._open and self._open[-1][0] > indent + _INDENT_TOLERANCE:
            self._open.pop()
        for place, (open_indent, open_style) in enumerate(self._open):
            if open_style == style and abs(open_indent - indent) <= _INDENT_TOLERANCE:
                del self._open[place + 1 :]
                return place
        self._open.append((indent, style))
        return len(self._open) - 1
