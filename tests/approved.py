"""Approved renderings of every letter type, so that a changed block shows all its effects.

`python3 -m tests.approved` writes them anew; the diff is then for a person to read.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from app.draft import Draft
from app.preview import Preview
from app.specimen import specimen
from app.swedish_dates import STOCKHOLM
from tests.fakes import BOTH
from tests.rendered_letters import PAGES, PREVIEWER
from tests.shipped_letters import CATALOGUE, letter_of, shipped_types, unit_of

FOLDER = Path(__file__).parent / "golden"
VISIT = datetime(2027, 1, 12, 9, 40, tzinfo=STOCKHOLM)

_BETWEEN_PARTS = re.compile(
    "(?<=>)(?=</?(?:info|section|para|variablelist|varlistentry|itemizedlist|listitem|article)[ >])"
)


def renderings(letter_type: str) -> dict[str, str]:
    """What is approved of a letter type, by file name: messages as DocBook, pages as text.

    The variants have the standard's message, and a page of their own where its text differs.
    """
    kind = CATALOGUE.get(letter_type)
    made: dict[str, str] = {}
    for language in kind.offered_languages:
        draft = specimen(kind, at=VISIT, unit=unit_of(kind)).with_language(language)
        standard = _preview(draft)
        made[f"{kind.id}.standard.{language}.docbook.xml"] = _lines(standard.message)
        made[f"{kind.id}.standard.{language}.txt"] = _text(standard)
        for variant in kind.offered_variants:
            text = _text(_preview(draft.with_variant(variant)))
            if text != _text(standard):
                made[f"{kind.id}.{variant.value}.{language}.txt"] = text
    return made


def approved(letter_type: str) -> dict[str, str]:
    """The same as somebody has approved it."""
    paths = FOLDER.glob(f"{letter_type}.*")
    return {path.name: path.read_text("utf-8") for path in paths}


def approve() -> Iterator[str]:
    """Writes all renderings, and takes away those of letter types that are gone; gives names."""
    made = {name: text for one in shipped_types() for name, text in renderings(one).items()}
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.iterdir():
        if path.name not in made:
            path.unlink()
            yield f"- {path.name}"
    for name, text in made.items():
        path = FOLDER / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_bytes(text.encode())  # with the same line ends everywhere
            yield f"+ {name}"


def _preview(draft: Draft) -> Preview:
    return PREVIEWER.preview(letter_of(draft), BOTH)


def _lines(message: str) -> str:
    """A message with a line for each of its parts; without the breaks it is the message again."""
    return _BETWEEN_PARTS.sub("\n", message) + "\n"


def _text(preview: Preview) -> str:
    """The words of the page as they are read back out of the PDF, page by page."""
    text = "\n--- ny sida ---\n".join(PAGES.read(preview.page).pages)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


if __name__ == "__main__":
    for change in approve():
        print(change)
