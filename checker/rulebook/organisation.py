"""The organisation profile: what a person typed in YAML or TOML, checked and with the known defaults.

Keys and values are those of `context` in the catalogue. What nobody gave is None (unknown), or the
default that the catalogue names; then it is listed as assumed. Who writes `onbekend` gets no default.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from checker.errors import MissingFileError, RulebookError, UsageError
from checker.model import Context, PolicyType
from checker.rulebook.explaining import explain_validation
from checker.rulebook.vocabulary import FACT_NAMES
from checker.rulebook.yaml_reading import YamlFile, read_yaml

DEFAULTS: Mapping[str, object] = {"werkgever": "privaat", "sector": "algemeen", "fase": "ontwerp"}
"""What is assumed when nobody says otherwise; everything else is unknown."""

MOST_PEOPLE = 2_000_000
NUMBER_FACTS = frozenset({"aantal_werkzame_personen"})
UNKNOWN = "onbekend"

_COUNT = re.compile(r"[0-9]{1,12}|[0-9]{1,3}(\.[0-9]{3}){1,3}")


def parse_count(written: str) -> int | None:
    """The whole number that was written: "120" or "1.200", with dots between thousands only; else None."""
    return int(written.replace(".", "")) if _COUNT.fullmatch(written) else None


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and value.strip().lower() in ("", "null", "~"))


def _yes_no(value: Any) -> Any:
    """TOML has true and false; YAML gives them as text."""
    return {"true": "ja", "false": "nee"}.get(str(value).strip().lower(), value)


def _count(value: Any) -> Any:
    number = parse_count(value.strip().removeprefix("-")) if isinstance(value, str) else value
    if number is None or isinstance(number, bool):
        raise PydanticCustomError("int_form", "geen geheel getal")
    return -number if isinstance(value, str) and value.strip().startswith("-") else number


Count = Annotated[int, Field(ge=0, le=MOST_PEOPLE), BeforeValidator(_count)]
Answer = Annotated[Literal["ja", "nee", "onbekend"], BeforeValidator(_yes_no)]


class Organisation(BaseModel):
    """The facts of the profile, under their Dutch names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    aantal_werkzame_personen: Count | None = None
    werkgever: (
        Literal["privaat", "overheid_AW2017", "overheid_uitgezonderd", "onderwijs_bijzonder", "onbekend"] | None
    ) = None
    sector: (
        Literal[
            "algemeen",
            "zorg",
            "onderwijs",
            "hoger_onderwijs",
            "financieel",
            "media",
            "politiek_of_levensbeschouwelijk",
            "beursgenoteerd",
            "uitzend",
            "kritieke_infrastructuur",
            "onbekend",
        ]
        | None
    ) = None
    cao: str | None = None
    cao_regelt: (
        tuple[
            Literal[
                "disciplinaire_straffen",
                "schorsing_zonder_loon",
                "nevenwerk",
                "personeelsvolgsysteem",
                "privacy",
                "sociale_media",
            ],
            ...,
        ]
        | None
    ) = None
    medezeggenschap: Literal["OR", "PVT", "personeelsvergadering", "geen", "onbekend"] | None = None
    or_instemming_gevraagd: Answer | None = None
    monitoring: (
        tuple[
            Literal[
                "geen",
                "logging",
                "dlp",
                "url_filter",
                "e_mail",
                "keylogger",
                "screenshots",
                "gps",
                "camera",
                "biometrie",
                "social_listening",
                "ai_analyse",
            ],
            ...,
        ]
        | None
    ) = None
    externen: tuple[Literal["uitzend", "zzp", "stage", "vrijwilliger", "detachering"], ...] | None = None
    schriftelijk_wijzigingsbeding: Answer | None = None
    beleid_ingelijfd_in_arbeidsovereenkomst: Answer | None = None
    meldregeling_aanwezig: Answer | None = None
    zusterdocumenten: tuple[str, ...] | None = None
    fase: Literal["ontwerp", "vastgesteld", "onbekend"] | None = None

    @field_validator("*", mode="before")
    @classmethod
    def _unknown_is_none(cls, value: Any) -> Any:
        return None if isinstance(value, str) and value.strip().lower() == UNKNOWN else value


def fact_values(fact: str) -> tuple[str, ...]:
    """The values that the profile allows for a fact with a closed list; none for a number or a free text."""
    return tuple(_literals(Organisation.model_fields[fact].annotation))


def _literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
        return
    for part in get_args(annotation):
        yield from _literals(part)


def read_profile(path: Path) -> dict[str, object]:
    """The facts in a profile file, YAML or TOML; only those that it holds.

    Raises: MissingFileError, UsageError or RulebookError (all faults at once).
    """
    name = path.name
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise MissingFileError(
            "Dit profiel bestaat niet.", where=name, fix="Controleer de naam achter --profile."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            "Dit profiel kan niet worden gelezen.", where=name, fix="Bewaar het als UTF-8-tekst."
        ) from error
    if path.suffix.lower() == ".toml":
        try:
            file = YamlFile(name, tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise UsageError("Dit is geen geldige TOML.", where=name, fix='Schrijf: sleutel = "waarde".') from error
    else:
        file = read_yaml(text, name)
    return check_facts(file.values or {}, file)


def check_facts(values: Mapping[str, object], file: YamlFile | None = None) -> dict[str, object]:
    """The facts, with their types; keys with an empty value are left out, one that says `onbekend` is None.

    Raises: RulebookError with every fault.
    """
    shown = file or YamlFile("profiel", values)
    if not isinstance(values, Mapping):
        raise UsageError("Dit profiel heeft geen sleutels.", where=shown.source, fix="Schrijf: medezeggenschap: OR")
    try:
        given = {key: value for key, value in values.items() if key not in FACT_NAMES or not _is_empty(value)}
        organisation = Organisation.model_validate(given)
    except ValidationError as error:
        manual = "Schrijf achter de sleutel een woord of een getal."
        raise RulebookError(tuple(explain_validation(error, shown, (), Organisation, manual=manual))) from error
    return {name: value for name, value in organisation.model_dump().items() if name in organisation.model_fields_set}


def make_context(
    facts: Mapping[str, object],
    *,
    reference_date: dt.date,
    policy_type: PolicyType | None = None,
    policy_type_reason: str = "",
) -> Context:
    """A context with every fact: given, assumed or unknown. A fact given as None is unknown and not assumed."""
    known = {name: facts.get(name, DEFAULTS.get(name)) for name in FACT_NAMES}
    assumed = tuple(name for name in DEFAULTS if name not in facts)
    return Context(reference_date, known, assumed, policy_type, policy_type_reason)
