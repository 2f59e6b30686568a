"""What a clinic chooses in the window: checked, kept, and used as soon as it can be."""

from collections.abc import Callable, Mapping
from typing import Protocol

from pydantic import ValidationError

from app.settings import Settings
from app.wording import say

# A sentence that says why a text cannot be chosen, or "".
Check = Callable[[str], str]

# The rest is built into what runs, so it waits for the next start. Nothing runs by the connection
# before live mode does, and what is said of it is found out anew each time.
_USED_AT_ONCE = ("unit", "bookings_folder", "appearance", "connection.")

# What each may choose for themselves; the rest is the clinic's, and takes somebody with the right.
PERSONAL = frozenset({"unit", "language", "appearance", "bookings_folder"})

_FORMS = {
    "connection.url": say("Adressen börjar med https:// och har inga mellanslag."),
    "cover_after_minutes": say("Skriv hela minuter, från 0 till 120."),
}
_A_WORD = say("Skriv utan mellanslag och utan å, ä och ö.")


class SettingsShelf(Protocol):
    """Where settings are kept. Keys are those of the file, as `unit` or `connection.url`."""

    def change(self, key: str, text: str) -> Settings:
        """Changes one and leaves all else as a person has written it; gives all as they are then.

        Raises SettingsUnreadable where the file is broken already, NotSaved.
        """
        ...


class Choices:
    """`chosen` are the settings as they are kept, `in_use` those that the program started with."""

    def __init__(
        self,
        shelf: SettingsShelf,
        *,
        in_use: Settings,
        checks: Mapping[str, Check],
        reason_against_changes: str = "",
    ) -> None:
        """The reason is why the user may only choose what is PERSONAL, or ""."""
        self._shelf = shelf
        self._checks = checks
        self._reason_against_changes = reason_against_changes
        self.in_use = in_use
        self.chosen = in_use

    def choose(self, key: str, text: str) -> str:
        """Keeps a choice, or says in a sentence why it cannot be made and keeps nothing.

        Slow where a folder lies far away. Raises as `SettingsShelf.change` does.
        """
        problem = self._problem(key, text)
        if not problem:
            self.chosen = self._shelf.change(key, text)
        return problem

    def text(self, key: str) -> str:
        """What is chosen."""
        return _text(self.chosen, key)

    def waits(self, key: str) -> bool:
        """Whether what is chosen is used only after the next start."""
        later = not key.startswith(_USED_AT_ONCE)
        return later and _text(self.chosen, key) != _text(self.in_use, key)

    def _problem(self, key: str, text: str) -> str:
        if self._reason_against_changes and key not in PERSONAL:
            return self._reason_against_changes
        try:
            with_choice(self.chosen, key, text)
        except ValidationError:
            return _FORMS.get(key, _A_WORD)
        check = self._checks.get(key)
        return check(text) if check and text else ""


def with_choice(settings: Settings, key: str, text: str) -> Settings:
    """Raises ValidationError for a text that the key cannot have."""
    values = settings.model_dump(mode="json")
    table, _, name = key.rpartition(".")
    (values[table] if table else values)[name] = text
    return Settings.model_validate(values)


def _text(settings: Settings, key: str) -> str:
    value: object = settings
    for name in key.split("."):
        value = getattr(value, name)
    return str(value)
