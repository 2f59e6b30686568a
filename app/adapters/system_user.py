"""Who is logged in, asked of the operating system itself: an environment variable anybody sets."""

import sys

from app.errors import UserUnknown
from app.users import User
from app.wording import say

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    def system_user() -> User:
        """`DOMAIN\\user` and the SID of the process's own token. Raises UserUnknown."""
        try:
            return User(_sam_name(), _sid())
        except OSError as error:
            raise _unknown(error) from error

    _SAM_COMPATIBLE = 2
    _TOKEN_QUERY = 8
    _TOKEN_USER = 1

    def _sam_name() -> str:
        secur32 = ctypes.WinDLL("secur32", use_last_error=True)
        size = wintypes.ULONG(0)
        secur32.GetUserNameExW(_SAM_COMPATIBLE, None, ctypes.byref(size))
        name = ctypes.create_unicode_buffer(size.value + 1)
        size.value += 1
        _check(secur32.GetUserNameExW(_SAM_COMPATIBLE, name, ctypes.byref(size)))
        return name.value

    def _sid() -> str:
        kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel32.GetCurrentProcess.restype = wintypes.HANDLE
        advapi32 = ctypes.WinDLL("advapi32", use_last_error=True)
        advapi32.OpenProcessToken.argtypes = (
            wintypes.HANDLE,
            wintypes.DWORD,
            ctypes.POINTER(wintypes.HANDLE),
        )
        token = wintypes.HANDLE()
        process = kernel32.GetCurrentProcess()
        _check(advapi32.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)))
        try:
            return _sid_of(advapi32, kernel32, token)
        finally:
            kernel32.CloseHandle(token)

    def _sid_of(advapi32: ctypes.WinDLL, kernel32: ctypes.WinDLL, token: wintypes.HANDLE) -> str:
        """TOKEN_USER begins with a pointer to the SID."""
        size = wintypes.DWORD(0)
        advapi32.GetTokenInformation(token, _TOKEN_USER, None, 0, ctypes.byref(size))
        room = ctypes.create_string_buffer(size.value)
        _check(advapi32.GetTokenInformation(token, _TOKEN_USER, room, size, ctypes.byref(size)))
        sid, text = ctypes.c_void_p.from_buffer(room), wintypes.LPWSTR()
        _check(advapi32.ConvertSidToStringSidW(sid, ctypes.byref(text)))
        try:
            return text.value or ""
        finally:
            kernel32.LocalFree(text)

    def _check(worked: int) -> None:
        if not worked:
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import os
    import pwd

    def system_user() -> User:
        """By the number that the process runs as. Raises UserUnknown."""
        number = os.getuid()
        try:
            return User(pwd.getpwuid(number).pw_name, f"uid:{number}")
        except KeyError as error:
            raise _unknown(error) from error


def _unknown(error: Exception) -> UserUnknown:
    return UserUnknown(
        say("Datorn talar inte om vem som är inloggad, så inget kan göras i någons namn."),
        say("Logga in på datorn igen, eller kontakta it-supporten."),
        detail=type(error).__name__,
    )
