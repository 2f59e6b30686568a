"""A kept letter is made once more with today's templates, and says that it may be the second."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from app.adapters.store import SqliteStore
from app.bootstrap import open_services
from app.channels import Reach, Route, choose_route
from app.conduct import Conduct, Readers
from app.copies import ways_again
from app.dispatch import Dispatch, Status
from app.draft import Channel
from app.errors import AlreadyMoved, LetterIncomplete, NotDecided
from app.letter_press import Templates
from app.orders import kept_draft
from app.rows import RowStatus
from app.services import Services
from app.settings import DataFolder
from app.worklist import Worklist
from tests.fakes import NOON, bring_to

WHY = "Patienten ringde"
NOTE = "Om du redan fått det här brevet kan du bortse från det."
INBOX, LETTER = Channel.INBOX_1177, Channel.LETTER


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(DataFolder(tmp_path), now=lambda: NOON) as opened:
        yield replace(opened, choose_route=lambda _: Route((INBOX, LETTER), "Prov.", "step_1"))


@pytest.fixture
def worklist(services: Services) -> Worklist:
    return services.load(services.lay_out_sample(services.samples[0]))


@pytest.fixture
def letter(services: Services, worklist: Worklist) -> dict[Channel, Dispatch]:
    """One row's letter, which waits in both channels."""
    for row in worklist.unchecked()[-3:]:
        worklist.note_check(row.draft, services.check(row))
    queued = services.queue(worklist.ready()[:1], utskick=worklist.utskick).dispatches
    return {one.channel: one for one in queued}


def store_of(services: Services) -> SqliteStore:
    assert isinstance(services.access.archive, SqliteStore)
    return services.access.archive


def row_status(services: Services, worklist: Worklist, dispatch: Dispatch) -> RowStatus:
    key = dispatch.booking_key
    worklist.note_dispatches(services.archive.of_bookings([key]))
    return worklist.row(dispatch.row_no).status


def sent_rows(services: Services) -> int:
    (batch,) = services.archive.batches(day=NOON.date())
    return batch.sent_rows


@pytest.mark.parametrize("channel", Channel)
def test_a_copy_says_in_both_channels_that_it_may_be_the_second(services, letter, channel):
    old = bring_to(store_of(services), letter[channel], Status.UNKNOWN)

    preview = services.copies.preview(old.id, channel)

    page = " ".join(services.pages.read(preview.page).pages[0].split())
    assert NOTE in preview.message
    assert NOTE in page
    assert old.reference in page
    assert (preview.differences, preview.risk_zone) == ((), "")
    assert preview.route.channels == (channel,)


def test_a_copy_in_english_says_so_in_english(services, letter):
    old = bring_to(store_of(services), letter[INBOX], Status.UNKNOWN)
    draft = kept_draft(services.archive.open(old.id).data)
    swedish = services.copies.press.letter(draft.as_copy(revision=2), today=NOON.date())
    kind = next(one for one in services.letter_types("paf") if "en" in one.languages)

    english = services.copies.press.letter(
        draft.with_letter_type(kind.id).with_language("en").as_copy(revision=2), today=NOON.date()
    )

    assert [one.blocks[INBOX][0].spans[0].text for one in (swedish, english)] == [
        NOTE,
        "If you have already received this letter, you can ignore it.",
    ]


def test_a_copy_that_was_shown_before_another_pc_published_is_not_sent(services, letter):
    old = bring_to(store_of(services), letter[INBOX], Status.UNKNOWN)
    shown = services.copies.preview(old.id, INBOX)
    read = services.templates.press()
    body = f"letter_types/{old.letter_type}/body.md.j2"
    text = read.catalogue.sources[body] + "\n\nEn text som ingen här har sett.\n"
    readings = iter((read, read.reading({**read.catalogue.sources, body: text})))
    published = Templates(lambda: next(readings), is_in_force=lambda press: press is not read)

    with pytest.raises(NotDecided, match="har ändrats sedan det visades"):
        replace(services, templates=published).copies.send(old.id, shown, why=WHY)

    assert services.archive.open(old.id).dispatch.status is Status.UNKNOWN


def test_only_the_channel_of_the_copy_is_sent_again(services, worklist, letter):
    store = store_of(services)
    bring_to(store, letter[LETTER], Status.SENT)
    old = bring_to(store, letter[INBOX], Status.UNKNOWN)
    assert row_status(services, worklist, old) is RowStatus.UNKNOWN
    preview = services.copies.preview(old.id, INBOX)

    copy = services.copies.send(old.id, preview, why=WHY)

    assert (copy.channel, copy.replaces, copy.row_no) == (INBOX, old.id, old.row_no)
    assert row_status(services, worklist, old) is RowStatus.UNDER_WAY
    assert sent_rows(services) == 0
    assert services.send().moved == {Status.SENT: 1}
    assert row_status(services, worklist, old) is RowStatus.SENT
    assert sent_rows(services) == 1
    assert store.open(copy.id).content == preview.message.encode()


def test_a_copy_that_was_sent_hides_no_other_channel_that_is_unclear(services, worklist, letter):
    old, _ = (bring_to(store_of(services), letter[one], Status.UNKNOWN) for one in (INBOX, LETTER))
    services.copies.send(old.id, services.copies.preview(old.id, INBOX), why=WHY)

    services.send()

    assert row_status(services, worklist, old) is RowStatus.UNKNOWN
    assert sent_rows(services) == 0
    assert [one.channel for one in services.decisions.unclear()] == [LETTER]


def test_a_copy_that_was_taken_back_leaves_its_row_unclear(services, worklist, letter):
    store = store_of(services)
    bring_to(store, letter[LETTER], Status.SENT)
    old = bring_to(store, letter[INBOX], Status.UNKNOWN)
    services.copies.send(old.id, services.copies.preview(old.id, INBOX), why=WHY)

    services.outbox.cancel_queued()

    assert row_status(services, worklist, old) is RowStatus.UNKNOWN
    assert sent_rows(services) == 0
    assert [one.id for one in services.decisions.unclear()] == [old.id]
    again = services.copies.preview(old.id, INBOX)
    assert services.copies.send(old.id, again, why=WHY).revision == 3


def test_paper_in_the_place_of_a_rejected_message_is_the_first_that_its_patient_gets(
    services, worklist, letter
):
    store = store_of(services)
    bring_to(store, letter[LETTER], Status.CANCELLED)
    old = bring_to(store, letter[INBOX], Status.REJECTED)
    preview = services.copies.preview(old.id, LETTER)

    paper = services.copies.send(old.id, preview, why=WHY)
    services.send()

    assert NOTE not in services.pages.read(preview.page).pages[0]
    assert (paper.channel, paper.revision) == (LETTER, 2)
    assert store.get(old.id).status is Status.REJECTED
    assert row_status(services, worklist, old) is RowStatus.PARTLY_SENT


def test_a_copy_of_a_copy_is_still_a_copy_of_the_first(services, letter):
    store = store_of(services)
    old = bring_to(store, letter[INBOX], Status.UNKNOWN)
    copy = services.copies.send(old.id, services.copies.preview(old.id, INBOX), why=WHY)
    bring_to(store, copy, Status.UNKNOWN)

    third = services.copies.preview(copy.id, INBOX).letter

    assert (third.draft.revision, third.draft.copy_of) == (3, 1)
    assert third.reference == old.reference


def test_what_was_shown_is_what_is_sent_or_it_is_shown_again(services, letter):
    old = bring_to(store_of(services), letter[INBOX], Status.UNKNOWN)
    preview = services.copies.preview(old.id, INBOX)
    altered = replace(preview, message=preview.message.replace(NOTE, ""))

    with pytest.raises(NotDecided, match="ändrats sedan det visades"):
        services.copies.send(old.id, altered, why=WHY)

    assert store_of(services).get(old.id).status is Status.UNKNOWN


def test_what_stops_a_letter_in_a_list_stops_its_copy(services, letter):
    old = bring_to(store_of(services), letter[INBOX], Status.UNKNOWN)
    after_the_visit = replace(services, now=lambda: NOON + timedelta(days=1000))

    with pytest.raises(LetterIncomplete, match="Besöket har redan varit"):
        after_the_visit.copies.preview(old.id, INBOX)


def test_a_person_who_has_become_protected_gets_no_copy(services, letter):
    old = bring_to(store_of(services), letter[INBOX], Status.UNKNOWN)
    store_of(services).note_protected([old.person], at=NOON)

    with pytest.raises(NotDecided, match="skyddade personuppgifter"):
        services.copies.preview(old.id, INBOX)


def test_a_letter_that_is_not_unclear_needs_no_copy(services, letter):
    with pytest.raises(AlreadyMoved):
        services.copies.preview(letter[INBOX].id, INBOX)


def unread(services: Services, *, days: int) -> Services:
    """Nobody reads, and so many days have passed since the message was sent."""
    services.conduct.keep(Conduct(readers=Readers.NOBODY))
    passed = replace(services.unread, now=lambda: NOON + timedelta(days=days))
    return replace(services, unread=passed)


@pytest.fixture
def message(services: Services) -> Dispatch:
    """One that the test inbox has taken, and that has no letter beside it."""
    only_1177 = replace(services, choose_route=lambda _: Route((INBOX,), "Prov.", "always"))
    fresh = only_1177.load(only_1177.lay_out_sample(only_1177.samples[0]))
    for row in fresh.unchecked()[-3:]:
        fresh.note_check(row.draft, only_1177.check(row))
    (queued,) = only_1177.queue(fresh.ready()[:1], utskick=fresh.utskick).dispatches
    assert only_1177.send().moved == {Status.SENT: 1}
    return queued


def test_an_unread_message_gets_a_letter_beside_it_and_stays_sent(services, message):
    later = unread(services, days=3)
    preview = later.copies.preview(message.id, LETTER)

    letter = later.copies.send_beside(message.id, preview)

    assert store_of(services).get(message.id).status is Status.SENT
    assert (letter.channel, letter.replaces, letter.revision) == (LETTER, None, 2)
    assert letter.reason == "Brev för att meddelandet inte är läst."
    assert letter.reference == message.reference
    assert NOTE in " ".join(services.pages.read(preview.page).pages[0].split())


def test_a_message_gets_one_letter_for_not_being_read(services, message):
    later = unread(services, days=3)
    preview = later.copies.preview(message.id, LETTER)
    later.copies.send_beside(message.id, preview)

    with pytest.raises(AlreadyMoved, match="inget brev längre"):
        later.copies.send_beside(message.id, preview)


@pytest.mark.parametrize(("days", "channel"), [(1, LETTER), (3, INBOX)])
def test_only_a_message_that_is_unread_too_long_gets_more_and_only_on_paper(
    services, message, days, channel
):
    with pytest.raises(AlreadyMoved, match="inget brev längre"):
        unread(services, days=days).copies.preview(message.id, channel)


def test_the_same_letter_is_never_added_twice(services, message):
    later = unread(services, days=3)
    preview = later.copies.preview(message.id, LETTER)
    services.decisions.send_beside(message.id, preview, sources=b"{}")

    with pytest.raises(AlreadyMoved, match="finns redan"):
        services.decisions.send_beside(message.id, preview, sources=b"{}")


def test_a_letter_that_a_newer_one_has_overtaken_is_not_sent_again(services, letter):
    store = store_of(services)
    old = bring_to(store, letter[INBOX], Status.UNKNOWN)
    draft = kept_draft(store.open(old.id).data)
    assert old.visit_at is not None
    visit = replace(draft.booking.visit, starts_at=old.visit_at + timedelta(days=3))
    moved = replace(draft, booking=replace(draft.booking, visit=visit), revision=2)
    newer = services.templates.press().preview(moved, Route((INBOX,), "", ""), today=NOON.date())
    services.outbox.queue([newer], utskick="nästa", sources=b"{}")

    with pytest.raises(AlreadyMoved, match="nyare kallelse"):
        services.copies.preview(old.id, INBOX)


def test_paper_that_will_hardly_come_in_time_says_so_before_it_is_sent(services, letter):
    old = bring_to(store_of(services), letter[INBOX], Status.UNKNOWN)
    assert old.visit_at is not None
    the_day_before = old.visit_at - timedelta(days=1)

    late = replace(services, now=lambda: the_day_before).copies.preview(old.id, LETTER)

    assert "Brevet hinner troligen inte fram. Besöket är imorgon. Ring" in late.route.reason


def test_paper_that_was_taken_back_though_its_message_went_can_still_be_sent(
    services, worklist, letter
):
    store = store_of(services)
    bring_to(store, letter[INBOX], Status.SENT)
    old = bring_to(store, letter[LETTER], Status.CANCELLED)
    assert row_status(services, worklist, old) is RowStatus.PARTLY_SENT
    preview = services.copies.preview(old.id, LETTER)

    services.copies.send_beside(old.id, preview)

    assert NOTE not in services.pages.read(preview.page).pages[0]
    assert services.send().moved == {Status.SENT: 1}
    assert row_status(services, worklist, old) is RowStatus.SENT
    assert sent_rows(services) == 1
    with pytest.raises(AlreadyMoved, match="behövs inte längre"):
        services.copies.preview(old.id, LETTER)


def test_paper_that_was_taken_back_with_its_message_is_sent_from_the_list_alone(services, letter):
    old, _ = (bring_to(store_of(services), letter[one], Status.CANCELLED) for one in letter)

    with pytest.raises(AlreadyMoved, match="behövs inte längre"):
        services.copies.preview(old.id, LETTER)


LOST = "Patienten har tappat den"


@pytest.fixture
def both_sent(services: Services, letter: dict[Channel, Dispatch]) -> dict[Channel, Dispatch]:
    store = store_of(services)
    return {channel: bring_to(store, one, Status.SENT) for channel, one in letter.items()}


def reached(services: Services, reach: Reach) -> Services:
    """By the region's own rules, for a person of whom 1177 says so."""

    class Reaches:
        def reach(self, _: str) -> Reach:
            return reach

    rules = services.rules
    by_rule = partial(choose_route, rules=rules)
    return replace(services, reacher=Reaches(), choose_route=by_rule)


@pytest.mark.parametrize("channel", Channel)
def test_a_sent_letter_can_be_sent_again_as_a_new_one_and_stays_as_it_is(
    services, both_sent, channel
):
    store, old = store_of(services), both_sent[channel]
    before = store.open(old.id)
    preview = services.copies.preview(old.id, channel, request=LOST)

    copy = services.copies.send_beside(old.id, preview, request=LOST)

    assert store.open(old.id) == before
    assert (copy.id != old.id, copy.revision, copy.channel) == (True, 2, channel)
    assert copy.reference == old.reference
    assert copy.reason == f"Kopia av en skickad kallelse: {LOST}"
    assert NOTE in preview.message
    assert services.send().moved == {Status.SENT: 1}
    assert store.open(copy.id).events[0].text == copy.reason


def test_two_presses_send_one_copy(services, both_sent):
    """H1"""
    old = both_sent[LETTER]
    preview = services.copies.preview(old.id, LETTER, request=LOST)
    services.copies.send_beside(old.id, preview, request=LOST)

    with pytest.raises(AlreadyMoved, match="väntar redan eller är oklar"):
        services.copies.send_beside(old.id, preview, request=LOST)


def test_a_copy_that_has_left_can_be_followed_by_another(services, both_sent):
    old = both_sent[LETTER]
    for _ in range(2):
        preview = services.copies.preview(old.id, LETTER, request=LOST)
        services.copies.send_beside(old.id, preview, request=LOST)
        services.send()

    of_booking = services.archive.of_bookings([old.booking_key])[old.booking_key]

    assert [one.revision for one in of_booking if one.channel is LETTER] == [1, 2, 3]


def test_nothing_is_sent_again_without_a_reason(services, both_sent):
    with pytest.raises(NotDecided, match="Skälet saknas"):
        services.copies.preview(both_sent[LETTER].id, LETTER, request="?!")


def test_a_message_on_request_asks_1177_again_and_the_rule_decides(services, both_sent):
    old = both_sent[LETTER]
    no_login = reached(services, Reach.NO_LOGIN)

    with pytest.raises(LetterIncomplete, match="Kallelsen kan inte skickas till 1177"):
        no_login.copies.preview(old.id, INBOX, request=LOST)

    assert no_login.copies.preview(old.id, LETTER, request=LOST).route.channels == (LETTER,)


def test_a_sent_letter_whose_booking_moved_is_not_sent_again(services, both_sent):
    store, old = store_of(services), both_sent[INBOX]
    assert old.visit_at is not None
    draft = kept_draft(store.open(old.id).data)
    visit = replace(draft.booking.visit, starts_at=old.visit_at + timedelta(days=3))
    moved = replace(draft, booking=replace(draft.booking, visit=visit), revision=2)
    newer = services.templates.press().preview(moved, Route((INBOX,), "", ""), today=NOON.date())
    services.outbox.queue([newer], utskick="nästa", sources=b"{}")

    with pytest.raises(AlreadyMoved, match="nyare kallelse"):
        services.copies.preview(old.id, INBOX, request=LOST)


def test_the_ways_again_are_those_that_a_rule_allows(services, both_sent):
    kept = services.archive.open(both_sent[LETTER].id)
    only_paper = replace(services, choose_route=lambda _: Route((LETTER,), "Prov.", "step_0"))
    after_the_visit = replace(services, now=lambda: NOON + timedelta(days=1000))

    assert ways_again(kept, services.appraise) == (INBOX, LETTER)
    assert ways_again(kept, only_paper.appraise) == (LETTER,)
    assert ways_again(kept, after_the_visit.appraise) == ()


def test_what_is_not_sent_or_was_kept_by_an_older_program_has_no_way_again(services, letter):
    waiting = services.archive.open(letter[INBOX].id)
    older = replace(waiting, data=b"{}")

    assert ways_again(waiting, services.appraise) == ()
    assert ways_again(older, services.appraise) == ()
