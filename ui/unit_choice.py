"""The unit that is sent for, in the window's header."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.wording import say
from ui.booking_entries import Choice
from ui.parts import Label, tip

if TYPE_CHECKING:
    from app.care_systems import CareUnit

NO_UNIT = say("Ingen enhet vald")

# Logical pixels, but for the usual width: that is in letters.
_NARROWEST, _READABLE, _WIDEST = 72, 172, 280
_USUAL = 22


class UnitChoice(QWidget):
    """`chosen` carries the HSA-id of the unit, or "" for none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice([("", NO_UNIT)], "")
        self.choice.setAccessibleName(say("Enhet"))
        self.choice.setMinimumWidth(_NARROWEST)
        self.choice.setMinimumContentsLength(_USUAL)
        self.choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.choice.setMaximumWidth(_WIDEST)
        self.choice.setEnabled(False)
        label = Label(say("&Enhet"))
        label.setBuddy(self.choice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label)
        layout.addWidget(self.choice)
        self.choice.activated.connect(lambda: self.chosen.emit(self.choice.written()))

    def width_to_read(self) -> int:
        """The least at which most names are whole, the label beside them counted in."""
        return self.minimumSizeHint().width() - _NARROWEST + _READABLE

    def show_units(self, units: "Iterable[CareUnit]", *, chosen: str) -> None:
        with QSignalBlocker(self.choice):
            self.choice.offer(unit_options(units), chosen)
        self.choice.setEnabled(True)
        self.show_unit(chosen)

    def show_unit(self, hsa_id: str) -> None:
        """One that no care system has any more is shown as none."""
        place = max(self.choice.findData(hsa_id), 0)
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(place)
        self.choice.setToolTip(tip(self.choice.currentText()))


def unit_options(units: "Iterable[CareUnit]") -> list[tuple[str, str]]:
    """What is kept and what is shown, none first."""
    return [("", NO_UNIT), *((unit.hsa_id, unit.name) for unit in units)]
