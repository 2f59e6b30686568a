"""The text of a template: coloured so that it can be read, numbered, and marked by its line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.appearance import Appearance
from app.findings import Severity
from tests.ui.test_theme import contrast
from ui import theme
from ui.appearance import choose
from ui.template_colours import MARKDOWN, TOML
from ui.template_text import TemplateText
from ui.theme import ACCENT, BLUE, GREEN, SECONDARY, YELLOW, Colour, shade

BODY = """{# en kommentar #}
## Din tid
Hej **{{ name }}**, se [1177](https://1177.se).
{% if channel == "brev" %}
::: mer Så går det till
- ett
: värde
{% endif %}
"""
SETTINGS = """# Röntgen
id = "rontgen"
pages = 2
no_show = true
[languages.en]
"""


@pytest.fixture
def text(qtbot: QtBot) -> TemplateText:
    made = TemplateText()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.show_document(made.new_document(BODY, is_settings=False))
    return made


def colour_of(document: QTextDocument, line: int, words: str) -> QColor:
    block = document.findBlockByNumber(line - 1)
    start = block.text().index(words)
    looks = [one for one in block.layout().formats() if one.start <= start < one.start + one.length]
    return looks[-1].format.foreground().color() if looks else QColor(shade(theme.TEXT))


def places(text: TemplateText) -> list[tuple[float, float]]:
    """Where each line begins, and how high it is."""
    blocks = map(text.document().findBlockByNumber, range(text.blockCount()))
    rects = map(text.blockBoundingGeometry, blocks)
    return [(rect.top(), rect.height()) for rect in rects]


@pytest.mark.parametrize(
    ("line", "words", "colour"),
    [
        (1, "en kommentar", SECONDARY),
        (2, "## Din tid", ACCENT),
        (3, "Hej", theme.TEXT),
        (3, "{{ name }}", BLUE),
        (3, "[1177]", ACCENT),
        (4, "{% if", GREEN),
        (5, "::: mer", YELLOW),
        (6, "-", YELLOW),
        (6, "ett", theme.TEXT),
        (7, ":", YELLOW),
    ],
)
def test_each_mark_of_a_body_has_its_colour(
    text: TemplateText, line: int, words: str, colour: Colour
):
    assert colour_of(text.document(), line, words) == shade(colour)


@pytest.mark.parametrize(
    ("line", "words", "colour"),
    [
        (1, "# Röntgen", SECONDARY),
        (2, "id", BLUE),
        (2, '"rontgen"', GREEN),
        (3, "2", YELLOW),
        (4, "true", YELLOW),
        (5, "[languages.en]", ACCENT),
    ],
)
def test_each_part_of_a_letter_toml_has_its_colour(
    text: TemplateText, line: int, words: str, colour: Colour
):
    document = text.new_document(SETTINGS, is_settings=True)

    assert colour_of(document, line, words) == shade(colour)


@pytest.mark.parametrize("ground", [theme.PANE, theme.RED_GROUND, theme.YELLOW_GROUND, theme.HOVER])
@pytest.mark.parametrize("ink", {colour: None for _, colour, _ in (*MARKDOWN, *TOML)})
def test_every_colour_can_be_read_on_every_line_in_light_and_dark(ink: Colour, ground: Colour):
    assert contrast(ink.light, ground.light) >= 4.5
    assert contrast(ink.dark, ground.dark) >= 4.5


def test_the_colours_follow_when_light_becomes_dark(text: TemplateText, qtbot: QtBot):
    light = colour_of(text.document(), 2, "## Din tid")

    choose(Appearance.DARK)
    dark = colour_of(text.document(), 2, "## Din tid")
    choose(Appearance.LIGHT)

    assert (light.name(), dark.name()) == (ACCENT.light.lower(), ACCENT.dark.lower())


def test_a_fault_is_seen_on_its_line_and_beside_its_number(text: TemplateText):
    before = text.grab().toImage()

    text.show_faults({2: Severity.BLOCKED, 99: Severity.REVIEW})

    (selection,) = text.extraSelections()
    assert selection.cursor.blockNumber() == 1
    assert selection.format.background().color() == shade(theme.RED_GROUND)
    assert text.grab().toImage() != before


def test_a_key_paints_its_own_line_only(text: TemplateText, qtbot: QtBot):
    text.go_to(3)
    heights: list[int] = []
    text.updateRequest.connect(lambda rect, _: heights.append(rect.height()))

    QTest.keyClicks(text, "a")

    assert heights
    assert max(heights) <= 2 * text.fontMetrics().lineSpacing()


@pytest.mark.parametrize("typed", ["y\nz", "y\n", "\n"])
def test_lines_that_take_the_place_of_as_many_are_all_painted(
    text: TemplateText, qtbot: QtBot, typed: str
):
    text.go_to(2)
    cursor = text.textCursor()
    cursor.movePosition(cursor.MoveOperation.Down, cursor.MoveMode.KeepAnchor)
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    heights: list[int] = []
    text.updateRequest.connect(lambda rect, _: heights.append(rect.height()))

    text.insertPlainText(typed)

    assert max(heights) == text.viewport().height()


@pytest.mark.parametrize("typed", ["x", "y\nz", "\n\n", "", "ett " * 60, "# {{ name }}\n"])
@pytest.mark.parametrize(("start", "end"), [(0, 0), (0, 30), (25, 25), (21, 60), (40, 75), (3, 9)])
def test_whatever_is_put_in_the_lines_stand_as_in_a_text_just_opened(
    text: TemplateText, qtbot: QtBot, start: int, end: int, typed: str
):
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    opened = TemplateText()
    qtbot.addWidget(opened)
    opened.resize(text.size())
    opened.show()

    text.insertPlainText(typed)
    opened.show_document(opened.new_document(text.toPlainText(), is_settings=False))
    after, wanted = places(text), places(opened)
    text.undo()

    assert after == wanted
    assert text.toPlainText() == BODY


def test_typing_is_told_and_can_be_undone(text: TemplateText, qtbot: QtBot):
    before = text.toPlainText()

    with qtbot.waitSignal(text.typed):
        QTest.keyClicks(text, "x")

    assert text.toPlainText() == f"x{before}"
    text.undo()
    assert text.toPlainText() == before


def test_each_file_has_an_undo_of_its_own(text: TemplateText):
    first, second = text.document(), text.new_document("Annan fil", is_settings=False)
    text.insertPlainText("x")
    text.show_document(second)
    text.undo()

    text.show_document(first)

    assert text.toPlainText().startswith("x")
    text.undo()
    assert text.toPlainText() == BODY


def test_one_goes_to_a_line_that_there_is(text: TemplateText):
    text.go_to(4)
    text.go_to(99)

    assert text.textCursor().blockNumber() == 3


def test_the_numbers_make_room_for_themselves(text: TemplateText):
    narrow = text.margin_width()

    text.show_document(text.new_document("rad\n" * 1200, is_settings=False))

    assert text.margin_width() > narrow


def test_the_margin_follows_the_text_when_it_scrolls(text: TemplateText):
    text.show_document(text.new_document("rad\n" * 200, is_settings=False))
    before = text._margin.grab().toImage()

    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    assert text._margin.grab().toImage() != before
