"""A rule of an office's own pack that changes one of ours without copying it (`breidt_uit`)."""

from __future__ import annotations

import copy
from typing import Annotated, Any

from pydantic import Field

from checker.model import Certainty, Judgement, Severity
from checker.rulebook.schema import (
    ChangeEntry,
    ExampleEntry,
    ExceptionEntry,
    FileModel,
    LegalBasisEntry,
    VariantEntry,
)
from checker.rulebook.vocabulary import dutch

Sentence = Annotated[str, Field(min_length=10)]


class OtherTexts(FileModel):
    """The sentences of a finding that differ; the others stay."""

    message: Sentence = ""
    why: Sentence = ""
    advice: Sentence = ""
    suggestion: str = ""


class MoreExamples(FileModel):
    must_report: tuple[ExampleEntry, ...] = ()
    must_not_report: tuple[ExampleEntry, ...] = ()


class ExtensionFile(FileModel):
    """What a file with `breidt_uit` may hold: single values replace ours, lists come behind ours."""

    extends: str = Field(pattern=r"^[A-Z]{2,4}-\d{3}$")
    severity: Severity | None = None
    severity_reason: str = ""
    certainty: Certainty | None = None
    judgement: Judgement | None = None
    status: str = ""
    disputed: str = ""
    texts: OtherTexts = OtherTexts()
    exceptions: tuple[ExceptionEntry, ...] = ()
    variants: tuple[VariantEntry, ...] = ()
    legal_basis: tuple[LegalBasisEntry, ...] = ()
    examples: MoreExamples = MoreExamples()
    history: tuple[ChangeEntry, ...] = Field(min_length=1)


def extended(base: dict[str, Any], extension: dict[str, Any]) -> dict[str, Any]:
    """The values of a rule file with those of an extension over them.

    `base` and `extension` are as read from YAML; neither is changed. Values replace, groups merge, lists are joined.
    """
    merged = copy.deepcopy(base)
    for key, value in extension.items():
        if key == dutch("extends"):
            continue
        held = merged.get(key)
        if isinstance(value, list) and isinstance(held, list):
            merged[key] = [*held, *value]
        elif isinstance(value, dict) and isinstance(held, dict):
            merged[key] = extended(held, value)
        else:
            merged[key] = copy.deepcopy(value)
    return merged
