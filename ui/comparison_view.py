"""Comparison: what another version of the templates changes, seen on real bookings."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.comparison_look import Look
from app.comparison_report import report, summary
from app.differences import Comparison, Group
from app.publications import Proposal
from app.template_versions import Choice, TemplateVersions
from app.wording import say
from app.worklist import Worklist
from ui.bookings_choice import BookingsChoice
from ui.change_chips import ChangeChips
from ui.compared_letter import ComparedLetter
from ui.comparing import Comparing, Shown
from ui.error_dialog import told_by
from ui.file_saving import PDF, FileSaving, Offered
from ui.group_list import GroupList
from ui.notices import Notice
from ui.parts import Label, Tone, announce, paragraph, primary_button, push_button, spread_row
from ui.publishing_panel import PublishingPanel
from ui.task_runner import Lane, TaskRunner
from ui.theme import SECONDARY
from ui.version_choice import VersionChoice

# Logical pixels.
_LIST_WIDTH = 300
_WIDTHS = [_LIST_WIDTH, 3 * _LIST_WIDTH]


class ComparisonView(QWidget):
    """Made when it is first wanted. Letters are made and compared by workers."""

    def __init__(
        self,
        versions: TemplateVersions,
        tasks: TaskRunner,
        *,
        open_list: Callable[[], Worklist | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._versions = versions
        self._tasks = tasks
        self._open_list = open_list
        self._comparison: Comparison | None = None
        self._look = Look()
        self._tried_on = ""
        self.comparing = Comparing(versions, tasks, parent=self)
        self.before = VersionChoice(say("Före"), versions)
        self.after = VersionChoice(say("Efter"), versions)
        self.bookings = BookingsChoice(versions)
        self.compare = primary_button(say("Jämför"), self._begin)
        self.cancel = push_button(say("Avbryt"), self.comparing.cancel)
        self.save = push_button(say("Spara som PDF…"), self._save)
        self.progress = QProgressBar()
        self.notice = Notice()
        self.summary = paragraph()
        wanting = say("Välj två versioner, så visas vad som skiljer.")
        self.uncompared = Label(wanting, colour=SECONDARY)
        self.uncompared.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.chips = ChangeChips()
        self.groups = GroupList()
        self.letter = ComparedLetter()
        self._results = QStackedWidget()
        self.publishing = PublishingPanel(versions, tasks)
        self._saving = FileSaving(
            tasks, parent=self, notice=self.notice, choices=versions.services.setup.choices
        )
        self._lay_out()
        self._connect()
        self.before.choose_current()
        self._show_state()

    def refresh(self) -> None:
        """What can be chosen now; what has been compared stays."""
        self.bookings.show_list(self._open_list())
        self._tasks.run(
            Lane.BATCH,
            self._versions.choices,
            done=self._show_kept,
            failed=told_by(self.notice.show_news),
        )
        self.publishing.refresh()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return (self.before, self.groups, self.letter)

    def _show_kept(self, kept: tuple[Choice, ...]) -> None:
        """A proposal that was chosen is gone from among them once it has been published."""
        for choice in (self.before, self.after):
            choice.show_kept(kept)
        self._show_state()

    def _review(self, proposal: Proposal) -> None:
        """Against what is in force, on bookings that no letter type is missing among."""
        self.before.choose_current()
        self.after.choose(self._versions.proposed(proposal))
        self.bookings.choose_made_up()
        self._begin()

    def _begin(self) -> None:
        before, after = self.before.wanted, self.after.wanted
        if before is None or after is None:
            return
        self._comparison, self._tried_on = None, self.bookings.currentText()
        self._look = Look()
        self.publishing.show_found(None, None, self._look)
        self.notice.hide()
        self.summary.setText(say("Jämför…"))
        self._show_groups(())
        self.progress.setRange(0, 0)
        self.comparing.begin(before, after, self.bookings.wanted)
        self._show_state()

    def _take(self, comparison: Comparison) -> None:
        """So far, or all."""
        self._comparison = comparison
        self.progress.setRange(0, max(1, comparison.total))
        self.progress.setValue(comparison.compared)
        self.summary.setText(_so_far(comparison))
        self.chips.show_numbers(comparison)
        self._filter()

    def _end(self) -> None:
        self._show_state()
        self.publishing.show_found(self.comparing.comparer, self._comparison, self._look)
        if self._comparison:
            announce(self, self.summary.text())

    def _filter(self) -> None:
        if self._comparison:
            self._show_groups(self.chips.left_of(self._comparison))

    def _show_groups(self, groups: tuple[Group, ...]) -> None:
        stays = self.groups.show_groups(groups, self._look)
        if stays and self.groups.group:
            self.letter.tell_group(self.groups.group)
        elif not groups:
            self.letter.show_nothing()

    def _show_group(self, group: Group) -> None:
        self.letter.show_group(group)
        self.comparing.show(group.drafts[0])

    def _show_letter(self, shown: Shown) -> None:
        """Only what has come to the screen has been looked at."""
        self.letter.show_letter(shown)
        group = self.groups.group
        if group and shown.draft in group.drafts:
            self._look.open(group)
            self.groups.tick_off(self._look)
            self.publishing.show_look()

    def _show_another(self, number: int) -> None:
        if group := self.groups.group:
            self.comparing.show(group.drafts[number])

    def _pass_on(self, step: int) -> None:
        if not self.groups.step(step):
            announce(self, say("Det finns inga fler ändringar åt det hållet."))

    def _show_state(self) -> None:
        """What can be pressed, and whether it is under way."""
        busy = self.comparing.is_busy
        is_chosen = self.before.wanted is not None and self.after.wanted is not None
        self.compare.setEnabled(is_chosen and not busy)
        self.cancel.setVisible(busy)
        self.progress.setVisible(busy)
        self.save.setEnabled(not busy and bool(self._comparison and self._comparison.compared))
        self._results.setCurrentIndex(1 if busy or self._comparison else 0)

    def _save(self) -> None:
        comparer = self.comparing.comparer
        if self._comparison is None or comparer is None:
            return
        before, after = comparer.before.name, comparer.after.name
        now = self._versions.services.now()
        document = report(
            self._comparison, before=before, after=after, bookings=self._tried_on, written_at=now
        )
        forms = {PDF: partial(self._versions.services.documents.pdf, document)}
        told = say("Jämförelsen är sparad. Den innehåller inga personuppgifter.")
        name = f"malljamforelse-{now:%Y-%m-%d}"
        self._saving.ask(Offered(say("Spara jämförelsen"), name, forms, told))

    def _tell_done(self, told: str) -> None:
        self.notice.show_news(told, tone=Tone.DONE)
        self.refresh()

    def _connect(self) -> None:
        self.comparing.found.connect(self._take)
        self.comparing.ended.connect(self._end)
        self.comparing.shown.connect(self._show_letter)
        self.comparing.failed.connect(told_by(self.notice.show_news))
        self.groups.chosen.connect(self._show_group)
        self.publishing.review_wanted.connect(self._review)
        self.publishing.done.connect(self._tell_done)
        self.publishing.failed.connect(told_by(self.notice.show_news))
        self.letter.letter_wanted.connect(self._show_another)
        self.letter.passed.connect(self._pass_on)
        for choice in (self.before, self.after):
            choice.changed.connect(self._show_state)
        self.chips.pressed.connect(self._filter)

    def _lay_out(self) -> None:
        self.progress.setAccessibleName(say("Jämförelsen"))
        ways_on = (*self.publishing.buttons, self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        words = (say("Jämför"), say("med"), say("Bokningar:"))
        labels = [Label(text) for text in words]
        choices = (self.before, self.after, self.bookings)
        for label, choice in zip(labels, choices, strict=True):
            label.setBuddy(choice)
        pairs = zip(labels, choices, strict=True)
        chosen = (*(one for pair in pairs for one in pair), self.compare)
        layout.addLayout(spread_row(*chosen, last=(self.cancel,)))
        layout.addLayout(spread_row(self.chips, self.progress, last=ways_on))
        layout.addWidget(self.notice)
        layout.addWidget(self._results, 1)
        layout.addWidget(self.publishing)
        self._fill_results()

    def _fill_results(self) -> None:
        """When they stand where they belong: to move what has many parts takes long (measured)."""
        split, left = QSplitter(Qt.Orientation.Horizontal), QWidget()
        self._results.addWidget(self.uncompared)
        self._results.addWidget(split)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.groups, 1)
        split.addWidget(left)
        split.addWidget(self.letter)
        split.setStretchFactor(1, 1)
        split.setSizes(_WIDTHS)


def _so_far(comparison: Comparison) -> str:
    if comparison.compared == comparison.total:
        return summary(comparison)
    compared, total = comparison.compared, comparison.total
    return say("{compared} av {total} brev jämförda.", compared=compared, total=total)
