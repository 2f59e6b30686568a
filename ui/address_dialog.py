"""Writing the address of one letter by hand, when the export has none or too long a one."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.bookings import Address
from app.wording import say
from ui.curtain import behind_curtain
from ui.discarding import ask_to_discard
from ui.parts import paragraph, primary_button, push_button, tip
from ui.theme import ALARM

AddressProblem = Callable[[Sequence[str]], str]

_INCOMPLETE = say("Skriv gata, postnummer och ort. Postnummer behövs inte utanför Sverige.")


class AddressDialog(QDialog):
    """`address` holds what was written once the dialog is accepted.

    `addressee` are the lines above the address, the name among them. `problem` is asked about
    them and the address lines, and answers "" where they fit.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        addressee: Sequence[str],
        address: Address,
        problem: AddressProblem,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Skriv adress"))
        self.setModal(True)
        self._addressee = addressee
        self._problem = problem
        self.fields = {
            "care_of": _field("c/o", address.care_of),
            "street": _field(say("Gata och nummer"), address.street),
            "postal_code": _field(say("Postnummer"), address.postal_code),
            "town": _field(say("Ort"), address.town),
            "country": _field(say("Land"), address.country),
        }
        self._told = paragraph(colour=ALARM)
        self._save = primary_button(say("Spara adressen"), self.accept)
        self._save.setDefault(True)
        self._lay_out()
        for field in self.fields.values():
            field.textChanged.connect(self._judge)
        self._judge()
        self._at_first = self._texts
        # Who has no address at all seldom lives with somebody else.
        self.fields["care_of" if address.is_complete else "street"].setFocus()

    @property
    def address(self) -> Address:
        return Address(**self._texts)

    @property
    def _texts(self) -> dict[str, str]:
        return {part: " ".join(field.text().split()) for part, field in self.fields.items()}

    def reject(self) -> None:
        """Esc, the button and the window's own cross: what is written is not lost by a slip."""
        if self._texts == self._at_first:
            super().reject()
        else:
            ask_to_discard(self, about=say("Adressen sparas inte."), discard=super().reject)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(12)
        form.addRow(say("Namn"), paragraph(" ".join(self._addressee)))
        for field in self.fields.values():
            form.addRow(field.accessibleName(), field)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(push_button(say("Avbryt"), self.reject))
        buttons.addWidget(self._save)
        layout = QVBoxLayout(behind_curtain(self))
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(
            paragraph(say("Adressen gäller bara det här brevet. Bokningen ändras inte."))
        )
        layout.addLayout(form)
        layout.addWidget(self._told)
        layout.addLayout(buttons)
        self.setMinimumWidth(440)

    def _judge(self) -> None:
        """Says at once why an address cannot be used, and lets only a usable one be saved."""
        address = self.address
        told = _INCOMPLETE
        if address.is_complete:
            told = self._problem((*self._addressee, *address.lines()))
        self._told.setText(told)
        self._save.setEnabled(not told)
        self._save.setToolTip(tip(told))


def _field(name: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(name)
    return field
