"""The panel under the list: what is the matter with the shown row, and what one may decide."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.dispatch import STATUS_NAMES, Dispatch, Status
from app.draft import Channel
from app.findings import Choice, Decision, Finding, Severity
from app.rows import Row, RowStatus
from app.swedish_dates import stamp
from app.triage.choices import SKIP
from app.wording import say, translated
from ui.channel_choice import ChannelChoice
from ui.parts import Kind, Mark, paragraph, push_button, tip
from ui.privacy import HIDDEN_SENTENCE
from ui.remedy import KeyHint, Remedy
from ui.room import Room
from ui.theme import LOOKS, PANE_TITLE_SIZE, SECONDARY, Colour, sized

TAKE_BACK = Choice("T", say("Ta med igen"), Decision.INCLUDE)

_HEIGHT = 132
# Logical pixels above, below and between the lines.
_AIR = {Room.AMPLE: (8, 8, 4), Room.SNUG: (1, 2, 1), Room.TIGHT: (2, 2, 2)}

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


_NOTHING = Said(say("Ingen bokning vald"), "")


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
        self._mark = Mark(side=20)
        self._headline = paragraph(font=sized(PANE_TITLE_SIZE))
        self._sentence = Remedy()
        self._also = paragraph(colour=SECONDARY)
        self._hint = KeyHint(self)
        self._foot = QWidget()
        self._head, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._layout = QVBoxLayout(self)
        self._room = Room.AMPLE
        self.channel = ChannelChoice()
        self._choices: Mapping[str, Choice] = {}
        self._alike = 0
        self._said = _NOTHING
        self._hides = False
        self._lay_out()
        self.show_nothing()
        self.fit(Room.AMPLE)

    def fit(self, room: Room) -> None:
        """In a low window its air is the sentence's; in the lowest the buttons are letters."""
        self._room = room
        # The list above must not jump when one row has more to say than another.
        self.setMinimumHeight(_HEIGHT if room is Room.AMPLE else 0)
        above, below, between = _AIR[room]
        self._layout.setContentsMargins(12, above, 12, below)
        self._layout.setSpacing(between)
        (self._head if room is Room.TIGHT else self._layout).addWidget(self._foot)
        self._sentence.fit(room)
        self._show_buttons(self._said.choices)
        self._show_hint()
        self._tell_sentence()

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
        self._show(_NOTHING, "info", SECONDARY)

    def hide_persons(self) -> None:
        """What is the matter and what can be decided stays; the sentence may quote the booking."""
        self._hides = True
        self._tell_sentence()

    def show_persons(self) -> None:
        self._hides = False
        self._tell_sentence()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = QKeySequence(event.keyCombination()).toString()
        bare = name.removeprefix(_SHIFT)
        choice = self._choices.get(_KEYS.get(name, name))
        for_all = self._choices.get(_KEYS.get(bare, bare))
        if event.isAutoRepeat() and (choice or for_all):
            return  # held down: the row that is shown by now is another, and nobody has read it
        if choice is not None:
            self.decided.emit(choice.decision)
        elif for_all is not None and (serves_many(for_all) or not self._alike):
            self._decide_with_shift(for_all)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = self._head
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._headline, 1)
        head.addWidget(self._hint)
        self._buttons.setSpacing(8)
        layout = self._layout
        layout.addLayout(head)
        layout.addWidget(self._sentence)
        layout.addWidget(self._also)
        layout.addStretch(1)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addLayout(self._buttons, 1)
        foot.addWidget(self.channel)

    def _show_hint(self) -> None:
        self._hint.show_beside(self._headline, wanted=bool(self._said.choices), room=self._room)

    def _show(self, said: Said, icon_name: str, colour: Colour, *, alike: int = 0) -> None:
        self._mark.show_icon(icon_name, colour=colour)
        self._headline.setText(said.headline)
        self._headline.show_colour(colour)
        choices = {choice.key: choice for choice in said.choices}
        if (choices, alike) != (self._choices, self._alike):
            self._choices, self._alike = choices, alike
            self._show_buttons(said.choices)
        self._said = said
        self._show_hint()
        self._tell_sentence()

    def _tell_sentence(self) -> None:
        said = self._said
        sentence = HIDDEN_SENTENCE if self._hides and said.sentence else said.sentence
        apart = self._room is Room.AMPLE
        self._sentence.tell(sentence, also="" if apart else said.also)
        self._also.setText(said.also)
        self._also.setVisible(apart and bool(said.also))
        self.setAccessibleName(f"{said.headline}. {sentence} {said.also}".strip())

    def _show_buttons(self, choices: tuple[Choice, ...]) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        while item := self._buttons.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        before: QWidget = self
        for choice in choices:
            button = self._button(choice)
            self._buttons.addWidget(button)
            button.show()
            # One that is made later would come last of the whole window.
            self.setTabOrder(before, button)
            before = button
        self._buttons.addStretch(1)
        if had_focus:
            self.setFocus()

    def _button(self, choice: Choice) -> QPushButton:
        key = shown_key(choice.key)
        is_tight = self._room is Room.TIGHT
        button = push_button(
            key if is_tight else f"{choice.label}   {key}",
            lambda: self._press(choice),
            kind=Kind.PLAIN if self._room is Room.AMPLE else Kind.SMALL,
        )
        button.setToolTip(tip(choice.label) if is_tight else "")
        button.setAccessibleName(say("{label}, tangent {key}", label=choice.label, key=key))
        if self._alike and serves_many(choice):
            button.setToolTip(
                tip(say("Skift+klick: gör likadant med {alike} till", alike=self._alike))
            )
        return button

    def _press(self, choice: Choice) -> None:
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._decide_with_shift(choice)
        else:
            self.decided.emit(choice.decision)

    def _decide_with_shift(self, choice: Choice) -> None:
        """As without it where no other row asks the same."""
        for_all = self._alike > 0 and serves_many(choice)
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
        return Said(
            say("Hoppas över: {reason}", reason=translated(row.draft.left_out)),
            _LEFT_OUT,
            (TAKE_BACK,),
        )
    finding = row.open_finding
    if row.status in {RowStatus.BLOCKED, RowStatus.REVIEW} and finding:
        headline = f"{row.status.value}: {finding.label}"
        also = " ".join(filter(None, (_alike(finding, alike), _also(row, finding))))
        return Said(headline, finding.sentence, finding.choices, also=also)
    if row.status is RowStatus.CHECKING:
        return Said(say("Kontrolleras"), _CHECKING, (SKIP,))
    return Said(say("Klar: {label}", label=row.route.label), row.route.reason, (SKIP,))


_LEFT_OUT = say("Bokningen får ingen kallelse härifrån. Ta med den igen om det blev fel.")
_CHECKING = say("Brevet skapas och läses igenom. Det brukar ta någon sekund.")


def _sent_sentence(dispatch: Dispatch) -> str:
    way = "1177" if dispatch.channel is Channel.INBOX_1177 else say("Brev")
    sentence = f"{way}: {STATUS_NAMES[dispatch.status].lower()} {stamp(dispatch.changed_at)}."
    return sentence if dispatch.status is Status.SENT else f"{sentence} {dispatch.explanation}"


def _alike(finding: Finding, number: int) -> str:
    """That one press can answer for more rows, and with which keys."""
    keys = [shown_key(f"{_SHIFT}{one.key}") for one in finding.choices if serves_many(one)]
    if not number or not keys:
        return ""
    return say(
        "Gäller {number} till. Gör likadant: {keys}.", number=number, keys=say(" eller ").join(keys)
    )


def shown_key(key: str) -> str:
    """As keyboards and menus write it."""
    return key.replace("Shift", say("Skift")).replace("Mellanslag", say("Mellanslag"))


def _also(row: Row, shown: Finding) -> str:
    """The labels of what else is still to be decided, so that no step comes as a surprise."""
    others = [
        finding.label
        for finding in row.findings
        if finding is not shown
        and finding.severity is not Severity.INFO
        and finding.code not in row.draft.approved
    ]
    return say("Därefter: {others}", others=", ".join(others)) if others else ""
