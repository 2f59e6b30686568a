"""The open list comes back as it was, is another program's never, and leaves nothing behind."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.adapters.store import SqliteOpenList
from app.bookings import Address, Booking, number_by_hand
from app.bootstrap import open_services
from app.draft import Channel, Draft, Variant
from app.errors import ListNotKept
from app.findings import Code
from app.layouts import OwnLayout
from app.open_list import OpenList, Origin
from app.settings import DataFolder
from app.swedish_dates import STOCKHOLM
from tests.fakes import NOON, behind_its_back, later, make_batch, make_booking, revised

ROWS = tuple(make_booking(no) for no in (2, 3, 4))
DECIDED = Draft(
    ROWS[0],
    "rontgen",
    address=Address(street="Nygatan 1", postal_code="553 16", town="Jönköping"),
    approved=frozenset({Code.TOO_CLOSE, Code.FREETEXT}),
    left_out="Ring patienten",
    free_text="Ta hissen.",
    language="en",
    variant=Variant.LARGE,
    channels_wished=(Channel.LETTER,),
)
CORRECTED = Draft(
    replace(ROWS[1], booking_id="BOK-99999"), "rontgen", as_read=ROWS[1], free_text="Välkommen."
)
TYPED = Draft(make_booking(number_by_hand(1)), "rontgen")
# In the hour that comes twice in autumn, the second time.
TWICE = datetime(2026, 10, 25, 2, 30, tzinfo=STOCKHOLM, fold=1)


def open_list(*decided: Draft, utskick: str = "utskick-1") -> OpenList:
    origin = Origin((Path("bokningar.csv"),), answers=OwnLayout(name="Vår", care_system="agfa_ei"))
    return OpenList(origin, utskick, make_batch(ROWS), decided, shown=3, kept_at=NOON)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "open_list.sqlite3"


@pytest.fixture
def shelf(path: Path) -> Iterator[SqliteOpenList]:
    with closing(SqliteOpenList(path)) as made:
        yield made


def in_the_folder(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in sorted(path.parent.iterdir()))


def test_a_list_comes_back_as_it_was_kept(shelf: SqliteOpenList, path: Path):
    kept = open_list(DECIDED, CORRECTED, TYPED)

    shelf.keep(kept)
    shelf.close()

    with closing(SqliteOpenList(path)) as again:
        assert again.read() == kept


def test_nothing_is_kept_before_something_is_opened(shelf: SqliteOpenList, path: Path):
    assert shelf.read() is None
    assert not path.exists()


def test_what_is_decided_later_replaces_what_was_decided_before(shelf: SqliteOpenList):
    shelf.keep(open_list(DECIDED))
    changed = DECIDED.with_free_text("Ta trappan.")

    shelf.update("utskick-1", decided=[changed, TYPED], shown=4, at=later(minutes=2))

    kept = shelf.read()
    assert kept == replace(open_list(changed, TYPED), shown=4, kept_at=later(minutes=2))


def test_what_is_decided_in_one_list_never_lands_in_another(shelf: SqliteOpenList):
    shelf.keep(open_list(utskick="utskick-2"))

    with pytest.raises(ListNotKept):
        shelf.update("utskick-1", decided=[DECIDED], shown=2, at=NOON)

    assert shelf.read() == open_list(utskick="utskick-2")


def test_the_hour_that_comes_twice_comes_back_as_the_same_hour(shelf: SqliteOpenList):
    booking = revised(ROWS[0], at=TWICE)

    shelf.keep(replace(open_list(), batch=make_batch([booking])))

    kept = shelf.read()
    assert kept
    at = kept.batch.bookings[0].visit.starts_at
    assert at
    assert (at.isoformat(), at.tzinfo, at.fold) == (TWICE.isoformat(), STOCKHOLM, 1)


def test_a_booking_without_a_time_comes_back_without_one(shelf: SqliteOpenList):
    offer = replace(ROWS[0], visit=replace(ROWS[0].visit, starts_at=None))

    shelf.keep(replace(open_list(), batch=make_batch([offer])))

    kept = shelf.read()
    assert kept
    assert kept.batch.bookings == (offer,)


def test_every_sample_comes_back_cell_by_cell(tmp_path: Path):
    def cells(booking: Booking) -> tuple[object, ...]:
        return booking.texts, dict(booking.cells)

    with open_services(DataFolder(tmp_path), now=lambda: NOON) as services:
        for sample in services.samples:
            worklist = services.load(services.lay_out_sample(sample))
            drafts = tuple(row.draft for row in sorted(worklist.rows, key=lambda row: row.row_no))
            kept = OpenList(
                Origin((sample,)), worklist.utskick, worklist.batch, drafts, None, kept_at=NOON
            )

            services.open_list.keep(kept)
            back = services.open_list.read()

            assert back == kept
            assert list(map(cells, back.batch.bookings)) == list(
                map(cells, worklist.batch.bookings)
            )
            assert services.reopen(back).rows == worklist.rows


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files by folder, not by mode")
def test_the_list_is_for_its_owners_eyes_only(shelf: SqliteOpenList, path: Path):
    shelf.keep(open_list())

    assert path.stat().st_mode & 0o077 == 0


def test_of_a_list_that_is_let_go_nothing_is_left(shelf: SqliteOpenList, path: Path):
    shelf.keep(open_list(DECIDED))

    shelf.let_go()

    assert list(path.parent.iterdir()) == []
    assert shelf.read() is None


def test_of_a_list_that_another_replaces_nothing_is_left(shelf: SqliteOpenList, path: Path):
    earlier, later_one = make_booking(7), make_booking(8)
    shelf.keep(replace(open_list(DECIDED), batch=make_batch([earlier])))
    shelf.update("utskick-1", decided=[DECIDED.with_free_text("Kom nykter")], shown=2, at=NOON)

    shelf.keep(replace(open_list(utskick="utskick-2"), batch=make_batch([later_one])))

    left = in_the_folder(path)
    assert later_one.booking_id.encode() in left
    assert earlier.booking_id.encode() not in left
    assert b"Kom nykter" not in left


@pytest.mark.parametrize("threads", [2])
def test_any_thread_may_decide_and_another_keep(shelf: SqliteOpenList, threads: int):
    shelf.keep(open_list())

    def decide() -> None:
        for _ in range(10):
            shelf.update("utskick-1", decided=[DECIDED], shown=2, at=NOON)
            shelf.keep(open_list(DECIDED))

    workers = [threading.Thread(target=decide) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert shelf.read() == open_list(DECIDED)


def test_the_list_of_another_version_is_told_once_and_let_go(shelf: SqliteOpenList, path: Path):
    shelf.keep(open_list())
    with behind_its_back(path) as connection:
        connection.execute("UPDATE list SET shape = 'a newer program'")

    with pytest.raises(ListNotKept) as told:
        shelf.read()

    assert str(told.value) == (
        "Listan som var öppen är sparad av en annan version av programmet, så öppna filen igen."
    )
    assert shelf.read() is None


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE list SET told = CAST('{}' AS BLOB)",
        "UPDATE sheaf SET told = x'00'",
        "DELETE FROM sheaf",
        "UPDATE decided SET told = CAST('[]' AS BLOB)",
        "DROP TABLE decided",
        "DELETE FROM list",
    ],
)
def test_a_damaged_list_is_told_once_and_let_go(shelf: SqliteOpenList, path: Path, damage: str):
    shelf.keep(open_list(DECIDED))
    with behind_its_back(path) as connection:
        connection.execute(damage)

    with pytest.raises(ListNotKept, match="är skadad och går inte att läsa, så öppna filen igen"):
        shelf.read()

    assert list(path.parent.iterdir()) == []


def test_a_file_that_is_no_database_is_told_once_and_let_go(shelf: SqliteOpenList, path: Path):
    path.write_bytes(b"not a database, whatever its name says" * 100)

    with pytest.raises(ListNotKept, match="är skadad"):
        shelf.read()

    assert not path.exists()


def test_a_damaged_list_never_hinders_the_next_one(shelf: SqliteOpenList, path: Path):
    path.write_bytes(b"not a database, whatever its name says" * 100)

    shelf.keep(open_list(DECIDED))

    assert shelf.read() == open_list(DECIDED)


def test_a_program_that_ended_before_anything_was_kept_has_no_list(
    shelf: SqliteOpenList, path: Path
):
    path.touch()

    assert shelf.read() is None


def test_a_list_that_cannot_be_read_now_is_not_thrown_away(shelf: SqliteOpenList, path: Path):
    path.mkdir()

    with pytest.raises(ListNotKept, match="går inte att läsa just nu"):
        shelf.read()

    assert path.exists()


def test_where_nothing_can_be_written_it_is_told_in_plain_words(tmp_path: Path):
    (tmp_path / "file").touch()
    nowhere = SqliteOpenList(tmp_path / "file" / "open_list.sqlite3")

    with pytest.raises(ListNotKept) as told:
        nowhere.keep(open_list())

    assert told.value.what.startswith("Det du avgör kan inte sparas just nu")


@pytest.mark.skipif(os.name == "nt", reason="fork tells apart what a crash leaves")
def test_a_crash_while_a_list_is_replaced_leaves_the_earlier_one_whole(
    shelf: SqliteOpenList, path: Path
):
    shelf.keep(open_list(DECIDED))
    shelf.close()
    child = os.fork()
    if not child:
        bad = replace(open_list(utskick="utskick-2"), decided=_Deadly())  # type: ignore[arg-type]  # iterating it is the crash
        SqliteOpenList(path).keep(bad)
        os._exit(0)
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 9
    assert shelf.read() == open_list(DECIDED)


class _Deadly:
    """Ends the process, as a power cut would, when its drafts are written."""

    def __iter__(self) -> Iterator[Draft]:
        os._exit(9)
