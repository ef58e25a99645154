"""A folder of YAML -> Rulebook. All faults of the folder at once, each with file, line and a suggestion."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from checker.errors import BeleidstoetsError, RulebookError
from checker.model import Concept, Law, LawChange, Parameter, Rule, Rulebook
from checker.rulebook.building import build_rule
from checker.rulebook.checking import check_references, keys_of_another_kind
from checker.rulebook.explaining import explain_validation, suggest
from checker.rulebook.extending import ExtensionFile, extended
from checker.rulebook.schema import ConceptEntry, LawEntry, ParameterEntry, RuleFile
from checker.rulebook.terms import parse_term
from checker.rulebook.vocabulary import FACT_NAMES, dutch
from checker.rulebook.yaml_reading import YamlFile, read_yaml

_RULE_FILE = re.compile(r"^[A-Z]{2,4}-\d{3}\.yaml$")
_Entry = TypeVar("_Entry", bound=BaseModel)


def load_rulebook(folder: Path, extra_folders: Sequence[Path] = ()) -> Rulebook:
    """The rulebook in `folder`; a rule, concept or law of a later folder replaces one with the same id.

    Places are shown as "rules/…" for `folder` and under its own name for a later one.
    Raises: RulebookError with every fault found in all folders.
    """
    rulebook, problems = load_sound_part(folder, extra_folders)
    if problems:
        raise RulebookError(problems)
    return rulebook


def load_sound_part(folder: Path, extra_folders: Sequence[Path] = ()) -> tuple[Rulebook, tuple[BeleidstoetsError, ...]]:
    """What can be used of the folders, and every fault; a rule that is faulty or builds on one is left out.

    Raises: RulebookError when no rule is left, or when a folder holds none.
    """
    collected = _Collected()
    _read_folder(folder, "rules", collected)
    for place in extra_folders:
        _read_folder(place, place.name or place.resolve().name, collected)
    check_references(collected)
    problems = tuple(collected.problems)
    while collected.faulty:
        collected.leave_out_the_faulty()
        check_references(collected)
    if not collected.rules or collected.is_without_rules:
        raise RulebookError(problems)
    return _made(collected), problems


def _made(collected: _Collected) -> Rulebook:
    return Rulebook(
        version=collected.digest.hexdigest()[:12],
        rules=dict(sorted(collected.rules.items())),
        concepts=dict(sorted(collected.concepts.items())),
        parameters=dict(sorted(collected.parameters.items())),
        laws=collected.laws,
        questions=collected.questions,
        broken=tuple(sorted(collected.broken - set(collected.rules))),
    )


class _Collected:
    """What the reading of folders gathers, faults included."""

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}
        self.concepts: dict[str, Concept] = {}
        self.parameters: dict[str, Parameter] = {}
        self.laws: dict[str, Law] = {}
        self.questions: dict[str, str] = {}
        self.files: dict[str, YamlFile] = {}
        self.problems: list[BeleidstoetsError] = []
        self.owners: dict[str, str] = {}
        """Rule or concept of the folder now being read -> the file that holds it."""
        self.written: dict[str, dict[str, Any]] = {}
        """Rule -> its values as read, for a rule that extends it."""
        self.faulty: set[str] = set()
        """Rules and concepts ("begrip x") in which a fault was found that their own schema does not see."""
        self.broken: set[str] = set()
        self.is_without_rules = False
        self.digest = hashlib.sha256()

    def leave_out_the_faulty(self) -> None:
        """Take away what is faulty; what built on it is found at the next check, once."""
        for name in self.faulty:
            self.concepts.pop(name.removeprefix("begrip "), None)
            if self.rules.pop(name, None) is not None:
                self.broken.add(name)
        self.faulty = set()


def _read_folder(folder: Path, shown: str, collected: _Collected) -> None:
    paths = sorted(folder.rglob("*.yaml")) if folder.is_dir() else []
    collected.owners.clear()
    if not paths:
        fix = "Noem een map met regels, zoals de map rules van Beleidstoets."
        collected.problems.append(BeleidstoetsError("In deze map staan geen regels.", where=folder.name, fix=fix))
        collected.is_without_rules = True
    extensions: list[YamlFile] = []
    for path in paths:
        relative = path.relative_to(folder).as_posix()
        source = f"{shown}/{relative}"
        try:
            content = path.read_bytes()
            collected.digest.update(relative.encode() + b"\0" + content)
            file = read_yaml(content.decode("utf-8-sig"), source)
        except RulebookError as error:
            collected.problems.extend(error.problems)
            _leave_out(path, collected)
            continue
        except UnicodeDecodeError:
            fix = "Bewaar het bestand als UTF-8."
            collected.problems.append(BeleidstoetsError("Dit bestand is geen UTF-8.", where=source, fix=fix))
            _leave_out(path, collected)
            continue
        if isinstance(file.values, dict) and dutch("extends") in file.values:
            extensions.append(file)
        elif _RULE_FILE.match(path.name):
            _read_rule(file, path.stem, collected)
        else:
            _read_shared(file, relative, collected)
    for file in extensions:
        _extend_rule(file, collected)


def _leave_out(path: Path, collected: _Collected) -> None:
    """A rule whose file cannot be read is left out, also where an earlier folder has one of that name."""
    if _RULE_FILE.match(path.name):
        collected.broken.add(path.stem)
        collected.rules.pop(path.stem, None)


def _extend_rule(file: YamlFile, collected: _Collected) -> None:
    """`breidt_uit`: a rule of ours with other values and more exceptions. A faulty one leaves ours as it was."""
    entry = _validate(file, (), file.values, ExtensionFile, collected)
    if entry is None:
        return
    if entry.extends not in collected.written:
        what = f'De regel "{entry.extends}" bestaat niet.'
        fix = suggest(entry.extends, list(collected.written))
        place = file.place((dutch("extends"),))
        collected.problems.append(BeleidstoetsError(what, where=place, fix=fix))
        return
    values = extended(collected.written[entry.extends], file.values)
    whole = _validate(YamlFile(file.source, values, file.lines), (), values, RuleFile, collected)
    if whole is not None:
        collected.files[whole.id] = file
        collected.written[whole.id] = values
        collected.rules[whole.id] = build_rule(whole, file.source)  # lines of the joined lists are not known


def _read_rule(file: YamlFile, stem: str, collected: _Collected) -> None:
    entry = _validate(file, (), file.values or {}, RuleFile, collected)
    if entry is None:
        collected.broken.add(stem)
        collected.rules.pop(stem, None)
        return
    if entry.id != stem:
        fix = f"Noem het bestand {entry.id}.yaml, of de regel {stem}."
        what = f'De regel heet "{entry.id}", maar het bestand heet anders.'
        collected.problems.append(BeleidstoetsError(what, where=file.place(("regel",)), fix=fix))
        collected.broken.add(stem)
        return
    for path, what, fix in keys_of_another_kind(entry):
        collected.faulty.add(entry.id)
        collected.problems.append(BeleidstoetsError(what, where=file.place(path), fix=fix))
    _claim(f"De regel {entry.id}", file, ("regel",), collected)
    collected.files[entry.id] = file
    collected.written[entry.id] = file.values
    collected.rules[entry.id] = build_rule(entry, file.source, file.lines)


def _read_shared(file: YamlFile, relative: str, collected: _Collected) -> None:
    values = file.values
    if not isinstance(values, dict):
        fix = "Een gedeeld bestand bevat namen met daaronder hun inhoud."
        collected.problems.append(BeleidstoetsError("Dit bestand heeft geen sleutels.", where=file.source, fix=fix))
        return
    if relative == "vragen.yaml":
        for key, value in values.items():
            _read_question(file, key, value, collected)
        return
    readers: list[tuple[Callable[[str], bool], Callable[[YamlFile, str, Any, _Collected], None]]] = [
        (lambda path: path == "wetten.yaml", _read_law),
        (lambda path: path.startswith("begrippen/"), _read_concept),
        (lambda path: path.startswith("parameters/"), _read_parameter),
    ]
    reader = next((read for fits, read in readers if fits(relative)), None)
    if reader is None:
        fix = "Regels heten zoals SAN-004.yaml; de rest staat in begrippen/, parameters/ of wetten.yaml."
        collected.problems.append(BeleidstoetsError("Dit bestand hoort hier niet.", where=file.source, fix=fix))
        return
    for key, value in values.items():
        reader(file, key, value, collected)


def _read_question(file: YamlFile, key: str, value: Any, collected: _Collected) -> None:
    if key not in FACT_NAMES:
        what = f'Het feit "{key}" bestaat niet.'
        fix = suggest(key, list(FACT_NAMES))
        collected.problems.append(BeleidstoetsError(what, where=file.place((key,)), fix=fix))
    elif not isinstance(value, str) or not value.strip():
        what, fix = f'Bij het feit "{key}" staat geen vraag.', "Schrijf de vraag achter de dubbele punt."
        collected.problems.append(BeleidstoetsError(what, where=file.place((key,)), fix=fix))
    else:
        collected.questions[key] = value


def _read_law(file: YamlFile, key: str, value: Any, collected: _Collected) -> None:
    if entry := _validate(file, (key,), value, LawEntry, collected):
        dates = (entry.valid_from, entry.valid_through)
        changes = tuple(LawChange(change.on, change.article, change.what, change.reviewed) for change in entry.changes)
        collected.laws[key] = Law(key, entry.name, entry.source, *dates, entry.url, entry.designations, changes)


def _read_concept(file: YamlFile, key: str, value: Any, collected: _Collected) -> None:
    entry = _validate(file, (key,), value, ConceptEntry, collected)
    if entry is None:
        return
    for position, term in enumerate(entry.terms):
        try:
            parse_term(term)
        except ValueError as error:
            place = file.place((key, "termen", position))
            collected.faulty.add(f"begrip {key}")
            fix = "Zie de notatie van termen in rules/LEESMIJ.md."
            collected.problems.append(
                BeleidstoetsError(f'De term "{term}" is niet te lezen: {error}.', where=place, fix=fix)
            )
    _claim(f'Het begrip "{key}"', file, (key,), collected)
    collected.files[f"begrip {key}"] = file
    collected.concepts[key] = Concept(key, entry.meaning, entry.terms, entry.concepts, file.source)


def _read_parameter(file: YamlFile, key: str, value: Any, collected: _Collected) -> None:
    entry = _validate(file, (key,), value, ParameterEntry, collected)
    if entry is None:
        return
    theme = Path(file.source).stem
    dated = tuple(sorted((day, held.value) for day, held in entry.dated_values.items()))
    collected.parameters[f"{theme}.{key}"] = Parameter(f"{theme}.{key}", entry.meaning, entry.unit, dated)


def _claim(what: str, file: YamlFile, path: tuple[str, ...], collected: _Collected) -> None:
    """Add a problem when another file of the same folder holds this name; a later folder may replace it."""
    owner = collected.owners.setdefault(what, file.source)
    if owner != file.source:
        fix = "Voeg de twee samen, of haal er een weg."
        problem = BeleidstoetsError(f"{what} staat ook in {owner}.", where=file.place(path), fix=fix)
        collected.problems.append(problem)


def _validate(
    file: YamlFile, path: tuple[str, ...], value: Any, model: type[_Entry], collected: _Collected
) -> _Entry | None:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        collected.problems.extend(explain_validation(error, file, path, model))
        return None
