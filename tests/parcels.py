"""A letter on its way, for tests of what carries it."""

import uuid
from dataclasses import replace
from typing import Any

from app.dispatch import Parcel, Status
from tests.fakes import make_order, make_preview

# One of Skatteverket's test numbers; its owner in the test inbox is notified of messages.
PERSON = "191212121212"
DOCBOOK = "<?xml version='1.0' encoding='UTF-8'?>\n<article><para>Å & Ö \r\n</para></article>"


def parcel(number: int = 1, *, content: bytes = DOCBOOK.encode(), **changes: Any) -> Parcel:
    """The letter with this number, as it is being sent for the first time."""
    being_sent: dict[str, Any] = {
        "id": uuid.UUID(int=number),
        "person": PERSON,
        "status": Status.SENDING,
        "attempts": 1,
    }
    dispatch = make_order(make_preview()).dispatch
    return Parcel(replace(dispatch, **being_sent | changes), content)
