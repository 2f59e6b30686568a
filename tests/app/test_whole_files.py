"""Files that are whole or not there at all."""

import errno
import os
from pathlib import Path

import pytest

from app.whole_files import create_whole, unfinished, write_durable, write_whole


def test_a_file_is_written_over_in_one_step(tmp_path: Path):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    write_whole(path, b"new")

    assert path.read_bytes() == b"new"
    assert not unfinished(path).exists()


def test_what_a_crash_left_unfinished_is_no_hindrance(tmp_path: Path):
    path = tmp_path / "a"
    unfinished(path).write_bytes(b"half")

    write_whole(path, b"whole")

    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_failed_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full_disk)

    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")

    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a", b"old")]


def test_a_planted_link_is_not_followed(tmp_path: Path):
    """D2"""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"precious")
    (tmp_path / "link").symlink_to(elsewhere)

    write_durable(tmp_path / "link", b"new")

    assert elsewhere.read_bytes() == b"precious"
    assert (tmp_path / "link").read_bytes() == b"new"


def full_disk(_: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_name_is_given_once_and_what_stands_under_it_stays(tmp_path: Path):
    path = tmp_path / "claim"

    given = [create_whole(path, content, beside=tmp_path / "mine") for content in (b"a", b"b")]

    assert given == [True, False]
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("claim", b"a")]


def test_what_a_crash_left_beside_is_written_anew_and_never_through_to_the_name(tmp_path: Path):
    path, beside = tmp_path / "claim", tmp_path / "mine"
    path.write_bytes(b"a")
    beside.hardlink_to(path)

    assert not create_whole(path, b"b", beside=beside)
    assert path.read_bytes() == b"a"
