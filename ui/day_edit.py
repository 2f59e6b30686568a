"""A field for one day, typed or taken from a calendar."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit

from ui.parts import tip

# Logical pixels.
AS_TALL_AS_A_CHOICE = 30


class DayEdit(QDateEdit):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(True)
        self.setMinimumHeight(AS_TALL_AS_A_CHOICE)
        self.setAccessibleName(name)
        self.setToolTip(tip(name))

    @property
    def day(self) -> date:
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, day: date) -> None:
        self.setDate(QDate(day.year, day.month, day.day))
