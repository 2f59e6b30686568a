"""The window: it is painted at once with nothing in it, and given its services a moment later.

Nothing imported here at module level may bring the document, network or data libraries with it;
`attach` imports what works with them.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.wording import say
from ui.actions import Actions
from ui.file_line import FileLine
from ui.header import Header
from ui.help_menu import show_about, show_shortcuts
from ui.mode_band import ModeBand
from ui.panes import focus_next
from ui.parts import Label
from ui.privacy import Privacy
from ui.reading_order import step_focus
from ui.room import Views, WindowRoom, scrolled, size_to_screen
from ui.status_line import StatusLine
from ui.theme import SECONDARY
from ui.utskick_view import UtskickView

if TYPE_CHECKING:
    from app.services import Services
    from app.settings import Settings
    from ui.closing import Closing
    from ui.evaluation_view import EvaluationView
    from ui.history_view import HistoryView
    from ui.settings_view import SettingsView
    from ui.task_runner import TaskRunner
    from ui.templates_view import TemplatesView
    from ui.utskick import Utskick

_TITLE = say("Kallelser – TESTLÄGE")
_NOT_STARTED = say("Programmet kunde inte starta. Stäng det, rätta felet och starta igen.")
# ux.md: what was confirmed can be taken back for so long.
_UNDO_SECONDS = 30


class MainWindow(QMainWindow):
    """Its title names no person and no file: titles show in task lists and on shared screens."""

    def __init__(self, *, undo_seconds: int = _UNDO_SECONDS) -> None:
        super().__init__()
        self._undo_seconds = undo_seconds
        self.setWindowTitle(_TITLE)
        size_to_screen(self)
        self.commands = Actions(self)
        self.header = Header(self.commands)
        self.privacy = Privacy(self.commands.hide_persons, parent=self)
        self.utskick_view = UtskickView(self.commands)
        self.utskick: Utskick | None = None
        self.history: HistoryView | None = None
        self.templates: TemplatesView | None = None
        self._make_templates: Callable[[], TemplatesView] | None = None
        self.evaluation: EvaluationView | None = None
        self._make_evaluation: Callable[[], EvaluationView] | None = None
        self.settings: SettingsView | None = None
        self._make_settings: Callable[[], SettingsView] | None = None
        self.band = ModeBand()
        self._views = Views()
        self._file_line = FileLine()
        self._inbox_line = Label(say("Startar…"), colour=SECONDARY)
        self._status = StatusLine(self._file_line, self._inbox_line)
        self._closing: Closing | None = None
        self.has_failed = False
        self._lay_out()
        self._connect()

    def attach(self, services: "Services", tasks: "TaskRunner") -> None:
        """From here on the window works: bookings can be opened and history be read."""
        list(self.attaching(services, tasks))

    def attaching(self, services: "Services", tasks: "TaskRunner") -> Iterator[None]:
        """As `attach`, in steps: all of it would keep whoever uses the window waiting for 0.2 s."""
        from ui.history_view import HistoryView  # noqa: PLC0415 - heavy, after the first paint
        from ui.sent_letter_view import SentLetterView  # noqa: PLC0415 - as above
        from ui.utskick import Utskick  # noqa: PLC0415 - as above
        from ui.workbench import Workbench  # noqa: PLC0415 - as above

        letter = SentLetterView()
        yield
        history = HistoryView(letter, parent=self._views)
        yield
        history.attach(services, tasks)
        self._views.addWidget(history)
        yield
        workbench = Workbench(self.utskick_view.pages)
        yield
        utskick = Utskick(
            services,
            tasks,
            view=self.utskick_view,
            workbench=workbench,
            actions=self.commands,
            undo_seconds=self._undo_seconds,
        )
        yield
        self._take_in(services, tasks, history, utskick)

    def _take_in(
        self,
        services: "Services",
        tasks: "TaskRunner",
        history: "HistoryView",
        utskick: "Utskick",
    ) -> None:
        from ui.closing import Closing  # noqa: PLC0415 - heavy, after the first paint
        from ui.conduct_dialog import offer_conduct  # noqa: PLC0415 - as above
        from ui.evaluation_view import EvaluationView  # noqa: PLC0415 - as above
        from ui.oversight import Oversight  # noqa: PLC0415 - as above

        self.history, self.utskick = history, utskick
        utskick.file_told.connect(self._file_line.show_file)
        utskick.inbox_told.connect(self._inbox_line.setText)
        utskick.opening.connect(self.show_utskick)
        utskick.sent.connect(history.refresh)
        self._connect_settling(history, utskick)
        self._closing = Closing(utskick, window=self, show=self.show_utskick)
        self.header.show_ready(utskick.workbench.bookings.chips.values())
        offer_conduct(self, services.conduct)
        self.band.follow(services.conduct, safe=services.safekeeping.safe)
        self._attach_templates(services, tasks, utskick)
        self._make_evaluation = lambda: EvaluationView(services, tasks, parent=self._views)
        self._attach_settings(services, tasks, utskick)
        Oversight(services, tasks, window=self).follow(self.commands, self.header, history)
        self._guard_persons(history, utskick, services.settings)
        utskick.start()

    def show_failure(self, error: Exception, *, tell: Callable[[Exception], None]) -> None:
        """The services could not be made, so nothing can be opened; `tell` says why."""
        self.has_failed = True
        self.utskick_view.start_page.show_obstacle(_NOT_STARTED)
        self._inbox_line.setText("")
        tell(error)

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
            self.history.lists.setFocus()

    def show_templates(self) -> None:
        if self._make_templates is None:
            return
        if self.templates is None:
            self.templates = self._make_templates()
            self._views.addWidget(self.templates)
        self.header.show_comparison()
        self._views.setCurrentWidget(self.templates)
        self.commands.search.setEnabled(False)
        self.templates.refresh()
        self.templates.focus_first()

    def show_evaluation(self) -> None:
        if self._make_evaluation is None:
            return
        if self.evaluation is None:
            self.evaluation = self._make_evaluation()
            self._views.addWidget(self.evaluation)
        self.header.show_evaluation()
        self._views.setCurrentWidget(self.evaluation)
        self.commands.search.setEnabled(False)
        self.evaluation.refresh()
        self.evaluation.period.setFocus()

    def show_settings(self) -> None:
        if self._make_settings is None:
            return
        if self.settings is None:
            self.settings = self._make_settings()
            self._views.addWidget(self.settings)
        self.header.show_settings()
        self._views.setCurrentWidget(self.settings)
        self.commands.search.setEnabled(False)
        self.settings.setFocus()

    def show_unclear(self) -> None:
        """The work list of letters that nobody knows whether they arrived."""
        if self.history is not None:
            self.history.show_unclear()
            self.show_history()

    def _show_row(self, row_no: int) -> None:
        if self.utskick is not None:
            self.show_utskick()
            self.utskick.show_row(row_no)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._closing is None or self._closing.may_close())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's own signature
        return step_focus(self, step=1 if forward else -1, home=self._views.currentWidget())

    def _lay_out(self) -> None:
        self.setMenuWidget(self.header)
        self._views.addWidget(self.utskick_view)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.band)
        layout.addWidget(self._views, 1)
        self.setCentralWidget(scrolled(middle))
        self._status.stand_in(self.statusBar(), low=self.utskick_view, views=self._views)
        WindowRoom(self).guide(self.header, self.band, self.utskick_view, self._status)

    def _connect(self) -> None:
        header, commands = self.header, self.commands
        header.utskick.triggered.connect(self.show_utskick)
        header.history.triggered.connect(self.show_history)
        header.comparison.triggered.connect(self.show_templates)
        header.evaluation.triggered.connect(self.show_evaluation)
        header.settings.triggered.connect(self.show_settings)
        header.quit.triggered.connect(self.close)
        header.shortcuts.triggered.connect(lambda: show_shortcuts(self))
        header.about.triggered.connect(lambda: show_about(self))
        commands.search.triggered.connect(self._find)
        commands.next_pane.triggered.connect(lambda: focus_next(self._panes(), step=1))
        commands.previous_pane.triggered.connect(lambda: focus_next(self._panes(), step=-1))

    def _connect_settling(self, history: "HistoryView", utskick: "Utskick") -> None:
        history.use_list(lambda: utskick.worklist)
        history.row_wanted.connect(self._show_row)
        history.settled.connect(utskick.look_again)
        history.waiting.resume_wanted.connect(utskick.resuming.resume)
        history.waiting.cancel_wanted.connect(utskick.dispatching.cancel_waiting)
        utskick.dispatching.told.connect(history.show_told)
        for bar in (self.utskick_view.notice, self.utskick_view.waiting):
            bar.unclear_wanted.connect(self.show_unclear)

    def _attach_templates(
        self, services: "Services", tasks: "TaskRunner", utskick: "Utskick"
    ) -> None:
        from app.template_versions import TemplateVersions  # noqa: PLC0415 - heavy, seldom wanted
        from ui.templates_view import TemplatesView  # noqa: PLC0415 - as above

        versions = TemplateVersions(services)
        self._make_templates = lambda: TemplatesView(
            versions, tasks, open_list=lambda: utskick.worklist, parent=self._views
        )

    def _attach_settings(
        self, services: "Services", tasks: "TaskRunner", utskick: "Utskick"
    ) -> None:
        from ui.own_unit import OwnUnit  # noqa: PLC0415 - heavy, after the first paint
        from ui.settings_keeping import SettingsKeeping  # noqa: PLC0415 - as above
        from ui.settings_view import SettingsView  # noqa: PLC0415 - as above

        keeping = SettingsKeeping(services.setup.choices, tasks, self)
        keeping.kept.connect(utskick.follow_choice)
        OwnUnit(services, keeping, header=self.header, utskick=utskick, view=self.utskick_view)
        self._make_settings = lambda: SettingsView(services, tasks, keeping=keeping)

    def _guard_persons(
        self, history: "HistoryView", utskick: "Utskick", settings: "Settings"
    ) -> None:
        from ui.copied import Copied  # noqa: PLC0415 - heavy, after the first paint
        from ui.unattended import Unattended  # noqa: PLC0415 - as above

        bench, searches = utskick.workbench, (self.utskick_view.search, history.filters.search)
        told = (history, history.strip, self._file_line, self.utskick_view.error_page)
        for part in (bench.bookings, bench.fix_panel, *told, *searches):
            self.privacy.guard(part)
        unattended = Unattended(self, after_ms=settings.cover_after_minutes * 60_000)
        unattended.noticed.connect(self.privacy.hide)
        Copied(self)

    def _find(self) -> None:
        view = self.history if self._in_history else self.utskick_view
        if view is not None:
            view.show_search()

    @property
    def _in_history(self) -> bool:
        return self.history is not None and self._views.currentWidget() is self.history

    def _panes(self) -> tuple[QWidget, ...]:
        if self._in_history and self.history is not None:
            return (self.header, *self.history.panes())
        for view in (self.templates, self.evaluation, self.settings):
            if view is not None and self._views.currentWidget() is view:
                return (self.header, *view.panes())
        inner = self.utskick.panes if self.utskick else ()
        return (self.header, *self.utskick_view.panes_around(inner))
