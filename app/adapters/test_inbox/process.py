"""The life of the test inbox as a process of its own, from a free port to nobody left."""

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.adapters.test_inbox.conduct_file import ConductFile
from app.adapters.test_inbox.deliveries import Keeper
from app.adapters.test_inbox.inbox import Inbox
from app.adapters.test_inbox.presence import Presence
from app.adapters.test_inbox.server import InboxServer
from app.file_lock import sole_holder
from app.whole_files import write_whole

# How long the inbox waits for a program that died to be started again, in seconds.
GRACE = 60.0


def identity_file(folder: Path) -> Path:
    """Where a living inbox says its port, process id and start; gone when it has ended well."""
    return folder / "inbox.json"


def tell_starter(identity: bytes) -> None:
    """One line on standard output: the inbox listens, and this is who it is."""
    sys.stdout.write(f"{identity.decode()}\n")
    sys.stdout.flush()


def serve(
    folder: Path,
    *,
    docbook_problems: Callable[[str], tuple[str, ...]],
    now: Callable[[], datetime],
    clock: Callable[[], float] = time.monotonic,
    grace: float = GRACE,
    announce: Callable[[bytes], None] = tell_starter,
) -> None:
    """Answers until nobody uses the inbox any more; at once nobody's where another one runs.

    Calls under way when the last program dies are still answered and kept. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with sole_holder(folder / "inbox.lock") as is_sole:
        if is_sole:
            inbox = Inbox(Keeper(folder), docbook_problems=docbook_problems, now=now)
            presence = Presence(clock=clock, grace=grace)
            conduct = ConductFile(folder)
            with InboxServer(inbox, conduct=conduct, presence=presence, now=now) as server:
                _run(server, folder, announce)


def _run(server: InboxServer, folder: Path, announce: Callable[[bytes], None]) -> None:
    server.identity = json.dumps(
        {
            "port": server.server_port,
            "pid": os.getpid(),
            "started": server.now().isoformat(),
        }
    ).encode()
    write_whole(identity_file(folder), server.identity)
    try:
        announce(server.identity)
        while not server.presence.is_over():
            server.handle_request()
    finally:
        _forget(server.identity, folder)


def _forget(identity: bytes, folder: Path) -> None:
    """Takes our name away, but not another's that came after the folder was made anew."""
    with contextlib.suppress(FileNotFoundError):
        if identity_file(folder).read_bytes() == identity:
            identity_file(folder).unlink()
