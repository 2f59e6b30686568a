"""The section on protected identities: what a file once said of a person is lifted here."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.access_desk import AccessDesk
from app.errors import NotDecided
from app.log_documents import shown_person
from app.users import Right
from app.wording import say
from ui.asked_words import AskedWords
from ui.bar import Bar
from ui.curtain import behind_curtain
from ui.error_dialog import told_by
from ui.parts import Tone, push_button, tip
from ui.settings_page import SettingsPage
from ui.task_runner import Lane, TaskRunner

PROTECTION = say("Skyddade uppgifter")

_ABOUT = say(
    "Den som en fil har märkt med skyddade personuppgifter döljs överallt och får ingen kallelse "
    "härifrån, även om en senare fil saknar markeringen. När skyddet har upphört hävs markeringen "
    "här. Märker en ny fil personen gäller skyddet igen."
)
_WHAT_COMES_OF_IT = say(
    "Personen syns igen i listor och i historiken och kan kallas härifrån, så kontrollera först "
    "att skyddet har upphört. Skälet sparas i loggen: nämn ingen i det."
)
_LIFTED = say("Markeringen är hävd. Läs in filen igen där personen står.")
_WIDTH = 200


class ProtectionPage(SettingsPage):
    """Whose mark it is somebody writes, for nobody is listed here."""

    def __init__(self, access: AccessDesk, tasks: TaskRunner) -> None:
        super().__init__(PROTECTION, _ABOUT)
        self._access = access
        self._tasks = tasks
        self.patient = QLineEdit()
        self.patient.setAccessibleName(say("Patientens personnummer"))
        self.patient.setPlaceholderText(say("Personnummer"))
        self.patient.setFixedWidth(_WIDTH)
        self.patient.returnPressed.connect(self._ask)
        self.lift = push_button(say("Häv markeringen…"), self._ask)
        self.told = Bar()
        self._lay_out_below()
        self._keep_grey(access.permissions.reason_against(Right.LIFT_PROTECTION))

    def _keep_grey(self, reason: str) -> None:
        for part in (self.patient, self.lift):
            part.setEnabled(not reason)
            part.setToolTip(tip(reason))

    def _ask(self) -> None:
        try:
            person = self._access.person(self.patient.text())
        except NotDecided as error:
            self.told.show_sentence(str(error), tone=Tone.ATTENTION)
            return
        sheet = AskedWords(
            self.window(),
            heading=say("Häv markeringen om skyddade personuppgifter"),
            about=_WHAT_COMES_OF_IT,
            label=say("Varför hävs markeringen för {person}?", person=shown_person(person)),
            accept=say("Häv markeringen"),
        )
        sheet.given.connect(partial(self._lift, person))
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _lift(self, person: str, why: str) -> None:
        lift = partial(self._access.lift_protection, person, why=why)
        failed = told_by(self.told.show_sentence)
        self._tasks.run(Lane.KEEPING, lift, done=self._show_lifted, failed=failed)

    def _show_lifted(self, _: None) -> None:
        self.patient.clear()
        self.told.show_sentence(_LIFTED, tone=Tone.DONE)

    def _lay_out_below(self) -> None:
        line = QWidget()
        row = QHBoxLayout(behind_curtain(line))
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.patient)
        row.addWidget(self.lift)
        row.addStretch(1)
        self.add_below(line, self.told)
        self.close_column()
