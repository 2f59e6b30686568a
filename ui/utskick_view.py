"""The view Utskick: from an opened file to sent letters, top to bottom as the work goes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Actions
from ui.dispatch_bar import DispatchBar
from ui.letter_picker import LetterPicker
from ui.notices import FirstOf, Notice, ProblemBar, SendingBar, WaitingBar
from ui.parts import Kind, action_button
from ui.start_pages import ErrorPage, LoadingPage, StartPage
from ui.theme import BORDER, icon


class UtskickView(QWidget):
    """A frame that can be painted before the program's services exist; `Utskick` fills it."""

    file_dropped = Signal(Path)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.picker = LetterPicker()
        self.search = _search_field()
        self.problems = ProblemBar(actions)
        self.notice = Notice()
        self.waiting = WaitingBar()
        self.sending = SendingBar()
        self.start_page = StartPage(actions.open)
        self.loading_page = LoadingPage()
        self.error_page = ErrorPage(actions.open)
        self.dispatch_bar = DispatchBar(actions)
        self.pages = QStackedWidget()
        self._toolbar = self._tools(actions)
        self._lay_out()
        self.search.setEnabled(False)
        self.dispatch_bar.show_nothing()

    def take_in(self, workbench: QWidget) -> None:
        """The page for the work itself, which needs the services."""
        self.pages.addWidget(workbench)

    def show_page(self, page: QWidget) -> None:
        """One of the start pages, or the workbench."""
        self.pages.setCurrentWidget(page)

    @property
    def shows_list(self) -> bool:
        """False while a start page, an error or a file being read stands in its place."""
        instead = (self.start_page, self.loading_page, self.error_page)
        return self.pages.currentWidget() not in instead

    def panes_around(self, inner: Sequence[QWidget]) -> tuple[QWidget, ...]:
        """What F6 steps through: the tools, the panes of the page, the bar at the bottom."""
        return (self._toolbar, *inner, self.dispatch_bar)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def show_search(self) -> None:
        """Goes to the search field, ready for other words."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _tools(self, actions: Actions) -> QFrame:
        bar = QFrame()
        bar.setObjectName("toolBar")
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(8, 4, 12, 4)
        layout.setSpacing(4)
        layout.addWidget(action_button(actions.open, kind=Kind.FLAT))
        layout.addWidget(action_button(actions.reload, kind=Kind.FLAT))
        layout.addSpacing(16)
        layout.addWidget(self.picker)
        layout.addStretch(1)
        layout.addWidget(self.search)
        return bar

    def _lay_out(self) -> None:
        for page in (self.start_page, self.loading_page, self.error_page):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._toolbar)
        layout.addWidget(FirstOf(self.sending, self.waiting, self.notice, self.problems))
        layout.addSpacing(8)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.dispatch_bar)


def _search_field() -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName("Sök bokning")
    field.setPlaceholderText("Sök namn, tid, nummer  (Ctrl+F)")
    field.setClearButtonEnabled(True)
    field.addAction(icon("search", colour=BORDER), QLineEdit.ActionPosition.LeadingPosition)
    field.setMinimumWidth(264)
    escape = QShortcut("Esc", field)
    escape.setContext(Qt.ShortcutContext.WidgetShortcut)
    escape.activated.connect(field.clear)
    return field


def _dropped_file(event: QDropEvent) -> Path | None:
    """The one file that is dropped; several at once would leave it open which one counts."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None
