"""The scenes of a new text on its way to the patients: written, proposed, and published."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.appearance import Appearance
from app.template_draft import TemplateFile
from tests.stage import WIDE, Scene, Stage
from tests.two_logins import KIM, ROBIN, propose, seated_at, small_templates
from ui.appearance import choose
from ui.publishing_dialogs import PublishDialog
from ui.template_editor import TemplateEditor

_SIZE = (1366, 768)
_DRAFTED = TemplateFile("letter_types/langtids_ekg/body.md.j2")
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_BY_REFERRAL = "{% if referred_by %}Ta med remissen.{% else %}Ta med ett gott humör.{% endif %}"


def edited(scene: Scene) -> None:
    """A draft of the templates: as it begins, with a fault in it, in dark, and put to the test."""
    scene.do.key(Qt.Key.Key_3, _CONTROL)
    scene.picture("comparison_empty")
    editor = open_editor(scene)
    scene.picture("editor")
    editor.parts.text.go_to(6)
    scene.do.write("{{ finns_inte }} ", at=editor.parts.text)
    scene.picture("editor_fault")
    choose(Appearance.DARK)
    scene.picture("dark_editor")
    choose(Appearance.LIGHT)
    editor.parts.text.undo()
    scene.do.key(Qt.Key.Key_S, _CONTROL)
    scene.do.key(Qt.Key.Key_F9)
    scene.picture("editor_extremes")
    scene.do.key(Qt.Key.Key_1, _CONTROL)


def open_editor(scene: Scene) -> TemplateEditor:
    scene.do.key(Qt.Key.Key_3, _CONTROL)
    scene.do.key(Qt.Key.Key_E, _CONTROL | _SHIFT)
    assert scene.window.templates is not None
    editor = scene.window.templates.editor
    scene.do.key(Qt.Key.Key_Space, at=editor.parts.begin)
    scene.do.wait("utkastet öppnas", lambda: editor.file is not None)
    editor.show_file(_DRAFTED)
    said = editor.parts.remarks.list
    scene.do.wait("utkastet bedöms", lambda: said.count() > 0 and editor.file == _DRAFTED)
    return editor


def published(stage: Stage) -> None:
    """Proposed by one, published by another: what waits, the question, and what is in force."""
    shared = small_templates(stage.services.data_folder.root / "mallar")
    kim, robin = (seated_at(stage.services, user, shared=shared) for user in (KIM, ROBIN))
    propose(kim.publishing, sentence=_BY_REFERRAL, note="Gladare ton")
    with stage.of(robin).scene(size=_SIZE) as scene:
        scene.do.key(Qt.Key.Key_3, _CONTROL)
        scene.do.settle()
        assert scene.window.templates is not None
        view = scene.window.templates.comparison
        scene.do.wait("förslaget syns", view.publishing.review.isVisible)
        scene.do.key(Qt.Key.Key_Space, at=view.publishing.review)
        scene.do.wait("en ändring är öppnad", view.publishing.state.isVisible)
        scene.picture("proposal")
        scene.window.resize(*WIDE)
        scene.picture("comparison")
        scene.window.resize(*_SIZE)
        for _ in range(2):
            scene.do.key(Qt.Key.Key_F7)
        scene.do.wait("alla är öppnade", view.publishing.publish.isEnabled)
        scene.do.key(Qt.Key.Key_Space, at=view.publishing.publish)
        scene.do.wait("frågan syns", lambda: QApplication.activeModalWidget() is not None)
        sheet = scene.do.find("frågan", PublishDialog)
        scene.picture("publish", of=sheet)
        scene.do.key(Qt.Key.Key_Return, at=sheet.publish)
        scene.do.wait("det är publicerat", lambda: not view.notice.isHidden())
        scene.picture("published")
