"""Appointments of R4 and R5: whether somebody is called, when, for what and how."""

import pytest

from app.adapters.booking_files.fhir import read_fhir
from app.errors import BookingsUnreadable
from tests.fhir_files import (
    APPOINTMENT,
    PATIENT,
    Json,
    actor,
    as_bytes,
    bundle,
    notes,
    of_appointment,
    problems,
    row,
)


@pytest.mark.parametrize(
    ("status", "state"),
    [("booked", "bokad"), ("pending", "bokad"), ("proposed", "bokad"), ("cancelled", "avbokad")],
)
def test_a_status_that_calls_somebody(status: str, state: str):
    assert of_appointment(status=status)["state"] == state


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("arrived", "redan har kommit"),
        ("checked-in", "redan har kommit"),
        ("fulfilled", "redan har genomförts"),
        ("noshow", "uteblev"),
        ("entered-in-error", "av misstag"),
        ("waitlist", "väntelista"),
    ],
)
def test_a_status_that_calls_nobody_is_counted(status: str, why: str):
    (note,) = notes(APPOINTMENT | {"status": status})

    assert note.startswith("1 bokning ")
    assert why in note


def test_a_proposed_time_is_told():
    (note,) = notes(*[APPOINTMENT | {"status": "proposed"}] * 2)

    assert note.startswith("2 bokningar har en föreslagen tid")


def test_a_file_of_only_finished_visits_says_why_it_is_empty():
    file = read_fhir(as_bytes(bundle(APPOINTMENT | {"status": "fulfilled"}, PATIENT)))

    with pytest.raises(BookingsUnreadable, match="redan har genomförts"):
        list(file.records)


def test_an_unknown_status_is_a_problem():
    assert problems(APPOINTMENT | {"status": "Booked?"}, PATIENT) == ["state"]


def test_a_time_that_replaces_another_is_a_rebooking():
    assert of_appointment(replaces=[{"reference": "Appointment/a0"}])["state"] == "ombokad"


@pytest.mark.parametrize("name", ["previousAppointment", "originatingAppointment"])
def test_a_time_in_a_series_is_no_rebooking(name: str):
    assert of_appointment(**{name: {"reference": "Appointment/a0"}})["state"] == "bokad"


def test_time_that_is_blocked_without_a_patient_is_counted():
    (note,) = notes(APPOINTMENT | {"participant": [actor("Practitioner/d1")]})

    assert note == "1 bokning utan patient är inte med."


@pytest.mark.parametrize("part", [{"status": "declined"}, {"required": "information-only"}])
def test_a_patient_who_is_not_to_come_is_a_problem(part: Json):
    who = actor("Patient/p1") | part

    assert problems(APPOINTMENT | {"participant": [who]}, PATIENT) == ["state"]


@pytest.mark.parametrize(
    ("start", "day", "clock"),
    [
        ("2026-12-07T08:15:00+01:00", "2026-12-07", "08:15"),
        ("2026-12-07T07:15:00Z", "2026-12-07", "08:15"),
        ("2026-07-07T06:15:00.000Z", "2026-07-07", "08:15"),
        ("2026-12-31T23:30:00Z", "2027-01-01", "00:30"),
        ("2026-12-07T02:15:00-05:00", "2026-12-07", "08:15"),
        ("2026-12-07T07:15Z", "2026-12-07", "08:15"),
    ],
)
def test_a_start_is_told_in_swedish_time(start: str, day: str, clock: str):
    found = of_appointment(start=start)

    assert (found["date"], found["time"]) == (day, clock)


def test_a_start_without_an_offset_is_a_problem():
    floating = APPOINTMENT | {"start": "2026-12-07T08:15:00"}

    assert row(floating, PATIENT)["time"] == "08:15"
    assert problems(floating, PATIENT) == ["time"]


@pytest.mark.parametrize(
    "start",
    [
        "2026-02-30T08:15:00+01:00",
        "2026-12-07T25:15:00+01:00",
        "2026-12-07T08:15:00+99:99",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:00-14:00",
        "2026-12-07",
        "snart",
    ],
)
def test_a_start_that_is_no_moment_stays_as_written_and_has_no_clock(start: str):
    found = of_appointment(start=start)

    assert (found["date"], found["time"]) == (start, "")


def test_a_proposed_time_may_have_no_start():
    request = {key: APPOINTMENT[key] for key in APPOINTMENT if key != "start"}

    found = row(request | {"status": "proposed"}, PATIENT)

    assert (found["date"], found["time"]) == ("", "")


FOLLOW_UP = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0276", "code": "F"}]}


@pytest.mark.parametrize(
    ("changes", "words", "code"),
    [
        ({"serviceType": [{"coding": [{"code": "52", "display": "Samtal"}]}]}, "Samtal", "52"),
        ({"serviceType": [{"concept": {"text": "EKG", "coding": [{"code": "E"}]}}]}, "EKG", "E"),
        ({"serviceType": [{"text": "EKG"}, {"text": "Eko"}, {"text": "EKG"}]}, "EKG, Eko", ""),
        ({"serviceType": [], "appointmentType": {"text": "Återbesök"}}, "Återbesök", ""),
        ({"serviceType": [], "appointmentType": FOLLOW_UP}, "", ""),
        ({"serviceType": [], "reasonCode": [{"text": "Kontroll"}]}, "Kontroll", ""),
        ({"serviceType": [], "reason": [{"concept": {"text": "Kontroll"}}]}, "Kontroll", ""),
        (
            {"serviceType": [{"coding": [{"code": "a"}, {"code": "b", "userSelected": True}]}]},
            "",
            "b",
        ),
    ],
)
def test_what_the_visit_is_for(changes: Json, words: str, code: str):
    found = of_appointment(**changes)

    assert (found["care_service"], found["examination_code"]) == (words, code)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"appointmentType": {"text": "Telefonbesök"}}, "telefon"),
        ({"appointmentType": {"text": "Återbesök via video"}}, "video"),
        ({"serviceCategory": [{"coding": [{"display": "Videomöte"}]}]}, "video"),
        ({"serviceCategory": [{"text": "Video EEG"}]}, ""),
        ({"appointmentType": {"text": "Telefon eller video"}}, ""),
        ({"class": [{"coding": [{"code": "AMB"}]}]}, ""),
        ({"class": [{"coding": [{"code": "185317003"}]}]}, "telefon"),
        ({"virtualService": [{"channelType": {"code": "ms-teams"}}]}, "video"),
        ({"virtualService": [{"channelType": {"code": "phone"}}]}, "telefon"),
        ({"extension": [{"url": "x/class/v1", "valueCoding": {"display": "Telefon"}}]}, "telefon"),
        ({"extension": [{"url": "x/other", "valueCoding": {"display": "Telefon"}}]}, ""),
        ({"description": "Patienten nås på telefon"}, ""),
    ],
)
def test_phone_and_video_are_told_only_by_codes_and_plain_words(changes: Json, kind: str):
    assert of_appointment(**changes)["visit_kind"] == kind
