"""The key that keeps letter ids from telling whose they are: the clinic's where PCs share one."""

import hashlib
import hmac
from collections.abc import Callable
from pathlib import Path

from app.errors import SettingsUnreadable, Unreachable
from app.whole_files import create_whole, unfinished, write_whole
from app.wording import say

_LENGTH = 32


def letter_key(
    path: Path, *, shared: Callable[[], bytes] | None, random: Callable[[int], bytes]
) -> bytes:
    """This PC's own key, made once, or the shared one, remembered for when it is out of reach.

    `shared` raises Unreachable; letters are then still shown, and who has them is settled by
    claims before any is sent. `random` gives that many random bytes. Raises SettingsUnreadable.
    """
    try:
        if not path.exists():
            create_whole(path, random(_LENGTH), beside=unfinished(path))
        own = path.read_bytes()
        known = _of_all(shared) or own
        if known != own:
            write_whole(path, known)
    except OSError as error:
        raise SettingsUnreadable(
            say("Filen {file} i programmets mapp går inte att använda.", file=path.name),
            say("Kontrollera att mappen går att läsa och skriva i."),
            detail=type(error).__name__,
        ) from error
    return known


def keyed_name(told: str, *, key: bytes) -> str:
    """64 hexadecimal digits that tell nothing to those who lack the key.

    Of a plain hash of a personal number anybody finds the number by trying them all.
    """
    return hmac.new(key, told.encode(), hashlib.sha256).hexdigest()


def _of_all(shared: Callable[[], bytes] | None) -> bytes | None:
    try:
        return shared() if shared else None
    except Unreachable:
        return None
