"""An author at work: what is written into the templates folder is seen in the window at once."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.rows import RowStatus
from app.services import Services
from tests.desk import Desk, seat
from tests.exports import AGFA_EI, table
from tests.rendered_letters import templates_in
from ui.message_sheet import MessageBody
from ui.remarks_bar import RemarksBar
from ui.task_runner import TaskRunner

# Röntgen, which is a letter type of step 1.
BODY = "letter_types/rontgen/body.md.j2"
DAY = "2027-01-12"
ROW = AGFA_EI | {"Undersökningsdatum": DAY}


@pytest.fixture
def author(qtbot: QtBot, own_services: Services, tasks: TaskRunner, tmp_path: Path) -> Desk:
    """At one ready letter, with templates that may be changed."""
    folder = shutil.copytree(own_services.catalogue.folder, tmp_path / "templates")
    desk = seat(qtbot, replace(own_services, templates=templates_in(folder)), tasks)
    export = tmp_path / "dagens.csv"
    export.write_bytes(table(ROW))
    desk.open(export)
    desk.show(RowStatus.READY)
    desk.wait(lambda: "Din tid" in message(desk))
    return desk


def message(desk: Desk) -> str:
    (body,) = desk.bench.preview.findChildren(MessageBody)
    return body.toPlainText() if body.isVisible() else ""


def said(desk: Desk) -> str:
    labels = desk.bench.preview.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def remarks(desk: Desk) -> RemarksBar:
    return desk.bench.preview.remarks


def write(desk: Desk, change: Callable[[str], str], *, file: str = BODY) -> None:
    path = desk.services.catalogue.folder / file
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def in_front(text: str) -> Callable[[str], str]:
    return lambda body: f"{text}\n\n{body}"


def test_a_new_text_is_seen_and_checked_anew(author: Desk):
    before = author.shown
    told: list[str] = []
    author.utskick.file_told.connect(lambda _, line: told.append(line))

    with author.qtbot.waitSignal(author.utskick.checked, timeout=30_000):
        write(author, in_front("Nytt först i texten."))

    author.wait(lambda: "Nytt först i texten." in message(author))
    assert author.shown.status is RowStatus.READY
    assert author.shown.check != before.check
    assert f"mallversion {author.services.catalogue.version[:8]}" in told[-1]


def test_two_changes_in_a_row_are_both_seen(author: Desk):
    write(author, in_front("Det första."))
    author.wait(lambda: "Det första." in message(author))

    path = author.services.catalogue.folder / BODY
    other = path.with_name("body.new")
    other.write_text(f"Det andra.\n\n{path.read_text('utf-8')}", "utf-8")
    other.replace(path)

    author.wait(lambda: "Det andra." in message(author))


def test_an_error_stands_in_place_of_the_letter_with_file_line_and_what_to_do(author: Desk):
    write(author, in_front("<b>fet</b>"))

    author.wait(lambda: f"{BODY}, rad 1" in said(author))
    author.wait(lambda: author.shown.status is RowStatus.BLOCKED)
    author.wait(lambda: remarks(author).isVisible())
    assert message(author) == ""
    assert "Skriv texten utan taggar." in said(author)
    assert remarks(author).remarks.count(BODY) == 1


def test_a_file_that_cannot_be_read_stops_every_letter_until_it_is_mended(author: Desk):
    toml = "letter_types/cellprov/letter.toml"
    right = (author.services.catalogue.folder / toml).read_text("utf-8")

    write(author, lambda _: "id =", file=toml)
    author.wait(lambda: f"{toml}, rad 1" in said(author))
    author.wait(lambda: author.shown.status is RowStatus.BLOCKED)
    write(author, lambda _: right, file=toml)

    author.wait(lambda: author.shown.status is RowStatus.READY)
    author.wait(lambda: "Din tid" in message(author))


def renamed(letter_toml: str) -> str:
    with_id = letter_toml.replace('id = "rontgen"', 'id = "rontgen_ny"')
    return with_id.replace("Kallelse till röntgen", "Kallelse till ny röntgen")


def test_a_new_folder_is_a_new_letter_type_to_choose(author: Desk):
    folder = author.services.catalogue.folder / "letter_types"
    types = author.view.picker.types

    shutil.copytree(folder / "rontgen", folder / "rontgen_ny")
    author.wait(lambda: "men mappen heter rontgen_ny" in said(author))
    toml = "letter_types/rontgen_ny/letter.toml"
    write(author, renamed, file=toml)

    author.wait(lambda: author.shown.status is RowStatus.READY)
    author.wait(lambda: types.findText("Kallelse till ny röntgenundersökning") >= 0)


def test_the_linter_speaks_only_when_templates_have_been_changed(author: Desk):
    before = remarks(author).isVisible()

    write(author, lambda body: body.replace('{% include "blocks/tolk.md.j2" %}', ""))

    author.wait(lambda: remarks(author).isVisible())
    assert not before
    assert remarks(author).sentence == "Mallarna har ändrats. Brevtypen rontgen: 1 att rätta."


def test_the_remarks_are_opened_at_the_keyboard_and_name_their_file(author: Desk):
    write(author, lambda body: body.replace('{% include "blocks/tolk.md.j2" %}', ""))
    author.wait(lambda: remarks(author).isVisible())
    (opener,) = remarks(author).findChildren(QPushButton)
    (text,) = remarks(author).findChildren(QPlainTextEdit)

    opener.click()
    opened, height = text.isVisible(), author.window.minimumSizeHint().height()
    opener.click()

    assert opened
    assert height <= author.window.minimumHeight()
    assert not text.isVisible()
    assert text.isReadOnly()
    assert remarks(author).remarks.startswith(f"{BODY}: Brevet säger inte hur man får tolk")


def test_a_remark_on_a_line_of_letter_toml_says_which(author: Desk):
    toml = "letter_types/rontgen/letter.toml"

    write(author, lambda text: text.replace("required = [", 'required = ["rum", '), file=toml)

    author.wait(lambda: remarks(author).isVisible())
    assert f"{toml}, rad 9: rum i required finns inte." in remarks(author).remarks


def test_a_letter_type_without_fault_is_said_to_have_nothing_to_mend(author: Desk):
    write(author, lambda body: body.replace("Välkommen", "Varmt välkommen", 1) + "\n")

    author.wait(lambda: remarks(author).isVisible())

    assert remarks(author).sentence.endswith("Brevtypen rontgen: inget att rätta.")
    assert "LIX" in remarks(author).remarks


def test_what_was_confirmed_by_an_older_template_is_not_sent(author: Desk):
    sheet = author.confirm()
    with author.qtbot.waitSignal(author.utskick.checked, timeout=30_000):
        write(author, in_front("Nytt medan arket står öppet."))

    with author.qtbot.waitSignal(author.utskick.sent, timeout=30_000):
        sheet.accept()

    assert author.shown.status is RowStatus.READY
    assert author.shown.dispatches == ()
    assert "hade ändrats" in author.view.notice.text
