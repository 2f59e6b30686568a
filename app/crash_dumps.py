"""Keeps what the program has in memory off the disk where it crashes."""

import sys

if sys.platform == "win32":  # pragma: no cover - tested where the tests run
    import ctypes

    def leave_none() -> None:
        """Reports that Windows makes of a crash go without what the program's heap holds."""
        without_heap = 1  # WER_FAULT_REPORTING_FLAG_NOHEAP
        ctypes.windll.kernel32.WerSetFlags(without_heap)

else:
    import resource

    def leave_none() -> None:
        """For this process and all that it starts from here on."""
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
