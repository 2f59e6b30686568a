"""A day's file of 300 bookings of which 37 ask for a decision, of the kinds that occur together.

Persons are invented and have official test personnummer; the layout is the assumed one of Agfa EI.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.exports import AGFA_EI

Entry = dict[str, str]

PLAIN, EXCEPTIONS = 263, 37

_PERSONS = (
    ("19890212-2392", "Ahlgren, Kristoffer"),
    ("19590711-3178", "Tallhage, Stig-Örjan"),
    ("19470611-2234", "Warsame, Bertil"),
    ("19600503-2872", "Lövmark, Alvar"),
    ("19411028-8083", "Norén, Maj-Britt"),
    ("19800428-2383", "Ryssfält, Svea"),
    ("19900331-2387", "Hultåker, Renée"),
    ("19500505-0975", "Svärdfält, Tore"),
    ("19570103-2863", "Källström, Kerstin"),
    ("19670729-3467", "Rönnklint, Yvonne"),
    ("19610118-2803", "Nowak, Ingegerd"),
    ("19550314-2027", "Ytterhed, Siw"),
    ("19550801-2647", "Örnäs, Berit"),
    ("19921001-2382", "Virtanen, Zeynep"),
    ("19770424-2382", "Bäckdal, Elvira"),
    ("19880306-2390", "Mörck, Yusuf"),
    ("19980403-2390", "Sjöberg-Norén, Rasmus"),
    ("19631104-1872", "Wikfors, Bengt-Olof"),
)
_PROTECTED = (("19841213-2394", "Nyblåst, Folke"), ("19790710-2383", "Sjöberg, Johanna"))
_TEMPORARY = (("19690275-2382", "Kowalewski, Dariusz"), ("19710538-2415", "Horvat, Milena"))
_CHILD, _TEENAGER = ("20181008-2386", "Granåsen, Tuva"), ("20131031-2390", "Hedén Öhman, Viggo")

_NO_ADDRESS = {"Gatuadress": "", "Postnummer": "", "Ort": ""}
_LONG_ADDRESS = {"C/o-adress": "Familjen Fjällström-Löwenadler af Ekenstam i gamla prästgården"}
_ABROAD = {
    "Gatuadress": "Bjørnegårdsveien 12",
    "Postnummer": "0581",
    "Ort": "Oslo",
    "Land": "Norge",
}

_NO_DATE = {"Undersökningsdatum": "snart"}

# As seen from the noon that tests live in; the first day is a Monday with no hurry to it.
_LAST_WEEK, _TOMORROW = date(2026, 11, 18), date(2026, 11, 24)
_FIRST_DAY, _SATURDAY = date(2027, 1, 11), date(2027, 2, 13)
_WEEKDAYS = 5


def entries() -> tuple[Entry, ...]:
    """In the order of a file: what asks for a decision is scattered among the rest."""
    mixed = list(_plain())
    for number, entry in enumerate(_exceptions()):
        mixed.insert(number * 8, entry)
    return tuple(
        entry | {"Undersöknings-id": f"EI{number}"} for number, entry in enumerate(mixed, start=1)
    )


def _plain() -> Iterator[Entry]:
    """Each person once a day at most."""
    for number in range(PLAIN):
        day, person = divmod(number, len(_PERSONS))
        yield _entry(_PERSONS[person], _weekday(day))


def _exceptions() -> Iterator[Entry]:
    """14 that cannot be sent as they are, then 23 to be looked at."""
    later = map(_weekday, range(20, 60))
    yield from (_entry(one, next(later)) | {"Skyddade uppgifter": "J"} for one in _PROTECTED)
    yield from (_entry(one, next(later)) | _NO_ADDRESS for one in 2 * _TEMPORARY)
    yield from (_entry(one, next(later)) | _LONG_ADDRESS for one in _TEMPORARY)
    yield from (_entry(one, _LAST_WEEK) for one in _PERSONS[:3])
    yield from (_entry(one, _FIRST_DAY) | _NO_DATE for one in _PERSONS[:3])
    yield from (_entry(one, next(later)) | {"Tolkspråk": "Arabiska"} for one in _PERSONS[:9])
    yield from (_entry(one, _TOMORROW) for one in _PERSONS[:4])
    yield from (_entry(one, _weekday(70)) for one in _PERSONS[:2])
    yield from (_entry(one, _weekday(70)) | {"Undersökningstid": "13:30"} for one in _PERSONS[:2])
    yield from (_entry(one, next(later)) | _ABROAD for one in _TEMPORARY)
    yield from (_entry(one, _SATURDAY) for one in _PERSONS[:2])
    yield from (_entry(one, next(later)) for one in (_CHILD, _TEENAGER))


def _entry(person: tuple[str, str], day: date) -> Entry:
    number, name = person
    told = {"Patient-id": number, "Patientnamn": name, "Undersökningsdatum": day.isoformat()}
    return AGFA_EI | told


def _weekday(number: int) -> date:
    weeks, days = divmod(number, _WEEKDAYS)
    return _FIRST_DAY + timedelta(weeks=weeks, days=days)
