"""What the receptionist reads when 1177 does not take a message."""

import re

from app.errors import OutcomeUnknown, Rejected, Unreachable


def unreachable(*, detail: str) -> Unreachable:
    """Nothing had left."""
    return Unreachable(
        "1177 svarar inte just nu.",
        "Inget har gått förlorat. Försök igen om en stund.",
        detail=detail,
    )


def refused_connection(what: str, *, detail: str) -> Unreachable:
    """A definite no to every message, until somebody mends the connection."""
    return Unreachable(
        what,
        "Inget har gått förlorat. Meddela den som ansvarar för anslutningen till 1177.",
        detail=_redacted(detail),
    )


def refused_message(*, detail: str) -> Rejected:
    """A definite no to this message as it stands."""
    return Rejected(
        "1177 tog inte emot meddelandet.",
        "Ring patienten eller skriv ett brev, och meddela den som ansvarar för mallen.",
        detail=_redacted(detail),
    )


def refused_person(*, detail: str) -> Rejected:
    return Rejected(
        "Patienten tar inte emot meddelanden på 1177.",
        "Ring patienten eller skriv ett brev utanför programmet.",
        detail=_redacted(detail),
    )


def unclear(what: str, *, detail: str) -> OutcomeUnknown:
    return OutcomeUnknown(
        f"{what}, så det går inte att se om meddelandet kom fram.",
        "Skicka det inte igen förrän 1177:s support har svarat.",
        detail=_redacted(detail),
    )


def _redacted(detail: str) -> str:
    """Technical words of the other side, short and without anything like a person's number."""
    return re.sub(r"\d[\d+-]{5,}", "…", " ".join(detail.split()))[:300]
