"""A second opinion: what fhir.resources accepts as R4B or R5 is read as fhir.resources reads it."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fhir.resources.appointment import Appointment as AppointmentR5
from fhir.resources.R4B.appointment import Appointment as AppointmentR4B
from fhir.resources.R4B.patient import Patient as PatientR4B
from hypothesis import given, settings
from hypothesis import strategies as st

from app.swedish_dates import STOCKHOLM
from tests.fhir_files import PATIENT, row

words = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=12)
starts = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- hypothesis wants its bounds naive
statuses = st.sampled_from(["proposed", "pending", "booked", "cancelled"])


def appointment(status: str, start: datetime, **more: Any) -> dict[str, Any]:
    return {
        "resourceType": "Appointment",
        "id": "a1",
        "status": status,
        "start": start.isoformat(),
        "end": (start + timedelta(minutes=30)).isoformat(),
        "participant": [{"actor": {"reference": "Patient/p1"}, "status": "accepted"}],
        **more,
    }


def in_sweden(start: Any) -> tuple[str, str]:
    local = start.astimezone(STOCKHOLM)
    return f"{local:%Y-%m-%d}", f"{local:%H:%M}"


@settings(max_examples=60, deadline=None)
@given(status=statuses, start=starts, service=words, given_name=words, family=words)
def test_r4(status: str, start: datetime, service: str, given_name: str, family: str):
    name = [{"use": "official", "given": [given_name], "family": family}]
    resource = appointment(status, start, serviceType=[{"text": service}])
    theirs: Any = AppointmentR4B.model_validate(resource)
    patient: Any = PatientR4B.model_validate(PATIENT | {"name": name})

    ours = row(json.loads(theirs.model_dump_json()), json.loads(patient.model_dump_json()))

    assert (ours["date"], ours["time"]) == in_sweden(theirs.start)
    assert ours["care_service"] == theirs.serviceType[0].text
    assert (ours["given_name"], ours["family_name"]) == (
        patient.name[0].given[0],
        patient.name[0].family,
    )
    assert ours["person_id"] == patient.identifier[0].value


@settings(max_examples=60, deadline=None)
@given(status=statuses, start=starts, service=words, reason=words)
def test_r5(status: str, start: datetime, service: str, reason: str):
    resource = appointment(
        status,
        start,
        serviceType=[{"concept": {"text": service, "coding": [{"code": "E1"}]}}],
        reason=[{"concept": {"text": reason}}],
        virtualService=[{"channelType": {"code": "ms-teams"}}],
        replaces=[{"reference": "Appointment/a0"}],
        subject={"reference": "Patient/p1"},
    )
    theirs: Any = AppointmentR5.model_validate(resource)

    ours = row(json.loads(theirs.model_dump_json()), PATIENT)

    assert (ours["date"], ours["time"]) == in_sweden(theirs.start)
    assert ours["care_service"] == theirs.serviceType[0].concept.text
    assert ours["examination_code"] == theirs.serviceType[0].concept.coding[0].code
    assert ours["visit_kind"] == "video"
    assert ours["state"] == ("avbokad" if theirs.status == "cancelled" else "ombokad")


@pytest.mark.parametrize("model", [AppointmentR4B, AppointmentR5])
def test_the_samples_of_these_tests_are_fhir(model: Any):
    start = datetime(2026, 12, 7, 8, 15, tzinfo=STOCKHOLM)

    assert model.model_validate(appointment("booked", start)).status == "booked"
