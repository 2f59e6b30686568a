"""The history's safety from the window: by keyboard, told in words, and never in its way."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.adapters.store.restoring import readiness_of
from app.bootstrap import open_services
from app.bootstrap_history import rescue_of
from app.recovery_key import last_group, recovery_lines
from app.services import Services
from app.settings import DataFolder
from tests.desk import Desk, seat, sure
from tests.fakes import NOON
from tests.own_keychain import SystemBackend, give_system_a_keychain
from tests.paper_tray import PaperTray
from ui.application import attach_services
from ui.error_dialog import ErrorDialog, show_error
from ui.main_window import MainWindow
from ui.recovery_dialog import RecoveryDialog
from ui.rescue_dialog import RescueDialog
from ui.safekeeping import DailyBackup, Safekeeping
from ui.safekeeping_page import SAFEKEEPING, SafekeepingPage
from ui.task_runner import Lane, TaskRunner


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "pc")


@pytest.fixture
def keychain(monkeypatch: pytest.MonkeyPatch) -> SystemBackend:
    return give_system_a_keychain(monkeypatch)


@pytest.fixture
def tray() -> PaperTray:
    return PaperTray()


@pytest.fixture
def services(folder: DataFolder, tray: PaperTray) -> Iterator[Services]:
    with open_services(folder, now=lambda: NOON, printer_named=lambda _: tray) as made:
        yield made


def open_page(qtbot: QtBot, services: Services, tasks: TaskRunner) -> tuple[Desk, SafekeepingPage]:
    desk = seat(qtbot, services, tasks)
    QTest.keyClick(desk.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    view = sure(desk.window.settings)
    (item,) = view.sections.findItems(SAFEKEEPING, Qt.MatchFlag.MatchExactly)
    view.sections.setCurrentItem(item)
    desk.wait(lambda: bool(view.safekeeping.encryption.text()))
    return desk, view.safekeeping


def press(button: QWidget) -> None:
    """With the keyboard."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def on_screen(kind: type[QDialog]) -> QDialog | None:
    shown = QApplication.activeModalWidget()
    return shown if isinstance(shown, kind) else None


def words_of(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_plain_history_is_encrypted_from_the_page(qtbot, services, tasks, monkeypatch):
    desk, page = open_page(qtbot, services, tasks)
    assert "inte krypterad" in page.encryption.text()
    give_system_a_keychain(monkeypatch)

    press(page.encrypt)
    desk.wait(lambda: page.encryption.text().startswith("Historiken är krypterad"))

    assert page.encrypt.isHidden()
    assert "återställningsnyckeln" in page.told.text
    desk.window.band._looking.timeout.emit()
    assert "krypterad" not in desk.window.band.text


def test_without_a_keychain_the_history_stays_plain_and_says_why(qtbot, services, tasks):
    desk, page = open_page(qtbot, services, tasks)

    press(page.encrypt)
    desk.wait(lambda: bool(page.told.text))

    assert "ingen nyckelring" in page.told.text
    assert page.encrypt.isEnabled()


def test_the_key_is_printed_and_its_last_characters_show_that_it_was(
    qtbot, keychain, services, tasks, tray
):
    desk, page = open_page(qtbot, services, tasks)
    key = sure(services.safekeeping.keys.key())
    press(page.show_key)
    desk.wait(lambda: on_screen(RecoveryDialog) is not None)
    dialog = sure(on_screen(RecoveryDialog))
    assert isinstance(dialog, RecoveryDialog)
    assert all(line in words_of(dialog) for line in recovery_lines(key))

    dialog.print_wanted.emit()
    desk.wait(lambda: bool(dialog.told.text))
    QTest.keyClicks(dialog.last, "0000")
    assert dialog._key.isHidden()
    QTest.keyClick(dialog.last, Qt.Key.Key_Return)
    desk.wait(lambda: "stämmer inte" in dialog.told.text)
    dialog.last.clear()
    QTest.keyClicks(dialog.last, last_group(key).lower())
    QTest.keyClick(dialog.last, Qt.Key.Key_Return)
    desk.wait(lambda: "visade" in page.key.text())

    assert len(tray.jobs) == 1
    assert services.user in page.key.text()


def test_a_backup_is_made_by_a_button(qtbot, keychain, services, tasks):
    desk, page = open_page(qtbot, services, tasks)
    assert "ingen säkerhetskopia" in page.backups.text()

    press(page.back_up)
    desk.wait(lambda: page.backups.text().startswith("Senaste kopian"))

    assert page.told.text.startswith("Säkerhetskopian är klar")
    assert len(services.safekeeping.rescue.backups()) == 1


def test_a_backup_is_chosen_and_waits_for_the_next_start(qtbot, keychain, services, tasks):
    backup = services.safekeeping.back_up()
    desk, page = open_page(qtbot, services, tasks)
    (safekeeping,) = page.findChildren(Safekeeping)

    safekeeping.offer_backup(backup.path)
    dialog = sure(on_screen(RescueDialog))
    assert "skickas inte av sig självt" in words_of(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    desk.wait(lambda: "starta det igen" in page.told.text)


def test_who_closes_the_dialog_while_a_backup_is_made_ready_has_nothing_restored(
    qtbot, keychain, services, tasks, gate
):
    backup = services.safekeeping.back_up()
    desk, page = open_page(qtbot, services, tasks)
    (safekeeping,) = page.findChildren(Safekeeping)
    tasks.run(Lane.SAFEKEEPING, gate.wait, done=lambda _: None, failed=show_error)
    safekeeping.offer_backup(backup.path)
    dialog = sure(on_screen(RescueDialog))
    assert isinstance(dialog, RescueDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    is_told = dialog.progress.isVisible()

    dialog.reject()
    desk.wait(lambda: on_screen(RescueDialog) is None)
    gate.set()
    desk.wait(lambda: tasks.idle)

    assert is_told
    assert readiness_of(services.data_folder.history_file) is None
    assert not page.told.text


def test_a_file_that_is_no_backup_is_told(qtbot, services, tasks, tmp_path):
    _, page = open_page(qtbot, services, tasks)
    (safekeeping,) = page.findChildren(Safekeeping)

    safekeeping.offer_backup(tmp_path / "annat.sqlite3")

    assert "ingen säkerhetskopia" in page.told.text


def test_the_daily_backup_is_made_once_and_says_what_goes_wrong(qtbot, services, tasks):
    told: list[str] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    daily = DailyBackup(services, tasks, parent=parent, failed=told.append)

    daily.make()
    qtbot.waitUntil(lambda: tasks.idle)
    (backup,) = services.safekeeping.rescue.backups()
    daily.make()
    qtbot.waitUntil(lambda: tasks.idle)
    backup.path.unlink()
    services.data_folder.backups.rmdir()
    services.data_folder.backups.write_text("")
    daily.make()

    qtbot.waitUntil(lambda: bool(told))
    assert "kunde inte sparas" in told[0]


@pytest.fixture
def closed(folder: DataFolder, keychain: SystemBackend) -> str:
    """A program that has been used and closed again: a backup, and the recovery key."""
    with open_services(folder, now=lambda: NOON) as services:
        services.safekeeping.back_up()
        return "\n".join(recovery_lines(sure(services.safekeeping.keys.key())))


@pytest.fixture
def forgotten(closed: str, keychain: SystemBackend) -> str:
    """The recovery key of a history whose key the keychain has lost."""
    keychain.kept.clear()
    return closed


def start(qtbot: QtBot, folder: DataFolder, tasks: TaskRunner, open_things) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    attach_services(
        window,
        tasks,
        open_things,
        open_services=lambda: open_services(folder, now=lambda: NOON),
        rescue_of=lambda: rescue_of(folder, now=lambda: NOON),
    )
    return window


@pytest.fixture
def open_things() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def test_a_damaged_history_is_brought_back_when_the_program_starts(
    qtbot, folder, closed, tasks, open_things
):
    folder.history_file.write_bytes(b"\xff" * 50_000)
    window = start(qtbot, folder, tasks, open_things)
    qtbot.waitUntil(lambda: on_screen(RescueDialog) is not None, timeout=30_000)
    dialog = sure(on_screen(RescueDialog))
    assert "Säkerhetskopian är från" in words_of(dialog)

    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.utskick is not None, timeout=30_000)

    assert not window.has_failed
    assert len(list(folder.root.glob("*.undan"))) == 1


def test_a_history_whose_key_is_gone_is_opened_with_the_paper(
    qtbot, folder, forgotten, tasks, open_things
):
    window = start(qtbot, folder, tasks, open_things)
    qtbot.waitUntil(lambda: on_screen(RescueDialog) is not None, timeout=30_000)
    dialog = sure(on_screen(RescueDialog))
    assert isinstance(dialog, RescueDialog)
    QTest.keyClicks(dialog.key, "fel")
    QTest.keyClick(dialog.key, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "64 tecken" in dialog.told.text)

    dialog.key.setText(forgotten)
    QTest.keyClick(dialog.key, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.utskick is not None, timeout=30_000)


def test_a_damaged_history_without_a_backup_says_so(qtbot, folder, closed, tasks, open_things):
    for backup in folder.backups.iterdir():
        backup.unlink()
    folder.history_file.write_bytes(b"\xff" * 50_000)

    window = start(qtbot, folder, tasks, open_things)
    qtbot.waitUntil(lambda: window.findChild(ErrorDialog) is not None, timeout=30_000)

    assert "ingen säkerhetskopia" in sure(window.findChild(ErrorDialog)).informativeText()
