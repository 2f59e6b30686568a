"""Which encoding a table is written in, and what is told where it is not a usual one."""

import pytest

from app.adapters.booking_files.encodings import ENCODINGS, find_encoding
from app.adapters.booking_files.table import read_table

SWEDISH = "Bokning;Förnamn;Ort\r\n1;Håkan;Värnamo\r\n2;Désirée;Åmål\r\n"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("cp1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("ascii", "utf-8"),
        ("cp850", "cp850"),
        ("cp437", "cp850"),
        ("mac_roman", "mac_roman"),
    ],
)
def test_the_encodings_of_swedish_programs_are_found(written: str, found: str):
    assert find_encoding(SWEDISH.encode(written, errors="replace")) == found


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("cp850", "MS-DOS"), ("mac_roman", "äldre Mac")],
)
def test_an_encoding_that_is_told_by_its_letters_is_told_of(encoding: str, told: str):
    table = read_table(SWEDISH.encode(encoding))

    assert [record.cells for record in table.records][1:] == [
        ("1", "Håkan", "Värnamo"),
        ("2", "Désirée", "Åmål"),
    ]
    (note,) = table.notes
    assert told in note


@pytest.mark.parametrize(
    "text",
    [
        "Bokning;Namn\r\n1;„Lillan” Berg\r\n",
        "Bokning;Namn\r\n1;Tomašec\r\n2;Škoda\r\n",
        "Bokning;Namn\r\n1;Sj”berg\r\n2;Öberg\r\n",
        "Bokning;Namn\r\n1;O’Connor – 20 †\r\n",
        "Bokning;Namn\r\n1;Hélène\r\n",
    ],
)
def test_a_windows_file_is_never_taken_for_another(text: str):
    assert find_encoding(text.encode("cp1252")) == "cp1252"


def test_french_in_dos_is_not_taken_for_a_mac():
    assert find_encoding("1;Hélène\r\n".encode("cp850")) == "cp1252"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_encoding_that_a_person_chose_is_not_guessed(encoding: str):
    table = read_table("Namn;Ort\r\nSjö;Åmål\r\n".encode(encoding), encoding=encoding)

    assert [record.cells for record in table.records] == [("Namn", "Ort"), ("Sjö", "Åmål")]
    assert table.notes == []


def test_a_chosen_encoding_that_does_not_fit_shows_its_damage():
    table = read_table("Namn;Ort\r\nSjö;Åmål\r\n".encode("cp1252"), encoding="utf-8-sig")

    assert "\ufffd" in [record.cells for record in table.records][1][0]
