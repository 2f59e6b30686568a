"""The one place where the clock is read; everybody else is given the time."""

from datetime import datetime

from app.swedish_dates import STOCKHOLM


def wall_clock() -> datetime:
    """The time in Sweden, whatever the PC's own zone is."""
    return datetime.now(STOCKHOLM)  # noqa: TID251 - as said
