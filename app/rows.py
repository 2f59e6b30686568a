"""One line of the worklist: its status, where it stands in the list, and how lines are counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.bookings import Booking
from app.care_systems import FieldName
from app.channels import Route
from app.check import Check
from app.dispatch import Dispatch, Status
from app.draft import Channel, Draft
from app.findings import Choice, Code, Finding, Severity
from app.triage import Situation, examine
from app.values import value
from app.wording import say


class RowStatus(StrEnum):
    """The values are the words on screen."""

    BLOCKED = say("Åtgärda")
    REVIEW = say("Granska")
    CHECKING = say("Kontrolleras")
    READY = say("Klar")
    LEFT_OUT = say("Hoppas över")
    UNDER_WAY = say("Köad")
    UNKNOWN = say("Oklart")
    REJECTED = say("Avvisad")
    PARTLY_SENT = say("Delvis skickad")
    SENT = say("Skickad")


# What a row's place in the list goes by; whether it has a time stands before the time.
Urgency = tuple[int, bool, datetime | None, int]

# What is to be decided, and the choices there are.
Question = tuple[Code, tuple[Choice, ...]]


@value
class Row:
    """A booking's line in the list. `dispatches` are those of this very letter, newest last."""

    draft: Draft
    route: Route
    findings: tuple[Finding, ...]
    status: RowStatus
    check: Check | None = None
    dispatches: tuple[Dispatch, ...] = ()

    @classmethod
    def alone(cls, draft: Draft, situation: Situation) -> "Row":
        """As it will stand in a list, but for what history and other rows say of it."""
        findings = examine(draft, situation)
        status = status_of(draft, findings, check=None, dispatches=())
        return cls(draft, situation.route, findings, status)

    def decided(self, draft: Draft) -> "Row":
        """With a draft that asks as its own does: no finding depends on what is approved."""
        status = status_of(draft, self.findings, check=self.check, dispatches=self.dispatches)
        return Row(draft, self.route, self.findings, status, self.check, self.dispatches)

    @property
    def row_no(self) -> int:
        return self.draft.booking.row_no

    @property
    def is_problem(self) -> bool:
        """It waits for somebody to decide."""
        return self.status is RowStatus.REVIEW or self.status is RowStatus.BLOCKED

    @property
    def can_be_changed(self) -> bool:
        """A protected identity is never opened, and a sent letter no longer changed."""
        return not self.dispatches and not self.draft.booking.patient.protected

    @property
    def awaits_check(self) -> bool:
        """Its letter is still to be rendered; also a row to review, so that a yes is enough."""
        is_awaited = self.status is RowStatus.CHECKING or self.status is RowStatus.REVIEW
        return is_awaited and self.check is None

    @property
    def open_finding(self) -> Finding | None:
        """The worst finding that is not yet decided, which the fix panel shows."""
        for finding in self.findings:
            if finding.code not in self.draft.approved:
                return finding
        return None

    @property
    def question(self) -> Question | None:
        """What is to be decided, equal for rows that one answer can serve; None for none.

        Of duplicates one is kept and one is not, a protected identity is a case of its own, and a
        free text is read before it is approved.
        """
        finding = self.open_finding
        if not self.is_problem or finding is None:
            return None
        if finding.code in {Code.DUPLICATE, Code.PROTECTED, Code.FREETEXT}:
            return None
        return finding.code, finding.choices


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows by what is to be done. `total` = `sent` + `left` always; a difference is shown red.

    `ready_by_channel` counts letters, so a ready row of both channels counts in each. `problems`
    counts rows by what is to be decided first; those of DUPLICATE are of `doubled_patients`.
    """

    total: int
    by_status: Mapping[RowStatus, int]
    ready_by_channel: Mapping[Channel, int]
    problems: Mapping[tuple[RowStatus, Code], int] = field(default_factory=dict)
    doubled_patients: int = 0

    @property
    def sent(self) -> int:
        return self.by_status.get(RowStatus.SENT, 0)

    @property
    def left(self) -> int:
        return sum(n for status, n in self.by_status.items() if status is not RowStatus.SENT)

    def of(self, status: RowStatus) -> int:
        return self.by_status.get(status, 0)

    def problems_of(self, status: RowStatus) -> tuple[tuple[Code, int], ...]:
        """What is to be decided in the rows of a status, with how many they are; most first."""
        found = ((code, n) for (one, code), n in self.problems.items() if one is status)
        return tuple(sorted(found, key=lambda kind: (-kind[1], kind[0])))


def status_of(
    draft: Draft,
    findings: tuple[Finding, ...],
    *,
    check: Check | None,
    dispatches: tuple[Dispatch, ...],
) -> RowStatus:
    if dispatches:
        return _sent_status({dispatch.status for dispatch in dispatches})
    if draft.left_out:
        return RowStatus.LEFT_OUT
    status = RowStatus.READY if check else RowStatus.CHECKING
    for finding in findings:
        if finding.severity is Severity.BLOCKED:
            return RowStatus.BLOCKED
        if finding.severity is Severity.REVIEW and finding.code not in draft.approved:
            status = RowStatus.REVIEW
    return status


def _sent_status(statuses: set[Status]) -> RowStatus:
    """The worst of a letter's channels speaks for the row."""
    if Status.UNKNOWN in statuses:
        return RowStatus.UNKNOWN
    if Status.REJECTED in statuses:
        return RowStatus.REJECTED
    if statuses & {Status.QUEUED, Status.SENDING}:
        return RowStatus.UNDER_WAY
    return RowStatus.PARTLY_SENT if Status.CANCELLED in statuses else RowStatus.SENT


# A checked row stays where it was, so that the list lies still while letters are checked.
_ORDER = {status: place for place, status in enumerate(RowStatus)}
_ORDER[RowStatus.CHECKING] = _ORDER[RowStatus.READY]


def urgency(row: Row) -> Urgency:
    """The order of the list: by status, then by visit time, then as in the file."""
    booking = row.draft.booking
    at = booking.visit.starts_at
    # All are Swedish times. To compare them with their zone costs a tenth of a long load.
    clock = at.replace(tzinfo=None) if at else None
    return _ORDER[row.status], at is not None, clock, booking.row_no


def field_texts(booking: Booking) -> dict[FieldName, str]:
    """What a form shows of a booking, field by field; read again, it gives the same booking."""
    patient, visit, address = booking.patient, booking.visit, booking.patient.address
    at = visit.starts_at
    told = {name: cell.text for name, cell in booking.cells.items()}
    return {
        "booking_id": booking.booking_id,
        "person_id": patient.id.display,
        "given_name": patient.given_name,
        "family_name": patient.family_name,
        "phone": patient.phone,
        "care_of": address.care_of,
        "street": address.street,
        "postal_code": address.postal_code,
        "town": address.town,
        "country": address.country,
        "interpreter": patient.interpreter,
        "date": at.date().isoformat() if at else told.get("date", told.get("starts_at", "")),
        "time": at.strftime("%H:%M") if at else told.get("time", ""),
        "care_service": visit.care_service,
        "examination_code": visit.examination_code,
        "place": visit.place,
        "unit": booking.unit.name,
        "unit_hsa_id": booking.unit.hsa_id,
        "referred_by": visit.referred_by,
        "state": booking.state.value,
        "visit_kind": visit.kind.value,
        "protected": "ja" if patient.protected else "",
        "deceased": "ja" if patient.deceased else "",
    }
