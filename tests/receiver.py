"""A receiver that answers as a test says, for what no well-behaved inbox ever does."""

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

from app.adapters.inbox_1177 import Inbox1177
from app.adapters.test_inbox.contract import ADD_MESSAGE, IS_ACTIVE_USER, SOAP
from app.contracts import Contract, load_contract
from tests.portal import ROOT, THREAD_ID

Talk = Callable[[socket.socket], None]


class Receiver:
    """A server that hears one request at a time and then does what the test says.

    `heard` has the requests, head and body. Over TLS a refused handshake is no request.
    """

    def __init__(self, talk: Talk, *, tls: ssl.SSLContext | None = None) -> None:
        self.heard: list[bytes] = []
        self._talk = talk
        self._tls = tls
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        scheme = "https" if self._tls else "http"
        return f"{scheme}://127.0.0.1:{self._listening.getsockname()[1]}/"

    def body(self) -> bytes:
        """The body of the first request."""
        return self.heard[0].partition(b"\r\n\r\n")[2]

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._listening.accept()
                with line, suppress(OSError):
                    self._answer(line)

    def _answer(self, line: socket.socket) -> None:
        if self._tls is None:
            self.heard.append(hear(line))
            self._talk(line)
            return
        secure = self._tls.wrap_socket(line, server_side=True, do_handshake_on_connect=False)
        with secure:
            try:
                secure.do_handshake()
            except ssl.SSLError:
                # Hears it out below TLS: closing at once would take the refusal back.
                while socket.socket.recv(secure, 65536):
                    pass
            else:
                self.heard.append(hear(secure))
                self._talk(secure)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(timeout=20)


def shipped_contract(version: str = "1.0") -> Contract:
    return load_contract(ROOT / "resources" / "contracts" / f"{version}.toml", own=Path("absent"))


def carrier_to(
    url: str,
    *,
    deadline: float = 20,
    tls: ssl.SSLContext | None = None,
    on_behalf_of: str = "",
    contract: Contract | None = None,
) -> Inbox1177:
    """The carrier under test; `deadline` is for messages and questions."""
    deadlines = {"deadline": deadline, "question_deadline": deadline}
    return Inbox1177(
        url,
        contract=(contract or shipped_contract()).model_copy(update=deadlines),
        logical_address="TEST-1177",
        source_system="TEST-KALLELSER",
        on_behalf_of=on_behalf_of,
        tls=tls,
    )


def hear(line: socket.socket) -> bytes:
    """A whole request: its head and as much of a body as the head says."""
    heard = b""
    while b"\r\n\r\n" not in heard:
        heard += line.recv(65536)
    head, _, body = heard.partition(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length:")[1].split()[0])
    while len(body) < length:
        body += line.recv(65536)
    return head + b"\r\n\r\n" + body


def saying(answer: bytes) -> Talk:
    return lambda line: line.sendall(answer)


def http(body: bytes, *, status: str = "200 OK", headers: str = "") -> bytes:
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: text/xml\r\nContent-Length: {len(body)}\r\n{headers}"
    )
    return head.encode() + b"\r\n" + body


def envelope(body: str) -> bytes:
    return f'<s:Envelope xmlns:s="{SOAP}"><s:Body>{body}</s:Body></s:Envelope>'.encode()


def response(inner: str = "<resultCode>OK</resultCode>", *, thread_id: str = THREAD_ID) -> bytes:
    name = "AddMessageToPatientPortalInboxResponse"
    thread = f"<messageThreadId>{thread_id}</messageThreadId>" if thread_id else ""
    return envelope(f'<{name} xmlns="{ADD_MESSAGE}">{thread}{inner}</{name}>')


def account(inner: str) -> bytes:
    name = "IsActiveUserResponse"
    return envelope(f'<{name} xmlns="{IS_ACTIVE_USER}">{inner}</{name}>')


def fault(code: str, text: str, *, status: str = "500 Internal Server Error") -> bytes:
    inner = f"<faultcode>{code}</faultcode><faultstring>{text}</faultstring>"
    return http(envelope(f"<s:Fault>{inner}</s:Fault>"), status=status)


def stall(line: socket.socket) -> None:
    """Says nothing until the other side hangs up."""
    line.recv(1)


def drip(start: bytes) -> Talk:
    """Says a little again and again, so that no single read takes long."""

    def talk(line: socket.socket) -> None:
        line.sendall(start)
        line.settimeout(0.02)
        while True:
            line.sendall(b" ")
            with suppress(TimeoutError):
                line.recv(1)

    return talk


def reset(line: socket.socket) -> None:
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
