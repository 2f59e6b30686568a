"""A person may choose another way for one letter where the rule allows it, and history tells so."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.channels import Reach
from app.draft import Channel
from app.findings import Code
from app.rows import Row, RowStatus
from app.services import Services
from app.settings import DataFolder
from app.worklist import Worklist
from tests.fakes import NOON, make_booking, make_draft

LETTER = (Channel.LETTER,)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(DataFolder(tmp_path), now=lambda: NOON) as opened:
        yield replace(opened, user="anna")


@pytest.fixture
def worklist(services: Services) -> Worklist:
    """Of step 1: a short message, and the whole letter on paper."""
    return services.load(services.lay_out_sample(services.samples[0]))


@pytest.fixture
def ready(services: Services, worklist: Worklist) -> Row:
    """A row that goes both ways, with its letter checked."""
    row = worklist.unchecked()[-1]
    assert row.route.channels == tuple(Channel)
    worklist.note_check(row.draft, services.check(row))
    (checked,) = worklist.ready()
    return checked


def test_a_chosen_way_needs_no_new_check_and_can_be_taken_back(worklist: Worklist, ready: Row):
    worklist.change((ready.row_no,), lambda draft: draft.with_channels(LETTER))
    chosen = worklist.row(ready.row_no)

    worklist.undo()

    assert chosen.route.channels == LETTER
    assert (chosen.status, chosen.check) == (RowStatus.READY, ready.check)
    assert worklist.row(ready.row_no).route == ready.route


def test_history_tells_who_chose_the_way_and_what_the_rule_proposed(
    services: Services, worklist: Worklist, ready: Row
):
    worklist.change((ready.row_no,), lambda draft: draft.with_channels(LETTER))

    (dispatch,) = services.queue(worklist.ready(), utskick=worklist.utskick).dispatches

    kept = services.archive.open(dispatch.id)
    assert kept.dispatch.channel is Channel.LETTER
    assert kept.dispatch.reason == f"Valt av anna: Brev. Regelns förslag: 1177 + Brev. {_STEP_1}"
    assert kept.events[0].text == kept.dispatch.reason


def test_the_list_counts_and_previews_the_chosen_way(
    services: Services, worklist: Worklist, ready: Row
):
    worklist.change((ready.row_no,), lambda draft: draft.with_channels(LETTER))
    chosen = worklist.row(ready.row_no)

    assert worklist.counts().ready_by_channel == {Channel.LETTER: 1}
    assert services.preview(chosen).route == chosen.route
    assert services.preview(chosen).digest == services.preview(ready).digest


def test_a_choice_is_kept_when_the_file_is_read_again(
    services: Services, worklist: Worklist, ready: Row
):
    worklist.change((ready.row_no,), lambda draft: draft.with_channels(LETTER))
    again = services.load(services.lay_out_sample(services.samples[0]))

    again.take_over(worklist)

    assert again.row(ready.row_no).route.channels == LETTER


def test_a_choice_gives_way_when_1177_answers_that_the_rule_forbids_it(
    worklist: Worklist, ready: Row
):
    worklist.change((ready.row_no,), lambda draft: draft.with_channels(tuple(Channel)))
    person = ready.draft.booking.patient.id.value

    worklist.examine_again(worklist.hear({person: Reach.NO_LOGIN}))

    route = worklist.row(ready.row_no).route
    assert (route.channels, route.rule) == (LETTER, "no_login")
    assert "Valt av" not in route.reason


def test_what_was_approved_about_the_way_falls_with_it_and_nothing_else():
    approved = make_draft().approving(frozenset({Code.TOO_CLOSE, Code.INTERPRETER}))

    assert approved.with_channels(LETTER).approved == {Code.INTERPRETER}


def test_what_was_chosen_for_one_patient_is_not_another_patients_choice():
    chosen = make_draft().with_channels(LETTER)
    same, other = make_booking(2), make_booking(3)

    assert chosen.correcting(same).channels_wished == LETTER
    assert chosen.correcting(other).channels_wished == ()


_STEP_1 = "Steg 1: 1177 får en kort bekräftelse, och hela kallelsen skickas som brev."
