"""The list's model: order, filter, search and what each cell says, by Qt's own rules."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.bookings import ROWS_PER_FILE, BookingState, VisitKind, number_by_hand
from app.findings import Code, Finding, Severity
from app.rows import Row, RowStatus
from tests.fakes import VISIT, make_booking, make_draft, revised
from tests.listed_rows import NO_ADDRESS, make_row, named
from ui.bookings_filters import FILTERS
from ui.bookings_model import (
    HEADERS,
    PATIENT,
    REMARK,
    ROW_NO,
    STATUS,
    BookingsModel,
    lines,
)

ROLES = Qt.ItemDataRole
CANCELLED = Finding(Code.CANCELLED, Severity.REVIEW, "Avbokad efter kallelsen", "Välj.")


def make_model(*rows: Row) -> BookingsModel:
    model = BookingsModel()
    model.show_lines(lines(rows))
    return model


def shown(model: BookingsModel) -> list[int]:
    return [model.line(place).row.row_no for place in range(model.rowCount())]


def test_qts_own_referee_finds_nothing_while_the_list_changes(
    qtbot: QtBot, qtmodeltester: ModelTester
):
    model = make_model(*(make_row(no) for no in range(2, 40)))
    referee = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_search("karin")
    model.show_changed(lines([make_row(5, RowStatus.BLOCKED, NO_ADDRESS)]))
    model.show_filter(FILTERS[1])
    model.show_search("")
    model.show_changed(lines([make_row(5, RowStatus.LEFT_OUT)]))
    model.show_lines(lines([]))
    model.show_lines(lines([make_row(2)]))

    qtmodeltester.check(model, force_py=True)
    assert referee.model() is model


def test_a_row_that_changes_goes_to_its_place_by_urgency_then_by_visit_time(qtbot: QtBot):
    sooner = replace(
        make_row(4), draft=make_draft(revised(make_booking(4), at=VISIT.replace(hour=8)))
    )
    model = make_model(make_row(3, RowStatus.REVIEW), sooner, make_row(2))

    model.show_changed(lines([make_row(2, RowStatus.BLOCKED, NO_ADDRESS)]))
    blocked = shown(model)
    model.show_changed(lines([replace(sooner, status=RowStatus.REVIEW)]))

    assert blocked == [2, 3, 4]
    assert shown(model) == [2, 4, 3]


def test_a_letter_that_has_been_checked_does_not_move_in_the_list(qtbot: QtBot):
    model = make_model(*(make_row(no, RowStatus.CHECKING) for no in (2, 3, 4)))

    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as change:
        model.show_changed(lines([make_row(3, RowStatus.READY)]))

    assert change.args[0].row() == 1
    assert model.index(1, STATUS).data() == "Klar"


def test_a_row_that_is_new_takes_its_place_in_the_list(qtbot: QtBot):
    model = make_model(make_row(2), make_row(5))

    model.show_changed(lines([make_row(3), make_row(5, RowStatus.REVIEW)]))

    assert shown(model) == [5, 2, 3]


def test_the_number_column_says_which_file_a_row_is_in_and_what_was_typed_by_hand(qtbot: QtBot):
    model = make_model(make_row(2), make_row(ROWS_PER_FILE + 14), make_row(number_by_hand(1)))

    model.show_search("2:14")
    found = shown(model)
    model.show_search("")

    assert [model.index(place, ROW_NO).data() for place in range(3)] == ["2", "2:14", "H1"]
    assert found == [ROWS_PER_FILE + 14]


@pytest.mark.parametrize(
    ("state", "kind", "findings", "remark"),
    [
        (BookingState.BOOKED, VisitKind.IN_PERSON, (NO_ADDRESS,), "Adress saknas"),
        (BookingState.BOOKED, VisitKind.PHONE, (), "Telefon"),
        (BookingState.REBOOKED, VisitKind.VIDEO, (NO_ADDRESS,), "Ombokad · Video · Adress saknas"),
        (BookingState.CANCELLED, VisitKind.IN_PERSON, (), "Avbokad"),
        (
            BookingState.CANCELLED,
            VisitKind.PHONE,
            (CANCELLED,),
            "Telefon · Avbokad efter kallelsen",
        ),
    ],
)
def test_the_remark_begins_with_what_is_out_of_the_ordinary(
    qtbot: QtBot, state: BookingState, kind: VisitKind, findings: tuple[Finding, ...], remark: str
):
    row = make_row(2, RowStatus.REVIEW, *findings)
    booking = row.draft.booking
    booking = replace(booking, state=state, visit=replace(booking.visit, kind=kind))

    model = make_model(replace(row, draft=replace(row.draft, booking=booking)))

    assert model.index(0, REMARK).data() == remark


def test_a_protected_identity_does_not_tell_how_the_visit_is_held(qtbot: QtBot):
    row = named(make_row(2, RowStatus.BLOCKED), "Hemlig", protected=True)
    booking = row.draft.booking
    booking = replace(booking, visit=replace(booking.visit, kind=VisitKind.PHONE))

    model = make_model(replace(row, draft=replace(row.draft, booking=booking)))

    assert model.index(0, REMARK).data() == ""


def test_a_filter_shows_its_statuses_only(qtbot: QtBot):
    model = make_model(make_row(2, RowStatus.BLOCKED, NO_ADDRESS), make_row(3))

    model.show_filter(FILTERS[1])

    assert shown(model) == [2]


@pytest.mark.parametrize(
    ("text", "found"),
    [("öb", [2]), ("ÖBERG", [2]), ("märta öb", [2]), ("198001022386", [5]), ("12 jan", [2, 5])],
)
def test_a_search_finds_names_numbers_and_times_whatever_the_case(
    qtbot: QtBot, text: str, found: list[int]
):
    model = make_model(named(make_row(2), "Öberg"), named(make_row(5), "Ärlig"))

    model.show_search(text)

    assert shown(model) == found


def test_a_search_that_is_typed_on_narrows_and_one_that_is_wiped_widens(qtbot: QtBot):
    model = make_model(named(make_row(2), "Berg"), named(make_row(3), "Bergman"))

    model.show_search("berg")
    both = shown(model)
    model.show_search("bergm")
    one = shown(model)
    model.show_search("ber")

    assert (both, one, shown(model)) == ([2, 3], [3], [2, 3])


def test_a_protected_identity_shows_and_finds_nothing_but_its_row(qtbot: QtBot):
    model = make_model(named(make_row(7), "Hemlig", protected=True))
    roles = (ROLES.DisplayRole, ROLES.ToolTipRole, ROLES.AccessibleTextRole)

    told = "".join(
        str(model.data(model.index(0, column), role))
        for column in range(len(HEADERS))
        for role in roles
    )
    model.show_search("hemlig")

    assert shown(model) == []
    assert "(skyddade uppgifter)" in told
    assert not any(word in told for word in ("Hemlig", "Märta", "12 jan", "1177"))


def test_a_screen_reader_gets_the_row_as_one_sentence(qtbot: QtBot):
    model = make_model(named(make_row(2, RowStatus.BLOCKED, NO_ADDRESS), "Andersson"))

    sentence = model.data(model.index(0, PATIENT), ROLES.AccessibleTextRole)

    assert sentence == (
        "Åtgärda. Andersson, Märta. Tisdag 12 januari klockan 09.40. 1177 + Brev. "
        "Adress saknas. Rad 2."
    )


def test_a_name_with_markup_is_shown_letter_by_letter(qtbot: QtBot):
    model = make_model(named(make_row(2), "<b>Berg</b>"))

    assert model.index(0, PATIENT).data() == "<b>Berg</b>, Märta"
    assert "&lt;b&gt;" in model.data(model.index(0, PATIENT), ROLES.ToolTipRole)


def test_the_tooltip_of_a_remark_tells_the_whole_finding(qtbot: QtBot):
    model = make_model(make_row(2, RowStatus.BLOCKED, NO_ADDRESS))

    assert "Skriv adressen." in model.data(model.index(0, REMARK), ROLES.ToolTipRole)


def test_the_next_problem_goes_round_and_passes_what_is_done_with(qtbot: QtBot):
    model = make_model(
        make_row(2, RowStatus.BLOCKED, NO_ADDRESS), make_row(3, RowStatus.REVIEW), make_row(4)
    )

    assert model.next_problem(0, step=1) == 1
    assert model.next_problem(1, step=1) == 0
    assert model.next_problem(0, step=-1) == 1
    assert model.next_problem(0, step=1, passing=(3,)) == 0
    assert model.next_problem(0, step=1, passing=(2, 3)) is None


def test_the_columns_are_named(qtbot: QtBot):
    model = make_model()

    names = [
        model.headerData(column, Qt.Orientation.Horizontal, ROLES.DisplayRole)
        for column in range(len(HEADERS))
    ]

    assert names == ["Status", "Besök", "Patient", "Kanal", "Anmärkning", "Rad"]
    assert model.headerData(0, Qt.Orientation.Vertical, ROLES.DisplayRole) is None


def test_every_status_but_the_passing_one_has_a_chip():
    in_chips = {status for chip in FILTERS for status in chip.statuses}

    assert in_chips == set(RowStatus) - {RowStatus.CHECKING}
