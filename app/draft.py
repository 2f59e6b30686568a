"""A draft: one booking together with what a person has chosen for its letter."""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.bookings import Address, Booking
from app.findings import Code


class Channel(StrEnum):
    """The choice of way to the patient; a Carrier is what takes the letter there."""

    INBOX_1177 = "1177"
    LETTER = "brev"


@dataclass(frozen=True, slots=True)
class Draft:
    """`address` replaces the booking's when written by hand; `left_out` is the reason, or "".

    `as_read` is what the file said, where a person has corrected the booking since.
    """

    booking: Booking
    letter_type: str
    address: Address | None = None
    approved: frozenset[Code] = frozenset()
    left_out: str = ""
    revision: int = 1
    as_read: Booking | None = None

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

    def makes_the_letter_of(self, other: "Draft") -> bool:
        """Whether both give the same letter, so that what rendering one told holds for both."""
        chosen = (self.letter_type, self.address) == (other.letter_type, other.address)
        same = self.booking is other.booking or self.booking.says_the_same_as(other.booking)
        return chosen and same

    def standing_on(self, read: Booking) -> "Draft":
        """The same choices for a booking that has been read again and has not changed."""
        if self.as_read is None:
            return replace(self, booking=read)
        return replace(self, booking=replace(self.booking, row_no=read.row_no), as_read=read)

    def renumbered(self, row_no: int) -> "Draft":
        return replace(self, booking=replace(self.booking, row_no=row_no))

    def correcting(self, booking: Booking) -> "Draft":
        """Another booking in this one's place, so whatever was approved or left out falls."""
        return replace(
            self,
            booking=booking,
            as_read=self.said_by_file,
            address=None,
            approved=frozenset(),
            left_out="",
        )

    def with_letter_type(self, letter_type: str) -> "Draft":
        """Another letter is another thing to approve, so earlier approvals fall."""
        return replace(self, letter_type=letter_type, approved=frozenset())
