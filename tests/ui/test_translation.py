"""The window in English: Qt's translations reach every word, also those of modules."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.wording import say, speak, translated
from ui.translation import use_language, use_language_of_qt

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _swedish_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak("sv")
    use_language_of_qt(qapp)


def test_a_sentence_is_said_in_english():
    use_language("en")

    assert say("Rad {row_no} saknas inte.", row_no=2) == "Rad 2 saknas inte."
    assert say("Dubblett av rad {row_no}", row_no=2) == "Duplicate of row 2"
    assert translated("måndag") == "Monday"


def test_swedish_can_be_chosen_again():
    use_language("en")
    use_language("sv")

    assert translated("måndag") == "måndag"


def test_qt_says_its_own_buttons_in_the_same_language(qapp: QApplication):
    use_language_of_qt(qapp)

    assert qapp.translate("QPlatformTheme", "Cancel") == "Avbryt"
    assert QLocale().language() is QLocale.Language.Swedish


def test_a_start_in_english_has_english_words_in_every_module():
    program = (
        "from ui.translation import use_language; use_language('en');"
        "from app.dispatch import STATUS_NAMES; from app.rows import RowStatus;"
        "from app.swedish_dates import STOCKHOLM, short_moment; from datetime import datetime;"
        "print(*STATUS_NAMES.values(), sep=', ');"
        "print(*RowStatus, sep=', ');"
        "print(short_moment(datetime(2027, 1, 12, 9, 40, tzinfo=STOCKHOLM)))"
    )

    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True
    )

    statuses, row_statuses, moment = ended.stdout.splitlines()
    assert statuses == "Queued, Being sent, Sent, Rejected, Unclear, Cancelled, Sent again"
    assert row_statuses.startswith("To fix, To review, Being checked, Ready, Skipped, Queued, ")
    assert moment == "Tue 12 Jan 09:40"
