"""Which kind of policy a document is, from what its title and headings say and what it keeps talking about."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from checker.model import POLICY_TYPE_NAMES, BlockKind, Context, PolicyType, TaggedDocument

_TITLE_WEIGHT = 12
_HEADING_WEIGHT = 3
_LEAST = 3
"""Fewer points than this is no ground to decide on."""


def recognise_policy_type(tagged: TaggedDocument, context: Context) -> Context:
    """`context` with a policy type and, in Dutch, how it came to be known; None when the text does not tell.

    The concepts `soort_<TYPE>` of the rulebook count: in the title most, in a heading more, in a clause once.
    """
    if context.policy_type is not None:
        return replace(context, policy_type_reason=context.policy_type_reason or "opgegeven door de gebruiker")
    points: Counter[PolicyType] = Counter()
    in_title: dict[PolicyType, str] = {}
    first_heading = next((c.index for c in tagged.clauses if _is_heading(tagged, c.block)), 0)
    for mention in tagged.mentions:
        if not mention.concept.startswith("soort_"):
            continue
        kind = PolicyType(mention.concept.removeprefix("soort_"))
        if mention.clause <= first_heading or mention.clause == 0:
            points[kind] += _TITLE_WEIGHT
            in_title[kind] = tagged.document.text[mention.start : mention.end]
        else:
            points[kind] += _HEADING_WEIGHT if _is_heading(tagged, tagged.clauses[mention.clause].block) else 1
    if not points or points.most_common(1)[0][1] < _LEAST:
        return replace(context, policy_type_reason="niet herkend: de tekst noemt geen onderwerp vaak genoeg")
    best = max(PolicyType, key=lambda kind: points[kind])
    where = f'de titel noemt "{in_title[best]}"' if best in in_title else "het onderwerp komt het vaakst voor"
    reason = f"herkend als {POLICY_TYPE_NAMES[best]}: {where}"
    return replace(context, policy_type=best, policy_type_reason=reason)


def _is_heading(tagged: TaggedDocument, block: int) -> bool:
    return tagged.document.blocks[block].kind is BlockKind.HEADING
