"""Collects every Swedish sentence of the program into the .ts, and makes the .qm of it.

`python3 -m tests.translations` is run after a sentence has changed. It keeps the translations of
those that are as they were, takes away those that are gone, and lists those that lack one: write
it into `resources/translations/kallelser_en.ts`, in Qt Linguist or as text, and run it again.

The words to use, Swedish = English:

    kallelse = appointment letter      bokning = booking           utskick = mailing
    Åtgärda = To fix                   Granska = To review         Klar = Ready
    Hoppas över = Skipped              Köad = Queued               Oklart = Unclear
    mottagning = clinic                vårdsystem = care system    brevtyp = letter type
    personnummer = personal identity number    samordningsnummer = coordination number
    reservnummer = temporary number    vårdnadshavare = guardian   tolk = interpreter
    skyddade personuppgifter = protected identity                  historik = history
    mall = template                    tryckeri = print house      testläge = test mode

Names of letters, of clinics and of what Swedish authorities give out stay Swedish.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import PySide6
from lxml import etree

from app.answers import TO_CALL
from app.bookings import BookingState, VisitKind
from app.languages import LANGUAGES
from app.layouts import DateOrder
from app.print_profile import Sides
from app.swedish_dates import DAYS, MONTHS

ROOT = Path(__file__).resolve().parents[1]
TS = ROOT / "resources" / "translations" / "kallelser_en.ts"
QM = TS.with_suffix(".qm")
CONTEXT = "Kallelser"

CODE = ("app", "ui")

# What a receptionist reads out of the files of data: where, and the path to it. * is any.
DATA = (
    ("resources/regions", "channel_rules.*.reason"),
    ("resources/regions", "channel_rules.*.source"),
    ("resources/regions", "unread.source"),
    ("resources/regions", "facts.*.name"),
    ("resources/regions", "cancel_notice.*.name"),
    ("resources/care_systems", "layout_note"),
    ("resources/contracts", "never_live"),
    ("resources/print_profiles", "name"),
    ("templates", "elements.*.name"),
    ("templates", "elements.*.todo"),
)

# What is kept or compared in Swedish, and told in the window's language where it is shown.
WORDS = (
    *(TO_CALL, "Eget kuvert"),
    *(*BookingState, *VisitKind, *DateOrder, *Sides),
    *(*DAYS, *MONTHS),
    *(word for one in LANGUAGES.values() for word in (one.name, one.name.lower())),
)


def main() -> int:
    """0 where every sentence has its translation."""
    translations = update(TS, sentences())
    compile_ts(TS, QM)
    lacking = [sentence for sentence, told in translations.items() if not told]
    print(f"{len(translations)} sentences, {len(lacking)} without a translation")
    print("\n".join(map(repr, lacking)))
    return int(bool(lacking))


def sentences() -> list[str]:
    """All that can be said, in the order of their first words."""
    return sorted({*said_in_code(), *said_in_data(), *map(str, WORDS)})


def said_in_code() -> Iterator[str]:
    for _, call in calls_of_say():
        yield ast.literal_eval(call.args[0])


def calls_of_say() -> Iterator[tuple[Path, ast.Call]]:
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "say":
                yield path, node


def modules() -> list[Path]:
    return [path for folder in CODE for path in sorted((ROOT / folder).rglob("*.py"))]


def said_in_data() -> Iterator[str]:
    for folder, keys in DATA:
        for path in (ROOT / folder).glob("*.toml"):
            yield from filter(None, _found(tomllib.loads(path.read_text("utf-8")), keys.split(".")))


def _found(value: object, keys: list[str]) -> Iterator[str]:
    if not keys:
        yield str(value)
    elif keys[0] == "*":
        inner = value.values() if isinstance(value, dict) else value
        for one in inner if isinstance(inner, Iterable) else ():
            yield from _found(one, keys[1:])
    elif isinstance(value, dict) and keys[0] in value:
        yield from _found(value[keys[0]], keys[1:])


def translations_in(ts: Path) -> dict[str, str]:
    """The finished translation of each sentence, or ""."""
    found: dict[str, str] = {}
    for message in etree.parse(ts).iter("message"):
        told = message.find("translation")
        is_finished = told is not None and told.get("type") is None
        english = message.findtext("translation") if is_finished else ""
        found[message.findtext("source") or ""] = english or ""
    return found


def update(ts: Path, wanted: Iterable[str]) -> dict[str, str]:
    """Writes the file anew for these sentences and gives their translations as they are now."""
    known = translations_in(ts) if ts.exists() else {}
    translations = {sentence: known.get(sentence, "") for sentence in wanted}
    root = etree.Element("TS", version="2.1", language="en", sourcelanguage="sv")
    context = etree.SubElement(root, "context")
    etree.SubElement(context, "name").text = CONTEXT
    for sentence, told in translations.items():
        message = etree.SubElement(context, "message")
        etree.SubElement(message, "source").text = sentence
        state = {} if told else {"type": "unfinished"}
        etree.SubElement(message, "translation", state).text = told
    etree.indent(root, "    ")
    ts.write_bytes(
        etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE TS>")
    )
    return translations


def compile_ts(ts: Path, qm: Path) -> None:
    """With the compiler that comes with PySide6."""
    [lrelease] = Path(PySide6.__file__).parent.glob("lrelease*")
    subprocess.run(  # noqa: S603 - the one that was just found
        [lrelease, "-silent", ts, "-qm", qm], check=True
    )


def is_swedish(text: str) -> bool:
    """By its letters, or by words that stand in most Swedish sentences and in no English one."""
    return bool(_LETTERS.search(text) or (" " in text and _WORDS.search(text)))


_LETTERS = re.compile("[åäöÅÄÖ]")
_WORDS = re.compile(
    r"\b(?:alla|att|av|bara|bokning\w*|brev\w*|det|eller|en|ett|filen|ingen|inget|inte|kan|mapp\w*"
    r"|med|mottagning\w*|nu|och|om|personnummer|rad|raden|saknas?|ska|som|ta|utan|vid)\b",
    re.IGNORECASE,
)


if __name__ == "__main__":
    sys.exit(main())
