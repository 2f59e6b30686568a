"""Two panes that belong together: side by side where there is room for both, else one at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from app.wording import say
from ui.parts import Kind, tool_button

# Logical pixels (ux.md, main window): narrower than this, a letter beside a message as on a phone
# has less than 520, which is too small.
SIDE_BY_SIDE = 948

_GAP = 16


class PanePair(QWidget):
    """Always the same two widgets: nothing is made anew when they change places."""

    def __init__(
        self, first: tuple[str, QWidget], second: tuple[str, QWidget], *, titles: Sequence[QLabel]
    ) -> None:
        """Each with the name on its tab; `titles` in the panes are not shown beside tabs."""
        super().__init__()
        self._panes = (first[1], second[1])
        self._titles = titles
        names = (first[0], second[0])
        self._choices = tuple(self._choice(number, name) for number, name in enumerate(names))
        # What a wider window brings is the second pane's.
        self._first_width = first[1].minimumSizeHint().width()
        self._tabs = QWidget()
        self._beside = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.addAction(self._switch_action())
        self.show_pane(0)

    @property
    def is_side_by_side(self) -> bool:
        return self.width() >= SIDE_BY_SIDE

    def show_pane(self, number: int) -> None:
        """0 or 1; where both are in view it decides which one comes first after a narrowing."""
        self._choices[number].setChecked(True)
        self._arrange()

    def give_first(self, width: int) -> None:
        """Side by side the first pane gets this width, as far as the second can spare it."""
        self._first_width = width
        room = self._beside.width() - self._beside.handleWidth()
        first = min(width, room - self._panes[1].minimumSizeHint().width())
        self._beside.setSizes([first, room - first])

    def minimumSizeHint(self) -> QSize:
        """Room for one pane: with less than two need, the tabs come."""
        one, other = (pane.minimumSizeHint() for pane in self._panes)
        return one.expandedTo(other) + QSize(0, self._tabs.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self.is_side_by_side:
            self.give_first(self._first_width)

    def _choice(self, number: int, name: str) -> QAction:
        action = QAction(name, self)
        action.setCheckable(True)
        action.setToolTip(say("Byt ruta (Ctrl+Tab)"))
        action.triggered.connect(lambda: self.show_pane(number))
        return action

    def _switch_action(self) -> QAction:
        action = QAction(say("Byt ruta"), self)
        action.setShortcut(QKeySequence("Ctrl+Tab"))
        action.triggered.connect(self._switch)
        return action

    def _lay_out(self) -> None:
        tabs = QHBoxLayout(self._tabs)
        tabs.setContentsMargins(0, 0, 0, 0)
        tabs.setSpacing(4)
        group = QActionGroup(self)
        for action in self._choices:
            group.addAction(action)
            tabs.addWidget(tool_button(action, kind=Kind.TAB))
        tabs.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._tabs)
        layout.addWidget(self._beside, 1)
        # Only now: to move panes with all that stands in them takes 5 ms (measured).
        for pane in self._panes:
            self._beside.addWidget(pane)
        self._beside.setChildrenCollapsible(False)
        self._beside.setHandleWidth(_GAP)
        self._beside.splitterMoved.connect(self._note_first_width)

    def _note_first_width(self, width: int) -> None:
        self._first_width = width

    def _switch(self) -> None:
        """To the pane that is hidden, or with both in view to the one without the focus."""
        if self.is_side_by_side:
            in_first = self._panes[0].isAncestorOf(QApplication.focusWidget() or self)
        else:
            in_first = self._choices[0].isChecked()
        other = 1 if in_first else 0
        self.show_pane(other)
        self._panes[other].setFocus()

    def _arrange(self) -> None:
        self._tabs.setVisible(not self.is_side_by_side)
        shown = [self.is_side_by_side or choice.isChecked() for choice in self._choices]
        for pane, visible in zip(self._panes, shown, strict=True):
            pane.setVisible(visible)
        for title in self._titles:
            title.setVisible(self.is_side_by_side)
        self.setFocusProxy(self._panes[shown.index(True)])
