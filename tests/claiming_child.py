"""A PC of a clinic that sends all it has queued, after claiming each letter on the shared folder.

It tells each step, so that it can be killed at any of them. The receiver keeps every copy.
"""

import secrets
import sys
from datetime import datetime
from pathlib import Path

from app.adapters.claim_folder import ClaimFolder
from app.adapters.processes import is_alive, this_process
from app.adapters.store import SqliteStore
from app.dispatch import Dispatch
from app.outbox import Outbox
from tests.fakes import NOON
from tests.sending_child import Folder, tell


class TellingClaims:
    """A claim folder that tells when a letter is about to be claimed, and when it is."""

    def __init__(self, claims: ClaimFolder) -> None:
        self._claims = claims

    def take(self, dispatch: Dispatch, *, at: datetime, who: str) -> None:
        tell("claiming")
        self._claims.take(dispatch, at=at, who=who)
        tell("claimed")


def main() -> None:
    data, share, received, name = sys.argv[1:]
    claims = ClaimFolder(
        Path(share), memory=Path(data) / "claims.json", pc=name, random=secrets.token_bytes
    )
    with SqliteStore(Path(data) / "history.sqlite3") as store:
        outbox = Outbox(
            store=store,
            carriers=[Folder(Path(received), pc=name)],
            now=lambda: NOON,
            user="prov",
            owner=this_process(),
            owner_is_alive=is_alive,
            claims=TellingClaims(claims),
        )
        outbox.settle_interrupted()
        outbox.send_queued()


if __name__ == "__main__":
    main()
