"""The hidden menu of the test mode: how the test inbox is to fail, and who reads there."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.conduct import MIXED, READERS_NAMES, TRAITS, Conduct, ConductShelf, Fault
from app.read_status import ONLY_A_TEST
from app.wording import say
from ui.parts import Label, paragraph, primary_button, push_button
from ui.theme import BUTTON_HEIGHT, SECONDARY

KEYS = "Ctrl+Shift+T"

_BAND = say("TESTLÄGE – bara testinkorgen på den här datorn ändras, aldrig 1177")
_NONE = say("Inget, testinkorgen sköter sig")
_MIXED = say("Blandade fel, ett för varje meddelande")
_MOST_MS = 120_000


class Range(Enum):
    """Whom a fault meets; the values are words, the number's unit and the least and most of it."""

    EVERY_CALL = (say("Varje anrop, även frågor"), "", 1, 1)
    NEXT = (say("De närmaste meddelandena"), say(" st"), 1, 999)
    SHARE = (say("En andel av meddelandena"), " %", 1, 99)


def offer_conduct(window: QWidget, shelf: ConductShelf) -> None:
    """The key opens the dialog; it stands in no menu, since it is no receptionist's work."""
    shortcut = QShortcut(QKeySequence(KEYS), window)
    shortcut.activated.connect(lambda: ConductDialog(window, shelf).open())


class ConductDialog(QDialog):
    """What is chosen holds from the next call on, once the dialog is accepted."""

    def __init__(self, parent: QWidget, shelf: ConductShelf) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Testinkorgens uppförande"))
        self.setModal(True)
        self._shelf = shelf
        told = shelf.conduct()
        self.fault = _choices(say("Fel"), [_NONE, _MIXED, *(TRAITS[one].told for one in Fault)])
        self.range = _choices(say("Drabbar"), [one.value[0] for one in Range])
        self.number = _numbers(say("Hur många"), 1, 1)
        self.latency = _numbers(say("Fördröjning"), 0, _MOST_MS, unit=" ms")
        self.readers = _choices(say("Läsning"), tuple(READERS_NAMES.values()))
        self._sentence = paragraph(colour=SECONDARY)
        self._lay_out()
        self._show(told)
        self.fault.currentIndexChanged.connect(self._tell)
        self.range.currentIndexChanged.connect(self._follow_range)
        for spinner in (self.number, self.latency):
            spinner.valueChanged.connect(self._tell)
        self.readers.currentIndexChanged.connect(self._tell)

    @property
    def conduct(self) -> Conduct:
        chosen = tuple(Range)[self.range.currentIndex()]
        number = self.number.value()
        return Conduct(
            faults=_FAULTS[self.fault.currentIndex()],
            share=number if chosen is Range.SHARE else 100,
            left=number if chosen is Range.NEXT else None,
            latency_ms=self.latency.value(),
            readers=tuple(READERS_NAMES)[self.readers.currentIndex()],
        )

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def accept(self) -> None:
        self._shelf.keep(self.conduct)
        super().accept()

    def behave(self) -> None:
        """Everything as if nothing had ever been told."""
        self._show(Conduct())

    def _show(self, conduct: Conduct) -> None:
        self.fault.setCurrentIndex(
            _FAULTS.index(conduct.faults) if conduct.faults in _FAULTS else _FAULTS.index(MIXED)
        )
        chosen = _range_of(conduct)
        self.range.setCurrentIndex(tuple(Range).index(chosen))
        self._follow_range()
        self.number.setValue(conduct.left or conduct.share)
        self.latency.setValue(conduct.latency_ms)
        self.readers.setCurrentIndex(tuple(READERS_NAMES).index(conduct.readers))
        self._tell()

    def _follow_range(self) -> None:
        chosen = tuple(Range)[self.range.currentIndex()]
        _, unit, least, most = chosen.value
        self.number.setRange(least, most)
        self.number.setSuffix(unit)
        self.number.setEnabled(chosen is not Range.EVERY_CALL)
        self._tell()

    def _tell(self) -> None:
        self._sentence.setText(self.conduct.told())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(12)
        for field in (self.fault, self.range, self.number, self.latency, self.readers):
            form.addRow(field.accessibleName(), field)
        buttons = QHBoxLayout()
        buttons.addWidget(push_button(say("Återställ"), self.behave))
        buttons.addStretch(1)
        buttons.addWidget(push_button(say("Avbryt"), self.reject))
        save = primary_button(say("Använd"), self.accept)
        save.setDefault(True)
        buttons.addWidget(save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(_band())
        layout.addLayout(form)
        layout.addWidget(paragraph(say("Läsning: {told}", told=ONLY_A_TEST), colour=SECONDARY))
        layout.addWidget(self._sentence)
        layout.addLayout(buttons)
        self.setMinimumWidth(520)


_FAULTS: Sequence[tuple[Fault, ...]] = ((), MIXED, *((one,) for one in Fault))


def _range_of(conduct: Conduct) -> Range:
    if conduct.meets_questions:
        return Range.EVERY_CALL
    return Range.SHARE if conduct.left is None else Range.NEXT


def _choices(name: str, words: Sequence[str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItems(list(words))
    return box


def _numbers(name: str, least: int, most: int, *, unit: str = "") -> QSpinBox:
    box = QSpinBox()
    box.setAccessibleName(name)
    box.setRange(least, most)
    box.setSuffix(unit)
    box.setMinimumHeight(BUTTON_HEIGHT)
    return box


def _band() -> QFrame:
    band = QFrame()
    band.setObjectName("testBand")
    layout = QHBoxLayout(band)
    layout.setContentsMargins(12, 4, 12, 4)
    layout.addWidget(Label(_BAND))
    return band
