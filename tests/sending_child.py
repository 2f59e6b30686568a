"""A program that sends all that is queued into a folder, made to be killed in the middle."""

import os
import sys
from pathlib import Path

from app.adapters.processes import is_alive, this_process
from app.adapters.store import SqliteStore
from app.dispatch import Dispatch, Parcel, Receipt
from app.draft import Channel
from app.errors import OutcomeUnknown
from app.outbox import Outbox
from tests.fakes import NOON


class Folder:
    """Takes every copy that comes, each as a file of its own, and tells when it has.

    `pc` tells copies of two senders apart.
    """

    channel = Channel.INBOX_1177

    def __init__(self, folder: Path, *, pc: str = "") -> None:
        self.folder = folder
        self._pc = pc

    def deliver(self, parcel: Parcel) -> Receipt:
        tell("leaving")
        copies = len(list(self.folder.glob(f"{parcel.dispatch.id}.*")))
        with (self.folder / f"{parcel.dispatch.id}.{copies}{self._pc}").open("xb") as file:
            file.write(parcel.content)
            file.flush()
            os.fsync(file.fileno())
        tell("taken")
        return Receipt(file.name)

    def find(self, dispatch: Dispatch) -> Receipt | None:
        raise OutcomeUnknown("Det går inte att fråga.")


class FolderThatAnswers(Folder):
    """Knows what it has, since nothing is on its way once the sender is dead."""

    def find(self, dispatch: Dispatch) -> Receipt | None:
        copies = [file.name for file in self.folder.glob(f"{dispatch.id}.*")]
        return Receipt(copies[0]) if copies else None


def tell(step: str) -> None:
    sys.stdout.write(f"{step}\n")
    sys.stdout.flush()


def main() -> None:
    history, folder, kind = sys.argv[1:]
    carriers = {"silent": Folder, "answers": FolderThatAnswers}
    with SqliteStore(Path(history)) as store:
        outbox = Outbox(
            store=store,
            carriers=[carriers[kind](Path(folder))],
            now=lambda: NOON,
            user="prov",
            owner=this_process(),
            owner_is_alive=is_alive,
        )
        outbox.settle_interrupted()
        outbox.send_queued()


if __name__ == "__main__":
    main()
