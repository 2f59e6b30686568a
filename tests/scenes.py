"""The states that `python3 -m tests.pictures` shows, driven as a person does; one after another."""

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.appearance import Appearance
from app.bootstrap import open_services
from app.conduct import Conduct, Fault
from app.rows import RowStatus
from app.settings import DataFolder
from app.wording import Language
from tests.exports import AGFA_EI, table
from tests.fakes import NOON
from tests.publishing_scene import edited, open_editor, published
from tests.stage import WIDE, Scene, Stage
from ui.appearance import apply_theme, choose
from ui.confirm_sheet import ConfirmSheet
from ui.tour_driver import TourFailed, tell
from ui.unattended import Unattended
from ui.work_lists import WorkList

_SMALL = (1366, 768)
_SMALLEST = (1024, 560)
_WIDEST = (3840, 2160)
# At 125 % a screen of 1920×1080 or 1366×768 has so many logical pixels.
_WIDE_SCALED = (1536, 832)
_SMALL_SCALED = (1092, 582)

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_BROKEN = b"\x00\x01\x02 det var inte en bokningsfil \xff"
_UNKNOWN = (
    {"Nummer": "1", "Person": "19890212-2392", "Namn": "Ahlgren, Kim", "Dag": "2027-01-12"},
    {"Nummer": "2", "Person": "19590711-3178", "Namn": "Berg, Ola", "Dag": "2027-01-13"},
)
_MANY = 20_000


def play(part: str, *, folder: Path, data: Path, language: Language) -> int:
    """Takes the pictures of one part; 1 where something went wrong on the way, which is told.

    Each act begins with a new program: what one has sent or broken is not seen in the next.
    """
    qInstallMessageHandler(lambda *_: None)
    bugs: list[BaseException] = []
    sys.excepthook = lambda _, bug, __: bugs.append(bug)
    application = QApplication([])
    apply_theme(application)
    try:
        for number, act in enumerate(PARTS[part]):
            place = DataFolder(data / str(number))
            place.make()
            place.settings_file.write_text(f"language = '{language}'\n", "utf-8")
            with open_services(place, now=lambda: NOON) as services:
                act(Stage(services, folder=folder, bugs=bugs))
            # What the program leaves may not outlive the application, on which it hangs.
            gc.collect()
    except TourFailed as failure:
        tell(f"{part}: {failure}")
        return 1
    return 0


def _unsent(stage: Stage) -> None:
    with stage.scene() as scene:
        _before_a_list(scene)
        _around_a_list(scene)
        edited(scene)
        _in_other_sizes(scene)
    with stage.scene(undo_seconds=30) as scene:
        _taken_back(scene)


def _sending(stage: Stage) -> None:
    with stage.scene() as scene:
        _sent(scene)
        _unclear(scene)
        _history(scene)
        _evaluation(scene)


def _before_a_list(scene: Scene) -> None:
    """Empty, broken, unknown and slow."""
    scene.picture("start")
    scene.do.key(Qt.Key.Key_F1)
    scene.dialog("shortcuts")
    _settings(scene)
    scene.open("trasig.csv", _BROKEN)
    scene.picture("error")
    scene.open("okand.csv", table(*_UNKNOWN))
    scene.picture("mapping")
    scene.do.key(Qt.Key.Key_Escape)
    view, path = scene.window.utskick_view, scene.stage.folder / "stor.csv"
    path.write_bytes(table(*([AGFA_EI] * _MANY)))
    scene.utskick.open_files(path)
    pages = view.pages
    scene.do.wait("läsningen syns", lambda: pages.currentWidget() is view.loading_page)
    view.grab().save(str(scene.stage.folder / "loading.png"))
    view.loading_page.cancel_wanted.emit()
    scene.do.settle()
    path.unlink()


def _settings(scene: Scene) -> None:
    """Each section of them."""
    scene.do.key(Qt.Key.Key_Comma, _CONTROL)
    assert scene.window.settings is not None
    sections = scene.window.settings.sections
    for row in range(sections.count()):
        sections.setCurrentRow(row)
        scene.picture(f"settings_{row + 1}")
    scene.do.key(Qt.Key.Key_1, _CONTROL)


def _around_a_list(scene: Scene) -> None:
    """A full list: each kind of problem, both previews, the search, what is hidden, in dark."""
    scene.open_sample()
    scene.picture("list")
    for name, label in _PROBLEMS.items():
        scene.go_to(RowStatus.BLOCKED, label=label)
        scene.picture(f"fix_{name}")
    scene.go_to(RowStatus.REVIEW, label="Samma patient")
    scene.picture("fix_alike")
    scene.go_to(RowStatus.READY)
    scene.picture("ready")
    scene.do.key(Qt.Key.Key_Z, _CONTROL | _SHIFT)
    scene.picture("zones")
    scene.do.key(Qt.Key.Key_Z, _CONTROL | _SHIFT)
    scene.do.key(Qt.Key.Key_E, _CONTROL)
    scene.dialog("free_text")
    scene.do.key(Qt.Key.Key_F2)
    scene.dialog("booking_form")
    scene.do.key(Qt.Key.Key_F, _CONTROL)
    scene.do.write("ingen alls", at=scene.window.utskick_view.search)
    scene.picture("search_empty")
    scene.do.key(Qt.Key.Key_Escape, at=scene.window.utskick_view.search)
    scene.go_to(RowStatus.READY)
    scene.do.key(Qt.Key.Key_H, _CONTROL | _SHIFT)
    scene.picture("covered")
    scene.do.key(Qt.Key.Key_H, _CONTROL | _SHIFT)
    _left_alone(scene)
    choose(Appearance.DARK)
    scene.picture("dark")
    scene.utskick.workbench.fix_panel.take_focus()
    scene.go_to(RowStatus.BLOCKED, label="Adress saknas")
    scene.picture("dark_fix")
    scene.do.key(Qt.Key.Key_F1)
    scene.dialog("dark_shortcuts")
    choose(Appearance.LIGHT)
    scene.go_to(RowStatus.READY)


def _left_alone(scene: Scene) -> None:
    """As when the computer has been locked, and the person who comes back uncovers it."""
    unattended = scene.window.findChild(Unattended)
    assert unattended is not None
    unattended.noticed.emit()
    scene.picture("locked")
    scene.do.key(Qt.Key.Key_H, _CONTROL | _SHIFT)


_PROBLEMS = {"protected": "Skyddade", "past": "Besöket har", "no_address": "Adress saknas"}


def _in_other_sizes(scene: Scene) -> None:
    """The screens of a clinic; where both previews have no room, one at a time."""
    for name, size in (("small", _SMALL), ("smallest", _SMALLEST)):
        scene.window.resize(*size)
        scene.picture(name)
        scene.do.key(Qt.Key.Key_Tab, _CONTROL)
        scene.picture(f"{name}_letter")
        scene.do.key(Qt.Key.Key_Tab, _CONTROL)
    scene.window.resize(*_WIDEST)
    scene.picture("widest")


def _taken_back(scene: Scene) -> None:
    scene.open_sample("paf.csv")
    scene.do.key(Qt.Key.Key_Return, _CONTROL | _SHIFT)
    sheet = scene.do.find("bekräftelsen", ConfirmSheet)
    scene.picture("confirm", of=sheet)
    scene.do.key(Qt.Key.Key_Return, at=sheet.send_button)
    scene.picture("undo")
    scene.do.key(Qt.Key.Key_Z, _CONTROL)
    scene.picture("undone")


def _sent(scene: Scene) -> None:
    scene.open_sample("paf.csv")
    _send(scene)
    scene.picture("sent")


def _unclear(scene: Scene) -> None:
    """Twice the inbox gives no answer, so nobody knows whether the message came."""
    scene.stage.services.conduct.keep(Conduct(faults=(Fault.RESET_AFTER,), left=2))
    scene.open_sample()
    _send(scene)
    scene.picture("unclear")


def _history(scene: Scene) -> None:
    scene.do.key(Qt.Key.Key_2, _CONTROL)
    scene.picture("history")
    scene.do.key(Qt.Key.Key_Down)
    scene.picture("history_letter")
    scene.window.resize(*_SMALL)
    scene.picture("history_small")
    scene.window.resize(*WIDE)
    assert scene.window.history is not None
    for name, work_list in _WORK_LISTS.items():
        scene.window.history.filters.show_only(work_list)
        scene.picture(f"history_{name}")
    choose(Appearance.DARK)
    scene.picture("dark_history")
    choose(Appearance.LIGHT)


_WORK_LISTS = {
    "unclear": WorkList.UNCLEAR,
    "rejected": WorkList.REJECTED,
    "unread": WorkList.UNREAD,
    "not_called": WorkList.NOT_CALLED,
}


def _evaluation(scene: Scene) -> None:
    scene.do.key(Qt.Key.Key_4, _CONTROL)
    scene.picture("evaluation")


def _offline(stage: Stage) -> None:
    """1177 does not answer at all, so its messages wait."""
    stage.services.conduct.keep(Conduct(faults=(Fault.REFUSED,)))
    with stage.scene() as scene:
        scene.open_sample("paf.csv")
        _send(scene)
        scene.picture("offline")


def _send(scene: Scene) -> None:
    scene.do.key(Qt.Key.Key_Return, _CONTROL | _SHIFT)
    sheet = scene.do.find("bekräftelsen", ConfirmSheet)
    scene.do.key(Qt.Key.Key_Return, at=sheet.send_button)
    scene.do.settle()
    scene.do.wait("utskicket blir klart", lambda: not scene.utskick.sending)


def _scaled(stage: Stage) -> None:
    """At 125 %."""
    with stage.scene(size=_WIDE_SCALED) as scene:
        scene.open_sample()
        scene.go_to(RowStatus.READY)
        scene.picture("scaled")
        scene.window.resize(*_SMALL_SCALED)
        scene.picture("scaled_small")


def _english(stage: Stage) -> None:
    with stage.scene() as scene:
        scene.picture("english_start")
        scene.open_sample()
        scene.picture("english_list")
        scene.do.key(Qt.Key.Key_F1)
        scene.dialog("english_shortcuts")
        scene.do.key(Qt.Key.Key_Comma, _CONTROL)
        scene.picture("english_settings")
        scene.do.key(Qt.Key.Key_2, _CONTROL)
        scene.picture("english_history")
        open_editor(scene)
        scene.picture("english_editor")


PARTS: Mapping[str, Sequence[Callable[[Stage], None]]] = {
    "states": (_unsent, _sending, _offline, published),
    "scaled": (_scaled,),
    "english": (_english,),
}
