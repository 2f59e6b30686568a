"""A FHIR Patient as texts of a booking, after the Swedish base profiles (SEBasePatient 1.1.0)."""

import re
from collections.abc import Iterator

from app.adapters.booking_files.fhir_values import (
    Resource,
    codings,
    first_of,
    is_confidential,
    is_labelled_protected,
    item,
    items,
    plain_number,
    system,
    text,
    texts,
    wording,
)
from app.bookings import Problem
from app.care_systems import FieldName
from app.wording import say

# Our field and where the standard has it.
PATIENT_CELLS: tuple[tuple[FieldName, str], ...] = (
    ("person_id", "Patient.identifier"),
    ("given_name", "Patient.name.given"),
    ("family_name", "Patient.name.family"),
    ("birth_date", "Patient.birthDate"),
    ("deceased", "Patient.deceased"),
    ("phone", "Patient.telecom"),
    ("care_of", "Patient.address.line"),
    ("street", "Patient.address.line"),
    ("postal_code", "Patient.address.postalCode"),
    ("town", "Patient.address.city"),
    ("country", "Patient.address.country"),
    ("protected", "Patient.meta.security"),
    ("interpreter", "Patient.communication"),
)


def read_patient(patient: Resource) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """One text for each of PATIENT_CELLS, "" for what there is not, and what is wrong."""
    numbers = _numbers(patient)
    texts_of_patient = (
        numbers[0] if numbers else "",
        *_name(patient),
        _birth_date(patient),
        "ja" if _is_deceased(patient) else "",
        _phone(patient),
        *_address(patient),
        "ja" if _is_protected(patient) else "",
        _interpreter(patient),
    )
    has_several = len(numbers) > 1 and len(set(map(plain_number, numbers))) > 1
    return texts_of_patient, (_SEVERAL,) if has_several else ()


_SEVERAL = Problem("person_id", say("Patienten har flera olika nummer av samma slag."))

# bookings.md 2.3: the systems of HL7 Sweden and their OIDs, the best number first.
_PERSONNUMMER = ("http://electronichealth.se/identifier/personnummer", "1.2.752.129.2.1.3.1")
_SAMORDNINGSNUMMER = (
    "http://electronichealth.se/identifier/samordningsnummer",
    "1.2.752.129.2.1.3.3",
)
_NATIONAL_RESERVE = (
    "http://electronichealth.se/identifier/nationelltreservnummer",
    "1.2.752.74.9.1",
)
_RESERVE = (
    "https://uid.regionstockholm.se/reservnummer",
    "1.2.752.97.3.1.3",  # Region Stockholm
    "1.2.752.113.11.0.2.1.1.1",  # Västra Götaland
    "1.2.752.129.2.1.3.2",  # Inera CareLink
    "1.2.752.74.9.2",  # Värmland
    "1.2.752.74.9.3",  # Örebro
    "1.2.752.219.1.10.10.1",  # Skåne
    "1.2.752.74.9.5",  # Blekinge
    "1.2.752.269.1.1",  # Västernorrland
    "1.2.752.266.1.1.1",  # Sörmland
    "1.2.752.266.1.1.2",
    "1.2.752.74.9.7",  # Västerbotten
    "1.2.752.74.9.6",  # Halland
    "1.2.752.74.9.9",  # Gävleborg
    "1.2.752.74.9.8",  # Dalarna
)
_SLICES = (_PERSONNUMMER, _SAMORDNINGSNUMMER, _NATIONAL_RESERVE, _RESERVE)
PERSON_SYSTEMS = {name: rank for rank, names in enumerate(_SLICES) for name in names}
_UNKNOWN_SYSTEM = len(_SLICES)
_LOOKS_LIKE_ONE = re.compile(r"(?:[0-9]{6}|[0-9]{8})[-+ ]?[0-9A-Za-z]{4}", re.ASCII)


def _numbers(patient: Resource) -> list[str]:
    """All numbers of the best kind that the patient has; old ones only where there is no other."""
    ranked = list(_ranked(items(patient.get("identifier"))))
    best = min(ranked)[0] if ranked else None
    return [value for rank, value in ranked if rank == best]


def _ranked(identifiers: list[Resource]) -> Iterator[tuple[tuple[bool, int], str]]:
    """A number of another system is a record's or a card's, unless it has a person's form."""
    for identifier in identifiers:
        value = text(identifier.get("value"))
        rank = PERSON_SYSTEMS.get(system(identifier.get("system")), _UNKNOWN_SYSTEM)
        if value and (rank != _UNKNOWN_SYSTEM or _LOOKS_LIKE_ONE.fullmatch(value)):
            yield (identifier.get("use") == "old", rank), value


_NAME_USES = ("official", "usual", "", "temp", "nickname", "anonymous", "maiden")


def _name(patient: Resource) -> tuple[str, str]:
    """Given names and family name. A name that is one text stays whole, but for a comma's parts."""
    names = [name for name in items(patient.get("name")) if text(name.get("use")) in _NAME_USES]
    name = first_of(names, key=lambda name: _NAME_USES.index(text(name.get("use"))))
    given, family = _given(name), text(name.get("family"))
    if given or family:
        return given, family
    before, comma, after = text(name.get("text")).partition(",")
    return (after.strip(), before.strip()) if comma else (before, "")


def _given(name: Resource) -> str:
    """The name that the person is called by where one is marked, else all of them."""
    given = name.get("given")
    if not isinstance(given, list):
        return text(given)
    marks = name.get("_given")
    marks = marks if isinstance(marks, list) else []
    called = [one for one, mark in zip(given, marks, strict=False) if _is_tilltalsnamn(mark)]
    return " ".join(texts(called) or texts(given))


def _is_tilltalsnamn(mark: object) -> bool:
    """SEBasePatient marks it with the qualifier CL of ISO 21090."""
    return any(
        text(extension.get("url")).endswith("EN-qualifier") and extension.get("valueCode") == "CL"
        for extension in items(item(mark).get("extension"))
    )


def _birth_date(patient: Resource) -> str:
    born = text(patient.get("birthDate"))
    return born if _WHOLE_DATE.fullmatch(born) else ""  # FHIR allows a year or a month alone


_WHOLE_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def _is_deceased(patient: Resource) -> bool:
    value = patient.get("deceasedBoolean")
    said = value is True or text(value).casefold() not in {"", "0", "false"}
    return said or bool(patient.get("deceasedDateTime"))


def _is_protected(patient: Resource) -> bool:
    """By a label, or by a name that the standard keeps for hiding who somebody is."""
    hidden = any(name.get("use") == "anonymous" for name in items(patient.get("name")))
    return hidden or is_labelled_protected(patient) or is_confidential(patient)


_PHONE_USES = ("mobile", "home", "", "work", "temp")


def _phone(patient: Resource) -> str:
    numbers = [
        (_PHONE_USES.index(text(contact.get("use"))), text(contact.get("value")))
        for contact in items(patient.get("telecom"))
        if text(contact.get("system")) in {"phone", "sms"}
        and text(contact.get("use")) in _PHONE_USES
    ]
    return next((number for _, number in sorted(numbers, key=lambda one: one[0]) if number), "")


# SNOMED CT's Swedish codes for the address types of Skatteverket, the one for letters first.
_SPECIAL, _REGISTERED = "63391000052104", "63381000052101"
_STATED, _TEMPORARY, _ABROAD = "63411000052104", "64281000052109", "63401000052101"
_OFFICIAL_TYPES = (_SPECIAL, _REGISTERED, "", _STATED, _TEMPORARY, _ABROAD)
_ADDRESS_USES = ("home", "", "billing", "work", "temp")
_SWEDEN = frozenset({"se", "swe", "752", "sverige", "sweden"})
_CARE_OF = re.compile(r"^c/o[ \t:]*\n?.*$", re.IGNORECASE | re.MULTILINE)


def _address(patient: Resource) -> tuple[str, str, str, str, str]:
    """c/o, street, postal code, town and country, "" for Sweden."""
    addresses = [
        address
        for address in items(patient.get("address"))
        if text(address.get("use")) in _ADDRESS_USES
    ]
    address = first_of(addresses, key=_address_rank)
    country, town = text(address.get("country")), text(address.get("city"))
    country = "" if country.casefold() in _SWEDEN else country
    lines = texts(address.get("line")) or list(filter(None, [text(address.get("line"))]))
    if country and not town and len(lines) > 1:
        town = lines.pop()  # the base profiles' own examples write a town abroad as a line
    care_of = _CARE_OF.search("\n".join(lines))
    inside = care_of[0].splitlines() if care_of else []
    street = [line for line in lines if line not in inside]
    return (
        " ".join(care_of[0].split()) if care_of else "",
        ", ".join(street),
        text(address.get("postalCode")),
        town,
        country,
    )


def _address_rank(address: Resource) -> tuple[bool, int, int]:
    codes = (
        text(coding.get("code"))
        for extension in items(address.get("extension"))
        for coding in codings(item(extension.get("valueCodeableConcept")))
    )
    official = next((code for code in codes if code in _OFFICIAL_TYPES), "")
    return (
        address.get("type") == "physical",
        _OFFICIAL_TYPES.index(official),
        _ADDRESS_USES.index(text(address.get("use"))),
    )


def _interpreter(patient: Resource) -> str:
    """The language where HL7's extension says that an interpreter is needed."""
    needed = "extension" in patient and any(
        text(extension.get("url")).endswith("/patient-interpreterRequired")
        and extension.get("valueBoolean") is True
        for extension in items(patient.get("extension"))
    )
    if not needed:
        return ""
    languages = items(patient.get("communication"))
    languages.sort(key=lambda language: language.get("preferred") is not True)
    return next(filter(None, (wording(item(one.get("language"))) for one in languages)), "ja")
