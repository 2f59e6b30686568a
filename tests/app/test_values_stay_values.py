"""Whatever a booking says, it is words in a letter and never a part of how the letter is built."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from app.adapters.docbook import DocBookFormat
from app.bookings import Address
from app.draft import Draft, tidy_text
from app.errors import LetterIncomplete
from app.preview import Preview
from tests.fakes import BOTH
from tests.rendered_letters import PAGES, PREVIEWER
from tests.shipped_letters import full_draft, letter_of

# The letter type tells every field of a booking that any letter tells, but for the referring unit.
LETTER_TYPE = "langtids_ekg"
FIELDS = (
    "given_name",
    "family_name",
    "street",
    "place",
    "care_service",
    "unit_name",
    "unit_phone",
    "phone_hours",
    "unit_street",
    "directions",
    "free_text",
)
TOLD = {name: f"Ord{number:02}" for number, name in enumerate(FIELDS)}

# What means something to Jinja2, Markdown, XML or Typst, in between ordinary letters.
MARKUP = st.text(alphabet="{}%#*_`[]()<>&|:;!\\/~=+-.,'\"@$ab1ÅŁ ", max_size=30)
WORDS = st.text(alphabet=st.characters(codec="utf-8", max_codepoint=0x24F), max_size=30)
ANYTHING = st.text(max_size=10)


@settings(max_examples=100)
@given(st.sampled_from(FIELDS), MARKUP | WORDS | ANYTHING)
@example("free_text", "#[=={{ name }}**](https://a.se) ::: mer ]]> &lt; $x$ \\")
@example("place", "{% include 'x' %} </para><section> #include \"/etc/passwd\" // ->")
def test_no_booking_can_change_how_a_letter_is_built(field: str, text: str):
    """What a channel cannot carry is refused with an explanation instead."""
    value = tidy_text(text) or "x"

    try:
        preview = rendered(TOLD | {field: value})
    except LetterIncomplete as error:
        assert error.todo  # noqa: PT017 - both ways are right; which one depends on the text
    else:
        assert shape(preview.message) == shape(AS_USUAL.message)
        assert words_of(preview.message) == words_of(AS_USUAL.message).replace(
            shown(field, TOLD[field]), shown(field, value)
        )
        assert packed(value) in packed("".join(PAGES.read(preview.page).pages))
        assert preview.differences == ()


def rendered(texts: Mapping[str, str]) -> Preview:
    return PREVIEWER.preview(letter_of(draft_of(texts)), BOTH)


def draft_of(texts: Mapping[str, str]) -> Draft:
    draft = full_draft(LETTER_TYPE)
    booking = draft.booking
    patient = replace(
        booking.patient,
        given_name=texts["given_name"],
        family_name=texts["family_name"],
        address=Address(street=texts["street"], postal_code="553 16", town="Jönköping"),
    )
    unit = replace(
        booking.unit,
        name=texts["unit_name"],
        phone=texts["unit_phone"],
        phone_hours=texts["phone_hours"],
        street=texts["unit_street"],
        directions=texts["directions"],
    )
    visit = replace(booking.visit, place=texts["place"], care_service=texts["care_service"])
    booking = replace(booking, patient=patient, unit=unit, visit=visit)
    return replace(draft, booking=booking).with_free_text(texts["free_text"])


def shape(message: str) -> list[tuple[object, ...]]:
    """Every element of a message with its attributes, in order; links among them."""
    root = etree.fromstring(message.encode())
    return [(one.tag, *one.items()) for one in root.iter()]


def words_of(message: str) -> str:
    return DocBookFormat().text(message)


def shown(field: str, text: str) -> str:
    """A phone number is not to break over two lines."""
    return text.replace(" ", "\N{NO-BREAK SPACE}") if field == "unit_phone" else text


def packed(text: str) -> str:
    """NFKC without white space, as a page may break and join what it shows."""
    return "".join(unicodedata.normalize("NFKC", text).split()).replace("\N{SOFT HYPHEN}", "")


AS_USUAL = rendered(TOLD)
