"""A history is encrypted from its first day, brought back on any PC, and sends nothing twice."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from app.adapters.store.restoring import set_aside
from app.backups import Backup
from app.bootstrap import open_services
from app.bootstrap_history import history_problem, rescue_of
from app.dispatch import Status
from app.documents import Terms
from app.errors import (
    HistoryDamaged,
    HistoryLocked,
    HistoryUnusable,
    RecoveryKeyWrong,
    SettingsUnreadable,
)
from app.history import Question
from app.recovery_key import recovery_lines
from app.services import Services
from app.settings import DataFolder
from tests.fakes import NOON, later
from tests.own_keychain import SystemBackend, give_system_a_keychain


@pytest.fixture
def keychain(monkeypatch: pytest.MonkeyPatch) -> SystemBackend:
    return give_system_a_keychain(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "pc")


@contextmanager
def program(folder: DataFolder, *, at: datetime = NOON) -> Iterator[Services]:
    with open_services(folder, now=lambda: at) as services:
        yield services


def queue_some(services: Services) -> int:
    """The last rows of the first sample, which are ready; how many letters were new."""
    worklist = services.load(services.samples[0])
    for row in worklist.unchecked()[-2:]:
        worklist.note_check(row.draft, services.check(row))
    return len(services.queue(worklist.ready(), utskick=worklist.utskick).dispatches)


def count(services: Services, status: Status | None = None) -> int:
    return services.archive.count(Question(status=status))


def paper(services: Services) -> str:
    key = services.safekeeping.keys.key()
    assert key
    return "\n".join(recovery_lines(key))


def test_with_a_keychain_a_new_history_is_encrypted(folder, keychain):
    with program(folder) as services:
        queue_some(services)
        assert services.safekeeping.state().is_encrypted

    assert folder.history_file.read_bytes()[:15] != b"SQLite format 3"
    with program(folder) as services:
        assert count(services) > 0


def test_without_a_keychain_test_mode_keeps_a_plain_history(folder):
    with program(folder) as services:
        assert not services.safekeeping.state().is_encrypted
        assert services.safekeeping.state().note is None
        with pytest.raises(HistoryUnusable, match="ingen nyckel"):
            services.safekeeping.recovery_page()

    assert history_problem(folder) == "Historiken är inte krypterad."


def test_a_history_is_good_enough_for_real_letters_once_its_key_is_on_paper(folder, keychain):
    assert history_problem(folder) == ""
    with program(folder) as services:
        assert "på papper" in history_problem(folder)
        last = paper(services)[-4:]

        assert not services.safekeeping.confirm_kept("0000")
        assert services.safekeeping.confirm_kept(last)

    assert history_problem(folder) == ""


def test_where_the_keychain_is_gone_the_reason_is_told(folder, keychain, monkeypatch):
    with program(folder):
        pass
    monkeypatch.setattr("keyring.backend.get_all_keyring", list)

    assert "ingen nyckelring" in history_problem(folder)
    with pytest.raises(HistoryLocked), program(folder):
        pass


def test_a_plain_history_is_encrypted_from_the_settings(folder, monkeypatch):
    with program(folder) as services:
        queued = queue_some(services)
        plain = services.safekeeping.back_up()
    give_system_a_keychain(monkeypatch)
    with program(folder) as services:
        assert not services.safekeeping.state().is_encrypted

        services.safekeeping.encrypt()

        assert services.safekeeping.state().is_encrypted
        assert count(services) == queued
        services.safekeeping.encrypt()
        assert services.safekeeping.state().is_encrypted
    assert not plain.path.exists()
    with program(folder) as services:
        assert count(services) == queued


def test_the_recovery_page_tells_the_key_once_and_no_file_does(folder, keychain):
    with program(folder) as services:
        terms, _ = services.safekeeping.recovery_page().parts

        assert isinstance(terms, Terms)
        assert "\n".join(line for _, line in terms.rows) == paper(services)
    for path in folder.root.rglob("*"):
        if path.is_file():
            assert terms.rows[0][1].encode() not in path.read_bytes()


def test_one_backup_is_made_each_day(folder, keychain):
    with program(folder) as services:
        assert services.safekeeping.back_up_if_due()
        assert services.safekeeping.back_up_if_due() is None
    with program(folder, at=later(days=1)) as services:
        assert services.safekeeping.back_up_if_due()
        assert len(services.safekeeping.state().backups) == 2


def test_a_second_folder_gets_encrypted_backups_only(folder, tmp_path, monkeypatch):
    share = tmp_path / "share"
    share.mkdir()
    folder.make()
    folder.settings_file.write_text(f"backup_folder = {str(share)!r}", "utf-8")
    with program(folder) as services:
        services.safekeeping.back_up()
        assert list(share.iterdir()) == []

    give_system_a_keychain(monkeypatch)
    with program(folder, at=later(days=1)) as services:
        services.safekeeping.encrypt()
        backup = services.safekeeping.back_up()
        assert [one.name for one in share.iterdir()] == [backup.path.name]


def backed_up(folder: DataFolder) -> tuple[Backup, int, str]:
    """A backup in which letters wait, how many, and the recovery key."""
    with program(folder) as services:
        queued = queue_some(services)
        return services.safekeeping.back_up(), queued, paper(services)


def test_what_waited_in_a_backup_is_unclear_when_it_is_brought_back(folder, keychain):
    backup, queued, _ = backed_up(folder)
    with program(folder) as services:
        services.send()
        assert count(services, Status.SENT) > 0

        parked = services.safekeeping.rescue.restore(backup)
    with program(folder, at=later(hours=1)) as services:
        assert parked == queued == count(services, Status.UNKNOWN)
        assert services.send().moved == {}
        assert services.outbox.waiting() == 0
        services.outbox.verify_log()


def test_nothing_is_sent_that_the_history_to_come_would_not_know_of(folder, keychain):
    backup, queued, _ = backed_up(folder)
    with program(folder) as services:
        services.safekeeping.rescue.restore(backup)

        with pytest.raises(HistoryUnusable, match="vid nästa start"):
            services.send()
        with pytest.raises(HistoryUnusable, match="vid nästa start"):
            queue_some(services)

        assert count(services, Status.QUEUED) == count(services) == queued


def test_a_restoring_that_is_stopped_leaves_the_history_as_it_was_and_no_copy(folder, keychain):
    backup, queued, _ = backed_up(folder)

    def stop_at_the_end(share: float) -> None:
        if share == 1.0:
            raise InterruptedError

    with program(folder) as services, pytest.raises(InterruptedError):
        services.safekeeping.rescue.restore(backup, progress=stop_at_the_end)

    assert not (folder.root / "restoring").exists()
    with program(folder) as services:
        assert services.outbox.waiting() == queued


def test_the_history_that_was_is_set_aside_and_never_deleted(folder, keychain):
    backup, _, _ = backed_up(folder)
    with program(folder) as services:
        services.send()
        services.safekeeping.rescue.restore(backup)
    with program(folder):
        pass

    (aside,) = folder.root.glob("*.undan")
    assert aside.stat().st_size > 0


def test_what_was_sent_after_the_backup_is_known_by_its_claim(folder, keychain, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    folder.make()
    folder.settings_file.write_text(f"claim_folder = {str(share)!r}", "utf-8")
    with program(folder) as services:
        backup = services.safekeeping.back_up()
    with program(folder, at=later(hours=1)) as services:
        queued = queue_some(services)
        services.send()
        services.safekeeping.rescue.restore(backup)

    with program(folder, at=later(hours=2)) as services:
        assert count(services) == 0
        queue_some(services)
        tally = services.send()

    assert tally.moved == {}
    assert sum(tally.elsewhere.values()) == queued


def damage(path: Path) -> None:
    path.write_bytes(b"\xff" * path.stat().st_size)


def test_a_damaged_history_is_recognised_and_its_last_backup_takes_its_place(folder, keychain):
    _, queued, _ = backed_up(folder)
    damage(folder.history_file)
    with pytest.raises(HistoryDamaged), program(folder):
        pass

    rescue = rescue_of(folder, now=lambda: later(hours=1))
    (backup,) = rescue.backups()
    assert not rescue.needs_recovery_key(backup)
    rescue.restore(backup)

    with program(folder) as services:
        assert count(services, Status.UNKNOWN) == queued
    (aside,) = folder.root.glob("*.undan")
    assert set(aside.read_bytes()) == {0xFF}


def test_a_history_that_is_gone_is_never_begun_anew_in_silence(folder, keychain):
    _, queued, _ = backed_up(folder)
    folder.history_file.unlink()

    with pytest.raises(HistoryDamaged, match="saknas"), program(folder):
        pass

    rescue = rescue_of(folder, now=lambda: NOON)
    assert rescue.restore(rescue.backups()[0]) == queued


def test_a_crash_while_a_backup_is_brought_in_is_gone_on_with(folder, keychain):
    backup, queued, _ = backed_up(folder)
    rescue_of(folder, now=lambda: NOON).restore(backup)
    set_aside(folder.history_file, now=NOON)

    with program(folder) as services:
        assert count(services, Status.UNKNOWN) == queued


def test_where_it_cannot_be_noted_what_was_forgotten_nothing_is_brought_in(folder, keychain):
    backup, _, _ = backed_up(folder)
    rescue_of(folder, now=lambda: NOON).restore(backup)
    folder.claim_memory.mkdir()

    with pytest.raises(HistoryUnusable, match="tas i bruk"), program(folder):
        pass

    assert not list(folder.root.glob("*.undan"))


def test_a_plain_history_that_is_damaged_is_recognised_too(folder):
    with program(folder) as services:
        services.safekeeping.back_up()
    damage(folder.history_file)

    with pytest.raises(HistoryDamaged), program(folder):
        pass

    rescue = rescue_of(folder, now=lambda: NOON)
    assert rescue.restore(rescue.backups()[0]) == 0
    with program(folder) as services:
        assert not services.safekeeping.state().is_encrypted


def test_another_pc_opens_a_backup_with_the_recovery_key(folder, keychain, tmp_path):
    backup, queued, key = backed_up(folder)
    keychain.kept.clear()
    other = DataFolder(tmp_path / "another")
    with program(other) as services:
        rescue = services.safekeeping.rescue
        assert rescue.needs_recovery_key(backup)
        own = paper(services)
        with pytest.raises(RecoveryKeyWrong, match="en annan historik"):
            rescue.restore(backup, recovery_key=own)

        rescue.restore(backup, recovery_key=key)

    with program(other) as services:
        assert count(services, Status.UNKNOWN) == queued
        assert paper(services) == key


def test_a_history_whose_key_is_lost_is_opened_with_the_recovery_key(folder, keychain):
    _, queued, key = backed_up(folder)
    keychain.kept.clear()
    with pytest.raises(HistoryLocked, match="återställningsnyckeln"), program(folder):
        pass

    rescue_of(folder, now=lambda: NOON).unlock(key.lower())

    with program(folder) as services:
        assert count(services) == queued


def test_a_copy_of_the_data_folder_opens_nowhere_else(folder, keychain, tmp_path):
    backed_up(folder)
    keychain.kept.clear()
    shutil.copytree(folder.root, tmp_path / "thief")

    with pytest.raises(HistoryLocked), program(DataFolder(tmp_path / "thief")):
        pass


def test_what_is_no_whole_backup_is_refused_and_changes_nothing(folder, keychain):
    backup, queued, _ = backed_up(folder)
    whole = bytearray(backup.path.read_bytes())
    whole[-1000] ^= 1
    backup.path.write_bytes(whole)

    with pytest.raises(HistoryDamaged):
        rescue_of(folder, now=lambda: NOON).restore(backup)

    with program(folder) as services:
        assert count(services, Status.QUEUED) == queued


@pytest.mark.parametrize("place", ["OneDrive - Region", "Dropbox"])
def test_a_data_folder_that_is_synced_is_refused_in_test_mode_too(tmp_path, place: str):
    folder = DataFolder(tmp_path / place / "Kallelser")

    with pytest.raises(SettingsUnreadable, match="synkas"), program(folder):
        pass

    assert "synkas" in history_problem(folder)
