"""What clauses refer to that is not there on the reference date or in this organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Context, Law, OwnReference, Pointer, TaggedDocument
from checker.rulebook.terms import is_same_document

_SORTS = {
    "artikel": Pointer.MISSING_ARTICLE,
    "hoofdstuk": Pointer.MISSING_ARTICLE,
    "paragraaf": Pointer.MISSING_ARTICLE,
    "bijlage": Pointer.MISSING_ANNEX,
    "stuk": Pointer.MISSING_DOCUMENT,
}


def pointers_of(tagged: TaggedDocument, laws: Mapping[str, Law], context: Context) -> Iterator[tuple[int, Pointer]]:
    """Index of the clause and what it refers to in vain; each pair once, in text order.

    A document of the organisation is in vain when the profile names its sister documents (`zusterdocumenten`) and
    this one is not among them; while nobody named any, each is, and the rule must ask (`hangt_af_van`).
    """
    seen: dict[tuple[int, Pointer], None] = {}
    for reference in tagged.references:
        law = laws.get(reference.law)
        if law and law.valid_through and law.valid_through < context.reference_date:
            seen[reference.clause, Pointer.REPEALED_LAW] = None
    for own in tagged.own_references:
        if not own.is_found and not _is_sister(own, context.facts.get("zusterdocumenten")):
            seen[own.clause, _SORTS[own.sort]] = None
    yield from sorted(seen, key=lambda found: (found[0], found[1].value))


def _is_sister(own: OwnReference, known: object) -> bool:
    """Whether the profile names the document: "het Privacyreglement" is "privacy_reglement_2025"."""
    if own.sort != "stuk" or not isinstance(known, Sequence) or isinstance(known, str):
        return False
    return any(is_same_document(name, own.target) for name in known)
