"""Own layouts are kept as files that a person can read, and a broken one is named."""

from datetime import date
from pathlib import Path

import pytest

from app.adapters.own_layouts import TomlLayoutShelf
from app.errors import SettingsUnreadable
from app.layouts import DateOrder, OwnLayout

OLD = OwnLayout(
    name="Mammografi: vecka/dag",
    care_system="sectra",
    columns={"person_id": "Vem", "starts_at": "När"},
    header=("Vem", "När", "Å"),
    unit="SE2321000057-EXEMPEL5",
    date_order=DateOrder.DAY_FIRST,
    saved_by="karin",
    saved_on=date(2026, 11, 20),
)
NEW = OLD.model_copy(update={"name": "Nyare", "saved_on": date(2026, 11, 23)})


def test_layouts_are_kept_whole_with_the_newest_first(tmp_path: Path):
    shelf = TomlLayoutShelf(tmp_path / "layouts")

    empty = shelf.layouts()
    shelf.keep(OLD)
    shelf.keep(NEW)

    assert empty == ()
    assert shelf.layouts() == (NEW, OLD)


def test_a_layout_with_the_same_name_takes_the_place_of_the_old_one(tmp_path: Path):
    shelf = TomlLayoutShelf(tmp_path)
    shelf.keep(OLD)

    shelf.keep(OLD.model_copy(update={"unit": ""}))

    assert [layout.unit for layout in shelf.layouts()] == [""]


def test_the_file_of_a_layout_can_be_read_by_a_person(tmp_path: Path):
    TomlLayoutShelf(tmp_path).keep(OLD)

    (path,) = tmp_path.iterdir()

    assert path.name == "mammografi_vecka_dag.toml"
    assert "# En egen exportlayout" in path.read_text("utf-8")
    assert 'starts_at = "När"' in path.read_text("utf-8")


@pytest.mark.parametrize("content", [b"name = ", b"\xff", b'name = "utan vardsystem"'])
def test_a_broken_layout_is_named_with_what_to_do(tmp_path: Path, content: bytes):
    (tmp_path / "trasig.toml").write_bytes(content)

    with pytest.raises(SettingsUnreadable) as caught:
        TomlLayoutShelf(tmp_path).layouts()

    assert "trasig.toml" in caught.value.what
    assert "frågar programmet om kolumnerna igen" in caught.value.todo


def test_a_layout_that_vanishes_while_the_folder_is_read_is_not_there(tmp_path: Path):
    TomlLayoutShelf(tmp_path).keep(OLD)
    # Listed, and yet not to be opened: as a file that is removed at that moment.
    (tmp_path / "borta.toml").symlink_to(tmp_path / "finns inte")

    layouts = TomlLayoutShelf(tmp_path).layouts()

    assert layouts == (OLD,)


def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path):
    (tmp_path / "layouts").write_text("en fil, ingen mapp")

    with pytest.raises(SettingsUnreadable) as caught:
        TomlLayoutShelf(tmp_path / "layouts").keep(OLD)

    assert "kan ändå läsas nu" in caught.value.todo


def test_a_layout_that_is_taken_away_is_gone_and_the_others_are_left(tmp_path: Path):
    shelf = TomlLayoutShelf(tmp_path)
    shelf.keep(OLD)
    shelf.keep(NEW)

    shelf.remove(OLD)
    shelf.remove(OLD)

    assert shelf.layouts() == (NEW,)


def test_a_layout_that_cannot_be_taken_away_is_told_of(tmp_path: Path):
    (tmp_path / f"{OLD.key}.toml").mkdir()

    with pytest.raises(SettingsUnreadable) as caught:
        TomlLayoutShelf(tmp_path).remove(OLD)

    assert caught.value.what == "Layouten går inte att ta bort."
