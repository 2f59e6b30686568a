"""The page of the finished PDF, and the zones drawn over it."""

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from app.preview import Preview, Raster
from tests.fakes import BOTH
from tests.rendered_letters import PAGES, PREVIEWER
from tests.sample_letters import LONG_BLOCKS, PROFILE, full_letter
from ui.page_paper import Paper, PaperDesk
from ui.page_tools import Fit
from ui.page_view import PageView, ShownPage

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def letter() -> Preview:
    """A letter of two pages."""
    return PREVIEWER.preview(full_letter(blocks=LONG_BLOCKS), BOTH)


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(640, 700)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def page(view: PageView, letter: Preview, *, page_index: int = 0, dpi: float = 0) -> ShownPage:
    dpi = dpi or view.wanted_dpi()
    return ShownPage(
        raster=PAGES.render(letter.page, page_index, dpi=dpi),
        page_index=page_index,
        page_count=letter.page_count,
        dpi=dpi,
        profile=PROFILE,
        words="Din tid",
    )


def paper_of(view: PageView) -> Paper:
    (paper,) = view.findChildren(Paper)
    return paper


def desk_of(view: PageView) -> PaperDesk:
    (desk,) = view.findChildren(PaperDesk)
    return desk


def texts(view: PageView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def button(view: PageView, name: str) -> QToolButton:
    buttons = view.findChildren(QToolButton)
    return next(found for found in buttons if name in (found.text(), found.accessibleName()))


def action(view: PageView, text: str) -> QAction:
    return next(found for found in view.findChildren(QAction) if found.text() == text)


def percent(view: PageView) -> str:
    return next(found.text() for found in view.findChildren(QToolButton) if " %" in found.text())


def drawn(view: PageView) -> QImage:
    return paper_of(view).grab().toImage()


def as_image(raster: Raster) -> QImage:
    size = (raster.width, raster.height, raster.stride)
    return QImage(bytes(raster.pixels), *size, QImage.Format.Format_RGB32)


def differing_pixels(one: QImage, other: QImage) -> int:
    """Away from the outermost line, which is the paper's edge."""
    inside = ((x, y) for x in range(1, one.width() - 1, 3) for y in range(1, one.height() - 1, 3))
    return sum(one.pixel(x, y) != other.pixel(x, y) for x, y in inside)


def at_mm(image: QImage, x: float, y: float) -> QColor:
    return image.pixelColor(int(x / 210 * image.width()), int(y / 297 * image.height()))


def test_the_page_is_drawn_pixel_for_pixel_as_it_was_rastered(view, letter):
    shown = page(view, letter)

    view.show_page(shown)

    image = drawn(view)
    assert (image.width(), image.height()) == (shown.raster.width, shown.raster.height)
    assert differing_pixels(image, as_image(shown.raster)) == 0


def test_the_page_fits_the_width_of_the_pane(view, letter):
    view.show_page(page(view, letter))

    assert desk_of(view).horizontalScrollBar().maximum() == 0
    assert paper_of(view).width() > view.width() - 60


def test_on_the_widest_screen_the_page_stays_readable_as_a_whole(view, letter):
    """As wide as its pane it would show only its top."""
    view.resize(3000, 1800)

    view.show_page(page(view, letter))

    assert paper_of(view).width() == pytest.approx(1.5 * 210 / 25.4 * 96, abs=2)


def test_what_qt_paints_from_is_kept_when_everybody_else_has_let_go(view, letter):
    shown = page(view, letter)
    before = as_image(shown.raster)
    view.show_page(shown)

    view._shown = replace(shown, raster=replace(shown.raster, pixels=b""))
    del shown
    gc.collect()

    assert differing_pixels(drawn(view), before) == 0


def test_a_turn_asks_for_the_next_page_and_keeps_the_old_one_until_it_comes(view, letter, qtbot):
    view.show_page(page(view, letter))
    first = drawn(view)

    with qtbot.waitSignal(view.page_wanted) as asked:
        QTest.mouseClick(button(view, "Nästa sida"), Qt.MouseButton.LeftButton)

    assert asked.args == [1, view.wanted_dpi()]
    assert differing_pixels(drawn(view), first) == 0
    assert "Sida 1 av 2" in texts(view)


def test_the_last_page_is_the_last(view, letter, qtbot):
    view.show_page(page(view, letter, page_index=1))

    with qtbot.assertNotEmitted(view.page_wanted):
        QTest.keyClick(desk_of(view), Qt.Key.Key_End)
        desk_of(view).turned.emit(1)

    assert "Sida 2 av 2" in texts(view)
    assert not button(view, "Nästa sida").isEnabled()
    assert button(view, "Föregående sida").isEnabled()


def test_page_down_scrolls_to_the_end_and_then_turns_the_page(view, letter, qtbot):
    view.show_page(page(view, letter))
    bar = desk_of(view).verticalScrollBar()

    with qtbot.assertNotEmitted(view.page_wanted):
        QTest.keyClick(desk_of(view), Qt.Key.Key_PageDown)
    assert bar.value() > 0
    bar.setValue(bar.maximum())
    with qtbot.waitSignal(view.page_wanted) as asked:
        QTest.keyClick(desk_of(view), Qt.Key.Key_PageDown)
    view.show_page(page(view, letter, page_index=1))

    assert asked.args[0] == 1
    assert bar.value() == 0


def test_page_up_at_the_top_turns_back(view, letter, qtbot):
    view.show_page(page(view, letter, page_index=1))

    with qtbot.waitSignal(view.page_wanted) as asked:
        QTest.keyClick(desk_of(view), Qt.Key.Key_PageUp)

    assert asked.args[0] == 0


@pytest.mark.parametrize(("key", "larger"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Minus, False)])
def test_a_zoom_by_key_stretches_at_once_and_asks_for_a_sharper_page(
    view, letter, qtbot, key, larger
):
    shown = page(view, letter)
    view.show_page(shown)
    before = paper_of(view).width()

    with qtbot.waitSignal(view.page_wanted) as asked:
        QTest.keyClick(view, key, CONTROL)

    assert (asked.args[1] > shown.dpi) is larger
    assert (paper_of(view).width() > before) is larger
    assert drawn(view).pixelColor(5, 5) == QColor("white")


def test_control_0_fits_the_width_again(view, letter, qtbot):
    shown = page(view, letter)
    view.show_page(shown)
    view.show_zoom(2.0)
    view.show_page(page(view, letter))
    zoomed = percent(view)

    with qtbot.waitSignal(view.page_wanted) as asked:
        QTest.keyClick(view, Qt.Key.Key_0, CONTROL)

    assert zoomed == "200 %"
    assert asked.args == [0, shown.dpi]


def test_the_zoom_stops_at_its_ends(view, letter, qtbot):
    view.show_page(page(view, letter))
    view.show_zoom(3.0)
    view.show_page(page(view, letter, dpi=96))

    view._step_zoom(1)
    largest = percent(view)
    view.show_zoom(0.25)
    view._step_zoom(-1)

    assert (largest, percent(view)) == ("300 %", "25 %")


def test_the_menu_shows_the_whole_page(view, letter):
    view.show_page(page(view, letter))

    action(view, Fit.PAGE.value).trigger()

    assert paper_of(view).height() <= desk_of(view).height()
    assert desk_of(view).verticalScrollBar().maximum() == 0


def test_the_menu_shows_the_true_size(view, letter):
    view.show_page(page(view, letter))

    action(view, "100 %").trigger()

    assert paper_of(view).width() == pytest.approx(210 / 25.4 * 96, abs=2)


def test_a_resized_pane_asks_once_for_a_page_of_its_new_size(view, letter, qtbot):
    view.show_page(page(view, letter))

    with qtbot.waitSignal(view.page_wanted) as asked:
        view.resize(700, 700)
        view.resize(900, 700)

    assert asked.args == [0, view.wanted_dpi()]
    assert view.wanted_dpi() > 96


def test_a_page_that_comes_in_an_old_size_is_asked_for_again(view, letter, qtbot):
    with qtbot.waitSignal(view.page_wanted) as asked:
        view.show_page(page(view, letter, dpi=50))

    assert asked.args == [0, view.wanted_dpi()]


def test_nothing_is_asked_for_before_there_is_a_page(view, qtbot):
    with qtbot.assertNotEmitted(view.page_wanted):
        view.resize(900, 700)
        view.show_zoom(1.0)
        QTest.keyClick(desk_of(view), Qt.Key.Key_PageDown)

    assert view.wanted_dpi() == 96


def test_the_zones_are_drawn_where_the_profile_says_and_named_in_words(view, letter):
    view.show_page(page(view, letter))
    plain = drawn(view)

    QTest.keyClick(view, Qt.Key.Key_Z, CONTROL | SHIFT)

    image, risk, address = drawn(view), PROFILE.risk_zone, PROFILE.address
    assert at_mm(image, risk.x + 30, risk.y) == QColor("#A42700")
    assert at_mm(image, address.right, address.y + 10) == QColor("#2A4908")
    assert at_mm(image, PROFILE.width - 2, PROFILE.fold - 2) == QColor("#00538F")
    assert differing_pixels(plain, image) > 0
    legend = " ".join(texts(view))
    assert all(word in legend for word in ("Adresszon", "Riskzon", "Produktionszon", "Vikning"))


def test_the_address_stays_readable_under_the_zones(view, letter):
    view.show_page(page(view, letter))
    plain = drawn(view)

    action(view, "Visa zoner").trigger()

    image, zone = drawn(view), PROFILE.address
    places = [(zone.x + 2 + x, zone.y + 2 + y) for x in range(0, 60, 3) for y in range(16)]
    assert all(at_mm(plain, x, y) == at_mm(image, x, y) for x, y in places)


def test_the_zones_go_when_they_are_switched_off(view, letter):
    view.show_page(page(view, letter))
    plain = drawn(view)
    action(view, "Visa zoner").trigger()

    action(view, "Visa zoner").trigger()

    assert differing_pixels(plain, drawn(view)) == 0
    assert not any("Riskzon" in text for text in texts(view))


def test_only_the_first_page_meets_the_window(view, letter):
    action(view, "Visa zoner").trigger()

    view.show_page(page(view, letter, page_index=1))

    image, risk = drawn(view), PROFILE.risk_zone
    assert at_mm(image, risk.x + 30, risk.y) != QColor("#A42700")
    assert at_mm(image, PROFILE.width - 2, PROFILE.fold - 2) == QColor("#00538F")


def test_a_note_stands_over_the_page(view, letter):
    view.show_page(page(view, letter), note="Brevet skickas inte.")
    noted = "Brevet skickas inte." in texts(view)
    view.show_page(page(view, letter))

    assert noted
    assert "Brevet skickas inte." not in texts(view)


def test_a_screen_reader_hears_which_page_it_is_and_its_words(view, letter):
    view.show_page(page(view, letter))

    heard = QAccessible.queryAccessibleInterface(desk_of(view))

    assert heard.text(QAccessible.Text.Name) == "Brev, sida 1 av 2"
    assert heard.text(QAccessible.Text.Description) == "Din tid"


def test_every_tool_has_a_name_and_can_be_reached_by_tab(view, letter):
    view.show_page(page(view, letter))

    nameless = [
        tool
        for tool in view.findChildren(QToolButton)
        if tool.isVisible()
        and not QAccessible.queryAccessibleInterface(tool).text(QAccessible.Text.Name)
    ]

    assert nameless == []
    assert button(view, "Visa zoner").focusPolicy() & Qt.FocusPolicy.TabFocus
