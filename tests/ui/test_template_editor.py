"""A communicator writes in a draft: it is seen as a letter at once, and nobody is sent it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from app.findings import Severity
from app.services import Services
from app.template_draft import TemplateFile
from app.template_versions import TemplateVersions
from app.users import Permissions
from tests.cut import fault_of, visible
from tests.desk import Desk, seat, sure
from tests.exports import table
from tests.keyboard import Keyboard
from tests.ui.conftest import ENTRIES
from tests.ui.test_access import SIZES, name_of
from ui.closing import ClosingSheet
from ui.draft_preview import DraftPreview
from ui.draft_sheets import DraftSheet
from ui.message_sheet import MessageBody
from ui.task_runner import TaskRunner
from ui.template_editor import TemplateEditor

BODY = TemplateFile("letter_types/rontgen/body.md.j2")
TOML = TemplateFile("letter_types/rontgen/letter.toml")
BLOCK = TemplateFile("blocks/fragor.md.j2")
ENGLISH = TemplateFile("letter_types/arbetsprov/body.en.md.j2")
SENTENCE = "Ta med dig ett glatt humör."
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def start(desk: Desk) -> TemplateEditor:
    """The page where a draft is begun."""
    desk.window.show_templates()
    view = sure(desk.window.templates)
    view.edit.trigger()
    return view.editor


@pytest.fixture
def editor(desk: Desk, start: TemplateEditor) -> Iterator[TemplateEditor]:
    """A new draft, in which the text of röntgen is shown with its letter."""
    start.parts.begin.click()
    desk.wait(lambda: start.file is not None)
    show(desk, start, BODY)
    yield start
    draft = sure(start.work.draft)
    for file in draft.unsaved:
        draft.take_back(file)


def show(desk: Desk, editor: TemplateEditor, file: TemplateFile) -> None:
    """Waits for its letter, or for why there is none."""
    found: list[TemplateFile] = []
    editor.work.used.connect(lambda one, _: found.append(one))
    editor.show_file(file)
    desk.wait(lambda: file in found)
    desk.wait(lambda: editor.parts.preview.is_settled)


def write(editor: TemplateEditor, text: str, *, line: int = 0) -> None:
    """Types at the end, or at the beginning of a line."""
    area = editor.parts.text
    if line:
        area.go_to(line)
    else:
        area.moveCursor(area.textCursor().MoveOperation.End)
    area.insertPlainText(text)


def message(editor: TemplateEditor) -> str:
    (body,) = editor.parts.preview.message.findChildren(MessageBody)
    return str(body.toPlainText())


def fault_at(editor: TemplateEditor, line: int) -> Severity | None:
    return editor.parts.text._faults.get(line)


def is_asked() -> bool:
    return isinstance(QApplication.activeModalWidget(), DraftSheet)


def sheet() -> DraftSheet:
    found = QApplication.activeModalWidget()
    assert isinstance(found, DraftSheet)
    return found


def test_editing_has_a_tab_and_a_key_of_its_own(desk: Desk):
    QTest.keyClick(desk.window, Qt.Key.Key_3, CONTROL)
    view = sure(desk.window.templates)

    QTest.keyClick(desk.window, Qt.Key.Key_E, CONTROL | SHIFT)
    edits = view.editor.isVisible()
    QTest.keyClick(desk.window, Qt.Key.Key_J, CONTROL | SHIFT)

    assert edits
    assert not view.editor.isVisible()
    assert view.comparison.isVisible()


def test_a_new_draft_is_opened_with_its_files(desk: Desk, editor: TemplateEditor):
    draft = sure(editor.work.draft)

    assert draft.folder.parent == desk.services.data_folder.template_drafts
    assert editor.parts.drafts.currentText() == draft.folder.name
    assert editor.parts.files.currentText() == "rontgen, text"
    assert editor.parts.text.toPlainText() == draft.text(BODY)


def test_what_is_typed_is_in_the_message_and_on_the_page(desk: Desk, editor: TemplateEditor):
    write(editor, f"\n{SENTENCE}\n")

    desk.wait(lambda: SENTENCE in message(editor))
    desk.wait(lambda: editor.parts.preview.is_settled)
    assert SENTENCE in editor.parts.preview.page._desk.accessibleDescription()


def test_what_is_typed_is_not_what_letters_are_sent_with(desk: Desk, editor: TemplateEditor):
    before = desk.services.catalogue.version

    write(editor, f"\n{SENTENCE}\n")
    desk.wait(lambda: SENTENCE in message(editor))

    desk.services.templates.read_again()
    assert desk.services.catalogue.version == before


def test_a_key_waits_for_neither_the_message_nor_the_page(desk: Desk, editor: TemplateEditor):
    before = message(editor)

    write(editor, f"\n{SENTENCE}\n")

    assert message(editor) == before
    assert not editor.parts.preview.is_settled


def test_what_is_typed_is_painted_before_its_letter_is_begun(desk: Desk, editor: TemplateEditor):
    seen = _Painted(editor.parts.text, editor.parts.preview)

    write(editor, f"\n{SENTENCE}\n")
    desk.wait(lambda: bool(seen.while_making))

    assert not seen.while_making[0]


def test_the_message_is_painted_before_its_page_is_begun(desk: Desk, editor: TemplateEditor):
    (body,) = editor.parts.preview.message.findChildren(MessageBody)
    seen = _Painted(body, editor.parts.preview)

    write(editor, f"\n{SENTENCE}\n")
    desk.wait(lambda: bool(seen.while_making))

    assert not seen.while_making[0]


class _Painted(QObject):
    """Notes whether something of the letter is being made while the new sentence is painted."""

    def __init__(self, place: QPlainTextEdit | QTextEdit, preview: DraftPreview) -> None:
        super().__init__(place)
        self.while_making: list[bool] = []
        self._place = place
        self._preview = preview
        place.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and SENTENCE in self._place.toPlainText():
            self.while_making.append(self._preview._task is not None)
        return False


def test_a_fault_is_marked_at_its_line_and_the_letter_stays(desk: Desk, editor: TemplateEditor):
    write(editor, "{{ finns_inte }} ", line=3)

    desk.wait(lambda: fault_at(editor, 3) is Severity.BLOCKED)

    assert "finns_inte" in editor.parts.remarks.list.item(0).text()
    assert "rad 3: uppgiften finns_inte finns inte" in editor.parts.remarks.list.item(0).text()
    assert "innan felet" in editor.parts.preview.state.text()
    assert message(editor)


def test_a_fault_that_is_taken_away_is_no_longer_marked(desk: Desk, editor: TemplateEditor):
    write(editor, "{{ finns_inte }} ", line=3)
    desk.wait(lambda: fault_at(editor, 3) is not None)

    editor.parts.text.undo()

    desk.wait(lambda: fault_at(editor, 3) is None)
    assert "just nu" in editor.parts.preview.state.text()


def test_f8_goes_to_the_next_fault_in_whatever_file_it_stands(desk: Desk, editor: TemplateEditor):
    show(desk, editor, BLOCK)
    write(editor, "{{ finns_inte }} ", line=1)
    show(desk, editor, BODY)
    desk.wait(lambda: "finns_inte" in editor.parts.remarks.list.item(0).text())

    QTest.keyClick(editor.parts.text, Qt.Key.Key_F8)

    assert editor.file == BLOCK
    assert editor.parts.text.textCursor().blockNumber() == 0
    assert editor.parts.text.hasFocus()


def test_the_linter_speaks_when_somebody_stops_to_think(desk: Desk, editor: TemplateEditor):
    text = editor.parts.text
    text.selectAll()
    text.insertPlainText("Hej.\n")

    listed = editor.parts.remarks.list
    desk.wait(lambda: any("säger inte" in listed.item(no).text() for no in range(listed.count())))
    assert "att rätta" in editor.parts.remarks.state.text()


def test_where_a_block_stands_is_told_while_it_is_written(desk: Desk, editor: TemplateEditor):
    show(desk, editor, BLOCK)

    kinds = editor.parts.letter_types
    assert editor.parts.usage.text().startswith(f"Står i {kinds.count()} brevtyper: ")
    assert kinds.currentText() in editor.parts.usage.text()
    assert kinds.isEnabled()


def test_a_block_is_seen_in_another_of_its_letters(desk: Desk, editor: TemplateEditor):
    show(desk, editor, BLOCK)
    kinds = editor.parts.letter_types
    other = 0 if kinds.currentIndex() else 1

    kinds.setCurrentIndex(other)
    kinds.activated.emit(other)
    desk.wait(lambda: editor.parts.preview.is_settled)

    letter_type = sure(editor.parts.letter_type)
    assert letter_type.name == kinds.currentText()
    assert sure(editor.parts.bookings.draft).letter_type == letter_type.id


def test_english_text_is_seen_in_an_english_letter(desk: Desk, editor: TemplateEditor):
    show(desk, editor, ENGLISH)

    assert "appointment" in message(editor)


def test_the_bookings_of_the_open_list_are_there_under_other_names(opened: Desk):
    opened.window.show_templates()
    view = sure(opened.window.templates)
    view.edit.trigger()
    editor = view.editor
    editor.parts.begin.click()
    opened.wait(lambda: editor.file is not None)
    show(opened, editor, BODY)
    names = [editor.parts.bookings.itemText(no) for no in range(editor.parts.bookings.count())]
    row = next(no for no, name in enumerate(names) if name.startswith("Listan: "))

    editor.parts.bookings.setCurrentIndex(row)
    editor.parts.bookings.chosen.emit()
    opened.wait(lambda: editor.parts.preview.is_settled)

    people = [one.draft.booking.patient.name for one in opened.worklist.rows]
    shown = editor.parts.preview.page._desk.accessibleDescription()
    assert shown
    assert [name for name in people if name and name in shown] == []


def test_the_samples_are_fetched_when_somebody_asks_for_them(desk: Desk, editor: TemplateEditor):
    bookings = editor.parts.bookings
    fetch = bookings.findText("Hämta exempelbokningarna…")

    bookings.setCurrentIndex(fetch)
    bookings.activated.emit(fetch)

    desk.wait(lambda: bookings.findText("Hämta exempelbokningarna…") < 0)
    assert bookings.currentText() == "Påhittad bokning"
    assert any(bookings.itemText(no).startswith("Exempel: ") for no in range(bookings.count()))


def test_the_letter_goes_behind_the_curtain(desk: Desk, editor: TemplateEditor):
    desk.window.commands.hide_persons.trigger()

    assert not editor.parts.preview.page.isVisible()
    assert editor.parts.text.isVisible()
    desk.window.commands.hide_persons.trigger()


def test_ctrl_s_saves_and_the_mark_goes(desk: Desk, editor: TemplateEditor):
    write(editor, f"\n{SENTENCE}\n")
    marked = editor.parts.files.currentText()

    QTest.keyClick(editor.parts.text, Qt.Key.Key_S, CONTROL)

    draft = sure(editor.work.draft)
    desk.wait(lambda: not draft.unsaved)
    assert marked == "rontgen, text • osparad"
    assert editor.parts.files.currentText() == "rontgen, text"
    assert SENTENCE in (draft.folder / BODY.name).read_text("utf-8")
    assert not editor.save.isEnabled()


def test_a_change_from_outside_is_shown_and_can_be_undone(desk: Desk, editor: TemplateEditor):
    path = sure(editor.work.draft).folder / BODY.name
    before = editor.parts.text.toPlainText()

    path.write_text(f"{before}\n{SENTENCE}\n", "utf-8")
    desk.wait(lambda: SENTENCE in editor.parts.text.toPlainText())

    assert "Ändrat utanför programmet" in editor.parts.notice.text
    desk.wait(lambda: SENTENCE in message(editor))
    editor.parts.text.undo()
    assert editor.parts.text.toPlainText() == before


@pytest.mark.parametrize(("button", "kept"), [(0, "Mitt."), (1, "Någon annans.")])
def test_which_text_holds_is_asked_where_both_have_changed(
    desk: Desk, editor: TemplateEditor, button: int, kept: str
):
    path = sure(editor.work.draft).folder / BODY.name
    write(editor, "\nMitt.\n")
    path.write_text("Någon annans.\n", "utf-8")
    desk.wait(lambda: "får du välja" in editor.parts.notice.text)

    editor.save.trigger()
    desk.wait(is_asked)
    sheet().buttons[button].click()

    desk.wait(lambda: not sure(editor.work.draft).unsaved)
    assert kept in path.read_text("utf-8")
    assert editor.parts.text.toPlainText() == path.read_text("utf-8")


def test_to_cancel_leaves_both_texts_as_they_are(desk: Desk, editor: TemplateEditor):
    path = sure(editor.work.draft).folder / BODY.name
    write(editor, "\nMitt.\n")
    path.write_text("Någon annans.\n", "utf-8")

    editor.save.trigger()
    desk.wait(is_asked)
    sheet().reject()

    assert path.read_text("utf-8") == "Någon annans.\n"
    assert "Mitt." in editor.parts.text.toPlainText()


def test_a_file_that_cannot_be_saved_is_told_of(desk: Desk, editor: TemplateEditor):
    draft = sure(editor.work.draft)
    write(editor, f"\n{SENTENCE}\n")
    beside = draft.folder / f"{BODY.name}.tmp"
    beside.mkdir()

    editor.save.trigger()

    desk.wait(lambda: "kunde inte sparas" in editor.parts.notice.text)
    assert draft.unsaved == {BODY}


def test_the_window_does_not_close_over_text_that_is_not_saved(desk: Desk, editor: TemplateEditor):
    write(editor, f"\n{SENTENCE}\n")

    stays = not desk.window.close()
    asked = sheet()
    asked.buttons[0].click()

    desk.wait(lambda: not desk.window.isVisible())
    assert stays
    assert SENTENCE in (sure(editor.work.draft).folder / BODY.name).read_text("utf-8")
    assert not desk.window.isVisible()


def test_what_is_not_saved_can_be_thrown_away(desk: Desk, editor: TemplateEditor):
    write(editor, f"\n{SENTENCE}\n")
    desk.window.close()

    sheet().buttons[1].click()

    assert not desk.window.isVisible()
    assert SENTENCE not in (sure(editor.work.draft).folder / BODY.name).read_text("utf-8")


@pytest.fixture
def held(
    qtbot: QtBot, scripted: Services, tasks: TaskRunner, tmp_path: Path
) -> Iterator[tuple[Desk, TemplateEditor]]:
    """A draft in which something is written, in a window that has a sending to ask about too."""
    desk = seat(qtbot, scripted, tasks, undo_seconds=30)
    (tmp_path / "dagens.csv").write_bytes(table(*ENTRIES))
    desk.open(tmp_path / "dagens.csv")
    desk.confirm().accept()
    desk.wait(desk.view.undoing.isVisible)
    desk.window.show_templates()
    view = sure(desk.window.templates)
    view.edit.trigger()
    editor = view.editor
    editor.parts.begin.click()
    desk.wait(lambda: editor.file is not None)
    show(desk, editor, BODY)
    write(editor, f"\n{SENTENCE}\n")
    yield desk, editor
    draft = sure(editor.work.draft)
    for file in draft.unsaved:
        draft.take_back(file)


def test_what_is_written_after_one_stayed_all_the_same_is_asked_about_too(
    held: tuple[Desk, TemplateEditor],
):
    desk, editor = held
    desk.window.close()
    sheet().buttons[0].click()
    desk.wait(lambda: desk.window.findChild(ClosingSheet) is not None)
    sure(desk.window.findChild(ClosingSheet)).cancel_button.click()
    write(editor, f"\n{SENTENCE}\n")

    stays = not desk.window.close()

    assert stays
    assert is_asked()


def test_what_has_been_thrown_away_is_not_asked_about_again_on_the_way_out(
    held: tuple[Desk, TemplateEditor],
):
    desk, _ = held
    desk.window.close()

    sheet().buttons[1].click()
    sure(desk.window.findChild(ClosingSheet)).wait_button.click()

    assert not is_asked()
    assert not desk.window.isVisible()


def test_another_draft_asks_first_too(desk: Desk, editor: TemplateEditor):
    before = sure(editor.work.draft).folder
    write(editor, f"\n{SENTENCE}\n")
    drafts = editor.parts.drafts

    drafts.activated.emit(drafts.count() - 2)
    sheet().buttons[0].click()

    desk.wait(lambda: sure(editor.work.draft).folder != before)
    assert SENTENCE in (before / BODY.name).read_text("utf-8")
    assert SENTENCE not in editor.parts.text.toPlainText()


def test_a_draft_is_found_again_and_a_folder_of_ones_own_is_opened(
    desk: Desk, editor: TemplateEditor
):
    first = sure(editor.work.draft).folder
    drafts = editor.parts.drafts
    drafts.begin_wanted.emit()
    desk.wait(lambda: sure(editor.work.draft).folder != first)

    drafts.activated.emit(drafts.count() - 1)
    dialog = sure(desk.window.findChild(QFileDialog))
    dialog.fileSelected.emit(str(first))
    dialog.close()

    desk.wait(lambda: sure(editor.work.draft).folder == first)
    assert drafts.currentText() == first.name


def test_the_templates_in_use_are_not_opened(desk: Desk, editor: TemplateEditor):
    before = sure(editor.work.draft).folder

    editor.parts.drafts.folder_wanted.emit(desk.services.catalogue.folder)

    desk.wait(lambda: "som breven skickas med" in editor.parts.notice.text)
    assert sure(editor.work.draft).folder == before


def test_the_extremes_are_listed_with_why_and_one_is_shown(desk: Desk, editor: TemplateEditor):
    QTest.keyClick(editor.parts.text, Qt.Key.Key_F9)
    listed, bookings = editor.parts.extremes.list, editor.parts.bookings
    desk.wait(lambda: "håller" in editor.parts.extremes.state.text())

    editor.parts.extremes.list.setCurrentRow(0)
    desk.wait(lambda: editor.parts.preview.is_settled)

    assert listed.item(0).text() == "Längsta namnen: håller"
    assert bookings.currentText() == "Plågoprov: Längsta namnen"
    assert "Exempelmottagningen för undersökningar" in message(editor)


def test_the_extremes_say_that_they_are_of_an_older_text(desk: Desk, editor: TemplateEditor):
    editor.parts.extremes.begin.trigger()
    desk.wait(lambda: "håller" in editor.parts.extremes.state.text())

    write(editor, f"\n{SENTENCE}\n")

    assert "ändrats sedan dess" in editor.parts.extremes.state.text()


def test_the_draft_is_compared_with_what_holds_when_it_is_saved(desk: Desk, editor: TemplateEditor):
    write(editor, f"\n{SENTENCE}\n")
    offered = editor.parts.compare.isEnabled()
    editor.save.trigger()
    desk.wait(editor.parts.compare.isEnabled)

    editor.parts.compare.click()

    view = sure(desk.window.templates)
    assert not offered
    assert view.comparison.isVisible()
    assert sure(editor.work.draft).folder.name in view.comparison.after.currentText()


def test_tab_leaves_the_text_and_f6_comes_back_to_it(
    desk: Desk, editor: TemplateEditor, keyboard: Keyboard
):
    desk.window.activateWindow()
    editor.parts.text.setFocus()

    keyboard.press("Tab")
    left = not editor.parts.text.hasFocus()
    for _ in range(len(desk.window._panes())):
        if not editor.parts.text.hasFocus():
            keyboard.press("F6")

    assert left
    assert editor.parts.text.hasFocus()


@pytest.fixture
def keyboard(desk: Desk) -> Keyboard:
    return Keyboard(desk.qtbot)


def test_a_letter_toml_is_mended_by_its_line(desk: Desk, editor: TemplateEditor):
    show(desk, editor, TOML)
    line = next(
        number
        for number, text in enumerate(editor.parts.text.toPlainText().splitlines(), start=1)
        if text.startswith("pages")
    )

    write(editor, "x", line=line)

    desk.wait(lambda: fault_at(editor, line) is Severity.BLOCKED)


def test_who_may_not_change_templates_is_told_why(desk: Desk, tasks: TaskRunner):
    access = desk.services.access
    nobody = replace(access, permissions=Permissions(access.permissions.user))
    versions = TemplateVersions(replace(desk.services, access=nobody))

    editor = TemplateEditor(versions, tasks, open_list=lambda: None)
    desk.qtbot.addWidget(editor)

    assert not editor.parts.begin.isEnabled()
    assert "räcker inte för att ändra mallar" in editor.parts.notice.text


def test_templates_that_cannot_be_read_are_mended_here(
    desk: Desk, start: TemplateEditor, tmp_path: Path
):
    folder = Path(shutil.copytree(desk.services.catalogue.folder, tmp_path / "trasig"))
    whole = (folder / TOML.name).read_text("utf-8")
    (folder / TOML.name).write_text(f"x\n{whole}", "utf-8")
    start.work.open(folder)
    remarks = start.parts.remarks.list
    desk.wait(lambda: remarks.count() == 1 and "letter.toml, rad 1" in remarks.item(0).text())

    QTest.keyClick(start.parts.text, Qt.Key.Key_F8)
    QTest.keyClick(start.parts.text, Qt.Key.Key_Delete)

    assert start.file == TOML
    desk.wait(lambda: bool(message(start)))
    sure(start.work.draft).take_back(TOML)


def test_a_draft_whose_folder_goes_away_is_told_of_in_few_words(desk: Desk, editor: TemplateEditor):
    write(editor, f"\n{SENTENCE}\n")

    shutil.rmtree(sure(editor.work.draft).folder)

    desk.wait(lambda: "till." in editor.parts.notice.text)
    assert SENTENCE in editor.parts.text.toPlainText()


def test_a_folder_without_letter_types_shows_no_file(desk: Desk, start: TemplateEditor, tmp_path):
    folder: Path = tmp_path / "tom"
    (folder / "paper").mkdir(parents=True)
    (folder / "paper/letter.typ").write_text("", "utf-8")

    start.work.open(folder)

    desk.wait(lambda: start.work.draft is not None)
    assert start.file is None
    assert start.parts.text.toPlainText() == ""


@pytest.mark.parametrize("size", SIZES)
def test_everything_has_a_name_and_room(desk: Desk, editor: TemplateEditor, size: tuple[int, int]):
    desk.window.resize(*size)
    for _ in range(3):
        QApplication.processEvents()

    nameless = [
        type(widget).__name__
        for widget in visible(desk.window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not name_of(widget).strip()
    ]
    faults = [fault for widget in visible(desk.window) if (fault := fault_of(widget))]
    assert (nameless, faults) == ([], [])
