"""Bookings in FHIR R4 or R5 (JSON) as records: one for each patient of each Appointment."""

from collections import Counter
from collections.abc import Iterator

from app.adapters.booking_files.content import SHORTER_PERIOD
from app.adapters.booking_files.fhir_appointment import Appointment, Noted
from app.adapters.booking_files.fhir_entries import TOO_DENSE, Entry, read_entries
from app.adapters.booking_files.fhir_parties import PARTY_KINDS, Parties
from app.adapters.booking_files.fhir_records import CELLS, Records, unreadable, whole
from app.adapters.booking_files.fhir_values import (
    Resource,
    hsa_id,
    is_labelled_protected,
    item,
    items,
    text,
    texts,
)
from app.adapters.booking_files.record import Record, StandardFile
from app.errors import BookingsUnreadable
from app.wording import say


def is_fhir(content: bytes) -> bool:
    """True for what begins as JSON and names a type of resource."""
    start = content[:_STARTS_WITHIN].lstrip(_BEFORE_JSON)
    return start.startswith((b"{", b"[")) and any(name in content for name in _NAMES)


_STARTS_WITHIN = 4096
_BEFORE_JSON = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_NAMES = tuple('"resourceType"'.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))


def read_fhir(content: bytes) -> StandardFile:
    """A record for each patient of each Appointment; its number is its entry's place in the file.

    The file is a Bundle, an array, one resource, or some of these one after the other (NDJSON).
    All of it is gone through first, since a patient may stand after the appointment.
    Raises BookingsUnreadable, also while records are read.
    """
    file = _File()
    for entry in read_entries(content):
        file.add(entry)
    if not file.appointments:
        raise BookingsUnreadable(_NO_APPOINTMENTS, _RIGHT_DATES)
    return StandardFile(
        header=tuple(element for _, element in CELLS),
        columns={name: index for index, (name, _) in enumerate(CELLS)},
        senders=frozenset(whole(tuple(file.senders - {""}))),
        records=_records(file),
        notes=file.notes,
    )


_NO_APPOINTMENTS = say("Filen innehåller uppgifter i FHIR-format men inga bokningar (Appointment).")
_RIGHT_DATES = say("Kontrollera att du valde rätt datum när du tog ut bokningarna.")


class _File:
    """What stands in a file, sorted by what it is for. An unreadable entry is its place only."""

    def __init__(self) -> None:
        self.appointments: list[Appointment | int] = []
        self.parties = Parties()
        self.senders: set[str] = set()
        self.notes: list[str] = []
        self.empty_entries = 0
        self._connections = 0

    def add(self, entry: Entry) -> None:
        if entry.resource is None:
            self.appointments.append(entry.place)
        elif not entry.resource:
            self.empty_entries += 1
        else:
            self._sort(entry, entry.resource)

    def _sort(self, entry: Entry, resource: Resource) -> None:
        kind = text(resource.get("resourceType"))
        if kind != "Patient" or "meta" in resource:  # most patients tell no sender
            self.senders.update(_senders(resource, kind))
        if kind in PARTY_KINDS:
            self._connect(len(items(resource.get("identifier"))))
            self.parties.add(resource, full_url=entry.full_url)
        elif kind == "Appointment":
            appointment = Appointment.of(resource, place=entry.place, full_url=entry.full_url)
            self._connect(len(appointment.actors) + len(appointment.contained))
            self.appointments.append(appointment)
        elif kind == "Bundle":
            self._note_bundle(resource)
        elif kind == "OperationOutcome":
            self._note_once(_WARNED)

    def _connect(self, number: int) -> None:
        """Counts what joins bookings to others: each is kept, looked for, or a row of its own."""
        self._connections += number
        if self._connections > _MOST_CONNECTIONS:
            raise BookingsUnreadable(TOO_DENSE, SHORTER_PERIOD)

    def _note_bundle(self, bundle: Resource) -> None:
        if bundle.get("type") == "history":
            raise BookingsUnreadable(_HISTORY, _AS_THEY_ARE)
        if any(link.get("relation") == "next" for link in items(bundle.get("link"))):
            self._note_once(_ONE_PAGE)
        if is_labelled_protected(bundle):
            self._note_once(_SOMEBODY_PROTECTED)

    def _note_once(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)


_MOST_CONNECTIONS = 100_000  # a booking has some four, and its patient two
_HISTORY = say("Filen är en historik med äldre versioner av samma bokningar.")
_AS_THEY_ARE = say("Ta ut bokningarna som de är nu.")
_WARNED = say("Vårdsystemet har lagt en varning i filen, så någon bokning kan saknas.")
_ONE_PAGE = say("Filen är en sida av ett längre svar. Kontrollera att du öppnar alla sidor.")
_SOMEBODY_PROTECTED = say(
    "Filen är märkt med skyddade personuppgifter. Kontrollera själv vilka det gäller."
)


def _senders(resource: Resource, kind: str) -> Iterator[str]:
    """Names, addresses, profiles and HSA-ids by which a resource tells where it comes from."""
    if meta := item(resource.get("meta")):
        yield text(meta.get("source"))
        yield from texts(meta.get("profile"))
    if kind in {"HealthcareService", "Location", "Organization"}:
        yield hsa_id(resource)
        yield text(resource.get("name"))
    elif kind == "MessageHeader":
        source = item(resource.get("source"))
        yield from (text(source.get(name)) for name in ("name", "software", "endpoint"))
    elif kind == "Appointment":
        for inner in items(resource.get("contained")):
            yield hsa_id(inner)
        for participant in items(resource.get("participant")):
            actor = item(participant.get("actor"))
            if "identifier" in actor:
                yield hsa_id(actor)


def _records(file: _File) -> Iterator[Record]:
    """Those of every appointment; the notes are complete when they have been gone through."""
    noted: Counter[Noted] = Counter()
    records = Records(file.parties, noted)
    read = 0
    for one in file.appointments:
        for record in (unreadable(one),) if isinstance(one, int) else records.of(one):
            read += 1
            yield record
    file.notes.extend(_counted(noted))
    if file.empty_entries:
        empty = say("Överhoppade poster utan innehåll: {number}.", number=file.empty_entries)
        file.notes.append(empty)
    if not read:
        raise BookingsUnreadable(
            say("Filen har inga bokningar att kalla till."), " ".join(file.notes)
        )


def _counted(noted: Counter[Noted]) -> Iterator[str]:
    return (kind.told(count) for kind, count in noted.items())
