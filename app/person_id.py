"""Who a booking is for: the Swedish identity numbers, classified and checked."""

import re
from datetime import date
from enum import StrEnum

from app.values import value


class IdKind(StrEnum):
    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    RESERVNUMMER = "reservnummer"
    NATIONAL_RESERVE = "nationellt reservnummer"
    INTERIM = "interimsnummer"
    UNKNOWN = "okänt nummer"

    @property
    def is_temporary(self) -> bool:
        """True for numbers that cannot log in on 1177 (regional rule: paper only)."""
        return self in _TEMPORARY


_TEMPORARY = frozenset(IdKind) - {IdKind.PERSONNUMMER, IdKind.UNKNOWN}


@value
class PersonId:
    """`value` is ASCII without separators for known kinds, else the text as it was written.

    It has 12 characters, but for Skåne's short reserve number, which has 10.
    """

    kind: IdKind
    value: str
    birth_date: date | None = None

    @property
    def display(self) -> str:
        """The number as staff read it, with a hyphen before the last four: 19121212-1212."""
        if self.kind is IdKind.UNKNOWN:
            return self.value
        return f"{self.value[:-4]}-{self.value[-4:]}"

    def age_at(self, day: date) -> int | None:
        """Whole years on that day, or None where the number holds no birth date."""
        if self.birth_date is None:
            return None
        had_birthday = (day.month, day.day) >= (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - (not had_birthday)


def classify(text: str, *, today: date, born: date | None = None) -> PersonId:
    """What kind of number this is, by form and check digit; never raises.

    `born` is a birth date told beside the number: it settles the century of ten digits without
    a sign, which could be those of somebody a hundred years older.
    ASCII only: full-width digits look right on screen and match nothing in a register.
    """
    written = text.strip()
    # As most are written: no pattern needs to be tried, and the first rule is the strictest.
    if len(written) == _WHOLE and written.isascii() and (found := _personnummer(written, today)):
        return found
    match = _form(written)
    if match is not None:
        value = _without_separator(match, today, born)
        for rule in _RULES:
            if found := rule(value, today):
                return found
    return PersonId(IdKind.UNKNOWN, written)


def classify_without_zeros(text: str, *, today: date, born: date | None = None) -> PersonId:
    """The number whose zeros at the start a spreadsheet took away, where its check digit holds.

    Another kind of number can pass by chance, so a person has to look at what this finds.
    """
    written = text.strip()
    if written.isascii() and written.isdigit() and len(written) in _LENGTHS_WITHOUT_ZEROS:
        found = classify(written.zfill(len("YYMMDDNNNC")), today=today, born=born)
        if found.kind in {IdKind.PERSONNUMMER, IdKind.SAMORDNINGSNUMMER}:
            return found
    return PersonId(IdKind.UNKNOWN, written)


def has_wrong_plus(text: str, *, today: date) -> bool:
    """True for a plus beside a whole year of birth that is less than a hundred years ago.

    Such a number is read by its year. A hyphen says nothing there: most people write it always.
    """
    match = _form(text.strip())
    if match is None or match[2] != "+" or len(match[1]) != len("YYYYMMDD"):
        return False
    return int(match[1][:4]) > today.year - 100


def luhn_holds(digits: str) -> bool:
    """Whether the last of an even number of digits is the check digit of the others."""
    written = digits.encode()
    return sum(written[::2].translate(_TWICE) + written[1::2].translate(_ONCE)) % 10 == 0


def _form(written: str) -> re.Match[str] | None:
    return _FORM.fullmatch(written if written.isascii() else written.translate(_ONE_DASH))


_WHOLE = len("YYYYMMDDNNNC")
_FORM = re.compile(r"([0-9]{8}|[0-9]{6})([-+ ]?)([0-9A-Za-z]{4})")

# Word processors turn a hyphen into one of these; each means the same in an identity number.
_ONE_DASH = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")

_OLDEST = date(1840, 1, 1)
_COORDINATION_DAYS = 60  # added to the day of birth; 60 itself is an unknown day

_LENGTHS_WITHOUT_ZEROS = range(7, 10)  # 000101NNNC and 091231NNNC

_SKANE_SHORT = re.compile(r"[0-9]{6}[DEF][A-Z][01][A-Z]")


def _without_separator(match: re.Match[str], today: date, born: date | None) -> str:
    """Twelve capitals and digits, with the century that the short form leaves out."""
    day, sign, last = match.groups()
    value = f"{day}{last.upper()}"
    if len(day) == len("YYYYMMDD") or _SKANE_SHORT.fullmatch(value):
        return value
    year = _full_year(day, sign, today)
    if born is not None and not sign.strip() and _is_century_later(day, year, born):
        year = born.year
    return f"{year:04}{value[2:]}"


def _full_year(digits: str, sign: str, today: date) -> int:
    """The latest year that gives no day after today. A plus is for those who turn 100 or more.

    The sign changes with the year, not with the birthday (folkbokföringslagen 18 §).
    """
    year = today.year - (today.year - int(digits[:2])) % 100
    if sign == "+":
        return year - 100
    born = _date_or_none(year, int(digits[2:4]), int(digits[4:]) % _COORDINATION_DAYS)
    return year - 100 if born is not None and born > today else year


def _is_century_later(digits: str, year: int, born: date) -> bool:
    """Whether these are the digits of that birth date, a hundred years before that year."""
    month, day = int(digits[2:4]), int(digits[4:]) % _COORDINATION_DAYS
    return (year - 100, month, day) == (born.year, born.month, born.day)


def _personnummer(value: str, today: date) -> PersonId | None:
    if not value.isdigit() or value[8:11] == "000" or not luhn_holds(value[2:]):
        return None
    born = _birth_date(value[:8], today)
    return PersonId(IdKind.PERSONNUMMER, value, born) if born else None


def _samordningsnummer(value: str, today: date) -> PersonId | None:
    """Official numbers also have month 00, day 60, and days such as 30 February."""
    if not value.isdigit() or value[8:11] == "000" or not luhn_holds(value[2:]):
        return None
    year, month, day = int(value[:4]), int(value[4:6]), int(value[6:8]) - _COORDINATION_DAYS
    if year not in range(_OLDEST.year, today.year + 1):
        return None
    if month not in range(13) or day not in range(32):
        return None
    born = _date_or_none(year, month, day)
    if born is not None and born > today:
        return None
    return PersonId(IdKind.SAMORDNINGSNUMMER, value, born)


def _reserve_with_check_digit(value: str, _today: date) -> PersonId | None:
    """Region Stockholm, Inera with Halland, and Västra Götaland, whose letter counts as a digit."""
    holds = (
        (_STOCKHOLM.fullmatch(value) and luhn_holds(value[4:]))
        or (_INERA.fullmatch(value) and luhn_holds(value[2:]))
        or (_VGR.fullmatch(value) and luhn_holds(value[2:].translate(_VGR_DIGITS)))
    )
    return PersonId(IdKind.RESERVNUMMER, value) if holds else None


def _interim_number(value: str, today: date) -> PersonId | None:
    """One letter in the first serial position, which the check digit counts as 1."""
    if not _INTERIM.fullmatch(value) or not luhn_holds(f"{value[2:8]}1{value[9:]}"):
        return None
    born = _birth_date(value[:8], today)
    return PersonId(IdKind.INTERIM, value, born) if born else None


def _national_reserve(value: str, _today: date) -> PersonId | None:
    return PersonId(IdKind.NATIONAL_RESERVE, value) if _NRID.fullmatch(value) else None


def _regional_reserve(value: str, _today: date) -> PersonId | None:
    return PersonId(IdKind.RESERVNUMMER, value) if _REGIONAL.fullmatch(value) else None


# The strictest first: what a check digit confirms is not left to a form alone.
_RULES = (
    _personnummer,
    _samordningsnummer,
    _reserve_with_check_digit,
    _interim_number,
    _national_reserve,
    _regional_reserve,
)

# Forms and check digits of reserve numbers: HL7 Sweden's base profiles and Inera's list of local
# ones. Region Jönköping's own form is not public.
_STOCKHOLM = re.compile(r"99(?:19[89]|2[0-2][0-9])[0-9]{7}")
_INERA = re.compile(r"[0-9]{4}(?:0[1-9]|1[0-2])(?:3[2-9]|[45][0-9])[0-9]{4}")
_VGR = re.compile(r"[0-9]{8}[KMX](?:0[6-9]|[1-8][0-9])[0-9]")
_VGR_DIGITS = str.maketrans("KMX", "578")
_INTERIM = re.compile(r"[0-9]{8}[TRSUWXJKLMNP][0-9]{3}")
# Never a century (18-21) first. How letters enter its check digit is not public.
_NRID = re.compile(
    r"(?:00|2[2-9]|[3-8][0-9]|9[0-8])[0-9]{6}(?:[A-HJ-NPR-UXYZ]{2}[0-9]|[A-HJ-NPR-UXYZ]{3})[0-9]"
)
_REGIONAL = re.compile(
    "|".join(
        (
            r"[0-9]{8}[A-Z]{2}[0-9][A-Z]",  # Blekinge, Sörmland
            r"[0-9]{8}[A-Z][0-9]{3}",  # Dalarna, Västerbotten, Sörmland's older series
            r"[0-9]{10}[MKX][0-9]",  # Gävleborg
            r"(?:[0-9]{8}|[0-9]{6})[DEF][A-Z][01][A-Z]",  # Skåne, also without century
            r"[0-9]{8}S[FUXPL][0-9][A-UW-Z1-9]",  # Värmland
            r"[0-9]{11}R",  # Västernorrland
            r"[0-9]{8}T[A-Z][0-9][A-J]",  # Örebro
        )
    )
)

# What a digit counts, and what it counts doubled, its own two digits added where it became two.
_ONCE = bytes.maketrans(b"0123456789", bytes(range(10)))
_TWICE = bytes.maketrans(b"0123456789", bytes((0, 2, 4, 6, 8, 1, 3, 5, 7, 9)))


def _birth_date(digits: str, today: date) -> date | None:
    """A third of the time of `_date_or_none`, which every row of a long file would take."""
    try:
        born = date.fromisoformat(digits)
    except ValueError:
        return None
    return born if _OLDEST <= born <= today else None


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
