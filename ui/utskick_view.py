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
from ui.notices import (
    FirstOf,
    Notice,
    ProblemBar,
    ReminderBar,
    SendingBar,
    UndoBar,
    WaitingBar,
)
from ui.parts import Kind, action_button
from ui.start_pages import ErrorPage, LoadingPage, StartPage
from ui.theme import BORDER, icon


class UtskickView(QWidget):
    """A frame that can be painted before the program's services exist; `Utskick` fills it."""

    files_dropped = Signal(tuple)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.picker = LetterPicker()
        self.search = _search_field()
        self.problems = ProblemBar(actions)
        self.notice = Notice()
        self.reminder = ReminderBar()
        self.waiting = WaitingBar()
        self.sending = SendingBar()
        self.undoing = UndoBar()
        self.start_page = StartPage(actions)
        self.loading_page = LoadingPage()
        self.error_page = ErrorPage(actions.open)
        self.dispatch_bar = DispatchBar(actions)
        self.pages = QStackedWidget()
        self._workbench: QWidget | None = None
        self._toolbar = self._tools(actions)
        self._lay_out()
        self.search.setEnabled(False)
        self.dispatch_bar.show_nothing()

    def take_in(self, workbench: QWidget, *, question: QWidget) -> None:
        """The page for the work itself, and the one that asks about a file; both need services."""
        self._workbench = workbench
        self.pages.addWidget(workbench)
        self.pages.addWidget(question)

    def show_page(self, page: QWidget) -> None:
        """One of the start pages, the one that asks, or the workbench."""
        self.pages.setCurrentWidget(page)

    @property
    def shows_list(self) -> bool:
        """False while another page stands in its place: a question, an error, a file being read."""
        return self.pages.currentWidget() is self._workbench

    def panes_around(self, inner: Sequence[QWidget]) -> tuple[QWidget, ...]:
        """What F6 steps through: the tools, the panes of the page, the bar at the bottom."""
        pages = (self.start_page, self.loading_page, self.error_page)
        return (self._toolbar, *inner, *pages, self.dispatch_bar)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := _dropped_files(event):
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

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
        layout.addWidget(self.search, 9)
        return bar

    def _lay_out(self) -> None:
        for page in (self.start_page, self.loading_page, self.error_page):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._toolbar)
        layout.addWidget(
            FirstOf(
                self.sending,
                self.undoing,
                self.waiting,
                self.notice,
                self.reminder,
                self.problems,
            )
        )
        layout.addSpacing(8)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.dispatch_bar)


def _search_field() -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName("Sök bokning")
    field.setPlaceholderText("Sök namn, tid, nummer  (Ctrl+F)")
    field.setClearButtonEnabled(True)
    field.addAction(icon("search", colour=BORDER), QLineEdit.ActionPosition.LeadingPosition)
    field.setMinimumWidth(188)
    field.setMaximumWidth(264)
    escape = QShortcut("Esc", field)
    escape.setContext(Qt.ShortcutContext.WidgetShortcut)
    escape.activated.connect(field.clear)
    return field


def _dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    """The files that are dropped, by name; none where something else is among them."""
    urls = event.mimeData().urls()
    if not all(url.isLocalFile() for url in urls):
        return ()
    return tuple(sorted(Path(url.toLocalFile()) for url in urls))
