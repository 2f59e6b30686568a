"""What triage looks at besides the draft itself."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from app.bookings import BookingState
from app.channels import Reach, Route
from app.check import Check
from app.dispatch import Dispatch
from app.draft import Draft
from app.letter_types import LetterType
from app.region import RegionRules


class Known(NamedTuple):
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


class Situation(NamedTuple):
    """All that triage needs besides the draft.

    `age` is in whole years on the day of the visit, None where no birth date is known.
    `state_letters` are the letter types of the care system for moved and cancelled bookings.
    """

    now: datetime
    rules: RegionRules
    letter_type: LetterType | None
    age: int | None
    route: Route
    address_problem: Callable[[Sequence[str]], str]
    known: Known
    state_letters: Mapping[BookingState, str]

    def state_letter(self, state: BookingState) -> str:
        """The letter type that tells of a moved or cancelled booking, or "" where there is none."""
        return self.state_letters.get(state, "")


class Appraisal(Protocol):
    def __call__(self, draft: Draft, known: Known, /) -> Situation:
        """The draft's route, and with what the worklist knows all that triage needs."""
        ...
