"""From the confirm sheet to the result: asks once, shows how far it has come, says how it went."""

import math
from collections import Counter

from PySide6.QtCore import QObject, Signal

from app.dispatch import Status
from app.outbox import Startup
from app.pace import Progress
from app.rows import Row, RowStatus
from app.services import Services
from app.tally import Tally
from app.worklist import Worklist
from ui.confirm_sheet import ConfirmSheet, SendSummary
from ui.dispatch_bar import letters
from ui.parts import Tone
from ui.sending import Round, Sender
from ui.utskick_view import UtskickView


class Dispatching(QObject):
    """`changed` carries the numbers of rows whose letter was not what had been checked."""

    finished = Signal()
    changed = Signal(object)

    _worklist: Worklist

    def __init__(self, services: Services, *, sender: Sender, view: UtskickView) -> None:
        super().__init__(view)
        self._services = services
        self._sender = sender
        self._view = view
        self._rows: tuple[Row, ...] = ()
        self._sheet: ConfirmSheet | None = None
        self._confirmed = 0
        self._held_back = 0
        sender.blocked.connect(view.dispatch_bar.show_obstacle)
        sender.recovered.connect(self._show_recovered)
        sender.queueing.connect(self._show_queueing)
        sender.progressed.connect(self._show_progress)
        sender.changed.connect(self._note_changed)
        sender.finished.connect(self._show_finished)
        view.sending.stop_wanted.connect(self.stop)
        view.waiting.resume_wanted.connect(self._resume)
        view.waiting.cancel_wanted.connect(self._cancel_waiting)

    def start(self) -> None:
        """Nothing is sent before it is known how an earlier run ended."""
        self._view.dispatch_bar.show_obstacle("Kontrollerar tidigare utskick")
        self._sender.start()

    def show_worklist(self, worklist: Worklist) -> None:
        """Rows of an earlier list are no longer followed, though their letters go on leaving."""
        if self._sheet is not None:
            self._sheet.reject()
        self._worklist = worklist
        self._rows = ()
        self._sender.show_worklist(worklist)

    def confirm(self) -> None:
        """Opens the sheet; nothing is stored or sent before it is accepted."""
        rows = self._worklist.ready()
        if not rows or self._sender.busy or self._sheet or not self._view.shows_list:
            return
        self._sheet = ConfirmSheet(self._view.window(), self._summary(rows))
        self._sheet.accepted.connect(lambda: self._send(rows))
        self._sheet.finished.connect(self._forget_sheet)
        self._sheet.open()

    def stop(self) -> None:
        self._sender.stop()
        self._view.sending.show_stopping()

    def _forget_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
            self._sheet = None

    def _summary(self, rows: tuple[Row, ...]) -> SendSummary:
        counts = self._worklist.counts()
        types = self._services.letter_types(self._worklist.batch.care_system)
        return SendSummary.of(
            rows,
            left=counts.left - len(rows),
            names={one.id: one.name for one in types},
            version=self._services.catalogue.version,
            paper=self._services.settings.paper,
        )

    def _send(self, rows: tuple[Row, ...]) -> None:
        """Only rows that are still ready: the sheet may have stood open for a while."""
        self._rows = tuple(row for row in rows if self._worklist.row(row.row_no) == row)
        self._confirmed = len(self._rows)
        self._held_back = len(rows) - self._confirmed
        self._view.notice.hide()
        self._show_queueing(0)
        self._view.dispatch_bar.show_obstacle("Ett utskick pågår")
        self._sender.send(self._rows, utskick=self._worklist.utskick)

    def _resume(self) -> None:
        self._rows, self._held_back = (), 0
        self._view.dispatch_bar.show_obstacle("Ett utskick pågår")
        self._sender.send_waiting()

    def _cancel_waiting(self) -> None:
        self._rows, self._held_back = (), 0
        self._sender.cancel_waiting()

    def _show_recovered(self, startup: Startup) -> None:
        """What an earlier run left behind. Nothing of it moves before somebody says so."""
        if not startup.settled and not startup.waiting:
            self._view.dispatch_bar.show_obstacle("")
            return
        unclear = sum(one.status is Status.UNKNOWN for one in startup.settled)
        numbers = f"{_unclear(unclear)}, {startup.waiting} väntar"
        text = f"Programmet stängdes mitt i ett utskick. {numbers}. "
        self._tell(f"{text}Inget skickas om av sig självt.", Tone.REVIEW, waiting=startup.waiting)

    def _tell(self, text: str, tone: Tone, *, waiting: int) -> None:
        """While letters wait, nothing new is sent: it would take them along unasked."""
        obstacle = f"{waiting} väntar redan. Fortsätt skicka dem eller avbryt dem först."
        self._view.dispatch_bar.show_obstacle(obstacle if waiting else "")
        if waiting:
            self._view.waiting.show_sentence(text, tone=tone)
        else:
            self._view.waiting.hide()
            self._view.notice.show_news(text, tone=tone)

    def _show_queueing(self, rows: int) -> None:
        self._view.sending.show_progress("Förbereder {} av {} kallelser", rows, self._confirmed)

    def _show_progress(self, progress: Progress) -> None:
        words = f"Skickar {{}} av {{}} brev och meddelanden{_time_left(progress.seconds_left)}"
        self._view.sending.show_progress(words, progress.done, progress.total)

    def _note_changed(self, row_nos: tuple[int, ...]) -> None:
        self._held_back += len(row_nos)
        if self._rows:
            for row_no in row_nos:
                self._worklist.note_check(self._worklist.row(row_no).draft, None)
            self.changed.emit(row_nos)

    def _show_finished(self, ended: Round) -> None:
        self._view.sending.hide()
        statuses = Counter(self._worklist.row(row.row_no).status for row in self._rows)
        text = result_sentences(ended, statuses, held_back=self._held_back)
        self._tell(text, _tone(ended, statuses), waiting=ended.waiting)
        self.finished.emit()


def result_sentences(ended: Round, statuses: Counter[RowStatus], *, held_back: int) -> str:
    """How it went: sent, unclear, refused, held back and waiting, and why it stopped."""
    tally = ended.tally or Tally()
    moved, printed = tally.moved, len(tally.uncounted)
    sent, unclear, refused = (
        statuses[of_row] if statuses else moved.get(of_letter, 0) for of_row, of_letter in _OUTCOMES
    )
    told = (
        (ended.counted, f"Bunten är räknad: {ended.counted} brev."),
        (sent, f"{letters(sent)} skickade." if statuses else f"{_parcels(sent)} skickade."),
        (unclear, f"{_unclear(unclear)} och står som Oklart tills någon avgör."),
        (printed, f"{printed} brev är utskrivna men inte räknade."),
        (refused, f"{refused} togs inte emot. Se orsaken på raden."),
        (held_back, f"{letters(held_back)} hade ändrats och kontrolleras igen."),
        *((n, f"{_parcels(n)} skickas redan från {who}.") for who, n in tally.elsewhere.items()),
        (ended.waiting, f"{_parcels(ended.waiting)} väntar."),
    )
    sentences = [sentence for number, sentence in told if number]
    nothing = "Inget skickades." if ended.failed else "Inget väntar längre på att skickas."
    # Both channels may have stopped for the same reason, as where the clinic's share is gone.
    return " ".join((*sentences, *dict.fromkeys(tally.stopped.values()))) or nothing


_OUTCOMES = (
    (RowStatus.SENT, Status.SENT),
    (RowStatus.UNKNOWN, Status.UNKNOWN),
    (RowStatus.REJECTED, Status.REJECTED),
)


def _time_left(seconds: float | None) -> str:
    """Where 1177 asks for a pace, when the last of them has left; in words that stand still."""
    if seconds is None:
        return ""
    minutes = math.ceil(seconds / 60)
    return ", mindre än en minut kvar" if minutes <= 1 else f", cirka {minutes} minuter kvar"


def _parcels(number: int) -> str:
    """Letters by channel: a row that goes both ways makes two."""
    return "1 brev eller meddelande" if number == 1 else f"{number} brev eller meddelanden"


def _unclear(number: int) -> str:
    return "1 är oklar" if number == 1 else f"{number} är oklara"


def _tone(ended: Round, statuses: Counter[RowStatus]) -> Tone:
    moved = ended.tally.moved if ended.tally else {}
    if any(statuses[of_row] or moved.get(of_letter) for of_row, of_letter in _OUTCOMES[1:]):
        return Tone.ATTENTION
    elsewhere = ended.tally.elsewhere if ended.tally else {}
    return Tone.REVIEW if ended.waiting or elsewhere else Tone.DONE
