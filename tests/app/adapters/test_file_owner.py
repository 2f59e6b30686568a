"""Whose a file is, is what the operating system says."""

import os
import sys
from pathlib import Path

import pytest

from app.adapters.file_owner import owner_of
from app.adapters.system_user import system_user

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells owners by SID")


def test_a_file_belongs_to_who_made_it(tmp_path: Path):
    file = tmp_path / "fil"
    file.write_text("")

    assert owner_of(file) == system_user().account


@posix
@pytest.mark.skipif(owner_of(Path("/")) != system_user().account, reason="only root gives away")
def test_a_file_that_is_given_away_belongs_to_the_other(tmp_path: Path):
    file = tmp_path / "fil"
    file.write_text("")
    os.chown(file, 9001, -1)

    assert owner_of(file) == "uid:9001"


@posix
def test_of_a_file_that_is_not_there_nothing_is_told(tmp_path: Path):
    assert owner_of(tmp_path / "saknas") == ""
