"""Files in FHIR: one clean appointment and its patient, and what is read of variants of them.

The name is invented; the number is one of Skatteverket's official test personnummer.
"""

import json
from typing import Any

from app.adapters.booking_files.fhir import read_fhir
from app.adapters.booking_files.record import Record

PERSONNUMMER = "http://electronichealth.se/identifier/personnummer"
HSA = "urn:oid:1.2.752.129.2.1.4.1"
SECURITY = "http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel"

Json = dict[str, Any]

ADDRESS = {"use": "home", "line": ["Smedjegatan 43"], "city": "Värnamo", "postalCode": "33130"}
PATIENT: Json = {
    "resourceType": "Patient",
    "id": "p1",
    "identifier": [{"system": PERSONNUMMER, "value": "198902122392"}],
    "name": [{"use": "official", "family": "Ahlgren", "given": ["Kristoffer"]}],
    "address": [ADDRESS],
}
APPOINTMENT: Json = {
    "resourceType": "Appointment",
    "id": "a1",
    "status": "booked",
    "start": "2026-12-07T08:15:00+01:00",
    "serviceType": [{"text": "Röntgen av knä", "coding": [{"code": "RTG-KNA"}]}],
    "participant": [{"actor": {"reference": "Patient/p1"}, "status": "accepted"}],
}


def actor(reference: str, **more: Any) -> Json:
    return {"actor": {"reference": reference}, "status": "accepted", **more}


def bundle(*resources: Json, **head: Any) -> Json:
    entries = [{"resource": resource} for resource in resources]
    return {"resourceType": "Bundle", "type": "searchset", **head, "entry": entries}


def as_bytes(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def records(content: bytes) -> list[Record]:
    return list(read_fhir(content).records)


def rows(content: bytes) -> list[dict[str, str]]:
    """The records' texts by our field names."""
    file = read_fhir(content)
    return [
        {name: record.cells[index] for name, index in file.columns.items()}
        for record in file.records
    ]


def row(*resources: Json) -> dict[str, str]:
    (only,) = rows(as_bytes(bundle(*resources)))
    return only


def of_patient(**changes: Any) -> dict[str, str]:
    return row(APPOINTMENT, PATIENT | changes)


def of_appointment(*others: Json, **changes: Any) -> dict[str, str]:
    return row(APPOINTMENT | changes, PATIENT, *others)


def problems(*resources: Json) -> list[str]:
    (record,) = records(as_bytes(bundle(*resources)))
    return [problem.field for problem in record.problems]


def notes(*resources: Json, **head: Any) -> list[str]:
    file = read_fhir(as_bytes(bundle(*resources, APPOINTMENT | {"id": "b"}, PATIENT, **head)))
    list(file.records)
    return file.notes
