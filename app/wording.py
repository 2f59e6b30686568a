"""What the program says to people: Swedish sentences, or another language's in their place.

Swedish is the source of every sentence. Nothing here knows where translations come from, so what
has no window can speak as well; who starts the program sets the language before it imports the
rest, for many words are module constants.
"""

from collections.abc import Callable
from typing import Final, Literal

Language = Literal["sv", "en"]

# A Swedish sentence in, another language's out; nothing for one that it does not have.
Translate = Callable[[str], str | None]


class _Tongue:
    def __init__(self) -> None:
        self.language: Language = "sv"
        self.translate: Translate = str


_TONGUE: Final = _Tongue()


def say(sentence: str, /, **values: object) -> str:
    """A whole sentence with its `{places}` filled in, in the language of the window.

    The sentence is always written where it is said, for that is how translations find it:
    `python3 -m tests.translations` collects them all.
    """
    told = translated(sentence)
    return told.format_map(values) if values else told


def translated(text: str) -> str:
    """A text of a data file in the language of the window, or as it stands without translation."""
    return _TONGUE.translate(text) or text


def decimals(text: str) -> str:
    """`1,234.5` as the language of the window writes it: `1\u00a0234,5` in Swedish."""
    return text if spoken() == "en" else text.replace(",", "\u00a0").replace(".", ",")


def spoken() -> Language:
    """The language of the window."""
    return _TONGUE.language


def speak(language: Language, translate: Translate = str) -> None:
    """Everything that is said from now on is said in this language."""
    _TONGUE.language, _TONGUE.translate = language, translate
