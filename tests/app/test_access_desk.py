"""Roles are kept by the services and not only by buttons, and what is seen stands in the log."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.access_log import Access, Action, LogQuestion
from app.adapters.store import SqliteStore
from app.adapters.system_user import system_user
from app.bootstrap import open_services
from app.dispatch import Dispatch
from app.errors import NotPermitted, ReasonWanted
from app.history import PROTECTED_NAME, Question
from app.rows import Row
from app.services import Services
from app.settings import DataFolder
from app.users import Role
from tests.exports import AGFA_EI, table
from tests.fakes import NOON, SOURCES, make_booking, make_preview, queue_letters

DAY = date(2026, 11, 23)
COPIED = table(AGFA_EI, delimiter="\t").decode("cp1252")


@contextmanager
def opened_by(tmp_path: Path, *roles: Role, rights: str = "") -> Iterator[Services]:
    """Services for a clinic where the user has these roles; without any, test mode's own.

    `rights` is what the clinic's file of roles says of them besides.
    """
    if roles:
        login = system_user().login
        members = "".join(f"{role} = ['{login}']\n" for role in roles)
        (tmp_path / "roles.toml").write_text(f"{rights}[members]\n{members}", "utf-8")
    with open_services(DataFolder(tmp_path), now=lambda: NOON) as services:
        yield services


def test_in_test_mode_a_change_of_roles_that_one_person_has_seen_is_told(tmp_path: Path):
    with opened_by(tmp_path, Role.RECEPTIONIST) as services:
        told = services.notices

    assert "roles.toml är inte godkänd än, och inte lämnad för godkännande." in told


def store_of(services: Services) -> SqliteStore:
    store = services.access.archive
    assert isinstance(store, SqliteStore)
    return store


def logged(services: Services, action: Action | None = None) -> list[Access]:
    services.access.writer.flush()
    entries = store_of(services).entries(LogQuestion(action=action), offset=0, limit=-1)
    return [entry.access for entry in entries[::-1]]


def test_a_file_that_is_loaded_stands_in_the_log_with_every_patient_in_it(tmp_path: Path):
    with opened_by(tmp_path) as services:
        worklist = services.load(services.lay_out_sample(services.samples[0]))

        loads = logged(services, Action.LOAD)

    bookings = [row.draft.booking for row in worklist.rows]
    assert sorted(one.booking_key for one in loads) == sorted(one.key for one in bookings)
    assert {one.person for one in loads} == {one.patient.id.value for one in bookings}
    assert all(one.unit_id for one in loads)


def test_whoever_is_named_in_the_log_is_the_systems_user_on_this_pc(tmp_path: Path):
    with opened_by(tmp_path) as services:
        services.access.note(Action.PREVIEW, [make_booking()])
        services.access.writer.flush()
        (entry,) = store_of(services).entries(LogQuestion(), offset=0, limit=-1)

    assert entry.who == system_user().login == services.user
    assert entry.workplace.pc
    assert entry.workplace.program


def test_whoever_may_see_no_patients_is_not_shown_the_first_rows_either(tmp_path: Path):
    shown: list[Row] = []
    with opened_by(tmp_path, Role.ADMINISTRATOR) as services:
        sample = services.lay_out_sample(services.samples[0])

        with pytest.raises(NotPermitted):
            services.load(sample, first=shown.extend)

    assert shown == []


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.LOG_REVIEWER, Role.COMMUNICATOR])
def test_whoever_may_see_no_patients_loads_lists_and_opens_nothing(tmp_path: Path, role: Role):
    with opened_by(tmp_path, role) as services:
        sample = services.lay_out_sample(services.samples[0])

        for refused in (
            lambda: services.load(sample),
            lambda: services.load_text(COPIED),
            lambda: services.new_list(make_booking()),
            lambda: services.archive.page(Question(), offset=0, limit=1),
            lambda: services.archive.count(Question()),
            lambda: services.archive.open(uuid.uuid4()),
            lambda: services.archive.batches(day=DAY),
            lambda: services.archive.not_called(visit_after=NOON),
            lambda: services.archive.of_bookings(["B1"]),
            lambda: services.archive.of_visits([make_booking()]),
            lambda: services.archive.latest_messages(sent_before=NOON, visit_after=NOON),
            lambda: services.archive.latest_rejected(visit_after=NOON),
            lambda: services.access.open(uuid.uuid4()),
            lambda: services.access.export(text="Lista"),
            lambda: services.queue([], utskick="u"),
            services.send,
        ):
            with pytest.raises(NotPermitted):
                refused()


def test_whoever_may_see_patients_but_not_send_queues_sends_and_settles_nothing(tmp_path: Path):
    rights = "[rights]\nreceptionist = ['see_patients']\n"
    with opened_by(tmp_path, Role.RECEPTIONIST, rights=rights) as services:
        (letter,) = queue_letters(store_of(services), [make_preview()])
        decisions = services.decisions

        for refused in (
            lambda: services.queue([], utskick="u"),
            services.send,
            lambda: decisions.confirm_arrived([letter.id], why="Patienten ringde"),
            lambda: decisions.confirm_not_arrived(letter.id, why="Patienten ringde"),
            lambda: decisions.send_beside(letter.id, make_preview(), sources=SOURCES),
            lambda: decisions.send_instead(letter.id, make_preview(), sources=SOURCES, why="Ring"),
        ):
            with pytest.raises(NotPermitted, match="skicka kallelser"):
                refused()

        assert services.load(services.lay_out_sample(services.samples[0])).rows
        assert services.archive.open(letter.id).dispatch == letter


def test_a_receptionist_sees_and_sends_and_reviews_no_log(tmp_path: Path):
    with opened_by(tmp_path, Role.RECEPTIONIST) as services:
        services.load(services.lay_out_sample(services.samples[0]))

        assert services.send().moved == {}
        assert services.archive.units() == ()
        assert services.archive.last_of_versions() == ()
        with pytest.raises(NotPermitted):
            services.oversight.review.read(LogQuestion(), offset=0, limit=1)


def kept_letter(services: Services) -> Dispatch:
    (letter,) = queue_letters(store_of(services), [make_preview()])
    return letter


def test_a_letter_that_is_opened_stands_in_the_log(tmp_path: Path):
    with opened_by(tmp_path) as services:
        letter = kept_letter(services)

        sent = services.access.open(letter.id, action=Action.SEARCH_HIT)

        (seen,) = logged(services, Action.SEARCH_HIT)
    assert sent.dispatch == letter
    assert seen == Access(
        Action.SEARCH_HIT, letter.person, letter.unit_id, letter.booking_key, letter.id
    )


def test_a_protected_persons_letter_is_opened_only_for_a_reason_that_is_logged(tmp_path: Path):
    with opened_by(tmp_path) as services:
        letter = kept_letter(services)
        protected = make_booking()
        patient = replace(
            protected.patient, protected=True, id=replace(protected.patient.id, value=letter.person)
        )
        services.access.load([replace(protected, patient=patient)])

        listed = services.archive.page(Question(), offset=0, limit=1)
        for nothing in ("", " – ", "1 2"):
            with pytest.raises(ReasonWanted, match="skyddade personuppgifter"):
                services.access.open(letter.id, why=nothing)
        services.access.open(letter.id, why=" Adressen\nifrågasatt. ")

        (seen,) = logged(services, Action.VIEW)
    assert listed[0].name == PROTECTED_NAME
    assert seen.text == "Adressen ifrågasatt."


def test_a_letter_that_is_printed_here_stands_in_the_log(tmp_path: Path):
    with opened_by(tmp_path) as services:
        letter = kept_letter(services)

        services.access.printed(letter)

        (printed,) = logged(services, Action.PRINT)
    assert printed.dispatch_id == letter.id


def test_what_leaves_the_program_stands_in_the_log_first(tmp_path: Path):
    with opened_by(tmp_path) as services:
        letter = kept_letter(services)

        services.access.export([letter], bookings=[make_booking()], text="Ringlista")

        saved = logged(services, Action.EXPORT)
    assert [one.dispatch_id for one in saved] == [letter.id, None]
    assert {one.text for one in saved} == {"Ringlista"}
