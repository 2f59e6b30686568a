"""Saves what history shows outside the program: the list of receipts, or a letter with its own."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app import not_called
from app.dispatch import Dispatch
from app.documents import list_document
from app.history import Question, SentLetter
from app.receipts import receipt, receipt_name, receipt_table
from app.services import Services
from app.spreadsheets import as_table
from app.wording import say
from ui.file_saving import CSV, PDF, FileSaving, Form, Offered
from ui.history_filters import HistoryFilters
from ui.history_lists import HistoryLists
from ui.notices import Notice
from ui.parts import Button
from ui.task_runner import TaskRunner
from ui.work_lists import WorkList

_NAMES_NOBODY = say("Listan är sparad. Den har brev-id men inga namn eller personnummer.")
_PRIVATE = say("Kvittensen är sparad, med kallelsen som bilaga. Den innehåller personuppgifter.")
_UNCALLED_SAVED = say("Listan är sparad. Den innehåller personuppgifter.")
_UNCALLED = say("Bokade men inte kallade")
_ON_PAPER = say("Listan innehåller personuppgifter. Förstör den när den inte behövs.")


class ReceiptSaving:
    """Everything is made by a worker, from what history holds when it is saved."""

    def __init__(
        self, services: Services, tasks: TaskRunner, *, parent: QWidget, notice: Notice
    ) -> None:
        self._services = services
        self._saving = FileSaving(
            tasks, parent=parent, notice=notice, choices=services.setup.choices
        )

    def ask_for_listed(self, filters: HistoryFilters, lists: HistoryLists) -> None:
        """What is seen, and of a question also what is not yet read."""
        match filters.chips.lit:
            case None | WorkList.UNCLEAR:
                self._ask_for_all(filters.question())
            case WorkList.NOT_CALLED:
                self._ask_for_uncalled(lists.uncalled.rows)
            case WorkList.REJECTED | WorkList.UNREAD:
                letters = lists.model.dispatches
                self._ask_for_table(lambda: self._table_of(letters))

    def ask_for_receipt(self, sent: SentLetter) -> None:
        now, pdf = self._services.now(), self._services.documents.pdf

        def make() -> bytes:
            self._services.access.export([sent.dispatch], text=say("Kvittens med kallelsen"))
            return pdf(receipt(sent, now=now))

        forms = {PDF: make}
        self._saving.ask(
            Offered(say("Spara kvittens"), receipt_name(sent.dispatch), forms, _PRIVATE)
        )

    def _ask_for_all(self, question: Question) -> None:
        archive = self._services.archive

        def make() -> bytes:
            number = archive.count(question)
            return self._table_of(archive.page(question, offset=0, limit=number))

        self._ask_for_table(make)

    def _ask_for_uncalled(self, uncalled: Sequence[not_called.Uncalled]) -> None:
        lines, now = not_called.lines(uncalled), self._services.now()
        document = list_document(_UNCALLED, _ON_PAPER, lines=lines, written_at=now)
        letters = [row.letter for row in uncalled if row.letter]

        def logged(make: Form) -> bytes:
            self._services.access.export(letters, text=_UNCALLED)
            return make()

        pdf, table = partial(self._services.documents.pdf, document), partial(as_table, lines)
        forms = {PDF: partial(logged, pdf), CSV: partial(logged, table)}
        self._saving.ask(
            Offered(say("Spara listan"), f"ej-kallade-{now:%Y-%m-%d}", forms, _UNCALLED_SAVED)
        )

    def _table_of(self, letters: Sequence[Dispatch]) -> bytes:
        self._services.access.export(letters, text=say("Lista över kvittenser"))
        return receipt_table(letters)

    def _ask_for_table(self, make: Callable[[], bytes]) -> None:
        name = f"kvittenser-{self._services.now():%Y-%m-%d}"
        self._saving.ask(
            Offered(say("Spara lista över kvittenser"), name, {CSV: make}, _NAMES_NOBODY)
        )


def export_button(*ways: QAction) -> QPushButton:
    """Opens a menu of what can be saved."""
    button = Button(say("Exportera kvittens…"))
    menu = QMenu(button)
    menu.addActions(ways)
    button.setMenu(menu)
    return button
