"""Short makers of rules, clauses and tagged documents, so that expected values fit on a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from checker.model import (
    Amount,
    Block,
    BlockKind,
    Certainty,
    Clause,
    Concept,
    Context,
    Document,
    Judgement,
    Kind,
    Law,
    LegalBasis,
    Mention,
    Parameter,
    Pattern,
    PolicyType,
    Rule,
    Rulebook,
    RuleTexts,
    Severity,
    TaggedDocument,
)
from checker.rulebook.organisation import make_context

TODAY = dt.date(2026, 11, 24)
LAW = Law("WET", "Testwet", "BWBR0000001", dt.date(2000, 1, 1))


def rule(
    rule_id: str,
    kind: Kind,
    patterns: Sequence[Pattern],
    *,
    since: dt.date = dt.date(2000, 1, 1),
    through: dt.date | None = None,
    **fields: Any,
) -> Rule:
    """A rule with sound texts and one legal basis."""
    given: dict[str, Any] = {
        "title": f"Titel van {rule_id}",
        "severity": Severity.HIGH,
        "severity_reason": "reden",
        "certainty": Certainty.HIGH,
        "judgement": Judgement.RISK,
        "status": "concept",
        "policy_types": tuple(PolicyType),
        "facts": (),
        "conditions": (),
        "exceptions": (),
        "variants": (),
        "legal_basis": (LegalBasis("WET", "1", "", "Zegt iets over het onderwerp.", since, through),),
        "texts": RuleTexts("Melding.", "Waarom.", "Advies."),
        "examples": (),
    }
    return Rule(id=rule_id, kind=kind, patterns=tuple(patterns), **{**given, **fields})


def rulebook(rules: Iterable[Rule], concepts: Iterable[str] = (), parameters: Iterable[Parameter] = ()) -> Rulebook:
    """A rulebook with one law; each concept's only term is its own name."""
    return Rulebook(
        version="test",
        rules={item.id: item for item in rules},
        concepts={name: Concept(name, "betekenis", (name,)) for name in concepts},
        parameters={item.id: item for item in parameters},
        laws={"WET": LAW},
        questions={"medezeggenschap": "Is er een OR?"},
    )


def tagged(
    clauses: Sequence[Clause], mentions: Sequence[Mention] = (), amounts: Sequence[Amount] = ()
) -> TaggedDocument:
    """A tagged document whose clauses are "Zin 0.", "Zin 1.", each a block of its own."""
    pieces = [f"Zin {number}." for number in range(len(clauses))]
    text = "\n\n".join(pieces)
    blocks, start = [], 0
    for piece in pieces:
        blocks.append(Block(BlockKind.BODY, start, start + len(piece)))
        start += len(piece) + 2
    document = Document("proef.md", "proef.md", "0" * 64, "text/markdown", text, tuple(blocks))
    return TaggedDocument(document, tuple(clauses), tuple(mentions), tuple(amounts), "test 0")


def context(policy_type: PolicyType | None = PolicyType.SOCIAL_MEDIA, day: dt.date = TODAY, **facts: Any) -> Context:
    """A context on `day` with the facts given; the rest is unknown or assumed."""
    return make_context(facts, reference_date=day, policy_type=policy_type)
