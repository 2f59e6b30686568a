"""The list of rows without a letter: who is on it, what it says, and of whom nothing is told."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

from app.bookings import Booking, Patient
from app.dispatch import Status
from app.findings import Code, Finding, Severity
from app.left_out import lines, reason, without_letter
from app.rows import Row, RowStatus
from app.spreadsheets import as_table
from tests.fakes import BOTH, make_booking, make_draft, make_order, make_preview

NO_ADDRESS = Finding(Code.NO_ADDRESS, Severity.BLOCKED, "Adress saknas", "Skriv adressen.")


def make_row(booking: Booking | None = None, status: RowStatus = RowStatus.BLOCKED) -> Row:
    findings = (NO_ADDRESS,) if status is RowStatus.BLOCKED else ()
    return Row(make_draft(booking), BOTH, findings, status)


def of_patient(change: Callable[[Patient], Patient]) -> Booking:
    booking = make_booking()
    return replace(booking, patient=change(booking.patient))


def read_back(*rows: Row) -> list[dict[str, str]]:
    text = as_table(lines(rows)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_it_holds_whom_nothing_has_reached_and_leaves_out_the_rest():
    rows = [make_row(make_booking(no), status) for no, status in enumerate(RowStatus, start=2)]

    assert [row.status for row in without_letter(rows)] == [
        RowStatus.BLOCKED,
        RowStatus.REVIEW,
        RowStatus.LEFT_OUT,
        RowStatus.UNKNOWN,
        RowStatus.REJECTED,
    ]


def test_a_row_says_who_when_and_why():
    left_out = Row(make_draft().leaving_out("Ring patienten"), BOTH, (), RowStatus.LEFT_OUT)

    assert read_back(left_out) == [
        {
            "Rad": "2",
            "Status": "Hoppas över",
            "Orsak": "Ring patienten",
            "Patient": "Märta Ärlig",
            "Personnummer": "19800319-2385",
            "Telefon": "",
            "Besök": "2027-01-12 09:40",
            "Vårdtjänst": "DT buk",
            "Mottagning": "Röntgen Exempelsjukhuset",
            "Boknings-id": "BOK-00002",
        }
    ]


def test_a_visit_without_a_time_leaves_its_cell_empty():
    assert read_back(make_row(make_booking(at=None)))[0]["Besök"] == ""


def test_the_reason_is_the_finding_until_somebody_has_decided():
    decided = Row(make_draft().leaving_out("Hoppas över"), BOTH, (NO_ADDRESS,), RowStatus.LEFT_OUT)

    assert reason(make_row()) == "Adress saknas"
    assert reason(decided) == "Hoppas över"
    assert reason(make_row(status=RowStatus.READY)) == ""


def test_the_reason_of_a_refused_letter_is_what_the_carrier_answered():
    sent = make_order(make_preview()).dispatch
    sent = replace(sent, status=Status.SENT, explanation="Mottaget.")
    refused = replace(sent, status=Status.REJECTED, explanation="Okänd mottagare.")

    one_of_two = replace(make_row(status=RowStatus.REJECTED), dispatches=(sent, refused))
    both_sent = replace(make_row(status=RowStatus.SENT), dispatches=(sent,))

    assert reason(one_of_two) == "Okänd mottagare."
    assert reason(both_sent) == ""


def test_a_protected_identity_is_a_row_number_and_nothing_else():
    row = make_row(of_patient(lambda one: replace(one, protected=True, phone="040-628 04 00")))

    told = read_back(row)[0]

    assert told.pop("Rad") == "2"
    assert told.pop("Patient") == "skyddade uppgifter"
    assert set(told.values()) == {""}
