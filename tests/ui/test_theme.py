"""The looks: contrast that can be read, icons for every status, the same font everywhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.appearance import Appearance
from app.dispatch import STATUS_NAMES
from app.rows import RowStatus
from ui import theme
from ui.appearance import choose
from ui.theme import LOOKS, RESOURCES, Colour, Look, icon, shade, sized

GROUNDS = (theme.WINDOW, theme.PANE)
INKS = (theme.TEXT, theme.SECONDARY, theme.ALARM, theme.BORDER, theme.DISABLED)

# Each text with each ground that it is written on.
TEXTS = (
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    (theme.PANE, theme.ACCENT),
    (theme.PANE, theme.FOCUS),
    (theme.TEXT, theme.HOVER),
    (theme.TEXT, theme.BLUE_GROUND),
    (theme.FOCUS, theme.BLUE_GROUND),
    (theme.FOCUS, theme.HOVER),
    (theme.ACCENT, theme.PANE),
    (theme.TEXT, theme.RED_GROUND),
    (theme.TEXT, theme.YELLOW_GROUND),
    (theme.TEXT, theme.GREEN_GROUND),
    (theme.YELLOW, theme.PANE),
    (theme.RED, theme.PANE),
    (theme.GREEN, theme.PANE),
    (theme.BLUE, theme.PANE),
    (theme.GREY, theme.PANE),
    (theme.ORANGE, theme.PANE),
)
STATUSES = tuple({(look.colour, look.ground): None for look in LOOKS.values()})

# What a control ends with and what a bar is framed with, against what is around it.
EDGES = (
    *((edge, ground) for edge in (theme.BORDER, theme.FOCUS, theme.ACCENT) for ground in GROUNDS),
    (theme.ACCENT, theme.BLUE_GROUND),
    (theme.RED, theme.WINDOW),
    (theme.YELLOW, theme.WINDOW),
    (theme.GREEN, theme.WINDOW),
    (theme.ACCENT, theme.WINDOW),
)


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


@pytest.fixture(params=[Appearance.LIGHT, Appearance.DARK])
def dressed(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Appearance]:
    """The program in light and in dark."""
    choose(request.param)
    yield request.param
    choose(Appearance.SYSTEM)


def ratio(one: Colour, other: Colour) -> float:
    return contrast(shade(one).name(), shade(other).name())


@pytest.mark.parametrize(("text", "ground"), [*TEXTS, *STATUSES])
@pytest.mark.usefixtures("dressed")
def test_every_text_can_be_read_on_every_ground_that_it_stands_on(text: Colour, ground: Colour):
    assert ratio(text, ground) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), EDGES)
@pytest.mark.usefixtures("dressed")
def test_the_edge_of_every_control_and_the_focus_can_be_seen(edge: Colour, ground: Colour):
    assert ratio(edge, ground) >= 3


@pytest.mark.usefixtures("dressed")
def test_the_focus_can_be_told_from_the_edge_that_it_replaces():
    """One is twice as wide; on the primary button a ring of the other colour is drawn inside."""
    assert ratio(theme.PANE, theme.ACCENT) >= 3


def test_every_token_is_measured_or_only_decorates():
    tokens = {one for one in vars(theme).values() if isinstance(one, Colour)}

    measured = {colour for pair in (*TEXTS, *STATUSES, *EDGES) for colour in pair}

    assert tokens - measured == {theme.HAIRLINE}


def test_the_sheet_names_only_tokens_and_keeps_to_sixty_lines():
    sheet = (RESOURCES / "style.qss").read_text("utf-8")

    names = set(re.findall(r"\$(\w+)", sheet)) - {"ICONS"}
    assert all(isinstance(vars(theme)[name], Colour) for name in names)
    assert "#" not in re.sub(r"#[a-z]+[A-Za-z]*(?=[ ,:{])", "", sheet)
    assert len(sheet.splitlines()) <= 60


def test_no_widget_has_a_colour_of_its_own():
    """But what pictures paper, which is the same in light and in dark."""
    literal = re.compile(r"\"#[0-9A-Fa-f]{6}\"")

    files = {path.stem for path in RESOURCES.parent.glob("ui/*.py") if literal.search(text(path))}

    assert files == {"theme", "message_sheet", "page_zones", "fact_marks", "compared_pages"}


def test_a_selection_can_be_read_also_where_fusion_alone_could_not(
    qapp: QApplication, dressed: Appearance
):
    palette = qapp.palette()

    measured = contrast(
        palette.color(QPalette.ColorRole.Highlight).name(),
        palette.color(QPalette.ColorRole.HighlightedText).name(),
    )

    assert measured >= 4.5


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.word)
@pytest.mark.usefixtures("dressed")
def test_every_look_has_an_icon_that_draws_in_its_colour(look: Look):
    image = icon(look.icon, colour=look.colour).pixmap(48).toImage()

    assert shade(look.colour).name() in solid(image)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("density", [1.0, 1.25, 2.0])
@pytest.mark.usefixtures("dressed")
def test_an_icon_that_is_painted_is_as_sharp_as_the_screen(density: float):
    screen = QImage(QSize(16, 16) * density, QImage.Format.Format_ARGB32_Premultiplied)
    screen.setDevicePixelRatio(density)
    screen.fill(Qt.GlobalColor.transparent)
    drawn = icon("check")

    painter = QPainter(screen)
    drawn.paint(painter, QRect(0, 0, 16, 16))
    painter.end()

    alone = drawn.pixmap(QSize(16, 16), density).toImage()
    alone = alone.convertToFormat(screen.format())
    alone.setDevicePixelRatio(density)
    assert screen == alone


def test_an_icon_on_a_selection_has_the_colour_of_its_text(qapp: QApplication):
    image = icon("check").pixmap(16, QIcon.Mode.Selected).toImage()

    assert solid(image) == {qapp.palette().color(QPalette.ColorRole.HighlightedText).name()}


def solid(image: QImage) -> set[str]:
    """The colours of a picture's opaque pixels."""
    every = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in every if colour.alpha() == 255}


def text(path: Path) -> str:
    return path.read_text("utf-8")


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


@pytest.mark.parametrize("field", [theme.PANE.light, theme.PANE.dark])
def test_the_arrow_of_a_choice_can_be_seen_in_light_and_in_dark(field: str):
    drawing = text(RESOURCES / "icons" / "combo-arrow.svg")

    (colour,) = re.findall(r'stroke="(#[0-9A-F]{6})"', drawing)

    assert contrast(colour, field) >= 3
