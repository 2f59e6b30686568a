"""Writing a free text: counted as it will be sent, never cut, and done with Enter."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desk import sure
from ui.free_text_dialog import FreeTextDialog
from ui.theme import BORDER, FOCUS, shade


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[FreeTextDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = FreeTextDialog(parent, text="Välkommen.")
    made.open()
    yield made
    made.close()


def save_button(dialog: FreeTextDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == "Spara fritexten")


def test_what_was_written_before_is_there_and_counted(dialog: FreeTextDialog):
    assert dialog.text == "Välkommen."
    assert dialog.count == "10 av 300"


def test_enter_is_done(dialog: FreeTextDialog):
    QTest.keyClicks(dialog.field, "Ta med provet.")

    QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.text == "Ta med provet."


def test_spaces_and_line_breaks_count_as_they_are_sent(dialog: FreeTextDialog):
    dialog.field.setPlainText("  två\n\n  ord ")

    assert dialog.text == "två ord"
    assert dialog.count == "7 av 300"


def test_too_long_a_text_is_kept_but_not_saved(dialog: FreeTextDialog):
    dialog.field.setPlainText("å" * 301)

    QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    assert dialog.count == "301 av 300"
    assert not save_button(dialog).isEnabled()
    assert save_button(dialog).toolTip() == "Korta texten till 300 tecken."
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert len(dialog.text) == 301


def test_tab_leads_out_of_the_field(dialog: FreeTextDialog):
    assert dialog.field.tabChangesFocus()
    assert dialog.field.accessibleName() == "Fritext"


def test_the_field_shows_its_edge_and_whether_it_has_the_focus(dialog: FreeTextDialog):
    def edge() -> list[QColor]:
        image, middle = dialog.field.grab().toImage(), dialog.field.height() // 2
        return [QColor(image.pixel(x, middle)) for x in (0, 1)]

    with_focus = edge()
    save_button(dialog).setFocus()

    assert with_focus == [shade(FOCUS)] * 2
    assert edge()[0] == shade(BORDER)


def asked(dialog: FreeTextDialog) -> QMessageBox | None:
    return dialog.findChild(QMessageBox)


def test_what_is_half_written_is_not_lost_by_a_slip(dialog: FreeTextDialog):
    QTest.keyClicks(dialog.field, "Ta med provet.")

    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    question = sure(asked(dialog))
    assert question.informativeText() == "Fritexten sparas inte."
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.text == "Ta med provet."


def test_what_is_written_is_thrown_away_when_one_says_so(dialog: FreeTextDialog):
    QTest.keyClicks(dialog.field, "Ta med provet.")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    next(one for one in sure(asked(dialog)).buttons() if one.text() == "Kasta").click()

    assert not dialog.isVisible()


def test_a_dialog_in_which_nothing_is_written_is_left_at_once(dialog: FreeTextDialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert asked(dialog) is None
    assert not dialog.isVisible()
