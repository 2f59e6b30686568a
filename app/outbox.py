"""The outbox: intent is stored before anything leaves, and nothing is repeated by itself."""

import hashlib
import threading
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.dispatch import Carrier, Dispatch, Order, Parcel, Status, Store
from app.draft import Channel
from app.errors import (
    AlreadyMoved,
    DeliveryError,
    LetterIncomplete,
    OutcomeUnknown,
    Rejected,
    Unreachable,
)
from app.letter_types import canonical_json
from app.letters import Letter, letter_id
from app.preview import Preview

# Three unclear answers in a row stop a channel, so that an outage leaves few letters unclear.
BREAKER = 3


@dataclass(slots=True)
class Tally:
    """How a round of sending went; `stopped` holds one Swedish sentence per stopped channel."""

    total: int = 0
    moved: dict[Status, int] = field(default_factory=dict)
    stopped: dict[Channel, str] = field(default_factory=dict)
    _unclear: dict[Channel, int] = field(default_factory=dict)

    def note(self, moved: Dispatch) -> None:
        """Counts where a letter went; a refused contact or an unclear row stops its channel."""
        channel, status = moved.channel, moved.status
        self.moved[status] = self.moved.get(status, 0) + 1
        unclear = self._unclear.get(channel, 0) + 1 if status is Status.UNKNOWN else 0
        self._unclear[channel] = unclear
        if status is Status.QUEUED:
            self.stopped[channel] = moved.explanation
        elif unclear >= BREAKER:
            self.stopped[channel] = f"{BREAKER} oklara svar i rad. {moved.explanation}"


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
    ) -> None:
        self._store = store
        self._carriers = {carrier.channel: carrier for carrier in carriers}
        self._now = now
        self._user = user
        self._owner = owner
        self._owner_is_alive = owner_is_alive
        # One letter at a time is under way, whoever asks and however often.
        self._one_at_a_time = threading.RLock()

    def queue(
        self, previews: Sequence[Preview], *, utskick: str, sources: bytes
    ) -> tuple[Dispatch, ...]:
        """Commits the intent to send, before anything leaves. The same letter is queued once."""
        at = self._now()
        return self._store.add(
            [
                order(preview, channel, utskick=utskick, sources=sources, user=self._user, at=at)
                for preview in previews
                for channel in preview.route.channels
            ]
        )

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
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Tally:
        """Sends all that is queued, one at a time; `progress` gets done and total."""
        with self._one_at_a_time:
            self.settle_interrupted()
            return self._send(self._store.queued(), progress=progress, cancelled=cancelled)

    def waiting(self) -> int:
        """How many letters stand in the queue."""
        return len(self._store.queued())

    def cancel_queued(self) -> int:
        """Takes back everything that has not begun to leave; gives how many."""
        return sum(self._cancel(dispatch_id) for dispatch_id in self._store.queued())

    def _send(
        self,
        waiting: Sequence[uuid.UUID],
        *,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> Tally:
        tally = Tally(total=len(waiting))
        for done, dispatch_id in enumerate(waiting):
            progress(done, len(waiting))
            if cancelled():
                return tally
            parcel = self._claim(dispatch_id, tally)
            if parcel is not None:
                tally.note(self._deliver(parcel))
        progress(len(waiting), len(waiting))
        return tally

    def _is_cut_off(self, owner: str) -> bool:
        """Ours too: a program sends one letter at a time, so none of its own is under way here.

        Such a letter is left where its outcome could not be written, as on a full disk.
        """
        return owner == self._owner or not self._owner_is_alive(owner)

    def _take_over(self, dispatch: Dispatch, owner: str) -> bool:
        """Two programs may start after one crash; only one of them may settle a letter."""
        return self._store.take_over(dispatch.id, owner=owner, new_owner=self._owner)

    def _settle(self, dispatch: Dispatch) -> Dispatch:
        cut_off = "Programmet stängdes mitt i sändningen."
        try:
            receipt = self._carriers[dispatch.channel].find(dispatch)
        except DeliveryError:
            text = f"{cut_off} Det går inte att se om kallelsen kom fram."
            return self._finish(dispatch.id, Status.UNKNOWN, text)
        if receipt is None:
            text = f"{cut_off} Kallelsen hade inte lämnats och väntar på att skickas."
            return self._finish(dispatch.id, Status.QUEUED, text)
        text = f"{cut_off} Kallelsen hade lämnats."
        return self._finish(dispatch.id, Status.SENT, text, receipt=receipt.text)

    def _claim(self, dispatch_id: uuid.UUID, tally: Tally) -> Parcel | None:
        return self._store.claim(
            dispatch_id,
            owner=self._owner,
            at=self._now(),
            who=self._user,
            except_channels=frozenset(tally.stopped),
        )

    def _deliver(self, parcel: Parcel) -> Dispatch:
        """What a carrier says decides; anything it does not say may mean that the letter left."""
        dispatch_id = parcel.dispatch.id
        try:
            receipt = self._carriers[parcel.dispatch.channel].deliver(parcel)
        except Rejected as error:
            return self._finish(dispatch_id, Status.REJECTED, str(error))
        except Unreachable as error:
            return self._finish(dispatch_id, Status.QUEUED, str(error))
        except OutcomeUnknown as error:
            return self._finish(dispatch_id, Status.UNKNOWN, str(error))
        except Exception:
            text = "Ett fel i programmet avbröt sändningen. Det går inte att se om den kom fram."
            self._finish(dispatch_id, Status.UNKNOWN, text)
            raise
        return self._finish(dispatch_id, Status.SENT, "Skickad.", receipt=receipt.text)

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

    def _cancel(self, dispatch_id: uuid.UUID) -> bool:
        text = "Avbruten innan den skickades."
        try:
            self._store.move(
                dispatch_id, Status.CANCELLED, at=self._now(), who=self._user, text=text
            )
        except AlreadyMoved:
            return False
        return True


def order(
    preview: Preview, channel: Channel, *, utskick: str, sources: bytes, user: str, at: datetime
) -> Order:
    """What history is to keep of one letter through one channel. Raises LetterIncomplete."""
    letter, content = preview.letter, preview.content(channel)
    booking = letter.draft.booking
    if booking.visit.starts_at is None and "date" in letter.letter_type.required:
        raise LetterIncomplete("Bokningen har ingen tid.", "Komplettera i vårdsystemet.")
    dispatch = Dispatch(
        id=letter_id(letter.draft, channel),
        utskick=utskick,
        channel=channel,
        status=Status.QUEUED,
        maybe=False,
        attempts=0,
        unit_id=booking.unit.hsa_id,
        unit_name=booking.unit.name,
        unit_phone=booking.unit.phone,
        booking_key=booking.key,
        row_no=booking.row_no,
        person=booking.patient.id.value,
        name=booking.patient.list_name,
        visit_at=booking.visit.starts_at,
        letter_type=letter.letter_type.id,
        letter_name=letter.letter_type.name,
        subject=preview.subject,
        reference=letter.reference,
        revision=letter.draft.revision,
        reason=preview.route.reason,
        user=user,
        template_version=letter.template_version,
        content_digest=hashlib.sha256(content).hexdigest(),
        created_at=at,
        changed_at=at,
    )
    return Order(dispatch=dispatch, content=content, data=_kept_data(letter), sources=sources)


def _kept_data(letter: Letter) -> bytes:
    """What the letter was made from as JSON, besides templates and print profile."""
    draft = letter.draft
    return canonical_json(
        {
            "facts": dict(letter.facts),
            "name": draft.booking.patient.name,
            "address": draft.mailing_address.lines(),
            "variant": letter.variant,
            "examination_code": draft.booking.visit.examination_code,
            "language": letter.language,
            "written_on": letter.written_on.isoformat(),
        }
    )
