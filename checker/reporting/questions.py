"""Gathers the rules that wait for an answer, so that each question is asked once."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Verdict
from checker.reporting.presenting import ShownDocument, ShownRule


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    text: str
    rules: tuple[ShownRule, ...]
    """The rules whose outcome hangs on the answer, in the order of the report."""


def questions_of(shown: ShownDocument) -> tuple[ShownQuestion, ...]:
    """Return the open questions of a document, in the order in which the rules ask them.

    A rule asks all its questions; one without questions shows its reason.
    """
    asked: dict[str, list[ShownRule]] = {}
    for rule in shown.rules(Verdict.DEPENDS):
        for question in dict.fromkeys(rule.questions or (rule.reason,)):
            asked.setdefault(question, []).append(rule)
    return tuple(ShownQuestion(text, tuple(rules)) for text, rules in asked.items())
