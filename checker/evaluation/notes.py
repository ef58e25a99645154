"""What an annotator may type about the clauses of one document: pydantic, with the Dutch keys of the agreement."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from checker.model import Actor, Flag, Force

NO_LAW = "?"
"""Written for a law that the registry does not know; the program then leaves `Reference.law` empty."""

LAWS = frozenset(
    "AVG UAVG Wbp WPR WOR BW BW6 BW7 GW EVRM HANDVEST WBK WHK KLR AW17 AW1929 WNRA ARAR BARP CARUWO AUW SR SV ARBOW "
    "ARBOB ATW AIV AWB AWGB WOO WOB TW WVP WMS WFW AOW WGBO WBSN CAO ECLI ?".split()
)
"""Ids that the agreement for annotators (corpora/clauses/LEESMIJ.md) names; those of `rules/wetten.yaml` count too."""


def _as_list(value: Any) -> Any:
    """A single word is a list of one; a key without a value is an empty list."""
    if isinstance(value, str):
        return [value] if value else []
    return value


Words = Annotated[tuple[str, ...], BeforeValidator(_as_list)]


class _Typed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ReferenceNote(_Typed):
    text: str = Field(alias="tekst", min_length=1)
    law: str = Field(alias="wet", min_length=1)
    article: str = Field(alias="artikel", default="")
    member: str = Field(alias="lid", default="")
    part: str = Field(alias="onderdeel", default="")


class ClauseNote(_Typed):
    text: str = Field(alias="tekst", min_length=1)
    force: Force | None = Field(alias="strekking", default=None)
    actor: Actor | None = Field(alias="actor", default=None)
    negated: Words = Field(alias="ontkend", default=())
    excepted: Words = Field(alias="uitgezonderd", default=())
    holding: Words = Field(alias="geldt", default=())
    flags: Annotated[tuple[Flag, ...], BeforeValidator(_as_list)] = Field(alias="kenmerken", default=())
    references: Annotated[tuple[ReferenceNote, ...], BeforeValidator(_as_list)] = Field(
        alias="verwijzingen", default=()
    )
    remark: str = Field(alias="opmerking", default="")


class ClauseNotes(BaseModel):
    """One notities.yaml. Keys about the document as a whole ("register") are for people and not looked at."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    clauses: tuple[ClauseNote, ...] = Field(alias="bepalingen", min_length=1)
