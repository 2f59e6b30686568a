"""What the editor of templates is put together of: text and lists at left, the letter at right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.block_usage import Usage
from app.letter_types import LetterType
from app.linter import Remark
from app.services import Services
from app.template_draft import TemplateFile
from app.wording import say
from ui.draft_choice import DraftChoice, FileChoice
from ui.draft_lists import ExtremeList, RemarkList
from ui.draft_preview import DraftPreview
from ui.notices import Notice
from ui.parts import Kind, Label, OneLine, Tone, action_button, primary_button, push_button, tip
from ui.task_runner import TaskRunner
from ui.template_text import TemplateText
from ui.theme import BASE_SIZE, SECONDARY, sized
from ui.tried_on import TriedOn

# Logical pixels.
_TEXT_WIDTH = 620
_PREVIEW_WIDTH = 1000
_LEAST_TEXT = 380
_LISTS_HEIGHT = 170
_TEXT_HEIGHT = 600
_START = (
    say("Ett utkast är en kopia av mallarna."),
    say("Det du ändrar i det syns bara här, tills det publiceras."),
)


class EditorParts(QWidget):
    """Its parts are public: the editor speaks to each of them.

    What stands in them is put where it belongs from the outside in: to move what has many parts
    takes long, 60 ms in all the other way round (measured).
    """

    def __init__(
        self, services: Services, tasks: TaskRunner, *, save: QAction, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._kinds: tuple[LetterType, ...] = ()
        self.drafts = DraftChoice()
        self.files = FileChoice()
        self.usage = OneLine(sized(BASE_SIZE, QFont.Weight.Normal), height=24, colour=SECONDARY)
        self.compare = push_button(say("Jämför med gällande"), lambda: None)
        self.compare.setToolTip(tip(say("Vad utkastet ändrar i riktiga brev; spara först")))
        self.save = action_button(save, kind=Kind.PRIMARY)
        self.notice = Notice()
        self.text = TemplateText()
        self.remarks = RemarkList()
        self.extremes = ExtremeList()
        self.letter_types = QComboBox()
        self.bookings = TriedOn()
        self.preview = DraftPreview(services, tasks)
        self.begin = primary_button(say("Nytt utkast"), lambda: None)
        self._chips = {
            self.remarks: _chip(say("Anmärkningar")),
            self.extremes: _chip(say("Plågoprov")),
        }
        self._lists = QStackedWidget()
        self._of_a_draft = (self.files, self.usage, self.compare, self.save)
        self._pages = QStackedWidget()
        self._lay_out()
        # Their keys work whichever list is in view.
        self.addActions((self.remarks.next, self.remarks.previous, self.extremes.begin))
        self.remarks.wanted.connect(lambda _: self._show_list(self.remarks))
        self.extremes.begin_wanted.connect(lambda: self._show_list(self.extremes))

    @property
    def letter_type(self) -> LetterType | None:
        """The one whose letter is shown."""
        number = self.letter_types.currentIndex()
        return self._kinds[number] if 0 <= number < len(self._kinds) else None

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        if self._pages.currentIndex() == 0:
            return (self.begin, self.drafts)
        return (self.text, self._lists, self.bookings, *self.preview.panes(), self.drafts)

    def refuse(self, reason: str) -> None:
        """The user's roles do not reach: it is grey and says why."""
        for widget in (self.begin, self.drafts):
            widget.setEnabled(False)
            widget.setToolTip(tip(reason))
        self.notice.show_news(reason, tone=Tone.NEWS)

    def show_work(self) -> None:
        """A draft is open; before the first one there is nothing to work with."""
        self._pages.setCurrentIndex(1)
        for widget in self._of_a_draft:
            widget.show()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        self.remarks.show_remarks(remarks)
        number = self.remarks.number
        words = say("Anmärkningar {number}", number=number) if number else say("Anmärkningar")
        self._chips[self.remarks].setText(words)

    def show_usage(self, file: TemplateFile, usage: Usage, kinds: Sequence[LetterType]) -> None:
        """Whose letters the file stands in; one of them is shown, as before where it can be."""
        before = self.letter_type
        self._kinds = tuple(kinds)
        ids = [kind.id for kind in kinds]
        self.letter_types.clear()
        self.letter_types.addItems([kind.name for kind in kinds])
        if before and before.id in ids:
            self.letter_types.setCurrentIndex(ids.index(before.id))
        self.letter_types.setEnabled(len(kinds) > 1)
        self.usage.setText(_usage(file, usage, kinds))
        if not kinds:
            self.preview.show_nothing()

    def _show_list(self, wanted: QWidget) -> None:
        self._chips[wanted].setChecked(True)
        self._lists.setCurrentWidget(wanted)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.drafts)
        top.addWidget(self.files)
        top.addWidget(self.usage, 1)
        top.addWidget(self.compare)
        top.addWidget(self.save)
        top.addStretch(0)
        for widget in self._of_a_draft:
            widget.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.notice)
        layout.addWidget(self._pages, 1)
        self._pages.addWidget(self._start_page())
        self._add_work_page()

    def _start_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(8)
        layout.addStretch(2)
        for line in _START:
            label = Label(line, colour=SECONDARY)
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(8)
        layout.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        return page

    def _add_work_page(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        self._pages.addWidget(split)
        self._add_left(split)
        self._add_right(split)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(8)
        split.setStretchFactor(1, 1)
        split.setSizes([_TEXT_WIDTH, _PREVIEW_WIDTH])

    def _add_left(self, split: QSplitter) -> None:
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._chip_row())
        column.addWidget(self._lists, 1)
        left = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(left)
        left.setMinimumWidth(_LEAST_TEXT)
        left.addWidget(self.text)
        left.addWidget(lists)
        left.setChildrenCollapsible(False)
        left.setHandleWidth(8)
        left.setStretchFactor(0, 1)
        left.setSizes([_TEXT_HEIGHT, _LISTS_HEIGHT])

    def _chip_row(self) -> QHBoxLayout:
        group, row = QButtonGroup(self), QHBoxLayout()
        for listed, chip in self._chips.items():
            self._lists.addWidget(listed)
            group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _, listed=listed: self._show_list(listed))
        row.addStretch(1)
        self._show_list(self.remarks)
        return row

    def _add_right(self, split: QSplitter) -> None:
        right = QWidget()
        split.addWidget(right)
        self.letter_types.setAccessibleName(say("Brevtyp som visas"))
        self.letter_types.setToolTip(tip(say("Brevtypen som texten visas i")))
        self.letter_types.setMinimumContentsLength(18)
        self.letter_types.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.letter_types, 1)
        row.addWidget(self.bookings, 1)
        layout = QVBoxLayout(right)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.preview, 1)


def _usage(file: TemplateFile, usage: Usage, kinds: Sequence[LetterType]) -> str:
    """Nothing where it is plain: a letter type's own file stands in its own letters."""
    if file.letter_type:
        return ""
    if usage.unread:
        names = ", ".join(usage.unread)
        return say("Går inte att säga vilka brevtyper som har texten: {names}.", names=names)
    if not kinds:
        return say("Ingen brevtyp har den här texten.")
    names = ", ".join(kind.name for kind in kinds)
    if len(kinds) == 1:
        return say("Står i 1 brevtyp: {names}", names=names)
    return say("Står i {number} brevtyper: {names}", number=len(kinds), names=names)


def _chip(text: str) -> QPushButton:
    chip = push_button(text, lambda: None, kind=Kind.CHIP)
    chip.setCheckable(True)
    return chip
