"""A certificate's holder and last day, and the sentence that tells of it in good time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.swedish_dates import STOCKHOLM, plain_date

# Days left, and what is said from then on.
_STAGES = (
    (7, "Byt det nu: efter den dagen går inga meddelanden till 1177."),
    (30, "Beställ ett nytt nu."),
    (60, "Beställ ett nytt i god tid."),
)


@dataclass(frozen=True, slots=True)
class Certificate:
    """`role` is what it is for, such as "Certifikatet för 1177", to begin a sentence with.

    `hsa_id` is the subject's SERIALNUMBER (2.5.4.5), by which the platform knows us, or "".
    """

    role: str
    name: str
    hsa_id: str
    not_after: datetime

    def has_expired(self, now: datetime) -> bool:
        return self.not_after <= now


def expiry_notices(certificates: Iterable[Certificate], *, now: datetime) -> tuple[str, ...]:
    """One sentence for each that ends within 60 days or has ended."""
    return tuple(filter(None, (expiry_notice(one, now=now) for one in certificates)))


def expiry_notice(certificate: Certificate, *, now: datetime) -> str:
    """From 60 days ahead: what ends, when, and what to do; "" before that."""
    last_day = certificate.not_after.astimezone(STOCKHOLM).date()
    named = f"{certificate.role} ({certificate.hsa_id or certificate.name})"
    if certificate.has_expired(now):
        return f"{named} gick ut den {plain_date(last_day)}. Byt det: inget kan skickas till 1177."
    days = (last_day - now.astimezone(STOCKHOLM).date()).days
    for limit, todo in _STAGES:
        if days <= limit:
            return f"{named} går ut {_in(days)}, den {plain_date(last_day)}. {todo}"
    return ""


def _in(days: int) -> str:
    return {0: "i dag", 1: "i morgon"}.get(days, f"om {days} dagar")
