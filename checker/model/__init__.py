"""Every type that crosses a folder border.

Frozen and slotted; standard library only. Offsets are characters into `Document.text`, half-open;
pages count from 1, everything else from 0. English member names, Dutch values as in the YAML.
"""

from checker.model.closed_lists import (
    POLICY_TYPE_NAMES,
    SILENT_FLAGS,
    Actor,
    BlockKind,
    Bound,
    Certainty,
    Flag,
    Force,
    Judgement,
    Kind,
    PolicyType,
    Severity,
    Verdict,
)
from checker.model.documents import Block, Document, ExtractionWarning
from checker.model.reports import Audit, Citation, Finding, Location, Outcome, Report, Versions
from checker.model.rules import (
    Concept,
    Context,
    Example,
    FactTest,
    Law,
    LegalBasis,
    Parameter,
    Pattern,
    Rule,
    Rulebook,
    RuleException,
    RuleTexts,
    Variant,
)
from checker.model.tags import Amount, Clause, Match, Mention, Reference, TaggedDocument

__all__ = [
    "POLICY_TYPE_NAMES",
    "SILENT_FLAGS",
    "Actor",
    "Amount",
    "Audit",
    "Block",
    "BlockKind",
    "Bound",
    "Certainty",
    "Citation",
    "Clause",
    "Concept",
    "Context",
    "Document",
    "Example",
    "ExtractionWarning",
    "FactTest",
    "Finding",
    "Flag",
    "Force",
    "Judgement",
    "Kind",
    "Law",
    "LegalBasis",
    "Location",
    "Match",
    "Mention",
    "Outcome",
    "Parameter",
    "Pattern",
    "PolicyType",
    "Reference",
    "Report",
    "Rule",
    "RuleException",
    "RuleTexts",
    "Rulebook",
    "Severity",
    "TaggedDocument",
    "Variant",
    "Verdict",
    "Versions",
]
