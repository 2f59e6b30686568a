"""Choosing how the shown letter goes: a button whose menu greys the ways that the rule forbids."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidgetAction

from app.channels import Route, channels_label
from app.draft import Channel, Channels
from app.wording import say
from ui.parts import Button, Kind, paragraph
from ui.theme import SECONDARY

_WAYS: tuple[Channels, ...] = ((Channel.INBOX_1177,), (Channel.LETTER,), tuple(Channel))

_REASON_WIDTH = 320


class ChannelChoice(Button):
    """`changed` carries what a choice does to the draft of the shown booking."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(say("Kanal  Ctrl+K"))
        self.setProperty("kind", Kind.SMALL.value)
        self.setAutoDefault(False)
        self.setToolTip(say("Byt kanal för vald bokning (Ctrl+K)"))
        self._choices: tuple[Channels, ...] = ()
        self._menu = QMenu(self)
        self._one_of_them = QActionGroup(self)
        self._ways = {channels: self._way(channels) for channels in _WAYS}
        self._reason = paragraph(colour=SECONDARY)
        self._reason.setContentsMargins(12, 4, 12, 8)
        self._reason.setFixedWidth(_REASON_WIDTH)
        told = QWidgetAction(self._menu)
        told.setDefaultWidget(self._reason)
        self._menu.addAction(told)
        self.clicked.connect(self.open_menu)
        self.show_none()

    @property
    def ways(self) -> tuple[QAction, ...]:
        """What the menu offers: 1177, letter, both."""
        return tuple(self._ways.values())

    def show_route(self, route: Route) -> None:
        self._choices = route.choices
        for channels, way in self._ways.items():
            label = channels_label(channels)
            if channels == self._proposed:
                label = say("{channels} (regelns förslag)", channels=label)
            way.setText(label)
            way.setChecked(channels == route.channels)
            way.setEnabled(channels in route.choices)
        self._reason.setText(route.reason)
        self.setAccessibleDescription(route.reason)
        self.setEnabled(bool(route.choices))

    def show_none(self) -> None:
        """There is no letter, it is sent already, or whose it is must not be seen."""
        self.setEnabled(False)

    def open_menu(self) -> None:
        if self.isEnabled() and self.isVisible():
            self._menu.popup(self.mapToGlobal(self.rect().topLeft()))

    @property
    def _proposed(self) -> Channels:
        return self._choices[0] if self._choices else ()

    def _way(self, channels: Channels) -> QAction:
        way = self._menu.addAction("", self._choosing(channels))
        way.setCheckable(True)
        self._one_of_them.addAction(way)
        return way

    def _choosing(self, channels: Channels) -> Callable[[], None]:
        def choose() -> None:
            # What the rule proposes is left to the rule, which may come to propose something else.
            wished = () if channels == self._proposed else channels
            self.changed.emit(lambda draft: draft.with_channels(wished))

        return choose
