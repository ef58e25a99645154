"""The Dutch words of the rule files and their English field names: here and nowhere else.

Legal terms stay Dutch in data; code reads English. A new sentence form is one entry here, one
function in `engine/compiling.py` and one test.
"""

from __future__ import annotations

from collections.abc import Mapping

DUTCH: Mapping[str, str] = {
    # rule
    "id": "regel",
    "extends": "breidt_uit",
    "title": "titel",
    "kind": "soort",
    "severity": "ernst",
    "severity_reason": "ernst_reden",
    "certainty": "zekerheid",
    "judgement": "oordeel",
    "status": "status",
    "applies_to": "geldt_voor",
    "policy_types": "beleid",
    "organisation": "organisatie",
    "when": "wanneer",
    "exceptions": "behalve",
    "variants": "afwijkend",
    "legal_basis": "grondslag",
    "texts": "bevinding",
    "readers": "gebruiker",
    "disputed": "betwist",
    "examples": "voorbeelden",
    "history": "gewijzigd",
    # fact tests
    "fact": "feit",
    "values": "is",
    "excluded": "is_niet",
    "minimum": "ten_minste",
    "maximum": "ten_hoogste",
    # conditions
    "somewhere": "ergens_staat",
    "nowhere": "nergens_staat",
    "while_document_mentions": "terwijl_het_document_noemt",
    "belongs_under": "hoort_thuis_bij",
    "elsewhere": "mag_ook_staan_in",
    "two_clauses_mention": "twee_bepalingen_noemen",
    "differing": "met_een_verschillende",
    "one_clause": "de_ene_bepaling",
    "other_clause": "de_andere_bepaling",
    # patterns
    "clause_mentions": "een_bepaling_noemt",
    "paragraph_mentions": "een_alinea_noemt",
    "list_mentions": "een_opsomming_noemt",
    "section_mentions": "een_paragraaf_noemt",
    "at_least": "noemt_ten_minste",
    "count": "aantal",
    "any_of": "van",
    "forces": "met_strekking",
    "actors": "met_actor",
    "flags": "met_kenmerk",
    "reported_by": "waarover_meldt",
    "pointers": "met_verwijzing",
    "unexplained": "noemt_zonder_uitleg",
    "depends_on": "hangt_af_van",
    "for_types": "alleen_bij_beleid",
    "limit_at_most": "met_een_termijn_van_hoogstens",
    "limit_more_than": "met_een_termijn_van_meer_dan",
    "limit_less_than": "met_een_termijn_van_minder_dan",
    # exceptions and variants
    "same_clause_mentions": "dezelfde_bepaling_noemt",
    "same_paragraph_mentions": "dezelfde_alinea_noemt",
    "same_list_mentions": "dezelfde_opsomming_noemt",
    "same_section_mentions": "dezelfde_paragraaf_noemt",
    "document_mentions": "het_document_noemt",
    "because": "omdat",
    "if_organisation": "als_de_organisatie",
    "if_document_mentions": "als_het_document_noemt",
    "if_document_lacks": "als_het_document_niet_noemt",
    # legal basis
    "law": "wet",
    "article": "artikel",
    "member": "lid",
    "part": "onderdeel",
    "says": "zegt",
    "valid_from": "geldig_vanaf",
    "valid_through": "geldig_tot_en_met",
    "reviewed": "nagezien",
    "on": "op",
    "how": "hoe",
    "by": "door",
    "what": "wat",
    # texts
    "message": "melding",
    "why": "waarom",
    "advice": "advies",
    "suggestion": "tekstvoorstel",
    # examples
    "must_report": "moet_melden",
    "must_not_report": "mag_niet_melden",
    "beside_each": "bij_elk_voorbeeld",
    "text": "tekst",
    "known_miss": "bekend_fout",
    "reference_date": "peildatum",
    "policy_type": "beleid",
    # shared files
    "meaning": "betekenis",
    "terms": "termen",
    "concepts": "begrippen",
    "unit": "eenheid",
    "value": "waarde",
    "dated_values": "waarden",
    "name": "naam",
    "source": "bron",
    "url": "link",
    "designations": "aanduidingen",
    "changes": "wijzigingen",
}
"""English field name -> Dutch key."""

WINDOW_OF: Mapping[str, str] = {
    "clause_mentions": "bepaling",
    "paragraph_mentions": "alinea",
    "list_mentions": "opsomming",
    "section_mentions": "paragraaf",
    "same_clause_mentions": "bepaling",
    "same_paragraph_mentions": "alinea",
    "same_list_mentions": "opsomming",
    "same_section_mentions": "paragraaf",
    "document_mentions": "document",
}
"""Which stretch of text each sentence form looks at."""

LIMITS: Mapping[str, str] = {
    "limit_at_most": "hoogstens",
    "limit_more_than": "meer_dan",
    "limit_less_than": "minder_dan",
}

DURATION_UNITS = frozenset("uur uren dag dagen werkdag werkdagen week weken maand maanden jaar jaren".split())
"""What may follow the number of a limit, or be the unit of a parameter that serves as one."""

FACT_NAMES = (
    "aantal_werkzame_personen",
    "werkgever",
    "sector",
    "cao",
    "cao_regelt",
    "medezeggenschap",
    "or_instemming_gevraagd",
    "monitoring",
    "externen",
    "schriftelijk_wijzigingsbeding",
    "beleid_ingelijfd_in_arbeidsovereenkomst",
    "meldregeling_aanwezig",
    "zusterdocumenten",
    "fase",
)
"""Facts of the organisation, as in the profile."""


def dutch(field_name: str) -> str:
    """The Dutch key of an English field name; the name itself where there is none."""
    return DUTCH.get(field_name, field_name)
