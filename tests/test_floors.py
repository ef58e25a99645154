"""Do imports go down the floors only, and do libraries stay on theirs?"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKER = Path(__file__).resolve().parents[1] / "checker"
FLOORS = (
    {"__main__"},
    {"cli", "web"},
    {"proving", "exercising", "evaluation"},
    {"audit"},
    {"reporting"},
    {"findings"},
    {"engine"},
    {"tagging"},
    {"parsing", "rulebook"},
    {"model", "errors", "resources"},
)
"""Top floor first. A module may import from its own part and from lower floors."""

HOMES = {
    "spacy": ("tagging",),
    "durable": ("engine/running.py",),
    "pdfplumber": ("parsing",),
    "pdfminer": ("parsing",),
    "pypdfium2": ("parsing",),
    "docx": ("parsing", "reporting"),
    "markdown_it": ("parsing", "reporting/rule_pages.py"),
    "pydantic": ("rulebook", "evaluation", "web", "cli/rules_command.py"),
    "yaml": ("rulebook",),
    "jinja2": ("reporting",),
    "typer": ("cli", "tagging/training", "evaluation/learning.py"),
    "jsonschema": ("reporting",),
}
MODULES = sorted(CHECKER.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Full names of what a module imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


def part_of(path: Path) -> str:
    first = path.relative_to(CHECKER).parts[0]
    return first.removesuffix(".py")


def floor_of(part: str) -> int:
    return next((number for number, parts in enumerate(FLOORS) if part in parts), -1)


def named(path: Path) -> str:
    return path.relative_to(CHECKER).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_imports_go_down_the_floors_only(path: Path) -> None:
    own = part_of(path)
    for name in imports(path):
        if not name.startswith("checker."):
            continue
        other = name.split(".")[1]
        if other != own and own != "__init__":
            assert floor_of(own) < floor_of(other), f"{named(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_libraries_stay_on_their_floor(path: Path) -> None:
    for name in imports(path):
        homes = HOMES.get(name.split(".")[0])
        if homes is not None:
            assert named(path).startswith(homes), f"{named(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_every_module_stands_on_a_floor(path: Path) -> None:
    assert part_of(path) == "__init__" or floor_of(part_of(path)) >= 0


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_fits_in_the_head(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_name_says_what_the_module_does(path: Path) -> None:
    assert path.stem not in {"util", "utils", "helper", "helpers", "base", "common", "manager"}


@pytest.mark.parametrize("path", [path for path in MODULES if path.read_text("utf-8").strip()], ids=named)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_the_audit_fits_on_one_screen() -> None:
    tree = ast.parse((CHECKER / "audit.py").read_text("utf-8"))
    auditor = next(node for node in tree.body if isinstance(node, ast.ClassDef))
    assert (auditor.end_lineno or 0) - auditor.lineno <= 70


@pytest.mark.parametrize("path", sorted((CHECKER / "model").glob("*.py")), ids=named)
def test_the_model_uses_the_standard_library_only(path: Path) -> None:
    allowed = {"__future__", "datetime", "collections.abc", "dataclasses", "enum"}
    assert {name for name in imports(path) if not name.startswith("checker.model")} <= allowed
