"""Work of the log's pages in a worker's thread, and one bar that tells how it went."""

from collections.abc import Callable
from typing import TypeVar

from ui.error_dialog import told_by
from ui.notices import Notice
from ui.parts import Tone
from ui.task_runner import Lane, Task, TaskRunner, Watch

Answer = TypeVar("Answer")


class LogWork:
    def __init__(self, tasks: TaskRunner, notice: Notice) -> None:
        self._tasks = tasks
        self._notice = notice
        self.tell_failure = told_by(notice.show_news)
        self._given: list[Task] = []

    def run(self, work: Callable[[], Answer], *, done: Callable[[Answer], None]) -> None:
        self.run_watched(lambda _: work(), done=done, failed=self.tell_failure)

    def keep(self, work: Callable[[], Answer], *, done: Callable[[Answer], None]) -> None:
        """What somebody has decided: kept also where the pages or the window are closed at once."""
        task = self._tasks.run(Lane.KEEPING, work, done=done, failed=self.tell_failure)
        self._given.append(task)

    def run_watched(
        self,
        work: Callable[[Watch], Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None],
        progress: Callable[..., None] = lambda *_: None,
    ) -> Task:
        task = self._tasks.run_watched(
            Lane.BATCH, work, done=done, failed=failed, progress=progress
        )
        self._given.append(task)
        return task

    def leave(self) -> None:
        """The pages are closed: no answer comes to what is gone, and long work ends."""
        for task in self._given:
            task.abandon()

    def tell_done(self, text: str) -> None:
        self._notice.show_news(text, tone=Tone.DONE)
