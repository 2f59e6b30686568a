"""Places, units and referrers of FHIR appointments, and the senders that a file tells of."""

import pytest

from app.adapters.booking_files.fhir import read_fhir
from tests.fhir_files import (
    APPOINTMENT,
    HSA,
    PATIENT,
    Json,
    actor,
    as_bytes,
    bundle,
    of_appointment,
    rows,
)

CLINIC = {
    "resourceType": "Organization",
    "id": "o1",
    "name": "Röntgen Vätterhöjden",
    "identifier": [{"system": HSA, "value": "SE2321000057-EXEMPEL1"}],
}
ROOM = {
    "resourceType": "Location",
    "id": "l1",
    "name": "Lab 5",
    "partOf": {"reference": "Location/l2"},
    "managingOrganization": {"reference": "Organization/o1"},
}
BUILDING = {
    "resourceType": "Location",
    "id": "l2",
    "address": {"line": ["Sjukhusgatan 1"], "city": "Jönköping"},
}
SERVICE = {
    "resourceType": "HealthcareService",
    "id": "h1",
    "name": "Skelettröntgen",
    "providedBy": {"reference": "Organization/o1"},
}
WITH = [actor("Patient/p1")]


def test_a_place_has_the_buildings_address():
    found = of_appointment(ROOM, BUILDING, participant=[*WITH, actor("Location/l1")])

    assert found["place"] == "Lab 5, Sjukhusgatan 1, Jönköping"


@pytest.mark.parametrize(
    ("others", "changes"),
    [
        ([ROOM, CLINIC], {"participant": [*WITH, actor("Location/l1")]}),
        ([SERVICE, CLINIC], {"participant": [*WITH, actor("HealthcareService/h1")]}),
        ([CLINIC], {"participant": [*WITH, actor("Organization/o1")]}),
        (
            [SERVICE, CLINIC],
            {"serviceType": [{"reference": {"reference": "HealthcareService/h1"}}]},
        ),
        (
            [CLINIC],
            {
                "extension": [
                    {
                        "url": "x/serviceProvider",
                        "valueReference": {"reference": "Organization/o1"},
                    }
                ]
            },
        ),
    ],
)
def test_the_unit_is_whoever_has_an_hsa_id(others: list[Json], changes: Json):
    found = of_appointment(*others, **changes)

    assert (found["unit"], found["unit_hsa_id"]) == (CLINIC["name"], "SE2321000057-EXEMPEL1")


@pytest.mark.parametrize("root", [HSA, "1.2.752.29.4.19", "urn:oid:1.2.752.29.4.19"])
def test_a_unit_may_be_no_more_than_an_hsa_id_in_a_reference(root: str):
    who = {
        "type": "HealthcareService",
        "identifier": {"system": root, "value": "SE2321000057-EXEMPEL2"},
        "display": "Röntgen",
    }
    content = as_bytes(bundle(APPOINTMENT | {"participant": [*WITH, {"actor": who}]}, PATIENT))

    (found,) = rows(content)

    assert (found["unit"], found["unit_hsa_id"]) == ("Röntgen", "SE2321000057-EXEMPEL2")
    assert "SE2321000057-EXEMPEL2" in read_fhir(content).senders


def test_without_an_hsa_id_the_unit_is_the_organization_by_name():
    nameless = {key: CLINIC[key] for key in CLINIC if key != "identifier"}
    taking_part = [*WITH, actor("HealthcareService/h1")]

    found = of_appointment(SERVICE, nameless, participant=taking_part)
    without = of_appointment(SERVICE, participant=taking_part)

    assert (found["unit"], found["unit_hsa_id"]) == ("Röntgen Vätterhöjden", "")
    assert without["unit"] == "Skelettröntgen"


def test_a_contained_place_and_unit_are_this_appointments_own():
    def with_room(name: str, number: int) -> Json:
        return APPOINTMENT | {
            "id": f"a{number}",
            "contained": [{"resourceType": "Location", "id": "r", "name": name}],
            "participant": [*WITH, actor("#r")],
        }

    found = rows(as_bytes(bundle(with_room("Lab 1", 1), with_room("Lab 2", 2), PATIENT)))

    assert [one["place"] for one in found] == ["Lab 1", "Lab 2"]


def test_senders_are_the_names_and_addresses_of_where_the_file_comes_from():
    header = {"resourceType": "MessageHeader", "source": {"name": "RIS", "endpoint": "urn:x:ris"}}
    profiled = APPOINTMENT | {
        "meta": {"profile": ["https://ehr.example/AppointmentSe"]},
        "contained": [CLINIC | {"identifier": [{"system": HSA, "value": "SE2321000057-EXEMPEL3"}]}],
    }
    content = as_bytes(
        bundle(header, profiled, CLINIC, PATIENT, meta={"source": "https://ehr.example"})
    )

    assert read_fhir(content).senders == {
        "RIS",
        "urn:x:ris",
        "https://ehr.example",
        "https://ehr.example/AppointmentSe",
        "Röntgen Vätterhöjden",
        "SE2321000057-EXEMPEL1",
        "SE2321000057-EXEMPEL3",
    }


DOCTOR = {
    "resourceType": "Practitioner",
    "id": "d1",
    "name": [{"given": ["Eva"], "family": "Ek"}],
}
REFERRER = {"type": [{"coding": [{"code": "REF"}]}]}
REFERRAL = {
    "resourceType": "ServiceRequest",
    "id": "s1",
    "requester": {"reference": "Organization/o9", "display": "Vårdcentralen Ekbacken"},
}


def test_a_practitioner_is_named_only_as_the_referrer():
    assert (
        of_appointment(DOCTOR, participant=[*WITH, actor("Practitioner/d1")])["referred_by"] == ""
    )

    as_referrer = [*WITH, actor("Practitioner/d1", **REFERRER)]
    assert of_appointment(DOCTOR, participant=as_referrer)["referred_by"] == "Eva Ek"


def test_a_referral_tells_who_asked():
    found = of_appointment(REFERRAL, basedOn=[{"reference": "ServiceRequest/s1"}])

    assert found["referred_by"] == "Vårdcentralen Ekbacken"


def test_a_referral_that_is_not_in_the_file_tells_nothing():
    assert of_appointment(basedOn=[{"reference": "ServiceRequest/s2"}])["referred_by"] == ""
