"""Whether the computer is locked, as far as its operating system tells without being subscribed to.

Only Windows is asked: a locked desktop cannot be opened for switching to. Elsewhere a locked
computer is noticed as one that nobody touches.
"""

import ctypes
import sys

_DESKTOP_SWITCHDESKTOP = 0x0100


def is_locked() -> bool:
    if sys.platform == "win32":  # pragma: no cover - Windows alone can be asked
        user = ctypes.windll.user32
        user.OpenInputDesktop.restype = ctypes.c_void_p
        desktop = user.OpenInputDesktop(0, 0, _DESKTOP_SWITCHDESKTOP)
        if desktop:
            user.CloseDesktop(ctypes.c_void_p(desktop))
        return not desktop
    return False
