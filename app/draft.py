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
    """`address` replaces the booking's when written by hand; `left_out` is the reason, or ""."""

    booking: Booking
    letter_type: str
    address: Address | None = None
    approved: frozenset[Code] = frozenset()
    left_out: str = ""
    revision: int = 1

    @property
    def mailing_address(self) -> Address:
        return self.address or self.booking.patient.address

    def approving(self, codes: frozenset[Code]) -> "Draft":
        return replace(self, approved=self.approved | codes, left_out="")

    def leaving_out(self, reason: str) -> "Draft":
        return replace(self, left_out=reason)

    def with_address(self, address: Address) -> "Draft":
        return replace(self, address=address)

    def with_letter_type(self, letter_type: str) -> "Draft":
        """Another letter is another thing to approve, so earlier approvals fall."""
        return replace(self, letter_type=letter_type, approved=frozenset())
