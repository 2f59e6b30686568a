"""The lists under the text of a draft: what is to be mended in it, and how it stands extremes."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.extremes import Tried
from app.findings import Severity
from app.linter import Remark
from app.template_draft import TemplateFile
from app.wording import say
from ui.draft_choice import file_words
from ui.parts import announce, paragraph, tip, tool_button
from ui.theme import GREEN, RED, SECONDARY, YELLOW, Colour, icon

_ICONS = {
    Severity.BLOCKED: ("octagon-x", RED),
    Severity.REVIEW: ("eye", YELLOW),
    Severity.INFO: ("info", SECONDARY),
}
_WORDS = {
    Severity.BLOCKED: say("Rätta"),
    Severity.REVIEW: say("Tänk över"),
    Severity.INFO: say("Bra att veta"),
}
_PASSED = ("circle-check", GREEN)


class RemarkList(QWidget):
    """`wanted` carries the Remark that is gone to, by `next` and `previous` or in the list."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._remarks: tuple[Remark, ...] = ()
        self.state = paragraph(colour=SECONDARY)
        self.list = _list(say("Anmärkningar"))
        self.next = _action(self, say("Nästa fel"), "F8", lambda: self._step(1))
        self.previous = _action(self, say("Föregående fel"), "Shift+F8", lambda: self._step(-1))
        _lay_out(self, self.state, self.list, self.previous, self.next)
        self.list.itemClicked.connect(lambda item: self._go_to(self.list.row(item)))
        self.list.itemActivated.connect(lambda item: self._go_to(self.list.row(item)))
        self.setFocusProxy(self.list)
        self.show_remarks(())

    @property
    def number(self) -> int:
        """Of those that ask for something."""
        return sum(one.severity is not Severity.INFO for one in self._remarks)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """The worst first; the list is made anew only where they are others."""
        if self.list.count() and tuple(remarks) == self._remarks:
            return
        self._remarks = tuple(remarks)
        with QSignalBlocker(self.list):
            self.list.clear()
            for remark in remarks:
                self.list.addItem(_item(_line(remark), *_ICONS[remark.severity]))
        self.state.setText(_numbers(one.severity for one in remarks))
        for action in (self.next, self.previous):
            action.setEnabled(bool(remarks))

    def _step(self, step: int) -> None:
        at, count = self.list.currentRow(), self.list.count()
        self._go_to((at + step) % count if at >= 0 else (0 if step > 0 else count - 1))

    def _go_to(self, row: int) -> None:
        self.list.setCurrentRow(row)
        announce(self, self.list.item(row).text())
        self.wanted.emit(self._remarks[row])


class ExtremeList(QWidget):
    """`begin_wanted` asks for the extremes, `chosen` carries the Extreme that is gone to."""

    begin_wanted = Signal()
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._tried: tuple[Tried, ...] = ()
        self.state = paragraph(colour=SECONDARY)
        self.list = _list(say("Plågoprov"))
        self.begin = _action(self, say("Gör plågoprov"), "F9", self.begin_wanted.emit)
        _lay_out(self, self.state, self.list, self.begin)
        self.list.currentRowChanged.connect(self._choose)
        self.setFocusProxy(self.list)
        self.show_none()

    def show_none(self) -> None:
        """Of another letter type, or of none: nothing has been tried."""
        self._show(())
        self.state.setText(say("De svåraste bokningarna, gjorda av brevtypens egna uppgifter."))

    def show_tried(self, tried: tuple[Tried, ...], total: int) -> None:
        """As far as it has come."""
        self._show(tried)
        if len(tried) < total:
            self.state.setText(say("{tried} av {total} gjorda", tried=len(tried), total=total))
            return
        passed = sum(one.severity is Severity.INFO for one in tried)
        self.state.setText(say("{passed} av {total} håller", passed=passed, total=total))
        announce(self, self.state.text())

    def show_changed(self) -> None:
        """What is listed was tried before the newest change."""
        if self._tried:
            self.state.setText(say("Texten har ändrats sedan dess. Prova igen (F9)."))

    def _show(self, tried: tuple[Tried, ...]) -> None:
        """What is listed already stays, and so does the row that somebody is at."""
        known = len(self._tried) if tried[: len(self._tried)] == self._tried else 0
        with QSignalBlocker(self.list):
            if not known:
                self.list.clear()
            for one in tried[known:]:
                self.list.addItem(_of_tried(one))
        self._tried = tried

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._tried):
            self.chosen.emit(self._tried[row].extreme)


def _of_tried(tried: Tried) -> QListWidgetItem:
    """Which it is, whether it passes, and why not."""
    name, failures = tried.extreme.name, [sentence for _, sentence in tried.remarks]
    if not failures:
        return _item(say("{name}: håller", name=name), *_PASSED)
    why = " ".join(failures)
    word = _WORDS[tried.severity].lower()
    text = say("{name}: {word}. {why}", name=name, word=word, why=why)
    return _item(text, *_ICONS[tried.severity])


def _line(remark: Remark) -> str:
    """With its place, where the sentence does not name that itself."""
    word, what = _WORDS[remark.severity], remark.sentence
    if not remark.file or remark.file in what:
        return f"{word}: {what}"
    place = file_words(TemplateFile(remark.file))
    if not remark.line:
        return f"{word}, {place}: {what}"
    line = remark.line
    return say("{word}, {place}, rad {line}: {what}", word=word, place=place, line=line, what=what)


def _numbers(severities: Iterable[Severity]) -> str:
    found = Counter(severities)
    told = {Severity.BLOCKED: say("att rätta"), Severity.REVIEW: say("att tänka över")}
    said = [f"{found[severity]} {words}" for severity, words in told.items() if found[severity]]
    return ", ".join(said) or say("Inget att rätta.")


def _action(parent: QWidget, text: str, keys: str, do: Callable[[], object]) -> QAction:
    action = QAction(text, parent)
    action.setIconText(f"{text}  {keys.replace('Shift', say('Skift'))}")
    action.setShortcut(QKeySequence(keys))
    action.setToolTip(tip(f"{text} ({keys.replace('Shift', say('Skift'))})"))
    action.triggered.connect(lambda: do())  # noqa: PLW0108 - triggered also carries a flag
    return action


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setIconSize(QSize(16, 16))
    return made


def _item(text: str, icon_name: str, colour: Colour) -> QListWidgetItem:
    return QListWidgetItem(icon(icon_name, colour=colour), text)


def _lay_out(widget: QWidget, state: QWidget, listed: QListWidget, *actions: QAction) -> None:
    top = QHBoxLayout()
    top.addWidget(state, 1)
    for action in actions:
        top.addWidget(tool_button(action))
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addLayout(top)
    layout.addWidget(listed, 1)
