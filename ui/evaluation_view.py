"""Evaluation: whether digital kallelser work, in figures that can be handed on."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.channels import channels_label
from app.draft import Channel
from app.evaluation import Evaluation, Selection
from app.evaluation_report import bars, figures_table, period, report
from app.outcomes import empty_table
from app.services import Services
from app.wording import say
from ui.bar_chart import BarChart
from ui.error_dialog import told_by
from ui.evaluation_tiles import Tiles
from ui.file_saving import CSV, PDF, FileSaving, Offered
from ui.notices import Notice
from ui.parts import Kind, Label, Tone, primary_button, push_button, tip, title
from ui.summing import KINDS_IN_WORDS
from ui.task_runner import Lane, Task, TaskRunner
from ui.theme import PANE_TITLE_SIZE, SECONDARY

_USUAL = say("30 dagar")
_DAYS = {
    say("7 dagar"): 7,
    _USUAL: 30,
    say("90 dagar"): 90,
    say("Ett år"): 365,
    say("Tio år"): 3653,
}
_EVERY_UNIT, _EVERY_TYPE = say("Alla mottagningar"), say("Alla brevtyper")
_BEFORE, _NOTHING = say("Perioden före"), say("Ingenting")
_NAMES_NOBODY = say("Den innehåller inga personuppgifter.")


class EvaluationView(QWidget):
    """Made when it is first wanted. Everything is counted by a worker."""

    evaluated = Signal()

    def __init__(self, services: Services, tasks: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._counting: Task | None = None
        self._units: tuple[tuple[str, str], ...] = ()
        self._types = [(one.id, one.name) for one in services.catalogue.all()]
        self._shown: tuple[Evaluation, Evaluation | None] | None = None
        self.notice = Notice()
        self.period = _choice(say("Period"), list(_DAYS))
        self.unit = _choice(say("Mottagning"), [_EVERY_UNIT])
        self.letter_type = _choice(
            say("Brevtyp"), [_EVERY_TYPE, *(name for _, name in self._types)]
        )
        self.compared = _choice(say("Jämför med"), [_BEFORE, _NOTHING])
        self.about = Label(colour=SECONDARY)
        self.how = push_button(say("Så räknas det"), self._show_counting, kind=Kind.SMALL)
        self.how.setCheckable(True)
        self.tiles = Tiles()
        self.charts = {channel: BarChart() for channel in Channel}
        self.because = _table(say("Brev tillsammans med meddelande"), (say("Orsak"), say("Antal")))
        self.problems = _table(say("Undantag"), (say("Bokningar som"), say("Antal")))
        self.save = primary_button(say("Spara rapport…"), self._save)
        self.read_outcomes = push_button(say("Läs in besöksutfall…"), self._ask_for_outcomes)
        self.save_empty = push_button(say("Spara tom tabell…"), self._save_empty)
        self._saving = FileSaving(
            tasks, parent=self, notice=self.notice, choices=services.setup.choices
        )
        self._lay_out()
        self.period.setCurrentText(_USUAL)
        for choice in (self.period, self.unit, self.letter_type, self.compared):
            choice.currentIndexChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Counted anew, by what is chosen."""
        if self._counting is not None:
            self._counting.abandon()
        selection, is_compared = self._selection(), self.compared.currentText() == _BEFORE
        self._counting = self._tasks.run(
            Lane.BATCH,
            partial(self._evaluate, selection, is_compared=is_compared),
            done=self._show,
            failed=told_by(self.notice.show_news),
        )

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return (self.period, self.tiles, self.because, self.save)

    def _selection(self) -> Selection:
        today, days = self._services.now().date(), _DAYS[self.period.currentText()]
        unit, kind = self.unit.currentIndex(), self.letter_type.currentIndex()
        return Selection(
            today - timedelta(days=days - 1),
            today,
            unit=self._units[unit - 1][0] if unit > 0 else "",
            letter_type=self._types[kind - 1][0] if kind > 0 else "",
        )

    def _evaluate(
        self, selection: Selection, *, is_compared: bool
    ) -> tuple[Evaluation, Evaluation | None, tuple[tuple[str, str], ...]]:
        pilot = self._services.pilot
        before = pilot.evaluate(selection.just_before()) if is_compared else None
        return pilot.evaluate(selection), before, self._services.archive.units()

    def _show(
        self, counted: tuple[Evaluation, Evaluation | None, tuple[tuple[str, str], ...]]
    ) -> None:
        now, before, units = counted
        self._shown = now, before
        self._show_units(units)
        self.about.setText(period(now.selection))
        self.tiles.show_figures(now, before)
        self._show_counting()
        for channel, chart in self.charts.items():
            chart.show_bars(
                say("Skickade, {channel}", channel=channels_label((channel,))), bars(now, channel)
            )
        _fill(self.because, now.paper_because)
        _fill(self.problems, [(KINDS_IN_WORDS[code], number) for code, number in now.problems])
        self.evaluated.emit()

    def _show_units(self, units: Sequence[tuple[str, str]]) -> None:
        if tuple(units) == self._units:
            return
        chosen = self._selection().unit
        self._units = tuple(units)
        ids = [unit for unit, _ in units]
        with QSignalBlocker(self.unit):
            self.unit.clear()
            self.unit.addItems([_EVERY_UNIT, *(name for _, name in units)])
            self.unit.setCurrentIndex(ids.index(chosen) + 1 if chosen in ids else 0)

    def _show_counting(self) -> None:
        self.tiles.show_counting(how=self.how.isChecked())

    def _save(self) -> None:
        if self._shown is None:
            return
        now, before = self._shown
        about = f"{self.unit.currentText()}. {self.letter_type.currentText()}."
        document = report(
            now,
            compared=before,
            about=about,
            labels=KINDS_IN_WORDS,
            written_at=self._services.now(),
        )
        forms = {
            PDF: partial(self._services.documents.pdf, document),
            CSV: partial(figures_table, now, compared=before),
        }
        name = f"utvardering-{now.selection.first}-{now.selection.last}"
        told = say("Rapporten är sparad. {names_nobody}", names_nobody=_NAMES_NOBODY)
        self._saving.ask(Offered(say("Spara rapporten"), name, forms, told))

    def _save_empty(self) -> None:
        told = say("Den tomma tabellen är sparad. Fyll i den och läs in den här.")
        self._saving.ask(Offered(say("Spara tom tabell"), "besoksutfall", {CSV: empty_table}, told))

    def _ask_for_outcomes(self) -> None:
        dialog = QFileDialog(self, say("Läs in besöksutfall"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([say("Tabell (*.csv)"), say("Alla filer (*)")])
        dialog.fileSelected.connect(lambda path: self.keep_outcomes(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keep_outcomes(self, path: Path) -> None:
        """In place of those read in before."""

        def tell(outcomes: Sequence[object]) -> None:
            told = say(
                "Besöksutfallet är inläst: {outcomes} perioder. {names_nobody}",
                outcomes=len(outcomes),
                names_nobody=_NAMES_NOBODY,
            )
            self.notice.show_news(told, tone=Tone.DONE)
            self.refresh()

        self._tasks.run(
            Lane.BATCH,
            lambda: self._services.pilot.outcomes.keep(path),
            done=tell,
            failed=told_by(self.notice.show_news),
        )

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.tiles)
        charts, tables = QHBoxLayout(), QHBoxLayout()
        for channel, chart in self.charts.items():
            name = say("Skickade, {channel}", channel=channels_label((channel,)))
            chart.setAccessibleName(name)
            charts.addLayout(_titled(name, chart))
        tables.addLayout(_titled(say("Brev tillsammans med meddelande"), self.because))
        tables.addLayout(_titled(say("Undantag"), self.problems))
        column.addLayout(charts)
        column.addLayout(tables)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        # What can be reached by Tab lies inside it, and is scrolled to.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        chosen = QHBoxLayout()
        for widget in (self.period, self.unit, self.letter_type, self.compared, self.how):
            chosen.addWidget(widget)
        chosen.addStretch(1)
        done = QHBoxLayout()
        done.addWidget(self.about, 1)
        for button in (self.read_outcomes, self.save_empty, self.save):
            done.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(chosen)
        layout.addLayout(done)
        layout.addWidget(self.notice)
        layout.addWidget(scroll, 1)


def _choice(name: str, words: Sequence[str]) -> QComboBox:
    box = QComboBox()
    box.addItems(words)
    box.setAccessibleName(name)
    box.setToolTip(tip(name))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    return box


def _table(name: str, headers: Sequence[str]) -> QTableWidget:
    table = QTableWidget(0, len(headers))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(headers))
    table.verticalHeader().hide()
    table.horizontalHeader().setStretchLastSection(False)
    table.horizontalHeader().setSectionResizeMode(0, table.horizontalHeader().ResizeMode.Stretch)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setMinimumHeight(160)
    return table


def _fill(table: QTableWidget, lines: Sequence[tuple[str, int]]) -> None:
    table.setRowCount(len(lines))
    for row, cells in enumerate(lines):
        for column, cell in enumerate(cells):
            table.setItem(row, column, QTableWidgetItem(str(cell)))


def _titled(name: str, widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.addWidget(title(name, size=PANE_TITLE_SIZE))
    layout.addWidget(widget)
    return layout
