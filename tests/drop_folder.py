"""The print house's folder seen from outside, and a disk that fails when it is told to."""

import csv
import errno
import io
import os
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.adapters.print_house import PrintHouse
from app.dispatch import Parcel
from app.draft import Channel
from tests import parcels

UTSKICK = "utskick-1"
PDF = b"%PDF-1.7 a letter"


def letter(number: int = 1, *, content: bytes = PDF, **changes: Any) -> Parcel:
    return parcels.parcel(number, content=content, channel=Channel.LETTER, **changes)


def print_house(folder: Path) -> PrintHouse:
    return PrintHouse(folder, envelope="C5 fönster")


def pdf_of(folder: Path, number: int = 1) -> Path:
    return folder / f"{uuid.UUID(int=number)}.pdf"


def manifest_of(folder: Path) -> Path:
    return folder / f"manifest_{UTSKICK}.csv"


def rows_of(folder: Path) -> list[dict[str, str]]:
    text = manifest_of(folder).read_bytes().decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


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

    A letter makes eight: its file, its name and the folder, then the manifest taken, its new
    file and name, given back, and the folder again.
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
