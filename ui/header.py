"""The top of the window: the menus, the two views and the mark of the test mode."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QWidget

from ui.actions import Actions
from ui.parts import Kind, Label, tool_button


class Header(QWidget):
    """Every menu item does something; what cannot be done just now is grey."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._menus = QMenuBar()
        self._menus.setNativeMenuBar(False)
        self.utskick = self._action("Utskick", "Ctrl+1")
        self.history = self._action("Historik", "Ctrl+2")
        self.quit = self._action("Avsluta", "Ctrl+Q")
        self.shortcuts = self._action("Kortkommandon", "F1")
        self.about = self._action("Om Kallelser", "")
        self._group_views()
        self._undo = actions.undo
        self._filters: tuple[QAction, ...] = ()
        files = (actions.open, actions.paste, actions.write_new, actions.reload)
        kept = (actions.own_layouts, actions.save_left_out, actions.save_result)
        self._menus.addMenu("&Arkiv").addActions((*files, *kept, self.quit))
        self._menus.addMenu("&Redigera").addActions(
            (actions.undo, actions.undo_sending, actions.search)
        )
        self._show_menu = self._menus.addMenu("&Visa")
        self._show_menu.addActions((self.utskick, self.history))
        self._show_menu.addSeparator()
        self._show_menu.addActions((actions.next_pane, actions.previous_pane))
        self._letter = self._menus.addMenu("&Kallelse")
        self._letter.addActions(actions.for_a_letter)
        self._menus.addMenu("&Hjälp").addActions((self.shortcuts, self.about))
        self._lay_out()

    def show_ready(self, filters: Iterable[QAction]) -> None:
        """Both views can be shown; `filters` are the list's chips."""
        self.history.setEnabled(True)
        self._show_menu.addSeparator()
        self._filters = tuple(filters)
        self._show_menu.addActions(self._filters)

    def show_utskick(self) -> None:
        self.utskick.setChecked(True)
        self._undo.setVisible(True)
        for chip in self._filters:
            chip.setEnabled(True)
        self._letter.setEnabled(True)

    def show_history(self) -> None:
        """What acts on the list cannot be done, nor its keys pressed, while it is not seen."""
        self.history.setChecked(True)
        self._undo.setVisible(False)
        for chip in self._filters:
            chip.setEnabled(False)
        self._letter.setEnabled(False)

    def all_actions(self) -> tuple[QAction, ...]:
        """Everything the menus hold, in their order."""
        menus = self._menus.findChildren(QMenu)
        return tuple(a for menu in menus for a in menu.actions() if not a.isSeparator())

    def _action(self, text: str, keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(f"{text} ({keys})")
        return action

    def _group_views(self) -> None:
        views = QActionGroup(self)
        for action in (self.utskick, self.history):
            action.setCheckable(True)
            views.addAction(action)
        self.utskick.setChecked(True)
        self.history.setEnabled(False)

    def _lay_out(self) -> None:
        badge = Label("TESTLÄGE")
        badge.setObjectName("testBadge")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 4, 12, 4)
        layout.setSpacing(4)
        layout.addWidget(self._menus)
        layout.addSpacing(24)
        layout.addWidget(tool_button(self.utskick, kind=Kind.TAB))
        layout.addWidget(tool_button(self.history, kind=Kind.TAB))
        layout.addStretch(1)
        layout.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
