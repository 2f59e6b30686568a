"""What the inbox does on the wire instead of answering, one way for each fault."""

import contextlib
import gzip
import socket
from collections.abc import Callable, Mapping
from functools import cache
from http import HTTPStatus

from app.adapters.test_inbox.replies import FaultCode, message_taken
from app.adapters.test_inbox.replies import fault as soap_fault
from app.conduct import Fault

Misdeed = Callable[[socket.socket, bytes], None]

_PIECE = b" " * 65_536
_HUGE = 2 * 1024**3
_BOMB = 64 * 1024**2
# Two drops of an answer that never ends are so many seconds apart.
_DROP_EVERY = 0.05
_ANOTHER = "00000000-0000-0000-0000-000000000000"
_TOO_LATE = "VP009 [TESTINKORG] Fel vid kontakt med tjänsteproducenten"
_NOT_ALLOWED = "VP007 [TESTINKORG] Ej behörig"
_HTML = b"<!doctype html><html><body><p>Logga in</p></body></html>"
# Nine levels of ten: a gigabyte where entities are resolved.
_XML_BOMB = b"".join(
    (
        b"<!DOCTYPE a [<!ENTITY b0 'aaaaaaaaaa'>",
        *(b"<!ENTITY b%d '%s'>" % (level, b"&b%d;" % (level - 1) * 10) for level in range(1, 9)),
        b"]><a>&b8;</a>",
    )
)


def misbehave(fault: Fault, line: socket.socket, *, answer: bytes) -> None:
    """Does one of MISDEEDS, where `answer` is the right one, until the caller has had enough."""
    with contextlib.suppress(OSError):
        MISDEEDS[fault](line, answer)


def _say_nothing(line: socket.socket, _: bytes) -> None:
    line.settimeout(None)
    line.recv(1)


def _reset(line: socket.socket, _: bytes) -> None:
    """Closing throws away what is under way, and the other side is told so."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    line.close()


def _hang_up(_: socket.socket, __: bytes) -> None:
    """The server closes the connection as always, without a word."""


def _drip(line: socket.socket, _: bytes) -> None:
    line.sendall(_head(HTTPStatus.OK, length=_BOMB))
    line.settimeout(_DROP_EVERY)
    while True:
        line.sendall(b" ")
        with contextlib.suppress(TimeoutError):
            if not line.recv(1):
                return


def _truncate(line: socket.socket, answer: bytes) -> None:
    line.sendall(_head(HTTPStatus.OK, length=len(answer)) + answer[: len(answer) // 2])


def _send_huge(line: socket.socket, _: bytes) -> None:
    line.sendall(_head(HTTPStatus.OK, length=_HUGE))
    while True:
        line.sendall(_PIECE)


def _send_gzip_bomb(line: socket.socket, _: bytes) -> None:
    bomb = _gzip_bomb()
    line.sendall(_head(HTTPStatus.OK, length=len(bomb), encoding="gzip") + bomb)


@cache
def _gzip_bomb() -> bytes:
    return gzip.compress(bytes(_BOMB))


def _saying(body: bytes, *, status: HTTPStatus = HTTPStatus.OK) -> Misdeed:
    said = _head(status, length=len(body)) + body
    return lambda line, _: line.sendall(said)


def _failing(text: str) -> Misdeed:
    """A SOAP fault of the platform's or the inbox's own making."""
    return _saying(soap_fault(FaultCode.SERVER, text), status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _head(status: HTTPStatus, *, length: int, encoding: str = "identity") -> bytes:
    return (
        f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: text/xml;charset=UTF-8\r\n"
        f"Content-Length: {length}\r\nContent-Encoding: {encoding}\r\nConnection: close\r\n\r\n"
    ).encode()


_UNAVAILABLE = _saying(_HTML, status=HTTPStatus.SERVICE_UNAVAILABLE)

MISDEEDS: Mapping[Fault, Misdeed] = {
    Fault.VP007: _failing(_NOT_ALLOWED),
    Fault.TIMEOUT_BEFORE: _say_nothing,
    Fault.TIMEOUT_AFTER: _say_nothing,
    Fault.RESET_BEFORE: _reset,
    Fault.RESET_AFTER: _reset,
    Fault.DROPPED: _hang_up,
    Fault.ERROR_500_BEFORE: _failing("Internt fel"),
    Fault.ERROR_500_AFTER: _failing("Internt fel"),
    Fault.ERROR_503_BEFORE: _UNAVAILABLE,
    Fault.ERROR_503_AFTER: _UNAVAILABLE,
    Fault.VP009_BEFORE: _failing(_TOO_LATE),
    Fault.VP009_AFTER: _failing(_TOO_LATE),
    Fault.SLOW_LORIS: _drip,
    Fault.TRUNCATED: _truncate,
    Fault.MALFORMED: _saying(b"<a>"),
    Fault.EMPTY: _saying(b""),
    Fault.HUGE: _send_huge,
    Fault.WRONG_ID: _saying(message_taken(_ANOTHER, ())),
    Fault.HTML: _saying(_HTML),
    Fault.GZIP_BOMB: _send_gzip_bomb,
    Fault.XML_BOMB: _saying(_XML_BOMB),
}
