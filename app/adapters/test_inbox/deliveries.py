"""The messages that the test inbox has taken, each kept on disk before it is acknowledged."""

import json
import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.adapters.test_inbox.contract import AddMessage
from app.whole_files import sync_folder, write_durable

_REQUEST, _MESSAGE, _RECORD = "request.xml", "message.xml", "record.json"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One accepted call. The same `thread_id` may come again: contract 1.0 knows no duplicates.

    `docbook` is the message text as it was decoded, `request` the bytes as they came.
    """

    number: int
    thread_id: str | None
    person: str
    subject: str
    unit_id: str
    received_at: datetime
    docbook: str
    request: bytes


@dataclass(frozen=True, slots=True)
class Arrival:
    """As much of a delivery as its reader sees; `thread_id` is "" for a message without one."""

    thread_id: str
    person: str
    received_at: datetime


def deliveries(folder: Path) -> tuple[Delivery, ...]:
    """Everything that the inbox of this folder has taken, in the order it came."""
    return tuple(map(_read, _kept(_messages(folder))))


class Keeper:
    """Writes deliveries, one numbered folder each, that appears whole or not at all."""

    def __init__(self, folder: Path) -> None:
        """Goes on counting where an earlier run of the inbox stopped. Raises OSError."""
        self._folder = _messages(folder)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._last = max(map(_number, self._folder.glob("[0-9]*")), default=0)
        self._counting = threading.Lock()

    def keep(self, message: AddMessage, *, request: bytes, received_at: datetime) -> int:
        """Gives the delivery's number once it is safely on disk. Raises OSError."""
        with self._counting:
            self._last += 1
            number = self._last
        final = self._folder / f"{number:06}"
        # Never renamed after a crash, so its number is not used again.
        unfinished = final.with_suffix(".unfinished")
        unfinished.mkdir()
        write_durable(unfinished / _REQUEST, request)
        write_durable(unfinished / _MESSAGE, message.text.encode())
        write_durable(unfinished / _RECORD, _record(message, received_at))
        sync_folder(unfinished)
        unfinished.rename(final)
        sync_folder(self._folder)
        return number

    def arrivals(self) -> tuple[Arrival, ...]:
        """Of everything that was ever kept, latest first."""
        return tuple(map(_arrival, reversed(_kept(self._folder))))


def _messages(folder: Path) -> Path:
    return folder / "messages"


def _kept(messages: Path) -> list[Path]:
    """The whole ones, in the order they came."""
    return sorted(messages.glob("[0-9]*[0-9]"), key=_number)


def _number(path: Path) -> int:
    return int(path.stem)


def _read(kept: Path) -> Delivery:
    record = json.loads((kept / _RECORD).read_bytes())
    return Delivery(
        number=_number(kept),
        thread_id=record["thread_id"],
        person=record["person"],
        subject=record["subject"],
        unit_id=record["unit_id"],
        received_at=datetime.fromisoformat(record["received_at"]),
        docbook=(kept / _MESSAGE).read_bytes().decode(),
        request=(kept / _REQUEST).read_bytes(),
    )


def _arrival(kept: Path) -> Arrival:
    record = json.loads((kept / _RECORD).read_bytes())
    received_at = datetime.fromisoformat(record["received_at"])
    return Arrival(record["thread_id"] or "", record["person"], received_at)


def _record(message: AddMessage, received_at: datetime) -> bytes:
    record = {
        "thread_id": message.thread_id,
        "person": message.person,
        "subject": message.subject,
        "unit_id": message.unit_id,
        "received_at": received_at.isoformat(),
    }
    return json.dumps(record, ensure_ascii=False, indent=1).encode()
