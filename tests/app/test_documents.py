"""Lists as documents, and files that are saved whole or not at all."""

from pathlib import Path

import pytest

from app.documents import Document, Table, list_document, save_file
from app.errors import NotSaved
from tests.fakes import NOON


def test_the_first_line_of_a_list_is_its_headers():
    lines = (("Rad", "Patient"), ("2", "Märta"), ("3", "Örjan"))

    made = list_document("Lista", "Förstör den.", lines=lines, written_at=NOON)

    table = Table("", ("Rad", "Patient"), (("2", "Märta"), ("3", "Örjan")))
    assert made == Document("Lista", ("Förstör den.",), (table,), NOON)


def test_it_is_saved_whole(tmp_path: Path):
    save_file(b"Rad", tmp_path / "lista.csv")

    assert (tmp_path / "lista.csv").read_bytes() == b"Rad"
    assert [path.name for path in tmp_path.iterdir()] == ["lista.csv"]


def test_a_place_where_nothing_can_be_written_is_told(tmp_path: Path):
    with pytest.raises(NotSaved, match="Filen kunde inte sparas"):
        save_file(b"Rad", tmp_path / "finns inte" / "lista.csv")
