"""Messages that nobody has opened in the region's time, so that a letter is to be offered."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.dispatch import Dispatch
from app.history import Archive
from app.read_status import Opened, ReadState, ReadStatus
from app.region import UnreadRule


@dataclass(frozen=True, slots=True)
class UnreadMessages:
    """`rule` is None where the region offers no letters for this reason."""

    archive: Archive
    read_status: ReadStatus
    rule: UnreadRule | None
    now: Callable[[], datetime]

    def read_states(self, dispatches: Sequence[Dispatch]) -> Mapping[uuid.UUID, ReadState]:
        return self.read_status.read_states(dispatches)

    def is_overdue(self, dispatch: Dispatch) -> bool:
        return any(one.id == dispatch.id for one in self.overdue())

    def overdue(self) -> tuple[Dispatch, ...]:
        """Oldest first; a message whose booking has been written about since is not among them."""
        if self.rule is None:
            return ()
        now = self.now()
        waited = now - timedelta(hours=self.rule.hours)
        messages = self.archive.latest_messages(sent_before=waited, visit_after=now)
        states = self.read_states(messages)
        return tuple(one for one in messages if states[one.id].opened is Opened.UNREAD)
