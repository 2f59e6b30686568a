"""A clinic's settings are used, and a broken file is said to be so."""

import pytest

from app.errors import SettingsUnreadable
from app.settings import DataFolder, Paper, Settings, load_settings


def test_without_a_file_the_program_has_its_own_settings(tmp_path):
    assert load_settings(tmp_path / "settings.toml") == Settings()


def test_what_a_person_has_written_is_used(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('# Rör inte!\nprint_house_folder = "/tryckeri åäö"\n', "utf-8")

    assert load_settings(path) == Settings(print_house_folder="/tryckeri åäö")


def test_the_printer_and_the_shared_folder_are_chosen_in_the_file(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('paper = "printer"\nprinter = "Kopiering 2"\nclaim_folder = "S:/kallelser"\n')

    chosen = load_settings(path)

    assert (chosen.paper, chosen.printer) == (Paper.PRINTER, "Kopiering 2")
    assert chosen.claim_folder == "S:/kallelser"


@pytest.mark.parametrize(("minutes", "is_usable"), [(0, True), (120, True), (-1, False)])
def test_when_persons_are_hidden_is_a_number_of_minutes(tmp_path, minutes, is_usable):
    path = tmp_path / "settings.toml"
    path.write_text(f"cover_after_minutes = {minutes}\n")

    if is_usable:
        assert load_settings(path).cover_after_minutes == minutes
    else:
        with pytest.raises(SettingsUnreadable):
            load_settings(path)


@pytest.mark.parametrize(
    "content",
    [b"paper = 'fax'", b"region = ", b"okand = 1", b"region = 7", "region = 'Å'".encode("cp1252")],
    ids=["no such paper", "no TOML", "unknown name", "no text", "no UTF-8"],
)
def test_a_broken_file_is_named_and_left_alone(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)

    with pytest.raises(SettingsUnreadable, match=r"settings\.toml"):
        load_settings(path)

    assert path.read_bytes() == content


def test_a_folder_in_the_place_of_the_file_is_said_to_be_unusable(tmp_path):
    with pytest.raises(SettingsUnreadable):
        load_settings(tmp_path)


def test_everything_the_program_writes_lies_in_its_own_folder(tmp_path):
    folder = DataFolder(tmp_path)
    paths = (
        folder.settings_file,
        folder.history_file,
        folder.test_inbox,
        folder.samples,
        folder.claim_memory,
        folder.print_house(Settings()),
    )

    assert {path.parent for path in paths} == {tmp_path}


def test_the_print_house_folder_can_be_anywhere(tmp_path):
    elsewhere = tmp_path / "utdelad" / "tryckeri"
    settings = Settings(print_house_folder=str(elsewhere))

    assert DataFolder(tmp_path / "data").print_house(settings) == elsewhere


def test_the_connection_is_the_test_inbox_unless_somebody_says_otherwise():
    assert Settings().connection.mode == "test"


@pytest.mark.parametrize(
    "line",
    [
        'mode = "skarp"',
        'url = "http://1177.invalid/"',
        'contract = "../2.0"',
        'on_behalf_of = "SE1\\r\\nx: y"',
        'logical_address = "två ord"',
        "okand = 1",
    ],
)
def test_a_connection_that_makes_no_sense_is_refused(tmp_path, line):
    path = tmp_path / "settings.toml"
    path.write_text(f"[connection]\n{line}\n", "utf-8")

    with pytest.raises(SettingsUnreadable):
        load_settings(path)


def test_a_file_that_notepad_has_saved_with_its_mark_is_read(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_bytes('\ufeffunit = "SE2321000057-EXEMPEL1"'.encode())

    assert load_settings(path).unit == "SE2321000057-EXEMPEL1"
