"""What one press in the fix panel does to a draft, and to those of rows that ask the same."""

from collections.abc import Callable

from app.bookings import BookingState, row_label
from app.draft import Draft
from app.findings import Code, Decision
from app.rows import Row
from app.wording import say

# Why a row is left out that somebody has promised to call.
TO_CALL = "Ring patienten"

_REASONS = {
    Decision.CALL: TO_CALL,
    Decision.HANDLED_ELSEWHERE: say("Hanterad utanför programmet"),
    Decision.INCLUDE: "",
}

_STATES = {
    Decision.SEND_REBOOKING: BookingState.REBOOKED,
    Decision.SEND_CANCELLATION: BookingState.CANCELLED,
}


def answer(
    row: Row, decision: Decision, *, state_letter: Callable[[BookingState], str]
) -> Callable[[Draft], Draft]:
    """The change that a decision about a row makes.

    `state_letter` gives the letter type for bookings that are moved or cancelled.
    """
    finding = row.open_finding
    codes = frozenset({finding.code} if finding else ())
    if decision is Decision.APPROVE:
        return lambda draft: draft.approving(codes)
    if decision in _STATES:
        letter_type = state_letter(_STATES[decision])
        return lambda draft: draft.with_letter_type(letter_type).approving(codes)
    if decision is Decision.SKIP:
        reason = finding.label if finding and row.question else say("Hoppas över")
        return lambda draft: draft.leaving_out(reason)
    return lambda draft: draft.leaving_out(_REASONS[decision])


def keep_only(row_no: int) -> Callable[[Draft], Draft]:
    """The change of a row and its doubles that sends one of them."""

    def keep(draft: Draft) -> Draft:
        if draft.booking.row_no == row_no:
            return draft.approving(frozenset({Code.DUPLICATE}))
        return draft.leaving_out(say("Dubblett av rad {row_no}", row_no=row_label(row_no)))

    return keep
