"""Words what an assessment started from: which document it was, and what kind of policy it was taken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath, PureWindowsPath

from checker.model import POLICY_TYPE_NAMES, Context, Document
from checker.reporting.places import one_line
from checker.reporting.wording import Wording


def type_sentence(context: Context, wording: Wording) -> str:
    """Return one or two whole sentences: as what the document was treated and how that was known.

    A reason of the form "herkend als <soort>: <waaraan>" gives only its second half, for the kind was just named.
    """
    reason = one_line(context.policy_type_reason).rstrip(".")
    what, _, sign = reason.partition(": ")
    if context.policy_type is None:
        if what == wording.label("herkenning", "niet_herkend") and sign:
            return wording.say("niet_herkend_want", reden=sign)
        return " ".join(filter(None, (wording.say("niet_herkend"), as_sentence(reason))))
    kind = POLICY_TYPE_NAMES[context.policy_type]
    if what == f"{wording.label('herkenning', 'herkend_als')} {kind}" and sign:
        return wording.say("behandeld_want", soort=kind, reden=f"{wording.label('herkenning', 'herkend')}: {sign}")
    if reason == wording.label("herkenning", "opgegeven"):
        return wording.say("behandeld_want", soort=kind, reden=reason)
    return f"{wording.say('behandeld', soort=kind)} {as_sentence(reason) or wording.say('soort_reden_onbekend')}"


def as_sentence(text: str) -> str:
    """Return text with a capital and a full stop; an empty text stays empty."""
    line = one_line(text)
    if not line:
        return ""
    return line[:1].upper() + line[1:] + ("" if line.endswith((".", "?", "!")) else ".")


def document_names(documents: Sequence[Document]) -> tuple[str, ...]:
    """Return a name for each document: its own, or its path when another document in the run has the same name.

    Of an absolute path only as many last parts as it takes, for the rest tells about the computer.
    """
    times = Counter(document.name for document in documents)
    return tuple(
        document.name
        if times[document.name] == 1
        else _short_path(document.path, [other.path for other in documents if other.name == document.name])
        for document in documents
    )


def _short_path(path: str, others: Sequence[str]) -> str:
    if not (PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute()):
        return path
    parts = PureWindowsPath(path).parts[1:]
    rest = [PureWindowsPath(other).parts[1:] for other in others if other != path]
    for length in range(1, len(parts)):
        if all(other[-length:] != parts[-length:] for other in rest):
            return "/".join(parts[-length:])
    return "/".join(parts)
