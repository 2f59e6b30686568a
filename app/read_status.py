"""Whether a sent message has been opened, and when an unread one is to go as a letter too."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from app.dispatch import Dispatch, Status
from app.draft import Channel
from app.region import UnreadRule
from app.wording import say


class Opened(StrEnum):
    READ = "read"
    UNREAD = "unread"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class ReadState:
    """`at` is when the message was first opened, where it was."""

    opened: Opened
    at: datetime | None = None


NOT_KNOWN = ReadState(Opened.NOT_KNOWN)

# For every screen that shows a read state.
ONLY_A_TEST = say("Bara testinkorgen svarar. Kontraktets lässtatus är inte känd.")


class ReadStatus(Protocol):
    """No public contract is known to answer this, so nothing but the test inbox does."""

    def read_states(self, dispatches: Sequence[Dispatch]) -> Mapping[uuid.UUID, ReadState]:
        """One state for each dispatch, NOT_KNOWN where nobody answers for it."""
        ...


def unread_too_long(
    dispatch: Dispatch, state: ReadState, *, now: datetime, rule: UnreadRule | None
) -> bool:
    """Whether the region's rule offers a letter beside this message, while it is of any use.

    The hours count from when the message stood as sent; without a rule nothing is offered.
    """
    if rule is None or state.opened is not Opened.UNREAD:
        return False
    waited = now - dispatch.changed_at >= timedelta(hours=rule.hours)
    is_ahead = dispatch.visit_at is None or dispatch.visit_at > now
    is_sent = dispatch.channel is Channel.INBOX_1177 and dispatch.status is Status.SENT
    return is_sent and waited and is_ahead
