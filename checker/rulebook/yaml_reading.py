"""YAML text -> plain values, with the line of every key.

YAML 1.2's failsafe schema: every scalar is text, and the schema gives it its type. So an article
`7:10` never becomes 430, `08` never 8 and `nee` never False. Duplicate keys are refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from checker.errors import BeleidstoetsError, RulebookError

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The values of one file and where each stands."""

    source: str
    """As shown to a person: rules/sancties/SAN-004.yaml."""
    values: Any
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)
    """Path of keys and positions -> line, counted from 1."""

    def place(self, path: tuple[str | int, ...]) -> str:
        """ "file:line" of the deepest known part of `path`."""
        for length in range(len(path), -1, -1):
            if line := self.lines.get(path[:length]):
                return f"{self.source}:{line}"
        return self.source


def read_yaml(text: str, source: str) -> YamlFile:
    """The values in `text`; None for an empty file.

    Raises: RulebookError for a syntax error or for duplicate keys, each with file and line.
    """
    lines: dict[tuple[str | int, ...], int] = {}
    problems: list[BeleidstoetsError] = []

    def build(node: Any, path: tuple[str | int, ...], inside: tuple[Any, ...] = ()) -> Any:
        lines.setdefault(path, node.start_mark.line + 1)
        if any(node is outer for outer in inside):
            fix = "Haal de verwijzing met * weg."
            problems.append(_problem("Een stuk YAML bevat zichzelf.", source, node.start_mark.line + 1, fix))
            return None
        inside = (*inside, node)
        if isinstance(node, yaml.MappingNode):
            mapping: dict[str, Any] = {}
            for key_node, value_node in node.value:
                key = key_node.value
                line = key_node.start_mark.line + 1
                if not isinstance(key, str):
                    problems.append(
                        _problem(
                            "Een sleutel moet één woord zijn.",
                            source,
                            line,
                            "Zet de sleutel op één regel, zonder haken.",
                        )
                    )
                    continue
                if key in mapping:
                    fix = "Voeg de twee samen, of haal er een weg."
                    problems.append(_problem(f'De sleutel "{key}" staat er twee keer.', source, line, fix))
                lines[(*path, key)] = line
                mapping[key] = build(value_node, (*path, key), inside)
            return mapping
        if isinstance(node, yaml.SequenceNode):
            return [build(child, (*path, position), inside) for position, child in enumerate(node.value)]
        return node.value

    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        fix = "Controleer het inspringen, de aanhalingstekens en de dubbele punten op en boven deze plaats."
        raise RulebookError((_problem("Dit is geen geldige YAML.", source, line, fix),)) from error
    except yaml.YAMLError as error:
        raise RulebookError(
            (_problem("Dit is geen geldige YAML.", source, 1, "Bewaar het bestand als UTF-8."),)
        ) from error
    values = build(root, ()) if root is not None else None
    if problems:
        raise RulebookError(tuple(problems))
    return YamlFile(source, values, lines)


def _problem(what: str, source: str, line: int, fix: str) -> BeleidstoetsError:
    return BeleidstoetsError(what, where=f"{source}:{line}", fix=fix)
