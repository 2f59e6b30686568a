"""Patients after the Swedish base profiles: number, name, address and protected identity."""

from typing import Any

import pytest

from tests.fhir_files import (
    APPOINTMENT,
    PATIENT,
    PERSONNUMMER,
    SECURITY,
    Json,
    of_appointment,
    of_patient,
    problems,
)


def number(value: str, system: str, **more: str) -> Json:
    return {"system": system, "value": value, **more}


@pytest.mark.parametrize(
    ("identifiers", "chosen"),
    [
        ([number("X1", "urn:oid:1.2.3"), number("198902122392", PERSONNUMMER)], "198902122392"),
        (
            [
                number("196109732393", "urn:oid:1.2.752.129.2.1.3.3"),
                number("198902122392", "urn:oid:1.2.752.129.2.1.3.1"),
            ],
            "198902122392",
        ),
        (
            [
                number("20210325K069", "urn:oid:1.2.752.113.11.0.2.1.1.1"),
                number(
                    "98240301AA06", "http://electronichealth.se/identifier/nationelltReservnummer"
                ),
            ],
            "98240301AA06",
        ),
        (
            [
                number("196109732393", PERSONNUMMER, use="old"),
                number("198902122392", PERSONNUMMER),
            ],
            "198902122392",
        ),
        ([number("198902122392", PERSONNUMMER, use="old")], "198902122392"),
        ([number("19890212-2392", "urn:oid:1.2.3")], "19890212-2392"),
        ([number("12345", "urn:oid:1.2.3")], ""),
        ([], ""),
    ],
)
def test_the_best_number_is_the_patients(identifiers: list[Json], chosen: str):
    assert of_patient(identifier=identifiers)["person_id"] == chosen


def test_two_different_personnummer_are_a_problem():
    twice = [number("198902122392", PERSONNUMMER), number("194302129046", PERSONNUMMER)]
    written = [number("198902122392", PERSONNUMMER), number("19890212-2392", PERSONNUMMER)]

    assert problems(APPOINTMENT, PATIENT | {"identifier": twice}) == ["person_id"]
    assert problems(APPOINTMENT, PATIENT | {"identifier": written}) == []


CALLED = {
    "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier", "valueCode": "CL"}
    ]
}


@pytest.mark.parametrize(
    ("names", "given", "family"),
    [
        ([{"use": "official", "family": "Ek", "given": ["Eva", "Maria"]}], "Eva Maria", "Ek"),
        (
            [{"family": "Ek", "given": ["Eva", "Maria"], "_given": [None, CALLED]}],
            "Maria",
            "Ek",
        ),
        (
            [{"use": "usual", "given": ["Evis"]}, {"use": "official", "family": "Ek"}],
            "",
            "Ek",
        ),
        ([{"use": "old", "family": "Al"}, {"use": "maiden", "family": "Ask"}], "", "Ask"),
        ([{"text": "Eva Ek"}], "Eva Ek", ""),
        ([{"text": "Ek, Eva"}], "Eva", "Ek"),
        ([], "", ""),
    ],
)
def test_the_name_is_the_one_that_a_letter_needs(names: list[Json], given: str, family: str):
    found = of_patient(name=names)

    assert (found["given_name"], found["family_name"]) == (given, family)


def address(**parts: Any) -> tuple[str, ...]:
    found = of_patient(address=[parts])
    return tuple(found[name] for name in ("care_of", "street", "postal_code", "town", "country"))


def test_care_of_is_a_line_of_its_own():
    assert address(line=["c/o Ek", "Storgatan 1"], city="Ort") == (
        "c/o Ek",
        "Storgatan 1",
        "",
        "Ort",
        "",
    )
    assert address(line=["C/O", "Ek", "Storgatan 1"])[:2] == ("C/O Ek", "Storgatan 1")


@pytest.mark.parametrize("country", ["SE", "SWE", "Sverige"])
def test_sweden_is_no_country_on_an_envelope(country: str):
    assert address(line=["Storgatan 1"], city="Ort", country=country)[-1] == ""


def test_a_town_abroad_may_be_the_last_line():
    assert address(line=["Van Kampenstraat", "7558 Hengelo"], country="Nederländerna") == (
        "",
        "Van Kampenstraat",
        "",
        "7558 Hengelo",
        "Nederländerna",
    )


def official(code: str) -> Json:
    return {"extension": [{"valueCodeableConcept": {"coding": [{"code": code}]}}]}


@pytest.mark.parametrize(
    ("addresses", "town"),
    [
        ([{"use": "temp", "city": "A"}, {"use": "home", "city": "B"}], "B"),
        ([{"use": "old", "city": "A"}], ""),
        ([{"type": "physical", "city": "A"}, {"type": "postal", "city": "B"}], "B"),
        (
            [
                {"city": "A"} | official("63381000052101"),
                {"city": "B"} | official("63391000052104"),
            ],
            "B",
        ),
        (
            [
                {"city": "A"} | official("63401000052101"),
                {"city": "B"} | official("63411000052104"),
            ],
            "B",
        ),
    ],
)
def test_the_address_is_where_letters_go(addresses: list[Json], town: str):
    assert of_patient(address=addresses)["town"] == town


@pytest.mark.parametrize(
    "label",
    [
        {"system": SECURITY, "code": "sekretessmarkering"},
        {"system": SECURITY, "code": "skyddadFolkbokforing"},
        {"code": "Sekretessmarkering"},
        {"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R"},
        {"system": "urn:oid:2.16.840.1.113883.5.25", "code": "V"},
    ],
)
def test_a_label_protects_the_patient(label: Json):
    assert of_patient(meta={"security": [label]})["protected"] == "ja"


@pytest.mark.parametrize(
    "label",
    [
        {"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "N"},
        {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "DEMO"},
        {"system": "https://ehr.example/labels", "code": "R"},
    ],
)
def test_an_ordinary_label_protects_nobody(label: Json):
    assert of_patient(meta={"security": [label]})["protected"] == ""


def test_an_appointments_own_label_protects_its_patient():
    labelled = {"security": {"code": "sekretessmarkering"}}
    restricted = {"security": [{"system": "http://hl7.org/fhir/v3/Confidentiality", "code": "R"}]}

    assert of_appointment(meta=labelled)["protected"] == "ja"
    assert of_appointment(meta=restricted)["protected"] == ""


@pytest.mark.parametrize(
    ("changes", "deceased"),
    [
        ({"deceasedBoolean": True}, "ja"),
        ({"deceasedDateTime": "2026-01"}, "ja"),
        ({"deceasedBoolean": "true"}, "ja"),
        ({"deceasedBoolean": False}, ""),
        ({"deceasedBoolean": "false"}, ""),
    ],
)
def test_who_is_deceased(changes: Json, deceased: str):
    assert of_patient(**changes)["deceased"] == deceased


def test_a_birth_date_is_a_whole_date():
    assert of_patient(birthDate="1989-02-12")["birth_date"] == "1989-02-12"
    assert of_patient(birthDate="1989")["birth_date"] == ""


def test_a_mobile_phone_comes_first():
    contacts = [
        {"system": "email", "value": "x@example.se"},
        {"system": "phone", "value": "036-1", "use": "home"},
        {"system": "phone", "value": "070-1", "use": "mobile"},
        {"system": "phone", "value": "070-0", "use": "old"},
    ]

    assert of_patient(telecom=contacts)["phone"] == "070-1"


def test_an_interpreter_is_needed_in_the_preferred_language():
    needs = {
        "url": "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired",
        "valueBoolean": True,
    }
    languages = [
        {"language": {"text": "Engelska"}},
        {"language": {"text": "Somaliska"}, "preferred": True},
    ]

    assert of_patient(extension=[needs], communication=languages)["interpreter"] == "Somaliska"
    assert of_patient(extension=[needs])["interpreter"] == "ja"
    assert of_patient(communication=languages)["interpreter"] == ""
