"""What triage looks at besides the draft itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.bookings import BookingState
from app.channels import Reach, Route
from app.check import Check
from app.dispatch import Dispatch
from app.letter_types import LetterType
from app.region import RegionRules


@dataclass(frozen=True, slots=True)
class Known:
    """What the worklist knows of a draft: 1177's answer, other rows, history, the rendering.

    `same_id`, `same_time` and `same_day` are numbers of other rows of the file: with the same
    booking id, and with the same person at that time or on that day.
    """

    reach: Reach = Reach.NOT_ANSWERED
    same_id: tuple[int, ...] = ()
    same_time: tuple[int, ...] = ()
    same_day: tuple[int, ...] = ()
    earlier: tuple[Dispatch, ...] = ()
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """All that triage needs besides the draft.

    `state_letters` are the letter types of the care system for moved and cancelled bookings.
    """

    now: datetime
    rules: RegionRules
    letter_type: LetterType | None
    route: Route
    address_problem: Callable[[Sequence[str]], str]
    known: Known
    state_letters: Mapping[BookingState, str]

    def state_letter(self, state: BookingState) -> str:
        """The letter type that tells of a moved or cancelled booking, or "" where there is none."""
        return self.state_letters.get(state, "")
