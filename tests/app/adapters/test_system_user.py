"""Who is logged in is asked of the system; what an environment says is nobody's login."""

import os
import subprocess
import sys

import pytest

from app.adapters.system_user import system_user
from app.errors import UserUnknown

ON_WINDOWS = sys.platform == "win32"


@pytest.mark.parametrize("variable", ["USER", "LOGNAME", "USERNAME", "LNAME"])
def test_an_environment_variable_makes_nobody_somebody_else(
    monkeypatch: pytest.MonkeyPatch, variable: str
):
    before = system_user()

    monkeypatch.setenv(variable, "någon-annan")

    assert system_user() == before
    assert before.login
    assert before.account


@pytest.mark.skipif(ON_WINDOWS or os.geteuid() != 0, reason="only root can become a stranger")
def test_a_number_without_a_name_is_nobody():
    told = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", _AS_A_STRANGER], capture_output=True, text=True, check=False
    )

    assert UserUnknown.__name__ in told.stderr


_AS_A_STRANGER = """
import os
from app.adapters.system_user import system_user
os.setuid(54321)
system_user()
"""
