"""Whether letters of a template version were looked at before the first of them are sent."""

import json
from pathlib import Path

# ux.md: at least three rows, one of them a letter on paper where there is one.
_ENOUGH = 3
# An author makes a version with each change, and may go back to an earlier one.
_KEPT = 50


class FirstLook:
    """Remembers for each user that enough was looked at: the data folder is one user's own.

    A file by itself, not history: it tells of no letter, and where it cannot be read or written
    nothing is lost but that one looks once more. Which letters were looked at is forgotten when
    the program ends.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: dict[str, set[str]] = {}
        # By version, whether any of those that were looked at goes on paper.
        self._enough = _read(file)
        self._on_paper = {version for version, paper in self._enough.items() if paper}

    def note(self, booking_key: str, *, version: str, on_paper: bool) -> None:
        """A letter by a version of the templates has been looked at."""
        seen = self._seen.setdefault(version, set())
        seen.add(booking_key)
        if on_paper:
            self._on_paper.add(version)
        if len(seen) >= _ENOUGH or version in self._enough:
            self._keep(version)

    def left(self, version: str, *, ready: int, on_paper: int) -> tuple[int, bool]:
        """How many are still to be looked at, and whether one of them must go on paper.

        `ready` are the letters that would be sent, and `on_paper` those of them that are printed.
        """
        seen = _ENOUGH if version in self._enough else len(self._seen.get(version, ()))
        needs_paper = on_paper > 0 and version not in self._on_paper
        return max(min(_ENOUGH, ready) - seen, int(needs_paper)), needs_paper

    def _keep(self, version: str) -> None:
        on_paper = version in self._on_paper
        if self._enough.get(version) == on_paper:
            return
        self._enough[version] = on_paper
        kept = dict(list(self._enough.items())[-_KEPT:])
        try:
            self._file.write_text(json.dumps(kept), "utf-8")
        except OSError:
            return


def _read(file: Path) -> dict[str, bool]:
    try:
        kept = json.loads(file.read_text("utf-8"))
        return {str(version): on_paper is True for version, on_paper in kept.items()}
    except (OSError, ValueError, AttributeError):
        return {}
