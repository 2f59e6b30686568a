"""What history holds about the bookings of a list: letters to this row, and earlier ones."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from app.bookings import Booking, VisitKey
from app.dispatch import Dispatch, Status
from app.draft import Draft
from app.orders import booking_digest
from app.outdated import is_overtaken


class Standing(NamedTuple):
    """Dispatches of this very letter, those of other letters to the booking, the revision."""

    ours: tuple[Dispatch, ...]
    earlier: tuple[Dispatch, ...]
    revision: int


_NEVER_SENT = Standing((), (), 1)


class SentBefore:
    """Dispatches by booking key, and by person, time and unit where the key has changed.

    `recall` asks history about a booking that is corrected or comes later.
    """

    def __init__(
        self,
        by_key: Mapping[str, tuple[Dispatch, ...]],
        *,
        utskick: str,
        by_visit: Mapping[VisitKey, tuple[Dispatch, ...]] | None = None,
        recall: Callable[[Booking], tuple[Dispatch, ...]] = lambda _: (),
    ) -> None:
        self._by_key = dict(by_key)
        self._utskick = utskick
        self._by_visit = dict(by_visit or {})
        self._recall = recall

    def note(self, dispatches: Mapping[str, tuple[Dispatch, ...]]) -> None:
        """What history now holds, by booking key."""
        self._by_key.update(dispatches)

    def remember(self, booking: Booking) -> None:
        """What history holds about a booking that no file has told of."""
        if booking.key not in self._by_key:
            self._by_key[booking.key] = self._recall(booking)

    def standing(self, draft: Draft) -> Standing:
        """A new time or person is another letter, so nobody rebooked is taken for one called.

        Nor is a row for another row of the same file with the same booking id, or for one of
        another file that may be the next offer to the same person. A booking that tells another
        letter in this file than in the one that it was sent from is sent before, and not sent.
        So is one that has come back to an earlier time, or was cancelled in between.
        """
        if not self._by_key and not self._by_visit:
            return _NEVER_SENT
        dispatches = self._by_key.get(draft.booking.key, ())
        if not dispatches:
            return Standing((), self._of_same_visit(draft.booking), 1)
        alive = tuple(one for one in dispatches if one.status is not Status.CANCELLED)
        ours = [one for one in dispatches if self._is_of(draft, one)]
        latest = max((one.revision for one in ours if one.replaces is None), default=0)
        newest = _standing_ones(one for one in ours if one.revision >= latest)
        # Taken back in one channel but not in the other, it is still the letter of this row.
        is_alive = any(one in alive for one in newest)
        has_changed = any(self._has_changed(draft, one) for one in newest)
        if is_alive and not has_changed and not is_overtaken(newest[-1], alive):
            return Standing(newest, (), latest)
        used = (one.revision for one in dispatches if one.letter_type == draft.letter_type)
        return Standing((), alive, max(used, default=0) + 1)

    def _of_same_visit(self, booking: Booking) -> tuple[Dispatch, ...]:
        """Living letters to its person for this very time and unit, by another booking id."""
        key = booking.visit_key
        found = self._by_visit.get(key, ()) if key else ()
        return tuple(one for one in found if one.status is not Status.CANCELLED)

    def _has_changed(self, draft: Draft, dispatch: Dispatch) -> bool:
        """Histories of older programs do not tell, so their letters are taken to be the same."""
        told = dispatch.booking_digest
        is_of_another_file = dispatch.utskick != self._utskick
        return is_of_another_file and told not in {"", booking_digest(draft, dispatch.channel)}

    def _is_of(self, draft: Draft, dispatch: Dispatch) -> bool:
        booking = draft.booking
        same_file, same_row = dispatch.utskick == self._utskick, dispatch.row_no == booking.row_no
        return (
            dispatch.letter_type == draft.letter_type
            and dispatch.visit_at == booking.visit.starts_at
            and dispatch.person == booking.patient.id.value
            and (same_row if same_file else booking.can_be_known_again)
        )


def _standing_ones(dispatches: Iterable[Dispatch]) -> tuple[Dispatch, ...]:
    """Those in whose place no other stands; one that was taken back leaves its place again."""
    found = tuple(dispatches)
    replaced = {one.replaces for one in found if one.status is not Status.CANCELLED}
    return tuple(one for one in found if one.id not in replaced)
