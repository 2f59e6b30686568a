"""Asks the test inbox who has opened what, on a path of its own that is no contract."""

import json
import uuid
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import datetime
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from app.adapters.test_inbox.server import READ_PATH
from app.dispatch import Dispatch
from app.read_status import NOT_KNOWN, Opened, ReadState

_ANSWER_WITHIN = 5.0


class ReadTimes:
    """`app.read_status.ReadStatus` of the inbox at `url`."""

    def __init__(self, url: str) -> None:
        self._address = urlsplit(url).netloc

    def read_states(self, dispatches: Sequence[Dispatch]) -> Mapping[uuid.UUID, ReadState]:
        try:
            times = self._ask([str(one.id) for one in dispatches])
        except (OSError, HTTPException, ValueError):
            times = {}
        return {one.id: _state(times, str(one.id)) for one in dispatches}

    def _ask(self, thread_ids: Sequence[str]) -> dict[str, str | None]:
        with closing(HTTPConnection(self._address, timeout=_ANSWER_WITHIN)) as connection:
            connection.request("POST", READ_PATH, json.dumps(thread_ids))
            told: dict[str, str | None] = json.loads(connection.getresponse().read())
            return told


def _state(times: Mapping[str, str | None], thread_id: str) -> ReadState:
    if thread_id not in times:
        return NOT_KNOWN
    at = times[thread_id]
    return ReadState(Opened.READ, datetime.fromisoformat(at)) if at else ReadState(Opened.UNREAD)
