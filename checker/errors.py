"""Errors for people: each says what is wrong, where, and how to mend it, in Dutch.

A message never holds text of a policy. The command line prints the three parts and no traceback.
"""

from __future__ import annotations


class BeleidstoetsError(Exception):
    """Something a user can mend."""

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", fix: str = "") -> None:
        self.what = what
        self.where = where
        self.fix = fix
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where} — " if self.where else ""
        return f"{place}{self.what}" + (f" {self.fix}" if self.fix else "")


class UsageError(BeleidstoetsError):
    """Wrong use of the command line, of a profile or of a configuration file."""


class MissingFileError(UsageError):
    """A named file or folder that is not there."""


class NothingToCheckError(BeleidstoetsError):
    """No file of a kind that can be read was found."""

    exit_code = 3


class DocumentError(BeleidstoetsError):
    """A document that cannot be assessed; the other files of the run go on."""

    exit_code = 4


class RulebookError(BeleidstoetsError):
    """One or more faults in the rule files; `problems` holds each, all of a folder at once."""

    def __init__(self, problems: tuple[BeleidstoetsError, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class EngineError(BeleidstoetsError):
    """The rule engine failed inside; a fault of ours, never of the document."""
