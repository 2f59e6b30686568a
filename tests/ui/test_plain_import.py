"""What is imported is not searched for a feature of PySide6."""

import builtins
import importlib
import sys
from pathlib import Path

import pytest

from ui.plain_import import import_plainly


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("searched", "left_alone"):
        (tmp_path / f"{name}.py").touch()
    importlib.invalidate_caches()


def test_a_module_is_imported_without_being_searched():
    import_plainly()

    import left_alone  # type: ignore[import-not-found]  # noqa: F401, PLC0415 - made just now

    assert "left_alone" not in _searched()


def test_pyside6_by_itself_still_searches_each():
    import searched  # type: ignore[import-not-found]  # noqa: F401, PLC0415 - made just now

    assert "searched" in _searched()


def _searched() -> dict[str, int]:
    found: dict[str, int] = sys.modules["__feature__"].pyside_feature_dict
    return found
