"""Triggers by which the database itself refuses what is never done to its rows."""


def refusing(*changes: tuple[str, str]) -> tuple[str, ...]:
    """A trigger for each table and change, which is DELETE or UPDATE."""
    return tuple(
        f"""
        CREATE TRIGGER {table}_{verb.lower()}_is_refused BEFORE {verb} ON {table} BEGIN
            SELECT RAISE (ABORT, '{table} is append-only');
        END
        """
        for table, verb in changes
    )
