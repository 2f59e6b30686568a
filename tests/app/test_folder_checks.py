"""Folders are looked at before they are chosen, and the program's own where it lies."""

from pathlib import Path

import pytest

from app.folder_checks import (
    data_folder_warning,
    file_problem,
    folder_problem,
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


def test_a_folder_that_may_not_be_written_in_is_told(tmp_path: Path, monkeypatch):
    # Whoever runs the tests as the system's own user may write everywhere.
    monkeypatch.setattr("app.folder_checks.os.access", lambda *_: False)

    assert "får inte skriva" in writable_folder_problem(str(tmp_path))


@pytest.mark.parametrize("text", ["//server/hem/Kallelser", r"\\server\hem\Kallelser"])
def test_a_database_on_the_network_is_warned_of(text: str):
    assert "på nätverket" in data_folder_warning(Path(text))


@pytest.mark.parametrize(
    "text", ["C:/Users/anna/OneDrive - Region/Kallelser", "/home/anna/Dropbox/Kallelser"]
)
def test_a_database_in_a_folder_that_is_synced_is_warned_of(text: str):
    assert "synkas" in data_folder_warning(Path(text))


def test_a_folder_on_the_computers_own_disk_is_fine(tmp_path: Path):
    assert data_folder_warning(tmp_path) == ""
