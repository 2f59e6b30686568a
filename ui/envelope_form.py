"""The clinic's own window envelope in millimetres, judged with every digit that is written."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.envelope import Envelope, measured_of, read_envelope, told
from app.print_profile import PrintProfile, Sides
from app.wording import say, translated
from ui.booking_entries import Choice, Entry, Text, add_to_grid
from ui.parts import Label, paragraph, push_button
from ui.settings_page import part_title, show_text
from ui.theme import SECONDARY

_ABOUT = say(
    "Mät kuvertet med linjal, i millimeter, med fönstret uppåt så att adressen går att läsa. "
    "Programmet räknar ut var adressen ska stå och vad mer som kan synas när arket glider."
)

_ENVELOPE = {
    "width": say("Kuvertets bredd"),
    "height": say("Kuvertets höjd"),
    "window_left": say("Fönstret från vänster"),
    "window_top": say("Fönstret från överkant"),
    "window_width": say("Fönstrets bredd"),
    "window_height": say("Fönstrets höjd"),
}
_SHEET = {
    "fold": say("Arket viks vid"),
    "margin_left": say("Vänster marginal"),
    "margin_right": say("Höger marginal"),
    "margin_top": say("Övre marginal"),
    "margin_bottom": say("Nedre marginal"),
}


class EnvelopeForm(QWidget):
    """Both signals carry an envelope that letters can be laid out for."""

    keep_wanted = Signal(object)
    proof_wanted = Signal(object)

    def __init__(self, sheet: PrintProfile) -> None:
        super().__init__()
        self._sheet = sheet
        names = _ENVELOPE | _SHEET
        self.entries = {key: Entry(name, Text("")) for key, name in names.items()}
        self.sides = Entry(
            say("Utskrift"), Choice([(side.value, translated(side)) for side in Sides], None)
        )
        self.zones = Label(colour=SECONDARY)
        self.keep = push_button(say("Spara och använd kuvertet"), self._keep)
        self.proof = push_button(say("Skriv ut provark av måtten…"), self._prove)
        self._lay_out()
        for entry in (*self.entries.values(), self.sides):
            entry.changed.connect(self._judge)

    def show_envelope(self, envelope: Envelope | None) -> None:
        """What has been measured, or where to begin."""
        texts = _texts(envelope) if envelope else measured_of(self._sheet)
        texts |= {"sides": (envelope or self._sheet).sides.value}
        for key, entry in (*self.entries.items(), ("sides", self.sides)):
            # Half a form would be judged wrong.
            with QSignalBlocker(entry):
                show_text(entry, texts[key])
        self._judge()

    @property
    def envelope(self) -> Envelope | None:
        """What is written, where letters can be laid out for it."""
        envelope, wrong = self._read()
        return None if wrong else envelope

    def _keep(self) -> None:
        self.keep_wanted.emit(self.envelope)

    def _prove(self) -> None:
        self.proof_wanted.emit(self.envelope)

    def _judge(self) -> None:
        envelope, wrong = self._read()
        for key, entry in self.entries.items():
            entry.show_notes(wrong=wrong.get(key, ""))
        self.zones.setText(_zones(envelope, self._sheet) if envelope and not wrong else "")
        for button in (self.keep, self.proof):
            button.setEnabled(not wrong)
            button.setToolTip(say("Rätta talen ovanför först.") if wrong else "")

    def _read(self) -> tuple[Envelope | None, Mapping[str, str]]:
        texts = {key: entry.text for key, entry in self.entries.items()}
        return read_envelope(texts | {"sides": self.sides.text}, self._sheet)

    def _lay_out(self) -> None:
        grids = QHBoxLayout()
        grids.setSpacing(24)
        envelope = [self.entries[key] for key in _ENVELOPE]
        sheet = [self.entries[key] for key in _SHEET]
        for entries in (envelope, [*sheet, self.sides]):
            column, grid = QVBoxLayout(), QGridLayout()
            grid.setVerticalSpacing(8)
            add_to_grid(grid, entries)
            column.addLayout(grid)
            column.addStretch(1)
            grids.addLayout(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.proof)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(part_title(say("Mottagningens eget kuvert")))
        layout.addWidget(paragraph(_ABOUT, colour=SECONDARY))
        layout.addLayout(grids)
        layout.addWidget(self.zones)
        layout.addLayout(buttons)


def _texts(envelope: Envelope) -> dict[str, str]:
    numbers = envelope.model_dump(exclude={"sides"})
    return {key: told(number) for key, number in numbers.items()}


def _zones(envelope: Envelope, sheet: PrintProfile) -> str:
    shown, risk = envelope.shown(sheet), envelope.may_show(sheet)
    if shown is None:
        return ""
    return say(
        "Syns alltid: {width} × {height} mm. Kan synas: {risk_width} × {risk_height} mm.",
        width=told(shown.width),
        height=told(shown.height),
        risk_width=told(risk.width),
        risk_height=told(risk.height),
    )
