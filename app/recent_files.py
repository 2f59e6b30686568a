"""The files that were opened last, kept in the data folder for the start page to offer again."""

import json
from dataclasses import dataclass
from pathlib import Path

_KEPT = 3


@dataclass(frozen=True, slots=True)
class RecentFiles:
    """Nothing of what the files hold is kept, and nothing told to the operating system's own list.

    A list that cannot be read or written is no reason to disturb anybody: then there is none.
    """

    file: Path

    def newest_first(self) -> tuple[Path, ...]:
        """At most three; whether they still are there is seen when they are opened."""
        try:
            kept = json.loads(self.file.read_text("utf-8"))
            return tuple(Path(path) for path in kept)[:_KEPT]
        except (OSError, ValueError, TypeError):
            return ()

    def remember(self, path: Path) -> None:
        """Puts a file that has been opened first."""
        opened = path.absolute()
        others = (one for one in self.newest_first() if one != opened)
        kept = [str(one) for one in (opened, *others)][:_KEPT]
        try:
            # Not worth the wait of a durable write: half a list is none. As ASCII, in which also
            # the name of a file that is no UTF-8 can be written.
            self.file.write_text(json.dumps(kept), "utf-8")
        except OSError:
            return
