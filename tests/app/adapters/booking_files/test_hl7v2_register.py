"""Which messages of a file count, and what is told of the others."""

import pytest

from app.adapters.booking_files.hl7v2 import read_hl7v2
from app.errors import BookingsUnreadable
from tests.siu import (
    AIS,
    MSH,
    PID,
    SCH,
    booked,
    field,
    message,
    notes_of,
    only,
    problems,
    records_of,
    sent,
    texts_of,
)


@pytest.mark.parametrize(
    ("event", "state"),
    [
        ("S12", "bokad"),
        ("S13", "ombokad"),
        ("S14", "bokad"),
        ("S15", "avbokad"),
        ("S16", "avbokad"),
        ("S17", "avbokad"),
        ("S18", "bokad"),
        ("S19", "bokad"),
    ],
)
def test_the_event_tells_the_state(event: str, state: str):
    assert only(sent(event), SCH, PID)["state"] == state
    assert problems(sent(event), SCH, PID) == ()


@pytest.mark.parametrize("event", ["S20", "S21", "S22"])
def test_a_booking_that_loses_a_part_still_stands_but_must_be_looked_at(event: str):
    assert only(sent(event), SCH, PID)["state"] == "bokad"
    (problem,) = problems(sent(event), SCH, PID)
    assert problem.field == "row"
    assert f"tar bort en del av bokningen ({event})" in problem.sentence


@pytest.mark.parametrize(
    "status", ["Cancelled", "CANCELED", "Deleted", "DC", "Dc", "^Discontinued"]
)
def test_a_booking_with_a_cancelled_status_is_cancelled(status: str):
    assert only(sent("S14"), booked("1", status=status), PID)["state"] == "avbokad"
    assert only(sent("S20"), booked("1", status=status), PID)["state"] == "avbokad"


@pytest.mark.parametrize("status", ["Booked", "Pending", "Overbook", "Scheduled", "", "Eget"])
def test_other_statuses_say_nothing_more(status: str):
    assert only(MSH, booked("1", status=status), PID)["state"] == "bokad"


@pytest.mark.parametrize(
    ("event", "status", "why"),
    [
        ("S26", "Booked", "Patienten uteblev."),
        ("S12", "Noshow", "Patienten uteblev."),
        ("S15", "No-show", "Patienten uteblev."),
        ("S12", "Complete", "Besöket är redan påbörjat eller genomfört."),
        ("S14", "Started", "Besöket är redan påbörjat eller genomfört."),
        ("S12", "Waitlist", "Patienten står på väntelista utan bokad tid."),
        ("S12", "Blocked", "De spärrar eller frigör tider."),
        ("S23", "Blocked", "De spärrar eller frigör tider."),
        ("S24", "", "De spärrar eller frigör tider."),
    ],
)
def test_who_is_not_called_is_counted_and_told(event: str, status: str, why: str):
    left_out = message(sent(event), booked("1", status=status), PID)
    called = message(sent("S12", control_id="M2"), booked("2"), PID)

    assert notes_of(left_out + called) == [f"Överhoppade meddelanden: 1. {why}"]
    with pytest.raises(BookingsUnreadable, match=f"inga bokningar att kalla till.*1. {why}"):
        records_of(left_out)


def test_a_cancelled_time_is_told_to_the_patient_also_from_a_waiting_list():
    assert only(sent("S15"), booked("1", status="Waitlist"), PID)["state"] == "avbokad"


def test_messages_about_other_things_are_counted_and_named():
    content = message(
        *("MSH|^~\\&|X|Y|||||ADT^A04|2|P|2.5", "MSH|^~\\&|X|Y|||||åäö|3|P|2.5"),
        *(sent("S27"), sent("S12"), SCH, PID),
    )
    file = read_hl7v2(content)

    assert len(list(file.records)) == 1
    assert file.notes == [
        "Överhoppade meddelanden: 3. De gäller inte bokade tider (ADT, SIU S27, okänt slag)."
    ]


def test_a_message_without_an_event_is_a_row_to_look_at():
    content = message(MSH.replace("SIU^S12^SIU_S12", "SIU"), SCH, PID)

    (record,) = records_of(content)

    assert [problem.field for problem in record.problems] == ["row"]
    assert "ny, ändrad eller avbokad" in record.problems[0].sentence


def test_a_message_without_its_booking_is_a_row_to_look_at():
    (problem,) = problems(MSH, PID)

    assert "(SCH)" in problem.sentence


def test_a_message_without_a_patient_is_a_row_to_look_at():
    assert only(MSH, SCH, AIS)["person_id"] == ""


def test_only_the_newest_message_about_a_booking_counts():
    content = b"".join(
        message(sent(event, at=at, control_id=event), SCH, PID, field("AIS", 4, start))
        for event, at, start in (
            ("S13", "20261102080005", "202611040900"),
            ("S12", "20261101080000", "202611030900"),
            ("S14", "20261102080004", "202611050900"),
        )
    )
    file = read_hl7v2(content)

    (record,) = file.records

    assert record.row_no == 1
    assert "ombokad" in record.cells
    assert "2026-11-04" in record.cells
    assert file.notes == [
        "Överhoppade meddelanden: 2. Ett nyare meddelande i filen gäller samma bokning."
    ]


@pytest.mark.parametrize("at", ["", "20261101", "imorgon", "20261101080000", "00010101000000"])
def test_the_last_in_the_file_is_the_newest_where_the_times_do_not_tell(at: str):
    content = message(
        *(sent("S12"), SCH, PID, sent("S13", control_id="M2", at=at), SCH, PID),
    )

    assert [texts["state"] for texts in texts_of(content)] == ["ombokad"]


def test_times_sent_with_an_offset_are_compared_as_moments():
    content = message(
        *(sent("S13", at="202610251530+0200"), SCH, PID),
        *(sent("S12", control_id="M2", at="202610251500+0100"), SCH, PID),
    )

    assert [texts["state"] for texts in texts_of(content)] == ["bokad"]


def test_a_booking_that_ended_in_absence_is_no_booking():
    content = message(sent("S12"), SCH, PID, sent("S26", control_id="M2"), SCH, PID)
    content += message(sent("S12", control_id="M3"), booked("2"), PID)

    assert [record.row_no for record in records_of(content)] == [3]
    assert notes_of(content) == [
        "Överhoppade meddelanden: 1. Ett nyare meddelande i filen gäller samma bokning.",
        "Överhoppade meddelanden: 1. Patienten uteblev.",
    ]


@pytest.mark.parametrize("ids", [SCH, "SCH|"])
def test_a_message_that_comes_twice_is_one(ids: str):
    file = read_hl7v2(message(MSH, ids, PID) * 2)

    assert len(list(file.records)) == 1
    assert file.notes == [
        "Överhoppade meddelanden: 1. De är kopior av ett meddelande som också finns i filen."
    ]


def test_bookings_that_share_a_message_number_are_all_read():
    content = message(MSH, booked("1"), PID) + message(MSH, booked("2"), PID)

    assert [texts["booking_id"] for texts in texts_of(content)] == ["1", "2"]


def test_messages_without_any_id_are_all_read():
    header = sent("S12", control_id="")

    assert len(texts_of(message(header, PID, header, PID))) == 2


def test_the_placers_id_is_the_booking_where_the_filler_has_none():
    content = message(
        *(sent("S12"), "SCH|P1^ORG|F1", PID),
        *(sent("S13", control_id="M2"), "SCH|P1^ORG^^|", PID),
        *(sent("S12", control_id="M3"), "SCH|P2", PID),
    )

    assert [(texts["booking_id"], texts["state"]) for texts in texts_of(content)] == [
        ("P1", "ombokad"),
        ("P2", "bokad"),
    ]


def test_a_placers_id_that_became_several_bookings_is_none_of_them():
    content = message(
        *(sent("S12"), "SCH|P1|F1", PID, sent("S12", control_id="2"), "SCH|P1|F2", PID),
        *(sent("S15", control_id="3"), "SCH|P1", PID),
    )

    assert [texts["booking_id"] for texts in texts_of(content)] == ["F1", "F2", "P1"]


def test_ids_of_other_senders_are_other_bookings():
    content = message(MSH, SCH, PID, sent("S12").replace("MAM VHS", "MAM SÄS"), SCH, PID)

    assert len(texts_of(content)) == 2


def test_occurrences_of_a_series_are_bookings_of_their_own():
    content = message(
        *(sent("S12"), "SCH||F1|1", PID, sent("S12", control_id="2"), "SCH||F1|2", PID),
    )

    assert [texts["booking_id"] for texts in texts_of(content)] == ["F1", "F1/2"]


def test_who_is_protected_in_an_older_message_stays_so_where_the_newest_is_silent():
    older = message(sent("S12"), SCH, PID, field("PV1", 16, "VIP"), AIS)
    newest = message(sent("S13", at="20261102080000", control_id="M2"), SCH, PID, AIS)

    (texts,) = texts_of(older + newest)

    assert texts["protected"] == "ja"


def test_names_of_unknown_character_sets_are_told_once_and_never_a_shifted_patient():
    odd = [
        message(f"{MSH}||||||{name}".replace("M1", f"M{number}"), booked(str(number)), PID, AIS)
        for number, name in enumerate(["BIG-5", "Andersson Åsa", "19890212-2392"])
    ]

    (note,) = notes_of(b"".join(odd))

    assert "(BIG-5): 3." in note
    assert "Andersson" not in note
