"""What a screen reader is told to say aloud, caught where Qt would hand it over to one."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

# QAccessible::installUpdateHandler(void (*)(QAccessibleEvent *)), which PySide6 leaves out.
_INSTALL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
_Listener = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


@contextmanager
def announcements() -> Iterator[list[str]]:
    """Everything that is announced meanwhile, in its order."""
    try:
        install = ctypes.CDLL("libQt6Gui.so.6")[_INSTALL]
    except (OSError, AttributeError):
        pytest.skip("Qt's library has another name here")
    install.argtypes, install.restype = [ctypes.c_void_p], ctypes.c_void_p
    heard: list[str] = []

    def listen(address: int) -> None:
        event = cast("QAccessibleEvent", shiboken6.wrapInstance(address, QAccessibleEvent))
        if event.type() is QAccessible.Event.Announcement:
            said = shiboken6.wrapInstance(address, QAccessibleAnnouncementEvent)
            heard.append(cast("QAccessibleAnnouncementEvent", said).message())

    listener = _Listener(listen)
    before = install(ctypes.cast(listener, ctypes.c_void_p))
    QAccessible.setActive(True)
    try:
        yield heard
    finally:
        QAccessible.setActive(False)
        install(before)
