"""The evaluation's figures as tiles: a number, what it rests on, and how it is counted."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.evaluation import Evaluation
from app.evaluation_report import change_in_words, rests_on, value_in_words
from app.figures import Figure
from app.wording import translated
from ui.parts import Label, paragraph
from ui.theme import SECONDARY, VIEW_TITLE_SIZE, sized

_ACROSS = 4


class Tiles(QWidget):
    """In the figures' own order, four in each line."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._tiles: list[Tile] = []
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, 1)

    def event(self, event: QEvent) -> bool:
        """As high as its words at this width: what scrolls is squeezed to nothing by Qt."""
        handled = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self.setMinimumHeight(max(0, self._grid.totalHeightForWidth(self.width())))
        return handled

    def show_figures(self, now: Evaluation, before: Evaluation | None) -> None:
        for number, figure in enumerate(now.figures):
            if number == len(self._tiles):
                self._tiles.append(Tile())
                self._grid.addWidget(self._tiles[-1], number // _ACROSS, number % _ACROSS)
            self._tiles[number].show_figure(figure, before.figure(figure.name) if before else None)

    def show_counting(self, *, how: bool) -> None:
        for tile in self._tiles:
            tile.how.setVisible(how)


class Tile(QFrame):
    """Read as one sentence; `how` is shown when it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name = paragraph(colour=SECONDARY)
        self._value = Label(font=sized(VIEW_TITLE_SIZE))
        self._rests_on = paragraph(colour=SECONDARY)
        self._change = paragraph()
        self.how = paragraph(colour=SECONDARY)
        self.how.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        for line in (self._name, self._value, self._rests_on, self._change, self.how):
            layout.addWidget(line)
        layout.addStretch(1)

    def show_figure(self, now: Figure, before: Figure | None) -> None:
        name, change = translated(now.name), change_in_words(now, before) if before else ""
        self._name.setText(name)
        self._value.setText(value_in_words(now))
        self._rests_on.setText(rests_on(now))
        self._change.setText(change)
        self._change.setVisible(bool(change))
        self.how.setText(now.how)
        self.setAccessibleName(f"{name}: {value_in_words(now)}")
        self.setAccessibleDescription(" ".join(filter(None, (rests_on(now), change, now.how))))
