"""The top of the window: the menus, the views, the unit and the mark of the test mode."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QWidget

from app.wording import say
from ui.actions import Actions
from ui.mode_band import TEST_MODE
from ui.named_values import set_named
from ui.parts import Kind, Label, ToolButton, tip, tool_button
from ui.room import Room
from ui.theme import SECONDARY, icon
from ui.unit_choice import UnitChoice

TEST = say("TESTLÄGE")
_TEST_IN_SHORT = say("TESTLÄGE – inget lämnar datorn")

# Logical pixels: between neighbours, between groups of them, and at the ends.
_GAP, _APART = 4, 8
_LEFT, _RIGHT = 4, 12


class Header(QWidget):
    """Every menu item does something; what cannot be done just now is grey."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._menus = QMenuBar()
        self._menus.setNativeMenuBar(False)
        # In the narrowest window the unit gives way, not a menu.
        self._menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.utskick = self._action(say("Utskick"), "Ctrl+1")
        self.history = self._action(say("Historik"), "Ctrl+2")
        self.comparison = self._action(say("Malländring"), "Ctrl+3")
        self.evaluation = self._action(say("Utvärdering"), "Ctrl+4")
        self.settings = self._action(say("Inställningar"), "Ctrl+,")
        self.log = self._action(say("Logg…"), "")
        self.rules = self._action(say("Behörighet och regler…"), "")
        self.unit = UnitChoice()
        self._user = Label(colour=SECONDARY)
        self._badge = Label(TEST)
        self._room = Room.AMPLE
        self.quit = self._action(say("Avsluta"), "Ctrl+Q")
        self.shortcuts = self._action(say("Kortkommandon"), "F1")
        self.shortcuts.setShortcuts([QKeySequence("F1"), QKeySequence("Ctrl+?")])
        self.about = self._action(say("Om Kallelser"), "")
        self._group_views()
        self._undo = actions.undo
        self._filters: tuple[QAction, ...] = ()
        files = (actions.open, actions.paste, actions.write_new, actions.reload)
        lists = (actions.save_left_out, actions.save_call_list, actions.save_result)
        kept = (actions.own_layouts, *lists)
        self._menus.addMenu(say("&Arkiv")).addActions((*files, *kept, self.quit))
        self._menus.addMenu(say("&Redigera")).addActions(
            (actions.undo, actions.undo_sending, actions.search)
        )
        self._show_menu = self._menus.addMenu(say("&Visa"))
        self._show_menu.addActions(self._views)
        self._show_menu.addSeparator()
        self._show_menu.addActions((self.log, self.rules))
        self._show_menu.addSeparator()
        self._show_menu.addActions((actions.next_pane, actions.previous_pane, actions.hide_persons))
        self._letter = self._menus.addMenu(say("&Kallelse"))
        self._letter.addActions(actions.for_a_letter)
        self._menus.addMenu(say("&Hjälp")).addActions((self.shortcuts, self.about))
        self._hide = tool_button(actions.hide_persons, kind=Kind.TAB)
        self._view_buttons = {one: tool_button(one, kind=Kind.TAB) for one in self._views}
        self._more = _MoreViews()
        for action in self._views:
            action.toggled.connect(self._give_way)
        self._layout = QHBoxLayout(self)
        self._lay_out()

    def show_ready(self, filters: Iterable[QAction]) -> None:
        """Both views can be shown; `filters` are the list's chips."""
        self.history.setEnabled(True)
        self.comparison.setEnabled(True)
        self.evaluation.setEnabled(True)
        self.settings.setEnabled(True)
        self.log.setEnabled(True)
        self.rules.setEnabled(True)
        self._show_menu.addSeparator()
        self._filters = tuple(filters)
        self._show_menu.addActions(self._filters)

    def show_user(self, name: str, *, told: str) -> None:
        """Who is logged in, and in a tip as what; in a narrow window only the tip of the mode."""
        self._user.setText(name)
        self._user.setToolTip(tip(told))
        logged_in = say("Inloggad: {who}", who=told)
        self._user.setAccessibleName(logged_in)
        self._badge.setToolTip(tip(f"{TEST_MODE}. {logged_in}."))
        self._give_way()

    def show_utskick(self) -> None:
        self.utskick.setChecked(True)
        self._undo.setVisible(True)
        for chip in self._filters:
            chip.setEnabled(True)
        self._letter.setEnabled(True)

    def show_history(self) -> None:
        self._leave_list(self.history)

    def show_comparison(self) -> None:
        self._leave_list(self.comparison)

    def show_evaluation(self) -> None:
        self._leave_list(self.evaluation)

    def show_settings(self) -> None:
        self._leave_list(self.settings)

    @property
    def _views(self) -> tuple[QAction, ...]:
        return (self.utskick, self.history, self.comparison, self.evaluation, self.settings)

    def _leave_list(self, view: QAction) -> None:
        """What acts on the list cannot be done, nor its keys pressed, while it is not seen."""
        view.setChecked(True)
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
        if keys:
            # In a list: see ui.actions.
            action.setShortcuts([QKeySequence(keys)])
        action.setToolTip(tip(f"{text} ({keys})"))
        return action

    def _group_views(self) -> None:
        views = self._group = QActionGroup(self)
        for action in self._views:
            action.setCheckable(True)
            views.addAction(action)
        self.utskick.setChecked(True)
        for action in (*self._views[1:], self.log, self.rules):
            action.setEnabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def fit(self, room: Room) -> None:
        self._room = room
        air = 4 if room is Room.AMPLE else 0
        self._layout.setContentsMargins(_LEFT, air, _RIGHT, air)
        self._give_way()

    def _give_way(self) -> None:
        """What has no room is not seen, the least wanted first; a view is then in the last tab.

        By what the words need and not by a width: they are other ones in another language.
        """
        all_words = self._hide_as("ToolButtonTextBesideIcon")
        only_icon = self._hide_as("ToolButtonIconOnly")
        self._badge.setText(TEST)
        around = _LEFT + _RIGHT + 3 * _APART + self.unit.width_to_read()
        room = self.width() - around - only_icon - _needed(self._menus) - _needed(self._badge)
        room -= self._show_views(room)
        # Where the band is not shown, the mark says what it says.
        if self._room is not Room.AMPLE:
            room += _needed(self._badge)
            self._badge.setText(_TEST_IN_SHORT)
            if _needed(self._badge) > room:
                self._badge.setText(TEST)
            room -= _needed(self._badge)
        has_all = room >= all_words - only_icon + _needed(self._user)
        self._user.setVisible(has_all)
        if has_all:
            self._hide_as("ToolButtonTextBesideIcon")

    def _show_views(self, room: int) -> int:
        """How much of the room the tabs take."""
        needs = {action: _needed(button) for action, button in self._view_buttons.items()}
        taken, shown = sum(needs.values()), set(self._views)
        if taken > room:
            taken += _needed(self._more)
        for action in reversed(self._views):
            if taken <= room:
                break
            # The view that is shown comes before all others.
            if action.isChecked():
                continue
            shown.remove(action)
            taken -= needs[action]
        for action, button in self._view_buttons.items():
            button.setVisible(action in shown)
        self._more.show_views([one for one in self._views if one not in shown])
        return taken

    def _hide_as(self, style: str) -> int:
        """How wide the button that hides persons is in a style, which it has from here on."""
        set_named(self._hide, toolButtonStyle=style)
        return _needed(self._hide)

    def _lay_out(self) -> None:
        self._badge.setObjectName("testBadge")
        self._badge.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._badge.setToolTip(tip(TEST_MODE))
        layout = self._layout
        layout.setSpacing(_GAP)
        layout.addWidget(self._menus)
        layout.addSpacing(_APART)
        for button in self._view_buttons.values():
            layout.addWidget(button)
        layout.addWidget(self._more)
        layout.addStretch(1)
        layout.addWidget(self.unit)
        layout.addWidget(self._hide)
        layout.addSpacing(_APART)
        layout.addWidget(self._user)
        layout.addSpacing(_APART)
        layout.addWidget(self._badge)
        self.fit(Room.AMPLE)


class _MoreViews(ToolButton):
    """The last tab of a narrow window: a menu of the views that have no tab of their own there."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(say("Mer"))
        self.setProperty("kind", Kind.TAB.value)
        self.setIcon(icon("chevron-down"))
        set_named(
            self,
            popupMode="InstantPopup",
            toolButtonStyle="ToolButtonTextBesideIcon",
            focusPolicy="StrongFocus",
        )
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.hide()

    def show_views(self, views: Sequence[QAction]) -> None:
        if views == self._menu.actions():
            return
        for action in self._menu.actions():
            self._menu.removeAction(action)
        self._menu.addActions(views)
        names = ", ".join(view.text() for view in views)
        self.setToolTip(tip(names))
        self.setAccessibleName(say("Fler vyer: {names}", names=names))
        self.setVisible(bool(views))


def _needed(part: QWidget) -> int:
    """The width that a part takes, with what parts it from the next."""
    return part.sizeHint().width() + _GAP
