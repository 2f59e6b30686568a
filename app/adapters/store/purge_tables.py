"""What is kept of purging: holds, who purged what by which rule, and the hashes of what went.

The log's chain goes on through what was taken out of it: of each event its hash stays, and a later
event of the chain vouches for them. Nothing of a patient is in any of these tables but in holds.
"""

from app.adapters.store.append_only import refusing

PURGING = (
    """
    CREATE TABLE hold (
        id TEXT PRIMARY KEY,
        person TEXT NOT NULL,
        reason TEXT NOT NULL,
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        lifted_because TEXT NOT NULL DEFAULT '',
        lifted_by TEXT NOT NULL DEFAULT '',
        lifted_at TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX hold_by_person ON hold (person) WHERE person <> ''",
    """
    CREATE TABLE held_letter (
        dispatch_id TEXT NOT NULL,
        hold TEXT NOT NULL REFERENCES hold (id),
        PRIMARY KEY (dispatch_id, hold)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE purge (
        id TEXT PRIMARY KEY,
        rules TEXT NOT NULL,
        as_of TEXT NOT NULL,
        last_seq INTEGER NOT NULL,
        asked_by TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'ASKED',
        confirmed_by TEXT NOT NULL DEFAULT '',
        confirmed_at TEXT NOT NULL DEFAULT '',
        ended_at TEXT NOT NULL DEFAULT '',
        step TEXT NOT NULL DEFAULT 'LETTERS',
        place INTEGER NOT NULL DEFAULT 0,
        CHECK (state IN ('ASKED', 'CONFIRMED', 'DONE', 'WITHDRAWN')),
        CHECK (asked_by <> ''),
        CHECK (
            state NOT IN ('CONFIRMED', 'DONE')
            OR (confirmed_by <> '' AND lower(confirmed_by) <> lower(asked_by))
        )
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE UNIQUE INDEX one_purge_at_a_time ON purge (true) WHERE state IN ('ASKED', 'CONFIRMED')",
    """
    CREATE TRIGGER only_a_second_person_lets_a_purge_begin BEFORE UPDATE OF state ON purge
    WHEN old.state || '>' || new.state
        NOT IN ('ASKED>CONFIRMED', 'ASKED>WITHDRAWN', 'CONFIRMED>DONE')
    BEGIN
        SELECT RAISE (ABORT, 'only a second person lets a purge begin');
    END
    """,
    """
    CREATE TRIGGER what_was_asked_stays
    BEFORE UPDATE OF id, rules, as_of, last_seq, asked_by, asked_at ON purge BEGIN
        SELECT RAISE (ABORT, 'what was asked stays');
    END
    """,
    """
    CREATE TABLE purge_count (
        purge TEXT NOT NULL REFERENCES purge (id),
        letter_type TEXT NOT NULL,
        year TEXT NOT NULL,
        letter_name TEXT NOT NULL,
        number INTEGER NOT NULL,
        oldest TEXT NOT NULL,
        newest TEXT NOT NULL,
        PRIMARY KEY (purge, letter_type, year)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE purged_letter (
        id TEXT PRIMARY KEY,
        purge TEXT NOT NULL REFERENCES purge (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE purged_event (
        number INTEGER PRIMARY KEY,
        hash TEXT NOT NULL,
        told_by INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE purged_unclear (
        day TEXT NOT NULL,
        unit_id TEXT NOT NULL,
        letter_type TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (day, unit_id, letter_type)
    ) STRICT, WITHOUT ROWID
    """,
    # 1 where the row's letter was sent and is purged, so that the day's balance still knows it.
    "ALTER TABLE batch_row ADD COLUMN purged INTEGER NOT NULL DEFAULT 0",
    # Letters that tell nothing of a patient may share their bytes.
    "CREATE INDEX dispatch_by_content ON dispatch (content_digest)",
    """
    CREATE TRIGGER search_forgets_a_row AFTER DELETE ON dispatch BEGIN
        INSERT INTO search (search, rowid, words) VALUES ('delete', old.seq, old.words);
    END
    """,
    "DROP TRIGGER dispatch_delete_is_refused",
    """
    CREATE TRIGGER dispatch_delete_is_refused BEFORE DELETE ON dispatch
    WHEN NOT EXISTS (SELECT 1 FROM purge WHERE state = 'CONFIRMED')
        OR old.status NOT IN ('SENT', 'REJECTED', 'CANCELLED', 'CLOSED_RESENT')
        OR EXISTS (
            SELECT 1 FROM held_letter JOIN hold ON hold.id = held_letter.hold
            WHERE dispatch_id = old.id AND lifted_at = ''
        )
        OR EXISTS (SELECT 1 FROM hold WHERE hold.person = old.person AND lifted_at = '')
    BEGIN
        SELECT RAISE (ABORT, 'dispatch is append-only');
    END
    """,
    "DROP TRIGGER blob_delete_is_refused",
    """
    CREATE TRIGGER blob_delete_is_refused BEFORE DELETE ON blob
    WHEN NOT EXISTS (SELECT 1 FROM purge WHERE state = 'CONFIRMED')
        OR EXISTS (SELECT 1 FROM dispatch WHERE content_digest = old.digest)
    BEGIN
        SELECT RAISE (ABORT, 'blob is append-only');
    END
    """,
    "DROP TRIGGER event_delete_is_refused",
    """
    CREATE TRIGGER event_delete_is_refused BEFORE DELETE ON event
    WHEN NOT EXISTS (
        SELECT 1 FROM purged_event WHERE number = old.number AND hash = old.hash
    )
    BEGIN
        SELECT RAISE (ABORT, 'event is append-only');
    END
    """,
    """
    CREATE TRIGGER only_a_purge_takes_events_out BEFORE INSERT ON purged_event
    WHEN NOT EXISTS (SELECT 1 FROM purge WHERE state = 'CONFIRMED')
        OR NOT EXISTS (SELECT 1 FROM event WHERE number = new.told_by AND action = 'purge')
        OR new.number >= new.told_by
    BEGIN
        SELECT RAISE (ABORT, 'event is append-only');
    END
    """,
    *refusing(
        ("purge", "DELETE"),
        ("hold", "DELETE"),
        ("held_letter", "DELETE"),
        ("held_letter", "UPDATE"),
        ("purged_letter", "DELETE"),
        ("purged_letter", "UPDATE"),
        ("purged_event", "DELETE"),
        ("purged_event", "UPDATE"),
    ),
    # A hold is lifted once; what it said of a person goes when its letters have gone.
    """
    CREATE TRIGGER a_hold_stays_as_it_was BEFORE UPDATE ON hold
    WHEN old.id <> new.id OR old.who <> new.who OR old.at <> new.at
        OR (
            old.lifted_at <> ''
            AND (old.lifted_at, old.lifted_by) <> (new.lifted_at, new.lifted_by)
        )
        OR (new.lifted_at = '' AND (old.person, old.reason) <> (new.person, new.reason))
    BEGIN
        SELECT RAISE (ABORT, 'a hold stays as it was');
    END
    """,
)
