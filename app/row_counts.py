"""The counts of a list, kept up with each change: ten thousand rows are counted after each."""

from collections import Counter

from app.draft import Channel
from app.findings import Code
from app.rows import Counts, Question, Row, RowStatus


class RunningCounts:
    """Begins with no rows."""

    def __init__(self) -> None:
        self._by_status: Counter[RowStatus] = Counter()
        self._ready_by_channel: Counter[Channel] = Counter()
        self._problems: Counter[tuple[RowStatus, Code]] = Counter()
        self._double_rows_of: Counter[str] = Counter()
        self._asking: Counter[Question] = Counter()

    def counts(self) -> Counts:
        return Counts(
            self._by_status.total(),
            +self._by_status,
            +self._ready_by_channel,
            problems=+self._problems,
            doubled_patients=len(+self._double_rows_of),
        )

    def asking(self, question: Question) -> int:
        """How many rows ask the same question."""
        return self._asking[question]

    def add(self, row: Row) -> None:
        self._count(row, 1)

    def take_away(self, row: Row) -> None:
        self._count(row, -1)

    def _count(self, row: Row, number: int) -> None:
        self._by_status[row.status] += number
        if row.status is RowStatus.READY:
            for channel in row.route.channels:
                self._ready_by_channel[channel] += number
        if row.is_problem and (finding := row.open_finding):
            self._problems[row.status, finding.code] += number
            if finding.code is Code.DUPLICATE:
                self._double_rows_of[row.draft.booking.patient.id.value] += number
            if question := row.question:
                self._asking[question] += number
