"""The history's tables, and the rules that the database itself keeps."""

from sqlite_utils import Database, Migrations

from app.adapters.store.access_tables import ACCESSES_LOGGED, PROTECTED_REMEMBERED
from app.adapters.store.append_only import refusing
from app.adapters.store.counting import COUNTED, COUNTED_AGAIN, COUNTED_WITH_COPIES
from app.adapters.store.file import HistoryFile
from app.adapters.store.purge_tables import PURGING
from app.dispatch import ALLOWED, Status
from app.errors import HistoryUnusable
from app.wording import say


def bring_up_to_date(file: HistoryFile) -> None:
    """Runs what is missing, once, even where two programs start together.

    Raises HistoryUnusable where a newer program has been here.
    """
    migrations = Migrations("history")
    for step in _STEPS:
        migrations()(step)
    with file.writing() as connection:
        database = Database(connection, execute_plugins=False)
        done = {migration.name for migration in migrations.applied(database)}
        if done - {step.__name__ for step in _STEPS}:
            raise HistoryUnusable(
                say("Historiken är skapad av en nyare version av programmet."),
                say("Uppdatera programmet på den här datorn."),
            )
        migrations.apply(database)


def letters_with_their_events(database: Database) -> None:
    for statement in _FIRST:
        database.execute(statement)


def letters_by_visit_and_by_row(database: Database) -> None:
    database.execute("CREATE INDEX dispatch_by_visit ON dispatch (person, visit_at, unit_id)")
    database.execute("CREATE INDEX dispatch_by_row ON dispatch (utskick, row_no)")


def letters_in_place_of_others(database: Database) -> None:
    for statement in _REPLACING:
        database.execute(statement)


def letters_whose_copy_was_taken_back(database: Database) -> None:
    for statement in _OPEN_AGAIN:
        database.execute(statement)


def letters_counted(database: Database) -> None:
    for statement in COUNTED:
        database.execute(statement)


def accesses_in_the_log(database: Database) -> None:
    for statement in ACCESSES_LOGGED:
        database.execute(statement)


def protected_persons_remembered(database: Database) -> None:
    for statement in PROTECTED_REMEMBERED:
        database.execute(statement)


def letters_counted_without_what_people_wrote(database: Database) -> None:
    for statement in COUNTED_AGAIN:
        database.execute(statement)


def letters_purged_by_rule(database: Database) -> None:
    for statement in PURGING:
        database.execute(statement)


def letters_counted_with_their_copies(database: Database) -> None:
    for statement in COUNTED_WITH_COPIES:
        database.execute(statement)


# A step never changes once released: even a change of ALLOWED needs a step of its own.
_STEPS = (
    letters_with_their_events,
    letters_by_visit_and_by_row,
    letters_in_place_of_others,
    letters_whose_copy_was_taken_back,
    letters_counted,
    accesses_in_the_log,
    protected_persons_remembered,
    letters_counted_without_what_people_wrote,
    letters_purged_by_rule,
    letters_counted_with_their_copies,
)

_MOVES = ", ".join(f"'{old}>{new}'" for old in Status for new in sorted(ALLOWED[old]))

_ONLY_ALLOWED_MOVES = f"""
    CREATE TRIGGER only_allowed_moves BEFORE UPDATE OF status ON dispatch
    WHEN old.status || '>' || new.status NOT IN ({_MOVES}) BEGIN
        SELECT RAISE (ABORT, 'only allowed moves');
    END
"""

_FIRST = (
    """
    CREATE TABLE blob (
        digest TEXT PRIMARY KEY,
        bytes BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE dispatch (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        utskick TEXT NOT NULL,
        channel TEXT NOT NULL,
        status TEXT NOT NULL,
        maybe INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        unit_id TEXT NOT NULL,
        unit_name TEXT NOT NULL,
        unit_phone TEXT NOT NULL,
        booking_key TEXT NOT NULL,
        row_no INTEGER NOT NULL,
        person TEXT NOT NULL,
        name TEXT NOT NULL,
        visit_at TEXT NOT NULL,
        letter_type TEXT NOT NULL,
        letter_name TEXT NOT NULL,
        subject TEXT NOT NULL,
        reference TEXT NOT NULL,
        revision INTEGER NOT NULL,
        reason TEXT NOT NULL,
        user TEXT NOT NULL,
        template_version TEXT NOT NULL,
        content_digest TEXT NOT NULL REFERENCES blob (digest),
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        receipt TEXT NOT NULL,
        explanation TEXT NOT NULL,
        data_digest TEXT NOT NULL REFERENCES blob (digest),
        sources_digest TEXT NOT NULL REFERENCES blob (digest),
        created_day TEXT NOT NULL,
        words TEXT NOT NULL,
        owner TEXT NOT NULL DEFAULT '',
        UNIQUE (unit_id, booking_key, letter_type, channel, revision),
        CHECK (status <> 'SENT' OR receipt <> ''),
        CHECK ((status = 'SENDING') = (owner <> '')),
        CHECK (status <> 'UNKNOWN' OR maybe = 1),
        CHECK (maybe = 0 OR status IN ('UNKNOWN', 'SENT', 'CLOSED_RESENT'))
    ) STRICT
    """,
    "CREATE INDEX dispatch_by_booking ON dispatch (booking_key)",
    "CREATE INDEX dispatch_by_status ON dispatch (status)",
    "CREATE INDEX dispatch_by_day ON dispatch (created_day)",
    """
    CREATE TABLE event (
        number INTEGER PRIMARY KEY,
        dispatch_id TEXT NOT NULL REFERENCES dispatch (id),
        at TEXT NOT NULL,
        status TEXT NOT NULL,
        who TEXT NOT NULL,
        text TEXT NOT NULL,
        proof TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX event_by_dispatch ON event (dispatch_id)",
    """
    CREATE TABLE batch (
        utskick TEXT PRIMARY KEY,
        file_name TEXT NOT NULL,
        care_system_name TEXT NOT NULL,
        read_at TEXT NOT NULL,
        read_day TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX batch_by_day ON batch (read_day)",
    """
    CREATE TABLE batch_row (
        utskick TEXT NOT NULL REFERENCES batch (utskick),
        row_no INTEGER NOT NULL,
        booking_key TEXT NOT NULL,
        visit_at TEXT NOT NULL,
        PRIMARY KEY (utskick, row_no)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE VIRTUAL TABLE search USING fts5 (
        words,
        content = 'dispatch',
        content_rowid = 'seq',
        prefix = '1 2 3',
        tokenize = 'unicode61 remove_diacritics 0'
    )
    """,
    """
    CREATE TRIGGER search_finds_a_new_row AFTER INSERT ON dispatch BEGIN
        INSERT INTO search (rowid, words) VALUES (new.seq, new.words);
    END
    """,
    """
    CREATE TRIGGER search_follows_a_row AFTER UPDATE OF words ON dispatch BEGIN
        INSERT INTO search (search, rowid, words) VALUES ('delete', old.seq, old.words);
        INSERT INTO search (rowid, words) VALUES (new.seq, new.words);
    END
    """,
    """
    CREATE TRIGGER a_letter_begins_queued BEFORE INSERT ON dispatch
    WHEN new.status <> 'QUEUED' OR new.maybe <> 0 OR new.attempts <> 0 BEGIN
        SELECT RAISE (ABORT, 'a letter begins queued');
    END
    """,
    _ONLY_ALLOWED_MOVES,
    """
    CREATE TRIGGER only_a_person_clears_maybe BEFORE UPDATE OF maybe ON dispatch
    WHEN new.maybe < old.maybe AND NOT (old.status = 'UNKNOWN' AND new.status = 'QUEUED') BEGIN
        SELECT RAISE (ABORT, 'only a person clears maybe');
    END
    """,
    """
    CREATE TRIGGER what_was_queued_stays BEFORE UPDATE OF
        seq, id, utskick, channel, unit_id, unit_name, unit_phone, booking_key, row_no, person,
        name, visit_at, letter_type, letter_name, subject, reference, revision, reason, user,
        template_version, content_digest, created_at, data_digest, sources_digest, created_day
    ON dispatch BEGIN
        SELECT RAISE (ABORT, 'what was queued stays');
    END
    """,
    *refusing(
        ("dispatch", "DELETE"),
        ("blob", "DELETE"),
        ("blob", "UPDATE"),
        ("event", "DELETE"),
        ("event", "UPDATE"),
    ),
)

# Two presses make no two copies, and what may still be open is never replaced unseen. A copy that
# was taken back leaves its place to another.
_REPLACING = (
    "ALTER TABLE dispatch ADD COLUMN replaces TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE dispatch ADD COLUMN booking_digest TEXT NOT NULL DEFAULT ''",
    """
    CREATE UNIQUE INDEX one_letter_in_place_of_another ON dispatch (replaces)
    WHERE replaces <> '' AND status <> 'CANCELLED'
    """,
    """
    CREATE TRIGGER only_what_is_closed_is_replaced BEFORE INSERT ON dispatch
    WHEN new.replaces <> '' AND NOT EXISTS (
        SELECT 1 FROM dispatch
        WHERE id = new.replaces AND status IN ('REJECTED', 'CLOSED_RESENT')
    ) BEGIN
        SELECT RAISE (ABORT, 'only what is closed is replaced');
    END
    """,
    """
    CREATE TRIGGER what_it_replaces_stays BEFORE UPDATE OF replaces, booking_digest ON dispatch
    BEGIN
        SELECT RAISE (ABORT, 'what was queued stays');
    END
    """,
)

# Histories from before know the moves of their day.
_OPEN_AGAIN = (
    "DROP TRIGGER only_allowed_moves",
    _ONLY_ALLOWED_MOVES,
    """
    CREATE TRIGGER what_was_replaced_stays_closed BEFORE UPDATE OF status ON dispatch
    WHEN old.status = 'CLOSED_RESENT' AND EXISTS (
        SELECT 1 FROM dispatch
        WHERE replaces = old.id AND replaces <> '' AND status <> 'CANCELLED'
    ) BEGIN
        SELECT RAISE (ABORT, 'what was replaced stays closed');
    END
    """,
)
