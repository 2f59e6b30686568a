"""The key of letter ids is made once, is the clinic's where PCs share one, and is never lost."""

from pathlib import Path

import pytest

from app.errors import SettingsUnreadable, Unreachable
from app.letter_key import keyed_name, letter_key


def made_of(byte: bytes):
    return lambda number: byte * number


def out_of_reach() -> bytes:
    raise Unreachable("Mappen går inte att nå.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "brevnyckel.bin"


def test_a_pc_of_its_own_makes_its_key_once(path: Path):
    first = letter_key(path, shared=None, random=made_of(b"a"))
    again = letter_key(path, shared=None, random=made_of(b"b"))

    assert first == again == b"a" * 32


def test_where_pcs_share_a_key_each_has_that_one(path: Path):
    letter_key(path, shared=None, random=made_of(b"a"))

    assert letter_key(path, shared=lambda: b"shared", random=made_of(b"b")) == b"shared"


def test_the_shared_key_is_remembered_for_when_it_is_out_of_reach(path: Path):
    letter_key(path, shared=lambda: b"shared", random=made_of(b"a"))

    assert letter_key(path, shared=out_of_reach, random=made_of(b"b")) == b"shared"


def test_before_the_shared_key_was_ever_reached_letters_can_be_looked_at(path: Path):
    assert letter_key(path, shared=out_of_reach, random=made_of(b"a")) == b"a" * 32


def test_a_key_that_cannot_be_read_is_told_and_never_made_anew(path: Path):
    path.mkdir()

    with pytest.raises(SettingsUnreadable, match=r"brevnyckel\.bin"):
        letter_key(path, shared=None, random=made_of(b"a"))


def test_a_name_tells_nothing_without_its_key():
    assert keyed_name("191212121212", key=b"a") != keyed_name("191212121212", key=b"b")
