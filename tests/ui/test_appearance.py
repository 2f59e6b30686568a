"""Light and dark change while the program runs, and nothing on screen keeps the old colours."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.appearance import Appearance
from ui.appearance import Scheme, choose, dress, follow_system, scheme_for, wear
from ui.bar import Bar
from ui.message_sheet import INK, PAPER, MessageBody
from ui.parts import Label, Mark, Tone
from ui.theme import ALARM, PANE, RED_GROUND, SECONDARY, TEXT, WINDOW, Colour, shade

NORMAL, HIGH = Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast


@pytest.fixture(autouse=True)
def _as_it_was(qapp: QApplication) -> Iterator[None]:
    yield
    choose(Appearance.SYSTEM)


@pytest.fixture
def shown(qtbot: QtBot) -> QWidget:
    """A window with a sentence, a mark, a bar and the text of a message; made while it is light."""
    window = QWidget()
    qtbot.addWidget(window)
    mark = Mark()
    mark.show_icon("triangle-alert", colour=ALARM)
    bar = Bar()
    layout = QVBoxLayout(window)
    for part in (Label("Hej", colour=SECONDARY), Label("Bara så"), mark, bar, MessageBody()):
        layout.addWidget(part)
    bar.show_sentence("Tre saknar adress.", tone=Tone.ATTENTION)
    window.show()
    return window


def ink(label: QLabel) -> str:
    return label.palette().color(label.foregroundRole()).name()


def drawn(widget: QWidget) -> set[str]:
    """The colours of all pixels."""
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.LIGHT])
def test_what_is_open_already_takes_the_new_colours(
    qapp: QApplication, shown: QWidget, scheme: Scheme
):
    wear(qapp, Scheme.LIGHT if scheme is Scheme.DARK else Scheme.DARK)
    wear(qapp, scheme)

    def now(colour: Colour) -> str:
        return colour.dark.lower() if scheme is Scheme.DARK else colour.light.lower()

    quiet, plain, *_ = shown.findChildren(QLabel)
    assert (ink(quiet), ink(plain)) == (now(SECONDARY), now(TEXT))
    assert now(ALARM) in drawn(shown.findChildren(Mark)[0])
    assert now(RED_GROUND) in drawn(shown.findChildren(Bar)[0])
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == now(WINDOW)
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == now(PANE)


@pytest.mark.parametrize("scheme", Scheme)
def test_the_message_stays_dark_on_white_since_it_pictures_what_is_read_elsewhere(
    qapp: QApplication, shown: QWidget, scheme: Scheme
):
    wear(qapp, scheme)

    body = shown.findChildren(MessageBody)[0]
    assert body.palette().color(QPalette.ColorRole.Base).name() == PAPER.light.lower()
    assert body.palette().color(QPalette.ColorRole.Text).name() == INK.light.lower()
    assert {shade(PAPER).name(), shade(INK).name()} == {PAPER.light.lower(), INK.light.lower()}


def test_in_a_contrast_theme_nothing_of_ours_is_left(
    qapp: QApplication, shown: QWidget, qtbot: QtBot
):
    wear(qapp, Scheme.CONTRAST)

    systems = qapp.palette().color(QPalette.ColorRole.WindowText).name()
    assert qapp.styleSheet() == ""
    assert qapp.palette().color(QPalette.ColorRole.Window).name() not in {
        WINDOW.light.lower(),
        WINDOW.dark,
    }
    assert {shade(one).name() for one in (TEXT, SECONDARY, ALARM)} == {systems}
    # Qt tells the widgets of its own palette only in the next round.
    qtbot.waitUntil(lambda: {ink(label) for label in shown.findChildren(Label)} == {systems})


def test_after_a_contrast_theme_our_colours_come_back(qapp: QApplication, shown: QWidget):
    wear(qapp, Scheme.CONTRAST)

    wear(qapp, Scheme.LIGHT)

    assert ink(shown.findChildren(Label)[0]) == SECONDARY.light.lower()
    assert "QPushButton" in qapp.styleSheet()


@pytest.mark.parametrize(
    ("appearance", "system", "contrast", "scheme"),
    [
        (Appearance.SYSTEM, Qt.ColorScheme.Light, NORMAL, Scheme.LIGHT),
        (Appearance.SYSTEM, Qt.ColorScheme.Dark, NORMAL, Scheme.DARK),
        (Appearance.SYSTEM, Qt.ColorScheme.Unknown, NORMAL, Scheme.LIGHT),
        (Appearance.LIGHT, Qt.ColorScheme.Dark, NORMAL, Scheme.LIGHT),
        (Appearance.DARK, Qt.ColorScheme.Light, NORMAL, Scheme.DARK),
        (Appearance.SYSTEM, Qt.ColorScheme.Dark, HIGH, Scheme.CONTRAST),
        (Appearance.DARK, Qt.ColorScheme.Light, HIGH, Scheme.CONTRAST),
    ],
)
def test_the_system_decides_unless_the_clinic_has_and_a_contrast_theme_before_both(
    appearance: Appearance,
    system: Qt.ColorScheme,
    contrast: Qt.ContrastPreference,
    scheme: Scheme,
):
    assert scheme_for(appearance, system=system, contrast=contrast) is scheme


@pytest.mark.parametrize("told", ["scheme", "contrast"])
def test_when_the_system_tells_of_a_change_the_program_dresses_again(qapp: QApplication, told: str):
    hints = qapp.styleHints()
    wear(qapp, Scheme.DARK)

    if told == "scheme":
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    else:
        hints.accessibility().contrastPreferenceChanged.emit(NORMAL)

    assert qapp.palette().color(QPalette.ColorRole.Window).name() == WINDOW.light.lower()


@pytest.mark.parametrize(
    ("appearance", "system", "worn"),
    [
        (Appearance.SYSTEM, ("black", "white"), WINDOW.dark),
        (Appearance.SYSTEM, ("white", "black"), WINDOW.light),
        (Appearance.LIGHT, ("black", "white"), WINDOW.light),
        (Appearance.DARK, ("white", "black"), WINDOW.dark),
    ],
)
def test_at_first_the_colours_of_the_system_tell_light_from_dark(
    qapp: QApplication, appearance: Appearance, system: tuple[str, str], worn: str
):
    wear_of_system(qapp, *system)

    dress(qapp, appearance=appearance)

    assert qapp.palette().color(QPalette.ColorRole.Window).name() == worn.lower()


def test_where_the_system_says_otherwise_when_it_is_asked_the_program_dresses_again(
    qapp: QApplication,
):
    wear_of_system(qapp, "black", "white")
    dress(qapp, appearance=Appearance.SYSTEM)

    follow_system(qapp)

    assert qapp.palette().color(QPalette.ColorRole.Window).name() == WINDOW.light.lower()


def wear_of_system(application: QApplication, ground: str, ink: str) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, ground)
    palette.setColor(QPalette.ColorRole.WindowText, ink)
    application.setPalette(palette)
