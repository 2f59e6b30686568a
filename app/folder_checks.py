"""Whether a folder can be what a clinic wants it for, and where the program's own must not lie."""

import os
from pathlib import Path, PureWindowsPath

from app.wording import say

_MISSING = say("Mappen finns inte, eller är inte ansluten just nu.")
_LOCKED = say("Programmet får inte skriva i mappen.")

# The folders that these services keep the same on all of a person's computers.
_SYNCED = ("onedrive", "dropbox", "google drive", "icloud", "mobile documents", "nextcloud")


def folder_problem(text: str) -> str:
    """Why a folder cannot be read, or ""."""
    return "" if text and Path(text).is_dir() else _MISSING


def writable_folder_problem(text: str) -> str:
    """Why a folder cannot be written in, or ""."""
    return folder_problem(text) or ("" if os.access(text, os.W_OK) else _LOCKED)


def file_problem(text: str) -> str:
    """Why a file cannot be read, or ""."""
    return "" if Path(text).is_file() else say("Filen finns inte, eller är inte ansluten just nu.")


def data_folder_warning(folder: Path) -> str:
    """What is wrong with where the program's own folder lies, or "".

    Its database is safe on a disk of the computer only: write-ahead logging does not work over a
    network, and a service that syncs files would copy it in the middle of a change.
    """
    text = str(folder)
    if text.startswith(("\\\\", "//")):
        return say("Programmets data ligger på nätverket. {move}", move=_MOVE)
    parts = (part.casefold() for part in PureWindowsPath(text).parts)
    if any(part.startswith(_SYNCED) for part in parts):
        return say("Programmets data ligger i en mapp som synkas till nätet. {move}", move=_MOVE)
    return ""


_MOVE = say("Historiken kan gå sönder. Starta med en mapp på datorns egen disk (--data).")
