"""Decisions: what a named person settles of letters that may or may not have arrived."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from app.dispatch import Dispatch, Status, Store
from app.draft import Channel
from app.errors import NotDecided
from app.history import Archive, Question
from app.orders import order
from app.preview import Preview
from app.swedish_dates import stamp

# How long a letter may still be on its way after its last attempt. 1177: the platform waits 30 s,
# tries once more after 2 s and waits again, with a margin; source: the published defaults of
# skltp/vp and the model check of the safety study. Paper lies where it was put.
QUIET_PERIODS: Mapping[Channel, timedelta] = {
    Channel.INBOX_1177: timedelta(minutes=10),
    Channel.LETTER: timedelta(0),
}

# A reason of fewer letters tells the next reader nothing.
LEAST_LETTERS = 3


class Decisions:
    """The ways out of UNKNOWN, each with who and why in the log. Any thread may call it."""

    def __init__(
        self, *, store: Store, archive: Archive, now: Callable[[], datetime], user: str
    ) -> None:
        self._store = store
        self._archive = archive
        self._now = now
        self._user = user
        self._seen: dict[uuid.UUID, datetime] = {}

    def unclear(self) -> tuple[Dispatch, ...]:
        """All letters that wait for a decision, the earliest visit first."""
        question = Question(status=Status.UNKNOWN)
        found = self._archive.page(question, offset=0, limit=self._archive.count(question))
        return tuple(sorted(found, key=_by_visit))

    def confirm_arrived(
        self, dispatch_ids: Sequence[uuid.UUID], *, why: str
    ) -> tuple[Dispatch, ...]:
        """All of them or none, as a stack that was counted. Raises NotDecided or AlreadyMoved."""
        reason = _reason(why)
        return self._store.confirm(
            dispatch_ids,
            at=self._now(),
            who=self._user,
            text=f"Kom fram: {reason}",
            receipt=f"Bekräftat av {self._user}: {reason}",
        )

    def not_arrived_from(self, dispatch: Dispatch) -> datetime:
        """When it may be said that a letter did not arrive: before that it may still do so.

        A clock that was turned back since the last attempt lets nobody wait for more than the
        quiet period, counted from when that was first seen.
        """
        seen = self._seen.get(dispatch.id, dispatch.changed_at)
        last = min(dispatch.changed_at, seen, self._now())
        if last < dispatch.changed_at:
            self._seen[dispatch.id] = last
        return last + QUIET_PERIODS[dispatch.channel]

    def confirm_not_arrived(self, dispatch_id: uuid.UUID, *, why: str) -> Dispatch:
        """Puts a letter back in the queue. Raises NotDecided before its quiet period has passed."""
        reason = _reason(why)
        opens = self.not_arrived_from(self._store.get(dispatch_id))
        if self._now() < opens:
            raise NotDecided(
                "Kallelsen kan fortfarande vara på väg.",
                f"Vänta till {stamp(opens)} innan du säger att den inte kom fram.",
            )
        text = f"Kom inte fram: {reason}"
        return self._store.move(
            dispatch_id, Status.QUEUED, at=self._now(), who=self._user, text=text
        )

    def send_instead(
        self, dispatch_id: uuid.UUID, preview: Preview, *, sources: bytes, why: str
    ) -> Dispatch:
        """Queues a letter through one channel in the place of one that is unclear or rejected.

        Both in one step. Raises NotDecided, or AlreadyMoved where the letter is neither any more.
        """
        at, text = self._now(), f"Skickas på nytt: {_reason(why)}"
        (channel,) = preview.route.channels
        utskick = self._store.get(dispatch_id).utskick
        made = order(preview, channel, utskick=utskick, sources=sources, user=self._user, at=at)
        return self._store.replace(dispatch_id, made, at=at, who=self._user, text=text)


def _by_visit(dispatch: Dispatch) -> tuple[bool, datetime]:
    """Letters without a booked time last."""
    return dispatch.visit_at is None, dispatch.visit_at or dispatch.created_at


def _reason(why: str) -> str:
    reason = " ".join(why.split())
    if sum(map(str.isalpha, reason)) < LEAST_LETTERS:
        raise NotDecided("Skälet saknas.", "Skriv med några ord hur du vet det.")
    return reason
