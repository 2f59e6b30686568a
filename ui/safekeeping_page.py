"""The section on the history's own safety: its encryption, the key on paper, and its backups."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.safekeeping import Kept
from app.swedish_dates import stamp
from app.wording import say
from ui.bar import Bar
from ui.parts import Tone, paragraph, push_button
from ui.settings_page import SettingsPage, part_title
from ui.theme import SECONDARY

SAFEKEEPING = say("Historik och säkerhetskopior")

_ABOUT = say(
    "Historiken vet vem som har kallats till vad. Den ska gå att läsa på den här datorn och ingen "
    "annanstans, och den ska finnas kvar när datorn går sönder."
)
_ENCRYPTED = say("Historiken är krypterad. Nyckeln finns i datorns nyckelring.")
_PLAIN = say(
    "Historiken är inte krypterad: den som kommer åt filen kan läsa den. Så får det vara i "
    "testläge, men skarpt läge startar inte."
)
_NOT_ON_PAPER = say(
    "Ingen har visat att återställningsnyckeln finns på papper. Utan den går historiken inte att "
    "öppna när datorn eller inloggningen är borta."
)
_NO_KEY = say("En historik som inte är krypterad har ingen nyckel.")
_NO_BACKUP = say("Det finns ingen säkerhetskopia än. En görs varje dag som programmet används.")
_WHOLE = 100


class SafekeepingPage(SettingsPage):
    """What is pressed is asked for by signals; `show_…` tells what there is."""

    encrypt_wanted = Signal()
    key_wanted = Signal()
    back_up_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(SAFEKEEPING, _ABOUT)
        self.add_folder(
            "backup_folder", say("Kopior även i"), example=say("Bara på den här datorn")
        )
        self.encryption, self.key, self.backups = paragraph(), paragraph(), paragraph()
        self.encrypt = push_button(say("Kryptera historiken"), self.encrypt_wanted.emit)
        self.show_key = push_button(say("Visa återställningsnyckeln…"), self.key_wanted.emit)
        self.back_up = push_button(say("Säkerhetskopiera nu"), self.back_up_wanted.emit)
        self.restore = push_button(say("Återställ från en kopia…"), self.restore_wanted.emit)
        self.progress = QProgressBar()
        self.told = Bar()
        self._lay_out_below()
        self.close_column()

    def show_state(self, kept: Kept) -> None:
        self.encryption.setText(_ENCRYPTED if kept.is_encrypted else _PLAIN)
        self.encrypt.setVisible(not kept.is_encrypted)
        self.key.setText(_told_key(kept))
        self.show_key.setVisible(kept.is_encrypted)
        self.backups.setText(_told_backups(kept))

    def show_progress(self, share: float) -> None:
        """How much of the work is done, from 0 to 1; the buttons wait for its end."""
        self.progress.setValue(round(share * _WHOLE))
        self._show_busy()

    def show_told(self, text: str, *, tone: Tone) -> None:
        """How the work went."""
        self.progress.hide()
        self.told.show_sentence(text, tone=tone)
        for button in self._buttons:
            button.setEnabled(True)

    @property
    def _buttons(self) -> tuple[QWidget, ...]:
        return (self.encrypt, self.show_key, self.back_up, self.restore)

    def _show_busy(self) -> None:
        if self.progress.isHidden():
            self.told.hide()
            self.progress.show()
            for button in self._buttons:
                button.setEnabled(False)

    def _lay_out_below(self) -> None:
        self.progress.setRange(0, _WHOLE)
        self.progress.setAccessibleName(say("Hur mycket som är klart"))
        self.progress.hide()
        self.add_below(
            paragraph(_SECOND, colour=SECONDARY),
            part_title(say("Kryptering")),
            self.encryption,
            _row(self.encrypt),
            part_title(say("Återställningsnyckel")),
            self.key,
            _row(self.show_key),
            part_title(say("Säkerhetskopior")),
            self.backups,
            _row(self.back_up, self.restore),
            self.progress,
            self.told,
        )


_SECOND = say(
    "En krypterad kopia kan ligga på en server eller ett usb-minne. Förvara inte nyckeln där."
)


def _told_key(kept: Kept) -> str:
    if kept.note is None:
        return _NO_KEY
    if kept.note.kept_at is None:
        return _NOT_ON_PAPER
    return say(
        "{who} visade {when} att nyckeln finns på papper.",
        who=kept.note.kept_by,
        when=stamp(kept.note.kept_at),
    )


def _told_backups(kept: Kept) -> str:
    if not kept.backups:
        return _NO_BACKUP
    return say(
        "Senaste kopian är från {when}. Den är läst och kontrollerad. {number} sparas.",
        when=kept.backups[0].when,
        number=len(kept.backups),
    )


def _row(*buttons: QWidget) -> QWidget:
    """From the left, as wide as their words."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for button in buttons:
        layout.addWidget(button)
    layout.addStretch(1)
    return row
