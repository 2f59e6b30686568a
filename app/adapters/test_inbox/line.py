"""The way to the test inbox: a real carrier, to the address that the inbox's conduct leaves."""

from collections.abc import Callable
from typing import Protocol

from app.adapters.test_inbox.conduct_file import ConductFile
from app.adapters.test_inbox.server import LOOPBACK
from app.channels import Reach, Reacher
from app.conduct import QUESTION, Fault
from app.dispatch import Carrier, Dispatch, Parcel, Receipt
from app.draft import Channel
from app.support import correlation_id


class Inbox(Carrier, Reacher, Protocol):
    """What takes messages to 1177 also asks who can read them there."""


# What happens before the inbox hears a word, so that it cannot be the one to do it.
OF_THE_LINE = frozenset({Fault.REFUSED, Fault.TLS_MISMATCH})

# The port of the discard service, where no PC of today listens.
_NOBODY = f"http://{LOOPBACK}:9/"


class Line:
    """Calls `inbox_at` an address: the inbox's own, or one that fails in the way that is told."""

    channel = Channel.INBOX_1177

    def __init__(self, url: str, *, conduct: ConductFile, inbox_at: Callable[[str], Inbox]) -> None:
        self._inbox = inbox_at(url)
        self._refusing = inbox_at(_NOBODY)
        self._speaking_tls = inbox_at(url.replace("http:", "https:"))
        self._conduct = conduct

    def deliver(self, parcel: Parcel) -> Receipt:
        # By the name that the inbox gets it under too, so that both draw alike.
        return self._inbox_for(correlation_id(parcel.dispatch)).deliver(parcel)

    def find(self, dispatch: Dispatch) -> Receipt | None:
        return self._inbox.find(dispatch)

    def reach(self, person: str) -> Reach:
        return self._inbox_for(QUESTION).reach(person)

    def _inbox_for(self, call: str) -> Inbox:
        match self._conduct.next_fault(call, among=OF_THE_LINE):
            case Fault.REFUSED:
                return self._refusing
            case Fault.TLS_MISMATCH:
                return self._speaking_tls
            case _:
                return self._inbox
