"""Work off the window's thread: answers come home, late ones are dropped, and stopping waits."""

import threading
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import Unreachable
from ui.task_runner import Lane, TaskRunner, Watch


def unwanted(answer: object) -> None:
    pytest.fail(f"nobody waits for {answer!r}")


def test_work_runs_in_another_thread_and_its_answer_comes_home(qtbot: QtBot, tasks: TaskRunner):
    threads: list[int] = []

    tasks.run(
        Lane.BATCH,
        threading.get_ident,
        done=lambda worker: threads.extend((worker, threading.get_ident())),
        failed=unwanted,
    )

    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1] == threading.get_ident()


@pytest.mark.parametrize("error", [Unreachable("1177 svarar inte."), ValueError("ett fel")])
def test_a_known_error_and_a_bug_both_come_home(qtbot: QtBot, tasks: TaskRunner, error: Exception):
    caught: list[Exception] = []

    def work() -> None:
        raise error

    tasks.run(Lane.BATCH, work, done=unwanted, failed=caught.append)

    qtbot.waitUntil(lambda: caught == [error])


def test_a_lane_does_one_thing_at_a_time_in_order(qtbot: QtBot, tasks: TaskRunner):
    answers: list[int] = []

    for number in range(20):
        tasks.run(Lane.SENDER, partial(int, number), done=answers.append, failed=unwanted)

    qtbot.waitUntil(lambda: answers == list(range(20)))


def test_a_long_send_does_not_keep_a_preview_waiting(
    qtbot: QtBot, tasks: TaskRunner, gate: threading.Event
):
    answers: list[str] = []

    tasks.run(Lane.SENDER, gate.wait, done=lambda _: answers.append("sänt"), failed=unwanted)
    tasks.run(Lane.PREVIEW, lambda: "visat", done=answers.append, failed=unwanted)

    qtbot.waitUntil(lambda: answers == ["visat"])


def test_of_many_previews_only_the_newest_is_shown(
    qtbot: QtBot, tasks: TaskRunner, gate: threading.Event
):
    ran: list[int] = []
    shown: list[int] = []

    def preview(number: int) -> int:
        gate.wait()
        ran.append(number)
        return number

    for number in range(5):
        tasks.run(Lane.PREVIEW, partial(preview, number), done=shown.append, failed=unwanted)
    gate.set()

    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [4]
    assert ran in ([0, 4], [4])


def test_a_letter_that_tries_templates_out_throws_away_none_that_is_sent(
    qtbot: QtBot, tasks: TaskRunner, gate: threading.Event
):
    answers: list[str] = []

    def wait(name: str) -> str:
        gate.wait()
        return name

    tasks.run(Lane.PREVIEW, partial(wait, "brev"), done=answers.append, failed=unwanted)
    tasks.run(Lane.TEMPLATES, partial(wait, "utkast"), done=answers.append, failed=unwanted)
    gate.set()

    qtbot.waitUntil(lambda: sorted(answers) == ["brev", "utkast"])


def test_cancelled_work_may_stop_half_way_and_still_answers(
    qtbot: QtBot, tasks: TaskRunner, gate: threading.Event
):
    answers: list[str] = []

    def work(watch: Watch) -> str:
        gate.wait()
        return "avbrutet" if watch.cancelled() else "klart"

    task = tasks.run_watched(Lane.BATCH, work, done=answers.append, failed=unwanted)
    task.cancel()
    gate.set()

    qtbot.waitUntil(lambda: answers == ["avbrutet"])


def test_abandoned_work_answers_nobody(qtbot: QtBot, tasks: TaskRunner, gate: threading.Event):
    after: list[str] = []

    def work(watch: Watch) -> str:
        gate.wait()
        watch.stop_if_cancelled()
        return "klart"

    for _ in range(2):
        tasks.run_watched(Lane.BATCH, work, done=unwanted, failed=unwanted).abandon()
    gate.set()
    tasks.run(Lane.BATCH, lambda: "nästa", done=after.append, failed=unwanted)

    qtbot.waitUntil(lambda: after == ["nästa"])


class Owned:
    """Tells which thread destroyed it, as that of a widget matters."""

    def __init__(self, destroyed_in: list[int]) -> None:
        self._destroyed_in = destroyed_in

    def __del__(self) -> None:
        self._destroyed_in.append(threading.get_ident())


@pytest.mark.parametrize("ends", ["well", "badly", "half-way", "abandoned"])
def test_what_a_task_was_given_is_let_go_of_in_the_windows_thread_and_waits_for_no_garbage_round(
    qtbot: QtBot, tasks: TaskRunner, gate: threading.Event, ends: str
):
    destroyed_in: list[int] = []

    def work(watch: Watch) -> None:
        gate.wait()
        if ends == "badly":
            raise ValueError
        watch.stop_if_cancelled()

    def take(_owned: Owned, _answer: object) -> None:
        assert not destroyed_in

    told = partial(take, Owned(destroyed_in))
    task = tasks.run_watched(Lane.BATCH, work, done=told, failed=told, progress=told)
    del told
    if ends == "half-way":
        task.cancel()
    if ends == "abandoned":
        task.abandon()
    gate.set()

    qtbot.waitUntil(lambda: destroyed_in == [threading.get_ident()])


def test_reports_that_come_too_fast_are_passed_over_but_the_last_is_shown(
    qtbot: QtBot, tasks: TaskRunner
):
    shown: list[int] = []

    def work(watch: Watch) -> None:
        for number in range(10_001):
            watch.report(number)

    with qtbot.waitCallback() as done:
        tasks.run_watched(Lane.BATCH, work, done=done, failed=unwanted, progress=shown.append)

    assert shown[-1] == 10_000
    assert shown == sorted(shown)
    assert len(shown) < 10_000


def test_a_report_that_comes_after_the_answer_is_passed_over(qtbot: QtBot, tasks: TaskRunner):
    watches: list[Watch] = []
    shown: list[int] = []

    with qtbot.waitCallback() as done:
        tasks.run_watched(
            Lane.BATCH, watches.append, done=done, failed=unwanted, progress=shown.append
        )
    watches[0].report(1)
    qtbot.waitUntil(lambda: tasks.idle)

    assert shown == []


def test_stopping_waits_for_what_runs_and_lets_nothing_more_begin(
    qtbot: QtBot, gate: threading.Event
):
    runner = TaskRunner()
    begun: list[str] = []
    started = threading.Event()

    def first(watch: Watch) -> None:
        started.set()
        while not watch.cancelled():
            gate.wait(0.001)
        begun.append("första")

    runner.run_watched(Lane.BATCH, first, done=unwanted, failed=unwanted)
    runner.run(Lane.BATCH, lambda: begun.append("andra"), done=unwanted, failed=unwanted)
    started.wait()

    runner.stop()

    assert begun == ["första"]


def test_an_answer_that_is_on_its_way_when_the_runner_stops_comes_to_nobody(
    qapp: QApplication, gate: threading.Event
):
    runner = TaskRunner()
    begun = threading.Event()

    def next_in_line() -> None:
        begun.set()
        gate.wait()

    runner.run(Lane.KEEPING, lambda: "sparat", done=unwanted, failed=unwanted)
    runner.run(Lane.KEEPING, next_in_line, done=unwanted, failed=unwanted)
    begun.wait()
    gate.set()
    runner.stop()
    qapp.processEvents()

    assert runner.idle


def test_what_is_to_be_kept_is_kept_in_its_order_before_the_runner_stops(
    qtbot: QtBot, gate: threading.Event
):
    runner = TaskRunner()
    kept: list[int] = []

    runner.run(Lane.KEEPING, gate.wait, done=lambda _: None, failed=unwanted)
    for number in range(3):
        runner.run(Lane.KEEPING, partial(kept.append, number), done=unwanted, failed=unwanted)
    gate.set()
    runner.stop()

    assert kept == [0, 1, 2]
