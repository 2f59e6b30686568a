"""A user is who the system says, may what their roles let them, and is never two persons."""

import pytest

from app.errors import NotPermitted
from app.users import Permissions, Right, Role, User, two_persons

ANNA = User("KLINIK\\anna", "S-1-5-21-1000")


@pytest.mark.parametrize("name", ["KLINIK\\anna", "klinik\\ANNA", "s-1-5-21-1000"])
def test_a_user_is_named_by_login_or_account_in_any_case(name: str):
    assert ANNA.is_named(name)


@pytest.mark.parametrize("name", ["anna", "", "KLINIK\\bo"])
def test_a_user_is_not_named_by_less_than_the_whole_login(name: str):
    assert not ANNA.is_named(name)
    assert not User("anna").is_named("")


def test_whoever_has_no_right_is_refused_and_told_why():
    permissions = Permissions(ANNA, frozenset({Role.COMMUNICATOR}), frozenset())

    with pytest.raises(NotPermitted, match="inte för att skicka kallelser"):
        permissions.require(Right.SEND)

    assert permissions.reason_against(Right.SEND).startswith("Din behörighet räcker inte")


def test_with_the_right_nothing_speaks_against_it():
    permissions = Permissions(ANNA, rights=frozenset({Right.SEND}))

    permissions.require(Right.SEND)

    assert permissions.reason_against(Right.SEND) == ""


@pytest.mark.parametrize(("first", "second"), [("anna", "ANNA"), ("", "bo"), ("anna", "")])
def test_one_person_is_never_two(first: str, second: str):
    with pytest.raises(NotPermitted, match="två personer"):
        two_persons(first, second)


def test_two_logins_are_two_persons():
    two_persons("anna", "bo")


def test_only_where_nobody_has_a_role_may_one_person_be_both():
    Permissions.open_to(ANNA).require_another_than(ANNA.login)

    with pytest.raises(NotPermitted):
        Permissions(ANNA).require_another_than(ANNA.login)


def test_where_nobody_has_a_role_everything_may_be_done():
    assert all(map(Permissions.open_to(ANNA).may, Right))
