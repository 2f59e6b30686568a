"""The letter types and rules that ship with the program, and a full booking for each type."""

from datetime import date, datetime
from pathlib import Path

from app.adapters.templates import JinjaBodyWriter
from app.bookings import Address, Booking, Patient, Unit, Visit
from app.draft import Draft
from app.letters import Letter, LetterCatalogue, write_letter
from app.person_id import IdKind, PersonId
from app.region import load_region
from app.swedish_dates import STOCKHOLM

ROOT = Path(__file__).resolve().parents[1]
RULES = load_region(ROOT / "resources" / "regions" / "jonkoping.toml")
CATALOGUE = LetterCatalogue(ROOT / "templates")
WRITER = JinjaBodyWriter(CATALOGUE.sources, link_domains=RULES.link_domains)
TODAY = date(2026, 11, 23)

PATIENT = Patient(
    id=PersonId(IdKind.PERSONNUMMER, "191212121212", date(1912, 12, 12)),
    given_name="Anna-Karin",
    family_name="Prov",
    address=Address(street="Provgatan 12", postal_code="553 16", town="Jönköping"),
)
UNIT = Unit(
    hsa_id="SE0000000000-0001",
    name="Exempelmottagningen",
    phone="010-000 00 00",
    phone_hours="måndag–fredag 08.00–16.00",
    street="Sjukhusgatan 1",
    postal_code="551 11",
    town="Provstad",
    directions="Gå in genom huvudentrén och följ gula skyltar.",
)


def shipped_types() -> tuple[str, ...]:
    """The id of every letter type in the templates folder."""
    return tuple(name.split("/")[1] for name in CATALOGUE.sources if name.endswith("/letter.toml"))


def full_draft(letter_type: str, *, patient: Patient = PATIENT, unit: Unit = UNIT) -> Draft:
    """A draft whose booking leaves nothing empty."""
    kind = CATALOGUE.get(letter_type)
    visit = Visit(
        starts_at=datetime(2027, 1, 12, 9, 40, tzinfo=STOCKHOLM),
        care_service="Undersökning enligt överenskommelse",
        place="Hus E, plan 3",
        examination_code=next(iter(kind.values), "PROVKOD"),
        referred_by="Exempelhälsans vårdcentral",
    )
    return Draft(Booking(2, kind.care_systems[0], "B1", patient, unit, visit), letter_type)


def letter_of(draft: Draft) -> Letter:
    return write_letter(
        draft,
        letter_type=CATALOGUE.get(draft.letter_type),
        rules=RULES,
        body=WRITER,
        today=TODAY,
        version=CATALOGUE.version,
    )
