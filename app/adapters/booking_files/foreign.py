"""Files that are no bookings list: what each one is and what to do, in words for a receptionist."""

import unicodedata
from dataclasses import dataclass

from app.errors import BookingsUnreadable
from app.wording import say

SAVE_AS_XLSX = say(
    "Öppna den i Excel, välj Spara som och filtypen Excel-arbetsbok (.xlsx), "
    "och öppna sedan den filen här."
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of file: how it starts, and what one of must stand further in, if anything."""

    what: str
    todo: str
    starts: tuple[bytes, ...]
    holds: tuple[bytes, ...] = (b"",)

    def fits(self, content: bytes) -> bool:
        return content.startswith(self.starts) and any(mark in content for mark in self.holds)


def refuse_foreign_bytes(content: bytes) -> None:
    """Raises BookingsUnreadable for an empty file and for a kind that no text file can be."""
    if not content.strip(b"\x00\t\n\r \xef\xbb\xbf\xff\xfe"):
        raise BookingsUnreadable(say("Filen är tom."), _CHECK_DATES)
    _refuse(content, _OTHER_WORKBOOKS)
    if not is_workbook(content):
        _refuse(content, _BINARY_KINDS)


def is_workbook(content: bytes) -> bool:
    """Whether this is a zip archive that seems to hold a workbook of the kind .xlsx."""
    return content.startswith(_ZIP) and b"xl/workbook.xml" in content


def refuse_foreign_text(text: str) -> None:
    """Raises BookingsUnreadable where the first characters of a file's text are no table's."""
    start = text[:_START]
    compact = "".join(start.casefold().split())
    _refuse(compact.lstrip("\ufeff").encode(errors="replace"), _TEXT_KINDS)
    if _unprintable(start) > _FEW + len(start) // 20:
        raise BookingsUnreadable(say("Filen är ingen textfil."), _EXPORT_AS_CSV)


def _refuse(content: bytes, kinds: tuple[_Kind, ...]) -> None:
    for kind in kinds:
        if kind.fits(content):
            raise BookingsUnreadable(kind.what, kind.todo)


def _unprintable(text: str) -> int:
    """How many characters are control characters, other than line ends and tabs, or lost."""
    return sum(
        character == "\ufffd"
        or (unicodedata.category(character) == "Cc" and not character.isspace())
        for character in text
    )


_START = 4096
_FEW = 5  # damage in a small table is told at its rows
_CHECK_DATES = say("Kontrollera att du valde rätt datum när du tog ut bokningarna.")
_EXPORT_AS_CSV = say("Ta ut bokningarna ur vårdsystemet som CSV och öppna den filen.")
_UNPACK = say("Packa upp den och öppna bokningsfilen som ligger i den.")
_UNLOCK = say(
    "Ta bort lösenordet i Excel, välj Spara som och filtypen Excel-arbetsbok (.xlsx), "
    "och öppna sedan den filen här."
)

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)


def _wide(*names: str) -> tuple[bytes, ...]:
    """Names as the old Office container writes them in its directory."""
    return tuple(name.encode("utf-16-le") for name in names)


# The first that fits is the answer, so a kind stands before the wider one that it belongs to.
# Two letters can begin a table too, so those kinds must also hold a NUL.
_OTHER_WORKBOOKS = (
    _Kind(
        say("Filen är en Excel-arbetsbok med makron (.xlsm)."),
        SAVE_AS_XLSX,
        _ZIP,
        (b"xl/vbaProject.bin",),
    ),
    _Kind(
        say("Filen är en binär Excel-arbetsbok (.xlsb)."), SAVE_AS_XLSX, _ZIP, (b"xl/workbook.bin",)
    ),
)
_BINARY_KINDS = (
    _Kind(
        say("Filen är ett kalkylblad i OpenDocument-format (.ods)."),
        SAVE_AS_XLSX,
        _ZIP,
        (b"opendocument.spreadsheet",),
    ),
    _Kind(say("Filen är ett Word-dokument."), _EXPORT_AS_CSV, _ZIP, (b"word/document",)),
    _Kind(say("Filen är en packad fil (zip)."), _UNPACK, _ZIP),
    _Kind(say("Filen är en packad fil."), _UNPACK, (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!")),
    _Kind(
        say("Filen är en Excel-arbetsbok med lösenord."),
        _UNLOCK,
        _OLE,
        _wide("EncryptedPackage"),
    ),
    _Kind(
        say("Filen är en äldre Excel-arbetsbok (.xls)."),
        SAVE_AS_XLSX,
        _OLE,
        _wide("Workbook", "Book"),
    ),
    _Kind(say("Filen är ett äldre Office-dokument."), _EXPORT_AS_CSV, _OLE),
    _Kind(say("Filen är en PDF."), _EXPORT_AS_CSV, (b"%PDF",)),
    _Kind(say("Filen är ett RTF-dokument."), _EXPORT_AS_CSV, (b"{\\rtf",)),
    _Kind(
        say("Filen är en bild."),
        _EXPORT_AS_CSV,
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*", b"MM", b"RIFF"),
        (b"\x00",),
    ),
    _Kind(say("Filen är en databas."), _EXPORT_AS_CSV, (b"SQLite format 3\x00",)),
    _Kind(say("Filen är ett program."), _EXPORT_AS_CSV, (b"MZ", b"\x7fELF"), (b"\x00",)),
)

# Compared with the start of the text in lower case and without any white space.
_TEXT_KINDS = (
    _Kind(
        say("Filen är en webbsida, även om den kan heta något på .xls."),
        SAVE_AS_XLSX,
        (b"<!doctypehtml", b"<html", b"<head", b"<meta", b"<style", b"<table"),
    ),
    _Kind(
        say("Filen är en Excel-arbetsbok i XML-format."),
        SAVE_AS_XLSX,
        (b"<",),
        (b"schemas-microsoft-com:office:spreadsheet",),
    ),
    _Kind(
        say("Filen är ett svar från en tidbokningstjänst (RIV-TA)."),
        _EXPORT_AS_CSV,
        (b"<",),
        (b"getsubjectofcareschedule", b"getbookingdetails"),
    ),
    _Kind(say("Filen är en XML-fil."), _EXPORT_AS_CSV, (b"<",)),
    _Kind(
        say("Filen innehåller uppgifter i FHIR-format."),
        _EXPORT_AS_CSV,
        (b"{", b"["),
        (b'"resourcetype"',),
    ),
    _Kind(say("Filen är en JSON-fil."), _EXPORT_AS_CSV, (b'{"', b"{}", b"[{", b'["', b"[[", b"[]")),
    _Kind(
        say("Filen innehåller meddelanden i HL7-format."),
        _EXPORT_AS_CSV,
        (b"msh|", b"fhs|", b"bhs|"),
    ),
    _Kind(say("Filen är en kalenderfil."), _EXPORT_AS_CSV, (b"begin:vcalendar",)),
)
