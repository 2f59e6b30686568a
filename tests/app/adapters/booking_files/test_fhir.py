"""FHIR files as a whole: how they hold their resources, and what they say about themselves."""

import json
from pathlib import Path

import pytest

from app.adapters.booking_files.fhir import is_fhir, read_fhir
from app.errors import BookingsUnreadable
from tests.fhir_files import (
    APPOINTMENT,
    PATIENT,
    actor,
    as_bytes,
    bundle,
    notes,
    records,
    row,
    rows,
)

EXAMPLES = Path(__file__).resolve().parents[5] / "shared" / "data" / "fhir"


def test_an_appointment_and_its_patient_become_one_record():
    assert row(APPOINTMENT, PATIENT) == {
        "booking_id": "a1",
        "state": "bokad",
        "date": "2026-12-07",
        "time": "08:15",
        "care_service": "Röntgen av knä",
        "examination_code": "RTG-KNA",
        "visit_kind": "",
        "place": "",
        "unit": "",
        "unit_hsa_id": "",
        "referred_by": "",
        "person_id": "198902122392",
        "given_name": "Kristoffer",
        "family_name": "Ahlgren",
        "birth_date": "",
        "deceased": "",
        "phone": "",
        "care_of": "",
        "street": "Smedjegatan 43",
        "postal_code": "33130",
        "town": "Värnamo",
        "country": "",
        "protected": "",
        "interpreter": "",
    }


@pytest.mark.parametrize(
    "content",
    [
        as_bytes(bundle(PATIENT, APPOINTMENT)),
        json.dumps(bundle(PATIENT, APPOINTMENT), indent=2).encode("utf-8-sig"),
        json.dumps(bundle(PATIENT, APPOINTMENT)).encode("utf-16"),
        as_bytes(bundle(PATIENT, APPOINTMENT, type="collection")),
        as_bytes(bundle({"resourceType": "MessageHeader"}, PATIENT, APPOINTMENT, type="message")),
        json.dumps(bundle(PATIENT, APPOINTMENT), sort_keys=True).encode(),
        as_bytes({"id": "x"} | bundle(PATIENT, APPOINTMENT)),
        as_bytes([PATIENT, APPOINTMENT]),
        as_bytes([bundle(PATIENT), bundle(APPOINTMENT)]),
        as_bytes(PATIENT) + b"\n" + as_bytes(APPOINTMENT) + b"\n",
        as_bytes(bundle(PATIENT)) + b"\r\n" + as_bytes(bundle(APPOINTMENT)),
        as_bytes(bundle(bundle(PATIENT), bundle(APPOINTMENT), type="batch-response")),
        as_bytes(
            APPOINTMENT | {"contained": [PATIENT], "participant": [actor("#p1")]},
        ),
    ],
    ids=[
        "bundle",
        "indented, with a mark",
        "UTF-16",
        "collection",
        "message",
        "keys in order",
        "type not first",
        "array",
        "array of bundles",
        "NDJSON",
        "NDJSON of bundles",
        "bundles in a bundle",
        "one resource",
    ],
)
def test_resources_are_found_however_the_file_holds_them(content: bytes):
    (only,) = rows(content)

    assert is_fhir(content)
    assert (only["booking_id"], only["family_name"]) == ("a1", "Ahlgren")


def test_a_record_is_numbered_by_its_entry():
    content = as_bytes(bundle(PATIENT, APPOINTMENT, {"resourceType": "Slot"}, APPOINTMENT))

    assert [record.row_no for record in records(content)] == [2, 4]


@pytest.mark.parametrize("content", [b"", b"PID;Namn\n", b'{"a": 1}', b'text "resourceType"'])
def test_what_names_no_resource_type_is_no_fhir(content: bytes):
    assert not is_fhir(content)


def test_a_file_without_appointments_says_so():
    with pytest.raises(BookingsUnreadable, match="inga bokningar"):
        read_fhir(as_bytes(bundle(PATIENT)))


def test_a_file_larger_than_what_is_read_at_a_time_loses_nothing():
    filling = {"resourceType": "Binary", "data": "QUJD" * 100_000}
    resources = [APPOINTMENT | {"id": f"a{number}"} for number in range(2_000)]

    found = rows(as_bytes(bundle(*resources, filling, PATIENT)))

    assert [one["booking_id"] for one in found] == [f"a{number}" for number in range(2_000)]
    assert {one["family_name"] for one in found} == {"Ahlgren"}


def test_an_entry_without_a_resource_is_counted():
    file = read_fhir(
        as_bytes({"resourceType": "Bundle", "entry": [{"resource": APPOINTMENT}, {"search": {}}]})
    )
    list(file.records)

    assert file.notes == ["Överhoppade poster utan innehåll: 1."]


def test_a_page_of_a_longer_answer_is_told():
    (note,) = notes(link=[{"relation": "next", "url": "https://ehr.example?page=2"}])

    assert "en sida av ett längre svar" in note


def test_a_warning_and_a_label_on_the_whole_are_told_once():
    outcome = {"resourceType": "OperationOutcome"}

    found = notes(outcome, outcome, meta={"security": [{"code": "sekretessmarkering"}]})

    assert len(found) == 2


def test_a_history_of_versions_is_refused():
    with pytest.raises(BookingsUnreadable, match="historik"):
        read_fhir(as_bytes(bundle(APPOINTMENT, PATIENT, type="history")))


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the shared examples are not here")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Appointment-example", ("2013-12-10", "10:00", "General Discussion")),
        ("Appointment-2docs", ("2013-12-09", "10:00", "General Discussion")),
        ("Appointment-examplereq", ("", "", "Clinical Review")),
    ],
)
def test_hl7s_own_examples_are_read(name: str, expected: tuple[str, str, str]):
    others = ("Patient-example", "Location-1", "Location-2", "HealthcareService-example")
    resources = [
        json.loads((EXAMPLES / f"{one}.json").read_text("utf-8")) for one in (name, *others)
    ]

    found = row(*resources)

    assert (found["date"], found["time"], found["care_service"]) == expected
    assert (found["given_name"], found["family_name"]) == ("Peter James", "Chalmers")
    assert found["person_id"] == ""
