"""What a scheduling message books: when, which service, where, and whether it still stands."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.adapters.booking_files.hl7v2_message import CANCELLED, Fields, Message, status_key
from app.adapters.booking_files.hl7v2_notation import Notation
from app.adapters.booking_files.hl7v2_times import read_start
from app.bookings import Problem
from app.care_systems import FieldName
from app.values import value
from app.wording import say

# Our field and where the standard has it: what all patients of a message share.
VISIT_CELLS: tuple[tuple[FieldName, str], ...] = (
    ("booking_id", "SCH-2"),
    ("state", "MSH-9 och SCH-25"),
    ("date", "TQ1-7, SCH-11 eller AIS-4 (datum)"),
    ("time", "TQ1-7, SCH-11 eller AIS-4 (tid)"),
    ("care_service", "AIS-3.2"),
    ("examination_code", "AIS-3.1"),
)
SITE_CELLS: tuple[tuple[FieldName, str], ...] = (
    ("place", "AIL-3"),
    ("unit", "AIL-3.4"),
    ("unit_hsa_id", "AIL-3.4 (HSA-id)"),
)

# What each event makes of a booking (HL7 v2.5.1 chapter 10). S20 to S22 take a service or a
# resource away from a booking that stands.
STATES = {
    **dict.fromkeys(("S12", "S14", "S18", "S19", "S20", "S21", "S22"), "bokad"),
    "S13": "ombokad",
    **dict.fromkeys(("S15", "S16", "S17"), "avbokad"),
}


class Site(NamedTuple):
    """A place in words, and the unit that it belongs to; each may be empty."""

    place: str = ""
    unit: str = ""
    hsa_id: str = ""


@value
class Visit:
    """What all patients of a message share; `texts` has one for each of VISIT_CELLS.

    `booked` are AIL-3 and AIL-4 of each location, `scheduler` is SCH-19, and `sender` the unit
    where nothing else in the message names one.
    """

    texts: tuple[str, ...]
    booked: tuple[tuple[str, str], ...]
    scheduler: str
    sender: Site
    problems: tuple[Problem, ...]


NO_PATIENT = say("De spärrar eller frigör tider.")


def read_status(message: Message) -> str:
    """The booking's own of table 0278, or ""."""
    booking = message.first("SCH")
    return status_key(booking[25], message.notation) if booking else ""


def why_left_out(status: str, *, event: str) -> str:
    """Why nobody is called or told, or ""."""
    status = "noshow" if event == "S26" else status
    if STATES.get(event) == "avbokad" and status in _WITHOUT_TIME:
        return ""
    return _OVER.get(status) or _WITHOUT_TIME.get(status, "")


def read_visit(message: Message, *, event: str, status: str, sender: Site) -> Visit:
    booking, notation = message.first("SCH"), message.notation
    day, clock, problems = read_start(message)
    services = tuple([service[3] for service in message.all("AIS")])
    locations = tuple([(location[3], location[4]) for location in message.all("AIL")])
    texts = (
        _booking_id(booking, notation) if booking else "",
        "avbokad" if status in CANCELLED else STATES.get(event, ""),
        day,
        clock,
        *_services(services, notation),
    )
    if not booking or event not in _WHOLE:
        problems = (*problems, *_doubts(message, event))
    return Visit(texts, locations, booking[19] if booking else "", sender, problems)


def read_site(visit: Visit, stay: Fields | None, notation: Notation) -> tuple[str, ...]:
    """The place and unit of one patient, of whom PV1 can tell what no location does.

    One text for each of SITE_CELLS.
    """
    own = stay[3] if stay else ""
    return _place_and_unit(visit.booked, own, visit.scheduler, visit.sender, notation)


@lru_cache(maxsize=200)
def sending_site(raw: str, notation: Notation) -> Site:
    """The unit that MSH-4 names."""
    _, name, universal_id, *_ = map(notation.value, notation.components(raw))
    return _site_named((name, universal_id))


_OVER = {
    "noshow": say("Patienten uteblev."),
    **dict.fromkeys(
        ("started", "complete", "completed"), say("Besöket är redan påbörjat eller genomfört.")
    ),
}
_WITHOUT_TIME = {
    "waitlist": say("Patienten står på väntelista utan bokad tid."),
    "blocked": NO_PATIENT,
}
_PART_TAKEN_AWAY = frozenset({"S20", "S21", "S22"})
_WHOLE = frozenset(STATES) - _PART_TAKEN_AWAY
_ONLY_ONE = frozenset({"", "0", "1"})


def _booking_id(booking: Fields, notation: Notation) -> str:
    """The filler's id, else the placer's. Occurrences of a series share it, but for a number."""
    shared = notation.first_component(booking[2]) or notation.first_component(booking[1])
    occurrence = notation.first(booking[3])
    return f"{shared}/{occurrence}" if shared and occurrence not in _ONLY_ONE else shared


# Hundreds of messages book the same services in the same places.
@lru_cache(maxsize=200)
def _services(raw: tuple[str, ...], notation: Notation) -> tuple[str, str]:
    """All in words, and the first code."""
    services = [_service(one, notation) for one in raw]
    words = dict.fromkeys(text for _, text in services if text)
    return ", ".join(words), next((code for code, _ in services if code), "")


def _service(raw: str, notation: Notation) -> tuple[str, str]:
    """Its code, and its text, alternate or original text: a bare code says nothing to a patient."""
    service = [*map(notation.value, notation.components(raw))]
    return service[1] or service[4], service[2] or service[5] or service[9]


@lru_cache(maxsize=200)
def _place_and_unit(
    booked: tuple[tuple[str, str], ...],
    own: str,
    scheduler: str,
    sender: Site,
    notation: Notation,
) -> tuple[str, str, str]:
    """Of the first site that has one: those booked, the patient's own, then those who send."""
    sites = [*(_booked_site(*raw, notation) for raw in booked), _site(own, notation)]
    owners = (*sites, _site(scheduler, notation), sender)
    place = next((site.place for site in sites if site.place), "")
    owner = next((site for site in owners if site.unit or site.hsa_id), Site())
    return place, owner.unit, owner.hsa_id


@lru_cache(maxsize=200)
def _booked_site(raw: str, raw_kind: str, notation: Notation) -> Site:
    site = _site(raw, notation)
    _, code, text, *_ = map(notation.value, notation.components(raw_kind))
    return site if site.place else site._replace(place=text or code)


@lru_cache(maxsize=200)
def _site(raw: str, notation: Notation) -> Site:
    """A PL: its description, else point of care, room, building and floor; facility the unit."""
    location = notation.components(raw)
    point, facility = notation.parts(location[1]), notation.parts(location[4])
    spoken = (point[0], *(notation.value(location[number]) for number in (2, 7, 8)))
    words = ", ".join(text for text in spoken if text and not _HSA_ID.fullmatch(text))
    named = _site_named((*facility[:2], *filter(_HSA_ID.fullmatch, point[:2])))
    return named._replace(place=notation.value(location[9]) or words)


def _site_named(names: Sequence[str]) -> Site:
    """The unit whose names and identifiers these are, the name first."""
    is_name = not (_HSA_ID.fullmatch(names[0]) or _OID.fullmatch(names[0]))
    return Site(
        unit=names[0] if is_name else "",
        hsa_id=next(filter(_HSA_ID.fullmatch, names), ""),
    )


_HSA_ID = re.compile(r"SE[0-9]{10,12}-\w+", re.IGNORECASE)
_OID = re.compile(r"[0-9.]+")


def _doubts(message: Message, event: str) -> Iterator[Problem]:
    if message.is_too_long:
        yield Problem("row", say("Meddelandet är orimligt långt, så det är inte läst."))
    elif not message.first("SCH"):
        yield Problem("row", say("Meddelandet saknar bokningens egen del (SCH)."))
    if event not in STATES:
        sentence = say("Meddelandet säger inte om bokningen är ny, ändrad eller avbokad (MSH-9).")
        yield Problem("row", sentence)
    if event in _PART_TAKEN_AWAY:
        sentence = say(
            "Meddelandet tar bort en del av bokningen ({event}), men kanske inte hela.", event=event
        )
        yield Problem("row", sentence)
