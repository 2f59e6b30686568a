"""The desk where purging is asked for, confirmed by another, watched, and told afterwards."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.access_desk import AccessDesk
from app.decisions import stated_reason
from app.documents import Attachment, Document, Table, Terms
from app.errors import NotDecided
from app.purge import WHY_IT_STAYS, Counted, Hold, Purge, PurgeState, PurgeStore
from app.retention import ALL_OTHERS, RetentionRules, Rule
from app.spreadsheets import as_table
from app.swedish_dates import STOCKHOLM, clock, plain_date
from app.users import Right, two_persons
from app.wording import say

_ASSUMED = say("Antagen, inget beslut.")
HEADERS = (say("Brevtyp"), say("År"), say("Antal"), say("Äldst"), say("Nyast"))
STAYS_BECAUSE = say("Varför")


@dataclass(frozen=True, slots=True)
class Looked:
    """What a purge would take today, or takes: every letter is counted once."""

    rules: RetentionRules
    as_of: date
    counted: tuple[Counted, ...]

    @property
    def going(self) -> tuple[Counted, ...]:
        return tuple(one for one in self.counted if one.why is None)

    @property
    def staying(self) -> tuple[Counted, ...]:
        return tuple(one for one in self.counted if one.why is not None)

    @property
    def number(self) -> int:
        return sum(one.number for one in self.going)


class RetentionDesk:
    """Who purges needs the right to, two persons, and a decision. Any thread may call it.

    Everything raises NotPermitted or HistoryUnusable.
    """

    def __init__(
        self,
        store: PurgeStore,
        read_rules: Callable[[], RetentionRules],
        *,
        access: AccessDesk,
        now: Callable[[], datetime],
        new_id: Callable[[], uuid.UUID] = uuid.uuid4,
    ) -> None:
        """`read_rules` reads them anew each time. Raises SettingsUnreadable."""
        self._store = store
        self._read_rules = read_rules
        self._access = access
        self._now = now
        self._new_id = new_id

    @property
    def user(self) -> str:
        return self._access.permissions.user.login

    def look(self) -> Looked:
        """Of the purge that is not ended, else of one by the rules of today."""
        self._access.require(Right.PURGE)
        under_way = self.under_way()
        if under_way:
            rules, as_of, at = under_way.rules, under_way.as_of, under_way.asked_at
        else:
            rules, at = self._read_rules(), self._now()
            as_of = at.astimezone(STOCKHOLM).date()
        return Looked(rules, as_of, self._store.count_for_purge(rules.due(as_of), at=at))

    def purges(self) -> tuple[Purge, ...]:
        """The newest first."""
        self._access.require(Right.PURGE)
        return self._store.purges()

    def under_way(self) -> Purge | None:
        """The one that waits for a second person, or is not at its end."""
        not_ended = {PurgeState.ASKED, PurgeState.CONFIRMED}
        return next((one for one in self._store.purges() if one.state in not_ended), None)

    def ask(self, looked: Looked) -> None:
        """Lays a purge before a second person. Raises NotDecided or AlreadyMoved."""
        self._access.require(Right.PURGE)
        if not looked.rules.is_decided:
            raise NotDecided(
                say("Gallringsreglerna är antagna och vilar inte på något beslut."),
                say("De kan bara förhandsgranskas. Skriv mottagningens regler i gallring.toml."),
            )
        if not looked.number:
            raise NotDecided(say("Det finns inget att gallra."), say("Ingen tid har gått ut."))
        at, who = self._now(), self.user
        self._store.ask_for_purge(self._new_id(), looked.rules, as_of=looked.as_of, who=who, at=at)

    def confirm(self, purge: Purge) -> None:
        """By another login than the one that asked, also where nobody has a role."""
        self._access.require(Right.PURGE)
        two_persons(purge.asked_by, self.user)
        self._store.confirm_purge(purge.id, who=self.user, at=self._now())

    def withdraw(self, purge: Purge) -> None:
        """By either of them, before it is confirmed. Raises AlreadyMoved."""
        self._access.require(Right.PURGE)
        self._store.withdraw_purge(purge.id, who=self.user, at=self._now())

    def take_portion(self, purge: Purge) -> float | None:
        """How far it has come, from 0 to 1; None at its end. Whoever has the right may go on."""
        self._access.require(Right.PURGE)
        return self._store.purge_portion(purge.id, at=self._now())

    def protocol(self, purge: Purge) -> Document:
        """For the archive. It names no patient; the ids of the letters go along as a table."""
        self._access.require(Right.PURGE)
        ids = self._store.purged_ids(purge.id)
        return _protocol(purge, ids)

    def holds(self) -> tuple[Hold, ...]:
        self._access.require(Right.PURGE)
        return self._store.holds()

    def hold_letters(self, dispatches: Sequence[uuid.UUID], *, why: str) -> None:
        """No rule takes them until the hold is lifted. Raises NotDecided."""
        self._hold("", dispatches, why)

    def hold_person(self, person: str, *, why: str) -> None:
        """All letters of a person, also those to come. Raises NotDecided."""
        self._hold(person, (), why)

    def lift(self, hold: Hold, *, why: str) -> None:
        """Raises NotDecided, or AlreadyMoved where it is lifted already."""
        self._access.require(Right.PURGE)
        reason = stated_reason(why)
        self._store.lift_hold(hold.id, reason=reason, who=self.user, at=self._now())

    def _hold(self, person: str, dispatches: Sequence[uuid.UUID], why: str) -> None:
        self._access.require(Right.PURGE)
        reason = stated_reason(why)
        made = Hold(self._new_id(), person, len(dispatches), reason, self.user, self._now())
        self._store.add_hold(made, dispatches=dispatches)


def told_rules(rules: RetentionRules) -> tuple[tuple[str, str], ...]:
    """Each rule as whom it is for and what it says, with its decision or that there is none."""
    told = [
        (
            say("Övriga brevtyper") if rule.letter_types == (ALL_OTHERS,) else _kinds(rule),
            _sentence(rule.keep_years, rule.decision),
        )
        for rule in rules.rules
    ]
    log = (
        [(say("Loggen"), _sentence(rules.log.keep_years, rules.log.decision))] if rules.log else []
    )
    return (*told, *log)


def lines(counted: Sequence[Counted]) -> tuple[tuple[str, ...], ...]:
    """A line for each kind and year."""
    return tuple(
        (
            one.letter_name,
            str(one.year),
            str(one.number),
            plain_date(one.oldest),
            plain_date(one.newest),
            *((WHY_IT_STAYS[one.why],) if one.why else ()),
        )
        for one in counted
    )


def dated(at: datetime) -> str:
    """With its year, since it is read for many."""
    swedish = at.astimezone(STOCKHOLM)
    return f"{plain_date(swedish.date())} {clock(swedish)}"


def _kinds(rule: Rule) -> str:
    return ", ".join(say("övriga") if kind == ALL_OTHERS else kind for kind in rule.letter_types)


def _sentence(years: int, decision: str) -> str:
    kept = say("Bevaras {years} år.", years=years)
    based = say("Beslut: {decision}.", decision=decision.rstrip(".")) if decision else _ASSUMED
    return f"{kept} {based}"


def _protocol(purge: Purge, ids: Sequence[uuid.UUID]) -> Document:
    return Document(
        title=say("Gallringsprotokoll"),
        sentences=(
            say("Kallelserna är borttagna ur programmets historik enligt reglerna nedan."),
            say("Protokollet nämner ingen patient. Kallelsernas id ligger som bilaga."),
        ),
        parts=(
            Terms(say("Gallringen"), _facts(purge)),
            Terms(say("Regler och beslut"), told_rules(purge.rules)),
            Table(say("Vad som gallrades"), HEADERS, lines(purge.gone)),
        ),
        written_at=purge.ended_at or purge.asked_at,
        attachment=Attachment(
            name="gallrade.csv",
            mime_type="text/csv",
            about=say("De gallrade kallelsernas id"),
            content=as_table(((say("Id"),), *((str(one),) for one in ids))),
        ),
    )


def _facts(purge: Purge) -> tuple[tuple[str, str], ...]:
    facts = {
        say("Gallring"): str(purge.id),
        say("Räknat den"): plain_date(purge.as_of),
        say("Lades fram av"): f"{purge.asked_by}, {dated(purge.asked_at)}",
        say("Bekräftades av"): _by(purge.confirmed_by, purge.confirmed_at),
        say("Avslutades"): dated(purge.ended_at) if purge.ended_at else "",
        say("Gallrade kallelser"): str(purge.number),
    }
    return tuple((term, text) for term, text in facts.items() if text)


def _by(who: str, at: datetime | None) -> str:
    return f"{who}, {dated(at)}" if at else ""
