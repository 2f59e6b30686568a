"""What the two service contracts demand of a request, as the receiving side reads them.

Source: the RIV-TA schemas of infrastructure:eservicesupply:patientportal 1.0. Stricter than they
are in two places: a wish to notify needs a sourceSystem, which the schema only says in words, and
no attributes are taken but xsi:schemaLocation. The literal ^ and $ of the published pattern are
left out, as they would refuse every real number.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from lxml import etree

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
REGISTRY = "urn:riv:itintegration:registry:1"
PORTAL = "urn:riv:infrastructure:eservicesupply:patientportal"
CORE = f"{PORTAL}:1"
ADD_MESSAGE = f"{PORTAL}:AddMessageToPatientPortalInboxResponder:1"
IS_ACTIVE_USER = f"{PORTAL}:IsActiveUserResponder:1"


class ContractViolation(Exception):
    """The request breaks the contract. The text names elements, never what stands in them."""


@dataclass(frozen=True, slots=True)
class AddMessage:
    """A message for one person's inbox; `thread_id` is None where the request has none."""

    person: str
    thread_id: str | None
    subject: str
    text: str
    unit_id: str
    wants_notification: bool


@dataclass(frozen=True, slots=True)
class IsActiveUser:
    person: str


def read_request(body: bytes, *, action: str) -> AddMessage | IsActiveUser:
    """The request of a SOAP 1.1 envelope. Raises ContractViolation."""
    payload = _payload(_parse(body))
    operation = _OPERATIONS.get(action)
    if operation is None:
        raise ContractViolation("SOAPAction är inte någon av de två som finns här.")
    if payload.tag != operation.tag:
        raise ContractViolation("SOAPAction och elementet i Body är inte samma tjänst.")
    operation.check(payload)
    return operation.read(payload)


def _parse(body: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise ContractViolation("Begäran är inte välformad XML.") from error
    described = root.getroottree().docinfo
    if described.internalDTD is not None:
        raise ContractViolation("DOCTYPE är inte tillåtet.")
    if (described.encoding or "UTF-8").upper() not in {"UTF-8", "US-ASCII"}:
        raise ContractViolation("Begäran ska vara kodad i UTF-8.")
    return root


def _payload(envelope: etree._Element) -> etree._Element:
    """The one element of Body, in an envelope with a LogicalAddress."""
    if envelope.tag != f"{{{SOAP}}}Envelope":
        raise ContractViolation("Rotelementet är inte Envelope i SOAP 1.1.")
    if [part.tag for part in envelope] != [f"{{{SOAP}}}Header", f"{{{SOAP}}}Body"]:
        raise ContractViolation("Envelope ska ha Header och Body, i den ordningen.")
    header, body = envelope
    addresses = header.findall(f"{{{REGISTRY}}}LogicalAddress")
    if len(addresses) != 1 or len(addresses[0]) or not (addresses[0].text or "").strip():
        raise ContractViolation("LogicalAddress saknas i Header.")
    if len(body) != 1:
        raise ContractViolation("Body ska ha ett enda element.")
    return body[0]


class Check(Protocol):
    def __call__(self, element: etree._Element) -> None:
        """Raises ContractViolation."""
        ...


@dataclass(frozen=True, slots=True)
class _Part:
    """A declared child of a sequence; every child here occurs at most once."""

    name: str
    check: Check
    least: int = 1


def _optional(name: str, check: Check) -> _Part:
    return _Part(name, check, least=0)


def _sequence(namespace: str, *parts: _Part) -> Check:
    """A complexType of these children, in this order, and no others."""

    def check(element: etree._Element) -> None:
        extra = _after_declared(element, namespace, parts)
        if extra:
            raise ContractViolation(f"Ett element för mycket eller på fel plats: {_path(element)}.")

    return check


def _open_sequence(namespace: str, *parts: _Part) -> Check:
    """The same, ending in `xs:any namespace="##other"`: elements of any namespace but its own."""

    def check(element: etree._Element) -> None:
        for extra in _after_declared(element, namespace, parts):
            if etree.QName(extra).namespace in {None, namespace}:
                raise ContractViolation(
                    f"Ett element för mycket eller på fel plats: {_path(element)}."
                )

    return check


def _after_declared(
    element: etree._Element, namespace: str, parts: tuple[_Part, ...]
) -> list[etree._Element]:
    """Checks the declared children and gives those that follow them."""
    _refuse_attributes(element)
    if any((text or "").strip(_WHITE) for text in (element.text, *(kid.tail for kid in element))):
        raise ContractViolation(f"Lös text mellan elementen: {_path(element)}.")
    rest = list(element)
    for part in parts:
        if rest and rest[0].tag == f"{{{namespace}}}{part.name}":
            part.check(rest.pop(0))
        elif part.least:
            raise ContractViolation(
                f"{part.name} saknas eller står på fel plats: {_path(element)}."
            )
    return rest


def _text(element: etree._Element) -> None:
    _refuse_attributes(element)
    if len(element):
        raise ContractViolation(f"Bara text är tillåten: {_path(element)}.")


def _matching(pattern: str) -> Check:
    expression = re.compile(pattern)

    def check(element: etree._Element) -> None:
        _text(element)
        if not expression.fullmatch(element.text or ""):
            raise ContractViolation(f"Fel form på innehållet: {_path(element)}.")

    return check


def _refuse_attributes(element: etree._Element) -> None:
    if any(name not in _SCHEMA_HINTS for name in element.keys()):  # noqa: SIM118 - lxml
        raise ContractViolation(f"Attribut är inte tillåtna: {_path(element)}.")


def _path(element: etree._Element) -> str:
    """Declared names below Body; never anything that the sender made up."""
    names = [etree.QName(above).localname for above in element.iterancestors()]
    return "/".join([*reversed(names[: names.index("Body")]), etree.QName(element).localname])


_WHITE = " \t\r\n"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA_HINTS = {f"{{{_XSI}}}schemaLocation", f"{{{_XSI}}}noNamespaceSchemaLocation"}

_NAMES = {"add": ADD_MESSAGE, "active": IS_ACTIVE_USER, "core": CORE}

_boolean = _matching(rf"[{_WHITE}]*(true|false|1|0)[{_WHITE}]*")
_person = _matching(r"[0-9]{8}[0-9pPtTfF][0-9]{3}")

_organisation_unit = _sequence(
    CORE,
    _Part("unitId", _text),
    _Part("unitName", _text),
    _optional("unitAddress", _text),
    _optional("unitPostalCode", _text),
    _optional("unitPostalCity", _text),
    _optional("unitTelephone", _text),
)
_sso_link = _sequence(
    CORE,
    _Part("systemId", _text),
    _Part("text", _text),
    _optional("queryString", _text),
    _Part("type", _matching("CurrentTarget|Embedded|Widget|NewTarget")),
)
_message = _sequence(
    CORE,
    _Part("organisationUnit", _organisation_unit),
    _optional("messageThreadId", _text),
    _optional("messageDescription", _text),
    _Part("messageText", _text),
    _optional("ssoLink", _sso_link),
)
_add_message = _open_sequence(
    ADD_MESSAGE,
    _Part("subjectOfCareId", _person),
    _Part("message", _message),
    _optional("notify", _boolean),
    _optional("sourceSystem", _text),
)
_is_active_user = _open_sequence(IS_ACTIVE_USER, _Part("subjectOfCareId", _person))


def _read_add_message(payload: etree._Element) -> AddMessage:
    def text(path: str) -> str:
        return payload.findtext(path, "", _NAMES)

    wants_notification = text("add:notify").strip(_WHITE) in {"true", "1"}
    if wants_notification and not text("add:sourceSystem").strip():
        raise ContractViolation("notify kräver att sourceSystem är ifyllt.")
    return AddMessage(
        person=text("add:subjectOfCareId"),
        thread_id=payload.findtext("add:message/core:messageThreadId", None, _NAMES),
        subject=text("add:message/core:messageDescription"),
        text=text("add:message/core:messageText"),
        unit_id=text("add:message/core:organisationUnit/core:unitId"),
        wants_notification=wants_notification,
    )


def _read_is_active_user(payload: etree._Element) -> IsActiveUser:
    return IsActiveUser(payload.findtext("active:subjectOfCareId", "", _NAMES))


@dataclass(frozen=True, slots=True)
class _Operation:
    tag: str
    check: Check
    read: Callable[[etree._Element], AddMessage | IsActiveUser]


_OPERATIONS = {
    f"{ADD_MESSAGE}:AddMessageToPatientPortalInbox": _Operation(
        f"{{{ADD_MESSAGE}}}AddMessageToPatientPortalInbox", _add_message, _read_add_message
    ),
    f"{IS_ACTIVE_USER}:IsActiveUser": _Operation(
        f"{{{IS_ACTIVE_USER}}}IsActiveUser", _is_active_user, _read_is_active_user
    ),
}
