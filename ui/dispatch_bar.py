"""The bar at the bottom: step through the list, see that the sums balance, and send."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.actions import Actions
from ui.parts import Kind, Label, action_button
from ui.theme import ALARM, SECONDARY, TEXT


@dataclass(frozen=True, slots=True)
class Sums:
    """What the bar shows; `total` should equal `sent` + `left`."""

    total: int
    sent: int
    left: int
    ready: int
    by_inbox: int
    by_post: int


class DispatchBar(QFrame):
    """Shows sums and, quietly, what is being checked; its buttons are the window's actions."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("dispatchBar")
        self._send_action = actions.send
        self._key = actions.send.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._obstacle = ""
        self._ready: int | None = None
        self.balance = Label(colour=SECONDARY)
        self.ready = Label(colour=TEXT)
        self.quiet = Label(colour=SECONDARY)
        self.send_button = action_button(actions.send, kind=Kind.PRIMARY)
        self._lay_out((actions.approve, actions.previous_row, actions.next_row))

    def show_nothing(self) -> None:
        for label in (self.balance, self.ready, self.quiet):
            label.setText("")
        self._ready = None
        self._show_send()

    def show_sums(self, sums: Sums) -> None:
        balances = sums.total == sums.sent + sums.left
        text = f"Inlästa {sums.total} = skickade {sums.sent} + kvar {sums.left}"
        self.balance.setText(text if balances else f"{text} – summan stämmer inte")
        self.balance.show_colour(SECONDARY if balances else ALARM)
        ways = f"{sums.by_inbox} till 1177, {sums.by_post} som brev"
        self.ready.setText(f"{sums.ready} klara: {ways}" if sums.ready else "Ingen är klar")
        self._ready = sums.ready
        self._show_send()

    def show_obstacle(self, obstacle: str) -> None:
        """Why nothing can be sent for now, whatever is ready; "" takes it away."""
        self._obstacle = obstacle
        self._show_send()

    def show_quiet(self, text: str) -> None:
        """Work behind the scenes that nobody has to wait for."""
        self.quiet.setText(text)

    def _show_send(self) -> None:
        text = f"Skicka {letters(self._ready)}…" if self._ready else "Skicka…"
        obstacle = self._obstacle or self._missing()
        self._send_action.setIconText(text)
        self._send_action.setEnabled(not obstacle)
        self._send_action.setToolTip(obstacle or f"{text.rstrip('…')} ({self._key})")

    def _missing(self) -> str:
        if self._ready is None:
            return "Öppna en bokningsfil först"
        return "" if self._ready else "Godkänn minst en bokning först"

    def _lay_out(self, steps: Sequence[QAction]) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        for action in steps:
            layout.addWidget(action_button(action))
        layout.addSpacing(16)
        sums = QVBoxLayout()
        sums.setSpacing(0)
        sums.addWidget(self.ready)
        sums.addWidget(self.balance)
        layout.addWidget(self.quiet)
        layout.addStretch(1)
        layout.addLayout(sums)
        layout.addSpacing(8)
        layout.addWidget(self.send_button)


def letters(number: int) -> str:
    return "1 kallelse" if number == 1 else f"{number} kallelser"
