"""Calls of the 1177 contracts, the published schemas, and an inbox living in a thread."""

import contextlib
import copy
import http.client
import json
import queue
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from app.adapters.test_inbox import running, serve
from app.adapters.test_inbox.contract import ADD_MESSAGE, CORE, IS_ACTIVE_USER, REGISTRY, SOAP
from tests.fakes import NOON
from tests.parcels import DOCBOOK, PERSON

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = ROOT.parent / "shared" / "data" / "rivta" / "patientportal"

ADD_ACTION = f"{ADD_MESSAGE}:AddMessageToPatientPortalInbox"
ACTIVE_ACTION = f"{IS_ACTIVE_USER}:IsActiveUser"
THREAD_ID = "00000000-0000-0000-0000-000000000001"
SAMORDNINGSNUMMER = "191401682396"


def element(
    parent: etree._Element, namespace: str, name: str, text: str | None = None
) -> etree._Element:
    child = etree.SubElement(parent, f"{{{namespace}}}{name}")
    child.text = text
    return child


def add_message(*, person: str = PERSON, text: str = DOCBOOK) -> etree._Element:
    """The payload with every element that the contract knows, and one that it lets be added."""
    payload = etree.Element(f"{{{ADD_MESSAGE}}}AddMessageToPatientPortalInbox")
    element(payload, ADD_MESSAGE, "subjectOfCareId", person)
    message = element(payload, ADD_MESSAGE, "message")
    unit = element(message, CORE, "organisationUnit")
    for name in ("unitId", "unitName", "unitAddress", "unitPostalCode", "unitPostalCity"):
        element(unit, CORE, name, f"min {name}")
    element(unit, CORE, "unitTelephone", "010-000 00 00")
    element(message, CORE, "messageThreadId", THREAD_ID)
    element(message, CORE, "messageDescription", "Kallelse till röntgen")
    element(message, CORE, "messageText", text)
    link = element(message, CORE, "ssoLink")
    for name, value in (("systemId", "s"), ("text", "t"), ("queryString", "q")):
        element(link, CORE, name, value)
    element(link, CORE, "type", "Embedded")
    element(payload, ADD_MESSAGE, "notify", "true")
    element(payload, ADD_MESSAGE, "sourceSystem", "TEST")
    element(payload, "urn:other", "extra", "får finnas")
    return payload


def is_active_user(person: str) -> etree._Element:
    payload = etree.Element(f"{{{IS_ACTIVE_USER}}}IsActiveUser")
    element(payload, IS_ACTIVE_USER, "subjectOfCareId", person)
    return payload


def envelope(payload: etree._Element, *, address: str | None = "TEST-1177") -> etree._Element:
    root = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"soap": SOAP})
    header = element(root, SOAP, "Header")
    if address is not None:
        element(header, REGISTRY, "LogicalAddress", address)
    element(root, SOAP, "Body").append(copy.deepcopy(payload))
    return root


def soap(payload: etree._Element) -> bytes:
    return etree.tostring(envelope(payload), encoding="UTF-8", xml_declaration=True)


def payload_of(body: bytes) -> etree._Element:
    """The one element of an envelope's Body."""
    (payload,) = etree.fromstring(body).findall(f"{{{SOAP}}}Body/*")
    return payload


def is_valid(payload: etree._Element) -> bool:
    """The published schemas' verdict on a request or a response. Skips where they are absent."""
    name = etree.QName(payload).localname.removesuffix("Response")
    path = SCHEMAS / "interactions" / f"{name}Interaction" / f"{name}Responder_1.0.xsd"
    if path not in _loaded:
        if not path.exists():
            pytest.skip("de publicerade schemana finns inte här")
        parser = etree.XMLParser()
        parser.resolvers.add(_PatchedCore())
        _loaded[path] = etree.XMLSchema(etree.parse(str(path), parser))
    return _loaded[path].validate(payload)


class _PatchedCore(etree.Resolver):
    """Takes out the ^ and $ of one pattern, which would refuse every real number."""

    def resolve(  # type: ignore[override] # the stub lacks the context
        self, system_url: str, _public_id: str, context: object
    ) -> object:
        published = Path(system_url).read_text("utf-8")
        patched = published.replace('"^[0-9]', '"[0-9]').replace('{3}$"', '{3}"')
        return self.resolve_string(patched, context, base_url=system_url)


_loaded: dict[Path, etree.XMLSchema] = {}


@dataclass(frozen=True)
class Reply:
    status: int
    body: bytes
    headers: Mapping[str, str]

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(one.text or "" for one in etree.fromstring(self.body).iter("{*}" + name))


@dataclass
class Clock:
    """Moves on by `step` seconds each time somebody looks at it."""

    step: float = 0.0
    seconds: float = 0.0

    def __call__(self) -> float:
        self.seconds += self.step
        return self.seconds


@dataclass
class LivingInbox:
    """The test inbox with a clock of ours, and a caller that knows only HTTP."""

    folder: Path
    thread: threading.Thread
    port: int
    clock: Clock

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def post(self, body: bytes, *, action: str = ADD_ACTION, **headers: str) -> Reply:
        sent = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": f'"{action}"'} | headers
        return self.call("POST", "/", body=body, headers=sent)

    def call(
        self, method: str, path: str, *, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with contextlib.closing(connection):
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return Reply(response.status, response.read(), dict(response.getheaders()))

    def send_raw(self, data: bytes) -> socket.socket:
        line = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        line.sendall(data)
        return line

    def end(self) -> None:
        """Says goodbye as a program does, and waits until every call is finished."""
        if self.thread.is_alive():
            with running(self.folder, command=("not to be started",), cwd=ROOT):
                pass
        self.wait_for_end()

    def wait_for_end(self) -> None:
        self.thread.join(timeout=20)
        assert not self.thread.is_alive()


def no_problems(_: str) -> tuple[str, ...]:
    return ()


def start_inbox(
    folder: Path, *, problems: Callable[[str], tuple[str, ...]] = no_problems
) -> LivingInbox:
    clock = Clock()
    announced: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    thread = threading.Thread(
        target=serve,
        args=(folder,),
        kwargs={
            "docbook_problems": problems,
            "now": lambda: NOON,
            "clock": clock,
            "announce": announced.put,
        },
        daemon=True,
    )
    thread.start()
    return LivingInbox(folder, thread, json.loads(announced.get(timeout=20))["port"], clock)
