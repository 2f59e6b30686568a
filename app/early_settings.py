"""What must be known of the settings before the first paint: the language and the looks.

Read long before the settings themselves are: those take a while to import, and tell their own
faults. A window that is to be dark must not flash, and what is imported speaks its language.
"""

from pathlib import Path
from typing import NamedTuple

from app.appearance import Appearance
from app.wording import Language


class EarlySettings(NamedTuple):
    """What holds where a clinic has chosen nothing."""

    language: Language = "sv"
    appearance: Appearance = Appearance.SYSTEM


def early_settings(settings_file: Path) -> EarlySettings:
    """What a clinic has chosen, as far as the file can be read and has what there is to choose."""
    try:
        text = settings_file.read_text("utf-8-sig")
        import tomllib  # noqa: PLC0415 - no start without settings has to wait for it

        written = tomllib.loads(text)
    except (OSError, ValueError):
        return EarlySettings()
    chosen = written.get("appearance")
    return EarlySettings(
        language="en" if written.get("language") == "en" else "sv",
        appearance=next((one for one in Appearance if one == chosen), Appearance.SYSTEM),
    )
