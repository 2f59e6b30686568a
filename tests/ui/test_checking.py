"""What happens behind the list: 1177 is asked, letters are rendered, and nothing is left over."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.channels import Reach
from app.draft import Channel
from app.letter_press import Templates
from app.rows import RowStatus
from app.services import Services
from tests.desk import Desk, seat
from tests.exports import AGFA_EI, table
from ui.error_dialog import ErrorDialog
from ui.task_runner import TaskRunner

ENTRY = AGFA_EI | {"Undersökningsdatum": "2027-01-12"}


class Silence:
    """1177 that never answers; counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def reach(self, _: str) -> Reach:
        self.asked += 1
        return Reach.NOT_ANSWERED


class Watchful:
    """1177 that knows everybody, and looks at what could be sent each time that it is asked."""

    def __init__(self, look: Callable[[], int]) -> None:
        self.asked: list[str] = []
        self.could_be_sent: list[int] = []
        self._look = look

    def reach(self, person: str) -> Reach:
        self.asked.append(person)
        self.could_be_sent.append(self._look())
        return Reach.NOTIFIED


class Slow:
    """1177 that knows everybody, and answers when it is let."""

    def __init__(self, answering: Event) -> None:
        self.asked = False
        self._answering = answering

    def reach(self, _: str) -> Reach:
        self.asked = True
        self._answering.wait()
        return Reach.NOTIFIED


class Broken:
    """A renderer with a bug in it."""

    def preview(self, *_: object) -> object:
        raise ZeroDivisionError


@pytest.fixture
def dialogs(qtbot: QtBot) -> Iterator[Callable[[], list[ErrorDialog]]]:
    """The error dialogs on screen; closed again afterwards."""

    def find() -> list[ErrorDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, ErrorDialog)]

    yield find
    for dialog in find():
        dialog.close()
    qtbot.waitUntil(lambda: not find())


def export(path: Path, *, rows: int) -> Path:
    """Bookings of three persons by turns, a minute apart."""
    persons = ("198902122392", "195907113178", "194706112234")
    path.write_bytes(
        table(
            *(
                ENTRY
                | {
                    "Undersöknings-id": f"EI{number}",
                    "Patient-id": persons[number % 3],
                    "Undersökningsdatum": f"2027-{1 + number % 12:02}-{1 + number // 12:02}",
                    "Undersökningstid": f"{8 + number % 8:02}:15",
                }
                for number in range(rows)
            )
        )
    )
    return path


def words(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.window.statusBar().findChildren(QLabel))


def test_one_silence_of_1177_speaks_for_all_and_paper_is_checked_anyway(
    qtbot: QtBot, services: Services, tasks: TaskRunner, tmp_path: Path
):
    silence = Silence()
    desk = seat(qtbot, replace(services, reacher=silence), tasks)

    desk.open(export(tmp_path / "dagens.csv", rows=3))

    assert silence.asked == 1
    assert "1177 testinkorg svarar inte" in words(desk)
    assert {row.status for row in desk.worklist.rows} == {RowStatus.READY}
    assert all(Channel.LETTER in row.route.channels for row in desk.worklist.rows)


def test_nothing_can_be_sent_before_1177_has_been_asked_once_about_each_person(
    qtbot: QtBot, services: Services, tasks: TaskRunner, tmp_path: Path
):
    watchful = Watchful(lambda: len(desk.worklist.ready()))
    desk = seat(qtbot, replace(services, reacher=watchful), tasks)

    desk.open(export(tmp_path / "dagens.csv", rows=9))

    assert watchful.could_be_sent == [0, 0, 0]
    assert len(set(watchful.asked)) == len(watchful.asked) == 3
    assert desk.worklist.ready()


def test_one_person_with_very_many_bookings_is_noted_bit_by_bit(desk: Desk, tmp_path: Path):
    with desk.qtbot.waitSignal(desk.utskick.checked, timeout=60_000):
        desk.utskick.open_files(export(tmp_path / "många.csv", rows=130))

    counts = desk.worklist.counts()
    assert counts.of(RowStatus.CHECKING) == 0
    assert counts.ready_by_channel[Channel.INBOX_1177] == counts.of(RowStatus.READY) > 50


@pytest.mark.parametrize("rows", [3, 130], ids=["one portion", "many"])
def test_a_file_that_is_read_and_left_lets_the_list_before_be_checked_to_its_end(
    desk: Desk, tmp_path: Path, rows: int
):
    desk.utskick.open_files(export(tmp_path / "dagens.csv", rows=rows))
    desk.wait(lambda: desk.utskick.worklist is not None)

    with desk.qtbot.waitSignal(desk.utskick.checked, timeout=60_000):
        desk.utskick.open_files(tmp_path / "finns-inte.csv")
        desk.wait(desk.view.error_page.isVisible)
        desk.view.error_page.back_wanted.emit()

    assert desk.worklist.counts().of(RowStatus.CHECKING) == 0
    assert desk.worklist.ready()


def test_an_answer_that_comes_while_a_file_is_read_is_not_told_before_it_is_left(
    qtbot: QtBot, services: Services, tasks: TaskRunner, tmp_path: Path
):
    answering = Event()
    slow = Slow(answering)
    desk = seat(qtbot, replace(services, reacher=slow), tasks)
    desk.utskick.open_files(export(tmp_path / "dagens.csv", rows=1))
    desk.wait(lambda: slow.asked)

    desk.utskick.open_files(tmp_path / "finns-inte.csv")
    answering.set()
    desk.wait(desk.view.error_page.isVisible)
    known_while_away = desk.worklist.reach(desk.worklist.rows[0])
    with qtbot.waitSignal(desk.utskick.checked):
        desk.view.error_page.back_wanted.emit()

    assert known_while_away is Reach.NOT_ANSWERED
    assert desk.worklist.reach(desk.worklist.rows[0]) is Reach.NOTIFIED


def test_a_row_that_is_freed_by_an_answer_of_1177_is_checked_too(desk: Desk):
    """PAF's sample has a booking without an address, which only a letter would need."""
    desk.open_sample("paf.csv")

    assert desk.worklist.counts().of(RowStatus.CHECKING) == 0
    assert any(
        row.status is RowStatus.READY and not row.draft.mailing_address.is_complete
        for row in desk.worklist.rows
    )


def test_a_quiet_line_tells_how_far_the_checking_has_come(desk: Desk, tmp_path: Path):
    told: list[str] = []
    desk.utskick.quietly_told.connect(told.append)

    desk.open(export(tmp_path / "dagens.csv", rows=12))

    assert "Frågar 1177 om 0 av 3 personer" in told
    assert "Kontrollerar brev 10 av 12" in told
    assert told[-1] == ""


def test_a_bug_in_the_renderer_is_shown_once_and_nothing_becomes_ready(
    qtbot: QtBot,
    services: Services,
    tasks: TaskRunner,
    tmp_path: Path,
    dialogs: Callable[[], list[ErrorDialog]],
):
    press = replace(services.templates.press(), previewer=Broken())  # type: ignore[arg-type]  # a bug
    desk = seat(qtbot, replace(services, templates=Templates(lambda: press)), tasks)

    with qtbot.waitSignal(desk.utskick.quietly_told, check_params_cb=lambda text: not text):
        desk.utskick.open_files(export(tmp_path / "dagens.csv", rows=3))

    assert len(dialogs()) == 1
    assert {row.status for row in desk.worklist.rows} == {RowStatus.CHECKING}
    assert not desk.window.commands.send.isEnabled()
