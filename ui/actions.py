"""Every command of the window with its words, key and icon; menus and buttons share them."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from app.wording import say
from ui.parts import tip
from ui.theme import icon


class Actions(QObject):
    """All are disabled until there is something for them to act on.

    A menu shows an action's text, a button its shorter icon text. What acts on the list is grey
    behind another page, and to undo is so too while a round of letters goes on.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.open = self._action(say("Öppna bokningar…"), "Ctrl+O", "folder-open")
        self.paste = self._action(say("Klistra in tabell"), "Ctrl+V")
        self.write_new = self._action(say("Ny bokning…"), "Ctrl+N", "plus")
        self.reload = self._action(say("Läs in igen"), "F5", "refresh-cw")
        self.own_layouts = self._action(say("Egna exportlayouter…"), "")
        self.save_left_out = self._action(say("Spara lista över utelämnade…"), "")
        self.save_call_list = self._action(say("Spara ringlista…"), "")
        self.save_result = self._action(say("Spara resultatfil…"), "")
        self.search = self._action(say("Sök"), "Ctrl+F", "search")
        self.undo = self._action(say("Ångra"), "Ctrl+Z", "undo-2")
        # Held down it would take back step after step, of which only the last is told.
        self.undo.setAutoRepeat(False)
        # Has the same key while there is a sending to undo.
        self.undo_sending = self._action(say("Ångra utskicket"), "", "undo-2")
        self.approve = self._action(say("Godkänn"), "", "check")
        self.correct = self._action(say("Rätta uppgifter…"), "F2")
        self.free_text = self._action(say("Fritext…"), "Ctrl+E")
        self.channel = self._action(say("Byt kanal…"), "Ctrl+K")
        self.next_problem = self._action(say("Nästa problem"), "F8")
        self.previous_problem = self._action(say("Föregående problem"), "Shift+F8")
        self.next_row = self._action(say("Nästa bokning"), "Ctrl+Down", "chevron-right")
        self.previous_row = self._action(say("Föregående bokning"), "Ctrl+Up", "chevron-left")
        self.fix = self._action(say("Gå till rutan under listan"), "F4")
        self.send = self._action(say("Skicka klara kallelser…"), "Ctrl+Shift+Return")
        self.next_pane = self._action(say("Nästa ruta"), "F6")
        self.previous_pane = self._action(say("Föregående ruta"), "Shift+F6")
        self.hide_persons = self._action(say("Dölj personuppgifter"), "Ctrl+Shift+H", "eye-off")
        self.hide_persons.setCheckable(True)
        self.hide_persons.setEnabled(True)
        self.next_pane.setEnabled(True)
        self.previous_pane.setEnabled(True)
        self.next_row.setIconText(say("Nästa"))
        self.previous_row.setIconText(say("Föregående"))
        # The key of the number block counts as well.
        both = ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")
        self.send.setShortcuts([QKeySequence(keys) for keys in both])
        # In a group that is grey all are, and afterwards each is what it was by itself.
        self._of_list, self._to_undo = QActionGroup(self), QActionGroup(self)
        self._of_list.setExclusive(False)
        self._is_list_seen, self._is_round_on = True, False
        self.act_on_list(self.fix, *self.for_a_row, *self._steps)
        self._to_undo.addAction(self.undo)

    @property
    def for_a_list(self) -> tuple[QAction, ...]:
        """What there must be a list for; to approve and to send ask for more than that."""
        saved = (self.save_left_out, self.save_call_list, self.save_result)
        return (self.reload, *saved, self.search, self.undo, self.fix, *self._steps)

    @property
    def for_a_row(self) -> tuple[QAction, ...]:
        """What the shown row may allow or not."""
        return (self.approve, self.correct, self.free_text, self.channel)

    @property
    def _steps(self) -> tuple[QAction, ...]:
        return (self.next_problem, self.previous_problem, self.next_row, self.previous_row)

    @property
    def for_a_letter(self) -> tuple[QAction, ...]:
        """What the menu Kallelse holds, in its order."""
        problems = (self.approve, self.fix, self.next_problem, self.previous_problem)
        changes = (self.correct, self.free_text, self.channel)
        return (*problems, *changes, self.next_row, self.previous_row, self.send)

    def act_on_list(self, *actions: QAction) -> None:
        """These are grey while the list is not seen, whatever else is said of them."""
        for action in actions:
            self._of_list.addAction(action)

    def show_list(self) -> None:
        self._is_list_seen = True
        self._show_groups()

    def hide_list(self) -> None:
        """Another page stands in its place: nobody would see what is changed or stepped to."""
        self._is_list_seen = False
        self._show_groups()

    def begin_round(self) -> None:
        """Who undoes now means the letters, and of a row that has one no decision comes back."""
        self._is_round_on = True
        self._show_groups()

    def end_round(self) -> None:
        self._is_round_on = False
        self._show_groups()

    def _show_groups(self) -> None:
        self._of_list.setEnabled(self._is_list_seen)
        self._to_undo.setEnabled(self._is_list_seen and not self._is_round_on)

    def _action(self, text: str, keys: str, icon_name: str = "") -> QAction:
        action = QAction(text, self)
        action.setIconText(text)
        action.setEnabled(False)
        if keys:
            # In a list, since setShortcut would take the enums of `Qt` to tell what it was given.
            action.setShortcuts([QKeySequence(keys)])
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(tip(f"{text.rstrip('…')} ({shown})"))
        if icon_name:
            action.setIcon(icon(icon_name))
        return action
