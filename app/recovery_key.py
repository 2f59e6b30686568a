"""The key of the history as people keep it: four lines of four groups of four characters."""

import hashlib

from app.errors import RecoveryKeyWrong
from app.wording import say

KEY_LENGTH = 32

# Crockford's: no letter looks like a digit or like another letter, and what is read as one of
# those that are left out stands for what it looks like.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKS_LIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LINES = 4
_LINE_BYTES = KEY_LENGTH // _LINES
_CHECK_BYTES = 2
_LINE_CHARS = (_LINE_BYTES + _CHECK_BYTES) * 8 // 5
_GROUP = 4


def recovery_lines(key: bytes) -> tuple[str, ...]:
    """«7Q2K 01MD XB4R 9TTC» four times: eight bytes of the key in each, with a check of its own."""
    parts = (key[at : at + _LINE_BYTES] for at in range(0, KEY_LENGTH, _LINE_BYTES))
    return tuple(_line(number, part) for number, part in enumerate(parts))


def last_group(key: bytes) -> str:
    """The four characters that a person writes to show that the paper is at hand."""
    return recovery_lines(key)[-1][-_GROUP:]


def is_last_group(text: str, *, key: bytes) -> bool:
    return _characters(text) == last_group(key)


def key_of(text: str) -> bytes:
    """However it was written: spaces, hyphens, lines and small letters make no difference.

    Raises RecoveryKeyWrong, which tells the first line that has a mistake.
    """
    characters = _characters(text)
    if len(characters) != _LINES * _LINE_CHARS:
        raise _wrong(
            say("Återställningsnyckeln har {all} tecken.", all=_LINES * _LINE_CHARS),
            say("Du har skrivit {written}.", written=len(characters)),
        )
    lines = (characters[at : at + _LINE_CHARS] for at in range(0, len(characters), _LINE_CHARS))
    return b"".join(_part(number, line) for number, line in enumerate(lines))


def fingerprint(key: bytes | None) -> str:
    """Tells two keys apart and nothing of either; "" for none."""
    return "" if key is None else hashlib.sha256(b"kallelser " + key).hexdigest()[:16]


def _line(number: int, part: bytes) -> str:
    value = int.from_bytes(part + _check(number, part))
    shifts = range(5 * (_LINE_CHARS - 1), -1, -5)
    characters = "".join(_ALPHABET[value >> shift & 31] for shift in shifts)
    return " ".join(characters[at : at + _GROUP] for at in range(0, _LINE_CHARS, _GROUP))


def _part(number: int, line: str) -> bytes:
    try:
        value = sum(
            _ALPHABET.index(character) << 5 * place for place, character in enumerate(line[::-1])
        )
    except ValueError:
        raise _misspelt(number) from None
    told = value.to_bytes(_LINE_BYTES + _CHECK_BYTES)
    part = told[:_LINE_BYTES]
    if told[_LINE_BYTES:] != _check(number, part):
        raise _misspelt(number)
    return part


def _check(number: int, part: bytes) -> bytes:
    """With the line's number, so that lines in the wrong order are seen too."""
    return hashlib.sha256(bytes([number]) + part).digest()[:_CHECK_BYTES]


def _characters(text: str) -> str:
    """Without what only makes it easier to read."""
    kept = "".join(character for character in text.upper() if character.isalnum())
    return kept.translate(_LOOKS_LIKE)


def _misspelt(number: int) -> RecoveryKeyWrong:
    return _wrong(
        say("Återställningsnyckeln är felskriven."),
        say("Jämför rad {number} med papperet.", number=number + 1),
    )


def _wrong(what: str, todo: str) -> RecoveryKeyWrong:
    return RecoveryKeyWrong(what, todo)
