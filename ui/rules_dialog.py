"""Who one is here, and the files of rules and roles that wait for a second person's approval."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import KallelseError
from app.roles import NO_ROLES
from app.rule_changes import RuleChanges, RuleFile
from app.users import ROLE_NAMES, Permissions, Right
from app.wording import say
from ui.notices import Notice
from ui.parts import Tone, copyable, paragraph, push_button, tip, title
from ui.theme import PANE_TITLE_SIZE, SECONDARY

_ABOUT = say(
    "Roller och regler ändras i sina filer. En ändring används i skarpt läge först när den som "
    "gjort den har lämnat den för godkännande och någon annan har godkänt den med sitt eget konto."
)
_APPROVED = say("{file} är godkänd.")


def told_roles(permissions: Permissions) -> str:
    """`KLINIK\\anna, receptionist`."""
    login = permissions.user.login
    if permissions.is_open:
        return say("{login}, utan roll", login=login)
    names = ", ".join(ROLE_NAMES[role] for role in sorted(permissions.roles))
    return say("{login}, {roles}", login=login, roles=names or say("ingen behörighet"))


def told_shortly(permissions: Permissions) -> str:
    """Without a domain, and without roles where there are some."""
    if permissions.is_open or not permissions.roles:
        return told_roles(permissions)
    return permissions.user.login.rpartition("\\")[2]


class RulesDialog(QDialog):
    """Each file with what may be done of it; what the user's roles do not reach is grey."""

    def __init__(self, parent: QWidget, rules: RuleChanges, permissions: Permissions) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Behörighet och regler"))
        self.setModal(True)
        self.setMinimumWidth(680)
        self._rules = rules
        self._permissions = permissions
        self.notice = Notice()
        self.files = QGridLayout()
        self.files.setColumnStretch(0, 1)
        who = say("Du är inloggad som {who}.", who=told_roles(permissions))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.notice)
        layout.addWidget(copyable(who))
        if permissions.is_open:
            layout.addWidget(paragraph(NO_ROLES))
        layout.addWidget(title(say("Filer med regler och roller"), size=PANE_TITLE_SIZE))
        layout.addWidget(paragraph(_ABOUT, colour=SECONDARY))
        layout.addLayout(self.files)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(push_button(say("Stäng"), self.reject))
        layout.addLayout(buttons)
        self._show_files()

    def _show_files(self) -> None:
        while place := self.files.takeAt(0):
            if widget := place.widget():
                widget.deleteLater()
        for row, file in enumerate(self._rules.files()):
            self.files.addWidget(paragraph(file.told or _APPROVED.format(file=file.name)), row, 0)
            if not file.is_approved:
                self.files.addWidget(self._button(file), row, 1)

    def _button(self, file: RuleFile) -> QWidget:
        """The one next step of a file that is not approved."""
        right = Right.APPROVE_RULES if file.proposer else Right.CHANGE_SETTINGS
        text = say("Godkänn") if file.proposer else say("Lämna för godkännande")
        step = self._rules.approve if file.proposer else self._rules.propose
        button = push_button(text, partial(self._take, step, file))
        button.setAccessibleName(f"{text}: {file.name}")
        reason = self._permissions.reason_against(right)
        button.setEnabled(not reason)
        button.setToolTip(tip(reason))
        return button

    def _take(self, step: Callable[[RuleFile], None], file: RuleFile) -> None:
        try:
            step(file)
        except KallelseError as error:
            self.notice.show_news(str(error), tone=Tone.ATTENTION)
            return
        self._show_files()
