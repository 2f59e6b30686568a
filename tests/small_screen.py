"""A process on a small screen, started by a test: it tells on stdout what the window cuts off."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QScrollArea

from app.bootstrap import open_services
from app.settings import DataFolder
from tests.cut import fault_of, visible
from tests.desk import sure
from tests.exports import AGFA_EI, table
from tests.fakes import NOON
from tests.stage import Scene, Stage
from ui.appearance import apply_theme


def main(folder: Path) -> int:
    """0 where it came to its end, whatever it has found."""
    application = QApplication([])
    apply_theme(application)
    room = application.primaryScreen().availableSize()
    with open_services(DataFolder(folder), now=lambda: NOON) as services:
        stage = Stage(services, folder=folder, bugs=[])
        with stage.scene(size=(room.width(), room.height())) as scene:
            scene.open("liten.csv", table(AGFA_EI))
            for problem in faults_of(scene):
                sys.stdout.write(f"{problem}\n")
    return 0


def faults_of(scene: Scene) -> list[str]:
    """Of the list with a row chosen, then of history and of the settings."""
    window, found = scene.window, []
    for view in (window.header.utskick, window.header.history, window.header.settings):
        view.trigger()
        scene.do.settle()
        found += [fault for one in visible(window) if (fault := fault_of(one))]
        found += _out_of_reach(scene)
    return found


def _out_of_reach(scene: Scene) -> list[str]:
    """What is larger than the screen, or than its place in it, and cannot be scrolled to."""
    window, screen = scene.window, scene.window.screen().availableSize()
    area, header = window.centralWidget(), window.header
    assert isinstance(area, QScrollArea)
    inside = sure(area.widget())
    larger = {
        "the window": window.width() > screen.width() or window.height() > screen.height(),
        "the header": header.minimumSizeHint().width() > header.width(),
        "the view": inside.width() < inside.minimumSizeHint().width()
        or inside.height() < inside.minimumSizeHint().height(),
    }
    return [f"{name} is larger than its place" for name, is_larger in larger.items() if is_larger]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
