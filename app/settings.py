"""What a clinic may set: one TOML file in the data folder, and the folders beside it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from app.errors import SettingsUnreadable


class Settings(BaseModel):
    """`bookings_folder` is where the open dialog starts; "" means the user's own folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    region: str = "jonkoping"
    print_profile: str = "c5_fonster"
    bookings_folder: str = ""
    print_house_folder: str = ""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Every path the program writes to lies in this one folder of the user's."""

    root: Path

    @property
    def settings_file(self) -> Path:
        return self.root / "settings.toml"

    @property
    def history_file(self) -> Path:
        return self.root / "history.sqlite3"

    @property
    def test_inbox(self) -> Path:
        return self.root / "test_inbox"

    @property
    def layouts(self) -> Path:
        return self.root / "layouts"

    @property
    def samples(self) -> Path:
        return self.root / "samples"

    def print_house(self, settings: Settings) -> Path:
        return Path(settings.print_house_folder or self.root / "print_house")


def load_settings(path: Path) -> Settings:
    """The settings of a file, or the defaults where there is none. Raises SettingsUnreadable."""
    if not path.exists():
        return Settings()
    try:
        return Settings.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise SettingsUnreadable(
            f"Inställningarna i {path.name} går inte att använda.",
            "Rätta filen, eller ta bort den så börjar programmet om med grundinställningar.",
            detail=str(error),
        ) from error
