"""What one envelope holds: the pages of one letter, all of them, and whose it shows it to be."""

import re
from dataclasses import dataclass
from typing import Protocol

from app.dispatch import Parcel
from app.errors import Rejected
from app.packed_text import packed
from app.preview import PageText
from app.print_profile import Sides
from app.wording import say


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One letter as it is printed. `insert_pages` are the last of its `pages`."""

    pages: int
    insert_pages: int
    sides: Sides

    @property
    def sheets(self) -> int:
        """Sheets of paper; a letter never shares one with the next."""
        return self.pages if self.sides is Sides.ONE else (self.pages + 1) // 2


class LetterPages(Protocol):
    def read(self, pdf: bytes) -> PageText: ...

    def first_pages(self, pdf: bytes) -> tuple[int, ...]:
        """On which page, from 0, the letter begins, and then each of its insert sheets."""
        ...


def enclosure(parcel: Parcel, *, sides: Sides, pages: LetterPages) -> Enclosure:
    """Counts the pages of a letter as they stand in its PDF, by their own marks.

    Raises Rejected unless each page bears the letter's reference and its place, as in
    `B-3F2A9C1D Sida 1 (2)`, from the first to the last of so many, and the envelope's window
    shows its patient's name: one that waited while the envelope was changed has it elsewhere.
    """
    pdf, reference = parcel.content, parcel.dispatch.reference
    read = pages.read(pdf)
    marks = [_mark(text) for text in read.pages]
    number = len(marks)
    if marks != [(reference, place, number) for place in range(1, number + 1)]:
        raise Rejected(
            say("Brevets sidor hör inte ihop, så det har inte lämnats till utskrift."),
            say("Kontakta den som ansvarar för programmet."),
        )
    if not _names(parcel.dispatch.name, in_window=read.risk_zone):
        raise Rejected(
            say("Brevet är gjort för ett annat kuvert, så fönstret visar inte patientens namn."),
            say("Skicka det på nytt som brev från Historik."),
        )
    inserts = pages.first_pages(pdf)[1:]
    return Enclosure(number, number - inserts[0] if inserts else 0, sides)


def _names(list_name: str, *, in_window: str) -> bool:
    """Whether all parts of a name stand there, wherever the lines are broken."""
    shown = packed(in_window)
    return all(packed(part) in shown for part in list_name.split(", "))


def _mark(text: str) -> tuple[str, int, int] | None:
    """What stands last on a page: the letter's reference, which page it is and of how many."""
    found = re.search(r"(B-[0-9A-F]{8})\s+\w+\s+(\d+)\s+\((\d+)\)\s*$", text)
    return (found[1], int(found[2]), int(found[3])) if found else None
