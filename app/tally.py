"""How a round of sending went: where its letters are now, and which channels it stopped."""

import uuid
from dataclasses import dataclass, field

from app.dispatch import Dispatch, Status
from app.draft import Channel
from app.errors import AwaitsCount, OutcomeUnknown
from app.wording import say

# Three unclear answers in a row stop a channel, so that an outage leaves few letters unclear.
BREAKER = 3


@dataclass(slots=True)
class Tally:
    """How a round of sending went; `stopped` holds one Swedish sentence per stopped channel.

    `elsewhere` counts letters that another PC has, by that PC and its user. `uncounted` are
    letters that were printed here, with their sheets, until a person has counted the stack.
    `outdated` counts letters that were taken back, since they had waited for too long.
    """

    total: int = 0
    moved: dict[Status, int] = field(default_factory=dict)
    stopped: dict[Channel, str] = field(default_factory=dict)
    elsewhere: dict[str, int] = field(default_factory=dict)
    uncounted: dict[uuid.UUID, int] = field(default_factory=dict)
    outdated: int = 0
    _unclear: dict[Channel, int] = field(default_factory=dict)

    def note(self, moved: Dispatch, *, because: OutcomeUnknown | None = None) -> None:
        """Counts where a letter went; a refused contact or an unclear row stops its channel.

        A printer whose pages are to be counted has done what it was told.
        """
        channel, status = moved.channel, moved.status
        self.moved[status] = self.moved.get(status, 0) + 1
        is_unclear = status is Status.UNKNOWN
        if isinstance(because, AwaitsCount):
            self.uncounted[moved.id] = because.sheets
            is_unclear = False
        self._unclear[channel] = self._unclear.get(channel, 0) + 1 if is_unclear else 0
        if status is Status.QUEUED:
            self.stopped[channel] = moved.explanation
        elif self._unclear[channel] >= BREAKER:
            self.stopped[channel] = say(
                "{breaker} oklara svar i rad. {explanation}",
                breaker=BREAKER,
                explanation=moved.explanation,
            )

    def note_elsewhere(self, holder: str) -> None:
        self.elsewhere[holder] = self.elsewhere.get(holder, 0) + 1
