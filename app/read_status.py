"""Whether a sent message has been opened, as far as anybody tells."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.dispatch import Dispatch
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
