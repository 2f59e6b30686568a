"""Two PCs of one clinic load the same export, and nobody gets two letters."""

import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.adapters.store import SqliteStore
from app.claims import Claims
from app.dispatch import Dispatch, Status
from app.draft import Channel
from app.errors import ClaimedElsewhere, Unreachable
from app.history import Question
from app.outbox import Outbox
from app.preview import Preview
from tests.fakes import (
    BOTH,
    NOON,
    ScriptedCarrier,
    make_booking,
    make_draft,
    make_preview,
    make_previews,
    queue_letters,
)

LETTERS = 300
PCS = ("RECEPTION-1", "RECEPTION-2")


def export(count: int) -> list[Preview]:
    """As one file gives them; every second booking has no id."""
    bookings = (make_booking(2 + number) for number in range(count))
    without_id = (replace(one, booking_id="") if one.row_no % 2 else one for one in bookings)
    return [make_preview(make_draft(booking)) for booking in without_id]


class Clinic:
    """Two PCs with a history each, a share and a receiver that takes every copy."""

    def __init__(self, folder: Path, previews: Sequence[Preview]) -> None:
        self.received, self.share = folder / "received", folder / "share"
        self.folder = folder
        for made in (self.received, self.share, *map(self.data, PCS)):
            made.mkdir()
        for pc in PCS:
            with SqliteStore(self.data(pc) / "history.sqlite3") as store:
                queue_letters(store, previews)

    def data(self, pc: str) -> Path:
        return self.folder / pc

    def started(self, pc: str) -> subprocess.Popen[bytes]:
        arguments = map(str, (self.data(pc), self.share, self.received, pc))
        return subprocess.Popen(  # noqa: S603  our own interpreter
            (sys.executable, "-m", "tests.claiming_child", *arguments),
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
        )

    def copies(self) -> Counter[str]:
        return Counter(file.name.partition(".")[0] for file in self.received.iterdir())

    def letters(self, pc: str) -> tuple[Dispatch, ...]:
        with SqliteStore(self.data(pc) / "history.sqlite3") as store:
            return store.page(Question(), offset=0, limit=LETTERS)


def distinct(previews: Sequence[Preview]) -> int:
    """How many letters an export gives: a booking without an id may be the same as another."""
    return len({preview.letter.reference for preview in previews})


def test_two_pcs_with_the_same_export_send_each_letter_once(tmp_path: Path):
    previews = export(LETTERS)
    clinic = Clinic(tmp_path, previews)

    programs = [clinic.started(pc) for pc in PCS]
    for program in programs:
        program.communicate()

    assert [program.returncode for program in programs] == [0, 0]
    assert set(clinic.copies().values()) == {1}
    assert len(clinic.copies()) == distinct(previews)
    statuses = Counter(one.status for pc in PCS for one in clinic.letters(pc))
    assert statuses == {Status.SENT: distinct(previews), Status.CANCELLED: distinct(previews)}


# The steps of a letter are claiming, claimed, leaving and taken.
@pytest.mark.parametrize("steps", range(1, 5))
def test_a_pc_that_is_killed_at_any_step_keeps_its_claims_and_doubles_nothing(
    tmp_path: Path, steps: int
):
    previews = make_previews(6)
    clinic = Clinic(tmp_path, previews)
    first, second = PCS

    with clinic.started(first) as killed:
        assert killed.stdout is not None
        for _ in range(steps):
            assert killed.stdout.readline()
        killed.kill()
    clinic.started(second).communicate()
    clinic.started(first).communicate()

    copies = clinic.copies()
    unclear = [one for one in clinic.letters(first) if one.status is Status.UNKNOWN]
    assert set(copies.values()) == {1}
    assert len(unclear) <= 1
    assert set(copies) | {str(one.id) for one in unclear} == {
        str(one.id) for one in clinic.letters(first)
    }
    statuses = [Counter(one.status for one in clinic.letters(pc)) for pc in PCS]
    assert sum(each[Status.SENT] for each in statuses) + len(unclear) == len(previews)
    assert sum(each[Status.CANCELLED] for each in statuses) == len(previews)


class HeldBy:
    """The claims of a clinic where somebody else has all letters, or the share is gone."""

    def __init__(self, answer: Exception) -> None:
        self.answer: Exception | None = answer
        self.asked = 0

    def take(self, dispatch: Dispatch, *, at: datetime, who: str) -> None:
        assert dispatch.status is Status.QUEUED
        self.asked += 1
        if self.answer:
            raise self.answer


ELSEWHERE = ClaimedElsewhere("Tagen på R-2 av bo.", holder="R-2 av bo")
GONE = Unreachable("Mappen går inte att nå.")


def outbox_with(claims: Claims, store: SqliteStore, *carriers: ScriptedCarrier) -> Outbox:
    return Outbox(
        store=store,
        carriers=carriers,
        now=lambda: NOON,
        user="prov",
        owner="4711:1.00:PROV",
        owner_is_alive=lambda _: False,
        claims=claims,
    )


def test_a_letter_that_another_pc_has_is_taken_back_with_a_sentence_that_says_who(store):
    inbox = ScriptedCarrier()
    (queued,) = queue_letters(store, make_previews(1))

    tally = outbox_with(HeldBy(ELSEWHERE), store, inbox).send_queued()

    taken_back = store.get(queued.id)
    assert inbox.delivered == []
    assert (taken_back.status, taken_back.explanation) == (Status.CANCELLED, str(ELSEWHERE))
    assert (tally.elsewhere, tally.stopped) == ({"R-2 av bo": 1}, {})


def test_without_the_shared_folder_nothing_is_sent_and_everything_waits(store):
    inbox, post = ScriptedCarrier(), ScriptedCarrier(Channel.LETTER)
    previews = make_previews(4, route=BOTH)
    queue_letters(store, previews)
    claims = HeldBy(GONE)
    outbox = outbox_with(claims, store, inbox, post)

    tally = outbox.send_queued()

    assert (inbox.delivered, post.delivered) == ([], [])
    assert outbox.waiting() == 8
    assert set(tally.stopped.values()) == {str(GONE)}
    # Once a channel: a share that is gone may keep whoever asks for half a minute.
    assert claims.asked == 2


def test_when_the_shared_folder_is_back_what_waited_is_sent(store):
    inbox = ScriptedCarrier()
    queue_letters(store, make_previews(3))
    claims = HeldBy(GONE)
    outbox = outbox_with(claims, store, inbox)
    outbox.send_queued()

    claims.answer = None
    tally = outbox.send_queued()

    assert tally.moved == {Status.SENT: 3}
    assert len(inbox.delivered) == 3


def test_a_letter_is_claimed_before_the_intent_to_send_it_is_stored(store):
    (queued,) = queue_letters(store, make_previews(1))

    class PowerCut(BaseException):
        pass

    class CutAfterClaim(HeldBy):
        def take(self, dispatch: Dispatch, *, at: datetime, who: str) -> None:
            super().take(dispatch, at=at, who=who)
            raise PowerCut

    claims = CutAfterClaim(GONE)
    claims.answer = None
    with pytest.raises(PowerCut):
        outbox_with(claims, store, ScriptedCarrier()).send_queued()

    assert store.get(queued.id).status is Status.QUEUED
    assert outbox_with(HeldBy(ELSEWHERE), store).settle_interrupted() == ()
