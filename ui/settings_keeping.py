"""Keeping what is chosen: off the window's thread, one choice after the other."""

from PySide6.QtCore import QObject, Signal

from app.choices import Choices
from app.wording import say
from ui.error_dialog import show_error
from ui.task_runner import Lane, TaskRunner


class SettingsKeeping(QObject):
    """`kept` carries the key of a choice, `refused` a key and the sentence that says why not."""

    kept = Signal(str)
    refused = Signal(str, str)

    def __init__(self, choices: Choices, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._choices = choices
        self._tasks = tasks

    def choose(self, key: str, text: str) -> None:
        """A folder may lie far away, and looking for it take seconds."""
        self._tasks.run(
            Lane.BATCH,
            lambda: self._choices.choose(key, text),
            done=lambda problem: self._tell(key, problem),
            failed=lambda error: self._tell_failure(key, error),
        )

    def _tell(self, key: str, problem: str) -> None:
        if problem:
            self.refused.emit(key, problem)
        else:
            self.kept.emit(key)

    def _tell_failure(self, key: str, error: Exception) -> None:
        self.refused.emit(key, say("Valet är inte sparat."))
        show_error(error)
