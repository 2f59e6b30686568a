"""The panel over an opened letter that is not settled: what is known, and the ways out of it."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from app.decisions import is_reason, is_to_be_called
from app.dispatch import Dispatch, Status
from app.draft import Channel, Channels
from app.read_status import ONLY_A_TEST
from app.support import correlation_id, support_text
from app.swedish_dates import STOCKHOLM, moment_in_words, stamp
from app.wording import say
from ui.parts import Kind, announce, copyable, paragraph, push_button, tip, title
from ui.theme import ALARM, PANE_TITLE_SIZE, SECONDARY
from ui.ways_out import WaysOut

_WHY = say("Skriv först hur du vet det, till exempel ”ringde patienten”")
_WHY_AGAIN = say("Skriv först varför, till exempel ”patienten har tappat den”")
_NOT_ONE_STACK = say("Flera är valda. Bara oklara brev på papper kan avgöras tillsammans.")
_COPIED = say("Texten är kopierad. Den nämner ingen patient.")
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class WaysOutPanel(QFrame):
    """Each signal carries the letters that the panel is about, and the reason that was written.

    `copy_wanted` carries the copy's channel between the two.
    """

    arrived = Signal(tuple, str)
    not_arrived = Signal(tuple, str)
    copy_wanted = Signal(tuple, Channel, str)

    def __init__(self) -> None:
        super().__init__()
        self._ways: WaysOut | None = None
        self._is_asked_again = False
        self._now: Callable[[], datetime] = lambda: _LONG_AGO
        self.call = title("", size=PANE_TITLE_SIZE)
        self.about = copyable(colour=SECONDARY)
        self.support = push_button(say("Kopiera text till supporten"), self._copy, kind=Kind.SMALL)
        self.why = QLineEdit()
        self.yes = push_button(say("Kom fram"), self._say_arrived)
        self.no = push_button(say("Kom inte fram"), self._say_not_arrived)
        self.again = push_button(say("Skicka igen…"), self._ask_why_again)
        self.resend = push_button(say("Skicka igen ändå…"), self._want_resent)
        self.paper = push_button(say("Skriv brev i stället…"), self._want_paper)
        self.note = paragraph(colour=SECONDARY)
        self._quiet = QTimer(self)
        self._lay_out()
        self.why.textChanged.connect(self._judge)
        self._quiet.timeout.connect(self._judge)
        self.hide()

    def use_clock(self, now: Callable[[], datetime]) -> None:
        self._now = now

    def show_ways(self, ways: WaysOut | None) -> None:
        """None hides the panel; a reason stays while the same letters are shown."""
        if not ways or not self._ways or ways.dispatches != self._ways.dispatches:
            self.why.clear()
            self._is_asked_again = False
        self._ways = ways
        self.setVisible(ways is not None)
        if ways is not None:
            self._tell(ways.dispatches)
            self._show_buttons(ways)
            self._judge()

    def show_not_one_stack(self) -> None:
        """Several letters are chosen that cannot be decided with one reason."""
        self.show_ways(WaysOut(()))
        self.about.setText(_NOT_ONE_STACK)

    def _tell(self, dispatches: tuple[Dispatch, ...]) -> None:
        one = dispatches[0] if len(dispatches) == 1 else None
        is_urgent = one is not None and is_to_be_called(one, now=self._now())
        self.call.setVisible(is_urgent)
        self.call.setText(_call(one) if one and is_urgent else "")
        self.about.setText(
            _about(one) if one else say("{number} brev är valda.", number=len(dispatches))
        )
        is_message = one is not None and _is_unclear_message(one)
        self.support.setVisible(is_message)

    def _show_buttons(self, ways: WaysOut) -> None:
        is_one = len(ways.dispatches) == 1
        is_unclear = ways.may_have_arrived
        on_paper = all(one.channel is Channel.LETTER for one in ways.dispatches)
        is_beside = is_one and ways.is_beside
        self.again.hide()
        self.about.show()
        self.why.setVisible(bool(ways.dispatches) and not is_beside)
        self.why.setPlaceholderText(_WHY)
        self.resend.setText(say("Skicka igen ändå…"))
        self.paper.setText(say("Skicka brev också…") if is_beside else say("Skriv brev i stället…"))
        self.yes.setVisible(is_unclear)
        self.no.setVisible(is_unclear and is_one)
        self.resend.setVisible(is_unclear and is_one)
        self.paper.setVisible(is_one and not (is_unclear and on_paper))
        if ways.again:
            self._show_again(ways.again)

    def _show_again(self, channels: Channels) -> None:
        """What is sent is settled, so nothing but one button stands there until it is pressed."""
        is_asked = self._is_asked_again
        self.about.hide()
        self.again.setVisible(not is_asked)
        self.why.setVisible(is_asked)
        self.why.setPlaceholderText(_WHY_AGAIN)
        self.resend.setText(say("Skicka igen till 1177…"))
        self.resend.setVisible(is_asked and Channel.INBOX_1177 in channels)
        self.paper.setText(say("Skicka igen som brev…"))
        self.paper.setVisible(is_asked and Channel.LETTER in channels)

    def _ask_why_again(self) -> None:
        self._is_asked_again = True
        if self._ways:
            self._show_buttons(self._ways)
            self.why.setFocus()

    def _judge(self) -> None:
        """Each way asks for a reason, and one of them that the quiet period has passed."""
        opens = self._ways.not_arrived_from if self._ways else None
        left = (opens - self._now()).total_seconds() if opens else 0.0
        is_unread = self._ways is not None and self._ways.is_unread
        is_beside = self._ways is not None and self._ways.is_beside
        told = is_beside or is_reason(self.why.text())
        for button in (self.yes, self.no, self.resend, self.paper):
            button.setEnabled(told)
            button.setToolTip("" if told else tip(self.why.placeholderText()))
        self.note.setVisible(left > 0 or is_unread)
        self.note.setText(
            say("Ingen har öppnat meddelandet. {only_a_test}", only_a_test=ONLY_A_TEST)
        )
        self._quiet.stop()
        if opens and left > 0:
            text = say(
                "”Kom inte fram” kan väljas från {opens}. Till dess kan den vara på väg.",
                opens=stamp(opens),
            )
            self.note.setText(text)
            self.no.setEnabled(False)
            self.no.setToolTip(tip(text))
            self._quiet.start(round(left * 1000) + 1)

    def _say_arrived(self) -> None:
        self.arrived.emit(self._dispatches, self.why.text())

    def _say_not_arrived(self) -> None:
        self.not_arrived.emit(self._dispatches, self.why.text())

    def _want_resent(self) -> None:
        is_again = bool(self._ways and self._ways.again)
        channel = Channel.INBOX_1177 if is_again else self._dispatches[0].channel
        self.copy_wanted.emit(self._dispatches, channel, self.why.text())

    def _want_paper(self) -> None:
        self.copy_wanted.emit(self._dispatches, Channel.LETTER, self.why.text())

    @property
    def _dispatches(self) -> tuple[Dispatch, ...]:
        return self._ways.dispatches if self._ways else ()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(support_text(self._dispatches[0]))
        self.note.setText(_COPIED)
        self.note.show()
        announce(self, _COPIED)

    def _lay_out(self) -> None:
        self.call.show_colour(ALARM)
        self.why.setAccessibleName(say("Skäl"))
        self._quiet.setSingleShot(True)
        known = QHBoxLayout()
        known.setSpacing(8)
        known.addWidget(self.about, 1)
        known.addWidget(self.support)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for button in (self.yes, self.no, self.again, self.resend, self.paper):
            ways.addWidget(button)
        ways.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.call)
        layout.addLayout(known)
        layout.addWidget(self.why)
        layout.addLayout(ways)
        layout.addWidget(self.note)


def _call(dispatch: Dispatch) -> str:
    at = dispatch.visit_at
    visit = moment_in_words(at.astimezone(STOCKHOLM)) if at else ""
    return say("Ring patienten. Besöket är {visit}.", visit=visit)


def _is_unclear_message(dispatch: Dispatch) -> bool:
    return dispatch.channel is Channel.INBOX_1177 and dispatch.status is Status.UNKNOWN


def _about(dispatch: Dispatch) -> str:
    told = say("Senast ändrad {changed_at}.", changed_at=stamp(dispatch.changed_at))
    if dispatch.channel is Channel.LETTER:
        return told
    return f"{told} {say('Korrelations-id: {id}', id=correlation_id(dispatch))}"
