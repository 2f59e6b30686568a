"""Files of bookings, written to disk as exports are and read by the real reader."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.adapters.booking_files import BookingFiles
from app.bookings import Batch, Booking
from app.care_systems import load_care_systems
from app.swedish_dates import STOCKHOLM
from tests.exports import AGFA_EI, PAF, table

RESOURCES = Path(__file__).resolve().parents[4] / "resources"


@pytest.fixture
def source() -> BookingFiles:
    now = datetime(2026, 11, 23, 8, 0, tzinfo=STOCKHOLM)
    return BookingFiles(load_care_systems(RESOURCES / "care_systems"), now=lambda: now)


@pytest.fixture
def read(source: BookingFiles, tmp_path: Path) -> Callable[[bytes], Batch]:
    """Reads a file with this content."""

    def read(content: bytes) -> Batch:
        path = tmp_path / "bokningar.csv"
        path.write_bytes(content)
        return source.read(path)

    return read


@pytest.fixture
def agfa(read: Callable[[bytes], Batch]) -> Callable[[dict[str, str]], Booking]:
    """Reads Agfa EI's clean row with these cells in place of its own."""
    return lambda changes: read(table(AGFA_EI | changes, encoding="utf-8-sig")).bookings[0]


@pytest.fixture
def paf(read: Callable[[bytes], Batch]) -> Callable[[dict[str, str]], Booking]:
    """Reads PAF's clean row with these cells in place of its own."""
    return lambda changes: read(table(PAF | changes, encoding="utf-8-sig")).bookings[0]
