"""The print house's folder seen from outside, and a disk that fails when it is told to."""

import csv
import errno
import io
import os
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.adapters.pdf_pages import PdfPages
from app.adapters.print_house import SUM, PrintHouse
from app.content import Heading
from app.dispatch import Parcel
from app.draft import Channel
from tests import parcels
from tests.marked_pdf import ADDRESSEE, marked_pdf
from tests.sample_letters import PROFILE, bundled_page_format, full_letter, said

UTSKICK = "utskick-1"


def reference_of(number: int) -> str:
    return f"B-{number:08X}"


def letter(number: int = 1, *, content: bytes = b"", pages: int = 1, **changes: Any) -> Parcel:
    """The letter with this number, on so many pages that bear its mark."""
    reference = reference_of(number)
    return parcels.parcel(
        number,
        content=content or marked_pdf(reference, pages=pages),
        channel=Channel.LETTER,
        **{"reference": reference, "name": ADDRESSEE} | changes,
    )


PDF = letter().content


def letter_with_inserts(inserts: int) -> Parcel:
    """A letter as Typst lays it out, with so many sheets of preparations after its only page."""
    sheet = (Heading("Före undersökningen"), said("Ta inga smycken med dig."))
    made = replace(full_letter(), inserts=(sheet,) * inserts)
    content, name = bundled_page_format().page(made), made.draft.booking.patient.list_name
    return letter(content=content, reference=made.reference, name=name)


def print_house(folder: Path) -> PrintHouse:
    return PrintHouse(folder, profile=PROFILE, pages=PdfPages(PROFILE))


def pdf_of(folder: Path, number: int = 1) -> Path:
    return folder / f"{uuid.UUID(int=number)}.pdf"


def manifest_of(folder: Path) -> Path:
    return folder / f"manifest_{UTSKICK}.csv"


def lines_of(folder: Path) -> list[dict[str, str]]:
    """The rows of the manifest, and the sums of them last."""
    text = manifest_of(folder).read_bytes().decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def rows_of(folder: Path) -> list[dict[str, str]]:
    *rows, sums = lines_of(folder)
    assert sums["id"] == SUM
    return rows


def collect(folder: Path) -> list[int]:
    """What a print house does: it moves a manifest away, and the letters that stand in it."""
    if not manifest_of(folder).exists():
        return []
    numbers = [uuid.UUID(row["id"]).int for row in rows_of(folder)]
    manifest_of(folder).unlink()
    for number in numbers:
        pdf_of(folder, number).unlink()
    return numbers


class FailingDisk:
    """The real calls of the operating system, counted; the k-th fails, none where k is 0.

    A letter makes eight: its file, the manifest taken, its new file, then the letter's name and
    the folder, the manifest's name, given back, and the folder again.
    """

    def __init__(self, patch: pytest.MonkeyPatch, *, fails_at: int) -> None:
        self.calls = 0
        self._fails_at = fails_at
        patch.setattr(os, "fsync", self._counted(os.fsync))
        patch.setattr(Path, "rename", self._counted(Path.rename))
        patch.setattr(Path, "replace", self._counted(Path.replace))

    def after_call(self, number: int) -> None:
        """What somebody else does when this call has returned."""

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any) -> Any:
            self.calls += 1
            number = self.calls
            if number == self._fails_at:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            try:
                return call(*arguments)
            finally:
                self.after_call(number)

        return counted
