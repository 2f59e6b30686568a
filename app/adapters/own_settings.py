"""The clinic's settings as a TOML file that people may write in too: their words are left alone."""

import tomllib
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, cast

import tomlkit

from app.choices import with_choice
from app.errors import NotSaved
from app.settings import Settings
from app.settings_files import or_unreadable
from app.whole_files import write_whole
from app.wording import say

_BEGINNING = "# Mottagningens val. Ändras i programmet under Inställningar, eller här.\n"


class TomlSettingsShelf:
    """Implements app.choices.SettingsShelf."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def change(self, key: str, text: str) -> Settings:
        with or_unreadable(
            say(
                "Inställningarna i {file} går inte att läsa, så inget är ändrat.",
                file=self._path.name,
            ),
            say("Rätta filen först."),
        ):
            written = self._written()
            settings = with_choice(Settings.model_validate(tomllib.loads(written)), key, text)
            changed = _changed(written, key, settings.model_dump(mode="json"))
        try:
            write_whole(self._path, changed.encode())
        except OSError as error:
            raise NotSaved(
                say("Inställningen är inte sparad."),
                say("Kontrollera att programmets mapp går att skriva i, och försök igen."),
                detail=type(error).__name__,
            ) from error
        return settings

    def _written(self) -> str:
        # Line ends as they are: read as text they would all become the same.
        return self._path.read_bytes().decode("utf-8-sig") if self._path.exists() else _BEGINNING


def _changed(written: str, key: str, values: dict[str, Any]) -> str:
    """The same text but for the one key, which gets its value out of all `values`."""
    document = tomlkit.parse(written)
    table, _, name = key.rpartition(".")
    if not table:
        document[name] = values[name]
        return tomlkit.dumps(document)
    if table not in document:
        document[table] = tomlkit.table()
    cast("MutableMapping[str, object]", document[table])[name] = values[table][name]
    return tomlkit.dumps(document)
