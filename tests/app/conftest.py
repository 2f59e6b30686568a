"""A real store for the tests of the product."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.adapters.store import SqliteStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "history.sqlite3") as made:
        yield made
