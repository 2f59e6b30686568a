"""Text from a file made fit for letters: one Unicode form, nothing invisible, nothing absurd."""

import re
import unicodedata
from functools import cache

from app.wording import say

LONGEST = 300  # characters in a cell; the longest real ones, examinations, stay below 200


def is_plain(row: str) -> bool:
    """True for a row that the rest of this module has nothing to say of but its length.

    Nearly every row is such, and one look at all its cells joined takes a fifth of the time.
    """
    return _PLAIN.fullmatch(row) is not None


# ASCII and the letters of Europe but for Ã and Â, by which garbled text is known.
_PLAIN = re.compile(r"[ -~ÀÁÄ-ÖØ-öø-ɏ–’]*")


def clean(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Each cell in form NFC without control and invisible characters, trimmed at both ends.

    No more than LONGEST of each, and of accents that stand on one letter: those without end take
    minutes to be put in their order.
    """
    trimmed = (cell.strip()[:LONGEST] for cell in cells)
    return tuple(cell if is_plain(cell) else _clean_cell(cell) for cell in trimmed)


def name_flaw(raw: str, cleaned: str) -> str:
    """Why this is no name that a letter can carry, as the end of a sentence, or ""."""
    if _PLAIN_NAME.fullmatch(raw):
        return ""
    if any(unicodedata.category(character) == "Cf" for character in set(raw.strip(_EDGES))):
        return say("innehåller osynliga tecken som kan ändra hur det läses")
    if _STACKED_MARKS.search(unicodedata.normalize("NFD", cleaned)):
        return say("innehåller staplade accenter")
    if any(unicodedata.category(character) in _NO_LETTERS for character in set(cleaned)):
        return say("innehåller tecken som inte hör till ett namn")
    if any(len(_scripts(word) & _LOOK_ALIKE) > 1 for word in set(cleaned.split())):
        return say("blandar bokstäver ur olika alfabet")
    return ""


def is_garbled(row: str) -> bool:
    """True where characters are lost, or look as å, ä and ö do when read in the wrong encoding."""
    return _GARBLED.search(row) is not None


_MARKS = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20f0]"
# Five in a row already show that it is no name; these are the rest of them.
_TOO_MANY_MARKS = re.compile(f"(?<={_MARKS}{{5}}){_MARKS}+")
_EDGES = " \t\r\n\u00a0\u200b\u200e\u200f\u2060\ufeff"
_NO_LETTERS = frozenset({"So", "Co", "Cn", "Cs"})  # symbols and emoji, private, unassigned
_LOOK_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH"})
_PLAIN_NAME = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ '’.,-]*")
_STACKED_MARKS = re.compile(f"{_MARKS}{{3}}")

# UTF-8 read as Windows-1252 gives Ã and one more; DOS text read so gives † „ ” inside a word.
# Whatever can be damage stands first, in one class, so that it is found ten times as fast.
_GARBLED = re.compile(
    r"[\ufffd\x80-\x9fÃÂ†„”™](?:"
    r"(?<=[\ufffd\x80-\x9f])"
    r"|(?<=[ÃÂ])[\u00a0-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
    r"|(?<=[^\W\d_][†„”™])[^\W\d_])"
)


def _clean_cell(cell: str) -> str:
    """White space of every kind becomes one space; control and format characters go away."""
    text = unicodedata.normalize("NFC", _TOO_MANY_MARKS.sub("", cell))
    if not text.isprintable():
        for invisible in filter(_is_invisible, set(text)):
            text = text.replace(invisible, "")
    return " ".join(text.split())


@cache
def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs"} and not character.isspace()


def _scripts(word: str) -> set[str]:
    """The alphabets of a word's letters."""
    return set(map(_script, filter(str.isalpha, set(word))))


@cache
def _script(letter: str) -> str:
    """The first word of its Unicode name, which is that of its alphabet."""
    return unicodedata.name(letter, "").split(" ")[0]
