"""Whatever programs, disks, 1177 and persons do in any order, no letter is lost or doubled.

`SENDING_EXAMPLES=10000 pytest tests/test_sending_stateful.py` looks for longer than usual.
"""

import os
import tempfile
from collections import Counter
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.adapters.store import SqliteStore
from app.decisions import QUIET_PERIODS, Decisions
from app.dispatch import Dispatch, Parcel, Receipt, Status
from app.draft import Channel
from app.errors import AlreadyMoved, HistoryUnusable, NotDecided, OutcomeUnknown
from app.history import Question
from app.outbox import Outbox
from tests.fakes import NOON, SOURCES, make_booking, make_draft, make_preview, make_previews
from tests.sending_rules import ANSWERS, WHY, Verb

EXAMPLES = int(os.environ.get("SENDING_EXAMPLES", "60"))
HAPPENINGS = (
    *ANSWERS,
    "taken, but silent",
    "underway",
    "dies before",
    "dies after",
    "cannot write",
    "the other sends too",
)
PROGRAMS = st.integers(0, 1)
LETTERS = st.integers(0, 3)


class Killed(BaseException):
    """Nothing of the program runs after it."""


class Disk(SqliteStore):
    """The real store, on a disk that may be full as an outcome is to be written."""

    is_full = False

    def move(self, *args: object, **kwargs: object) -> Dispatch:
        if self.is_full:
            self.is_full = False
            raise HistoryUnusable("Disken är full.")
        return super().move(*args, **kwargs)  # type: ignore[arg-type]  # passed on


class Sending(RuleBasedStateMachine):
    """Two programs on one history, and an inbox that tells only what it is asked to tell."""

    channel = Channel.INBOX_1177

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "history.sqlite3"
        self.now: datetime = NOON
        self.started = 0
        self.copies: Counter[UUID] = Counter()
        self.underway: list[UUID] = []
        self.script: list[str] = []
        self.programs = [self.start(), self.start()]
        assert self.load() == 2

    def start(self) -> tuple[Disk, Outbox, str]:
        self.started += 1
        store, owner = Disk(self.path), f"{self.started}:1.00:PROV"
        outbox = Outbox(
            store=store,
            carriers=[self],
            now=lambda: self.now,
            user="prov",
            owner=owner,
            owner_is_alive=lambda one: one in {owner for _, _, owner in self.programs},
        )
        return store, outbox, owner

    @rule()
    def the_same_export_is_loaded_again(self) -> None:
        assert self.load() == 0

    def load(self) -> int:
        return len(self.programs[0][1].queue(make_previews(2), utskick="u", sources=SOURCES).new)

    @rule(program=PROGRAMS, script=st.lists(st.sampled_from(HAPPENINGS), min_size=1, max_size=4))
    def sends(self, program: int, script: list[str]) -> None:
        self.script = script
        store, outbox, _ = self.programs[program]
        self.sender = program
        try:
            with suppress(HistoryUnusable, AlreadyMoved):
                outbox.send_queued()
        except Killed:
            store.close()
            self.programs[program] = self.start()

    def deliver(self, parcel: Parcel) -> Receipt:
        """What 1177 does with a letter, and what befalls its sender meanwhile."""
        letter, sender = parcel.dispatch.id, self.sender
        match self.script.pop(0) if self.script else Verb.TAKEN:
            case "dies before":
                raise Killed
            case "dies after":
                self.copies[letter] += 1
                raise Killed
            case "taken, but silent":
                self.copies[letter] += 1
                raise ANSWERS[Verb.UNCLEAR]  # type: ignore[misc]  # an error, not a receipt
            case "underway":
                self.underway.append(letter)
                raise ANSWERS[Verb.UNCLEAR]  # type: ignore[misc]  # an error, not a receipt
            case "cannot write":
                self.programs[sender][0].is_full = True
            case "the other sends too" if sender == 0:
                self.sends(1, self.script)
                self.sender = sender
                assert self.programs[0][0].get(letter).status is Status.SENDING
            case Verb() as told if isinstance(answer := ANSWERS[told], Exception):
                raise answer
        self.copies[letter] += 1
        return Receipt("Mottaget.")

    def find(self, dispatch: Dispatch) -> Receipt | None:
        raise OutcomeUnknown("Det går inte att fråga.")

    @rule(program=PROGRAMS)
    def starts_again(self, program: int) -> None:
        self.programs[program][0].close()
        self.programs[program] = self.start()
        self.programs[program][1].settle_interrupted()

    @rule()
    def one_arrives_late(self) -> None:
        if self.underway:
            self.copies[self.underway.pop()] += 1

    @rule()
    def the_quiet_period_passes(self) -> None:
        """What has not arrived by then never will."""
        self.underway.clear()
        self.now += QUIET_PERIODS[self.channel] + timedelta(seconds=1)

    @rule(program=PROGRAMS)
    def what_waits_is_taken_back(self, program: int) -> None:
        self.programs[program][1].cancel_queued()

    @rule(at=LETTERS)
    def a_person_says_what_1177_sees(self, at: int) -> None:
        letter = self.letter(at)
        with suppress(AlreadyMoved, NotDecided):
            if self.copies[letter.id]:
                self.decisions().confirm_arrived([letter.id], why=WHY)
            else:
                self.decisions().confirm_not_arrived(letter.id, why=WHY)

    @rule(at=LETTERS)
    def a_person_sends_another_in_its_place(self, at: int) -> None:
        letter = self.letter(at)
        draft = make_draft(make_booking(letter.row_no), revision=letter.revision + 1)
        with suppress(AlreadyMoved):
            self.decisions().send_instead(letter.id, make_preview(draft), sources=SOURCES, why=WHY)

    @invariant()
    def every_promise_is_kept(self) -> None:
        for letter in self.letters():
            copies, status = self.copies[letter.id], letter.status
            assert copies <= 1
            assert copies or status is not Status.SENT
            assert not copies or status not in {Status.QUEUED, Status.CANCELLED, Status.REJECTED}
            assert letter.maybe == (status in {Status.UNKNOWN, Status.CLOSED_RESENT}) or (
                status is Status.SENT
            )
        assert self.programs[0][0].first_broken_event() is None

    def teardown(self) -> None:
        for store, _, _ in self.programs:
            store.close()
        self.folder.cleanup()

    def letters(self) -> tuple[Dispatch, ...]:
        return self.programs[0][0].page(Question(), offset=0, limit=100)

    def letter(self, at: int) -> Dispatch:
        letters = self.letters()
        return letters[at % len(letters)]

    def decisions(self) -> Decisions:
        store = self.programs[0][0]
        return Decisions(store=store, archive=store, now=lambda: self.now, user="prov")


Sending.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=25,
    deadline=None,
    database=None,
    derandomize=EXAMPLES < 1000,
    suppress_health_check=list(HealthCheck),
)
TestSending = Sending.TestCase
