"""Decisions: what a named person settles of letters that may or may not have arrived."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from app.dispatch import Dispatch, Order, Status, Store
from app.draft import Channel
from app.errors import AlreadyMoved, NotDecided
from app.history import Archive, Question
from app.orders import order
from app.preview import Preview
from app.swedish_dates import STOCKHOLM, stamp, working_days_until
from app.wording import say

# How long a letter may still be on its way after its last attempt. 1177: the platform waits 30 s,
# tries once more after 2 s and waits again, with a margin; source: the published defaults of
# skltp/vp and the model check of the safety study. Paper lies where it was put.
QUIET_PERIODS: Mapping[Channel, timedelta] = {
    Channel.INBOX_1177: timedelta(minutes=10),
    Channel.LETTER: timedelta(0),
}

# Working days. Source: the safety study's rule for letters that are unclear (2.4).
CALL_WITHIN = 3

# A reason of fewer letters tells the next reader nothing.
LEAST_LETTERS = 3


class Decisions:
    """The ways out of UNKNOWN, each with who and why in the log. Any thread may call it."""

    def __init__(
        self,
        *,
        store: Store,
        archive: Archive,
        now: Callable[[], datetime],
        user: str,
        permit: Callable[[], None] = lambda: None,
    ) -> None:
        """`permit` raises NotPermitted where the user may not decide of letters."""
        self._store = store
        self._archive = archive
        self._now = now
        self._user = user
        self._permit = permit
        self._seen: dict[uuid.UUID, datetime] = {}

    def unclear(self) -> tuple[Dispatch, ...]:
        """All letters that wait for a decision, the earliest visit first."""
        question = Question(status=Status.UNKNOWN)
        return self._archive.page(question, offset=0, limit=self._archive.count(question))

    def confirm_arrived(
        self, dispatch_ids: Sequence[uuid.UUID], *, why: str
    ) -> tuple[Dispatch, ...]:
        """All of them or none, as a stack that was counted. Raises NotDecided or AlreadyMoved."""
        self._permit()
        reason = stated_reason(why)
        return self._store.confirm(
            dispatch_ids,
            at=self._now(),
            who=self._user,
            text=say("Kom fram: {reason}", reason=reason),
            receipt=say("Bekräftat av {user}: {reason}", user=self._user, reason=reason),
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
        self._permit()
        reason = stated_reason(why)
        opens = self.not_arrived_from(self._store.get(dispatch_id))
        if self._now() < opens:
            raise NotDecided(
                say("Kallelsen kan fortfarande vara på väg."),
                say("Vänta till {opens} innan du säger att den inte kom fram.", opens=stamp(opens)),
            )
        text = say("Kom inte fram: {reason}", reason=reason)
        return self._store.move(
            dispatch_id, Status.QUEUED, at=self._now(), who=self._user, text=text
        )

    def send_beside(self, dispatch_id: uuid.UUID, preview: Preview, *, sources: bytes) -> Dispatch:
        """Queues a letter beside one that stays as it is. Raises AlreadyMoved where it has one."""
        made = self._order(preview, self._store.get(dispatch_id), sources=sources)
        if not self._store.add([made]).new:
            raise AlreadyMoved(say("Brevet finns redan."), say("Titta på raden igen."))
        return made.dispatch

    def send_instead(
        self, dispatch_id: uuid.UUID, preview: Preview, *, sources: bytes, why: str
    ) -> Dispatch:
        """Queues a letter through one channel in the place of one that is unclear or rejected.

        Both in one step. Raises NotDecided, or AlreadyMoved where the letter is neither any more.
        """
        text = say("Skickas på nytt: {why}", why=stated_reason(why))
        made = self._order(preview, self._store.get(dispatch_id), sources=sources)
        at = made.dispatch.created_at
        return self._store.replace(dispatch_id, made, at=at, who=self._user, text=text)

    def _order(self, preview: Preview, old: Dispatch, *, sources: bytes) -> Order:
        self._permit()
        (channel,) = preview.route.channels
        return order(
            preview,
            channel,
            utskick=old.utskick,
            sources=sources,
            user=self._user,
            at=self._now(),
        )


def is_to_be_called(dispatch: Dispatch, *, now: datetime) -> bool:
    """Whether an unclear letter's visit is so near that only a call is sure to be in time."""
    at = dispatch.visit_at
    if dispatch.status is not Status.UNKNOWN or at is None or at < now:
        return False
    days_left = working_days_until(at.astimezone(STOCKHOLM).date(), today=now.date())
    return days_left <= CALL_WITHIN


def is_reason(why: str) -> bool:
    """Whether it says something at all."""
    return sum(map(str.isalpha, why)) >= LEAST_LETTERS


def stated_reason(why: str) -> str:
    """On one line. Raises NotDecided where it says nothing."""
    reason = " ".join(why.split())
    if not is_reason(reason):
        raise NotDecided(say("Skälet saknas."), say("Skriv med några ord hur du vet det."))
    return reason
