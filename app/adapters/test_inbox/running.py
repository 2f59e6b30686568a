"""Getting hold of the test inbox of a folder, started where none is alive."""

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from app.adapters.test_inbox.process import identity_file
from app.adapters.test_inbox.server import HOLD_PATH, LOOPBACK, SERVICE_PATH
from app.errors import Unreachable
from app.wording import say

# Of two programs that start at once one starts the inbox; the other finds it when it looks again.
_ATTEMPTS = 5

_ANSWER_WITHIN = 5.0

# It must outlive us, and must neither open a window nor take our Ctrl+C.
if sys.platform == "win32":  # pragma: no cover - tested where the tests run
    _ON_ITS_OWN = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _ON_ITS_OWN = 0


@contextlib.contextmanager
def running(
    folder: Path, *, command: Sequence[str], cwd: Path, patience: float = 30.0
) -> Iterator[str]:
    """The URL of the folder's inbox, which stays alive inside and ends when nobody else is left.

    `command` runs `serve` for the folder and `patience` is how many seconds it may take to be
    ready. Raises Unreachable where no inbox comes to life.
    """
    folder.mkdir(parents=True, exist_ok=True)
    connection = _connect(folder, command=command, cwd=cwd, patience=patience)
    try:
        yield f"http://{LOOPBACK}:{connection.port}{SERVICE_PATH}"
    finally:
        _say_goodbye(connection)


def _connect(folder: Path, *, command: Sequence[str], cwd: Path, patience: float) -> HTTPConnection:
    for _ in range(_ATTEMPTS):
        connection = _hold(folder)
        if connection is not None:
            return connection
        _start(folder, command=command, cwd=cwd, patience=patience)
    raise _not_started(say("den slutar genast"))


def _hold(folder: Path) -> HTTPConnection | None:
    """An open connection to the inbox that the folder's file names, if that one answers."""
    connection = None
    try:
        identity = identity_file(folder).read_bytes()
        connection = HTTPConnection(LOOPBACK, json.loads(identity)["port"], timeout=_ANSWER_WITHIN)
        connection.request("GET", HOLD_PATH)
        # Another program may have got the port of an inbox that was killed.
        if connection.getresponse().read() == identity:
            return connection
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        pass
    if connection is not None:
        connection.close()
    return None


def _start(folder: Path, *, command: Sequence[str], cwd: Path, patience: float) -> None:
    """Starts the inbox and waits until it listens, or has seen that another one does."""
    with (folder / "inbox.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603 - our own command, no shell
            command,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            creationflags=_ON_ITS_OWN,
            start_new_session=True,
        )
    # Takes the exit code when the inbox ends, long after this function has returned.
    threading.Thread(target=process.wait, daemon=True).start()
    watchdog = threading.Timer(patience, process.kill)
    watchdog.start()
    assert process.stdout is not None  # noqa: S101 - a pipe was asked for
    with process.stdout as announced:
        is_listening = bool(announced.readline())
    watchdog.cancel()
    if not is_listening and process.wait() != 0:
        raise _not_started(f"kod {process.returncode}")


def _not_started(detail: str) -> Unreachable:
    return Unreachable(
        say("Testinkorgen startar inte."),
        say("Stäng programmet och starta det igen."),
        detail=say("{detail}; se inbox.log i testinkorgens mapp", detail=detail),
    )


def _say_goodbye(connection: HTTPConnection) -> None:
    # Nothing is lost where the inbox is gone already.
    with contextlib.suppress(OSError, HTTPException):
        connection.request("DELETE", HOLD_PATH)
        connection.getresponse().read()
    connection.close()
