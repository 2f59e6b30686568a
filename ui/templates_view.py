"""Malländring: versions of the templates compared, and a draft of them edited."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.template_versions import TemplateVersions
from app.wording import say
from app.worklist import Worklist
from ui.comparison_view import ComparisonView
from ui.parts import Kind, tip, tool_button
from ui.task_runner import TaskRunner
from ui.template_editor import TemplateEditor


class TemplatesView(QWidget):
    """One page at a time, each with its tab and its key. Made when it is first wanted."""

    def __init__(
        self,
        versions: TemplateVersions,
        tasks: TaskRunner,
        *,
        open_list: Callable[[], Worklist | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._versions = versions
        self._tasks = tasks
        self._open_list = open_list
        self._pages = QStackedWidget()
        self._tabs = QHBoxLayout()
        self._group = QActionGroup(self)
        self._lay_out()
        self.comparison = ComparisonView(versions, tasks, open_list=open_list, parent=self._pages)
        self._pages.addWidget(self.comparison)
        self.compare = self._page(say("Jämför"), "Ctrl+Shift+J", lambda: self.comparison)
        self.edit = self._page(say("Redigera"), "Ctrl+Shift+E", lambda: self.editor)
        self.compare.setChecked(True)
        self._tabs.addStretch(1)

    @cached_property
    def editor(self) -> TemplateEditor:
        """Made when it is first wanted: it takes four times as long as all the rest (measured)."""
        editor = TemplateEditor(
            self._versions, self._tasks, open_list=self._open_list, parent=self._pages
        )
        editor.compare_wanted.connect(self._compare_with)
        self._pages.addWidget(editor)
        return editor

    def refresh(self) -> None:
        """What can be chosen now; what has been made stays."""
        self._shown.refresh()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return self._shown.panes()

    def focus_first(self) -> None:
        self.panes()[0].setFocus()

    @property
    def _shown(self) -> ComparisonView | TemplateEditor:
        return self.comparison if self.compare.isChecked() else self.editor

    def _lay_out(self) -> None:
        """Before the pages are there: what has parts takes long to be moved (measured)."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        self._tabs.setContentsMargins(12, 0, 12, 0)
        layout.addLayout(self._tabs)
        layout.addWidget(self._pages, 1)

    def _compare_with(self, folder: Path) -> None:
        self.comparison.after.choose_folder(folder)
        self.compare.trigger()

    def _page(self, text: str, keys: str, page: Callable[[], QWidget]) -> QAction:
        action = QAction(text, self)
        action.setCheckable(True)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(tip(f"{text} ({keys.replace('Shift', say('Skift'))})"))
        action.triggered.connect(lambda: self._show(page()))
        self._group.addAction(action)
        self._tabs.addWidget(tool_button(action, kind=Kind.TAB))
        return action

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.refresh()
        self.focus_first()
