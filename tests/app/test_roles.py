"""Who may do what is data: shipped rights, and the clinic's own file of who has which role."""

from pathlib import Path

import pytest

from app.bootstrap import RESOURCES
from app.errors import SettingsUnreadable
from app.roles import load_roles, permissions_of
from app.users import Permissions, Right, Role, User

SHIPPED = RESOURCES / "roles.toml"
ANNA = User("anna", "uid:1000")


def roles_of(tmp_path: Path, text: str, user: User = ANNA) -> Permissions:
    own = tmp_path / "roles.toml"
    own.write_text(text, "utf-8")
    return permissions_of(user, load_roles(SHIPPED, own=own))


def test_without_a_file_of_roles_everybody_may_do_everything(tmp_path: Path):
    permissions = permissions_of(ANNA, load_roles(SHIPPED, own=tmp_path / "roles.toml"))

    assert permissions.is_open
    assert permissions.may(Right.REVIEW_LOG)


def test_a_receptionist_sends_and_reviews_no_log(tmp_path: Path):
    permissions = roles_of(tmp_path, "[members]\nreceptionist = ['ANNA']\n")

    assert permissions.roles == {Role.RECEPTIONIST}
    assert permissions.may(Right.SEND)
    assert not permissions.may(Right.REVIEW_LOG)


def test_roles_add_up(tmp_path: Path):
    both = "[members]\nreceptionist = ['anna']\nlog_reviewer = ['uid:1000']\n"

    permissions = roles_of(tmp_path, both)

    assert permissions.may(Right.SEND)
    assert permissions.may(Right.REVIEW_LOG)


def test_whoever_is_not_in_the_file_may_do_nothing(tmp_path: Path):
    permissions = roles_of(tmp_path, "[members]\nreceptionist = ['bo']\n")

    assert not any(map(permissions.may, Right))


def test_an_administrator_never_sees_patients_also_with_another_role(tmp_path: Path):
    both = "[members]\nreceptionist = ['anna']\nadministrator = ['anna']\n"

    permissions = roles_of(tmp_path, both)

    assert permissions.may(Right.CHANGE_SETTINGS)
    assert not permissions.may(Right.SEE_PATIENTS)
    assert not permissions.may(Right.SEND)


def test_a_clinic_may_give_a_role_other_rights(tmp_path: Path):
    own = "[members]\nreceptionist = ['anna']\n[rights]\nreceptionist = ['see_figures']\n"

    permissions = roles_of(tmp_path, own)

    assert permissions.rights == {Right.SEE_FIGURES}


@pytest.mark.parametrize(
    "text",
    [
        "[rights]\nadministrator = ['see_patients']\n",
        "[members]\nchef = ['anna']\n",
        "[rights]\nreceptionist = ['everything']\n",
        "members = 1",
        "[",
    ],
)
def test_a_file_of_roles_that_cannot_be_used_stops_the_start(tmp_path: Path, text: str):
    with pytest.raises(SettingsUnreadable, match=r"roles\.toml"):
        roles_of(tmp_path, text)
