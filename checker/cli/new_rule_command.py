"""`beleidstoets rules new`: asks what a rule needs and writes its files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.choosing import choose, read_date
from checker.cli.console import write_output
from checker.cli.options import RuleFolders
from checker.cli.preparing import load_rules, today
from checker.errors import BeleidstoetsError, UsageError
from checker.model import Judgement, Kind, Rulebook, Severity

if TYPE_CHECKING:
    from checker.rulebook.drafting import RuleAnswers

_THEME = re.compile(r"[A-Z]{2,4}")


def new_rule(
    *,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="MAP", help="Map met uw eigen regels; die wordt zo nodig gemaakt.")
    ] = "eigen-regels",
    rules: RuleFolders = None,
) -> None:
    """Maak een nieuwe regel: beantwoord de vragen, dan komen er een regelbestand en een begrip met uw termen."""
    from checker.rulebook.drafting import draft_files, next_id

    folder = Path(output)
    rulebook = load_rules([*(rules or ()), *([output] if folder.is_dir() and any(folder.rglob("*.yaml")) else [])])
    answers = _ask(rulebook)
    rule_id = next_id(answers.theme, [*rulebook.rules, *(path.stem for path in folder.rglob("*.yaml"))])
    for name, text in draft_files(rule_id, answers).items():
        path = folder / name
        if path.exists():
            raise UsageError("Dit bestand bestaat al.", where=path.as_posix(), fix="Kies met --output een andere map.")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            fix = "Kies met --output een map waarin u mag schrijven."
            raise UsageError("Dit bestand kan niet worden geschreven.", where=path.as_posix(), fix=fix) from error
        write_output(f"Geschreven: {path.as_posix()}\n")
    write_output(f"Bewijs de regel met: beleidstoets rules test {rule_id} --rules {folder.as_posix()}\n")


def _ask(rulebook: Rulebook) -> RuleAnswers:
    from checker.rulebook.drafting import RuleAnswers

    return RuleAnswers(
        theme=_text("Thema, twee tot vier letters (SAN, AVG, ...)", _theme),
        kind=Kind(_text("Soort (ontbreekt, riskant, tegenstrijdig)", _one_of(Kind))),
        title=_text("Titel"),
        severity=_text("Ernst (hoog, midden, laag)", _one_of(Severity)),
        severity_reason=_text("Waarom deze ernst"),
        judgement=_text(f"Oordeel ({', '.join(Judgement)})", _one_of(Judgement)),
        law=_text("Wet, zoals in wetten.yaml (AVG, BW7, WOR, ...)", _one_of(rulebook.laws)),
        article=_text("Artikel"),
        says=_text("Wat het artikel zegt, in eigen woorden", _sentence),
        valid_from=read_date("geldig vanaf", _text("Geldig vanaf (jjjj-mm-dd)", _date)),
        message=_text("Melding in het rapport", _sentence),
        why=_text("Waarom dat een gebrek is", _sentence),
        advice=_text("Advies", _sentence),
        suggestion=_text("Tekstvoorstel (mag leeg zijn)", may_be_empty=True),
        terms=_many("Term waaraan de regel een bepaling herkent", 1),
        must_report=_many("Zin die de regel moet melden", 2),
        must_not_report=_many("Zin die erop lijkt en niet gemeld mag worden", 2),
        author=_text("Uw naam of functie"),
        today=today(),
    )


def _text(question: str, read: Callable[[str], str] = str, *, may_be_empty: bool = False) -> str:
    """The answer, asked again until it can be used."""
    while True:
        answer = str(typer.prompt(question, default="" if may_be_empty else None, show_default=False)).strip()
        try:
            return read(answer)
        except BeleidstoetsError as error:
            write_output(f"{error}\n")


def _many(question: str, least: int) -> list[str]:
    """At least so many answers; an empty one ends the list."""
    answers: list[str] = []
    while True:
        answer = _text(f"{question} {len(answers) + 1}", may_be_empty=len(answers) >= least)
        if not answer:
            return answers
        answers.append(answer)


def _one_of(known: Iterable[str]) -> Callable[[str], str]:
    values = tuple(str(value) for value in known)
    return lambda answer: choose("antwoord", answer, values)


def _theme(answer: str) -> str:
    if not _THEME.fullmatch(answer.upper()):
        raise UsageError("Een thema heeft twee tot vier letters.", where="thema", fix="Schrijf bijvoorbeeld SAN.")
    return answer.upper()


def _sentence(answer: str) -> str:
    shortest = 10
    if len(answer) < shortest:
        raise UsageError("Dit is te kort.", where="antwoord", fix="Schrijf een hele zin.")
    return answer


def _date(answer: str) -> str:
    read_date("geldig vanaf", answer)
    return answer
