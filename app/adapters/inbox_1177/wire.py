"""One HTTP call to 1177 under one deadline, and whether anything had left when it failed."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpcore  # noqa: F401 - httpx brings it in at the first call, and a window would wait
import httpx

from app.adapters.inbox_1177.sentences import refused_connection, unclear, unreachable
from app.errors import DeliveryError
from app.wording import say

# No answer of the contracts comes near this size.
LARGEST_ANSWER = 64 * 1024
_CONNECT_WITHIN = 10.0
_CORRELATION = "x-skltp-correlation-id"
# Basic Profile 2.1 rule 24. The original consumer's header of rule 23 is the platform's to set.
_ON_BEHALF_OF = "x-rivta-acting-on-behalf-of-hsaid"

# With TLS 1.3 the refusal of our certificate comes only when we read, after the request has been
# written; but a side that has answered nothing has not let it through then. The alerts as OpenSSL
# names them.
_CERTIFICATE_REFUSED = (
    "CERTIFICATE_REQUIRED",
    "UNKNOWN_CA",
    "CERTIFICATE_EXPIRED",
    "BAD_CERTIFICATE",
    "ACCESS_DENIED",
)

_STRANGER = say("Den server som svarade kunde inte visa att den hör till 1177.")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    correlation_id: str
    body: bytes


class Wire:
    """Calls one address, each time over a connection of its own.

    A connection that was kept may be closed by the other side just as we write to it, and that
    cannot be told from a message that arrived.
    """

    def __init__(
        self, url: str, *, tls: ssl.SSLContext | None = None, on_behalf_of: str = ""
    ) -> None:
        self._url = url
        # Without a context of our own nobody is trusted: no public authority vouches for 1177.
        self._tls = tls or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._tls.sslsocket_class = ListeningSocket
        self._on_behalf_of = on_behalf_of

    def post(
        self, body: bytes, *, action: str, deadline: float, correlation_id: str = ""
    ) -> Answer:
        """The answer, whatever it is, within `deadline` seconds in all.

        Raises Unreachable where nothing had left, OutcomeUnknown where it may have arrived.
        """
        headers = self._headers(action, correlation_id)
        with Cutter().after(deadline) as cutter, self._client(deadline) as client:
            try:
                with client.stream(
                    "POST",
                    self._url,
                    content=body,
                    headers=headers,
                    extensions={"trace": cutter.watch},
                ) as response:
                    given = response.headers.get(_CORRELATION, correlation_id)
                    return Answer(response.status_code, given, _read(response, given))
            except httpx.HTTPError as error:
                raise failure(
                    error, has_heard=cutter.has_heard, correlation_id=correlation_id
                ) from error

    def _headers(self, action: str, correlation_id: str) -> dict[str, str]:
        headers = {
            "Content-Type": "text/xml;charset=UTF-8",
            "SOAPAction": f'"{action}"',
            "Accept-Encoding": "identity",
            "Connection": "close",
            _CORRELATION: correlation_id,
            _ON_BEHALF_OF: self._on_behalf_of,
        }
        return {name: value for name, value in headers.items() if value}

    def _client(self, deadline: float) -> httpx.Client:
        return httpx.Client(
            verify=self._tls,
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(deadline, connect=min(deadline, _CONNECT_WITHIN)),
        )


class ListeningSocket(ssl.SSLSocket):
    """Remembers whether anything was answered."""

    has_heard = False

    def recv(self, buflen: int = 1024, flags: int = 0) -> bytes:
        piece = super().recv(buflen, flags)
        self.has_heard = self.has_heard or bool(piece)
        return piece


class Cutter:
    """Ends a connection when time is up: timeouts per read let a slow drip go on for ever."""

    def __init__(self) -> None:
        self._line: socket.socket | None = None
        self._secured: ListeningSocket | None = None
        self._is_late = False

    @contextlib.contextmanager
    def after(self, seconds: float) -> Iterator["Cutter"]:
        timer = threading.Timer(seconds, self.cut)
        timer.start()
        try:
            yield self
        finally:
            timer.cancel()
            timer.join()
            if self._line is not None:
                self._line.close()

    def watch(self, event: str, info: dict[str, Any]) -> None:
        """httpx tells what it does; a second handle on the connection is kept to cut it by."""
        if event == "connection.connect_tcp.complete":
            self._line = info["return_value"].get_extra_info("socket").dup()
            if self._is_late:
                self.cut()
        elif event == "connection.start_tls.complete":
            self._secured = info["return_value"].get_extra_info("socket")

    @property
    def has_heard(self) -> bool:
        """Whether a byte of an answer came over TLS."""
        return self._secured is not None and self._secured.has_heard

    def cut(self) -> None:
        self._is_late = True
        if self._line is not None:
            # The other side may have ended it in this very moment.
            with contextlib.suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)


def _read(response: httpx.Response, correlation_id: str) -> bytes:
    """The raw body. Raises OutcomeUnknown where it is packed or too large to be an answer."""
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise _unreadable("Content-Encoding", correlation_id)
    body = bytearray()
    for piece in response.iter_raw():
        body += piece
        if len(body) > LARGEST_ANSWER:
            raise _unreadable("storlek", correlation_id)
    return bytes(body)


def _unreadable(detail: str, correlation_id: str) -> DeliveryError:
    return unclear(
        say("Svaret från 1177 gick inte att läsa"), detail=detail, correlation_id=correlation_id
    )


def failure(error: httpx.HTTPError, *, has_heard: bool, correlation_id: str) -> DeliveryError:
    """Only what failed before the connection stood is definite; all else may have arrived.

    `has_heard` says that a part of an answer had come.
    """
    detail = type(error).__name__
    tls_error = _tls_error(error)
    if isinstance(tls_error, ssl.SSLCertVerificationError):
        return refused_connection(_STRANGER, detail=tls_error.verify_message)
    reason = getattr(tls_error, "reason", None) or ""
    if not has_heard and any(alert in reason for alert in _CERTIFICATE_REFUSED):
        return refused_connection(say("Programmets certifikat godtas inte av 1177."), detail=detail)
    if isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol)):
        return unreachable(detail=detail)
    return unclear(say("Svaret från 1177 uteblev"), detail=detail, correlation_id=correlation_id)


def _tls_error(error: BaseException | None) -> ssl.SSLError | None:
    """What TLS itself said was wrong, among the causes of an error."""
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    return error
