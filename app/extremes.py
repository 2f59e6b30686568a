"""Extremes: made-up bookings that are hard on a letter type, and how its letters stand them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.bookings import Address, Unit
from app.channels import Route
from app.content import Block, Box, Bullets, Facts, Heading, Paragraph, plain_text
from app.draft import FREE_TEXT_LENGTH, Draft, Variant
from app.errors import KallelseError
from app.findings import Severity
from app.languages import LANGUAGES
from app.letter_press import LetterPress
from app.letter_types import LetterType
from app.letters import Letter
from app.linter import remarks_on_preview
from app.person_id import classify
from app.specimen import bare, specimen
from app.wording import say, translated

# One of Skatteverket's official test numbers, which nobody has: of somebody born in 2016.
_CHILD = "201601022385"

VARIANT_NAMES = {
    Variant.STANDARD: say("Standard"),
    Variant.LARGE: say("Stor stil"),
    Variant.TO_GUARDIAN: say("Till vårdnadshavare"),
    Variant.LARGE_TO_GUARDIAN: say("Stor stil, till vårdnadshavare"),
}


@dataclass(frozen=True, slots=True)
class Extreme:
    """`name` says what is hard about it."""

    name: str
    draft: Draft


@dataclass(frozen=True, slots=True)
class Tried:
    """`remarks` are what is wrong with its letter, the worst first; () where nothing is."""

    extreme: Extreme
    remarks: tuple[tuple[Severity, str], ...]

    @property
    def severity(self) -> Severity:
        """INFO where its letter can be sent as it is."""
        return min((severity for severity, _ in self.remarks), default=Severity.INFO)


def extremes(letter_type: LetterType, *, at: datetime) -> tuple[Extreme, ...]:
    """All of a letter type's own: what it requires, and its codes, languages and variants."""
    usual = specimen(letter_type, at=at)
    hard = {
        say("Längsta namnen"): _longest(usual),
        say("Bara det som brevtypen kräver"): _least(usual, letter_type),
        say("Ett barn"): _child(usual, at.date()),
        say("Utomlands"): _abroad(usual),
        say("Längsta fritexten"): usual.with_free_text(_FREE_TEXT),
    }
    told = [Extreme(name, draft) for name, draft in hard.items()]
    for code in letter_type.values:
        visit = replace(usual.booking.visit, examination_code=code)
        draft = replace(usual, booking=replace(usual.booking, visit=visit))
        told.append(Extreme(say("Undersökningskod {code}", code=code), draft))
    return (*told, *_in_every_form(_longest(usual).with_free_text(_FREE_TEXT), letter_type))


def tried(press: LetterPress, extreme: Extreme, *, today: date) -> Tried:
    """Its letter, made as for a patient."""
    try:
        preview = press.preview(extreme.draft, _NOWHERE, today=today)
    except KallelseError as error:
        return Tried(extreme, ((Severity.BLOCKED, str(error)),))
    remarks = {*remarks_on_preview(preview), *_of_blanks(preview.letter)}
    return Tried(extreme, tuple(sorted(remarks)))


def _in_every_form(draft: Draft, letter_type: LetterType) -> Iterator[Extreme]:
    """All that is long at once, in each language and each variant."""
    for language in letter_type.offered_languages:
        for variant in letter_type.offered_variants:
            name = say(
                "Allt på en gång: {variant}, {language}",
                variant=VARIANT_NAMES[variant].lower(),
                language=translated(LANGUAGES[language].name).lower(),
            )
            yield Extreme(name, draft.with_language(language).with_variant(variant))


def _longest(draft: Draft) -> Draft:
    """Long, but such as the envelope's window has room for."""
    booking = draft.booking
    patient = replace(
        booking.patient,
        given_name="Maximiliana Alexandrina Kristina",
        family_name="Exempelstjärna-Testersson",
        address=Address(
            care_of="c/o Provanderson-Exempelson",
            street="Provstadsvägen 112 B, lgh 1404",
            postal_code="551 11",
            town="Provstad-Exempelköping",
        ),
    )
    unit = replace(
        booking.unit,
        name="Exempelmottagningen för undersökningar och behandlingar, Provstads sjukhus",
        directions="Gå in genom huvudentrén, ta hissen till plan 3 och följ de gula skyltarna "
        "förbi kafeterian till den andra receptionen på vänster hand.",
    )
    visit = replace(
        booking.visit,
        care_service="Undersökning med kontrastmedel av hjärtats och de stora kärlens funktion",
        place="Hus E, plan 3, ingång 12, mottagning 2, väntrum för undersökningar",
        referred_by="Exempelhälsans vårdcentral och rehabilitering i Provstads kommun",
    )
    return replace(draft, booking=replace(booking, patient=patient, unit=unit, visit=visit))


def _least(draft: Draft, letter_type: LetterType) -> Draft:
    """Everything empty that the letter type does not require."""
    required, booking = {*letter_type.required}, bare(draft).booking
    unit, visit = booking.unit, booking.visit
    has_time = bool(required & {"date", "time"})
    least = replace(
        booking,
        unit=Unit(unit.hsa_id, unit.name, phone=unit.phone if "unit_phone" in required else ""),
        visit=replace(
            visit,
            starts_at=visit.starts_at if has_time else None,
            care_service=visit.care_service if "care_service" in required else "",
            place=visit.place if "place" in required else "",
        ),
    )
    return replace(draft, booking=least)


def _child(draft: Draft, today: date) -> Draft:
    patient = replace(draft.booking.patient, id=classify(_CHILD, today=today))
    booking = replace(draft.booking, patient=patient)
    return replace(draft, booking=booking).with_variant(Variant.TO_GUARDIAN)


def _abroad(draft: Draft) -> Draft:
    address = Address(
        care_of="c/o Exempelsen",
        street="Prøvegata 12 B, leilighet 304",
        postal_code="0150",
        town="Oslo",
        country="Norge",
    )
    patient = replace(draft.booking.patient, address=address)
    return replace(draft, booking=replace(draft.booking, patient=patient))


def _of_blanks(letter: Letter) -> Iterator[tuple[Severity, str]]:
    """What a patient would see a gap in place of."""
    for block in (*letter.printed, *_told(letter)):
        for name in _gaps(block):
            yield Severity.BLOCKED, _GAP.format(name) if name else _EMPTY


def _told(letter: Letter) -> Iterator[Block]:
    for channel in letter.letter_type.channels:
        yield from letter.blocks[channel]


def _gaps(block: Block) -> Iterator[str]:
    """The name of each fact without a value, "" for other text that is nothing."""
    match block:
        case Facts(rows):
            yield from (term for term, spans in rows if not plain_text((Paragraph(spans),)).strip())
        case Box(_, _, inner):
            for part in inner:
                yield from _gaps(part)
        case Bullets(items):
            yield from ("" for spans in items if not plain_text((Paragraph(spans),)).strip())
        case Heading() | Paragraph():
            yield from () if plain_text((block,)).strip() else ("",)


_GAP = say("Uppgiften «{}» blir tom. Lägg ett villkor om den i mallen, eller kräv den.")
_EMPTY = say("Ett stycke blir tomt. Lägg ett villkor om det i mallen.")
_NOWHERE = Route((), "", "")
_SENTENCE = "Ett påhittat meddelande som är så långt som det får vara. "
_FREE_TEXT = (_SENTENCE * (FREE_TEXT_LENGTH // len(_SENTENCE) + 1))[:FREE_TEXT_LENGTH].rstrip()
