"""The language and the variant of a letter, chosen in the real window."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.draft import Variant
from app.findings import Code
from app.rows import Row, RowStatus
from tests.desk import Desk


@pytest.fixture
def child(desk: Desk) -> Row:
    """A child's row, shown and to be looked at."""
    desk.open_sample("t4.csv")
    return desk.show(RowStatus.REVIEW, label="Barn under 13 år")


def choose(desk: Desk, field: str, key: Qt.Key) -> Row:
    """Presses a key in one of the picker's fields, and waits until the letter is checked anew."""
    with desk.qtbot.waitSignal(desk.utskick.checked):
        QTest.keyClick(getattr(desk.view.picker, field), key)
    return desk.shown


def test_a_childs_letter_begins_with_its_guardian_in_the_window(desk: Desk, child: Row):
    letter = desk.services.preview(child).letter

    assert child.draft.variant is Variant.TO_GUARDIAN
    assert desk.view.picker.variants.currentText() == "Till vårdnadshavare"
    assert letter.address_lines[:2] == ("Till vårdnadshavare för", child.draft.booking.patient.name)


def test_a_letter_in_english_is_checked_anew_and_approved_anew(desk: Desk, child: Row):
    QTest.keyClick(desk.bench.bookings.table, Qt.Key.Key_Space)
    desk.bench.bookings.show_row(child.row_no)

    english = choose(desk, "languages", Qt.Key.Key_Down)

    assert english.row_no == child.row_no
    assert english.draft.language == "en"
    assert Code.CHILD not in english.draft.approved
    assert english.check is not None
    assert english.check != child.check
    assert not english.check.differences


def test_a_childs_letter_in_large_type_goes_to_the_guardian_and_is_one_step_to_undo(
    desk: Desk, child: Row
):
    large = choose(desk, "variants", Qt.Key.Key_Down)
    preview = desk.services.preview(large)

    with desk.qtbot.waitSignal(desk.utskick.checked):
        desk.window.commands.undo.trigger()

    assert large.draft.variant is Variant.LARGE_TO_GUARDIAN
    assert preview.letter.address_lines[0] == "Till vårdnadshavare för"
    assert preview.page != desk.services.preview(desk.shown).page
    assert desk.shown.draft.variant is Variant.TO_GUARDIAN


def scroll(desk: Desk, field: str, by: int) -> None:
    """Turns the wheel over one of the picker's fields."""
    at = getattr(desk.view.picker, field)
    here, there = QPointF(at.rect().center()), QPointF(at.mapToGlobal(at.rect().center()))
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        *(here, there, QPoint(), QPoint(0, by), no_button, no_key),
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own
    )
    QApplication.sendEvent(at, turned)


@pytest.mark.parametrize("field", ["types", "languages", "variants"])
def test_the_wheel_over_a_field_that_nobody_has_pressed_changes_no_letter(
    desk: Desk, child: Row, field: str
):
    for by in (-120, 120):
        scroll(desk, field, by)

    assert desk.worklist.decided() == ()
    assert desk.shown.draft == child.draft


def test_a_childs_letter_is_never_offered_to_the_child(desk: Desk, child: Row):
    offered = desk.view.picker.variants

    words = [offered.itemText(place) for place in range(offered.count())]

    assert words == ["Till vårdnadshavare", "Stor stil, till vårdnadshavare"]


def test_a_letter_type_without_english_falls_back_and_says_so(desk: Desk, child: Row):
    english = choose(desk, "languages", Qt.Key.Key_Down)
    other = next(
        one.id for one in desk.services.catalogue.for_care_system("rhks") if not one.languages
    )

    with desk.qtbot.waitSignal(desk.utskick.checked):
        desk.view.picker.types.chosen.emit(other)

    labels = [finding.label for finding in desk.shown.findings]
    assert "Finns bara på svenska" not in [finding.label for finding in english.findings]
    assert "Finns bara på svenska" in labels
    assert desk.view.picker.languages.currentText() == "Svenska"


@pytest.mark.parametrize("width", [1024, 1366])
def test_the_tools_fit_a_small_screen(desk: Desk, child: Row, width: int):
    desk.window.resize(width, 700)
    desk.qtbot.waitUntil(lambda: desk.window.width() == width)

    fields = (desk.view.picker.types, desk.view.picker.languages, desk.view.picker.variants)

    assert desk.window.minimumSizeHint().width() <= width
    assert all(field.width() >= field.minimumWidth() for field in fields)
