"""After a history was brought back: what may have left since then is not sent again by itself."""

from datetime import datetime

from app.dispatch import Status, Store
from app.wording import say

_NOBODY = "backup"


def park_all(store: Store, *, backup_from: str, at: datetime, who: str) -> int:
    """Whatever waits or was on its way in a backup becomes Oklart; gives how many.

    The safest rule there is: the history that would tell whether they have left is gone, and only
    UNKNOWN needs a person. They pass SENDING on the way, for that is the only way there.
    """
    why = say(
        "Historiken är återställd från en säkerhetskopia ({when}). Kallelsen kan ha skickats "
        "sedan dess.",
        when=backup_from,
    )
    for waiting in store.queued():
        store.claim(waiting.id, owner=_NOBODY, at=at, who=who)
    parked = store.sending()
    for dispatch, owner in parked:
        store.move(dispatch.id, Status.UNKNOWN, at=at, who=who, text=why, owner=owner)
    return len(parked)
