"""The carrier of paper letters: a folder that a print house collects from.

A letter is handed over when its row stands in the manifest of its utskick, and its PDF lies there
before that. Assumed layout; a real print house has its own, agreed with the clinic.
"""

import contextlib
import csv
import errno
import hashlib
import io
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.dispatch import Dispatch, Parcel, Receipt
from app.draft import Channel
from app.errors import OutcomeUnknown, Rejected, Unreachable
from app.file_lock import locked
from app.whole_files import sync_folder, unfinished, write_durable, write_whole

COLUMNS = ("id", "referens", "fil", "kuvert", "sha256", "enhet")

_LOCK = ".manifest.lock"


class PrintHouse:
    """Puts letters into the drop folder. `envelope` names what the print house shall use.

    Files are named by the letter's id only, and the manifest holds nothing of the patient's.
    """

    channel = Channel.LETTER

    def __init__(self, folder: Path, *, envelope: str) -> None:
        self._folder = folder
        self._envelope = envelope
        self._last = _NO_ROWS

    def deliver(self, parcel: Parcel) -> Receipt:
        """PDF first, then the row that hands it over; each whole and on disk before the next.

        The same letter twice is one row. Raises Unreachable while the row is surely not there.
        """
        dispatch = parcel.dispatch
        pdf, manifest = self._pdf(dispatch), self._manifest(dispatch)
        with _nothing_taken():
            self._folder.mkdir(parents=True, exist_ok=True)
            with locked(self._folder / _LOCK):
                _give_back(manifest)
                if not self._read(manifest).has(dispatch):
                    _refuse_other_content(pdf, parcel.content)
                    write_whole(pdf, parcel.content)
                    self._hand_over(parcel, manifest)
        return _receipt(dispatch)

    def find(self, dispatch: Dispatch) -> Receipt | None:
        """The row is the mark of hand-over; a manifest held when the program died is given back.

        Without a row, a PDF beside a manifest and an unfinished PDF were surely not handed over.
        Where less than that is left, the print house may have collected all of it.
        """
        pdf, manifest = self._pdf(dispatch), self._manifest(dispatch)
        try:
            with locked(self._folder / _LOCK):
                _give_back(manifest)
                rows = self._read(manifest)
                is_left = manifest.exists() if pdf.exists() else unfinished(pdf).exists()
        except OSError as error:
            raise _unclear(error) from error
        if rows.has(dispatch):
            return _receipt(dispatch)
        if not is_left:
            raise _unclear()
        return None

    def _pdf(self, dispatch: Dispatch) -> Path:
        return self._folder / _file_name(dispatch)

    def _manifest(self, dispatch: Dispatch) -> Path:
        """Raises Rejected where the utskick's name could lead out of the folder."""
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,100}", dispatch.utskick):
            raise Rejected(
                "Utskicket har ett namn som tryckeriet inte kan ta emot.",
                "Läs in filen igen och skicka på nytt.",
            )
        return self._folder / f"manifest_{dispatch.utskick}.csv"

    def _hand_over(self, parcel: Parcel, manifest: Path) -> None:
        """Adds the letter's row while the manifest is ours alone.

        The print house takes a manifest by moving it and so do we: only one of us gets it, and
        no row is given out twice.
        """
        try:
            manifest.rename(_held(manifest))
        except FileNotFoundError:
            rows = _NO_ROWS
        else:
            rows = self._read(_held(manifest))
        new = unfinished(_held(manifest))
        try:
            content = (rows.content or _line(COLUMNS)) + self._row(parcel)
            write_durable(new, content)
            mark = _mark(new)
        except OSError:
            with contextlib.suppress(OSError):
                _give_back(manifest)
            raise
        self._publish(new, manifest)
        self._last = _Rows(mark, content, rows.ids | {str(parcel.dispatch.id)})

    def _publish(self, new: Path, manifest: Path) -> None:
        try:
            new.replace(_held(manifest))
            _give_back(manifest)
            sync_folder(self._folder)
        except OSError as error:
            with contextlib.suppress(OSError):
                _give_back(manifest)
            raise _unclear(error) from error

    def _row(self, parcel: Parcel) -> bytes:
        dispatch = parcel.dispatch
        digest = hashlib.sha256(parcel.content).hexdigest()
        return _line(
            (
                str(dispatch.id),
                dispatch.reference,
                _file_name(dispatch),
                self._envelope,
                digest,
                dispatch.unit_id,
            )
        )

    def _read(self, manifest: Path) -> "_Rows":
        """The rows as they stand on disk, from memory where we were the last to write them."""
        try:
            mark = _mark(manifest)
            if self._last.mark != mark:
                self._last = _Rows.of(manifest.read_bytes(), mark)
        except FileNotFoundError:
            # The print house has collected it; what comes now begins a new one.
            return _NO_ROWS
        return self._last


_Mark = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Rows:
    """A manifest's bytes and the ids in it. `mark` tells this version; None is no file."""

    mark: _Mark | None
    content: bytes
    ids: frozenset[str]

    @classmethod
    def of(cls, content: bytes, mark: _Mark) -> "_Rows":
        ids = re.findall(rb'^"([0-9a-f-]{36})",', content, re.MULTILINE)
        return cls(mark, content, frozenset(found.decode() for found in ids))

    def has(self, dispatch: Dispatch) -> bool:
        return str(dispatch.id) in self.ids


_NO_ROWS = _Rows(None, b"", frozenset())


def _mark(path: Path) -> _Mark:
    stat = path.stat()
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def _held(manifest: Path) -> Path:
    """The manifest's name while it is ours; a print house does not know it."""
    return manifest.with_suffix(".held")


def _give_back(manifest: Path) -> None:
    """Lets the print house have what is held, be it from now or from before a crash."""
    held = _held(manifest)
    if held.exists():
        if manifest.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        held.rename(manifest)


def _file_name(dispatch: Dispatch) -> str:
    return f"{dispatch.id}.pdf"


def _line(values: Iterable[str]) -> bytes:
    """A row by RFC 4180, every field quoted and none of them a formula in a spreadsheet."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerow([_harmless(value) for value in values])
    return text.getvalue().encode()


def _harmless(value: str) -> str:
    one_line = " ".join(value.split())
    return f"'{one_line}" if one_line[:1] in _FORMULA_STARTS else one_line


# Source: OWASP on CSV injection, with the full-width forms that spreadsheets fold.
_FORMULA_STARTS = frozenset("=+-@|%＝＋－＠")


def _refuse_other_content(pdf: Path, content: bytes) -> None:
    if pdf.exists() and pdf.read_bytes() != content:
        raise Rejected(
            "Tryckeriet har redan ett annat brev med samma nummer.",
            "Kontrollera om det är skickat från en annan dator.",
        )


def _receipt(dispatch: Dispatch) -> Receipt:
    return Receipt(
        f"Lämnat till tryckeriet: {_file_name(dispatch)} i manifest_{dispatch.utskick}.csv"
    )


@contextlib.contextmanager
def _nothing_taken() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unreachable(
            "Tryckeriet tog inte emot breven.",
            "De väntar här. Skicka igen, eller skriv ut dem på mottagningen.",
            detail=_reason(error),
        ) from error


def _unclear(error: OSError | None = None) -> OutcomeUnknown:
    return OutcomeUnknown(
        "Det går inte att se om tryckeriet har fått brevet.",
        "Fråga tryckeriet innan det skickas igen.",
        detail=_reason(error) if error else "",
    )


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
