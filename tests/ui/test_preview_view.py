"""Both panes of a letter: together, in step, and never those of another patient."""

import subprocess
import sys
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QScrollBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.channels import Route
from app.services import Services
from tests.fakes import BOTH, ONLY_1177, ONLY_LETTER, make_booking, make_draft
from tests.rendered_letters import letter_services, make_row
from tests.sample_letters import LONG_BLOCKS, ROOT, full_letter
from ui.message_sheet import MessageBody
from ui.message_view import MessageView
from ui.page_paper import Paper, PaperDesk
from ui.page_view import PageView
from ui.preview_states import SentencePage
from ui.preview_view import PreviewView
from ui.room import Room
from ui.shown_preview import (
    FirstSight,
    ShownPreview,
    first_sight,
    prepare_page,
    read_back,
    second_sight,
)

Kind = TypeVar("Kind", bound=QWidget)

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot) -> PreviewView:
    view = PreviewView()
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def prepared(view: PreviewView, *, route: Route = BOTH, row_no: int = 2) -> ShownPreview:
    page_index, dpi = view.wanted()
    services = letter_services(full_letter(blocks=LONG_BLOCKS))
    first = first_sight(services, make_row(route=route))
    shown = made(services, first, page_index=page_index, dpi=dpi)
    letter = replace(shown.preview.letter, reference=f"B-{row_no:08}")
    return replace(shown, preview=replace(shown.preview, letter=letter))


def made(services: Services, first: FirstSight, *, page_index: int, dpi: float) -> ShownPreview:
    return read_back(services, second_sight(services, first, page_index=page_index, dpi=dpi))


def texts(view: PreviewView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def one(view: QWidget, kind: type[Kind]) -> Kind:
    (found,) = view.findChildren(kind)
    return found


def scroll_to_end(view: PreviewView) -> list[QScrollBar]:
    panes = (one(view, MessageView), one(view, PageView))
    bars = [one(pane, QScrollArea).verticalScrollBar() for pane in panes]
    for bar in bars:
        bar.setValue(bar.maximum())
    return bars


def test_both_panes_show_the_letter_at_once(view):
    view.show_preview(prepared(view))
    shown = prepared(view)

    view.show_preview(shown)

    assert "Du är välkommen till oss." in one(view, MessageBody).toPlainText()
    assert one(view, Paper).width() == shown.raster.width
    assert one(view, MessageView).isVisible()
    assert one(view, PageView).isVisible()


def test_the_message_is_drawn_from_the_outgoing_docbook(view):
    shown = prepared(view)
    services = letter_services()

    view.show_preview(replace(shown, html=services.message_html(shown.preview.message)))

    facts = shown.preview.letter.facts
    body = one(view, MessageBody).toPlainText()
    assert all(facts[name] in body for name in ("date", "time", "place"))


def test_the_route_and_its_reason_stand_above_both(view):
    view.show_preview(prepared(view, route=BOTH))

    draft = "Texten är ett utkast som ingen enhet har godkänt."
    assert f"Skickas till 1177 och som brev. Enheten är på steg 1. {draft}" in texts(view)


def test_what_nobody_has_confirmed_is_told_above_both(view):
    shown = prepared(view, route=ONLY_1177)
    letter = replace(shown.preview.letter, unconfirmed=("avbokningstid", "avgift"))

    view.show_preview(replace(shown, preview=replace(shown.preview, letter=letter)))

    (route,) = (text for text in texts(view) if text.startswith("Skickas till 1177."))
    assert route.endswith("godkänt. Obekräftade uppgifter: avbokningstid, avgift.")


def test_in_a_low_window_what_nobody_has_confirmed_is_told_first(view):
    shown = prepared(view, route=ONLY_1177)
    letter = replace(shown.preview.letter, unconfirmed=("avbokningstid", "avgift"))
    view.show_preview(replace(shown, preview=replace(shown.preview, letter=letter)))

    told = []
    for room in (Room.SNUG, Room.TIGHT, Room.AMPLE):
        view.fit(room)
        told += [text for text in texts(view) if "Skickas till 1177." in text]

    listed = "Obekräftat: avbokningstid, avgift."
    assert told[0].startswith(f"Utkast, inte godkänt. Skickas till 1177. {listed}")
    assert told[1].startswith("Utkast, inte godkänt. Obekräftade uppgifter: 2. Skickas till 1177.")
    assert told[1].endswith(listed)
    assert told[2].startswith("Skickas till 1177.")


def test_a_channel_that_is_not_used_says_so_in_its_pane(view):
    view.show_preview(prepared(view, route=ONLY_LETTER))
    only_letter = texts(view)
    view.show_preview(prepared(view, route=ONLY_1177))
    only_1177 = texts(view)

    assert "Meddelandet skickas inte till 1177." in only_letter
    assert "Brevet skickas inte." not in only_letter
    assert "Brevet skickas inte." in only_1177
    assert "Meddelandet skickas inte till 1177." not in only_1177


def test_a_letter_that_may_not_be_sent_from_here_says_so(view):
    nowhere = Route((), "Personnumret går inte att tolka.", "unknown_id")

    view.show_preview(prepared(view, route=nowhere))

    told = "Skickas inte härifrån. Personnumret går inte att tolka."
    assert any(text.startswith(told) for text in texts(view))


def test_text_in_the_envelopes_window_is_told_over_the_page(view):
    shown = prepared(view)

    view.show_preview(replace(shown, preview=replace(shown.preview, risk_zone="Onkologen")))

    assert "Text syns i kuvertfönstret: Onkologen" in texts(view)


def test_nothing_to_show_is_one_sentence_without_panes(view):
    view.show_preview(prepared(view))

    view.show_nothing("Skyddade personuppgifter. Ingen förhandsvisning visas.")

    assert "Skyddade personuppgifter. Ingen förhandsvisning visas." in texts(view)
    assert not one(view, MessageView).isVisible()
    assert not one(view, PageView).isVisible()
    assert not any("Enheten är på steg 1." in text for text in texts(view))


def test_a_failure_is_one_sentence_until_a_preview_comes(view):
    view.show_failure("Förhandsvisningen kunde inte skapas. Kallelsen skickas inte.")
    failed = texts(view)
    view.show_preview(prepared(view))

    assert "Förhandsvisningen kunde inte skapas. Kallelsen skickas inte." in failed
    assert one(view, PageView).isVisible()


def test_a_calm_sentence_stands_in_the_middle_and_an_alarm_beside_its_mark(view):
    told = [label for label in one(view, SentencePage).findChildren(QLabel) if label.wordWrap()]

    view.show_nothing("Ingen bokning är vald.")
    calm = [label.alignment() for label in told]
    view.show_failure("Kallelsen skickas inte.")

    assert calm == [Qt.AlignmentFlag.AlignHCenter]
    assert [label.alignment() for label in told] == [Qt.AlignmentFlag.AlignLeft]


def test_the_letter_does_not_jump_when_the_way_of_another_takes_two_lines(view):
    view.fit(Room.AMPLE)
    view.show_preview(prepared(view, route=replace(BOTH, reason="Kort.")))
    top = view._stack.y()

    view.show_preview(prepared(view, route=replace(BOTH, reason="Ett längre skäl. " * 12)))
    QApplication.processEvents()

    assert view._stack.y() == top


def test_another_letter_is_read_from_its_beginning(view):
    view.show_preview(prepared(view))
    bars = scroll_to_end(view)

    view.show_preview(prepared(view, row_no=3))

    assert [bar.value() for bar in bars] == [0, 0]


def test_the_same_letter_stays_where_one_reads(view):
    shown = prepared(view)
    view.show_preview(shown)
    bars = scroll_to_end(view)
    places = [bar.value() for bar in bars]

    view.show_preview(shown)

    assert [bar.value() for bar in bars] == places
    assert min(places) > 0


def test_a_page_is_asked_for_and_prepared_alone(view, qtbot):
    shown = prepared(view)
    view.show_preview(shown)

    with qtbot.waitSignal(view.page_wanted) as asked:
        one(view, PaperDesk).turned.emit(1)
    page_index, dpi = asked.args
    turned = prepare_page(letter_services(), shown, page_index=page_index, dpi=dpi)
    view.show_preview(turned)

    assert turned.preview is shown.preview
    assert (turned.page_index, turned.raster == shown.raster) == (1, False)
    assert "Sida 2 av 2" in texts(view)


def test_a_page_that_the_letter_lacks_becomes_its_last(view):
    services = letter_services(full_letter(blocks=LONG_BLOCKS))

    shown = made(services, first_sight(services, make_row()), page_index=7, dpi=60)

    assert shown.page_index == shown.preview.page_count - 1 == 1


def test_what_is_shown_is_the_very_preview_that_is_sent(view):
    services, row = letter_services(), make_row()

    shown = made(services, first_sight(services, row), page_index=0, dpi=60)

    assert shown.preview.digest == services.preview(row).digest
    assert shown.raster == services.pages.render(shown.preview.page, 0, dpi=60)


def test_from_948_pixels_the_panes_are_side_by_side_and_below_that_on_tabs(view):
    view.show_preview(prepared(view))
    seen = []

    for width in (948, 947, 700, 1200):
        view.resize(width, 700)
        QApplication.sendPostedEvents()
        seen.append((one(view, MessageView).isVisible(), one(view, PageView).isVisible()))

    assert seen == [(True, True), (True, False), (True, False), (True, True)]


def test_the_panes_fit_a_small_screen_without_scrolling_sideways(view):
    view.resize(612, 420)

    assert view.width() == 612


def test_control_tab_changes_the_tab(view, qtbot):
    view.resize(700, 700)
    view.show_preview(prepared(view))

    QTest.keyClick(view, Qt.Key.Key_Tab, CONTROL)
    second = one(view, PageView).isVisible(), one(view, MessageView).isVisible()
    QTest.keyClick(view, Qt.Key.Key_Tab, CONTROL)

    assert second == (True, False)
    assert one(view, MessageView).isVisible()


def test_a_press_on_a_tab_shows_its_pane(view):
    view.resize(700, 700)
    view.show_preview(prepared(view))
    tab = next(found for found in view.findChildren(QToolButton) if found.text() == "Brev")

    QTest.mouseClick(tab, Qt.MouseButton.LeftButton)

    assert one(view, PageView).isVisible()
    assert not one(view, MessageView).isVisible()


def test_control_tab_goes_to_the_other_pane_where_both_are_seen(view, qtbot):
    view.show_preview(prepared(view))
    one(view, MessageView).setFocus()
    panes = []

    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Tab, CONTROL)
        panes.append(one(view, PageView).isAncestorOf(QApplication.focusWidget() or view))

    assert panes == [True, False]


def test_both_panes_are_steps_of_f6(view):
    view.show_preview(prepared(view))

    assert view.panes() == (one(view, MessageView), one(view, PageView))


def test_a_hostile_name_is_words_in_both_panes(view):
    booking = make_booking()
    patient = replace(booking.patient, given_name="<b>Åke</b><img src=x>")
    draft = make_draft(replace(booking, patient=patient))
    shown = prepared(view)
    letter = replace(shown.preview.letter, draft=draft)

    view.show_preview(replace(shown, preview=replace(shown.preview, letter=letter)))

    assert {label.textFormat() for label in view.findChildren(QLabel) if label.text()} == {
        Qt.TextFormat.PlainText
    }


def test_the_view_can_be_painted_before_the_slow_libraries_are_imported():
    slow = {"pydantic", "jinja2", "httpx", "sqlite_utils", "typst", "lxml", "pypdfium2"}
    code = f"import sys, ui.preview_view; print(sorted({slow} & set(sys.modules)))"

    run = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == "[]"
