"""The test inbox's reading of the two contracts, held against the published schemas."""

import copy
import itertools
from collections.abc import Callable, Iterator

import pytest
from lxml import etree

from app.adapters.test_inbox.contract import (
    ADD_MESSAGE,
    CORE,
    IS_ACTIVE_USER,
    ContractViolation,
    read_request,
)
from tests.parcels import PERSON
from tests.portal import (
    ACTIVE_ACTION,
    ADD_ACTION,
    add_message,
    element,
    envelope,
    is_active_user,
    is_valid,
    soap,
)

XSI = "http://www.w3.org/2001/XMLSchema-instance"
TEXTS = (
    *("", " ", "x", "true", "false", "1", "0", " true\n", "TRUE", "ja", "Embedded", "embedded"),
    *("191212121212", "19121212P212", "19121212x212", "1912121212123", "１９1212121212"),
)


def test_its_reading_is_that_of_the_published_schemas():
    """But for one sentence of theirs: a wish to notify needs a sourceSystem."""
    payloads = [add_message(), is_active_user(PERSON)]
    requests = [*payloads, *itertools.chain.from_iterable(map(altered, payloads))]

    differences = [
        etree.tostring(request)
        for request in requests
        if is_taken(request) != (is_valid(request) and not lacks_source_system(request))
    ]

    assert differences == []


def test_every_choice_of_optional_elements_is_taken():
    optional = ("messageThreadId", "messageDescription", "ssoLink", "notify", "unitTelephone")

    for absent in itertools.chain.from_iterable(
        itertools.combinations(optional, count) for count in range(len(optional) + 1)
    ):
        request = add_message()
        for name in absent:
            remove(next(request.iter("{*}" + name)))
        assert is_valid(request)
        assert is_taken(request)


def test_a_type_given_by_the_sender_is_stricter_here_than_in_the_schemas():
    request = add_message()
    next(request.iter("{*}messageText")).set(f"{{{XSI}}}type", "xs:string")

    with pytest.raises(ContractViolation, match="Attribut"):
        read_request(soap(request), action=ADD_ACTION)


def test_a_wish_to_notify_needs_the_sending_system():
    request = add_message()
    remove(next(request.iter("{*}sourceSystem")))

    with pytest.raises(ContractViolation, match="notify kräver att sourceSystem"):
        read_request(soap(request), action=ADD_ACTION)


@pytest.mark.parametrize(
    ("body", "action", "complaint"),
    [
        (b"", ADD_ACTION, "välformad"),
        (b"<a>", ADD_ACTION, "välformad"),
        (b"<a/>", ADD_ACTION, "Envelope"),
        (soap(add_message()), "", "SOAPAction"),
        (soap(add_message()), ACTIVE_ACTION, "samma tjänst"),
        (etree.tostring(envelope(add_message(), address=None)), ADD_ACTION, "LogicalAddress"),
        (etree.tostring(envelope(add_message(), address="  ")), ADD_ACTION, "LogicalAddress"),
        (soap(add_message()).replace(b":Header", b":Huvud"), ADD_ACTION, "Header"),
        (b"<!DOCTYPE a>" + etree.tostring(envelope(add_message())), ADD_ACTION, "DOCTYPE"),
        (
            "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>".encode(
                "utf-16"
            ),
            ADD_ACTION,
            "DOCTYPE",
        ),
        (etree.tostring(envelope(add_message()), encoding="ISO-8859-1"), ADD_ACTION, "UTF-8"),
    ],
)
def test_what_is_no_call_of_the_contracts_is_refused(body: bytes, action: str, complaint: str):
    with pytest.raises(ContractViolation, match=complaint):
        read_request(body, action=action)


def test_a_body_of_two_calls_is_refused():
    both = envelope(add_message())
    both[1].append(is_active_user(PERSON))

    with pytest.raises(ContractViolation, match="ett enda element"):
        read_request(etree.tostring(both), action=ADD_ACTION)


def test_entities_are_never_expanded():
    levels = b"".join(
        b"<!ENTITY %c '%s'>" % (after, b"&%c;" % before * 10)
        for before, after in itertools.pairwise(b"abcdefghij")
    )
    bomb = b"<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>" + levels + b"]><a b='&j;'>&j;</a>"

    with pytest.raises(ContractViolation):
        read_request(bomb, action=ADD_ACTION)


def test_a_complaint_names_the_element_and_never_quotes_it():
    request = add_message(person="Eva Exempel")

    with pytest.raises(ContractViolation) as refused:
        read_request(soap(request), action=ADD_ACTION)

    assert str(refused.value) == (
        "Fel form på innehållet: AddMessageToPatientPortalInbox/subjectOfCareId."
    )


def is_taken(payload: etree._Element) -> bool:
    name = etree.QName(payload)
    try:
        read_request(soap(payload), action=f"{name.namespace}:{name.localname}")
    except ContractViolation:
        return False
    return True


def lacks_source_system(payload: etree._Element) -> bool:
    wish = (payload.findtext(f"{{{ADD_MESSAGE}}}notify") or "").strip()
    system = (payload.findtext(f"{{{ADD_MESSAGE}}}sourceSystem") or "").strip()
    return wish in {"true", "1"} and not system


def altered(payload: etree._Element) -> Iterator[etree._Element]:
    """Every change at every place: text, order, number, name, namespace, child, attribute."""
    for place, _ in enumerate(payload.iter()):
        for change in CHANGES:
            copied = copy.deepcopy(payload)
            change(list(copied.iter())[place])
            yield copied


def remove(one: etree._Element) -> None:
    if (parent := one.getparent()) is not None:
        parent.remove(one)


def repeat(one: etree._Element) -> None:
    if one.getparent() is not None:
        one.addnext(copy.deepcopy(one))


def move_first(one: etree._Element) -> None:
    if (parent := one.getparent()) is not None:
        parent.insert(0, one)


def move_last(one: etree._Element) -> None:
    if (parent := one.getparent()) is not None:
        parent.append(one)


def with_text(text: str) -> Callable[[etree._Element], None]:
    return lambda one: setattr(one, "text", text)


def with_loose_text(one: etree._Element) -> None:
    if one.getparent() is not None:
        one.tail = "lös text"


def in_namespace(namespace: str) -> Callable[[etree._Element], None]:
    def change(one: etree._Element) -> None:
        if one.getparent() is not None:
            one.tag = f"{{{namespace}}}{etree.QName(one).localname}"

    return change


def without_namespace(one: etree._Element) -> None:
    if one.getparent() is not None:
        one.tag = etree.QName(one).localname


def with_child(namespace: str) -> Callable[[etree._Element], None]:
    def change(one: etree._Element) -> None:
        element(one, namespace, "tillagg", "x")

    return change


def with_attribute(name: str) -> Callable[[etree._Element], None]:
    return lambda one: one.set(name, "true")


def with_comment(one: etree._Element) -> None:
    one.insert(0, etree.Comment("en anmärkning"))


CHANGES = (
    *(remove, repeat, move_first, move_last, with_loose_text, without_namespace, with_comment),
    *map(with_text, TEXTS),
    *map(in_namespace, (ADD_MESSAGE, CORE, IS_ACTIVE_USER, "urn:other")),
    *map(with_child, (ADD_MESSAGE, CORE, "urn:other")),
    *map(with_attribute, ("lang", f"{{{XSI}}}nil", f"{{{XSI}}}noNamespaceSchemaLocation")),
)
