"""What is asked before a version of the templates is proposed, and before it is published."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.comparison_look import Compared
from app.publications import Proposal
from app.version_words import proposal_name
from app.wording import say
from ui.parts import Label, paragraph, primary_button, push_button, title
from ui.theme import SECONDARY, VIEW_TITLE_SIZE

_NOTE_LENGTH = 200
_WIDTH = 520
_LINES = 7


class ProposeDialog(QDialog):
    """`note` is what was written, once it is accepted."""

    def __init__(self, parent: QWidget, compared: Compared, changes: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Föreslå mallarna"))
        self.setModal(True)
        self.field = QLineEdit()
        self.field.setMaxLength(_NOTE_LENGTH)
        self.field.setAccessibleName(_NOTE)
        self.changes = _listed(changes)
        self.propose = primary_button(say("Föreslå"), self.accept)
        self.propose.setDefault(True)
        label = Label(_NOTE)
        label.setBuddy(self.field)
        about = say(
            "Någon annan, med egen inloggning på datorn, tittar på jämförelsen och publicerar. "
            "Till dess ändras inga brev."
        )
        _lay_out(self, say("Föreslå mallarna?"), about, compared, self.changes, label, self.field)
        self.field.textChanged.connect(self._judge)
        self.field.setFocus()
        self._judge()

    @property
    def note(self) -> str:
        return self.field.text().strip()

    def _judge(self) -> None:
        self.propose.setEnabled(bool(self.note))


class PublishDialog(QDialog):
    """Accepted means publish."""

    def __init__(
        self, parent: QWidget, proposal: Proposal, compared: Compared, changes: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Publicera mallarna"))
        self.setModal(True)
        self.changes = _listed(changes)
        self.publish = primary_button(say("Publicera"), self.accept)
        self.publish.setDefault(True)
        about = say(
            "{proposal}. Alla brev görs sedan med den här versionen, på alla datorer som delar "
            "mallmappen.",
            proposal=proposal_name(proposal),
        )
        _lay_out(self, say("Publicera mallarna?"), about, compared, self.changes)


_NOTE = say("Vad som är ändrat och varför")
_CHANGED = say("Ändrade filer")


def _listed(changes: Sequence[str]) -> QListWidget:
    listed = QListWidget()
    listed.addItems(changes)
    listed.setAccessibleName(_CHANGED)
    listed.setWordWrap(True)
    listed.setFixedHeight(listed.fontMetrics().lineSpacing() * _LINES)
    if changes:
        listed.setCurrentRow(0)
    return listed


def _lay_out(
    dialog: ProposeDialog | PublishDialog,
    name: str,
    about: str,
    compared: Compared,
    *widgets: QWidget,
) -> None:
    answer = dialog.propose if isinstance(dialog, ProposeDialog) else dialog.publish
    buttons = QHBoxLayout()
    buttons.addStretch(1)
    buttons.addWidget(push_button(say("Avbryt"), dialog.reject))
    buttons.addWidget(answer)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 16, 24, 16)
    layout.setSpacing(12)
    layout.addWidget(title(name, size=VIEW_TITLE_SIZE))
    layout.addWidget(paragraph(about))
    layout.addWidget(paragraph(_looked_at(compared), colour=SECONDARY))
    layout.addWidget(Label(_CHANGED))
    for widget in widgets:
        layout.addWidget(widget)
    layout.addLayout(buttons)
    dialog.setMinimumWidth(_WIDTH)


def _looked_at(compared: Compared) -> str:
    return say(
        "Jämförda bokningar: {bookings}. Brevtyper bland dem: {letter_types}. "
        "Olika ändringar: {groups}.",
        bookings=compared.bookings,
        letter_types=len(compared.letter_types),
        groups=compared.groups,
    )
