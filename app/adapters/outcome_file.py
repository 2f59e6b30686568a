"""A unit's outcomes as the very file that was read in, kept in the data folder."""

from pathlib import Path

from app.errors import BookingsUnreadable, NotSaved
from app.outcomes import Outcome, read_outcomes
from app.whole_files import write_whole
from app.wording import say

# Some hundred lines; more is another kind of file.
_LARGEST = 1_000_000


class OutcomeFile:
    """Implements app.outcomes.OutcomeShelf."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def outcomes(self) -> tuple[Outcome, ...]:
        return read_outcomes(_bytes(self._path)) if self._path.exists() else ()

    def keep(self, path: Path) -> tuple[Outcome, ...]:
        content = _bytes(path)
        found = read_outcomes(content)
        try:
            write_whole(self._path, content)
        except OSError as error:
            raise NotSaved(
                say("Besöksutfallet kunde inte sparas."),
                say("Kontrollera att programmets mapp går att skriva i."),
                detail=type(error).__name__,
            ) from error
        return found


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise BookingsUnreadable(
            say("Filen går inte att läsa."),
            say("Stäng den om den är öppen i ett annat program, och försök igen."),
            detail=type(error).__name__,
        ) from error
    if len(content) > _LARGEST:
        raise BookingsUnreadable(
            say("Filen är för stor för att vara en tabell över besöksutfall."),
            say("Spara en tom tabell härifrån och fyll i den."),
        )
    return content
