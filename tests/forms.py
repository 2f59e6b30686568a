"""Hands for the form of one booking: writing and choosing in its fields."""

from PySide6.QtWidgets import QComboBox

from ui.booking_entries import Choice, Text
from ui.booking_form import BookingForm


def write(form: BookingForm, **texts: str) -> None:
    """Puts texts into fields, and chooses by what is read."""
    editors = {str(name): entry.editor for name, entry in form.page.entries.items()}
    for name, text in texts.items():
        _fill(editors[name], text)


def choose_system(form: BookingForm, care_system: str) -> None:
    _fill(form.page.system.editor, care_system)


def _fill(editor: Text | Choice, text: str) -> None:
    if isinstance(editor, QComboBox):
        editor.setCurrentIndex(editor.findData(text))
    else:
        editor.setText(text)
