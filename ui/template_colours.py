"""The colours of a template's text: what Jinja2 chooses and fills in, and what Markdown marks."""

import re
from typing import Final

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.theme import ACCENT, BLUE, GREEN, SECONDARY, YELLOW, Colour, shade

_Weight = QFont.Weight

# Later ones go over earlier ones; each has a colour and a weight, since colour alone tells nobody.
_Rule = tuple[re.Pattern[str], Colour, QFont.Weight]

MARKDOWN: Final[tuple[_Rule, ...]] = (
    (re.compile(r"^##\s.*"), ACCENT, _Weight.Bold),
    (re.compile(r"^:::.*"), YELLOW, _Weight.Bold),
    (re.compile(r"^(-|:)(?=\s)"), YELLOW, _Weight.Bold),
    (re.compile(r"\*\*[^*]+\*\*"), ACCENT, _Weight.Bold),
    (re.compile(r"\[[^\]]*\]\([^)]*\)"), ACCENT, _Weight.Normal),
    (re.compile(r"\{%.*?%\}"), GREEN, _Weight.DemiBold),
    (re.compile(r"\{\{.*?\}\}"), BLUE, _Weight.DemiBold),
    (re.compile(r"\{#.*?#\}"), SECONDARY, _Weight.Normal),
)
TOML: Final[tuple[_Rule, ...]] = (
    (re.compile(r'"[^"]*"'), GREEN, _Weight.Normal),
    (re.compile(r"\b(true|false|\d+)\b"), YELLOW, _Weight.DemiBold),
    (re.compile(r"^[\w.]+(?=\s*=)"), BLUE, _Weight.DemiBold),
    (re.compile(r"^\[.*\]"), ACCENT, _Weight.Bold),
    (re.compile(r'#[^"]*$'), SECONDARY, _Weight.Normal),
)


class TemplateColours(QSyntaxHighlighter):
    """Each line by itself: none of the marks goes on over a line's end."""

    def __init__(self, document: QTextDocument, rules: tuple[_Rule, ...]) -> None:
        super().__init__(document)
        self._rules = rules
        self._formats: list[tuple[re.Pattern[str], QTextCharFormat]] = []
        self.wear()

    def wear(self) -> None:
        """Takes the colours that the program has now."""
        self._formats = [(found, _format(colour, weight)) for found, colour, weight in self._rules]
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's own name
        for pattern, look in self._formats:
            for found in pattern.finditer(text):
                self.setFormat(found.start(), len(found[0]), look)


def _format(colour: Colour, weight: QFont.Weight) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(shade(colour))
    look.setFontWeight(weight)
    return look
