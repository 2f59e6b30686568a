"""A draft: one booking together with what a person has chosen for its letter."""

import unicodedata
from dataclasses import replace
from datetime import date
from enum import StrEnum

from app.bookings import Address, Booking
from app.findings import Code
from app.values import value

# Characters of the free text, counted as `tidy_text` leaves it. Source: the design of the letters.
FREE_TEXT_LENGTH = 300


class Channel(StrEnum):
    """The choice of way to the patient; a Carrier is what takes the letter there."""

    INBOX_1177 = "1177"
    LETTER = "brev"


# A letter's ways to the patient, in the order they are sent.
Channels = tuple[Channel, ...]


class Variant(StrEnum):
    """How a letter differs from its letter type's standard; the names are those of letter.toml.

    LARGE has larger type on paper. TO_GUARDIAN says in the window that it goes to the guardian.
    """

    STANDARD = "standard"
    LARGE = "stor_stil"
    TO_GUARDIAN = "vardnadshavare"
    LARGE_TO_GUARDIAN = "stor_stil_vardnadshavare"

    @property
    def is_large(self) -> bool:
        return self in {Variant.LARGE, Variant.LARGE_TO_GUARDIAN}

    @property
    def is_to_guardian(self) -> bool:
        return self in {Variant.TO_GUARDIAN, Variant.LARGE_TO_GUARDIAN}

    def addressed_as(self, other: "Variant") -> "Variant":
        """Type of the same size, to whom the other goes."""
        if other.is_to_guardian:
            return Variant.LARGE_TO_GUARDIAN if self.is_large else Variant.TO_GUARDIAN
        return Variant.LARGE if self.is_large else Variant.STANDARD


@value
class Draft:
    """`address` replaces the booking's when written by hand; `left_out` is the reason, or "".

    `as_read` is what the file said, where a person has corrected the booking since. `language`
    and `variant` are what is wished for; a letter type that has them not gives Swedish, standard.
    `free_text` is what a person has added, as `tidy_text` leaves it. `copy_of` is the revision of
    a letter that the patient may have got already and gets again; 0 where it is no copy.
    `channels_wished` are taken where the region's rule allows it; () leaves it to the rule.
    """

    booking: Booking
    letter_type: str
    address: Address | None = None
    approved: frozenset[Code] = frozenset()
    left_out: str = ""
    revision: int = 1
    as_read: Booking | None = None
    free_text: str = ""
    language: str = "sv"
    variant: Variant = Variant.STANDARD
    copy_of: int = 0
    channels_wished: Channels = ()

    @property
    def said_by_file(self) -> Booking:
        return self.as_read or self.booking

    @property
    def mailing_address(self) -> Address:
        return self.address or self.booking.patient.address

    def approving(self, codes: frozenset[Code]) -> "Draft":
        return replace(self, approved=self.approved | codes, left_out="")

    def leaving_out(self, reason: str) -> "Draft":
        return replace(self, left_out=reason)

    def with_address(self, address: Address) -> "Draft":
        return replace(self, address=address)

    def with_free_text(self, text: str) -> "Draft":
        """The few words of a person's own; other words are another thing to approve."""
        approved = self.approved - {Code.FREETEXT, Code.OVERFLOW}
        return replace(self, free_text=tidy_text(text), approved=approved)

    def makes_the_letter_of(self, other: "Draft") -> bool:
        """Whether both give the same letter, so that what rendering one told holds for both."""
        chosen = self.letter_choices == other.letter_choices
        same = self.booking is other.booking or self.booking.says_the_same_as(other.booking)
        return chosen and same

    def asks_as(self, other: "Draft") -> bool:
        """Whether both differ in nothing but what is approved or left out."""
        return (
            self.booking is other.booking
            and (self.revision, self.copy_of) == (other.revision, other.copy_of)
            and self.channels_wished == other.channels_wished
            and self.letter_choices == other.letter_choices
        )

    @property
    def letter_choices(self) -> tuple[object, ...]:
        return (self.letter_type, self.address, self.free_text, self.language, self.variant)

    def as_copy(self, *, revision: int) -> "Draft":
        """The same letter once more, for a patient who may have got it."""
        return replace(self, revision=revision, copy_of=self.copy_of or self.revision)

    def standing_on(self, read: Booking) -> "Draft":
        """The same choices for a booking that has been read again and has not changed."""
        if self.as_read is None:
            return replace(self, booking=read)
        return replace(self, booking=replace(self.booking, row_no=read.row_no), as_read=read)

    def renumbered(self, row_no: int) -> "Draft":
        return replace(self, booking=replace(self.booking, row_no=row_no))

    def correcting(self, booking: Booking) -> "Draft":
        """Another booking in this one's place, so whatever was approved or left out falls."""
        same_patient = booking.patient.id == self.booking.patient.id
        return replace(
            self,
            booking=booking,
            as_read=self.said_by_file,
            address=None,
            approved=frozenset(),
            left_out="",
            # What was written to one patient is never sent to another.
            free_text=self.free_text if same_patient else "",
            channels_wished=self.channels_wished if same_patient else (),
        )

    def with_letter_type(self, letter_type: str) -> "Draft":
        """Another letter is another thing to approve, so earlier approvals fall."""
        return replace(self, letter_type=letter_type, approved=frozenset())

    def with_language(self, language: str) -> "Draft":
        """Other words are another thing to approve, so earlier approvals fall."""
        return replace(self, language=language, approved=frozenset())

    def with_variant(self, variant: str) -> "Draft":
        """Another page is another thing to approve, so earlier approvals fall."""
        return replace(self, variant=Variant(variant), approved=frozenset())

    def with_channels(self, channels: Channels) -> "Draft":
        """The same letter another way, so only what was approved about its way falls."""
        approved = self.approved - {Code.TOO_CLOSE, Code.MINOR_13_18}
        return replace(self, channels_wished=channels, approved=approved)


def usual_variant(booking: Booking, *, child_below: int, today: date) -> Variant:
    """What a draft begins with: the letter of a child below that age goes to the guardian."""
    years = booking.age_at_visit(today)
    is_child = years is not None and years < child_below
    return Variant.TO_GUARDIAN if is_child else Variant.STANDARD


def tidy_text(text: str) -> str:
    """The text on one line, without what cannot be seen or is put together in two ways."""
    kept = (
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", text)
        if char.isspace() or not unicodedata.category(char).startswith("C")
    )
    return " ".join("".join(kept).split())
