"""What is told of decisions: of many made at once, and of a step that is undone."""

from collections.abc import Callable, Iterable
from itertools import islice

from app.draft import Draft
from app.findings import Decision
from app.wording import say
from ui.gradual import Lines

ANOTHER_LIST = say("En annan lista har öppnats, så det du skrev sparades inte. Skriv på nytt.")

# What was decided of many rows at once.
DECIDED = {
    Decision.APPROVE: say("Godkände {} bokningar."),
    Decision.SKIP: say("Hoppar över {} bokningar."),
    Decision.CALL: say("{} bokningar hoppas över. Ring patienterna."),
    Decision.HANDLED_ELSEWHERE: say("Markerade {} bokningar som hanterade utanför appen."),
    Decision.SEND_REBOOKING: say("Valde ombokning för {} bokningar."),
    Decision.SEND_CANCELLATION: say("Valde avbokning för {} bokningar."),
}

# Of the rows of one step; most often all of them were changed alike.
_LOOKED_AT = 10


def told_undone(undone: Lines, *, before: Iterable[Draft]) -> str:
    """What was undone, and of which row: by its number, since a notice is never hidden.

    `before` are the drafts, of these rows and perhaps of others, as they were until now.
    """
    drafts = {draft.booking.row_no: draft for draft in before}
    pairs = [(drafts.get(no), line.row.draft) for no, line in undone.items()]
    changed = [(old, new) for old, new in pairs if old is not None and old != new]
    if not changed:
        return say("Ångrat. Inget blev annorlunda.")
    what = ", ".join(dict.fromkeys(_what(old, new) for old, new in islice(changed, _LOOKED_AT)))
    if len(changed) > 1:
        return say("Ångrat på {number} bokningar: {what}.", number=len(changed), what=what)
    row = changed[0][1].booking.row_label
    return say("Ångrat på rad {row}: {what}.", row=row, what=what)


def _what(old: Draft, new: Draft) -> str:
    """What a person had done, by its first mark: what else differs only followed from it."""
    for words, part in _WRITTEN_OR_CHOSEN:
        if part(old) != part(new):
            return words
    if old.left_out != new.left_out:
        return say("hoppa över") if old.left_out else say("ta med")
    return say("godkänna")


_WRITTEN_OR_CHOSEN: tuple[tuple[str, Callable[[Draft], object]], ...] = (
    (say("rätta uppgifter"), lambda draft: (draft.booking, draft.as_read)),
    (say("ändra adress"), lambda draft: draft.address),
    (say("ändra fritext"), lambda draft: draft.free_text),
    (say("byta brevtyp"), lambda draft: draft.letter_type),
    (say("byta språk"), lambda draft: draft.language),
    (say("byta variant"), lambda draft: draft.variant),
    (say("byta kanal"), lambda draft: draft.channels_wished),
)
