"""Editing: a draft of the templates, its faults and its letter, seen while it is typed."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.block_usage import Usage
from app.draft import Draft
from app.errors import KallelseError, TemplateBroken
from app.findings import Severity
from app.linter import Remark, remark_of
from app.template_draft import TemplateDraft, TemplateFile
from app.template_versions import TemplateVersions
from app.users import Right
from app.wording import say
from app.worklist import Worklist
from ui.draft_choice import some_names
from ui.draft_saving import DraftSaving
from ui.draft_work import DraftWork, Judged
from ui.editor_parts import EditorParts
from ui.error_dialog import show_error
from ui.parts import Tone, tip
from ui.task_runner import TaskRunner


class TemplateEditor(QWidget):
    """Made when it is first wanted. What is typed is shown as a letter, but sent to nobody.

    `compare_wanted` carries the folder of the draft.
    """

    compare_wanted = Signal(Path)

    def __init__(
        self,
        versions: TemplateVersions,
        tasks: TaskRunner,
        *,
        open_list: Callable[[], Worklist | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_list = open_list
        self._file: TemplateFile | None = None
        self._documents: dict[TemplateFile, QTextDocument] = {}
        self._unsaved = frozenset[TemplateFile]()
        self._fault: Remark | None = None
        self._remarks: tuple[Remark, ...] = ()
        self._listed: Sequence[Draft] = ()
        self._samples: Sequence[Draft] | None = None
        self.work = DraftWork(versions, tasks, parent=self)
        self.saving = DraftSaving(self.work, tasks, over=self)
        self.save = self._action(say("Spara"), "Ctrl+S", self._save)
        self.parts = EditorParts(versions.services, tasks, save=self.save, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.parts)
        self._connect()
        self._show_saving()
        permissions = versions.services.access.permissions
        if reason := permissions.reason_against(Right.DRAFT_TEMPLATES):
            self.parts.refuse(reason)

    def refresh(self) -> None:
        """What can be chosen now; what is being written stays."""
        draft = self.work.draft
        opened = draft.folder if draft else None
        self.parts.drafts.show_drafts(self.work.drafts.kept(), opened=opened)
        worklist = self._open_list()
        if worklist:
            # The list belongs to this thread.
            self.work.pseudonymous([row.draft for row in worklist.rows], self._take_listed)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return self.parts.panes()

    @property
    def file(self) -> TemplateFile | None:
        return self._file

    def show_file(self, file: TemplateFile) -> None:
        """With what has been typed in it, and its own undo."""
        draft = self._draft
        if file not in self._documents:
            made = self.parts.text.new_document(draft.text(file), is_settings=file.is_settings)
            self._documents[file] = made
        self._file, self._fault, self._remarks = file, None, ()
        self.parts.text.show_document(self._documents[file])
        self.parts.files.choose(file)
        self._show_remarks()
        self.work.find(file)

    @property
    def _draft(self) -> TemplateDraft:
        """Only asked for where one is open."""
        draft = self.work.draft
        if draft is None:
            raise LookupError
        return draft

    def _show_opened(self) -> None:
        self.parts.text.let_go()
        self._documents.clear()
        self._unsaved = frozenset()
        draft = self._draft
        self.parts.show_work()
        self.parts.drafts.show_drafts(self.work.drafts.kept(), opened=draft.folder)
        self.parts.files.show_files(draft.files, unsaved=self._unsaved)
        texts = [file for file in draft.files if file.letter_type and not file.is_settings]
        if texts:
            self.show_file(texts[0])
            self.parts.text.setFocus()
        self._show_saving()

    def _take_usage(self, file: TemplateFile, usage: Usage) -> None:
        """Whose letters the file stands in, and so which letter it is shown in."""
        if file != self._file:
            return
        try:
            catalogue = self._draft.press(self._draft.sources).catalogue
        except KallelseError as error:
            self._note_fault(error)
            return
        kinds = [kind for kind in catalogue.all() if kind.id in usage.letter_types]
        self.parts.show_usage(file, usage, kinds)
        self._show_letter_type()

    def _show_letter_type(self) -> None:
        self._offer_bookings()
        self.parts.extremes.show_none()
        self._show_letter()
        self._judge()

    def _offer_bookings(self) -> None:
        letter_type = self.parts.letter_type
        if letter_type:
            at, listed = self.work.services.now(), self._listed
            self.parts.bookings.show_bookings(
                letter_type, at=at, listed=listed, samples=self._samples
            )

    def _take_listed(self, drafts: Sequence[Draft]) -> None:
        self._listed = drafts
        self._offer_bookings()

    def _take_samples(self, drafts: Sequence[Draft]) -> None:
        self._samples = drafts
        self._offer_bookings()

    def _note_typing(self) -> None:
        """All that a key waits for: the letter is made by a worker, and judged later."""
        if self._file and self._file in self._documents:
            self._draft.write(self._file, self._documents[self._file].toPlainText())
            if self.parts.letter_type is None:
                # The templates could not be read, and now they may be.
                self.work.find(self._file)
            self._show_letter()
            self._judge()
            self.parts.extremes.show_changed()
            self._show_saving()

    def _show_letter(self) -> None:
        draft, file = self.parts.bookings.draft, self._file
        if draft and file:
            wished = draft if file.language == "sv" else draft.with_language(file.language)
            self.parts.preview.show_letter(self._draft, self._draft.sources, wished)

    def _judge(self) -> None:
        letter_type = self.parts.letter_type
        if letter_type:
            self.work.judge(letter_type.id)

    def _take_judged(self, judged: Judged) -> None:
        letter_type = self.parts.letter_type
        if letter_type and judged.letter_type == letter_type.id:
            self._remarks = judged.remarks
            self._show_remarks()

    def _note_made(self) -> None:
        if self._fault:
            self._fault = None
            self._show_remarks()

    def _note_fault(self, error: KallelseError) -> None:
        if isinstance(error, TemplateBroken):
            self._fault = remark_of(error)
            self._show_remarks()

    def _show_remarks(self) -> None:
        """What keeps the letter from being made comes alone: the rest is of an older text."""
        remarks = (self._fault,) if self._fault else self._remarks
        self.parts.show_remarks(remarks)
        worst: dict[int, Severity] = {}
        for remark in remarks:
            if self._file and remark.file == self._file.name and remark.line:
                worst[remark.line] = min(remark.severity, worst.get(remark.line, Severity.INFO))
        self.parts.text.show_faults(worst)

    def _go_to(self, remark: Remark) -> None:
        file = TemplateFile(remark.file)
        if file not in self._draft.files:
            return
        if file != self._file:
            self.show_file(file)
        if remark.line:
            self.parts.text.go_to(remark.line)
        self.parts.text.setFocus()

    def _show_saving(self) -> None:
        draft = self.work.draft
        unsaved = draft.unsaved if draft else frozenset()
        self.save.setEnabled(self._file in unsaved)
        self.parts.compare.setEnabled(draft is not None and not unsaved)
        if draft and unsaved != self._unsaved:
            self._unsaved = unsaved
            self.parts.files.show_files(draft.files, unsaved=unsaved)

    def _save(self) -> None:
        if self._file:
            self.saving.save(self._file)

    def _take_text(self, file: TemplateFile) -> None:
        """The draft's text in place of the shown one, as a step that can be undone."""
        document = self._documents.get(file)
        text = self._draft.text(file)
        if document and document.toPlainText() != text:
            self.parts.text.replace(document, text)

    def _note_changed(self, changed: frozenset[TemplateFile]) -> None:
        draft = self._draft
        for file in changed:
            if file not in draft.unsaved:
                self._take_text(file)
        self.parts.files.show_files(draft.files, unsaved=draft.unsaved)
        what = say("Ändrat utanför programmet: {names}.", names=some_names(changed))
        kept = say("Det du har skrivit är kvar; när du sparar får du välja text.")
        self.parts.notice.show_news(
            f"{what} {kept}" if changed & draft.unsaved else what, tone=Tone.NEWS
        )
        if self._file:
            self.work.find(self._file)

    def _try_extremes(self) -> None:
        if self.parts.letter_type:
            self.work.try_extremes(self.parts.letter_type.id)

    def _note_failure(self, error: Exception) -> None:
        if isinstance(error, KallelseError):
            self.parts.notice.show_news(str(error), tone=Tone.ATTENTION)
        else:
            show_error(error)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now it is known whose window this is."""
        super().showEvent(event)
        self.saving.guard_closing(self.window())

    def _action(self, text: str, keys: str, do: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setIconText(text)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(tip(f"{text} ({keys})"))
        action.triggered.connect(do)
        self.addAction(action)
        return action

    def _connect(self) -> None:
        parts, work = self.parts, self.work
        work.opened.connect(self._show_opened)
        work.used.connect(self._take_usage)
        work.judged.connect(self._take_judged)
        work.changed.connect(self._note_changed)
        work.tried.connect(parts.extremes.show_tried)
        work.failed.connect(self._note_failure)
        self.saving.failed.connect(self._note_failure)
        self.saving.taken_back.connect(self._take_text)
        self.saving.settled.connect(self._show_saving)
        parts.begin.clicked.connect(work.begin)
        parts.drafts.begin_wanted.connect(lambda: self.saving.leave_for(work.begin))
        parts.drafts.folder_wanted.connect(
            lambda folder: self.saving.leave_for(lambda: work.open(folder))
        )
        parts.files.chosen.connect(self.show_file)
        parts.letter_types.activated.connect(lambda _: self._show_letter_type())
        parts.bookings.chosen.connect(self._show_letter)
        parts.bookings.samples_wanted.connect(lambda: work.samples(self._take_samples))
        parts.text.typed.connect(self._note_typing)
        parts.remarks.wanted.connect(self._go_to)
        parts.extremes.begin_wanted.connect(self._try_extremes)
        parts.extremes.chosen.connect(parts.bookings.choose)
        parts.preview.made.connect(self._note_made)
        parts.preview.failed.connect(self._note_fault)
        parts.compare.clicked.connect(lambda: self.compare_wanted.emit(self._draft.folder))
