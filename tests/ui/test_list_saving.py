"""Saving the rows without a letter, and the result of all, from the menu to the file."""

import csv
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from app.left_out import table, without_letter
from app.rows import RowStatus
from tests.desk import Desk, sure


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
    assert (tmp_path / "lista.csv").read_bytes() == table(rows)
    assert told.startswith(f"Listan över {len(rows)} bokningar utan kallelse är sparad.")


def test_the_dialog_proposes_a_name_that_names_nobody(opened: Desk):
    dialog = save_dialog(opened)

    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(dialog.selectedFiles()[0]).name == "utelamnade-2026-11-23.csv"
    dialog.reject()


def test_a_place_where_nothing_can_be_written_is_told(opened: Desk, tmp_path: Path):
    told = save_as(opened, tmp_path / "finns inte" / "lista.csv")

    assert told.startswith("Listan kunde inte sparas.")


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
    assert not desk.window.commands.save_result.isEnabled()
