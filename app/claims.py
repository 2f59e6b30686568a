"""Claims: to which of the clinic's PCs a letter belongs, settled before it may leave."""

from datetime import datetime
from typing import Protocol

from app.dispatch import Dispatch
from app.letter_key import keyed_name


class Claims(Protocol):
    def take(self, dispatch: Dispatch, *, at: datetime, who: str) -> None:
        """Makes the letter this PC's for good; where it is so already, that is all.

        Raises ClaimedElsewhere, or Unreachable where it cannot be told whose it is.
        """
        ...


class OnlyPc:
    """The claims of a clinic that sends from one PC: every letter is its own."""

    def take(self, dispatch: Dispatch, *, at: datetime, who: str) -> None:
        pass


ONLY_PC = OnlyPc()


def claim_name(dispatch: Dispatch, *, key: bytes) -> str:
    """The same for the same letter on every PC that has the key: 64 hexadecimal digits.

    The same letter is the same booking, person, time, letter type and channel, by which each PC
    knows a letter again in its own history. The revision is left out: it counts what one PC has
    taken back or sent before, which the others cannot know.

    Source of the rule: the exactly-once design. It is keyed, since the key of a booking without
    an id holds the personal number. Names stand in logs and backups of the share; the key stands
    in one file there, so the folder itself must be closed to all but the reception.
    """
    told = (
        dispatch.unit_id,
        dispatch.booking_key,
        dispatch.person,
        _occasion(dispatch),
        dispatch.letter_type,
        dispatch.channel.value,
    )
    return keyed_name("\x1f".join(told), key=key)


def _occasion(dispatch: Dispatch) -> str:
    """The time, or the file where there is neither time nor id: the next offer looks the same."""
    if dispatch.visit_at is not None:
        return str(dispatch.visit_at.timestamp())
    has_id = f":{dispatch.person}:" not in dispatch.booking_key
    return "" if has_id else dispatch.utskick
