"""The test inbox over HTTP/1.1 on loopback: SOAP calls in, faults and answers out."""

import json
import socket
import sys
import time
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from app.adapters.test_inbox.conduct_file import ConductFile
from app.adapters.test_inbox.contract import IS_ACTIVE_USER
from app.adapters.test_inbox.inbox import Answer, Inbox
from app.adapters.test_inbox.misbehaving import MISDEEDS, misbehave
from app.adapters.test_inbox.presence import Presence
from app.conduct import INVISIBLE, QUESTION, TRAITS

LOOPBACK = "127.0.0.1"
SERVICE_PATH = "/"
HOLD_PATH = "/hold"
READ_PATH = "/read"
LARGEST_REQUEST = 1_000_000
_CORRELATION = "x-skltp-correlation-id"
_UNNAMED = "no correlation id"
_TLS_HANDSHAKE = b"\x16"


class InboxServer(ThreadingHTTPServer):
    """Listens on a free port; closing it lets the calls under way finish."""

    daemon_threads = False
    # On Windows this would let another program listen on the same port.
    allow_reuse_address = False
    # How soon the loop sees that nobody is left, in seconds.
    timeout = 0.1

    def __init__(
        self,
        inbox: Inbox,
        *,
        conduct: ConductFile,
        presence: Presence,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__((LOOPBACK, 0), _Conversation)
        self.inbox = inbox
        self.conduct = conduct
        self.presence = presence
        self.now = now
        self.identity = b""

    def server_bind(self) -> None:
        """Skips the name lookup that HTTPServer makes, which may take seconds without a network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]

    def get_request(self) -> tuple[socket.socket, Any]:
        accepted = super().get_request()
        # Told here, in the loop that also asks whether it is over: nobody slips in between.
        self.presence.arrives()
        return accepted

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        super().shutdown_request(request)
        self.presence.leaves(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """Logs what kind of error it was and nothing that could come out of a message."""
        self.log(f"fel {type(sys.exc_info()[1]).__name__}")

    def log(self, text: str) -> None:
        sys.stderr.write(f"{self.now().isoformat(timespec='seconds')} {text}\n")
        sys.stderr.flush()


class _Conversation(BaseHTTPRequestHandler):
    server: InboxServer
    protocol_version = "HTTP/1.1"
    # A caller that stops in the middle of a call is let go after so many seconds.
    timeout = 30
    # An answer leaves as one piece: two would wait for each other's acknowledgement.
    wbufsize = -1

    def version_string(self) -> str:
        return "testinkorg"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Tells what was refused; what was taken is in the folder of messages."""
        if int(code) >= HTTPStatus.BAD_REQUEST:
            self.server.log(f"{self.command} {int(code)}")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Says nothing: these texts may quote the request."""

    def handle(self) -> None:
        """Hangs up on whoever speaks TLS: read as a line of HTTP, a handshake might never end."""
        if self.connection.recv(1, socket.MSG_PEEK) != _TLS_HANDSHAKE:
            super().handle()

    def _route(self) -> None:
        methods = _ROUTES.get(self.path)
        if methods is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        elif self.command not in methods:
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, Allow=", ".join(methods))
        else:
            methods[self.command](self)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _route  # noqa: N815 - the library's names

    def _answer_call(self) -> None:
        refusal = self._why_no_call()
        if refusal is not None:
            self._refuse(refusal)
            return
        body = self._body()
        if body is not None:
            self._answer_as_told(body, self.headers.get("SOAPAction", "").strip().strip('"'))

    def _answer_as_told(self, body: bytes, action: str) -> None:
        """The right answer, unless the inbox has been told to meet this call otherwise."""
        conduct = self.server.conduct
        time.sleep(conduct.conduct().latency_ms / 1000)
        fault = conduct.next_fault(self._call(action), among=_OURS)
        copies = TRAITS[fault].kept if fault else 1
        answers = [self.server.inbox.answer(body, action=action) for _ in range(copies)]
        if fault is None or fault in INVISIBLE:
            self._send_answer(answers[-1])
        else:
            self.close_connection = True
            misbehave(fault, self.connection, answer=answers[-1].body if answers else b"")

    def _call(self, action: str) -> str:
        """The name under which a call meets its fault."""
        is_question = action.startswith(IS_ACTIVE_USER)
        return QUESTION if is_question else self.headers.get(_CORRELATION) or _UNNAMED

    def _answer_who_reads(self) -> None:
        refusal = self._why_no_length()
        if refusal is not None:
            self._refuse(refusal)
            return
        asked = self._body()
        if asked is not None:
            readers = self.server.conduct.conduct().readers
            times = self.server.inbox.read_times(set(json.loads(asked)), readers=readers)
            told = json.dumps({one: at and at.isoformat() for one, at in times.items()})
            self._send(HTTPStatus.OK, told.encode(), "application/json")

    def _body(self) -> bytes | None:
        """None where it was cut off: nobody is there to answer, and half a message is none."""
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return None
        return body

    def _why_no_call(self) -> HTTPStatus | None:
        if self.headers.get_content_type() != "text/xml":
            return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
        if (self.headers.get_content_charset() or "utf-8") != "utf-8":
            return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
        if self.headers.get("Content-Encoding", "identity") != "identity":
            return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
        return self._why_no_length()

    def _why_no_length(self) -> HTTPStatus | None:
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            return HTTPStatus.LENGTH_REQUIRED
        if len(length) > len(str(LARGEST_REQUEST)) or int(length) > LARGEST_REQUEST:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return None

    def _hold(self) -> None:
        """Tells who this inbox is; the caller keeps the connection for as long as it needs us."""
        self.server.presence.holds(self.connection)
        self.connection.settimeout(None)
        self._send(HTTPStatus.OK, self.server.identity, "application/json")

    def _let_go(self) -> None:
        self.server.presence.says_goodbye(self.connection)
        self.close_connection = True
        self._send(HTTPStatus.OK, b"", "application/json")

    def _send_answer(self, answer: Answer) -> None:
        self._send(answer.status, answer.body, "text/xml;charset=UTF-8", **self._correlation())

    def _correlation(self) -> dict[str, str]:
        given = self.headers.get(_CORRELATION, "")
        return {_CORRELATION: given} if given.isascii() and given.isprintable() else {}

    def _refuse(self, status: HTTPStatus, **headers: str) -> None:
        # What is left of the request is not read, so the connection ends here.
        self.close_connection = True
        self._send(status, b"", "text/plain", Connection="close", **headers)

    def _send(self, status: HTTPStatus, body: bytes, content_type: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


_OURS = frozenset({*MISDEEDS, *INVISIBLE})

_ROUTES: dict[str, dict[str, Callable[[_Conversation], None]]] = {
    SERVICE_PATH: {"POST": _Conversation._answer_call},  # noqa: SLF001 - same module
    READ_PATH: {"POST": _Conversation._answer_who_reads},  # noqa: SLF001 - same
    HOLD_PATH: {"GET": _Conversation._hold, "DELETE": _Conversation._let_go},  # noqa: SLF001 - same
}
