"""What history shows is saved outside the program: a list of receipts, or one with its letter."""

import csv
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from app.draft import Channel
from tests.desk import Desk, sure
from tests.rendered_letters import PAGES
from tests.ui.test_settling import history, open_first, send
from ui.work_lists import WorkList


@pytest.fixture
def sent(clean_desk: Desk) -> Desk:
    """Three bookings, each sent both ways, and history open."""
    send(clean_desk)
    clean_desk.window.show_history()
    clean_desk.wait(lambda: history(clean_desk).lists.model.rowCount() == 6)
    return clean_desk


def save_as(desk: Desk, action: QAction, path: Path) -> str:
    """Chooses a place, and gives what is said then."""
    history(desk).notice.hide()
    action.trigger()
    dialog = sure(desk.window.findChild(QFileDialog))
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    desk.wait(lambda: bool(history(desk).notice.text))
    return history(desk).notice.text


def saved(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))


def test_the_list_that_is_saved_is_the_one_that_is_asked_for(sent: Desk, tmp_path: Path):
    history(sent).filters._channel.setCurrentText("Brev")

    told = save_as(sent, history(sent).save_list, tmp_path / "lista.csv")

    lines = saved(tmp_path / "lista.csv")
    assert [line["Kanal"] for line in lines] == ["Brev"] * 3
    assert "inga namn eller personnummer" in told


def test_a_letter_is_saved_with_its_receipt_and_opened(sent: Desk, tmp_path: Path, reader):
    before = history(sent).save_letter.isEnabled()
    open_first(sent)
    kept = sure(history(sent)._opened).sent
    path = tmp_path / "kvittens.pdf"

    save_as(sent, history(sent).save_letter, path)

    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        (attached,) = pdf.attachments.values()
        assert attached.get_file().read_bytes() == kept.content
    assert not before
    assert reader.opened == [path]


def test_the_proposed_names_name_nobody(sent: Desk):
    """D2"""
    open_first(sent)
    dispatch = sure(history(sent)._opened).sent.dispatch
    names = []

    for action in (history(sent).save_list, history(sent).save_letter):
        action.trigger()
        dialog = sure(sent.window.findChild(QFileDialog))
        names.append(Path(dialog.selectedFiles()[0]).name)
        dialog.reject()
        sent.wait(lambda: sent.window.findChild(QFileDialog) is None)

    way = "brev" if dispatch.channel is Channel.LETTER else "1177"
    assert names == [
        "kvittenser-2026-11-23.csv",
        f"kvittens-{dispatch.reference}-{way}-1.pdf",
    ]


def light(work_list: WorkList) -> Callable[[Desk], None]:
    return lambda desk: history(desk).filters.show_only(work_list)


@pytest.mark.parametrize("work_list", [WorkList.REJECTED, WorkList.UNREAD])
def test_a_work_list_is_saved_as_it_is_listed(sent: Desk, tmp_path: Path, work_list: WorkList):
    light(work_list)(sent)
    sent.wait(lambda: history(sent).lists.model.rowCount() == 0)

    save_as(sent, history(sent).save_list, tmp_path / "lista.csv")

    assert saved(tmp_path / "lista.csv") == []


@pytest.mark.parametrize("suffix", ["csv", "pdf"])
def test_bookings_without_a_letter_are_saved_with_what_is_known(
    opened: Desk, tmp_path: Path, reader, suffix: str
):
    opened.window.show_history()
    light(WorkList.NOT_CALLED)(opened)
    opened.wait(lambda: history(opened).lists.uncalled.rowCount() > 0)
    path = tmp_path / f"lista.{suffix}"

    save_as(opened, history(opened).save_list, path)

    content = path.read_bytes()
    text = "".join(PAGES.read(content).pages) if suffix == "pdf" else content.decode("utf-8-sig")
    rows = history(opened).lists.uncalled.rows
    assert text.count("utdrag.csv") == len(rows)
    assert "skyddade uppgifter" in " ".join(text.split())
