"""Why a sending is unusual enough to be confirmed twice."""

from collections.abc import Iterator
from datetime import datetime

from app.region import SendingRule
from app.swedish_dates import clock
from app.wording import say

_SATURDAY = 5


def unusual(letters: int, *, now: datetime, rule: SendingRule | None) -> tuple[str, ...]:
    """One sentence for each reason; none where the sending is as any other."""
    return tuple(_reasons(letters, now=now, rule=rule)) if rule else ()


def _reasons(letters: int, *, now: datetime, rule: SendingRule) -> Iterator[str]:
    if letters > rule.many:
        yield say("Det är ovanligt många kallelser på en gång: {letters}.", letters=letters)
    if now.weekday() >= _SATURDAY:
        yield say("I dag är det inte vardag, så ingen svarar om någon ringer om sin kallelse.")
    elif not rule.day_begins <= now.time() <= rule.day_ends:
        yield say("Klockan är {clock}, utanför arbetstid.", clock=clock(now))
