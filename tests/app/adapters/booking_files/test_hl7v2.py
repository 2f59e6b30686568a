"""Scheduling messages of HL7 v2 as bookings: ours, others', and broken ones."""

from pathlib import Path

import hl7
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.booking_files.hl7v2 import is_hl7v2, read_hl7v2
from app.care_systems import FieldName
from app.errors import BookingsUnreadable
from tests.siu import (
    AIL,
    AIS,
    MSH,
    PID,
    PV1,
    SCH,
    TQ1,
    message,
    notes_of,
    only,
    records_of,
    texts_of,
)

WHOLE = message("FHS|^~\\&|", MSH, SCH, TQ1, PID, PV1, "RGS|1|A", AIS, AIL, "BTS|1")


def test_a_message_becomes_a_booking_with_all_that_a_letter_needs():
    texts = only(MSH, SCH, TQ1, PID, PV1, AIS, AIL)

    assert texts == {
        "booking_id": "50001",
        "state": "bokad",
        "person_id": "191212121212",
        "family_name": "Svensson",
        "given_name": "Åsa",
        "birth_date": "1912-12-12",
        "care_of": "",
        "street": "Storgatan 1",
        "postal_code": "553 22",
        "town": "Jönköping",
        "country": "",
        "phone": "070-174 06 05",
        "deceased": "",
        "protected": "",
        "date": "2026-11-03",
        "time": "08:15",
        "care_service": "Mammografi",
        "examination_code": "MAM",
        "place": "M1, Rum 4",
        "unit": "Mammografin Vätterhöjden",
        "unit_hsa_id": "",
        "referred_by": "",
    }


def test_every_cell_has_a_header_and_no_record_is_blank():
    file = read_hl7v2(message(MSH))

    (record,) = file.records

    assert len(record.cells) == len(file.header)
    assert any(record.cells)


def test_the_senders_are_the_names_and_ids_of_msh_3_and_4():
    sender = MSH.replace("MAM VHS", "MAM^SE2321000057-EXEMPEL8^HSA")

    file = read_hl7v2(message(sender, SCH))

    assert file.senders == {"SECTRA-EXEMPEL", "MAM", "SE2321000057-EXEMPEL8"}


def test_a_message_that_is_absurdly_long_is_a_row_to_look_at():
    long = [
        message(MSH, SCH, PID, *[AIS] * 2_000),
        message(MSH, SCH, PID, "OBX|1|ED|||" + "A" * 1_000_000),
    ]

    for content in long:
        (record,) = records_of(content)
        assert [problem.field for problem in record.problems] == ["row"]
        assert "orimligt långt" in record.problems[0].sentence


def test_a_report_that_is_sent_along_is_no_hindrance():
    assert len(records_of(message(MSH, SCH, PID, "OBX|1|ED|||" + "A" * 500_000))) == 1


@pytest.fixture
def sample(shared_data: Path):
    """Reads one of the six messages that nobody here wrote."""
    return lambda event: (shared_data / "hl7v2" / f"SIU-{event}-01.hl7").read_bytes()


@pytest.mark.parametrize(
    ("event", "state"),
    [
        ("S12", "bokad"),
        ("S13", "ombokad"),
        ("S14", "bokad"),
        ("S15", "avbokad"),
        ("S17", "avbokad"),
    ],
)
def test_the_public_samples_become_bookings_with_their_two_starts_told(
    sample, event: str, state: str
):
    content = sample(event)

    (texts,), (record,) = texts_of(content), records_of(content)

    assert is_hl7v2(content)
    assert texts["state"] == state
    assert texts["booking_id"] == "36996"
    assert texts["street"] == "1000 Hospital Lane Ste. 123"
    assert texts["examination_code"] == "76164006"
    assert texts["unit"] == "GH Clinic"
    assert (texts["date"], texts["time"]) == ("2021-09-24", "09:15")
    (problem,) = record.problems
    assert "24 september 2021 klockan 09.15 (TQ1-7)" in problem.sentence
    assert "1 oktober 2020 klockan 11.11 (SCH-11)" in problem.sentence


def test_the_public_sample_of_an_absence_is_no_booking(sample):
    with pytest.raises(BookingsUnreadable, match=r"inga bokningar.*: 1\. Patienten uteblev\."):
        records_of(sample("S26"))


def test_the_public_samples_in_one_file_are_one_booking_with_its_newest_message(sample):
    content = b"\n".join(map(sample, ("S12", "S13", "S14", "S15", "S17")))

    (texts,) = texts_of(content)

    assert texts["state"] == "avbokad"
    assert notes_of(content) == [
        "Överhoppade meddelanden: 4. Ett nyare meddelande i filen gäller samma bokning."
    ]


FIELDS: dict[FieldName, str] = {
    "booking_id": "SCH.F2.R1.C1",
    "person_id": "PID.F3.R1.C1",
    "family_name": "PID.F5.R1.C1",
    "given_name": "PID.F5.R1.C2",
    "postal_code": "PID.F11.R1.C5",
    "town": "PID.F11.R1.C3",
    "phone": "PID.F13.R1.C1",
    "examination_code": "AIS.F3.R1.C1",
    "care_service": "AIS.F3.R1.C2",
}
# The library writes what is not ASCII as \X..\, which only says anything up to U+00FF, and takes
# "" for a text.
TEXT = st.text(
    st.characters(categories=["L", "N", "P", "S"], max_codepoint=0xFF, exclude_characters='"'),
    min_size=1,
    max_size=20,
)


@given(st.lists(TEXT, min_size=9, max_size=9))
def test_fields_are_what_the_hl7_library_finds_in_them(values: list[str]):
    escape = hl7.parse(MSH).escape
    booking_id, number, family, given_name, town, code, phone, service_code, service = map(
        escape, values
    )
    content = message(
        MSH,
        f"SCH||{booking_id}",
        f"PID|1||{number}||{family}^{given_name}||||||Gatan^^{town}^^{code}||{phone}",
        f"AIS|1|A|{service_code}^{service}",
    )

    texts = only(*content.decode().split("\r")[:-1])

    theirs = hl7.parse(content.decode())
    for name, accessor in FIELDS.items():
        assert texts[name] == theirs[accessor]


def exhausted(content: bytes) -> int:
    """How many records a file has, where it is one of messages."""
    try:
        return len(records_of(content))
    except BookingsUnreadable:
        return 0


@given(st.binary(max_size=200))
def test_whatever_the_bytes_are_they_are_read_or_refused(noise: bytes):
    for content in (noise, b"MSH|^~\\&|" + noise, WHOLE + noise, message(MSH, SCH) + noise):
        is_hl7v2(content)
        assert exhausted(content) <= content.count(b"MSH") + content.count(b"PID")


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(WHOLE)), st.integers(0, 30), st.sampled_from(range(5)) | st.binary()
        ),
        max_size=8,
    )
)
def test_a_damaged_file_is_read_or_refused(changes: list[tuple[int, int, int | bytes]]):
    pieces = (b"\rMSH|^~\\&|", b"\rPID|1||", b"\\X", b"\r\n\x0b\x1c", b"^~&|" * 50)
    content = WHOLE
    for at, length, new in changes:
        inserted = new if isinstance(new, bytes) else pieces[new]
        content = content[:at] + inserted + content[at + length :]

    assert exhausted(content) <= content.count(b"MSH") + content.count(b"PID")
