"""Start here: a workbook on stdin becomes lines of JSON on stdout, within limits."""

import gc
import sys
from pathlib import Path

from lxml import etree

from app.wording import speak

if sys.platform != "win32":  # pragma: no branch - Windows has no such limits
    import resource

# The largest workbook allowed takes a third of it.
MOST_MEMORY = 512 << 20


def limit_this_process() -> None:  # pragma: no cover - tested in processes of their own
    """No more memory than a large workbook takes, and no more files, connections or programs.

    Windows has no such limits that a process can set for itself. There the time and the size of
    the archive are what is limited, by the program that started this one.
    """
    "".encode("cp437")  # names in archives: loaded now, for no file can be opened later
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def speak_english() -> None:
    """The window's translations without its Qt, which would not fit within the limits."""
    folder = Path(__file__).resolve().parents[3] / "resources" / "translations"
    messages = etree.parse(folder / "kallelser_en.ts").iter("message")
    told = {one.findtext("source"): one.findtext("translation") for one in messages}
    speak("en", told.get)


if __name__ == "__main__":  # pragma: no cover - as above
    gc.disable()  # its objects live as long as it does, which is a few seconds
    if "en" in sys.argv:
        speak_english()
    # What it says is said while it is imported.
    from app.adapters.workbook_process.lines import write_lines

    limit_this_process()
    write_lines(sys.stdin.buffer.read(), sys.stdout)
