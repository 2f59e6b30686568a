"""SQLite as the store uses it: SQLCipher's, whose files are plain where no key is given.

The one module that knows which library it is, so that all errors are of one kind.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Without types of its own; it has the interface of the standard library's.
    import sqlite3
else:
    from sqlcipher3 import dbapi2 as sqlite3

__all__ = ["is_plain", "sqlite3", "unlock"]

_PLAIN = b"SQLite format 3\0"


def is_plain(path: Path) -> bool:
    """Whether anybody can read a database; what is encrypted looks random. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN


def unlock(connection: "sqlite3.Connection", key: bytes | None) -> None:
    """Comes before anything else. `key` is 32 random bytes, or None for a plain file."""
    # It would tell the standard error of what it finds in a file.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
