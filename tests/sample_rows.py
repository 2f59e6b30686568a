"""Which rows of the samples are special, and what makes a booking so."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from app.bookings import Booking, BookingState, VisitKind
from app.person_id import IdKind
from app.swedish_dates import STOCKHOLM

# A Monday morning in the week that the samples were written for.
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=STOCKHOLM)

# Row numbers as in the files; a message or an entry counts from 1. Other rows are clean.
SPECIAL: dict[str, dict[str, set[int]]] = {
    "agfa_ei.csv": {
        "past": {2},
        "close": {3},
        "no time": {43},
        "care_of": {7, 58},
        "abroad": {10},
        "no address": {39},
        "long address": {51},
        "long name": {55},
        "samordningsnummer": {13},
        "reservnummer": {16},
        "child": {19},
        "teen": {22},
        "protected": {25},
        "interpreter": {47},
        "same time": {29, 30},
        "again": {34, 35},
    },
    "agfa_ei.hl7": {
        "close": {1},
        "two times": {11},
        "moved": {5, 27},
        "cancelled": {14},
        "care_of": {8},
        "samordningsnummer": {17},
        "child": {20},
        "protected": {24},
    },
    "cosmic.json": {
        "close": {3, 4},
        "cancelled": {15, 30, 48, 66},
        "phone": {9, 19, 24, 34, 43, 55, 60, 68},
        "video": {13, 26, 39, 62, 73},
        "care_of": {11},
        "abroad": {57},
        "no address": {41},
        "samordningsnummer": {21},
        "national reserve": {37},
        "child": {53},
        "teen": {32},
        "protected": {17},
        "deceased": {28},
        "interpreter": {50},
        "same time": {45, 46},
        "again": {70, 71},
    },
    "cosmic.xlsx": {
        "past": {5},
        "close": {6},
        "moved": {10, 22, 34, 47, 70},
        "cancelled": {16, 36, 55},
        "phone": {12, 20, 32, 42, 51, 68, 80},
        "video": {24, 40, 61},
        "care_of": {14},
        "abroad": {63},
        "no address": {49},
        "samordningsnummer": {28},
        "reservnummer": {72},
        "child": {74},
        "teen": {53},
        "protected": {38},
        "interpreter": {59},
        "same time": {65, 66},
        "again": {78, 83},
    },
    "opt.csv": {
        "care_of": {30, 82, 122},
        "abroad": {101},
        "no address": {89},
        "samordningsnummer": {104, 134},
        "reservnummer": {118},
        "protected": {29, 77},
        "deceased": {146},
        "same time": {105, 106},
    },
    "paf.csv": {
        "past": {2},
        "close": {3},
        "no time": {43},
        "care_of": {6, 55},
        "abroad": {12},
        "no address": {39},
        "long name": {9},
        "samordningsnummer": {3, 15},
        "reservnummer": {18},
        "child": {24},
        "teen": {21},
        "protected": {28},
        "interpreter": {48},
        "same time": {32, 33},
    },
    "paf.xlsx": {
        "close": {2},
        "moved": {5},
        "cancelled": {26},
        "care_of": {8},
        "abroad": {31},
        "no address": {22},
        "samordningsnummer": {11},
        "reservnummer": {46},
        "protected": {14},
        "same time": {18, 19},
    },
    "prosang.csv": {
        "past": {2},
        "close": {3, 4},
        "moved": {8, 23, 40, 48},
        "cancelled": {19, 44},
        "care_of": {11, 36},
        "no address": {32},
        "protected": {15},
        "same time": {27, 28},
    },
    "rhks.csv": {
        "past": {2, 3},
        "close": {4, 5, 6, 7},
        "moved": {47, 125, 235},
        "cancelled": {192, 281},
        "care_of": {14, 69, 147, 225},
        "abroad": {80},
        "no address": {91},
        "long name": {259},
        "samordningsnummer": {37, 181, 270},
        "reservnummer": {102, 247},
        "protected": {58, 214},
        "deceased": {159},
        "interpreter": {25, 136, 204, 292},
        "same time": {114, 115},
        "again": {170, 257},
    },
    "sectra.hl7": {
        "past": {1},
        "close": {2, 3},
        "moved": {10, 45, 76, 101},
        "cancelled": {30, 86, 111},
        "care_of": {15},
        "abroad": {55},
        "no address": {40},
        "samordningsnummer": {20},
        "reservnummer": {81},
        "protected": {35},
        "deceased": {106},
        "same time": {65, 66},
        "again": {96, 113},
    },
    "t4.csv": {
        "past": {2},
        "close": {3},
        "moved": {6, 41},
        "cancelled": {20},
        "care_of": {11},
        "no address": {30},
        "samordningsnummer": {27},
        "reservnummer": {39},
        "interim": {44},
        "protected": {17},
        "same time": {55, 56},
    },
    "t4.xml": {
        "past": {1},
        "close": {2},
        "samordningsnummer": {33},
        "reservnummer": {14},
        "same time": {20, 21},
    },
}

# What is no exception in a sample: no booked times, children, a contract without addresses.
USUAL = {
    "opt.csv": {"no time"},
    "t4.csv": {"child", "teen"},
    "t4.xml": {"child", "teen", "no address"},
}


def rows_of(bookings: tuple[Booking, ...], kind: str) -> set[int]:
    if kind in {"same time", "again"}:
        times = Counter((b.patient.id.value, b.visit.starts_at) for b in bookings)
        persons = Counter(b.patient.id.value for b in bookings)
        return {
            b.row_no
            for b in bookings
            if persons[b.patient.id.value] > 1
            and (times[b.patient.id.value, b.visit.starts_at] > 1) == (kind == "same time")
        }
    return {booking.row_no for booking in bookings if KINDS[kind](booking)}


def _days_ahead(booking: Booking) -> int:
    at = booking.visit.starts_at
    return 999 if at is None else (at - NOW).days


def age(booking: Booking) -> int:
    age = booking.age_at_visit(NOW.date())
    return 99 if age is None else age


KINDS: dict[str, Callable[[Booking], bool]] = {
    "past": lambda b: _days_ahead(b) < 0,
    "close": lambda b: 0 <= _days_ahead(b) <= 4,
    "no time": lambda b: b.visit.starts_at is None,
    "two times": lambda b: any("olika starttider" in p.sentence for p in b.problems),
    "moved": lambda b: b.state is BookingState.REBOOKED,
    "cancelled": lambda b: b.state is BookingState.CANCELLED,
    "phone": lambda b: b.visit.kind is VisitKind.PHONE,
    "video": lambda b: b.visit.kind is VisitKind.VIDEO,
    "care_of": lambda b: bool(b.patient.address.care_of) and len(b.patient.address.street) < 40,
    "abroad": lambda b: b.patient.address.is_abroad,
    "no address": lambda b: b.patient.address.lines() == () and not b.patient.protected,
    "long address": lambda b: len(b.patient.address.street) > 40,
    "long name": lambda b: len(b.patient.name) > 40,
    "samordningsnummer": lambda b: b.patient.id.kind is IdKind.SAMORDNINGSNUMMER,
    "reservnummer": lambda b: b.patient.id.kind is IdKind.RESERVNUMMER,
    "national reserve": lambda b: b.patient.id.kind is IdKind.NATIONAL_RESERVE,
    "interim": lambda b: b.patient.id.kind is IdKind.INTERIM,
    "child": lambda b: age(b) < 13,
    "teen": lambda b: 13 <= age(b) < 18,
    "protected": lambda b: b.patient.protected,
    "deceased": lambda b: b.patient.deceased,
    "interpreter": lambda b: bool(b.patient.interpreter),
}
