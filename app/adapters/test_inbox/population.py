"""Who has a login and who wants notifications, among the test inbox's invented inhabitants."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

# Share of inhabitants that have logged in at least once: Region Jönköpings län's public FAQ.
LOGGED_IN_PERCENT = 94
# Share of those that have turned notifications on: invented, no public figure was found.
NOTIFIED_PERCENT = 90

_METHODS = (("SMS",), ("Email",), ("SMS", "Email"))


@dataclass(frozen=True, slots=True)
class Account:
    """`methods` are names of the contract's NotificationMethodType, in its order."""

    active: bool
    methods: tuple[str, ...] = ()


def reach_of(person: str) -> Account:
    """The invented account of a 12-character number, the same every time it is asked for.

    A number that is no birth date has none: samordningsnummer (day + 60) and reservnummer cannot
    log in on 1177.
    """
    if not _is_personnummer(person):
        return Account(active=False)
    login, notified, method = hashlib.sha256(person.encode()).digest()[:3]
    if login * 100 >= LOGGED_IN_PERCENT * 256:
        return Account(active=False)
    if notified * 100 >= NOTIFIED_PERCENT * 256:
        return Account(active=True)
    return Account(active=True, methods=_METHODS[method % len(_METHODS)])


def _is_personnummer(person: str) -> bool:
    try:
        datetime.strptime(person[:8], "%Y%m%d")  # noqa: DTZ007 - a birth date has no time zone
    except ValueError:
        return False
    return person.isascii() and person.isdigit()
