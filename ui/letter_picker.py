"""Choosing the letter of the shown booking: its type, its language and its variant."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from app.wording import say, translated
from ui.parts import Kind, Label, StillChoice, ToolButton, tip
from ui.theme import icon

# What a draft is takes long to import, and the window is painted before there is any.
if TYPE_CHECKING:
    from app.draft import Draft, Variant
    from app.letter_types import LetterType

_NONE = say("Ingen brevtyp vald")

# By the names that letter.toml has for them.
_VARIANTS = {
    "standard": say("Standard"),
    "stor_stil": say("Stor stil"),
    "vardnadshavare": say("Till vårdnadshavare"),
    "stor_stil_vardnadshavare": say("Stor stil, till vårdnadshavare"),
}


class LetterPicker(QWidget):
    """`changed` carries what a choice does to the draft of the shown booking.

    `chosen_for_all` carries the id of a letter type.
    """

    changed = Signal(object)
    chosen_for_all = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        # In the narrowest window the words are cut, but stand in the tip too.
        self.types = _Choice(say("&Brevtyp"), at_least=124)
        self.types.setPlaceholderText(_NONE)
        self.languages = _Choice(say("&Språk"), at_least=90)
        self.variants = _Choice(say("Var&iant"), at_least=96)
        self.for_all = QAction(say("Använd för alla bokningar i listan"), self)
        self._lay_out()
        self.types.chosen.connect(self._choose_type)
        self.languages.chosen.connect(
            lambda one: self.changed.emit(lambda draft: draft.with_language(one))
        )
        self.variants.chosen.connect(
            lambda one: self.changed.emit(lambda draft: draft.with_variant(one))
        )
        self.for_all.triggered.connect(self._choose_for_all)
        self.show_none()

    def offer(self, offered: Sequence[tuple[str, str]]) -> None:
        """Pairs of a letter type's id and its Swedish name."""
        self.types.offer(offered)

    def show_letter(
        self,
        draft: "Draft",
        letter_type: "LetterType | None",
        *,
        variants: "Sequence[Variant]",
    ) -> None:
        """The letter of the shown booking; its type may be none, or one that is not offered.

        `variants` are those to choose among.
        """
        self.types.show_choice(draft.letter_type)
        self.types.setEnabled(self.types.count() > 0)
        self.for_all.setEnabled(self.types.currentIndex() >= 0)
        languages = letter_type.language_choices if letter_type else ()
        self.languages.offer([(code, translated(name)) for code, name in languages])
        self.languages.say(_ONLY_SWEDISH if len(languages) == 1 else "")
        self.variants.offer([(one, _VARIANTS[one]) for one in variants])
        if letter_type:
            self.languages.show_choice(letter_type.language_of(draft))
            self.variants.show_choice(letter_type.variant_of(draft))

    def show_none(self) -> None:
        """There is no booking to choose for, or its letter is already sent."""
        for choice in (self.types, self.languages, self.variants):
            choice.setEnabled(False)
        self.for_all.setEnabled(False)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (
            *(self.types.label, self.types, self._more()),
            *(self.languages.label, self.languages),
            *(self.variants.label, self.variants),
        ):
            layout.addWidget(widget)

    def _more(self) -> QToolButton:
        button = ToolButton()
        button.setIcon(icon("list-checks"))
        button.setProperty("kind", Kind.FLAT.value)
        button.setAccessibleName(say("Brevtyp för flera bokningar"))
        button.setToolTip(say("Brevtyp för flera bokningar"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setEnabled(False)
        self.for_all.enabledChanged.connect(button.setEnabled)
        menu = QMenu(button)
        menu.addAction(self.for_all)
        button.setMenu(menu)
        return button

    def _choose_type(self, letter_type: str) -> None:
        self.for_all.setEnabled(bool(letter_type))
        self.changed.emit(lambda draft: draft.with_letter_type(letter_type))

    def _choose_for_all(self) -> None:
        self.chosen_for_all.emit(self.types.currentData())


_ONLY_SWEDISH = say("Finns bara på svenska")


class _Choice(StillChoice):
    """One thing about the letter; told only when a person has chosen."""

    chosen = Signal(str)

    def __init__(self, text: str, *, at_least: int) -> None:
        super().__init__()
        self.label = Label(text)
        self.label.setBuddy(self)
        name, keys = text.replace("&", ""), QKeySequence.mnemonic(text).toString()
        self._usual_tip = say("{name} för vald bokning ({keys})", name=name, keys=keys)
        self.setAccessibleName(say("{name} för vald bokning", name=name))
        self.setMinimumWidth(at_least)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))
        self.currentTextChanged.connect(lambda: self._show_tip())  # noqa: PLW0108 - carries the text
        self.say("")

    def offer(self, offered: Sequence[tuple[str, str]]) -> None:
        """Pairs of a choice and its Swedish words; a single one is none to make."""
        self.clear()
        for choice, words in offered:
            self.addItem(words, choice)
        self.setCurrentIndex(-1)
        self.setEnabled(len(offered) > 1)

    def show_choice(self, choice: str) -> None:
        self.setCurrentIndex(self.findData(choice))

    def say(self, why: str) -> None:
        """Why there is nothing to choose, or the usual words."""
        self.setAccessibleDescription(why)
        self._show_tip()

    def _show_tip(self) -> None:
        """The whole of what is chosen comes first, since the field may be too narrow for it."""
        said = self.accessibleDescription() or self._usual_tip
        self.setToolTip(tip("\n".join(filter(None, (self.currentText(), said)))))
