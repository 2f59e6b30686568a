"""What Qt calls its values is what is set, and a slip of the pen is told."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.portal import ROOT
from ui.named_values import set_named

# The first that happens after the paint tells what there is of PySide's by then.
PROGRAM = """
import os
from PySide6 import QtCore
from ui import application

def tell(_):
    print(*sorted({"Qt", "QTimer"} & set(vars(QtCore))), flush=True)
    os._exit(0)

application.follow_system = tell
application.run(lambda: None)
"""


def test_values_are_set_by_their_names_several_of_them_and_joined(qtbot: QtBot):
    label = QLabel()
    qtbot.addWidget(label)

    set_named(label, textFormat="PlainText", alignment="AlignRight|AlignVCenter")

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.alignment() == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@pytest.mark.parametrize("slip", [{"textFormat": "Plane"}, {"textFromat": "PlainText"}])
def test_a_name_that_qt_does_not_know_is_refused(slip: dict[str, str], qtbot: QtBot):
    label = QLabel()
    qtbot.addWidget(label)

    with pytest.raises(ValueError, match="QLabel: "):
        set_named(label, **slip)


def test_the_window_is_painted_before_the_enums_of_qt_are_made():
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert ran.stdout.strip() == "QTimer"
