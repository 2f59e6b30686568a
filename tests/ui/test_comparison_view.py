"""A communicator sees what a draft of the templates changes, and nobody's name."""

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QStyleOptionComboBox, QTextBrowser

from app.differences import Comparison, Group, Outcome
from app.differences import Signal as Seen
from app.errors import TemplateBroken
from tests.desk import Desk, sure
from tests.fakes import make_draft
from tests.shipped_letters import ROOT
from tests.ui.conftest import Reader
from ui.compared_letter import Side
from ui.comparison_view import ComparisonView
from ui.parts import Label

SENTENCE = "Ta med dig ett glatt humör."


@pytest.fixture
def draft_folder(tmp_path: Path) -> Path:
    """The shipped templates with a sentence more in every letter."""
    folder = Path(shutil.copytree(ROOT / "templates", tmp_path / "utkast"))
    for body in folder.glob("letter_types/*/body.md.j2"):
        body.write_text(f"{body.read_text('utf-8').rstrip()}\n\n{SENTENCE}\n", "utf-8")
    return folder


@pytest.fixture
def view(opened: Desk) -> ComparisonView:
    """With the open list to compare on."""
    opened.window.show_templates()
    return sure(opened.window.templates).comparison


def compare(desk: Desk, view: ComparisonView, folder: Path) -> None:
    view.after.choose_folder(folder)
    view.compare.click()
    desk.wait(lambda: not view.comparing.is_busy)
    desk.wait(lambda: not view.groups.count() or view.letter.isVisible())


def marked(browser: QTextBrowser) -> list[tuple[str, bool, bool]]:
    """Marked words, whether they are struck out, and whether they are underlined."""
    found = []
    block = browser.document().begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            form = place.fragment().charFormat()
            if form.fontStrikeOut() or form.fontUnderline():
                text = place.fragment().text()
                found.append((text, form.fontStrikeOut(), form.fontUnderline()))
            place += 1
        block = block.next()
    return found


def test_a_comparison_is_begun_when_both_versions_are_chosen(
    view: ComparisonView, draft_folder: Path
):
    before = view.compare.isEnabled()

    view.after.choose_folder(draft_folder)

    assert (before, view.compare.isEnabled()) == (False, True)


def test_before_a_comparison_it_says_what_is_to_be_chosen(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    before = view.uncompared.isVisible(), view.groups.isVisible()

    compare(opened, view, draft_folder)

    assert before == (True, False)
    assert (view.uncompared.isVisible(), view.groups.isVisible()) == (False, True)


def test_each_choice_has_its_words_beside_it(view: ComparisonView):
    labels = {
        one.buddy(): one.text() for one in view.findChildren(Label) if one.buddy() is not None
    }

    assert labels == {view.before: "Jämför", view.after: "med", view.bookings: "Bokningar:"}


def test_a_version_whose_name_has_no_room_ends_in_an_ellipsis_and_is_whole_in_its_tip(
    view: ComparisonView, tmp_path: Path
):
    folder = tmp_path / ("en mapp med ett långt namn " * 4).strip()
    folder.mkdir()
    view.after.choose_folder(folder)
    option = QStyleOptionComboBox()

    view.after.initStyleOption(option)
    view.after.grab()

    assert option.currentText.endswith("…")
    assert folder.name in view.after.toolTip()


def test_a_change_below_the_fold_is_in_view_when_its_letter_is_shown(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    opened.window.resize(1100, 600)

    compare(opened, view, draft_folder)
    text = view.letter.texts.after
    opened.wait(lambda: text.verticalScrollBar().maximum() > 0)

    assert text.viewport().rect().contains(text.cursorRect())
    assert not text.textCursor().hasSelection()
    assert text.textCursor().block().text() == SENTENCE


def test_letters_that_change_alike_are_one_line(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    compare(opened, view, draft_folder)

    assert view.groups.count() == 1
    assert "bokningar har samma ändring" in view.groups.item(0).text()
    assert view.letter.name.text() in view.groups.item(0).text()


def test_the_same_templates_are_told_to_say_the_same(
    opened: Desk, view: ComparisonView, tmp_path: Path
):
    compare(opened, view, Path(shutil.copytree(ROOT / "templates", tmp_path / "lika")))

    assert view.groups.count() == 0
    assert not view.letter.isVisible()
    assert "är lika i båda versionerna" in view.summary.text()


def test_words_that_have_come_are_underlined_and_those_that_have_gone_struck_out(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    compare(opened, view, draft_folder)
    come = marked(view.letter.texts.after)

    view.after.setCurrentIndex(0)
    view.before.choose_folder(draft_folder)
    view.compare.click()
    opened.wait(lambda: not view.comparing.is_busy)
    opened.wait(lambda: bool(marked(view.letter.texts.before)))

    assert come == [(SENTENCE, False, True)]
    assert marked(view.letter.texts.before) == [(SENTENCE, True, False)]


def test_f7_goes_to_the_next_change_and_selects_it(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    compare(opened, view, draft_folder)
    view.letter.setFocus()

    QTest.keyClick(opened.window, Qt.Key.Key_F7)

    assert view.letter.texts.after.textCursor().selectedText() == SENTENCE
    assert view.letter.place.text() == "Ändring 1 av 1"


def test_past_the_last_change_comes_the_next_group(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    (draft_folder / "letter_types/rontgen/body.md.j2").write_text("{{ saknas }}", "utf-8")
    compare(opened, view, draft_folder)

    view.letter.next_change.trigger()
    opened.wait(lambda: view.letter.number_of_changes == 1)
    view.letter.previous_change.trigger()

    assert view.groups.currentRow() == 0


def test_the_pages_are_seen_with_their_changed_places(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    compare(opened, view, draft_folder)

    view.letter.show_side(Side.PAGES)
    view.letter.next_change.trigger()

    assert view.letter.pages.before.isVisible()
    assert view.letter.place.text().startswith("Ändring 1 av ")


def test_the_pages_can_be_laid_over_each_other(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    compare(opened, view, draft_folder)
    view.letter.show_side(Side.PAGES)

    view.letter.pages.laid_over.click()

    assert view.letter.pages.over.isVisible()
    assert not view.letter.pages.before.isVisible()


def test_new_errors_have_a_chip_of_their_own_and_stand_first(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    (draft_folder / "letter_types/rontgen/body.md.j2").write_text("{{ saknas }}", "utf-8")
    compare(opened, view, draft_folder)
    first = view.groups.item(0).text()

    chip = next(chip for chip in view.chips.of.values() if chip.text().startswith("Nya fel"))
    chip.click()

    assert "Nytt fel" in first
    assert view.groups.count() == 1
    assert chip.text() != "Nya fel 0"


def test_only_the_letters_that_became_longer_can_be_shown(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    before = view.chips.of[Seen.LONGER].isVisible()
    compare(opened, view, draft_folder)

    view.chips.of[Seen.NEW_ERROR].click()
    of_errors = view.groups.count()
    view.chips.of[Seen.LONGER].click()

    assert (before, of_errors, view.groups.count()) == (False, 0, 1)
    told = view.groups.item(0).text()
    assert re.search(r"Längre text\. 1177: \d+ → \d+ ord, Brev: \d+ → \d+ ord", told)
    assert not view.chips.of[Seen.MENDED].isVisible()


def test_every_reason_to_look_first_has_a_chip_that_shows_those_letters_alone(view: ComparisonView):
    draft = make_draft()
    found = Comparison(
        tuple(Group((draft,), (seen,), (), Outcome(), Outcome()) for seen in Seen),
        unchanged=0,
        unmade=0,
        total=len(Seen),
    )
    view.chips.show_numbers(found)

    for seen in Seen:
        chip = view.chips.of[seen]
        chip.click()

        assert chip.isVisible()
        assert chip.text().endswith(" 1")
        assert [group.signals for group in view.chips.left_of(found)] == [(seen,)]


def test_chips_go_on_in_the_next_line_of_a_narrow_window(opened: Desk, view: ComparisonView):
    found = Comparison(
        tuple(Group((make_draft(),), (seen,), (), Outcome(), Outcome()) for seen in Seen), 0, 0, 1
    )
    opened.window.resize(1024, 700)

    view.chips.show_numbers(found)
    chips = view.chips.of.values()
    opened.wait(lambda: len({chip.y() for chip in chips}) > 1)

    assert all(view.chips.rect().contains(chip.geometry()) for chip in chips)
    assert view.save.geometry().right() < view.width()


def test_nothing_of_a_patient_is_on_the_screen(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    compare(opened, view, draft_folder)
    shown = " ".join(
        browser.toPlainText() for browser in (view.letter.texts.before, view.letter.texts.after)
    )
    view.letter.show_side(Side.TEXT)
    shown += view.letter.texts.after.toPlainText()

    people = [row.draft.booking.patient for row in opened.worklist.rows]
    assert [one.name for one in people if one.name and one.name in shown] == []


def test_another_letter_of_the_group_can_be_seen(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    compare(opened, view, draft_folder)
    first = view.letter.which.text()

    view.letter.another.click()

    assert first.startswith("Bokning 1 av ")
    assert view.letter.which.text().startswith("Bokning 2 av ")


def test_templates_that_cannot_be_read_are_told_of(
    opened: Desk, view: ComparisonView, draft_folder: Path
):
    (draft_folder / "letter_types/rontgen/letter.toml").write_text("id = ", "utf-8")
    with pytest.raises(TemplateBroken):
        opened.services.press_of(draft_folder)

    compare(opened, view, draft_folder)

    assert "letter.toml" in view.notice.text
    assert view.compare.isEnabled()


def test_a_comparison_can_be_cancelled(opened: Desk, view: ComparisonView, draft_folder: Path):
    view.after.choose_folder(draft_folder)
    view.compare.click()

    view.cancel.click()

    opened.wait(lambda: not view.comparing.is_busy)
    assert view.compare.isEnabled()


def test_the_comparison_is_saved_as_a_pdf_that_names_nobody(
    opened: Desk, view: ComparisonView, draft_folder: Path, tmp_path: Path, reader: Reader
):
    compare(opened, view, draft_folder)
    view.save.click()
    dialog = sure(view.findChild(QFileDialog))

    dialog.fileSelected.emit(str(tmp_path / "jamforelse.pdf"))
    dialog.close()
    opened.wait(lambda: bool(reader.opened))

    assert "sparad" in view.notice.text
    assert (tmp_path / "jamforelse.pdf").read_bytes().startswith(b"%PDF")


def test_the_last_line_of_the_versions_asks_for_a_folder(view: ComparisonView, draft_folder: Path):
    last = view.after.count() - 1

    view.after.activated.emit(last)
    dialog = sure(view.window().findChild(QFileDialog))
    dialog.fileSelected.emit(str(draft_folder))
    dialog.close()

    assert view.after.currentText() == "Mappen utkast"
    assert view.before.currentText() == "Gällande mallar"
