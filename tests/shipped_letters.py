"""The letter types and rules that ship with the program, and a full booking for each type."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from app.adapters.templates import JinjaBodyWriter
from app.bookings import Address, Booking, Patient, Unit, Visit
from app.care_systems import load_care_systems
from app.content import Block, Facts, plain_text
from app.draft import Channel, Draft, Variant
from app.letter_catalogue import LetterCatalogue
from app.letter_types import LetterType
from app.letters import Letter, write_letter
from app.person_id import IdKind, PersonId
from app.region import RegionRules, load_region
from app.specimen import UNIT
from app.swedish_dates import STOCKHOLM
from tests.fakes import ID_KEY

ROOT = Path(__file__).resolve().parents[1]
RULES = load_region(ROOT / "resources" / "regions" / "jonkoping.toml")
CARE_SYSTEMS = load_care_systems(ROOT / "resources" / "care_systems")
CATALOGUE = LetterCatalogue(ROOT / "templates")
WRITER = JinjaBodyWriter(CATALOGUE.sources, link_domains=RULES.link_domains)

TODAY = date(2026, 11, 23)

PATIENT = Patient(
    id=PersonId(IdKind.PERSONNUMMER, "191212121212", date(1912, 12, 12)),
    given_name="Anna-Karin",
    family_name="Prov",
    address=Address(street="Provgatan 12", postal_code="553 16", town="Jönköping"),
)


def shipped_types() -> tuple[str, ...]:
    """The id of every letter type in the templates folder."""
    return tuple(name.split("/")[1] for name in CATALOGUE.sources if name.endswith("/letter.toml"))


def shipped_versions() -> tuple[tuple[str, str], ...]:
    """Every letter type with each of the languages that it has."""
    return tuple(
        (name, language)
        for name in shipped_types()
        for language in CATALOGUE.get(name).offered_languages
    )


def shipped_renderings() -> tuple[tuple[str, str, Variant], ...]:
    """Every letter type in each of its languages and variants."""
    return tuple(
        (name, language, variant)
        for name, language in shipped_versions()
        for variant in CATALOGUE.get(name).offered_variants
    )


def full_draft(
    letter_type: str, *, patient: Patient = PATIENT, unit: Unit | None = None, language: str = "sv"
) -> Draft:
    """A draft whose booking leaves nothing empty."""
    kind = CATALOGUE.get(letter_type)
    visit = Visit(
        starts_at=datetime(2027, 1, 12, 9, 40, tzinfo=STOCKHOLM),
        care_service="Undersökning enligt överenskommelse",
        place="Hus E, plan 3",
        examination_code=next(iter(kind.values), "PROVKOD"),
        referred_by="Exempelhälsans vårdcentral",
    )
    booking = Booking(2, kind.care_systems[0], "B1", patient, unit or unit_of(kind), visit)
    return Draft(booking, letter_type, language=language)


def unit_of(letter_type: LetterType) -> Unit:
    """The specimen's, with the care that the first unit of the letter type's system gives."""
    system = next(one for one in CARE_SYSTEMS if one.id == letter_type.care_systems[0])
    return replace(UNIT, care_level=system.units[0].care_level)


def letter_of(draft: Draft, *, rules: RegionRules = RULES) -> Letter:
    return write_letter(
        draft,
        letter_type=CATALOGUE.get(draft.letter_type),
        rules=rules,
        body=WRITER,
        today=TODAY,
        version=CATALOGUE.version,
        id_key=ID_KEY,
    )


def blocks_of(letter_type: str, channel: Channel, *, language: str = "sv") -> tuple[Block, ...]:
    """The body of a full letter in one channel."""
    return letter_of(full_draft(letter_type, language=language)).blocks[channel]


def text_of(letter_type: str, channel: Channel, *, language: str = "sv") -> str:
    return plain_text(blocks_of(letter_type, channel, language=language))


def headings(blocks: tuple[Block, ...]) -> list[str]:
    """The headings and the titles of boxes."""
    named = (getattr(block, "text", getattr(block, "title", "")) for block in blocks)
    return [text for text in named if text]


def terms_of(blocks: tuple[Block, ...]) -> list[str]:
    """What stands before the colon in the facts."""
    return [term for block in blocks if isinstance(block, Facts) for term, _ in block.rows]
