"""Who and what a FHIR file refers to, and which of them a reference means."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple, TypeVar

from app.adapters.booking_files.fhir_patient import (
    PERSON_SYSTEMS,
    read_patient,
)
from app.adapters.booking_files.fhir_values import (
    Resource,
    hsa_id,
    item,
    items,
    plain_number,
    system,
    text,
    texts,
)
from app.bookings import Problem

Key = TypeVar("Key")


class Reference(NamedTuple):
    """`target` is a URL, `Patient/1` or `#1`; `identifier` is a system and a value."""

    target: str = ""
    kind: str = ""
    identifier: tuple[str, str] = ("", "")
    display: str = ""

    @classmethod
    def of(cls, value: object) -> "Reference":
        reference = item(value)
        if not reference:
            return NOTHING
        return cls(
            text(reference.get("reference")).partition("/_history/")[0],
            text(reference["type"]) if "type" in reference else "",
            _identifier(reference["identifier"]) if "identifier" in reference else ("", ""),
            text(reference.get("display")),
        )


NOTHING = Reference()


def _identifier(value: object) -> tuple[str, str]:
    if not value:
        return "", ""
    identifier = item(value)
    return system(identifier.get("system")), text(identifier.get("value"))


class Party(NamedTuple):
    """What bookings need of a patient, a place, a clinic, a person or a referral.

    `owner` is who provides the service, manages the place or asked for the examination, and
    `around` what a place is part of. `texts` are a patient's. A party that is not in the file is
    only what the reference to it says.
    """

    kind: str
    id: str
    name: str = ""
    hsa_id: str = ""
    address: tuple[str, ...] = ()
    owner: Reference = NOTHING
    around: Reference = NOTHING
    texts: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_in_file: bool = True


def party_of(resource: Resource) -> Party:
    kind, resource_id = text(resource.get("resourceType")), text(resource.get("id"))
    if kind == "Patient":
        patient_texts, problems = read_patient(resource)
        return Party(kind, resource_id, texts=patient_texts, problems=problems)
    address = item(resource.get("address"))
    return Party(
        kind,
        resource_id,
        name=_name(resource),
        hsa_id=hsa_id(resource),
        address=tuple(filter(None, (*texts(address.get("line")), text(address.get("city"))))),
        owner=_owner(resource),
        around=Reference.of(resource.get("partOf")),
    )


PARTY_KINDS = (
    "Patient",
    "HealthcareService",
    "Location",
    "Organization",
    "Practitioner",
    "PractitionerRole",
    "ServiceRequest",
)

# Who provides a service, manages a place, holds a role, or asks for an examination.
_OWNERS = ("providedBy", "managingOrganization", "requester", "practitioner")


def _owner(resource: Resource) -> Reference:
    return Reference.of(next((resource[name] for name in _OWNERS if name in resource), None))


def _name(resource: Resource) -> str:
    """An organization's or a place's name, or a person's as it is said."""
    person = item(resource.get("name"))
    said = " ".join(filter(None, (*texts(person.get("given")), text(person.get("family")))))
    names = (resource.get("name"), person.get("text"), said, resource.get("description"))
    return next(filter(None, map(text, names)), "")


class Parties:
    """Those of one file. What could mean two that differ means none of them.

    References are read as R4 §2.36.4.1 says: by full URL, by type and id on the same server, or
    by identifier.
    """

    def __init__(self) -> None:
        self._by_url: dict[str, Party | None] = {}
        self._by_id: dict[str, Party | None] = {}
        self._by_identifier: dict[tuple[str, str, str], Party | None] = {}
        self._on_a_server: set[str] = set()

    def add(self, resource: Resource, *, full_url: str) -> None:
        party = party_of(resource)
        if full_url:
            _keep(self._by_url, full_url, party)
        if party.id:
            own = f"{party.kind}/{party.id}"
            _keep(self._by_id, own, party)
            if _is_absolute(full_url):
                self._on_a_server.add(own)
        for identifier in items(resource.get("identifier")):
            if value := plain_number(identifier.get("value")):
                name = system(identifier.get("system"))
                _keep(self._by_identifier, (party.kind, name, value), party)

    def meant(self, reference: Reference, *, server: str, contained: Mapping[str, Party]) -> Party:
        """What a reference means, said in a resource of a server, "" for none, that contains."""
        if reference.target.startswith("#"):
            return contained.get(reference.target) or _as_it_says(reference)
        found = self._by_target(reference.target, server) if reference.target else None
        return found or self._by_number(reference) or _as_it_says(reference)

    def _by_target(self, target: str, server: str) -> Party | None:
        is_of_server = "://" in server and not _is_absolute(target)
        url = f"{server}/{target}" if is_of_server else target
        if url in self._by_url:
            return self._by_url[url]
        own = "/".join(url.rsplit("/", 2)[-2:])
        is_elsewhere = _is_absolute(url) and own in self._on_a_server
        return None if is_elsewhere else self._by_id.get(own)

    def _by_number(self, reference: Reference) -> Party | None:
        name, value = reference.identifier
        if not value:
            return None
        kinds = (reference.kind,) if reference.kind else PARTY_KINDS
        keys = ((kind, name, plain_number(value)) for kind in kinds)
        return next(filter(None, map(self._by_identifier.get, keys)), None)


def contained_in(resource: Resource) -> dict[str, Party]:
    """The parties that stand inside a resource, by what refers to them."""
    found: dict[str, Party | None] = {}
    for inner in items(resource.get("contained")):
        _keep(found, f"#{text(inner.get('id'))}", party_of(inner))
    return {target: party for target, party in found.items() if party is not None}


def _keep(kept: dict[Key, Party | None], key: Key, party: Party) -> None:
    """The same party may come twice, in two pages of one answer."""
    if kept.setdefault(key, party) != party:
        kept[key] = None


def _is_absolute(url: str) -> bool:
    return "://" in url or url.startswith("urn:")


@lru_cache(maxsize=1_000)
def _as_it_says(reference: Reference) -> Party:
    """A party that is not in the file; `Patient/1` tells at least that it is a patient."""
    name, value = reference.identifier
    kind = reference.kind or "".join(set(reference.target.split("/")[-2:-1]) & set(PARTY_KINDS))
    if not kind and name in PERSON_SYSTEMS:
        kind = "Patient"
    resource: Resource = {
        "resourceType": kind,
        "identifier": {"system": name, "value": value},
        "name": {"text": reference.display},
    }
    return party_of(resource)._replace(is_in_file=False)
