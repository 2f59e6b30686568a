"""The looks: contrast that can be read, icons for every status, the same font everywhere."""

import re

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.dispatch import STATUS_NAMES
from app.rows import RowStatus
from ui.theme import ALARM, BORDER, LOOKS, RESOURCES, SECONDARY, TEXT, WINDOW, Look, icon, sized


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's ratio of relative luminances."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shade = QColor(colour)
    red, green, blue = map(_linear, (shade.redF(), shade.greenF(), shade.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def test_every_status_of_a_row_and_of_a_letter_has_a_look():
    assert {*RowStatus, *STATUS_NAMES.values()} <= set(LOOKS)


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.word)
def test_a_status_can_be_read_on_its_ground(look: Look):
    assert contrast(look.colour, look.ground) >= 4.5


@pytest.mark.parametrize("colour", [TEXT, SECONDARY, ALARM, BORDER])
def test_text_can_be_read_on_the_window(colour: str):
    assert contrast(colour, WINDOW) >= 4.5


def test_a_selection_can_be_read_also_where_fusion_alone_could_not(qapp: QApplication):
    palette = qapp.palette()

    ratio = contrast(
        palette.color(QPalette.ColorRole.Highlight).name(),
        palette.color(QPalette.ColorRole.HighlightedText).name(),
    )

    assert ratio >= 4.5


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.word)
def test_every_look_has_an_icon_that_draws_in_its_colour(qapp: QApplication, look: Look):
    image = icon(look.icon, colour=look.colour).pixmap(48).toImage()

    solid = {
        QColor(image.pixel(x, y)).name().upper()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }

    assert look.colour in solid


def test_an_icon_is_white_on_a_selection(qapp: QApplication):
    image = icon("check", colour=TEXT).pixmap(16, QIcon.Mode.Selected).toImage()

    drawn = [image.pixelColor(x, y) for x in range(16) for y in range(16)]

    assert {colour.name() for colour in drawn if colour.alpha() == 255} == {"#ffffff"}


def test_the_bundled_font_is_used_in_regular_and_semibold(qapp: QApplication):
    assert QFontInfo(qapp.font()).family() == "Inter"
    assert QFontInfo(sized(19)).weight() == 600


def test_qts_own_buttons_speak_swedish(qtbot: QtBot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert box.buttons()[0].text() == "Avbryt"
    assert QLocale().language() is QLocale.Language.Swedish


def test_every_vendored_icon_is_used_by_the_program():
    """Only what is shown is carried along; the names stand in code, style sheet or table."""
    code = "".join(path.read_text("utf-8") for path in RESOURCES.parent.glob("ui/*.py"))
    code += (RESOURCES / "style.qss").read_text("utf-8")
    named = set(re.findall(r"[\"':/]([a-z0-9-]+)(?:\.svg)?[\"')]", code))

    assert {path.stem for path in (RESOURCES / "icons").glob("*.svg")} - named == set()
