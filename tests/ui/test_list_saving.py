"""Saving the rows without a letter, and the result of all, from the menu to the file."""

import csv
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog

from app.findings import Decision
from app.left_out import lines, without_letter
from app.rows import RowStatus
from app.spreadsheets import as_table
from tests.desk import Desk, sure
from tests.rendered_letters import PAGES
from ui.error_dialog import ErrorDialog
from ui.file_saving import CSV, FileSaving, Offered


def save_dialog(desk: Desk, action: QAction | None = None) -> QFileDialog:
    (action or desk.window.commands.save_left_out).trigger()
    return sure(desk.window.findChild(QFileDialog))


def save_as(desk: Desk, path: Path, action: QAction | None = None) -> str:
    """Chooses a place, and gives what the window says then."""
    desk.view.notice.hide()
    dialog = save_dialog(desk, action)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    desk.wait(lambda: bool(desk.view.notice.text))
    return desk.view.notice.text


def test_the_list_is_saved_where_it_is_wanted(opened: Desk, tmp_path: Path):
    told = save_as(opened, tmp_path / "lista.csv")

    rows = without_letter(opened.worklist.rows)
    assert (tmp_path / "lista.csv").read_bytes() == as_table(lines(rows))
    assert told.startswith(f"Listan över {len(rows)} bokningar utan kallelse är sparad.")


def test_the_dialog_proposes_a_name_that_names_nobody(opened: Desk):
    dialog = save_dialog(opened)

    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(dialog.selectedFiles()[0]).name == "utelamnade-2026-11-23.pdf"
    dialog.reject()


def test_a_place_where_nothing_can_be_written_is_told(opened: Desk, tmp_path: Path):
    told = save_as(opened, tmp_path / "finns inte" / "lista.csv")

    assert told.startswith("Filen kunde inte sparas.")


def test_with_nothing_left_out_no_place_is_asked_for(clean_desk: Desk):
    ready = clean_desk.worklist.counts().of(RowStatus.READY)

    clean_desk.window.commands.save_left_out.trigger()

    assert ready == 3
    assert clean_desk.window.findChild(QFileDialog) is None
    assert "finns inget att spara" in clean_desk.view.notice.text


def test_the_result_holds_every_row_with_the_columns_of_its_file(opened: Desk, tmp_path: Path):
    told = save_as(opened, tmp_path / "resultat.csv", opened.window.commands.save_result)

    text = (tmp_path / "resultat.csv").read_text("utf-8-sig")
    saved = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert [line["Rad"] for line in saved] == [str(no) for no in range(2, 2 + len(saved))]
    assert len(saved) == opened.worklist.counts().total
    assert saved[0]["Undersöknings-id"]
    assert saved[0]["Kallelsens brevtyp"]
    assert (
        told
        == f"Resultatfilen med {len(saved)} bokningar är sparad. Den innehåller personuppgifter."
    )


def test_without_a_list_there_is_nothing_to_save(desk: Desk):
    assert not desk.window.commands.save_left_out.isEnabled()
    assert not desk.window.commands.save_call_list.isEnabled()
    assert not desk.window.commands.save_result.isEnabled()


def test_a_list_can_be_a_page_to_print_and_is_opened_for_that(opened: Desk, tmp_path: Path, reader):
    told = save_as(opened, tmp_path / "lista.pdf")

    rows = without_letter(opened.worklist.rows)
    text = "\n".join(PAGES.read((tmp_path / "lista.pdf").read_bytes()).pages)
    shown = [row for row in rows if not row.draft.booking.patient.protected]
    assert [row for row in shown if row.draft.booking.patient.id.display not in text] == []
    assert told.startswith(f"Listan över {len(rows)} bokningar utan kallelse är sparad.")
    assert reader.opened == [tmp_path / "lista.pdf"]


def test_the_proposed_name_follows_the_form_that_is_chosen(opened: Desk):
    dialog = save_dialog(opened)
    table = next(one for one in dialog.nameFilters() if "csv" in one)

    dialog.filterSelected.emit(table)

    assert Path(dialog.selectedFiles()[0]).name == "utelamnade-2026-11-23.csv"
    dialog.reject()


@pytest.mark.parametrize("suffix", ["csv", "pdf"])
def test_whom_to_call_is_saved_by_name_and_number(
    opened: Desk, tmp_path: Path, reader, suffix: str
):
    row = opened.show(RowStatus.REVIEW)
    opened.worklist.decide(row.row_no, Decision.CALL)
    path = tmp_path / f"ringlista.{suffix}"

    told = save_as(opened, path, opened.window.commands.save_call_list)
    opened.worklist.undo()

    content = path.read_bytes()
    text = PAGES.read(content).pages[0] if suffix == "pdf" else content.decode("utf-8-sig")
    assert row.draft.booking.patient.name in " ".join(text.split())
    assert told == "Ringlistan med 1 bokning är sparad. Den innehåller personuppgifter."


def test_with_nobody_to_call_it_says_so(opened: Desk):
    opened.window.commands.save_call_list.trigger()

    assert opened.window.findChild(QFileDialog) is None
    assert opened.view.notice.text.startswith("Ingen bokning i listan har beslutet Ring patienten")


def test_a_fault_of_the_program_itself_is_shown_as_such(opened: Desk, tmp_path: Path):
    saving = sure(opened.view.findChild(FileSaving))
    offered = Offered("Spara", "lista", {CSV: lambda: bytes([1 // 0])}, "Sparad.")

    saving._save(offered, tmp_path / "lista.csv")

    def dialogs() -> list[ErrorDialog]:
        found = QApplication.topLevelWidgets()
        return [one for one in found if isinstance(one, ErrorDialog) and one.isVisible()]

    opened.wait(lambda: len(dialogs()) == 1)
    for dialog in dialogs():
        dialog.close()
