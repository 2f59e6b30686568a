"""What a person sees when something went wrong: the known in two sentences, a bug with its trace.

A bug's own message may quote a booking, so only the names of errors and the places in the code
are shown and printed, never the message and never a value.
"""

import sys
import traceback
from collections.abc import Callable, Iterator
from typing import Protocol, TypeGuard

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

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

    def __init__(self, error: BaseException, *, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._error = error
        self._following: list[KallelseError] = []
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
        self.finished.connect(lambda _: self._leave())

    def follow_with(self, *errors: KallelseError) -> None:
        """Shown one by one when this one has been read; nothing is said twice."""
        for error in errors:
            if str(error) not in map(str, (self._error, *self._following)):
                self._following.append(error)

    def _leave(self) -> None:
        if self._following:
            first, *rest = self._following
            following = ErrorDialog(first, parent=self.parentWidget())
            following.follow_with(*rest)
            following.open()
        self.deleteLater()


def show_error(error: BaseException) -> None:
    """Shows the error. While one is on screen, one that we know follows it; a bug is only printed.

    What we know tells what to do about it, and that must not pass unseen.
    """
    if not isinstance(error, KallelseError):
        sys.stderr.write(trace_without_values(error))
    shown = next(filter(_is_shown, QApplication.topLevelWidgets()), None)
    if shown is None:
        ErrorDialog(error, parent=QApplication.activeWindow()).open()
    elif isinstance(error, KallelseError):
        shown.follow_with(error)


def _is_shown(widget: QWidget) -> TypeGuard[ErrorDialog]:
    return isinstance(widget, ErrorDialog) and widget.isVisible()


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
