"""Tab and Shift+Tab: the focus goes through a window in the order in which it is read."""

from collections.abc import Iterable, Iterator

from PySide6 import QtCore
from PySide6.QtWidgets import QApplication, QWidget


def step_focus(window: QWidget, *, step: int, home: QWidget | None = None) -> bool:
    """To the next (1) or previous (-1) stop, and from the last one round; False where none is.

    Qt's own order is that in which widgets were made, which here is by what belongs together.
    From something that has just gone, as a bar whose button was pressed, it leads to the focus
    proxy of `home`, where the work goes on.
    """
    here = QApplication.focusWidget()
    main = _last_proxy(home) if home else None
    if here and not here.isVisible() and main and main.isVisible():
        main.setFocus()
        return True
    stops = tuple(stops_of(window))
    if not stops:
        return False
    at = next((n for n, one in enumerate(stops) if one is here), -1 if step > 0 else 0)
    reasons = QtCore.Qt.FocusReason
    reason = reasons.TabFocusReason if step > 0 else reasons.BacktabFocusReason
    stops[(at + step) % len(stops)].setFocus(reason)
    return True


def stops_of(root: QWidget) -> Iterator[QWidget]:
    """All that Tab reaches in a widget: itself first, then line by line what stands in it."""
    if not root.isVisible() or not root.isEnabled():
        return
    if _is_stop(root):
        yield root
    only_its_own = QtCore.Qt.FindChildOption.FindDirectChildrenOnly
    for line in _lines(one for one in root.findChildren(QWidget, options=only_its_own)):
        for child in line:
            yield from stops_of(child)


def _last_proxy(widget: QWidget) -> QWidget:
    proxy = widget.focusProxy()
    return _last_proxy(proxy) if proxy else widget


def _is_stop(widget: QWidget) -> bool:
    """Not a part that hands the focus to the whole that it belongs to, as a number field's line."""
    proxy = widget.focusProxy()
    belongs = proxy is not None and proxy.isAncestorOf(widget)
    return bool(widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus) and not belongs


def _lines(children: Iterable[QWidget]) -> Iterator[list[QWidget]]:
    """What stands beside each other, from the left; a line is as high as what begins it."""
    line: list[QWidget] = []
    seen = (one for one in children if one.isVisible() and not one.isWindow())
    for child in sorted(seen, key=lambda one: one.y()):
        if line and child.geometry().center().y() > line[0].geometry().bottom():
            yield sorted(line, key=lambda one: one.x())
            line = []
        line.append(child)
    yield sorted(line, key=lambda one: one.x())
