"""What the receptionist reads when 1177 does not take a message."""

import re

from app.errors import OutcomeUnknown, Rejected, Unreachable
from app.wording import say

FOR_CONNECTION = say("Meddela den som ansvarar för anslutningen till 1177.")
FOR_PLATFORM = say("Meddela 1177:s support att felet ligger i deras plattform.")
FOR_LATER = say("Försök igen om en stund, och meddela 1177:s support om det inte hjälper.")


def unreachable(*, detail: str) -> Unreachable:
    """Nothing had left."""
    return Unreachable(
        say("1177 svarar inte just nu."),
        say("Inget har gått förlorat. Försök igen om en stund."),
        detail=detail,
    )


def refused_connection(what: str, *, detail: str, todo: str = FOR_CONNECTION) -> Unreachable:
    """A definite no to every message, until somebody does what `todo` says."""
    return Unreachable(
        what, say("Inget har gått förlorat. {todo}", todo=todo), detail=_redacted(detail)
    )


def refused_message(*, detail: str) -> Rejected:
    """A definite no to this message as it stands."""
    return Rejected(
        say("1177 tog inte emot meddelandet."),
        say("Ring patienten eller skriv ett brev, och meddela den som ansvarar för mallen."),
        detail=_redacted(detail),
    )


def refused_person(*, detail: str) -> Rejected:
    return Rejected(
        say("Patienten tar inte emot meddelanden på 1177."),
        say("Ring patienten eller skriv ett brev utanför programmet."),
        detail=_redacted(detail),
    )


def unclear(what: str, *, detail: str, correlation_id: str = "") -> OutcomeUnknown:
    """`correlation_id` is what support finds the attempt by, where one was made."""
    todo = say("Skicka det inte igen förrän 1177:s support har svarat.")
    if correlation_id:
        todo = say("{todo} Uppge korrelations-id {id}.", todo=todo, id=correlation_id)
    return OutcomeUnknown(
        say("{what}, så det går inte att se om meddelandet kom fram.", what=what),
        todo,
        detail=_redacted(detail),
    )


def without_name(detail: str, *, name: str) -> str:
    """The other side may quote the patient, and a detail is read by support."""
    words = "|".join(map(re.escape, re.findall(r"\w{2,}", name)))
    return re.sub(rf"\b(?:{words})\b", "…", detail, flags=re.IGNORECASE) if words else detail


def _redacted(detail: str) -> str:
    """Technical words of the other side, short and without anything like a person's number."""
    return re.sub(r"\d[\d+-]{5,}", "…", " ".join(detail.split()))[:300]
