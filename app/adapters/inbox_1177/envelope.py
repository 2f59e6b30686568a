"""The SOAP 1.1 of the two service contracts: requests written, answers read.

Source: RIV-TA infrastructure:eservicesupply:patientportal 1.0, profile RIVTABP21.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from app.dispatch import Parcel

_SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_REGISTRY = "urn:riv:itintegration:registry:1"
_PORTAL = "urn:riv:infrastructure:eservicesupply:patientportal"
_CORE = f"{_PORTAL}:1"
_ADD = f"{_PORTAL}:AddMessageToPatientPortalInboxResponder:1"
_ACTIVE = f"{_PORTAL}:IsActiveUserResponder:1"
_NAMES = {"soap": _SOAP, "reg": _REGISTRY, "core": _CORE, "add": _ADD, "active": _ACTIVE}

ADD_MESSAGE_ACTION = f"{_ADD}:AddMessageToPatientPortalInbox"
IS_ACTIVE_USER_ACTION = f"{_ACTIVE}:IsActiveUser"


class NotTheAnswer(Exception):
    """What came back is no answer to what was asked."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`code` is OK, INFO or ERROR; `thread_id` is the one that the answer names, or ""."""

    thread_id: str
    code: str
    text: str
    notified: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    active: bool
    methods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """`code` is SOAP's own Client, Server or another, or "" where the code is not SOAP's."""

    code: str
    text: str


def is_known_to_1177(person: str) -> bool:
    """Whether a number has the form that the contract lets be asked for."""
    return re.fullmatch(r"[0-9]{8}[0-9pPtTfF][0-9]{3}", person) is not None


def add_message(parcel: Parcel, *, logical_address: str, source_system: str) -> bytes:
    """The request for one message with notification. Raises ValueError for what XML cannot hold.

    The letter's id is the thread id, so that both sides can name the message.
    """
    dispatch = parcel.dispatch
    envelope, request = _request("add:AddMessageToPatientPortalInbox", logical_address)
    _add(request, "add:subjectOfCareId", dispatch.person)
    message = _add(request, "add:message")
    unit = _add(message, "core:organisationUnit")
    _add(unit, "core:unitId", dispatch.unit_id)
    _add(unit, "core:unitName", dispatch.unit_name)
    if dispatch.unit_phone:
        _add(unit, "core:unitTelephone", dispatch.unit_phone)
    _add(message, "core:messageThreadId", str(dispatch.id))
    _add(message, "core:messageDescription", dispatch.subject)
    _add(message, "core:messageText", parcel.content.decode())
    _add(request, "add:notify", "true")
    _add(request, "add:sourceSystem", source_system)
    return _serialised(envelope)


def is_active_user(person: str, *, logical_address: str) -> bytes:
    envelope, request = _request("active:IsActiveUser", logical_address)
    _add(request, "active:subjectOfCareId", person)
    return _serialised(envelope)


def read_verdict(body: bytes) -> Verdict:
    """Raises NotTheAnswer."""
    response = _response(body, "add:AddMessageToPatientPortalInboxResponse")
    code = response.findtext("add:resultCode", "", _NAMES)
    if code not in {"OK", "INFO", "ERROR"}:
        raise NotTheAnswer("resultCode")
    return Verdict(
        thread_id=response.findtext("add:messageThreadId", "", _NAMES),
        code=code,
        text=" ".join(response.findtext("add:resultText", "", _NAMES).split()),
        notified=_texts(response.findall("add:notificationSent", _NAMES)),
    )


def read_account(body: bytes) -> Account:
    """Raises NotTheAnswer."""
    response = _response(body, "active:IsActiveUserResponse")
    status = response.findtext("active:status", "", _NAMES).strip()
    if status not in {"true", "false", "1", "0"}:
        raise NotTheAnswer("status")
    methods = response.findall("active:activeNotificationMethods", _NAMES)
    return Account(active=status in {"true", "1"}, methods=_texts(methods))


def read_fault(body: bytes) -> Fault:
    """Raises NotTheAnswer."""
    fault = _response(body, "soap:Fault")
    element = fault.find("faultcode")
    return Fault(
        code="" if element is None else _soap_code(element),
        text=" ".join(fault.findtext("faultstring", "").split()),
    )


def _request(payload: str, logical_address: str) -> tuple[etree._Element, etree._Element]:
    envelope = etree.Element(_tag("soap:Envelope"), nsmap=_NAMES)
    _add(_add(envelope, "soap:Header"), "reg:LogicalAddress", logical_address)
    return envelope, _add(_add(envelope, "soap:Body"), payload)


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, _tag(name))
    child.text = text
    return child


def _tag(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{_NAMES[prefix]}}}{local}"


def _serialised(envelope: etree._Element) -> bytes:
    etree.cleanup_namespaces(envelope)
    return etree.tostring(envelope, encoding="UTF-8", xml_declaration=True)


def _response(body: bytes, payload: str) -> etree._Element:
    """The one element of the answer's Body, if it is the one that was waited for."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True
    )
    try:
        envelope = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise NotTheAnswer("XML") from error
    if envelope.getroottree().docinfo.internalDTD is not None:
        raise NotTheAnswer("DOCTYPE")
    found = envelope.findall("soap:Body/*", _NAMES)
    if envelope.tag != _tag("soap:Envelope") or [one.tag for one in found] != [_tag(payload)]:
        raise NotTheAnswer("Body")
    return found[0]


def _texts(elements: Iterable[etree._Element]) -> tuple[str, ...]:
    return tuple((element.text or "").strip() for element in elements)


def _soap_code(element: etree._Element) -> str:
    """`Client` for both `soap:Client` and `soap:Client.Reason`, where soap is SOAP's namespace."""
    prefix, _, local = (element.text or "").strip().rpartition(":")
    return local.partition(".")[0] if element.nsmap.get(prefix or None) == _SOAP else ""
