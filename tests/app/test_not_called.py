"""What is told of a booking without a sent letter: by its open file, else by its latest letter."""

from dataclasses import replace

import pytest

from app.bookings import Booking
from app.dispatch import Status
from app.history import NotCalled
from app.not_called import Uncalled, lines, told
from app.rows import Row, RowStatus
from tests.fakes import BOTH, VISIT, bring_to, make_booking, make_draft, make_preview, queue_letters

FOUND = NotCalled("utskick-1", "agfa.csv", 2, VISIT, None)


def of_row(booking: Booking) -> Uncalled:
    row = Row(make_draft(booking).leaving_out("Ring patienten"), BOTH, (), RowStatus.LEFT_OUT)
    (one,) = told([FOUND], row_of=lambda _, __: row)
    return one


def nothing_open(_: str, __: int) -> None:
    return None


def test_an_open_row_tells_who_it_is_and_what_was_decided():
    one = of_row(make_booking())

    assert (one.name, one.status, one.reason) == ("Ärlig, Märta", "Hoppas över", "Ring patienten")
    assert one.is_open


def test_of_a_protected_identity_it_is_only_told_that_it_is_one():
    booking = make_booking()

    one = of_row(replace(booking, patient=replace(booking.patient, protected=True)))

    assert (one.name, one.status) == ("(skyddade uppgifter)", "Hoppas över")
    assert one.reason == "Skyddade personuppgifter"
    assert one.visit_at is None
    assert lines([one])[1][0] == ""


def test_without_the_file_the_latest_letter_tells(store):
    (queued,) = queue_letters(store, [make_preview()])
    refused = bring_to(store, queued, Status.REJECTED)

    (one,) = told([replace(FOUND, letter=refused)], row_of=nothing_open)

    assert (one.name, one.status, one.reason) == ("Ärlig, Märta", "Avvisad", "Prov.")
    assert not one.is_open


def test_a_letter_that_was_taken_back_names_nobody_since_they_may_be_protected_now(store):
    (queued,) = queue_letters(store, [make_preview()])
    taken_back = bring_to(store, queued, Status.CANCELLED)

    uncalled = told([replace(FOUND, letter=taken_back)], row_of=nothing_open)

    assert (uncalled[0].name, uncalled[0].status) == ("", "Avbruten")
    assert uncalled[0].reason.endswith("Öppna filen för att se vem och varför.")
    assert "Ärlig" not in str(lines(uncalled))


def test_without_file_and_letter_it_is_said_where_to_look():
    (one,) = told([FOUND], row_of=nothing_open)

    assert (one.name, one.status) == ("", "Ingen kallelse")
    assert one.reason == "Öppna filen för att se vem och varför."


@pytest.mark.parametrize(("at", "visit"), [(VISIT, "tis 12 jan 09.40"), (None, "")])
def test_a_list_of_them_has_a_line_for_each(at, visit):
    uncalled = told([replace(FOUND, visit_at=at)], row_of=nothing_open)

    headers, line = lines(uncalled)

    assert headers == ("Besök", "Patient", "Status", "Orsak", "Rad", "Fil")
    assert (line[0], *line[-2:]) == (visit, "2", "agfa.csv")
