"""Which care system a file comes from, told by its header."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from app.adapters.booking_files.table import Record
from app.adapters.booking_files.text import clean
from app.care_systems import CareSystem, FieldName, loose_key
from app.errors import BookingsUnreadable


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each of our fields stands in one file. `row_no` is the header's own."""

    care_system: CareSystem
    row_no: int
    header: tuple[str, ...]
    columns: Mapping[str, int]


def find_layout(records: Iterator[Record], care_systems: tuple[CareSystem, ...]) -> Layout:
    """Reads up to and including the header, which may follow a title or blank rows.

    Raises BookingsUnreadable where no system, or more than one, has such a header.
    """
    seen = []
    for record in islice(records, _HEADER_WITHIN):
        layout = _recognise(record, care_systems)
        if layout is not None:
            return layout
        seen.append(record)
    raise _unknown_header(seen, care_systems)


_HEADER_WITHIN = 10


def _recognise(record: Record, care_systems: tuple[CareSystem, ...]) -> Layout | None:
    keys = [loose_key(cell) for cell in record.cells]
    fitting = [system for system in care_systems if not _missing(keys, system)]
    if len(fitting) > 1:
        raise BookingsUnreadable(
            f"Filen kan komma från {_either(fitting)}.",
            "Rubrikerna passar på båda. Meddela den som ansvarar för programmets inställningar.",
        )
    if not fitting:
        return None
    columns = dict(_columns(keys, record.cells, fitting[0]))
    return Layout(fitting[0], record.row_no, clean(record.cells), columns)


def _missing(keys: Iterable[str], care_system: CareSystem) -> list[FieldName]:
    present = set(keys)
    return [
        name
        for name in care_system.signature
        if present.isdisjoint(map(loose_key, care_system.columns[name]))
    ]


def _columns(
    keys: list[str], header: tuple[str, ...], care_system: CareSystem
) -> Iterator[tuple[str, int]]:
    """Raises BookingsUnreadable where two columns are the same field: either could be right."""
    for name, texts in care_system.columns.items():
        wanted = set(map(loose_key, texts))
        found = [index for index, key in enumerate(keys) if key in wanted]
        if len(found) > 1:
            raise BookingsUnreadable(
                f"Två kolumner är samma uppgift: {_quoted(header[index] for index in found)}.",
                "Ta bort eller döp om den ena i filen och öppna den på nytt.",
            )
        if found:
            yield name, found[0]


def _unknown_header(seen: list[Record], care_systems: tuple[CareSystem, ...]) -> BookingsUnreadable:
    """Says what is missing beside what the file has, but never repeats what may be a patient."""
    widest = max((_filled(record.cells) for record in seen), default=0)
    if not widest:
        return BookingsUnreadable("Filen är tom.", "Kontrollera att du valde rätt fil.")
    header = clean(next(row.cells for row in seen if 2 * _filled(row.cells) >= widest))
    if any(map(_LOOKS_LIKE_A_VALUE.search, header)):
        return BookingsUnreadable(
            "Filen saknar rubriker.",
            "Ta ut bokningarna igen med kolumnernas rubriker på första raden.",
        )
    keys = [loose_key(cell) for cell in header]
    nearest = min(care_systems, key=lambda system: len(_missing(keys, system)))
    missing = _missing(keys, nearest)
    if 2 * len(missing) <= len(nearest.signature):
        return _columns_missing(header, nearest, missing)
    return BookingsUnreadable(
        f"Filen känns inte igen som en bokningslista från {_either(care_systems)}.",
        f"Kontrollera att du valde rätt fil. {_present(header)}",
    )


def _columns_missing(
    header: tuple[str, ...], care_system: CareSystem, missing: list[FieldName]
) -> BookingsUnreadable:
    texts = [care_system.columns[name][0] for name in missing]
    what = "Kolumnen" if len(texts) == 1 else "Kolumnerna"
    return BookingsUnreadable(
        f"{what} {_quoted(texts)} saknas i filen från {care_system.name}.",
        f"Ta ut filen igen med alla kolumner. {_present(header)}{_misspelt(texts, header)}",
    )


_LOOKS_LIKE_A_VALUE = re.compile(r"\d{4}|\d[.:]\d\d")
_SHOWN_COLUMNS = 30
_SHOWN_CHARACTERS = 30


def _filled(cells: tuple[str, ...]) -> int:
    return sum(map(bool, map(str.strip, cells)))


def _present(header: tuple[str, ...]) -> str:
    texts = [text[:_SHOWN_CHARACTERS] for text in header if text]
    if len(texts) == 1:
        return "Den har bara en kolumn."
    more = f" och {len(texts) - _SHOWN_COLUMNS} till" if len(texts) > _SHOWN_COLUMNS else ""
    return f"Filen har kolumnerna {_quoted(texts[:_SHOWN_COLUMNS])}{more}."


def _misspelt(wanted: list[str], header: tuple[str, ...]) -> str:
    close = [near for text in wanted for near in difflib.get_close_matches(text, header, n=1)]
    return f" Kanske är {_quoted(close)} felstavad." if close else ""


def _either(care_systems: Iterable[CareSystem]) -> str:
    return " eller ".join(system.name for system in care_systems)


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"«{text}»" for text in texts)
