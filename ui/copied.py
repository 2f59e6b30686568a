"""What is copied from the program: plain text only, and gone from the clipboard after a minute."""

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

# safety.md F5.
KEPT_MS = 60_000

_OURS = "application/x-kallelser"
# Windows keeps what carries these out of its clipboard history and of other computers.
_SECRET = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
}


class Copied(QObject):
    """Follows the clipboard while the program lives; what others put there is never touched."""

    def __init__(self, parent: QObject, *, kept_ms: int = KEPT_MS) -> None:
        super().__init__(parent)
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._time = QTimer(self, singleShot=True, interval=kept_ms)
        self._time.timeout.connect(self.forget)
        # Queued: Windows does not like its clipboard to be changed by whoever it is telling.
        self._clipboard.dataChanged.connect(self._note, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.forget)

    def forget(self) -> None:
        """Unless something else has been copied since."""
        if self._is_marked:
            self._clipboard.clear()

    def _note(self) -> None:
        """Copied here is what was copied while a window of ours had the focus."""
        copied_here = QGuiApplication.focusWindow() is not None
        if copied_here and not self._is_marked and (text := self._clipboard.text()):
            self._clipboard.setMimeData(_plain(text))
            self._time.start()

    @property
    def _is_marked(self) -> bool:
        data = self._clipboard.mimeData()
        # Qt says that there always is one; a cleared clipboard has none on some platforms.
        return bool(data) and data.hasFormat(_OURS)


def _plain(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    data.setData(_OURS, b"1")
    for kind, content in _SECRET.items():
        data.setData(kind, content)
    return data
