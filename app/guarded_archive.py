"""History for those who may see patients, and for nobody else: the archive behind one question."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.bookings import Batch, Booking, VisitKey
from app.dispatch import Dispatch
from app.findings import Code
from app.history import Archive, BatchRecord, NotCalled, Question, SentLetter
from app.users import Permissions, Right


@dataclass(frozen=True, slots=True)
class GuardedArchive:
    """Implements `app.history.Archive`; what tells of patients raises NotPermitted.

    What names units and templates is told to everybody.
    """

    archive: Archive
    permissions: Permissions

    def record_batch(self, utskick: str, *, batch: Batch) -> None:
        self._seen.record_batch(utskick, batch=batch)

    def record_problems(self, utskick: str, *, problems: Mapping[Code, int]) -> None:
        self._seen.record_problems(utskick, problems=problems)

    def record_rows(self, utskick: str, *, bookings: Sequence[Booking]) -> None:
        self._seen.record_rows(utskick, bookings=bookings)

    def batches(self, *, day: date) -> tuple[BatchRecord, ...]:
        return self._seen.batches(day=day)

    def not_called(self, *, visit_after: datetime) -> tuple[NotCalled, ...]:
        return self._seen.not_called(visit_after=visit_after)

    def units(self) -> tuple[tuple[str, str], ...]:
        return self.archive.units()

    def last_of_versions(self) -> tuple[Dispatch, ...]:
        return self.archive.last_of_versions()

    def page(self, question: Question, *, offset: int, limit: int) -> tuple[Dispatch, ...]:
        return self._seen.page(question, offset=offset, limit=limit)

    def count(self, question: Question) -> int:
        return self._seen.count(question)

    def open(self, dispatch_id: uuid.UUID) -> SentLetter:
        return self._seen.open(dispatch_id)

    def note_protected(self, persons: Sequence[str], *, at: datetime) -> None:
        self.archive.note_protected(persons, at=at)

    def lift_protection(self, person: str, *, why: str, who: str, at: datetime) -> None:
        self.permissions.require(Right.LIFT_PROTECTION)
        self.archive.lift_protection(person, why=why, who=who, at=at)

    def protected_among(self, persons: Sequence[str]) -> frozenset[str]:
        return self.archive.protected_among(persons)

    def of_bookings(self, keys: Sequence[str]) -> Mapping[str, tuple[Dispatch, ...]]:
        return self._seen.of_bookings(keys)

    def latest_messages(
        self, *, sent_before: datetime, visit_after: datetime
    ) -> tuple[Dispatch, ...]:
        return self._seen.latest_messages(sent_before=sent_before, visit_after=visit_after)

    def latest_rejected(self, *, visit_after: datetime) -> tuple[Dispatch, ...]:
        return self._seen.latest_rejected(visit_after=visit_after)

    def of_visits(self, bookings: Sequence[Booking]) -> Mapping[VisitKey, tuple[Dispatch, ...]]:
        return self._seen.of_visits(bookings)

    @property
    def _seen(self) -> Archive:
        """Raises NotPermitted."""
        self.permissions.require(Right.SEE_PATIENTS)
        return self.archive
