"""The bar at the bottom: step through the list, see that the sums balance, and send."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.wording import say
from ui.actions import Actions
from ui.named_values import set_named
from ui.parts import Kind, Label, OneLine, action_button, push_button, tip, tool_button
from ui.room import Room
from ui.theme import ALARM, BASE_SIZE, SECONDARY, TEXT, sized

# Logical pixels of a low window's bar: all but the reason, with the file's name and its version.
_ALL_ELSE = 800
# What a width that is told in whole pixels may lack, so that the words are not cut.
_ROUNDED = 2


class Sums(NamedTuple):
    """What the bar shows; `total` should equal `sent` + `left`."""

    total: int
    sent: int
    left: int
    ready: int
    by_inbox: int
    by_post: int


class DispatchBar(QFrame):
    """Shows sums and, quietly, what is being checked; its buttons are the window's actions.

    `summed` carries the sums that are shown.
    """

    summed = Signal(object)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("dispatchBar")
        self._send_action, self._next_problem = actions.send, actions.next_problem
        self._key = actions.send.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._obstacle = self._unseen = ""
        self._ready: int | None = None
        self._is_done = False
        self.balance = Label(colour=SECONDARY)
        self.ready = Label(colour=TEXT)
        self.quiet = Label(colour=SECONDARY)
        # In words beside the button: a tip is found by nobody who only uses keys.
        plain = sized(BASE_SIZE, QFont.Weight.Normal)
        self.reason = OneLine(plain, height=17, colour=TEXT)
        self.send_button = action_button(actions.send, kind=Kind.PRIMARY)
        self._problem = push_button(
            say("Visa nästa  F8"), actions.next_problem.trigger, kind=Kind.SMALL
        )
        self._told = QHBoxLayout()
        self._approve = action_button(actions.approve)
        self._steps = tuple(
            tool_button(one, kind=Kind.PLAIN) for one in (actions.previous_row, actions.next_row)
        )
        actions.next_problem.changed.connect(self._follow_problem)
        self._follow_problem()
        self._layout, self._sums = QHBoxLayout(self), QVBoxLayout()
        self._room = Room.AMPLE
        self._lay_out()
        self.fit(Room.AMPLE)

    def fit(self, room: Room) -> None:
        """In a low window it has what the problems' bar and the status bar have otherwise."""
        self._room = room
        is_ample = room is Room.AMPLE
        air = 8 if is_ample else 0
        self._layout.setContentsMargins(12, air, 12, air)
        self._problem.setHidden(is_ample)
        words = "ToolButtonTextBesideIcon" if is_ample else "ToolButtonIconOnly"
        for button in self._steps:
            set_named(button, toolButtonStyle=words)
        # Beside the sums it would take its place from the name and the version of the file's line.
        if not is_ample:
            self._sums.insertWidget(0, self.reason)
        elif self._layout.indexOf(self.reason) < 0:
            self._layout.insertWidget(self._layout.indexOf(self._sums) - 1, self.reason, 2)
        side = "AlignRight" if is_ample else "AlignLeft"
        set_named(self.reason, alignment=f"{side}|AlignVCenter")
        self._show_send()

    def hold(self, line: QWidget) -> None:
        """Gives what else is told, in a low window, its place in the middle."""
        self._told.addWidget(line)

    def show_nothing(self) -> None:
        for label in (self.balance, self.ready, self.quiet):
            label.setText("")
        self._ready = None
        self._show_send()

    def show_sums(self, sums: Sums) -> None:
        balances = sums.total == sums.sent + sums.left
        text = say(
            "Inlästa {total} = skickade {sent} + kvar {left}",
            total=sums.total,
            sent=sums.sent,
            left=sums.left,
        )
        self.balance.setText(text if balances else say("{text} – summan stämmer inte", text=text))
        self.balance.show_colour(SECONDARY if balances else ALARM)
        ways = say(
            "{by_inbox} till 1177, {by_post} som brev", by_inbox=sums.by_inbox, by_post=sums.by_post
        )
        ready = say("{number} klara: {ways}", number=sums.ready, ways=ways)
        self.ready.setText(ready if sums.ready else say("Ingen är klar"))
        self._ready, self._is_done = sums.ready, sums.total == sums.sent > 0
        self._show_send()
        self.summed.emit(sums)

    def show_obstacle(self, obstacle: str) -> None:
        """Why nothing can be sent for now, whatever is ready; "" takes it away."""
        self._obstacle = obstacle
        self._show_send()

    def show_unseen(self, told: str) -> None:
        """What is to be looked at before all that is ready can be sent; "" for nothing."""
        self._unseen = told
        self._show_send()

    def show_quiet(self, text: str) -> None:
        """Work behind the scenes that nobody has to wait for."""
        self.quiet.setText(text)
        self._show_send()

    def _show_send(self) -> None:
        text = say("Skicka {ready}…", ready=letters(self._ready)) if self._ready else say("Skicka…")
        obstacle = self._obstacle or self._missing() or self._unseen
        self._send_action.setIconText(text)
        self._send_action.setEnabled(not obstacle)
        self._send_action.setToolTip(tip(obstacle or f"{text.rstrip('…')} ({self._key})"))
        is_low, quiet = self._room is not Room.AMPLE, self.quiet.text()
        told = "" if self._ready is None else obstacle
        if is_low and quiet and not (self._obstacle or self._unseen):
            told = quiet
        self.reason.setText(told)
        self.reason.setVisible(bool(told))
        self.quiet.setHidden(is_low)
        self.ready.setHidden(is_low and bool(told))
        self._give_reason_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_reason_room()

    def _give_reason_room(self) -> None:
        """As much as it needs, but in a low window what names the file and the templates stays."""
        words = self.reason.fontMetrics().horizontalAdvance(self.reason.text()) + _ROUNDED
        room = 0 if self._room is Room.AMPLE else max(0, self.width() - _ALL_ELSE)
        self.reason.setMinimumWidth(min(words, room))

    def _follow_problem(self) -> None:
        self._problem.setEnabled(self._next_problem.isEnabled())

    def _missing(self) -> str:
        if self._ready is None:
            return say("Öppna en bokningsfil först")
        if self._ready:
            return ""
        if self._is_done:
            return say("Allt är skickat")
        if self.quiet.text():
            return say("Breven kontrolleras först")
        return say("Godkänn minst en bokning först")

    def _lay_out(self) -> None:
        layout = self._layout
        layout.setSpacing(8)
        for button in (self._approve, *self._steps, self._problem):
            layout.addWidget(button)
        layout.addSpacing(8)
        layout.addLayout(self._told, 1)
        self._sums.setSpacing(0)
        self._sums.addWidget(self.ready)
        self._sums.addWidget(self.balance)
        layout.addWidget(self.quiet)
        layout.addStretch()
        layout.addSpacing(8)
        layout.addLayout(self._sums)
        layout.addSpacing(8)
        layout.addWidget(self.send_button)


def letters(number: int) -> str:
    return say("1 kallelse") if number == 1 else say("{number} kallelser", number=number)
