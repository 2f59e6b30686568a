"""Files that are whole or not there at all, whatever happens to the program or the power."""

import contextlib
import os
import sys
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Puts content under a name in one step, over what stood there. Raises OSError.

    It is written and fsynced beside, as `unfinished(path)`, renamed, and the folder fsynced: a
    reader sees the old file or the new one, and after a crash the unfinished one is harmless.
    """
    beside = unfinished(path)
    try:
        write_durable(beside, content)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def create_whole(path: Path, content: bytes, *, beside: Path) -> bool:
    """Puts content under a name that is free; False where the name is taken. Raises OSError.

    Of several programs at once, on one PC or many, only one gets the name, and nobody ever sees
    less than all of it. `beside` is a name in the same folder that no other program uses.
    """
    write_durable(beside, content)
    try:
        _name_if_free(beside, path)
    except FileExistsError:
        return False
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)
    return True


def unfinished(path: Path) -> Path:
    """The name under which `write_whole` prepares a file."""
    return path.with_name(f"{path.name}.tmp")


def write_durable(path: Path, content: bytes) -> None:
    """Writes and fsyncs a file that nobody reads yet. Raises OSError."""
    # Removed first and created anew, so that a planted link is never followed.
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _name_if_free(file: Path, name: Path) -> None:
    """Raises FileExistsError where the name is taken."""
    if sys.platform == "win32":  # pragma: no cover - Windows renames over nothing of its own accord
        file.rename(name)
    else:
        name.hardlink_to(file)


def sync_folder(folder: Path) -> None:
    """Makes new names in a folder outlast a power cut. Raises OSError."""
    if sys.platform == "win32":  # pragma: no cover - Windows has no such call
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
