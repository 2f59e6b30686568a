"""A letter with text in it, the page formats on the bundled profile, for tests of what is laid out.

`fakes.make_letter` has no blocks; what is sent need not be readable, what is shown must be.
"""

from dataclasses import replace
from pathlib import Path

from app.adapters.paper_pdf import TypstPageFormat
from app.bookings import Address, Unit
from app.content import Block, Box, BoxKind, Bullets, Facts, Heading, Link, Paragraph, Text
from app.draft import Channel
from app.letters import Letter
from app.print_profile import load_print_profile
from tests.fakes import make_booking, make_draft, make_letter

ROOT = Path(__file__).parent.parent
PAPER = ROOT / "templates" / "paper"
FONTS = ROOT / "resources" / "fonts"
PROFILE = load_print_profile(ROOT / "resources" / "print_profiles" / "c5_fonster.toml")

UNIT = Unit(
    hsa_id="SE-EXEMPEL-0001",
    name="Röntgen Exempelsjukhuset",
    phone="010-000 00 00",
    phone_hours="måndag–fredag 08.00–16.00",
    street="Sjukhusgatan 1",
    postal_code="551 11",
    town="Provstad",
)
ADDRESS = Address(
    care_of="Öberg", street="Provgatan 12 lgh 1203", postal_code="553 16", town="Jönköping"
)
PLACE = "Exempelsjukhuset, hus E, plan 3"


def said(text: str) -> Paragraph:
    return Paragraph((Text(text),))


BLOCKS: tuple[Block, ...] = (
    Heading("Din tid"),
    Facts(
        (
            ("Datum", (Text("Tisdag 12 januari 2027"),)),
            ("Klockan", (Text("09.40"),)),
            ("Plats", (Text(PLACE),)),
        )
    ),
    said("Du är välkommen till oss. Läs hela brevet i god tid."),
    Heading("Före undersökningen"),
    Paragraph((Text("Ät inget de "), Text("sista fyra timmarna", strong=True), Text("."))),
    Bullets(((Text("Ta dina vanliga mediciner"),), (Text("Lämna smycken hemma"),))),
    Box(
        BoxKind.OBSERVE,
        "Ring oss först om",
        (Bullets(((Text("du kan vara gravid"),), (Text("du inte tål kontrastmedel"),))),),
    ),
    Heading("Om tiden inte passar"),
    Paragraph(
        (
            Text("Ring 010-000 00 00 eller läs mer på "),
            Link("1177.se", "https://www.1177.se/"),
            Text("."),
        )
    ),
)

LONG_BLOCKS: tuple[Block, ...] = (
    *BLOCKS,
    Heading("Så går det till"),
    *[said("Du ligger på rygg på en brits som långsamt förs genom kameran. " * 4)] * 6,
    Box(BoxKind.INFORMATION, "Om du behöver tolk", (said("Ring oss, så bokar vi tolk."),)),
)


def full_letter(
    *,
    given_name: str = "Karin",
    family_name: str = "Åberg",
    address: Address = ADDRESS,
    unit: Unit = UNIT,
    place: str = PLACE,
    blocks: tuple[Block, ...] = BLOCKS,
) -> Letter:
    booking = make_booking()
    patient = replace(
        booking.patient, given_name=given_name, family_name=family_name, address=address
    )
    letter = make_letter(
        make_draft(
            replace(booking, patient=patient, unit=unit, visit=replace(booking.visit, place=place))
        )
    )
    facts = {
        "name": patient.name,
        "date": "Tisdag 12 januari 2027",
        "time": "09.40",
        "place": place,
        "unit_phone": unit.phone,
        "region_name": "Region Exempel",
    }
    return replace(letter, facts=facts, blocks=dict.fromkeys(Channel, blocks))


def bundled_page_format() -> TypstPageFormat:
    return TypstPageFormat(PAPER, fonts=FONTS, profile=PROFILE)
