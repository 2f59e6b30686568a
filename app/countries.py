"""Countries by the codes that files have for them, in the words that stand on an envelope."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parent.parent / "resources" / "countries.toml"
_LONGEST_CODE = 3


def country_name(text: str) -> str:
    """The Swedish name for a code of ISO 3166, as FHIR and HL7 write them; other texts as they are.

    «NOR» on an envelope is no country that a sorter must know.
    """
    written = text.strip()
    return _names().get(written.upper(), written) if len(written) <= _LONGEST_CODE else written


@cache
def _names() -> Mapping[str, str]:
    """By both codes. The file's head tells its sources."""
    with _FILE.open("rb") as file:
        countries = tomllib.load(file)
    return {code: name for two, (three, name) in countries.items() for code in (two, three)}
