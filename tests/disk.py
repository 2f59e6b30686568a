"""The disk under SQLite: every change of a file is shown to a watcher, who may refuse it.

The store's own SQLite is reached through ctypes and given its usual file system with three calls
wrapped, so what is watched is the real store on real files, with nothing to install.
"""

import ctypes
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any


class Kind(StrEnum):
    WRITE = "write"
    TRUNCATE = "truncate"
    SYNC = "sync"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Change:
    """`at` is a write's offset, a truncation's new size, or 1 for a deletion that is synced."""

    kind: Kind
    file: str
    at: int = 0
    content: bytes = b""


# A watcher answers with SQLite's result code, or: half is written, and then the disk is full;
HALF = -1
# the sync is not made, and said to be.
SKIPPED = -2
Watcher = Callable[[Change], int]


def unreachable() -> str:
    """Why the store's SQLite cannot be watched; empty where it can."""
    try:
        _library()
    except (ImportError, AttributeError, OSError) as error:
        return f"the store's SQLite library is out of reach: {error}"
    return ""


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Every connection opened inside goes through the watcher, and must be closed inside."""
    library = _library()
    usual = library.sqlite3_vfs_find(None)
    disk = _Disk(usual.contents, watcher)
    library.sqlite3_vfs_register(byref(disk.vfs), 1)
    try:
        yield
    finally:
        library.sqlite3_vfs_unregister(byref(disk.vfs))


_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)
_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_DELETE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)


class _Methods(Structure):
    """`sqlite3_io_methods`, version 3."""

    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", _WRITE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        ("rest", c_void_p * 13),
    )


class _Vfs(Structure):
    """`sqlite3_vfs`, version 3."""

    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("path_length", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("app_data", c_void_p),
        ("open", _OPEN),
        ("delete", _DELETE),
        ("rest", c_void_p * 14),
    )


class _Disk:
    """Keeps alive all that SQLite holds pointers to."""

    def __init__(self, usual: Any, watcher: Watcher) -> None:
        self._usual = usual
        self._watcher = watcher
        self._names: dict[int, str] = {}
        self._wrapped: dict[int, _Methods] = {}
        self.vfs = _Vfs.from_buffer_copy(usual)
        self.vfs.name = b"watched"
        self.vfs.open = _OPEN(self._open)
        self.vfs.delete = _DELETE(self._delete)

    def _open(self, _: int, name: int | None, file: int, flags: int, told: int | None) -> int:
        result: int = self._usual.open(byref(self._usual), name, file, flags, told)
        # SQLite gives temporary files no name; nothing of a letter outlives them.
        if result == sqlite3.SQLITE_OK and name:
            self._names[file] = Path(ctypes.string_at(name).decode()).name
            # A file begins with the address of its methods; a log's are not a database's.
            methods = c_void_p.from_address(file)
            usual = methods.value or 0
            if usual not in self._wrapped:
                self._wrapped[usual] = self._wrap(_Methods.from_address(usual))
            methods.value = ctypes.addressof(self._wrapped[usual])
        return result

    def _wrap(self, usual: _Methods) -> _Methods:
        wrapped = _Methods.from_buffer_copy(usual)

        def write(file: int, content: int, size: int, at: int) -> int:
            answer = self._ask(Kind.WRITE, file, at, ctypes.string_at(content, size))
            if answer == HALF:
                return usual.write(file, content, size // 2, at) or sqlite3.SQLITE_FULL
            return answer or usual.write(file, content, size, at)

        def truncate(file: int, size: int) -> int:
            return self._ask(Kind.TRUNCATE, file, size) or usual.truncate(file, size)

        def sync(file: int, flags: int) -> int:
            answer = self._ask(Kind.SYNC, file) or usual.sync(file, flags)
            return sqlite3.SQLITE_OK if answer == SKIPPED else answer

        wrapped.write, wrapped.truncate = _WRITE(write), _TRUNCATE(truncate)
        wrapped.sync = _SYNC(sync)
        return wrapped

    def _ask(self, kind: Kind, file: int, at: int = 0, content: bytes = b"") -> int:
        return self._watcher(Change(kind, self._names[file], at, content))

    def _delete(self, _: int, name: bytes, is_synced: int) -> int:
        change = Change(Kind.DELETE, Path(name.decode()).name, is_synced)
        return self._watcher(change) or self._usual.delete(byref(self._usual), name, is_synced)


def _library() -> Any:
    """The very library that the store calls: looked up through its Python module."""
    from sqlcipher3 import _sqlite3  # noqa: PLC0415 - where it is missing, that can be said

    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = POINTER(_Vfs)
    library.sqlite3_vfs_find.argtypes = [c_char_p]
    return library
