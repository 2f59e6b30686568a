"""Two people bring a new text to the patients: one proposes it, the other looks and publishes."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import open_services
from app.rows import RowStatus
from app.services import Services
from app.settings import DataFolder
from app.worklist import Worklist
from tests.desk import PATIENCE, Desk, seat, sure
from tests.exports import AGFA_EI, table
from tests.fakes import NOON
from tests.two_logins import BODY, KIM, ROBIN, SENTENCE, propose, seated_at, small_templates
from tests.ui.conftest import keep_reading
from ui.authoring import Authoring
from ui.comparison_view import ComparisonView
from ui.publishing_dialogs import ProposeDialog, PublishDialog
from ui.sent_letter import open_letter, proof
from ui.task_runner import TaskRunner


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return small_templates(tmp_path / "mallar")


@pytest.fixture
def clinic(tmp_path: Path, shared: Path) -> Iterator[Services]:
    """A program whose templates are in a shared folder."""
    folder = DataFolder(tmp_path / "data")
    folder.make()
    folder.settings_file.write_text(f"templates_folder = '{shared}'\n", "utf-8")
    with open_services(folder, now=lambda: NOON) as services:
        yield services


@pytest.fixture
def kim(qtbot: QtBot, clinic: Services, tasks: TaskRunner) -> Desk:
    return seat(qtbot, seated_at(clinic, KIM), tasks)


@pytest.fixture
def robin(qtbot: QtBot, clinic: Services, tasks: TaskRunner) -> Desk:
    """With a proposal of Kim's to look at."""
    propose(seated_at(clinic, KIM).publishing)
    return seat(qtbot, seated_at(clinic, ROBIN), tasks)


@pytest.fixture
def draft(shared: Path, tmp_path: Path) -> Path:
    """The shared templates with a sentence more."""
    folder = Path(shutil.copytree(shared, tmp_path / "utkast"))
    body = folder / BODY
    body.write_text(f"{body.read_text('utf-8').rstrip()}\n\n{SENTENCE}\n", "utf-8")
    return folder


def export_in(folder: Path) -> Path:
    """A file of one X-ray booking."""
    export = folder / "dagens.csv"
    export.write_bytes(table(AGFA_EI | {"Undersökningsdatum": "2027-01-12"}))
    return export


def ready(services: Services, folder: Path) -> Worklist:
    """Its letter is checked and may be sent."""
    worklist = services.load(export_in(folder))
    (row,) = worklist.rows
    worklist.note_check(row.draft, services.check(row))
    return worklist


def view_of(desk: Desk) -> ComparisonView:
    desk.window.show_templates()
    view = sure(desk.window.templates).comparison
    desk.wait(lambda: bool(view.publishing.told.text()))
    return view


def compare(desk: Desk, view: ComparisonView, folder: Path) -> None:
    view.after.choose_folder(folder)
    view.bookings.choose_made_up()
    view.compare.click()
    desk.wait(lambda: not view.comparing.is_busy)


def review(desk: Desk) -> ComparisonView:
    view = view_of(desk)
    desk.wait(view.publishing.review.isVisible)
    view.publishing.review.click()
    desk.wait(lambda: not view.comparing.is_busy)
    return view


def open_all(desk: Desk, view: ComparisonView) -> None:
    for row in range(view.groups.count()):
        view.groups.setCurrentRow(row)
        desk.wait(partial(is_ticked, view, row))


def is_ticked(view: ComparisonView, row: int) -> bool:
    return not view.groups.item(row).icon().isNull()


def the_dialog() -> ProposeDialog | PublishDialog | None:
    dialog = QApplication.activeModalWidget()
    return dialog if isinstance(dialog, ProposeDialog | PublishDialog) else None


def asked(desk: Desk) -> ProposeDialog | PublishDialog:
    desk.wait(lambda: the_dialog() is not None)
    dialog = the_dialog()
    assert dialog is not None
    return dialog


def test_what_letters_are_made_with_is_told(kim: Desk):
    view = view_of(kim)

    assert view.publishing.told.text() == (
        "Gäller: mallmappens filer som de är. Ingen version är publicerad."
    )
    assert not view.publishing.propose.isEnabled()
    assert not view.publishing.publish.isEnabled()
    assert not view.publishing.review.isVisible()


def test_a_compared_draft_is_proposed_with_a_note(kim: Desk, draft: Path):
    view = view_of(kim)
    compare(kim, view, draft)

    view.publishing.propose.click()
    dialog = asked(kim)
    empty = dialog.propose.isEnabled() if isinstance(dialog, ProposeDialog) else None
    QTest.keyClicks(dialog.focusWidget(), "Gladare ton")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    kim.wait(lambda: "föreslagna" in view.notice.text)

    (proposal,) = kim.services.publishing.proposals()
    assert empty is False
    assert (proposal.proposer, proposal.note) == ("kim", "Gladare ton")
    assert proposal.compared.letter_types == ("rontgen",)
    assert SENTENCE not in kim.services.templates.press().catalogue.sources[BODY]


def test_a_draft_is_proposed_though_the_window_is_closed_at_once(
    kim: Desk, draft: Path, tasks: TaskRunner
):
    view = view_of(kim)
    compare(kim, view, draft)
    view.publishing.propose.click()
    dialog = asked(kim)
    QTest.keyClicks(dialog.focusWidget(), "Gladare ton")
    keep_reading(tasks)

    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    kim.window.close()
    tasks.stop()

    (proposal,) = kim.services.publishing.proposals()
    assert proposal.note == "Gladare ton"


def test_the_dialog_tells_which_files_are_changed_and_whose_letters(kim: Desk, draft: Path):
    view = view_of(kim)
    compare(kim, view, draft)

    view.publishing.propose.click()
    dialog = asked(kim)
    listed = [dialog.changes.item(row).text() for row in range(dialog.changes.count())]
    dialog.reject()

    assert listed == [f"{BODY}: brevtypen rontgen"]


def test_who_proposed_is_told_that_another_publishes(kim: Desk):
    propose(kim.services.publishing)

    view = review(kim)
    open_all(kim, view)

    assert not view.publishing.publish.isEnabled()
    assert "Det krävs två personer" in view.publishing.state.text()


def test_nothing_is_published_before_every_change_has_been_opened(
    qtbot: QtBot, clinic: Services, tasks: TaskRunner
):
    kim = seated_at(clinic, KIM).publishing
    propose(kim, sentence="{% if referred_by %}Ta med remissen.{% else %}Välkommen.{% endif %}")
    robin = seat(qtbot, seated_at(clinic, ROBIN), tasks)
    view = review(robin)
    robin.wait(lambda: view.publishing.state.text().startswith("1 av 2 ändringar är öppnade"))
    first = view.publishing.publish.isEnabled()

    for _ in range(2):
        QTest.keyClick(robin.window, Qt.Key.Key_F7)
    robin.wait(view.publishing.publish.isEnabled)

    assert (view.groups.count(), first) == (2, False)
    assert view.publishing.state.text() == ""


def test_what_another_has_looked_at_and_published_is_what_letters_are_made_with(robin: Desk):
    view = review(robin)
    open_all(robin, view)
    robin.wait(view.publishing.publish.isEnabled)

    view.publishing.publish.click()
    dialog = asked(robin)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    robin.wait(lambda: "publicerade" in view.notice.text)
    robin.wait(lambda: "Nya mallar: version" in robin.view.notice.text)

    press = robin.services.templates.press()
    assert SENTENCE in press.catalogue.sources[BODY]
    assert "publicerad 23 november 2026 av robin på förslag av kim" in robin.view.notice.text
    robin.wait(lambda: view.publishing.told.text().startswith("Gäller: version"))
    assert not view.publishing.review.isVisible()
    robin.wait(lambda: view.after.currentText() == "")
    assert not view.compare.isEnabled()


def test_earlier_versions_can_be_chosen(robin: Desk):
    view = view_of(robin)
    robin.wait(lambda: view.before.count() > 2)

    names = [view.before.itemText(index) for index in range(view.before.count())]

    assert names[0] == "Gällande mallar"
    assert names[1] == "Förslag av kim 23 november 2026: Gladare ton"
    assert names[2].endswith("kim 23 november 2026: Gladare ton")
    assert names[-2:] == ["De levererade mallarna", "En annan mapp…"]


def test_a_version_of_another_pc_is_noticed_and_told(robin: Desk, clinic: Services):
    other = seated_at(clinic, ROBIN).publishing
    (proposal,) = other.proposals()

    other.publish(proposal, compared=proposal.compared, left=0)
    robin.wait(lambda: "Nya mallar: version" in robin.view.notice.text)

    assert SENTENCE in robin.services.templates.press().catalogue.sources[BODY]
    assert not robin.bench.preview.remarks.isVisible()


def test_a_share_that_tells_nothing_is_asked(robin: Desk, clinic: Services):
    other = seated_at(clinic, ROBIN).publishing
    (proposal,) = other.proposals()
    other.publish(proposal, compared=proposal.compared, left=0)

    sure(robin.window.findChild(Authoring)).asking.timeout.emit()
    robin.wait(lambda: "Nya mallar: version" in robin.view.notice.text)

    assert SENTENCE in robin.services.templates.press().catalogue.sources[BODY]


def test_letters_that_were_ready_are_checked_again_by_the_new_version(
    robin: Desk, clinic: Services, tmp_path: Path
):
    robin.open(export_in(tmp_path))
    robin.show(RowStatus.READY)
    other = seated_at(clinic, ROBIN).publishing
    (proposal,) = other.proposals()

    with robin.qtbot.waitSignal(robin.utskick.checked, timeout=PATIENCE):
        other.publish(proposal, compared=proposal.compared, left=0)

    preview = robin.services.preview(robin.shown)
    assert preview.letter.template_version == proposal.of.version
    assert robin.shown.check is not None
    assert robin.shown.check.digest == preview.digest


def test_a_letter_that_was_ready_by_an_older_version_is_not_queued(
    clinic: Services, tmp_path: Path
):
    services = seated_at(clinic, ROBIN)
    worklist = ready(services, tmp_path)
    proposal = propose(seated_at(clinic, KIM).publishing)

    services.publishing.publish(proposal, compared=proposal.compared, left=0)
    queued = services.queue(worklist.rows, utskick=worklist.utskick)

    assert (queued.dispatches, queued.changed) == ((), tuple(row.row_no for row in worklist.rows))


def test_history_tells_whose_templates_a_letter_was_made_with(clinic: Services, tmp_path: Path):
    proposal = propose(seated_at(clinic, KIM).publishing)
    seated_at(clinic, ROBIN).publishing.publish(proposal, compared=proposal.compared, left=0)
    services = seated_at(clinic, ROBIN)
    worklist = ready(services, tmp_path)
    sent, *_ = services.queue(worklist.rows, utskick=worklist.utskick).dispatches

    told = dict(proof(open_letter(services, sent.id, dpi=96)))

    assert told["Mallversion"].replace("\n", "") == proposal.of.version
    assert told["Mallarna"].endswith("kim 23 november 2026: Gladare ton")
    assert "av robin på förslag av kim" in told["Publicerade"]


def test_a_cancelled_comparison_is_nothing_to_propose(kim: Desk, draft: Path):
    view = view_of(kim)
    view.after.choose_folder(draft)
    view.compare.click()

    view.cancel.click()
    kim.wait(lambda: not view.comparing.is_busy)

    assert not view.publishing.propose.isEnabled()


def test_what_the_linter_stops_is_told(kim: Desk, draft: Path):
    body = draft / BODY
    body.write_text(f"{body.read_text('utf-8')}\nwww.exempel-annanstans.test\n", "utf-8")
    view = view_of(kim)
    compare(kim, view, draft)

    view.publishing.propose.click()
    dialog = asked(kim)
    QTest.keyClicks(dialog.focusWidget(), "En webbadress")
    dialog.accept()
    kim.wait(lambda: "Kontrollen av mallarna" in view.notice.text)

    assert kim.services.publishing.proposals() == ()
    assert view.publishing.propose.isEnabled()
