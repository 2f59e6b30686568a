"""The bookings of tests.benchmark.exports in a workbook and in the formats that standards fix."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import Workbook

from app.swedish_dates import STOCKHOLM
from tests.benchmark.exports import table


def write_workbook(path: Path, *, rows: int, first: int = 0) -> Path:
    """The table with its times as Excel keeps them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Bokningar")
    header, *lines = table(rows, first=first)
    sheet.append(header)
    starts_at = header.index("Starttid")
    for cells in lines:
        moment = datetime.fromisoformat(cells[starts_at])
        sheet.append([*cells[:starts_at], moment, *cells[starts_at + 1 :]])
    book.save(path)
    return path


def write_hl7(path: Path, *, rows: int, first: int = 0) -> Path:
    """A batch of messages from a mammography's booking system, one for each booking."""
    messages = "".join(_MESSAGE.format(**row._asdict()) for row in _bookings(rows, first))
    path.write_bytes(f"{_BATCH_BEGINS}{messages}BTS|{rows}\rFTS|1\r".encode("cp1252"))
    return path


def write_fhir(path: Path, *, rows: int, first: int = 0) -> Path:
    """A Bundle of appointments with their patients and the one clinic that they are at."""
    bookings = list(_bookings(rows, first))
    resources = [*map(_appointment, bookings), *map(_patient, bookings), _CLINIC, _ROOM]
    entries = [
        {
            "fullUrl": f"{_SERVER}/{resource['resourceType']}/{resource['id']}",
            "resource": resource,
            "search": {"mode": "match" if resource["resourceType"] == "Appointment" else "include"},
        }
        for resource in resources
    ]
    bundle = {
        "resourceType": "Bundle",
        "meta": {"source": _SERVER},
        "type": "searchset",
        "entry": entries,
    }
    path.write_text(json.dumps(bundle, ensure_ascii=False, separators=(",", ":")), "utf-8")
    return path


def write_rivta(path: Path, *, rows: int, first: int = 0) -> Path:
    """An answer of a dental care's booking service, in its envelope."""
    slots = "".join(_TIMESLOT.format(**row._asdict()) for row in _bookings(rows, first))
    path.write_text(f"{_ANSWER_BEGINS}{slots}{_ANSWER_ENDS}", "utf-8")
    return path


class _Booking(NamedTuple):
    """What changes from one booking to the next. `at` is ÅÅÅÅMMDDttmmss in Swedish time."""

    id: str
    starts_at: datetime
    at: str
    person: str
    born: str
    family_name: str
    given_name: str
    street: str
    postal_code: str
    town: str


def _bookings(rows: int, first: int) -> Iterator[_Booking]:
    header, *lines = table(rows, first=first)
    for line in lines:
        cells = dict(zip(header, line, strict=True))
        starts_at = datetime.fromisoformat(cells["Starttid"]).replace(tzinfo=STOCKHOLM)
        person = cells["Personnummer"]
        yield _Booking(
            id=cells["Boknings-id"],
            starts_at=starts_at,
            at=f"{starts_at:%Y%m%d%H%M%S}",
            person=person,
            born=person[:8],
            family_name=cells["Efternamn"],
            given_name=cells["Förnamn"],
            street=cells["Adress"],
            postal_code=cells["Postnr"],
            town=cells["Postort"],
        )


# Senders, codes and units are those of the samples in resources/samples, assumed as they are.
_BATCH_BEGINS = (
    "FHS|^~\\&|SECTRA-EXEMPEL|RJL|KALLELSER|RJL|20261122182000\r"
    "BHS|^~\\&|SECTRA-EXEMPEL|RJL|KALLELSER|RJL|20261122182000\r"
)
_MESSAGE = (
    "MSH|^~\\&|SECTRA-EXEMPEL|SE2321000057-EXEMPEL8|KALLELSER|RJL|20261122180007||"
    "SIU^S12^SIU_S12|MAM{id}|P|2.5|||AL|NE|SWE|8859/1|sv\r"
    "SCH|MAM-P{id}|MAM{id}||||||NORMAL|10|min^Minuter|^^^{at}||||||||||||||Booked\r"
    "TQ1|1||||||{at}\r"
    "PID|1||{person}^^^SKV&1.2.752.129.2.1.3.1&ISO^PNR||{family_name}^{given_name}^^^^^L||{born}|F"
    "|||{street}^^{town}^^{postal_code}^SWE^H\r"
    "PV1|1|O|MAM VHS^Mammografilab 1^^SE2321000057-EXEMPEL8\r"
    "RGS|1|A\r"
    "AIS|1|A|MAMSCR^Mammografi, hälsoundersökning^L|{at}|||10|min^Minuter||Booked\r"
    "AIL|1|A|MAM VHS^Mammografilab 1^^SE2321000057-EXEMPEL8|||{at}|||10|min^Minuter||Booked\r"
)

_SERVER = "https://cosmic.example/fhir"
_HSA = "urn:oid:1.2.752.29.4.19"
_PERSONNUMMER = "http://electronichealth.se/identifier/personnummer"
_CLINIC = {
    "resourceType": "HealthcareService",
    "id": "hs-10",
    "identifier": [{"system": _HSA, "value": "SE2321000057-EXEMPEL10"}],
    "active": True,
    "name": "Vårdcentralen Lindängen",
}
_ROOM = {"resourceType": "Location", "id": "loc-1", "name": "Mottagning, plan 1"}


def _appointment(booking: _Booking) -> dict[str, Any]:
    actors = {
        f"Patient/{booking.id}": f"{booking.given_name} {booking.family_name}",
        "HealthcareService/hs-10": _CLINIC["name"],
        "Location/loc-1": _ROOM["name"],
    }
    return {
        "resourceType": "Appointment",
        "id": booking.id,
        "identifier": [{"system": f"{_SERVER}/bokning", "value": f"COS-{booking.id}"}],
        "status": "booked",
        "serviceType": [
            {
                "coding": [{"system": f"{_SERVER}/bokningstyp", "code": "ÅB"}],
                "text": "Återbesök hos läkare",
            }
        ],
        "start": booking.starts_at.isoformat(),
        "end": booking.starts_at.replace(minute=59).isoformat(),
        "minutesDuration": 30,
        "created": "2026-11-20",
        "participant": [
            {"actor": {"reference": reference, "display": display}, "status": "accepted"}
            for reference, display in actors.items()
        ],
    }


def _patient(booking: _Booking) -> dict[str, Any]:
    return {
        "resourceType": "Patient",
        "id": booking.id,
        "identifier": [{"use": "official", "system": _PERSONNUMMER, "value": booking.person}],
        "name": [{"use": "official", "family": booking.family_name, "given": [booking.given_name]}],
        "telecom": [{"system": "phone", "value": "070-1740677", "use": "mobile"}],
        "gender": "female",
        "birthDate": f"{booking.born[:4]}-{booking.born[4:6]}-{booking.born[6:]}",
        "address": [
            {
                "use": "home",
                "type": "both",
                "line": [booking.street],
                "city": booking.town,
                "postalCode": booking.postal_code,
                "country": "SE",
            }
        ],
    }


_ANSWER_BEGINS = """\
<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <ns:GetSubjectOfCareScheduleResponse
        xmlns:ns="urn:riv:crm:scheduling:GetSubjectOfCareScheduleResponder:1"
        xmlns:b="urn:riv:crm:scheduling:1"
        xmlns:b11="urn:riv:crm:scheduling:1.1">
"""
_TIMESLOT = """\
      <ns:timeslotDetail>
        <b:startTimeInclusive>{at}</b:startTimeInclusive>
        <b:endTimeExclusive>{at}</b:endTimeExclusive>
        <b:healthcare_facility>SE2321000057-EXEMPEL17</b:healthcare_facility>
        <b:bookingId>T4-{id}</b:bookingId>
        <b:subject_of_care>{person}</b:subject_of_care>
        <b:resourceName>TL Ek</b:resourceName>
        <b:healthcare_facility_name>Folktandvården Lindängen</b:healthcare_facility_name>
        <b:timeTypeName>Undersökning vuxen</b:timeTypeName>
        <b:timeTypeID>UV</b:timeTypeID>
        <b:careTypeName>Allmäntandvård</b:careTypeName>
        <b:careTypeID>AT</b:careTypeID>
        <b:cancel_booking_allowed>true</b:cancel_booking_allowed>
        <b:rebooking_allowed>false</b:rebooking_allowed>
        <b:message_allowed>false</b:message_allowed>
        <b11:isInvitation>false</b11:isInvitation>
      </ns:timeslotDetail>
"""
_ANSWER_ENDS = """\
    </ns:GetSubjectOfCareScheduleResponse>
  </soap:Body>
</soap:Envelope>
"""
