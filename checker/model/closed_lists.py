"""Closed lists: English members, Dutch values as in the YAML."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class BlockKind(StrEnum):
    HEADING = "heading"
    BODY = "body"
    ITEM = "item"
    CELL = "cell"
    NOTE = "note"
    HEADER = "header"
    FOOTER = "footer"


class Kind(StrEnum):
    """What sort of gap a rule looks for (`soort`)."""

    MISSING = "ontbreekt"
    RISKY = "riskant"
    INCONSISTENT = "tegenstrijdig"


class Severity(StrEnum):
    """How bad it is if it is true (`ernst`); the lawyer's field."""

    HIGH = "hoog"
    MEDIUM = "midden"
    LOW = "laag"


class Certainty(StrEnum):
    """How often the rule is right when it speaks (`zekerheid`); the tester's field."""

    HIGH = "hoog"
    MEDIUM = "midden"
    LOW = "laag"


class Judgement(StrEnum):
    """The obligatory wording of a finding (`oordeel`); only `CONFLICT` may say "in strijd met"."""

    CONFLICT = "strijd"
    PROBABLE_CONFLICT = "waarschijnlijk_strijd"
    RISK = "risico"
    ASSESSMENT = "beoordeling"
    MISSING = "ontbreekt"
    RECOMMENDED = "aanbevolen"
    EDITORIAL = "redactie"


class Verdict(StrEnum):
    SATISFIED = "voldoet"
    MISSING = "ontbreekt"
    RISK = "risico"
    INCONSISTENT = "tegenstrijdig"
    NOT_APPLICABLE = "niet_van_toepassing"
    DEPENDS = "hangt_af_van"
    NOT_ASSESSABLE = "niet_te_beoordelen"


class Force(StrEnum):
    """The one main modality of a clause (`strekking`)."""

    SANCTION = "sanctie"
    PROHIBITION = "verbod"
    DUTY = "plicht"
    ADVICE = "advies"
    RIGHT = "recht"
    POWER = "mag"
    PROMISE = "belofte"
    DEFINITION = "definitie"
    PURPOSE = "doel"
    FACT = "feit"


class Actor(StrEnum):
    """Who a clause binds or empowers."""

    EMPLOYEE = "werknemer"
    EMPLOYER = "werkgever"
    MANAGER = "leidinggevende"
    HR = "hr"
    WORKS_COUNCIL = "ondernemingsraad"
    CONFIDANT = "vertrouwenspersoon"
    UNION = "vakbond"
    EXTERNAL = "externe"
    DATA_SUBJECT = "betrokkene"
    AUTHORITY = "overheid"
    UNKNOWN = "onbekend"


class Bound(StrEnum):
    """How an amount limits: "ten hoogste", "ten minste", "binnen", "na" or none of these."""

    EXACT = "precies"
    AT_MOST = "hoogstens"
    AT_LEAST = "minstens"
    WITHIN = "binnen"
    AFTER = "na"


class Flag(StrEnum):
    """Why a clause is silent, or what GOV rules look for in it (`kenmerk`)."""

    HEADING = "kop"
    CONTENTS = "inhoudsopgave"
    DEFINITION = "begripsbepaling"
    QUOTATION = "citaat"
    BAD_EXAMPLE = "fout_voorbeeld"
    WRAPPER = "omlijsting"
    HISTORY = "historie"
    QUESTION = "vraag"
    FORM_FIELD = "formulierveld"
    PLACEHOLDER = "invulveld"
    MARKUP_RESIDUE = "opmaakrest"


SILENT_FLAGS = frozenset(Flag) - {Flag.PLACEHOLDER, Flag.MARKUP_RESIDUE}
"""A clause with one of these never triggers a risky rule and never satisfies a missing one."""


class Pointer(StrEnum):
    """What a clause refers to that is no longer, or not, there (`met_verwijzing`)."""

    REPEALED_LAW = "vervallen_wet"
    MISSING_ARTICLE = "ontbrekend_artikel"
    MISSING_ANNEX = "ontbrekende_bijlage"
    MISSING_DOCUMENT = "ontbrekend_stuk"


class PolicyType(StrEnum):
    SOCIAL_MEDIA = "SMB"
    ICT = "ICT"
    MONITORING = "MON"
    CONDUCT = "GED"
    AI = "AI"
    OWN_DEVICE = "BYOD"
    CAMERA = "CAM"
    HOME_WORK = "THW"


POLICY_TYPE_NAMES: Mapping[PolicyType, str] = {
    PolicyType.SOCIAL_MEDIA: "sociaal-mediabeleid",
    PolicyType.ICT: "internet-, e-mail- en ICT-gebruik",
    PolicyType.MONITORING: "monitoring, personeelscontrole en onderzoek",
    PolicyType.CONDUCT: "gedragscode en integriteit",
    PolicyType.AI: "gebruik van AI",
    PolicyType.OWN_DEVICE: "eigen apparaten",
    PolicyType.CAMERA: "cameratoezicht",
    PolicyType.HOME_WORK: "thuis- en hybride werken",
}
