"""Start here: arguments, set-up, first paint, then the services; or the guided tour."""

import argparse
import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from app import VERSION, crash_dumps, garbage, provision

if TYPE_CHECKING:
    from app.early_settings import EarlySettings
    from app.printing import Printer
    from app.rescue import Rescue
    from app.services import Services


def main() -> int:
    """Opens the window, or runs the tour where asked to or where there is no display."""
    arguments = _arguments()
    provision.ensure(module="app")
    crash_dumps.leave_none()
    early = _early_settings(arguments.data or _user_folder())
    if arguments.misbehave is not None:
        return _tell_test_inbox(arguments.data or _user_folder(), arguments.misbehave)
    if arguments.pass_phrase:
        return _keep_pass_phrase()
    tour_folder = arguments.tour
    if tour_folder is None and not _has_display():
        tour_folder = _user_folder() / "rundtur"
        _tell_of_tour(tour_folder)
    make_swift()
    if tour_folder is not None:
        return _run_tour(tour_folder)
    return _run_window(arguments.data or _user_folder(), early)


def make_swift() -> None:
    """Settings of Qt and of Python itself, for a window's sake; the benchmark has them too."""
    from ui.plain_import import import_plainly  # noqa: PLC0415 - Qt only once it is there

    # Else Qt hands parts of each shaded fill, such as a scroll bar's, to other threads, and waits
    # for them longer than the fill takes: half the time of painting the previews (measured).
    os.environ["QT_NO_GUI_THREADPOOL"] = "1"
    # A busy worker must not keep the window waiting for the interpreter's lock (5 ms by default).
    sys.setswitchinterval(0.001)
    garbage.look_only_when_asked()
    import_plainly()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m app", description=__doc__)
    parser.add_argument("--version", action="version", version=f"Kallelser {VERSION}")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the program keeps its data")
    parser.add_argument("--tour", type=Path, metavar="DIR", help="run the guided tour into DIR")
    parser.add_argument(
        "--misbehave",
        nargs="*",
        metavar="WORD",
        help="make the test inbox fail, also that of a window that is open: `reset_after 20%%`, "
        "`timeout_before 3`, `500ms`, `unread`; no word for good conduct, ? for all words",
    )
    parser.add_argument(
        "--pass-phrase",
        action="store_true",
        help="ask for the pass phrase of the certificate for 1177 and keep it in the keychain",
    )
    return parser.parse_args()


def _tell_of_tour(folder: Path) -> None:
    from app.wording import say  # noqa: PLC0415 - an older Python cannot import it

    told = say(
        "Här finns ingen skärm, så programmet visar i stället sin rundtur "
        "och sparar bilderna i {folder}.",
        folder=folder,
    )
    print(told)  # noqa: T201 - the only place to tell it when there is no window


def _early_settings(folder: Path) -> "EarlySettings":
    """The first thing after the set-up: what is imported from here on speaks their language."""
    from app.early_settings import early_settings  # noqa: PLC0415 - an older Python cannot

    early = early_settings(folder / "settings.toml")
    if early.language != "sv":
        from ui.translation import use_language  # noqa: PLC0415 - Qt only once it is there

        use_language(early.language)
    return early


def _tell_test_inbox(folder: Path, words: list[str]) -> int:
    """Prints how the test inbox is to behave from now on, or the words that there are."""
    from app.bootstrap import tell_test_inbox  # noqa: PLC0415 - third party, after the set-up
    from app.conduct import all_words, conduct_of  # noqa: PLC0415 - as above
    from app.settings import DataFolder  # noqa: PLC0415 - as above

    try:
        conduct = conduct_of(words)
    except ValueError:
        print(all_words())  # noqa: T201 - who asks on a command line is told there
        return 2
    tell_test_inbox(DataFolder(folder), conduct)
    print(conduct.told())  # noqa: T201 - as above
    return 0


def _keep_pass_phrase() -> int:
    """Asked for without an echo, so that it stands neither on a screen nor in a shell's history."""
    from getpass import getpass  # noqa: PLC0415 - no other start has to wait for it

    from app.bootstrap import keep_pass_phrase  # noqa: PLC0415 - third party, after the set-up
    from app.errors import KeychainUnusable  # noqa: PLC0415 - as above
    from app.wording import say  # noqa: PLC0415 - as above

    try:
        keep_pass_phrase(getpass(say("Lösenord till certifikatet för 1177: ")))
    except KeychainUnusable as error:
        print(error)  # noqa: T201 - as above
        return 1
    print(say("Lösenordet är sparat i datorns nyckelring."))  # noqa: T201 - as above
    return 0


def _run_window(folder: Path, early: "EarlySettings") -> int:
    from ui.application import run  # noqa: PLC0415 - nothing of Qt before the set-up has run

    return run(
        lambda: _open(folder), appearance=early.appearance, rescue_of=lambda: _rescue(folder)
    )


def _run_tour(folder: Path) -> int:
    if not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.tour import run_tour  # noqa: PLC0415 - as above

    return run_tour(folder, open_services=_open)


def _open(folder: Path) -> "AbstractContextManager[Services]":
    """Called after the first paint, since it imports most of what the program needs."""
    from app.bootstrap import open_services  # noqa: PLC0415 - as said
    from app.settings import DataFolder  # noqa: PLC0415 - as said

    return open_services(DataFolder(folder), printer_named=_printer_named)


def _rescue(folder: Path) -> "Rescue":
    from app.bootstrap import rescue_of, wall_clock  # noqa: PLC0415 - as for _open
    from app.settings import DataFolder  # noqa: PLC0415 - as for _open

    return rescue_of(DataFolder(folder), now=wall_clock)


def _printer_named(name: str) -> "Printer":
    from ui.qt_printer import named_printer  # noqa: PLC0415 - only where letters are printed here

    return named_printer(name)


def _user_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - third party, after the set-up

    return user_data_path("Kallelser", appauthor=False)


def _has_display() -> bool:
    """Whether a window can be shown; Qt itself would abort instead of telling."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    wayland, x11 = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY", "")
    if wayland:
        return (Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / wayland).exists()
    return bool(x11) and _x11_answers(x11)


def _x11_answers(display: str) -> bool:
    """Whether a server listens behind a value such as `:0`, `:0.0` or `host:10.0`."""
    import socket  # noqa: PLC0415 - only X11 is asked through one

    host, _, number = display.rpartition(":")
    screen = number.partition(".")[0]
    if not screen.isdecimal():
        return False
    family, address = (
        (socket.AF_INET, (host, 6000 + int(screen)))
        if host
        else (socket.AF_UNIX, f"/tmp/.X11-unix/X{screen}")  # noqa: S108 - where X11 listens
    )
    try:
        with socket.socket(family) as probe:
            probe.settimeout(2)
            return probe.connect_ex(address) == 0
    except (OSError, OverflowError):
        return False


if __name__ == "__main__":
    sys.exit(main())
