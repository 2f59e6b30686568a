"""Which layout a table has, told by its header: a unit's own, else one of a care system's."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from app.adapters.booking_files.guess import guess_columns
from app.adapters.booking_files.layout import Layout, tells_protection
from app.adapters.booking_files.record import Record
from app.adapters.booking_files.text import clean
from app.care_systems import CareSystem, FieldName, loose_key
from app.errors import BookingsUnreadable
from app.layouts import Gap, LayoutUnknown, OwnLayout, Sheet
from app.wording import say


def find_layout(
    records: Iterator[Record],
    care_systems: tuple[CareSystem, ...],
    *,
    own_layouts: tuple[OwnLayout, ...] = (),
    file_name: str = "",
    today: date,
) -> Layout:
    """Reads up to and including the header, which may follow a title or blank rows.

    Raises LayoutUnknown where a person must say what the columns are, and BookingsUnreadable
    where no row can be a header or a header fits two systems.
    """
    systems = tuple(system for system in care_systems if "tabell" in system.formats)
    seen = []
    for raw in islice(records, _HEADER_WITHIN):
        record = replace(raw, cells=clean(raw.cells))
        if layout := _own(record, care_systems, own_layouts) or _recognise(record, systems):
            return layout
        seen.append(record)
    raise _unknown_header(seen, systems, own_layouts=own_layouts, file_name=file_name, today=today)


_HEADER_WITHIN = 30  # rows, under whatever a printed report begins with
_SHOWN_ROWS = 20
# Of a known header's texts, so many must still be there for it to be the same export, changed.
_MOSTLY = 0.6


def _own(
    record: Record, care_systems: tuple[CareSystem, ...], own_layouts: tuple[OwnLayout, ...]
) -> Layout | None:
    """The own layout whose columns are all here, each once; one with this very header first."""
    keys = Counter(loose_key(cell) for cell in record.cells if cell.strip())
    known = {system.id: system for system in care_systems}
    fitting = [
        own
        for own in own_layouts
        if own.care_system in known
        and own.columns
        and all(keys[loose_key(text)] == 1 for text in own.columns.values())
        and len(own.header_keys & keys.keys()) >= _MOSTLY * len(own.header_keys)
    ]
    own = max(fitting, key=lambda one: one.header_keys == keys.keys(), default=None)
    if own is None:
        return None
    places = [loose_key(cell) for cell in record.cells]
    return Layout(
        care_system=known[own.care_system],
        row_no=record.row_no,
        header=record.cells,
        columns={name: places.index(loose_key(text)) for name, text in own.columns.items()},
        own=own,
        unit=own.unit,
        date_order=own.date_order,
        notes=tuple(_changes(own, record.cells)),
    )


def _changes(own: OwnLayout, header: tuple[str, ...]) -> Iterator[str]:
    """A warning where a known export has other columns than when its layout was saved."""
    present = {loose_key(text): text for text in header if text}
    new = [text for key, text in present.items() if key not in own.header_keys]
    gone = [text for text in own.header if text and loose_key(text) not in present]
    if new or gone:
        told = [say("nya: {columns}", columns=_quoted(new))] if new else []
        told += [say("borta: {columns}", columns=_quoted(gone))] if gone else []
        yield say(
            "Rubrikerna har ändrats sedan layouten {layout} sparades ({told}). "
            "Kontrollera de första raderna.",
            layout=own.name,
            told="; ".join(told),
        )


def _recognise(record: Record, care_systems: tuple[CareSystem, ...]) -> Layout | None:
    keys = [loose_key(cell) for cell in record.cells]
    fitting = [system for system in care_systems if not _missing(keys, system)]
    if len(fitting) > 1:
        raise BookingsUnreadable(
            say("Filen kan komma från {care_systems}.", care_systems=_either(fitting)),
            say(
                "Rubrikerna passar på båda. Meddela den som ansvarar för programmets inställningar."
            ),
        )
    if not fitting:
        return None
    columns = dict(_columns(keys, record.cells, fitting[0]))
    return Layout(fitting[0], record.row_no, record.cells, columns)


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
    """Raises BookingsUnreadable where two columns are the same field: either could be right.

    Of protection there may be several, for one yes is enough: the reader of rows looks at all.
    """
    for name, texts in care_system.columns.items():
        wanted = set(map(loose_key, texts))
        found = [index for index, key in enumerate(keys) if key in wanted]
        if len(found) > 1 and name != "protected":
            raise BookingsUnreadable(
                say(
                    "Två kolumner är samma uppgift: {columns}.",
                    columns=_quoted(header[index] for index in found),
                ),
                say("Ta bort eller döp om den ena i filen och öppna den på nytt."),
            )
        if found:
            yield name, found[0]


def _unknown_header(
    seen: list[Record],
    care_systems: tuple[CareSystem, ...],
    *,
    own_layouts: tuple[OwnLayout, ...],
    file_name: str,
    today: date,
) -> BookingsUnreadable:
    """Says what is missing beside what the file has, but never repeats what may be a patient."""
    widest = max((_filled(record.cells) for record in seen), default=0)
    if not widest:
        return BookingsUnreadable(say("Filen är tom."), say("Kontrollera att du valde rätt fil."))
    at = next(index for index, row in enumerate(seen) if 2 * _filled(row.cells) >= widest)
    header = clean(seen[at].cells)
    if any(map(_LOOKS_LIKE_A_VALUE.search, header)):
        return BookingsUnreadable(
            say("Filen saknar rubriker."),
            say("Ta ut bokningarna igen med kolumnernas rubriker på första raden."),
        )
    if _filled(header) == 1:
        return BookingsUnreadable(
            say(
                "Filen känns inte igen som en bokningslista från {care_systems}.",
                care_systems=_either(care_systems),
            ),
            say("Kontrollera att du valde rätt fil. Den har bara en kolumn."),
        )
    rows = tuple(clean(record.cells) for record in seen[at + 1 :] if _filled(record.cells))
    keys = [loose_key(cell) for cell in header]
    nearest = min(care_systems, key=lambda system: len(_missing(keys, system)))
    missing = _missing(keys, nearest)
    is_near = 2 * len(missing) <= len(nearest.signature)
    if is_near and not rows:
        return _no_rows(nearest, missing)
    sheet = Sheet(
        file_name=file_name,
        gap=Gap.COLUMNS,
        header=header,
        rows=rows[:_SHOWN_ROWS],
        care_system=nearest.id if is_near else "",
        columns=guess_columns(
            header, rows, care_systems=[nearest] if is_near else care_systems, today=today
        ),
        flags=tuple(at for at, text in enumerate(header) if tells_protection(text)),
        earlier=_changed_most_of(own_layouts, frozenset(keys)),
    )
    return _columns_missing(sheet, nearest, missing) if is_near else _unknown(sheet, care_systems)


def _no_rows(care_system: CareSystem, missing: list[FieldName]) -> BookingsUnreadable:
    """Where nothing can be read there is nothing to ask; what else is wrong is told at once."""
    texts = [care_system.columns[name][0] for name in missing]
    lacks = say("{columns} saknas också.", columns=_columns_called(texts))
    return BookingsUnreadable(NO_BOOKINGS, f"{RIGHT_DATES} {lacks}")


def _changed_most_of(own_layouts: tuple[OwnLayout, ...], keys: frozenset[str]) -> OwnLayout | None:
    """The own layout that this header probably had once."""
    near = [own for own in own_layouts if own.columns]
    near = [one for one in near if len(one.header_keys & keys) >= _MOSTLY * len(one.header_keys)]
    return max(near, key=lambda own: len(own.header_keys & keys), default=None)


def _unknown(sheet: Sheet, care_systems: tuple[CareSystem, ...]) -> LayoutUnknown:
    if sheet.earlier and (what := _unfit(sheet.earlier, sheet.header)):
        todo = say("Välj kolumnerna på nytt. {present}", present=_present(sheet.header))
        return LayoutUnknown(what, todo, sheet=sheet)
    return LayoutUnknown(
        say(
            "Filen känns inte igen som en bokningslista från {care_systems}.",
            care_systems=_either(care_systems),
        ),
        say(
            "Välj vilken kolumn som är vad, eller en annan fil. {present}",
            present=_present(sheet.header),
        ),
        sheet=sheet,
    )


def _unfit(own: OwnLayout, header: tuple[str, ...]) -> str:
    """Why a layout cannot read a file whose header it nearly knows, or ""."""
    places = Counter(map(loose_key, header))
    gone = [text for text in own.columns.values() if not places[loose_key(text)]]
    twice = [text for text in own.columns.values() if places[loose_key(text)] > 1]
    if gone:
        return say(
            "Rubrikerna har ändrats sedan layouten {layout} sparades: {columns} saknas.",
            layout=own.name,
            columns=_quoted(gone),
        )
    if twice:
        return say(
            "Rubrikerna har ändrats sedan layouten {layout} sparades: {columns} finns två gånger.",
            layout=own.name,
            columns=_quoted(twice),
        )
    return ""


def _columns_missing(
    sheet: Sheet, care_system: CareSystem, missing: list[FieldName]
) -> LayoutUnknown:
    texts = [care_system.columns[name][0] for name in missing]
    known = {loose_key(text) for every in care_system.columns.values() for text in every}
    strange = [text for text in sheet.header if loose_key(text) not in known]
    present = f"{_present(sheet.header)}{_misspelt(texts, strange)}"
    return LayoutUnknown(
        say(
            "{columns} saknas i filen från {care_system}.",
            columns=_columns_called(texts),
            care_system=care_system.name,
        ),
        say(
            "Ta ut filen igen med alla kolumner, eller välj vilken kolumn som är vad. {present}",
            present=present,
        ),
        sheet=sheet,
    )


NO_BOOKINGS = say("Filen har rubriker men inga bokningar.")
RIGHT_DATES = say("Kontrollera att du valde rätt datum när du tog ut bokningarna.")
_LOOKS_LIKE_A_VALUE = re.compile(r"\d{3} ?\d|\d[.:]\d\d")
_SHOWN_COLUMNS = 30
_SHOWN_CHARACTERS = 30


def _filled(cells: tuple[str, ...]) -> int:
    return sum(map(bool, map(str.strip, cells)))


def _present(header: tuple[str, ...]) -> str:
    return say("Filen har kolumnerna {columns}.", columns=_quoted(filter(None, header)))


def _columns_called(texts: list[str]) -> str:
    if len(texts) == 1:
        return say("Kolumnen {name}", name=_quoted(texts))
    return say("Kolumnerna {names}", names=_quoted(texts))


def _misspelt(wanted: list[str], strange: list[str]) -> str:
    """A column that is a field of its own is no other one misspelt."""
    close = [near for text in wanted for near in difflib.get_close_matches(text, strange, n=1)]
    return f" {say('Kanske är {names} felstavad.', names=_quoted(close))}" if close else ""


def _either(care_systems: Iterable[CareSystem]) -> str:
    *others, last = (system.name for system in care_systems)
    return say(" eller ").join(filter(None, (", ".join(others), last)))


def _quoted(texts: Iterable[str]) -> str:
    every = [say("«{text}»", text=text[:_SHOWN_CHARACTERS]) for text in texts]
    shown = ", ".join(every[:_SHOWN_COLUMNS])
    left = len(every) - _SHOWN_COLUMNS
    return say("{shown} och {left} till", shown=shown, left=left) if left > 0 else shown
