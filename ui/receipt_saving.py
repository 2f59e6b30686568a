"""Saves what history shows outside the program: the list of receipts, or a letter with its own."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app import not_called
from app.documents import list_document
from app.history import Question, SentLetter
from app.receipts import receipt, receipt_name, receipt_table
from app.services import Services
from app.spreadsheets import as_table
from app.wording import say
from ui.file_saving import CSV, PDF, FileSaving, Offered
from ui.history_filters import HistoryFilters
from ui.history_lists import HistoryLists
from ui.notices import Notice
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
            tasks,
            parent=parent,
            notice=notice,
            folder=lambda: services.setup.choices.chosen.bookings_folder,
        )

    def ask_for_listed(self, filters: HistoryFilters, lists: HistoryLists) -> None:
        """What is seen, and of a question also what is not yet read."""
        match filters.chips.lit:
            case None | WorkList.UNCLEAR:
                self._ask_for_all(filters.question())
            case WorkList.NOT_CALLED:
                self._ask_for_uncalled(lists.uncalled.rows)
            case WorkList.REJECTED | WorkList.UNREAD:
                self._ask_for_table(partial(receipt_table, lists.model.dispatches))

    def ask_for_receipt(self, sent: SentLetter) -> None:
        now, pdf = self._services.now(), self._services.documents.pdf
        forms = {PDF: lambda: pdf(receipt(sent, now=now))}
        self._saving.ask(
            Offered(say("Spara kvittens"), receipt_name(sent.dispatch), forms, _PRIVATE)
        )

    def _ask_for_all(self, question: Question) -> None:
        archive = self._services.archive

        def make() -> bytes:
            number = archive.count(question)
            return receipt_table(archive.page(question, offset=0, limit=number))

        self._ask_for_table(make)

    def _ask_for_uncalled(self, uncalled: Sequence[not_called.Uncalled]) -> None:
        lines, now = not_called.lines(uncalled), self._services.now()
        document = list_document(_UNCALLED, _ON_PAPER, lines=lines, written_at=now)
        forms = {
            PDF: partial(self._services.documents.pdf, document),
            CSV: partial(as_table, lines),
        }
        self._saving.ask(
            Offered(say("Spara listan"), f"ej-kallade-{now:%Y-%m-%d}", forms, _UNCALLED_SAVED)
        )

    def _ask_for_table(self, make: Callable[[], bytes]) -> None:
        name = f"kvittenser-{self._services.now():%Y-%m-%d}"
        self._saving.ask(
            Offered(say("Spara lista över kvittenser"), name, {CSV: make}, _NAMES_NOBODY)
        )
