"""Looking before sending: how much is enough, and for how long it is remembered."""

from pathlib import Path

import pytest

from app.first_look import FirstLook


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "first_look.json"


def look_at(look: FirstLook, number: int, *, on_paper: bool = False, version: str = "v1") -> None:
    for place in range(number):
        look.note(f"bokning {place}", version=version, on_paper=on_paper)


def test_three_letters_are_looked_at_and_one_of_them_on_paper_where_there_is_one(file: Path):
    look = FirstLook(file)

    before = look.left("v1", ready=43, on_paper=10)
    look_at(look, 3)
    without_paper = look.left("v1", ready=43, on_paper=10)
    look.note("bokning 9", version="v1", on_paper=True)

    assert before == (3, True)
    assert without_paper == (1, True)
    assert look.left("v1", ready=43, on_paper=10) == (0, False)


def test_where_no_letter_goes_on_paper_none_is_asked_for(file: Path):
    look = FirstLook(file)
    look_at(look, 1)

    assert look.left("v1", ready=43, on_paper=0) == (2, False)


def test_of_a_list_with_fewer_than_three_all_are_looked_at(file: Path):
    look = FirstLook(file)
    look_at(look, 1)

    assert look.left("v1", ready=2, on_paper=0) == (1, False)
    assert look.left("v1", ready=1, on_paper=0) == (0, False)
    assert look.left("v1", ready=0, on_paper=0) == (0, False)


def test_the_same_letter_looked_at_again_is_one_letter(file: Path):
    look = FirstLook(file)
    for _ in range(3):
        look_at(look, 1)

    assert look.left("v1", ready=43, on_paper=0) == (2, False)


def test_what_was_enough_is_remembered_after_a_restart_and_what_was_not_is_not(file: Path):
    look = FirstLook(file)
    look_at(look, 3, on_paper=True, version="v1")
    look_at(look, 2, on_paper=True, version="v2")

    again = FirstLook(file)

    assert again.left("v1", ready=43, on_paper=10) == (0, False)
    assert again.left("v2", ready=43, on_paper=10) == (3, True)


def test_a_letter_on_paper_is_still_asked_for_after_three_that_went_to_1177(file: Path):
    look_at(FirstLook(file), 3)
    again = FirstLook(file)

    asked = again.left("v1", ready=43, on_paper=10)
    again.note("på papper", version="v1", on_paper=True)

    assert asked == (1, True)
    assert FirstLook(file).left("v1", ready=43, on_paper=10) == (0, False)


def test_an_earlier_version_is_remembered_beside_a_new_one(file: Path):
    look = FirstLook(file)
    for version in ("v1", "v2"):
        look_at(look, 3, on_paper=True, version=version)

    assert FirstLook(file).left("v1", ready=43, on_paper=10) == (0, False)


@pytest.mark.parametrize("content", ["", "[]", "{", '"v1"'])
def test_a_file_that_cannot_be_read_only_means_that_one_looks_once_more(file: Path, content: str):
    file.write_text(content, "utf-8")

    assert FirstLook(file).left("v1", ready=43, on_paper=10) == (3, True)


def test_a_file_that_cannot_be_written_keeps_nobody_from_sending(tmp_path: Path):
    look = FirstLook(tmp_path / "finns inte" / "first_look.json")
    look_at(look, 3, on_paper=True)

    assert look.left("v1", ready=43, on_paper=10) == (0, False)


def test_nothing_of_a_booking_is_kept(file: Path):
    look_at(FirstLook(file), 3)

    assert file.read_text("utf-8") == '{"v1": false}'
