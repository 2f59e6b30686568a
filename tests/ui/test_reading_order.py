"""Tab goes through every view in the order in which it is read, reaches all, and leaves again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.rows import RowStatus
from app.services import Services
from tests.desk import Desk, sure
from tests.exports import table
from tests.fakes import ScriptedCarrier
from tests.ui.conftest import DAY
from tests.ui.test_settling import SILENCE, copy_sheet, send, show_unclear, write_why
from ui.reading_order import step_focus, stops_of
from ui.task_runner import TaskRunner

# More than any view has.
_MOST = 120

# Where F6 leads to first; what stands there is the window's own and the same in every view.
HEADER = ("Utskick", "Historik", "Malländring", "Utvärdering", "Inställningar")
LAST_OF_HEADER = "Dölj personuppgifter"

UTSKICK = (
    "Öppna bokningar…",
    "Läs in igen",
    "Kallelse till röntgenundersökning",
    "Brevtyp för flera bokningar",
    "Standard",
    "Sök bokning",
    "Visa nästa  F8",
    "Alla 20",
    "Åtgärda 5",
    "Granska 9",
    "Klara 6",
    "Bokningar",
    "Granska: Samma patient två gånger",
    "Behåll denna, tangent B",
    "Hoppa över, tangent H",
    "Kanal  Ctrl+K",
    "Uppgifter  Ctrl+U",
    "Mobil",
    "Dator",
    "1177-meddelande",
    "Meddelandets text",
    "Nästa sida",
    "Zooma ut",
    "Zoom",
    "Zooma in",
    "Visa zoner",
    "Brev, sida 1 av 2",
    "Föregående",
    "Nästa",
    "Skicka 6 kallelser…",
)
START = ("Öppna bokningar…", "Öppna bokningar…", "Klistra in tabell", "Agfa EI – CSV")
HISTORY = (
    "Exportera kvittens…",
    "Mer",
    "Dagens avstämning",
    "Idag",
    "Alla kanaler",
    "Alla statusar",
    "Sök i historiken",
)
EVALUATION = (
    "30 dagar",
    "Perioden före",
    "Alla brevtyper",
    "Så räknas det",
    "Läs in besöksutfall…",
    "Spara tom tabell…",
    "Spara rapport…",
    "Skickade kallelser: 0",
)
MAPPING = ("– välj –", "Filens första rader", "Layoutens namn", "Avbryt")
# What else stands in Malländring and Inställningar is their own tests' matter.
ORDERS = {
    "history": HISTORY,
    "evaluation": EVALUATION,
    "comparison": (),
    "settings": ("Avsnitt",),
}
COPY_OF_MESSAGE = (
    "Mobil",
    "Dator",
    "1177-meddelande",
    "Meddelandets text",
    "Avbryt",
    "Lägg i kön",
)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def walk(desk: Desk, window: QWidget, *, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """What has the focus after each press, until it is where it began."""
    window.activateWindow()
    desk.wait(window.isActiveWindow)
    first = next(iter(stops_of(window)))
    first.setFocus()
    passed = [first]
    for _ in range(_MOST):
        QTest.keyClick(sure(QApplication.focusWidget()), key)
        here = sure(QApplication.focusWidget())
        if here is first:
            return passed
        passed.append(here)
    pytest.fail(f"no way out of {name_of(passed[-1])}")


def names(passed: list[QWidget]) -> list[str]:
    """After the header, which is the same everywhere."""
    told = [name_of(one) for one in passed]
    return told[told.index(LAST_OF_HEADER) + 1 :] if LAST_OF_HEADER in told else told


def begins(told: list[str], expected: tuple[str, ...]) -> bool:
    """Name by name; a name may go on, as that of the shown problem does."""
    pairs = zip(told, expected, strict=False)
    return len(told) >= len(expected) and all(one.startswith(other) for one, other in pairs)


def out_of_reach(window: QWidget, passed: list[QWidget]) -> list[str]:
    """Controls that are seen and can be used, but that Tab never comes to."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QAbstractSpinBox)
    return [
        f"{type(one).__name__} {name_of(one)}"
        for one in window.findChildren(QWidget)
        if isinstance(one, kinds)
        and not isinstance(one, QHeaderView)
        and not isinstance(one.parent(), QLineEdit | QAbstractSpinBox | QComboBox)
        and one.isVisible()
        and one.isEnabled()
        and one not in passed
        and not is_beside(one, passed)
    ]


def is_beside(one: QWidget, passed: list[QWidget]) -> bool:
    """Of buttons of which one is pressed in, Tab comes to that one and the arrows to the rest."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() in passed


def refuse_bad_order(desk: Desk, window: QWidget, expected: tuple[str, ...]) -> None:
    passed = walk(desk, window)
    back = walk(desk, window, key=Qt.Key.Key_Backtab)

    assert begins(names(passed), expected), "\n".join(names(passed))
    assert back == [passed[0], *reversed(passed[1:])]
    assert out_of_reach(window, passed) == []


def show(desk: Desk, view: str, tasks: TaskRunner) -> None:
    getattr(desk.window.header, view).trigger()
    desk.wait(lambda: tasks.idle)
    QApplication.processEvents()


@pytest.fixture
def at_a_problem(opened: Desk) -> Desk:
    opened.show(RowStatus.REVIEW, label="Samma patient")
    opened.wait_for_letter()
    return opened


def test_the_header_comes_first_in_every_view(desk: Desk):
    told = [name_of(one) for one in walk(desk, desk.window)]

    assert tuple(told[: len(HEADER)]) == HEADER
    assert LAST_OF_HEADER in told


def test_the_start_page_is_walked_as_it_is_read(desk: Desk):
    refuse_bad_order(desk, desk.window, START)


def test_utskick_is_walked_from_its_tools_to_the_button_that_sends(at_a_problem: Desk):
    refuse_bad_order(at_a_problem, at_a_problem.window, UTSKICK)


def test_utskick_is_walked_so_in_a_small_window_too(at_a_problem: Desk):
    at_a_problem.window.resize(1092, 582)
    QApplication.processEvents()

    told = names(walk(at_a_problem, at_a_problem.window))

    # The previews are tabs there, and the way to the next problem is in the bar at the bottom.
    of_list = [one for one in UTSKICK[: UTSKICK.index("Mobil")] if not one.startswith("Visa")]
    assert begins(told, tuple(of_list)), "\n".join(told)
    assert tuple(told[-4:]) == ("Föregående", "Nästa", "Visa nästa  F8", UTSKICK[-1])


@pytest.mark.parametrize("view", ORDERS)
def test_the_other_views_are_walked_as_they_are_read(desk: Desk, tasks: TaskRunner, view: str):
    show(desk, view, tasks)

    refuse_bad_order(desk, desk.window, ORDERS[view])


def test_the_question_about_an_unknown_file_is_walked_as_it_is_read(desk: Desk, tmp_path: Path):
    unknown = {"Nummer": "1", "Person": "19890212-2392", "Namn": "Ahlgren, Kim", "Dag": DAY}
    (tmp_path / "okand.csv").write_bytes(table(unknown))
    desk.utskick.open_files(tmp_path / "okand.csv")
    desk.wait(lambda: "Layoutens namn" in map(name_of, stops_of(desk.window)))

    refuse_bad_order(desk, desk.window, ("Öppna bokningar…", *MAPPING))


def test_the_sheet_before_a_copy_is_walked_from_its_message_to_its_buttons(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    inbox.answers = [SILENCE]
    send(clean_desk)
    show_unclear(clean_desk)
    write_why(clean_desk)

    sheet = copy_sheet(clean_desk, sure(clean_desk.window.history).letter.panel.resend)

    refuse_bad_order(clean_desk, sheet, COPY_OF_MESSAGE)
    sheet.close()


def test_the_channel_menu_opens_offers_its_ways_and_closes_by_keys_alone(at_a_problem: Desk):
    choice = at_a_problem.bench.fix_panel.channel
    QTest.keyClick(at_a_problem.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    menu = sure(choice.findChild(QMenu))
    opened = menu.isVisible()

    spoken = QAccessible.queryAccessibleInterface(menu)
    told = [spoken.child(n).text(QAccessible.Text.Name) for n in range(spoken.childCount())]
    QTest.keyClick(menu, Qt.Key.Key_Escape)

    assert opened
    assert {way.text() for way in choice.ways} <= set(told)
    assert not menu.isVisible()


def test_every_stop_shows_that_it_has_the_focus(at_a_problem: Desk):
    window = at_a_problem.window
    stops = walk(at_a_problem, window)

    assert unseen(stops) == []


@pytest.mark.parametrize("view", ORDERS)
def test_every_stop_of_the_other_views_shows_it_too(desk: Desk, tasks: TaskRunner, view: str):
    show(desk, view, tasks)
    stops = walk(desk, desk.window)

    assert unseen(stops) == []


def unseen(stops: list[QWidget]) -> list[str]:
    return [name_of(one) for one in stops if picture(one, stops) == picture(one, [one])]


def picture(stop: QWidget, focused: list[QWidget]) -> QImage:
    """Of one stop and what is round it, when the last of `focused` that is not it has the focus."""
    other = next((one for one in reversed(focused) if one is not stop), stop)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    parent = stop.parentWidget()
    return (parent or stop).grab(stop.geometry().adjusted(-3, -3, 3, 3)).toImage()


def test_f6_goes_by_areas_in_the_same_order(at_a_problem: Desk):
    window = at_a_problem.window
    passed = walk(at_a_problem, window)
    passed[0].setFocus()

    landed = []
    for _ in range(6):
        QTest.keyClick(window, Qt.Key.Key_F6)
        landed.append(passed.index(sure(QApplication.focusWidget())))

    assert landed == sorted(landed)


def test_a_control_that_cannot_be_used_is_passed_by(desk: Desk, services: Services):
    assert not desk.window.commands.reload.isEnabled()

    assert "Läs in igen" not in [name_of(one) for one in walk(desk, desk.window)]


def test_a_window_in_which_nothing_can_have_the_focus_keeps_it_nowhere(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    assert not step_focus(window, step=1)
