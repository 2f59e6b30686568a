"""Evaluation: whether digital kallelser work, in figures that can be handed on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.draft import Channel
from app.evaluation import Evaluation, Selection
from app.evaluation_report import PLOTS, bars, figures_table, period, report
from app.outcomes import empty_table
from app.services import Services
from app.wording import say
from ui.bar_chart import BarChart
from ui.count_table import CountTable
from ui.error_dialog import told_by
from ui.evaluation_tiles import Tiles
from ui.file_saving import CSV, PDF, FileSaving, Offered
from ui.notices import Notice
from ui.parts import Kind, Tone, paragraph, primary_button, push_button, spread_row, title
from ui.period_choice import OWN_DAYS, PeriodChoice, named_choice
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

# What was chosen, what it is compared with, and the units that there are.
_Counted = tuple[Evaluation, Evaluation | None, tuple[tuple[str, str], ...]]


class EvaluationView(QWidget):
    """Made when it is first wanted. Everything is counted by a worker."""

    evaluated = Signal()

    def __init__(self, services: Services, tasks: TaskRunner, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._counting: Task | None = None
        self._units: tuple[tuple[str, str], ...] = ()
        self._types = [(one.id, one.name) for one in services.catalogue.all()]
        self._shown: tuple[Evaluation, Evaluation | None] | None = None
        self.notice = Notice()
        self.period = PeriodChoice(say("Period"), [*_DAYS, OWN_DAYS])
        self.compared = PeriodChoice(say("Jämför med"), [_BEFORE, OWN_DAYS, _NOTHING])
        self.unit = named_choice(say("Mottagning"), [_EVERY_UNIT])
        self.unit.hide()
        self.letter_type = named_choice(
            say("Brevtyp"), [_EVERY_TYPE, *(name for _, name in self._types)]
        )
        self.about = paragraph(colour=SECONDARY)
        self.how = push_button(say("Så räknas det"), self._show_counting, kind=Kind.SMALL)
        self.how.setCheckable(True)
        self.tiles = Tiles()
        self.charts = {channel: BarChart() for channel in Channel}
        self.because = CountTable(say("Brev tillsammans med meddelande"), words=say("Orsak"))
        self.problems = CountTable(say("Undantag"), words=say("Bokningar som"))
        self.save = primary_button(say("Spara rapport…"), self._save)
        self.read_outcomes = push_button(say("Läs in besöksutfall…"), self._ask_for_outcomes)
        self.save_empty = push_button(say("Spara tom tabell…"), self._save_empty)
        self._saving = FileSaving(
            tasks, parent=self, notice=self.notice, choices=services.setup.choices
        )
        self._lay_out()
        self.period.words.setCurrentText(_USUAL)
        for chosen in (self.period, self.compared):
            chosen.changed.connect(self.refresh)
        for choice in (self.unit, self.letter_type):
            choice.currentIndexChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Counted anew, by what is chosen."""
        if self._counting is not None:
            self._counting.abandon()
        selection = self._selection()
        self._counting = self._tasks.run(
            Lane.BATCH,
            partial(self._evaluate, selection, self._compared_with(selection)),
            done=self._show,
            failed=told_by(self.notice.show_news),
        )

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return (self.period, self.tiles, self.because, self.save)

    def _selection(self) -> Selection:
        first, last = self._days()
        unit, kind = self.unit.currentIndex(), self.letter_type.currentIndex()
        return Selection(
            first,
            last,
            unit=self._units[unit - 1][0] if unit > 0 else "",
            letter_type=self._types[kind - 1][0] if kind > 0 else "",
        )

    def _days(self) -> tuple[date, date]:
        if self.period.chosen == OWN_DAYS:
            return self.period.days
        today = self._services.now().date()
        return today - timedelta(days=_DAYS[self.period.chosen] - 1), today

    def _compared_with(self, selection: Selection) -> Selection | None:
        """The same of other days, such as those before the pilot began."""
        if self.compared.chosen == OWN_DAYS:
            first, last = self.compared.days
            return replace(selection, first=first, last=last)
        return selection.just_before() if self.compared.chosen == _BEFORE else None

    def _evaluate(self, selection: Selection, other: Selection | None) -> _Counted:
        pilot = self._services.pilot
        before = pilot.evaluate(other) if other else None
        return pilot.evaluate(selection), before, self._services.archive.units()

    def _show(self, counted: _Counted) -> None:
        now, before, units = counted
        self._shown = now, before
        self._show_units(units)
        self._show_periods(now.selection, before.selection if before else None)
        self.tiles.show_figures(now, before)
        self._show_counting()
        for channel, chart in self.charts.items():
            chart.show_bars(PLOTS[channel], bars(now, channel))
        self.because.show_counts(now.paper_because)
        told = [(KINDS_IN_WORDS[code], number) for code, number in now.problems]
        self.problems.show_counts(told)
        self.evaluated.emit()

    def _show_periods(self, selection: Selection, other: Selection | None) -> None:
        self.period.follow(selection.first, selection.last)
        before = other or selection.just_before()
        self.compared.follow(before.first, before.last)
        told = period(selection)
        if other:
            told = say("{period}, jämfört med {other}", period=told, other=period(other))
        self.about.setText(told)

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
        self.unit.setVisible(len(units) > 1)

    def _show_counting(self) -> None:
        self.tiles.show_counting(how=self.how.isChecked())

    def _save(self) -> None:
        if self._shown is None:
            return
        now, before = self._shown
        about = self._about(now.selection)
        document = report(
            now,
            compared=before,
            about=about,
            labels=KINDS_IN_WORDS,
            written_at=self._services.now(),
        )
        forms = {
            PDF: partial(self._services.documents.pdf, document),
            CSV: partial(figures_table, now, compared=before, about=about),
        }
        name = f"utvardering-{now.selection.first}-{now.selection.last}"
        told = say("Rapporten är sparad. {names_nobody}", names_nobody=_NAMES_NOBODY)
        self._saving.ask(Offered(say("Spara rapporten"), name, forms, told))

    def _about(self, selection: Selection) -> str:
        """Of what was counted, which may not be what is chosen by now."""
        unit = dict(self._units).get(selection.unit, _EVERY_UNIT)
        letter_type = dict(self._types).get(selection.letter_type, _EVERY_TYPE)
        return f"{unit}. {letter_type}."

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
            number = len(outcomes)
            periods = say("1 period") if number == 1 else say("{number} perioder", number=number)
            told = say("Besöksutfallet är inläst: {periods}.", periods=periods)
            self.notice.show_news(f"{told} {_NAMES_NOBODY}", tone=Tone.DONE)
            self.refresh()

        self._tasks.run(
            Lane.KEEPING,
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
            chart.setAccessibleName(PLOTS[channel])
            charts.addLayout(_titled(PLOTS[channel], chart))
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        ways_on = (self.read_outcomes, self.save_empty, self.save)
        for row in (
            spread_row(self.period, self.compared),
            spread_row(self.unit, self.letter_type, self.how, last=ways_on),
        ):
            row.setSpacing(8)
            layout.addLayout(row)
        layout.addWidget(self.about)
        layout.addWidget(self.notice)
        layout.addWidget(scroll, 1)


def _titled(name: str, widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.addWidget(title(name, size=PANE_TITLE_SIZE))
    layout.addWidget(widget)
    return layout
