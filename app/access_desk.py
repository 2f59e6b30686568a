"""What the user may do, and the log of what they do with patients' data: one desk for both."""

import uuid
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from app.access_log import Access, Action
from app.access_writer import AccessWriter
from app.bookings import Booking
from app.decisions import is_reason, stated_reason
from app.dispatch import Dispatch
from app.errors import HistoryUnusable, NotDecided, ReasonWanted
from app.history import Archive, SentLetter
from app.person_id import IdKind, classify
from app.same_person import as_remembered, known_persons
from app.users import Permissions, Right
from app.wording import say


@dataclass(frozen=True, slots=True)
class AccessDesk:
    """Refuses what the user's roles do not reach to, and logs what they do.

    `require_lasting` raises HistoryUnusable where what is sent from now on would be forgotten.
    Every method that logs raises HistoryUnusable where the log cannot be written.
    """

    permissions: Permissions
    writer: AccessWriter
    archive: Archive
    now: Callable[[], datetime]
    require_lasting: Callable[[], None] = lambda: None

    def require(self, right: Right) -> None:
        """Raises NotPermitted."""
        self.permissions.require(right)

    def load(self, bookings: Iterable[Booking]) -> None:
        """Bookings are going to be listed; who is protected is remembered. Raises NotPermitted.

        They stand in the log a moment later, as what is looked at one by one does: nobody waits for
        thousands of entries.
        """
        self.require(Right.SEE_PATIENTS)
        loaded = tuple(bookings)
        patients = [one.patient for one in loaded]
        told_here = [one.id.value for one in patients if one.protected and not one.protected_before]
        self.archive.note_protected(told_here, at=self.now())
        self.writer.note(_of_booking(Action.LOAD, booking) for booking in loaded)

    def as_remembered(self, bookings: Sequence[Booking]) -> tuple[Booking, ...]:
        """The bookings, also those persons protected whom only an earlier file has called so."""
        protected = self.archive.protected_among(known_persons(bookings))
        return as_remembered(bookings, protected=protected)

    def lift_protection(self, person: str, *, why: str) -> None:
        """No list protects the person any more, until a file says again that they are protected.

        Raises NotPermitted, NotDecided without a reason, or AlreadyMoved where nothing is noted.
        """
        self.require(Right.LIFT_PROTECTION)
        reason, who = stated_reason(why), self.permissions.user.login
        self.archive.lift_protection(person, why=reason, who=who, at=self.now())

    def person(self, text: str) -> str:
        """The identity number that somebody typed. Raises NotDecided where it is none."""
        found = classify(text, today=self.now().date())
        if found.kind is IdKind.UNKNOWN:
            raise NotDecided(
                say("Personnumret går inte att tolka."), say("Skriv det med tolv siffror.")
            )
        return found.value

    def note(self, action: Action, bookings: Iterable[Booking]) -> None:
        """Something was done with these bookings."""
        self.writer.note(_of_booking(action, booking) for booking in bookings)

    def open(
        self, dispatch_id: uuid.UUID, *, action: Action = Action.VIEW, why: str = ""
    ) -> SentLetter:
        """A kept letter, to be shown.

        Raises NotPermitted, HistoryUnusable, or ReasonWanted where the person is protected and
        `why` does not say why their letter must be opened.
        """
        self.require(Right.SEE_PATIENTS)
        sent = self.archive.open(dispatch_id)
        reason = " ".join(why.split())
        if self.archive.protected_among([sent.dispatch.person]) and not is_reason(reason):
            raise ReasonWanted(
                say("Personen har skyddade personuppgifter."),
                say("Skriv varför du behöver öppna kallelsen. Skälet sparas i loggen."),
            )
        self.writer.note([_of_letter(action, sent.dispatch, text=reason)])
        return sent

    def export(
        self, letters: Iterable[Dispatch] = (), *, bookings: Iterable[Booking] = (), text: str
    ) -> None:
        """Before a file of these leaves the program; `text` says what it is.

        Raises NotPermitted.
        """
        self.require(Right.EXPORT)
        of_letters = (_of_letter(Action.EXPORT, letter, text=text) for letter in letters)
        of_bookings = (_of_booking(Action.EXPORT, booking, text=text) for booking in bookings)
        self.writer.note((*of_letters, *of_bookings))

    def printed(self, letter: Dispatch) -> None:
        """A print queue has taken the pages; what waits to be logged is no reason to say it has
        not.
        """
        with suppress(HistoryUnusable):
            self.writer.note([_of_letter(Action.PRINT, letter, text="")])

    def begin_sending(self) -> None:
        """All that was seen stands in the log before anything leaves. Raises NotPermitted."""
        self.require(Right.SEND)
        self.require_lasting()
        self.writer.flush()


def _of_booking(action: Action, booking: Booking, *, text: str = "") -> Access:
    return Access(
        action,
        person=booking.patient.id.value,
        unit_id=booking.unit.hsa_id,
        booking_key=booking.key,
        text=text,
    )


def _of_letter(action: Action, letter: Dispatch, *, text: str) -> Access:
    return Access(
        action,
        person=letter.person,
        unit_id=letter.unit_id,
        booking_key=letter.booking_key,
        dispatch_id=letter.id,
        text=text,
    )
