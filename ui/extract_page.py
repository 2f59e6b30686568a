"""One patient's extract of the log, to be given to the patient who asks for it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.access_log import LogEntry
from app.errors import NotDecided
from app.log_documents import extract_document, extract_table, shown_person
from app.services import Services
from app.wording import say
from ui.curtain import behind_curtain
from ui.file_saving import CSV, PDF, FileSaving, Offered
from ui.log_table import LogModel, LogTable
from ui.log_work import LogWork
from ui.parts import Label, paragraph, primary_button, push_button
from ui.theme import SECONDARY

_ABOUT = say(
    "Utdraget visar när, vid vilken enhet och till vad patientens uppgifter har använts. Det "
    "nämner ingen i personalen och ingen annan patient."
)
_PRIVATE = say("Loggutdraget är sparat. Det innehåller personuppgifter.")

_Extract = tuple[str, tuple[LogEntry, ...], Mapping[str, str]]


class ExtractPage(QWidget):
    def __init__(self, services: Services, work: LogWork, *, saving: FileSaving) -> None:
        super().__init__()
        self._services = services
        self._review = services.oversight.review
        self._work, self._saving = work, saving
        self._made: _Extract | None = None
        self.patient = QLineEdit()
        self.patient.setAccessibleName(say("Patientens personnummer"))
        self.patient.setPlaceholderText(say("Personnummer"))
        self.patient.returnPressed.connect(self._ask)
        self.ask = primary_button(say("Hämta loggutdraget"), self._ask)
        self.model = LogModel()
        self.table = LogTable(self.model, name=say("Loggutdraget"))
        self.told = Label(colour=SECONDARY)
        self.save = push_button(say("Spara utdraget…"), self._save)
        self.save.setEnabled(False)
        self._lay_out()

    def _ask(self) -> None:
        try:
            person = self._review.person(self.patient.text())
        except NotDecided as error:
            self._work.tell_failure(error)
            return
        units = self._services.oversight.units
        self._work.run(
            lambda: (person, self._review.extract(person), units()),
            done=self._show,
        )

    def _show(self, made: _Extract) -> None:
        self._made = made
        self.model.show_entries(made[1])
        self.told.setText(say("{number} poster.", number=len(made[1])))
        self.save.setEnabled(True)

    def _save(self) -> None:
        if self._made is None:
            return
        person, entries, units = self._made
        now, pdf = self._services.now(), self._services.documents.pdf
        document = extract_document(entries, person=shown_person(person), units=units, now=now)
        forms = {
            PDF: partial(pdf, document),
            CSV: partial(extract_table, entries, units=units),
        }
        # Named by its day alone: many see file names.
        offered = Offered(say("Spara utdraget"), f"loggutdrag-{now:%Y-%m-%d}", forms, _PRIVATE)
        self._saving.ask(offered)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(behind_curtain(self))
        layout.setSpacing(8)
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.patient)
        top.addWidget(self.ask)
        top.addStretch(1)
        below.addWidget(self.told, 1)
        below.addWidget(self.save)
        layout.addWidget(paragraph(_ABOUT, colour=SECONDARY))
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)
