"""Which patients a FHIR appointment means, and a record for each of them."""

import pytest

from tests.fhir_files import (
    APPOINTMENT,
    PATIENT,
    PERSONNUMMER,
    Json,
    actor,
    as_bytes,
    bundle,
    of_appointment,
    problems,
    records,
    row,
    rows,
)


@pytest.mark.parametrize(
    ("url", "reference"),
    [
        ("", "Patient/p1"),
        ("", "Patient/p1/_history/3"),
        ("", "https://ehr.example/fhir/Patient/p1"),
        ("https://ehr.example/fhir/Patient/p1", "Patient/p1"),
        ("https://ehr.example/fhir/Patient/p1", "https://ehr.example/fhir/Patient/p1"),
        ("https://ehr.example/fhir/Patient/p1", "https://ehr.example/fhir/Patient/p1/_history/2"),
        (
            "urn:uuid:9b0fd6e8-7f1f-4d04-9f44-5a3c7c6a2f11",
            "urn:uuid:9b0fd6e8-7f1f-4d04-9f44-5a3c7c6a2f11",
        ),
    ],
)
def test_a_reference_finds_the_patient(url: str, reference: str):
    content = as_bytes(
        {
            "resourceType": "Bundle",
            "entry": [
                {"resource": APPOINTMENT | {"participant": [actor(reference)]}},
                {"fullUrl": url, "resource": PATIENT},
            ],
        }
    )

    (record,) = records(content)

    assert "Ahlgren" in record.cells
    assert record.problems == ()


def test_a_reference_by_identifier_finds_the_patient():
    who = {"identifier": {"system": "urn:oid:1.2.752.129.2.1.3.1", "value": "19890212-2392"}}
    known = PATIENT | {"identifier": [who["identifier"]]}

    found = row(APPOINTMENT | {"participant": [{"actor": who}]}, known)

    assert found["family_name"] == "Ahlgren"


def test_a_patient_who_is_not_in_the_file_is_what_the_reference_says():
    who = {
        "type": "Patient",
        "identifier": {"system": PERSONNUMMER, "value": "198902122392"},
        "display": "Ahlgren, Kristoffer",
    }
    lonely = APPOINTMENT | {"participant": [{"actor": who}]}

    found = row(lonely)

    assert (found["person_id"], found["given_name"]) == ("198902122392", "Kristoffer")
    assert problems(lonely) == ["protected"]


@pytest.mark.parametrize(
    "participants",
    [
        [actor("Patient/unknown")],
        [actor("urn:uuid:unknown")],
        [actor("urn:uuid:unknown"), actor("urn:uuid:other")],
        [{"actor": {"display": "Kristoffer Ahlgren"}}],
    ],
)
def test_a_patient_who_cannot_be_found_is_a_problem(participants: list[Json]):
    assert problems(APPOINTMENT | {"participant": participants}, PATIENT) == ["protected"]


def test_a_personnummer_in_a_reference_is_a_patients():
    who = {"identifier": {"system": PERSONNUMMER, "value": "198902122392"}}

    assert row(APPOINTMENT | {"participant": [{"actor": who}]})["person_id"] == "198902122392"


def test_a_name_beside_an_unknown_reference_is_the_last_resort():
    who = {"actor": {"reference": "Patient/x", "display": "Kristoffer Ahlgren"}}

    assert row(APPOINTMENT | {"participant": [who]})["given_name"] == "Kristoffer Ahlgren"


def test_the_same_patient_on_two_servers_is_not_mixed_up():
    other = PATIENT | {"name": [{"family": "Nyblåst"}]}
    entries = [
        {"fullUrl": f"https://{server}.example/{kind}/{one['id']}", "resource": one}
        for server, kind, one in (
            ("a", "Patient", PATIENT),
            ("b", "Patient", other),
            ("a", "Appointment", APPOINTMENT),
            ("b", "Appointment", APPOINTMENT | {"id": "a2"}),
            ("c", "Appointment", APPOINTMENT | {"id": "a3"}),
        )
    ]

    found = rows(as_bytes({"resourceType": "Bundle", "entry": entries}))

    assert [one["family_name"] for one in found] == ["Ahlgren", "Nyblåst", ""]


def test_another_servers_patient_with_the_same_id_is_somebody_else():
    entries = [
        {"fullUrl": "https://a.example/Patient/p1", "resource": PATIENT},
        {"resource": APPOINTMENT | {"participant": [actor("https://b.example/Patient/p1")]}},
    ]

    (found,) = rows(as_bytes({"resourceType": "Bundle", "entry": entries}))

    assert found["family_name"] == ""


def test_two_pages_may_both_have_the_patient():
    assert problems(PATIENT, APPOINTMENT, PATIENT) == []


def test_a_patient_who_differs_from_page_to_page_is_a_problem():
    protected = PATIENT | {"meta": {"security": [{"code": "sekretessmarkering"}]}}

    assert problems(PATIENT, APPOINTMENT, protected) == ["protected"]


def test_each_patient_of_an_appointment_is_a_record_with_an_id_of_its_own():
    second = PATIENT | {"id": "p2", "name": [{"family": "Nyblåst"}]}
    group = APPOINTMENT | {"participant": [actor("Patient/p1"), actor("Patient/p2")]}

    found = rows(as_bytes(bundle(group, PATIENT, second)))

    assert [(one["booking_id"], one["family_name"]) for one in found] == [
        ("a1/p1", "Ahlgren"),
        ("a1/p2", "Nyblåst"),
    ]


def test_patients_without_ids_of_their_own_are_told_apart_by_number():
    group = APPOINTMENT | {"participant": [actor("Patient/x"), actor("Patient/y")]}

    found = rows(as_bytes(bundle(group)))

    assert [one["booking_id"] for one in found] == ["a1/1", "a1/2"]


def test_a_patient_who_is_named_twice_is_one_person():
    assert of_appointment(participant=[actor("Patient/p1")] * 2)["booking_id"] == "a1"


def test_without_an_id_the_first_identifier_is_the_booking_id():
    nameless = {key: APPOINTMENT[key] for key in APPOINTMENT if key != "id"}

    found = row(nameless | {"identifier": [{"value": ""}, {"value": "730114"}]}, PATIENT)

    assert found["booking_id"] == "730114"


def test_r5_may_name_its_patient_as_subject():
    found = of_appointment(participant=[], subject={"reference": "Patient/p1"})

    assert found["family_name"] == "Ahlgren"


def test_contained_patients_under_one_id_are_nobody():
    twice = [PATIENT, PATIENT | {"name": [{"family": "Nyblåst"}]}]
    unclear = APPOINTMENT | {"contained": twice, "participant": [actor("#p1", type=[])]}

    assert row(unclear)["family_name"] == ""
