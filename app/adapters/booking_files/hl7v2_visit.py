"""What a scheduling message books: when, which service, where, and whether it still stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.adapters.booking_files.hl7v2_message import (
    CANCELLED,
    Message,
    Notation,
    Segment,
    status_key,
)
from app.adapters.booking_files.hl7v2_times import read_start
from app.bookings import Problem
from app.care_systems import FieldName

Texts = dict[FieldName, str]

# What each event makes of a booking (HL7 v2.5.1 chapter 10). S20 to S22 take a service or a
# resource away from a booking that stands.
STATES = {
    **dict.fromkeys(("S12", "S14", "S18", "S19", "S20", "S21", "S22"), "bokad"),
    "S13": "ombokad",
    **dict.fromkeys(("S15", "S16", "S17"), "avbokad"),
}


@dataclass(frozen=True, slots=True)
class Site:
    """A place in words, and the unit that it belongs to; each may be empty."""

    place: str = ""
    unit: str = ""
    hsa_id: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """What all patients of a message share.

    Each patient's own location comes after the `booked` sites and before the `senders`.
    """

    texts: Texts
    booked: tuple[Site, ...]
    senders: tuple[Site, ...]
    problems: tuple[Problem, ...]


NO_PATIENT = "De spärrar eller frigör tider."


def why_left_out(message: Message, *, event: str) -> str:
    """Why nobody is called or told, by the booking's own status (table 0278), or ""."""
    status = "noshow" if event == "S26" else _status(message)
    if STATES.get(event) == "avbokad" and status in _WITHOUT_TIME:
        return ""
    return _OVER.get(status) or _WITHOUT_TIME.get(status, "")


def read_visit(message: Message, *, event: str, sender: Site) -> Visit:
    """`sender` is the unit where nothing else in the message names one."""
    start, booking = read_start(message), message.first("SCH")
    services = [_service(one.fields[3], one.notation) for one in message.all("AIS")]
    texts: Texts = {
        "booking_id": _booking_id(booking) if booking else "",
        "state": "avbokad" if _status(message) in CANCELLED else STATES.get(event, ""),
        "date": start.date,
        "time": start.time,
        "care_service": ", ".join(dict.fromkeys(text for _, text in services if text)),
        "examination_code": next((code for code, _ in services if code), ""),
    }
    locations = message.all("AIL")
    return Visit(
        texts=texts,
        booked=tuple(_booked_site(one.fields[3], one.fields[4], one.notation) for one in locations),
        senders=(_site(booking.fields[19], booking.notation) if booking else Site(), sender),
        problems=(*start.problems, *_doubts(message, event)),
    )


def read_site(visit: Visit, stay: Segment | None) -> Texts:
    """The place and unit of one patient, of whom PV1 can tell what no location does."""
    own = _site(stay.fields[3], stay.notation) if stay else Site()
    sites = (*visit.booked, own, *visit.senders)
    owner = next((site for site in sites if site.unit or site.hsa_id), Site())
    return {
        "place": next((site.place for site in (*visit.booked, own) if site.place), ""),
        "unit": owner.unit,
        "unit_hsa_id": owner.hsa_id,
    }


@lru_cache(maxsize=200)
def sending_site(raw: str, notation: Notation) -> Site:
    """The unit that MSH-4 names."""
    _, name, universal_id, *_ = map(notation.value, notation.components(raw))
    return _site_named((name, universal_id))


_OVER = {
    "noshow": "Patienten uteblev.",
    **dict.fromkeys(
        ("started", "complete", "completed"), "Besöket är redan påbörjat eller genomfört."
    ),
}
_WITHOUT_TIME = {
    "waitlist": "Patienten står på väntelista utan bokad tid.",
    "blocked": NO_PATIENT,
}
_PART_TAKEN_AWAY = frozenset({"S20", "S21", "S22"})
_ONLY_ONE = frozenset({"", "0", "1"})


def _status(message: Message) -> str:
    booking = message.first("SCH")
    return status_key(booking.fields[25], booking.notation) if booking else ""


def _booking_id(booking: Segment) -> str:
    """The filler's id, else the placer's. Occurrences of a series share it, but for a number."""
    fields, notation = booking
    ids = (notation.value(notation.components(fields[number])[1]) for number in (2, 1))
    shared = next(filter(None, ids), "")
    occurrence = notation.first(fields[3])
    return f"{shared}/{occurrence}" if shared and occurrence not in _ONLY_ONE else shared


@lru_cache(maxsize=200)
def _service(raw: str, notation: Notation) -> tuple[str, str]:
    """Its code, and its text, alternate or original text: a bare code says nothing to a patient."""
    service = [*map(notation.value, notation.components(raw))]
    return service[1] or service[4], service[2] or service[5] or service[9]


@lru_cache(maxsize=200)
def _booked_site(raw: str, raw_kind: str, notation: Notation) -> Site:
    site = _site(raw, notation)
    _, code, text, *_ = map(notation.value, notation.components(raw_kind))
    return site if site.place else replace(site, place=text or code)


@lru_cache(maxsize=200)
def _site(raw: str, notation: Notation) -> Site:
    """A PL: its description, else point of care, room, building and floor; facility the unit."""
    location = notation.components(raw)
    point, facility = notation.parts(location[1]), notation.parts(location[4])
    spoken = (point[0], *(notation.value(location[number]) for number in (2, 7, 8)))
    words = ", ".join(text for text in spoken if text and not _HSA_ID.fullmatch(text))
    named = _site_named((*facility[:2], *filter(_HSA_ID.fullmatch, point[:2])))
    return replace(named, place=notation.value(location[9]) or words)


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
        yield Problem("row", "Meddelandet är orimligt långt, så det är inte läst.")
    elif not message.first("SCH"):
        yield Problem("row", "Meddelandet saknar bokningens egen del (SCH).")
    if event not in STATES:
        sentence = "Meddelandet säger inte om bokningen är ny, ändrad eller avbokad (MSH-9)."
        yield Problem("row", sentence)
    if event in _PART_TAKEN_AWAY:
        sentence = f"Meddelandet tar bort en del av bokningen ({event}), men kanske inte hela."
        yield Problem("row", sentence)
