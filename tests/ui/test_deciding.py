"""Triage in the real window: every decision, its keys, and where the list goes next."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from app.findings import Code, Decision
from app.rows import RowStatus
from tests.desk import Desk, sure
from tests.exports import AGFA_EI, table
from ui.address_dialog import AddressDialog
from ui.free_text_dialog import FreeTextDialog
from ui.parts import Tone

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
ENTRY = AGFA_EI | {"Undersökningsdatum": "2027-01-12"}
SPEAKERS = {
    "198902122392": "arabiska",
    "195907113178": "finska",
    "194706112234": "polska",
    "189809152384": "",
}


def export(path: Path, *rows: dict[str, str]) -> Path:
    path.write_bytes(table(*rows))
    return path


def key(desk: Desk, which: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(desk.bench.bookings.table, which, modifier)


def test_space_approves_and_goes_on_to_the_next_problem(opened: Desk):
    row = opened.show(RowStatus.REVIEW, label="Tolk")

    key(opened, Qt.Key.Key_Space)

    assert opened.worklist.row(row.row_no).status is RowStatus.READY
    assert opened.shown.row_no != row.row_no
    assert opened.shown.status in {RowStatus.BLOCKED, RowStatus.REVIEW}


@pytest.mark.parametrize(
    ("which", "modifier"),
    [(Qt.Key.Key_E, CONTROL), (Qt.Key.Key_K, CONTROL), (Qt.Key.Key_F2, NO_MODIFIER)],
)
def test_no_row_is_decided_about_behind_another_page(opened: Desk, tmp_path: Path, which, modifier):
    opened.show(RowStatus.REVIEW)
    opened.utskick.open_files(tmp_path / "borta.csv")
    opened.wait(opened.view.error_page.isVisible)

    QTest.keyClick(opened.window, which, modifier)
    opened.window.commands.approve.trigger()

    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    assert opened.worklist.decided() == ()


def test_space_never_answers_a_question_that_has_a_key_of_its_own(opened: Desk):
    row = opened.show(RowStatus.REVIEW, label="Kort tid")

    key(opened, Qt.Key.Key_Space)

    assert opened.worklist.row(row.row_no).status is RowStatus.REVIEW
    assert opened.window.commands.approve.toolTip() == "Se rutan under listan (F4)"


def test_f4_takes_the_keys_to_the_panel(opened: Desk):
    row = opened.show(RowStatus.REVIEW, label="Kort tid")
    key(opened, Qt.Key.Key_F4)

    QTest.keyClick(opened.bench.fix_panel, Qt.Key.Key_P)

    assert opened.worklist.row(row.row_no).draft.left_out == "Ring patienten"


def test_of_two_alike_one_is_kept_and_the_other_left_out(opened: Desk):
    row = opened.show(RowStatus.REVIEW, label="Samma patient")
    opened.bench.fix_panel.decided.emit(sure(row.open_finding).choices[0].decision)

    twin = next(
        other
        for other in opened.worklist.rows
        if other.draft.left_out == f"Dubblett av rad {row.row_no}"
    )

    assert Code.DUPLICATE in opened.worklist.row(row.row_no).draft.approved
    assert opened.shown.row_no not in {row.row_no, twin.row_no}


@pytest.fixture
def alike(desk: Desk, tmp_path: Path) -> Desk:
    """Three rows with an interpreter, of which one also lacks its address, and a plain one."""
    rows = [
        ENTRY | {"Undersöknings-id": f"EI{no}", "Patient-id": person, "Tolkspråk": language}
        for no, (person, language) in enumerate(SPEAKERS.items())
    ]
    rows[2] |= {"Gatuadress": ""}
    desk.open(export(tmp_path / "tolk.csv", *rows))
    desk.show(RowStatus.REVIEW, label="Tolk")
    return desk


def approved(desk: Desk) -> list[int]:
    return [r.row_no for r in desk.worklist.rows if Code.INTERPRETER in r.draft.approved]


def test_the_panel_tells_how_many_more_rows_ask_the_same(alike: Desk):
    assert "Gäller 1 till." in alike.bench.fix_panel.accessibleName()


def test_shift_in_the_panel_decides_all_alike_as_one_step_to_undo(alike: Desk):
    alike.bench.fix_panel.take_focus()

    QTest.keyClick(alike.bench.fix_panel, Qt.Key.Key_H, SHIFT)
    left_out = [row.row_no for row in alike.worklist.rows if row.draft.left_out]
    told = alike.view.notice.text
    alike.view.notice.undo.click()

    assert sorted(left_out) == [2, 3]
    assert told == "Hoppar över 2 bokningar."
    assert not any(row.draft.left_out for row in alike.worklist.rows)


def test_shift_and_space_in_the_list_approves_all_alike_and_goes_on(alike: Desk):
    key(alike, Qt.Key.Key_Space, SHIFT)

    assert sorted(approved(alike)) == [2, 3]
    assert alike.view.notice.text == "Godkände 2 bokningar."
    assert alike.shown.status is RowStatus.BLOCKED


@pytest.fixture
def alone(desk: Desk, tmp_path: Path) -> Desk:
    """One row that asks something which no other row asks."""
    person, language = next(iter(SPEAKERS.items()))
    desk.open(export(tmp_path / "tolk.csv", ENTRY | {"Patient-id": person, "Tolkspråk": language}))
    desk.show(RowStatus.REVIEW, label="Tolk")
    return desk


@pytest.mark.parametrize("place", ["list", "panel"])
def test_shift_on_a_row_with_none_alike_acts_as_the_plain_key(alone: Desk, place: str):
    at = {"list": alone.bench.bookings.table, "panel": alone.bench.fix_panel}[place]

    QTest.keyClick(at, Qt.Key.Key_Space, SHIFT)

    assert approved(alone) == [2]
    assert alone.view.notice.text == ""


def test_shift_and_a_letter_on_a_row_with_none_alike_acts_as_the_letter(alone: Desk):
    QTest.keyClick(alone.bench.fix_panel, Qt.Key.Key_H, SHIFT)

    assert alone.worklist.row(2).draft.left_out


def test_shift_and_space_approves_nothing_where_space_would_not(alike: Desk):
    alike.show(RowStatus.BLOCKED)

    key(alike, Qt.Key.Key_Space, SHIFT)

    assert approved(alike) == []


def test_of_many_that_are_taken_back_by_the_key_it_is_told_how_many(alike: Desk):
    key(alike, Qt.Key.Key_Space, SHIFT)

    key(alike, Qt.Key.Key_Z, CONTROL)

    assert approved(alike) == []
    assert alike.view.notice.text == "Ångrat på 2 bokningar: godkänna."


def test_undo_takes_a_decision_back_and_goes_to_its_row(opened: Desk):
    row = opened.show(RowStatus.REVIEW, label="Tolk")
    key(opened, Qt.Key.Key_Space)

    key(opened, Qt.Key.Key_Z, CONTROL)

    assert opened.shown.row_no == row.row_no
    assert opened.shown.status is RowStatus.REVIEW


def test_undo_tells_in_sight_what_it_took_back_and_on_which_row(opened: Desk):
    row = opened.show(RowStatus.REVIEW, label="Tolk")
    key(opened, Qt.Key.Key_Space)

    key(opened, Qt.Key.Key_Z, CONTROL)

    assert opened.view.notice.isVisible()
    assert opened.view.notice.text == f"Ångrat på rad {row.draft.booking.row_label}: godkänna."
    assert opened.view.notice._fading.isActive()


def test_undo_with_nothing_to_undo_leaves_what_was_told(opened: Desk):
    opened.view.notice.show_news("Något annat.", tone=Tone.NEWS)

    key(opened, Qt.Key.Key_Z, CONTROL)

    assert opened.view.notice.text == "Något annat."


def hold_down(at: QWidget, which: Qt.Key, letter: str = "") -> None:
    """A key that is pressed and repeats, wherever the focus goes meanwhile."""
    kind = QEvent.Type.KeyPress
    QApplication.sendEvent(at, QKeyEvent(kind, which, NO_MODIFIER, letter, False))  # noqa: FBT003 - Qt's own
    for _ in range(5):
        focus = QApplication.focusWidget() or at
        QApplication.sendEvent(focus, QKeyEvent(kind, which, NO_MODIFIER, letter, True))  # noqa: FBT003 - Qt's own


def test_space_held_down_approves_no_more_than_the_row_that_was_seen(opened: Desk):
    opened.activate()
    row = opened.show(RowStatus.REVIEW, label="Utland")
    opened.bench.bookings.table.setFocus()

    hold_down(opened.bench.bookings.table, Qt.Key.Key_Space, " ")

    assert [draft.booking.row_no for draft in opened.worklist.decided()] == [row.row_no]


def test_a_letter_held_down_decides_no_more_than_the_row_that_was_seen(opened: Desk):
    opened.activate()
    row = opened.show(RowStatus.BLOCKED)
    opened.bench.fix_panel.take_focus()

    hold_down(opened.bench.fix_panel, Qt.Key.Key_H, "h")

    assert [draft.booking.row_no for draft in opened.worklist.decided()] == [row.row_no]


def test_an_arrow_held_down_goes_on_through_the_list(opened: Desk):
    opened.activate()
    rows = opened.worklist.rows
    opened.bench.bookings.show_row(rows[0].row_no)
    opened.bench.bookings.table.setFocus()

    hold_down(opened.bench.bookings.table, Qt.Key.Key_Down)

    assert opened.shown.row_no == rows[6].row_no


@pytest.fixture(params=["error", "loading", "question"])
def behind(request: pytest.FixtureRequest, opened: Desk) -> Desk:
    """A decision has been made, and then another page stands before the list."""
    opened.activate()
    opened.show(RowStatus.REVIEW, label="Tolk")
    key(opened, Qt.Key.Key_Space)
    opened.show(RowStatus.READY)
    pages = {
        "error": opened.view.error_page,
        "loading": opened.view.loading_page,
        "question": opened.utskick._opening.mapping,
    }
    opened.view.show_page(pages[request.param])
    return opened


@pytest.mark.parametrize(
    ("which", "modifier"),
    [
        (Qt.Key.Key_Z, CONTROL),
        (Qt.Key.Key_Down, CONTROL),
        (Qt.Key.Key_Up, CONTROL),
        (Qt.Key.Key_F8, NO_MODIFIER),
        (Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_behind_another_page_no_key_undoes_or_steps(behind: Desk, which, modifier):
    rows, shown = behind.worklist.rows, behind.shown

    QTest.keyClick(behind.window, which, modifier)

    assert behind.worklist.rows == rows
    assert behind.shown == shown
    assert behind.bench.bookings.model.rowCount() == len(rows)


def test_behind_another_page_no_letter_is_changed(behind: Desk):
    rows, picker = behind.worklist.rows, behind.view.picker

    picker.for_all.trigger()
    picker.types.chosen.emit("finns_inte")
    behind.bench.fix_panel.decided_alike.emit(Decision.SKIP)

    assert behind.worklist.rows == rows
    assert not picker.types.isEnabled()
    assert not behind.view.search.isEnabled()


def test_a_notice_behind_another_page_offers_no_undo(behind: Desk):
    behind.view.notice.show_change("Brevtypen är ändrad för 19 bokningar.")

    assert not behind.view.notice.undo.isEnabled()


def test_when_the_list_is_seen_again_its_tools_and_its_undo_are_back(behind: Desk):
    commands, picker = behind.window.commands, behind.view.picker

    behind.utskick._opening.left.emit()
    tools = (picker.types, picker.for_all, behind.view.search, commands.next_row, commands.channel)
    key(behind, Qt.Key.Key_Z, CONTROL)

    assert all(tool.isEnabled() for tool in tools)
    assert behind.shown.status is RowStatus.REVIEW
    assert behind.view.notice.text.endswith(": godkänna.")


def test_a_row_that_was_left_out_can_be_taken_back(opened: Desk):
    row = opened.show(RowStatus.READY)
    opened.bench.fix_panel.take_focus()
    QTest.keyClick(opened.bench.fix_panel, Qt.Key.Key_H)
    left_out = opened.worklist.row(row.row_no).status
    opened.bench.bookings.show_row(row.row_no)

    QTest.keyClick(opened.bench.fix_panel, Qt.Key.Key_T)

    assert left_out is RowStatus.LEFT_OUT
    assert opened.shown.row_no == row.row_no
    assert opened.shown.status is RowStatus.READY


def test_a_written_address_makes_the_letter_ready(opened: Desk):
    row = opened.show(RowStatus.BLOCKED, label="Adress saknas")
    opened.bench.fix_panel.take_focus()
    QTest.keyClick(opened.bench.fix_panel, Qt.Key.Key_D)
    dialog = sure(opened.bench.findChild(AddressDialog))
    for part, text in (("street", "Storgatan 1"), ("postal_code", "553 16"), ("town", "Habo")):
        dialog.fields[part].setText(text)

    with opened.qtbot.waitSignal(opened.utskick.checked):
        dialog.accept()

    assert opened.worklist.row(row.row_no).status is RowStatus.READY
    assert opened.worklist.row(row.row_no).draft.mailing_address.town == "Habo"


def test_f8_and_shift_f8_go_between_problems_only(opened: Desk):
    opened.show(RowStatus.READY)

    key(opened, Qt.Key.Key_F8)
    first = opened.shown
    key(opened, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    assert first.status in {RowStatus.BLOCKED, RowStatus.REVIEW}
    assert opened.shown.status in {RowStatus.BLOCKED, RowStatus.REVIEW}
    assert opened.shown.row_no != first.row_no


def test_control_and_arrows_step_through_the_list_from_anywhere(opened: Desk):
    first = opened.shown.row_no
    opened.bench.fix_panel.take_focus()

    QTest.keyClick(opened.bench.fix_panel, Qt.Key.Key_Down, CONTROL)
    second = opened.shown.row_no
    QTest.keyClick(opened.bench.fix_panel, Qt.Key.Key_Up, CONTROL)

    assert second != first == opened.shown.row_no


def test_another_letter_type_renders_and_checks_the_letter_anew(opened: Desk):
    row = opened.show(RowStatus.READY)
    picker = opened.view.picker

    picker.types.chosen.emit("finns_inte")
    without = opened.worklist.row(row.row_no)
    with opened.qtbot.waitSignal(opened.utskick.checked):
        picker.types.chosen.emit(row.draft.letter_type)

    assert without.status is RowStatus.BLOCKED
    assert sure(without.open_finding).label == "Brevtyp saknas"
    assert opened.worklist.row(row.row_no).status is RowStatus.READY


def test_a_letter_type_for_all_is_one_step_to_undo(opened: Desk):
    ready = opened.worklist.counts().of(RowStatus.READY)
    opened.view.picker.chosen_for_all.emit("finns_inte")
    told = opened.view.notice.text
    none = opened.worklist.counts().of(RowStatus.READY)

    with opened.qtbot.waitSignal(opened.utskick.checked):
        opened.view.notice.undo.click()

    assert told == "Brevtypen är ändrad för 19 bokningar."
    assert none == 0
    assert opened.worklist.counts().of(RowStatus.READY) == ready


def test_a_protected_identity_offers_no_letter_type_and_shows_no_preview(opened: Desk):
    opened.show(RowStatus.BLOCKED, label="Skyddade")

    picker = sure(opened.view.picker.findChild(QComboBox))
    words = [
        label.text() for label in opened.bench.preview.findChildren(QLabel) if label.isVisible()
    ]

    assert not picker.isEnabled()
    assert words == ["Skyddade personuppgifter. Ingen förhandsvisning visas."]


def write_text(desk: Desk, text: str) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_E, CONTROL)
    dialog = sure(desk.window.findChild(FreeTextDialog))
    dialog.field.setPlainText(text)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)


def test_a_free_text_is_in_the_letter_once_written_and_gone_once_undone(clean_desk: Desk):
    row_no = clean_desk.shown.row_no

    write_text(clean_desk, "Ta med provröret.")
    written = clean_desk.worklist.row(row_no)
    clean_desk.window.commands.undo.trigger()

    assert written.draft.free_text == "Ta med provröret."
    assert clean_desk.worklist.row(row_no).draft.free_text == ""


def test_a_sensitive_free_text_is_asked_about_and_can_be_changed(clean_desk: Desk):
    row_no = clean_desk.shown.row_no

    write_text(clean_desk, "Ditt provsvar har kommit.")
    asked = clean_desk.worklist.row(row_no)
    write_text(clean_desk, "Välkommen.")

    assert sure(asked.open_finding).code is Code.FREETEXT
    assert clean_desk.worklist.row(row_no).status is RowStatus.CHECKING


def test_a_protected_identity_gets_no_free_text(opened: Desk):
    opened.show(RowStatus.BLOCKED, label="Skyddade")

    assert not opened.window.commands.free_text.isEnabled()


def test_a_free_text_of_a_list_that_is_gone_is_not_given_to_another(
    clean_desk: Desk, tmp_path: Path
):
    QTest.keyClick(clean_desk.window, Qt.Key.Key_E, CONTROL)
    dialog = sure(clean_desk.window.findChild(FreeTextDialog))

    clean_desk.open(export(tmp_path / "andra.csv", ENTRY))
    dialog.field.setPlainText("Till någon annan.")
    dialog.accept()

    assert all(row.draft.free_text == "" for row in clean_desk.worklist.rows)
    assert "det du skrev sparades inte" in clean_desk.view.notice.text


def test_an_address_of_a_list_that_is_gone_is_not_given_to_another_patient(
    clean_desk: Desk, tmp_path: Path
):
    clean_desk.open(export(tmp_path / "första.csv", ENTRY | {"Gatuadress": ""}))
    clean_desk.bench.fix_panel.take_focus()
    QTest.keyClick(clean_desk.bench.fix_panel, Qt.Key.Key_D)
    dialog = sure(clean_desk.bench.findChild(AddressDialog))
    dialog.fields["street"].setText("Storgatan 1")

    other = ENTRY | {"Patient-id": "195907113178", "Undersöknings-id": "EI2"}
    clean_desk.open(export(tmp_path / "andra.csv", other))
    dialog.accept()

    assert [row.draft.address for row in clean_desk.worklist.rows] == [None]
    assert "det du skrev sparades inte" in clean_desk.view.notice.text
