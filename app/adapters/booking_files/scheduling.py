"""A booking service's answer (RIV-TA crm:scheduling 1.1) as records, bare or in a SOAP envelope.

Sources: the schemas of GetSubjectOfCareSchedule and GetBookingDetails 1.1, which share their
namespaces with 1.0, and of interoperability headers 1.0.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from operator import itemgetter

from lxml import etree

from app.adapters.booking_files.record import Record, StandardFile
from app.adapters.booking_files.text import clean
from app.adapters.booking_files.xml_parts import read_parts
from app.bookings import Problem
from app.care_systems import FieldName
from app.errors import BookingsUnreadable
from app.wording import say


def is_scheduling(content: bytes) -> bool:
    """True for XML that names the service's domain, and for a SOAP envelope: it may hold a fault.

    That includes questions and other services' answers: `read_scheduling` says what they are.
    """
    start = content[:_NAMED_WITHIN]
    return start.lstrip(_BEFORE_XML).startswith(b"<") and any(name in start for name in _NAMES)


def read_scheduling(content: bytes) -> StandardFile:
    """One record for each timeslot, numbered from 1 in the order of the answer.

    The contract has no name, address or protected identity, so there are no such columns.
    Raises BookingsUnreadable, also while records are read.
    """
    notes = [_NO_NAMES]
    records = _records(content, notes)
    first = list(islice(records, _SENDERS_WITHIN))
    units = {
        record.cells[_COLUMNS[name]].strip() for record in first for name in ("unit", "unit_hsa_id")
    }
    return StandardFile(
        header=_HEADER,
        columns=_COLUMNS,
        senders=frozenset(units - {""}),
        records=chain(first, records),
        notes=notes,
    )


_NO_NAMES = say(
    "Tidbokningstjänsten lämnar varken namn, adress eller uppgift om skyddade personuppgifter. "
    "Hämta dem i vårdsystemet."
)
_SENDERS_WITHIN = 100

# The place is the unit's name: a resource is often a calendar whose name is for staff only.
_CELLS: tuple[tuple[FieldName, str], ...] = (
    ("booking_id", "bookingId"),
    ("person_id", "subject_of_care"),
    ("date", "startTimeInclusive"),
    ("time", "startTimeInclusive"),
    ("care_service", "timeTypeName"),
    ("examination_code", "timeTypeID"),
    ("unit_hsa_id", "healthcare_facility"),
    ("unit", "healthcare_facility_name"),
    ("place", "healthcare_facility_name"),
)
_HEADER = tuple(element for _, element in _CELLS)
_COLUMNS = {name: index for index, (name, _) in enumerate(_CELLS)}

_DOMAIN = "urn:riv:crm:scheduling"
_CORE = f"{{{_DOMAIN}:1}}"
_START = f"{_CORE}startTimeInclusive"
_VALUES = (
    f"{_CORE}bookingId",
    f"{_CORE}subject_of_care",
    _START,
    f"{_CORE}timeTypeName",
    f"{_CORE}careTypeName",
    f"{_CORE}timeTypeID",
    f"{_CORE}healthcare_facility",
    f"{_CORE}healthcare_facility_name",
)
_IS_INVITATION = f"{{{_DOMAIN}:1.1}}isInvitation"
_BLANK = dict.fromkeys((*_VALUES, _IS_INVITATION), "")
_values = itemgetter(*_VALUES)

_SCHEDULE = f"{{{_DOMAIN}:GetSubjectOfCareScheduleResponder:1}}"
_DETAILS = f"{{{_DOMAIN}:GetBookingDetailsResponder:1}}"
_SCHEDULED, _DETAILED = f"{_SCHEDULE}timeslotDetail", f"{_DETAILS}timeslotDetail"
_ANSWERS = {
    f"{_SCHEDULE}GetSubjectOfCareScheduleResponse": _SCHEDULED,
    f"{_DETAILS}GetBookingDetailsResponse": _DETAILED,
}

_SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_ENVELOPE, _FAULT = f"{{{_SOAP}}}Envelope", f"{{{_SOAP}}}Fault"
_IN_BODY = (f"{{{_SOAP}}}Body", _ENVELOPE)
_IN_HEADER = (f"{{{_SOAP}}}Header", _ENVELOPE)
_STATUS = "{urn:riv:interoperability:headers:1}"
_SOURCE = f"{_STATUS}ProcessingStatusList"

_PLACES = frozenset(
    {
        (_FAULT, *_IN_BODY),
        (_SOURCE, f"{_STATUS}ProcessingStatus", *_IN_HEADER),
        *((answer, *around) for answer in _ANSWERS for around in ((), _IN_BODY)),
        *(
            (slot, answer, *around)
            for answer, slot in _ANSWERS.items()
            for around in ((), _IN_BODY)
        ),
    }
)

_NAMED_WITHIN = 65_536
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_NAMES = tuple(
    name.encode(encoding)
    for name in (f"{_DOMAIN}:", _SOAP)
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)


def _records(content: bytes, notes: list[str]) -> Iterator[Record]:
    """The answer's records; `notes` are complete when they have been gone through."""
    beside = _Beside()
    row_no, is_answer = 0, False
    for part in read_parts(content, _PLACES):
        if part.tag == _FAULT:
            raise _fault(part)
        if part.tag == _SOURCE:
            beside.note_source(part)
        elif part.tag in _ANSWERS:
            is_answer = True
        else:
            row_no += 1
            texts, problems = _texts(part)
            beside.note_timeslot(row_no, part.tag, texts)
            yield _record(row_no, texts, problems)
    if not is_answer:
        raise BookingsUnreadable(_NO_ANSWER, _WHICH_ANSWERS)
    if not row_no:
        raise BookingsUnreadable(_NO_BOOKINGS, " ".join((*beside.notes(), _FETCH_AGAIN)))
    notes.extend(beside.notes())


_NO_ANSWER = say("Filen är en XML-fil men inget svar med bokade tider.")
_WHICH_ANSWERS = say(
    "Öppna svaret på tjänsten GetSubjectOfCareSchedule eller GetBookingDetails, "
    "eller ta ut bokningarna ur vårdsystemet som CSV."
)
_NO_BOOKINGS = say("Svaret från tidbokningstjänsten innehåller inga bokade tider.")
_FETCH_AGAIN = say("Hämta bokningarna på nytt om det borde finnas några.")


def _fault(fault: etree._Element) -> BookingsUnreadable:
    """Only codes are kept of a fault's text, which may repeat the number that was asked for."""
    told = f"{fault.findtext('faultcode')} {fault.findtext('faultstring')}"
    return BookingsUnreadable(
        say("Tidbokningstjänsten svarade med ett fel i stället för bokningar."),
        say("Hämta bokningarna på nytt om en stund. Meddela it-stödet om felet kommer tillbaka."),
        detail=" ".join(_FAULT_CODE.findall(told)),
    )


# SOAP 1.1's own codes, and those of the national service platform.
_FAULT_CODE = re.compile(r"\b(?:VersionMismatch|MustUnderstand|Client|Server|VP[0-9]{3})\b")


def _texts(timeslot: etree._Element) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The timeslot's texts by element. The contract has each once, and plain."""
    texts = _BLANK.copy()
    ambiguous = {}
    for element in timeslot:
        tag, text = element.tag, element.text or ""
        if tag not in texts:
            continue
        if len(element) or texts[tag] not in ("", text):
            name = etree.QName(tag).localname
            ambiguous[tag] = Problem(
                "row", say("Uppgiften «{name}» är tvetydig i svaret.", name=name)
            )
        texts[tag] = text
    return texts, tuple(ambiguous.values())


def _record(row_no: int, texts: dict[str, str], problems: tuple[Problem, ...]) -> Record:
    booking_id, person, start, care, kind_of_care, care_code, unit, unit_name = _values(texts)
    day, clock = _day_and_clock(start.strip())
    care = care or kind_of_care
    cells = (booking_id, person, day, clock, care, care_code, unit, unit_name, unit_name)
    return Record(row_no, cells, problems)


def _day_and_clock(moment: str) -> tuple[str, str]:
    """ÅÅÅÅ-MM-DD and TT:MM. What is no moment is both, and whoever reads them says so."""
    match = _MOMENT.fullmatch(moment)
    if match is None:
        return moment, moment
    year, month, day, hour, minute = match.groups()
    return f"{year}-{month}-{day}", f"{hour}:{minute}"


# ÅÅÅÅMMDDttmmss in Swedish time. Seconds are in the contract, but not in every system's own times.
_MOMENT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})(?:[0-5][0-9])?")


@dataclass(slots=True)
class _Beside:
    """What the bookings themselves do not show of an answer: what is missing, what is special."""

    silent: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    invitations: list[str] = field(default_factory=list)
    without_time: list[str] = field(default_factory=list)

    def note_source(self, source: etree._Element) -> None:
        """The status of one system that an aggregating service has asked."""
        address, code = clean(
            (
                source.findtext(f"{_STATUS}logicalAddress") or say("utan adress"),
                source.findtext(f"{_STATUS}statusCode") or "",
            )
        )
        if code == "DataFromCacheSynchFailed":
            self.outdated.append(address[:_LONGEST_ADDRESS])
        elif code not in _ANSWERED:
            self.silent.append(address[:_LONGEST_ADDRESS])

    def note_timeslot(self, row_no: int, tag: str, texts: dict[str, str]) -> None:
        if texts[_IS_INVITATION].strip() in _TRUE:
            self.invitations.append(str(row_no))
        if tag == _DETAILED and not texts[_START].strip():
            self.without_time.append(str(row_no))

    def notes(self) -> Iterator[str]:
        if self.silent:
            yield say("Listan är inte komplett: {sources}.", sources=_sources(self.silent))
        if self.outdated:
            yield say(
                "Listan kan vara inaktuell: {sources}, "
                "så det som visas därifrån är hämtat tidigare.",
                sources=_sources(self.outdated),
            )
        if self.invitations:
            yield say(
                "Redan kallelse i vårdsystemet: rad {rows}. "
                "Kontrollera att patienten inte redan har fått den därifrån.",
                rows=_some(self.invitations),
            )
        if self.without_time:
            yield say(
                "Öppen kallelse utan bokad tid: rad {rows}. Patienten väljer tid själv.",
                rows=_some(self.without_time),
            )


_ANSWERED = frozenset({"DataFromSource", "DataFromCache"})
_TRUE = frozenset({"true", "1"})
_LONGEST_ADDRESS = 40  # an HSA-id has at most 31 characters
_SHOWN = 10


def _sources(addresses: list[str]) -> str:
    if len(addresses) == 1:
        return say("1 källa svarade inte ({address})", address=addresses[0])
    shown = _some(addresses)
    return say("{number} källor svarade inte ({shown})", number=len(addresses), shown=shown)


def _some(texts: list[str]) -> str:
    shown, left = ", ".join(texts[:_SHOWN]), len(texts) - _SHOWN
    return say("{shown} och {left} till", shown=shown, left=left) if left > 0 else shown
