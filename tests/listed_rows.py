"""Rows of the list made by hand: a status, findings and a name."""

from dataclasses import replace

from app.findings import Code, Finding, Severity
from app.rows import Row, RowStatus
from tests.fakes import BOTH, make_booking, make_draft

NO_ADDRESS = Finding(Code.NO_ADDRESS, Severity.BLOCKED, "Adress saknas", "Skriv adressen.")


def make_row(row_no: int, status: RowStatus = RowStatus.READY, *findings: Finding) -> Row:
    return Row(make_draft(make_booking(row_no)), BOTH, findings, status)


def named(row: Row, family_name: str, *, protected: bool = False) -> Row:
    booking = row.draft.booking
    patient = replace(booking.patient, family_name=family_name, protected=protected)
    return replace(row, draft=replace(row.draft, booking=replace(booking, patient=patient)))
