"""A certificate's holder and last day, and the sentence that tells of it in good time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.swedish_dates import STOCKHOLM, plain_date
from app.wording import say

# Days left, and what is said from then on.
_STAGES = (
    (7, say("Byt det nu: efter den dagen går inga meddelanden till 1177.")),
    (30, say("Beställ ett nytt nu.")),
    (60, say("Beställ ett nytt i god tid.")),
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
        return say(
            "{named} gick ut den {last_day}. Byt det: inget kan skickas till 1177.",
            named=named,
            last_day=plain_date(last_day),
        )
    days = (last_day - now.astimezone(STOCKHOLM).date()).days
    for limit, todo in _STAGES:
        if days <= limit:
            return say(
                "{named} går ut {days}, den {last_day}. {todo}",
                named=named,
                days=_in(days),
                last_day=plain_date(last_day),
                todo=todo,
            )
    return ""


def _in(days: int) -> str:
    return {0: say("i dag"), 1: say("i morgon")}.get(days, say("om {days} dagar", days=days))
