"""Bookings of several patients."""

from tests.siu import (
    AIS,
    MSH,
    PID,
    PV1,
    SCH,
    TQ1,
    booked,
    message,
    records_of,
    sent,
    texts_of,
)

OTHER = PID.replace("191212121212", "19850709-9805").replace("Åsa", "Berit")


def test_each_patient_of_a_group_has_a_record_and_a_booking_id():
    content = message(MSH, SCH, TQ1, PID, PV1, OTHER, AIS)

    assert [
        (texts["given_name"], texts["booking_id"], texts["time"]) for texts in texts_of(content)
    ] == [
        ("Åsa", "50001/191212121212", "08:15"),
        ("Berit", "50001/198507099805", "08:15"),
    ]


def test_patients_of_a_group_share_the_number_of_their_message():
    content = message(sent("S12", control_id="1"), SCH, PID, OTHER)
    content += message(sent("S12", control_id="2"), booked("2"), PID) * 2
    content += message(sent("S12", control_id="4"), booked("4"), PID)

    assert [record.row_no for record in records_of(content)] == [1, 1, 3, 4]


def test_patients_without_numbers_are_told_apart_by_their_place():
    nobody = PID.replace("191212121212", "")

    ids = [texts["booking_id"] for texts in texts_of(message(MSH, SCH, nobody, nobody))]

    assert ids == ["50001/1", "50001/2"]


def test_a_group_without_a_booking_id_gets_none():
    content = message(MSH, "SCH|", PID, OTHER)

    assert [texts["booking_id"] for texts in texts_of(content)] == ["", ""]


def test_each_patient_has_their_own_visit():
    content = message(MSH, SCH, PID, "PV1|1|O|A^1", OTHER, "PV1|1|O|B^2")

    assert [texts["place"] for texts in texts_of(content)] == ["A, 1", "B, 2"]


def test_a_patient_who_is_gone_from_the_newest_message_is_told():
    content = message(sent("S12"), SCH, PID, OTHER)
    content += message(sent("S14", control_id="M2"), SCH, PID)

    (record,) = records_of(content)

    assert [problem.field for problem in record.problems] == ["row"]
    assert "tidigare meddelande om bokningen saknas i det senaste" in (record.problems[0].sentence)


def test_a_number_written_in_another_way_is_the_same_patient():
    content = message(sent("S12"), SCH, PID.replace("191212121212", "121212-1212"))
    content += message(sent("S14", control_id="M2"), SCH, PID)

    assert records_of(content)[0].problems == ()
