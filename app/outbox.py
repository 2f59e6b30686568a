"""The outbox: intent is stored before anything leaves, and nothing is repeated by itself."""

import threading
import time
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.claims import ONLY_PC, Claims
from app.contracts import Pace
from app.dispatch import Added, Carrier, Dispatch, Parcel, Status, Store
from app.draft import Channel
from app.errors import (
    AlreadyMoved,
    ClaimedElsewhere,
    DeliveryError,
    HistoryUnusable,
    OutcomeUnknown,
    Rejected,
    Unreachable,
)
from app.orders import order
from app.outdated import why_outdated
from app.pace import Progress, Round, WaitingLine
from app.preview import Preview
from app.tally import Tally
from app.wording import say

# How long it may take before a press on cancel is heard while a channel rests, in seconds.
_HEARS_EACH = 0.2
TAKEN_BACK = say("Avbruten innan den skickades.")


@dataclass(frozen=True, slots=True)
class Startup:
    """What earlier runs left: letters that were cut off, now settled, and how many wait.

    `unclear` letters of any day wait for a person to decide.
    """

    settled: tuple[Dispatch, ...]
    waiting: int
    unclear: int = 0


class Outbox:
    """Queues previews and sends what is queued; the only caller of carriers.

    A letter is claimed only as QUEUED, and none that may have arrived ever is QUEUED: it is
    UNKNOWN until a person decides. That is why a definite no may put a letter back in the queue.
    """

    def __init__(
        self,
        *,
        store: Store,
        carriers: Iterable[Carrier],
        now: Callable[[], datetime],
        user: str,
        owner: str,
        owner_is_alive: Callable[[str], bool],
        claims: Claims = ONLY_PC,
        paces: Mapping[Channel, Pace] | None = None,
        probes: Mapping[Channel, Callable[[Dispatch], bool]] | None = None,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        """`paces` of the channels that have one; `wait` lets so many seconds pass.

        `probes` ask something harmless about a waiting letter: whether its channel answers again.
        """
        self._store = store
        self._carriers = {carrier.channel: carrier for carrier in carriers}
        self._now = now
        self._user = user
        self._owner = owner
        self._owner_is_alive = owner_is_alive
        self._claims = claims
        self._paces = paces or {}
        self._probes = probes or {}
        self._wait = wait
        self._stopped: frozenset[Channel] = frozenset()
        self._broken_event: int | None = None
        # One letter at a time is under way, whoever asks and however often.
        self._one_at_a_time = threading.RLock()

    def queue(self, previews: Sequence[Preview], *, utskick: str, sources: bytes) -> Added:
        """Commits the intent to send, before anything leaves. The same letter is queued once."""
        at = self._now()
        return self._store.add(
            [
                order(preview, channel, utskick=utskick, sources=sources, user=self._user, at=at)
                for preview in previews
                for channel in preview.route.channels
            ]
        )

    def start(self) -> Startup:
        """Settles what a crash cut off. Comes before anything is sent."""
        return Startup(self.settle_interrupted(), waiting=self.waiting())

    def settle_interrupted(self) -> tuple[Dispatch, ...]:
        """After a crash: a letter still SENDING goes where its carrier surely knows, else UNKNOWN.

        Runs before anything is sent, and leaves letters of a living program alone.
        """
        with self._one_at_a_time:
            return tuple(
                self._settle(dispatch)
                for dispatch, owner in self._store.sending()
                if self._is_cut_off(owner) and self._take_over(dispatch, owner)
            )

    def send_queued(
        self,
        *,
        progress: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Tally:
        """Sends all that is queued, one at a time. Raises HistoryUnusable where its log is broken.

        A channel that was stopped is asked first whether it answers again.
        """
        if self._broken_event is not None:
            raise _log_is_broken(self._broken_event)
        with self._one_at_a_time:
            self.settle_interrupted()
            line = WaitingLine(self._store.queued(), rounds=self._rounds())
            tally = Tally(total=line.total)
            self._probe(line, tally)
            self._send(line, tally, progress=progress, cancelled=cancelled)
            self._stopped = frozenset(tally.stopped)
            return tally

    def verify_log(self, *, progress: Callable[[float], None] = lambda _: None) -> None:
        """Looks through the whole log of events. Raises HistoryUnusable where it is broken.

        From then on nothing is sent: a letter that stands as waiting may have been sent, and what
        somebody has changed behind the program's back only a person can judge. Nothing is lost by
        it: all that waits goes on waiting. What `progress` raises ends the look through the log.
        """
        self._broken_event = self._store.first_broken_event(progress=progress)
        if self._broken_event is not None:
            raise _log_is_broken(self._broken_event)

    def waiting(self) -> int:
        """How many letters stand in the queue."""
        return len(self._store.queued())

    def cancel_queued(self) -> int:
        """Takes back everything that has not begun to leave; gives how many."""
        return self.take_back(letter.id for letter in self._store.queued())

    def take_back(self, dispatch_ids: Iterable[uuid.UUID], *, because: str = TAKEN_BACK) -> int:
        """Those of these letters that have not begun to leave; gives how many."""
        return sum(self._cancel(one, because) for one in dispatch_ids)

    def _rounds(self) -> dict[Channel, Round]:
        """How far each pace has come, by the log: a program that starts anew is no faster."""
        return {
            channel: Round.of(self._store.departures(channel, latest=pace.per_round), pace=pace)
            for channel, pace in self._paces.items()
        }

    def _probe(self, line: WaitingLine, tally: Tally) -> None:
        for channel in self._stopped & self._probes.keys():
            letter = line.first_of(channel)
            if letter and not self._probes[channel](self._store.get(letter.id)):
                tally.stopped[channel] = _STILL_SILENT

    def _send(
        self,
        line: WaitingLine,
        tally: Tally,
        *,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> None:
        while letter := line.next(self._now(), without=tally.stopped):
            progress(line.progress(self._now()))
            if cancelled():
                return
            if rest := line.wait(letter.channel, self._now()):
                self._wait(min(rest, _HEARS_EACH))
                continue
            line.take(letter, at=self._now())
            self._send_one(letter.id, tally)
        progress(Progress(line.total, line.total))

    def _send_one(self, dispatch_id: uuid.UUID, tally: Tally) -> None:
        parcel = self._claim(dispatch_id) if self._is_ours(dispatch_id, tally) else None
        if parcel is not None:
            self._deliver(parcel, tally)

    def _is_cut_off(self, owner: str) -> bool:
        """Ours too: a program sends one letter at a time, so none of its own is under way here.

        Such a letter is left where its outcome could not be written, as on a full disk.
        """
        return owner == self._owner or not self._owner_is_alive(owner)

    def _take_over(self, dispatch: Dispatch, owner: str) -> bool:
        """Two programs may start after one crash; only one of them may settle a letter."""
        return self._store.take_over(dispatch.id, owner=owner, new_owner=self._owner)

    def _settle(self, dispatch: Dispatch) -> Dispatch:
        why = say("Programmet stängdes mitt i sändningen.")
        try:
            receipt = self._carriers[dispatch.channel].find(dispatch)
        except DeliveryError:
            text = say("{why} Det går inte att se om kallelsen kom fram.", why=why)
            return self._finish(dispatch.id, Status.UNKNOWN, text)
        if receipt is None:
            text = say("{why} Kallelsen hade inte lämnats och väntar på att skickas.", why=why)
            return self._finish(dispatch.id, Status.QUEUED, text)
        text = say("{why} Kallelsen hade lämnats.", why=why)
        return self._finish(dispatch.id, Status.SENT, text, receipt=receipt.text)

    def _is_ours(self, dispatch_id: uuid.UUID, tally: Tally) -> bool:
        """Whether this PC may send the letter; one that it may not any more is taken back.

        Settled before the intent is stored: a crash in between leaves a claim that is ours and a
        letter that waits, and never one that is on its way without a claim.
        """
        dispatch = self._store.get(dispatch_id)
        if dispatch.status is not Status.QUEUED or dispatch.channel in tally.stopped:
            return False
        if why := why_outdated(dispatch, self._store, now=self._now()):
            tally.outdated += self._cancel(dispatch_id, why)
            return False
        try:
            self._claims.take(dispatch, at=self._now(), who=self._user)
        except Unreachable as error:
            tally.stopped[dispatch.channel] = str(error)
            return False
        except ClaimedElsewhere as error:
            if self._cancel(dispatch_id, str(error)):
                tally.note_elsewhere(error.holder)
            return False
        return True

    def _claim(self, dispatch_id: uuid.UUID) -> Parcel | None:
        return self._store.claim(dispatch_id, owner=self._owner, at=self._now(), who=self._user)

    def _deliver(self, parcel: Parcel, tally: Tally) -> None:
        """What a carrier says decides; anything it does not say may mean that the letter left."""
        dispatch_id = parcel.dispatch.id
        try:
            receipt = self._carriers[parcel.dispatch.channel].deliver(parcel)
        except Rejected as error:
            tally.note(self._finish(dispatch_id, Status.REJECTED, str(error)))
        except Unreachable as error:
            tally.note(self._finish(dispatch_id, Status.QUEUED, str(error)))
        except OutcomeUnknown as error:
            tally.note(self._finish(dispatch_id, Status.UNKNOWN, str(error)), because=error)
        except Exception:
            self._finish(dispatch_id, Status.UNKNOWN, _OUR_FAULT)
            raise
        else:
            tally.note(self._finish(dispatch_id, Status.SENT, _SENT, receipt=receipt.text))

    def _finish(
        self, dispatch_id: uuid.UUID, to: Status, text: str, *, receipt: str = ""
    ) -> Dispatch:
        """Out of SENDING, as its owner."""
        return self._store.move(
            dispatch_id,
            to,
            at=self._now(),
            who=self._user,
            text=text,
            receipt=receipt,
            owner=self._owner,
        )

    def _cancel(self, dispatch_id: uuid.UUID, text: str) -> bool:
        try:
            self._store.move(
                dispatch_id, Status.CANCELLED, at=self._now(), who=self._user, text=text
            )
        except AlreadyMoved:
            return False
        return True


_SENT = say("Skickad.")
_OUR_FAULT = say("Ett fel i programmet avbröt sändningen. Det går inte att se om den kom fram.")
_STILL_SILENT = say("1177 svarar inte än. Inget har gått förlorat. Försök igen om en stund.")


def _log_is_broken(number: int) -> HistoryUnusable:
    what = say("Historikens händelselogg har ändrats eller skadats, så inget skickas.")
    todo = say("Det som väntar ligger kvar. Kontakta it-supporten.")
    return HistoryUnusable(what, todo, detail=f"event {number}")
