"""The choice of a booking to try a draft of the templates on."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox

from app.draft import Draft
from app.extremes import Extreme, extremes
from app.letter_types import LetterType
from app.specimen import specimen
from app.swedish_dates import short_moment
from app.wording import say
from ui.parts import tip

# Of each kind; more are hard to choose among.
_MOST = 30


class TriedOn(QComboBox):
    """Made-up bookings, extremes, and those of the open list and the samples under pseudonyms.

    `samples_wanted` comes when somebody asks for samples that have not been read.
    """

    chosen = Signal()
    samples_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Bokning"))
        self.setToolTip(tip(say("Bokningen som brevet görs för; namn och nummer är påhittade")))
        self.setMinimumContentsLength(22)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(24)
        self._shown = 0
        self.activated.connect(self._choose)

    @property
    def draft(self) -> Draft | None:
        found: Draft | None = self.currentData()
        return found

    def show_bookings(
        self,
        letter_type: LetterType,
        *,
        at: datetime,
        listed: Sequence[Draft],
        samples: Sequence[Draft] | None,
    ) -> None:
        """Those of a letter type; the one that is chosen stays where there still is one like it."""
        chosen = self.currentText()
        with QSignalBlocker(self):
            self.clear()
            self.addItem(say("Påhittad bokning"), specimen(letter_type, at=at))
            for extreme in extremes(letter_type, at=at):
                self.addItem(say("Plågoprov: {name}", name=extreme.name), extreme.draft)
            for kind, drafts in ((_OF_LIST, listed), (_OF_SAMPLES, samples or ())):
                for draft in _of_type(letter_type.id, drafts):
                    self.addItem(kind.format(_words(draft)), draft)
            if samples is None:
                self.addItem(_FETCH, None)
            self._shown = max(0, self.findText(chosen))
            self.setCurrentIndex(self._shown)

    def choose(self, extreme: Extreme) -> None:
        """As if it had been chosen here."""
        number = self.findText(say("Plågoprov: {name}", name=extreme.name))
        if number >= 0:
            self.setCurrentIndex(number)
            self._choose(number)

    def _choose(self, number: int) -> None:
        if self.itemData(number) is None:
            self.setCurrentIndex(self._shown)
            self.samples_wanted.emit()
        else:
            self._shown = number
            self.chosen.emit()


# All their files must be read, so it is only done when somebody asks for it.
_FETCH = say("Hämta exempelbokningarna…")
_OF_LIST = say("Listan: {}")
_OF_SAMPLES = say("Exempel: {}")


def _of_type(letter_type: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    found = [draft for draft in drafts if draft.letter_type == letter_type]
    yield from found[:_MOST]


def _words(draft: Draft) -> str:
    """Its row and its time; no name, since that is made up."""
    booking = draft.booking
    at = booking.visit.starts_at
    when = short_moment(at) if at else say("utan tid")
    return say("rad {row}, {when}", row=booking.row_label, when=when)
