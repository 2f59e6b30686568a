"""Where in the template sources a line of a finished text came from."""

import re
from dataclasses import dataclass

from app.errors import TemplateBroken
from app.wording import say

# Private-use characters carry marks and tokens through Jinja2 and Markdown: neither of them
# gives these characters a meaning, and no source may hold them.
RESERVED = re.compile("[\ue000-\ue002]")
_MARK = re.compile("\ue002([^\ue002\n]*):([0-9]+)$")


@dataclass(frozen=True, slots=True)
class Place:
    file: str
    line: int

    def broken(self, what: str, todo: str, *, detail: str = "") -> TemplateBroken:
        """The error for an author: which line, what is wrong with it and what to do."""
        return TemplateBroken(
            say("Mallen {file}, rad {line}: {what}", file=self.file, line=self.line, what=what),
            todo,
            detail=detail,
            file=self.file,
            line=self.line,
        )


def mark_lines(text: str, start: Place) -> str:
    """The same text where every line break is preceded by a mark of its place."""
    first, *others = text.split("\n")
    return first + "".join(
        f"\ue002{start.file}:{start.line + number}\n{line}" for number, line in enumerate(others)
    )


def locate(marked: str) -> tuple[str, tuple[Place, ...]]:
    """The text without marks, and the place of each of its lines.

    What follows the last line break has no mark and gets the place of the line before it.
    """
    lines, places, place = [], [], Place("", 1)
    for line in marked.split("\n"):
        if found := _MARK.search(line):
            place, line = Place(found[1], int(found[2])), line[: found.start()]  # noqa: PLW2901
        lines.append(line)
        places.append(place)
    return "\n".join(lines), tuple(places)
