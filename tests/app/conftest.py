"""What tests of the product share: a real store, and templates that two people work on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.adapters.store import SqliteStore
from app.publishing import Publishing
from tests.two_logins import KIM, ROBIN, at_work, small_templates


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "history.sqlite3") as made:
        yield made


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return small_templates(tmp_path / "mallar")


@pytest.fixture
def kim(shared: Path) -> Publishing:
    return at_work(KIM, shared)


@pytest.fixture
def robin(shared: Path) -> Publishing:
    return at_work(ROBIN, shared)
