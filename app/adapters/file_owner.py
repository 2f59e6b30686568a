"""Who made a file, asked of the operating system: anybody may write a name into it."""

import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    # What an administrator makes may belong to all of them, and then tells of nobody.
    _ADMINISTRATORS = "S-1-5-32-544"
    _SE_FILE_OBJECT = 1
    _OWNER_SECURITY_INFORMATION = 1

    def owner_of(path: Path) -> str:
        """The SID of the file's owner; "" where it is not told."""
        advapi32, kernel32 = ctypes.WinDLL("advapi32"), ctypes.WinDLL("kernel32")
        pointer = ctypes.POINTER(ctypes.c_void_p)
        advapi32.GetNamedSecurityInfoW.argtypes = (
            *(wintypes.LPCWSTR, ctypes.c_int, wintypes.DWORD),
            *(pointer, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, pointer),
        )
        advapi32.ConvertSidToStringSidW.argtypes = (
            ctypes.c_void_p,
            ctypes.POINTER(wintypes.LPWSTR),
        )
        kernel32.LocalFree.argtypes = (ctypes.c_void_p,)
        owner, descriptor, text = ctypes.c_void_p(), ctypes.c_void_p(), wintypes.LPWSTR()
        asked = (str(path), _SE_FILE_OBJECT, _OWNER_SECURITY_INFORMATION)
        answer = (ctypes.byref(owner), None, None, None, ctypes.byref(descriptor))
        if advapi32.GetNamedSecurityInfoW(*asked, *answer):
            return ""
        try:
            known = advapi32.ConvertSidToStringSidW(owner, ctypes.byref(text))
            sid = (text.value or "") if known else ""
        finally:
            kernel32.LocalFree(descriptor)
            kernel32.LocalFree(text)
        return "" if sid == _ADMINISTRATORS else sid

else:

    def owner_of(path: Path) -> str:
        """`uid:1000`, as an account is told; "" where there is no such file."""
        try:
            return f"uid:{path.stat().st_uid}"
        except OSError:
            return ""
