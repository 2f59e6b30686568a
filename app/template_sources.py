"""The files of a templates folder, read at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from app.errors import TemplateBroken
from app.folder_checks import found_in
from app.wording import say

_SOURCES = (".toml", ".md.j2", ".typ")

# The folder in it that earlier versions are kept in; nothing there is a template of today's.
VERSIONS = "versions"


def read_sources(folder: Path) -> dict[str, str]:
    """The text of each by its path in the folder. Raises TemplateBroken.

    No other files: an editor keeps its own beside the one that it has open.
    """
    paths = sorted(path for path in tree_of(folder) if path.name.endswith(_SOURCES))
    names = [path.relative_to(folder).as_posix() for path in paths]
    return {name: _read(path, name) for name, path in zip(names, paths, strict=True)}


def tree_of(folder: Path) -> Iterator[Path]:
    """Every folder and file that the templates may be in; none where the folder is out of reach."""
    for top in found_in(folder, "[!.]*"):
        if top.name != VERSIONS:
            yield top
            yield from found_in(top, "**/[!.]*")


def write_sources(sources: Mapping[str, str], folder: Path) -> None:
    """Lays out anew what `read_sources` reads; other texts that were kept are no templates."""
    for name, text in sources.items():
        if name.endswith(_SOURCES):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="")


def _read(path: Path, name: str) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        what = say("Mallen {name}, rad {line}: ett tecken går inte att läsa.", name=name, line=line)
        todo = say("Spara filen som UTF-8.")
        raise TemplateBroken(what, todo, detail=str(error), file=name, line=line) from error
    except OSError as error:
        raise TemplateBroken(
            say("Mallen {name} går inte att läsa.", name=name),
            say("Kontrollera att filen finns och går att öppna."),
            detail=type(error).__name__,
            file=name,
        ) from error
