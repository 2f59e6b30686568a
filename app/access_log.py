"""The access log's words: who did what with whose data, when, where and at which unit.

Source: HSLF-FS 2016:40 4 kap. 9 §: the log shows what was done with a patient's data, at which
unit, when, and who the user and the patient are. It is kept for at least five years, and the
database itself lets no access go before that.
"""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from app.dispatch import Status
from app.wording import say


class Action(StrEnum):
    """What was done. Reading the log is in the log too."""

    LOAD = "load"
    PREVIEW = "preview"
    VIEW = "view"
    SEARCH_HIT = "search_hit"
    EDIT = "edit"
    LEAVE_OUT = "leave_out"
    SEND = "send"
    MOVE = "move"
    PRINT = "print"
    EXPORT = "export"
    PURGE = "purge"
    HOLD = "hold"
    LIFT_PROTECTION = "lift_protection"
    PUBLISH = "publish"
    PROPOSE_RULES = "propose_rules"
    APPROVE_RULES = "approve_rules"
    READ_LOG = "read_log"
    EXTRACT = "extract"
    DRAW_SAMPLE = "draw_sample"
    SIGN_OFF = "sign_off"


ACTION_NAMES: Mapping[Action, str] = {
    Action.LOAD: say("Läste in bokningen"),
    Action.PREVIEW: say("Förhandsgranskade kallelsen"),
    Action.VIEW: say("Öppnade kallelsen i historiken"),
    Action.SEARCH_HIT: say("Öppnade en sökträff i historiken"),
    Action.EDIT: say("Ändrade eller beslutade om kallelsen"),
    Action.LEAVE_OUT: say("Hoppade över bokningen"),
    Action.SEND: say("Skickade kallelsen"),
    Action.MOVE: say("Kallelsens status ändrades"),
    Action.PRINT: say("Skrev ut"),
    Action.EXPORT: say("Sparade utanför programmet"),
    Action.PURGE: say("Gallrade"),
    Action.HOLD: say("Ändrade en spärr mot gallring"),
    Action.LIFT_PROTECTION: say("Hävde markeringen om skyddade personuppgifter"),
    Action.PUBLISH: say("Publicerade mallar"),
    Action.PROPOSE_RULES: say("Lämnade ändrade regler för godkännande"),
    Action.APPROVE_RULES: say("Godkände ändrade regler"),
    Action.READ_LOG: say("Läste loggen"),
    Action.EXTRACT: say("Gjorde ett loggutdrag"),
    Action.DRAW_SAMPLE: say("Drog ett stickprov ur loggen"),
    Action.SIGN_OFF: say("Skrev under ett stickprov"),
}


class Workplace(NamedTuple):
    """Which computer, and which version of the program runs on it."""

    pc: str
    program: str


NO_WORKPLACE = Workplace("", "")


@dataclass(frozen=True, slots=True)
class Access:
    """One thing that was done. `person` is an identity number, "" where it was nobody's data.

    `unit_id` is the HSA-id of the unit whose booking or letter it was. `text` says more, and is a
    reason where one is asked for; it names no patient.
    """

    action: Action
    person: str = ""
    unit_id: str = ""
    booking_key: str = ""
    dispatch_id: uuid.UUID | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An access with who, when and where.

    Of sending, `status` is what a letter came to, and its moves tell no workplace. `number` is the
    place in the chain, from 1; 0 where it is not written yet.
    """

    at: datetime
    who: str
    access: Access
    workplace: Workplace = NO_WORKPLACE
    status: Status | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class LogQuestion:
    """What to list of the log; None and "" leave a question open. Days are Swedish.

    `is_of_patients` leaves out all that was not done, by somebody, with somebody's data.
    """

    since: date | None = None
    until: date | None = None
    who: str = ""
    action: Action | None = None
    person: str = ""
    is_of_patients: bool = False


class LogBook(Protocol):
    """The one chain of everything that happened. All raise HistoryUnusable."""

    def write(self, entries: Sequence[LogEntry]) -> None:
        """In their order, all or none, as one transaction."""
        ...

    def entries(self, question: LogQuestion, *, offset: int, limit: int) -> tuple[LogEntry, ...]:
        """Newest first; a limit of -1 gives all."""
        ...

    def numbers(self, question: LogQuestion) -> tuple[int, ...]:
        """Of all entries that a question finds, oldest first."""
        ...

    def numbered(self, numbers: Sequence[int]) -> tuple[LogEntry, ...]:
        """Entries by their numbers, oldest first."""
        ...

    def users(self) -> tuple[str, ...]:
        """Everybody who is named in the log, by name."""
        ...

    def first_broken_event(
        self, *, progress: Callable[[float], None] = lambda _: None
    ) -> int | None:
        """The number of the first entry that was tampered with; None for none.

        `progress` is told how much is looked through, from 0 to 1; what it raises ends that.
        """
        ...
