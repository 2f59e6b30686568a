"""Leaving a dialog with something written in it: asked about, so that no slip loses it."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QMessageBox

from app.wording import say


def ask_to_discard(dialog: QDialog, *, about: str, discard: Callable[[], None]) -> None:
    """`about` is what becomes of it; `discard` leaves the dialog without asking again."""
    question = QMessageBox(dialog)
    question.setWindowTitle(dialog.windowTitle())
    question.setText(say("Kasta det du skrivit?"))
    question.setInformativeText(about)
    throw = question.addButton(say("Kasta"), QMessageBox.ButtonRole.DestructiveRole)
    go_on = question.addButton(say("Fortsätt skriva"), QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(go_on)
    throw.clicked.connect(lambda _: discard())
    question.finished.connect(question.deleteLater)
    question.open()
