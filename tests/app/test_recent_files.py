"""The files that were opened last are offered again, and trouble with the list disturbs nobody."""

from pathlib import Path

import pytest

from app.recent_files import RecentFiles


@pytest.fixture
def recent(tmp_path: Path) -> RecentFiles:
    return RecentFiles(tmp_path / "recent_files.json")


def test_before_anything_has_been_opened_there_is_none(recent: RecentFiles):
    assert recent.newest_first() == ()


def test_the_three_that_were_opened_last_are_kept_newest_first(recent: RecentFiles):
    paths = [Path(f"/bokningar/{name}.csv").absolute() for name in ("mån", "tis", "ons", "tor")]

    for path in paths:
        recent.remember(path)

    assert recent.newest_first() == (paths[3], paths[2], paths[1])


def test_a_file_that_is_opened_again_stands_once(recent: RecentFiles):
    one, other = (Path(f"/bokningar/{name}.csv").absolute() for name in ("ett", "två"))

    for path in (one, other, one):
        recent.remember(path)

    assert recent.newest_first() == (one, other)


@pytest.mark.parametrize("content", [b"", b"{", b"7", b"[7]", b"\xff"])
def test_a_list_that_cannot_be_read_is_none_and_is_written_anew(
    recent: RecentFiles, content: bytes
):
    recent.file.write_bytes(content)

    before = recent.newest_first()
    recent.remember(Path("/bokningar/a.csv"))

    assert before == ()
    assert recent.newest_first() == (Path("/bokningar/a.csv").absolute(),)


def test_a_list_that_cannot_be_written_stops_nobody(tmp_path: Path):
    recent = RecentFiles(tmp_path / "no such folder" / "recent_files.json")

    recent.remember(Path("/bokningar/a.csv"))

    assert recent.newest_first() == ()


def test_a_file_whose_name_is_no_utf_8_is_kept_as_it_is_named(recent: RecentFiles):
    path = Path("/bokningar/\udcff.csv").absolute()

    recent.remember(path)

    assert recent.newest_first() == (path,)
