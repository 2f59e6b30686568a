"""The language and the looks are known before anything is imported or painted."""

from pathlib import Path

import pytest

from app.appearance import Appearance
from app.early_settings import EarlySettings, early_settings


@pytest.mark.parametrize("chosen", Appearance)
def test_the_looks_are_what_the_clinic_has_chosen(tmp_path: Path, chosen: Appearance):
    path = tmp_path / "settings.toml"
    path.write_text(f'unit = "SE2321000131-E1"\nappearance = "{chosen}"\n', "utf-8")

    assert early_settings(path).appearance is chosen


def test_the_language_is_what_the_clinic_has_chosen(tmp_path: Path):
    path = tmp_path / "settings.toml"
    path.write_text('language = "en"\nregion = "jonkoping"\n', "utf-8")

    assert early_settings(path).language == "en"


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b'language = "sv"',
        b'language = "de"\nappearance = "pink"',
        b"language = [",
        b"appearance = 7",
        b"appearance = []",
        b"\xff",
    ],
)
def test_where_nothing_is_chosen_it_is_swedish_and_as_the_system(
    tmp_path: Path, content: bytes | None
):
    path = tmp_path / "settings.toml"
    if content is not None:
        path.write_bytes(content)

    assert early_settings(path) == EarlySettings(language="sv", appearance=Appearance.SYSTEM)


def test_a_fault_in_one_choice_leaves_the_other(tmp_path: Path):
    path = tmp_path / "settings.toml"
    path.write_text('language = "en"\nappearance = "pink"\n', "utf-8")

    assert early_settings(path) == EarlySettings(language="en")
