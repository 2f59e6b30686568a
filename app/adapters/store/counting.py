"""The counts that evaluation reads, kept by the database itself with every move of a letter."""

_SAME_LETTER = """
    {one}.unit_id = {other}.unit_id AND {one}.booking_key = {other}.booking_key
    AND {one}.letter_type = {other}.letter_type AND {one}.revision = {other}.revision
"""
# Who chose a letter's way is not counted, nor what somebody wrote of why a copy was wanted: counts
# outlive their letters.
_UNWRITTEN = """
    CASE WHEN reason LIKE 'Valt av %' OR reason LIKE 'Chosen by %' THEN 'Valt för hand.'
        WHEN reason LIKE 'Kopia av en skickad kallelse: %'
            OR reason LIKE 'Copy of an appointment letter that was sent: %'
            THEN 'Kopia av en skickad kallelse.'
        ELSE reason END
"""
# Where both channels of a letter stand, told by the one that was queued first.
_WITH_BOTH_WAYS = """
    SELECT utskick, created_day AS day, unit_id, letter_type,
        coalesce((SELECT status FROM dispatch AS one WHERE {same} AND channel = '1177'), '')
            AS message,
        coalesce((SELECT status FROM dispatch AS one WHERE {same} AND channel = 'brev'), '')
            AS paper,
        {unwritten} AS reason,
        unit_name, letter_name, created_at
    FROM dispatch WHERE
"""
_LETTER = _WITH_BOTH_WAYS.format(
    same=_SAME_LETTER.format(one="one", other="dispatch"), unwritten=_UNWRITTEN
)
_COUNT_ALL = """
    INSERT INTO letter_count
    SELECT utskick, day, unit_id, letter_type, message, paper, reason, max(unit_name),
        max(letter_name), count(*), max(created_at)
    FROM (
        {letter} NOT EXISTS (
            SELECT 1 FROM dispatch AS first WHERE {same} AND first.seq < dispatch.seq
        )
    )
    GROUP BY utskick, day, unit_id, letter_type, message, paper, reason
"""
_COUNT_AGAIN = """
    CREATE TRIGGER {name} {when} ON dispatch BEGIN
        INSERT INTO letter_count
        SELECT utskick, day, unit_id, letter_type, message, paper, reason, unit_name, letter_name,
            {number}, created_at
        FROM ({letter} {same} ORDER BY seq LIMIT 1) WHERE true
        ON CONFLICT DO UPDATE SET
            number = number + excluded.number, last_at = max(last_at, excluded.last_at);
    END
"""
_MOMENTS = (
    ("a_new_way_of_a_letter_uncounted", "BEFORE INSERT", -1),
    ("a_new_way_of_a_letter_counted", "AFTER INSERT", 1),
    ("a_moved_letter_uncounted", "BEFORE UPDATE OF status", -1),
    ("a_moved_letter_counted", "AFTER UPDATE OF status", 1),
)
# A letter is taken out of what it counts as before a change, and counted anew after it.
_COUNTS = (
    """
    CREATE TABLE letter_count (
        utskick TEXT NOT NULL,
        day TEXT NOT NULL,
        unit_id TEXT NOT NULL,
        letter_type TEXT NOT NULL,
        message TEXT NOT NULL,
        paper TEXT NOT NULL,
        reason TEXT NOT NULL,
        unit_name TEXT NOT NULL,
        letter_name TEXT NOT NULL,
        number INTEGER NOT NULL,
        last_at TEXT NOT NULL,
        PRIMARY KEY (day, unit_id, letter_type, message, paper, reason, utskick)
    ) STRICT, WITHOUT ROWID
    """,
    _COUNT_ALL.format(letter=_LETTER, same=_SAME_LETTER.format(one="first", other="dispatch")),
    *(
        _COUNT_AGAIN.format(
            name=name,
            when=when,
            number=number,
            letter=_LETTER,
            same=_SAME_LETTER.format(one="dispatch", other="new"),
        )
        for name, when, number in _MOMENTS
    ),
)
COUNTED = (
    *_COUNTS,
    """
    CREATE TABLE batch_problem (
        utskick TEXT NOT NULL REFERENCES batch (utskick),
        code TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (utskick, code)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX event_unclear ON event (dispatch_id) WHERE status = 'UNKNOWN'",
)
# Histories from before counted what somebody had written.
COUNTED_AGAIN = (
    *(f"DROP TRIGGER {name}" for name, *_ in _MOMENTS),
    "DROP TABLE letter_count",
    *_COUNTS,
)


# From here on a letter and what was later made of it, in its place or beside it, are one: such a
# copy is kept under the letter's own utskick. Where either arrived it is sent, and why it went on
# paper is what the first sheet was sent for. Only the first tells when the letter was queued.
_SAME_WITH_COPIES = """
    {one}.unit_id = {other}.unit_id AND {one}.booking_key = {other}.booking_key
    AND {one}.letter_type = {other}.letter_type AND {one}.utskick = {other}.utskick
"""
_STANDS = """
    coalesce((
        SELECT status FROM dispatch AS one WHERE {same} AND channel = '{channel}'
        ORDER BY status <> 'SENT', seq DESC LIMIT 1
    ), '')
"""
_WITH_COPIES = """
    SELECT utskick, created_day AS day, unit_id, letter_type, {message} AS message,
        {paper} AS paper,
        coalesce((
            SELECT reason FROM dispatch AS one WHERE {same} AND channel = 'brev'
            ORDER BY seq LIMIT 1
        ), reason) AS reason,
        unit_name, letter_name, created_at
    FROM dispatch WHERE
"""
_OF_THE_DISPATCH = _SAME_WITH_COPIES.format(one="one", other="dispatch")
_WHOLE_LETTER = _WITH_COPIES.format(
    message=_STANDS.format(same=_OF_THE_DISPATCH, channel="1177"),
    paper=_STANDS.format(same=_OF_THE_DISPATCH, channel="brev"),
    same=_OF_THE_DISPATCH,
)
_COUNT_IN = """
    INSERT INTO letter_count
    SELECT utskick, day, unit_id, letter_type, message, paper, {unwritten}, {counted}
    FROM ({letters}) WHERE true {alike}
    ON CONFLICT DO UPDATE SET
        number = number + excluded.number, last_at = max(last_at, excluded.last_at)
"""
_COUNT_FIRSTS = _COUNT_IN.format(
    unwritten=_UNWRITTEN,
    counted="max(unit_name), max(letter_name), {number}, max(created_at)",
    letters="""
        {letter} NOT EXISTS (
            SELECT 1 FROM dispatch AS first WHERE {same} AND first.seq < dispatch.seq
        )
    """,
    alike="GROUP BY 1, 2, 3, 4, 5, 6, 7",
)
_COUNT_MOVED = _COUNT_IN.format(
    unwritten=_UNWRITTEN,
    counted="unit_name, letter_name, {number}, created_at",
    letters="{letter} {same} ORDER BY seq LIMIT 1",
    alike="",
)
_ON_A_MOMENT = "CREATE TRIGGER {name} {when} ON dispatch BEGIN " + _COUNT_MOVED + "; END"
# What has been purged stays counted as it was.
COUNTED_WITH_COPIES = (
    *(f"DROP TRIGGER {name}" for name, *_ in _MOMENTS),
    _COUNT_FIRSTS.format(
        number="-count(*)",
        letter=_LETTER,
        same=_SAME_LETTER.format(one="first", other="dispatch"),
    ),
    "DELETE FROM letter_count WHERE number = 0",
    _COUNT_FIRSTS.format(
        number="count(*)",
        letter=_WHOLE_LETTER,
        same=_SAME_WITH_COPIES.format(one="first", other="dispatch"),
    ),
    *(
        _ON_A_MOMENT.format(
            name=name,
            when=when,
            number=number,
            letter=_WHOLE_LETTER,
            same=_SAME_WITH_COPIES.format(one="dispatch", other="new"),
        )
        for name, when, number in _MOMENTS
    ),
)
