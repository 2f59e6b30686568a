"""Opens what a person writes in: the form for one booking, its address, its free text."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from app.bookings import Address, Booking
from app.care_systems import FieldName
from app.letters import addressee
from app.rows import Row
from app.services import Services
from ui.address_dialog import AddressDialog
from ui.booking_form import BookingForm
from ui.booking_prefill import Prefill, blank, correction
from ui.free_text_dialog import FreeTextDialog

Saved = Callable[[Booking], None]

# A booking, an address or a text.
Written = TypeVar("Written")

# Until the list that takes it in gives it a number of its own.
_NO_ROW = 0


def correct(row: Row, *, services: Services, parent: QWidget, saved: Saved) -> None:
    prefill = correction(row, services.care_systems[row.draft.booking.care_system])
    _open(prefill, row_no=row.row_no, services=services, parent=parent, saved=saved)


def write_new(home: str, *, services: Services, parent: QWidget, saved: Saved) -> None:
    """`home` is the care system of the list that is open, or ""."""
    prefill = blank(tuple(services.care_systems.values()), home=home)
    _open(prefill, row_no=_NO_ROW, services=services, parent=parent, saved=saved)


def write_address(
    row: Row, *, services: Services, parent: QWidget, saved: Callable[[Address], None]
) -> None:
    dialog = AddressDialog(
        parent,
        addressee=addressee(row.draft, services.letter_type(row.draft)),
        address=row.draft.mailing_address,
        problem=services.address_problem,
    )
    dialog.accepted.connect(lambda: saved(dialog.address))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def write_text(row: Row, *, parent: QWidget, saved: Callable[[str], None]) -> None:
    dialog = FreeTextDialog(parent, text=row.draft.free_text)
    dialog.accepted.connect(lambda: saved(dialog.text))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _open(
    prefill: Prefill, *, row_no: int, services: Services, parent: QWidget, saved: Saved
) -> None:
    def write(texts: Mapping[FieldName, str], care_system: str) -> Booking:
        return services.write_booking(texts, care_system=care_system, row_no=row_no)

    form = BookingForm(parent, prefill, write=write)
    form.saved.connect(saved)
    form.finished.connect(form.deleteLater)
    form.open()
