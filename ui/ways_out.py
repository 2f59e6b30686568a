"""The ways out that a person has with letters that did not surely come to an end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.copies import lacks_its_letter, ways_again
from app.dispatch import Dispatch, Status
from app.draft import Channel, Channels
from app.history import SentLetter
from app.services import Services


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What may be decided of letters: of one, or of a stack of paper that was counted as one.

    `not_arrived_from` is when it may be said that a letter did not arrive, None where it may not.
    `again` are the channels in which a sent letter may be sent once more, if a patient asks.
    """

    dispatches: tuple[Dispatch, ...]
    not_arrived_from: datetime | None = None
    again: Channels = ()

    @property
    def may_have_arrived(self) -> bool:
        return {one.status for one in self.dispatches} == {Status.UNKNOWN}

    @property
    def is_beside(self) -> bool:
        """What may be made is a letter beside a message, which stays as it is."""
        return self.is_unread or {one.status for one in self.dispatches} == {Status.CANCELLED}

    @property
    def is_unread(self) -> bool:
        """A message that stands as sent, and that nobody has opened."""
        return not self.again and {one.status for one in self.dispatches} == {Status.SENT}


def ways_out(services: Services, sent: SentLetter) -> WaysOut | None:
    """Of one letter, None where nothing is left to decide; for a worker's thread."""
    dispatch = sent.dispatch
    match dispatch.status:
        case Status.UNKNOWN:
            return WaysOut((dispatch,), services.decisions.not_arrived_from(dispatch))
        case Status.REJECTED if not _is_replaced(services, dispatch):
            return WaysOut((dispatch,))
        case Status.CANCELLED if lacks_its_letter(dispatch, _of_booking(services, dispatch)):
            return WaysOut((dispatch,))
        case Status.SENT if again := ways_again(sent, services.appraise):
            return WaysOut((dispatch,), again=again)
        case _:
            return None


def ways_out_of_stack(dispatches: Sequence[Dispatch]) -> WaysOut | None:
    """Of several letters, None where they cannot be one stack that a person has counted."""
    is_stack = all(one.channel is Channel.LETTER for one in dispatches)
    ways = WaysOut(tuple(dispatches))
    return ways if is_stack and ways.may_have_arrived else None


def _is_replaced(services: Services, dispatch: Dispatch) -> bool:
    others = _of_booking(services, dispatch)
    living = (one for one in others if one.status is not Status.CANCELLED)
    return any(one.replaces == dispatch.id for one in living)


def _of_booking(services: Services, dispatch: Dispatch) -> tuple[Dispatch, ...]:
    key = dispatch.booking_key
    return services.archive.of_bookings([key]).get(key, ())
