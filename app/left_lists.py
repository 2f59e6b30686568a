"""Lists that another has taken the place of: what was decided in them is there for who returns."""

from app.open_list import Origin
from app.worklist import Worklist

# A desk goes to and fro between a few files; each holds its patients in memory.
_KEPT = 3


class LeftLists:
    """Keeps those that a person has decided something in, for as long as the program runs."""

    def __init__(self) -> None:
        self._open: Origin | None = None
        self._left: list[tuple[Origin, Worklist]] = []

    def follow(self, origin: Origin, *, leaving: Worklist | None) -> Worklist | None:
        """The list that was last made of the same files or text, which may be the one being left.

        `leaving` is that of the origin that this was told of before.
        """
        if leaving and self._open and self._open.can_be_read_again:
            self._take(self._open)
            if leaving.decided() or leaving.by_hand:
                self._left = [*self._left, (self._open, leaving)][-_KEPT:]
        self._open = origin
        return self._take(origin)

    def _take(self, origin: Origin) -> Worklist | None:
        taken = next((worklist for one, worklist in self._left if one == origin), None)
        self._left = [pair for pair in self._left if pair[0] != origin]
        return taken
