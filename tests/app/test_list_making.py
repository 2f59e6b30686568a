"""A list that is opened again is the same utskick, triaged as of now."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.bookings import Booking
from app.bootstrap import open_services
from app.dispatch import Status
from app.errors import ListNotKept
from app.open_list import OpenList, Origin
from app.rows import RowStatus
from app.services import Services
from app.settings import DataFolder
from app.worklist import Worklist
from tests.exports import AGFA_EI, table
from tests.fakes import NOON


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(DataFolder(tmp_path / "data"), now=lambda: NOON) as opened:
        yield opened


@pytest.fixture
def worklist(services: Services, tmp_path: Path) -> Worklist:
    """Two bookings, both ready but for the check of their letters."""
    later_day = AGFA_EI | {"Undersöknings-id": "EI2", "Patient-id": "195907113178"}
    (tmp_path / "dagens.csv").write_bytes(table(AGFA_EI, later_day))
    return services.load(tmp_path / "dagens.csv")


def reopened(services: Services, worklist: Worklist) -> Worklist:
    """As the program finds it after it has ended."""
    services.open_list.keep(
        OpenList(Origin(), worklist.utskick, worklist.batch, worklist.decided(), None, kept_at=NOON)
    )
    kept = services.open_list.read()
    assert kept
    return services.reopen(kept)


def send(services: Services, worklist: Worklist) -> int:
    for row in worklist.unchecked():
        worklist.note_check(row.draft, services.check(row))
    queued = services.queue(worklist.ready(), utskick=worklist.utskick)
    services.send()
    return len(queued.dispatches)


def test_letters_sent_before_and_after_are_of_one_utskick_and_none_is_doubled(services, worklist):
    worklist.change((3,), lambda draft: draft.leaving_out("Prov"))
    first = send(services, worklist)

    again = reopened(services, worklist)
    again.change((3,), lambda draft: draft.leaving_out(""))
    second = send(services, again)

    assert again.row(2).status is RowStatus.SENT
    assert first == second > 0
    assert {one.utskick for one in again.row(2).dispatches} == {again.utskick}
    assert send(services, reopened(services, again)) == 0


def test_a_corrected_booking_that_was_sent_stands_as_sent(services, worklist):
    booking: Booking = worklist.row(2).draft.booking
    worklist.correct(2, replace(booking, booking_id="EI-RÄTTAD"))
    send(services, worklist)

    again = reopened(services, worklist)

    assert {one.status for one in again.row(2).dispatches} == {Status.SENT}


def test_a_list_of_a_care_system_that_is_gone_is_told_in_a_sentence(services, worklist):
    without = replace(services, care_systems={})

    with pytest.raises(ListNotKept, match="en annan version av programmet, så öppna filen igen"):
        reopened(without, worklist)
