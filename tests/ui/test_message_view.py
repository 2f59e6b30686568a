"""The message as the patient reads it."""

import http.server
import threading
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from ui.message_sheet import EMAIL, PAPER, SMS, MessageBody, ShownMessage
from ui.message_view import CAVEAT, FrameWidth, MessageView
from ui.parts import OneLine

HOSTILE = '<b>Åke</b><img src="x" onerror=alert(1)>'


def shown(
    *,
    sender: str = "Röntgen Exempelsjukhuset",
    subject: str = "Kallelse till röntgenundersökning",
    html: str = "<p>Du är välkommen till oss.</p>",
) -> ShownMessage:
    return ShownMessage(sender=sender, subject=subject, day=date(2026, 11, 23), html=html)


@pytest.fixture
def view(qtbot: QtBot) -> MessageView:
    view = MessageView()
    qtbot.addWidget(view)
    view.resize(800, 700)
    view.show()
    return view


def texts(view: MessageView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def body_of(view: MessageView) -> MessageBody:
    (body,) = view.findChildren(MessageBody)
    return body


def card_width(view: MessageView) -> int:
    """The card that holds the text is as wide as the frame."""
    card = body_of(view).parentWidget()
    assert card is not None
    return card.width()


def button(view: MessageView, text: str) -> QToolButton:
    return next(found for found in view.findChildren(QToolButton) if found.text() == text)


def test_the_frame_shows_what_the_inbox_row_and_the_opened_message_say(view):
    view.show_message(shown())

    told = texts(view)
    assert told.count("Kallelse till röntgenundersökning") == 2
    assert {"●", "Röntgen Exempelsjukhuset", "23 november 2026"} <= set(told)
    assert {"Från: Röntgen Exempelsjukhuset", "Måndag 23 november 2026"} <= set(told)
    assert body_of(view).toPlainText() == "Du är välkommen till oss."


def test_the_notification_is_word_for_word_and_says_that_it_does_not_name_the_visit(view):
    view.show_message(shown())

    assert {SMS, EMAIL, "Innehåller inte besöket."} <= set(texts(view))


def test_the_frame_never_claims_to_be_1177(view):
    assert CAVEAT in texts(view)


def test_a_phone_is_390_and_a_computer_720_pixels_wide(view, qtbot):
    view.show_message(shown())
    widths = [card_width(view)]

    QTest.mouseClick(button(view, "Dator"), Qt.MouseButton.LeftButton)
    widths.append(card_width(view))
    QTest.mouseClick(button(view, "Mobil"), Qt.MouseButton.LeftButton)
    widths.append(card_width(view))

    assert widths == [390, 720, 390]


def test_a_frame_that_has_no_room_shrinks_and_says_so(view, qtbot):
    view.show_message(shown())
    view.show_width(FrameWidth.DESKTOP)

    view.resize(514, 700)

    width = card_width(view)
    qtbot.waitUntil(lambda: f"Rutan rymmer {width} av 720 pixlar" in " ".join(texts(view)))
    area = view.findChild(QScrollArea)
    assert width < 500
    assert area.horizontalScrollBar().maximum() == 0


def test_a_frame_with_room_says_nothing_about_it(view):
    assert not any("Rutan rymmer" in text for text in texts(view))


def test_a_long_subject_is_cut_in_the_list_and_whole_when_opened(view):
    subject = "Kallelse till en undersökning med ett mycket långt namn på Exempelsjukhuset"

    view.show_message(shown(subject=subject))

    lines = [line for line in view.findChildren(OneLine) if line.text() == subject]
    view.grab()
    assert [line.shown_text().endswith("…") for line in lines] == [True]
    assert lines[0].toolTip() == f"<qt>{subject}</qt>"
    assert subject in texts(view)


def test_markup_in_a_cut_line_is_shown_letter_by_letter_in_its_tip(view):
    view.show_message(shown(sender=HOSTILE * 3))

    view.grab()

    tips = [line.toolTip() for line in view.findChildren(OneLine) if HOSTILE in line.text()]
    assert tips == [f"<qt>{escape(HOSTILE * 3)}</qt>"]


def test_markup_in_a_name_is_shown_letter_by_letter(view):
    view.show_message(shown(sender=HOSTILE, subject=HOSTILE))

    formats = {label.textFormat() for label in view.findChildren(QLabel) if HOSTILE in label.text()}
    assert formats == {Qt.TextFormat.PlainText}


def test_a_note_tells_that_the_message_is_not_sent_and_goes_when_it_is(view):
    view.show_message(shown(), note="Meddelandet skickas inte till 1177.")
    noted = "Meddelandet skickas inte till 1177." in texts(view)
    view.show_message(shown())

    assert noted
    assert "Meddelandet skickas inte till 1177." not in texts(view)


def test_the_body_is_as_tall_as_its_text_so_that_only_the_sheet_scrolls(view):
    view.show_message(shown(html="<p>En rad text.</p>" * 60))

    body = body_of(view)
    assert body.height() >= body.document().size().height()
    assert body.verticalScrollBar().maximum() == 0
    assert view.findChild(QScrollArea).verticalScrollBar().maximum() > 0


def test_lines_are_at_most_about_seventy_characters(view):
    view.show_width(FrameWidth.DESKTOP)

    view.show_message(shown(html="<p>" + "ord och " * 80 + "</p>"))

    assert body_of(view).width() <= 70 * body_of(view).fontMetrics().averageCharWidth()


def test_page_down_in_the_text_scrolls_the_sheet(view):
    view.show_message(shown(html="<p>En rad text.</p>" * 60))
    bar = view.findChild(QScrollArea).verticalScrollBar()

    QTest.keyClick(body_of(view), Qt.Key.Key_PageDown)
    moved = bar.value()
    view.show_top()

    assert moved > 0
    assert bar.value() == 0


def test_a_link_leads_nowhere_but_tells_its_address(view, qtbot, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", opened.append)
    view.show_message(shown(html='<p><a href="https://www.1177.se/">Läs mer</a></p>'))
    body = body_of(view)
    link = body.mapToGlobal(QPoint(20, 12))

    QTest.mouseMove(body.viewport(), body.viewport().mapFromGlobal(link))
    qtbot.waitUntil(lambda: " Länk: https://www.1177.se/" in texts(view))
    QTest.mouseClick(
        body.viewport(), Qt.MouseButton.LeftButton, pos=body.viewport().mapFromGlobal(link)
    )

    assert body.toPlainText() == "Läs mer"
    assert opened == []


def test_tab_reaches_a_link_scrolls_to_it_and_tells_its_address(view, qtbot):
    view.show_message(
        shown(html="<p>Rad.</p>" * 60 + '<p><a href="https://www.1177.se/">Läs mer</a></p>')
    )
    view.activateWindow()
    body = body_of(view)
    body.setFocus()
    qtbot.waitUntil(body.hasFocus)

    QTest.keyClick(body, Qt.Key.Key_Tab)

    assert " Länk: https://www.1177.se/" in texts(view)
    assert view.findChild(QScrollArea).verticalScrollBar().value() > 0


def test_the_next_message_forgets_the_address_of_the_last(view, qtbot):
    view.show_message(shown(html='<p><a href="https://www.1177.se/">Läs mer</a></p>'))
    body_of(view).highlighted.emit("https://www.1177.se/")

    view.show_message(shown())

    assert not any("Länk:" in text for text in texts(view))


@pytest.mark.parametrize("address", [Path.as_uri, str])
def test_no_picture_is_read_from_this_computer(view, tmp_path, address):
    picture = tmp_path / "bild.png"
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(Qt.GlobalColor.red)
    red.save(str(picture))

    view.show_message(shown(html=f'<p><img width="40" src="{address(picture)}"></p>'))

    image = body_of(view).grab().toImage()
    assert "#ff0000" not in {image.pixelColor(x, 12).name() for x in range(image.width())}


def test_nothing_is_fetched_from_the_network(view, requests):
    url, seen = requests
    view.show_message(
        shown(
            html=f'<link rel="stylesheet" href="{url}/a.css"><p><img src="{url}/b.png"></p>'
            f'<table background="{url}/c.png"><tr><td>Text</td></tr></table>'
        )
    )

    view.grab()
    QApplication.processEvents()

    assert seen == []


def test_the_text_is_dark_on_white_whatever_the_theme(view):
    view.show_message(shown())

    image = view.grab().toImage()
    corner = body_of(view).mapTo(view, QPoint(body_of(view).width() - 2, 2))
    assert image.pixelColor(corner) == QColor(PAPER.light)


def test_a_screen_reader_hears_that_the_message_is_unread(view):
    dot = next(label for label in view.findChildren(QLabel) if label.text() == "●")

    name = QAccessible.queryAccessibleInterface(dot).text(QAccessible.Text.Name)

    assert name == "Oläst"


@pytest.fixture
def requests() -> Iterator[tuple[str, list[str]]]:
    """A web server on loopback, and the paths that it has been asked for."""
    seen: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append(self.path)
            self.send_error(404)

        def log_message(self, *args):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", seen
        server.shutdown()
