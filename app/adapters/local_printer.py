"""The carrier of paper letters that a clinic prints and puts into envelopes itself."""

from collections.abc import Callable
from typing import NoReturn, Protocol

from app.dispatch import Dispatch, Parcel, Receipt
from app.draft import Channel
from app.enclosure import LetterPages, enclosure
from app.errors import AwaitsCount, OutcomeUnknown
from app.preview import PageRaster
from app.print_profile import PrintProfile
from app.printing import Printer, PrintJob
from app.wording import say


class _Pages(LetterPages, PageRaster, Protocol):
    pass


class LocalPrinter:
    """Prints each letter as a job of its own, the same pages that were previewed.

    A print queue has no receipts: what it has taken may jam, run out of paper or lie in the wrong
    tray, so a letter is sent when a person has counted the stack.
    """

    channel = Channel.LETTER

    def __init__(
        self,
        printer: Printer,
        *,
        profile: PrintProfile,
        pages: _Pages,
        printed: Callable[[Dispatch], None] = lambda _: None,
    ) -> None:
        """`printed` is told of each letter that the print queue has taken."""
        self._printed = printed
        self._printer = printer
        self._profile = profile
        self._pages = pages

    def deliver(self, parcel: Parcel) -> NoReturn:
        """Raises AwaitsCount where all went well, Rejected for pages that are not this letter's,
        Unreachable while nothing was printed, else OutcomeUnknown.
        """
        pdf = parcel.content
        enclosed = enclosure(parcel, sides=self._profile.sides, pages=self._pages)
        self._printer.print(
            PrintJob(
                name=str(parcel.dispatch.id),
                pages=enclosed.pages,
                sides=enclosed.sides,
                draw=lambda index, dpi: self._pages.render(pdf, index, dpi=dpi),
            )
        )
        self._printed(parcel.dispatch)
        raise AwaitsCount(
            say("Utskriven – bunten är inte räknad."),
            say("Leta upp brevet innan det skrivs ut igen."),
            sheets=enclosed.sheets,
        )

    def find(self, dispatch: Dispatch) -> Receipt | None:
        raise OutcomeUnknown(
            say("Det går inte att se om brevet skrevs ut."),
            say("Leta vid skrivaren innan det skrivs ut igen."),
        )
