"""What a clinic may set: one TOML file in the data folder, and the folders beside it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from app.appearance import Appearance
from app.errors import SettingsUnreadable
from app.settings_files import or_unreadable, read_toml
from app.wording import say


class Paper(StrEnum):
    """Who prints the letters and puts them into envelopes."""

    PRINT_HOUSE = "print_house"
    PRINTER = "printer"


# Printable ASCII without spaces, which an HTTP header can carry.
_WORD = r"^[\x21-\x7e]*$"
_FILE_NAME = r"^[\w-]+$"


class Connection(BaseModel):
    """How messages get to 1177: to the built-in test inbox, or live as agreed with the region.

    `contract` is its version. `logical_address` names the receiving system and `source_system`
    this one; `on_behalf_of` is the HSA-id of a principal whose agent we are. `ca_bundle` is a PEM
    file of the authorities that 1177's certificate may come from, and `certificate` a PKCS#12 or
    PEM file of our own certificate with its encrypted key. What is not set yet is "".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    mode: Literal["test", "live"] = "test"
    url: str = Field(default="", pattern=r"^(https://[\x21-\x7e]+)?$")
    contract: str = Field(default="2.0", pattern=r"^[0-9]+\.[0-9]+$")
    logical_address: str = Field(default="", pattern=_WORD)
    source_system: str = Field(default="", pattern=_WORD)
    on_behalf_of: str = Field(default="", pattern=_WORD)
    ca_bundle: str = ""
    certificate: str = ""


class Settings(BaseModel):
    """`bookings_folder` is where the open dialog starts; "" means the user's own folder.

    `unit` is the HSA-id of the unit that is sent for, or "" where it may be any. `language` is the
    window's, not the letters'. `templates_folder` is "" where the letters are those shipped.
    `printer` is the name that the computer knows it by; "" means the one it uses of its own.
    `claim_folder` is shared by all PCs that send for the clinic; "" where only this one does.
    `backup_folder` gets a second copy of each backup of the history; "" where none is wanted.
    `cover_after_minutes` without a key or the mouse, personal data are hidden; 0 is never.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: str = ""
    language: Literal["sv", "en"] = "sv"
    appearance: Appearance = Appearance.SYSTEM
    region: str = Field(default="jonkoping", pattern=_FILE_NAME)
    print_profile: str = Field(default="c5_fonster", pattern=_FILE_NAME)
    templates_folder: str = ""
    bookings_folder: str = ""
    paper: Paper = Paper.PRINT_HOUSE
    print_house_folder: str = ""
    printer: str = ""
    claim_folder: str = ""
    backup_folder: str = ""
    cover_after_minutes: int = Field(default=5, ge=0, le=120)
    connection: Connection = Connection()


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Every path the program writes to lies in this one folder of the user's."""

    root: Path

    def make(self) -> None:
        """Raises SettingsUnreadable where the program may not write."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsUnreadable(
                say("Programmet kan inte spara i sin mapp."),
                say(
                    "Kontrollera att mappen går att skriva i, "
                    "eller starta med en annan mapp (--data)."
                ),
                detail=type(error).__name__,
            ) from error

    @property
    def settings_file(self) -> Path:
        return self.root / "settings.toml"

    @property
    def roles_file(self) -> Path:
        return self.root / "roles.toml"

    @property
    def history_file(self) -> Path:
        return self.root / "history.sqlite3"

    @property
    def open_list_file(self) -> Path:
        return self.root / "open_list.sqlite3"

    @property
    def template_drafts(self) -> Path:
        return self.root / "mallutkast"

    @property
    def key_note_file(self) -> Path:
        return self.root / "history_key.json"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def test_inbox(self) -> Path:
        return self.root / "test_inbox"

    @property
    def layouts(self) -> Path:
        return self.root / "layouts"

    @property
    def print_profiles(self) -> Path:
        return self.root / "print_profiles"

    @property
    def template_versions(self) -> Path:
        """Where they are kept, unless the clinic has a folder of templates."""
        return self.root / "template_versions"

    @property
    def seen_publications(self) -> Path:
        return self.root / "seen_publications.json"

    @property
    def retention_file(self) -> Path:
        """A unit's own rules, with the decisions that they rest on."""
        return self.root / "gallring.toml"

    @property
    def contracts(self) -> Path:
        return self.root / "contracts"

    @property
    def letter_key_file(self) -> Path:
        return self.root / "brevnyckel.bin"

    @property
    def claim_memory(self) -> Path:
        return self.root / "claims.json"

    @property
    def outcome_file(self) -> Path:
        return self.root / "besoksutfall.csv"

    @property
    def recent_files(self) -> Path:
        return self.root / "recent_files.json"

    @property
    def first_look(self) -> Path:
        return self.root / "first_look.json"

    @property
    def samples(self) -> Path:
        return self.root / "samples"

    def print_house(self, settings: Settings) -> Path:
        return Path(settings.print_house_folder or self.root / "print_house")


def load_settings(path: Path) -> Settings:
    """The settings of a file, or the defaults where there is none. Raises SettingsUnreadable."""
    if not path.exists():
        return Settings()
    what = say("Inställningarna i {file} går inte att använda.", file=path.name)
    todo = say("Rätta filen, eller ta bort den så börjar programmet om med grundinställningar.")
    with or_unreadable(what, todo):
        return read_toml(path, Settings)
