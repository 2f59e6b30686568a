"""Where a line of a printed letter may end, and where not."""

import re

from app.languages import LANGUAGES


def glued(text: str) -> str:
    """No line break inside a phone number, a date or a time; one in a word that fits no line."""
    breakable = _ENDLESS.sub(lambda found: _PIECE.sub("\\g<0>\u200b", found[0]), text)
    return _KEPT_SPACE.sub("\u00a0", breakable)


_MONTHS = "|".join(month[:3] for one in LANGUAGES.values() for month in one.months)
# Begins with the space, and looks back from there, so that a search runs straight to spaces.
_KEPT_SPACE = re.compile(rf" (?:(?<=\d )(?=\d|{_MONTHS})|(?<=\w )(?=20\d\d\b)|(?<=klockan )(?=\d))")

# About what the values of «Din tid» have room for in large type; real words are shorter.
_ENDLESS = re.compile(r"[^\s/-]{31,}")
_PIECE = re.compile("(?:.[\u0300-\u036f]*){15}(?=.)")
