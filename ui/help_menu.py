"""What the menu Hjälp opens, imported when somebody first asks for it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def show_shortcuts(window: "MainWindow") -> None:
    from ui.shortcuts import sections_of  # noqa: PLC0415 - heavy, and seldom wanted
    from ui.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415 - as above

    ShortcutsDialog(window, sections_of(window)).open()


def show_about(window: "MainWindow") -> None:
    from ui.shortcuts_dialog import AboutDialog  # noqa: PLC0415 - as above

    AboutDialog(window).open()
