"""The list at the keyboard: the shown row, type-ahead, chips and what an empty list says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.rows import Counts, RowStatus
from tests.announcements import announcements
from tests.desk import sure
from tests.listed_rows import NO_ADDRESS, make_row, named
from ui.bookings_filters import FILTERS
from ui.bookings_model import lines
from ui.bookings_view import BookingsView

NAMES = ("Aberg", "Berg", "Bergman", "Ceder", "von Post")


@pytest.fixture
def view(qtbot: QtBot) -> BookingsView:
    """Rows 2 to 6, all ready, in the order of NAMES."""
    view = BookingsView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.show_lines(lines(named(make_row(no), name) for no, name in enumerate(NAMES, start=2)))
    view.table.setFocus()
    return view


def press(view: BookingsView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.table, key)


def test_a_new_list_shows_its_first_row(view: BookingsView):
    assert view.row_no == 2


def test_arrows_home_and_end_go_through_the_rows(view: BookingsView):
    places = []

    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        press(view, key)
        places.append(view.row_no)

    assert places == [3, 6, 5, 2]


def test_arrows_sideways_leave_the_row_alone(view: BookingsView):
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Left)

    assert view.table.currentIndex().column() == 0


def test_letters_go_to_the_family_name_that_begins_so(view: BookingsView):
    QTest.keyClicks(view.table, "bergm")

    assert view.row_no == 4


def test_a_letter_typed_after_a_pause_goes_to_the_next_name(
    view: BookingsView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(QApplication, "keyboardInputInterval", lambda: -1)

    QTest.keyClicks(view.table, "bb")

    assert view.row_no == 4


def test_a_space_inside_a_typed_name_approves_nothing(view: BookingsView, qtbot: QtBot):
    with qtbot.assertNotEmitted(view.approve_requested):
        QTest.keyClicks(view.table, "von p")

    assert view.row_no == 6


def test_space_asks_to_approve(view: BookingsView, qtbot: QtBot):
    with qtbot.waitSignal(view.approve_requested):
        press(view, Qt.Key.Key_Space)


def test_the_shown_row_stays_when_rows_around_it_move(view: BookingsView, qtbot: QtBot):
    view.show_row(4)

    with qtbot.assertNotEmitted(view.row_shown):
        view.show_changed(lines([make_row(6, RowStatus.BLOCKED, NO_ADDRESS)]))

    assert view.row_no == 4
    assert view.table.currentIndex().row() == 3


def test_a_decided_row_hands_over_to_the_row_that_is_named(view: BookingsView, qtbot: QtBot):
    with qtbot.waitSignal(view.row_shown) as shown:
        view.show_changed(lines([make_row(2, RowStatus.LEFT_OUT)]), then=5)

    assert shown.args == [5]


def test_where_the_filter_takes_the_shown_row_away_the_one_in_its_place_is_shown(
    view: BookingsView,
):
    view.show_row(3)

    view.show_search("c")

    assert view.row_no == 5


def test_chips_tell_how_many_and_hide_what_is_nought_unless_it_always_matters(
    view: BookingsView,
):
    view.show_counts(Counts(5, {RowStatus.READY: 4, RowStatus.SENT: 1}, {}))

    buttons = [button for button in view.findChildren(QToolButton) if button.isVisible()]

    assert [b.text() for b in buttons] == [
        "Alla 5", "Åtgärda 0", "Granska 0", "Klara 4", "Skickade 1",
    ]  # fmt: skip


def test_only_what_is_sent_is_counted_as_sent(view: BookingsView):
    by_status = dict.fromkeys(RowStatus, 1)

    view.show_counts(Counts(len(by_status), by_status, {}))

    buttons = [button.text() for button in view.findChildren(QToolButton) if button.isVisible()]
    assert buttons[-3:] == ["Köade 1", "Följ upp 3", "Skickade 1"]


def test_every_chip_has_a_key(view: BookingsView):
    keys = [chip.shortcut().toString() for chip in view.chips.values()]

    assert keys == [f"Alt+{number}" for number in range(1, len(FILTERS) + 1)]


def test_an_empty_list_says_why_and_offers_the_way_back(view: BookingsView, qtbot: QtBot):
    with qtbot.waitSignal(view.row_shown) as shown:
        view.show_search("finns inte")

    button = sure(view.findChild(QPushButton))
    assert shown.args == [None]
    assert button.isVisible()
    assert view.empty_text == "Inga träffar på ”finns inte”."

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert view.model.rowCount() == 5


def test_a_chip_without_rows_says_so(view: BookingsView):
    view.chips[FILTERS[1]].trigger()

    assert view.empty_text == "Inget att åtgärda."


def test_a_list_that_becomes_empty_leaves_the_focus_at_the_way_back(
    view: BookingsView, qtbot: QtBot
):
    with qtbot.waitActive(view):
        view.activateWindow()
    view.table.setFocus()

    view.chips[FILTERS[1]].trigger()
    back = sure(QApplication.focusWidget())
    QTest.keyClick(back, Qt.Key.Key_Return)

    assert isinstance(back, QPushButton)
    assert (back.text(), view.row_no) == ("Visa alla", 2)
    assert view.table.hasFocus()


def test_the_next_problem_is_found_even_where_a_filter_hides_it(view: BookingsView):
    view.show_changed(lines([make_row(6, RowStatus.BLOCKED, NO_ADDRESS)]))
    view.chips[FILTERS[3]].trigger()

    assert view.show_problem(1)
    assert view.row_no == 6
    assert view.chips[FILTERS[0]].isChecked()


def test_without_any_problem_the_row_stays(view: BookingsView):
    view.show_row(4)

    assert not view.show_problem(1)
    assert view.row_no == 4


def test_a_search_tells_a_screen_reader_how_many_hits_it_has(view: BookingsView):
    with announcements() as heard:
        view.show_search("berg")
        view.show_search("berg aberg")
        view.show_search("ingen")

    assert heard == ["3 träffar.", "1 träff.", "Inga träffar."]


def test_a_filter_tells_a_screen_reader_how_many_rows_it_leaves(view: BookingsView):
    ready, blocked = (
        next(chip for one, chip in view.chips.items() if one.statuses == {status})
        for status in (RowStatus.READY, RowStatus.BLOCKED)
    )

    with announcements() as heard:
        ready.trigger()
        blocked.trigger()

    assert heard == ["Klara: 5.", "Inget att åtgärda."]
