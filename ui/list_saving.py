"""Saves lists of the day's rows: those left out, those to call, and how all went."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from app import call_list, left_out
from app.documents import list_document
from app.result_file import result_table
from app.rows import Row
from app.services import Services
from app.spreadsheets import as_table
from app.wording import say
from app.worklist import Worklist
from ui.actions import Actions
from ui.file_saving import CSV, PDF, FileSaving, Form, Offered
from ui.parts import Tone
from ui.task_runner import TaskRunner
from ui.utskick_view import UtskickView

_NONE_LEFT_OUT = say("Alla bokningar i listan får en kallelse, så det finns inget att spara.")
_NONE_TO_CALL = say(
    "Ingen bokning i listan har beslutet Ring patienten, så det finns inget att spara."
)
_PRIVATE = say("Den innehåller personuppgifter.")
_ON_PAPER = say("Listan innehåller personuppgifter. Förstör den när den inte behövs.")


class ListSaving(QObject):
    """Asks for a place, and tells on the view's bar how it went.

    `worklist` gives the list that is open; the actions are there only while one is.
    """

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        *,
        view: UtskickView,
        actions: Actions,
        worklist: Callable[[], Worklist | None],
    ) -> None:
        super().__init__(view)
        self._services = services
        self._view = view
        self._saving = FileSaving(
            tasks, parent=view, notice=view.notice, choices=services.setup.choices
        )

        def ask(make: Callable[[Worklist], None]) -> None:
            if opened := worklist():
                make(opened)

        actions.save_left_out.triggered.connect(lambda: ask(self._ask_for_left_out))
        actions.save_call_list.triggered.connect(lambda: ask(self._ask_for_call_list))
        actions.save_result.triggered.connect(lambda: ask(self._ask_for_result))

    def _ask_for_left_out(self, worklist: Worklist) -> None:
        rows = left_out.without_letter(worklist.rows)
        self._ask_for_list(
            rows,
            left_out.lines(rows),
            title=say("Bokningar utan kallelse"),
            name="utelamnade",
            told=say(
                "Listan över {bookings} utan kallelse är sparad. {private}",
                bookings=_bookings(len(rows)),
                private=_PRIVATE,
            ),
            nothing=_NONE_LEFT_OUT,
        )

    def _ask_for_call_list(self, worklist: Worklist) -> None:
        rows = call_list.to_call(worklist.rows)
        self._ask_for_list(
            rows,
            call_list.lines(rows),
            title=say("Patienter att ringa"),
            name="ringlista",
            told=say(
                "Ringlistan med {bookings} är sparad. {private}",
                bookings=_bookings(len(rows)),
                private=_PRIVATE,
            ),
            nothing=_NONE_TO_CALL,
        )

    def _ask_for_result(self, worklist: Worklist) -> None:
        types = self._services.letter_types(worklist.batch.care_system)
        rows = worklist.rows
        names = {one.id: one.name for one in types}
        make = self._logged(
            rows,
            partial(result_table, worklist.batch, rows, letter_names=names),
            say("Resultatfil"),
        )
        told = say(
            "Resultatfilen med {bookings} är sparad. {private}",
            bookings=_bookings(len(rows)),
            private=_PRIVATE,
        )
        name = f"resultat-{self._services.now():%Y-%m-%d}"
        self._saving.ask(Offered(say("Spara resultatfil"), name, {CSV: make}, told))

    def _logged(self, rows: Sequence[Row], make: Callable[[], bytes], what: str) -> Form:
        """A form that stands in the log before it is made, with everybody whose row it has."""

        def made() -> bytes:
            bookings = [row.draft.booking for row in rows]
            self._services.access.export(bookings=bookings, text=what)
            return make()

        return made

    def _ask_for_list(
        self,
        rows: Sequence[Row],
        lines: tuple[tuple[str, ...], ...],
        *,
        title: str,
        name: str,
        told: str,
        nothing: str,
    ) -> None:
        """`lines` begin with the headers."""
        if len(lines) == 1:
            self._view.notice.show_news(nothing, tone=Tone.NEWS)
            return
        now, pdf = self._services.now(), self._services.documents.pdf
        document = list_document(title, _ON_PAPER, lines=lines, written_at=now)
        makes = {PDF: partial(pdf, document), CSV: partial(as_table, lines)}
        forms = {suffix: self._logged(rows, make, title) for suffix, make in makes.items()}
        self._saving.ask(
            Offered(
                say("Spara {title}", title=title.lower()), f"{name}-{now:%Y-%m-%d}", forms, told
            )
        )


def _bookings(number: int) -> str:
    return say("1 bokning") if number == 1 else say("{number} bokningar", number=number)
