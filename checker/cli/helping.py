"""Dutch help pages and a Dutch answer to every error, for the commands of typer.

Only what typer and click have had for years is used here, so that another version still works.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

from checker.cli.complaining import exit_code_for
from checker.cli.console import write_error

PLAIN_SECTION = "Opties"
_DEBUG = "--debug"
_INTERRUPTED = 130


class DutchCommand(TyperCommand):
    """A command whose help is in Dutch."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        formatter.write_usage(ctx.command_path, _usage(self), prefix="Gebruik: ")

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write_help(self, ctx, formatter)


class DutchGroup(TyperGroup):
    """A group of commands whose help is in Dutch; as the program itself it turns errors into messages and a code."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        formatter.write_usage(ctx.command_path, f"{_usage(self)} OPDRACHT ...", prefix="Gebruik: ")

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write_help(self, ctx, formatter)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - typer's own signature
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002
        **extra: Any,
    ) -> Any:
        given = list(sys.argv[1:] if args is None else args)
        debug, given = _take_debug(given)
        try:
            code = super().main(
                given,
                prog_name,
                complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                **{"obj": {"debug": debug}, **extra},
            )
        except KeyboardInterrupt:
            code = _INTERRUPTED
        except Exception as error:
            if debug:
                raise
            code = exit_code_for(error)
        if code == _INTERRUPTED:
            write_error("Onderbroken. Er is niets half geschreven.")
        if not standalone_mode:
            return code
        sys.exit(code if isinstance(code, int) else 0)


def _take_debug(args: list[str]) -> tuple[bool, list[str]]:
    """Whether the hidden `--debug` stands anywhere before a bare `--`, and the other arguments."""
    end = args.index("--") if "--" in args else len(args)
    kept = [arg for arg in args[:end] if arg != _DEBUG]
    return len(kept) < end, kept + args[end:]


def _usage(command: Any) -> str:
    arguments = [str(param.metavar or param.name) for param in command.params if param.param_type_name == "argument"]
    return " ".join(["[OPTIES]", *arguments])


def _write_help(command: Any, ctx: Any, formatter: Any) -> None:
    command.format_usage(ctx, formatter)
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        formatter.write_paragraph()
        formatter.write_text(paragraph)
    sections: dict[str, list[tuple[str, str]]] = {}
    subcommands = getattr(command, "commands", {})
    if subcommands:
        rows = [(name, inspect.cleandoc(item.help or "").split("\n\n")[0]) for name, item in subcommands.items()]
        sections["Opdrachten"] = [(name, " ".join(text.split())) for name, text in rows]
    for param in command.params:
        if getattr(param, "hidden", False):
            continue
        is_argument = param.param_type_name == "argument"
        section = "Argumenten" if is_argument else getattr(param, "rich_help_panel", None) or PLAIN_SECTION
        sections.setdefault(section, []).append((_names(param), param.help or ""))
    sections.setdefault(PLAIN_SECTION, []).append(("--help", "Toon deze uitleg."))
    for title, rows in sections.items():
        with formatter.section(title):
            formatter.write_dl(rows)


def _names(param: Any) -> str:
    if param.param_type_name == "argument":
        return str(param.metavar or param.name)
    names = ", ".join(sorted((*param.opts, *param.secondary_opts), key=len))
    return names if getattr(param, "is_flag", False) else f"{names} {param.metavar or 'WAARDE'}"
