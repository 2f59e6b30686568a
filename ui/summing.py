"""What the bars and the chips tell of a list: how much is done, and what there is to decide."""

from app.draft import Channel
from app.findings import Code
from app.rows import Counts, RowStatus
from app.wording import say
from ui.bookings_view import BookingsView
from ui.dispatch_bar import Sums
from ui.utskick_view import UtskickView

# The rest is told as one number: a bar is read at a glance.
_KINDS_TOLD = 5

# After a number of bookings, one or many, in the words of the findings' own labels in the list.
KINDS_IN_WORDS = {
    Code.PROTECTED: say("har skyddade personuppgifter"),
    Code.DECEASED: say("gäller avlidna"),
    Code.PAST_DATE: say("har redan varit"),
    Code.MISSING_FIELD: say("går inte att tolka eller saknar uppgift"),
    Code.NO_ADDRESS: say("saknar adress"),
    Code.BAD_ADDRESS: say("har en adress som inte får plats i fönstret"),
    Code.RISK_ZONE: say("har text som syns i kuvertfönstret"),
    Code.PREVIEW_FAILED: say("kunde inte skapas"),
    Code.PARITY: say("säger olika i 1177 och brev"),
    Code.ALREADY_SENT: say("har redan kallats"),
    Code.MOVED: say("har ny tid sedan kallelsen"),
    Code.CANCELLED: say("har avbokats"),
    Code.DUPLICATE: say("har samma patient två gånger"),
    Code.TOO_CLOSE: say("har kort tid till besöket"),
    Code.FAR_AHEAD: say("är långt fram i tiden"),
    Code.ODD_TIME: say("har ovanlig tid"),
    Code.INTERPRETED: say("har tolkade uppgifter"),
    Code.INTERPRETER: say("har tolk bokad"),
    Code.MINOR_13_18: say("gäller patienter 13–17 år"),
    Code.CHILD: say("gäller barn"),
    Code.ABROAD: say("har utlandsadress"),
    Code.OVERFLOW: say("har brev som blev flera sidor"),
    Code.FREETEXT: say("har fritext som kan innehålla känsliga uppgifter"),
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
    return ", ".join([*told, say("{number} av annat slag", number=rest)] if rest else told)


def _words(code: Code, counts: Counts) -> str:
    """Of double rows also how many patients have them."""
    if code is not Code.DUPLICATE:
        return KINDS_IN_WORDS[code]
    number = counts.doubled_patients
    if number == 1:
        return say("har samma patient två gånger (1 patient)")
    return say("har samma patient två gånger ({number} patienter)", number=number)
