"""Help: every key of the program on one page, read off the very actions that have them."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from ui.parts import Label, paragraph, push_button, title
from ui.theme import SECONDARY, VIEW_TITLE_SIZE

_IN_THE_LIST = (
    ("Godkänn vald bokning", "Mellanslag"),
    ("Samma beslut för alla av samma slag", "Skift+tangenten på knappen"),
    ("Gå till ett efternamn", "skriv dess början"),
    ("Välj i rutan under listan", "F4, sedan bokstaven på knappen"),
    ("Välj brevtyp", "Alt+B"),
    ("Välj språk", "Alt+S"),
    ("Välj variant", "Alt+I"),
    ("Rensa sökningen", "Esc"),
    ("Brevet större, mindre, i rutans bredd", "Ctrl++, Ctrl+−, Ctrl+0"),
    ("Brevets nästa och föregående sida", "PgDn, PgUp"),
    ("Visa zoner på brevet", "Ctrl+Shift+Z"),
    ("Byt mellan meddelande och brev", "Ctrl+Tab"),
)

_ABOUT = (
    "Kallelser gör dagens bokningar till meddelanden i 1177 och till brev, visar båda "
    "och håller reda på vad som skickats. Programmet kör i testläge: meddelandena går till en "
    "inkorg på den här datorn och breven till en mapp."
)


class ShortcutsDialog(QDialog):
    def __init__(self, parent: QWidget, actions: Iterable[QAction]) -> None:
        super().__init__(parent)
        native = QKeySequence.SequenceFormat.NativeText
        keys = [(a.text().rstrip("…"), a.shortcut().toString(native)) for a in actions]
        shown = [pair for pair in (*keys, *_IN_THE_LIST) if pair[1]]
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for place, (text, key) in enumerate(shown):
            grid.addWidget(Label(text), place, 0)
            grid.addWidget(Label(key, colour=SECONDARY), place, 1)
        layout = _page(self, "Kortkommandon")
        layout.addLayout(grid)
        layout.addWidget(_close_button(self), 0, Qt.AlignmentFlag.AlignRight)


class AboutDialog(QDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = _page(self, "Om Kallelser")
        layout.addWidget(paragraph(_ABOUT))
        layout.addWidget(_close_button(self), 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(480)


def _page(dialog: QDialog, heading: str) -> QVBoxLayout:
    dialog.setWindowTitle(heading)
    dialog.setModal(True)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 16, 24, 16)
    layout.setSpacing(12)
    layout.addWidget(title(heading, size=VIEW_TITLE_SIZE))
    return layout


def _close_button(dialog: QDialog) -> QPushButton:
    return push_button("Stäng", dialog.reject)
