"""Who was ever called protected stays so in lists whose own file lacks the mark, until lifted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.access_log import Action, LogQuestion
from app.adapters.store import SqliteStore
from app.bookings import Booking
from app.bootstrap import open_services
from app.care_systems import FieldName
from app.dispatch import Status
from app.errors import AlreadyMoved, NotDecided, NotPermitted
from app.findings import Code
from app.history import PROTECTED_NAME, Question
from app.open_list import OpenList, Origin
from app.rows import Row, RowStatus, field_texts
from app.services import Services
from app.settings import DataFolder
from app.worklist import Worklist
from tests.exports import AGFA_EI, PAF, table
from tests.fakes import NOON

OTHER = {"Patient-id": "195907113178", "Patientnamn": "Öster, Maj", "Undersöknings-id": "EI9"}
MARKED = AGFA_EI | {"Skyddade uppgifter": "J", "Undersöknings-id": "EI2"}
PERSON = "198902122392"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(DataFolder(tmp_path / "data"), now=lambda: NOON) as opened:
        yield opened


def opened(services: Services, tmp_path: Path, *rows: dict[str, str]) -> Worklist:
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.csv"
    path.write_bytes(table(*rows))
    return services.load(path)


def hidden(worklist: Worklist) -> list[bool]:
    rows = sorted(worklist.rows, key=lambda row: row.row_no)
    return [row.draft.booking.patient.protected for row in rows]


def typed(services: Services, worklist: Worklist) -> Booking:
    """As the form gives it, of the first row but for the person."""
    texts: dict[FieldName, str] = field_texts(worklist.row(2).draft.booking)
    return services.write_booking(
        texts | {"person_id": PERSON}, care_system="agfa_ei", row_no=worklist.next_row_no()
    )


def reopened(services: Services, worklist: Worklist) -> Worklist:
    """As the program finds it after it has ended."""
    services.open_list.keep(
        OpenList(Origin(), worklist.utskick, worklist.batch, worklist.decided(), None, kept_at=NOON)
    )
    kept = services.open_list.read()
    assert kept
    return services.reopen(kept)


def lift(services: Services, why: str = "Skatteverket har meddelat det.") -> None:
    services.access.lift_protection(PERSON, why=why)


def queue(services: Services, worklist: Worklist) -> None:
    for row in worklist.unchecked():
        worklist.note_check(row.draft, services.check(row))
    assert services.queue(worklist.ready(), utskick=worklist.utskick).dispatches


def test_who_was_protected_in_an_earlier_file_is_held_in_one_that_lacks_the_mark(
    services, tmp_path
):
    opened(services, tmp_path, MARKED)

    worklist = opened(services, tmp_path, AGFA_EI, AGFA_EI | OTHER)

    assert hidden(worklist) == [True, False]
    assert worklist.row(2).status is RowStatus.BLOCKED
    assert worklist.persons() == ("195907113178",)
    assert [one.patient.protected for one in worklist.batch.bookings] == [True, False]


def test_the_mark_holds_in_the_files_of_another_care_system(services, tmp_path):
    opened(services, tmp_path, MARKED)

    assert hidden(opened(services, tmp_path, PAF | {"Personnummer": PERSON})) == [True]


def test_the_finding_says_where_the_mark_comes_from_and_what_to_do(services, tmp_path):
    by_file = opened(services, tmp_path, MARKED).row(2).open_finding

    by_history = opened(services, tmp_path, AGFA_EI).row(2).open_finding

    assert by_file
    assert by_history
    assert by_history.code is Code.PROTECTED
    assert by_history.choices == by_file.choices
    assert "tidigare fil" in by_history.sentence
    assert "tidigare fil" not in by_file.sentence
    for told in ("skickas inte härifrån", "mottagningens rutin", "häva markeringen"):
        assert told in by_history.sentence
    assert "Ahlgren" not in by_history.sentence


def test_the_first_rows_of_a_long_file_are_hidden_as_soon_as_they_are_shown(services, tmp_path):
    opened(services, tmp_path, MARKED)
    many = [AGFA_EI | {"Undersöknings-id": f"EI{number}"} for number in range(10, 500)]
    (tmp_path / "lång.csv").write_bytes(table(*many))
    shown: list[Row] = []

    services.load(tmp_path / "lång.csv", first=shown.extend)

    assert shown
    assert all(row.draft.booking.patient.protected for row in shown)


def test_a_typed_booking_of_such_a_person_is_held(services, tmp_path):
    opened(services, tmp_path, MARKED)
    worklist = opened(services, tmp_path, AGFA_EI | OTHER)

    added = worklist.add(typed(services, worklist))

    assert worklist.row(added).status is RowStatus.BLOCKED
    worklist.undo()
    assert worklist.row(added).draft.booking.patient.protected


def test_a_list_of_one_typed_booking_of_such_a_person_holds_it(services, tmp_path):
    opened(services, tmp_path, MARKED)
    booking = typed(services, opened(services, tmp_path, AGFA_EI | OTHER))

    assert hidden(services.new_list(booking)) == [True]


def test_a_booking_that_is_corrected_to_such_a_person_is_held(services, tmp_path):
    opened(services, tmp_path, MARKED)
    worklist = opened(services, tmp_path, AGFA_EI | OTHER)

    worklist.correct(2, replace(typed(services, worklist), row_no=2))

    assert worklist.row(2).status is RowStatus.BLOCKED
    worklist.undo()
    assert hidden(worklist) == [False]


def test_what_was_written_before_the_mark_is_held_when_the_file_is_read_again(services, tmp_path):
    earlier = opened(services, tmp_path, AGFA_EI | OTHER)
    earlier.add(typed(services, earlier))

    later = opened(services, tmp_path, AGFA_EI | OTHER, MARKED)
    later.take_over(earlier)

    assert hidden(later) == [False, True, True]


def test_a_correction_is_held_that_another_file_has_shown_to_be_of_such_a_person(
    services, tmp_path
):
    earlier = opened(services, tmp_path, AGFA_EI | OTHER)
    earlier.correct(2, replace(typed(services, earlier), row_no=2))
    opened(services, tmp_path, MARKED)

    read_again = opened(services, tmp_path, AGFA_EI | OTHER)
    fallen = read_again.take_over(earlier)

    assert fallen == ()
    assert read_again.row(2).draft.booking.patient.id.value == PERSON
    assert hidden(read_again) == [True]


def test_a_list_that_is_opened_again_holds_what_history_has_heard_since(services, tmp_path):
    worklist = opened(services, tmp_path, AGFA_EI, AGFA_EI | OTHER)
    worklist.add(typed(services, worklist))
    worklist.change((2,), lambda draft: draft.leaving_out("Prov"))
    opened(services, tmp_path, MARKED)

    again = reopened(services, worklist)

    assert hidden(again) == [True, False, True]
    assert again.row(2).status is RowStatus.LEFT_OUT


def test_who_has_no_number_is_not_taken_for_somebody_else_without_one(services, tmp_path):
    opened(services, tmp_path, MARKED | {"Patient-id": ""})

    worklist = opened(services, tmp_path, AGFA_EI | OTHER | {"Patient-id": ""})

    assert hidden(worklist) == [False]


def test_letters_that_wait_for_such_a_person_are_taken_back_by_any_list(services, tmp_path):
    queue(services, opened(services, tmp_path, AGFA_EI))
    services.archive.note_protected([PERSON], at=NOON)

    opened(services, tmp_path, AGFA_EI)

    assert services.outbox.waiting() == 0
    listed = services.archive.page(Question(), offset=0, limit=9)
    assert {one.status for one in listed} == {Status.CANCELLED}


def test_nothing_is_sent_from_a_list_that_was_made_before_history_knew(services, tmp_path):
    queue(services, opened(services, tmp_path, AGFA_EI))
    services.archive.note_protected([PERSON], at=NOON)

    tally = services.send()

    assert tally.moved == {}
    assert tally.outdated > 0


def test_after_the_lifting_lists_and_history_name_the_person_again(services, tmp_path):
    queue(services, opened(services, tmp_path, AGFA_EI))
    opened(services, tmp_path, MARKED)
    worklist = opened(services, tmp_path, AGFA_EI)
    masked = services.archive.page(Question(), offset=0, limit=1)[0].name

    lift(services)

    assert masked == PROTECTED_NAME
    assert services.archive.page(Question(), offset=0, limit=1)[0].name == "Ahlgren, Kristoffer"
    assert services.archive.count(Question(words="Ahlgren")) > 0
    assert hidden(opened(services, tmp_path, AGFA_EI)) == [False]
    assert hidden(reopened(services, worklist)) == [False]


def test_a_later_file_with_the_mark_protects_again(services, tmp_path):
    opened(services, tmp_path, MARKED)
    lift(services)

    opened(services, tmp_path, MARKED)

    assert hidden(opened(services, tmp_path, AGFA_EI)) == [True]


def test_a_list_that_only_history_protects_marks_nobody_anew(services, tmp_path):
    opened(services, tmp_path, MARKED)
    booking = opened(services, tmp_path, AGFA_EI).row(2).draft.booking
    lift(services)

    services.access.load([booking])

    assert services.archive.protected_among([PERSON]) == frozenset()


def test_who_lifts_says_why_and_it_stands_in_the_log(services, tmp_path):
    opened(services, tmp_path, MARKED)

    for nothing in ("", " – ", "1 2"):
        with pytest.raises(NotDecided, match="Skälet saknas"):
            lift(services, nothing)
    still = services.archive.protected_among([PERSON])
    lift(services, " Skyddet\nupphört. ")

    store = services.access.archive
    assert isinstance(store, SqliteStore)
    question = LogQuestion(action=Action.LIFT_PROTECTION)
    (entry,) = store.entries(question, offset=0, limit=-1)
    assert still == {PERSON}
    assert (entry.access.person, entry.access.text) == (PERSON, "Skyddet upphört.")
    assert (entry.who, bool(entry.workplace.pc)) == (services.user, True)
    assert store.first_broken_event() is None


def test_what_nobody_has_marked_cannot_be_lifted(services):
    with pytest.raises(AlreadyMoved, match="inte märkt"):
        lift(services)


def test_only_an_administrator_lifts(tmp_path: Path):
    data = DataFolder(tmp_path / "data")
    with open_services(data, now=lambda: NOON) as everybody:
        opened(everybody, tmp_path, MARKED)
        login = everybody.user
    for role in ("receptionist", "communicator", "approver", "log_reviewer"):
        data.roles_file.write_text(f"[members]\n{role} = ['{login}']\n", "utf-8")
        with open_services(data, now=lambda: NOON) as services:
            with pytest.raises(NotPermitted, match="häva markeringen"):
                lift(services)
            with pytest.raises(NotPermitted):
                services.archive.lift_protection(PERSON, why="Prov", who=login, at=NOON)

    data.roles_file.write_text(f"[members]\nadministrator = ['{login}']\n", "utf-8")
    with open_services(data, now=lambda: NOON) as services:
        services.archive.lift_protection(PERSON, why="Prov", who=login, at=NOON)

        assert services.archive.protected_among([PERSON]) == frozenset()
