"""Letter types and the letters made from them; an incomplete booking makes no letter."""

import hashlib
import json
import tomllib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.content import Block
from app.draft import Channel, Draft
from app.errors import LetterIncomplete, TemplateBroken
from app.region import RegionRules
from app.swedish_dates import clock, long_date, plain_date

# The namespace of every id this program makes, so that two PCs give one letter the same id.
NAMESPACE = uuid.UUID("6f1d3c1e-5a0a-5d0c-9b8e-3c1177c0ffee")

# What both channels must agree on, by the names of facts, with the words shown to staff.
PARITY_FACTS = {"date": "datum", "time": "tid", "place": "plats", "unit_phone": "telefon"}

FIELD_NAMES = {
    "name": "patientens namn",
    "date": "datum",
    "time": "tid",
    "place": "plats",
    "care_service": "undersökning",
    "unit_name": "mottagning",
    "unit_phone": "mottagningens telefon",
    "unit_street": "mottagningens adress",
    "unit_town": "mottagningens postort",
    "unit_directions": "vägbeskrivning",
    "referred_by": "remitterande enhet",
    "duration": "mätningens längd",
}


class LetterType(BaseModel):
    """One folder of `templates/letter_types`: `letter.toml` and `body.md.j2`.

    `message_leaves_out` names the parity facts that the 1177 message may lack, each with the
    reason. `values` gives facts by examination code, such as the length of a recording.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    name: str
    purpose: str
    status: str
    step: int = Field(ge=1, le=2)
    care_systems: tuple[str, ...] = Field(min_length=1)
    required: tuple[str, ...]
    subject: str = Field(min_length=1, max_length=100)
    document_name: str
    pages: int = Field(ge=1)
    message_leaves_out: dict[str, str] = Field(default_factory=dict)
    values: dict[str, dict[str, str]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Letter:
    """One text for one booking, laid out later for each channel. `facts` are all strings."""

    draft: Draft
    letter_type: LetterType
    facts: Mapping[str, str]
    blocks: Mapping[Channel, tuple[Block, ...]]
    reference: str
    written_on: date
    template_version: str
    language: str = "sv"


class BodyWriter(Protocol):
    def write(
        self, letter_type: LetterType, facts: Mapping[str, str], channel: Channel
    ) -> tuple[Block, ...]:
        """The filled body as blocks. Raises TemplateBroken or LetterIncomplete."""
        ...


class LetterCatalogue:
    """The letter types of a templates folder and one version for all its sources."""

    def __init__(self, folder: Path) -> None:
        """Reads every file of the folder once. Raises TemplateBroken."""
        self.folder = folder
        self.sources = _read_sources(folder)
        self.version = hashlib.sha256(canonical_json(self.sources)).hexdigest()
        names = sorted(name for name in self.sources if name.endswith("/letter.toml"))
        self._types = {found.id: found for found in map(self._load, names)}

    def get(self, letter_type: str) -> LetterType:
        try:
            return self._types[letter_type]
        except KeyError as error:
            raise LetterIncomplete(
                "Bokningen har ingen brevtyp.", "Välj brevtyp i listan ovanför."
            ) from error

    def for_care_system(self, care_system: str) -> tuple[LetterType, ...]:
        return tuple(kind for kind in self._types.values() if care_system in kind.care_systems)

    def _load(self, name: str) -> LetterType:
        try:
            letter_type = LetterType.model_validate(tomllib.loads(self.sources[name]))
        except (tomllib.TOMLDecodeError, ValidationError) as error:
            raise TemplateBroken(
                f"Brevtypens fil {name} går inte att använda.",
                "Meddela den som ansvarar för mallen.",
                detail=str(error),
            ) from error
        if f"letter_types/{letter_type.id}/body.md.j2" not in self.sources:
            raise TemplateBroken(
                f"Brevtypen {letter_type.id} saknar filen body.md.j2 i sin mapp.",
                "Lägg till den, eller rätta id i letter.toml så att det är mappens namn.",
            )
        return letter_type


def write_letter(
    draft: Draft,
    *,
    letter_type: LetterType,
    rules: RegionRules,
    body: BodyWriter,
    today: date,
    version: str,
) -> Letter:
    """The letter of a draft. Raises LetterIncomplete where a required fact is empty."""
    facts = letter_facts(draft, letter_type=letter_type, rules=rules, today=today)
    missing = missing_facts(letter_type, facts)
    if missing:
        raise LetterIncomplete(
            f"Uppgift saknas: {', '.join(missing)}.",
            "Komplettera i vårdsystemet, ta ut filen igen och tryck F5.",
        )
    return Letter(
        draft=draft,
        letter_type=letter_type,
        facts=facts,
        blocks={channel: body.write(letter_type, facts, channel) for channel in Channel},
        reference=reference(draft),
        written_on=today,
        template_version=version,
    )


def letter_facts(
    draft: Draft, *, letter_type: LetterType, rules: RegionRules, today: date
) -> dict[str, str]:
    """All that a template may name: a flat dict of strings, "" where the booking has nothing."""
    booking = draft.booking
    unit, visit = booking.unit, booking.visit
    at = visit.starts_at
    return {
        "name": booking.patient.name,
        "given_name": booking.patient.given_name,
        "date": long_date(at.date()).capitalize() if at else "",
        "time": clock(at) if at else "",
        "place": visit.place,
        "care_service": visit.care_service,
        "referred_by": visit.referred_by,
        "unit_name": unit.name,
        # A number that breaks over two lines is hard to dial from.
        "unit_phone": unit.phone.replace(" ", "\N{NO-BREAK SPACE}"),
        "unit_phone_hours": unit.phone_hours,
        "unit_street": unit.street,
        "unit_town": f"{unit.postal_code} {unit.town}".strip(),
        "unit_directions": unit.directions,
        "written_on": plain_date(today),
        **rules.facts_on(today),
        **letter_type.values.get(visit.examination_code, {}),
    }


def missing_facts(letter_type: LetterType, facts: Mapping[str, str]) -> tuple[str, ...]:
    """The Swedish names of required facts that are empty."""
    absent = (name for name in letter_type.required if not facts.get(name))
    return tuple(FIELD_NAMES.get(name, name) for name in absent)


def letter_id(draft: Draft, channel: Channel) -> uuid.UUID:
    """The same letter has the same id on every PC: UUIDv5 of what makes it one letter.

    Source of the rule: the exactly-once design; the unit separator keeps parts from merging.
    """
    parts = (
        draft.booking.unit.hsa_id,
        draft.booking.key,
        draft.letter_type,
        channel.value,
        str(draft.revision),
    )
    return uuid.uuid5(NAMESPACE, "\x1f".join(parts))


def reference(draft: Draft) -> str:
    """The letter's printed id, the same in both channels: `B-3F2A9C1D`."""
    return f"B-{letter_id(draft, Channel.LETTER).hex[:8].upper()}"


def canonical_json(value: object) -> bytes:
    """One and the same bytes for equal values, so that they can be kept by their hash."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _read_sources(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    try:
        return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateBroken(
            "Mallarna går inte att läsa.",
            "Kontrollera mappen med mallar i inställningarna.",
            detail=str(error),
        ) from error
