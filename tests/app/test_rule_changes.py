"""A changed file of rules or roles is used for real only when a second person has approved it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from app.access_desk import AccessDesk
from app.access_log import NO_WORKPLACE, Action, LogQuestion
from app.access_writer import AccessWriter
from app.adapters.store import SqliteStore
from app.bootstrap import RESOURCES
from app.bootstrap_access import oversight
from app.errors import NotDecided, NotPermitted, SettingsUnreadable
from app.rule_changes import RuleChanges, rule_files
from app.settings import Connection, DataFolder, Settings
from app.users import Permissions, Right, User
from tests.fakes import NOON

BOTH = frozenset({Right.CHANGE_SETTINGS, Right.APPROVE_RULES})


class Clinic(NamedTuple):
    files: dict[str, bytes]
    anna: RuleChanges
    bo: RuleChanges
    nobody: RuleChanges


@pytest.fixture
def clinic(store: SqliteStore) -> Iterator[Clinic]:
    files, writers = {"roles.toml": b"[members]\n"}, []

    def seen_by(login: str, rights: frozenset[Right]) -> RuleChanges:
        writer = AccessWriter(store, who=login, workplace=NO_WORKPLACE, now=lambda: NOON)
        writers.append(writer)
        permissions = Permissions(User(login), rights=rights)
        desk = AccessDesk(permissions, writer, store, lambda: NOON)
        return RuleChanges(store, lambda: files, access=desk)

    yield Clinic(files, seen_by("anna", BOTH), seen_by("bo", BOTH), seen_by("cecilia", frozenset()))
    for writer in writers:
        writer.close()


def test_a_change_that_two_persons_have_seen_no_longer_waits(clinic: Clinic, store: SqliteStore):
    clinic.anna.propose(*clinic.anna.waiting())

    clinic.bo.approve(*clinic.bo.waiting())

    assert clinic.anna.waiting() == ()
    entries = store.entries(LogQuestion(), offset=0, limit=-1)
    assert [(one.access.action, one.who) for one in entries] == [
        (Action.APPROVE_RULES, "bo"),
        (Action.PROPOSE_RULES, "anna"),
    ]


def test_nobody_approves_their_own_change(clinic: Clinic):
    clinic.anna.propose(*clinic.anna.waiting())

    with pytest.raises(NotPermitted, match="två personer"):
        clinic.anna.approve(*clinic.anna.waiting())

    (file,) = clinic.anna.waiting()
    assert file.told == (
        "roles.toml är lämnad av anna och väntar på att någon annan godkänner den."
    )


def test_a_change_that_nobody_has_proposed_is_not_approved(clinic: Clinic):
    (file,) = clinic.bo.waiting()

    with pytest.raises(NotDecided, match="inte lämnad"):
        clinic.bo.approve(file)

    assert file.told == "roles.toml är inte godkänd än, och inte lämnad för godkännande."


def test_a_file_that_changes_after_it_was_looked_at_is_not_approved(clinic: Clinic):
    clinic.anna.propose(*clinic.anna.waiting())
    (looked_at,) = clinic.bo.waiting()
    clinic.files["roles.toml"] = b"[members]\nadministrator = ['bo']\n"

    with pytest.raises(NotDecided, match="ändrats igen"):
        clinic.bo.approve(looked_at)

    assert clinic.bo.waiting()


def test_a_file_that_is_changed_after_approval_waits_again(clinic: Clinic):
    clinic.anna.propose(*clinic.anna.waiting())
    clinic.bo.approve(*clinic.bo.waiting())

    clinic.files["roles.toml"] += b"# mer"

    (file,) = clinic.anna.waiting()
    assert file.proposer == ""


def test_without_the_right_nothing_is_proposed_or_approved(clinic: Clinic):
    (file,) = clinic.nobody.waiting()

    for step in (clinic.nobody.propose, clinic.nobody.approve):
        with pytest.raises(NotPermitted):
            step(file)


def test_an_approved_file_has_nothing_to_tell(clinic: Clinic):
    clinic.anna.propose(*clinic.anna.waiting())
    clinic.bo.approve(*clinic.bo.waiting())

    (file,) = clinic.anna.files()

    assert file.told == ""


def test_only_files_that_exist_are_asked_about(tmp_path: Path):
    (tmp_path / "region.toml").write_bytes(b"id = 'x'")

    assert rule_files(tmp_path / "roles.toml", tmp_path / "region.toml") == {
        "region.toml": b"id = 'x'"
    }


@pytest.mark.parametrize("mode", ["test", "live"])
def test_live_mode_uses_no_rules_that_only_one_person_has_seen(
    tmp_path: Path, store: SqliteStore, mode: str
):
    settings = Settings(connection=Connection(mode=mode))
    writer = AccessWriter(store, who="anna", workplace=NO_WORKPLACE, now=lambda: NOON)
    desk = AccessDesk(Permissions.open_to(User("anna")), writer, store, lambda: NOON)
    folder = DataFolder(tmp_path)

    def begin() -> tuple[str, ...]:
        made = oversight(folder, settings, resources=RESOURCES, access=desk, store=store)
        return tuple(file.name for file in made.rules.waiting())

    if mode == "test":
        assert begin() == ("jonkoping.toml",)
    else:
        with pytest.raises(SettingsUnreadable, match=r"jonkoping\.toml är inte godkänd än"):
            begin()
    writer.close()
