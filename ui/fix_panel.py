"""The panel under the list: what is the matter with the shown row, and what one may decide."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app.dispatch import STATUS_NAMES, Dispatch, Status
from app.draft import Channel
from app.findings import Choice, Decision, Finding, Severity
from app.rows import Row, RowStatus
from app.swedish_dates import stamp
from app.triage.choices import SKIP
from ui.channel_choice import ChannelChoice
from ui.parts import Label, paragraph, push_button
from ui.theme import LOOKS, PANE_TITLE_SIZE, SECONDARY, icon, sized

TAKE_BACK = Choice("T", "Ta med igen", Decision.INCLUDE)

_HEIGHT = 132

# A choice's key as the design writes it, by the name Qt gives that key.
_KEYS = {"Space": "Mellanslag"}
_SHIFT = "Shift+"

# What is true of one row only cannot be answered for many at once.
_OF_ONE_ROW = frozenset(
    {Decision.CORRECT, Decision.WRITE_ADDRESS, Decision.WRITE_TEXT, Decision.KEEP_THIS}
)


@dataclass(frozen=True, slots=True)
class Said:
    """The panel's words for one row."""

    headline: str
    sentence: str
    choices: tuple[Choice, ...] = ()
    also: str = ""


class FixPanel(QFrame):
    """Its letters act while it has the focus (F4), so that in the list they find names.

    With Shift a choice is made for all rows that ask the same. A choice whose own key has Shift
    is of one row only, and so are those in `_OF_ONE_ROW`: their keys are free for it.
    """

    decided = Signal(object)
    decided_alike = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._mark = QLabel()
        self._headline = paragraph(font=sized(PANE_TITLE_SIZE))
        self._sentence = paragraph()
        self._also = paragraph(colour=SECONDARY)
        self._hint = Label("Tryck F4, sedan bokstaven", colour=SECONDARY)
        self._buttons = QHBoxLayout()
        self.channel = ChannelChoice()
        self._choices: Mapping[str, Choice] = {}
        self._alike = 0
        self._lay_out()
        # The list above must not jump when one row has more to say than another.
        self.setMinimumHeight(_HEIGHT)
        self.show_nothing()

    def show_row(self, row: Row, *, alike: int = 0) -> None:
        """`alike` is how many other rows ask the same question."""
        if row.can_be_changed:
            self.channel.show_route(row.route)
        else:
            self.channel.show_none()
        look = LOOKS[row.status.value]
        self._show(said_of(row, alike=alike), look.icon, look.colour, alike=alike)

    def show_nothing(self) -> None:
        self.channel.show_none()
        self._show(Said("Ingen bokning vald", ""), "info", SECONDARY)

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = QKeySequence(event.keyCombination()).toString()
        bare = name.removeprefix(_SHIFT)
        choice = self._choices.get(_KEYS.get(name, name))
        for_all = self._choices.get(_KEYS.get(bare, bare))
        if choice is not None:
            self.decided.emit(choice.decision)
        elif for_all is not None and self._alike and serves_many(for_all):
            self.decided_alike.emit(for_all.decision)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._headline, 1)
        head.addWidget(self._hint)
        self._buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._sentence)
        layout.addWidget(self._also)
        layout.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addLayout(self._buttons, 1)
        foot.addWidget(self.channel)
        layout.addLayout(foot)

    def _show(self, said: Said, icon_name: str, colour: str, *, alike: int = 0) -> None:
        self._mark.setPixmap(icon(icon_name, colour=colour).pixmap(20))
        self._headline.setText(said.headline)
        self._headline.show_colour(colour)
        self._sentence.setText(said.sentence)
        self._also.setText(said.also)
        self._also.setVisible(bool(said.also))
        self._hint.setVisible(bool(said.choices))
        choices = {choice.key: choice for choice in said.choices}
        if (choices, alike) != (self._choices, self._alike):
            self._choices, self._alike = choices, alike
            self._show_buttons(said.choices)
        self.setAccessibleName(f"{said.headline}. {said.sentence} {said.also}".strip())

    def _show_buttons(self, choices: tuple[Choice, ...]) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        while item := self._buttons.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for choice in choices:
            button = self._button(choice)
            self._buttons.addWidget(button)
            button.show()
        self._buttons.addStretch(1)
        if had_focus:
            self.setFocus()

    def _button(self, choice: Choice) -> QPushButton:
        key = _shown(choice.key)
        button = push_button(f"{choice.label}   {key}", lambda: self._press(choice))
        button.setAccessibleName(f"{choice.label}, tangent {key}")
        if self._alike and serves_many(choice):
            button.setToolTip(f"Skift+klick: gör likadant med {self._alike} till")
        return button

    def _press(self, choice: Choice) -> None:
        shift = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        for_all = bool(shift) and self._alike > 0 and serves_many(choice)
        (self.decided_alike if for_all else self.decided).emit(choice.decision)


def serves_many(choice: Choice) -> bool:
    """Whether one press may answer for all rows that ask the same."""
    return choice.decision not in _OF_ONE_ROW and not choice.key.startswith(_SHIFT)


def said_of(row: Row, *, alike: int = 0) -> Said:
    """What the panel says of a row; a sent letter can no longer be decided about.

    `alike` is how many other rows ask the same question.
    """
    if row.dispatches:
        return Said(row.status.value, " ".join(map(_sent_sentence, row.dispatches)))
    if row.draft.left_out:
        return Said(f"Hoppas över: {row.draft.left_out}", _LEFT_OUT, (TAKE_BACK,))
    finding = row.open_finding
    if row.status in {RowStatus.BLOCKED, RowStatus.REVIEW} and finding:
        headline = f"{row.status.value}: {finding.label}"
        also = " ".join(filter(None, (_alike(finding, alike), _also(row, finding))))
        return Said(headline, finding.sentence, finding.choices, also=also)
    if row.status is RowStatus.CHECKING:
        return Said("Kontrolleras", _CHECKING, (SKIP,))
    return Said(f"Klar: {row.route.label}", row.route.reason, (SKIP,))


_LEFT_OUT = "Bokningen får ingen kallelse härifrån. Ta med den igen om det blev fel."
_CHECKING = "Brevet skapas och läses igenom. Det brukar ta någon sekund."


def _sent_sentence(dispatch: Dispatch) -> str:
    way = "1177" if dispatch.channel is Channel.INBOX_1177 else "Brev"
    sentence = f"{way}: {STATUS_NAMES[dispatch.status].lower()} {stamp(dispatch.changed_at)}."
    return sentence if dispatch.status is Status.SENT else f"{sentence} {dispatch.explanation}"


def _alike(finding: Finding, number: int) -> str:
    """That one press can answer for more rows, and with which keys."""
    keys = [_shown(f"{_SHIFT}{one.key}") for one in finding.choices if serves_many(one)]
    if not number or not keys:
        return ""
    return f"Gäller {number} till. Gör likadant: {' eller '.join(keys)}."


def _shown(key: str) -> str:
    """As Swedish keyboards and menus write it."""
    return key.replace("Shift", "Skift")


def _also(row: Row, shown: Finding) -> str:
    """The labels of what else is still to be decided, so that no step comes as a surprise."""
    others = [
        finding.label
        for finding in row.findings
        if finding is not shown
        and finding.severity is not Severity.INFO
        and finding.code not in row.draft.approved
    ]
    return f"Därefter: {', '.join(others)}" if others else ""
