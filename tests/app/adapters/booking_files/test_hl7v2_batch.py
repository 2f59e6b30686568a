"""Files of HL7 v2 messages: frames, batches, line ends and separators."""

import pytest

from app.adapters.booking_files.hl7v2 import is_hl7v2, read_hl7v2
from app.errors import BookingsUnreadable
from tests.siu import (
    AIL,
    AIS,
    MSH,
    PID,
    SCH,
    TQ1,
    booked,
    field,
    message,
    only,
    records_of,
    sent,
    texts_of,
)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_lines_end_in_all_three_ways(end: str):
    whole = message(MSH, SCH, TQ1, PID, AIS, AIL, end=end)

    assert texts_of(whole) == texts_of(message(MSH, SCH, TQ1, PID, AIS, AIL))


def test_lines_can_end_in_all_three_ways_in_one_message():
    mixed = f"{MSH}\r\n{SCH}\r{TQ1}\n{PID}\r\r\n{AIS}".encode()

    assert texts_of(mixed) == texts_of(message(MSH, SCH, TQ1, PID, AIS))


@pytest.mark.parametrize(
    "before", [b"\xef\xbb\xbf", b"\x0b", b"\r\n\r\n", b"\xef\xbb\xbf\x0b", b"\x00"]
)
def test_marks_before_the_first_message_are_no_part_of_it(before: bytes):
    content = before + message(MSH, SCH, PID)

    assert is_hl7v2(content)
    assert texts_of(content) == texts_of(message(MSH, SCH, PID))


def test_mllp_frames_are_taken_off():
    framed = b"".join(
        b"\x0b" + message(sent("S12", control_id=number), booked(number), PID) + b"\x1c\r"
        for number in ("1", "2")
    )

    assert [texts["booking_id"] for texts in texts_of(framed)] == ["1", "2"]
    assert read_hl7v2(framed).notes == []


def test_mllp_bytes_inside_a_field_break_nothing():
    torn = message(MSH, SCH, PID.replace("Storgatan 1", "Stor\x0bgatan\x1c 1"))

    assert texts_of(torn)[0]["town"] == "Jönköping"


def test_a_stray_line_end_in_a_field_breaks_nothing():
    torn = message(MSH, SCH, PID.replace("Storgatan 1", "Storgatan 1\nlgh 1102"), AIS)

    (texts,) = texts_of(torn)

    assert texts["street"].split() == ["Storgatan", "1", "lgh", "1102"]
    assert texts["town"] == "Jönköping"
    assert texts["care_service"] == "Mammografi"


def test_messages_are_numbered_by_their_place_in_the_file():
    content = message(
        sent("S12", control_id="1"), booked("1"), "MSH|^~\\&|X|Y|||||ADT^A04|2|P|2.5", PID
    ) + message(sent("S12", control_id="3"), booked("3"), PID)

    assert [record.row_no for record in records_of(content)] == [1, 3]


def test_a_batch_is_read_without_its_envelope():
    batch = message("FHS|^~\\&|X", "BHS|^~\\&|X", MSH, SCH, PID, "BTS|1", "FTS|1")

    file = read_hl7v2(batch)

    assert is_hl7v2(batch)
    assert len(list(file.records)) == 1
    assert file.notes == []


def test_a_batch_with_fewer_messages_than_it_says_is_told():
    batch = message("FHS|^~\\&|X", "BHS|^~\\&|X", MSH, SCH, PID, "BTS|7", "FTS|1")

    (note,) = read_hl7v2(batch).notes

    assert note.startswith("Enligt filens slut skulle den ha 7 meddelanden, men den har 1.")


def test_a_trailer_that_counts_nothing_promises_nothing():
    assert read_hl7v2(message("BHS|^~\\&|X", MSH, SCH, PID, "BTS|")).notes == []


@pytest.mark.parametrize(
    "content",
    [
        message("FHS|^~\\&|X", "BHS|^~\\&|X", MSH, SCH, PID),
        b"\x0b" + message(MSH, SCH, PID),
    ],
)
def test_a_file_that_ends_too_early_is_told(content: bytes):
    (note,) = read_hl7v2(content).notes

    assert note.startswith("Filen slutar mitt i sändningen.")


def test_a_message_without_a_line_end_does_not_swallow_the_next():
    glued = message(MSH, SCH, PID)[:-1] + message(sent("S12", control_id="2"), booked("2"), PID)

    assert [texts["booking_id"] for texts in texts_of(glued)] == ["50001", "2"]


def test_a_hospital_called_msh_begins_no_message():
    named = message(MSH, SCH, field("AIL", 3, "MSH^Rum 1"), "NTE|1||Remiss till MSH|MSH|", PID)

    assert len(records_of(named)) == 1


def test_separators_are_those_of_each_message():
    other = MSH.replace("&", "%").replace("^", "*").replace("~", "!").replace("|", "$")
    own = [text.replace("&", "%").replace("^", "*").replace("|", "$") for text in (SCH, PID)]

    content = message(other.replace("M1", "M2"), *own) + message(MSH, booked("2"), PID)

    first, second = texts_of(content)
    assert first | {"booking_id": "2"} == second


@pytest.mark.parametrize("separators", ["", "^", "^~", "^~\\&#"])
def test_separators_that_are_not_named_are_the_usual_or_none(separators: str):
    header = MSH.replace("^~\\&", separators)

    assert only(header, SCH, PID.replace("&", ""))["family_name"] == "Svensson"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Namn;Tid\r\n",
        b"MSH;Namn;Tid\r\n",
        b"MSHA|^~\\&|",
        b"<MSH/>",
        b"PID|1||1",
        b"FHS;Namn",
    ],
)
def test_other_files_are_not_taken_for_messages(content: bytes):
    assert not is_hl7v2(content)


def test_a_batch_without_messages_is_refused():
    with pytest.raises(BookingsUnreadable, match="inga HL7-meddelanden"):
        read_hl7v2(message("FHS|^~\\&|X", "BHS|^~\\&|X", "BTS|0", "FTS|1"))


def test_a_file_of_other_messages_is_refused_with_what_it_has():
    with pytest.raises(BookingsUnreadable, match=r"inga bokningar \(SIU\).*ADT, ORM"):
        read_hl7v2(
            message("MSH|^~\\&|X|Y|||||ORM^O01|1|P|2.5", "MSH|^~\\&|X|Y|||||ADT^A04|2|P|2.5")
        )


@pytest.mark.parametrize("content", [b"MSH|^~\\&|\r" * 50_001, b"MSH|^~\\&|" + b"MSH" * 10**6])
def test_a_file_of_absurdly_many_messages_is_refused(content: bytes):
    with pytest.raises(BookingsUnreadable, match="fler än 50 000 meddelanden"):
        read_hl7v2(content)
