"""Values out of FHIR resources that may hold anything: nothing here raises, absence is empty."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

Resource = dict[str, object]


def items(value: object) -> list[Resource]:
    """The objects of a list, or the object that stands where a list should."""
    if not value:
        return []
    if isinstance(value, list):
        if len(value) == 1 and isinstance(value[0], dict):
            return value  # as nearly always, so it is not made anew
        return [item for item in value if isinstance(item, dict)]
    return [value] if isinstance(value, dict) else []


def item(value: object) -> Resource:
    """The object, or the first of a list."""
    if isinstance(value, dict):
        return value
    found = items(value) if value else ()
    return found[0] if found else {}


def first_of(values: list[Resource], *, key: Callable[[Resource], Any]) -> Resource:
    """The one with the least key. Nearly always there is one only, and no need to ask."""
    if len(values) > 1:
        return min(values, key=key)
    return values[0] if values else {}


def text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def texts(value: object) -> list[str]:
    return [found for one in value if (found := text(one))] if isinstance(value, list) else []


def codings(concept: Resource) -> list[Resource]:
    """Those of a CodeableConcept, or of R5's CodeableReference; a Coding is its own."""
    concept = item(concept.get("concept")) or concept
    return items(concept["coding"]) if "coding" in concept else [concept]


def wording(concept: Resource) -> str:
    """What people call the concept: its text, else the first display of its codings."""
    concept = item(concept.get("concept")) or concept
    if said := text(concept.get("text")):
        return said
    return next(filter(None, (text(coding.get("display")) for coding in codings(concept))), "")


def system(value: object) -> str:
    """A URI as it is compared: an OID with or without its prefix is the same."""
    return _plain_uri(value) if isinstance(value, str) else ""


@lru_cache(maxsize=1_000)
def _plain_uri(uri: str) -> str:
    return uri.strip().casefold().removeprefix("urn:oid:").rstrip("/")


def plain_number(value: object) -> str:
    """An identifier's value as it is compared, without separators."""
    return _SEPARATORS.sub("", text(value)).casefold()


_SEPARATORS = re.compile(r"[\s\-+]+")


def hsa_id(resource: Resource) -> str:
    """The resource's HSA-id, or ""."""
    for identifier in items(resource.get("identifier")):
        if system(identifier.get("system")) in _HSA and (value := text(identifier.get("value"))):
            return value
    return ""


# RIV-TA's root, and the one that the Swedish base profiles and Cambio's guide use.
_HSA = frozenset({"1.2.752.129.2.1.4.1", "1.2.752.29.4.19"})


def is_labelled_protected(resource: Resource) -> bool:
    """Whether meta.security has a label of the Swedish base profiles for protected identity.

    Or one that only says so in words: what is misread as protection stops one letter, and what
    is missed gives away an address.
    """
    return "meta" in resource and any(
        _PROTECTION.search(f"{text(label.get('code'))} {text(label.get('display'))}")
        for label in _labels(resource)
    )


def is_confidential(resource: Resource) -> bool:
    """Whether meta.security has HL7's codes for what is restricted or very restricted."""
    return "meta" in resource and any(
        text(label.get("code")) in {"R", "V"}
        and system(label.get("system")) in {"", *_CONFIDENTIALITY}
        for label in _labels(resource)
    )


# sekretessmarkering and skyddadFolkbokforing of http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel
# 1.1.0, and others' words for them.
_PROTECTION = re.compile("sekretess|skydda|protected", re.IGNORECASE)
_CONFIDENTIALITY = frozenset(
    {
        "http://terminology.hl7.org/codesystem/v3-confidentiality",
        "http://hl7.org/fhir/v3/confidentiality",
        "2.16.840.1.113883.5.25",
    }
)


def _labels(resource: Resource) -> list[Resource]:
    return items(item(resource.get("meta")).get("security"))
