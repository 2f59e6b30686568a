"""What the user's roles do not reach is grey and says why; it is never hidden, so that people know
what there is and whom to ask."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtGui import QAction

from app.users import Permissions, Right
from ui.parts import tip


def keep_grey(permissions: Permissions, right: Right, actions: Iterable[QAction]) -> None:
    """From here on, whatever else would enable them. Without this right the services refuse too."""
    reason = permissions.reason_against(right)
    if not reason:
        return
    for action in actions:
        # What a role lacks outlasts what there is to act on.
        action.changed.connect(partial(_refuse, action, reason))
        _refuse(action, reason)


def _refuse(action: QAction, reason: str) -> None:
    if action.isEnabled():
        action.setEnabled(False)
    if action.toolTip() != tip(reason):
        action.setToolTip(tip(reason))
