"""F6 and Shift+F6: the focus goes from pane to pane, whatever stands in them."""

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtWidgets import QApplication, QWidget

from ui.reading_order import stops_of


def focus_next(panes: Sequence[QWidget], *, step: int) -> None:
    """Puts the focus into the next (1) or previous (-1) pane that can take it."""
    here = _pane_in_focus(panes)
    start = here if here is not None else (-1 if step > 0 else 0)
    for distance in range(1, len(panes) + 1):
        target = _landing(panes[(start + step * distance) % len(panes)])
        if target is not None:
            target.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
            return


def _pane_in_focus(panes: Sequence[QWidget]) -> int | None:
    focus = QApplication.focusWidget()
    if focus is None:
        return None
    found = (n for n, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus))
    return next(found, None)


def _landing(pane: QWidget) -> QWidget | None:
    """What the pane says that it is about, else the first in it that Tab would reach."""
    stops = tuple(stops_of(pane))
    about = pane.focusProxy()
    return about if about in stops else next(iter(stops), None)
