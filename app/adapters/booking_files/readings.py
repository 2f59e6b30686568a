"""The meaning of single cells: each reading is a value and the problems met on the way to it."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from app.adapters.booking_files.moments import (
    dates_in_order,
    exists,
    parse_time,
    part,
    possible_dates,
)
from app.bookings import Address, BookingState, Problem, Unit, VisitKind
from app.care_systems import CareSystem
from app.hsa_id import hsa_id_flaw
from app.layouts import DateOrder
from app.swedish_dates import STOCKHOLM, clock, plain_date
from app.wording import say

Problems = tuple[Problem, ...]


def read_starts_at(
    day_text: str, clock_text: str, *, order: DateOrder | None = None
) -> tuple[datetime | None, Problems]:
    """The moment of a visit in Swedish time, or None with what is wrong with its two texts.

    `order` is how a person has said that 3/11 2026 is meant.
    """
    day_text, clock_text = part(day_text, clock_text)
    days, at = possible_dates(day_text), parse_time(clock_text)
    if order is not None:
        days = dates_in_order(day_text, order)
    (day,) = days if len(days) == 1 else (None,)
    problems = []
    if day is None:
        problems.append(Problem("date", _why_no_date(day_text)))
    if at is None:
        problems.append(Problem("time", _not_read(say("Tiden"), clock_text)))
    if day is None or at is None:
        return None, tuple(problems)
    moment = datetime.combine(day, at, tzinfo=STOCKHOLM)
    if not exists(moment):
        sentence = say(
            "Klockan {moment} finns inte {day}: sommartiden börjar då.",
            moment=clock(moment),
            day=plain_date(day),
        )
        return None, (Problem("time", sentence),)
    return moment, ()


def read_state(text: str) -> tuple[BookingState, Problems]:
    """Booked where nothing is said. What is over, or missed, is nothing to call anybody to.

    Who it was that cancelled may stand after the word: a cancelled booking is asked about anyway.
    """
    written = text.casefold()
    state = _STATES.get(written)
    if state is None and _STATES.get(written.partition(" ")[0]) is BookingState.CANCELLED:
        state = BookingState.CANCELLED
    if state is not None:
        return state, ()
    sentence = say(
        "Bokningens status «{text}» är varken bokad, ombokad eller avbokad.", text=_short(text)
    )
    return BookingState.BOOKED, (Problem("state", sentence),)


def read_visit_kind(text: str) -> tuple[VisitKind, Problems]:
    """By the words in it, such as Återbesök and Telefontid; a visit where nothing is said."""
    written = text.casefold()
    told = [kind for kind, words in _KINDS.items() if words.search(written)]
    if told[:2] == [VisitKind.VIDEO, VisitKind.PHONE]:
        sentence = say("Besökstypen «{text}» är både telefon och video.", text=_short(text))
        return VisitKind.IN_PERSON, (Problem("visit_kind", sentence),)
    if told or not text:
        return next(iter(told), VisitKind.IN_PERSON), ()
    sentence = say("Besökstypen «{text}» är varken besök, telefon eller video.", text=_short(text))
    return VisitKind.IN_PERSON, (Problem("visit_kind", sentence),)


def read_unit(care_system: CareSystem, hsa_id: str, name: str) -> tuple[Unit, Problems]:
    """The care system's unit by HSA-id, else by a name that exports use for it.

    No unit where the two are of different ones: the patient would go to the wrong place.
    """
    named = care_system.unit_named(name)
    found = care_system.unit(hsa_id) if hsa_id else named
    if found and named and found.hsa_id != named.hsa_id:
        return Unit(hsa_id="", name=name), (Problem("unit", _TWO_UNITS),)
    if found is not None:
        return found.as_unit(), ()
    return Unit(hsa_id="", name=name), (Problem("unit", _why_no_unit(care_system, hsa_id, name)),)


def read_postal_code(text: str, country: str) -> tuple[str, Problems]:
    """NNN NN for a Swedish code, however it is written; a foreign one as it stands."""
    if not text or Address(country=country).is_abroad:
        return text, ()
    match = _POSTAL_CODE.fullmatch(text)
    if match is None:
        return text, (
            Problem(
                "postal_code", say("Postnumret «{text}» har inte fem siffror.", text=_short(text))
            ),
        )
    return f"{match[1]} {match[2]}", ()


def unwrapped(number: str) -> str:
    """Without what exports put around a number lest a spreadsheet change it: ="1989…" or '1989….

    And without the decimals that a program has given it, which takes it for an amount: 1989….0.
    """
    match = _WRAPPED.fullmatch(number)
    return next(filter(None, match.groups()), "") if match else number


def why_no_person_id(text: str) -> str:
    """What is wrong with a number that `classify` does not know; the number is not repeated."""
    if not text:
        return say("Personnummer saknas.")
    if _IN_POWERS_OF_TEN.fullmatch(text):
        return say(
            "Personnumrets siffror är borta, för ett kalkylprogram har gjort det till ett tal. "
            "Spara kolumnen som text."
        )
    if text.isascii() and text.isdigit() and len(text) in _LENGTHS_WITHOUT_ZEROS:
        return say(
            "Personnumret har för få siffror, för ett kalkylprogram har tagit bort nollor i "
            "början. Spara kolumnen som text."
        )
    if _LOOKS_RIGHT.fullmatch(text):
        return say("Personnumret stämmer inte: en eller flera siffror är fel.")
    return say("Personnumret går inte att tolka som personnummer, samordnings- eller reservnummer.")


def read_interpreter(text: str) -> str:
    """The language in lower case, "" where no interpreter is booked."""
    language = text.casefold()
    if language in _NO:
        return ""
    return "språket anges inte" if language in _YES else language


def birthday_problems(text: str, days: frozenset[date], born: date | None) -> Problems:
    """Whether a birth date of its own, which may mean any of `days`, agrees with the number's."""
    if not days:
        return (
            Problem(
                "birth_date", say("Födelsedatumet «{text}» går inte att tolka.", text=_short(text))
            ),
        )
    if born is not None and born not in days:
        return (Problem("birth_date", say("Födelsedatumet stämmer inte med personnumret.")),)
    return ()


def error_in(text: str, header: str) -> str:
    """What a spreadsheet's own error in a cell means, or ""."""
    if text == _NOT_CALCULATED:
        return say(
            "Cellen i «{header}» har en formel som inte är uträknad. "
            "Öppna filen i Excel, spara den och läs in den på nytt.",
            header=header,
        )
    if _ERROR.fullmatch(text):
        return say(
            "Cellen i «{header}» visar ett fel i kalkylbladet: {text}.",
            header=header,
            text=_short(text),
        )
    return ""


def is_yes(flag: str) -> bool:
    """True for all that is not a plain no, such as the day somebody died."""
    return flag.casefold() not in _NO


def is_protected(flag: str, name_and_address: Iterable[str]) -> bool:
    """True for a flag that is not a plain no, and for the words that stand in for a hidden name."""
    if is_yes(flag):
        return True
    written = " ".join(name_and_address).casefold()
    # Each word by itself: five times as fast as one pattern of all.
    if [word for word in _HIDDEN if word in written]:
        return True
    return "box" in written and _FORWARDING_BOX.search(written) is not None


_TWO_UNITS = say("Mottagningens namn och HSA-id gäller olika mottagningar.")

_NO = frozenset({"", "-", "–", "0", "n", "nej", "no", "false", "falskt", "ingen", "inget"})
_YES = frozenset({"1", "j", "ja", "x", "y", "yes", "true", "sant"})
_SHOWN = 30

# Bokningsstatus as exports may write it; assumed, as their layouts are.
_STATES = {
    word: state
    for state, words in {
        BookingState.BOOKED: " bokad bokat bokning nybokad ny planerad aktiv bekräftad kallad "
        "booked active scheduled confirmed",
        BookingState.REBOOKED: "ombokad ombokat ombokning omplanerad flyttad ändrad "
        "rebooked rescheduled moved",
        BookingState.CANCELLED: "avbokad avbokat avbokning inställd inställt struken makulerad "
        "borttagen återbud cancelled canceled deleted",
    }.items()
    for word in words.split(" ")
}
# The first that fits: a video visit is no visit to a place, and "distans" could be either.
_KINDS = {
    VisitKind.VIDEO: re.compile(r"video|digital"),
    VisitKind.PHONE: re.compile(r"telefon|phone"),
    VisitKind.IN_PERSON: re.compile(r"(?<!distans)(?<!hem)besök|mottagning|visit|in person"),
}

# The word of app.adapters.workbook_process; Excel has none of its own.
_NOT_CALCULATED = "#FORMEL!"
_ERROR = re.compile(r"#{2,}|#N/A|#[A-ZÅÄÖ][A-ZÅÄÖ0-9/_]*[!?]")

_POSTAL_CODE = re.compile(r"(?:SE?-?\s?)?([1-9][0-9]{2})\s?([0-9]{2})")
_WRAPPED = re.compile(r"""="([^"]*)"|'(.*)|([0-9]{7,12})[.,]0+""")
_IN_POWERS_OF_TEN = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,2}")
_LENGTHS_WITHOUT_ZEROS = range(7, 10)
_LOOKS_RIGHT = re.compile(r"(?:[0-9]{6}|[0-9]{8})[-+ ]?[0-9]{4}")

# Beginnings, for exports write skyddad, skyddat and skyddade, and some have no ö.
_HIDDEN = (
    *("sekretess", "sekr.", "skydda", "protected"),
    *("förmedlingsuppdr", "formedlingsuppdr", "skatteverket"),
)
# Skatteverket forwards post to protected persons from its box 2820.
_FORWARDING_BOX = re.compile(r"box[\s.:]*28\s?20\b")


def _why_no_unit(care_system: CareSystem, hsa_id: str, name: str) -> str:
    written = hsa_id or name
    if not written:
        return say("Mottagning saknas.")
    flaw = hsa_id_flaw(hsa_id) if hsa_id else ""
    unknown = say(
        "Mottagningen «{name}» finns inte bland enheterna för {care_system}.",
        name=_short(written),
        care_system=care_system.name,
    )
    return say("{unknown} Dess HSA-id {flaw}.", unknown=unknown, flaw=flaw) if flaw else unknown


def _why_no_date(text: str) -> str:
    if len(possible_dates(text)) > 1:
        return say(
            "Datumet «{text}» kan läsas på två sätt. Skriv det som ÅÅÅÅ-MM-DD.", text=_short(text)
        )
    return _not_read(say("Datumet"), text)


def _not_read(what: str, text: str) -> str:
    if not text:
        return say("{what} saknas.", what=what)
    return say("{what} «{text}» går inte att tolka.", what=what, text=_short(text))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
