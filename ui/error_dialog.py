"""What a person sees when something went wrong: the known in two sentences, a bug with its trace.

A bug's own message may quote a booking, so only the names of errors and the places in the code
are shown and printed, never the message and never a value.
"""

import sys
import traceback
from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from app.errors import KallelseError
from app.wording import say
from ui.parts import Tone

_BUG = say("Något oväntat hände.")
_BUG_TODO = say(
    "Inget skickas om av sig självt. Försök igen. "
    "Händer det igen, meddela supporten och läs upp det som står under detaljer."
)


class ErrorDialog(QMessageBox):
    """Opened, not run: the window behind it goes on, so a send is never held up."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(QApplication.activeWindow())
        known = error if isinstance(error, KallelseError) else None
        self.setWindowTitle("Kallelser")
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(known.what if known else _BUG)
        self.setInformativeText(known.todo if known else _BUG_TODO)
        detail = known.detail if known else trace_without_values(error)
        if detail:
            self.setDetailedText(detail)
        self.setStandardButtons(QMessageBox.StandardButton.Ok)
        # The connection also keeps the dialog alive where there is no window to own it.
        self.finished.connect(lambda _: self.deleteLater())


def show_error(error: BaseException) -> None:
    """Shows the error; while one error is on screen, those that follow are only printed."""
    if not isinstance(error, KallelseError):
        sys.stderr.write(trace_without_values(error))
    if not any(isinstance(widget, ErrorDialog) for widget in QApplication.topLevelWidgets()):
        ErrorDialog(error).open()


class Sentence(Protocol):
    """A place in the window that shows one."""

    def __call__(self, text: str, *, tone: Tone) -> None: ...


def told_by(show: Sentence) -> Callable[[Exception], None]:
    """What to do with an error: `show` tells one that we know, and a bug has the dialog."""

    def tell(error: Exception) -> None:
        if isinstance(error, KallelseError):
            show(str(error), tone=Tone.ATTENTION)
        else:
            show_error(error)

    return tell


def trace_without_values(error: BaseException) -> str:
    """Where in the code it happened, outermost cause first; nothing from any booking."""
    return "\n".join(
        f"{type(one).__name__}\n{''.join(traceback.format_tb(one.__traceback__))}"
        for one in reversed(tuple(_chain(error)))
    )


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
