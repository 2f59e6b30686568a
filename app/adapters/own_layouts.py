"""The units' own layouts as TOML files that a person can read, one file each in the data folder."""

from pathlib import Path

import tomlkit

from app.errors import SettingsUnreadable
from app.layouts import OwnLayout
from app.settings_files import or_unreadable, read_toml
from app.whole_files import write_whole
from app.wording import say


class TomlLayoutShelf:
    """Implements app.layouts.LayoutShelf."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def layouts(self) -> tuple[OwnLayout, ...]:
        found = [layout for path in self._folder.glob("*.toml") for layout in _read(path)]
        return tuple(sorted(found, key=_age, reverse=True))

    def keep(self, layout: OwnLayout) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._path(layout), _told(layout).encode())
        except OSError as error:
            raise SettingsUnreadable(
                say("Layouten går inte att spara."),
                say("Filen kan ändå läsas nu. Kontrollera att programmets mapp går att skriva i."),
                detail=type(error).__name__,
            ) from error

    def remove(self, layout: OwnLayout) -> None:
        try:
            self._path(layout).unlink(missing_ok=True)
        except OSError as error:
            raise SettingsUnreadable(
                say("Layouten går inte att ta bort."),
                say("Kontrollera att programmets mapp går att skriva i."),
                detail=type(error).__name__,
            ) from error

    def _path(self, layout: OwnLayout) -> Path:
        return self._folder / f"{layout.key}.toml"


def _read(path: Path) -> tuple[OwnLayout, ...]:
    """Nothing where the file was taken away after the folder was listed."""
    with or_unreadable(
        say("Den egna exportlayouten {file} går inte att använda.", file=path.name),
        say("Ta bort filen, så frågar programmet om kolumnerna igen."),
    ):
        try:
            return (read_toml(path, OwnLayout),)
        except FileNotFoundError:
            return ()


def _told(layout: OwnLayout) -> str:
    document = tomlkit.document()
    document.add(tomlkit.comment("En egen exportlayout: vårt fält = kolumnens rubrik i filen."))
    document.update(layout.model_dump(mode="json", exclude_none=True, exclude={"saved_on"}))
    if layout.saved_on is not None:
        document["saved_on"] = layout.saved_on
    return tomlkit.dumps(document)


def _age(layout: OwnLayout) -> str:
    return layout.saved_on.isoformat() if layout.saved_on else ""
