"""The clinic's own envelope as a TOML file that a person can read and write in."""

from pathlib import Path

import tomlkit

from app.envelope import OWN_ENVELOPE, Envelope
from app.errors import NotSaved
from app.settings_files import or_unreadable, read_toml
from app.whole_files import write_whole
from app.wording import say

_ABOUT = "Mottagningens eget kuvert i millimeter. Lägen räknas från dess övre vänstra hörn."


class TomlEnvelopeShelf:
    """Implements app.envelope.EnvelopeShelf: one file in a folder for print profiles."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"{OWN_ENVELOPE}.toml"

    def envelope(self) -> Envelope | None:
        if not self._path.exists():
            return None
        with or_unreadable(
            say("Kuvertets mått i {file} går inte att använda.", file=self._path.name),
            say("Rätta filen, eller ta bort den och mät kuvertet igen under Inställningar."),
        ):
            return read_toml(self._path, Envelope)

    def keep(self, envelope: Envelope) -> None:
        document = tomlkit.document()
        document.add(tomlkit.comment(_ABOUT))
        document.update(envelope.model_dump(mode="json"))
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, tomlkit.dumps(document).encode())
        except OSError as error:
            raise NotSaved(
                say("Kuvertets mått är inte sparade."),
                say("Kontrollera att programmets mapp går att skriva i, och försök igen."),
                detail=type(error).__name__,
            ) from error
