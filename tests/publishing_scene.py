"""The scene of a new text on its way to the patients: proposed by one, published by another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.stage import Stage
from tests.two_logins import KIM, ROBIN, propose, seated_at, small_templates
from ui.publishing_dialogs import PublishDialog

_SIZE = (1366, 768)
_BY_REFERRAL = "{% if referred_by %}Ta med remissen.{% else %}Ta med ett gott humör.{% endif %}"


def published(stage: Stage) -> None:
    """Three pictures: what waits, the question, and what then is in force."""
    shared = small_templates(stage.services.data_folder.root / "mallar")
    kim, robin = (seated_at(stage.services, user, shared=shared) for user in (KIM, ROBIN))
    propose(kim.publishing, sentence=_BY_REFERRAL, note="Gladare ton")
    with stage.of(robin).scene(size=_SIZE) as scene:
        scene.do.key(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        scene.do.settle()
        assert scene.window.templates is not None
        view = scene.window.templates.comparison
        scene.do.wait("förslaget syns", view.publishing.review.isVisible)
        scene.do.key(Qt.Key.Key_Space, at=view.publishing.review)
        scene.do.wait("en ändring är öppnad", view.publishing.state.isVisible)
        scene.picture("proposal")
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
