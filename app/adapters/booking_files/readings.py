"""The meaning of single cells: each reading is a value and the problems met on the way to it."""

import re
from collections.abc import Iterable
from datetime import datetime

from app.adapters.booking_files.moments import exists, parse_time, possible_dates
from app.bookings import Address, Problem, Unit
from app.care_systems import CareSystem
from app.swedish_dates import STOCKHOLM, clock, plain_date

Problems = tuple[Problem, ...]


def read_starts_at(day_text: str, clock_text: str) -> tuple[datetime | None, Problems]:
    """The moment of a visit in Swedish time, or None with what is wrong with its two texts."""
    days, at = possible_dates(day_text), parse_time(clock_text)
    (day,) = days if len(days) == 1 else (None,)
    problems = []
    if day is None:
        problems.append(Problem("date", _why_no_date(day_text)))
    if at is None:
        problems.append(Problem("time", _not_read("Tiden", clock_text)))
    if day is None or at is None:
        return None, tuple(problems)
    moment = datetime.combine(day, at, tzinfo=STOCKHOLM)
    if not exists(moment):
        sentence = f"Klockan {clock(moment)} finns inte {plain_date(day)}: sommartiden börjar då."
        return None, (Problem("time", sentence),)
    return moment, ()


def read_unit(care_system: CareSystem, hsa_id: str, name: str) -> tuple[Unit, Problems]:
    """The care system's unit by HSA-id, else by a name that exports use for it."""
    found = care_system.unit(hsa_id) if hsa_id else care_system.unit_named(name)
    if found is not None:
        return found.as_unit(), ()
    written = hsa_id or name
    sentence = (
        f"Mottagningen «{_short(written)}» finns inte bland enheterna för {care_system.name}."
        if written
        else "Mottagning saknas."
    )
    return Unit(hsa_id="", name=name), (Problem("unit", sentence),)


def read_postal_code(text: str, country: str) -> tuple[str, Problems]:
    """NNN NN for a Swedish code, however it is written; a foreign one as it stands."""
    if not text or Address(country=country).is_abroad:
        return text, ()
    match = _POSTAL_CODE.fullmatch(text)
    if match is None:
        return text, (Problem("postal_code", f"Postnumret «{_short(text)}» har inte fem siffror."),)
    return f"{match[1]} {match[2]}", ()


def why_no_person_id(text: str) -> str:
    """What is wrong with a number that `classify` does not know; the number is not repeated."""
    if not text:
        return "Personnummer saknas."
    if _IN_POWERS_OF_TEN.fullmatch(text):
        return (
            "Personnumrets siffror är borta, för ett kalkylprogram har gjort det till ett tal. "
            "Spara kolumnen som text."
        )
    if text.isascii() and text.isdigit() and len(text) in _LENGTHS_WITHOUT_ZEROS:
        return (
            "Personnumret har för få siffror, för ett kalkylprogram har tagit bort nollor i "
            "början. Spara kolumnen som text."
        )
    if _LOOKS_RIGHT.fullmatch(text):
        return "Personnumret stämmer inte: en eller flera siffror är fel."
    return "Personnumret går inte att tolka som personnummer, samordnings- eller reservnummer."


def read_interpreter(text: str) -> str:
    """The language in lower case, "" where no interpreter is booked."""
    language = text.casefold()
    if language in _NO:
        return ""
    return "språket anges inte" if language in _YES else language


def is_protected(flag: str, name_and_address: Iterable[str]) -> bool:
    """True for a flag that is not a plain no, and for the words that stand in for a hidden name."""
    if flag.casefold() not in _NO:
        return True
    return _HIDDEN.search(" ".join(name_and_address).casefold()) is not None


_NO = frozenset({"", "-", "–", "0", "n", "nej", "no", "false", "falskt", "ingen", "inget"})
_YES = frozenset({"1", "j", "ja", "x", "y", "yes", "true", "sant"})
_SHOWN = 30

_POSTAL_CODE = re.compile(r"(?:SE?-?\s?)?([1-9][0-9]{2})\s?([0-9]{2})")
_IN_POWERS_OF_TEN = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,2}")
_LENGTHS_WITHOUT_ZEROS = range(7, 10)
_LOOKS_RIGHT = re.compile(r"(?:[0-9]{6}|[0-9]{8})[-+ ]?[0-9]{4}")

# Skatteverket forwards post to protected persons from its box 2820.
_HIDDEN = re.compile(r"sekretess|skyddad|förmedlingsuppdrag|\bbox\s*2820\b")


def _why_no_date(text: str) -> str:
    if len(possible_dates(text)) > 1:
        return f"Datumet «{_short(text)}» kan läsas på två sätt. Skriv det som ÅÅÅÅ-MM-DD."
    return _not_read("Datumet", text)


def _not_read(what: str, text: str) -> str:
    return f"{what} «{_short(text)}» går inte att tolka." if text else f"{what} saknas."


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
