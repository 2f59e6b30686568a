"""The history's key is in the keychain alone; beside the file there is only a note of it."""

import os
from pathlib import Path

import pytest

from app.errors import HistoryLocked, HistoryUnusable, KeychainUnusable, RecoveryKeyWrong
from app.key_place import KeyPlace
from app.recovery_key import fingerprint
from tests.fakes import NOON, later
from tests.own_keychain import OwnKeychain


class Forgetful(OwnKeychain):
    """Says that it has kept what it has not."""

    def set(self, name: str, secret: str) -> None:
        pass


@pytest.fixture
def keychain() -> OwnKeychain:
    return OwnKeychain()


@pytest.fixture
def place(tmp_path: Path, keychain: OwnKeychain) -> KeyPlace:
    return KeyPlace(tmp_path / "note.json", keychain, random=os.urandom)


def test_there_is_no_key_before_one_is_made(place):
    assert (place.key(), place.note) == (None, None)


def test_a_key_that_was_made_is_found_again_and_stands_in_no_file(place, tmp_path):
    key = place.make(at=NOON)

    assert place.key() == key
    for file in tmp_path.iterdir():
        assert key.hex() not in file.read_text("utf-8")


def test_without_a_keychain_no_key_is_made(place, keychain, tmp_path):
    keychain.is_shut = True

    with pytest.raises(KeychainUnusable):
        place.make(at=NOON)

    assert list(tmp_path.iterdir()) == []


def test_a_keychain_that_forgets_is_found_out_before_anything_is_written(tmp_path):
    place = KeyPlace(tmp_path / "note.json", Forgetful(), random=os.urandom)

    with pytest.raises(KeychainUnusable, match="sparade inte"):
        place.make(at=NOON)

    assert place.note is None


@pytest.mark.parametrize("kept", ["", "00" * 32, "ff"])
def test_a_key_that_is_not_in_the_keychain_is_asked_for(place, keychain, kept: str):
    place.make(at=NOON)
    keychain.kept = dict.fromkeys(keychain.kept, kept)

    with pytest.raises(HistoryLocked, match="återställningsnyckeln"):
        place.key()


def test_a_keychain_that_is_locked_is_told_as_that(place, keychain):
    place.make(at=NOON)
    keychain.is_shut = True

    with pytest.raises(HistoryLocked, match="Lås upp den"):
        place.key()


def test_the_recovery_key_puts_the_key_back(place, keychain):
    key = place.make(at=NOON)
    keychain.kept.clear()

    place.take_in(key, at=later(hours=1))

    assert place.key() == key
    assert place.note.made_at == NOON


def test_the_recovery_key_of_another_history_is_refused(place):
    key = place.make(at=NOON)

    with pytest.raises(RecoveryKeyWrong, match="en annan historik"):
        place.take_in(bytes(32), at=NOON)

    assert place.key() == key


def test_that_the_paper_is_kept_is_noted_with_who_and_when(place):
    place.make(at=NOON)

    place.note_kept(who="anna", at=later(hours=1))

    assert (place.note.kept_by, place.note.kept_at) == ("anna", later(hours=1))


def test_another_key_can_come_in_place_and_the_old_one_is_still_known(place):
    old, new = place.make(at=NOON), bytes(32)

    place.keep(new)
    place.use(fingerprint(new), at=later(hours=1))

    assert place.key() == new
    assert place.named(fingerprint(old)) == old
    assert place.note.made_at == later(hours=1)


def test_using_the_key_that_is_used_changes_nothing(place):
    key = place.make(at=NOON)
    place.note_kept(who="anna", at=NOON)

    place.use(fingerprint(key), at=later(hours=1))

    assert place.note.kept_by == "anna"


def test_of_a_keychain_that_is_shut_no_key_is_known(place, keychain):
    key = place.make(at=NOON)
    keychain.is_shut = True

    assert place.named(fingerprint(key)) is None


def test_nothing_is_noted_where_there_is_no_key(place):
    place.note_kept(who="anna", at=NOON)

    assert place.note is None


def test_a_note_that_cannot_be_read_is_told(place, tmp_path):
    (tmp_path / "note.json").write_text("{}")

    with pytest.raises(HistoryUnusable, match="nyckel"):
        place.key()


def test_a_note_that_cannot_be_written_is_told(tmp_path, keychain):
    place = KeyPlace(tmp_path / "saknas" / "note.json", keychain, random=os.urandom)

    with pytest.raises(HistoryUnusable, match="nyckel"):
        place.make(at=NOON)
