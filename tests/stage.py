"""What the scenes of `tests.scenes` are played on: the real window, hands, and a camera."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.rows import RowStatus
from app.services import Services
from tests.desk import look_first
from ui.main_window import MainWindow
from ui.task_runner import TaskRunner
from ui.tour_driver import Driver
from ui.utskick import Utskick

# A screen of 1920×1080, less what the system takes.
WIDE = (1920, 1040)


class Stage:
    """What the scenes share: the services, the folder of the pictures, and every bug on the way."""

    def __init__(
        self,
        services: Services,
        *,
        folder: Path,
        bugs: list[BaseException],
    ) -> None:
        self.services = services
        self.folder = folder
        self._bugs = bugs

    def of(self, services: Services) -> "Stage":
        """The same place with another program on it."""
        return Stage(services, folder=self.folder, bugs=self._bugs)

    @contextmanager
    def scene(self, *, undo_seconds: int = 0, size: tuple[int, int] = WIDE) -> Iterator["Scene"]:
        """A window of its own, closed when the scene is over."""
        look_first(self.services)
        window, tasks = MainWindow(undo_seconds=undo_seconds), TaskRunner()
        window.resize(*size)
        window.show()
        window.activateWindow()
        window.attach(self.services, tasks)
        try:
            yield Scene(self, Driver(window, tasks, self.folder, bugs=self._bugs))
        finally:
            tasks.stop()
            # Its letters may still be held, and nobody is there to be asked about them.
            window.deleteLater()
            QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


class Scene:
    """One window, from one picture to the next."""

    def __init__(self, stage: Stage, driver: Driver) -> None:
        self.stage = stage
        self.do = driver
        self.window = driver.window

    @property
    def utskick(self) -> Utskick:
        assert self.window.utskick is not None
        return self.window.utskick

    def picture(self, name: str, *, of: QWidget | None = None) -> None:
        self.do.settle()
        (of or self.window).grab().save(str(self.stage.folder / f"{name}.png"))

    def dialog(self, name: str) -> None:
        """The dialog that is open, which is then left again."""
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, name
        self.picture(name, of=dialog)
        dialog.close()

    def open(self, name: str, content: bytes) -> None:
        path = self.stage.folder / name
        path.write_bytes(content)
        self.utskick.open_files(path)
        self.do.settle()
        path.unlink()

    def open_sample(self, name: str = "agfa_ei.csv") -> None:
        sample = next(path for path in self.stage.services.samples if path.name == name)
        self.utskick.open_files(self.stage.services.lay_out_sample(sample))
        self.do.settle()

    def go_to(self, status: RowStatus, *, label: str = "") -> None:
        """The first row of a status, and of an open finding where one is named."""
        assert self.utskick.worklist is not None
        rows = [row for row in self.utskick.worklist.rows if row.status is status]
        labels = [row.open_finding.label if row.open_finding else "" for row in rows]
        row = next(row for row, said in zip(rows, labels, strict=True) if said.startswith(label))
        self.utskick.show_row(row.row_no)
