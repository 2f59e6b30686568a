"""What is done is written in its order without anybody waiting, and never quietly lost."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from app.access_desk import AccessDesk
from app.access_log import NO_WORKPLACE, Access, Action, LogEntry, LogQuestion
from app.access_writer import AccessWriter
from app.adapters.store import SqliteStore
from app.errors import HistoryUnusable
from app.users import Permissions, User
from tests.fakes import NOON, PERSONS, make_booking


class Stubborn(SqliteStore):
    """A history that can be made to wait, or to have a full disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.is_full = False
        self.may_write = threading.Event()
        self.may_write.set()
        self.portions: list[int] = []

    def write(self, entries: Sequence[LogEntry]) -> None:
        self.may_write.wait()
        if self.is_full:
            raise HistoryUnusable("Disken är full.", "Frigör plats.")
        self.portions.append(len(entries))
        super().write(entries)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Stubborn]:
    with Stubborn(tmp_path / "history.sqlite3") as book:
        yield book


@pytest.fixture
def writer(book: Stubborn) -> Iterator[AccessWriter]:
    made = AccessWriter(book, who="anna", workplace=NO_WORKPLACE, now=lambda: NOON)
    yield made
    book.is_full = False
    book.may_write.set()
    made.close()


def accesses(number: int) -> list[Access]:
    return [Access(Action.LOAD, PERSONS[0], booking_key=str(place)) for place in range(number)]


def keys(book: Stubborn) -> list[str]:
    read = book.entries(LogQuestion(), offset=0, limit=-1)
    return [entry.access.booking_key for entry in read[::-1]]


def test_nobody_waits_for_what_is_noted(book: Stubborn, writer: AccessWriter):
    book.may_write.clear()

    writer.note(accesses(3))

    assert keys(book) == []


def test_all_that_waits_is_written_in_its_order_and_at_once(book: Stubborn, writer: AccessWriter):
    book.may_write.clear()
    writer.note(accesses(1))
    for _ in range(4):
        writer.note(accesses(2))
    book.may_write.set()

    writer.flush()

    assert keys(book) == ["0", *["0", "1"] * 4]
    assert len(book.portions) <= 2


def test_what_was_noted_by_several_threads_is_all_there(book: Stubborn, writer: AccessWriter):
    at_once(8, lambda: writer.note(accesses(25)))

    writer.flush()

    assert len(keys(book)) == 200
    assert book.first_broken_event() is None


def at_once(number: int, work: Callable[[], None]) -> None:
    threads = [threading.Thread(target=work) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_what_cannot_be_written_is_told_kept_and_written_later(
    book: Stubborn, writer: AccessWriter
):
    book.is_full = True
    writer.note(accesses(2))
    with pytest.raises(HistoryUnusable, match="full"):
        writer.flush()

    with pytest.raises(HistoryUnusable, match="full"):
        writer.note(accesses(1))
    book.is_full = False
    writer.flush()

    assert keys(book) == ["0", "1", "0"]


def test_nothing_is_sent_while_what_was_seen_cannot_be_logged(book: Stubborn, writer: AccessWriter):
    desk = AccessDesk(Permissions.open_to(User("anna")), writer, book, lambda: NOON)
    book.is_full = True
    desk.note(Action.PREVIEW, [make_booking()])

    with pytest.raises(HistoryUnusable, match="full"):
        desk.begin_sending()
    book.is_full = False
    desk.begin_sending()

    assert keys(book) == [make_booking().key]


def test_what_waits_is_written_when_the_program_is_closed(book: Stubborn):
    writer = AccessWriter(book, who="anna", workplace=NO_WORKPLACE, now=lambda: NOON)
    writer.note(accesses(5))

    writer.close()

    assert len(keys(book)) == 5


def test_with_nothing_noted_nothing_is_written(book: Stubborn, writer: AccessWriter):
    writer.flush()

    assert book.portions == []
