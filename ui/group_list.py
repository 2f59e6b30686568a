"""The groups of a comparison: letters whose change is the same stand as one line."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.comparison_look import Look, kind_of
from app.comparison_report import group_name, signals_in_words
from app.differences import Group
from app.wording import say
from ui.theme import GREEN, icon


class GroupList(QListWidget):
    """`chosen` carries the Group that is gone to. Those that have been opened are ticked off."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[Group, ...] = ()
        self.setAccessibleName(say("Ändringar"))
        self.setWordWrap(True)
        self.setSpacing(4)
        self.currentRowChanged.connect(self._tell)

    @property
    def group(self) -> Group | None:
        """The one that the list is at."""
        row = self.currentRow()
        return self._groups[row] if 0 <= row < len(self._groups) else None

    def show_groups(self, groups: tuple[Group, ...], look: Look) -> bool:
        """The group that is shown stays shown, and True is given, where it still is among them."""
        shown = self.group
        stays = [
            row for row, group in enumerate(groups) if shown and kind_of(group) == kind_of(shown)
        ]
        self._groups = groups
        with QSignalBlocker(self):
            self.clear()
            for group in groups:
                self.addItem("\n".join((group_name(group), *signals_in_words(group))))
            self.setCurrentRow(stays[0] if stays else -1)
        self.tick_off(look)
        if groups and not stays:
            self.setCurrentRow(0)
        return bool(stays)

    def tick_off(self, look: Look) -> None:
        for row, group in enumerate(self._groups):
            if look.has_opened(group):
                _tick_off(self.item(row))

    def step(self, step: int) -> bool:
        """Whether there is a group that way."""
        row = self.currentRow() + step
        if 0 <= row < len(self._groups):
            self.setCurrentRow(row)
            return True
        return False

    def _tell(self, _: int) -> None:
        if group := self.group:
            self.chosen.emit(group)


def _tick_off(item: QListWidgetItem) -> None:
    item.setIcon(icon("check", colour=GREEN))
    said = say("{change}, öppnad", change=item.text())
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
