"""A file's appointments joined with whom and what they refer to: a record for each patient."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from app.adapters.booking_files.fhir_appointment import (
    APPOINTMENT_CELLS,
    NOT_CALLED,
    PROPOSED,
    WITHOUT_PATIENT,
    Actor,
    Appointment,
    Noted,
)
from app.adapters.booking_files.fhir_parties import NOTHING, Parties, Party, Reference
from app.adapters.booking_files.fhir_patient import PATIENT_CELLS
from app.adapters.booking_files.record import Record
from app.bookings import Problem
from app.care_systems import FieldName
from app.wording import say

# Our field and where the standard has it.
CELLS: tuple[tuple[FieldName, str], ...] = (
    ("booking_id", "Appointment.id"),
    *APPOINTMENT_CELLS,
    ("place", "Location.name"),
    ("unit", "Organization.name"),
    ("unit_hsa_id", "Organization.identifier"),
    ("referred_by", "ServiceRequest.requester"),
    *PATIENT_CELLS,
)


def unreadable(place: int) -> Record:
    """The record of an entry that may have been an appointment."""
    return Record(place, ("",) * len(CELLS), (_DAMAGED,))


_DAMAGED = Problem("row", say("Posten är skadad, så den går inte att tolka."))

Called = list[tuple[Actor, Party]]


class Records:
    """Makes records of one file's appointments, and counts in `noted` what is worth telling."""

    def __init__(self, parties: Parties, noted: Counter[Noted]) -> None:
        self._parties = parties
        self._noted = noted
        # Hundreds of appointments share a place and a clinic.
        self._shared_care = lru_cache(maxsize=1_000)(partial(self._care, contained={}))

    def of(self, appointment: Appointment) -> Iterator[Record]:
        """One for each patient, none where there is nobody to call."""
        actors = [
            (actor, self._meant(actor.reference, appointment)) for actor in appointment.actors
        ]
        called = _patients(actors) or self._whoever(appointment, actors)
        if appointment.status in NOT_CALLED or not called:
            self._noted[NOT_CALLED.get(appointment.status, WITHOUT_PATIENT)] += 1
            return
        if appointment.status == "proposed":
            self._noted[PROPOSED] += 1
        care = self._care_in(appointment, actors)
        referrer = self._referrer(appointment, actors)
        for booking_id, (actor, patient) in _with_ids(appointment, called):
            cells = (booking_id, *appointment.texts, *care, referrer, *patient.texts)
            problems = (*appointment.problems, *actor.problems, *patient.problems)
            yield _record(
                appointment, cells, problems if patient.is_in_file else (*problems, _LACKS)
            )

    def _meant(self, reference: Reference, appointment: Appointment) -> Party:
        return self._parties.meant(
            reference, server=appointment.server, contained=appointment.contained
        )

    def _whoever(self, appointment: Appointment, actors: Called) -> Called:
        """R5 may name the patient beside those who take part; else somebody who may be one."""
        if appointment.subject != NOTHING:
            patient = self._meant(appointment.subject._replace(kind="Patient"), appointment)
            return [(_NO_PART, patient)]
        unknown = {actor.reference for actor, party in actors if not party.kind} - {NOTHING}
        if not unknown:
            return []
        one = unknown.pop() if len(unknown) == 1 else NOTHING
        return [(_NO_PART, self._meant(one._replace(kind="Patient"), appointment))]

    def _care_in(self, appointment: Appointment, actors: Called) -> tuple[str, str, str]:
        references = (
            *(actor.reference for actor, party in actors if party.kind != "Patient"),
            *appointment.services,
        )
        if appointment.contained:
            return self._care(references, appointment.server, contained=appointment.contained)
        return self._shared_care(references, appointment.server)

    def _care(
        self, references: tuple[Reference, ...], server: str, *, contained: Mapping[str, Party]
    ) -> tuple[str, str, str]:
        """The place, and the unit's name and HSA-id."""
        meant = partial(self._parties.meant, server=server, contained=contained)
        parties = sorted(map(meant, references), key=_nearness)
        around = ((party, meant(party.around)) for party in parties if party.kind == "Location")
        places = (_place(party, building) for party, building in around)
        units = [unit for party in parties for unit in (party, meant(party.owner))]
        return next(filter(None, places), ""), *_unit(units)

    def _referrer(self, appointment: Appointment, actors: Called) -> str:
        """A participant of type REF, or whoever the referral says asked for the examination."""
        for actor, party in actors:
            if actor.is_referrer:
                return party.name or actor.reference.display
        for reference in appointment.referrals:
            asked = self._meant(reference, appointment).owner
            if asked != NOTHING:
                return self._meant(asked, appointment).name or asked.display
        return ""


_NO_PART = Actor(NOTHING)
_LACKS = Problem(
    "protected",
    say(
        "Patientens uppgifter finns inte i filen, så det går inte att se om patienten har skyddade "
        "uppgifter."
    ),
)


def _patients(actors: Called) -> Called:
    """Each once, however often the appointment names them."""
    return list({one[0].reference: one for one in actors if one[1].kind == "Patient"}.values())


def _with_ids(
    appointment: Appointment, called: Called
) -> Iterator[tuple[str, tuple[Actor, Party]]]:
    """Each with a booking id of its own: the appointment's, and the patient's too for a group.

    A patient's id in the care system tells them apart in another export too, in another order.
    """
    if len(called) == 1 or not appointment.id:
        return ((appointment.id, one) for one in called)
    ids = [patient.id for _, patient in called]
    if len(set(ids) - {""}) < len(called):
        ids = [str(number) for number in range(1, len(called) + 1)]
    return ((f"{appointment.id}/{own}", one) for own, one in zip(ids, called, strict=True))


# Who gives the care before where, and an organization that only takes part last.
_NEAREST = ("HealthcareService", "Location", "Organization")


def _nearness(party: Party) -> int:
    return _NEAREST.index(party.kind) if party.kind in _NEAREST else len(_NEAREST)


def _place(location: Party, building: Party) -> str:
    """Name and street address. A room's address is often its building's."""
    address = location.address or building.address
    return ", ".join(dict.fromkeys(filter(None, (location.name, *address))))


def _unit(units: list[Party]) -> tuple[str, str]:
    """Name and HSA-id of the nearest with an HSA-id, else the name of who gives the care."""
    for unit in units:
        if unit.hsa_id:
            return unit.name, unit.hsa_id
    for kind in ("Organization", "HealthcareService"):
        for unit in units:
            if unit.kind == kind and unit.name:
                return unit.name, ""
    return "", ""


def _record(
    appointment: Appointment, cells: tuple[str, ...], problems: tuple[Problem, ...]
) -> Record:
    """An appointment may carry the label of its patient's protected identity too."""
    if appointment.is_labelled_protected:
        cells = (*cells[:_PROTECTED], "ja", *cells[_PROTECTED + 1 :])
    return Record(appointment.place, whole(cells), problems)


_PROTECTED = [name for name, _ in CELLS].index("protected")


def whole(cells: tuple[str, ...]) -> tuple[str, ...]:
    """JSON can write half a character, which no other file can hold: it is lost, and told so."""
    try:
        "".join(cells).encode()
    except UnicodeEncodeError:
        return tuple(cell.encode(errors="surrogatepass").decode(errors="replace") for cell in cells)
    return cells
