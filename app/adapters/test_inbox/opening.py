"""When the test inbox's invented inhabitants open their messages; no contract is known to tell."""

import hashlib
from datetime import datetime, timedelta

from app.adapters.test_inbox.deliveries import Arrival
from app.conduct import Readers

# Share of messages that are opened at all: invented, no public figure was found.
OPENED_PERCENT = 70
_WITHIN_HOURS = 24


def opened_at(arrival: Arrival, *, readers: Readers) -> datetime | None:
    """The same each time it is asked, None for never."""
    match readers:
        case Readers.ALL:
            return arrival.received_at
        case Readers.NOBODY:
            return None
        case Readers.BY_NUMBER:
            return _opened_by_number(arrival)


def _opened_by_number(arrival: Arrival) -> datetime | None:
    opens, hour = hashlib.sha256(f"{arrival.person} opens".encode()).digest()[:2]
    if opens * 100 >= OPENED_PERCENT * 256:
        return None
    return arrival.received_at + timedelta(hours=hour % _WITHIN_HOURS)
