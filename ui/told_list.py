"""What the window says of a list: its line in the status bar, and what is new about it."""

from collections.abc import Sequence
from datetime import datetime

from app.swedish_dates import clock, stamp
from app.wording import say
from ui.loading import Loaded


def file_line(loaded: Loaded, *, kept: str, version: str, now: datetime) -> str:
    """What stands after the file's name, first what must be seen also where the line is cut.

    `kept` tells when it was last kept, `version` which templates its letters are made of.
    """
    batch, units = loaded.worklist.batch, loaded.units
    rows = loaded.worklist.counts().total
    told = (
        say("mallversion {version}", version=version[:8]),
        say("1 rad") if rows == 1 else say("{rows} rader", rows=rows),
        say("inläst {read_at}", read_at=lately(batch.read_at, now=now)),
        kept,
        units[0] if len(units) == 1 else say("{number} enheter", number=len(units)),
        f"{batch.care_system_name} ({batch.layout_note.partition(':')[0].lower()})",
    )
    return "  ·  ".join(filter(None, told))


def list_news(loaded: Loaded, *, others: str, fallen: Sequence[int], now: datetime) -> str:
    """`others` tells of bookings of other units; `fallen` are rows to be decided anew."""
    worklist = loaded.worklist
    told = [*filter(None, (_age(loaded, now), loaded.warning, others)), *worklist.batch.notes]
    if fallen:
        labels = ", ".join(worklist.row(no).draft.booking.row_label for no in fallen)
        told.append(
            say("Bokningarna på rad {labels} har ändrats. Avgör dem på nytt.", labels=labels)
        )
    return " ".join(told)


def lately(at: datetime, *, now: datetime) -> str:
    """`09.40`, or `22 nov 09.40` of another day than today."""
    return clock(at) if at.date() == now.date() else stamp(at)


def _age(loaded: Loaded, now: datetime) -> str:
    """Of a list that nobody has opened today: what it says of visits may no longer be true."""
    read_at = loaded.worklist.batch.read_at
    if read_at.date() >= now.date():
        return ""
    return say(
        "Listan lästes in {read_at}. Besök kan ha ändrats sedan dess: öppna en ny fil, "
        "eller läs in den här igen (F5), innan du skickar.",
        read_at=stamp(read_at),
    )
