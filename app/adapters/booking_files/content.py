"""The bytes of a file, or a sentence that says why they cannot be had."""

import stat
from pathlib import Path

from app.errors import BookingsUnreadable
from app.wording import say

# A clinic with 250 bookings a week fills this in eight years; such a file has about 25 MB.
LARGEST_FILE = 50_000_000
SHORTER_PERIOD = say("Ta ut bokningarna för en kortare tid.")


def read_content(path: Path) -> bytes:
    """All bytes of a plain file. Raises BookingsUnreadable."""
    try:
        return _plain_file(path)
    except (OSError, ValueError) as error:
        raise explain(error) from error


def refuse_larger_than(size: int, content: bytes) -> None:
    """Raises BookingsUnreadable for more bytes than `size`."""
    if len(content) > size:
        raise BookingsUnreadable(
            say("Filen är större än {size} MB.", size=size // 1_000_000), SHORTER_PERIOD
        )


def explain(error: OSError | ValueError) -> BookingsUnreadable:
    """What a receptionist can do about a file that the operating system does not hand over."""
    match error:
        case FileNotFoundError():
            what, todo = (
                say("Filen finns inte längre."),
                say("Kontrollera namnet och öppna den på nytt."),
            )
        case PermissionError():
            what, todo = (
                say("Filen är öppen i ett annat program."),
                say("Stäng den i Excel och tryck F5."),
            )
        case IsADirectoryError():
            what, todo = (
                say("Det är en mapp och ingen fil."),
                say("Välj bokningsfilen som ligger i den."),
            )
        case _:
            what = say("Filen går inte att läsa.")
            todo = say("Spara den igen som CSV från vårdsystemet och öppna den på nytt.")
    return BookingsUnreadable(what, todo, detail=type(error).__name__)


def _plain_file(path: Path) -> bytes:
    """The whole file. What is neither file nor folder, such as a device, might never end."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(found.st_mode):
        raise OSError
    with path.open("rb") as file:
        # To read to the end takes the room of the file, and to read so many bytes that of as many.
        content = file.read(LARGEST_FILE + 1 if found.st_size > LARGEST_FILE else -1)
    refuse_larger_than(LARGEST_FILE, content)
    return content
