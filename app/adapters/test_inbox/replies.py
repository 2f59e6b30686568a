"""What the test inbox answers: the two responses and the fault, as SOAP 1.1."""

from enum import StrEnum

from lxml import etree

from app.adapters.test_inbox.contract import ADD_MESSAGE, IS_ACTIVE_USER, SOAP
from app.adapters.test_inbox.population import Account

_NAMES = {"soap": SOAP, "add": ADD_MESSAGE, "active": IS_ACTIVE_USER}


class ResultCode(StrEnum):
    OK = "OK"
    ERROR = "ERROR"


class FaultCode(StrEnum):
    """Whose mistake it was; a client's is never worth sending again unchanged."""

    CLIENT = "Client"
    SERVER = "Server"


def message_taken(thread_id: str | None, notified: tuple[str, ...]) -> bytes:
    return _add_message_response(thread_id, notified, ResultCode.OK)


def message_refused(thread_id: str | None, text: str) -> bytes:
    return _add_message_response(thread_id, (), ResultCode.ERROR, text)


def account_state(account: Account) -> bytes:
    envelope, body = _envelope()
    response = etree.SubElement(body, f"{{{IS_ACTIVE_USER}}}IsActiveUserResponse")
    _add(response, "status", "true" if account.active else "false")
    for method in account.methods:
        _add(response, "activeNotificationMethods", method)
    return _serialised(envelope)


def fault(code: FaultCode, text: str) -> bytes:
    """`text` is for administrators and holds nothing of the patient's."""
    envelope, body = _envelope()
    element = etree.SubElement(body, f"{{{SOAP}}}Fault")
    etree.SubElement(element, "faultcode").text = f"soap:{code}"
    etree.SubElement(element, "faultstring").text = text
    return _serialised(envelope)


def _add_message_response(
    thread_id: str | None, notified: tuple[str, ...], code: ResultCode, text: str = ""
) -> bytes:
    envelope, body = _envelope()
    response = etree.SubElement(body, f"{{{ADD_MESSAGE}}}AddMessageToPatientPortalInboxResponse")
    if thread_id is not None:
        _add(response, "messageThreadId", thread_id)
    for method in notified:
        _add(response, "notificationSent", method)
    _add(response, "resultCode", code)
    if text:
        _add(response, "resultText", text)
    return _serialised(envelope)


def _envelope() -> tuple[etree._Element, etree._Element]:
    envelope = etree.Element(f"{{{SOAP}}}Envelope", nsmap=_NAMES)
    return envelope, etree.SubElement(envelope, f"{{{SOAP}}}Body")


def _add(response: etree._Element, name: str, text: str) -> None:
    child = etree.SubElement(response, f"{{{etree.QName(response).namespace}}}{name}")
    child.text = text


def _serialised(envelope: etree._Element) -> bytes:
    return etree.tostring(envelope, encoding="UTF-8", xml_declaration=True)
