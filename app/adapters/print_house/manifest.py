"""The manifest of an utskick: one line for each envelope, and the sums of them last."""

import csv
import errno
import io
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.dispatch import Dispatch
from app.spreadsheets import inert

# What the last line sums up; `kuvertnr` there is the number of envelopes.
SUMMED = ("kuvertnr", "sidor", "ark", "bilagesidor")
COLUMNS = ("id", "referens", "fil", "kuvert", *SUMMED, "utskrift", "sha256", "enhet")
SUM = "SUMMA"

Mark = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Rows:
    """A manifest: its lines but for the sums, and what they tell.

    `sums` go with SUMMED. `mark` tells this version of the file; None is no file.
    """

    lines: bytes
    ids: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    sums: tuple[int, ...] = (0,) * len(SUMMED)
    mark: Mark | None = None

    @classmethod
    def of(cls, content: bytes, mark: Mark) -> "Rows":
        """Raises OSError where it is not whole, or not as this version of the program writes it."""
        try:
            *told, _ = csv.DictReader(io.StringIO(content.decode(), newline=""))
            rows = NO_ROWS.plus(*told)
        except (ValueError, KeyError, TypeError, csv.Error) as error:
            raise OSError(errno.EBADMSG, os.strerror(errno.EBADMSG)) from error
        if rows.content != content:
            raise OSError(errno.EBADMSG, os.strerror(errno.EBADMSG))
        return replace(rows, mark=mark)

    @property
    def content(self) -> bytes:
        sums = {"id": SUM, **dict(zip(SUMMED, map(str, self.sums), strict=True))}
        return self.lines + _line(sums.get(name, "") for name in COLUMNS)

    def has(self, dispatch: Dispatch) -> bool:
        return str(dispatch.id) in self.ids

    def plus(self, *rows: Mapping[str, str]) -> "Rows":
        envelopes, *counted = self.sums
        more = [sum(int(row[name]) for row in rows) for name in SUMMED[1:]]
        return Rows(
            self.lines + b"".join(_line(row[name] for name in COLUMNS) for row in rows),
            self.ids.union(row["id"] for row in rows),
            self.references.union(row["referens"] for row in rows),
            (envelopes + len(rows), *map(sum, zip(counted, more, strict=True))),
        )


def _line(values: Iterable[str]) -> bytes:
    """A row by RFC 4180, every field quoted and on one line."""
    text = io.StringIO(newline="")
    one_line = (" ".join(value.split()) for value in values)
    csv.writer(text, quoting=csv.QUOTE_ALL).writerow(map(inert, one_line))
    return text.getvalue().encode()


NO_ROWS = Rows(_line(COLUMNS))
