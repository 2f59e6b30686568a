"""What evaluation counts; the database keeps it with every letter, so years add up at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.adapters.store.file import HistoryFile
from app.adapters.store.sqlcipher import sqlite3
from app.dispatch import Status
from app.evaluation import Count, Mailing, Selection
from app.findings import Code


class KeptFigures:
    """The part of the store that evaluation reads: `app.evaluation.FiguresArchive`."""

    _file: HistoryFile

    def record_problems(self, utskick: str, *, problems: Mapping[Code, int]) -> None:
        with self._file.writing() as connection:
            known = "SELECT 1 FROM batch_problem WHERE utskick = ?"
            if connection.execute(known, (utskick,)).fetchone():
                return
            connection.executemany(
                "INSERT INTO batch_problem VALUES (?, ?, ?)",
                [(utskick, code.value, number) for code, number in problems.items()],
            )

    def counts(self, selection: Selection) -> tuple[Count, ...]:
        with self._file.reading() as connection:
            rows = connection.execute(f"{_COUNTS} {_SELECTED} {_ALIKE}", _values(selection))
            return tuple(map(_count, rows))

    def mailings(self, selection: Selection) -> tuple[Mailing, ...]:
        with self._file.reading() as connection:
            rows = connection.execute(
                f"{_MAILINGS} {_SELECTED} {_EACH_MAILING}", _values(selection)
            )
            return tuple(
                Mailing(
                    row["rows"],
                    {
                        Code(code): number
                        for code, number in connection.execute(_PROBLEMS, (row["utskick"],))
                    },
                    row["minutes"],
                )
                for row in rows.fetchall()
            )

    def once_unclear(self, selection: Selection) -> tuple[int, int]:
        with self._file.reading() as connection:
            values = _values(selection)
            row = connection.execute(_ONCE_UNCLEAR, values).fetchone()
            (purged,) = connection.execute(f"{_PURGED} {_SELECTED}", values).fetchone()
            return row["ever"] + purged, row["ever"] + purged - row["still"]


def _count(row: sqlite3.Row) -> Count:
    day, unit, unit_name, letter_type, letter_name, message, paper, reason, number = row
    return Count(
        date.fromisoformat(day),
        unit,
        unit_name,
        letter_type,
        letter_name,
        Status(message) if message else None,
        Status(paper) if paper else None,
        reason,
        number,
    )


def _values(selection: Selection) -> dict[str, Any]:
    return {
        "first": selection.first.isoformat(),
        "last": selection.last.isoformat(),
        "unit": selection.unit,
        "letter_type": selection.letter_type,
    }


_SELECTED = """
    WHERE day BETWEEN :first AND :last
    AND :unit IN ('', unit_id) AND :letter_type IN ('', letter_type)
"""
_COUNTS = """
    SELECT day, unit_id, max(unit_name), letter_type, max(letter_name), message, paper, reason,
        sum(number)
    FROM letter_count
"""
_ALIKE = """
    GROUP BY day, unit_id, letter_type, message, paper, reason HAVING sum(number) > 0
"""
_MAILINGS = """
    SELECT utskick,
        (SELECT count(*) FROM batch_row WHERE batch_row.utskick = letter_count.utskick) AS rows,
        (julianday(max(last_at)) - julianday((
            SELECT read_at FROM batch WHERE batch.utskick = letter_count.utskick
        ))) * 24 * 60 AS minutes
    FROM letter_count
"""
_EACH_MAILING = "AND utskick IN (SELECT utskick FROM batch) GROUP BY utskick"
_PROBLEMS = "SELECT code, number FROM batch_problem WHERE utskick = ?"
# All that is purged has been settled.
_PURGED = "SELECT coalesce(sum(number), 0) FROM purged_unclear"
_ONCE_UNCLEAR = """
    SELECT count(*) AS ever, coalesce(sum(status = 'UNKNOWN'), 0) AS still
    FROM (SELECT DISTINCT dispatch_id FROM event WHERE status = 'UNKNOWN')
    JOIN dispatch ON dispatch.id = dispatch_id
    WHERE created_day BETWEEN :first AND :last
    AND :unit IN ('', unit_id) AND :letter_type IN ('', letter_type)
"""
