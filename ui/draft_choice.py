"""The choice of a draft of the templates: one of the program's own, a new one, or a folder."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog

from app.template_draft import TemplateFile
from app.wording import say
from ui.parts import tip


class DraftChoice(QComboBox):
    """It shows the draft that is open, and tells what is wished for in its place."""

    begin_wanted = Signal()
    folder_wanted = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Utkast"))
        self.setToolTip(tip(say("Utkastet som ändras")))
        self.setPlaceholderText(say("Välj utkast"))
        self.setMinimumContentsLength(20)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._open: Path | None = None
        self.activated.connect(self._choose)

    def show_drafts(self, folders: Sequence[Path], *, opened: Path | None) -> None:
        """Those that are kept, and the one that is open wherever it lies."""
        self._open = opened
        others = [opened] if opened and opened not in folders else []
        with QSignalBlocker(self):
            self.clear()
            for folder in (*folders, *others):
                self.addItem(folder.name, str(folder))
            self.addItem(say("Nytt utkast av mallarna som gäller"), None)
            self.addItem(say("En annan mapp…"), None)
            self._show_opened()

    def _choose(self, index: int) -> None:
        folder = self.itemData(index)
        # Until another one has been opened, it is this one that is shown.
        self._show_opened()
        if folder:
            self.folder_wanted.emit(Path(folder))
        elif index == self.count() - 1:
            self._ask_for_folder()
        else:
            self.begin_wanted.emit()

    def _show_opened(self) -> None:
        self.setCurrentIndex(self.findData(str(self._open)) if self._open else -1)

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self.window(), say("Välj mapp med mallar"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.folder_wanted.emit(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class FileChoice(QComboBox):
    """The files of a draft; those that are not saved have a mark and a word."""

    # A TemplateFile.
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Fil"))
        self.setToolTip(tip(say("Filen som ändras")))
        self.setMinimumContentsLength(26)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(24)
        self.activated.connect(lambda index: self.chosen.emit(TemplateFile(self.itemData(index))))

    def show_files(
        self, files: Sequence[TemplateFile], *, unsaved: frozenset[TemplateFile]
    ) -> None:
        """The one that is chosen stays chosen."""
        chosen = self.currentData()
        with QSignalBlocker(self):
            if [file.name for file in files] != [self.itemData(no) for no in range(self.count())]:
                self.clear()
                for file in files:
                    self.addItem(file_words(file), file.name)
            self.setCurrentIndex(self.findData(chosen) if chosen else -1)
        for number, file in enumerate(files):
            words = file_words(file)
            mark = say("{file} • osparad", file=words) if file in unsaved else words
            if self.itemText(number) != mark:
                self.setItemText(number, mark)

    def choose(self, file: TemplateFile) -> None:
        """In silence."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(file.name))


def file_words(file: TemplateFile) -> str:
    """What staff call a file; what it belongs to comes first, since one looks for that."""
    if file.is_settings:
        return say("{letter_type}, letter.toml", letter_type=file.letter_type)
    language = f" ({file.language})" if file.language != "sv" else ""
    if file.letter_type:
        return say("{letter_type}, text", letter_type=file.letter_type) + language
    if file.block:
        return say("Block: {block}", block=file.block) + language
    if file.insert:
        return say("Blad: {insert}", insert=file.insert) + language
    return file.name


def some_names(files: Collection[TemplateFile]) -> str:
    """The first few; a whole folder that is gone has too many to read."""
    names = sorted(file.name for file in files)
    told = ", ".join(names[:_MOST_NAMES])
    left = len(names) - _MOST_NAMES
    return say("{names} och {number} till", names=told, number=left) if left > 0 else told


_MOST_NAMES = 3
