"""Backups of the history: files whose names tell when they were made and with which key."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.swedish_dates import STOCKHOLM, clock, plain_date

# Two weeks of days on which somebody worked.
KEPT = 14

_PLAIN = "plain"
_TIME = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"kallelser-(\d{8}T\d{6}Z)-([0-9a-f]{16}|plain)\.sqlite3")


@dataclass(frozen=True, slots=True)
class Backup:
    """`fingerprint` is that of its key, or "" where anybody can read it; `made_at` is in Sweden."""

    path: Path
    made_at: datetime
    fingerprint: str

    @property
    def when(self) -> str:
        """With its year: a backup may be old."""
        at = self.made_at.astimezone(STOCKHOLM)
        return f"{plain_date(at.date())} {clock(at)}"


def backup_name(*, made_at: datetime, fingerprint: str) -> str:
    return f"kallelser-{made_at.astimezone(UTC):{_TIME}}-{fingerprint or _PLAIN}.sqlite3"


def backup_of(path: Path) -> Backup | None:
    """What a file's name tells, or None for any other file."""
    told = _NAME.fullmatch(path.name)
    if told is None:
        return None
    made_at = datetime.strptime(told[1], _TIME).replace(tzinfo=UTC).astimezone(STOCKHOLM)
    return Backup(path, made_at, "" if told[2] == _PLAIN else told[2])


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The newest first; none where there is no such folder."""
    try:
        found = [backup_of(path) for path in folder.iterdir()]
    except OSError:
        return ()
    return tuple(sorted(filter(None, found), key=lambda one: one.made_at, reverse=True))


def is_due(backups: Sequence[Backup], *, now: datetime) -> bool:
    """Once a day: whether none of them is from today."""
    return not backups or backups[0].made_at.date() < now.astimezone(STOCKHOLM).date()
