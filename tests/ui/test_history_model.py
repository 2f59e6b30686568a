"""History's list: read a portion at a time, and always the answer to the latest question."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.dispatch import STATUS_NAMES, Dispatch, Status
from app.draft import Channel
from app.history import Question
from app.orders import order
from tests.fakes import NOON, SOURCES, make_booking, make_draft, make_preview
from ui.history_model import (
    HEADERS,
    LETTER_TYPE,
    PATIENT,
    PORTION,
    STATUS,
    TIME,
    VERSION,
    VISIT,
    HistoryModel,
    PageRequest,
)

FIRST = make_preview()


def make_dispatch(number: int = 0, *, status: Status = Status.SENT) -> Dispatch:
    preview = make_preview(make_draft(make_booking(2 + number))) if number else FIRST
    made = order(
        preview, Channel.INBOX_1177, utskick="u1", sources=SOURCES, user="prov", at=NOON
    ).dispatch
    return replace(made, status=status, changed_at=NOON + timedelta(minutes=number))


MANY = [make_dispatch(number) for number in range(2 * PORTION + 10)]


class Asked(list[PageRequest]):
    """What a model has asked for; `answer` gives it what history would."""

    def __init__(self, model: HistoryModel) -> None:
        super().__init__()
        self.model = model
        model.page_wanted.connect(self.append)

    def answer(self, found: list[Dispatch], *, number: int = -1) -> None:
        request = self[number]
        self.model.take(request, found[request.offset : request.offset + request.limit])


@pytest.fixture
def model(qtbot: QtBot) -> HistoryModel:
    return HistoryModel()


@pytest.fixture
def asked(model: HistoryModel) -> Asked:
    return Asked(model)


def cell(model: HistoryModel, column: int, role: Qt.ItemDataRole, *, row: int = 0):
    return model.data(model.index(row, column), role)


def test_the_model_keeps_qts_own_rules(model, asked, qtmodeltester):
    model.ask(Question())
    asked.answer(MANY)

    qtmodeltester.check(model, force_py=True)


def test_the_model_keeps_them_while_it_grows(model, asked):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.ask(Question())
    asked.answer(MANY)
    model.fetchMore(QModelIndex())
    asked.answer(MANY)
    model.ask(Question(words="ek"))
    asked.answer([])

    assert tester.model() is model
    assert model.rowCount() == 0


def test_a_question_asks_for_its_first_rows_and_shows_them_when_they_come(model, asked):
    model.ask(Question(words="ek"))
    before = model.rowCount()
    asked.answer(MANY)

    assert (asked[0].question, asked[0].offset) == (Question(words="ek"), 0)
    assert (before, model.rowCount()) == (0, PORTION)
    assert [model.dispatch(row) for row in range(PORTION)] == MANY[:PORTION]


def test_more_rows_are_asked_for_once_and_added_below(model, asked):
    model.ask(Question())
    asked.answer(MANY)

    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    asked.answer(MANY)

    portions = [(request.offset, request.limit) for request in asked]
    assert portions == [(0, PORTION), (PORTION, PORTION)]
    assert model.rowCount() == 2 * PORTION
    assert model.dispatch(PORTION) == MANY[PORTION]


def test_the_end_of_history_is_the_end(model, asked):
    model.ask(Question())
    asked.answer(MANY)
    for _ in range(2):
        model.fetchMore(QModelIndex())
        asked.answer(MANY)

    assert model.rowCount() == len(MANY)
    assert not model.canFetchMore(QModelIndex())


def test_a_last_portion_that_is_full_is_followed_by_an_empty_one(model, asked):
    model.ask(Question())
    asked.answer(MANY[:PORTION])
    more = model.canFetchMore(QModelIndex())

    model.fetchMore(QModelIndex())
    asked.answer(MANY[:PORTION])

    assert more
    assert model.rowCount() == PORTION
    assert not model.canFetchMore(QModelIndex())


def test_the_answer_to_an_outdated_question_is_dropped(model, asked):
    model.ask(Question(words="e"))
    model.ask(Question(words="ek"))

    asked.answer(MANY, number=0)
    dropped = model.rowCount()
    asked.answer(MANY[:1], number=1)

    assert (dropped, model.rowCount()) == (0, 1)


def test_rows_of_an_older_listing_are_never_mixed_into_a_newer_one(model, asked):
    model.ask(Question())
    asked.answer(MANY)
    model.fetchMore(QModelIndex())
    model.ask(Question())

    asked.answer(MANY, number=1)
    asked.answer(MANY[5:], number=2)

    assert model.rowCount() == PORTION
    assert model.dispatch(0) == MANY[5]


def test_what_is_shown_stays_until_the_new_rows_have_come(model, asked):
    model.ask(Question())
    asked.answer(MANY[:3])

    model.ask(Question(words="ek"))

    assert model.rowCount() == 3


def test_the_same_question_again_reads_as_far_as_one_had_come(model, asked):
    model.ask(Question())
    asked.answer(MANY)
    model.fetchMore(QModelIndex())
    asked.answer(MANY)

    model.ask(Question())
    asked.answer(MANY)

    assert (asked[-1].offset, asked[-1].limit) == (0, 2 * PORTION)
    assert model.rowCount() == 2 * PORTION


def test_rows_that_could_not_be_read_can_be_asked_for_again(model, asked):
    model.ask(Question())
    asked.answer(MANY)
    model.fetchMore(QModelIndex())
    stuck = model.canFetchMore(QModelIndex())

    model.give_up(asked[-1])

    assert not stuck
    assert model.canFetchMore(QModelIndex())


def test_giving_up_an_outdated_request_changes_nothing(model, asked):
    model.ask(Question())
    model.ask(Question())

    model.give_up(asked[0])
    asked.answer(MANY[:2])

    assert model.rowCount() == 2


def test_a_row_tells_when_who_which_visit_and_how_it_went(model, asked):
    model.ask(Question())
    asked.answer([make_dispatch()])

    told = [cell(model, column, Qt.ItemDataRole.DisplayRole) for column in range(len(HEADERS))]

    assert told == [
        "23 nov 12.00",
        "Ärlig, Märta",
        "tis 12 jan 09.40",
        "1177",
        "Skickad",
        "Kallelse till röntgen",
        "v1",
    ]


def test_the_columns_are_named(model):
    horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical

    names = [model.headerData(column, horizontal) for column in range(model.columnCount())]

    assert names == list(HEADERS)
    assert model.headerData(0, vertical) is None
    assert model.headerData(0, horizontal, Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize("status", Status)
def test_every_status_is_an_icon_and_a_word(model, asked, status):
    model.ask(Question())
    asked.answer([make_dispatch(status=status)])

    assert cell(model, STATUS, Qt.ItemDataRole.DisplayRole) == STATUS_NAMES[status]
    assert not cell(model, STATUS, Qt.ItemDataRole.DecorationRole).isNull()
    assert cell(model, TIME, Qt.ItemDataRole.DecorationRole) is None


def test_what_is_unclear_stands_out_across_its_whole_row(model, asked):
    model.ask(Question())
    asked.answer([make_dispatch(status=Status.UNKNOWN), make_dispatch(1)])

    unclear, sent = (
        [cell(model, column, Qt.ItemDataRole.BackgroundRole, row=row) for column in range(7)]
        for row in (0, 1)
    )

    assert all(unclear)
    assert not any(sent)
    assert cell(model, STATUS, Qt.ItemDataRole.FontRole).weight() == QFont.Weight.DemiBold
    assert cell(model, STATUS, Qt.ItemDataRole.FontRole, row=1) is None


def test_what_was_refused_stands_out_in_its_status(model, asked):
    model.ask(Question())
    asked.answer([make_dispatch(status=Status.REJECTED)])

    assert cell(model, STATUS, Qt.ItemDataRole.BackgroundRole)
    assert cell(model, PATIENT, Qt.ItemDataRole.BackgroundRole) is None


def test_tips_tell_the_whole_and_read_no_markup(model, asked):
    hostile = replace(
        make_dispatch(), name="<b>Å</b>", explanation="1 < 2", template_version="f" * 64
    )
    model.ask(Question())
    asked.answer([hostile])

    tips = [cell(model, column, Qt.ItemDataRole.ToolTipRole) for column in range(7)]

    assert tips[PATIENT] == "<qt>&lt;b&gt;Å&lt;/b&gt;</qt>"
    assert tips[STATUS] == "<qt>1 &lt; 2</qt>"
    assert tips[VERSION] == f"<qt>{'f' * 64}</qt>"
    assert tips[LETTER_TYPE] == "<qt>Kallelse till röntgen</qt>"
    assert tips[TIME] == ""
    assert cell(model, VERSION, Qt.ItemDataRole.DisplayRole) == "f" * 8


def test_a_screen_reader_hears_the_row_as_one_sentence(model, asked):
    model.ask(Question())
    asked.answer([make_dispatch()])

    heard = {cell(model, column, Qt.ItemDataRole.AccessibleTextRole) for column in range(7)}
    visit = "Tisdag 12 januari klockan 09.40"
    assert heard == {f"Skickad. Ärlig, Märta. {visit}. 1177. Kallelse till röntgen. 23 nov 12.00."}


def test_a_letter_without_a_booked_time_says_so_to_eye_and_ear(model, asked):
    model.ask(Question())
    asked.answer([replace(make_dispatch(), visit_at=None)])

    shown = cell(model, VISIT, Qt.ItemDataRole.DisplayRole)
    heard = cell(model, VISIT, Qt.ItemDataRole.AccessibleTextRole)

    assert shown == "Ingen bokad tid"
    assert heard.startswith("Skickad. Ärlig, Märta. Ingen bokad tid. 1177.")


def test_a_letter_is_found_again_among_the_rows_that_were_read(model, asked):
    model.ask(Question())
    asked.answer(MANY)

    assert model.position(MANY[7].id) == 7
    assert model.position(MANY[PORTION].id) is None
