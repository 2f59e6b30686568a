"""The list of whom somebody has promised to call, and of whom it tells nothing."""

from dataclasses import replace

from app.answers import TO_CALL
from app.bookings import Booking
from app.call_list import lines, to_call
from app.rows import Row, RowStatus
from tests.fakes import BOTH, VISIT, later, make_booking, make_draft


def decided(booking: Booking, reason: str = TO_CALL) -> Row:
    return Row(make_draft(booking).leaving_out(reason), BOTH, (), RowStatus.LEFT_OUT)


def test_only_those_to_be_called_are_on_it_the_earliest_visit_first():
    rows = [
        decided(make_booking(2)),
        decided(make_booking(3), "Hoppas över"),
        decided(make_booking(4, at=None)),
        decided(make_booking(5, at=later(days=1))),
        Row(make_draft(make_booking(6)), BOTH, (), RowStatus.READY),
    ]

    assert [row.row_no for row in to_call(rows)] == [5, 2, 4]


def test_a_line_tells_whom_to_call_and_has_room_for_what_was_said():
    booking = make_booking()
    patient = replace(booking.patient, phone="010-123 45 67")

    headers, line = lines([decided(replace(booking, patient=patient))])

    assert dict(zip(headers, line, strict=True)) == {
        "Besök": "tis 12 jan 09.40",
        "Patient": "Märta Ärlig",
        "Personnummer": "19800319-2385",
        "Telefon": "010-123 45 67",
        "Vårdtjänst": "DT buk",
        "Mottagning": "Röntgen Exempelsjukhuset",
        "Rad": "2",
        "Ringt, när och av vem": "",
    }


def test_of_a_protected_identity_only_the_row_is_told():
    booking = make_booking(at=VISIT)
    patient = replace(booking.patient, protected=True, phone="010-123 45 67")

    _, line = lines([decided(replace(booking, patient=patient))])

    assert [cell for cell in line if cell] == ["skyddade uppgifter", "2"]


def test_a_visit_without_a_time_leaves_its_cell_empty():
    assert lines([decided(make_booking(at=None))])[1][0] == ""
