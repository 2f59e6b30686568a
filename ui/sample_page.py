"""A sample of the log: drawn by a seed, judged line by line, signed, and saved as a report."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.documents import Documents
from app.errors import NotDecided
from app.log_documents import sample_document, sample_table
from app.log_review import (
    SAMPLE_SIZE,
    VERDICT_NAMES,
    Judgement,
    LogReview,
    Sample,
    SignedSample,
    Verdict,
)
from app.wording import say
from ui.curtain import behind_curtain
from ui.day_edit import AS_TALL_AS_A_CHOICE
from ui.file_saving import CSV, PDF, FileSaving, Offered
from ui.log_filters import LogFilters
from ui.log_table import LogModel, LogTable
from ui.log_work import LogWork
from ui.parts import Label, primary_button, push_button
from ui.theme import SECONDARY

_PRIVATE = say("Rapporten är sparad. Den innehåller personuppgifter.")
_MOST = 500


class SamplePage(QWidget):
    """`new_seed` gives a seed that nobody chose; another may be written, to draw the same again."""

    def __init__(
        self,
        review: LogReview,
        work: LogWork,
        filters: LogFilters,
        *,
        saving: FileSaving,
        documents: Documents,
        new_seed: Callable[[], str],
    ) -> None:
        super().__init__()
        self._review, self._work, self._saving = review, work, saving
        self._documents = documents
        self._new_seed = new_seed
        self._sample: Sample | None = None
        self._signed: SignedSample | None = None
        self.filters = filters
        self.size_box = QSpinBox()
        self.size_box.setRange(1, _MOST)
        self.size_box.setValue(SAMPLE_SIZE)
        self.size_box.setMinimumHeight(AS_TALL_AS_A_CHOICE)
        self.size_box.setAccessibleName(say("Antal poster i stickprovet"))
        self.seed = QLineEdit()
        self.seed.setAccessibleName(say("Frö, för att dra samma stickprov igen"))
        self.seed.setPlaceholderText(say("Frö: nytt"))
        self.model = LogModel.of_sample()
        self.table = LogTable(self.model, name=say("Stickprovet"))
        self.note = QLineEdit()
        self.note.setAccessibleName(say("Anteckning till raden, utan namn och personnummer"))
        self.note.setPlaceholderText(say("Anteckning, utan namn och personnummer"))
        self.draw = push_button(say("Dra stickprov"), self._draw)
        self.verdicts = {
            verdict: push_button(VERDICT_NAMES[verdict], partial(self._judge, verdict))
            for verdict in Verdict
        }
        self.sign = primary_button(say("Skriv under stickprovet"), self._sign)
        self.save = push_button(say("Spara rapporten…"), self._save)
        self.told = Label(colour=SECONDARY)
        self.table.selectionModel().currentRowChanged.connect(self._show_note)
        self._lay_out()
        self._enable()

    def _draw(self) -> None:
        try:
            question = self.filters.question()
        except NotDecided as error:
            self._work.tell_failure(error)
            return
        seed, size = self.seed.text().strip() or self._new_seed(), self.size_box.value()
        self._work.run(lambda: self._review.draw(question, size=size, seed=seed), done=self._show)

    def _show(self, sample: Sample) -> None:
        self._sample, self._signed = sample, None
        self.model.show_entries(sample.entries)
        self.told.setText(
            say(
                "{number} av {found} åtkomster, frö {seed}.",
                number=len(sample.entries),
                found=sample.found,
                seed=sample.seed,
            )
        )
        self._go_to(0)
        self._enable()

    def _judge(self, verdict: Verdict) -> None:
        """The next line is gone to, so that a sample is judged by one key for each."""
        position = self.table.currentIndex().row()
        if position >= 0:
            self.model.judge(position, Judgement(verdict, " ".join(self.note.text().split())))
            self._go_to(position + 1)
            self._enable()

    def _go_to(self, position: int) -> None:
        if position < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(position, 0))
        else:
            self._show_note(self.table.currentIndex())

    def _show_note(self, current: QModelIndex) -> None:
        number = self.model.entries[current.row()].number if current.isValid() else 0
        judgement = self.model.judged.get(number)
        self.note.setText(judgement.note if judgement else "")

    def _sign(self) -> None:
        sample, judged = self._sample, dict(self.model.judged)
        if sample is not None:
            self._work.keep(lambda: self._review.sign(sample, judged), done=self._note_signed)

    def _note_signed(self, signed: SignedSample) -> None:
        self._signed = signed
        self._enable()
        self._work.tell_done(say("Stickprovet är underskrivet, och det står i loggen."))

    def _save(self) -> None:
        signed = self._signed
        if signed is None:
            return
        pdf = partial(self._documents.pdf, sample_document(signed))
        forms = {PDF: pdf, CSV: partial(sample_table, signed)}
        name = f"stickprov-{signed.at:%Y-%m-%d}-{signed.sample.seed}"
        self._saving.ask(Offered(say("Spara rapporten"), name, forms, _PRIVATE))

    def _enable(self) -> None:
        has_open = bool(self.model.rowCount()) and self._signed is None
        for button in self.verdicts.values():
            button.setEnabled(has_open)
        self.note.setEnabled(has_open)
        self.sign.setEnabled(has_open and len(self.model.judged) == self.model.rowCount())
        self.save.setEnabled(self._signed is not None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(behind_curtain(self))
        layout.setSpacing(8)
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.filters, 1)
        for widget in (self.size_box, self.seed, self.draw):
            top.addWidget(widget)
        below.addWidget(self.note, 1)
        for button in (*self.verdicts.values(), self.sign, self.save):
            below.addWidget(button)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.told)
        layout.addLayout(below)
