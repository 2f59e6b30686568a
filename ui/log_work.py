"""Work of the log's pages in a worker's thread, and one bar that tells how it went."""

from collections.abc import Callable
from typing import TypeVar

from app.errors import KallelseError
from ui.error_dialog import show_error
from ui.notices import Notice
from ui.parts import Tone
from ui.task_runner import Lane, TaskRunner

Answer = TypeVar("Answer")


class LogWork:
    def __init__(self, tasks: TaskRunner, notice: Notice) -> None:
        self._tasks = tasks
        self._notice = notice

    def run(self, work: Callable[[], Answer], *, done: Callable[[Answer], None]) -> None:
        self._tasks.run(Lane.BATCH, work, done=done, failed=self.tell_failure)

    def tell_done(self, text: str) -> None:
        self._notice.show_news(text, tone=Tone.DONE)

    def tell_failure(self, error: Exception) -> None:
        if isinstance(error, KallelseError):
            self._notice.show_news(str(error), tone=Tone.ATTENTION)
        else:
            show_error(error)
