"""A fact in either pane: pressed or chosen by key it is marked in both, and its origin is told."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from app.draft import Channel
from app.parity import Difference
from app.print_profile import Zone
from tests.fakes import BOTH
from tests.rendered_letters import letter_services, make_row
from tests.sample_letters import LONG_BLOCKS, PLACE, full_letter, said
from ui.fact_marks import CHOSEN, DIFFERING, PageMarks, text_format
from ui.facts_bar import FactsBar
from ui.message_sheet import MessageBody
from ui.page_paper import Paper
from ui.preview_view import PreviewView
from ui.shown_preview import ShownPreview, first_sight, prepare_page, read_back, second_sight

TIME = "Tid: bokningen på rad 2."


@pytest.fixture
def view(qtbot: QtBot) -> PreviewView:
    view = PreviewView()
    qtbot.addWidget(view)
    view.resize(1400, 900)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


@pytest.fixture
def shown(view: PreviewView) -> ShownPreview:
    made = prepared(view)
    view.show_preview(made)
    return made


def prepared(view: PreviewView, *, message: str = "") -> ShownPreview:
    letter = full_letter(blocks=LONG_BLOCKS)
    if message:
        blocks = {**letter.blocks, Channel.INBOX_1177: (said(message), *LONG_BLOCKS)}
        letter = replace(letter, blocks=blocks)
    page_index, dpi = view.wanted()
    services = letter_services(letter)
    first = first_sight(services, make_row(route=BOTH))
    return read_back(services, second_sight(services, first, page_index=page_index, dpi=dpi))


def bar_of(view: PreviewView) -> FactsBar:
    (bar,) = view.findChildren(FactsBar)
    return bar


def body_of(view: PreviewView) -> MessageBody:
    (body,) = view.findChildren(MessageBody)
    return body


def paper_of(view: PreviewView) -> Paper:
    (paper,) = view.findChildren(Paper)
    return paper


def number_of(shown: ShownPreview, label: str) -> int:
    return [fact.label for fact in shown.facts].index(label)


def marked_words(view: PreviewView, *, look: object = CHOSEN) -> list[str]:
    wanted = text_format(CHOSEN if look is CHOSEN else DIFFERING).underlineStyle()
    marks = body_of(view).extraSelections()
    shown = [one for one in marks if one.format.underlineStyle() == wanted]
    return [one.cursor.selectedText() for one in shown]


def press_words(view: PreviewView, words: str) -> None:
    body = body_of(view)
    cursor = body.document().find(words)
    cursor.setPosition(cursor.position() - 1)
    press(view, body.cursorRect(cursor).center())


def press(view: PreviewView, at: QPoint) -> None:
    QTest.mouseClick(body_of(view).viewport(), Qt.MouseButton.LeftButton, pos=at)


def press_zone(view: PreviewView, zone: Zone) -> None:
    paper = paper_of(view)
    scale = paper.width() / 210
    at = QPoint(round((zone.x + zone.width / 2) * scale), round((zone.y + zone.height / 2) * scale))
    QTest.mouseClick(paper, Qt.MouseButton.LeftButton, pos=at)


def open_menu(view: PreviewView) -> QMenu:
    QTest.keyClick(view, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    (menu,) = bar_of(view).findChildren(QMenu)
    return menu


def image_of(view: PreviewView) -> bytes:
    # Its bits are read while it lives: an image that nobody keeps takes them with it.
    image = paper_of(view).grab().toImage()
    return bytes(image.constBits())


def test_before_anything_is_chosen_the_bar_says_how_to(view, shown):
    assert bar_of(view).text.startswith("Tryck på en uppgift")
    assert not body_of(view).extraSelections()


def test_a_fact_that_is_pressed_in_the_message_is_marked_and_its_origin_told(view, shown):
    plain = image_of(view)

    press_words(view, "09.40")

    assert bar_of(view).text == TIME
    assert marked_words(view) == ["09.40"]
    assert image_of(view) != plain


def test_a_fact_that_is_pressed_on_the_page_is_marked_and_its_origin_told(view, shown):
    number = number_of(shown, "Plats")

    press_zone(view, shown.marks[0].facts[number][0])

    assert bar_of(view).text == "Plats: bokningen på rad 2."
    assert marked_words(view) == [PLACE]


def test_the_pointer_is_a_hand_over_a_fact_of_the_page(view, shown):
    zone = shown.marks[0].facts[number_of(shown, "Plats")][0]
    scale = paper_of(view).width() / 210

    QTest.mouseMove(paper_of(view), QPoint(5, 5))
    beside = paper_of(view).cursor().shape()
    QTest.mouseMove(
        paper_of(view), QPoint(round((zone.x + 5) * scale), round((zone.y + 1) * scale))
    )

    assert beside is Qt.CursorShape.ArrowCursor
    assert paper_of(view).cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_a_press_beside_all_facts_takes_the_mark_away(view, shown):
    plain = image_of(view)
    press_words(view, "09.40")

    QTest.mouseClick(paper_of(view), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))

    assert not marked_words(view)
    assert image_of(view) == plain
    assert bar_of(view).text.startswith("Tryck på en uppgift")


def test_text_that_is_being_marked_to_be_copied_chooses_nothing(view, shown):
    body = body_of(view)
    cursor = body.document().find("09.40")
    body.setTextCursor(cursor)

    # The release of a drag: there is a selection.
    QTest.mouseRelease(
        body.viewport(), Qt.MouseButton.LeftButton, pos=body.cursorRect(cursor).center()
    )

    assert not body.extraSelections()


def test_the_right_button_chooses_nothing(view, shown):
    at = body_of(view).cursorRect(body_of(view).document().find("09.40")).center()
    QTest.mouseClick(paper_of(view), Qt.MouseButton.RightButton, pos=at)

    assert bar_of(view).text.startswith("Tryck på en uppgift")


def test_every_fact_is_in_the_menu_and_reached_by_keys(view, shown):
    menu = open_menu(view)
    for _ in range(1 + number_of(shown, "Tid")):
        QTest.keyClick(menu, Qt.Key.Key_Down)

    followed = bar_of(view).text
    QTest.keyClick(menu, Qt.Key.Key_Return)

    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[: len(shown.facts)] == [
        f"{fact.label}: {' '.join(fact.text.split())}" for fact in shown.facts
    ]
    assert followed == TIME
    assert bar_of(view).text == TIME
    assert marked_words(view) == ["09.40"]


def test_the_last_choice_of_the_menu_takes_the_mark_away(view, shown):
    press_words(view, "09.40")

    menu = open_menu(view)
    checked = [action.text() for action in menu.actions() if action.isChecked()]
    menu.actions()[-1].trigger()
    menu.close()

    assert checked == ["Tid: 09.40"]
    assert not marked_words(view)


def test_a_fact_on_another_page_turns_to_it_and_stays_marked(view, shown, qtbot):
    number = number_of(shown, "Plats")
    on_second = replace(shown.marks[0], facts=shown.marks[1].facts)
    elsewhere = replace(shown, marks=(on_second, shown.marks[0]))
    view.show_preview(replace(elsewhere, preview=replace(shown.preview)))

    with qtbot.waitSignal(view.page_wanted) as turned:
        press_words(view, PLACE)
    page_index, dpi = turned.args
    view.show_preview(
        prepare_page(letter_services(), elsewhere_shown(view), page_index=page_index, dpi=dpi)
    )

    assert page_index == 1
    assert bar_of(view).text.startswith("Plats:")
    assert paper_of(view)._chosen == number


def elsewhere_shown(view: PreviewView) -> ShownPreview:
    assert view._shown is not None
    return view._shown


def test_another_letter_begins_without_a_mark(view, shown):
    press_words(view, "09.40")

    view.show_preview(prepared(view, message="Välkommen."))

    assert not marked_words(view)
    assert bar_of(view).text.startswith("Tryck på en uppgift")


def test_what_only_one_channel_tells_is_marked_and_named(view):
    plain = prepared(view)
    view.show_preview(plain)
    unmarked = image_of(view)
    differing = prepared(view, message="Kom den 14 januari.")

    view.show_preview(differing)
    in_message = marked_words(view, look=DIFFERING)
    lacking = Difference("plats saknas i 1177-meddelandet", (PLACE.replace(" ", ""),))
    on_page = replace(plain.marks[0], differing=plain.marks[0].facts[number_of(plain, "Plats")])
    preview = replace(plain.preview, parity=(lacking,))
    view.show_preview(replace(plain, preview=preview, marks=(on_page, *plain.marks[1:])))

    assert in_message == ["14 januari"]
    assert bar_of(view).text == "Skiljer sig: plats saknas i 1177-meddelandet."
    assert image_of(view) != unmarked


def test_where_a_fact_is_chosen_the_difference_is_still_told(view):
    view.show_preview(prepared(view, message="Kom den 14 januari."))

    press_words(view, "09.40")

    assert bar_of(view).text.splitlines() == [
        TIME,
        "Skiljer sig: datum i 1177-meddelandet står inte i brevet.",
    ]
    assert marked_words(view, look=DIFFERING) == ["14 januari"]


def test_the_two_marks_are_told_apart_without_colour():
    assert CHOSEN.in_text != DIFFERING.in_text
    assert CHOSEN.on_page != DIFFERING.on_page


def test_the_text_itself_is_as_it_goes_out_however_it_is_marked(view, shown):
    before = body_of(view).toHtml()

    press_words(view, "09.40")

    assert body_of(view).toHtml() == before


def test_a_fact_after_characters_beyond_16_bits_is_marked_where_it_stands(view):
    made = prepared(view)
    view.show_preview(replace(made, html=f"<p>😀😀 Klockan 09.40</p>{made.html}"))

    view._choose_fact(number_of(made, "Tid"))

    assert marked_words(view) == ["09.40", "09.40"]


def test_where_facts_overlap_the_shortest_is_meant():
    whole, part = Zone(x=10, y=10, width=50, height=5), Zone(x=20, y=10, width=10, height=5)
    marks = PageMarks(((whole,), (part,)))

    assert (marks.fact_at(22, 12), marks.fact_at(12, 12), marks.fact_at(70, 12)) == (1, 0, None)


def test_the_bar_has_a_key_and_a_button_that_tell_what_it_is_for(view, shown):
    (button,) = bar_of(view).findChildren(QToolButton)
    (action,) = bar_of(view).actions()

    assert "Ctrl+U" in button.text()
    assert action.text() == "Varifrån en uppgift kommer"
    assert button.isEnabled()


def test_a_message_is_seen_before_its_page_and_never_beside_another_ones(view, shown):
    press_words(view, "09.40")
    other = replace(full_letter(blocks=LONG_BLOCKS), reference="B-OTHER")
    first = first_sight(letter_services(other), make_row(route=BOTH))

    view.show_first(first)
    paper, size = paper_of(view).grab().toImage(), paper_of(view).size()

    assert view.reference == "B-OTHER"
    assert paper.pixelColor(paper.width() // 2, 200).name() == "#ffffff"
    assert size == paper_of(view).size()
    assert not body_of(view).extraSelections()
    assert not bar_of(view).findChildren(QToolButton)[0].isEnabled()


def test_a_page_is_seen_before_it_is_read_back_and_no_fact_is_marked_on_it(view, shown):
    press_words(view, "09.40")
    services = letter_services(replace(full_letter(blocks=LONG_BLOCKS), reference="B-OTHER"))
    page_index, dpi = view.wanted()
    first = first_sight(services, make_row(route=BOTH))
    second = second_sight(services, first, page_index=page_index, dpi=dpi)

    view.show_first(first)
    view.show_second(second)
    before = paper_of(view)._raster, bar_of(view).findChildren(QToolButton)[0].isEnabled()
    view.show_preview(read_back(services, second))

    assert before == (second.page.raster, False)
    assert paper_of(view)._raster is second.page.raster
    assert bar_of(view).findChildren(QToolButton)[0].isEnabled()


def test_a_mark_is_scrolled_to(view, shown):
    view.resize(1400, 420)
    number = number_of(shown, "Mottagningens telefon")

    view._choose_fact(number)

    cursor = QTextCursor(body_of(view).document().find("010-000"))
    at = body_of(view).viewport().mapTo(view, body_of(view).cursorRect(cursor).center())
    assert 0 < at.y() < view.height()


def test_the_menu_goes_away_with_the_letter_that_it_tells_of(view, shown):
    menu = open_menu(view)
    was_open = menu.isVisible()

    view.show_nothing("Ingen bokning är vald.")

    assert was_open
    assert not menu.isVisible()


def test_the_menu_of_one_letter_is_closed_when_another_comes(view, shown):
    menu = open_menu(view)
    other = replace(full_letter(blocks=LONG_BLOCKS), reference="B-OTHER")
    was_open = menu.isVisible()

    view.show_first(first_sight(letter_services(other), make_row(route=BOTH)))

    assert was_open
    assert not menu.isVisible()
