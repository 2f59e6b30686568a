"""Which letters a rule takes, and why each other stays, as SQL that counts and chooses alike."""

from collections.abc import Mapping

from app.adapters.store.rows import stored_time
from app.retention import Due

# Before this is no letter.
_NEVER = ""


def counted(due: Due, *, asked_at: str) -> tuple[str, Mapping[str, str]]:
    """The question, and the values for its names."""
    return _COUNTED.format(why=_why(due)), _values(due, asked_at=asked_at)


def chosen(due: Due, *, asked_at: str) -> tuple[str, Mapping[str, str]]:
    """As `counted`, of those that go from :begin to :end in history, at most :most of them.

    One row: how many `letters`, the `last` of them, and as JSON their `ids`, the `keys` of their
    bookings, and the digests of their `contents` and of the `origins` that they were made from.
    """
    return _CHOSEN.format(why=_why(due)), _values(due, asked_at=asked_at)


def _why(due: Due) -> str:
    whens = " ".join(f"WHEN :kind{no} THEN :before{no}" for no, _ in enumerate(due.of_kinds))
    return _WHY.format(before=f"CASE letter_type {whens} ELSE :others END" if whens else ":others")


def _values(due: Due, *, asked_at: str) -> dict[str, str]:
    values = {
        "asked_at": asked_at,
        "others": stored_time(due.of_others) if due.of_others else _NEVER,
    }
    for no, (kind, before) in enumerate(due.of_kinds.items()):
        values[f"kind{no}"], values[f"before{no}"] = kind, stored_time(before)
    return values


# A letter is left alone since its visit, or since its last move where that is later. The names are
# those of `app.purge.Why`. A hold that was lifted since the purge was asked for holds still: nobody
# has seen its letters among those that go.
_WHY = """
    CASE
        WHEN {before} = '' THEN 'NO_RULE'
        WHEN max(changed_at, visit_at) >= {before} THEN 'TOO_YOUNG'
        WHEN status IN ('QUEUED', 'SENDING', 'UNKNOWN') THEN 'OPEN'
        WHEN EXISTS (
            SELECT 1 FROM held_letter JOIN hold ON hold.id = held_letter.hold
            WHERE dispatch_id = dispatch.id AND (lifted_at = '' OR lifted_at > :asked_at)
        ) OR EXISTS (
            SELECT 1 FROM hold WHERE hold.person = dispatch.person AND hold.person <> ''
            AND (lifted_at = '' OR lifted_at > :asked_at)
        ) THEN 'HELD'
        WHEN EXISTS (
            SELECT 1 FROM dispatch AS kin WHERE kin.booking_key = dispatch.booking_key
            AND kin.status IN ('QUEUED', 'SENDING', 'UNKNOWN')
        ) THEN 'KIN_OPEN'
        WHEN status = 'REJECTED' AND visit_at = '' AND NOT EXISTS (
            SELECT 1 FROM dispatch AS later WHERE later.booking_key = dispatch.booking_key
            AND later.seq > dispatch.seq AND later.status <> 'CANCELLED'
        ) THEN 'NOT_SETTLED'
        ELSE ''
    END
"""
_COUNTED = """
    SELECT letter_type, max(letter_name) AS letter_name, substr(created_day, 1, 4) AS year,
        {why} AS why, count(*) AS number, min(created_day) AS oldest, max(created_day) AS newest
    FROM dispatch
    GROUP BY letter_type, year, why ORDER BY year, letter_name, why
"""
_CHOSEN = """
    SELECT count(*) AS letters, max(seq) AS last, json_group_array(id) AS ids,
        json_group_array(booking_key) AS keys, json_group_array(content_digest) AS contents,
        json_group_array(data_digest) AS origins
    FROM (
        SELECT seq, id, booking_key, content_digest, data_digest FROM dispatch
        WHERE seq > :begin AND seq <= :end AND {why} = '' ORDER BY seq LIMIT :most
    )
"""
