"""The section on 1177: what live messages still lack, the certificate, and its pass phrase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.contracts import Contract
from app.settings_desk import Readiness
from app.swedish_dates import STOCKHOLM, plain_date
from app.wording import say
from ui.bar import Bar
from ui.parts import Label, Tone, copyable, push_button
from ui.settings_page import SettingsPage, part_title
from ui.theme import BUTTON_HEIGHT, SECONDARY

CONNECTION = say("Anslutning till 1177")

_ABOUT = say(
    "Programmet kör i testläge: inget meddelande lämnar datorn. Här förbereds anslutningen till "
    "1177. Uppgifterna kommer från regionens beställning av 1177 inkorg."
)
_NOT_YET = say("Skarpt läge kan inte slås på. Det här saknas:")
_READY = say("Allt som programmet kan kontrollera är klart.")
_LOOKING = say("Kontrollerar…")
_TEXTS = {
    "connection.url": say("Adress till 1177"),
    "connection.logical_address": say("Mottagarens logiska adress"),
    "connection.source_system": say("Avsändande system"),
    "connection.on_behalf_of": say("Ombud för (HSA-id)"),
}
_FILES = {
    "connection.ca_bundle": say("Godkända utfärdare (PEM)"),
    "connection.certificate": say("Certifikat (PKCS#12 eller PEM)"),
}


class ConnectionPage(SettingsPage):
    """`pass_phrase_given` carries what is to be kept in the keychain, and nowhere else."""

    pass_phrase_given = Signal(str)
    look_wanted = Signal()

    def __init__(self, contracts: tuple[Contract, ...]) -> None:
        super().__init__(CONNECTION, _ABOUT)
        labels = [(one.id.rpartition("-")[2], one.label) for one in contracts]
        self.add_choice("connection.contract", say("Kontrakt"), labels)
        for key, name in _TEXTS.items():
            self.add_text(key, name)
        for key, name in _FILES.items():
            self.add_file(key, name)
        self.pass_phrase = QLineEdit()
        self.told = Bar()
        self.state = Label()
        self.lines = copyable(colour=SECONDARY)
        self._lay_out_below()
        self.close_column()

    def show_looking(self) -> None:
        self.state.setText(_LOOKING)

    def show_readiness(self, ready: Readiness) -> None:
        """Every reason on a line of its own, then the contract and the certificates."""
        self.state.setText(_NOT_YET if ready.reasons else _READY)
        contract = ready.preparations.contract
        facts = [say("Kontrakt: {label}. {source}", label=contract.label, source=contract.source)]
        for one in ready.preparations.certificates:
            last_day = plain_date(one.not_after.astimezone(STOCKHOLM).date())
            holder = one.hsa_id or one.name
            facts.append(
                say(
                    "{role}: {holder}, giltigt till och med den {last_day}.",
                    role=one.role,
                    holder=holder,
                    last_day=last_day,
                )
            )
        reasons = [f"–  {reason}" for reason in ready.reasons]
        self.lines.setText("\n".join((*reasons, "", *facts)).strip())

    def show_told(self, text: str, *, tone: Tone) -> None:
        """What has become of the pass phrase."""
        self.told.show_sentence(text, tone=tone)

    def _give(self) -> None:
        """The field is emptied at once: nothing but the keychain keeps what stood in it."""
        secret = self.pass_phrase.text()
        self.pass_phrase.clear()
        if secret:
            self.pass_phrase_given.emit(secret)

    def _lay_out_below(self) -> None:
        self.pass_phrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.pass_phrase.setAccessibleName(say("Certifikatets lösenord"))
        self.pass_phrase.returnPressed.connect(self._give)
        label = Label(say("Certifikatets lösenord"))
        label.setBuddy(self.pass_phrase)
        label.setMinimumHeight(BUTTON_HEIGHT)
        label.setMinimumWidth(208)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self.pass_phrase, 1)
        row.addWidget(push_button(say("Spara i datorns nyckelring"), self._give))
        state = QWidget()
        column = QVBoxLayout(state)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(part_title(say("Skarpt läge")))
        column.addWidget(self.state)
        column.addWidget(self.lines)
        again = push_button(say("Kontrollera igen"), self.look_wanted.emit)
        column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_below(line, self.told, state)
