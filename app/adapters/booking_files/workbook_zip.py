"""Whether a workbook's archive may be opened at all; a look at it that unpacks next to nothing."""

import io
import re
import zipfile
import zlib

from app.adapters.booking_files.foreign import SAVE_AS_XLSX
from app.errors import BookingsUnreadable
from app.wording import say

# 20,000 bookings take 16 MB of XML, and 200,000 formatted empty rows up to 90.
MOST_BYTES = 100_000_000
MOST_PARTS = 1_000
MOST_RATIO = 100  # of what a part holds to what it takes; Excel's own reach 30
SMALL = 1_000_000  # bytes in a part that may be packed as tightly as it likes


def refuse_dangerous_zip(content: bytes) -> None:
    """Raises BookingsUnreadable for an archive that is no plain workbook, or would swell."""
    if content.count(_DIRECTORY_ENTRY) > MOST_PARTS:
        raise _unusable(say("Arbetsboken har orimligt många delar."))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _refuse_odd_parts(parts)
            _refuse_swelling(parts)
            _refuse_other_kinds(archive)
            for part in parts:
                _refuse_odd_content(_start_of(archive, part.filename))
    except _DAMAGE as error:
        raise _unusable(say("Arbetsboken är skadad.")) from error


_DIRECTORY_ENTRY = b"PK\x01\x02"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
_START = 65_536
_ENCRYPTED = 1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")


def _refuse_odd_parts(parts: list[zipfile.ZipInfo]) -> None:
    """Two parts of one name could be one to this look and the other to the reader."""
    names = {part.filename.casefold() for part in parts}
    if len(names) < len(parts) or any(map(_UNUSUAL_NAME.search, names)):
        raise _unusable(say("Arbetsboken har delar som en arbetsbok inte ska ha."))
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise BookingsUnreadable(
            say("Arbetsboken har ett lösenord."),
            say("Ta bort det. {todo}", todo=SAVE_AS_XLSX),
        )
    if any(part.compress_type not in _METHODS for part in parts):
        raise _unusable(say("Arbetsboken är packad på ett ovanligt sätt."))


# Up and out of the archive, from its root, or from a Windows drive.
_UNUSUAL_NAME = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|\\|^[a-z]:|\x00")


def _refuse_swelling(parts: list[zipfile.ZipInfo]) -> None:
    """zipfile never unpacks more of a part than is declared for it, so that is the measure."""
    swells = any(part.file_size > max(SMALL, MOST_RATIO * part.compress_size) for part in parts)
    if swells or sum(part.file_size for part in parts) > MOST_BYTES:
        raise BookingsUnreadable(
            say("Arbetsboken är orimligt stor när den packas upp."),
            say("Ta bort blad, rader och kolumner som inte är bokningar och spara den på nytt."),
        )


def _refuse_other_kinds(archive: zipfile.ZipFile) -> None:
    if b"macroEnabled" in _start_of(archive, "[Content_Types].xml"):
        raise BookingsUnreadable(
            say("Filen är en Excel-arbetsbok med makron (.xlsm)."), SAVE_AS_XLSX
        )
    if b"http://purl.oclc.org/ooxml/" in _start_of(archive, "xl/workbook.xml"):
        raise BookingsUnreadable(say("Filen är en Excel-arbetsbok i strikt format."), SAVE_AS_XLSX)


def _start_of(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_START)


def _refuse_odd_content(start: bytes) -> None:
    """Entities need a DOCTYPE before the first element. No real workbook has one, and all are
    UTF-8, so that it can be seen."""
    if start.startswith(_ARCHIVES):
        raise _unusable(say("Arbetsboken har en packad fil i sig."))
    if not _XML.match(start):
        return
    declared = _ENCODING.match(start)
    known = not declared or declared[1].lower() in _UTF8
    begun = _ELEMENT.search(start) or len(start) < _START
    if b"<!DOCTYPE" in start or b"\x00" in start or not known or not begun:
        raise _unusable(say("Arbetsboken har delar som en arbetsbok inte ska ha."))


_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x00]*<")
_ENCODING = re.compile(rb"""[^>]{0,200}?encoding\s*=\s*["']([^"'>]*)["']""")
_UTF8 = (b"utf-8", b"us-ascii")
_ELEMENT = re.compile(rb"<[A-Za-z_]")


def _unusable(what: str) -> BookingsUnreadable:
    return BookingsUnreadable(what, SAVE_AS_XLSX)
