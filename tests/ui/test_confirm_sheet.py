"""The sheet before sending: what leaves, which way, why, and what stays."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.check import Check
from app.findings import Code, Finding, Severity
from app.print_profile import Sides
from app.rows import Row, RowStatus
from app.settings import Paper
from app.swedish_dates import clock, long_date
from tests.fakes import BOTH, LETTER_TYPE, ONLY_1177, VISIT, make_booking, make_draft
from tests.sample_letters import PROFILE
from ui.confirm_sheet import ConfirmSheet, SendSummary


def ready(row_no: int, *, days: int | None = 0, pages: int = 1, route=BOTH) -> Row:
    at = None if days is None else VISIT + timedelta(days=days)
    booking = make_booking(row_no, at=at)
    check = Check(digest="d", page_count=pages)
    return Row(make_draft(booking), route, (), RowStatus.READY, check)


ROWS = (ready(2, days=3, pages=2), ready(3), ready(4, days=17, route=ONLY_1177))
SUMMARY = SendSummary.of(
    ROWS,
    left=37,
    names={LETTER_TYPE.id: "Kallelse till röntgen"},
    version="5b84660e" + "0" * 56,
    profile=PROFILE,
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def words(sheet: ConfirmSheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


def test_the_summary_counts_each_way_and_only_sheets_that_are_posted():
    assert (SUMMARY.letters, SUMMARY.by_inbox, SUMMARY.by_post, SUMMARY.sheets) == (3, 3, 2, 2)


@pytest.mark.parametrize(("sides", "sheets"), [(Sides.BOTH, 4), (Sides.ONE, 6)])
def test_no_two_letters_share_a_sheet_and_the_profile_says_how_many_sides_it_has(sides, sheets):
    rows = (ready(2, pages=3), ready(3, pages=1), ready(4, pages=2))
    profile = PROFILE.model_copy(update={"sides": sides})

    summary = SendSummary.of(rows, left=0, names={}, version="", profile=profile)

    assert summary.sheets == sheets


def again(row_no: int) -> Row:
    """Its booking has been called before, and somebody has said that it is sent all the same."""
    asked = Finding(Code.ALREADY_SENT, Severity.REVIEW, "Redan kallad", "Skicka igen?")
    return replace(ready(row_no), findings=(asked,))


def test_letters_that_are_sent_again_are_counted_by_themselves(window: QWidget):
    """H2"""
    summary = SendSummary.of(
        (*ROWS, again(5), again(6)), left=0, names={}, version="", profile=PROFILE
    )

    sheet = ConfirmSheet(window, summary)

    told = words(sheet)
    assert told[told.index("Skickas igen") + 1] == "2 redan skickade"
    assert "Skickas igen 2 redan skickade." in sheet.accessibleDescription()


def test_no_envelope_is_named_where_nothing_is_posted(window: QWidget):
    summary = SendSummary.of(ROWS[2:], left=0, names={}, version="", profile=PROFILE)

    told = words(ConfirmSheet(window, summary))

    assert "som brev" in told
    assert "Kuvert" not in told


def test_where_nothing_is_sent_again_nothing_is_said_of_it(window: QWidget):
    assert "Skickas igen" not in words(ConfirmSheet(window, SUMMARY))


def test_the_summary_tells_the_first_and_the_last_visit():
    assert (SUMMARY.first, SUMMARY.last) == (VISIT, VISIT + timedelta(days=17))


def test_letters_without_a_booked_time_are_counted_beside_the_visits(window: QWidget):
    summary = SendSummary.of(
        (*ROWS, ready(5, days=None), ready(6, days=None)),
        left=0,
        names={},
        version="",
        profile=PROFILE,
    )

    sheet = ConfirmSheet(window, summary)

    told = words(sheet)
    assert (summary.first, summary.last) == (SUMMARY.first, SUMMARY.last)
    assert told[told.index("Utan bokad tid") + 1] == "2 kallelser"
    assert sheet.accessibleDescription().endswith(
        "Första besök tisdag 12 januari 2027. Sista besök fredag 29 januari 2027. "
        "Utan bokad tid 2 kallelser. Kuvert C5 med fönster till höger."
    )


def test_where_no_letter_has_a_booked_time_no_visit_is_told(window: QWidget):
    summary = SendSummary.of([ready(2, days=None)], left=0, names={}, version="", profile=PROFILE)

    sheet = ConfirmSheet(window, summary)

    told = words(sheet)
    assert told[told.index("Utan bokad tid") + 1] == "1 kallelse"
    assert not {"Första besök", "Sista besök"} & set(told)
    assert sheet.accessibleDescription().endswith(
        "0 blir kvar. Mottagning Röntgen Exempelsjukhuset. Utan bokad tid 1 kallelse. "
        "Kuvert C5 med fönster till höger."
    )


def test_the_summary_groups_the_reasons_with_the_commonest_first():
    assert SUMMARY.reasons == (
        ("1177 + Brev", BOTH.reason, 2),
        ("1177", ONLY_1177.reason, 1),
    )


def test_a_letter_type_that_is_not_offered_any_more_is_named_by_its_id():
    row = ready(2)
    other = replace(row, draft=replace(row.draft, letter_type="gammal"))

    assert SendSummary.of([other], left=0, names={}, version="", profile=PROFILE).letter_types == (
        "gammal",
    )


def test_the_sheet_says_all_that_must_be_read(window: QWidget):
    """H2"""
    sheet = ConfirmSheet(window, SUMMARY)

    told = words(sheet)

    assert told[0] == "Skicka 3 kallelser?"
    for fact in (
        "till 1177", "som brev (2 ark)", "C5 med fönster till höger", "blir kvar", "37",
        "Röntgen Exempelsjukhuset",
        "tisdag 12 januari 2027", "fredag 29 januari 2027", "Kallelse till röntgen", "5b84660e",
        "Testläge: inget lämnar den här datorn.",
    ):  # fmt: skip
        assert fact in told
    assert "37 blir kvar" in sheet.accessibleDescription()


def test_an_unusual_sending_says_why_and_is_confirmed_twice(window: QWidget):
    """H3"""
    sheet = ConfirmSheet(window, replace(SUMMARY, unusual=("Klockan är 23.10.",)))
    sheet.open()
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    at_first = sheet.isVisible(), sheet.send_button.isEnabled()

    QTest.keyClick(sheet.sure, Qt.Key.Key_Space)
    QTest.keyClick(sheet, Qt.Key.Key_Return)

    assert at_first == (True, False)
    assert "Klockan är 23.10." in words(sheet)
    assert sheet.accessibleDescription().endswith("Klockan är 23.10.")
    assert sheet.result() == QDialog.DialogCode.Accepted


def test_a_second_word_that_is_taken_back_is_none(window: QWidget):
    sheet = ConfirmSheet(window, replace(SUMMARY, unusual=("Klockan är 23.10.",)))

    sheet.sure.setChecked(True)
    sheet.sure.setChecked(False)

    assert not sheet.send_button.isEnabled()


def test_an_ordinary_sending_is_confirmed_once(window: QWidget):
    sheet = ConfirmSheet(window, SUMMARY)
    sheet.open()

    assert sheet.sure.isHidden()
    assert sheet.send_button.isEnabled()


def test_return_on_the_button_that_cancels_sends_nothing(window: QWidget, qtbot: QtBot):
    sheet = ConfirmSheet(window, SUMMARY)
    sheet.open()
    sheet.cancel_button.setFocus()

    with qtbot.waitSignal(sheet.finished) as ended:
        QTest.keyClick(sheet.cancel_button, Qt.Key.Key_Return)

    assert ended.args == [QDialog.DialogCode.Rejected]


def test_return_sends_and_escape_does_not(window: QWidget, qtbot: QtBot):
    sending, leaving = ConfirmSheet(window, SUMMARY), ConfirmSheet(window, SUMMARY)
    sending.open()
    leaving.open()

    QTest.keyClick(sending, Qt.Key.Key_Return)
    QTest.keyClick(leaving, Qt.Key.Key_Escape)

    assert sending.result() == QDialog.DialogCode.Accepted
    assert leaving.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize(
    ("paper", "rows", "note"),
    [
        (Paper.PRINT_HOUSE, ROWS, "Testläge: inget lämnar den här datorn."),
        (
            Paper.PRINTER,
            ROWS,
            "Testläge: breven skrivs ut på riktigt, men inget skickas till 1177.",
        ),
        (Paper.PRINTER, ROWS[2:], "Testläge: inget lämnar den här datorn."),
    ],
)
def test_the_sheet_says_what_test_mode_keeps_from_happening(window: QWidget, paper, rows, note):
    summary = SendSummary.of(rows, left=0, names={}, version="", profile=PROFILE, paper=paper)

    assert note in words(ConfirmSheet(window, summary))


def test_the_send_button_repeats_verb_and_count(window: QWidget):
    assert ConfirmSheet(window, SUMMARY).send_button.text() == "Skicka 3 kallelser"


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier]
)
def test_the_keys_that_opened_the_sheet_do_not_also_accept_it(window, qtbot, held):
    sheet = ConfirmSheet(window, SUMMARY)
    sheet.open()

    QTest.keyClick(sheet.send_button, Qt.Key.Key_Return, held)

    assert sheet.isVisible()

    QTest.keyClick(sheet.send_button, Qt.Key.Key_Return)

    assert sheet.result() == QDialog.DialogCode.Accepted


def test_a_key_held_down_does_not_accept_the_sheet(window, qtbot):
    sheet = ConfirmSheet(window, SUMMARY)
    sheet.open()
    nothing = Qt.KeyboardModifier.NoModifier
    repeated = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, nothing, "", True)  # noqa: FBT003 - Qt's own signature

    QApplication.sendEvent(sheet.send_button, repeated)

    assert sheet.isVisible()


def test_a_list_of_another_day_says_when_it_was_read_in_and_one_of_today_does_not(window: QWidget):
    of_friday = replace(SUMMARY, read_at=VISIT)

    told = words(ConfirmSheet(window, of_friday))

    assert told[told.index("Inläst") + 1] == f"{long_date(VISIT.date())} klockan {clock(VISIT)}"
    assert "Inläst" in ConfirmSheet(window, of_friday).accessibleDescription()
    assert "Inläst" not in words(ConfirmSheet(window, SUMMARY))
