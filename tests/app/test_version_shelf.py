"""A version of the templates is kept as it was, or told to be damaged and not used."""

from pathlib import Path

import pytest

from app.errors import NotSaved, TemplateBroken
from app.template_sources import read_sources
from app.version_shelf import VersionShelf, make_shared
from tests.fakes import NOON
from tests.two_logins import KIM, ROBIN

SOURCES = {"elements.toml": "# ord\n", "blocks/avgift.md.j2": "Du betalar.\n"}


@pytest.fixture
def shelf(tmp_path: Path) -> VersionShelf:
    return VersionShelf(tmp_path / "versions")


def keep(shelf: VersionShelf, sources: dict[str, str] = SOURCES) -> str:
    return shelf.keep(sources, author=KIM, at=NOON, note="Först").version


def spoil(file: Path, content: str) -> None:
    file.chmod(0o644)
    file.write_text(content, "utf-8")


def test_a_kept_version_is_what_it_was_and_tells_whose_it_is(shelf: VersionShelf):
    version = keep(shelf)

    about = shelf.get(version)

    assert read_sources(shelf.templates_of(version)) == SOURCES
    assert (about.author, about.account, about.note) == ("kim", "uid:9001", "Först")
    assert about.written_at == NOON
    assert about.short == version[:7]
    shelf.require_whole(version)


def test_nobody_writes_in_a_kept_version(shelf: VersionShelf):
    version = keep(shelf)

    files = [path for path in (shelf.folder / version).rglob("*") if path.is_file()]

    assert {path.stat().st_mode & 0o222 for path in files} == {0}
    assert len(files) == len(SOURCES) + 1


def test_the_same_content_keeps_its_first_author(shelf: VersionShelf):
    version = keep(shelf)

    again = shelf.keep(SOURCES, author=ROBIN, at=NOON, note="Igen")

    assert again == shelf.get(version)
    assert again.author == "kim"


def test_a_changed_text_is_told(shelf: VersionShelf):
    version = keep(shelf)
    spoil(shelf.templates_of(version) / "blocks/avgift.md.j2", "Det är gratis.\n")

    with pytest.raises(TemplateBroken, match=f"Mallversionen {version[:7]} är skadad"):
        shelf.require_whole(version)


def test_a_text_more_is_a_change(shelf: VersionShelf):
    version = keep(shelf)
    (shelf.templates_of(version) / "blocks/extra.md.j2").write_text("Mer.")

    with pytest.raises(TemplateBroken):
        shelf.require_whole(version)


def test_a_text_that_cannot_be_read_is_told_as_damage(shelf: VersionShelf):
    version = keep(shelf)
    file = shelf.templates_of(version) / "blocks/avgift.md.j2"
    file.chmod(0o644)
    file.write_bytes(b"\xff")

    with pytest.raises(TemplateBroken, match="skadad"):
        shelf.require_whole(version)


@pytest.mark.parametrize("word", ["kim", "Först", "2026"])
def test_a_changed_manifest_is_told(shelf: VersionShelf, word: str):
    version = keep(shelf)
    manifest = shelf.folder / version / "version.json"
    spoil(manifest, manifest.read_text("utf-8").replace(word, "2025" if word == "2026" else "X"))

    with pytest.raises(TemplateBroken):
        shelf.get(version)


def test_another_versions_manifest_is_told(shelf: VersionShelf):
    version, other = keep(shelf), keep(shelf, {"elements.toml": ""})
    spoil(
        shelf.folder / version / "version.json",
        (shelf.folder / other / "version.json").read_text("utf-8"),
    )

    with pytest.raises(TemplateBroken):
        shelf.get(version)


def test_a_version_that_is_not_there_is_told(shelf: VersionShelf):
    with pytest.raises(TemplateBroken):
        shelf.get("0" * 64)


def test_keeping_a_damaged_version_once_more_puts_it_right(shelf: VersionShelf):
    version = keep(shelf)
    spoil(shelf.templates_of(version) / "elements.toml", "# annat")

    again = shelf.keep(SOURCES, author=ROBIN, at=NOON, note="Igen")

    assert again.version == version
    shelf.require_whole(version)
    assert [path.name for path in shelf.folder.iterdir()] == [version]


def test_versions_are_listed_without_what_is_damaged_or_half_written(shelf: VersionShelf):
    version, damaged = keep(shelf), keep(shelf, {"elements.toml": ""})
    (shelf.folder / damaged / "version.json").unlink()
    (shelf.folder / ".halv").mkdir()

    assert [one.version for one in shelf.all()] == [version]


def test_a_folder_that_cannot_be_written_in_is_told(tmp_path: Path):
    (tmp_path / "versions").write_text("en fil")

    with pytest.raises(NotSaved):
        keep(VersionShelf(tmp_path / "versions"))


def test_whoever_may_write_in_the_shared_folder_may_propose_and_publish(tmp_path: Path):
    shared = tmp_path / "mallar"
    shared.mkdir()
    shared.chmod(0o775)

    make_shared(shared / "versions" / "published")

    modes = [path.stat().st_mode & 0o777 for path in (shared / "versions").rglob("*")]
    assert modes == [0o775]


def test_kept_versions_are_no_templates_of_the_folder_that_they_lie_in(tmp_path: Path):
    (tmp_path / "elements.toml").write_text("# ord\n")
    keep(VersionShelf(tmp_path / "versions"))

    assert read_sources(tmp_path) == {"elements.toml": "# ord\n"}
