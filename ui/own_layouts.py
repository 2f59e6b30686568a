"""The unit's own export layouts: listed, opened again to be changed, and taken away."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import KallelseError
from app.layouts import OwnLayout
from app.services import Services
from app.swedish_dates import plain_date
from app.wording import say
from ui.error_dialog import show_error
from ui.mapping_view import MappingView
from ui.parts import Kind, Tone, announce, paragraph, primary_button, push_button
from ui.task_runner import Lane, TaskRunner
from ui.utskick_view import UtskickView

_NONE = say(
    "Inga egna exportlayouter är sparade. När du öppnar en fil som inte känns igen frågar "
    "programmet vad kolumnerna är, och då kan svaret sparas."
)
_ABOUT = say("En fil med samma rubriker, eller samma avsändare, läses så som layouten säger.")
_SIZE = (560, 400)


class OwnLayouts(QObject):
    """`reopened` comes when one is shown to be changed, `changed` when that has been kept.

    What is changed or taken away is so also where the window is closed at once.
    """

    reopened = Signal()
    changed = Signal()

    def __init__(
        self, services: Services, tasks: TaskRunner, *, view: UtskickView, mapping: MappingView
    ) -> None:
        super().__init__(view)
        self._services = services
        self._tasks = tasks
        self._view = view
        self._mapping = mapping
        mapping.change_wanted.connect(self._keep)

    def show_list(self) -> None:
        try:
            layouts = self._services.layouts.layouts()
        except KallelseError as error:
            show_error(error)
            return
        dialog = LayoutsDialog(self._view, layouts)
        dialog.change_wanted.connect(self._reopen)
        dialog.remove_wanted.connect(partial(self._write, self._services.layouts.remove))
        dialog.restore_wanted.connect(partial(self._write, self._services.layouts.keep))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _reopen(self, layout: OwnLayout) -> None:
        self.reopened.emit()
        self._mapping.show_layout(layout)
        self._view.show_page(self._mapping)
        self._mapping.focus_first()

    def _keep(self, before: OwnLayout, after: OwnLayout) -> None:
        now, user = self._services.now(), self._services.user
        signed = after.model_copy(update={"saved_by": user, "saved_on": now.date()})

        def work() -> None:
            self._services.layouts.keep(signed)
            if before.key != signed.key:
                self._services.layouts.remove(before)

        self._tasks.run(
            Lane.KEEPING, work, done=lambda _: self._tell_kept(signed), failed=show_error
        )

    def _tell_kept(self, layout: OwnLayout) -> None:
        self.changed.emit()
        told = say(
            "Exportlayouten {layout} är sparad. Tryck F5 om en sådan fil är öppen.",
            layout=layout.name,
        )
        self._view.notice.show_news(told, tone=Tone.DONE)

    def _write(self, write: Callable[[OwnLayout], None], layout: OwnLayout) -> None:
        write_it = partial(write, layout)
        self._tasks.run(Lane.KEEPING, write_it, done=lambda _: None, failed=show_error)


class LayoutsDialog(QDialog):
    """The list. What is taken away can be had back for as long as the dialog is open."""

    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self, parent: QWidget, layouts: Iterable[OwnLayout]) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Egna exportlayouter"))
        self.setModal(True)
        self.list = QListWidget()
        self.list.setAccessibleName(say("Egna exportlayouter"))
        self.told = paragraph()
        self.change = primary_button(say("Ändra…"), self._change)
        self.remove = push_button(say("Ta bort"), self._remove)
        self.restore = push_button(say("Ångra"), self._restore, kind=Kind.SMALL)
        self.restore.hide()
        self._removed: OwnLayout | None = None
        for layout in layouts:
            self._add(layout)
        self.list.setCurrentRow(0)
        self._lay_out()
        self.list.itemActivated.connect(lambda _: self._change())
        self._show_state("")

    def _lay_out(self) -> None:
        news = QHBoxLayout()
        news.addWidget(self.told, 1)
        news.addWidget(self.restore)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(push_button(say("Stäng"), self.reject))
        buttons.addWidget(self.change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.list, 1)
        layout.addLayout(news)
        layout.addLayout(buttons)
        self.resize(*_SIZE)

    def _add(self, layout: OwnLayout) -> None:
        item = QListWidgetItem(_line(layout))
        item.setData(Qt.ItemDataRole.UserRole, layout)
        self.list.insertItem(self.list.count(), item)

    def _change(self) -> None:
        layout = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        self.accept()
        self.change_wanted.emit(layout)

    def _remove(self) -> None:
        item = self.list.takeItem(self.list.currentRow())
        removed: OwnLayout = item.data(Qt.ItemDataRole.UserRole)
        self._removed = removed
        self.remove_wanted.emit(removed)
        self._show_state(say("Exportlayouten {removed} är borttagen.", removed=removed.name))

    def _restore(self) -> None:
        if self._removed:
            self.restore_wanted.emit(self._removed)
            self._add(self._removed)
            self.list.setCurrentRow(self.list.count() - 1)
            self._removed = None
            self._show_state("")
            self.list.setFocus()

    def _show_state(self, news: str) -> None:
        self.told.setText(news or (_ABOUT if self.list.count() else _NONE))
        self.restore.setVisible(bool(news))
        for button in (self.change, self.remove):
            button.setEnabled(bool(self.list.count()))
        if news:
            announce(self, news)


def _line(layout: OwnLayout) -> str:
    if not layout.saved_on:
        return layout.name
    return say(
        "{layout} – sparad {day} av {user}",
        layout=layout.name,
        day=plain_date(layout.saved_on),
        user=layout.saved_by,
    )
