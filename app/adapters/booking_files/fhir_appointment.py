"""A FHIR Appointment, R4 or R5, as texts of a booking; whom and what it refers to comes after."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, Self

from app.adapters.booking_files.fhir_parties import Party, Reference, contained_in
from app.adapters.booking_files.fhir_values import (
    Resource,
    codings,
    is_labelled_protected,
    items,
    system,
    text,
    wording,
)
from app.bookings import Problem
from app.care_systems import FieldName
from app.swedish_dates import STOCKHOLM
from app.wording import say

# Our field and where the standard has it.
APPOINTMENT_CELLS: tuple[tuple[FieldName, str], ...] = (
    ("state", "Appointment.status"),
    ("date", "Appointment.start"),
    ("time", "Appointment.start"),
    ("care_service", "Appointment.serviceType"),
    ("examination_code", "Appointment.serviceType.coding"),
    ("visit_kind", "Appointment.appointmentType"),
)


class Actor(NamedTuple):
    """Somebody or something that takes part, with what only this part says about it."""

    reference: Reference
    is_referrer: bool = False
    problems: tuple[Problem, ...] = ()


class Appointment(NamedTuple):
    """`texts` has one for each of APPOINTMENT_CELLS. `server` is where its own references lead."""

    place: int
    id: str
    status: str
    texts: tuple[str, ...]
    problems: tuple[Problem, ...]
    actors: tuple[Actor, ...]
    subject: Reference
    services: tuple[Reference, ...]
    referrals: tuple[Reference, ...]
    contained: dict[str, Party]
    server: str
    is_labelled_protected: bool

    @classmethod
    def of(cls, resource: Resource, *, place: int, full_url: str) -> Self:
        status = text(resource.get("status"))
        day, clock, problem = _start(text(resource.get("start")))
        problems = (problem, None if status in _STATES or status in NOT_CALLED else _NO_STATUS)
        return cls(
            place=place,
            id=_id(resource),
            status=status,
            texts=(_state(resource), day, clock, *_service(resource), _visit_kind(resource)),
            problems=tuple(filter(None, problems)),
            actors=tuple(map(_actor, items(resource.get("participant")))),
            subject=Reference.of(resource.get("subject")),
            services=tuple(_services(resource)),
            referrals=tuple(map(Reference.of, items(resource.get("basedOn")))),
            contained=contained_in(resource),
            server=full_url.rsplit("/", 2)[0],
            is_labelled_protected=is_labelled_protected(resource),
        )


def _id(resource: Resource) -> str:
    """The care system's own id of the appointment, else the first that others know it by."""
    identifiers = items(resource.get("identifier"))
    values = (text(identifier.get("value")) for identifier in identifiers)
    return text(resource.get("id")) or next(filter(None, values), "")


# A proposed time is what a kallelse is: Cambio's guide has it for a new booking in Cosmic.
_STATES = {"proposed": "bokad", "pending": "bokad", "booked": "bokad", "cancelled": "avbokad"}
_NO_STATUS = Problem(
    "state", say("Bokningens status är okänd, så det går inte att se om den gäller.")
)


# Statuses of appointments that nobody is called to, worded as "2 bokningar <words>".
class Noted(NamedTuple):
    """What is told of appointments of one kind: of a single one, and of `{count}`."""

    one: str
    several: str

    def told(self, count: int) -> str:
        return self.one if count == 1 else self.several.format(count=count)


_HAS_COME = Noted(
    say("1 bokning där patienten redan har kommit är inte med."),
    say("{count} bokningar där patienten redan har kommit är inte med."),
)
NOT_CALLED = {
    "arrived": _HAS_COME,
    "checked-in": _HAS_COME,
    "fulfilled": Noted(
        say("1 bokning som redan har genomförts är inte med."),
        say("{count} bokningar som redan har genomförts är inte med."),
    ),
    "noshow": Noted(
        say("1 bokning där patienten uteblev är inte med."),
        say("{count} bokningar där patienten uteblev är inte med."),
    ),
    "entered-in-error": Noted(
        say("1 bokning som lades in av misstag är inte med."),
        say("{count} bokningar som lades in av misstag är inte med."),
    ),
    "waitlist": Noted(
        say("1 bokning som står på väntelista är inte med."),
        say("{count} bokningar som står på väntelista är inte med."),
    ),
}
WITHOUT_PATIENT = Noted(
    say("1 bokning utan patient är inte med."),
    say("{count} bokningar utan patient är inte med."),
)
PROPOSED = Noted(
    say("1 bokning har en föreslagen tid som inte är bekräftad (proposed)."),
    say("{count} bokningar har en föreslagen tid som inte är bekräftad (proposed)."),
)


def _state(resource: Resource) -> str:
    """R5's `replaces` names the appointment that this one stands instead of.

    Its `previousAppointment` and `originatingAppointment` are of series, and say nothing of that.
    """
    state = _STATES.get(text(resource.get("status")), "")
    return "ombokad" if state == "bokad" and items(resource.get("replaces")) else state


_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?", re.ASCII
)
_NO_OFFSET = Problem("time", say("Starttiden saknar tidszon, så klockslaget kan vara fel."))


# A quarter of a clinic's moments, in whatever order they come.
@lru_cache(maxsize=10_000)
def _start(written: str) -> tuple[str, str, Problem | None]:
    """The day and the clock in Sweden, with a problem where no offset says which moment is meant.

    What is no moment at all stays as it is written, for the row's reader to tell.
    """
    match = _INSTANT.fullmatch(written)
    if match is None:
        return written, "", None
    day, clock, offset = match.groups()
    if not offset:
        return day, clock, _NO_OFFSET
    try:
        at = datetime.fromisoformat(f"{day}T{clock}{offset}").astimezone(STOCKHOLM)
    except (ValueError, OverflowError):
        return written, "", None
    day, _, clock = at.isoformat(timespec="minutes")[: len("ÅÅÅÅ-MM-DDTHH:MM")].partition("T")
    return day, clock, None


def _service(resource: Resource) -> tuple[str, str]:
    """What the patient comes for, in words and as a code, from the first that has either."""
    for name in ("serviceType", "appointmentType", "reasonCode", "reason"):
        concepts = [one for one in items(resource.get(name)) if not _is_clerical(one)]
        words = ", ".join(dict.fromkeys(filter(None, map(wording, concepts))))
        code = next(filter(None, map(_code, concepts)), "")
        if words or code:
            return words, code
    return "", ""


def _is_clerical(concept: Resource) -> bool:
    """HL7's own table tells a walk-in from a follow-up, in English: nothing for a letter."""
    if text(concept.get("text")):
        return False
    return any(system(one.get("system")).endswith("/v2-0276") for one in codings(concept))


def _code(concept: Resource) -> str:
    """The code that somebody chose, else the first."""
    found = codings(concept)
    chosen = [coding for coding in found if coding.get("userSelected") is True]
    return next(filter(None, (text(coding.get("code")) for coding in chosen or found)), "")


def _services(resource: Resource) -> Iterator[Reference]:
    """R5 may name a HealthcareService where R4 has a code."""
    for concept in items(resource.get("serviceType")):
        if "reference" in concept:
            yield Reference.of(concept["reference"])
    for extension in items(resource.get("extension")):
        if _PROVIDER_EXTENSION.search(text(extension.get("url"))):
            yield Reference.of(extension.get("valueReference"))


# One of Cambio's AppointmentSe; the rest of its address is not known.
_PROVIDER_EXTENSION = re.compile(r"service-?provider", re.IGNORECASE)


def _actor(participant: Resource) -> Actor:
    kinds = participant.get("type")
    return Actor(
        Reference.of(participant.get("actor")),
        bool(kinds) and any(map(_is_referral, items(kinds))),
        _problems_of_part(participant),
    )


def _is_referral(kind: Resource) -> bool:
    return any(coding.get("code") == "REF" for coding in codings(kind))


def _problems_of_part(participant: Resource) -> tuple[Problem, ...]:
    problems: tuple[Problem, ...] = ()
    if participant.get("status") == "declined":
        problems = (_DECLINED,)
    if participant.get("required") == "information-only":
        problems = (*problems, _NOT_TO_COME)
    return problems


_DECLINED = Problem("state", say("Patienten har tackat nej till tiden."))
_NOT_TO_COME = Problem("state", say("Bokningen gäller patienten, men patienten ska inte komma."))

_PHONE_CODES = frozenset({"phone", "185317003"})  # the latter of SNOMED CT, in Cambio's examples
_VIDEO_CODES = frozenset({"video", "zoom", "ms-teams"})  # http://hl7.org/fhir/virtual-service-type
_CLASS_EXTENSION = re.compile(r"(?:.*[/.-])?class(?:/v\d+)?", re.IGNORECASE)
_BY_PHONE = re.compile(r"\btelefon(?:samtal|besök|möte|kontakt|konsultation|tid)?\b")
# Alone it must come last: a video EEG is an examination in a room.
_BY_VIDEO = re.compile(r"\bvideo(?:samtal|besök|möte|kontakt|konsultation)\b|\bvideo\W*$")


def _visit_kind(resource: Resource) -> str:
    """Phone or video where a code or a plain word says so and nothing says the other, else "".

    Class AMB says nothing: Cambio has it for contacts by telephone too.
    """
    found = set().union(*map(_kinds_said, _kind_concepts(resource)))
    return found.pop() if len(found) == 1 else ""


def _kind_concepts(resource: Resource) -> Iterator[Resource]:
    for service in items(resource.get("virtualService")):
        yield from items(service.get("channelType"))
    for name in ("class", "serviceCategory", "appointmentType"):
        yield from items(resource.get(name))
    for extension in items(resource.get("extension")):
        if _CLASS_EXTENSION.fullmatch(text(extension.get("url"))):
            yield from items(extension.get("valueCodeableConcept"))
            yield from items(extension.get("valueCoding"))


def _kinds_said(concept: Resource) -> Iterator[str]:
    found = codings(concept)
    words = [text(concept.get("text")), *(text(coding.get("display")) for coding in found)]
    codes = {text(coding.get("code")) for coding in found}
    lower = [word.casefold() for word in words if word]
    if codes & _PHONE_CODES or any(map(_BY_PHONE.search, lower)):
        yield "telefon"
    if codes & _VIDEO_CODES or any(map(_BY_VIDEO.search, lower)):
        yield "video"
