"""The pilot's evaluation: history's counts together with what the unit itself has counted."""

from collections.abc import Callable
from dataclasses import dataclass

from app.enclosure import Enclosure
from app.evaluation import Evaluation, FiguresArchive, Selection, evaluate
from app.letter_catalogue import LetterCatalogue
from app.outcomes import OutcomeShelf
from app.print_profile import Sides
from app.region import Prices


@dataclass(frozen=True, slots=True)
class Pilot:
    """`catalogue` gives the letter types as they are now, for the sheets that they would take."""

    archive: FiguresArchive
    outcomes: OutcomeShelf
    prices: Prices
    sides: Sides
    catalogue: Callable[[], LetterCatalogue]

    def evaluate(self, selection: Selection) -> Evaluation:
        """Raises HistoryUnusable, or BookingsUnreadable for the unit's own table."""
        letter_types = self.catalogue().all()
        return evaluate(
            selection,
            self.archive,
            sheets_of={
                one.id: Enclosure(one.pages, insert_pages=0, sides=self.sides).sheets
                for one in letter_types
            },
            prices=self.prices,
            outcomes=self.outcomes.outcomes(),
        )
