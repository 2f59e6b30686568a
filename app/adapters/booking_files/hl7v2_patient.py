"""Who a scheduling message is for: the number, name, address and warnings of one PID."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache, partial
from itertools import filterfalse

from app.adapters.booking_files.hl7v2_message import Fields
from app.adapters.booking_files.hl7v2_notation import Components, Notation
from app.care_systems import FieldName

# Our field and where the standard has it.
PATIENT_CELLS: tuple[tuple[FieldName, str], ...] = (
    ("person_id", "PID-3"),
    ("family_name", "PID-5.1"),
    ("given_name", "PID-5.2"),
    ("birth_date", "PID-7"),
    ("care_of", "PID-11.2"),
    ("street", "PID-11.1"),
    ("postal_code", "PID-11.5"),
    ("town", "PID-11.3"),
    ("country", "PID-11.6"),
    ("phone", "PID-13"),
    ("deceased", "PID-30"),
    ("protected", "PV1-16"),
    ("referred_by", "PV1-8"),
)


def read_patient(segments: Mapping[str, Fields], notation: Notation) -> tuple[str, ...]:
    """A text for each of PATIENT_CELLS, of PID and of the PD1, PV1, PV2 and ARV that follow it."""
    fields, stay = segments["PID"], segments.get("PV1")
    names = notation.repetitions(fields[5])
    is_alive = _is_no(fields[30], notation) and not notation.first(fields[29])
    return (
        read_person_id(fields, notation),
        *_name(names, notation),
        _birth_date(fields[7]),
        *_address(fields[11], notation),
        _phone(fields[13], notation),
        "" if is_alive else "ja",
        "ja" if _is_flagged(segments, notation) or _has_pseudonym(names) else "",
        _doctor(stay[8], notation) if stay else "",
    )


def read_person_id(patient: Fields, notation: Notation) -> str:
    """The Swedish number among those of PID-3, else the first: the reader of rows says so."""
    if notation.repetition not in patient[3]:
        return notation.first_component(patient[3])
    ids = [one for one in notation.repetitions(patient[3]) if notation.value(one[1])]
    return notation.value(min(ids, key=partial(_rank, notation))[1]) if ids else ""


def is_protected(segments: Mapping[str, Fields], notation: Notation) -> bool:
    """Any sign of it: to stop one row too many costs a look, to send one costs a hiding place."""
    names = notation.repetitions(segments["PID"][5])
    return _is_flagged(segments, notation) or _has_pseudonym(names)


def _is_flagged(segments: Mapping[str, Fields], notation: Notation) -> bool:
    for name, number in _PROTECTION_FLAGS.items():
        if name in segments and not _is_no(segments[name][number], notation):
            return True
    return "ARV" in segments and segments["ARV"][2] != "D"


def _has_pseudonym(names: list[Components]) -> bool:
    return _PSEUDONYM in [name[7].strip() for name in names]


def _is_no(flag: str, notation: Notation) -> bool:
    return not flag or notation.first(flag).casefold() in _NO


_PROTECTION_FLAGS = {"PV1": 16, "PV2": 22, "PD1": 12}
_NO = frozenset({"", "0", "f", "false", "n", "nej", "no"})


def _rank(notation: Notation, identifier: Components) -> int:
    """By the authority's OID, else by its name or the type's, else by the number's own form."""
    known = _authority_rank(identifier[4], identifier[5], notation)
    if known is not None:
        return known
    number = notation.value(identifier[1])
    return next((rank for rank, form in _FORMS if form.fullmatch(number)), _INTERNAL)


@lru_cache(maxsize=200)
def _authority_rank(authority: str, kind: str, notation: Notation) -> int | None:
    namespace, *others = notation.parts(authority)
    names = (namespace.casefold(), notation.value(kind).casefold())
    ranks = [*map(_OIDS.get, (namespace, *others[:1])), *map(_NAMES.get, names)]
    return next((rank for rank in ranks if rank is not None), None)


# Identifier systems: Inera and HL7 Sweden's base profiles. A personnummer goes before a number
# that somebody had until they got one.
_OIDS = {
    "1.2.752.129.2.1.3.1": 0,
    "1.2.752.129.2.1.3.3": 1,
    "1.2.752.74.9.1": 2,
    **dict.fromkeys(
        (
            "1.2.752.97.3.1.3",
            "1.2.752.113.11.0.2.1.1.1",
            "1.2.752.113.11.0.2.1.1.4",
            "1.2.752.129.2.1.3.2",
            "1.2.752.219.1.10.10.1",
            "1.2.752.269.1.1",
            "1.2.752.266.1.1.1",
            "1.2.752.266.1.1.2",
            *(f"1.2.752.74.9.{region}" for region in (2, 3, 5, 6, 7, 8, 9)),
        ),
        2,
    ),
}
# No Swedish profile of HL7 v2 is public: these are ASSUMED, but for NNSWE of table 0203.
_NAMES = {
    **dict.fromkeys(("pnr", "personnummer", "personnr", "skv", "skatteverket", "nnswe"), 0),
    **dict.fromkeys(("samordningsnummer", "samordningsnr", "samnr", "snr"), 1),
    **dict.fromkeys(("reservnummer", "reservnr", "resnr", "rnr", "nrid"), 2),
}
_FORMS = (
    # A month, and a day to which 60 may be added: personnummer and samordningsnummer.
    (3, re.compile(r"(?:1[89]|20)?[0-9]{2}(?:0[0-9]|1[0-2])[0-36-9][0-9][-+ –]?[0-9]{4}")),
    (4, re.compile(r"(?:[0-9]{8}|[0-9]{6})[-+ –]?[0-9A-Za-z]{4}")),
)
_INTERNAL = 5


def _name(names: list[Components], notation: Notation) -> tuple[str, str]:
    """The family and given name of type L, else of no type, else the first that is written."""
    if len(names) > 1:
        names = sorted((one for one in names if one[1] or one[2]), key=_name_rank)
    return (notation.parts(names[0][1])[0], notation.value(names[0][2])) if names else ("", "")


def _name_rank(name: Components) -> int:
    return _NAME_TYPES.get(name[7].strip(), _OTHER_TYPE)


_NAME_TYPES = {"L": 0, "": 1}
_OTHER_TYPE = 2
_PSEUDONYM = "S"


def _birth_date(raw: str) -> str:
    """Never moved to another day by an offset; "" for a year or a month alone."""
    try:
        return date.fromisoformat(raw[: len("ÅÅÅÅMMDD")]).isoformat()
    except ValueError:
        return ""


def _address(raw: str, notation: Notation) -> tuple[str, ...]:
    """The first that post can reach: the standard puts the mailing address first."""
    for address in notation.repetitions(raw):
        if (address[1] or address[3]) and address[7].strip() not in _NOT_FOR_POST:
            return _postal(address, notation)
    return _NO_ADDRESS


_NO_ADDRESS = ("",) * 5


def _postal(address: Components, notation: Notation) -> tuple[str, ...]:
    """c/o, street, postal code, town and country, "" for Sweden."""
    line, town, state, postal_code, country = map(notation.value, address[2:7])
    care_of, street = "", _street(notation.parts(address[1]))
    if line or "/" in street:
        care_of, street = _care_of_and_street((street, line))
    if country.casefold() in _SWEDEN:
        return care_of, street, postal_code, town, ""
    return care_of, street, postal_code, _joined((town, state)), country


# Table 0190: a bad address, places of birth, and the country that somebody comes from.
_NOT_FOR_POST = frozenset({"BA", "BDL", "BR", "N", "F"})
_SWEDEN = frozenset({"", "se", "swe", "sverige", "sweden"})
_CARE_OF = re.compile(r"c/o\b", re.IGNORECASE)


def _care_of_and_street(lines: tuple[str, str]) -> tuple[str, str]:
    return _joined(filter(_CARE_OF.match, lines)), _joined(filterfalse(_CARE_OF.match, lines))


def _street(parts: list[str]) -> str:
    """Some repeat the street's name and number after the whole line, others write only them."""
    if len(parts) == 1:
        return parts[0]
    line, rest = parts[0], _joined(parts[1:3])
    return line if rest in line else _joined((line, rest))


def _phone(raw: str, notation: Notation) -> str:
    """The first for speech: written whole, unformatted (XTN-12), or in its parts."""
    for number in notation.repetitions(raw):
        if number[3].strip() not in _NO_SPEECH:
            written = notation.value(number[1] or number[12]) or _joined(number[5:8])
            if written:
                return written
    return ""


_NO_SPEECH = frozenset({"FX", "MD", "TDD", "TTY", "BP", "Internet", "X.400"})


@lru_cache(maxsize=200)
def _doctor(raw: str, notation: Notation) -> str:
    doctor = notation.components(raw)
    return _joined((notation.value(doctor[3]), notation.parts(doctor[2])[0]))


def _joined(texts: Iterable[str]) -> str:
    return " ".join(filter(None, texts))
