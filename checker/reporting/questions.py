"""Gathers the rules that wait for an answer, so that each question is asked once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Verdict
from checker.reporting.presenting import ShownDocument, ShownRule

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý„“\"])")


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    text: str
    rules: tuple[ShownRule, ...]
    """The rules whose outcome hangs on the answer, in the order of the report."""


def questions_of(shown: ShownDocument) -> tuple[ShownQuestion, ...]:
    """Return the open questions of a document, in the order in which the rules ask them.

    The question is the last sentence of the reason; a reason without one is shown whole.
    """
    asked: dict[str, list[ShownRule]] = {}
    for rule in shown.rules(Verdict.DEPENDS):
        last = _SENTENCE_END.split(rule.reason)[-1]
        asked.setdefault(last if last.endswith("?") else rule.reason, []).append(rule)
    return tuple(ShownQuestion(text, tuple(rules)) for text, rules in asked.items())
