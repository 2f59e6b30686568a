"""Opens the form for one booking: to correct a row, or to write one that no file has."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.bookings import Booking
from app.care_systems import FieldName
from app.rows import Row
from app.services import Services
from ui.booking_form import BookingForm
from ui.booking_prefill import Prefill, blank, correction

Saved = Callable[[Booking], None]

# Until the list that takes it in gives it a number of its own.
_NO_ROW = 0


def correct(row: Row, *, services: Services, parent: QWidget, saved: Saved) -> None:
    prefill = correction(row, services.care_systems[row.draft.booking.care_system])
    _open(prefill, row_no=row.row_no, services=services, parent=parent, saved=saved)


def write_new(home: str, *, services: Services, parent: QWidget, saved: Saved) -> None:
    """`home` is the care system of the list that is open, or ""."""
    prefill = blank(tuple(services.care_systems.values()), home=home)
    _open(prefill, row_no=_NO_ROW, services=services, parent=parent, saved=saved)


def _open(
    prefill: Prefill, *, row_no: int, services: Services, parent: QWidget, saved: Saved
) -> None:
    def write(texts: Mapping[FieldName, str], care_system: str) -> Booking:
        return services.write_booking(texts, care_system=care_system, row_no=row_no)

    form = BookingForm(parent, prefill, write=write)
    form.saved.connect(saved)
    form.finished.connect(form.deleteLater)
    form.open()
