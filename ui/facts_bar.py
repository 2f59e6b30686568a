"""The line above both panes: what differs between them, and where the chosen fact comes from."""

from collections.abc import Sequence
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from app.wording import say
from ui.parts import Folding, Mark, announce, tool_button
from ui.room import Room
from ui.theme import ALARM, SECONDARY, TEXT, icon

if TYPE_CHECKING:
    from app.told_facts import ToldFact

# Characters of a fact in the menu: the panes show the whole of it.
_SHOWN_LENGTH = 60

_HINT = say("Tryck på en uppgift i meddelandet eller brevet, så visas varifrån den kommer.")


class FactsBar(QWidget):
    """Its menu makes every fact reachable by keyboard and says it to a screen reader."""

    # The number of a fact in the order they were given, or None for none of them.
    fact_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._facts: Sequence[ToldFact] = ()
        self._differences = ""
        self._chosen: int | None = None
        self._mark = Mark()
        self._text = Folding()
        self._menu = QMenu(self)
        self._button = self._menu_button()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._mark)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        self.show_facts(())

    @property
    def text(self) -> str:
        return self._text.text()

    def fit(self, room: Room) -> None:
        self._text.fit(room)

    def show_facts(self, facts: "Sequence[ToldFact]", *, differences: Sequence[str] = ()) -> None:
        """The facts of another letter, none of them chosen; a menu of the ones before is closed."""
        self._menu.close()
        self._facts, self._chosen = facts, None
        self._differences = (
            say("Skiljer sig: {differences}.", differences=", ".join(differences))
            if differences
            else ""
        )
        self._button.setEnabled(bool(facts))
        self._tell()

    def show_chosen(self, number: int | None) -> None:
        self._chosen = number
        self._tell()
        if number is not None:
            announce(self, self._origin())

    def hideEvent(self, event: QHideEvent) -> None:
        """The menu is a window of its own, and what it names is hidden with the previews."""
        super().hideEvent(event)
        self._menu.close()

    def _origin(self) -> str:
        if self._chosen is None:
            return ""
        fact = self._facts[self._chosen]
        return f"{fact.label}: {fact.origin}."

    def _tell(self) -> None:
        told = "\n".join(filter(None, (self._origin(), self._differences)))
        icon_name, colour = ("triangle-alert", ALARM) if self._differences else ("info", SECONDARY)
        self._mark.show_icon(icon_name, colour=colour)
        self._text.show_colour(TEXT if told else SECONDARY)
        self._text.setText(told or _HINT)

    def _menu_button(self) -> QToolButton:
        """The menu is filled when it is opened: a letter is shown far more often than asked."""
        action = QAction(icon("chevron-down"), say("Varifrån en uppgift kommer"), self)
        action.setIconText(say("Uppgifter  Ctrl+U"))
        action.setShortcut(QKeySequence("Ctrl+U"))
        action.triggered.connect(self._open_menu)
        self.addAction(action)
        return tool_button(action)

    def _open_menu(self) -> None:
        self._menu.clear()
        for number, fact in enumerate(self._facts):
            entry = self._menu.addAction(_entry(fact))
            entry.setCheckable(True)
            entry.setChecked(number == self._chosen)
            # As the highlight moves, both panes show what it is about.
            entry.hovered.connect(partial(self.fact_chosen.emit, number))
        self._menu.addSeparator()
        self._menu.addAction(say("Ta bort markeringen"), partial(self.fact_chosen.emit, None))
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))


def _entry(fact: "ToldFact") -> str:
    """One short line; ampersands doubled, since one would underline the letter after it."""
    text = shorten(fact.text, _SHOWN_LENGTH, placeholder=" …")
    return f"{fact.label}: {text}".replace("&", "&&")
