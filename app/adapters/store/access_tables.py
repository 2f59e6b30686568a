"""How the log took in accesses: its table made anew, with every old event and hash as it was."""

# An access may concern no letter, and outlives a letter that is purged: so no reference is kept.
# `dispatch_id` is "" there. What was logged before has "" in the new columns, and its old hash.
ACCESSES_LOGGED = (
    """
    CREATE TABLE event_with_accesses (
        number INTEGER PRIMARY KEY,
        dispatch_id TEXT NOT NULL,
        at TEXT NOT NULL,
        status TEXT NOT NULL,
        who TEXT NOT NULL,
        text TEXT NOT NULL,
        proof TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        action TEXT NOT NULL DEFAULT '',
        person TEXT NOT NULL DEFAULT '',
        unit_id TEXT NOT NULL DEFAULT '',
        booking_key TEXT NOT NULL DEFAULT '',
        pc TEXT NOT NULL DEFAULT '',
        program TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    INSERT INTO event_with_accesses
        (number, dispatch_id, at, status, who, text, proof, previous_hash, hash)
    SELECT number, dispatch_id, at, status, who, text, proof, previous_hash, hash FROM event
    """,
    "DROP TABLE event",
    "ALTER TABLE event_with_accesses RENAME TO event",
    "CREATE INDEX event_by_dispatch ON event (dispatch_id)",
    "CREATE INDEX event_unclear ON event (dispatch_id) WHERE status = 'UNKNOWN'",
    "CREATE INDEX event_by_time ON event (at)",
    # Not under an HMAC, whose key would lie in the same file: the file's encryption hides both.
    "CREATE INDEX event_by_person ON event (person) WHERE person <> ''",
    *(
        f"""
        CREATE TRIGGER event_{verb.lower()}_is_refused BEFORE {verb} ON event BEGIN
            SELECT RAISE (ABORT, 'event is append-only');
        END
        """
        for verb in ("DELETE", "UPDATE")
    ),
    # Whatever else may be purged: HSLF-FS 2016:40 4 kap. 9 § keeps who saw what for five years.
    """
    CREATE TRIGGER an_access_is_kept_for_five_years BEFORE DELETE ON event
    WHEN old.action <> '' AND old.at > strftime('%Y-%m-%dT%H:%M:%f', 'now', '-5 years') BEGIN
        SELECT RAISE (ABORT, 'an access is kept for five years');
    END
    """,
    # REPLACE and a number chosen by hand would put an event in another's place or before it.
    """
    CREATE TRIGGER an_event_comes_last BEFORE INSERT ON event
    WHEN new.number <> (SELECT coalesce(max(number), 0) + 1 FROM event) BEGIN
        SELECT RAISE (ABORT, 'an event comes last');
    END
    """,
)

# Who has been marked as protected in any file; what is listed of them is masked from then on.
PROTECTED_REMEMBERED = (
    """
    CREATE TABLE protected_person (
        person TEXT PRIMARY KEY,
        since TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)
