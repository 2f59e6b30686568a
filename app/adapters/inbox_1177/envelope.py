"""SOAP 1.1 by a contract's mapping: requests written, answers read.

Source: RIV-TA Basic Profile 2.1; the names of a contract's own are data.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from app.contracts import ContractMapping, MessageCall, QuestionCall, ValueName

_SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_REGISTRY = "urn:riv:itintegration:registry:1"
_NAMES = {"soap": _SOAP, "reg": _REGISTRY}

Namespaces = Mapping[str, str]
Values = Mapping[ValueName, str]


class NotTheAnswer(Exception):
    """What came back is no answer to what was asked."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the inbox says of a message; `thread_id` is the one that it names, or ""."""

    thread_id: str
    code: str
    taken: bool
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


def payload(
    call: MessageCall | QuestionCall, values: Values, *, namespaces: Namespaces
) -> etree._Element:
    """The request of a call; what has no value is left out.

    Raises ValueError for what XML cannot hold.
    """
    root = etree.Element(_tag(call.request, namespaces), nsmap=dict(namespaces))
    for path, value in call.fields.items():
        if text := values.get(value):
            _put(root, [_tag(name, namespaces) for name in path.split("/")], text)
    etree.cleanup_namespaces(root)
    return root


def enveloped(request: etree._Element, *, logical_address: str) -> bytes:
    envelope = etree.Element(_tag("soap:Envelope"), nsmap=_NAMES)
    header = etree.SubElement(envelope, _tag("soap:Header"))
    etree.SubElement(header, _tag("reg:LogicalAddress")).text = logical_address
    etree.SubElement(envelope, _tag("soap:Body")).append(request)
    return etree.tostring(envelope, encoding="UTF-8", xml_declaration=True)


def read_verdict(body: bytes, mapping: ContractMapping) -> Verdict:
    """Raises NotTheAnswer."""
    call, names = mapping.message, mapping.namespaces
    response = _response(body, _tag(call.answer, names))
    code = response.findtext(call.code, "", names)
    if code not in {*call.taken, *call.refused}:
        raise NotTheAnswer("resultCode")
    return Verdict(
        thread_id=response.findtext(call.thread_id, "", names),
        code=code,
        taken=code in call.taken,
        text=" ".join(response.findtext(call.text, "", names).split()),
        notified=_texts(response.findall(call.notified, names)),
    )


def read_account(body: bytes, mapping: ContractMapping) -> Account:
    """Raises NotTheAnswer."""
    call, names = mapping.question, mapping.namespaces
    response = _response(body, _tag(call.answer, names))
    status = response.findtext(call.active, "", names).strip()
    if status not in {"true", "false", "1", "0"}:
        raise NotTheAnswer("status")
    methods = response.findall(call.methods, names)
    return Account(active=status in {"true", "1"}, methods=_texts(methods))


def read_fault(body: bytes) -> Fault:
    """Raises NotTheAnswer."""
    fault = _response(body, _tag("soap:Fault"))
    element = fault.find("faultcode")
    return Fault(
        code="" if element is None else _soap_code(element),
        text=" ".join(fault.findtext("faultstring", "").split()),
    )


def _put(parent: etree._Element, path: list[str], text: str) -> None:
    """Neighbours share the elements that their paths have in common."""
    name, *below = path
    last = parent[-1] if len(parent) else None
    shared = last is not None and below and last.tag == name
    child = last if last is not None and shared else etree.SubElement(parent, name)
    if below:
        _put(child, below, text)
    else:
        child.text = text


def _tag(name: str, namespaces: Namespaces = _NAMES) -> str:
    prefix, local = name.split(":")
    return f"{{{namespaces[prefix]}}}{local}"


def _response(body: bytes, wanted: str) -> etree._Element:
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
    if envelope.tag != _tag("soap:Envelope") or [one.tag for one in found] != [wanted]:
        raise NotTheAnswer("Body")
    return found[0]


def _texts(elements: Iterable[etree._Element]) -> tuple[str, ...]:
    return tuple((element.text or "").strip() for element in elements)


def _soap_code(element: etree._Element) -> str:
    """`Client` for both `soap:Client` and `soap:Client.Reason`, where soap is SOAP's namespace."""
    prefix, _, local = (element.text or "").strip().rpartition(":")
    return local.partition(".")[0] if element.nsmap.get(prefix or None) == _SOAP else ""
