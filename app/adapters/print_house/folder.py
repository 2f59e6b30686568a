"""The carrier of paper letters: a folder that a print house collects from.

A letter is handed over when its row stands in the manifest of its utskick, and its PDF lies there
before that. A row is an envelope: what it counts must equal what is printed and enclosed, and the
manifest ends with the sums of its rows, by which whoever collects it sees that it is whole. Its
pages bear the same `referens`, so that no sheet can be taken for another letter's. Assumed layout;
a real print house has its own, agreed with the clinic.
"""

import contextlib
import errno
import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.adapters.print_house.manifest import NO_ROWS, Mark, Rows
from app.dispatch import Dispatch, Parcel, Receipt
from app.draft import Channel
from app.enclosure import Enclosure, LetterPages, enclosure
from app.errors import OutcomeUnknown, Rejected, Unreachable
from app.file_lock import locked
from app.print_profile import PrintProfile
from app.whole_files import sync_folder, unfinished, write_durable
from app.wording import say

_LOCK = ".manifest.lock"


class PrintHouse:
    """Puts letters into the drop folder, to be printed and enveloped as the profile says.

    Files are named by the letter's id only, and the manifest holds nothing of the patient's.
    """

    channel = Channel.LETTER

    def __init__(self, folder: Path, *, profile: PrintProfile, pages: LetterPages) -> None:
        self._folder = folder
        self._profile = profile
        self._pages = pages
        self._last = NO_ROWS

    def deliver(self, parcel: Parcel) -> Receipt:
        """PDF first, then the row that hands it over; each whole and on disk before the next.

        The same letter twice is one row. Raises Unreachable while the row is surely not there,
        Rejected where the pages are not this letter's.
        """
        dispatch = parcel.dispatch
        enclosed = enclosure(parcel, sides=self._profile.sides, pages=self._pages)
        pdf, manifest = self._pdf(dispatch), self._manifest(dispatch)
        with _nothing_taken():
            self._folder.mkdir(parents=True, exist_ok=True)
            with locked(self._folder / _LOCK):
                _give_back(manifest)
                rows = self._read(manifest)
                if not rows.has(dispatch):
                    _refuse_mix_up(rows, pdf, parcel)
                    write_durable(unfinished(pdf), parcel.content)
                    self._hand_over(parcel, enclosed, manifest)
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
                say("Utskicket har ett namn som tryckeriet inte kan ta emot."),
                say("Läs in filen igen och skicka på nytt."),
            )
        return self._folder / f"manifest_{dispatch.utskick}.csv"

    def _hand_over(self, parcel: Parcel, enclosed: Enclosure, manifest: Path) -> None:
        """Adds the letter's row while the manifest is ours alone.

        The print house takes a manifest by moving it and so do we: only one of us gets it, and
        no row is given out twice. The PDF gets its name as late as it can: while it has none, a
        crash leaves no doubt that it was not handed over.
        """
        pdf, new = self._pdf(parcel.dispatch), unfinished(_held(manifest))
        rows = self._take(manifest)
        try:
            longer = rows.plus(self._row(parcel, enclosed, number=len(rows.ids) + 1))
            write_durable(new, longer.content)
            mark = _mark(new)
            unfinished(pdf).replace(pdf)
            sync_folder(self._folder)
        except OSError:
            with contextlib.suppress(OSError):
                _give_back(manifest)
            raise
        self._publish(new, manifest)
        self._last = replace(longer, mark=mark)

    def _take(self, manifest: Path) -> Rows:
        try:
            manifest.rename(_held(manifest))
        except FileNotFoundError:
            return NO_ROWS
        return self._read(_held(manifest))

    def _publish(self, new: Path, manifest: Path) -> None:
        try:
            new.replace(_held(manifest))
            _give_back(manifest)
            sync_folder(self._folder)
        except OSError as error:
            with contextlib.suppress(OSError):
                _give_back(manifest)
            raise _unclear(error) from error

    def _row(self, parcel: Parcel, enclosed: Enclosure, *, number: int) -> dict[str, str]:
        dispatch = parcel.dispatch
        return {
            "id": str(dispatch.id),
            "referens": dispatch.reference,
            "fil": _file_name(dispatch),
            "kuvert": self._profile.name,
            "kuvertnr": str(number),
            "sidor": str(enclosed.pages),
            "ark": str(enclosed.sheets),
            "bilagesidor": str(enclosed.insert_pages),
            "utskrift": enclosed.sides.value,
            "sha256": hashlib.sha256(parcel.content).hexdigest(),
            "enhet": dispatch.unit_id,
        }

    def _read(self, manifest: Path) -> Rows:
        """The rows as they stand on disk, from memory where we were the last to write them."""
        try:
            mark = _mark(manifest)
            if self._last.mark != mark:
                self._last = Rows.of(manifest.read_bytes(), mark)
        except FileNotFoundError:
            # The print house has collected it; what comes now begins a new one.
            return NO_ROWS
        return self._last


def _mark(path: Path) -> Mark:
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


def _refuse_mix_up(rows: Rows, pdf: Path, parcel: Parcel) -> None:
    """Whatever a person could take for this letter, once it is printed."""
    if pdf.exists() and pdf.read_bytes() != parcel.content:
        raise Rejected(
            say("Tryckeriet har redan ett annat brev med samma nummer."),
            say("Kontrollera om det är skickat från en annan dator."),
        )
    if parcel.dispatch.reference in rows.references:
        raise Rejected(
            say("Ett annat brev i utskicket har samma brevnummer på sina sidor."),
            say("Skicka det i ett utskick för sig."),
        )


def _receipt(dispatch: Dispatch) -> Receipt:
    return Receipt(
        say(
            "Lämnat till tryckeriet: {dispatch} i manifest_{utskick}.csv",
            dispatch=_file_name(dispatch),
            utskick=dispatch.utskick,
        )
    )


@contextlib.contextmanager
def _nothing_taken() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unreachable(
            say("Tryckeriet tog inte emot breven."),
            say("De väntar här. Skicka igen, eller skriv ut dem på mottagningen."),
            detail=_reason(error),
        ) from error


def _unclear(error: OSError | None = None) -> OutcomeUnknown:
    return OutcomeUnknown(
        say("Det går inte att se om tryckeriet har fått brevet."),
        say("Fråga tryckeriet innan det skickas igen."),
        detail=_reason(error) if error else "",
    )


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
