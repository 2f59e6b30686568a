"""Folders are looked at before they are chosen, and the program's own where it lies."""

from pathlib import Path
from typing import NamedTuple

import pytest

from app.folder_checks import (
    data_folder_problem,
    file_problem,
    folder_problem,
    found_in,
    writable_folder_problem,
)


def test_a_folder_that_is_there_is_no_problem(tmp_path: Path):
    assert folder_problem(str(tmp_path)) == writable_folder_problem(str(tmp_path)) == ""


@pytest.mark.parametrize("check", [folder_problem, writable_folder_problem, file_problem])
def test_what_is_not_there_is_told(tmp_path: Path, check):
    assert "finns inte" in check(str(tmp_path / "borta"))


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path):
    file = tmp_path / "fil"
    file.write_text("")

    assert folder_problem(str(file))
    assert not file_problem(str(file))
    assert file_problem(str(tmp_path))


@pytest.mark.parametrize("check", [folder_problem, writable_folder_problem, file_problem])
def test_what_the_system_refuses_to_look_for_is_told_as_not_there(tmp_path: Path, check):
    # As in a folder that may not be entered; but who runs the tests may perhaps enter any.
    assert "finns inte" in check(str(tmp_path / ("x" * 300)))


def test_nothing_is_found_where_the_system_refuses_to_look(tmp_path: Path):
    for name in ("b.csv", "a.csv", "a.txt"):
        (tmp_path / name).touch()

    assert [path.name for path in found_in(tmp_path, "*.csv")] == ["a.csv", "b.csv"]
    assert found_in(tmp_path / "borta", "*") == found_in(tmp_path / ("x" * 300), "*") == ()


def test_a_folder_that_may_not_be_written_in_is_told(tmp_path: Path, monkeypatch):
    # Whoever runs the tests as the system's own user may write everywhere.
    monkeypatch.setattr("app.folder_checks.os.access", lambda *_: False)

    assert "får inte skriva" in writable_folder_problem(str(tmp_path))


@pytest.mark.parametrize("text", ["//server/hem/Kallelser", r"\\server\hem\Kallelser"])
def test_a_database_on_the_network_is_refused(text: str):
    """F9"""
    assert "på nätverket" in data_folder_problem(Path(text))


@pytest.mark.parametrize(
    "text", ["C:/Users/anna/OneDrive - Region/Kallelser", "/home/anna/Dropbox/Kallelser"]
)
def test_a_database_in_a_folder_that_is_synced_is_refused(text: str):
    assert "synkas" in data_folder_problem(Path(text))


class Mount(NamedTuple):
    mountpoint: str
    fstype: str
    opts: str = "rw"


@pytest.mark.parametrize("fstype", ["nfs4", "cifs", "fuse.sshfs", "SMB3"])
def test_a_share_that_is_mounted_is_on_the_network(tmp_path: Path, fstype: str):
    mounts = (Mount("/", "ext4"), Mount(str(tmp_path), fstype))

    assert "på nätverket" in data_folder_problem(tmp_path / "Kallelser", mounts=lambda: mounts)


def test_a_drive_that_windows_has_mapped_is_on_the_network(tmp_path: Path):
    mounts = (Mount(str(tmp_path), "NTFS", "rw,remote"),)

    assert "på nätverket" in data_folder_problem(tmp_path / "Kallelser", mounts=lambda: mounts)


def test_a_local_disk_inside_a_share_is_local(tmp_path: Path):
    mounts = (Mount(str(tmp_path.parent), "nfs"), Mount(str(tmp_path), "ext4"))

    assert data_folder_problem(tmp_path / "Kallelser", mounts=lambda: mounts) == ""


def test_where_no_mount_is_known_nothing_is_said(tmp_path: Path):
    assert data_folder_problem(tmp_path, mounts=tuple) == ""


def test_a_folder_under_another_name_that_leads_to_a_share_is_on_the_network(tmp_path: Path):
    (tmp_path / "share").mkdir()
    (tmp_path / "local").symlink_to(tmp_path / "share")
    mounts = (Mount(str(tmp_path / "share"), "cifs"),)

    assert "på nätverket" in data_folder_problem(tmp_path / "local", mounts=lambda: mounts)


def test_the_folder_that_windows_gives_onedrive_is_synced_whatever_its_name(tmp_path: Path):
    environment = {"OneDriveCommercial": str(tmp_path), "OneDrive": ""}

    assert "synkas" in data_folder_problem(tmp_path / "data", environment=environment)


@pytest.mark.parametrize("mark", [".dropbox", ".nextcloudsync.log"])
def test_what_a_service_leaves_in_its_folder_tells_that_it_is_synced(tmp_path: Path, mark: str):
    (tmp_path / mark).write_text("")

    assert "synkas" in data_folder_problem(tmp_path / "data")


def test_a_folder_on_the_computers_own_disk_is_fine(tmp_path: Path):
    assert data_folder_problem(tmp_path) == ""
