"""A choice is kept or refused with a sentence, and says when it is used."""

from pathlib import Path

import pytest

from app.adapters.own_settings import TomlSettingsShelf
from app.choices import Choices, with_choice
from app.errors import NotSaved, SettingsUnreadable
from app.settings import Settings, load_settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def choices(path: Path) -> Choices:
    only_folder_a = {"bookings_folder": lambda text: "" if text == "a" else "Mappen finns inte."}
    return Choices(TomlSettingsShelf(path), in_use=Settings(), checks=only_folder_a)


def test_a_choice_is_kept_in_the_file(choices: Choices, path: Path):
    problem = choices.choose("unit", "SE2321000057-EXEMPEL1")

    assert problem == ""
    assert load_settings(path).unit == choices.text("unit") == "SE2321000057-EXEMPEL1"


def test_without_the_right_to_change_settings_one_chooses_only_for_oneself(path: Path):
    shelf = TomlSettingsShelf(path)
    choices = Choices(shelf, in_use=Settings(), checks={}, reason_against_changes="Får inte.")

    refused = choices.choose("connection.url", "https://1177.invalid")
    kept = choices.choose("language", "en")

    assert (refused, kept) == ("Får inte.", "")
    assert choices.chosen == Settings(language="en")


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("connection.url", "http://1177.invalid", "https://"),
        ("connection.logical_address", "två ord", "utan mellanslag"),
        ("connection.on_behalf_of", "SÖ1", "utan å, ä och ö"),
        ("cover_after_minutes", "tio", "hela minuter"),
        ("bookings_folder", "b", "Mappen finns inte"),
    ],
)
def test_what_cannot_be_chosen_is_told_and_nothing_is_kept(
    choices: Choices, path: Path, key: str, text: str, sentence: str
):
    problem = choices.choose(key, text)

    assert sentence in problem
    assert choices.chosen == Settings()
    assert not path.exists()


def test_an_empty_folder_is_the_programs_own_and_needs_no_check(choices: Choices):
    choices.choose("bookings_folder", "a")

    assert choices.choose("bookings_folder", "") == ""
    assert choices.chosen == Settings()


@pytest.mark.parametrize("key", ["unit", "bookings_folder", "connection.source_system"])
def test_what_is_used_at_once_waits_for_no_restart(choices: Choices, key: str):
    choices.choose(key, "a")

    assert not choices.waits(key)


def test_what_is_built_in_waits_for_a_restart_until_it_is_as_it_was(choices: Choices):
    choices.choose("language", "en")
    changed = choices.waits("language")
    choices.choose("language", "sv")

    assert changed
    assert not choices.waits("language")


def test_a_persons_own_words_and_order_stay_in_the_file(choices: Choices, path: Path):
    path.write_bytes(
        b'# Vi pa rontgen\r\nprinter = "Kopiering 2" # vid disken\r\nregion = "jonkoping"\r\n'
        b'\r\n[connection]\r\n# fran best\xc3\xa4llningen\r\nlogical_address = "X"\r\n'
    )
    before = path.read_bytes()

    choices.choose("region", "annan")

    assert path.read_bytes() == before.replace(b'"jonkoping"', b'"annan"')


def test_a_choice_in_a_table_makes_the_table(choices: Choices, path: Path):
    choices.choose("connection.source_system", "KALLELSER")

    assert load_settings(path).connection.source_system == "KALLELSER"


def test_what_somebody_else_has_written_meanwhile_is_not_undone(choices: Choices, path: Path):
    path.write_text('printer = "Ny"\n', "utf-8")

    choices.choose("unit", "SE1")

    assert load_settings(path) == Settings(printer="Ny", unit="SE1")


def test_a_number_is_kept_as_a_number(choices: Choices, path: Path):
    choices.choose("cover_after_minutes", "12")

    assert "cover_after_minutes = 12\n" in path.read_text("utf-8")


@pytest.mark.parametrize("content", [b"region = ", b"okand = 1\n", b"connection = 'x'\n"])
def test_a_broken_file_is_left_alone(choices: Choices, path: Path, content: bytes):
    path.write_bytes(content)

    with pytest.raises(SettingsUnreadable, match="inget är ändrat"):
        choices.choose("connection.contract", "1.0")

    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_written_in_is_told(tmp_path: Path):
    shelf = TomlSettingsShelf(tmp_path / "borta" / "settings.toml")

    with pytest.raises(NotSaved, match="inte sparad"):
        shelf.change("unit", "SE1")


def test_a_choice_leaves_the_other_settings_of_its_table():
    settings = with_choice(Settings(), "connection.source_system", "A")

    settings = with_choice(settings, "connection.contract", "1.0")

    assert (settings.connection.source_system, settings.connection.contract) == ("A", "1.0")
