"""A small screen shows as much of the list and the letter as the design promises."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.conduct import Conduct, Fault
from app.rows import RowStatus
from tests.desk import Desk, sure
from ui.bookings_model import CHANNEL, REMARK
from ui.mode_band import TEST_MODE
from ui.parts import Folding, Tone
from ui.remedy import Remedy
from ui.row_painting import cell_width
from ui.theme import ROW_HEIGHT

# Letters of a sentence that is whole in so many lines of the panel; of a longer one the end is.
LONGEST = {1: 75, 2: 150}

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("size", "rows", "preview"),
    [
        ((1366, 768), 19, 400),
        ((1366, 728), 18, 360),
        ((1092, 582), 14, 260),
        ((1024, 560), 13, 240),
    ],
)
@pytest.mark.parametrize("label", ["Adress saknas", "Skyddade", "Samma patient"])
def test_a_small_screen_shows_so_many_rows_and_so_much_of_the_message(
    opened: Desk, size: tuple[int, int], rows: int, preview: int, label: str
):
    opened.window.resize(*size)

    status = RowStatus.REVIEW if label == "Samma patient" else RowStatus.BLOCKED
    opened.show(status, label=label)
    opened.wait_for_letter()

    table, message = opened.bench.bookings.table, opened.bench.preview.panes()[0]
    # The parts that follow the window's room ask for a layout of their own, some turns later.
    opened.wait(lambda: table.viewport().height() // ROW_HEIGHT >= rows)
    assert label == "Skyddade" or sure(message.focusProxy()).height() >= preview


@pytest.mark.parametrize("size", [(1366, 768), (1092, 582), (1024, 560)])
def test_a_low_window_still_says_that_it_is_a_test_and_why_a_row_is_stopped(
    opened: Desk, size: tuple[int, int]
):
    opened.window.resize(*size)
    row = opened.show(RowStatus.BLOCKED, label="Adress saknas")

    said = [one.text() for one in opened.bench.fix_panel.findChildren(Folding) if one.isVisible()]
    badge = next(one for one in opened.window.header.children() if one.objectName() == "testBadge")
    assert said == [sure(row.open_finding).sentence]
    assert badge.property("visible")
    assert badge.property("toolTip").startswith(TEST_MODE)


def findings_drawn(desk: Desk) -> Iterator[tuple[str, str]]:
    """What every finding of the open file says, and what is drawn of it."""
    sentence = sure(desk.bench.fix_panel.findChild(Remedy))
    for row in desk.worklist.rows:
        for finding in row.findings:
            if finding.choices:
                desk.bench.fix_panel.show_row(replace(row, findings=(finding,)))
                QApplication.processEvents()
                lines, metrics = sentence.shown_lines(), sentence.fontMetrics()
                assert len(lines) * metrics.height() <= sentence.height()
                assert max(map(metrics.horizontalAdvance, lines)) <= sentence.width()
                yield finding.sentence, " ".join(lines)


@pytest.mark.parametrize(("size", "lines"), [((1366, 728), 2), ((1092, 582), 1), ((1024, 560), 1)])
def test_no_low_window_cuts_off_what_is_to_be_done(desk: Desk, size: tuple[int, int], lines: int):
    desk.window.resize(*size)

    for sample in desk.services.samples:
        desk.open(desk.services.lay_out_sample(sample))
        for told, drawn in findings_drawn(desk):
            # One message of HL7 tells both its times, and has four lines to say.
            is_whole = drawn == told if len(told) < LONGEST[lines] else told.endswith(drawn[2:])
            assert is_whole, drawn


@pytest.mark.parametrize("size", [(1366, 728), (1280, 720), (1024, 560)])
def test_in_a_low_window_no_news_push_the_bar_that_sends_out_of_it(
    opened: Desk, size: tuple[int, int]
):
    told = "60 bokningar är för en annan enhet än Medicinmottagningen Vätterhöjdens sjukhus. " * 3
    opened.services.conduct.keep(Conduct((Fault.RESET_AFTER,), left=3, latency_ms=500))
    opened.window.band._looking.timeout.emit()
    opened.show(RowStatus.BLOCKED, label="Adress saknas")

    opened.view.notice.show_news(told, tone=Tone.REVIEW)
    opened.window.resize(*size)
    QApplication.processEvents()

    send = opened.view.dispatch_bar.send_button
    opened.services.conduct.keep(Conduct())
    assert opened.view.notice.text == told
    assert send.visibleRegion().boundingRect() == send.rect()


def test_a_low_window_that_grows_has_everything_in_its_place_again(opened: Desk):
    window, view = opened.window, opened.view

    window.resize(1092, 582)
    low = (window.band.isVisible(), view.problems.isVisible(), window.statusBar().isVisible())
    window.resize(1600, 900)

    assert low == (False, False, False)
    assert window.band.isVisible()
    assert view.problems.isVisible()
    assert window.statusBar().isVisible()


def test_the_file_and_the_inbox_are_told_in_a_low_window_and_in_every_view(opened: Desk):
    window = opened.window
    window.resize(1092, 582)

    in_utskick = window.utskick_view.isAncestorOf(window._file_line)
    window.show_history()

    assert in_utskick
    assert window.statusBar().isVisible()
    assert window.statusBar().isAncestorOf(window._file_line)


@pytest.mark.parametrize("size", [(1366, 768), (1092, 582), (1024, 560)])
def test_a_low_window_shows_which_file_and_which_templates(opened: Desk, size: tuple[int, int]):
    opened.window.resize(*size)
    QApplication.processEvents()

    shown = opened.window._file_line.shown_text()
    assert opened.worklist.batch.file_name in shown
    assert f"mallversion {opened.services.catalogue.version[:8]}" in shown


# What may keep letters from being sent: a round that goes on, and what nobody has looked at yet.
ROUND = "Ett utskick pågår"
UNSEEN = "Mallarna är nya. Titta på 3 kallelser till innan du skickar."


@pytest.mark.parametrize("size", [(1366, 728), (1092, 582), (1024, 560)])
@pytest.mark.parametrize("obstacle", [ROUND, UNSEEN, "Kontrollerar brev 118 av 300"])
def test_why_nothing_can_be_sent_hides_neither_the_file_nor_its_templates(
    opened: Desk, size: tuple[int, int], obstacle: str
):
    bar = opened.view.dispatch_bar
    opened.window.resize(*size)
    show = {ROUND: bar.show_obstacle, UNSEEN: bar.show_unseen}.get(obstacle, bar.show_quiet)

    show(obstacle)

    # The longest is also told in a bar of its own.
    is_long = obstacle == UNSEEN and size[0] < 1366
    opened.wait(lambda: is_long or bar.reason.shown_text() == obstacle)
    shown = opened.window._file_line.shown_text()
    assert opened.worklist.batch.file_name in shown
    assert f"mallversion {opened.services.catalogue.version[:8]}" in shown
    assert bar.reason.isVisible()


@pytest.mark.parametrize("size", [(1366, 728), (1092, 582), (1024, 560)])
def test_a_low_window_begins_with_what_nobody_has_approved_or_confirmed(
    opened: Desk, size: tuple[int, int]
):
    opened.window.resize(*size)
    opened.show(RowStatus.READY)
    opened.wait_for_letter()

    way = opened.bench.preview._route
    shown = way.fontMetrics().elidedText(way.text(), Qt.TextElideMode.ElideRight, way.width())
    assert shown.startswith("Utkast, inte godkänt. ")
    assert "Skickas till 1177" in shown
    assert ("Obekräftat: avgift" if size[0] == 1366 else "Obekräftade uppgifter: 3.") in shown
    assert "avbokningstid." in shown or size[0] < 1366


# Of 1366×768 at 150 % and 1920×1080 at 200 % the window gets what the task bar leaves.
SMALL_SCREENS = [("1.5", (1366, 720)), ("2", (1920, 1000))]


@pytest.mark.parametrize(("scale", "screen"), SMALL_SCREENS)
def test_on_a_screen_smaller_than_the_least_window_nothing_is_cut(
    tmp_path: Path, scale: str, screen: tuple[int, int]
):
    told = {"name": "small", "x": 0, "y": 0, "width": screen[0], "height": screen[1]}
    (tmp_path / "screens.json").write_text(json.dumps({"screens": [told]}), "utf-8")
    platform = f"offscreen:configfile={tmp_path / 'screens.json'}"

    ran = subprocess.run(  # noqa: S603 - ourselves
        (sys.executable, "-m", "tests.small_screen", str(tmp_path)),
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (ran.returncode, ran.stdout) == (0, ""), ran.stdout + ran.stderr


def test_a_wide_window_gives_the_list_room_for_its_remarks(opened: Desk):
    widths = []

    for width in (1366, 1600, 1920, 3840):
        opened.window.resize(width, 1040)
        QApplication.processEvents()
        widths.append(opened.bench.sizes()[0])

    assert widths[0] <= widths[1] < widths[2] < widths[3]


@pytest.mark.parametrize(
    ("size", "remark"),
    [
        ((1366, 768), "Skyddade personuppgifter"),
        ((1536, 832), "Besöket har redan varit"),
        ((1920, 1040), "Kort tid till besöket (om 4 dagar)"),
    ],
)
def test_remarks_as_long_as_most_are_whole_on_a_common_screen(
    opened: Desk, size: tuple[int, int], remark: str
):
    opened.window.resize(*size)
    QApplication.processEvents()

    table = opened.bench.bookings.table
    assert cell_width((remark,), table.fontMetrics()) <= table.columnWidth(REMARK)


# 1920×1080 at 125 %.
SCALED = (1536, 832)


def test_at_125_percent_the_letter_is_wide_enough_beside_its_message(opened: Desk):
    opened.window.resize(*SCALED)
    opened.show(RowStatus.READY)
    opened.wait_for_letter()

    message, page = opened.bench.preview.panes()
    assert message.isVisible()
    assert page.width() >= 520


def test_at_125_percent_the_remarks_have_the_room_of_the_channels(opened: Desk):
    opened.window.resize(*SCALED)
    QApplication.processEvents()
    table = opened.bench.bookings.table
    scaled = table.isColumnHidden(CHANNEL), table.columnWidth(REMARK)

    opened.window.resize(1920, 1040)
    QApplication.processEvents()

    assert scaled[0]
    assert scaled[1] >= 150
    assert not table.isColumnHidden(CHANNEL)


def test_where_the_panes_stand_depends_on_the_width_alone(opened: Desk):
    def widths_of(*windows: int) -> list[tuple[list[int], int]]:
        seen = []
        for width in windows:
            opened.window.resize(width, 832)
            QApplication.processEvents()
            seen.append((opened.bench.sizes(), sum(one.isVisible() for one in panes)))
        return seen

    opened.show(RowStatus.READY)
    opened.wait_for_letter()
    panes = opened.bench.preview.panes()

    grown = widths_of(1366, 1500, 1536, 1600, 1920)

    assert widths_of(1920, 1600, 1536, 1500, 1366) == grown[::-1]
    assert [shown for _, shown in grown] == [1, 1, 2, 2, 2]


def test_a_border_that_somebody_has_moved_stays_where_it_is_wished(opened: Desk):
    opened.window.resize(1920, 1040)
    QApplication.processEvents()

    opened.bench.moveSplitter(560, 1)
    opened.window.resize(2100, 1040)
    QApplication.processEvents()

    assert opened.bench.sizes()[0] == 560
