"""Every error -> Dutch lines for a person and an exit code. Never a traceback, never text of a policy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from checker.cli.console import write_error
from checker.errors import BeleidstoetsError, RulebookError

WRONG_USE = 2

_QUOTED = re.compile(r"'([^']*)'")


def exit_code_for(error: Exception) -> int:
    """Write what went wrong and return the exit code that goes with it."""
    if isinstance(error, BeleidstoetsError):
        complain(error)
        return error.exit_code
    if _is_usage_error(error):
        write_error(_usage_text(error))
        return WRONG_USE
    write_error(
        f"Fout: er ging iets mis in Beleidstoets zelf ({type(error).__name__}). "
        "Herhaal de opdracht met --debug en meld wat u dan ziet bij de makers."
    )
    return WRONG_USE


def complain(error: BeleidstoetsError) -> None:
    """Write an error; of a rulebook every problem on its own line."""
    problems = error.problems if isinstance(error, RulebookError) else (error,)
    if len(problems) == 1:
        write_error(f"Fout: {problems[0]}")
        return
    write_error(f"Fout: er zijn {len(problems)} problemen.")
    for problem in problems:
        write_error(f"  {problem}")


def complain_of_rules(error: RulebookError, left_out: Sequence[str]) -> None:
    """Write every fault in the rule files, and which rules do not speak because of them."""
    complain(error)
    if left_out:
        write_error(f"  Deze regels doen niet mee: {', '.join(left_out)}. De andere regels wel.")


def _is_usage_error(error: Exception) -> bool:
    """Typer carries its own copy of click since 0.2x, so the class is known by its name."""
    names = {kind.__name__ for kind in type(error).__mro__}
    return bool(names & {"ClickException", "TyperException", "Abort"})


def _usage_text(error: Any) -> str:
    """A complaint of typer in Dutch; its help when there were no arguments at all."""
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return str(error.message)
    context = getattr(error, "ctx", None)
    hint = f"\nZie: {context.command_path} --help" if context is not None else ""
    return f"Fout: {_complaint(kind, error)}{hint}"


def _complaint(kind: str, error: Any) -> str:
    message = str(getattr(error, "message", "") or "")
    quoted = _QUOTED.findall(message)
    if kind == "NoSuchOption":
        near = ", ".join(sorted(getattr(error, "possibilities", None) or ()))
        return f"De optie {error.option_name} bestaat niet." + (f" Bedoelde u {near}?" if near else "")
    if kind == "MissingParameter":
        param = error.param
        name = getattr(param, "metavar", None) or getattr(param, "name", "") or "een waarde"
        return f"Er ontbreekt een argument: {str(name).rstrip('.')}."
    if message.startswith("No such command") and quoted:
        near = " of ".join(quoted[1:])
        return f'De opdracht "{quoted[0]}" bestaat niet.' + (f" Bedoelde u {near}?" if near else "")
    if message.startswith("Missing command"):
        return "Noem een opdracht."
    if kind == "BadOptionUsage":
        if "does not take a value" in message:
            return f"Bij de optie {error.option_name} hoort geen waarde."
        return f"Bij de optie {error.option_name} hoort een waarde."
    if "unexpected extra argument" in message:
        extra = message[message.find("(") :] if "(" in message else ""
        found = re.search(r"\(([^()]*)\)$", extra)
        return f"Dit argument is te veel: {found.group(1)}." if found else "Er staat een argument te veel."
    if kind == "BadParameter" and getattr(error, "param", None) is not None:
        return f"De waarde van {'/'.join(error.param.opts)} klopt niet."
    return f"De opdracht klopt niet ({message})."
