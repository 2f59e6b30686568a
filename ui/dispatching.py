"""From the confirm sheet to the result: asks once, shows how far it has come, says how it went."""

import uuid
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.dispatch import Status
from app.outbox import Startup
from app.pace import Progress
from app.rows import Row, RowStatus
from app.services import Services
from app.unusual import unusual
from app.wording import say
from app.worklist import Worklist
from ui.confirm_sheet import ConfirmSheet, SendSummary
from ui.holding import Holding
from ui.parts import Tone
from ui.sending import Round, Sender
from ui.sending_words import (
    NOT_ALL_SENT_YET,
    OUTCOMES,
    found_at_start,
    not_sent_yet,
    result_sentences,
    under_way,
    waits,
)
from ui.utskick_view import UtskickView


class Dispatching(QObject):
    """`changed` carries the numbers of rows whose letter was not what had been checked.

    `told` carries what is said of sending, its tone and how many letters wait.
    """

    finished = Signal()
    changed = Signal(object)
    told = Signal(str, Tone, int)

    _worklist: Worklist

    def __init__(
        self, services: Services, *, sender: Sender, holding: Holding, view: UtskickView
    ) -> None:
        super().__init__(view)
        self._holding = holding
        self._services = services
        self._sender = sender
        self._view = view
        self._rows: tuple[Row, ...] = ()
        self._sheet: ConfirmSheet | None = None
        self._confirmed = 0
        self._held_back = 0
        self._unsent = ""
        self._hurries = False
        self._blocked = ""
        sender.blocked.connect(self._block)
        sender.recovered.connect(self._show_recovered)
        sender.queueing.connect(self._show_queueing)
        sender.queued.connect(self._hold)
        holding.let_go.connect(self._let_go)
        holding.taken_back.connect(self._take_back)
        sender.progressed.connect(self._show_progress)
        sender.changed.connect(self._note_changed)
        sender.finished.connect(self._show_finished)
        sender.looked.connect(self._show_looked)
        view.sending.stop_wanted.connect(self.stop)
        view.waiting.cancel_wanted.connect(self.cancel_waiting)

    def start(self) -> None:
        """Nothing is sent before it is known how an earlier run ended."""
        self._hinder(say("Kontrollerar tidigare utskick"))
        self._sender.start()

    def show_worklist(self, worklist: Worklist) -> None:
        """Rows of an earlier list are no longer followed, though their letters go on leaving."""
        if self._sheet is not None:
            self._sheet.reject()
        self._worklist = worklist
        self._rows = ()
        self._sender.show_worklist(worklist)
        if self._is_busy:
            # It may have been read before they were stored.
            self._sender.look_up_rows()

    def confirm(self) -> None:
        """Opens the sheet; nothing is stored or sent before it is accepted."""
        rows = self._worklist.ready()
        if not rows or self._is_busy or self._sheet or not self._view.shows_list:
            return
        self._sheet = ConfirmSheet(self._view.window(), self._summary(rows))
        self._sheet.accepted.connect(lambda: self._send(rows))
        self._sheet.finished.connect(self._forget_sheet)
        self._sheet.open()

    @property
    def unsent(self) -> str:
        """That something confirmed has not left yet, as a sentence; "" where all of it has."""
        return self._unsent

    def send_now(self) -> None:
        """What was confirmed leaves at once, also where it is still being queued."""
        self._hurries = True
        self._holding.send_now()

    def stop(self) -> None:
        self._sender.stop()
        self._view.sending.show_stopping()

    def close(self) -> None:
        """The letter that is leaving is let go; what is held or queued stays for another day."""
        self._holding.leave()
        if self._sender.busy:
            self._sender.stop()
            self._view.sending.show_closing()

    def resume(self) -> None:
        """Sends all that waits."""
        if not self._is_busy:
            self._begin_with(())
            self._hinder(say("Ett utskick pågår"))
            self._sender.send_waiting()

    def cancel_waiting(self) -> None:
        """Takes back all that waits."""
        if not self._is_busy:
            self._begin_with(())
            self._sender.cancel_waiting()

    def cancel(self, dispatch_ids: Sequence[uuid.UUID], *, told: str) -> bool:
        """Takes these letters back, which `told` says why; False where that must wait."""
        if self._is_busy or not dispatch_ids:
            return False
        self._begin_with(())
        self._sender.take_back(dispatch_ids, told=told)
        return True

    @property
    def _is_busy(self) -> bool:
        return self._sender.busy or self._holding.active

    def _block(self, obstacle: str) -> None:
        """Until the program is started again, whatever happens meanwhile."""
        self._blocked = obstacle
        self._hinder("")

    def _hinder(self, obstacle: str) -> None:
        """Why nothing new can be sent for now; "" where only a lasting obstacle may."""
        self._view.dispatch_bar.show_obstacle(self._blocked or obstacle)

    def _forget_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
            self._sheet = None

    def _summary(self, rows: tuple[Row, ...]) -> SendSummary:
        counts = self._worklist.counts()
        batch, now = self._worklist.batch, self._services.now()
        types = self._services.letter_types(batch.care_system)
        return SendSummary.of(
            rows,
            left=counts.left - len(rows),
            names={one.id: one.name for one in types},
            version=self._services.catalogue.version,
            profile=self._services.print_profile,
            paper=self._services.settings.paper,
            read_at=batch.read_at if batch.read_at.date() < now.date() else None,
            unusual=unusual(len(rows), now=now, rule=self._services.rules.sending),
        )

    def _send(self, rows: tuple[Row, ...]) -> None:
        """Only rows that are still ready: the sheet may have stood open for a while."""
        self._begin_with(tuple(row for row in rows if self._worklist.row(row.row_no) == row))
        self._confirmed = len(self._rows)
        self._held_back = len(rows) - self._confirmed
        self._unsent = not_sent_yet(self._confirmed)
        self._hurries = False
        self._view.notice.hide()
        self._show_queueing(0)
        self._hinder(say("Ett utskick pågår"))
        self._sender.queue(self._rows, utskick=self._worklist.utskick)

    def _begin_with(self, rows: tuple[Row, ...]) -> None:
        self._rows, self._held_back = rows, 0
        self._holding.begin_round()

    def _hold(self, dispatch_ids: tuple[uuid.UUID, ...]) -> None:
        self._unsent = not_sent_yet(self._confirmed)
        self._holding.hold(dispatch_ids, rows=self._confirmed)
        if self._hurries:
            self._holding.send_now()
        self._view.sending.setVisible(not self._holding.active)

    def _let_go(self) -> None:
        self._hinder(say("Ett utskick pågår"))
        self._sender.send_waiting()

    def _take_back(self, dispatch_ids: tuple[uuid.UUID, ...]) -> None:
        self._unsent = ""
        self._sender.take_back(dispatch_ids)

    def _show_recovered(self, startup: Startup) -> None:
        """What an earlier run left behind. Nothing of it moves before somebody says so."""
        text = found_at_start(startup)
        if not text:
            self._hinder("")
            return
        self._tell(text, Tone.REVIEW, waiting=startup.waiting, unclear=startup.unclear)

    def _show_looked(self, waiting: int) -> None:
        """A person has decided something in history, and that is told there.

        What is held waits too, but its own bar tells that.
        """
        if self._holding.active:
            return
        if waiting:
            self._tell(waits(waiting), Tone.REVIEW, waiting=waiting)
        else:
            self._view.waiting.hide()
            self._hinder("")

    def _tell(self, text: str, tone: Tone, *, waiting: int, unclear: int = 0) -> None:
        """While letters wait, nothing new is sent: it would take them along unasked."""
        obstacle = say(
            "{waiting} väntar redan. Fortsätt skicka dem eller avbryt dem först.", waiting=waiting
        )
        self._hinder(obstacle if waiting else "")
        view = self._view
        if waiting:
            view.waiting.show_sentence(text, tone=tone)
        else:
            view.waiting.hide()
            view.notice.show_news(text, tone=tone)
        for bar in (view.waiting, view.notice):
            bar.unclear.setVisible(unclear > 0)
        self.told.emit(text, tone, waiting)

    def _show_queueing(self, rows: int) -> None:
        self._view.sending.show_progress(
            say("Förbereder {} av {} kallelser"), rows, self._confirmed
        )

    def _show_progress(self, progress: Progress) -> None:
        self._unsent = NOT_ALL_SENT_YET if progress.done < progress.total else ""
        words = under_way(progress.seconds_left)
        self._view.sending.show_progress(words, progress.done, progress.total)

    def _note_changed(self, row_nos: tuple[int, ...]) -> None:
        self._held_back += len(row_nos)
        self._confirmed -= len(row_nos)
        if self._rows:
            for row_no in row_nos:
                self._worklist.note_check(self._worklist.row(row_no).draft, None)
            self.changed.emit(row_nos)

    def _show_finished(self, ended: Round) -> None:
        self._holding.end_round()
        self._unsent = ""
        self._view.sending.hide()
        statuses = Counter(self._worklist.row(row.row_no).status for row in self._rows)
        text = result_sentences(
            ended, statuses, held_back=self._held_back, confirmed=self._confirmed
        )
        unclear = ended.tally.moved.get(Status.UNKNOWN, 0) if ended.tally else 0
        self._tell(text, _tone(ended, statuses), waiting=ended.waiting, unclear=unclear)
        if ended.taken_back:
            self._view.notice.fade()
        self.finished.emit()


def _tone(ended: Round, statuses: Counter[RowStatus]) -> Tone:
    moved = ended.tally.moved if ended.tally else {}
    if any(statuses[of_row] or moved.get(of_letter) for of_row, of_letter in OUTCOMES[1:]):
        return Tone.ATTENTION
    kept_back = ended.tally and (ended.tally.elsewhere or ended.tally.outdated)
    return Tone.REVIEW if ended.waiting or kept_back else Tone.DONE
