"""The window: it is painted at once with nothing in it, and given its services a moment later.

Nothing imported here at module level may bring the document, network or data libraries with it;
`attach` imports what works with them.
"""

from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Actions
from ui.error_dialog import show_error
from ui.header import Header
from ui.mode_band import ModeBand
from ui.panes import focus_next
from ui.parts import Label
from ui.shortcuts_dialog import AboutDialog, ShortcutsDialog
from ui.theme import SECONDARY
from ui.utskick_view import UtskickView

if TYPE_CHECKING:
    from app.services import Services
    from ui.history_view import HistoryView
    from ui.task_runner import TaskRunner
    from ui.utskick import Utskick

_TITLE = "Kallelser – TESTLÄGE"
_NOT_STARTED = "Programmet kunde inte starta. Stäng det, rätta felet och starta igen."
# ux.md: what was confirmed can be taken back for so long.
_UNDO_SECONDS = 30
_FIRST_SIZE = (1440, 900)
_SMALLEST_SIZE = (1024, 560)


class MainWindow(QMainWindow):
    """Its title names no person and no file: titles show in task lists and on shared screens."""

    def __init__(self, *, undo_seconds: int = _UNDO_SECONDS) -> None:
        super().__init__()
        self._undo_seconds = undo_seconds
        self.setWindowTitle(_TITLE)
        self.setMinimumSize(*_SMALLEST_SIZE)
        self.resize(*_FIRST_SIZE)
        self.commands = Actions(self)
        self.header = Header(self.commands)
        self.utskick_view = UtskickView(self.commands)
        self.utskick: Utskick | None = None
        self.history: HistoryView | None = None
        self.band = ModeBand()
        self._views = QStackedWidget()
        self._file_line = Label(colour=SECONDARY)
        self._inbox_line = Label("Startar…", colour=SECONDARY)
        self._closing = False
        self.has_failed = False
        self._lay_out()
        self._connect()

    def attach(self, services: "Services", tasks: "TaskRunner") -> None:
        """From here on the window works: bookings can be opened and history be read."""
        from ui.conduct_dialog import offer_conduct  # noqa: PLC0415 - heavy, after the first paint
        from ui.history_view import HistoryView  # noqa: PLC0415 - heavy, after the first paint
        from ui.utskick import Utskick  # noqa: PLC0415 - heavy, after the first paint

        self.history = HistoryView()
        self.history.attach(services, tasks)
        self._views.addWidget(self.history)
        self.utskick = Utskick(
            services,
            tasks,
            view=self.utskick_view,
            actions=self.commands,
            undo_seconds=self._undo_seconds,
        )
        self.utskick.file_told.connect(self._file_line.setText)
        self.utskick.inbox_told.connect(self._inbox_line.setText)
        self.utskick.opening.connect(self.show_utskick)
        self.utskick.sent.connect(self.history.refresh)
        self._connect_settling(self.history, self.utskick)
        self.utskick.freed.connect(self._close_if_wanted)
        self.header.show_ready(self.utskick.workbench.bookings.chips.values())
        offer_conduct(self, services.conduct)
        self.band.follow(services.conduct)
        self.utskick.start()

    def show_failure(self, error: Exception) -> None:
        """The services could not be made, so nothing can be opened."""
        self.has_failed = True
        self.utskick_view.start_page.show_obstacle(_NOT_STARTED)
        self._inbox_line.setText("")
        show_error(error)

    def show_utskick(self) -> None:
        self.header.show_utskick()
        self._views.setCurrentWidget(self.utskick_view)
        self.commands.search.setEnabled(self.utskick is not None and self.utskick.has_list)

    def show_history(self) -> None:
        if self.history is not None:
            self.header.show_history()
            self._views.setCurrentWidget(self.history)
            self.commands.search.setEnabled(True)
            self.history.refresh()
            self.history.setFocus()

    def show_unclear(self) -> None:
        """The work list of letters that nobody knows whether they arrived."""
        if self.history is not None:
            self.history.show_unclear()
            self.show_history()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The letter that is leaving is let go first; the rest stays queued for next time."""
        if self.utskick is not None:
            self.utskick.close()
            self._closing = self.utskick.sending
        if self._closing:
            self.show_utskick()
        event.setAccepted(not self._closing)

    def _close_if_wanted(self) -> None:
        if self._closing:
            self.close()

    def _lay_out(self) -> None:
        self.setMenuWidget(self.header)
        self._views.addWidget(self.utskick_view)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.band)
        layout.addWidget(self._views, 1)
        self.setCentralWidget(middle)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(8, 0, 8, 0)
        bar.addWidget(self._file_line, 1)
        bar.addPermanentWidget(self._inbox_line)

    def _connect(self) -> None:
        header, commands = self.header, self.commands
        header.utskick.triggered.connect(self.show_utskick)
        header.history.triggered.connect(self.show_history)
        header.quit.triggered.connect(self.close)
        header.shortcuts.triggered.connect(self._show_shortcuts)
        header.about.triggered.connect(self._show_about)
        commands.search.triggered.connect(self._find)
        commands.next_pane.triggered.connect(lambda: focus_next(self._panes(), step=1))
        commands.previous_pane.triggered.connect(lambda: focus_next(self._panes(), step=-1))

    def _connect_settling(self, history: "HistoryView", utskick: "Utskick") -> None:
        history.settled.connect(utskick.look_again)
        history.waiting.resume_wanted.connect(utskick.send_waiting)
        history.waiting.cancel_wanted.connect(utskick.cancel_waiting)
        utskick.sending_told.connect(history.show_told)
        for bar in (self.utskick_view.notice, self.utskick_view.waiting):
            bar.unclear_wanted.connect(self.show_unclear)

    def _find(self) -> None:
        view = self.history if self._in_history else self.utskick_view
        if view is not None:
            view.show_search()

    @property
    def _in_history(self) -> bool:
        return self._views.currentWidget() is not self.utskick_view

    def _panes(self) -> tuple[QWidget, ...]:
        if self._in_history and self.history is not None:
            return (self.header, *self.history.panes())
        inner = self.utskick.panes if self.utskick else ()
        return (self.header, *self.utskick_view.panes_around(inner))

    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self, self.header.all_actions()).open()

    def _show_about(self) -> None:
        AboutDialog(self).open()
