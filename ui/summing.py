"""What the bars and the chips tell of a list: how much is done, and what there is to decide."""

from app.draft import Channel
from app.findings import Code
from app.rows import Counts, RowStatus
from ui.bookings_view import BookingsView
from ui.dispatch_bar import Sums
from ui.utskick_view import UtskickView

# The rest is told as one number: a bar is read at a glance.
_KINDS_TOLD = 3

# After a number of bookings, one or many.
_KINDS = {
    Code.PROTECTED: "har skyddade uppgifter",
    Code.DECEASED: "gäller avlidna",
    Code.PAST_DATE: "har redan varit",
    Code.MISSING_FIELD: "saknar uppgift",
    Code.NO_ADDRESS: "saknar adress",
    Code.BAD_ADDRESS: "har för lång adress",
    Code.RISK_ZONE: "visar text i kuvertfönstret",
    Code.PREVIEW_FAILED: "kan inte skapas",
    Code.PARITY: "säger olika i 1177 och brev",
    Code.ALREADY_SENT: "har redan kallats",
    Code.MOVED: "har fått ny tid",
    Code.CANCELLED: "är avbokade",
    Code.DUPLICATE: "är dubbletter",
    Code.TOO_CLOSE: "har kort tid kvar",
    Code.FAR_AHEAD: "är långt fram i tiden",
    Code.ODD_TIME: "har ovanlig tid",
    Code.INTERPRETED: "har tolkade uppgifter",
    Code.INTERPRETER: "har tolk",
    Code.MINOR_13_18: "gäller 13–17-åringar",
    Code.CHILD: "gäller barn",
    Code.ABROAD: "går utomlands",
    Code.OVERFLOW: "har blivit fler sidor",
    Code.FREETEXT: "har känslig fritext",
}


def show_sums(counts: Counts, *, view: UtskickView, bookings: BookingsView) -> None:
    bookings.show_counts(counts)
    blocked, review = counts.of(RowStatus.BLOCKED), counts.of(RowStatus.REVIEW)
    view.problems.show_numbers(
        blocked=blocked,
        review=review,
        total=counts.total,
        kinds=kinds_told(counts, RowStatus.BLOCKED if blocked else RowStatus.REVIEW),
    )
    view.dispatch_bar.show_sums(
        Sums(
            total=counts.total,
            sent=counts.sent,
            left=counts.left,
            ready=counts.of(RowStatus.READY),
            by_inbox=counts.ready_by_channel.get(Channel.INBOX_1177, 0),
            by_post=counts.ready_by_channel.get(Channel.LETTER, 0),
        )
    )


def kinds_told(counts: Counts, status: RowStatus) -> str:
    """What is to be decided in the rows of a status: "3 saknar adress, 2 har redan varit"."""
    found = counts.problems_of(status)
    told = [f"{number} {_words(code, counts)}" for code, number in found[:_KINDS_TOLD]]
    rest = sum(number for _, number in found[_KINDS_TOLD:])
    return ", ".join([*told, f"{rest} av annat slag"] if rest else told)


def _words(code: Code, counts: Counts) -> str:
    """Of double rows also how many patients have them."""
    if code is not Code.DUPLICATE:
        return _KINDS[code]
    number = counts.doubled_patients
    return f"{_KINDS[code]} ({number} {'patient' if number == 1 else 'patienter'})"
