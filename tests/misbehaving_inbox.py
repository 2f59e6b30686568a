"""Letters to the test inbox while it misbehaves: the real outbox, history, carrier and HTTP."""

from pathlib import Path

from app.adapters.store import SqliteStore
from app.adapters.test_inbox import ConductFile, Line
from app.dispatch import Dispatch, Status
from app.history import Question
from app.preview import Preview
from tests.fakes import make_booking, make_draft, make_outbox, make_preview
from tests.receiver import carrier_to

# Every fifth of the made-up rows is of a person without a login.
_ROWS = [row_no for row_no in range(100) if row_no % 5]


def previews(count: int) -> list[Preview]:
    """Messages to persons whom the test inbox knows."""
    return [make_preview(make_draft(make_booking(row_no))) for row_no in _ROWS[:count]]


def line_to(url: str, folder: Path, *, deadline: float) -> Line:
    """What the program sends through to the inbox of a folder, with a deadline of ours."""
    return Line(
        url, conduct=ConductFile(folder), inbox_at=lambda at: carrier_to(at, deadline=deadline)
    )


def send_all(store: SqliteStore, line: Line, *, rounds: int) -> tuple[Dispatch, ...]:
    """All letters after so many rounds; a round ends at a definite no or three unclear answers."""
    outbox = make_outbox(store, line)
    for _ in range(rounds):
        outbox.send_queued()
    return store.page(Question(), offset=0, limit=len(_ROWS))


def in_status(letters: tuple[Dispatch, ...], status: Status) -> set[str]:
    return {str(letter.id) for letter in letters if letter.status is status}
