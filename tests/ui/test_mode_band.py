"""The band says that this is a test, and what the test inbox has been told to do wrong."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.conduct import Conduct, Fault, Readers
from app.services import Services
from tests.desk import Desk
from ui.mode_band import ModeBand

GOOD = "TESTLÄGE – inget lämnar den här datorn. Historiken är inte krypterad"


@pytest.fixture
def band(qtbot: QtBot, services: Services) -> Iterator[ModeBand]:
    made = ModeBand()
    qtbot.addWidget(made)
    made.follow(services.conduct, safe=services.safekeeping.safe)
    yield made
    services.conduct.keep(Conduct())


def test_good_conduct_is_not_mentioned(band: ModeBand):
    assert band.text == GOOD


@pytest.mark.parametrize(
    ("conduct", "told"),
    [
        (Conduct((Fault.RESET_AFTER,), left=3), "Det drabbar de 3 närmaste meddelandena."),
        (Conduct(latency_ms=500), "Varje svar dröjer 500 ms."),
        (Conduct(readers=Readers.NOBODY), "Ingen läser."),
    ],
)
def test_what_it_does_wrong_stands_in_words(
    band: ModeBand, services: Services, conduct: Conduct, told: str
):
    services.conduct.keep(conduct)
    band._looking.timeout.emit()

    assert band.text.startswith(f"{GOOD}. ")
    assert told in band.text


def test_it_is_quiet_again_when_the_faults_are_used_up(band: ModeBand, services: Services):
    services.conduct.keep(Conduct((Fault.RESET_AFTER,), left=0))
    band._looking.timeout.emit()

    assert band.text == GOOD


def test_of_an_encrypted_history_nothing_is_said(qtbot: QtBot, services: Services):
    band = ModeBand()
    qtbot.addWidget(band)
    safe: Any = SimpleNamespace(is_encrypted=True)

    band.follow(services.conduct, safe=safe)

    assert band.text == "TESTLÄGE – inget lämnar den här datorn"


def test_the_window_has_the_band(desk: Desk):
    assert desk.window.band.text == GOOD


def test_a_long_sentence_makes_no_window_wider(desk: Desk):
    desk.services.conduct.keep(Conduct((Fault.RESET_AFTER,), left=3, latency_ms=500))
    desk.window.band._looking.timeout.emit()

    desk.window.resize(1024, 560)

    assert desk.window.width() == 1024
    desk.services.conduct.keep(Conduct())
