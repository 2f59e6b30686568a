"""Whether a folder can be what a clinic wants it for, and where the program's own must not lie."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PureWindowsPath
from typing import Protocol

from app.wording import say

_MISSING = say("Mappen finns inte, eller är inte ansluten just nu.")
_LOCKED = say("Programmet får inte skriva i mappen.")

# The folders that these services keep the same on all of a person's computers.
_SYNCED = ("onedrive", "dropbox", "google drive", "icloud", "mobile documents", "nextcloud")
# Where Windows says that OneDrive keeps its folders, and what others leave in theirs.
_SYNCED_HERE = frozenset({"OneDrive", "OneDriveCommercial", "OneDriveConsumer"})
_SYNC_MARKS = (".dropbox", ".dropbox.cache", ".nextcloudsync.log", ".tmp.driveupload")

_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "ncpfs", "afs"}
)


class Mount(Protocol):
    """As psutil tells it: on Windows the options of a mapped drive say "remote"."""

    @property
    def mountpoint(self) -> str: ...
    @property
    def fstype(self) -> str: ...
    @property
    def opts(self) -> str: ...


def _mounts() -> Iterable[Mount]:
    import psutil  # noqa: PLC0415 - only this check needs it

    return psutil.disk_partitions(all=True)


def is_folder(place: Path) -> bool:
    """False too where nobody may look, or a share does not answer: `is_dir` raises there."""
    try:
        return place.is_dir()
    except OSError:
        return False


def found_in(folder: Path, pattern: str) -> tuple[Path, ...]:
    """In the order of their names; none where the folder is gone or may not be entered."""
    try:
        return tuple(sorted(folder.glob(pattern)))
    except OSError:
        return ()


def folder_problem(text: str) -> str:
    """Why a folder cannot be read, or ""."""
    return "" if text and is_folder(Path(text)) else _MISSING


def writable_folder_problem(text: str) -> str:
    """Why a folder cannot be written in, or ""."""
    return folder_problem(text) or ("" if os.access(text, os.W_OK) else _LOCKED)


def file_problem(text: str) -> str:
    """Why a file cannot be read, or ""."""
    try:
        is_there = Path(text).is_file()
    except OSError:
        is_there = False
    return "" if is_there else say("Filen finns inte, eller är inte ansluten just nu.")


def data_folder_problem(
    folder: Path,
    *,
    mounts: Callable[[], Iterable[Mount]] = _mounts,
    environment: Mapping[str, str] = os.environ,
) -> str:
    """Why the program's own folder must not lie there, or "".

    Its database is safe on a disk of the computer only: write-ahead logging does not work over a
    network, and a service that syncs files would copy it in the middle of a change.
    """
    if _is_on_network(folder, mounts):
        return say("Programmets data ligger på nätverket, och där kan historiken gå sönder.")
    if _is_synced(folder, environment):
        return say(
            "Programmets data ligger i en mapp som synkas till nätet, och där kan historiken gå "
            "sönder."
        )
    return ""


def _is_on_network(folder: Path, mounts: Callable[[], Iterable[Mount]]) -> bool:
    if str(folder).startswith(("\\\\", "//")):
        return True
    places = (folder, *folder.parents, *folder.resolve().parents, folder.resolve())
    known = {Path(one.mountpoint): one for one in mounts()}
    # The innermost mount that holds the folder is the one it is on.
    nearest = max((place for place in places if place in known), key=_depth, default=None)
    if nearest is None:
        return False
    return known[nearest].fstype.casefold() in _NETWORK or "remote" in known[nearest].opts


def _is_synced(folder: Path, environment: Mapping[str, str]) -> bool:
    places = {*folder.parents, folder, *folder.resolve().parents, folder.resolve()}
    parts = (part.casefold() for part in PureWindowsPath(str(folder)).parts)
    told = {Path(value) for name, value in environment.items() if name in _SYNCED_HERE and value}
    return (
        any(part.startswith(_SYNCED) for part in parts)
        or bool(told & places)
        or any((place / mark).exists() for place in places for mark in _SYNC_MARKS)
    )


def _depth(place: Path) -> int:
    return len(place.parts)
