"""The program as a process of its own: what it says and which code it ends with."""

import os
import subprocess
import sys
from pathlib import Path

from tests.portal import ROOT

# Closes what is on screen once the failure has been told, as a person would.
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.bootstrap import open_services
from app.settings import DataFolder
from ui import application
from ui.error_dialog import ErrorDialog

class Watched(application.MainWindow):
    def show_failure(self, error, **how):
        super().show_failure(error, **how)
        dialog = self.findChild(ErrorDialog)
        sys.stdout.buffer.write(f"{dialog.text()}|{dialog.informativeText()}".encode())
        QTimer.singleShot(0, QApplication.closeAllWindows)

application.MainWindow = Watched
sys.exit(application.run(lambda: open_services(DataFolder(Path(sys.argv[1])))))
"""


def test_a_program_set_to_live_mode_tells_why_it_does_not_start_and_ends_with_1(tmp_path: Path):
    (tmp_path / "settings.toml").write_text('[connection]\nmode = "live"\n', "utf-8")

    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=60,
        check=False,
    )

    what, _, todo = ended.stdout.decode().partition("|")
    assert ended.returncode == 1
    assert what == "Skarpt läge kan inte startas. Inget har skickats."
    assert "– Historiken är inte krypterad." in todo
