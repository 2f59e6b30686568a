"""The bars between toolbar and list: what must be acted on, what has just happened, sending."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.wording import say
from ui.actions import Actions
from ui.bar import Bar
from ui.parts import Kind, Label, Tone, announce, push_button
from ui.theme import SECONDARY

_SHOW_UNCLEAR = say("Visa oklara")
# Long enough to be read twice.
_FADES_AFTER_MS = 20_000


class ProblemBar(Bar):
    """How many bookings wait for a decision, and the way to the next of them."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.add(push_button(say("Visa nästa  F8"), actions.next_problem.trigger, kind=Kind.SMALL))

    def show_numbers(self, *, blocked: int, review: int, total: int, kinds: str) -> None:
        """`kinds` is what there is to decide, of those that are told."""
        if blocked:
            text = say(
                "{blocked} av {total} behöver åtgärdas innan de kan skickas: ",
                blocked=blocked,
                total=_bookings(total),
            )
            self.show_sentence(f"{text}{kinds}.", tone=Tone.ATTENTION)
        elif review:
            text = say(
                "{review} av {total} behöver granskas innan de kan skickas: ",
                review=review,
                total=_bookings(total),
            )
            self.show_sentence(f"{text}{kinds}.", tone=Tone.REVIEW)
        else:
            self.hide()


class UnseenBar(Bar):
    """What is to be looked at before the first letters by new templates are sent."""

    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.next = push_button(say("Visa en sådan"), self.next_wanted.emit, kind=Kind.SMALL)
        self.add(self.next)


class WaitingBar(Bar):
    """Letters that wait to be sent, and why; it stays until somebody says what to do with them."""

    resume_wanted = Signal()
    by_post_wanted = Signal()
    cancel_wanted = Signal()
    unclear_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.unclear = push_button(_SHOW_UNCLEAR, self.unclear_wanted.emit, kind=Kind.SMALL)
        self.unclear.hide()
        self.resume = push_button(say("Fortsätt skicka"), self.resume_wanted.emit, kind=Kind.SMALL)
        self.by_post = push_button(say("Byt till brev"), self.by_post_wanted.emit, kind=Kind.SMALL)
        self.by_post.hide()
        self.cancel = push_button(
            say("Avbryt de som väntar"), self.cancel_wanted.emit, kind=Kind.SMALL
        )
        self.add(self.unclear, self.resume, self.by_post, self.cancel)


class UndoBar(Bar):
    """What was confirmed and leaves in a moment, and the way to take it back until then."""

    undo_wanted = Signal()
    send_now_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.undo = push_button(say("Ångra  Ctrl+Z"), self.undo_wanted.emit, kind=Kind.SMALL)
        self.send_now = push_button(say("Skicka nu"), self.send_now_wanted.emit, kind=Kind.SMALL)
        self.add(self.undo, self.send_now)

    def show_time(self, what: str, seconds: int) -> None:
        """Only the first time is said aloud: a reader that counts is a reader that is put out."""
        text = say("{what} skickas om {seconds} s.", what=what, seconds=seconds)
        if self.isHidden():
            self.show_sentence(text, tone=Tone.NEWS)
        else:
            self.show_words(text)


class ReminderBar(Bar):
    """What must be seen to in good time, such as a certificate; it stays until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.add(_closing(self))

    def show_notices(self, notices: Sequence[str]) -> None:
        if notices:
            self.show_sentence(" ".join(notices), tone=Tone.REVIEW)


class UnsavedBar(Bar):
    """What is decided cannot be kept just now; it stays for as long as that is so."""

    def show_failure(self, text: str) -> None:
        """Why, and what to do; "" when all is kept again."""
        if text:
            self.show_sentence(text, tone=Tone.ATTENTION)
        else:
            self.hide()


class NewFileBar(Bar):
    """A newer file of bookings has come; it stays until one is opened or it is closed."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.open = push_button(say("Öppna…  Ctrl+O"), actions.open.trigger, kind=Kind.SMALL)
        self.add(self.open, _closing(self))

    def show_file(self, written: datetime) -> None:
        from app.swedish_dates import clock  # noqa: PLC0415 - brings the time zones: 4 ms of a start

        self.show_sentence(
            say("Ny bokningsfil från {written}.", written=clock(written)), tone=Tone.NEWS
        )


class Notice(Bar):
    """One sentence about what has happened; it goes with the next decision or when closed."""

    undo_wanted = Signal()
    unclear_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fading = QTimer(self, singleShot=True, interval=_FADES_AFTER_MS)
        self._fading.timeout.connect(self.hide)
        self.unclear = push_button(_SHOW_UNCLEAR, self.unclear_wanted.emit, kind=Kind.SMALL)
        self.undo = push_button(say("Ångra  Ctrl+Z"), self._undo, kind=Kind.SMALL)
        self.add(self.unclear, self.undo, _closing(self))

    def show_news(self, text: str, *, tone: Tone) -> None:
        self._fading.stop()
        self.undo.hide()
        self.unclear.hide()
        self.show_sentence(text, tone=tone)

    def fade(self) -> None:
        """What is told now goes by itself in a while: it asks for nothing, and history has it."""
        self._fading.start()

    def show_change(self, text: str) -> None:
        """News of something that can be taken back."""
        self._fading.stop()
        self.undo.show()
        self.unclear.hide()
        self.show_sentence(text, tone=Tone.NEWS)

    def _undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()


def _thin_progress(name: str) -> QProgressBar:
    """`name` is what a screen reader calls it."""
    made = QProgressBar()
    made.setTextVisible(False)
    made.setFixedHeight(8)
    made.setAccessibleName(name)
    return made


class WorkBar(Bar):
    """What takes its time, how far it has come, and the way to stop it."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.progress = _thin_progress(say("Hur långt det har kommit"))
        self.stop = push_button(say("Avbryt"), self.stop_wanted.emit, kind=Kind.SMALL)
        self.add(self.progress, self.stop)

    def show_share(self, text: str, share: float) -> None:
        """From 0 to 1; the first call shows the bar."""
        self.show_sentence(text, tone=Tone.NEWS)
        self.progress.setValue(round(100 * share))


class SendingBar(QFrame):
    """How far a round has come, and the way to stop it."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bar", Tone.NEWS.value)
        self._text = Label()
        self._progress = _thin_progress(say("Skickar"))
        self.stop_button = push_button(say("Avbryt"), self.stop_wanted.emit, kind=Kind.SMALL)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.setSpacing(12)
        layout.addWidget(self._text)
        layout.addWidget(self._progress, 1)
        layout.addWidget(Label(say("Det som inte hunnit skickas ligger kvar."), colour=SECONDARY))
        layout.addWidget(self.stop_button)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def show_progress(self, words: str, done: int, total: int) -> None:
        """`words` as in “Skickar {} av {} brev”; the first call shows the bar."""
        text = f"{words.format(done, total)}…"
        if self.isHidden():
            announce(self, text)
        self._text.setText(text)
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self.stop_button.setEnabled(True)
        self.show()

    def show_stopping(self) -> None:
        self._tell_end(say("Stannar efter den kallelse som skickas nu…"))

    def show_closing(self) -> None:
        self._tell_end(say("Programmet stängs efter den kallelse som skickas nu…"))

    def _tell_end(self, text: str) -> None:
        self._text.setText(text)
        self.stop_button.setEnabled(False)
        self.show()
        announce(self, text)


class FirstOf(QWidget):
    """Of several bars only the first that is shown takes room, so that the list keeps its own.

    Each bar stands in a holder: hiding the holder leaves the bar's own wish to be seen alone.
    """

    def __init__(self, *bars: QWidget, margins: tuple[int, int, int, int] = (12, 8, 12, 0)) -> None:
        super().__init__()
        self._holders: dict[QWidget, QWidget] = {}
        self._left_out: tuple[QWidget, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for bar in bars:
            holder = self._holders[bar] = QWidget()
            inside = QVBoxLayout(holder)
            inside.setContentsMargins(*margins)
            inside.addWidget(bar)
            layout.addWidget(holder)
            bar.installEventFilter(self)
        self._choose()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._choose()
        return super().eventFilter(watched, event)

    def leave_out(self, *bars: QWidget) -> None:
        """These take no room when their turn comes, and nor does what comes after them."""
        self._left_out = bars
        self._choose()

    def _choose(self) -> None:
        chosen = next((bar for bar in self._holders if not bar.isHidden()), None)
        for bar, holder in self._holders.items():
            holder.setVisible(bar is chosen and bar not in self._left_out)


def _closing(bar: Bar) -> QWidget:
    button = push_button("", bar.hide, icon_name="x", kind=Kind.SMALL)
    button.setAccessibleName(say("Stäng meddelandet"))
    button.setToolTip(say("Stäng meddelandet"))
    return button


def _bookings(number: int) -> str:
    return say("1 bokning") if number == 1 else say("{number} bokningar", number=number)
