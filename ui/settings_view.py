"""Settings: what a clinic chooses, section by section, each kept as soon as it is made."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from app.envelope import OWN_ENVELOPE, Envelope
from app.errors import KallelseError
from app.services import Services
from app.wording import say
from ui.appearance import choose
from ui.connection_page import CONNECTION, ConnectionPage
from ui.error_dialog import show_error, told_by
from ui.parts import Tone
from ui.protection_page import PROTECTION, ProtectionPage
from ui.proving import Proving
from ui.retaining import Retaining
from ui.retention_page import RETENTION, RetentionPage
from ui.safekeeping import Safekeeping
from ui.safekeeping_page import SAFEKEEPING, SafekeepingPage
from ui.settings_keeping import SettingsKeeping
from ui.settings_page import AFTER_RESTART, SettingsPage
from ui.settings_sections import (
    FOLDERS,
    GENERAL,
    PAPER,
    REGION,
    PaperPage,
    RegionPage,
    folders_page,
    general_page,
)
from ui.task_runner import Lane, TaskRunner
from ui.theme import BUTTON_HEIGHT

_SECTIONS_WIDTH = 200
# Keys by which the reasons against live mode may change.
_FOR_LIVE = ("connection.", "claim_folder")
_ENVELOPE_KEPT = say("Kuvertets mått är sparade. {after_restart}", after_restart=AFTER_RESTART)
_WRONG_NUMBERS = say("Rätta kuvertets mått först.")
_PASS_PHRASE_KEPT = say("Lösenordet är sparat i datorns nyckelring.")

Page = TypeVar("Page", bound=SettingsPage)


class SettingsView(QWidget):
    """A section is made when it is first wanted: some read every region, contract or profile."""

    def __init__(self, services: Services, tasks: TaskRunner, *, keeping: SettingsKeeping) -> None:
        super().__init__()
        self._services = services
        self._desk = services.setup
        self._tasks = tasks
        self.sections = QListWidget()
        self._pages = QStackedWidget()
        self._keeping = keeping
        self._proving = Proving(self._desk, tasks, self)
        self._made: list[SettingsPage] = []
        self._lay_out()
        keeping.kept.connect(self._show_kept)
        keeping.refused.connect(self._show_refused)
        self.sections.currentTextChanged.connect(self._show_section)
        self.sections.setCurrentRow(0)

    @cached_property
    def general(self) -> SettingsPage:
        return self._take_in(general_page(self._desk.units))

    @cached_property
    def region(self) -> RegionPage:
        return self._take_in(RegionPage(self._desk.regions()))

    @cached_property
    def paper(self) -> PaperPage:
        printer = self._desk.choices.chosen.printer
        page = PaperPage(self._desk.profiles(), printer=printer)
        page.proof_wanted.connect(self._prove_profile)
        page.form.proof_wanted.connect(self._prove_envelope)
        page.form.keep_wanted.connect(self._keep_envelope)
        page.form.show_envelope(self._measured(page))
        # To ask a network printer that is gone may take seconds.
        names = QPrinterInfo.availablePrinterNames
        self._tasks.run(Lane.BATCH, names, done=page.show_printers, failed=show_error)
        return self._take_in(page)

    @cached_property
    def folders(self) -> SettingsPage:
        return self._take_in(folders_page(self._desk.data_folder))

    @cached_property
    def connection(self) -> ConnectionPage:
        page = ConnectionPage(self._desk.contracts())
        page.pass_phrase_given.connect(self._keep_pass_phrase)
        page.look_wanted.connect(self._look)
        self._look_at(page)
        return self._take_in(page)

    @cached_property
    def retention(self) -> RetentionPage:
        page = self._take_in(RetentionPage())
        Retaining(self._services, self._tasks, page)
        return page

    @cached_property
    def safekeeping(self) -> SafekeepingPage:
        page = self._take_in(SafekeepingPage())
        Safekeeping(self._services, self._tasks, page=page, window=self.window())
        return page

    @cached_property
    def protection(self) -> ProtectionPage:
        return self._take_in(ProtectionPage(self._services.access, self._tasks))

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return (self.sections, self._pages)

    def _take_in(self, page: Page) -> Page:
        self._made.append(page)
        self._pages.addWidget(page)
        page.chosen.connect(self._keeping.choose)
        page.show_choices(self._desk.choices)
        return page

    def _show_section(self, heading: str) -> None:
        self._pages.setCurrentWidget(self._sections[heading]())

    @property
    def _sections(self) -> Mapping[str, Callable[[], SettingsPage]]:
        return {
            GENERAL: lambda: self.general,
            REGION: lambda: self.region,
            PAPER: lambda: self.paper,
            FOLDERS: lambda: self.folders,
            CONNECTION: lambda: self.connection,
            SAFEKEEPING: lambda: self.safekeeping,
            RETENTION: lambda: self.retention,
            PROTECTION: lambda: self.protection,
        }

    def _measured(self, page: PaperPage) -> Envelope | None:
        try:
            return self._desk.envelopes.envelope()
        except KallelseError as error:
            page.told.show_sentence(str(error), tone=Tone.ATTENTION)
            return None

    def _show_kept(self, key: str) -> None:
        if key == "appearance":
            choose(self._desk.choices.chosen.appearance)
        for page in self._made:
            if key in page.entries:
                page.show_choice(key, self._desk.choices)
            if isinstance(page, ConnectionPage) and key.startswith(_FOR_LIVE):
                self._look_at(page)

    def _show_refused(self, key: str, sentence: str) -> None:
        for page in self._made:
            if key in page.entries:
                page.show_refused(key, sentence)

    def _keep_envelope(self, envelope: Envelope) -> None:
        def tell() -> None:
            self.paper.told.show_sentence(_ENVELOPE_KEPT, tone=Tone.DONE)

        keep = partial(self._desk.envelopes.keep, envelope)
        self._keeping.choose_new("print_profile", OWN_ENVELOPE, keep=keep, told=tell)

    def _prove_profile(self, profile_id: str) -> None:
        """Of a profile that is shipped, or of what is written in the form."""
        if profile_id == OWN_ENVELOPE:
            envelope = self.paper.form.envelope
            if envelope is None:
                self.paper.told.show_sentence(_WRONG_NUMBERS, tone=Tone.ATTENTION)
            else:
                self._prove_envelope(envelope)
            return
        shipped = {one.id: one for one in self._desk.profiles()}
        self._proving.show_proof(shipped[profile_id])

    def _prove_envelope(self, envelope: Envelope) -> None:
        self._proving.show_proof(self._desk.profile_for(envelope))

    def _keep_pass_phrase(self, secret: str) -> None:
        def told(_: object) -> None:
            self.connection.show_told(_PASS_PHRASE_KEPT, tone=Tone.DONE)
            self._look()

        keep = partial(self._desk.keep_pass_phrase, secret)
        failed = told_by(self.connection.show_told)
        self._tasks.run(Lane.KEEPING, keep, done=told, failed=failed)

    def _look(self) -> None:
        self._look_at(self.connection)

    def _look_at(self, page: ConnectionPage) -> None:
        page.show_looking()
        self._tasks.run(
            Lane.BATCH, self._desk.readiness, done=page.show_readiness, failed=show_error
        )

    def _lay_out(self) -> None:
        self.sections.setAccessibleName(say("Avsnitt"))
        self.sections.setFixedWidth(_SECTIONS_WIDTH)
        for heading in self._sections:
            item = QListWidgetItem(heading, self.sections)
            item.setSizeHint(QSize(0, BUTTON_HEIGHT))
        self.setFocusProxy(self.sections)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.sections)
        layout.addWidget(self._pages, 1)
