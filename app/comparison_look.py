"""The look at a comparison: which of its groups a person has opened, and what it was of."""

import hashlib

from pydantic import BaseModel, ConfigDict

from app.canonical_json import canonical_json
from app.comparison import Comparer
from app.differences import Comparison, Difference, Group
from app.errors import NotDecided
from app.wording import say


class Compared(BaseModel):
    """What was compared: two versions by the digests of their sources, on how many bookings.

    `letter_types` are those of the bookings. `digest` is of both versions and of every change that
    was found. Nothing here is of a patient.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    before: str
    after: str
    bookings: int
    letter_types: tuple[str, ...]
    groups: int
    digest: str

    @classmethod
    def of(cls, comparison: Comparison, comparer: Comparer) -> "Compared":
        """Raises NotDecided of one that was cancelled, or that had nothing to compare on."""
        if not 0 < comparison.compared == comparison.total:
            raise NotDecided(
                say("Jämförelsen är inte hel."), say("Jämför igen, och låt den bli klar.")
            )
        before, after = (one.press.catalogue.version for one in (comparer.before, comparer.after))
        kinds = sorted(repr(kind_of(group)) for group in comparison.groups)
        told = canonical_json((before, after, comparison.compared, *kinds))
        return cls(
            before=before,
            after=after,
            bookings=comparison.compared,
            letter_types=tuple(sorted(comparison.letter_types)),
            groups=len(comparison.groups),
            digest=hashlib.sha256(told).hexdigest(),
        )


class Look:
    """Belongs to one comparison, from its first group to its last."""

    def __init__(self) -> None:
        self._opened = set[tuple[object, ...]]()

    def open(self, group: Group) -> None:
        """One of its letters is on screen, before and after."""
        self._opened.add(kind_of(group))

    def has_opened(self, group: Group) -> bool:
        return kind_of(group) in self._opened

    def left(self, comparison: Comparison) -> int:
        """How many groups nobody has opened yet."""
        return sum(not self.has_opened(group) for group in comparison.groups)


def kind_of(group: Group) -> tuple[object, ...]:
    """What a group is known by while letters are still added to it."""
    return Difference(group.before, group.after, group.edits).kind
