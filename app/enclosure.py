"""What one envelope holds: the pages of one letter, all of them and no other's."""

import re
from dataclasses import dataclass
from typing import Protocol

from app.dispatch import Parcel
from app.errors import Rejected
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
    `B-3F2A9C1D Sida 1 (2)`, from the first to the last of so many.
    """
    pdf, reference = parcel.content, parcel.dispatch.reference
    marks = [_mark(text) for text in pages.read(pdf).pages]
    number = len(marks)
    if marks != [(reference, place, number) for place in range(1, number + 1)]:
        raise Rejected(
            say("Brevets sidor hör inte ihop, så det har inte lämnats till utskrift."),
            say("Kontakta den som ansvarar för programmet."),
        )
    inserts = pages.first_pages(pdf)[1:]
    return Enclosure(number, number - inserts[0] if inserts else 0, sides)


def _mark(text: str) -> tuple[str, int, int] | None:
    """What stands last on a page: the letter's reference, which page it is and of how many."""
    found = re.search(r"(B-[0-9A-F]{8})\s+\w+\s+(\d+)\s+\((\d+)\)\s*$", text)
    return (found[1], int(found[2]), int(found[3])) if found else None
