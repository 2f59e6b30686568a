"""The pilot's figures add up, say what they rest on, and name nobody."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.adapters.store import SqliteStore
from app.channels import Route
from app.dispatch import ALLOWED, Dispatch, Status
from app.draft import Draft
from app.evaluation import Evaluation, Selection, evaluate
from app.figures import FigureName, Share
from app.findings import Code
from app.preview import Preview
from app.region import Prices
from tests.fakes import (
    BOTH,
    DEAD_OWNER,
    NOON,
    ONLY_1177,
    ONLY_LETTER,
    WITHOUT_COUNTS,
    behind_its_back,
    bring_to,
    later,
    make_batch,
    make_booking,
    make_draft,
    make_preview,
    make_previews,
    queue_letters,
)

TODAY = NOON.date()
ALL = Selection(TODAY, TODAY)


def evaluated(store: SqliteStore, selection: Selection = ALL) -> Evaluation:
    return evaluate(selection, store, sheets_of={"rontgen": 2}, prices=Prices())


def value(store: SqliteStore, name: FigureName, selection: Selection = ALL) -> float | None:
    return evaluated(store, selection).figure(name).value


def sent(store: SqliteStore, *previews) -> None:
    for dispatch in queue_letters(store, previews):
        bring_to(store, dispatch, Status.SENT)


def test_a_letter_in_both_channels_is_one_kallelse(store: SqliteStore):
    sent(store, *make_previews(3, route=BOTH))

    assert value(store, FigureName.SENT) == 3
    assert value(store, FigureName.BY_1177) == 100
    assert value(store, FigureName.ONLY_1177) == 0
    assert evaluated(store).paper_because == ((BOTH.reason, 3),)


def test_shares_are_of_what_was_sent_and_sheets_of_what_needed_no_paper(store: SqliteStore):
    rows = [make_draft(make_booking(no)) for no in range(2, 6)]
    sent(
        store,
        make_preview(rows[0], route=ONLY_1177),
        make_preview(rows[1], route=ONLY_1177),
        make_preview(rows[2], route=BOTH),
        make_preview(rows[3], route=ONLY_LETTER),
    )

    assert value(store, FigureName.BY_1177) == 75
    assert value(store, FigureName.ONLY_1177) == 50
    assert value(store, FigureName.SHEETS_SAVED) == 4


UNREAD = Route(ONLY_LETTER.channels, "Brev för att meddelandet inte är läst.", "copy")


def unread(draft: Draft) -> Preview:
    """The letter that goes beside a message which nobody has opened."""
    return make_preview(draft.as_copy(revision=2), route=UNREAD)


def test_what_was_queued_and_not_sent_is_no_kallelse(store: SqliteStore):
    queue_letters(store, make_previews(2, route=BOTH))

    assert value(store, FigureName.SENT) == 0
    assert value(store, FigureName.BY_1177) is None


def test_an_unclear_letter_counts_as_such_for_ever_and_as_settled_when_it_is(store: SqliteStore):
    first, second = queue_letters(store, make_previews(2))
    bring_to(store, first, Status.UNKNOWN)
    bring_to(store, second, Status.CLOSED_RESENT)

    assert value(store, FigureName.UNCLEAR) == 2
    assert value(store, FigureName.SETTLED) == 50


def test_a_refusal_in_one_channel_is_told_and_the_other_still_counts(store: SqliteStore):
    message, paper = queue_letters(store, make_previews(1, route=BOTH))
    bring_to(store, message, Status.REJECTED)
    bring_to(store, paper, Status.SENT)

    assert value(store, FigureName.REJECTED) == 1
    assert value(store, FigureName.SENT) == 1
    assert value(store, FigureName.BY_1177) == 0


def test_only_the_selected_days_units_and_letter_types_are_counted(store: SqliteStore):
    sent(store, *make_previews(2))
    yesterday = TODAY - timedelta(days=1)

    assert value(store, FigureName.SENT, Selection(yesterday, yesterday)) == 0
    assert value(store, FigureName.SENT, Selection(TODAY, TODAY, unit="SE-ANNAN")) == 0
    assert value(store, FigureName.SENT, Selection(TODAY, TODAY, letter_type="annan")) == 0
    assert value(store, FigureName.SENT, Selection(yesterday, TODAY, unit="SE-EXEMPEL-0001")) == 2


def test_problems_and_time_are_of_the_files_that_letters_were_queued_from(store: SqliteStore):
    store.record_batch("utskick-1", batch=make_batch([make_booking(no) for no in range(2, 6)]))
    store.record_problems("utskick-1", problems={Code.NO_ADDRESS: 1, Code.INTERPRETER: 1})
    queue_letters(store, make_previews(2), now=later(minutes=6))
    store.record_batch("never queued", batch=make_batch([make_booking(9)]))

    assert value(store, FigureName.PROBLEMS) == 50
    assert value(store, FigureName.MINUTES) == pytest.approx(6, abs=0.01)
    assert dict(evaluated(store).problems) == {Code.NO_ADDRESS: 1, Code.INTERPRETER: 1}


def test_a_letter_made_for_an_unread_message_is_the_same_kallelse_and_why_it_is_on_paper_too(
    store: SqliteStore,
):
    drafts = [make_draft(make_booking(no)) for no in (2, 3)]
    sent(store, *(make_preview(draft, route=ONLY_1177) for draft in drafts))

    sent(store, unread(drafts[0]))

    assert value(store, FigureName.SENT) == 2
    assert value(store, FigureName.BY_1177) == 100
    assert value(store, FigureName.ONLY_1177) == 50
    assert value(store, FigureName.SHEETS_SAVED) == 2
    assert evaluated(store).paper_because == ((UNREAD.reason, 1),)


def test_a_letter_sent_on_paper_for_a_refused_message_is_sent_once(store: SqliteStore):
    draft = make_draft(make_booking(2))
    (message,) = queue_letters(store, [make_preview(draft, route=ONLY_1177)])
    bring_to(store, message, Status.REJECTED)

    sent(store, unread(draft))

    assert value(store, FigureName.SENT) == 1
    assert value(store, FigureName.REJECTED) == 1
    assert evaluated(store).figure(FigureName.SENT).n == 1


def test_what_still_waits_to_be_printed_has_saved_no_paper(store: SqliteStore):
    message, _ = queue_letters(store, make_previews(1, route=BOTH))
    bring_to(store, message, Status.SENT)

    assert value(store, FigureName.ONLY_1177) == 0
    assert value(store, FigureName.SHEETS_SAVED) == 0


def test_a_letter_made_days_later_makes_no_utskick_longer(store: SqliteStore):
    draft = make_draft(make_booking(2))
    store.record_batch("utskick-1", batch=make_batch([draft.booking]))
    queue_letters(store, [make_preview(draft, route=ONLY_1177)], now=later(minutes=6))

    queue_letters(store, [unread(draft)], now=later(minutes=2 * 24 * 60))

    assert value(store, FigureName.MINUTES) == pytest.approx(6, abs=0.01)


def test_the_first_count_of_a_files_problems_stays_when_it_is_read_again(store: SqliteStore):
    store.record_batch("utskick-1", batch=make_batch([make_booking()]))
    store.record_problems("utskick-1", problems={Code.NO_ADDRESS: 1})

    store.record_problems("utskick-1", problems={Code.INTERPRETER: 1})

    queue_letters(store, make_previews(1))
    assert dict(evaluated(store).problems) == {Code.NO_ADDRESS: 1}


def test_no_figure_names_who_chose_a_way(store: SqliteStore):
    chosen = Route(BOTH.channels, "Valt av karin: 1177 + Brev. Regelns förslag: 1177.", "always")
    sent(store, make_preview(route=chosen))

    assert evaluated(store).paper_because == (("Valt för hand.", 1),)


def test_few_letters_are_too_few_to_compare(store: SqliteStore):
    sent(store, *make_previews(2))

    assert evaluated(store).figure(FigureName.BY_1177).is_too_few


def test_an_empty_period_has_figures_without_values(store: SqliteStore):
    empty = evaluated(store)

    assert value(store, FigureName.MINUTES) is None
    assert value(store, FigureName.PROBLEMS) is None
    assert all(figure.how for figure in empty.figures)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    # From Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3.
    [(81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0.0, 16.11), (1, 29, 0.61, 17.18)],
)
def test_the_interval_is_that_of_the_literature(part: int, whole: int, low: float, high: float):
    assert Share(part, whole).interval == pytest.approx((low, high), abs=0.01)


MOVES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12)


@given(moves=MOVES)
@settings(max_examples=30, deadline=None)
def test_what_is_kept_counted_is_what_history_holds(tmp_path_factory, moves):
    path = tmp_path_factory.mktemp("counted") / "history.sqlite3"
    with SqliteStore(path) as store:
        letters = list(queue_letters(store, make_previews(3, route=BOTH)))
        for which, turn in moves:
            letter = letters[which]
            ways = sorted(ALLOWED[letter.status])
            if ways:
                letters[which] = step(store, letter, ways[turn % len(ways)])

        counted = {
            (one.message, one.paper): one.number for one in store.counts(Selection(TODAY, TODAY))
        }

    pairs = zip(letters[::2], letters[1::2], strict=True)
    assert counted == Counter((message.status, paper.status) for message, paper in pairs)


def step(store: SqliteStore, letter: Dispatch, to: Status) -> Dispatch:
    if to is Status.SENDING:
        return bring_to(store, letter, to)
    owner = DEAD_OWNER if letter.status is Status.SENDING else ""
    return store.move(letter.id, to, at=NOON, who="prov", text="P.", receipt="K.", owner=owner)


def test_a_history_from_before_is_counted_when_it_is_opened(tmp_path: Path):
    path = tmp_path / "history.sqlite3"
    with SqliteStore(path) as store:
        sent(store, *make_previews(4, route=BOTH))
        draft = make_draft(make_booking(9))
        sent(store, make_preview(draft, route=ONLY_1177))
        sent(store, unread(draft))
        told = store.counts(ALL)
    with behind_its_back(path) as connection:
        for statement in WITHOUT_COUNTS:
            connection.execute(statement)

    with SqliteStore(path) as opened:
        assert opened.counts(ALL) == told
