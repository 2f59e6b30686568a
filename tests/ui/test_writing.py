"""A person's own words in the real window: a row corrected, and a booking that no file has."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.channels import Reach
from app.findings import Code, Decision
from app.rows import RowStatus
from tests.desk import Desk, sure
from tests.exports import AGFA_EI, table
from tests.forms import choose_system, write
from ui.booking_form import BookingForm

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTRY = AGFA_EI | {"Undersökningsdatum": "2027-01-12"}
BROKEN = ENTRY | {"Patient-id": "19890212-2393"}
UNIT = "SE2321000057-EXEMPEL1"
WRITTEN = {
    "unit_hsa_id": UNIT,
    "person_id": "195907113178",
    "family_name": "Ek",
    "given_name": "Lo",
    "street": "Storgatan 1",
    "postal_code": "553 16",
    "town": "Jönköping",
    "date": "2027-01-13",
    "time": "09.40",
    "care_service": "Röntgen av höger knä",
    "examination_code": "RTG-KNA-H",
    "place": "Röntgen, plan 2",
}


@pytest.fixture
def broken(desk: Desk, tmp_path: Path) -> Desk:
    """With a row whose number is wrong, and a good one of another person."""
    other = ENTRY | {"Patient-id": "194706112234", "Undersöknings-id": "EI2"}
    (tmp_path / "dagens.csv").write_bytes(table(BROKEN, other))
    desk.open(tmp_path / "dagens.csv")
    desk.show(RowStatus.BLOCKED)
    return desk


def key(desk: Desk, which: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(desk.bench.bookings.table, which, modifier)


def form_of(desk: Desk) -> BookingForm:
    return sure(desk.window.findChild(BookingForm))


def save(desk: Desk, form: BookingForm) -> None:
    """Presses Enter, and waits until the letters that it touched are checked."""
    with desk.qtbot.waitSignal(desk.utskick.checked):
        QTest.keyClick(form, Qt.Key.Key_Return)
    desk.activate()


def write_new(desk: Desk, *, care_system: str = "", **texts: str) -> BookingForm:
    key(desk, Qt.Key.Key_N, CONTROL)
    form = form_of(desk)
    if care_system:
        choose_system(form, care_system)
    write(form, **WRITTEN | texts)
    return form


def correct_number(desk: Desk) -> None:
    key(desk, Qt.Key.Key_F2)
    form = form_of(desk)
    write(form, person_id="19890212-2392")
    save(desk, form)


def test_k_in_the_panel_opens_the_row_and_what_is_saved_is_checked_anew(broken: Desk):
    broken.bench.fix_panel.take_focus()
    QTest.keyClick(broken.bench.fix_panel, Qt.Key.Key_K)
    form = form_of(broken)
    write(form, person_id="19890212-2392")

    save(broken, form)

    assert broken.shown.row_no == 2
    assert broken.shown.status is RowStatus.READY
    assert broken.shown.draft.booking.patient.id.value == "198902122392"


def test_1177_is_asked_about_the_person_that_was_written(broken: Desk):
    correct_number(broken)

    assert broken.worklist.reach(broken.worklist.row(2)) is not Reach.NOT_ANSWERED


def test_undo_takes_a_correction_back(broken: Desk):
    correct_number(broken)

    key(broken, Qt.Key.Key_Z, CONTROL)

    assert broken.shown.status is RowStatus.BLOCKED
    assert broken.shown.draft.booking.patient.id.value == "19890212-2393"


def test_a_form_that_is_left_changes_nothing(broken: Desk):
    key(broken, Qt.Key.Key_F2)
    form = form_of(broken)
    write(form, person_id="19890212-2392")

    QTest.keyClick(form, Qt.Key.Key_Escape)

    assert broken.worklist.row(2).status is RowStatus.BLOCKED
    assert broken.worklist.decided() == ()


def test_a_protected_identity_cannot_be_opened(opened: Desk):
    opened.show(RowStatus.BLOCKED, label="Skyddade")

    key(opened, Qt.Key.Key_F2)
    opened.bench.fix_panel.decided.emit(Decision.CORRECT)

    assert not opened.window.commands.correct.isEnabled()
    assert opened.window.findChild(BookingForm) is None


def test_a_person_who_turns_out_to_be_protected_is_hidden_at_once(broken: Desk):
    key(broken, Qt.Key.Key_F2)
    form = form_of(broken)
    write(form, person_id="19890212-2392", protected="ja")

    save(broken, form)

    assert sure(broken.shown.open_finding).code is Code.PROTECTED
    assert not broken.window.commands.correct.isEnabled()


def test_a_correction_of_a_list_that_is_gone_is_not_given_to_another_row(
    broken: Desk, tmp_path: Path
):
    key(broken, Qt.Key.Key_F2)
    form = form_of(broken)
    write(form, person_id="19890212-2392")
    (tmp_path / "andra.csv").write_bytes(table(ENTRY))
    broken.open(tmp_path / "andra.csv")

    QTest.keyClick(form, Qt.Key.Key_Return)

    assert broken.worklist.decided() == ()
    assert "det du skrev sparades inte" in broken.view.notice.text


def test_a_new_booking_goes_into_the_open_list_and_is_shown(broken: Desk):
    broken.bench.bookings.chips[next(iter(broken.bench.bookings.chips))].trigger()
    broken.view.search.setText("Ahlgren")

    save(broken, write_new(broken))

    assert broken.view.search.text() == ""
    assert broken.shown.draft.booking.row_label == "H1"
    assert broken.shown.status is RowStatus.READY
    assert broken.worklist.counts().total == 3
    assert broken.bench.bookings.model.rowCount() == 3


def test_a_new_booking_that_the_file_has_too_is_asked_about_on_both_rows(broken: Desk):
    save(broken, write_new(broken, person_id="194706112234", date="2027-01-12", time="08:15"))

    codes = [sure(broken.worklist.row(no).open_finding).code for no in (3, broken.shown.row_no)]

    assert codes == [Code.DUPLICATE, Code.DUPLICATE]
    place = sure(broken.bench.bookings.model.position(3))
    assert broken.bench.bookings.model.line(place).row.status is RowStatus.REVIEW


def test_a_new_booking_stays_when_the_file_is_read_again(broken: Desk):
    save(broken, write_new(broken))

    with broken.qtbot.waitSignal(broken.utskick.checked):
        key(broken, Qt.Key.Key_F5)

    assert [row.draft.booking.row_label for row in broken.worklist.rows] == ["2", "3", "H1"]
    assert broken.bench.bookings.model.rowCount() == 3


def test_a_new_booking_on_an_empty_desk_is_a_list_of_its_own(desk: Desk):
    told: list[str] = []
    desk.utskick.file_told.connect(lambda *words: told.append("  ·  ".join(words)))
    desk.window.commands.write_new.trigger()
    form = form_of(desk)
    choose_system(form, "agfa_ei")
    write(form, **WRITTEN)

    save(desk, form)

    assert [row.draft.booking.row_label for row in desk.worklist.rows] == ["H1"]
    assert desk.shown.status is RowStatus.READY
    assert told[-1].startswith("Skriven för hand  ·  ")
    assert "  ·  1 rad  ·  " in told[-1]
    assert "  ·  Agfa EI" in told[-1]


def test_a_list_written_by_hand_cannot_be_read_again(desk: Desk):
    desk.window.commands.write_new.trigger()
    form = form_of(desk)
    choose_system(form, "agfa_ei")
    write(form, **WRITTEN)
    save(desk, form)

    key(desk, Qt.Key.Key_F5)

    assert desk.worklist.counts().total == 1
    assert "ingen fil att läsa in igen" in desk.view.notice.text


def test_a_booking_of_another_care_system_gets_a_list_of_its_own(broken: Desk):
    unit = broken.services.care_systems["paf"].units[0].hsa_id

    form = write_new(broken, care_system="paf", unit_hsa_id=unit)
    save(broken, form)

    assert broken.worklist.batch.care_system == "paf"
    assert [row.draft.booking.row_label for row in broken.worklist.rows] == ["H1"]


def test_a_new_booking_can_be_written_while_history_is_shown(broken: Desk):
    broken.window.show_history()

    save(broken, write_new(broken))

    assert broken.view.isVisible()
    assert broken.shown.draft.booking.row_label == "H1"


def test_a_written_booking_is_left_out_again_by_undoing(broken: Desk):
    save(broken, write_new(broken))
    row_no = broken.shown.row_no

    key(broken, Qt.Key.Key_Z, CONTROL)

    assert broken.worklist.row(row_no).draft.left_out == "Ångrad"
    assert broken.worklist.row(row_no).status is RowStatus.LEFT_OUT
