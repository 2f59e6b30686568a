"""The log for those who review it: to be read, sampled and extracted. Every reading is logged."""

import secrets

from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.services import Services
from app.wording import say
from ui.extract_page import ExtractPage
from ui.file_saving import FileSaving
from ui.log_filters import LogFilters
from ui.log_page import LogPage
from ui.log_work import LogWork
from ui.notices import Notice
from ui.parts import push_button
from ui.sample_page import SamplePage
from ui.task_runner import TaskRunner

_SIZE = (1280, 680)


class LogDialog(QDialog):
    def __init__(self, parent: QWidget, services: Services, tasks: TaskRunner) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Logg"))
        self.setModal(True)
        self.resize(*_SIZE)
        notice = Notice()
        review = services.oversight.review
        work = LogWork(tasks, notice)
        saving = FileSaving(tasks, parent=self, notice=notice, choices=services.setup.choices)

        def filters() -> LogFilters:
            return LogFilters(today=services.now().date(), person=review.person)

        self.log = LogPage(review, work, filters())
        self.sample = SamplePage(
            review,
            work,
            filters(),
            saving=saving,
            documents=services.documents,
            new_seed=lambda: f"{secrets.randbelow(1_000_000):06}",
        )
        self.extract = ExtractPage(services, work, saving=saving)
        self._lay_out(notice)
        self.finished.connect(work.leave)
        self.log.start()

    def _lay_out(self, notice: Notice) -> None:
        self.tabs = QTabWidget()
        self.tabs.addTab(self.log, say("Läs loggen"))
        self.tabs.addTab(self.sample, say("Stickprov"))
        self.tabs.addTab(self.extract, say("Loggutdrag"))
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(push_button(say("Stäng"), self.reject))
        layout = QVBoxLayout(self)
        layout.addWidget(notice)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(below)
