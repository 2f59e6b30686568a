"""Writing an address: saved only when complete and narrow enough for the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bookings import Address
from tests.desk import sure
from ui.address_dialog import AddressDialog


def narrow(lines) -> str:
    return "För lång rad." if any(len(line) > 30 for line in lines) else ""


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[AddressDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = AddressDialog(parent, addressee=("Karin Åberg",), address=Address(), problem=narrow)
    made.open()
    yield made
    made.close()


def save_button(dialog: AddressDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == "Spara adressen")


def write(dialog: AddressDialog, **parts: str) -> None:
    for part, text in parts.items():
        dialog.fields[part].setText(text)


@pytest.mark.parametrize(
    ("address", "first"),
    [(Address(), "street"), (Address("Hos Berg", "Storgatan 1", "553 16", "Jönköping"), "care_of")],
)
def test_the_focus_begins_where_one_has_to_write(qtbot: QtBot, address: Address, first: str):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = AddressDialog(parent, addressee=(), address=address, problem=narrow)
    with qtbot.waitActive(dialog):
        dialog.open()

    assert dialog.fields[first].hasFocus()


def test_an_incomplete_address_cannot_be_saved_and_the_dialog_says_why(dialog: AddressDialog):
    write(dialog, street="Storgatan 1", town="Jönköping")

    assert not save_button(dialog).isEnabled()
    assert "postnummer" in save_button(dialog).toolTip()


def test_a_complete_address_is_given_back_without_stray_spaces(dialog: AddressDialog):
    write(dialog, street="  Storgatan  1 ", postal_code="553 16", town="Jönköping")

    QTest.keyClick(dialog, Qt.Key.Key_Return)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.address == Address(street="Storgatan 1", postal_code="553 16", town="Jönköping")


def test_an_address_abroad_needs_no_postal_code(dialog: AddressDialog):
    write(dialog, street="Karl Johans gate 1", town="Oslo", country="Norge")

    assert save_button(dialog).isEnabled()


def test_a_line_that_the_window_cuts_cannot_be_saved(dialog: AddressDialog):
    write(dialog, street="S" * 31, postal_code="553 16", town="Jönköping")

    assert save_button(dialog).toolTip() == "För lång rad."


def test_every_field_has_a_name_for_a_screen_reader(dialog: AddressDialog):
    assert [field.accessibleName() for field in dialog.fields.values()] == [
        "c/o", "Gata och nummer", "Postnummer", "Ort", "Land",
    ]  # fmt: skip


def asked(dialog: AddressDialog) -> QMessageBox | None:
    return dialog.findChild(QMessageBox)


@pytest.mark.parametrize("way", ["escape", "window"])
def test_what_is_half_written_is_not_lost_by_a_slip(dialog: AddressDialog, way: str):
    write(dialog, street="Storgatan 1")

    if way == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()

    question = sure(asked(dialog))
    assert (question.text(), question.informativeText()) == (
        "Kasta det du skrivit?",
        "Adressen sparas inte.",
    )
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.address.street == "Storgatan 1"


def test_what_is_written_is_thrown_away_when_one_says_so(dialog: AddressDialog):
    write(dialog, street="Storgatan 1")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    next(one for one in sure(asked(dialog)).buttons() if one.text() == "Kasta").click()

    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_a_dialog_in_which_nothing_is_written_is_left_at_once(dialog: AddressDialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert asked(dialog) is None
    assert not dialog.isVisible()
