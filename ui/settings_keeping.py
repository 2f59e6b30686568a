"""Keeping what is chosen: off the window's thread, one choice after the other."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.choices import Choices
from app.wording import say
from ui.error_dialog import show_error
from ui.task_runner import Lane, TaskRunner


class SettingsKeeping(QObject):
    """`kept` carries the key of a choice, `refused` a key and the sentence that says why not.

    A choice that was made just before the window was closed is kept too.
    """

    kept = Signal(str)
    refused = Signal(str, str)

    def __init__(self, choices: Choices, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._choices = choices
        self._tasks = tasks

    def choose(self, key: str, text: str) -> None:
        """A folder may lie far away, and looking for it take seconds."""
        self._keep(key, lambda: self._choices.choose(key, text))

    def choose_new(
        self, key: str, text: str, *, keep: Callable[[], None], told: Callable[[], None]
    ) -> None:
        """Something that has to be kept itself before it can be chosen; `told` when it is."""

        def work() -> str:
            keep()
            return self._choices.choose(key, text)

        self._keep(key, work, told=told)

    def _keep(
        self, key: str, work: Callable[[], str], *, told: Callable[[], None] = lambda: None
    ) -> None:
        def tell(problem: str) -> None:
            if problem:
                self.refused.emit(key, problem)
            else:
                told()
                self.kept.emit(key)

        self._tasks.run(
            Lane.KEEPING,
            work,
            done=tell,
            failed=lambda error: self._tell_failure(key, error),
        )

    def _tell_failure(self, key: str, error: Exception) -> None:
        self.refused.emit(key, say("Valet är inte sparat."))
        show_error(error)
