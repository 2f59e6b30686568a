"""What encryption costs: a history read plain, then moved into an encrypted file and read."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.adapters.store import SqliteStore
from app.adapters.store.outgoing import kept_bytes, row_of
from app.history import Question
from app.settings import DataFolder
from tests.benchmark.figures import Figure, Sizes, clocked, p95
from tests.benchmark.years import draw, with_content

KEY = bytes(range(32))
_MOST = 1.5
_WHOLE = 1_000_000
# Typed letter by letter, as a receptionist looks for a name or a number.
_TYPED = ("karin å", "0000004711", "röntgen exempel")
_PAGE = 50


@dataclass(frozen=True, slots=True)
class Reading:
    """Milliseconds of each search, each letter opened, each only read, each look through all."""

    searches: Sequence[float]
    openings: Sequence[float]
    readings: Sequence[float]
    scans: Sequence[float]


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    """Of the history that the years have left in `folder`, which is plain."""
    path = DataFolder(folder).history_file
    letters = f"{sizes.kept_letters:,} letters encrypted"
    most = _MOST if sizes.kept_letters == _WHOLE else None
    with SqliteStore(path) as store:
        plain = _read(store, sizes)
        moved = clocked(partial(store.encrypt, KEY, progress=lambda _: None))
        encrypted = _read(store, sizes)
    yield Figure(f"{letters}: moved and compared, each", [moved / sizes.kept_letters])
    yield Figure(f"{letters}: searched after each key, p95", encrypted.searches, told=p95)
    for name, told, was in (
        ("a search, p95, to plain", encrypted.searches, plain.searches),
        ("a letter opened, p95, to plain", encrypted.openings, plain.openings),
    ):
        yield Figure(f"{letters}: {name}", [p95(told) / p95(was)], most, unit="×")
    ratio = p95(encrypted.readings) / p95(plain.readings)
    yield Figure(f"{letters}: its bytes alone, p95, to plain", [ratio], unit="×")
    scans = [one / other for one, other in zip(encrypted.scans, plain.scans, strict=True)]
    yield Figure(f"{letters}: all looked through, to plain", scans, unit="×")


def _read(store: SqliteStore, sizes: Sizes) -> Reading:
    typed = [text[:length] for text in _TYPED for length in range(1, len(text) + 1)]
    pages = [partial(store.page, Question(words=words), offset=0, limit=_PAGE) for words in typed]
    ids = with_content(store, sizes.kept_letters // sizes.kept_bodies)

    def scan() -> None:
        with store._file.reading() as connection:
            connection.execute(_ALL).fetchone()

    return Reading(
        [clocked(page) for _ in range(sizes.runs) for page in pages],
        # Each only once, for what has been read stays decrypted.
        [clocked(partial(_open, store, one)) for one in ids[::2]],
        [clocked(partial(_content, store, one)) for one in ids[1::2]],
        [clocked(scan) for _ in range(sizes.runs)],
    )


def _open(store: SqliteStore, dispatch_id: uuid.UUID) -> object:
    return draw(_content(store, dispatch_id))


def _content(store: SqliteStore, dispatch_id: uuid.UUID) -> bytes:
    """By its row; what they all were made from went with the purge of the years."""
    with store._file.reading() as connection:
        return kept_bytes(connection, row_of(connection, dispatch_id)["content_digest"])


_ALL = "SELECT count(*) FROM dispatch WHERE explanation LIKE '%finns inte%'"
