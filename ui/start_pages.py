"""What stands where the list will be: nothing opened yet, a file being read, a file refused."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.errors import KallelseError
from ui.parts import Kind, Label, action_button, paragraph, primary_button, push_button, title
from ui.theme import SECONDARY, VIEW_TITLE_SIZE, sized


class StartPage(QWidget):
    """The empty state. `sample_wanted` carries the path of a chosen sample."""

    sample_wanted = Signal(Path)

    def __init__(self, open_action: QAction) -> None:
        super().__init__()
        self._open = action_button(open_action, kind=Kind.PRIMARY)
        self._samples = QVBoxLayout()
        self._samples.setSpacing(8)
        self._state = Label("Startar…", colour=SECONDARY)
        layout = _middle(self)
        layout.addWidget(title("Öppna dagens bokningar", size=VIEW_TITLE_SIZE))
        layout.addWidget(paragraph("Dra hit en fil eller tryck Ctrl+O."))
        layout.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(24)
        layout.addWidget(self._state)
        layout.addLayout(self._samples)

    def show_samples(self, samples: Sequence[Path]) -> None:
        """The program is ready; `samples` are files one may try it with."""
        self._state.setText("Eller prova med påhittade bokningar:" if samples else "")
        for path in samples:
            self._samples.addWidget(self._sample_button(path), 0, Qt.AlignmentFlag.AlignLeft)
        self._open.setFocus()

    def show_obstacle(self, text: str) -> None:
        """Why nothing can be opened."""
        self._state.setText(text)

    def _sample_button(self, path: Path) -> QWidget:
        return push_button(path.name, lambda: self.sample_wanted.emit(path), icon_name="file-text")


class LoadingPage(QWidget):
    """A file is being read: how many rows so far, and the way out."""

    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = title("Läser bokningar…", size=VIEW_TITLE_SIZE)
        self._rows = Label(colour=SECONDARY)
        moving = QProgressBar()
        moving.setRange(0, 0)
        moving.setTextVisible(False)
        moving.setFixedHeight(4)
        moving.setAccessibleName("Läser bokningar")
        layout = _middle(self)
        layout.addWidget(self._text)
        layout.addWidget(moving)
        layout.addWidget(self._rows)
        layout.addSpacing(8)
        layout.addWidget(
            push_button("Avbryt", self.cancel_wanted.emit), 0, Qt.AlignmentFlag.AlignLeft
        )

    def show_rows(self, number: int) -> None:
        self._rows.setText(f"{number} rader lästa" if number else "")


class ErrorPage(QWidget):
    """What happened in bold, what to do under it, and details on request."""

    retry_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, open_action: QAction) -> None:
        super().__init__()
        self._what = paragraph(font=sized(VIEW_TITLE_SIZE))
        self._todo = paragraph()
        self._detail = paragraph(colour=SECONDARY)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = push_button("Visa detaljer", self._toggle_detail)
        self._back = push_button("Tillbaka", self.back_wanted.emit)
        self._lay_out(primary_button("Öppna en annan fil…", open_action.trigger))

    def show_error(self, error: KallelseError) -> None:
        self._what.setText(error.what)
        self._todo.setText(error.todo)
        self._detail.setText(error.detail)
        self._more.setVisible(bool(error.detail))
        self._hide_detail()
        self.setAccessibleName(f"{error.what} {error.todo}")

    def _lay_out(self, other_file: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        again = push_button("Försök igen", self.retry_wanted.emit)
        for button in (other_file, again, self._back, self._more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        box = QFrame()
        box.setObjectName("error")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(24, 16, 24, 16)
        inside.setSpacing(12)
        for part in (self._what, self._todo, self._detail):
            inside.addWidget(part)
        inside.addLayout(buttons)
        _middle(self, width=640).addWidget(box)

    def _toggle_detail(self) -> None:
        if self._detail.isHidden():
            self._detail.show()
            self._more.setText("Dölj detaljer")
        else:
            self._hide_detail()

    def _hide_detail(self) -> None:
        self._detail.hide()
        self._more.setText("Visa detaljer")


def _middle(page: QWidget, *, width: int = 420) -> QVBoxLayout:
    """A column in the middle of a page, a little above its centre."""
    column = QWidget()
    column.setFixedWidth(width)
    inside = QVBoxLayout(column)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(12)
    # Stretches and not an alignment, which would forget that wrapped text grows in height.
    across = QHBoxLayout()
    across.addStretch(1)
    across.addWidget(column)
    across.addStretch(1)
    outside = QVBoxLayout(page)
    outside.addStretch(2)
    outside.addLayout(across)
    outside.addStretch(3)
    return inside
