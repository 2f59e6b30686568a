"""The form for one booking: a row to be corrected, or a booking that no file has."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.bookings import Booking, Problem
from app.care_systems import FieldName
from app.wording import say
from ui.booking_page import BookingPage
from ui.booking_prefill import OPTIONS, Prefill, fields_of
from ui.curtain import behind_curtain
from ui.discarding import ask_to_discard
from ui.parts import Label, announce, primary_button, push_button
from ui.theme import ALARM

# Reads the texts of a form as a row of a file of the care system with this id.
Write = Callable[[Mapping[FieldName, str], str], Booking]

_SIZE = QSize(1160, 648)
_FRAME = QSize(0, 40)
_NO_SYSTEM = say("Välj vårdsystem.")
_AGAIN = say("Skriv uppgiften igen.")
_NOT_SAVED = say("Bokningen sparas inte.")
_AS_BEFORE = say("Raden blir som den var.")
_ANOTHER_LIST = say(
    "Listan som är öppen kommer från ett annat vårdsystem. "
    "Den stängs, och en ny öppnas med bara den här bokningen."
)


class BookingForm(QDialog):
    """`saved` carries the booking that was written, which then has no problem left.

    What is wrong with the row stands at its field, and is looked at again with every letter. What
    reading the texts again does not find stands until its field is written anew.
    """

    saved = Signal(object)

    def __init__(self, parent: QWidget, prefill: Prefill, *, write: Write) -> None:
        super().__init__(parent)
        self.setWindowTitle(prefill.title)
        self.setModal(True)
        self._prefill = prefill
        self._write = write
        self._unseen = self._problems_unseen()
        unknown = {name for problem in self._unseen for name in fields_of(problem)}
        self.page = BookingPage(prefill, unknown=unknown)
        # What the person has changed, and where problems may be told: not before one has written.
        self._changed: set[str] = set()
        self._told: set[str] = set() if prefill.fills_in else set(self.page.entries)
        self._remaining = Label(colour=ALARM)
        self._save = primary_button(say("Spara"), self._try_to_save)
        self._at_first = self.page.texts
        self._lay_out()
        # Only now does it know the dialog that it is the default of.
        self._save.setDefault(True)
        self.page.written.connect(self._note_written)
        self.page.left.connect(self._note_left)
        self.page.system.changed.connect(self._judge)
        self._judge()
        self._begin()

    def reject(self) -> None:
        """Esc, the button and the window's own cross: what is written is not lost by a slip."""
        if self.page.texts == self._at_first:
            super().reject()
            return
        about = _NOT_SAVED if self._prefill.fills_in else _AS_BEFORE
        ask_to_discard(self, about=about, discard=super().reject)

    def _problems_unseen(self) -> tuple[Problem, ...]:
        if not self._prefill.problems:
            return ()
        seen = self._write(self._prefill.texts, self._prefill.home).problems
        return tuple(problem for problem in self._prefill.problems if problem not in seen)

    def _lay_out(self) -> None:
        cancel = push_button(say("Avbryt"), self.reject)
        foot = QFrame()
        foot.setObjectName("dispatchBar")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(24, 12, 24, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self._remaining, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._save)
        layout = QVBoxLayout(behind_curtain(self))
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.page, 1)
        layout.addWidget(foot)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))

    def _begin(self) -> None:
        """At what is wrong or doubtful, else at the first field that is empty."""
        entries = (self.page.system, *self.page.entries.values())
        noted = (one for one in entries if one.calls)
        empty = (one for one in entries if not one.text)
        start = next(noted, None) if self._prefill.as_read else next(empty, None)
        self.page.go_to(start or self.page.entries["person_id"])

    def _note_written(self, name: str) -> None:
        self._changed.add(name)
        self._judge()

    def _note_left(self, name: str) -> None:
        self._told.add(name)
        self._judge()

    def _try_to_save(self) -> None:
        booking, problems = self._read()
        if booking is not None and not problems:
            self.saved.emit(booking)
            self.accept()
            return
        self._told.update(self.page.entries)
        self._judge()
        self._remaining.setText(_remaining(len(problems) or 1))
        announce(self, self._remaining.text())
        entries = (self.page.system, *self.page.entries.values())
        self.page.go_to(next(one for one in entries if one.calls))

    def _read(self) -> tuple[Booking | None, tuple[Problem, ...]]:
        """The booking as it is written now, None without a care system, and what is wrong."""
        if not self.page.care_system:
            return None, ()
        booking = self._write(self.page.texts, self.page.care_system)
        return booking, (*booking.problems, *self._standing())

    def _standing(self) -> Iterable[Problem]:
        for problem in self._unseen:
            names = fields_of(problem)
            if names and self._changed.isdisjoint(names):
                yield problem

    def _judge(self) -> None:
        """Says at each field what is wrong or doubtful now, and what the file said."""
        booking, problems = self._read()
        wrong, doubts = self._by_field(problems), self._by_field(self._doubts(booking))
        said = self._prefill.said_by_file(self.page.texts)
        for name, entry in self.page.entries.items():
            entry.show_notes(
                wrong=wrong.get(name, "") if name in self._told else "",
                doubt=doubts.get(name, ""),
                said=say("I filen: {name}", name=said[name]) if name in said else "",
            )
        self.page.show_of_row(self._by_field((*problems, *self._unseen)).get("", ""))
        self._show_system()
        self._remaining.setText("")

    def _doubts(self, booking: Booking | None) -> Iterable[Problem]:
        """Those that the row has had from the start go when their field is written."""
        yield from booking.doubts if booking else ()
        for doubt in self._prefill.doubts:
            if self._changed.isdisjoint(fields_of(doubt)):
                yield doubt

    def _by_field(self, problems: Iterable[Problem]) -> dict[str, str]:
        """Sentences by the field that each stands at, "" for the row as a whole."""
        found: dict[str, dict[str, None]] = {}
        for problem in problems:
            places = [name for name in fields_of(problem) if name in self.page.entries]
            again = problem in self._unseen and places and places[0] not in OPTIONS
            sentence = f"{problem.sentence} {_AGAIN}" if again else problem.sentence
            found.setdefault(places[0] if places else "", {})[sentence] = None
        return {name: " ".join(sentences) for name, sentences in found.items()}

    def _show_system(self) -> None:
        chosen, home = self.page.care_system, self._prefill.home
        elsewhere = bool(home and chosen and chosen != home)
        self.page.system.show_notes(
            wrong=_NO_SYSTEM if not chosen and self._told else "",
            doubt=_ANOTHER_LIST if elsewhere else "",
        )
        self._save.setText(say("Spara i en ny lista") if elsewhere else say("Spara"))


def _remaining(number: int) -> str:
    if number == 1:
        return say("1 uppgift behöver rättas innan bokningen kan sparas.")
    return say("{number} uppgifter behöver rättas innan bokningen kan sparas.", number=number)
