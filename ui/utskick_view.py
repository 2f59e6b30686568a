"""The view Utskick: from an opened file to sent letters, top to bottom as the work goes."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from app.wording import say
from ui.actions import Actions
from ui.dispatch_bar import DispatchBar
from ui.letter_picker import LetterPicker
from ui.named_values import set_named
from ui.parts import Kind, action_button
from ui.room import Room, Views
from ui.search_field import SearchField
from ui.start_page import StartPage
from ui.theme import BORDER, icon

if TYPE_CHECKING:
    from ui.bars_above import BarsAbove
    from ui.notices import (
        NewFileBar,
        Notice,
        ProblemBar,
        ReminderBar,
        SendingBar,
        UndoBar,
        UnsavedBar,
        UnseenBar,
        WaitingBar,
    )
    from ui.reading_pages import ErrorPage, LoadingPage
    from ui.workbench import Workbench

_Page = TypeVar("_Page", bound=QWidget)


class UtskickView(QWidget):
    """A frame that can be painted before the program's services exist; `Utskick` fills it."""

    files_dropped = Signal(tuple)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.picker = LetterPicker()
        self.search = _search_field()
        self.start_page = StartPage(actions)
        self.dispatch_bar = DispatchBar(actions)
        self.pages = Views()
        self._actions = actions
        self._workbench: Workbench | None = None
        self._room = Room.AMPLE
        self._bars: BarsAbove | None = None
        self._gap = QSpacerItem(0, 8)
        self._toolbar = self._tools(actions)
        self._lay_out()
        self.search.setEnabled(False)
        self.dispatch_bar.show_nothing()

    @cached_property
    def loading_page(self) -> "LoadingPage":
        """Made when it is first asked for, as is the next: a start would only wait for them."""
        from ui.reading_pages import LoadingPage  # noqa: PLC0415 - as said

        return self._with_page(LoadingPage())

    @cached_property
    def error_page(self) -> "ErrorPage":
        from ui.reading_pages import ErrorPage  # noqa: PLC0415 - as said

        return self._with_page(ErrorPage(self._actions.open))

    @property
    def problems(self) -> "ProblemBar":
        return self._bars_above.problems

    @property
    def notice(self) -> "Notice":
        return self._bars_above.notice

    @property
    def new_file(self) -> "NewFileBar":
        return self._bars_above.new_file

    @property
    def reminder(self) -> "ReminderBar":
        return self._bars_above.reminder

    @property
    def unsaved(self) -> "UnsavedBar":
        return self._bars_above.unsaved

    @property
    def waiting(self) -> "WaitingBar":
        return self._bars_above.waiting

    @property
    def sending(self) -> "SendingBar":
        return self._bars_above.sending

    @property
    def undoing(self) -> "UndoBar":
        return self._bars_above.undoing

    @property
    def unseen(self) -> "UnseenBar":
        return self._bars_above.unseen

    def take_in(self, workbench: "Workbench", *, question: QWidget) -> None:
        """The page for the work itself, and the one that asks about a file; both need services."""
        self._workbench = workbench
        self.setFocusProxy(workbench.bookings.table)
        self.pages.addWidget(workbench)
        self.pages.addWidget(question)
        self._actions.act_on_list(self.picker.for_all, *workbench.bookings.chips.values())
        workbench.fit(self._room)

    def fit(self, room: Room) -> None:
        self._room = room
        air = 4 if room is Room.AMPLE else 0
        self._tools_layout.setContentsMargins(8, air, 12, air)
        self._gap.changeSize(0, 8 if room is Room.AMPLE else 2)
        if self._bars is not None:
            self._bars.fit(room)
        self.dispatch_bar.fit(room)
        if self._workbench is not None:
            self._workbench.fit(room)
        self._layout.invalidate()

    def show_page(self, page: QWidget) -> None:
        """One of the start pages, the one that asks, or the workbench."""
        self.pages.setCurrentWidget(page)
        is_list = self.shows_list
        (self._actions.show_list if is_list else self._actions.hide_list)()
        parts = (self.picker, self.search, *self._bars_of_list)
        for part in parts:
            part.setEnabled(is_list)

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
        self.search.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @property
    def _bars_above(self) -> "BarsAbove":
        """Made when the first of them is asked for: they are a third of the window's parts."""
        if self._bars is None:
            from ui.bars_above import BarsAbove  # noqa: PLC0415 - as for the pages

            self._bars = BarsAbove(self._actions)
            self._bars.fit(self._room)
            self._layout.insertWidget(1, self._bars)
        return self._bars

    @property
    def _bars_of_list(self) -> tuple[QWidget, ...]:
        """Those that step to one of its rows, where they are made."""
        return (self._bars.problems, self._bars.unseen) if self._bars else ()

    def _with_page(self, page: _Page) -> _Page:
        self.pages.addWidget(page)
        return page

    def _tools(self, actions: Actions) -> QFrame:
        bar = QFrame()
        bar.setObjectName("toolBar")
        layout = self._tools_layout = QHBoxLayout(bar)
        layout.setSpacing(4)
        layout.addWidget(action_button(actions.open, kind=Kind.FLAT))
        layout.addWidget(action_button(actions.reload, kind=Kind.FLAT))
        layout.addSpacing(16)
        layout.addWidget(self.picker)
        layout.addStretch(1)
        layout.addWidget(self.search, 9)
        return bar

    def _lay_out(self) -> None:
        self.pages.addWidget(self.start_page)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._toolbar)
        layout.addSpacerItem(self._gap)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.dispatch_bar)


def _search_field() -> SearchField:
    field = SearchField(say("Sök bokning"), hint=say("Sök namn, tid, nummer  (Ctrl+F)"))
    field.addAction(icon("search", colour=BORDER), QLineEdit.ActionPosition.LeadingPosition)
    field.setMinimumWidth(120)
    field.setMaximumWidth(264)
    escape = QShortcut("Esc", field)
    set_named(escape, context="WidgetShortcut")
    escape.setWhatsThis(say("Rensa sökningen"))
    escape.activated.connect(field.clear)
    return field


def _dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    """The files that are dropped, by name; none where something else is among them."""
    urls = event.mimeData().urls()
    if not all(url.isLocalFile() for url in urls):
        return ()
    return tuple(sorted(Path(url.toLocalFile()) for url in urls))
