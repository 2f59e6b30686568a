"""Reviewing the log: reading it, drawing a sample to be signed, and one patient's own extract.

Each reading stands in the log itself. Source: HSLF-FS 2016:40 4 kap. 9 a § (regular sample checks,
documented); 4 kap. 10 § and PDL 8 kap. 5 § (the patient's extract: unit and time, understandable).
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.access_desk import AccessDesk
from app.access_log import ACTION_NAMES, Access, Action, LogBook, LogEntry, LogQuestion
from app.canonical_json import canonical_json
from app.errors import NotDecided
from app.history import PROTECTED_NAME
from app.swedish_dates import stamp
from app.users import Right
from app.wording import say

# How many accesses a sample has where nobody asks for another number.
SAMPLE_SIZE = 20


class Verdict(StrEnum):
    OK = "ok"
    FOLLOW_UP = "follow_up"


VERDICT_NAMES: Mapping[Verdict, str] = {
    Verdict.OK: say("Ok"),
    Verdict.FOLLOW_UP: say("Följs upp"),
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reviewer found of one access; `note` names no patient, for it stays in the log."""

    verdict: Verdict
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """Drawn by `seed` from the `found` accesses to patients' data that `question` finds.

    The same seed, question and log give the same entries anywhere: they are those whose
    SHA-256 of `<seed>:<number>` comes first.
    """

    question: LogQuestion
    seed: str
    found: int
    entries: tuple[LogEntry, ...]


@dataclass(frozen=True, slots=True)
class SignedSample:
    """A sample that somebody answers for; `judged` has a judgement for every entry's number."""

    sample: Sample
    judged: Mapping[int, Judgement]
    signer: str
    at: datetime


class LogReview:
    """For log reviewers: every method raises NotPermitted where the user is none."""

    def __init__(self, book: LogBook, *, access: AccessDesk, now: Callable[[], datetime]) -> None:
        self._book = book
        self._access = access
        self._now = now

    def read(self, question: LogQuestion, *, offset: int, limit: int) -> tuple[LogEntry, ...]:
        """Newest first, protected persons masked. The first page of a question is logged."""
        self._access.require(Right.REVIEW_LOG)
        if offset == 0:
            self._note(Action.READ_LOG, question)
        return self._masked(self._book.entries(question, offset=offset, limit=limit))

    def users(self) -> tuple[str, ...]:
        self._access.require(Right.REVIEW_LOG)
        return self._book.users()

    def first_broken_event(
        self, *, progress: Callable[[float], None] = lambda _: None
    ) -> int | None:
        self._access.require(Right.REVIEW_LOG)
        self._access.writer.flush()
        return self._book.first_broken_event(progress=progress)

    def draw(self, question: LogQuestion, *, size: int, seed: str) -> Sample:
        """A sample of what has been done with patients' data; drawing it is logged."""
        self._access.require(Right.REVIEW_LOG)
        self._note(Action.DRAW_SAMPLE, question, text=say("Frö {seed}.", seed=seed))
        self._access.writer.flush()
        numbers = self._book.numbers(replace(question, is_of_patients=True))
        entries = self._masked(self._book.numbered(picked(numbers, size=size, seed=seed)))
        return Sample(question, seed, len(numbers), entries)

    def sign(self, sample: Sample, judged: Mapping[int, Judgement]) -> SignedSample:
        """Kept in the log with who and when. Raises NotDecided where an entry is not judged."""
        self._access.require(Right.REVIEW_LOG)
        if any(entry.number not in judged for entry in sample.entries):
            raise NotDecided(
                say("Alla poster i stickprovet är inte bedömda."),
                say("Välj Ok eller Följs upp för varje rad, och skriv sedan under."),
            )
        signed = SignedSample(sample, judged, self._access.permissions.user.login, self._now())
        self._access.writer.note([Access(Action.SIGN_OFF, text=_kept(signed))])
        self._access.writer.flush()
        return signed

    def extract(self, person: str) -> tuple[LogEntry, ...]:
        """All that the log has of one patient, oldest first; making it is logged."""
        self._access.require(Right.REVIEW_LOG)
        question = LogQuestion(person=person)
        self._note(Action.EXTRACT, question)
        self._access.writer.flush()
        return self._book.entries(question, offset=0, limit=_ALL)[::-1]

    def person(self, text: str) -> str:
        """As `AccessDesk.person`."""
        return self._access.person(text)

    def _masked(self, entries: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
        entries = tuple(entries)
        persons = [entry.access.person for entry in entries if entry.access.person]
        protected = self._access.archive.protected_among(persons)
        return tuple(_mask(one) if one.access.person in protected else one for one in entries)

    def _note(self, action: Action, question: LogQuestion, *, text: str = "") -> None:
        told = " ".join(filter(None, (told_question(question), text)))
        self._access.writer.note([Access(action, person=question.person, text=told)])


_ALL = -1


def picked(numbers: Sequence[int], *, size: int, seed: str) -> tuple[int, ...]:
    """As a Sample says; in the order of their numbers."""

    def place(number: int) -> bytes:
        return hashlib.sha256(f"{seed}:{number}".encode()).digest()

    return tuple(sorted(sorted(numbers, key=place)[:size]))


def told_question(question: LogQuestion) -> str:
    """Which entries were asked for, without the patient, whom the entry itself names."""
    parts = (
        told_period(question.since, question.until),
        say("Användare {who}.", who=question.who) if question.who else "",
        f"{ACTION_NAMES[question.action]}." if question.action else "",
    )
    return " ".join(filter(None, parts))


def told_period(since: date | None, until: date | None) -> str:
    match since, until:
        case None, None:
            return say("All tid.")
        case None, _:
            return say("Till och med {until}.", until=until)
        case _, None:
            return say("Från och med {since}.", since=since)
        case _:
            return say("{since} till {until}.", since=since, until=until)


def told_access(entry: LogEntry) -> str:
    """What an entry's own words are, for people: a letter's sentence, a reason, or a sign-off."""
    if entry.access.action is Action.SIGN_OFF:
        kept = json.loads(entry.access.text)
        follow_up = sum(verdict == Verdict.FOLLOW_UP for _, verdict, _ in kept["judged"])
        return say(
            "Frö {seed}: {number} av {found} poster, {follow_up} följs upp.",
            seed=kept["seed"],
            number=len(kept["judged"]),
            found=kept["found"],
            follow_up=follow_up,
        )
    return entry.access.text


def told_signing(signed: SignedSample) -> str:
    return say("Granskat av {who} {at}.", who=signed.signer, at=stamp(signed.at))


def _kept(signed: SignedSample) -> str:
    """The whole sign-off in one line of the log, so that its report can be made again from it."""
    sample, question = signed.sample, signed.sample.question
    judged = [(number, one.verdict, one.note) for number, one in sorted(signed.judged.items())]
    told = {
        "seed": sample.seed,
        "found": sample.found,
        "since": str(question.since or ""),
        "until": str(question.until or ""),
        "who": question.who,
        "action": question.action or "",
        "judged": judged,
    }
    return canonical_json(told).decode()


def _mask(entry: LogEntry) -> LogEntry:
    return replace(entry, access=replace(entry.access, person=PROTECTED_NAME, booking_key=""))
