"""Ten years of letters: found, opened, counted and purged, and what they cost on disk."""

import hashlib
import tempfile
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

from app.adapters.docbook import to_html
from app.adapters.pdf_pages import PdfPages
from app.adapters.store import SqliteStore
from app.adapters.store.sqlcipher import sqlite3
from app.bootstrap import open_services
from app.evaluation import Selection, evaluate
from app.history import Question
from app.region import Prices
from app.retention import RetentionRules, Rule
from app.settings import DataFolder
from tests.benchmark.figures import Figure, Sizes, clocked, p95
from tests.benchmark.gaps import heartbeat
from tests.benchmark.offscreen import application, wait_until
from tests.fakes import BOTH, NOON, WITHOUT_COUNTS, later, make_previews, queue_letters
from tests.rendered_letters import PREVIEWER
from tests.sample_letters import PROFILE, full_letter
from ui.history_model import PORTION
from ui.task_runner import Lane, TaskRunner

_ALWAYS = Selection(date(2000, 1, 1), date(2100, 1, 1))
_WHOLE = 1_000_000
# What a receptionist types; history is searched after every letter.
_TYPED = (
    "ärlig märta",
    "karin å",
    "lindberg 12 mars",
    "röntgen",
    "mammografi 2021",
    "2021-03-12",
    str(100_000_007_919 * 300 % 900_000_000_000 + 100_000_000_000),
)
_PAGES, _DPI = PdfPages(PROFILE), 110
_GAP_MS, _AT_ONCE_MS, _COUNT_MS, _START = 50, 50, 1_000, 1.1


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    """Targets hold for a million letters; of fewer only that all runs is shown."""
    data = DataFolder(folder)
    letters = f"{sizes.kept_letters:,} kept letters"
    is_whole = sizes.kept_letters == _WHOLE
    kept, bodies = fill(data.history_file, letters=sizes.kept_letters, bodies=sizes.kept_bodies)
    yield Figure(f"{letters}: on disk, each without its content", [kept], unit="B")
    yield Figure(f"{letters}: content, each on disk", [bodies], unit="kB")
    with SqliteStore(data.history_file) as store:
        yield from _reading(store, sizes, letters, is_whole=is_whole)
    ratios = [_start(data) / _start(None) for _ in range(sizes.runs)]
    target = _START if is_whole else None
    yield Figure(f"start with {letters}, to with none", ratios, target, unit="×")
    with SqliteStore(data.history_file) as store:
        yield from _purging(store, is_whole=is_whole)


def _reading(store: SqliteStore, sizes: Sizes, letters: str, *, is_whole: bool) -> Iterator[Figure]:
    at_once = _AT_ONCE_MS if is_whole else None
    typed = [text[:length] for text in _TYPED for length in range(1, len(text) + 1)]
    pages = [partial(store.page, Question(words=words), offset=0, limit=PORTION) for words in typed]
    searched = [clocked(page) for _ in range(sizes.runs) for page in pages]
    yield Figure(f"{letters}: searched after each key, p95", searched, at_once, told=p95)
    ids = with_content(store, sizes.kept_letters // sizes.kept_bodies)
    opened = [clocked(partial(_open, store, one)) for one in ids]
    yield Figure(f"{letters}: one opened, p95", opened, at_once, told=p95)
    count = partial(evaluate, _ALWAYS, store, sheets_of={}, prices=Prices())
    times = [clocked(count) for _ in range(sizes.runs)]
    yield Figure(f"{letters} evaluated", times, _COUNT_MS if is_whole else None)


def _open(store: SqliteStore, dispatch_id: uuid.UUID) -> object:
    return draw(store.open(dispatch_id).content)


def draw(content: bytes) -> object:
    """What the window shows of a letter's content: its first page, or its message."""
    if content.startswith(b"%PDF"):
        return _PAGES.render(content, 0, dpi=_DPI)
    return to_html(content.decode())


def with_content(store: SqliteStore, step: int) -> Sequence[uuid.UUID]:
    """Two hundred letters, or fewer, that have content of their own, from all over the file."""
    with store._file.reading() as connection:
        rows = connection.execute(_SPREAD, (step,)).fetchall()
    return [uuid.UUID(row["id"]) for row in rows]


def _start(data: DataFolder | None) -> float:
    """Milliseconds until everything is wired and what a crash cut off is settled."""
    with tempfile.TemporaryDirectory(prefix="kallelser-") as empty:
        folder = data or DataFolder(Path(empty))
        begun = perf_counter()
        with open_services(folder, now=lambda: NOON) as services:
            services.start()
            return (perf_counter() - begun) * 1000


def _purging(store: SqliteStore, *, is_whole: bool) -> Iterator[Figure]:
    """A tenth, as the window does it: portion by portion, each a task of its own."""
    purge = uuid.uuid4()
    rules = RetentionRules(rules=(Rule(letter_types=(_PURGED,), keep_years=1, decision="Prov"),))
    as_of = later(days=3 * 366).date()
    store.ask_for_purge(purge, rules, as_of=as_of, who="anna", at=NOON)
    store.confirm_purge(purge, who="bo", at=NOON)
    application()
    begun = perf_counter()
    longest = _longest_gap(partial(store.purge_portion, purge, at=NOON))
    taken = (perf_counter() - begun) * 1000
    number = store.purges()[0].number
    target = _GAP_MS if is_whole else None
    yield Figure(f"longest gap of the event loop as {number:,} are purged", [longest], target)
    yield Figure(f"{number:,} letters purged, each", [taken / number])


def _longest_gap(take_portion: Callable[[], float | None]) -> float:
    """Milliseconds, while portions are taken until there is none left."""
    tasks, is_done = TaskRunner(), [False]

    def go_on(share: float | None) -> None:
        is_done[0] = share is None
        if share is not None:
            tasks.run(Lane.BATCH, take_portion, done=go_on, failed=_fail)

    with heartbeat() as gaps:
        go_on(0.0)
        wait_until(lambda: is_done[0])
    tasks.stop()
    return max(gaps)


def _fail(error: Exception) -> None:
    raise error


def fill(path: Path, *, letters: int, bodies: int) -> tuple[float, float]:
    """Makes a history of so many letters, some of which have content of their own.

    Gives the bytes on disk of a letter without content, and the kB of a content.
    """
    path.parent.mkdir(parents=True)
    with SqliteStore(path) as store:
        queue_letters(store, make_previews(1, route=BOTH))
    with closing(sqlite3.connect(path)) as connection, connection:
        _copy_letters(connection, letters // 2)
    with SqliteStore(path):
        pass
    rows = path.stat().st_size
    with closing(sqlite3.connect(path)) as connection, connection:
        _add_content(connection, bodies, step=letters // bodies)
    return rows / letters, (path.stat().st_size - rows) / bodies / 1000


def _copy_letters(connection: sqlite3.Connection, bookings: int) -> None:
    """So many bookings of both channels, 300 a day, made of the two letters that are there.

    Without the triggers, which would take minutes and are put back; the counts are made when it
    is opened.
    """
    for statement in WITHOUT_COUNTS:
        connection.execute(statement)
    triggers = connection.execute(_TRIGGERS).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("CREATE TEMP TABLE word (kind, no, text, PRIMARY KEY (kind, no))")
    for kind, texts in _VARIED.items():
        words = [(kind, no, text) for no, text in enumerate(texts.split())]
        connection.executemany("INSERT INTO temp.word VALUES (?, ?, ?)", words)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(dispatch)")]
    made = ", ".join(_MADE.get(column, f"dispatch.{column}") for column in columns)
    connection.execute(_COPY.format(made=made), (bookings, NOON.date().isoformat()))
    for statement in (_FILES, _ROWS, _EVENTS, _WORDS):
        connection.execute(statement)
    for _, statement in triggers:
        connection.execute(statement)


def _add_content(connection: sqlite3.Connection, bodies: int, *, step: int) -> None:
    """Real messages and pages, each made another by the blanks that a PDF and XML may end with."""
    (stays,) = connection.execute(_STAYS).fetchone()
    connection.execute("DROP TRIGGER what_was_queued_stays")
    message, page = PREVIEWER.message(full_letter()), PREVIEWER.page(full_letter())
    for seq in range(step, step * bodies + 1, step):
        told = f"\n{seq:b}".replace("0", " ").replace("1", "\t").encode()
        content = (page if seq // step % 2 else message.encode()) + told
        digest = hashlib.sha256(content).hexdigest()
        connection.execute("INSERT INTO blob VALUES (?, ?)", (digest, content))
        connection.execute(_OF_ITS_OWN, (digest, seq))
    connection.execute(stays)


_PURGED = "gammal"
_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
_STAYS = "SELECT sql FROM sqlite_master WHERE name = 'what_was_queued_stays'"
_OF_ITS_OWN = "UPDATE dispatch SET content_digest = ? WHERE seq = ?"
_SPREAD = """
    SELECT id FROM dispatch WHERE seq % ? = 0 AND content_digest IN (SELECT digest FROM blob)
    ORDER BY content_digest LIMIT 200
"""
_MADE = {
    "seq": "NULL",
    "id": "printf('%s-%012x', substr(dispatch.id, 1, 23), number)",
    "utskick": "'utskick ' || (number / 300)",
    "row_no": "number % 300",
    "booking_key": "'booking ' || number",
    "status": "'SENT'",
    "receipt": "'Mottaget.'",
    # The oldest tenth is what is purged.
    "letter_type": f"CASE WHEN number > 0.9 * ?1 THEN '{_PURGED}' ELSE 'type ' || (number % 7) END",
    "created_day": "date(?2, '-' || (number / 300) || ' days')",
    # Nobody's number, but one that each booking has for itself.
    "person": "person.text",
    "words": """
        printf('%s, %s %s %s-%s %s %d %s %d %d-%02d-%02d 09.40 Kallelse till %s %s %s 1177 Skickad',
            family.text, given.text, person.text, substr(person.text, 1, 8),
            substr(person.text, 9), substr(person.text, 3), 1 + number % 28, month.text,
            2017 + number * 10 / (?1 + 1), 2017 + number * 10 / (?1 + 1), month.no + 1,
            1 + number % 28, kind.text, reference, unit_name)
    """,
}
_COPY = """
    WITH RECURSIVE counted (number) AS (
        SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < ?1
    ),
    person (number, text) AS (
        SELECT number, 100000007919 * number % 900000000000 + 100000000000 FROM counted
    )
    INSERT INTO dispatch SELECT {made} FROM person
    JOIN temp.word AS family ON family.kind = 'family' AND family.no = number * 31 % 16
    JOIN temp.word AS given ON given.kind = 'given' AND given.no = number * 17 % 12
    JOIN temp.word AS month ON month.kind = 'month' AND month.no = number * 7 % 12
    JOIN temp.word AS kind ON kind.kind = 'kind' AND kind.no = number % 7
    CROSS JOIN dispatch
"""
_VARIED = {
    "family": (
        "Ärlig Åberg Öberg Aberg Ek Prov Testersson Exempelson Lindberg Lind Berg Bergström"
        " Lundberg Sandberg Forsberg Sjöberg"
    ),
    "given": "Karin Östen Märta Olof Lo Anna Maria Erik Lars Eva Per Ingrid",
    "month": (
        "januari februari mars april maj juni juli augusti september oktober november december"
    ),
    "kind": "röntgen mammografi ekg ultraljud datortomografi magnetkamera arbetsprov",
}
_FILES = """
    INSERT INTO batch
    SELECT utskick, 'bokningar.csv', 'Agfa EI', min(created_at), created_day
    FROM dispatch GROUP BY utskick
"""
_ROWS = """
    INSERT INTO batch_row (utskick, row_no, booking_key, visit_at)
    SELECT utskick, row_no, booking_key, '' FROM dispatch
    WHERE true ON CONFLICT DO NOTHING
"""
# One of each letter tells what it has come to; a purge asks no more of it than its hash.
_EVENTS = """
    INSERT INTO event (number, dispatch_id, at, status, who, text, proof, previous_hash, hash)
    SELECT (SELECT max(number) FROM event) + row_number() OVER (), id, changed_at, 'SENT', user, '',
        'Mottaget.', content_digest, content_digest
    FROM dispatch WHERE seq > 2
"""
_WORDS = "INSERT INTO search (search) VALUES ('rebuild')"
